"""The surprise that needs a decision: the time left for it, its numbered choices, and what came of the one taken."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.domain.crowd import CommentPosted, IncidentClosed, IncidentOpened
from simulator.domain.desk import IncidentDecided
from simulator.domain.scenario import Scenario
from simulator.domain.taxonomy import Choice, IncidentKind, Outcome, Taxonomy
from simulator.domain.units import Seconds
from simulator.ui.amounts import clock
from simulator.ui.cabin.choice_button import ChoiceButton
from simulator.ui.theme import Tone
from simulator.ui.translations import ScreenLanguage
from simulator.ui.widgets import ElidedLabel, Label, Panel, shown

STAYS: Seconds = 5.0
"""How long one sees what came of an incident."""
KEYS = 4
"""Choices that have a key: F1 to F4; digits put products on show."""


@dataclass(slots=True)
class _Running:
    """An incident, from its opening until one has seen what came of it."""

    opened: IncidentOpened
    kind: IncidentKind | None
    line: str
    taken: IncidentDecided | None = None
    closed: IncidentClosed | None = None

    @property
    def choice(self) -> Choice | None:
        """The choice that was taken."""
        if self.taken is None or self.kind is None or not 0 <= self.taken.choice < len(self.kind.choices):
            return None
        return self.kind.choices[self.taken.choice]

    @property
    def waits(self) -> bool:
        """Whether the host may still decide."""
        return self.taken is None and self.closed is None

    @property
    def news_at(self) -> Seconds:
        """When something last came of it."""
        return max((each.at for each in (self.taken, self.closed) if each is not None), default=self.opened.at)

    def is_over(self, now: Seconds) -> bool:
        if self.closed is not None:
            return now - self.closed.at > STAYS
        return self.kind is not None and now > self.opened.at + self.kind.window


class IncidentPanel(Panel):
    """The incident that runs, hidden while there is none; of several the first that waits for a decision."""

    decided = Signal(str, int)
    """Incident, and the number of the choice, from 0."""

    def __init__(
        self, scenario: Scenario, taxonomy: Taxonomy, language: ScreenLanguage, parent: QWidget | None = None
    ) -> None:
        super().__init__("", Tone.BAD, parent)
        self._scenario = scenario
        self._taxonomy = taxonomy
        self._language = language
        self._running: list[_Running] = []
        self._shown: _Running | None = None
        self._name = Label(role="strong", wrap=True)
        self._line = ElidedLabel(role="small")
        self._chosen = Label(wrap=True)
        self._outcome = Label(role="strong", wrap=True)
        self.choices = tuple(ChoiceButton(number + 1) for number in range(KEYS))
        self.body.setSpacing(3)
        for widget in (self._name, self._line, *self.choices, self._chosen, self._outcome):
            self.body.addWidget(widget)
        for number, button in enumerate(self.choices):
            button.clicked.connect(lambda _checked=False, number=number: self._on_choice(number))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    @property
    def waits(self) -> bool:
        """Whether there is a choice to take now."""
        return self._shown is not None and self._shown.waits

    def open_incident(self, opened: IncidentOpened) -> None:
        planned = next((each for each in self._scenario.incidents if each.id == opened.incident), None)
        lines = planned.lines if planned is not None else ()
        kind = self._taxonomy.incidents.get(opened.kind)
        self._running.append(_Running(opened, kind, lines[0] if lines else ""))
        self.follow(opened.at)

    def show_line(self, comment: CommentPosted) -> None:
        """The first line viewers wrote of an incident, where the author did not word it."""
        running = self._find(comment.incident)
        if running is not None and not running.line:
            running.line = comment.text
            self.follow(comment.at)

    def show_choice(self, taken: IncidentDecided) -> None:
        running = self._find(taken.incident)
        if running is not None:
            running.taken = taken
            self.follow(taken.at)

    def close_incident(self, closed: IncidentClosed) -> None:
        running = self._find(closed.incident)
        if running is not None:
            running.closed = closed
            self.follow(closed.at)

    def follow(self, now: Seconds) -> None:
        """Show what there is to decide now, or what came of it."""
        self._running = [each for each in self._running if not each.is_over(now)]
        before, self._shown = self._shown, self._current(now)
        if self._shown is None:
            self.hide()
            return
        self._show(self._shown, now)
        if self._shown is not before or self.isHidden():
            self.show()
            if self._shown.waits:  # a screen reader says it at once: the time runs
                QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    # ------------------------------------------------------------------ inside

    def _find(self, incident: str | None) -> _Running | None:
        return next((each for each in self._running if each.opened.incident == incident), None)

    def _current(self, now: Seconds) -> _Running | None:
        """What is on screen stays there while it waits, and long enough to see what came of it."""
        current = self._shown
        if current in self._running and current is not None and (current.waits or now - current.news_at <= STAYS):
            return current
        waiting = [each for each in self._running if each.waits]
        return next(iter([*waiting, *self._running]), None)

    def _show(self, running: _Running, now: Seconds) -> None:
        kind = running.kind
        self.set_title(self._title(running, now))
        self._name.say(shown(running.opened.kind, 40) if kind is None else kind.name[self._language.of_texts])
        choices = kind.choices if kind is not None and running.waits else ()
        # A fourth choice takes the room of the line, which stands in the chat too.
        self._line.setVisible(bool(running.line) and running.waits and len(choices) < KEYS)
        self._line.say(shown(running.line, 120))
        for number, button in enumerate(self.choices):
            if number < len(choices):
                button.say(choices[number].name[self._language.of_texts])
            button.setVisible(number < len(choices))
        choice = running.choice
        self._chosen.setVisible(choice is not None)
        if choice is not None:
            self._chosen.say(self.tr("You chose: {choice}").format(choice=choice.name[self._language.of_texts]))
        outcome, tone = self._came_of(running)
        self._outcome.setVisible(bool(outcome))
        self._outcome.say(outcome)
        self._outcome.set_tone(tone)
        self.set_tone(Tone.BAD if running.closed is None else tone)

    def _title(self, running: _Running, now: Seconds) -> str:
        if running.kind is None or running.closed is not None:
            title = self.tr("Incident")
        else:
            left = running.opened.at + running.kind.window - now
            title = self.tr("Incident · deal with it within {time}").format(time=clock(max(left, 0.0)))
        others = sum(each.waits for each in self._running if each is not running)
        return title + " · " + self.tr("%n more", "", others) if others else title

    def _came_of(self, running: _Running) -> tuple[str, Tone]:
        """In words, with a sign beside the colour."""
        choice = running.choice
        if running.closed is not None and running.closed.handled:
            return "✓ " + self.tr("Dealt with."), Tone.GOOD
        if running.closed is not None:
            worse = choice is not None and choice.outcome is Outcome.WORSENS
            return "✗ " + (self.tr("That made it worse.") if worse else self.tr("Not dealt with in time.")), Tone.BAD
        if choice is not None and choice.outcome is Outcome.NOTHING:
            return self.tr("It goes on."), Tone.WARN
        return "", Tone.PLAIN

    def _on_choice(self, number: int) -> None:
        if self._shown is not None and self.waits:
            self.decided.emit(self._shown.opened.incident, number)
