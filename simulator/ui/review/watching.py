"""How a session is watched: player, screen, controls and timeline, made to work together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from simulator.domain.units import Seconds
from simulator.ports import Mendable, Store
from simulator.review import next_evidence, previous_evidence
from simulator.ui.review.player import Player
from simulator.ui.review.repeating import Repeating
from simulator.ui.review.reviewed import Recorded, Reviewed
from simulator.ui.review.screen import Screen
from simulator.ui.review.timeline import Timeline
from simulator.ui.review.transport import Transport
from simulator.ui.review.view_row import ViewRow
from simulator.ui.review.wording import trouble

if TYPE_CHECKING:
    from simulator.ui.theme import Theme

SKIP: Seconds = 5.0
REPEAT: Seconds = 1.0
"""While playing, "previous" means the moment before the one just begun."""
AS_VIEWERS = "review.as_viewers"
"""The setting: the recording is shown as viewers saw it."""


class Watching(QObject):
    """Connects what plays with what shows it; ``page`` is where its keys are heard."""

    failed = Signal(object)
    """A ``Mendable``."""

    def __init__(
        self,
        page: QWidget,
        store: Store,
        theme: Theme,
        player: Player,
        screen: Screen,
        transport: Transport,
        timeline: Timeline,
    ) -> None:
        """Raise StoreError."""
        super().__init__(page)
        self._store = store
        self._session: Recorded | Reviewed | None = None
        self._player = player
        self._screen = screen
        self._transport = transport
        self._timeline = timeline
        self.repeating = Repeating(player)
        self.row = ViewRow(theme)
        screen.set_as_viewers(bool(store.setting(AS_VIEWERS, True)))
        self.row.show_sight(screen.wants_viewers)
        self.row.show_repeating(self.repeating)
        self._connect()
        self._make_keys(page)
        self._on_trouble()

    def show_lanes(self, session: Recorded | Reviewed, language: str) -> None:
        """The session was read, understood, or scored anew."""
        self._session = session
        self._timeline.show_session(session.lanes, session.log.scenario, session.yardstick.taxonomy)
        self._timeline.name_categories(
            {id: each.name[language] for id, each in session.yardstick.rules.categories.items()}
        )

    def show_log(self, session: Recorded | Reviewed) -> None:
        """The session was read, or understood: what viewers saw of it, and where it is quiet."""
        self._screen.show_log(session.log, session.news)
        self.repeating.show_quiet(session.lanes.quiet)

    def move_to(self, at: Seconds) -> None:
        """The player is at another moment."""
        self._transport.show_time(at, self._player.length)
        self._timeline.follow(at)
        self._screen.move_to(at)
        self._screen.set_beyond(self._player.beyond)

    # ------------------------------------------------------------------ inside

    def _connect(self) -> None:
        player, screen, transport, timeline = self._player, self._screen, self._transport, self._timeline
        player.playing_changed.connect(transport.show_playing)
        player.picture.connect(screen.show_frame)
        player.troubled.connect(self._on_trouble)
        screen.clicked.connect(player.toggle)
        transport.back.connect(lambda: player.skip(-SKIP))
        transport.forth.connect(lambda: player.skip(SKIP))
        transport.stepped.connect(player.step)
        transport.toggled.connect(player.toggle)
        transport.rate_chosen.connect(player.set_rate)
        transport.previous_asked.connect(self._on_previous)
        transport.next_asked.connect(self._on_next)
        timeline.sought.connect(player.seek)
        row, repeating = self.row, self.repeating
        row.as_viewers.connect(self._on_as_viewers)
        row.begin_asked.connect(lambda: repeating.begin(player.at))
        row.end_asked.connect(lambda: repeating.end(player.at))
        row.looping.connect(repeating.set_looping)
        row.skipping.connect(repeating.set_skipping)
        row.zoomed.connect(timeline.zoom)
        row.fit_asked.connect(timeline.fit)
        timeline.zoomed.connect(row.show_zoomed)
        timeline.span_chosen.connect(repeating.set_span)
        repeating.changed.connect(self._on_repeating)

    def _make_keys(self, page: QWidget) -> None:
        """Keys of the whole page; a field that is being written in keeps its own."""
        player = self._player
        for key, act in (
            (Qt.Key.Key_Space, player.toggle),
            (Qt.Key.Key_Left, lambda: player.skip(-SKIP)),
            (Qt.Key.Key_Right, lambda: player.skip(SKIP)),
            (Qt.Key.Key_Comma, lambda: player.step(-1)),
            (Qt.Key.Key_Period, lambda: player.step(1)),
        ):
            QShortcut(QKeySequence(key), page, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _on_trouble(self) -> None:
        self._screen.show_words(trouble(self._player.trouble, self._player.ends))
        self._screen.set_beyond(self._player.beyond)
        self._transport.set_playable(self._player.can_play)

    def _on_as_viewers(self, wanted: bool) -> None:
        self._screen.set_as_viewers(wanted)
        try:
            self._store.keep_setting(AS_VIEWERS, wanted)
        except Mendable as error:
            self.failed.emit(error)

    def _on_repeating(self) -> None:
        self.row.show_repeating(self.repeating)
        self._timeline.show_span(self.repeating.span, self.repeating.begins)

    def _on_next(self) -> None:
        if self._session is not None:
            mark = next_evidence(self._session.lanes.marks, self._player.at + 0.001)
            if mark is not None:
                self._player.seek(mark.span.start)

    def _on_previous(self) -> None:
        if self._session is not None:
            before = self._player.at - (REPEAT if self._player.playing else 0.001)
            mark = previous_evidence(self._session.lanes.marks, before)
            if mark is not None:
                self._player.seek(mark.span.start)
