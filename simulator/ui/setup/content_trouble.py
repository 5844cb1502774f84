"""Content files that cannot be used: how many, what is wrong with each, and the folder they lie in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from simulator.ports import ContentError, Mendable
from simulator.ui.dialogs import Message
from simulator.ui.plain import shown
from simulator.ui.sentences import sentence
from simulator.ui.theme import Theme, Tone
from simulator.ui.widgets import Button, EmptyState, Label, LinkButton, row

MOST_FILES, MOST_MISTAKES = 4, 5
"""What a message shows; the rest is counted, and told by ``bolian content check``."""


def folder_of(errors: Sequence[Mendable]) -> Path | None:
    """The folder of the first file that is named; None where none is there."""
    for error in errors:
        file = Path(str(error.facts.get("file", "")))
        for place in (file if file.is_dir() else file.parent, file.parent.parent):
            if file.is_absolute() and place.is_dir():
                return place
    return None


def told(errors: Sequence[Mendable]) -> str:
    """Every file with its mistakes, a line each."""
    lines: list[str] = []
    for error in errors[:MOST_FILES]:
        lines.append("✗ " + sentence(error))
        mistakes = error.mistakes if isinstance(error, ContentError) else ()
        lines.extend("    " + shown(each, 160) for each in mistakes[:MOST_MISTAKES])
        if len(mistakes) > MOST_MISTAKES:
            lines.append(f"    … + {len(mistakes) - MOST_MISTAKES}")
    if len(errors) > MOST_FILES:
        lines.append(f"… + {len(errors) - MOST_FILES}")
    return "\n".join(lines)


class ContentTrouble(QWidget):
    """Hidden while all content is right; a line where some is wrong, and the whole room where nothing is left."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._errors: tuple[Mendable, ...] = ()
        self.some = Label("", tone=Tone.WARN, wrap=True)
        self.why = LinkButton(self.tr("What is wrong …"))
        self.all_why = Button(self.tr("What is wrong …"))
        self.folder = Button(self.tr("Open the folder"))
        self.nothing = EmptyState(
            theme,
            self.tr("There is no scenario to rehearse"),
            self.tr("No scenario could be read. See what is wrong, mend the files, and start Bolian again."),
            self.all_why,
            self.folder,
            tone=Tone.BAD,
        )
        for button in (self.why, self.all_why):
            button.clicked.connect(self._on_why)
        self.folder.clicked.connect(self._on_folder)
        line = row()
        line.addWidget(self.some, 1)
        line.addWidget(self.why)
        line.addWidget(self.nothing, 1)
        self.setLayout(line)
        self.show_errors((), left=1)

    def show_errors(self, errors: Sequence[Mendable], *, left: int) -> None:
        """These files are wrong; so many scenarios are ``left``."""
        self._errors = tuple(errors)
        self.some.say(self.tr("%n content file(s) cannot be used.", "", len(errors)))
        for part in (self.some, self.why):
            part.setVisible(left > 0)
        self.nothing.setVisible(not left)
        self.folder.setEnabled(folder_of(errors) is not None)
        self.setVisible(bool(errors))

    def _on_why(self) -> None:
        message = Message(
            self.window(),
            self.tr("Content that cannot be used"),
            self.tr("Mend these files, or move them away; everything else works. Then start Bolian again."),
            self.tr("Open the folder"),
            self.tr("Close"),
            lines=told(self._errors),
        )
        message.yes.setEnabled(folder_of(self._errors) is not None)
        message.accepted.connect(self._on_folder)
        message.open()

    def _on_folder(self) -> None:
        folder = folder_of(self._errors)
        if folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
