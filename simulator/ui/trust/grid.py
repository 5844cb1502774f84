"""Pairs by both levels, as a square of numbers one can choose from."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from simulator.ui.theme import Theme, Tone

ROOMY_PX, TIGHT_PX = (52, 26, 30), (42, 19, 22)
"""A cell's width, the room for names at the edge, a cell's height."""
STRONGEST = 110
"""How far, of 255, the fullest cell is coloured: text on it stays readable."""


class LevelGrid(QWidget):
    """A row for each level of the first side, a column for each of the second; arrow keys and Enter choose a cell."""

    chosen = Signal(object)
    """(row, column), or None when nothing is chosen any more."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._width, self._edge, self._height = (theme.px(each) for each in (ROOMY_PX if theme.roomy else TIGHT_PX))
        self._levels: tuple[int, ...] = ()
        self._table: tuple[tuple[int, ...], ...] = ()
        self._at = (0, 0)
        self.cell: tuple[int, int] | None = None
        self._sides = ("", "")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def show_table(self, table: tuple[tuple[int, ...], ...], levels: tuple[int, ...], one: str, other: str) -> None:
        """Show counts; ``one`` and ``other`` name the sides."""
        self._table, self._levels, self._sides = table, levels, (one, other)
        self.cell = None
        self._at = (0, 0)
        self.setAccessibleName(self.tr("Pairs by level: {one} down, {other} across").format(one=one, other=other))
        self._describe()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        many = max(1, len(self._levels))
        return QSize(2 * self._edge + many * self._width + 2, 2 * self._edge + many * self._height + 2)

    def choose(self, cell: tuple[int, int] | None) -> None:
        """Choose a cell; the chosen one again lets it go."""
        self.cell = None if cell == self.cell else cell
        if cell is not None:
            self._at = cell
        self._describe()
        self.update()
        self.chosen.emit(self.cell)

    def words_of(self, cell: tuple[int, int]) -> str:
        """A cell as a sentence."""
        one, other = (self._levels[number] for number in cell)
        count = self._table[cell[0]][cell[1]]
        return self.tr("{one} {first}, {other} {second}: {count}").format(
            one=self._sides[0], first=one, other=self._sides[1], second=other, count=count
        )

    # ------------------------------------------------------------------ inside

    def _describe(self) -> None:
        if self._levels:
            self.setAccessibleDescription(self.words_of(self._at))

    def _room(self, row: int, column: int) -> QRectF:
        width, height = self._width, self._height
        left, top = 2 * self._edge + column * width, 2 * self._edge + row * height
        return QRectF(left, top, width, height).adjusted(1, 1, -1, -1)

    def _cell_under(self, at: QPoint) -> tuple[int, int] | None:
        for row in range(len(self._levels)):
            for column in range(len(self._levels)):
                if self._room(row, column).contains(at.toPointF()):
                    return row, column
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_under(event.position().toPoint())
        if cell is not None and event.button() is Qt.MouseButton.LeftButton:
            self.choose(cell)

    def event(self, event: object) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QHelpEvent.Type.ToolTip:
            cell = self._cell_under(event.pos())
            if cell is not None:
                QToolTip.showText(event.globalPos(), self.words_of(cell), self)
            return True
        return super().event(event)  # type: ignore[arg-type]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
        }
        step = steps.get(Qt.Key(event.key()))
        last = len(self._levels) - 1
        if step is not None and last >= 0:
            row, column = (min(last, max(0, at + by)) for at, by in zip(self._at, step, strict=True))
            self._at = (row, column)
            self._describe()
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and last >= 0:
            self.choose(self._at)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    # ------------------------------------------------------------------ painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        most = max((count for row in self._table for count in row), default=0) or 1
        edge = self._edge
        painter.setFont(theme.font(12))
        painter.setPen(theme.colour(Tone.MUTED))
        whole = QRectF(2 * edge, 0, self.width() - 2 * edge, edge)
        painter.drawText(whole, Qt.AlignmentFlag.AlignCenter, f"{self._sides[1]} →")
        painter.save()
        painter.translate(edge / 2, (self.height() + 2 * edge) / 2)
        painter.rotate(-90)
        long = self.height() - 2 * edge
        painter.drawText(QRectF(-long / 2, -edge / 2, long, edge), Qt.AlignmentFlag.AlignCenter, f"← {self._sides[0]}")
        painter.restore()
        for number, level in enumerate(self._levels):
            room = self._room(number, number)
            painter.drawText(QRectF(room.left(), edge, room.width(), edge), Qt.AlignmentFlag.AlignCenter, str(level))
            painter.drawText(QRectF(edge, room.top(), edge, room.height()), Qt.AlignmentFlag.AlignCenter, str(level))
        for row, counts in enumerate(self._table):
            for column, count in enumerate(counts):
                self._paint_cell(painter, row, column, count, count / most)

    def _paint_cell(self, painter: QPainter, row: int, column: int, count: int, share: float) -> None:
        theme = self._theme
        room = self._room(row, column)
        apart = abs(row - column)
        tone = Tone.GOOD if apart == 0 else Tone.WARN if apart == 1 else Tone.BAD
        ground = QColor(theme.colour(tone))
        ground.setAlpha(round(STRONGEST * share))
        same = QPen(theme.colour(Tone.MUTED if apart == 0 else theme.tokens.line), 1)
        painter.setPen(same)
        painter.setBrush(ground if count else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(room, 4, 4)
        if (row, column) == self.cell:
            painter.setPen(QPen(theme.colour(Tone.PLAIN), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(room, 4, 4)
        if self.hasFocus() and (row, column) == self._at:
            painter.setPen(QPen(theme.colour(Tone.INFO), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(room.adjusted(2, 2, -2, -2), 3, 3)
        painter.setPen(theme.colour(Tone.PLAIN if count else Tone.MUTED))
        painter.setFont(theme.font(13, bold=apart == 0))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, str(count) if count else "·")
