"""What helps the host to speak: cue card or teleprompter, comments read out, and word when captions lag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.domain.events import Event
from simulator.domain.machine import QualityLowered
from simulator.domain.session import Mode
from simulator.domain.units import Seconds
from simulator.live.script_text import own_script, planned_script
from simulator.perception.prompter import Prompter, script_lines
from simulator.ui.cabin.cue_card import CueCard
from simulator.ui.cabin.notes import Notes, exam_notes
from simulator.ui.cabin.pace import PaceLine
from simulator.ui.cabin.prompter import Teleprompter
from simulator.ui.cabin.reading_aloud import ReadingAloud
from simulator.ui.plain import shown
from simulator.ui.theme import Theme, Tone
from simulator.ui.widgets import Label, Panel, TabButton, column, row

if TYPE_CHECKING:
    from simulator.live.session import LiveSession
    from simulator.live.studio import Studio

NOTED: Seconds = 30.0
"""How long a lowered quality is told; from then on the machine's figures (F12) have it."""
BEHIND: Seconds = 3.0
"""From so much unheard sound on it is said; Whisper works in bursts of up to 2 s."""
CAUGHT_UP: Seconds = 1.0


class HostSide(QWidget):
    """One place for cue card and teleprompter, and the two switches below it.

    In an exam there are no cues and nothing follows the voice: the place shows the trainee's own notes.
    """

    def __init__(
        self,
        session: LiveSession,
        studio: Studio,
        theme: Theme,
        pace: PaceLine,
        parent: QWidget | None = None,
        *,
        voice: str | None = None,
    ) -> None:
        """``voice`` names an engine of Qt that reads; None takes the system's."""
        super().__init__(parent)
        self._session = session
        self._pace = pace
        self._exam = session.header.mode is Mode.EXAM
        self._arrived = 0
        self._lags = False
        self.cue_card = CueCard(theme)
        self.prompter = self._made_prompter(studio, theme)
        self.notes = Notes(theme, exam_notes(studio.store, session.header) if self._exam else "")
        self.aloud = ReadingAloud(session.scenario.language, session.post, self, engine=voice)
        self.prompter_key = TabButton(self.tr("Teleprompter"), "F7")
        self.aloud_key = TabButton(self.tr("Read questions"), "F8")
        self.about = Label(role="small", tone=Tone.WARN, wrap=True)
        self.lag = Label(role="small", tone=Tone.WARN, wrap=True)
        self.plainer = Label(role="small", tone=Tone.WARN, wrap=True)
        self._plainer_until: Seconds = 0.0
        self._lay_out()
        self.prompter_key.toggled.connect(self._show_prompter)
        self.aloud_key.toggled.connect(self._read_aloud)
        self.aloud.failed.connect(self._on_voice_failed)
        self._show(self.notes if self._exam else self.cue_card)

    def take(self, event: Event) -> None:
        self.aloud.take(event)
        if isinstance(event, QualityLowered):
            self._plainer_until = event.at + NOTED
            self.plainer.say(
                self.tr("The computer is busy: the picture is recorded more simply from here on ({quality}).").format(
                    quality=shown(event.now, 20)
                )
            )
            self.plainer.show()

    def follow(self, now: Seconds) -> None:
        """Show the session as it stands; call it with every tick."""
        session, hearing = self._session, self._session.hearing
        self.aloud.follow(now, session.open_questions)
        self._show_lag(session.behind)
        if now >= self._plainer_until:
            self.plainer.hide()
        if self._exam:
            return
        cues = session.cues
        self.cue_card.show_cues(cues)
        arrived = hearing.after(self._arrived)
        self._arrived += len(arrived)
        for phrase in arrived:
            self.prompter.prompter.heard(phrase)
        if arrived:
            self.prompter.show_place()
        self.prompter.hear(session.caption)
        current = session.desk.segment
        self.prompter.follow_segment(current[0] if current is not None else None)
        self.prompter.follow_cues(cues)

    # ------------------------------------------------------------------ inside

    def _made_prompter(self, studio: Studio, theme: Theme) -> Teleprompter:
        scenario, header = self._session.scenario, self._session.header
        own = script_lines(own_script(studio.store, header.trainee, scenario.id), scenario.language)
        if own:
            return Teleprompter(theme, self.tr("Teleprompter · my script"), Prompter(own, scenario.language))
        lines, cues = planned_script(scenario)
        return Teleprompter(theme, self.tr("Teleprompter · plan and cues"), Prompter(lines, scenario.language), cues)

    def _lay_out(self) -> None:
        stack = column(8)
        self.setLayout(stack)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)  # what is left is for reading
        keys = row(6)
        for key in (self.prompter_key, self.aloud_key):
            key.setAutoExclusive(False)
            key.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            keys.addWidget(key)
        self.prompter_key.setHidden(self._exam)
        if not self.aloud.available:
            self.aloud_key.setEnabled(False)
            self.aloud_key.setAccessibleDescription(self.tr("This computer has no voice to read with."))
        for card in (self.cue_card, self.prompter, self.notes):
            stack.addWidget(card, 1)
        stack.addWidget(self.lag)
        stack.addWidget(self.plainer)
        stack.addWidget(self.about)
        stack.addLayout(keys)
        self.about.hide()
        self.lag.hide()
        self.plainer.hide()

    def _show_prompter(self, wanted: bool) -> None:
        self._show(self.prompter if wanted else self.cue_card)

    def _show(self, here: Panel) -> None:
        here.body.addWidget(self._pace)
        for card in (self.cue_card, self.prompter, self.notes):
            card.setVisible(card is here)

    def _read_aloud(self, wanted: bool) -> None:
        self.about.say(self.tr("Wear headphones: else the microphone hears what is read.") if wanted else "")
        self.about.setVisible(wanted)
        self.aloud.switch(wanted)

    def _on_voice_failed(self) -> None:
        self.aloud_key.setChecked(False)
        self.aloud_key.setEnabled(False)
        self.about.say(self.tr("The voice of this computer does not work, or does not speak this language."))
        self.about.show()

    def _show_lag(self, behind: Seconds) -> None:
        self._lags = behind >= (CAUGHT_UP if self._lags else BEHIND)
        self.lag.setVisible(self._lags)
        if self._lags:
            self.lag.say(self.tr("The captions are %n s behind: the computer is busy.", "", round(behind)))
