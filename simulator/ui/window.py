"""The main window: one page at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from simulator.domain.units import Seconds
from simulator.ports import Mendable
from simulator.ui.cabin.page import CabinPage
from simulator.ui.cabin.wrap_up import Closing, WrapUpPage, closing_cut, closing_live
from simulator.ui.dialogs import ask, tell
from simulator.ui.jobs import Jobs
from simulator.ui.rehearings import Rehearings
from simulator.ui.sentences import sentence
from simulator.ui.setup.page import HomePage
from simulator.ui.theme import Theme
from simulator.ui.translations import ScreenLanguage

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
        self.rehearings = Rehearings(studio, self.jobs, self)
        self.rehearings.heard.connect(self._on_heard)
        self._speak = speak
        self._dress_in = dress_in
        self._pages = QStackedWidget()
        self.setCentralWidget(self._pages)
        self.setWindowTitle(self.tr("Bolian: rehearse live selling"))
        self.resize(FIRST_SIZE)

    @property
    def page(self) -> QWidget | None:
        return self._pages.currentWidget()

    # ------------------------------------------------------------------ pages

    def open_home(self) -> None:
        page = HomePage(self.studio, self.theme, self.jobs, self.language)
        page.started.connect(self.open_cabin)
        page.review_asked.connect(self.open_review)
        page.finish_asked.connect(self.finish_cut)
        page.scheme_asked.connect(self.open_marking_scheme)
        page.language_chosen.connect(self._on_language)
        page.theme_chosen.connect(self._on_theme)
        rehearings = self.rehearings
        page.going_live.connect(lambda going: rehearings.allow(not going))
        page.erasing.connect(rehearings.leave)
        page.past.rehearing_wanted.connect(rehearings.want)
        rehearings.changed.connect(page.past.show_rehearings)
        self._show(page)

    def open_cabin(
        self, session: LiveSession, *, beat: Callable[[Seconds], None] | None = None, to_the_end: bool = False
    ) -> None:
        """Go into the cabin of a live session; see ``CabinPage`` for ``beat`` and ``to_the_end``."""
        page = CabinPage(session, self.studio, self.theme, self.language, beat=beat, to_the_end=to_the_end)
        page.went_off_air.connect(self.open_wrap_up)
        self._show(page)

    def open_wrap_up(self, session: LiveSession) -> None:
        """Close and score a session that has just gone off air."""
        try:
            self._wrap_up(closing_live(self.studio, session))
        except Mendable as error:
            self.show_error(error)

    def finish_cut(self, session: str) -> None:
        """Finish and score a session, by id, that a crash cut off or that was left unscored."""
        try:
            self._wrap_up(closing_cut(self.studio, session))
        except Mendable as error:
            self.show_error(error)

    def _wrap_up(self, closing: Closing) -> None:
        page = WrapUpPage(closing, self.studio, self.theme, self.jobs)
        page.scored.connect(self.open_review)
        page.home_asked.connect(self.open_home)
        self._show(page)

    def open_review(self, session: str) -> None:
        """Look back at a session, by id."""
        from simulator.ui.review.page import ReviewPage

        try:
            page = ReviewPage(self.studio, session, self.theme, self.jobs, self.language)
        except Mendable as error:
            self.show_error(error)
            return
        page.home_asked.connect(self.open_home)
        page.finish_asked.connect(self.finish_cut)
        page.again_asked.connect(self.open_review)
        self._show(page)

    def open_marking_scheme(self) -> None:
        """Where instructors settle what is marked."""
        from simulator.ui.marking_scheme.page import MarkingSchemePage
        from simulator.ui.marking_scheme.view import SchemeView
        from simulator.ui.trust.view import TrustView

        page = MarkingSchemePage(self.theme)
        try:
            page.add_tab(SchemeView(self.studio, self.theme, self.jobs, self.language), self.tr("Rubric"))
            page.add_tab(TrustView(self.studio, self.theme, self.language), self.tr("Trust"))
        except Mendable as error:
            self.show_error(error)
            return
        page.home_asked.connect(self.open_home)
        page.review_asked.connect(self.open_review)
        self._show(page)

    def show_error(self, error: Mendable) -> None:
        """Say what a person can mend."""
        tell(self, self.tr("That did not work"), sentence(error), self.tr("Close"))

    # ------------------------------------------------------------------ inside

    def _on_heard(self, session: str) -> None:
        from simulator.ui.review.page import ReviewPage

        page = self.page
        if isinstance(page, HomePage):
            page.refresh_sessions()
        elif isinstance(page, ReviewPage) and page.entry.header.id == session:
            page.notice.tell_heard_again()

    def _show(self, page: QWidget) -> None:
        self.rehearings.allow(not isinstance(page, CabinPage | WrapUpPage))
        before = self._pages.currentWidget()
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        page.setFocus()
        if before is not None:
            before.close()
            self._pages.removeWidget(before)
            before.deleteLater()

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
        self.rehearings.close()
        self.jobs.close()
        super().closeEvent(event)

    def _end_and_close(self) -> None:
        page = self._pages.currentWidget()
        if isinstance(page, CabinPage):
            self.hide()  # closing the recording takes a moment
            page.end_quietly()
        self.close()
