"""Remarks of instructors at moments of the session."""

from __future__ import annotations

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from simulator.domain.judgement import Note
from simulator.domain.units import Seconds
from simulator.ui.amounts import clock, when
from simulator.ui.plain import shown
from simulator.ui.review.drafts import packed, unpacked
from simulator.ui.review.moments import Moment, MomentList
from simulator.ui.theme import Theme
from simulator.ui.widgets import Button, Label, PrimaryButton, row

LONGEST_NOTE = 500


class NotesView(QWidget):
    """The notes by time, and a line for the next one; its moment is held from the first letter on. Or it is spoken."""

    chosen = Signal(float)
    written = Signal(float, str)
    """Seconds in the session, and the words."""
    drafted = Signal(str)
    """The note as it is being written; "" once there is nothing to keep."""
    voice_asked = Signal()
    """A note is to be spoken, or the one being spoken kept."""
    play_asked = Signal(object)
    away_asked = Signal(object)
    """This ``Note`` is to be played, or taken back."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now: Seconds = 0.0
        self._held: Seconds | None = None
        self._notes: tuple[Note, ...] = ()
        self._instructor = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        line = row(6)
        self.text = QLineEdit()
        self.text.setMaxLength(LONGEST_NOTE)
        self.text.setPlaceholderText(self.tr("A note at this moment (N)"))
        self.text.setAccessibleName(self.tr("Note"))
        self.text.textChanged.connect(self._on_text)
        self.text.textEdited.connect(self._on_edited)
        self.text.returnPressed.connect(self._on_add)
        self.add = PrimaryButton("")
        self.add.clicked.connect(self._on_add)
        line.addWidget(self.text, 1)
        line.addWidget(self.add)
        layout.addLayout(line)
        self.speak = Button(self.tr("Speak"), printed="M")
        self.speak.setAccessibleName(self.tr("Speak a note"))
        self.speak.clicked.connect(self.voice_asked)
        if theme.roomy:
            line.addWidget(self.speak)
        else:
            layout.addWidget(self.speak)
        self._voice = row(0)
        layout.addLayout(self._voice)
        self.list = MomentList(theme, self.tr("Notes"))
        self.list.chosen.connect(self.chosen)
        self.list.setMinimumHeight(theme.px(40))
        self.list.selectionModel().currentChanged.connect(self._show_ways)
        layout.addWidget(self.list, 1)
        ways = row(6)
        self.play = Button(self.tr("Play the note"))
        self.play.clicked.connect(lambda: self._with_chosen(self.play_asked))
        self.away = Button(self.tr("Delete"))
        self.away.clicked.connect(lambda: self._with_chosen(self.away_asked))
        for button in (self.play, self.away):
            button.hide()
            ways.addWidget(button)
        ways.addStretch()
        layout.addLayout(ways)
        self._none = Label(self.tr("No notes yet. Press N to write one at the moment that plays."), "small", wrap=True)
        layout.addWidget(self._none)
        layout.addStretch()
        self._on_text()

    def hold_voice(self, voice: QWidget) -> None:
        """Where a note is spoken."""
        self._voice.addWidget(voice, 1)

    def show_notes(self, notes: tuple[Note, ...], instructor: str = "") -> None:
        """Show them; this instructor's own may be taken back."""
        self._instructor = instructor
        ordered = tuple(sorted(notes, key=lambda note: (note.at, note.at_utc)))
        if ordered != self._notes:
            self._notes = ordered
            self.list.show_moments([self._moment(note) for note in ordered])
        self._show_ways()
        self.list.setVisible(bool(notes))
        self._none.setVisible(not notes)

    def show_recording(self, recording: bool) -> None:
        """A note is being spoken."""
        self.speak.setVisible(not recording)

    def show_playing(self, playing: bool) -> None:
        self.play.say(self.tr("Stop") if playing else self.tr("Play the note"))

    def restore(self, draft: str) -> int:
        """Bring back a note that was being written; 1 where there was one."""
        told = unpacked(draft)
        at, text = told.get("at"), told.get("text")
        if not isinstance(text, str) or not text.strip() or not isinstance(at, int | float):
            return 0
        self._held = float(at)
        self.text.setText(text[:LONGEST_NOTE])
        self.add.say(self.tr("Add at {time}").format(time=clock(self._held)))
        return 1

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

    def _on_edited(self, text: str) -> None:
        self.drafted.emit(packed(at=self._held, text=text) if text.strip() else "")

    def _moment(self, note: Note) -> Moment:
        below = f"{shown(note.instructor, 40)} · {when(note.at_utc)}"
        if not note.voice:
            return Moment(at=note.at, text=note.text, below=below)
        spoken = self.tr("▶ spoken, {time}").format(time=clock(note.voice_s))
        return Moment(at=note.at, text=f"{spoken} {note.text}".strip(), below=below)

    def _chosen(self) -> Note | None:
        number = self.list.currentIndex().row()
        return self._notes[number] if 0 <= number < len(self._notes) else None

    def _with_chosen(self, signal: SignalInstance) -> None:
        note = self._chosen()
        if note is not None:
            signal.emit(note)

    def _show_ways(self) -> None:
        note = self._chosen()
        self.play.setVisible(note is not None and bool(note.voice))
        self.away.setVisible(note is not None and note.instructor == self._instructor)

    def _on_add(self) -> None:
        text = self.text.text().strip()
        if text:
            at = self._now if self._held is None else self._held
            self.written.emit(at, text)

    def clear(self) -> None:
        """The note was kept."""
        self.text.clear()
        self.drafted.emit("")
        self._held = None
        self.follow(self._now)
