"""A likely breach of a rule, which stands only once an instructor says so."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from simulator.domain.compliance import Severity
from simulator.domain.findings import RuleBroken
from simulator.domain.judgement import Confirmation, Evidence
from simulator.ui.amounts import when
from simulator.ui.plain import shown
from simulator.ui.review.evidence_links import EvidenceLinks
from simulator.ui.review.level_editor import LONGEST_REASON
from simulator.ui.review.wording import severity
from simulator.ui.theme import Theme, Tone
from simulator.ui.widgets import Button, ElidedLabel, Label, Pill

PAD = 10
"""Pixels at both sides."""


class FindingRow(QFrame):
    """What was heard, which rule and law it breaks, what to say instead; the instructor's word with its reason."""

    sought = Signal(float)
    decided = Signal(str, bool, str)
    """Finding, whether it stands, and the reason."""
    drafted = Signal(str)
    """The reason as it is being written; "" once there is nothing to keep."""

    def __init__(
        self, theme: Theme, broken: RuleBroken, rule: str, instead: str | None, law: str = "",
        parent: QWidget | None = None, wide: int = 0,
    ) -> None:  # fmt: skip
        """``wide`` is the width it will have, in pixels, where that is known."""
        super().__init__(parent)
        self.broken = broken
        self._words: tuple[Confirmation, ...] | None = None
        self.setObjectName("inset")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAD, 6, PAD, 8)
        layout.setSpacing(3)
        head = QHBoxLayout()
        layout.addLayout(head)  # before it is filled: what has a parent is dressed once
        head.setSpacing(8)
        grave = broken.severity is Severity.S4
        head.addWidget(Pill(f"{broken.severity.name} {severity(broken.severity)}", Tone.BAD if grave else Tone.WARN))
        head.addWidget(ElidedLabel(rule, "strong"), 1)
        self.state = Label("", "small")
        head.addWidget(self.state)
        links = EvidenceLinks(theme, [Evidence(broken.said, broken.quote)], parent=self, wide=wide - 2 * PAD)
        links.chosen.connect(self.sought)
        self.link = links.links[0]
        layout.addWidget(links)
        if instead:
            layout.addWidget(
                Label(self.tr("instead: {wording}").format(wording=shown(instead, 160)), "small", wrap=True)
            )
        if law:
            layout.addWidget(Label(self.tr("law: {law}").format(law=shown(law, 200)), "small", wrap=True))
        self.said = Label("", "small", wrap=True)
        layout.addWidget(self.said)
        line = QHBoxLayout()
        line.setSpacing(6)
        self.reason = QLineEdit()
        self.reason.setMaxLength(LONGEST_REASON)
        self.reason.setPlaceholderText(self.tr("Reason (needed)"))
        self.reason.setAccessibleName(self.tr("Reason for standing or not"))
        self.reason.textChanged.connect(self._weigh)
        self.reason.textEdited.connect(self.drafted)
        self.stands = Button(self.tr("It stands"))
        self.stands.clicked.connect(lambda: self._decide(True))
        self.strike = Button(self.tr("Strike it out"))
        self.strike.clicked.connect(lambda: self._decide(False))
        line.addWidget(self.reason, 1)
        if theme.roomy:
            line.addWidget(self.stands)
            line.addWidget(self.strike)
            layout.addLayout(line)
        else:
            layout.addLayout(line)
            buttons = QHBoxLayout()
            buttons.addWidget(self.stands)
            buttons.addWidget(self.strike)
            buttons.addStretch()
            layout.addLayout(buttons)
        self._weigh()
        self.show_said(())

    def show_said(self, words: tuple[Confirmation, ...]) -> None:
        """Show what instructors said of it, oldest first; the last counts. What is being written stays, unless it was
        said just now."""
        if words == self._words:
            return
        first, self._words = self._words is None, words
        last = words[-1] if words else None
        states = {
            None: (self.tr("waits for your word"), Tone.WARN),
            True: (self.tr("✗ stands"), Tone.BAD),
            False: (self.tr("✓ struck out"), Tone.GOOD),
        }
        text, tone = states[None if last is None else last.stands]
        self.state.say(text)
        self.state.set_tone(tone)
        self.said.setVisible(last is not None)
        if last is not None:
            lines = [self._line(word) for word in reversed(words)]
            self.said.say("; ".join(lines))
        self.reason.clear()
        if not first:
            self.drafted.emit("")

    def restore(self, reason: str) -> bool:
        """Bring back a reason that was being written."""
        self.reason.setText(reason[:LONGEST_REASON])
        return bool(reason)

    def _line(self, word: Confirmation) -> str:
        verdict = self.tr("stands") if word.stands else self.tr("struck out")
        return self.tr("{verdict}: {reason} ({instructor}, {when})").format(
            verdict=verdict,
            reason=shown(word.reason, LONGEST_REASON),
            instructor=shown(word.instructor, 40),
            when=when(word.at_utc),
        )

    def _weigh(self) -> None:
        told = bool(self.reason.text().strip())
        self.stands.setEnabled(told)
        self.strike.setEnabled(told)

    def _decide(self, stands: bool) -> None:
        self.decided.emit(self.broken.id, stands, self.reason.text().strip())
