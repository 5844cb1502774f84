"""The main window: one page at a time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from simulator.domain.units import Seconds
from simulator.live.keeping import Due, asked_due, sweeping
from simulator.ports import Mendable
from simulator.ui.cabin.page import CabinPage
from simulator.ui.cabin.wrap_up import Closing, WrapUpPage, closing_cut, closing_live
from simulator.ui.check.chosen import Chosen, Sitting
from simulator.ui.check.page import CheckPage
from simulator.ui.check.preparation import Prepared
from simulator.ui.dialogs import ask, tell
from simulator.ui.full_screen import let_full_screen
from simulator.ui.jobs import Jobs
from simulator.ui.privacy.piecewise import erased
from simulator.ui.queue.evening import Evening
from simulator.ui.rehearings import Rehearings
from simulator.ui.sentences import sentence
from simulator.ui.setup.keeping import KeepingPanel, listed
from simulator.ui.setup.page import HomePage
from simulator.ui.theme import Theme
from simulator.ui.translations import ScreenLanguage

if TYPE_CHECKING:
    from simulator.live.session import LiveSession
    from simulator.live.studio import Studio
    from simulator.ui.review.page import ReviewPage

FIRST_SIZE = QSize(1366, 720)
"""The usual lab screen, less its task bar."""


class MainWindow(QMainWindow):
    """Home, check page, cabin, wrap-up and review room, one at a time; a page is made when it is opened."""

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
        self._evening = Evening(self)
        self._prepared: dict[Sitting, Prepared] = {}
        """What was prepared for each sitting, so that going back and forth costs nobody the plan, nor gains time."""
        self._swept = False
        # A question that opened before its window was shown would lose the keyboard to it.
        self._sweeping = QTimer(self, singleShot=True, interval=0)
        self._sweeping.timeout.connect(self._sweep)
        self._speak = speak
        self._dress_in = dress_in
        self._pages = QStackedWidget()
        self.setCentralWidget(self._pages)
        self.setWindowTitle(self.tr("Bolian: rehearse live selling"))
        self.resize(FIRST_SIZE)
        let_full_screen(self)

    @property
    def page(self) -> QWidget | None:
        return self._pages.currentWidget()

    # ------------------------------------------------------------------ pages

    def open_home(self) -> None:
        before = self.page  # another language or look makes home anew: a tour goes on where it was
        at = before.tour.step if isinstance(before, HomePage) else None
        page = HomePage(self.studio, self.theme, self.language)
        page.check_asked.connect(self.open_check)
        page.review_asked.connect(self.open_review)
        page.finish_asked.connect(self.finish_cut)
        page.queue_asked.connect(self.open_queue)
        page.search_asked.connect(self.open_search)
        page.scheme_asked.connect(self.open_marking_scheme)
        page.privacy_asked.connect(self.open_privacy)
        page.language_chosen.connect(self._on_language)
        page.theme_chosen.connect(self._on_theme)
        rehearings = self.rehearings
        page.erasing.connect(rehearings.leave)
        page.past.rehearing_wanted.connect(rehearings.want)
        rehearings.changed.connect(page.past.show_rehearings)
        self._show(page)
        page.tour.offer(at)
        if self.isVisible():
            self._sweeping.start()

    def open_check(self, chosen: Chosen) -> None:
        """Try out camera, microphone and the rest, and prepare, before going live."""
        prepared = self._prepared.setdefault(chosen.sitting, Prepared.of(chosen, self.studio.clock.now))
        page = CheckPage(self.studio, chosen, prepared, self.theme, self.jobs, self.language)
        page.started.connect(lambda session: self.open_cabin(session, again=chosen))
        page.home_asked.connect(self.open_home)
        self._show(page)
        page.tour.offer()

    def open_cabin(
        self,
        session: LiveSession,
        *,
        beat: Callable[[Seconds], None] | None = None,
        to_the_end: bool = False,
        again: Chosen | None = None,
    ) -> None:
        """Go into the cabin of a live session; see ``CabinPage`` for ``beat`` and ``to_the_end``.

        A countdown that is called off leads back to where ``again`` is checked, else home.
        """
        page = CabinPage(session, self.studio, self.theme, self.language, beat=beat, to_the_end=to_the_end)
        page.went_off_air.connect(self.open_wrap_up)
        page.called_off.connect(lambda session: self._on_called_off(session, again))
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

    def open_review(
        self, session: str, at: Seconds = 0.0, *, brought: Callable[[ReviewPage], None] = lambda _: None
    ) -> None:
        """Look back at a session, by id, from a second on; ``brought`` puts beside it the ways it was come by."""
        from simulator.ui.review.page import ReviewPage

        try:
            page = ReviewPage(self.studio, session, self.theme, self.jobs, self.language, at=at)
            brought(page)
        except Mendable as error:
            self.show_error(error)
            return
        page.home_asked.connect(self.open_home)
        page.finish_asked.connect(self.finish_cut)
        page.again_asked.connect(lambda session: self.open_review(session, brought=brought))
        page.compare_asked.connect(lambda other: self.open_comparison(other, session))
        page.path_asked.connect(lambda trainee: self.open_path(trainee, lambda: self.open_review(session)))
        self._show(page)

    def open_queue(self) -> None:
        """What waits for a review."""
        self._evening.open_queue()

    def open_search(self) -> None:
        """Search what was said and written in all sessions."""
        self._evening.open_search()

    def show_page(self, page: QWidget) -> None:
        """Put a page in place of the one that is shown."""
        self._show(page)

    def open_comparison(self, one: str, two: str) -> None:
        """Put two sessions, by id, beside each other; the second is what one comes from."""
        from simulator.ui.compare.page import ComparePage

        try:
            page = ComparePage(self.studio, one, two, self.theme, self.jobs, self.language)
        except Mendable as error:
            self.show_error(error)
            return
        page.home_asked.connect(self.open_home)
        page.review_asked.connect(self.open_review)
        page.path_asked.connect(lambda trainee: self.open_path(trainee, lambda: self.open_comparison(one, two)))
        self._show(page)

    def open_path(self, trainee: str, back: Callable[[], None]) -> None:
        """A trainee's path over time, by id; ``back`` leads to where one came from."""
        from simulator.ui.compare.path_page import PathPage

        try:
            page = PathPage(self.studio, trainee, self.theme, self.language)
        except Mendable as error:
            self.show_error(error)
            return
        page.home_asked.connect(self.open_home)
        page.review_asked.connect(self.open_review)
        page.back_asked.connect(back)
        self._show(page)

    def open_class(self, id: str | None = None) -> None:
        """What a class comes to; None is everybody."""
        from simulator.ui.compare.class_view import ClassView
        from simulator.ui.marking_scheme.page import MarkingSchemePage

        self.open_marking_scheme()
        page = self.page
        if not isinstance(page, MarkingSchemePage):
            return  # it could not be opened, and said why
        for number, view in enumerate(page.views):
            if isinstance(view, ClassView):
                view.filters.choose_class(id)
                page.show_tab(number)

    def open_marking_scheme(self) -> None:
        """Where instructors settle what is marked, and see what their classes come to."""
        from simulator.ui.authoring.view import AuthoringView
        from simulator.ui.compare.class_view import ClassView
        from simulator.ui.marking_scheme.page import MarkingSchemePage
        from simulator.ui.marking_scheme.view import SchemeView
        from simulator.ui.trust.view import TrustView

        page = MarkingSchemePage(self.theme)
        try:
            page.add_tab(SchemeView(self.studio, self.theme, self.jobs, self.language), self.tr("Rubric"))
            page.add_tab(TrustView(self.studio, self.theme, self.language), self.tr("Trust"))
            if (workshop := self.studio.workshop) is not None:
                scenarios = AuthoringView(workshop, self.studio, self.theme, self.jobs, self.language)
                page.add_tab(scenarios, self.tr("Scenarios"))
            page.add_tab(KeepingPanel(self.studio.store, self.theme), self.tr("Keeping"))
            classes = ClassView(self.studio, self.theme, self.jobs, self.language)
            page.add_tab(classes, self.tr("Class"))
        except Mendable as error:
            self.show_error(error)
            return
        page.home_asked.connect(self.open_home)
        page.review_asked.connect(self.open_review)
        page.moment_asked.connect(self.open_review)
        page.path_asked.connect(lambda trainee: self._open_path_of(trainee, classes.filters.class_id))
        self._show(page)

    def _open_path_of(self, trainee: str, class_: str | None) -> None:
        """The path of a trainee of a class, and back to it."""
        self.open_path(trainee, lambda: self.open_class(class_))

    def open_privacy(self) -> None:
        """Where a lab settles what is kept, erases, proves, and sees who looked."""
        from simulator.ui.privacy.page import PrivacyPage

        try:
            page = PrivacyPage(self.studio, self.theme, self.jobs)
        except Mendable as error:
            self.show_error(error)
            return
        page.home_asked.connect(self.open_home)
        page.erasing.connect(self.rehearings.leave)
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

    def _on_called_off(self, session: LiveSession, again: Chosen | None) -> None:
        """Let go of a session that never began; its devices close beside the window."""
        job = self.jobs.start(lambda _job: self.studio.end(), in_turn=True)
        job.ended.connect(lambda: self._forget(session, again))

    def _forget(self, session: LiveSession, again: Chosen | None) -> None:
        try:
            self.studio.call_off(session)
        except Mendable as error:
            self.show_error(error)
        if again is None:
            self.open_home()
        else:
            self.open_check(again)

    def _sweep(self) -> None:
        """Once a start: list what has been kept to the end of its time, and ask before anything is erased."""
        if self._swept:
            return
        self._swept = True
        try:
            asked = asked_due(self.studio.store, datetime.now(UTC).date())
        except Mendable as error:
            self.show_error(error)
            return
        self.jobs.start(lambda _job: asked(), self._on_due, self.show_error)

    def _on_due(self, found: tuple[Due, ...]) -> None:
        if not isinstance(self.page, HomePage):
            self._swept = False  # not into what goes on now: home asks again
            return
        over = tuple(each for each in found if not each.held)
        if over:
            ask(
                self,
                self.tr("The time of keeping is over"),
                self.tr("%n session(s) were to be kept no longer. Erase them with recording and marks?", "", len(over)),
                self.tr("Erase them"),
                self.tr("Not now"),
                lambda: self.erase_due(over),
                detail=listed(over),
            )

    def erase_due(self, over: tuple[Due, ...]) -> None:
        """Erase what is due, a piece at a time."""
        for each in over:
            self.rehearings.leave(each.entry.header.id)
        sweep = erased(sweeping(self.studio.store, over), self.jobs, self)
        sweep.failed.connect(self.show_error)
        sweep.done.connect(self._on_erased)
        sweep.begin()

    def _on_erased(self) -> None:
        page = self.page
        if isinstance(page, HomePage):
            page.refresh_sessions()

    def _show(self, page: QWidget) -> None:
        self.rehearings.allow(not isinstance(page, CheckPage | CabinPage | WrapUpPage))
        self._evening.shown(page, leisure=isinstance(page, HomePage))
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

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if isinstance(self.page, HomePage):
            self._sweeping.start()

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
        self._evening.close()
        self.jobs.close()
        self._sweeping.stop()  # it would ask a store that is shut by then
        super().closeEvent(event)

    def _end_and_close(self) -> None:
        page = self._pages.currentWidget()
        if isinstance(page, CabinPage):
            self.hide()  # closing the recording takes a moment
            page.end_quietly()
        self.close()
