"""The review room with an hour in it: opening, seeking, panning and zooming, and how long the window was ever blocked.

python scripts/bench/review.py [--comments 10000] [--words 10000] [--minutes 60] [--seeks 100] [--folder KEPT]
                               [--no-recording] [--pitch] [--shot FILE.png]

Told in one line of JSON, times in milliseconds. The session and its recording are made up (``review_session.py``);
``--folder`` keeps them for the next run. ``--pitch`` also plays a tone at half to three times the speed through a
private sound server and tells the frequency that came out. Wants a display: xvfb-run -s "-screen 0 1366x768x24".

Opening is counted from the call that makes the page until all that is in sight is there and painted, and ("whole")
until the other tabs and the rows below are, too: the first time, when all is worked out ("watched": until picture,
lanes, chat and captions are there), again, when it is remembered, and once a breach was struck since ("struck").
A seek is counted from the call until the picture is painted that carries the number asked for; its error is in
pictures.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))
if not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame
from PySide6.QtWidgets import QApplication

from scripts.bench.review_session import BITS, FPS, PIECE_S, film, make, number_in, repeated
from simulator.domain.findings import RuleBroken
from simulator.domain.judgement import Confirmation
from simulator.ui.app import application, dress, favour_window, opened_window
from simulator.ui.jobs import Jobs
from simulator.ui.review.page import ReviewPage
from simulator.ui.theme import Theme
from simulator.ui.translations import ScreenLanguage
from tests.deviceless import studio_in

PROBE_MS = 5
LATE_S = 20.0


class Probe:
    """A timer of 5 ms: how late it was at worst is how long the window was blocked.

    On a machine with other work most of that is waiting for a processor; so the longest stretch of the window's own
    processor time between two beats is told, too.
    """

    def __init__(self, app: QApplication) -> None:
        self.worst = self.busiest = 0.0
        self._last, self._used = time.perf_counter(), time.thread_time()
        self._timer = QTimer(app, interval=PROBE_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        now, used = time.perf_counter(), time.thread_time()
        self.worst = max(self.worst, 1000 * (now - self._last) - PROBE_MS)
        self.busiest = max(self.busiest, 1000 * (used - self._used))
        self._last, self._used = now, used

    @contextmanager
    def watching(self, found: dict[str, Any], name: str) -> Iterator[None]:
        """Note the longest block of what is done meanwhile, in all and in processor time."""
        self.worst = self.busiest = 0.0
        self._last, self._used = time.perf_counter(), time.thread_time()
        yield
        found[name] = round(self.worst, 1)
        found[name.replace("_ms", "_cpu_ms")] = round(self.busiest, 1)


def wait(until: Callable[[], bool], most: float = LATE_S) -> bool:
    """Let the window live until something is so; it sleeps between two beats of the probe, as it does in use."""
    end = time.perf_counter() + most
    while not until():
        if time.perf_counter() > end:
            return False
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    return True


def rest(seconds: float) -> None:
    end = time.perf_counter() + seconds
    wait(lambda: time.perf_counter() > end, seconds + 1)


def spread(values: list[float]) -> dict[str, float]:
    return {
        "median": round(float(np.median(values)), 1),
        "p95": round(float(np.percentile(values, 95)), 1),
        "worst": round(max(values), 1),
    }


def ready(page: ReviewPage) -> bool:
    return (
        page.is_filled
        and page.pages.isVisible()
        and page.chat.list.moments.rowCount() > 0
        and page.transcript.list.moments.rowCount() > 0
        and len(page.timeline.lane_names) > 6
    )


def in_sight(page: ReviewPage) -> bool:
    """What one sees of the page: picture's place, lanes, score, and as many rows as there is room for."""
    return (
        page.session is not None
        and page.pages.isVisible()
        and page.scorecard.filled
        and len(page.timeline.lane_names) > 6
    )


def can_be_watched(page: ReviewPage) -> bool:
    """Whether lanes, chat and captions are there, the marks perhaps not yet."""
    return hasattr(page, "timeline") and len(page.timeline.lane_names) > 6 and page.screen_.as_viewers


def begun(studio: Any, session: str, theme: Theme, jobs: Jobs) -> ReviewPage:
    """A page that begins to open."""
    page = ReviewPage(studio, session, theme, jobs, ScreenLanguage.ZH_CN)
    page.resize(1366, 768)
    page.show()
    return page


