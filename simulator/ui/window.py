"""The main window: one page at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from simulator.domain.judgement import Scorecard
from simulator.ports import Mendable
from simulator.ui.cabin.page import CabinPage
from simulator.ui.cabin.wrap_up import WrapUpPage
from simulator.ui.dialogs import ask, tell
from simulator.ui.jobs import Jobs
from simulator.ui.review_room import review_room
from simulator.ui.setup.page import HomePage
from simulator.ui.theme import Theme
from simulator.ui.translations import ScreenLanguage
from simulator.ui.wording import sentence

if TYPE_CHECKING:
    from simulator.live.session import LiveSession
    from simulator.live.studio import Studio

FIRST_SIZE = QSize(1366, 720)
"""The usual lab screen, less its task bar."""


class MainWindow(QMainWindow):
    """Home, cabin, wrap-up and review room, one at a time; a page is made when it is opened."""

    def __init__(
        self,
        studio: Studio,
        theme: Theme,
        language: ScreenLanguage,
        *,
        speak: Callable[[ScreenLanguage], None],
        dress_in: Callable[[Theme], None],
    ) -> None:
        super().__init__()
        self.studio = studio
        self.theme = theme
        self.language = language
        self.jobs = Jobs(self)
        self._speak = speak
        self._dress_in = dress_in
        self._pages = QStackedWidget()
        self.setCentralWidget(self._pages)
        self.setWindowTitle(self.tr("Bolian: rehearse live selling"))
        self.resize(FIRST_SIZE)

    @property
    def page(self) -> QWidget:
        return self._pages.currentWidget()

    # ------------------------------------------------------------------ pages

    def open_home(self) -> None:
        page = HomePage(self.studio, self.theme, self.jobs, self.language)
        page.started.connect(self.open_cabin)
        page.review_asked.connect(self.open_review)
        page.language_chosen.connect(self._on_language)
        page.theme_chosen.connect(self._on_theme)
        self._show(page)

    def open_cabin(self, session: LiveSession) -> None:
        page = CabinPage(session, self.studio, self.theme, self.language)
        page.went_off_air.connect(self.open_wrap_up)
        self._show(page)

    def open_wrap_up(self, session: LiveSession) -> None:
        page = WrapUpPage(session, self.studio, self.theme, self.jobs)
        page.scored.connect(self._on_scored)
        page.home_asked.connect(self.open_home)
        self._show(page)

    def open_review(self, session: str) -> None:
        """Look back at a session, by id."""
        try:
            page = review_room(self, session)
        except Mendable as error:
            self.show_error(error)
        else:
            self._show(page)

    def show_error(self, error: Mendable) -> None:
        """Say what a person can mend."""
        tell(self, self.tr("That did not work"), sentence(error), self.tr("Close"))

    # ------------------------------------------------------------------ inside

    def _show(self, page: QWidget) -> None:
        before = self._pages.currentWidget()
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        page.setFocus()
        if before is not None:
            before.close()
            self._pages.removeWidget(before)
            before.deleteLater()

    def _on_scored(self, card: Scorecard) -> None:
        self.open_review(card.session)

    def _on_language(self, language: ScreenLanguage) -> None:
        self._speak(language)
        self.language = language
        self.setWindowTitle(self.tr("Bolian: rehearse live selling"))
        self.open_home()

    def _on_theme(self, theme: Theme) -> None:
        self._dress_in(theme)
        self.theme = theme
        self.open_home()

    def closeEvent(self, event: QCloseEvent) -> None:
        page = self._pages.currentWidget()
        if isinstance(page, CabinPage) and page.on_air:
            event.ignore()
            ask(
                self,
                self.tr("You are on air"),
                self.tr("Closing ends the stream. It is kept, and can be scored at the next start."),
                self.tr("End and close"),
                self.tr("Stay on air"),
                self._end_and_close,
            )
            return
        if page is not None:
            page.close()
        self.jobs.close()
        super().closeEvent(event)

    def _end_and_close(self) -> None:
        page = self._pages.currentWidget()
        if isinstance(page, CabinPage):
            page.end_quietly()
        self.close()
