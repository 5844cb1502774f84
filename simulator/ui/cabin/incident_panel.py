"""The surprise that needs a decision, with the time left for it."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.domain.crowd import IncidentClosed, IncidentOpened
from simulator.domain.scenario import Scenario
from simulator.domain.taxonomy import Taxonomy
from simulator.domain.units import Seconds
from simulator.ui.amounts import clock
from simulator.ui.theme import Tone
from simulator.ui.translations import ScreenLanguage
from simulator.ui.widgets import Label, Panel, shown


class IncidentPanel(Panel):
    """The incident that runs, hidden while there is none."""

    def __init__(
        self, scenario: Scenario, taxonomy: Taxonomy, language: ScreenLanguage, parent: QWidget | None = None
    ) -> None:
        super().__init__("", Tone.BAD, parent)
        self._scenario = scenario
        self._taxonomy = taxonomy
        self._language = language
        self._open: IncidentOpened | None = None
        self._name = Label(role="strong", wrap=True)
        self._line = Label(wrap=True)
        self.body.setSpacing(4)
        self.body.addWidget(self._name)
        self.body.addWidget(self._line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def open_incident(self, opened: IncidentOpened) -> None:
        self._open = opened
        kind = self._taxonomy.incidents.get(opened.kind)
        self._name.say(shown(opened.kind, 40) if kind is None else kind.name[self._language.of_texts])
        planned = next((each for each in self._scenario.incidents if each.id == opened.incident), None)
        lines = planned.lines if planned is not None else ()
        self._line.setVisible(bool(lines))
        self._line.say(shown(lines[0], 120) if lines else "")
        self.follow(opened.at)
        self.show()

    def close_incident(self, closed: IncidentClosed) -> None:
        if self._open is not None and self._open.incident == closed.incident:
            self._open = None
            self.hide()

    def follow(self, now: Seconds) -> None:
        if self._open is None:
            return
        kind = self._taxonomy.incidents.get(self._open.kind)
        if kind is None:
            self.set_title(self.tr("Incident"))
            return
        left = self._open.at + kind.window - now
        if left < 0:
            self._open = None
            self.hide()
            return
        self.set_title(self.tr("Incident · deal with it within {time}").format(time=clock(left)))
