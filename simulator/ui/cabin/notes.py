"""A candidate's own notes, in place of the cue card."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from simulator.domain.session import SessionHeader
from simulator.live.script_text import Settings, own_script
from simulator.ports import Mendable
from simulator.ui.theme import Theme
from simulator.ui.widgets import Label, Panel


def exam_key(scenario: str) -> str:
    """Under which name the notes for an exam are kept: apart from the script that is practised with."""
    return f"{scenario}.exam"


class Notes(Panel):
    """What was written down in the preparation; nothing ticks itself off here."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("My notes"))
        self.text = QPlainTextEdit()
        self.text.setPlainText(text)
        self.text.setReadOnly(True)
        self.text.setFont(theme.font(16))
        self.text.setAccessibleName(self.tr("My notes"))
        self.text.setTabChangesFocus(True)
        self.none = Label(self.tr("Nothing was written down in the preparation."), "small", wrap=True)
        self.body.addWidget(self.text, 1)
        self.body.addWidget(self.none)
        self.text.setVisible(bool(text))
        self.none.setVisible(not text)
        if not text:
            self.body.addStretch()


def exam_notes(settings: Settings, header: SessionHeader) -> str:
    """What the candidate wrote down in the preparation."""
    try:
        return own_script(settings, header.trainee, exam_key(header.scenario))
    except Mendable:
        return ""
