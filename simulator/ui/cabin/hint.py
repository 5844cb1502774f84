"""The compliance hint: quiet, names the phrase, offers a wording."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.domain.findings import PatternGivenUp, RuleBroken, Support
from simulator.domain.units import Seconds
from simulator.ui.theme import Tone
from simulator.ui.widgets import Label, Panel, shown

STAYS: Seconds = 20.0
"""How long a hint is shown unless another one comes."""


class ComplianceHint(Panel):
    """The newest breach, gone after a while; it stays in the log for the review. ``off`` it says nothing (exams)."""

    def __init__(self, parent: QWidget | None = None, *, off: bool = False) -> None:
        super().__init__("⚠ " + self.tr("Compliance"), Tone.WARN, parent)
        self._said = Label(wrap=True)
        self._instead = Label(role="strong", wrap=True)
        self.body.setSpacing(4)
        self.body.addWidget(self._said)
        self.body.addWidget(self._instead)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._until: Seconds = 0.0
        self._off = off
        self.hide()

    def show_breach(self, broken: RuleBroken, rewording: str | None) -> None:
        quote = shown(broken.quote, 40)
        said = (
            self.tr('You said "{quote}": no paper on file bears it out.')
            if broken.support is Support.MISSING
            else self.tr('You said "{quote}": that is not so here.')
            if broken.support is Support.CONTRADICTED
            else self.tr('You said "{quote}": the rules do not allow it.')
        )
        self._said.say(said.format(quote=quote))
        self._instead.setVisible(rewording is not None)
        if rewording is not None:
            self._instead.say(self.tr('Better: "{wording}"').format(wording=shown(rewording, 80)))
        self._stay(broken.at)

    def show_given_up(self, given_up: PatternGivenUp) -> None:
        """A pattern of the rule pack takes too long: from now on it is not looked for."""
        self._said.say(
            self.tr('Rule "{pattern}" takes too long to look for: it is left out from here on.').format(
                pattern=shown(given_up.pattern, 60)
            )
        )
        self._instead.hide()
        self._stay(given_up.at)

    def _stay(self, since: Seconds) -> None:
        self._until = since + STAYS
        self.setHidden(self._off)

    def follow(self, now: Seconds) -> None:
        if self.isVisible() and now > self._until:
            self.hide()
