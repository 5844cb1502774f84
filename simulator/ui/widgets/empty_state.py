"""What stands where there is nothing: what is missing, what to do about it, and a button that does it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from simulator.ui.theme import Theme, Tone
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.labels import Label
from simulator.ui.widgets.panel import column, row


class EmptyState(QWidget):
    """A heading, a sentence or two, and the ways on, in the middle of their room."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        words: str,
        *buttons: Button,
        tone: Tone = Tone.PLAIN,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.title = Label(title, "strong", wrap=True, tone=tone)
        self.words = Label(words, wrap=True)
        lines = column(theme.px(8))
        lines.setContentsMargins(theme.px(8), theme.px(8), theme.px(8), theme.px(8))
        lines.addStretch()
        for label in (self.title, self.words):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            lines.addWidget(label)
        ways = row()
        ways.addStretch()
        for button in buttons:
            ways.addWidget(button)
        ways.addStretch()
        lines.addLayout(ways)
        lines.addStretch()
        self.setLayout(lines)

    def say(self, title: str, words: str) -> None:
        """Change what is said."""
        self.title.say(title)
        self.words.say(words)
