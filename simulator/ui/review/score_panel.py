"""What the session comes to: total, radar, gates, and what the simulated audience did."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from simulator.domain.judgement import GateOutcome, Judgement, Result
from simulator.reports.wording import gate_name, gate_reason
from simulator.scoring import Standing, judged_marks
from simulator.scoring.weights import dimension_points
from simulator.ui.amounts import NOTHING, count, percent, points, whole_money
from simulator.ui.plain import shown, tip
from simulator.ui.review.radar import Radar, Spoke
from simulator.ui.review.reviewed import Reviewed
from simulator.ui.theme import Theme, Tone
from simulator.ui.translations import ScreenLanguage
from simulator.ui.widgets import ElidedLabel, Label, Panel, column


class ScorePanel(Panel):
    """Everything a glance must tell; what counts is large, what the machine said stands below it."""

    def __init__(self, theme: Theme, language: ScreenLanguage, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._language = language.of_texts
        self.radar = Radar(theme)
        self.total = Label(NOTHING, "score")
        self.outcome = Label("", "strong")
        self.machine = Label("", "small", wrap=True)
        self._gates = column(0)
        self._told: tuple[GateOutcome, ...] = ()
        self._list = QWidget(self)
        self._gates.addWidget(self._list)
        self.gates: list[Label] = []
        self.about = ElidedLabel(self.tr("Simulated audience, not marked"), "small")
        self.figures = Label("", wrap=True)
        self.expected = ElidedLabel("", "small")
        self.expected.hide()
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.total)
        head.addWidget(self.outcome, 1, Qt.AlignmentFlag.AlignBottom)
        words = column(2)
        words.addLayout(head)
        words.addWidget(self.machine)
        words.addSpacing(2)
        words.addLayout(self._gates)
        words.addStretch()
        line = QVBoxLayout() if theme.very_large else QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.radar, 0, Qt.AlignmentFlag.AlignCenter)
        line.insertLayout(0 if theme.very_large else 1, words, 1)
        self.body.addLayout(line)
        below = column(0)
        below.addWidget(self.about)
        below.addWidget(self.figures)
        below.addWidget(self.expected)
        self.body.addLayout(below)
        self.setAccessibleName(self.tr("Score"))

    def show_score(self, session: Reviewed, judgement: Judgement) -> Result:
        """Show what counts; returns it."""
        outcome = session.result(judgement)
        card = session.marked.scorecard
        self.total.say(points(outcome.total))
        self.total.set_role("score" if outcome.total is not None else "title")
        states = {
            True: (self.tr("✓ passed"), Tone.GOOD),
            False: (self.tr("✗ not passed"), Tone.BAD),
            None: (self.tr("not decided yet"), Tone.WARN),
        }
        words, tone = states[outcome.passed]
        self.outcome.say(words)
        self.outcome.set_tone(tone)
        self.machine.say(self._machine_words(session, judgement))
        weight_of = {mark.criterion: mark.weight for mark in card.marks}
        earned = dict(dimension_points(session.rubric, dict(outcome.levels), weight_of))
        self.radar.show_spokes(
            [Spoke(each.id, each.name[self._language], earned[each.id]) for each in session.rubric.dimensions]
        )
        self._show_gates(outcome.gates)
        self._show_figures(session)
        return outcome

    def show_expected(self, words: str) -> None:
        """Add what these acts are worth apart from luck."""
        self.expected.say(words)
        self.expected.setToolTip(tip(words))
        self.expected.show()

    def _machine_words(self, session: Reviewed, judgement: Judgement) -> str:
        card = session.marked.scorecard
        if card.total is None:
            words = self.tr("No automatic total: {weight} of 100 weight could be marked, 70 are needed.").format(
                weight=round(card.scored_weight)
            )
        else:
            words = self.tr("automatic {total}, likely {low} to {high}").format(
                total=points(card.total), low=points(card.low), high=points(card.high)
            )
        changed = len({each.criterion for each in judgement.overrides})
        parts = [words, self.tr("provisional") if card.provisional else self.tr("final")]
        if changed:
            parts.append(self.tr("%n level(s) by the instructor", "", changed))
        standings = [each.standing for each in judged_marks(card, judgement)]
        if awaited := standings.count(Standing.AWAITS):
            parts.append(self.tr("%n proposal(s) not counted yet", "", awaited))
        return " · ".join(parts)

    def _show_gates(self, outcomes: tuple[GateOutcome, ...]) -> None:
        if outcomes == self._told:
            return
        self._told, self.gates, before = outcomes, [], self._list
        self._list = QWidget(self)
        self._list.hide()  # seen once all of it is there: each label that is would have the whole page laid out
        grid = QGridLayout(self._list)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(1, 1)
        signs = {True: ("✓", Tone.GOOD), False: ("✗", Tone.BAD), None: ("○", Tone.WARN)}
        states = {True: self.tr("passed"), False: self.tr("not passed"), None: self.tr("not decided yet")}
        for number, gate in enumerate(outcomes):
            mark, tone = signs[gate.passed]
            text = gate_words(gate, self._language)
            shut = gate.passed is False  # what bars a pass is never cut short
            tone = Tone.BAD if shut else Tone.MUTED
            words = Label(text, "small", tone=tone, wrap=True) if shut else ElidedLabel(text, "small", tone=tone)
            words.setToolTip(tip(text))
            words.setAccessibleName(f"{text}: {states[gate.passed]}")
            sign = Label(mark, "small", tone=tone)
            grid.addWidget(sign, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words, number, 1)
            self.gates += [sign, words]
        self._gates.replaceWidget(before, self._list)
        before.hide()
        before.deleteLater()
        self._list.show()

    def _show_figures(self, session: Reviewed) -> None:
        room = session.figures
        dwell = NOTHING if room.dwell is None else self.tr("{seconds} s").format(seconds=f"{room.dwell:.0f}")
        self.figures.say(
            self.tr("orders {orders} · GMV {gmv} · conversion {rate} · dwell {dwell}").format(
                orders=count(room.orders), gmv=whole_money(room.gmv), rate=percent(room.conversion, 1), dwell=dwell
            )
        )


def gate_words(gate: GateOutcome, language: str) -> str:
    """A gate with why it stands as it does."""
    name = shown(gate_name(gate, language) or gate.id)
    why = shown(gate_reason(gate, language))
    between = "：" if language == "zh" else ": "
    return f"{gate.id} {name}{between}{why}" if why else f"{gate.id} {name}"
