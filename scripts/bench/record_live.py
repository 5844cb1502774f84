"""The whole chain in real time: virtual microphone and file camera through capture threads into a recording.

python scripts/bench/record_live.py [--seconds 60] [--ppm 300] [--preset veryfast]

The camera's file holds flashes, the microphone hears the beeps that belong to them; the recording is measured like any
other. One line of JSON: pictures, drops, offsets, processor time. Needs the Debian packages of the tests.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import threading
import time
import wave
from dataclasses import asdict
from fractions import Fraction
from pathlib import Path

import av
import numpy as np

sys.path.insert(0, str(Path(__file__).parents[2]))

from simulator.devices.clock import SystemClock
from simulator.devices.file_camera import FileCamera
from simulator.devices.pyav_recorder import PyAvRecorder
from simulator.devices.recording_file import Encoding
from simulator.devices.sounddevice_microphone import RATE_HZ, SounddeviceMicrophone
from simulator.domain.machine import Device, DeviceFailed, DeviceReturned
from simulator.live.capture import CaptureThread
from simulator.live.clocked_sound import ClockedSound
from simulator.live.resample import Resampler
from simulator.media_port import SoundBlock, VideoFrame
from tests.avsync import beeps, lit, measure, schedule
from tests.virtual_mic import VirtualMic

FPS = 30


def noisy_pictures(width: int, height: int, count: int) -> list[np.ndarray]:
    """A swaying slope with the noise of a webcam, as I420."""
    import cv2

    chance = np.random.default_rng(1)
    down, across = np.mgrid[0:height, 0:width].astype(np.float32)
    made = []
    for number in range(count):
        sway = 30 * np.sin(number / 10)
        picture = 90 + 50 * np.sin((across + sway) / 97) * np.cos(down / 61) + 20 * down / height
        luma = picture + cv2.GaussianBlur(chance.normal(0, 4.8, (height, width)).astype(np.float32), (3, 3), 0.7)
        colour = 128 + cv2.GaussianBlur(chance.normal(0, 2, (height // 2, width)).astype(np.float32), (3, 3), 0.7)
        made.append(np.concatenate([luma, colour]).clip(16, 200).astype(np.uint8))
    return made


def write_camera_file(path: Path, events: list[float], seconds: float, size: tuple[int, int]) -> None:
    """A quickly decoded video with a flash at each event."""
    noisy = noisy_pictures(*size, 60)
    white = np.full_like(noisy[0], 235)
    white[size[1] :] = 128
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=FPS, options={"preset": "ultrafast", "crf": "23"})
        stream.width, stream.height, stream.pix_fmt = *size, "yuv420p"
        for number in range(round(seconds * FPS)):
            picture = white if lit(events, number / FPS) else noisy[abs(number % 118 - 59)]
            frame = av.VideoFrame.from_ndarray(picture, format="yuv420p")
            frame.pts, frame.time_base = number, Fraction(1, FPS)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


def write_beeps(path: Path, events: list[float], seconds: float) -> None:
    """The beeps alone; at a lower rate when the file would grow too large for the server to hold: up to 12 minutes."""
    rate_hz = next(rate for rate in (48_000, 24_000, 8_000, 4_000) if seconds * rate * 2 < 5.8e6)
    samples = beeps(events, 0.0, round(seconds * rate_hz), float(rate_hz))
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate_hz)
        file.writeframes((samples * 32767).astype("<i2").tobytes())


class DriftingMicrophone(SounddeviceMicrophone):
    """Has PortAudio run at another rate than it says, as a crystal does."""

    ppm = 0.0

    def _open(self) -> object:
        return self._sound.InputStream(
            samplerate=round(RATE_HZ * (1 + self.ppm * 1e-6)),
            channels=1,
            dtype="float32",
            blocksize=480,
            latency=0.05,
            callback=self._on_sound,
            finished_callback=self._on_finished,
        )


def run(seconds: float, ppm: float, preset: str, folder: Path) -> dict[str, object]:
    size = (1280, 720)
    events = [round(at * FPS) / FPS for at in schedule(seconds - 2)]
    write_camera_file(folder / "camera.mkv", events, seconds, size)
    write_beeps(folder / "beeps.wav", events, seconds)
    mic = VirtualMic()
    os.environ.update(mic.environ)
    DriftingMicrophone.ppm = ppm
    clock, clocked, heard = SystemClock(), ClockedSound(), Resampler()
    told: list[DeviceFailed | DeviceReturned] = []
    done = threading.Event()
    try:
        recorder = PyAvRecorder(folder / "session.mkv", clock, encoding=Encoding(preset=preset))
        zero = clock.now()
        deepest = 0

        def take_picture(frame: VideoFrame) -> None:
            nonlocal deepest
            recorder.picture(VideoFrame(frame.at - zero, frame.pixels))
            deepest = max(deepest, recorder.health().queued)
            if frame.at - zero > seconds:
                done.set()

        def take_sound(block: SoundBlock) -> None:
            ready = clocked.push(SoundBlock(block.at - zero, block.samples, block.rate_hz))
            if ready is not None:
                recorder.sound(ready)
                heard.push(ready)

        def now() -> float:
            return clock.now() - zero

        microphone: CaptureThread[SoundBlock] = CaptureThread(
            Device.MICROPHONE, lambda: DriftingMicrophone("", clock), [take_sound], told.append, now
        )
        microphone.start()
        microphone.wait_open(10)
        processor = time.process_time()
        begin = clock.now()
        mic.play(folder / "beeps.wav")
        started = clock.now()  # the sound began within the last milliseconds
        camera: CaptureThread[VideoFrame] = CaptureThread(
            Device.CAMERA, lambda: FileCamera(folder / "camera.mkv", clock, started), [take_picture], told.append, now
        )
        camera.start()
        done.wait(seconds + 30)
        stopped = camera.stop(), microphone.stop()
        path = recorder.close()
        processor, passed = time.process_time() - processor, clock.now() - begin
    finally:
        mic.close()
    health = recorder.health()
    return {
        "ppm": ppm,
        "preset": preset,
        **{name: round(value, 2) for name, value in asdict(measure(path)).items()},
        "handed_over": camera.count,
        "written": health.written,
        "dropped": health.dropped,
        "deepest_queue": deepest,
        "camera_gaps": camera.gaps,
        "sound_gaps": clocked.gaps,
        "faults": len(told),
        "stopped": all(stopped),
        "cores": round(processor / passed, 3),
        "mb_per_min": round(path.stat().st_size / passed * 60 / 1e6, 1),
        "load": round(os.getloadavg()[0], 1),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--ppm", type=float, default=300)
    parser.add_argument("--preset", default="veryfast")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(run(asked.seconds, asked.ppm, asked.preset, Path(folder))), flush=True)


if __name__ == "__main__":
    main()
