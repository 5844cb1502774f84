"""How the levels of a class spread: a stacked bar for each criterion, with its numbers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from simulator.domain.rubric import Rubric
from simulator.domain.standing import Spread
from simulator.ui.amounts import NOTHING
from simulator.ui.plain import shown, tip
from simulator.ui.theme import Theme, Tone
from simulator.ui.widgets.swatch import ink_on

COLOURS = ("#7f3b08", "#c05a08", "#fdb863", "#d8daeb", "#8073ac", "#4a2382")
"""Levels 0 to 5: from orange to violet, which the common forms of colour blindness tell apart (ColorBrewer, PuOr)."""
ROW_PX, NAME_PX, END_PX = 27, 190, 74


def colour_of(level: int) -> QColor:
    """A level's ground."""
    return QColor(COLOURS[min(max(level, 0), len(COLOURS) - 1)])


class SpreadChart(QWidget):
    """Rows of bars, each as long as the class; arrow keys choose a criterion, Enter or a click asks for it."""

    chosen = Signal(str)
    """A criterion."""

    def __init__(self, theme: Theme, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language
        self._spreads: tuple[Spread, ...] = ()
        self._names: dict[str, str] = {}
        self.at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    @property
    def criterion(self) -> str | None:
        """The one that is looked at."""
        return self._spreads[self.at].criterion if self._spreads else None

    def show_spreads(self, spreads: tuple[Spread, ...], rubric: Rubric | None) -> None:
        self._spreads = spreads
        self._names = {} if rubric is None else {each.id: each.name[self._language] for each in rubric.criteria}
        self.at = min(self.at, max(0, len(spreads) - 1))
        self._describe()
        self.updateGeometry()
        self.update()

    def told(self, spread: Spread) -> str:
        """A bar in words."""
        name = shown(self._names.get(spread.criterion, ""), 40)
        parts = [f"{spread.criterion} {name}"]
        if spread.mean is not None:
            parts.append(self.tr("mean {mean}").format(mean=f"{spread.mean:.1f}"))
        for level, count in spread.counts:
            if count:
                parts.append(self.tr("level {level}: {count}").format(level=level, count=count))
        if spread.open:
            parts.append(self.tr("no level: {count}").format(count=spread.open))
        return ", ".join(parts)

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("Levels by criterion, %n criteria", "", len(self._spreads)))
        self.setAccessibleDescription(self.told(self._spreads[self.at]) if self._spreads else "")

    def _look_at(self, number: int) -> None:
        if self._spreads:
            self.at = min(max(0, number), len(self._spreads) - 1)
            self._describe()
            self.update()

    # ------------------------------------------------------------------ where things stand

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(560), self._theme.px(ROW_PX) * len(self._spreads) + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(260), self.sizeHint().height())

    def row_room(self, number: int) -> QRectF:
        """A row's room, from edge to edge."""
        high = self._theme.px(ROW_PX)
        return QRectF(0, 2 + number * high, self.width(), high)

    def _bar_room(self, row: QRectF) -> QRectF:
        name = min(self._theme.px(NAME_PX), self.width() * 0.4)
        return QRectF(name, row.top() + 4, max(20.0, self.width() - name - self._theme.px(END_PX)), row.height() - 8)

    def _row_at(self, at: QPointF) -> int | None:
        number = int((at.y() - 2) // self._theme.px(ROW_PX))
        return number if 0 <= number < len(self._spreads) else None

    # ------------------------------------------------------------------ mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._row_at(event.position())
        if number is not None and event.button() is Qt.MouseButton.LeftButton:
            self._look_at(number)
            self.chosen.emit(self._spreads[number].criterion)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Up: self.at - 1,
            Qt.Key.Key_Down: self.at + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._spreads) - 1,
        }
        to = steps.get(Qt.Key(event.key()))
        if to is not None:
            self._look_at(to)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.criterion is not None:
            self.chosen.emit(self.criterion)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            number = self._row_at(QPointF(event.pos()))
            words = "" if number is None else self.told(self._spreads[number])
            QToolTip.showText(event.globalPos(), tip(words), self)
            return True
        return super().event(event)

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
        for number, spread in enumerate(self._spreads):
            self._paint_row(painter, self.row_room(number), spread, here=number == self.at)

    def _paint_row(self, painter: QPainter, row: QRectF, spread: Spread, *, here: bool) -> None:
        theme = self._theme
        if here:
            painter.setPen(QPen(theme.colour(Tone.INFO), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(theme.tokens.hover))
            painter.drawRoundedRect(row.adjusted(1, 1, -1, -1), 6, 6)
        bar = self._bar_room(row)
        font = theme.font(12)
        painter.setFont(font)
        painter.setPen(theme.colour(Tone.PLAIN))
        name = QRectF(8, row.top(), bar.left() - 14, row.height())
        words = f"{spread.criterion} {shown(self._names.get(spread.criterion, ''), 60)}"
        cut = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, name.width())
        painter.drawText(name, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, cut)
        self._paint_bar(painter, bar, spread)
        mean = NOTHING if spread.mean is None else self.tr("mean {mean}").format(mean=f"{spread.mean:.1f}")
        end = QRectF(bar.right() + 8, row.top(), row.right() - bar.right() - 12, row.height())
        painter.setFont(theme.font(12, bold=True))
        painter.setPen(theme.colour(Tone.PLAIN))
        painter.drawText(end, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, mean)

    def _paint_bar(self, painter: QPainter, bar: QRectF, spread: Spread) -> None:
        """Levels from the lowest on, what has no level hatched at the end."""
        if not spread.sessions:
            return
        left = bar.left()
        for level, count in spread.counts:
            if count:
                room = QRectF(left, bar.top(), bar.width() * count / spread.sessions, bar.height())
                painter.setPen(QPen(self._theme.colour(self._theme.tokens.panel), 1))
                painter.setBrush(colour_of(level))
                painter.drawRect(room)
                self._paint_count(painter, room, count, ink_on(colour_of(level)))
                left = room.right()
        if spread.open:
            room = QRectF(left, bar.top(), bar.width() * spread.open / spread.sessions, bar.height())
            muted = self._theme.colour(Tone.MUTED)
            painter.setPen(QPen(muted, 1))
            painter.setBrush(QBrush(muted, Qt.BrushStyle.BDiagPattern))
            painter.drawRect(room)
            font = self._theme.font(11, bold=True)
            width = QFontMetricsF(font).horizontalAdvance(str(spread.open)) + 8
            if room.width() >= width:  # letters on hatching need a ground of their own
                ground = QRectF(0, 0, width, room.height() - 4)
                ground.moveCenter(room.center())
                painter.fillRect(ground, self._theme.colour(self._theme.tokens.panel))
            self._paint_count(painter, room, spread.open, self._theme.colour(Tone.PLAIN))

    def _paint_count(self, painter: QPainter, room: QRectF, count: int, ink: QColor) -> None:
        font = self._theme.font(11, bold=True)
        if room.width() >= QFontMetricsF(font).horizontalAdvance(str(count)) + 4:
            painter.setFont(font)
            painter.setPen(ink)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, str(count))