def watched(studio: Any, session: str, theme: Theme, jobs: Jobs) -> tuple[ReviewPage, float]:
    """A page that begins to open, and the milliseconds until the session could be watched there, all painted."""
    began = time.perf_counter()
    page = begun(studio, session, theme, jobs)
    assert wait(lambda: can_be_watched(page), 300), "it did not open"
    page.repaint()
    return page, 1000 * (time.perf_counter() - began)


def opened(studio: Any, session: str, theme: Theme, jobs: Jobs) -> tuple[ReviewPage, float, float]:
    """The page, the milliseconds until all that is in sight was there, and until all was, other tabs and rows below."""
    began = time.perf_counter()
    page = begun(studio, session, theme, jobs)
    assert wait(lambda: in_sight(page), 300), "it did not open"
    page.repaint()
    seen = 1000 * (time.perf_counter() - began)
    assert wait(lambda: ready(page), 300), "it was not filled"
    return page, seen, 1000 * (time.perf_counter() - began)


def strike(studio: Any, page: ReviewPage) -> None:
    """Have an instructor strike the gravest breach, or let it stand if it was struck the last time, to the end."""
    assert page.session is not None
    session, log = page.entry.header.id, page.session.log
    broken = max(log.only(RuleBroken), key=lambda each: each.severity)
    said = studio.store.judgement(session).confirmations
    stands = bool(said) and not said[-1].stands
    word = Confirmation(
        finding=broken.id, stands=stands, reason="bench", instructor="bench", at_utc="2026-11-23T09:00:00+00:00",
        broken=broken,
    )  # fmt: skip
    before = page.session
    page.judging.keep(word)
    assert wait(lambda: page.session is not before), "it was not scored again"
    rest(0.5)  # its moments are being chosen
    assert wait(lambda: not page._jobs.running, 60), "it was not kept"


def close(page: ReviewPage, jobs: Jobs) -> None:
    """Leave it, and wait until nothing of it goes on aside."""
    page.close()
    page.deleteLater()
    rest(0.3)
    wait(lambda: not jobs.running, 300)


def grey_of(image: QImage) -> np.ndarray:
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
    return rows[:, : grey.width()]


def sought(page: ReviewPage, count: int, length: float) -> dict[str, Any]:
    """Random moments of the whole recording, one after the other."""
    chance = np.random.default_rng(4)
    shown: list[int] = []

    def look(frame: QVideoFrame) -> None:
        if frame.isValid():
            shown.append(number_in(grey_of(frame.toImage())))

    page.player.picture.connect(look)
    took: list[float] = []
    errors: list[int] = []
    lost = 0
    cycle = FPS * PIECE_S
    for number in chance.integers(0, int(length * FPS) - FPS, count).tolist():
        shown.clear()
        wanted = number % cycle
        began = time.perf_counter()
        page.player.seek((number + 0.5) / FPS)
        came = wait(lambda: bool(shown) and abs(shown[-1] - wanted) <= 1, 3.0)  # noqa: B023  # called at once
        page.screen_.repaint()
        took.append(1000 * (time.perf_counter() - began))
        lost += not came
        rest(0.03)
        off = abs(shown[-1] - wanted) if shown else cycle
        errors.append(min(off, abs(cycle - off)))
    page.player.picture.disconnect(look)
    return {"ms": spread(took), "error_frames_worst": max(errors), "off_by_one": errors.count(1), "never_came": lost}


def moved(page: ReviewPage) -> dict[str, Any]:
    """Milliseconds of a step of panning and of zooming, painted."""
    line = page.timeline

    def timed(act: Callable[[], None]) -> float:
        began = time.perf_counter()
        act()
        line.repaint()
        return 1000 * (time.perf_counter() - began)

    zooms = [timed(lambda: line.zoom(1.15)) for _ in range(40)] + [
        timed(lambda: line.zoom(1 / 1.15)) for _ in range(40)
    ]
    line.fit()
    line.zoom(8.0)
    step = line.view.span.length / 60
    pans = [timed(lambda: line.pan(step)) for _ in range(300)] + [timed(lambda: line.pan(-step)) for _ in range(300)]
    line.fit()
    line._still.forget()
    began = time.thread_time()
    line.repaint()
    sharp = 1000 * (time.thread_time() - began)
    line.fit()
    return {"zoom_ms": spread(zooms), "pan_ms": spread(pans), "whole_painting_cpu_ms": round(sharp, 1)}


