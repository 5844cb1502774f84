"""The cabin with everything on: camera, preview, 50 comments a second, microphone, recording, faces, 10,000 viewers.

python scripts/bench/on_air.py [--seconds 60] [--comments 50] [--viewers 10000] [--without recording,faces,...]

The recogniser is left out, as the bound asks. Told in one line of JSON: cores in use (this process and what it started,
and by thread), how late the window's loop was, how old a picture was when it was painted, what was dropped, and how
fast the machine was before and after (a look for faces; 14 to 22 ms when that was first measured here). Needs the
Debian packages of the tests; runs on a display where there is one (Xvfb), else offscreen.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
if not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QEventLoop, Qt, QTimer

from scripts.bench.record_live import FPS, write_beeps, write_camera_file
from simulator import wiring
from simulator.devices.centerface import CenterFace, installed_model
from simulator.devices.file_camera import FileCamera
from simulator.domain.crowd import Cause, CommentPosted, Reason, Viewer
from simulator.domain.units import Seconds
from simulator.live.booking import Booking, Ended
from simulator.live.session import LiveSession
from simulator.live.studio import Studio
from simulator.media_port import VideoFrame
from simulator.ui.app import application, favour_window, opened_window
from simulator.ui.window import MainWindow
from tests.avsync import schedule
from tests.virtual_mic import VirtualMic

PROBE_MS = 5
WARM_UP: Seconds = 10.0
MINUTE: Seconds = 60.0
TICK_S = os.sysconf("SC_CLK_TCK")
PARTS = ("recording", "faces", "comments", "viewers", "camera", "microphone")
TEXTS = ("多少钱一斤", "这个怎么吃呀", "已拍，等发货", "主播好！", "能不能便宜点，上次买的还没吃完呢", "新疆发货吗")


class Threads:
    """Processor seconds by thread, of this process and of those it started, since the last reading (Linux)."""

    def __init__(self) -> None:
        self._before = self._now()

    def since(self) -> Counter[str]:
        now = self._now()
        used: Counter[str] = Counter()
        for key, (name, seconds) in now.items():
            used[name] += seconds - self._before.get(key, (name, 0.0))[1]  # type: ignore[assignment]
        self._before = now
        return used

    def _now(self) -> dict[int, tuple[str, float]]:
        found: dict[int, tuple[str, float]] = {}
        for process in self._family():
            for task in Path(f"/proc/{process}/task").iterdir():
                try:
                    text = (task / "stat").read_text()
                except OSError:
                    continue
                name = text[text.index("(") + 1 : text.rindex(")")]
                fields = text[text.rindex(")") + 2 :].split()
                label = ("window" if int(task.name) == process else name) if process == os.getpid() else f"child {name}"
                found[int(task.name)] = (label, (int(fields[11]) + int(fields[12])) / TICK_S)
        return found

    def _family(self) -> list[int]:
        parents: dict[int, int] = {}
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit():
                try:
                    text = (entry / "stat").read_text()
                except OSError:
                    continue
                parents[int(entry.name)] = int(text[text.rindex(")") + 2 :].split()[1])
        family = [os.getpid()]
        for known in family:
            family += [each for each, parent in parents.items() if parent == known and each not in SERVERS]
        return family


SERVERS: set[int] = set()
"""What stands for the world outside: not ours to count."""


def comments(session: LiveSession, each_s: int) -> QTimer:
    """A timer that posts this many comments a second into the room, from as many viewers as there are texts left."""
    timer = QTimer(interval=100, timerType=Qt.TimerType.PreciseTimer)
    number = 0

    def post() -> None:
        nonlocal number
        for _ in range(each_s // 10):
            number += 1
            asks = number % 5 == 0
            session.post(
                CommentPosted(
                    at=session.now,
                    id=f"bench{number}",
                    viewer=Viewer(f"b{number % 997}", f"观众{number % 997}", "local"),
                    text=TEXTS[number % len(TEXTS)],
                    category="price" if asks else "noise",
                    topic=None,
                    product=None,
                    wants_answer=asks,
                    priority=2 if asks else 0,
                    expires_at=session.now + 20,
                    stands_for=1,
                    cause=Cause(Reason.CHANCE),
                )
            )

    timer.timeout.connect(post)
    return timer


@dataclass
class OnAir:
    """A cabin with everything on, and what was measured about its window."""

    studio: Studio
    session: LiveSession
    window: MainWindow
    gaps: list[float] = field(default_factory=list)
    """Seconds between two calls of a timer of ``PROBE_MS``."""
    ended: Ended | None = None


@contextmanager
def on_air(asked: argparse.Namespace, folder: Path, seconds: float) -> Iterator[OnAir]:
    """Go live with everything the bound names but ``asked.without``; at the end off air, and devices let go."""
    without = set(filter(None, asked.without.split(",")))
    events = [round(at * FPS) / FPS for at in schedule(min(seconds, 600))]
    write_camera_file(folder / "camera.mkv", events[:20], 12.0, (1280, 720))
    write_beeps(folder / "beeps.wav", events, min(seconds, 600) + 5)
    mic = VirtualMic()
    SERVERS.add(mic._server.pid)
    os.environ.update(mic.environ)
    with wiring.studio(folder / "data") as studio:
        began = studio.clock.now()
        studio.equipment = replace(
            studio.equipment,
            camera=lambda _address, clock, _zero, _fast: FileCamera(folder / "camera.mkv", clock, began),
            recogniser=lambda _language: None,
            faces=(lambda: None) if "faces" in without else studio.equipment.faces,
        )
        full = studio.library.scenario("S01")
        crowd = full.crowd
        if "viewers" not in without:
            crowd = replace(crowd, opening_viewers=asked.viewers, entries_per_min=asked.viewers / 2)
        scenario = replace(full, crowd=crowd, length=max(full.length, seconds))
        studio.library.scenario = lambda _id: scenario  # type: ignore[method-assign]
        app = application()
        window = opened_window(app, studio, screen="zh")
        window.resize(1366, 768)
        window.show()
        favour_window()
        studio.prepare()
        microphone = None if "microphone" in without else studio.microphones()[0].address
        if microphone is not None:
            studio.preview(None, microphone)
            assert studio._microphone is not None
            studio._microphone.wait_open(15)
            mic.play(folder / "beeps.wav")
            SERVERS.update(each.pid for each in [mic._holder] if each is not None)
        began = studio.clock.now()
        camera = None if "camera" in without else "camera:0"
        record = "recording" not in without
        booking = Booking(scenario="S01", trainee="bench", camera=camera, microphone=microphone, seed=7, record=record)
        session = studio.go_live(booking)
        window.open_cabin(session)
        session.desk.pin_product(session.scenario.products[0].id)
        chat = comments(session, 0 if "comments" in without else asked.comments)
        chat.start()
        made = OnAir(studio, session, window)
        probe = QTimer(window, interval=PROBE_MS, timerType=Qt.TimerType.PreciseTimer)
        last = 0.0

        def look() -> None:
            nonlocal last
            now = time.perf_counter()
            if last:
                made.gaps.append(now - last)
            last = now

        probe.timeout.connect(look)
        probe.start()
        wait(WARM_UP)
        made.gaps.clear()
        yield made
        probe.stop()
        chat.stop()
        session.go_off_air()
        window.open_home()
        made.ended = studio.end()
        window.close()
    mic.close()


def look_ms(looks: int = 21) -> float:
    """Processor time of one look for faces in a fixed picture: how fast the machine is just now."""
    model = installed_model()
    assert model is not None
    faces = CenterFace(model)
    frame = VideoFrame(0.0, np.random.default_rng(1).integers(0, 255, (720, 1280, 3), dtype=np.uint8))
    took = []
    for _ in range(looks):
        began = time.thread_time()
        faces.find(frame)
        took.append((time.thread_time() - began) * 1000)
    return round(float(np.median(took)), 1)


def run(asked: argparse.Namespace, folder: Path) -> dict[str, object]:
    before = look_ms()
    with on_air(asked, folder, asked.seconds + WARM_UP) as cabin:
        threads, began, pictures = Threads(), time.perf_counter(), cabin.studio.health().video_frames
        used, minutes = Counter[str](), []
        while (left := asked.seconds - (time.perf_counter() - began)) > 0.5:
            first, since = len(cabin.gaps), time.perf_counter()
            wait(min(MINUTE, left))
            now = threads.since()
            used += now
            minutes.append(minute(now, time.perf_counter() - since, cabin.gaps[first:]))
        passed = time.perf_counter() - began
        shown, figures = cabin.studio.health(), cabin.session.figures
        latencies = [each * 1000 for each in getattr(cabin.window.page.phone, "latencies", ())]
        if asked.shot is not None:
            cabin.window.grab().save(str(asked.shot))
    assert cabin.ended is not None
    late = lateness(cabin.gaps)
    return {
        "seconds": round(passed, 1),
        "without": asked.without,
        "cores": round(sum(used.values()) / passed, 3),
        "threads": {name: round(value / passed, 3) for name, value in used.most_common(12) if value > 0.1},
        "minutes": minutes,
        "window_late_p95_ms": round(float(np.percentile(late, 95)), 1),
        "window_late_max_ms": round(float(late.max()), 1),
        "paint_p95_ms": round(float(np.percentile(latencies, 95)), 1) if latencies else None,
        "fps": round((shown.video_frames - pictures) / passed, 2),
        "dropped": cabin.ended.health.dropped_frames,
        "sound_gaps": cabin.ended.health.audio_gaps,
        "online": figures.online,
        "load": round(os.getloadavg()[0], 1),
        "look_ms": [before, look_ms()],
    }


def lateness(gaps: Sequence[float]) -> np.ndarray:
    """Milliseconds by which each beat of the window's timer came late."""
    return np.maximum(0.0, np.array(gaps) * 1000 - PROBE_MS)


def minute(used: Counter[str], passed: float, gaps: Sequence[float]) -> dict[str, float]:
    """Whether it grows: cores, and the lateness of the window, of one minute."""
    return {
        "cores": round(sum(used.values()) / passed, 3),
        "late_p95_ms": round(float(np.percentile(lateness(gaps), 95)), 1),
        "load": round(os.getloadavg()[0], 1),
    }


def wait(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


def options(description: str | None) -> argparse.ArgumentParser:
    """What can be asked of a cabin with everything on."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--comments", type=int, default=50, help="a second")
    parser.add_argument("--viewers", type=int, default=10_000)
    parser.add_argument("--without", default="", help=f"comma-separated, of {', '.join(PARTS)}")
    parser.add_argument("--shot", type=Path, help="a picture of the window at the end")
    return parser


def main() -> None:
    asked = options(__doc__).parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(run(asked, Path(folder))), flush=True)


if __name__ == "__main__":
    main()
