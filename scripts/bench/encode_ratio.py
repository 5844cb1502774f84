"""Processor time of the product's recording file as a ratio to the ffmpeg command line, the limit.

python scripts/bench/encode_ratio.py [--presets veryfast] [--seconds 8] [--runs 3]

Both encode the same raw 1280x720 pictures (blue green red) with the same x264 preset, CRF and two threads, one after
the other in every run, so that the ratio holds on a busy machine. ``recorder`` adds what ffmpeg does not do: the sound,
a key frame each second, flushing. Needs Debian's ffmpeg.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import cv2
import numpy as np

sys.path.insert(0, str(Path(__file__).parents[2]))

from simulator.devices.recording_file import Encoding, RecordingFile
from simulator.media_port import SoundBlock, VideoFrame

SIZE = (1280, 720)
FPS = 30


def of_ours(raw: np.ndarray, path: Path, preset: str, seconds: float, sound: bool) -> float:
    """Processor seconds for each second of recording."""
    begin = time.process_time()
    file = RecordingFile(path, Encoding(preset=preset), pictures=True)
    for number in range(round(seconds * FPS)):
        file.picture(VideoFrame(number / FPS, raw[number % len(raw)]))
        if sound:
            file.sound(SoundBlock(number / FPS, np.zeros(48_000 // FPS, np.float32), 48_000))
    file.close()
    return (time.process_time() - begin) / seconds


def of_ffmpeg(raw: Path, path: Path, preset: str, seconds: float) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [
            *("ffmpeg", "-nostdin", "-y", "-loglevel", "error", "-f", "rawvideo", "-pix_fmt", "bgr24"),
            *("-s", f"{SIZE[0]}x{SIZE[1]}", "-r", str(FPS), "-stream_loop", "-1", "-t", str(seconds), "-i", str(raw)),
            *("-c:v", "libx264", "-preset", preset, "-crf", "23", "-g", str(FPS), "-threads", "2"),
            *("-pix_fmt", "yuv420p", str(path)),
        ],
        check=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) / seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--presets", default="veryfast")
    parser.add_argument("--seconds", type=float, default=8)
    parser.add_argument("--runs", type=int, default=3)
    asked = parser.parse_args()
    from record_live import noisy_pictures

    cv2.setNumThreads(1)
    raw = np.stack([cv2.cvtColor(picture, cv2.COLOR_YUV2BGR_I420) for picture in noisy_pictures(*SIZE, 60)])
    with tempfile.TemporaryDirectory() as folder:
        pictures, out = Path(folder) / "camera.bgr", Path(folder) / "out.mkv"
        pictures.write_bytes(raw.tobytes())
        for preset in asked.presets.split(","):
            bare, whole, limit = [], [], []
            for _ in range(asked.runs):
                bare.append(of_ours(raw, out, preset, asked.seconds, sound=False))
                whole.append(of_ours(raw, out, preset, asked.seconds, sound=True))
                limit.append(of_ffmpeg(pictures, out, preset, asked.seconds))
            print(
                json.dumps(
                    {
                        "preset": preset,
                        "ffmpeg_cores": round(statistics.median(limit), 3),
                        "pictures_ratio": round(statistics.median(b / f for b, f in zip(bare, limit, strict=True)), 3),
                        "recorder_ratio": round(statistics.median(w / f for w, f in zip(whole, limit, strict=True)), 3),
                    }
                ),
                flush=True,
            )


if __name__ == "__main__":
    main()
