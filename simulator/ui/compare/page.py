"""Two sessions side by side on one clock: picture, lanes, levels, words and figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from simulator.domain.judgement import Judgement
from simulator.domain.session import SessionLog, Transcript
from simulator.domain.units import Seconds
from simulator.ports import Mendable
from simulator.review.compare import Anchor, AnchorKind, Clocks, anchors
from simulator.ui.amounts import clock
from simulator.ui.compare.in_step import InStep
from simulator.ui.compare.pair_rows import Compared, PairWords
from simulator.ui.compare.pair_table import Column, PairRow, PairTable
from simulator.ui.compare.side import SideView
from simulator.ui.compare.step_timeline import StepTimeline
from simulator.ui.jobs import Job, Jobs
from simulator.ui.plain import shown, tip
from simulator.ui.review.instructor import BLIND, known_instructor
from simulator.ui.review.reviewed import Reviewed, reviewed
from simulator.ui.review.tabs import Tabs
from simulator.ui.review.transport import Transport
from simulator.ui.sentences import sentence
from simulator.ui.theme import Theme, Tone
from simulator.ui.translations import ScreenLanguage
from simulator.ui.widgets import Bar, Button, ElidedPill, Label, Panel, column, row

if TYPE_CHECKING:
    from simulator.live.studio import Studio

SKIP: Seconds = 5.0
LEAD: Seconds = 2.0
"""What was said is played from this long before it."""
RIGHT_PX = 500
LANES_PX = 150
"""Lanes take this much at least, the pictures what is left."""


class ComparePage(QWidget):
    """What an instructor and a trainee look at together: before and now."""

    home_asked = Signal()
    review_asked = Signal(str)
    path_asked = Signal(str)
    """This trainee's path over time (``Trainee.id``)."""

    def __init__(
        self,
        studio: Studio,
        one: str,
        two: str,
        theme: Theme,
        jobs: Jobs,
        language: ScreenLanguage,
        parent: QWidget | None = None,
    ) -> None:
        """``one`` and ``two`` are sessions, by id; the second is compared with the first.

        Raise ContentError or StoreError when there is no such session.
        """
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._studio = studio
        self._theme = theme
        self._jobs = jobs
        self._language = language
        self._job: Job | None = None
        self._left = False
        store = studio.store
        self.sides = (SideView("A", store.session(one), theme), SideView("B", store.session(two), theme))
        self._judgements: tuple[Judgement, ...] = tuple(store.judgement(each.entry.header.id) for each in self.sides)
        self.compared: tuple[Compared, Compared] | None = None
        self.anchors: tuple[Anchor, ...] = (Anchor(kind=AnchorKind.LIVE),)
        self.words = PairWords(language.of_texts, self)
        self.step = InStep(self.sides[0].player, self.sides[1].player, self)
        self.timelines = (StepTimeline(theme, language), StepTimeline(theme, language))
        self._make_parts()
        self._lay_out()
        self._connect()
        self._make_keys()
        self._hear(1)
        self._on_moved(0.0)
        QTimer.singleShot(0, self, self._begin)  # the page is shown first

    # ------------------------------------------------------------------ parts

    def _make_parts(self) -> None:
        theme = self._theme
        self.transport = Transport(theme)
        self.transport.previous.hide()  # they step through one session's evidence
        self.transport.next.hide()
        self.lay_on = QComboBox()
        self.lay_on.setAccessibleName(self.tr("What the two clocks are laid on"))
        self.lay_on.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.lay_on.setMinimumContentsLength(14)
        self.waiting = Label(self.tr("Reading both sessions …"), "small", wrap=True)
        self.notice = Label("", "small", tone=Tone.WARN, wrap=True)
        self.notice.hide()
        self.criteria = PairTable(theme, self.tr("Criteria of both"))
        self.told = PairTable(theme, self.tr("What was said in both"), tall=True, difference=False)
        self.figures = PairTable(theme, self.tr("Figures of both"), difference=False)
        self.audience = Label(
            self.tr("Simulated audience, not marked. Another audience number brings other luck."), "small", wrap=True
        )
        for number, timeline in enumerate(self.timelines):
            timeline.setAccessibleName(self.tr("Timeline {letter}").format(letter=self.sides[number].letter))

    def _lay_out(self) -> None:
        theme = self._theme
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._bar())
        body = QHBoxLayout()
        body.setContentsMargins(14, 10, 14, 12)
        body.setSpacing(14)
        watch = QWidget()
        watch.setLayout(self._watching())
        tables = [
            ("criteria", self.tr("Criteria"), self.criteria),
            ("told", self.tr("Said"), self.told),
            ("figures", self.tr("Figures"), self._with_words(self.audience, self.figures)),
        ]
        if theme.compact:  # large text leaves room for one column
            tables.insert(0, ("watch", self.tr("Watch"), watch))
        self.pages = Tabs(theme, self, tables)
        box = Panel()
        box.body.setContentsMargins(8, 8, 8, 8)
        box.body.addWidget(self.waiting, 0, Qt.AlignmentFlag.AlignTop)
        box.body.addWidget(self.pages, 1)
        self.pages.setVisible(theme.compact)
        right = column(8)
        right.addWidget(self.notice)
        right.addLayout(self.pages.bar)
        right.addWidget(box, 1)
        if theme.compact:
            body.addLayout(right, 1)
        else:
            body.addWidget(watch, 1)
            side = QWidget()
            side.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
            side.setFixedWidth(theme.px(RIGHT_PX))
            right.setContentsMargins(0, 0, 0, 0)
            side.setLayout(right)
            body.addWidget(side)
        whole.addLayout(body, 1)

    def _bar(self) -> Bar:
        bar = Bar()
        if self._theme.roomy:
            bar.line.addWidget(Label(self.tr("Compare"), "brand"))
        else:
            bar.line.setContentsMargins(12, 7, 12, 7)
            bar.line.setSpacing(6)
        self.who = ElidedPill(self._who())
        bar.line.addWidget(self.who, 1)
        bar.line.addStretch()
        self.path = Button(self.tr("Path over time"))
        self.path.clicked.connect(lambda: self.path_asked.emit(self.sides[1].entry.header.trainee))
        self.back = Button(self.tr("Back to the review"), "Esc")
        self.back.clicked.connect(lambda: self.review_asked.emit(self.sides[1].entry.header.id))
        self.home = Button(self.tr("Home"))
        self.home.clicked.connect(self.home_asked)
        for button in (self.home, self.path, self.back):
            bar.line.addWidget(button)
        return bar

    def _watching(self) -> QVBoxLayout:
        """Pictures beside each other, the transport, lanes under each other."""
        left = column(8)
        pictures = row(10)
        for side in self.sides:
            pictures.addWidget(side, 1)
        left.addLayout(pictures, 3)
        controls = row(8)
        controls.addWidget(self.transport, 1)
        label = Label(self.tr("Clocks on"), "small")
        label.setBuddy(self.lay_on)
        label.setVisible(self._theme.roomy)
        controls.addWidget(label)
        controls.addWidget(self.lay_on)
        left.addLayout(controls)
        lanes = QWidget()
        lanes.setObjectName("column")
        stack = QVBoxLayout(lanes)
        stack.setContentsMargins(4, 2, 4, 2)
        stack.setSpacing(2)
        for side, timeline in zip(self.sides, self.timelines, strict=True):
            stack.addWidget(Label(side.name, "small", elide=True))
            stack.addWidget(timeline)
        stack.addStretch()
        area = QScrollArea()
        area.setWidget(lanes)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumHeight(self._theme.px(LANES_PX))
        left.addWidget(area, 5)
        left.setContentsMargins(0, 0, 0, 0)
        return left

    def _with_words(self, words: Label, table: QWidget) -> QWidget:
        held = QWidget()
        layout = QVBoxLayout(held)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(words)
        layout.addWidget(table, 1)
        return held

    def _who(self) -> str:
        first, second = (side.entry for side in self.sides)
        names = list(dict.fromkeys(shown(entry.trainee.name, 20) for entry in (first, second)))
        scenarios = list(dict.fromkeys(shown(entry.header.scenario, 20) for entry in (first, second)))
        return f"{' / '.join(names)} · {' / '.join(scenarios)}"

    def _connect(self) -> None:
        step = self.step
        step.moved.connect(self._on_moved)
        step.playing_changed.connect(self.transport.show_playing)
        self.transport.back.connect(lambda: step.skip(-SKIP))
        self.transport.forth.connect(lambda: step.skip(SKIP))
        self.transport.toggled.connect(step.toggle)
        self.transport.rate_chosen.connect(step.set_rate)
        self.lay_on.activated.connect(self._on_lay_on)
        for number, (side, timeline) in enumerate(zip(self.sides, self.timelines, strict=True)):
            side.player.troubled.connect(self._on_playable)
            side.screen_.clicked.connect(step.toggle)
            side.review_asked.connect(self.review_asked)
            side.sound_asked.connect(lambda number=number: self._hear(number))
            timeline.sought.connect(lambda at, number=number: self._go_to(number, at))
        for table in (self.criteria, self.told):
            table.chosen.connect(self._on_row)

    def _make_keys(self) -> None:
        for key, act in (
            (Qt.Key.Key_Space, self.step.toggle),
            (Qt.Key.Key_Left, lambda: self.step.skip(-SKIP)),
            (Qt.Key.Key_Right, lambda: self.step.skip(SKIP)),
            (Qt.Key.Key_S, lambda: self._hear(1 if self.sides[0].sound.isChecked() else 0)),
        ):
            QShortcut(QKeySequence(key), self, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # ------------------------------------------------------------------ reading

    def _begin(self) -> None:
        for side in self.sides:
            side.player.open()  # QtMultimedia is loaded before the job begins, as in the review room
        self._on_playable()
        QTimer.singleShot(0, self, self._load)

    def _load(self) -> None:
        try:
            packed = [self._studio.store.packed_log(side.entry.header.id) for side in self.sides]
        except Mendable as error:
            self._on_unreadable(error)
            return
        self._job = self._jobs.start(
            lambda _job: [each.unpacked() for each in packed], self._on_unpacked, self._on_unreadable
        )

    def _on_unpacked(self, logs: list[tuple[SessionLog, Transcript | None]]) -> None:
        self._job = None
        if self._left:
            return
        marking = self._studio.marking
        try:
            held = [(log, said, marking.yardstick(log), marking.signed(log.header.id)) for log, said in logs]
        except Mendable as error:
            self._on_unreadable(error)
            return
        self._job = self._jobs.start(
            lambda _job: [reviewed(*each) for each in held], self._on_read, self._on_unreadable
        )

    def _on_unreadable(self, error: Mendable) -> None:
        self._job = None
        self.waiting.say(sentence(error))
        self.pages.hide()
        self.waiting.show()

    def _on_read(self, sessions: list[Reviewed]) -> None:
        self._job = None
        if self._left:
            return
        first, second = (
            Compared(session, session.judged(judgement), self._masked(session, judgement))
            for session, judgement in zip(sessions, self._judgements, strict=True)
        )
        self.compared = (first, second)
        for side, compared, timeline in zip(self.sides, self.compared, self.timelines, strict=True):
            session = compared.session
            side.show_session(compared, session.result(compared.judgement))
            timeline.show_session(session.lanes, session.log.scenario, session.taxonomy)
            timeline.show_notes(tuple(note.at for note in compared.judgement.notes))
        self.anchors = anchors(first.session.log, second.session.log)
        with QSignalBlocker(self.lay_on):
            self.lay_on.clear()
            for anchor in self.anchors:
                self.lay_on.addItem(self._anchor_words(anchor))
        self._lay(self.anchors[0])
        self._show_rows(first, second)
        self._show_notice(first, second)
        self.waiting.hide()
        self.pages.show()
        self._on_moved(self.step.at)

    def _masked(self, session: Reviewed, judgement: Judgement) -> frozenset[str]:
        """Criteria this instructor has yet to give a level of their own, where they mark blind."""
        store = self._studio.store
        if not store.setting(BLIND, False):
            return frozenset()
        name = known_instructor(store)
        given = {word.criterion for word in judgement.overrides if word.instructor == name}
        return frozenset(mark.criterion for mark in session.marked.scorecard.marks) - given

    def _show_rows(self, one: Compared, two: Compared) -> None:
        names = tuple(side.letter for side in self.sides)
        self.criteria.show_rows(self.words.criteria(one, two), names[0], names[1])
        self.told.show_rows(self.words.told(one, two), names[0], names[1])
        self.figures.show_rows(self.words.figures(one, two), names[0], names[1])

    def _show_notice(self, one: Compared, two: Compared) -> None:
        """What keeps the two from being compared as they stand."""
        parts: list[str] = []
        cards = one.session.marked.scorecard, two.session.marked.scorecard
        if (cards[0].rubric, cards[0].version) != (cards[1].rubric, cards[1].version):
            words = self.tr("Marked by different rubrics ({one}, {two}): totals are not comparable.")
            parts.append(
                words.format(
                    one=shown(f"{cards[0].rubric} {cards[0].version}", 40),
                    two=shown(f"{cards[1].rubric} {cards[1].version}", 40),
                )
            )
        if one.session.log.scenario.id != two.session.log.scenario.id:
            parts.append(self.tr("The scenarios differ."))
        if cards[0].provisional or cards[1].provisional:
            parts.append(self.tr("Provisional where only what was heard live is known."))
        self.notice.say(" ".join(parts))
        self.notice.setVisible(bool(parts))

    # ------------------------------------------------------------------ one clock

    def _anchor_words(self, anchor: Anchor) -> str:
        name = shown(anchor.name, 40)
        return {
            AnchorKind.LIVE: self.tr("going live"),
            AnchorKind.SEGMENT: self.tr("segment: {name}").format(name=name),
            AnchorKind.PRODUCT: self.tr("first explained: {name}").format(name=name),
            AnchorKind.SAID: self.tr("said: {name}").format(name=name),
        }[anchor.kind]

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

    def _on_row(self, pair: PairRow, at_column: int) -> None:
        """A session's figure goes to its moment; the row itself brings both to theirs, and plays."""
        if pair.heading:
            return
        if at_column == Column.ONE and pair.at_one is not None:
            self._play_at(0, pair.at_one)
        elif at_column == Column.TWO and pair.at_two is not None:
            self._play_at(1, pair.at_two)
        elif pair.at_one is not None and pair.at_two is not None:
            anchor = Anchor(kind=AnchorKind.SAID, name=pair.about, one=pair.at_one, two=pair.at_two)
            if self.anchors[-1].kind is AnchorKind.SAID:
                self.anchors = self.anchors[:-1]
                self.lay_on.removeItem(len(self.anchors))
            self.anchors = (*self.anchors, anchor)
            self.lay_on.addItem(self._anchor_words(anchor))
            self.lay_on.setCurrentIndex(len(self.anchors) - 1)
            self.lay_on.setToolTip(tip(self._anchor_words(anchor)))
            self._lay(anchor)
            self._play_at(0, pair.at_one)
        elif pair.at_one is not None:
            self._play_at(0, pair.at_one)
        elif pair.at_two is not None:
            self._play_at(1, pair.at_two)

    def _play_at(self, side: int, at: Seconds) -> None:
        self._go_to(side, at - LEAD)
        self.step.play()

    def _go_to(self, side: int, at: Seconds) -> None:
        """A moment of one session's own clock."""
        self.step.seek(self.step.clocks.leads[side] + at)

    def _on_moved(self, at: Seconds) -> None:
        self.transport.show_time(at, self.step.length)
        for side, timeline in zip(self.sides, self.timelines, strict=True):
            own = self.step.own(side.player)
            side.follow(own)
            timeline.follow(own)
        self.setAccessibleDescription(clock(at))

    def _hear(self, side: int) -> None:
        for number, each in enumerate(self.sides):
            each.show_sound(number == side)

    def _on_playable(self) -> None:
        self.transport.set_playable(self.step.can_play)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._left = True
        if self._job is not None:
            self._job.cancel()
        for side in self.sides:
            side.player.close()
        super().closeEvent(event)
