"""The ways of an evening of marking through the window: queue, review room and back, search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from simulator.domain.assessing import Stage, name_key
from simulator.domain.queue import Left, Queued, Wanted
from simulator.ports import Mendable
from simulator.ui.queue.catching_up import CatchingUp
from simulator.ui.queue.strip import QueueStrip
from simulator.ui.search.strip import SearchStrip

if TYPE_CHECKING:
    from simulator.ui.queue.page import QueuePage
    from simulator.ui.review.ahead import Ahead
    from simulator.ui.review.page import ReviewPage
    from simulator.ui.search.page import SearchPage
    from simulator.ui.window import MainWindow

AHEAD = 40
"""Sessions behind the one at hand that are worked out meanwhile: as many as are marked in an evening."""


class Evening(QObject):
    """Remembers what was asked for, so that one comes back to the queue and the search as one left them."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._wanted: Wanted | None = None
        self._session: str | None = None
        self._words = ""
        self._page: QueuePage | SearchPage | None = None
        """Of these two the one that was shown last."""
        self._coming: tuple[str, ...] = ()
        """Sessions that are likely to be opened after the page that is about to be shown."""
        self._ahead: Ahead | None = None
        self.catching_up = CatchingUp(window.studio.store, self)
        self.catching_up.progressed.connect(self._on_progressed)

    def close(self) -> None:
        """The window closes, and the store after it."""
        self.catching_up.allow(False)
        self._look_ahead(())

    def open_queue(self) -> None:
        """The queue as it was left."""
        from simulator.ui.queue.page import QueuePage

        window = self._window
        try:
            page = QueuePage(window.studio, window.theme, window.language, self._wanted, self._session)
            self._coming = self._after(page.chosen, page.wanted)
        except Mendable as error:
            window.show_error(error)
            return
        page.home_asked.connect(window.open_home)
        page.search_asked.connect(lambda: self._from_queue(page))
        page.review_asked.connect(self._open)
        self._page = page
        window.show_page(page)

    def open_search(self, *, from_queue: bool = False) -> None:
        """The search with its last words; Esc leads back to where one came from."""
        from simulator.ui.search.page import SearchPage

        window = self._window
        page = SearchPage(window.studio.store, window.theme, self._words)
        page.back_asked.connect(self.open_queue if from_queue else window.open_home)
        page.words.textChanged.connect(self._keep_words)
        page.review_asked.connect(
            lambda session, at: window.open_review(
                session, at, brought=lambda review: self._join_search(review, from_queue)
            )
        )
        self._page = page
        window.show_page(page)

    def _join_search(self, page: ReviewPage, from_queue: bool) -> None:
        """Let one come back from a hit to the others."""
        strip = SearchStrip(self._window.theme, self._words, page)
        strip.search_asked.connect(lambda: self.open_search(from_queue=from_queue))
        page.put_under_bar(strip)

    def _join(self, page: ReviewPage, session: Queued, wanted: Wanted) -> None:
        """Bring the session's neighbours in the queue to its page. Raise StoreError."""
        self._wanted, self._session = wanted, session.session
        strip = QueueStrip(self._window.studio.store, wanted, session, self._window.theme, page)
        strip.queue_asked.connect(self.open_queue)
        strip.review_asked.connect(lambda beside: self._open(beside, wanted))
        page.judging.judged.connect(lambda: strip.refresh(signed=_signed(page)))
        page.put_under_bar(strip)
        self._coming = self._after(session, wanted)[1:]

    def _after(self, session: Queued | None, wanted: Wanted) -> tuple[str, ...]:
        """A session of the queue, else its head, and those that follow. Raise StoreError."""
        found = self._window.studio.store.queue(wanted, AHEAD, after=session)
        first = () if session is None else (session.session,)
        return (*first, *(each.session for each in found))

    def _open(self, session: Queued, wanted: Wanted) -> None:
        self._window.open_review(session.session, brought=lambda page: self._join(page, session, wanted))

    def _from_queue(self, page: QueuePage) -> None:
        self._wanted = page.wanted
        self._session = None if page.chosen is None else page.chosen.session
        self.open_search(from_queue=True)

    def _keep_words(self, words: str) -> None:
        self._words = words

    def shown(self, page: QWidget, *, leisure: bool) -> None:
        """Another page is shown; older sessions are taken in at ``leisure``, and on the pages of this evening."""
        if page is not self._page:
            self._page = None
        self.catching_up.allow(leisure or self._page is not None)
        coming, self._coming = self._coming, ()
        self._look_ahead(coming)

    def _look_ahead(self, coming: tuple[str, ...]) -> None:
        """Have these worked out before they are opened; where there are none, let nothing go on."""
        if coming and self._ahead is None:
            from simulator.ui.review.ahead import Ahead  # not before somebody marks: it takes a moment to be loaded

            self._ahead = Ahead(self._window.studio, self._window.jobs, self)
        if self._ahead is not None:
            self._ahead.wish(coming)

    def _on_progressed(self, left: Left) -> None:
        if self._page is not None:
            self._page.show_left(left)


def _signed(page: ReviewPage) -> bool:
    """Whether who sits here has signed, or both have."""
    assessing = page.judging.assessing
    mine = name_key(page.judging.name) in {name_key(name) for name in assessing.signers}
    return assessing.stage is Stage.SIGNED or (mine and assessing.stage is not Stage.TO_REVIEW)
