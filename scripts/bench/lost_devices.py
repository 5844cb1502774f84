"""How soon a lost, muted or frozen device is told of in a session on air, and how soon it is back.

python scripts/bench/lost_devices.py [--rounds 3]

A virtual microphone is unplugged, plugged in, and muted in front of the real PortAudio process, at last with a server
that moves the stream of an unplugged microphone to a source of silence, as desktops do; a camera's driver stands still,
or gives nothing, behind the real adapter. Times run from the act to the event in the session's log, with
the drum beaten every 0.1 s as the window does. One line of JSON: the worst of the rounds, in seconds. Needs the Debian
packages of the tests.
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
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[2]))

from simulator.devices.clock import SystemClock
from simulator.devices.listing import microphones
from simulator.devices.opencv_camera import OpenCvCamera
from simulator.domain.machine import Device, DeviceFailed, DeviceReturned
from simulator.live.booking import Booking
from simulator.live.session import LiveSession
from simulator.live.studio import Studio
from tests.deviceless import studio_in
from tests.virtual_mic import VirtualMic

BEAT = 0.1
LIMIT = 20.0


class Driver:
    """A camera of 30 pictures a second that moves, stands still or gives nothing, as it is told."""

    state = "moving"

    def __init__(self) -> None:
        self._number = 0
        self._there = Driver.state != "gone"

    def isOpened(self) -> bool:
        return self._there

    def read(self) -> tuple[bool, np.ndarray]:
        time.sleep(1 / 30)
        if Driver.state == "gone":
            return False, np.zeros((0, 0, 3), np.uint8)
        self._number += Driver.state == "moving"
        return True, np.full((360, 640, 3), self._number % 251, np.uint8)

    def release(self) -> None: ...


def write_noise(path: Path, seconds: float) -> None:
    samples = 0.05 * np.random.default_rng(1).standard_normal(round(seconds * 48_000))
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(48_000)
        file.writeframes((samples * 32767).astype("<i2").tobytes())


def wait_for(studio: Studio, session: LiveSession, device: Device, kind: type, act: Callable[[], object]) -> float:
    """Seconds from the end of ``act`` until the log tells of this device."""
    act()
    began, pause = time.perf_counter(), threading.Event()
    while (passed := time.perf_counter() - began) < LIMIT:
        studio.attend()
        if any(isinstance(event, kind) and event.device is device for event in session.tick()):
            return time.perf_counter() - began
        pause.wait(BEAT)
    told = [event for event in session.log.events if isinstance(event, DeviceFailed | DeviceReturned)]
    raise SystemExit(f"{device} {kind.__name__}: nothing within {passed:.0f} s after {told}")


def run(rounds: int, folder: Path) -> dict[str, float]:
    write_noise(folder / "noise.wav", 3.0)
    mic = VirtualMic()
    os.environ.update(mic.environ)
    worst: dict[str, float] = {}
    studio = studio_in(folder / "data", SystemClock())
    studio.equipment = replace(
        studio.equipment,
        camera=lambda _address, clock, _zero, _fast: OpenCvCamera(0, clock, open_capture=lambda _: Driver()),
    )
    address = microphones(look=True)[0].address
    session = studio.go_live(
        Booking(scenario="S01", trainee="bench", camera="camera:0", microphone=address, seed=7, record=False)
    )

    def measure(name: str, device: Device, kind: type, act: Callable[[], object]) -> None:
        worst[name] = max(worst.get(name, 0.0), round(wait_for(studio, session, device, kind, act), 2))

    def camera(state: str) -> Callable[[], None]:
        return lambda: setattr(Driver, "state", state)

    failed, returned, sound, picture = DeviceFailed, DeviceReturned, Device.MICROPHONE, Device.CAMERA
    try:
        # A virtual microphone that nothing is played into gives exact zeros: as if it were switched off.
        wait_for(studio, session, sound, failed, lambda: None)
        for _ in range(rounds):
            measure("sound_back", sound, returned, lambda: mic.play(folder / "noise.wav"))
            measure("muted_after_3_s_of_sound", sound, failed, lambda: None)
            measure("unplugged", sound, failed, mic.unplug)
            measure("plugged_in", sound, returned, mic.plug)
            wait_for(studio, session, sound, failed, lambda: None)
            measure("frozen", picture, failed, camera("still"))
            measure("moving_again", picture, returned, camera("moving"))
            measure("camera_gone", picture, failed, camera("gone"))
            measure("camera_back", picture, returned, camera("moving"))
        mic.let_streams_move()
        for _ in range(rounds):
            wait_for(studio, session, sound, returned, lambda: mic.play(folder / "noise.wav"))
            measure("moved_to_silence", sound, failed, mic.unplug)
            mic.plug()
        session.go_off_air()
        studio.end()
    finally:
        studio.close_devices()
        mic.close()
    worst["muted"] = round(worst.pop("muted_after_3_s_of_sound") - 3.0, 2)
    return {**worst, "rounds": rounds, "load": round(os.getloadavg()[0], 1)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(run(asked.rounds, Path(folder))), flush=True)


if __name__ == "__main__":
    main()
