"""Two sessions to look at in step: pictures beside each other, one row of controls, lanes under each other."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from simulator.domain.units import Seconds
from simulator.ports import SessionEntry
from simulator.review import Lanes
from simulator.review.compare import Anchor, AnchorKind, Clocks, anchors
from simulator.ui.amounts import clock
from simulator.ui.compare.in_step import InStep
from simulator.ui.compare.pair_rows import Compared
from simulator.ui.compare.side import SideView
from simulator.ui.compare.step_timeline import StepTimeline
from simulator.ui.plain import shown, tip
from simulator.ui.review.transport import Transport
from simulator.ui.theme import Theme
from simulator.ui.translations import ScreenLanguage
from simulator.ui.widgets import ElidedLabel, Label, row

SKIP: Seconds = 5.0
LEAD: Seconds = 2.0
"""What was said is played from this long before it."""
LANES_PX, LANES_LARGE_PX = 150, 70
"""Lanes take this much at least, the pictures what is left."""


class WatchView(QWidget):
    """Both sessions on one clock."""

    review_asked = Signal(str)

    def __init__(
        self,
        one: SessionEntry,
        two: SessionEntry,
        theme: Theme,
        language: ScreenLanguage,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.sides = (SideView("A", one, theme), SideView("B", two, theme))
        self.step = InStep(self.sides[0].player, self.sides[1].player, self)
        self.timelines = (StepTimeline(theme, language), StepTimeline(theme, language))
        self.anchors: tuple[Anchor, ...] = (Anchor(kind=AnchorKind.LIVE),)
        self.transport = Transport(theme)
        self.transport.previous.hide()  # they step through the evidence of one session
        self.transport.next.hide()
        self.lay_on = QComboBox()
        self.lay_on.setAccessibleName(self.tr("What the two clocks are laid on"))
        self.lay_on.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.lay_on.setMinimumContentsLength(14)
        self.lay_on.addItem(self._anchor_words(self.anchors[0]))
        for side, timeline in zip(self.sides, self.timelines, strict=True):
            timeline.setAccessibleName(self.tr("Timeline {letter}").format(letter=side.letter))
        self._lay_out()
        self._connect()
        self.hear(1)
        self._on_moved(0.0)

    # ------------------------------------------------------------------ parts

    def _lay_out(self) -> None:
        left = QVBoxLayout(self)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(8)
        pictures = row(10)
        for side in self.sides:
            pictures.addWidget(side, 1)
        left.addLayout(pictures, 2)
        controls = row(8)
        controls.addWidget(self.transport, 1)
        label = Label(self.tr("Clocks on"), "small")
        label.setBuddy(self.lay_on)
        controls.addWidget(label)
        controls.addWidget(self.lay_on)
        left.addLayout(controls)
        label.setVisible(self._theme.roomy)
        lanes = QWidget()
        lanes.setObjectName("column")
        stack = QVBoxLayout(lanes)
        stack.setContentsMargins(4, 2, 4, 2)
        stack.setSpacing(2)
        for side, timeline in zip(self.sides, self.timelines, strict=True):
            stack.addWidget(ElidedLabel(side.name, "small"))
            stack.addWidget(timeline)
        stack.addStretch()
        area = QScrollArea()
        area.setWidget(lanes)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumHeight(self._theme.px(LANES_LARGE_PX if self._theme.compact else LANES_PX))
        left.addWidget(area, 5)

    def _connect(self) -> None:
        step = self.step
        step.moved.connect(self._on_moved)
        step.playing_changed.connect(self.transport.show_playing)
        self.transport.back.connect(lambda: step.skip(-SKIP))
        self.transport.forth.connect(lambda: step.skip(SKIP))
        self.transport.stepped.connect(step.step)
        self.transport.toggled.connect(step.toggle)
        self.transport.rate_chosen.connect(step.set_rate)
        self.lay_on.activated.connect(self._on_lay_on)
        for number, (side, timeline) in enumerate(zip(self.sides, self.timelines, strict=True)):
            side.player.troubled.connect(self._on_playable)
            side.screen_.clicked.connect(step.toggle)
            side.review_asked.connect(self.review_asked)
            side.sound_asked.connect(lambda number=number: self.hear(number))
            timeline.sought.connect(lambda at, number=number: self.go_to(number, at))

    # ------------------------------------------------------------------ what is shown

    def open(self) -> None:
        """Begin to read the recordings."""
        for side in self.sides:
            side.player.open()
        self._on_playable()

    def show_sessions(self, one: Compared, two: Compared) -> None:
        """Once both were read; the clocks are laid on going live."""
        for side, compared, timeline in zip(self.sides, (one, two), self.timelines, strict=True):
            session = compared.session
            side.show_session(compared, session.result(compared.judgement))
            drawn = _both_fit(session.lanes)
            if compared.masked:
                drawn = replace(drawn, marks=())
            timeline.show_session(drawn, session.log.scenario, session.taxonomy)
            timeline.show_notes(compared.judgement.notes)
        self.anchors = anchors(one.session.log, two.session.log)
        with QSignalBlocker(self.lay_on):
            self.lay_on.clear()
            for anchor in self.anchors:
                self.lay_on.addItem(self._anchor_words(anchor))
        self._lay(self.anchors[0])

    # ------------------------------------------------------------------ one clock

    def play_at(self, side: int, at: Seconds) -> None:
        """Play from a little before a moment of one session's own clock."""
        self.go_to(side, at - LEAD)
        self.step.play()

    def play_both(self, name: str, one: Seconds, two: Seconds) -> None:
        """Lay the clocks on something that was said in both, and play it."""
        anchor = Anchor(kind=AnchorKind.SAID, name=name, one=one, two=two)
        if self.anchors[-1].kind is AnchorKind.SAID:
            self.anchors = self.anchors[:-1]
            self.lay_on.removeItem(len(self.anchors))
        self.anchors = (*self.anchors, anchor)
        self.lay_on.addItem(self._anchor_words(anchor))
        self.lay_on.setCurrentIndex(len(self.anchors) - 1)
        self.lay_on.setToolTip(tip(self._anchor_words(anchor)))
        self._lay(anchor)
        self.play_at(0, one)

    def go_to(self, side: int, at: Seconds) -> None:
        """A moment of one session's own clock; the other comes along."""
        self.step.seek(self.step.clocks.leads[side] + at)

    def hear(self, side: int) -> None:
        """Let one session be heard, the other be silent."""
        for number, each in enumerate(self.sides):
            each.show_sound(number == side)

    def hear_other(self) -> None:
        self.hear(1 if self.sides[0].sound.isChecked() else 0)

    def _anchor_words(self, anchor: Anchor) -> str:
        return {
            AnchorKind.LIVE: self.tr("going live"),
            AnchorKind.SEGMENT: self.tr("segment: {name}"),
            AnchorKind.PRODUCT: self.tr("first explained: {name}"),
            AnchorKind.SAID: self.tr("said: {name}"),
        }[anchor.kind].format(name=shown(anchor.name, 40))

    def _on_lay_on(self, number: int) -> None:
        if 0 <= number < len(self.anchors):
            anchor = self.anchors[number]
            self._lay(anchor)
            self.step.seek(self.step.clocks.lead_one + anchor.one)

    def _lay(self, anchor: Anchor) -> None:
        """Lay the clocks upon each other, the lanes with them."""
        first, second = (side.player.length for side in self.sides)
        clocks = Clocks.at(anchor, first, second)
        for timeline, lead in zip(self.timelines, clocks.leads, strict=True):
            timeline.lay(lead, clocks.length)
        self.step.lay(clocks)
        self._even_lanes()

    def _even_lanes(self) -> None:
        left = max(timeline.names_end for timeline in self.timelines)
        for timeline in self.timelines:
            timeline.begin_at(left)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._even_lanes()

    def _on_moved(self, at: Seconds) -> None:
        self.transport.show_time(at, self.step.length)
        for side, timeline in zip(self.sides, self.timelines, strict=True):
            own = self.step.own(side.player)
            side.follow(own)
            timeline.follow(own)
        self.setAccessibleDescription(clock(at))

    def _on_playable(self) -> None:
        self.transport.set_playable(self.step.can_play)

    def close_players(self) -> None:
        for side in self.sides:
            side.player.close()


def _both_fit(lanes: Lanes) -> Lanes:
    """Without the lanes on voice, picture and machine: two of each would leave no room to see both sessions."""
    return replace(lanes, paces=(), loudness=(), faces=(), looks=(), held=(), machine=())
