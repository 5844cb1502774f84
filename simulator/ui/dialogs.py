"""Questions and messages to a person, in plain text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from simulator.ui.widgets import Button, Label, PrimaryButton

LINES_PX = (640, 180)
LAB_SCREEN = QSize(1330, 700)
"""What a dialog may take of the usual lab screen, however large its text."""


class Message(QDialog):
    """A sentence with one or two buttons; opened without stopping the session's clock."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        sentence: str,
        yes: str,
        no: str = "",
        detail: str = "",
        *,
        lines: str = "",
    ) -> None:
        """``lines`` may be many: they scroll, and can be copied."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(420)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(Label(title, "title", wrap=True))
        self.sentence = Label(sentence, wrap=True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout.addWidget(self.sentence)
        if detail:
            layout.addWidget(Label(detail, "small", wrap=True))
        if lines:
            self.lines = QPlainTextEdit(lines)
            self.lines.setReadOnly(True)
            self.lines.setTabChangesFocus(True)
            self.lines.setAccessibleName(title)
            self.lines.setMinimumSize(LINES_PX[0], LINES_PX[1])
            layout.addWidget(self.lines, 1)
        buttons = QHBoxLayout()
        buttons.addStretch()
        self.no = Button(no) if no else None
        if self.no is not None:
            self.no.clicked.connect(self.reject)
            buttons.addWidget(self.no)
        self.yes = PrimaryButton(yes)
        self.yes.clicked.connect(self.accept)
        buttons.addWidget(self.yes)
        layout.addLayout(buttons)
        (self.no or self.yes).setFocus()


def tell(parent: QWidget | None, title: str, sentence: str, close: str, detail: str = "") -> Message:
    """Show a sentence until it is closed."""
    message = Message(parent, title, sentence, close, detail=detail)
    message.open()
    return message


def ask(
    parent: QWidget | None, title: str, sentence: str, yes: str, no: str, agreed: Callable[[], None], detail: str = ""
) -> Message:
    """Ask; ``agreed`` is called after yes. The focus begins on no."""
    message = Message(parent, title, sentence, yes, no, detail)
    message.accepted.connect(agreed)
    message.open()
    return message
