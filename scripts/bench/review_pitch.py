"""Which frequency comes out of the review room's player when a tone of 440 Hz is played slower or faster.

python scripts/bench/review_pitch.py

A private sound server (Debian's pulseaudio and pulseaudio-utils) takes what is played; nothing is heard. Told in one
line of JSON: the frequency in Hz by speed. With pitch kept it is 440 at every speed; without, 880 at twice the speed.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from simulator.ui.app import application
from simulator.ui.review.player import RATES, Player
from tests.media_files import tone, write_video
from tests.virtual_mic import RATE_HZ, VirtualMic

TONE_HZ = 440.0
LONG_S = 20.0


def frequency(samples: np.ndarray) -> float:
    """The strongest one in Hz; 0 where there was no sound."""
    if len(samples) < RATE_HZ // 4 or np.abs(samples).max() < 50:
        return 0.0
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples)), 8 * len(samples)))
    return float(spectrum.argmax() * RATE_HZ / (8 * len(samples)))


def listening(mic: VirtualMic) -> subprocess.Popen[bytes]:
    """What is played, as raw samples."""
    return subprocess.Popen(
        ["parec", f"--device={mic.name}", f"--rate={RATE_HZ}", "--format=s16le", "--channels=1", "--latency-msec=20"],
        env={**os.environ, **mic.environ},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def live(seconds: float) -> None:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)


def wait_until(so: Callable[[], bool]) -> None:
    end = time.perf_counter() + 20
    while not so() and time.perf_counter() < end:
        live(0.02)


def measured(folder: Path) -> dict[str, float]:
    mic = VirtualMic()
    os.environ.update(mic.environ)
    found: dict[str, float] = {}
    try:
        file = write_video(
            folder / "tone.mkv", [number / 10 for number in range(round(10 * LONG_S))], sound=tone(LONG_S, 48_000)
        )
        application()
        player = Player(file, LONG_S)  # a file of its own: what is measured is the player, not a session
        player.open()
        wait_until(lambda: player._loaded)
        for rate in RATES:
            player.set_rate(rate)
            player.seek(2.0)
            player.play()
            wait_until(lambda: player.playing and player.at > 2.3)
            reader = listening(mic)
            assert reader.stdout is not None
            taken = bytearray()
            os.set_blocking(reader.stdout.fileno(), False)
            end = time.perf_counter() + 2.0
            while time.perf_counter() < end:
                live(0.05)
                taken += reader.stdout.read() or b""
            reader.kill()
            reader.wait()
            reader.stdout.close()
            samples = np.frombuffer(bytes(taken[: len(taken) // 2 * 2]), np.int16).astype(float)
            found[f"{rate:g}"] = round(frequency(samples[-RATE_HZ:]), 1)
            player.pause()
        player.close()
        live(0.3)
    finally:
        mic.close()
    return found


def heard_at(_folder: Path) -> dict[str, float]:
    """Measured in a program of its own: the sound server must be there before Qt looks for one."""
    done = subprocess.run([sys.executable, __file__], capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout.strip().splitlines()[-1]))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        print(json.dumps(measured(Path(temporary))), flush=True)
