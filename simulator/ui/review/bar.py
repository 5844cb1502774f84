"""The bar over the review room: whose session, how it stands, and what to do with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from simulator.domain.judgement import Judgement, Scorecard
from simulator.domain.session import Ending
from simulator.ports import SessionEntry
from simulator.ui.amounts import points, when
from simulator.ui.plain import shown, tip
from simulator.ui.theme import Theme, Tone
from simulator.ui.widgets import Bar, Button, Label, LinkButton, Pill, PrimaryButton

COMPARE_KEY, EXPORT_KEY, SIGN_KEY = "Ctrl+D", "Ctrl+E", "F10"


class ReviewBar(Bar):
    """Trainee, scenario, take, score, state; comparison, report, signature, home."""

    compare_asked = Signal()
    export_asked = Signal()
    sign_asked = Signal()
    home_asked = Signal()
    name_asked = Signal()

    def __init__(self, theme: Theme, entry: SessionEntry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._roomy = theme.roomy
        self._entry = entry
        self.who = Pill()
        self.score = Pill()
        self.state = Pill()
        if theme.roomy:
            self.line.addWidget(Label(self.tr("Review room"), "brand"))
        else:  # large text leaves room only for what must be seen
            self.line.setContentsMargins(12, 7, 12, 7)
            self.line.setSpacing(6)
        for pill in (self.who, self.score, self.state):
            self.line.addWidget(pill)
        self.score.setVisible(theme.roomy)
        self.line.addStretch()
        self.name = LinkButton("")
        self.name.clicked.connect(self.name_asked)
        self.line.addWidget(self.name)
        self.name.setVisible(theme.roomy)
        self.home = Button(self.tr("Home"))
        self.home.clicked.connect(self.home_asked)
        self.compare = Button(self.tr("Compare"), COMPARE_KEY, quiet=not theme.roomy)
        self.compare.clicked.connect(self.compare_asked)
        self.export = Button(self.tr("Export"), EXPORT_KEY, quiet=not theme.roomy)
        self.export.clicked.connect(self.export_asked)
        self.sign = PrimaryButton(self.tr("Sign"), SIGN_KEY)
        self.sign.clicked.connect(self.sign_asked)
        for button in (self.home, self.compare, self.export, self.sign):
            self.line.addWidget(button)
        self.show_title(entry.header.scenario)
        self.show_instructor("")
        self.show_card(None, entry.ending)
        self.show_judgement(Judgement(session=entry.header.id))

    def show_title(self, title: str) -> None:
        """Who rehearsed what; the title is the scenario's, its id until that was read."""
        header, name = self._entry.header, self._entry.trainee.name
        take = self.tr("take {number}").format(number=header.take)
        if self._roomy:
            self.who.say(f"{shown(name, 12)} · {shown(title, 18)} · {take}")
        else:
            self.who.say(f"{shown(name, 10)} · {header.scenario} · {take}")
        self.who.setToolTip(tip(f"{shown(name, 40)} · {shown(title, 60)} · {take} · {when(header.began_utc)}"))

    def show_instructor(self, name: str) -> None:
        """Who judges; asked for where it is not known yet."""
        self.name.say(self.tr("Instructor: {name}").format(name=shown(name, 14)) if name else self.tr("Instructor …"))

    def show_card(self, card: Scorecard | None, ending: Ending) -> None:
        """What the machine made of the session."""
        ready = card is not None and ending is not Ending.ON_AIR
        self.export.setEnabled(ready)
        self.sign.setEnabled(ready)
        if card is None:
            self.score.say(self.tr("automatic score –"))
        elif card.total is None:
            self.score.say(self.tr("no automatic total"))
        else:
            words = self.tr("automatic {total} ({low} to {high})")
            if card.provisional:
                words = self.tr("provisional {total} ({low} to {high})")
            self.score.say(words.format(total=points(card.total), low=points(card.low), high=points(card.high)))
            self.score.set_tone(Tone.WARN if card.provisional else Tone.PLAIN)

    def show_score(self, may_be_seen: bool) -> None:
        """Hide the automatic score, and what would tell it, while levels are given blind."""
        self.score.setVisible(may_be_seen and self._roomy)
        for button in (self.export, self.sign):
            button.setEnabled(may_be_seen and button.isEnabled())

    def show_changed(self, version: int) -> None:
        """Something was said since this version was signed."""
        self.state.say(self.tr("changed since version {number}").format(number=version))
        self.state.set_tone(Tone.WARN)

    def show_judgement(self, judgement: Judgement) -> None:
        """Whether somebody signed."""
        if judgement.signed_by is None:
            self.state.say(self.tr("waits for the instructor"))
            self.state.set_tone(Tone.WARN)
            return
        self.state.say(self.tr("✓ signed by {name}").format(name=shown(judgement.signed_by, 16)))
        self.state.set_tone(Tone.GOOD)
        if judgement.signed_at_utc is not None:
            self.state.setToolTip(tip(when(judgement.signed_at_utc)))
