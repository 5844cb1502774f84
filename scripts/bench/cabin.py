"""The product itself for a minute: the cabin's window, a 720p camera, a microphone, the recording; no recogniser.

python scripts/bench/cabin.py [--seconds 60] [--shot FILE.png]

Told in one line of JSON: dropped pictures, sound against picture from first to last second, how long the window was
ever blocked, processor time. Needs the Debian packages of the tests; runs on a display where there is one (Xvfb), else
offscreen.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import tempfile
import time
from dataclasses import asdict, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
if not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt, QTimer

from scripts.bench.record_live import FPS, write_beeps, write_camera_file
from simulator import wiring
from simulator.devices.file_camera import FileCamera
from simulator.live.booking import Booking
from simulator.ui.app import application, opened_window
from tests.avsync import measure, schedule
from tests.virtual_mic import VirtualMic

PROBE_MS = 5


def processor() -> float:
    """Seconds of processor time so far, ours and of children that ended."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def run(seconds: float, folder: Path, shot: Path | None) -> dict[str, object]:
    events = [round(at * FPS) / FPS for at in schedule(seconds - 2)]
    write_camera_file(folder / "camera.mkv", events, seconds + 5, (1280, 720))
    write_beeps(folder / "beeps.wav", events, seconds)
    mic = VirtualMic()
    os.environ.update(mic.environ)
    gaps: list[float] = []
    with wiring.studio(folder / "data") as studio:
        began = studio.clock.now()
        studio.equipment = replace(
            studio.equipment,
            camera=lambda _address, clock, _zero, _fast: FileCamera(folder / "camera.mkv", clock, began),
            recogniser=lambda _language: None,
        )
        app = application()
        window = opened_window(app, studio, screen="zh")
        window.show()
        studio.prepare()
        microphone = studio.microphones()[0].address
        studio.preview(None, microphone)
        assert studio._microphone is not None
        studio._microphone.wait_open(15)
        mic.play(folder / "beeps.wav")
        began = studio.clock.now()
        booking = Booking(scenario="S01", trainee="bench", camera="camera:0", microphone=microphone, seed=7)
        session = studio.go_live(booking)
        window.open_cabin(session)
        session.desk.pin_product(session.scenario.products[0].id)
        app.processEvents()
        used, last = processor(), time.perf_counter()
        began_wall = last
        probe = QTimer(window, interval=PROBE_MS, timerType=Qt.TimerType.PreciseTimer)

        def look() -> None:
            nonlocal last
            now = time.perf_counter()
            gaps.append(now - last)
            last = now

        probe.timeout.connect(look)
        probe.start()
        loop = QEventLoop()
        QTimer.singleShot(int(seconds * 1000), loop.quit)
        loop.exec()
        probe.stop()
        if shot is not None:
            window.grab().save(str(shot))
        session.go_off_air()
        window.open_home()
        ended = studio.end()
        used, passed = processor() - used, time.perf_counter() - began_wall
        window.close()
    mic.close()
    assert ended.recording is not None
    late = sorted(max(0.0, gap * 1000 - PROBE_MS) for gap in gaps)
    return {
        "seconds": round(passed, 1),
        **{name: round(value, 2) for name, value in asdict(measure(ended.recording)).items()},
        "pictures": ended.health.video_frames,
        "dropped": ended.health.dropped_frames,
        "sound_gaps": ended.health.audio_gaps,
        "window_late_p95_ms": round(late[int(0.95 * len(late))], 1),
        "window_late_max_ms": round(late[-1], 1),
        "blocked_over_100_ms": sum(each > 100 for each in late),
        "cores": round(used / passed, 3),
        "load": round(os.getloadavg()[0], 1),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--shot", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(run(asked.seconds, Path(folder), asked.shot)), flush=True)


if __name__ == "__main__":
    main()