def played(page: ReviewPage, seconds: float, as_viewers: bool) -> dict[str, Any]:
    """Processor time of playing, and how many pictures a second were shown."""
    page.screen_.set_as_viewers(as_viewers)
    page.player.seek(600.0)
    rest(0.5)
    count = [0]
    page.player.picture.connect(lambda _frame: count.__setitem__(0, count[0] + 1))
    page.player.play()
    rest(1.0)
    count[0], used, began = 0, time.process_time(), time.perf_counter()
    rest(seconds)
    wall = time.perf_counter() - began
    page.player.pause()
    return {"core": round((time.process_time() - used) / wall, 2), "pictures_a_second": round(count[0] / wall, 1)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--comments", type=int, default=10_000)
    parser.add_argument("--words", type=int, default=10_000)
    parser.add_argument("--minutes", type=int, default=60)
    parser.add_argument("--seeks", type=int, default=100)
    parser.add_argument("--openings", type=int, default=5)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--no-recording", action="store_true")
    parser.add_argument("--pitch", action="store_true")
    parser.add_argument("--shot", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = asked.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        print(json.dumps(measured(asked, folder)), flush=True)


def measured(asked: argparse.Namespace, folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = {"load": round(os.getloadavg()[0], 1), "bits": BITS}
    studio = studio_in(folder / "data")
    kept = studio.store.sessions()
    if kept:
        session = kept[0].header.id
        with studio.store._writing() as db:  # type: ignore[attr-defined]
            db.execute("DELETE FROM looked_back")
    else:
        session = make(studio, minutes=asked.minutes, comments=asked.comments, words=asked.words)
    recording = studio.store.recording_path(session)
    if not asked.no_recording and not recording.exists():
        piece = folder / "minute.mkv"
        repeated(piece if piece.exists() else film(piece), recording, asked.minutes, session)
    with studio.store._reading() as db:  # type: ignore[attr-defined]
        found["events"] = db.execute("SELECT count(*) FROM events").fetchone()[0]
    app = application()
    theme = Theme()
    dress(app, theme)
    jobs, probe = Jobs(app), Probe(app)
    window = opened_window(app, studio)  # nobody comes here but by the window and its first page
    window.open_home()
    window.show()
    favour_window()
    rest(2.0)
    window.hide()
    with probe.watching(found, "first_block_ms"):
        began = time.perf_counter()
        page, took = watched(studio, session, theme, jobs)
        found["first_watched_ms"] = round(took, 1)
        assert wait(lambda: in_sight(page), 300), "it was not understood"
        page.repaint()
        found["first_ms"] = round(1000 * (time.perf_counter() - began), 1)
        assert wait(lambda: ready(page), 300), "it was not filled"
        rest(0.5)
    close(page, jobs)
    taken: dict[str, list[float]] = {
        "again_ms": [],
        "again_whole_ms": [],
        "again_cpu_ms": [],
        "again_block_ms": [],
        "again_block_cpu_ms": [],
    }
    for _ in range(asked.openings):
        used = time.process_time()
        with probe.watching(found, "again_block_ms"):
            page, took, whole = opened(studio, session, theme, jobs)
            taken["again_cpu_ms"].append(1000 * (time.process_time() - used))
            rest(0.5)
        taken["again_ms"].append(took)
        taken["again_whole_ms"].append(whole)
        for name in ("again_block_ms", "again_block_cpu_ms"):
            taken[name].append(found[name])
        close(page, jobs)
    found |= {name: spread(values) for name, values in taken.items()}
    page, *_ = opened(studio, session, theme, jobs)
    rest(1.0)  # nobody strikes what he has not read; its audience is still being asked
    with probe.watching(found, "strike_block_ms"):
        strike(studio, page)
    close(page, jobs)
    page, took, _ = opened(studio, session, theme, jobs)
    found["struck_ms"] = round(took, 1)
    rest(1.0)
    if asked.shot:
        page.grab().save(str(asked.shot))
    with probe.watching(found, "timeline_block_ms"):
        found |= moved(page)
    if page.player.can_play:
        wait(lambda: page.screen_.has_picture)
        with probe.watching(found, "seek_block_ms"):
            found["seek"] = sought(page, asked.seeks, 60.0 * asked.minutes)
        with probe.watching(found, "play_block_ms"):
            found["play"] = played(page, 5.0, as_viewers=False)
            found["play_as_viewers"] = played(page, 5.0, as_viewers=True)
    close(page, jobs)
    if asked.pitch:
        found["pitch_hz"] = pitches(folder)
    jobs.close()
    studio.close_devices()
    studio.store.close()
    return found


def pitches(folder: Path) -> dict[str, float]:
    """The frequency heard of a tone of 440 Hz at each speed, through a private sound server."""
    from scripts.bench.review_pitch import heard_at

    return heard_at(folder)


if __name__ == "__main__":
    main()