class SpreadLegend(QWidget):
    """Which ground is which level."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._levels: tuple[tuple[int, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_levels(self, rubric: Rubric | None, language: str) -> None:
        named = () if rubric is None else tuple((each.level, each.name[language]) for each in rubric.levels)
        self._levels = tuple(sorted(named))
        self.setAccessibleName(", ".join(f"{level} {name}" for level, name in self._levels))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(300), round(QFontMetricsF(self._theme.font(12)).height()) + 6)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Names where there is room for all, else numbers only."""
        painter = QPainter(self)
        font = self._theme.font(12)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        entries: list[tuple[QBrush, str, str]] = [
            (QBrush(colour_of(level)), f"{level} {shown(name, 16)}", str(level)) for level, name in self._levels
        ]
        if entries:
            muted = self._theme.colour(Tone.MUTED)
            entries.append((QBrush(muted, Qt.BrushStyle.BDiagPattern), self.tr("no level"), NOTHING))
        box = metrics.height() - 4
        whole = sum(box + 6 + metrics.horizontalAdvance(words) + 14 for _, words, _ in entries)
        left = 4.0
        for brush, words, short in entries:
            text = words if whole <= self.width() else short
            painter.fillRect(QRectF(left, 4, box, box), brush)
            painter.setPen(self._theme.colour(Tone.MUTED))
            room = QRectF(left + box + 6, 0, metrics.horizontalAdvance(text) + 4, self.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
            left = room.right() + 10
