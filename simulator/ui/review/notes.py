"""Remarks of instructors at moments of the session."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from simulator.domain.judgement import Note
from simulator.domain.units import Seconds
from simulator.ui.amounts import clock, when
from simulator.ui.plain import shown
from simulator.ui.review.moments import Moment, MomentList
from simulator.ui.theme import Theme
from simulator.ui.widgets import Label, PrimaryButton, row

LONGEST_NOTE = 500


class NotesView(QWidget):
    """The notes by time, and a line for the next one; its moment is held from the first letter on."""

    chosen = Signal(float)
    written = Signal(float, str)
    """Seconds in the session, and the words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now: Seconds = 0.0
        self._held: Seconds | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        line = row(6)
        self.text = QLineEdit()
        self.text.setMaxLength(LONGEST_NOTE)
        self.text.setPlaceholderText(self.tr("A note at this moment (N)"))
        self.text.setAccessibleName(self.tr("Note"))
        self.text.textChanged.connect(self._on_text)
        self.text.returnPressed.connect(self._on_add)
        self.add = PrimaryButton("")
        self.add.clicked.connect(self._on_add)
        line.addWidget(self.text, 1)
        line.addWidget(self.add)
        layout.addLayout(line)
        self.list = MomentList(theme, self.tr("Notes"))
        self.list.chosen.connect(self.chosen)
        layout.addWidget(self.list, 1)
        self._none = Label(self.tr("No notes yet. Press N to write one at the moment that plays."), "small", wrap=True)
        layout.addWidget(self._none)
        layout.addStretch()
        self._on_text()

    def show_notes(self, notes: tuple[Note, ...]) -> None:
        ordered = sorted(notes, key=lambda note: (note.at, note.at_utc))
        self.list.show_moments(
            [
                Moment(at=note.at, text=note.text, below=f"{shown(note.instructor, 40)} · {when(note.at_utc)}")
                for note in ordered
            ]
        )
        self.list.setVisible(bool(notes))
        self._none.setVisible(not notes)

    def follow(self, at: Seconds) -> None:
        """The moment a new note would stand at."""
        self._now = at
        if self._held is None:
            self.add.say(self.tr("Add at {time}").format(time=clock(at)))

    def begin(self) -> None:
        """Write a note at this very moment."""
        self._held = self._now
        self.add.say(self.tr("Add at {time}").format(time=clock(self._held)))
        self.text.setFocus()

    def _on_text(self) -> None:
        written = bool(self.text.text().strip())
        self.add.setEnabled(written)
        if written and self._held is None:
            self._held = self._now
        elif not written:
            self._held = None
            self.follow(self._now)

    def _on_add(self) -> None:
        text = self.text.text().strip()
        if text:
            at = self._now if self._held is None else self._held
            self.written.emit(at, text)

    def clear(self) -> None:
        """The note was kept."""
        self.text.clear()
        self._held = None
        self.follow(self._now)
