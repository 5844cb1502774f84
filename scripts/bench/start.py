"""How long from the command to the window, and from the button to being on air.

python scripts/bench/start.py [--runs 5]

Start: ``bolian`` as a process of its own, until its window is on the display (the server is asked every 20 ms); the
first run, which is not warm, is left out. Going live: the check page with a camera from a file, the virtual microphone
and the recording, everything opened by the page as for a trainee; from the button "Go live" to second 0, with the
countdown of three seconds and without, and to the first picture in the recording. Medians and the worst; one line of
JSON. Needs a display (Xvfb), xdotool and the Debian packages of the tests.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from scripts.bench.record_live import write_beeps, write_camera_file
from simulator import wiring
from simulator.devices.file_camera import FileCamera
from simulator.media_port import DeviceName
from simulator.ui.app import application, opened_window
from simulator.ui.cabin.page import CabinPage
from simulator.ui.check.chosen import COUNTDOWN
from simulator.ui.check.page import CheckPage
from simulator.ui.setup.page import HomePage
from simulator.ui.window import MainWindow
from tests.avsync import schedule
from tests.virtual_mic import VirtualMic

NAME = "Bolian"
"""In the window's title."""
LIMIT = 60.0


def window_of(process: int) -> bool:
    """Whether this process has a visible window."""
    asked = ["xdotool", "search", "--onlyvisible", "--all", "--pid", str(process), "--name", NAME]
    return bool(subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip())


def start(folder: Path) -> float:
    """Seconds from the command to its window."""
    began = time.perf_counter()
    command = [sys.executable, "-c", "from simulator.cli import main; main()", "--data", str(folder), "--screen", "en"]
    program = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    assert program.stderr is not None
    try:
        while not window_of(program.pid):
            if program.poll() is not None:
                raise RuntimeError(f"ended with {program.returncode} before a window came: {program.stderr.read()}")
            if time.perf_counter() - began > LIMIT:
                raise RuntimeError("no window came")
            time.sleep(0.02)
        return time.perf_counter() - began
    finally:
        program.terminate()
        program.communicate()


def until(done: object, limit: float = LIMIT) -> float:
    """Let the window live until ``done()``; seconds it took."""
    began = time.perf_counter()
    loop, timer = QEventLoop(), QTimer(interval=5)
    timer.timeout.connect(lambda: loop.quit() if done() or time.perf_counter() - began > limit else None)  # type: ignore[operator]
    timer.start()
    loop.exec()
    if time.perf_counter() - began > limit:
        raise RuntimeError("it never came")
    return time.perf_counter() - began


def live(window: MainWindow, run: int) -> dict[str, float]:
    """From the button to the first recorded picture, and to being on air."""
    home = window.page
    assert isinstance(home, HomePage)
    home.who.trainee.setEditText(f"bench {run}")
    home.start.click()
    page = window.page
    assert isinstance(page, CheckPage)
    until(
        lambda: page._opening is None and page._opened == page.addresses and window.studio.latest_picture() is not None
    )
    until(lambda: window.jobs.running == 0)
    page.consent.choices[f"bench {run}"][0].click()
    page.start.click()
    cabin = until(lambda: isinstance(window.page, CabinPage))
    shown = window.page
    assert isinstance(shown, CabinPage)
    session = shown._session
    aired = cabin + until(lambda: session.now >= 0)
    streams = window.studio._streams
    assert streams is not None and streams.recorder is not None
    recorder = streams.recorder
    recorded = aired + until(lambda: recorder.health().written > 0)
    session.go_off_air()
    window.studio.end()
    window.open_home()
    QApplication.processEvents()
    return {"to_cabin": cabin, "to_air": aired, "without_countdown": aired - COUNTDOWN, "to_first_picture": recorded}


def lives(runs: int, folder: Path) -> list[dict[str, float]]:
    events = schedule(60)
    write_camera_file(folder / "camera.mkv", events[:20], 12.0, (1280, 720))
    write_beeps(folder / "beeps.wav", events, 60)
    mic = VirtualMic()
    os.environ.update(mic.environ)
    try:
        with wiring.studio(folder / "data") as studio:
            studio.equipment = replace(
                studio.equipment,
                cameras=lambda: (DeviceName("camera:0", "bench"),),
                camera=lambda _address, clock, _zero, _fast: FileCamera(folder / "camera.mkv", clock, clock.now()),
            )
            window = opened_window(application(), studio, screen="en")
            window.resize(1366, 768)
            window.show()
            window.open_home()
            mic.play(folder / "beeps.wav")
            found = [live(window, run) for run in range(runs + 1)][1:]
            window.close()
            return found
    finally:
        mic.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        started = [start(folder / "started") for _ in range(runs + 1)][1:]
        going = lives(runs, folder)
    told = {"start": {"median": statistics.median(started), "worst": max(started)}}
    for key in going[0]:
        values = [each[key] for each in going]
        told[key] = {"median": statistics.median(values), "worst": max(values)}
    rounded = {key: {name: round(value, 2) for name, value in each.items()} for key, each in told.items()}
    print(json.dumps({"runs": runs, "load": round(os.getloadavg()[0], 1), **rounded}), flush=True)


if __name__ == "__main__":
    main()
