"""One of two sessions on screen: its picture with captions, and what it is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from simulator.domain.judgement import Result
from simulator.domain.session import Mode
from simulator.domain.units import Seconds
from simulator.ports import SessionEntry
from simulator.ui.amounts import clock, points, when
from simulator.ui.compare.in_step import TwinPlayer
from simulator.ui.compare.pair_rows import Compared
from simulator.ui.plain import shown, tip
from simulator.ui.review.passages import Subtitle, subtitle_at
from simulator.ui.review.screen import Screen
from simulator.ui.review.wording import trouble
from simulator.ui.theme import Theme
from simulator.ui.widgets import ElidedPill, Label, LinkButton, TabButton, row


class SideView(QWidget):
    """The picture of one session, under a line that says which it is and whether it is heard."""

    review_asked = Signal(str)
    sound_asked = Signal()

    def __init__(self, letter: str, entry: SessionEntry, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self.letter = letter
        self._subtitles: tuple[Subtitle, ...] = ()
        self.player = TwinPlayer(entry.recording, entry.length, self)
        self.screen_ = Screen(theme)
        if theme.compact:  # beside large text there is less room for each of two
            self.screen_.setMinimumSize(theme.px(160), theme.px(80))
        self.screen_.setAccessibleName(self.tr("Recording {letter}").format(letter=letter))
        self.about = ElidedPill(self.name)
        self.time = Label("", "strong")
        self.sound = TabButton(self.tr("Sound"))
        self.sound.setAutoExclusive(False)
        self.sound.setAccessibleName(self.tr("Hear {letter}").format(letter=letter))
        self.sound.clicked.connect(self.sound_asked)
        self.open = LinkButton(self.tr("Open"))
        self.open.setAccessibleName(self.tr("Open session {letter} in the review room").format(letter=letter))
        self.open.setToolTip(self.open.accessibleName())
        self.open.clicked.connect(lambda: self.review_asked.emit(entry.header.id))
        head = row(6)
        head.addWidget(self.about, 1)
        head.addWidget(self.time)
        head.addWidget(self.sound)
        head.addWidget(self.open)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self.screen_, 1)
        self.player.picture.connect(self.screen_.show_frame)
        self.player.troubled.connect(self._on_trouble)
        self._on_trouble()

    @property
    def name(self) -> str:
        """Which of the two it is, in a few words."""
        header = self.entry.header
        take = self.tr("take {number}").format(number=header.take)
        exam = self.tr("exam") if header.mode is Mode.EXAM else ""
        parts = (f"{self.letter} {shown(self.entry.trainee.name, 16)}", take, exam)
        return " · ".join(part for part in parts if part)

    def show_session(self, compared: Compared, outcome: Result) -> None:
        """Once it was read."""
        session = compared.session
        self._subtitles = session.said.subtitles
        self.player.set_length(session.log.length)
        total = self.tr("hidden (blind)") if compared.masked else points(outcome.total)
        began = when(self.entry.header.began_utc)
        self.about.say(f"{self.name} · {total}")
        self.about.setToolTip(tip(f"{self.name} · {self.entry.header.scenario} · {began} · {total}"))

    def show_sound(self, heard: bool) -> None:
        self.player.set_silent(not heard)
        self.sound.setChecked(heard)

    def follow(self, at: Seconds) -> None:
        """Its own moment; outside its time on air that is said."""
        if at < 0:
            self.time.say(self.tr("live in {time}").format(time=clock(-at)))
        elif at > self.player.length + 0.5:
            self.time.say(self.tr("off air"))
        else:
            self.time.say(clock(at))
        self.screen_.show_subtitle(subtitle_at(self._subtitles, at))

    def _on_trouble(self) -> None:
        self.screen_.show_words(trouble(self.player.trouble))
