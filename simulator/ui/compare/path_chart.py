"""A trainee's path drawn: the total and each dimension, a point for each session."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from simulator.review.paths import TOTAL, Path, PathPoint
from simulator.ui.amounts import points, when
from simulator.ui.plain import shown, tip
from simulator.ui.theme import Theme, Tone

PANEL_PX, LEAST_PX = 138, 300
"""A panel's height, and the least width of one: two stand beside each other where there is room."""
GAP_PX, EDGE_PX = 14, 34
DOT_PX = 4.5
SCALE = (0, 50, 100)


class PathChart(QWidget):
    """Small panels with one time line: filled is what counts, hollow the machine alone, a diamond an exam.

    A click, or Enter, opens a session; arrow keys go from one to the next.
    """

    chosen = Signal(str)
    """A session, by id."""
    moved = Signal(int)
    """The session that is looked at, by its number."""

    def __init__(self, theme: Theme, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language
        self._path = Path(points=(), dimensions=())
        self.at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_path(self, path: Path) -> None:
        self._path = path
        self.at = max(0, len(path.points) - 1)
        self._describe()
        self.updateGeometry()
        self.update()

    def go_to(self, number: int) -> None:
        """Look at a session."""
        if self._path.points and number != self.at:
            self.at = min(max(0, number), len(self._path.points) - 1)
            self._describe()
            self.update()
            self.moved.emit(self.at)

    # ------------------------------------------------------------------ in words

    @property
    def names(self) -> tuple[tuple[str, str], ...]:
        """Id and name of each panel."""
        return (
            (TOTAL, self.tr("Total")),
            *((each.id, f"{each.id} {each.name[self._language]}") for each in self._path.dimensions),
        )

    def told(self, point: PathPoint) -> str:
        """A session in words."""
        standing = point.standing
        parts = [when(standing.began_utc), shown(standing.scenario, 20)]
        parts += [self.tr("exam")] if standing.exam else []
        for id, name in self.names:
            place = point.place(id)
            words = f"{name} {points(place.counts)}"
            if place.machine is not None and place.machine != place.counts:
                words += " " + self.tr("(machine {points})").format(points=points(place.machine))
            parts.append(words)
        if point.new_rubric:
            parts.append(self.tr("marked by another rubric than the one before: not comparable"))
        return ", ".join(parts)

    def _describe(self) -> None:
        path = self._path
        parts = [self.tr("%n session(s) over time", "", len(path.points))]
        for id, name in self.names:
            known = [value for point in path.points if (value := point.place(id).counts) is not None]
            if known:
                words = self.tr("{name} from {first} to {last}")
                parts.append(words.format(name=name, first=points(known[0]), last=points(known[-1])))
        self.setAccessibleName(". ".join(parts))
        self.setAccessibleDescription(self.told(path.points[self.at]) if path.points else "")

    # ------------------------------------------------------------------ where things stand

    def _columns(self, width: float) -> int:
        return 2 if width >= 2 * self._theme.px(LEAST_PX) + GAP_PX else 1

    def heightForWidth(self, width: int) -> int:
        rows = -(-len(self.names) // self._columns(width))
        return rows * (self._theme.px(PANEL_PX) + GAP_PX)

    def sizeHint(self) -> QSize:
        width = 2 * self._theme.px(LEAST_PX) + GAP_PX
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(LEAST_PX), self.heightForWidth(self.width()))

    def panels(self) -> list[tuple[str, str, QRectF]]:
        """Id, name and room of each panel, its heading within."""
        columns = self._columns(self.width())
        width = (self.width() - GAP_PX * (columns - 1)) / columns
        height = self._theme.px(PANEL_PX)
        found = []
        for number, (id, name) in enumerate(self.names):
            line, place = divmod(number, columns)
            found.append((id, name, QRectF(place * (width + GAP_PX), line * (height + GAP_PX), width, height)))
        return found

    def _field(self, panel: QRectF) -> QRectF:
        """Where the points stand, without heading, scale and edge."""
        head = QFontMetricsF(self._theme.font(12)).height() + 16
        edge = self._theme.px(EDGE_PX)
        return panel.adjusted(edge, head, -edge / 2, -10)

    def across(self, field: QRectF, number: float) -> float:
        many = len(self._path.points)
        return field.center().x() if many < 2 else field.left() + field.width() * number / (many - 1)

    def place_of(self, field: QRectF, number: int, value: float) -> QPointF:
        return QPointF(self.across(field, number), field.bottom() - field.height() * value / 100)

    def _number_at(self, at: QPointF) -> int | None:
        """The session nearest to a place, in whichever panel."""
        many = len(self._path.points)
        panel = next((room for _, _, room in self.panels() if room.contains(at)), None)
        if panel is None or not many:
            return None
        field = self._field(panel)
        if many == 1:
            return 0
        return min(max(0, round((at.x() - field.left()) / field.width() * (many - 1))), many - 1)

    # ------------------------------------------------------------------ mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._number_at(event.position())
        if number is not None and event.button() is Qt.MouseButton.LeftButton:
            self.go_to(number)
            self.chosen.emit(self._path.points[number].standing.session)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: self.at - 1,
            Qt.Key.Key_Right: self.at + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._path.points) - 1,
        }
        to = steps.get(Qt.Key(event.key()))
        if to is not None:
            self.go_to(to)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._path.points:
            self.chosen.emit(self._path.points[self.at].standing.session)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            number = self._number_at(QPointF(event.pos()))
            words = "" if number is None else self.told(self._path.points[number])
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
        for id, name, panel in self.panels():
            self._paint_ground(painter, name, panel)
            field = self._field(panel)
            self._paint_rubrics(painter, field, with_words=id == TOTAL)
            self._paint_line(painter, field, id, machine=True)
            self._paint_line(painter, field, id, machine=False)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour(Tone.INFO), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

    def _paint_ground(self, painter: QPainter, name: str, panel: QRectF) -> None:
        """Heading with the value looked at, the scale, and where one looks."""
        theme, colours = self._theme, self._theme.tokens
        painter.setPen(QPen(theme.colour(colours.line), 1))
        painter.setBrush(theme.colour(colours.panel))
        painter.drawRoundedRect(panel.adjusted(1, 1, -1, -1), 8, 8)
        font = theme.font(12, bold=True)
        painter.setFont(font)
        painter.setPen(theme.colour(Tone.PLAIN))
        head = QRectF(panel.left() + 10, panel.top() + 4, panel.width() - 20, QFontMetricsF(font).height() + 2)
        painter.drawText(head, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        field = self._field(panel)
        painter.setFont(theme.font(11))
        for value in SCALE:
            y = field.bottom() - field.height() * value / 100
            painter.setPen(QPen(theme.colour(colours.line), 1))
            painter.drawLine(QPointF(field.left(), y), QPointF(field.right(), y))
            painter.setPen(theme.colour(Tone.MUTED))
            high = QFontMetricsF(theme.font(11)).height()
            label = QRectF(panel.left() + 2, y - high / 2, field.left() - panel.left() - 8, high)
            painter.drawText(label, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(value))
        if self._path.points:
            here = self.across(field, self.at)
            painter.setPen(QPen(theme.colour(Tone.MUTED), 1))
            painter.drawLine(QPointF(here, field.top() - 3), QPointF(here, field.bottom() + 3))
            id = next(id for id, each in self.names if each == name)
            place = self._path.points[self.at].place(id)
            painter.setFont(font)
            painter.setPen(theme.colour(Tone.PLAIN))
            painter.drawText(head, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, points(place.counts))

    def _paint_rubrics(self, painter: QPainter, field: QRectF, *, with_words: bool) -> None:
        """A dashed line where another rubric begins: on its two sides points are not comparable."""
        warn = self._theme.colour(Tone.WARN)
        painter.setFont(self._theme.font(11))
        for number, point in enumerate(self._path.points):
            if not point.new_rubric:
                continue
            x = self.across(field, number - 0.5)
            painter.setPen(QPen(warn, 1.2, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(x, field.top() - 3), QPointF(x, field.bottom() + 3))
            if with_words:
                words = shown(point.standing.version, 10)
                painter.drawText(QPointF(x + 3, field.top() + 6), words)

    def _paint_line(self, painter: QPainter, field: QRectF, id: str, *, machine: bool) -> None:
        """Runs between gaps; a point for each session that has a value."""
        theme = self._theme
        colour = theme.colour(Tone.MUTED if machine else Tone.INFO)
        pen = QPen(colour, 1.2 if machine else 2, Qt.PenStyle.DotLine if machine else Qt.PenStyle.SolidLine)
        for run in self._path.stretches(id, machine=machine):
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(QPolygonF([self.place_of(field, number, value) for number, value in run]))
            for number, value in run:
                point = self._path.points[number]
                if machine and value == point.place(id).counts:
                    continue  # the two are one
                painter.setPen(QPen(colour, 1.6))
                painter.setBrush(theme.colour(theme.tokens.panel) if machine else colour)
                self._paint_point(painter, self.place_of(field, number, value), exam=point.standing.exam)

    def _paint_point(self, painter: QPainter, at: QPointF, *, exam: bool) -> None:
        size = self._theme.px(DOT_PX)
        if exam:
            corners = (QPointF(0, -1), QPointF(1, 0), QPointF(0, 1), QPointF(-1, 0))
            painter.drawPolygon(QPolygonF([at + corner * (size * 1.35) for corner in corners]))
        else:
            painter.drawEllipse(at, size, size)
