"""The teleprompter: a script that follows the voice, over the cue card."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.domain.scenario import Segment
from simulator.live.script_text import CueLines, heading
from simulator.live.shelf import Cue
from simulator.perception.prompter import REMARK, Place, Prompter
from simulator.ports import Caption
from simulator.ui.cabin.wrapping import wrapped
from simulator.ui.theme import Theme, Tone
from simulator.ui.widgets import Button, Panel, row, shown

CURRENT_PX, LATER_PX, REMARK_PX = 22, 17, 13
"""The line to say now is read from 1.5 m."""
LEAST_PX = 96
GAP_PX = 8
LONGEST_SHOWN = 240


class ScriptView(QWidget):
    """Paints the line before, the current one large with what is said of it greyed, and as many later ones as fit."""

    def __init__(self, theme: Theme, lines: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines = [shown(line, LONGEST_SHOWN) for line in lines]
        self._place = Place(0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._least = theme.px(LEAST_PX * (0.6 if theme.compact else 1))
        self.setMinimumHeight(self._least)

    def show_place(self, place: Place) -> None:
        if place.line != self._place.line or not self.accessibleDescription():
            current = self._lines[place.line] if place.line < len(self._lines) else ""
            self.setAccessibleDescription(current)
        if place != self._place:
            self._place = place
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._least)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        top = 0.0
        for number in range(max(0, self._place.line - 1), len(self._lines)):
            layout, height = self._laid(number)
            if number > self._place.line and top + height > self.height():
                break
            self._paint_line(painter, number, layout, top)
            top += height + self._theme.px(GAP_PX)
        if not self._lines or self._place.line >= len(self._lines):
            painter.setFont(self._theme.font(LATER_PX))
            painter.setPen(self._theme.colour(Tone.MUTED))
            room = QRectF(0, top, self.width(), self._theme.px(LATER_PX * 2))
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft, self._at_the_end())

    def _at_the_end(self) -> str:
        return self.tr("— end of the script —") if self._lines else self.tr("Nothing was written down.")

    def _laid(self, number: int) -> tuple[QTextLayout, float]:
        text = self._lines[number]
        if text.startswith(REMARK):
            return wrapped(text.lstrip(f"{REMARK} "), self._theme.font(REMARK_PX, bold=True), self.width())
        current = number == self._place.line
        return wrapped(text, self._theme.font(CURRENT_PX if current else LATER_PX, bold=current), self.width())

    def _paint_line(self, painter: QPainter, number: int, layout: QTextLayout, top: float) -> None:
        remark = self._lines[number].startswith(REMARK)
        said = len(layout.text()) if number < self._place.line else 0
        if number == self._place.line and not remark:
            said = self._place.said
        formats = []
        if said:
            part = QTextLayout.FormatRange()
            grey = QTextCharFormat()
            grey.setForeground(self._theme.colour(Tone.MUTED))
            part.start, part.length, part.format = 0, said, grey
            formats.append(part)
        painter.setPen(self._theme.colour(Tone.INFO if remark else Tone.PLAIN))
        layout.draw(painter, QPointF(0, top), formats)


class Teleprompter(Panel):
    """Follows the voice through a script; the keys go to a line, and the voice is followed from there.

    Without ``prompter.follow`` being called (in an exam) it is a sheet of notes to be turned by hand.
    """

    def __init__(
        self, theme: Theme, title: str, prompter: Prompter, cues: Sequence[CueLines] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self.set_title(title)
        self.prompter = prompter
        self._cues = tuple(cues)
        self._told: set[tuple[str, str]] = set()
        self._segment: str | None = None
        self._caption = ""
        self._view = ScriptView(theme, prompter.lines)
        self._view.setAccessibleName(title)
        self.body.addWidget(self._view, 1)
        self.back = Button(self.tr("Back"), "PgUp")
        self.on = Button(self.tr("On"), "PgDown")
        self.back.setAccessibleDescription(self.tr("One line back in the script"))
        self.on.setAccessibleDescription(self.tr("One line on in the script"))
        self.back.clicked.connect(lambda: self._turn(-1))
        self.on.clicked.connect(lambda: self._turn(1))
        keys = row(6)
        for button in (self.back, self.on):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setEnabled(bool(prompter.lines))
            keys.addWidget(button)
        self.body.addLayout(keys)
        self._show()

    def hear(self, caption: Caption | None) -> None:
        """Follow what is heard of an unfinished phrase."""
        text = caption.text if caption is not None else ""
        if text != self._caption:
            self._caption = text
            self.prompter.follow(text)
            self._show()

    def follow_segment(self, segment: Segment | None) -> None:
        """Go to the part of the run of show that began, where the script has it."""
        if segment is None or segment.id == self._segment:
            return
        self._segment = segment.id
        if heading(segment) in self.prompter.lines:
            first = self.prompter.lines.index(heading(segment))
            if first > self.prompter.place.line:
                self.prompter.go_to(first)
                self._show()

    def follow_cues(self, cues: Sequence[Cue]) -> None:
        """Leave a cue behind once its fact was told, in whatever words."""
        told = {(cue.product, cue.fact.id) for cue in cues if cue.told_at is not None}
        new, self._told = told - self._told, self._told | told
        for cue in self._cues:
            if (cue.product, cue.fact) in new and cue.first <= self.prompter.place.line < cue.after:
                self.prompter.go_to(cue.after)
                self._show()

    def show_place(self) -> None:
        """Show where the host is after phrases were heard."""
        self._show()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._turn(-1 if event.angleDelta().y() > 0 else 1)
        event.accept()

    def _turn(self, lines: int) -> None:
        at = self.prompter.place.line + lines
        while 0 < at < len(self.prompter.lines) and self.prompter.lines[at].startswith(REMARK):
            at += lines
        self.prompter.go_to(at)
        self._show()

    def _show(self) -> None:
        self._view.show_place(self.prompter.place)
