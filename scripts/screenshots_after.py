"""What screenshots_states.py takes its pictures with, and the pages of what comes after the stream."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QDialog, QWidget

from simulator.devices.clock import HandClock
from simulator.devices.replayed_recogniser import ReplayedRecogniser
from simulator.domain.language import Language
from simulator.domain.session import Ending
from simulator.live.booking import Booking
from simulator.live.rehearsal import rehearse_fast
from simulator.ports import StoreError
from simulator.ui.cabin.wrap_up import Closing, Remains, WrapUpPage
from simulator.ui.jobs import Jobs
from simulator.ui.marking_scheme.view import SchemeView
from simulator.ui.review.page import ReviewPage
from simulator.ui.theme import DARK, Theme
from simulator.ui.translations import ScreenLanguage, screen_language
from simulator.ui.trust.view import TrustView
from tests.deviceless import studio_in
from tests.journeys.pitch import ORANGES, words
from tests.media_files import tone, write_video
from tests.ui.scripted import ScriptedStudio

WINDOW = (1366, 768)


def spin(seconds: float) -> None:
    """Let the window live."""
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


def shoot(page: QWidget, path: Path) -> None:
    """The page with whatever stands over it: windows of its own are put where a person would see them."""
    page.resize(*WINDOW)
    page.show()
    spin(0.4)  # until what slides has arrived
    picture = page.grab()
    for over in page.findChildren(QDialog):
        if over.isVisible():
            painter = QPainter(picture)
            corner = page.rect().center() - over.rect().center()
            painter.drawPixmap(max(0, corner.x()), max(0, corner.y()), over.grab())
            painter.end()
    picture.save(str(path))
    wrong = "" if page.size().toTuple() == WINDOW else f"  asks for {page.size().toTuple()}"
    print(path.name + wrong, flush=True)


def done(page: QWidget) -> None:
    page.close()
    page.deleteLater()
    spin(0.05)


@dataclass(frozen=True)
class Taking:
    """Where pictures go, and which are wanted."""

    language: str
    out: Path
    only: str
    look: Theme
    jobs: Jobs

    @property
    def screen(self) -> ScreenLanguage:
        return screen_language(self.language)

    def path(self, name: str) -> Path | None:
        """None for a picture that nobody asked for."""
        theme = "dark" if self.look.tokens is DARK else "light"
        file = f"{name}-{self.language}-{theme}-{round(100 * self.look.scale)}.png"
        return self.out / file if self.only in file else None


def after(take: Taking, kept: Path) -> None:
    """Wrap-up, waiting and in trouble; the review room; what instructors see."""
    for name in ("wrap-up", "wrap-up-trouble"):
        path = take.path(name)
        if path is None:
            continue

        def closed(_: object, name: str = name) -> Remains:
            raise StoreError("disk_full", path="D:/bolian") if name == "wrap-up-trouble" else StoreError("x")

        wait = Event()
        if name == "wrap-up-trouble":
            wait.set()
        closing = Closing(lambda _job, wait=wait: wait.wait(20), closed)
        page = WrapUpPage(closing, ScriptedStudio(), take.look, take.jobs)  # type: ignore[arg-type]
        shoot(page, path)
        wait.set()
        done(page)
    for name in ("review", "marking-scheme", "trust"):
        path = take.path(name)
        if path is None:
            continue
        with TemporaryDirectory() as folder:
            shutil.copytree(kept, Path(folder) / "data")
            studio = studio_in(Path(folder) / "data")
            session = studio.store.sessions()[0].header.id
            shown: QWidget
            if name == "review":
                shown = ReviewPage(studio, session, take.look, take.jobs, take.screen)
            elif name == "trust":
                shown = TrustView(studio, take.look, take.screen)
            else:
                shown = SchemeView(studio, take.look, take.jobs, take.screen)
            shown.resize(*WINDOW)
            shown.show()
            while isinstance(shown, ReviewPage) and shown.session is None:
                spin(0.2)
            spin(3.0)
            shoot(shown, path)
            done(shown)
            studio.store.close()


def one_session(folder: Path) -> Path:
    """A data folder with a scored session, and a film of colours for its recording."""
    studio = studio_in(folder)
    booking = Booking(scenario="S01", trainee="王晓梅", camera=None, microphone=None, seed=7, record=False)
    said = ReplayedRecogniser(words((*ORANGES, (128.0, "这是全网最低价，吃了能治糖尿病。"))), Language.ZH)
    session = rehearse_fast(studio, booking, HandClock(), replayed=said)[0]
    store = studio.store
    marked = studio.marking.again(session.header.id)
    store.save_transcript(session.header.id, session.transcript)
    store.save_scorecard(marked.scorecard)
    store.end(session.header.id, Ending.OFF_AIR)
    length = marked.log.length
    path = store.recording_path(session.header.id)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_video(path, [number / 10 for number in range(round(length * 10))], sound=tone(length, 48_000))
    store.close()
    return folder
