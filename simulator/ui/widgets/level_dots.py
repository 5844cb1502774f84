"""A level as dots, so that it is told by number and not by colour alone."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.ui.theme import Theme, Tone

LEVELS = 5


def tone_of(level: int | None) -> Tone:
    """Level 1 is bad, 2 a warning, 3 to 5 good; none is muted."""
    if level is None:
        return Tone.MUTED
    return Tone.BAD if level <= 1 else Tone.WARN if level == 2 else Tone.GOOD


class LevelDots(QWidget):
    """Five dots, as many filled as the level says, and the number behind them; a dash where there is none.

    A level that is only proposed is drawn as rings, its number in brackets.
    """

    def __init__(self, theme: Theme, level: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._level = level
        self._counts = True
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_level(level)

    @property
    def level(self) -> int | None:
        return self._level

    @property
    def counts(self) -> bool:
        """Whether the level is more than a proposal."""
        return self._counts

    def set_level(self, level: int | None, counts: bool = True) -> None:
        self._level, self._counts = level, counts
        words = self.tr("level {level} of {levels}") if counts else self.tr("level {level} of {levels}, only proposed")
        said = words.format(level=level, levels=LEVELS)
        self.setAccessibleName(self.tr("no level") if level is None else said)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(LEVELS * 17 + 20), self._theme.px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._theme.colour(tone_of(self._level))
        size, step = self._theme.px(11), self._theme.px(17)
        top = (self.height() - size) / 2
        faint = self._theme.colour(Tone.MUTED)
        for dot in range(LEVELS):
            reached = dot < (self._level or 0)
            hollow = not (reached and self._counts)
            painter.setPen(QPen(colour if reached or self._counts else faint, 2.4 if reached and hollow else 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush if hollow else colour)
            inset = 1.0 if reached and hollow else 0.0
            painter.drawEllipse(QRectF(1 + dot * step + inset, top + inset, size - 2 * inset, size - 2 * inset))
        painter.setPen(self._theme.colour(Tone.PLAIN))
        painter.setFont(self._theme.font())
        room = QRectF(LEVELS * step, 0, self.width() - LEVELS * step, self.height())
        text = "–" if self._level is None else str(self._level) if self._counts else f"({self._level})"
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
