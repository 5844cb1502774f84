"""Skill and luck on one page: the chart, its figures in words, the moments otherwise, and what all of it rests on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from simulator.audience import compiled
from simulator.domain.key_moments import KeyMoments
from simulator.domain.outcome import SESSION, HostOutcome, Outcome
from simulator.ui.review import outcome_words as words
from simulator.ui.review.outcome_chart import OutcomeChart, Row
from simulator.ui.review.reviewed import Reviewed
from simulator.ui.theme import Theme, Tone
from simulator.ui.widgets import Button, Label, LinkButton, row

EXACT = 64
"""Audiences from which on more would tell hardly more."""


class OutcomeView(QScrollArea):
    """What the same audience would have bought from others, and how far luck went."""

    stop_asked = Signal()
    begin_asked = Signal(bool)
    """Work it out; True: as exactly as can be, however long that takes."""

    def __init__(self, theme: Theme, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Skill and luck"))
        inside = QWidget()
        inside.setObjectName("column")
        stack = QVBoxLayout(inside)
        stack.setContentsMargins(0, 0, 6, 0)
        stack.setSpacing(5)
        self.state = Label("", "small", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.stop = Button(self.tr("Stop"))
        self.stop.clicked.connect(self.stop_asked)
        self.begin = Button(self.tr("Work it out"))
        self.begin.clicked.connect(lambda: self.begin_asked.emit(False))
        line = row(8)
        line.addWidget(self.begin)
        line.addWidget(self.stop)
        line.addWidget(self.bar, 1)
        line.addStretch()
        self.chart = OutcomeChart(theme)
        self.expected = Label("", wrap=True)
        self.luck = Label("", wrap=True)
        self.skill = Label("", wrap=True)
        self.hosts = Label("", "small", wrap=True, limit=1000)
        self._about_moments = Label(self.tr("Had the moments gone otherwise"), "heading")
        self.moments = tuple(Label("", wrap=True) for _ in range(3))
        self.how = Label("", "small", wrap=True)
        self.exactly = LinkButton(self.tr("More exactly"))
        self.exactly.setToolTip(self.tr("Takes up to two minutes; the engine may have to be compiled first."))
        self.exactly.clicked.connect(lambda: self.begin_asked.emit(True))
        self._rests = Label(self.tr("What this rests on"), "heading")
        self.assumptions = Label("", "small", wrap=True, limit=2000)
        stack.addWidget(self.state)
        stack.addLayout(line)
        self._figures = (
            self.chart, self.expected, self.luck, self.skill, self._about_moments, *self.moments, self.hosts, self.how,
            self.exactly, self._rests, self.assumptions,
        )  # fmt: skip
        for each in self._figures:
            stack.addWidget(each)
        stack.addStretch()
        self.setWidget(inside)
        self.show_waiting()

    def show_waiting(self) -> None:
        """Nothing was worked out yet, and nothing is under way."""
        self._show(self.tr("Not worked out yet."), begin=True)

    def show_reason(self, why: str) -> None:
        """It cannot be worked out."""
        self._show(why, begin=False)

    def show_failed(self, why: str) -> None:
        """It was tried."""
        self._show(why, begin=True)

    def show_running(self, share: float) -> None:
        """So much of it is done, 0..1."""
        if self.stop.isHidden():
            self._show(self.tr("Playing the same audience to four other hosts …"), begin=False, running=True)
        self.bar.setValue(round(100 * share))

    def show_outcome(self, outcome: Outcome, found: KeyMoments, session: Reviewed) -> None:
        """All of it, in figures and in words."""
        currency = session.log.scenario.currency
        lines = [words.host_line(each, currency) for each in outcome.hosts]
        self.chart.show_rows(
            [Row(words.host_name(each.host), each.sales, each.host == SESSION) for each in _ordered(outcome)],
            outcome.sales,
            currency.sign,
            "; ".join([*lines, words.expected(outcome, currency)]),
        )
        self.expected.say(words.expected(outcome, currency))
        self.luck.say(words.luck(outcome))
        self.skill.say(words.skill(outcome))
        told = words.moments(outcome, found, session, self._language)
        for label, text in zip(self.moments, (*told, "", "", ""), strict=False):
            label.say(text)
        self.hosts.say(" · ".join(lines) + " " + words.closed_loop(outcome, currency))
        self.how.say(words.how(outcome))
        self.assumptions.say(" ".join(words.assumptions(outcome)))
        self._show("", begin=False, figures=True)
        for label in self.moments:
            label.setVisible(bool(label.whole))
        self._about_moments.setVisible(bool(told))
        slower = outcome.engine != "compiled" and compiled.available()
        self.exactly.setVisible(outcome.audiences < EXACT or slower)

    def _show(self, state: str, *, begin: bool, running: bool = False, figures: bool = False) -> None:
        self.state.say(state)
        self.state.set_tone(Tone.MUTED)
        self.state.setVisible(bool(state))
        self.begin.setVisible(begin)
        self.stop.setVisible(running)
        self.bar.setVisible(running)
        self.bar.setValue(0)
        for each in self._figures:
            each.setVisible(figures)


def _ordered(outcome: Outcome) -> list[HostOutcome]:
    """The baselines from the least to the best, this session's acts below them."""
    return [*outcome.hosts[1:], outcome.hosts[0]]
