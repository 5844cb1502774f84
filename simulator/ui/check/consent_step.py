"""Consent to be recorded: what is kept, where, for how long, who sees it; yes or no, and what no means."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QVBoxLayout, QWidget

from simulator.domain.consent import Consent
from simulator.live.keeping import consent_version, rules
from simulator.ui.check.standing import Kind, Standing
from simulator.ui.plain import shown
from simulator.ui.theme import VERY_LARGE, Theme, Tone
from simulator.ui.widgets import Label, Panel, column, row

if TYPE_CHECKING:
    from simulator.live.studio import Studio


class ConsentStep(Panel):
    """Everybody before the camera is asked; the session is recorded when all agree."""

    answered = Signal()

    def __init__(
        self,
        studio: Studio,
        theme: Theme,
        people: tuple[str, ...],
        parent: QWidget | None = None,
        *,
        exam: bool = False,
    ) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("May this session be recorded?"))
        self._studio = studio
        settled = rules(studio.store)
        self._days = settled.days_of(exam)
        self._marks_kept = settled.marks_kept
        self._version = consent_version(settled)
        self._people = people
        self._beside = len(people) > 1 and theme.scale < VERY_LARGE
        """Two people's answers stand beside each other, as long as text leaves room for that."""
        self._answers: dict[str, Consent] = {}
        self.choices: dict[str, tuple[QRadioButton, QRadioButton]] = {}
        told = QGridLayout()
        told.setHorizontalSpacing(theme.px(14))
        told.setVerticalSpacing(theme.px(8))
        told.setColumnStretch(1, 1)
        for number, (heading, words) in enumerate(self._told()):
            told.addWidget(Label(heading, "strong"), number, 0, Qt.AlignmentFlag.AlignTop)
            told.addWidget(Label(words, wrap=True), number, 1)
        self.body.addLayout(told)
        self.body.addSpacing(theme.px(8))
        for name in people:
            self.body.addLayout(self._question(name))
        self.state = Label("", wrap=True)
        self.body.addWidget(self.state)
        self.body.addStretch()
        self.setStyleSheet(_dots(theme))
        self._remember()
        self._show()

    # ------------------------------------------------------------------ what is asked

    def _told(self) -> tuple[tuple[str, str], ...]:
        folder = str(self._studio.store.recording_path("consent").parent.parent)
        if self._days is None:
            period = self.tr("Until somebody erases it. You can have it erased at any time.")
        else:
            period = self.tr(
                "%n day(s) after the session; then it is listed, and erased once the lab confirms. "
                "You can have it erased earlier at any time.",
                "",
                self._days,
            )
            if self._marks_kept:
                period += " " + self.tr("Only the recording goes then: what was recognised and the marks stay.")
        return (
            (
                self.tr("What is kept"),
                self.tr("Picture and sound, what was recognised of your speech, what happened in the room, the marks."),
            ),
            (
                self.tr("Where"),
                self.tr("On this PC only, in {folder}. Nothing is sent anywhere.").format(folder=shown(folder, 120)),
            ),
            (self.tr("For how long"), period),
            (self.tr("Who sees it"), self.tr("You, and the instructors who work with this PC.")),
            (
                self.tr("If you say no"),
                self.tr(
                    "You go live all the same. There is then nothing to watch or to hear again afterwards, "
                    "and the score stays provisional. What was recognised live and the marks are kept."
                ),
            ),
        )

    def _question(self, name: str) -> QVBoxLayout:
        lines = column(4)
        if len(self._people) > 1:
            lines.addWidget(Label(shown(name, 60), "strong"))
        answers = row(24) if self._beside else lines
        yes = QRadioButton(self.tr("Yes, record the session"))
        no = QRadioButton(self.tr("No, go live without a recording"))
        group = QButtonGroup(self)
        for button in (yes, no):
            button.setAccessibleDescription(shown(name, 60))
            group.addButton(button)
            answers.addWidget(button)
        if self._beside:
            answers.addStretch()
            lines.addLayout(answers)
        yes.clicked.connect(lambda: self._answer(name, True))
        no.clicked.connect(lambda: self._answer(name, False))
        self.choices[name] = (yes, no)
        return lines

    # ------------------------------------------------------------------ what was answered

    @property
    def complete(self) -> bool:
        """Whether everybody answered."""
        return all(name in self._answers for name in self._people)

    @property
    def recorded(self) -> bool:
        """Whether everybody agreed."""
        return self.complete and all(self._answers[name].agreed for name in self._people)

    @property
    def consent(self) -> str | None:
        """The answer of the trainee (``Consent.id``)."""
        answer = self._answers.get(self._people[0])
        return None if answer is None else answer.id

    def standing(self) -> Standing:
        if not self.complete:
            return Standing(Kind.MEND, self.tr("Say yes or no."))
        if self.recorded:
            return Standing(Kind.FINE, self.tr("The session is recorded."))
        return Standing(Kind.WITHOUT, self.tr("Not recorded."), self.tr("Not recorded: the score stays provisional."))

    def _remember(self) -> None:
        """What was answered before counts as long as the question is the same."""
        known = {trainee.name: trainee for trainee in self._studio.store.trainees()}
        for name in self._people:
            trainee = known.get(name)
            before = None if trainee is None else self._studio.store.consent(trainee.id)
            if before is not None and before.holds(self._version, self._days):
                self._answers[name] = before
                self.choices[name][0 if before.agreed else 1].setChecked(True)

    def _answer(self, name: str, agreed: bool) -> None:
        before = self._answers.get(name)
        if before is not None and before.agreed is agreed:
            return
        store = self._studio.store
        consent = Consent(
            id=secrets.token_hex(6),
            trainee=store.trainee(name).id,
            version=self._version,
            agreed=agreed,
            days=self._days,
            given_utc=datetime.now(UTC).isoformat(timespec="seconds"),
        )
        store.keep_consent(consent)
        self._answers[name] = consent
        self._show()
        self.answered.emit()

    def _show(self) -> None:
        answer = self._answers.get(self._people[0])
        if answer is None:
            self.state.say(self.tr("Your answer is kept, and can be changed before every session."))
            self.state.set_tone(Tone.PLAIN)
        else:
            words = self.tr("Answered on {day}. You can change it before every session.")
            self.state.say(words.format(day=answer.given_utc[:10]))


def _dots(theme: Theme) -> str:
    """The round marks of the answers, which the style leaves nearly unseen on a dark ground."""
    c, size = theme.tokens, theme.px(14)
    return f"""
        QRadioButton {{ spacing: {theme.px(8)}px; padding: {theme.px(3)}px; }}
        QRadioButton::indicator {{ width: {size}px; height: {size}px; border: 2px solid {c.muted};
            border-radius: {size // 2 + 2}px; background: {c.raised}; }}
        QRadioButton::indicator:checked {{ border-color: {c.good}; background: {c.good}; }}
        QRadioButton::indicator:focus {{ border-color: {c.info}; }}
        QRadioButton:checked {{ font-weight: 700; }}
    """
