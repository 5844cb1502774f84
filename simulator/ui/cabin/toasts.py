"""What comes and goes over the picture: toasts that gather, parts that slide in, hearts that rise."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap

from simulator.domain.units import Seconds

STAYS: Seconds = 3.0
"""How long "+12 came in" is read before the next may come; those who come meanwhile are counted together."""
SLIDE_S = 0.22
"""Fast enough not to be waited for (ours)."""
HEART_S = 1.9
MOST_HEARTS = 10
MOST_AT_ONCE = 2
HEARTS = ((1.0, QColor("#ff5a7a")), (0.8, QColor("#ff9db0")), (0.9, QColor("#ffc466")))
"""Their sizes and colours."""
GOLDEN = 0.6180339887
"""Steps of the golden section spread without chance."""


@dataclass(slots=True)
class Gathered:
    """Counts what comes in a crowd, so that one toast tells it: at once where nothing is shown, else with the next."""

    waiting: int = 0
    shown: int = 0
    until: Seconds = float("-inf")

    def take(self, count: int) -> None:
        self.waiting += count

    def turn(self, now: Seconds) -> bool:
        """Show what was gathered, where the last was read; False where there is nothing to show."""
        if now < self.until:
            return True
        self.shown, self.waiting = self.waiting, 0
        if self.shown:
            self.until = now + STAYS
        return self.shown > 0


@dataclass(slots=True)
class Slides:
    """Parts that come in: how far each is, 0..1, eased out."""

    _began: dict[str, float] = field(default_factory=dict)

    def begin(self, part: str, now: float) -> None:
        self._began[part] = now

    @property
    def any(self) -> bool:
        return bool(self._began)

    def far(self, part: str, now: float) -> float:
        """1 where it stands."""
        began = self._began.get(part)
        if began is None:
            return 1.0
        share = min(1.0, max(0.0, (now - began) / SLIDE_S))
        return 1 - (1 - share) ** 3

    def moving(self, now: float) -> tuple[str, ...]:
        """The parts on their way; the others are forgotten."""
        # A part that arrived is told once more, so that it is painted where it stands.
        there = tuple(self._began)
        self._began = {part: began for part, began in self._began.items() if now - began < SLIDE_S}
        return there


@dataclass(frozen=True, slots=True)
class Heart:
    """One heart on its way up."""

    number: int
    born: float


@dataclass(slots=True)
class Hearts:
    """Likes as hearts: few, however many likes there are; each has its own way, always the same."""

    _alive: list[Heart] = field(default_factory=list)
    _count: int = 0
    _pictures: list[QPixmap] = field(default_factory=list)

    def add(self, likes: int, now: float) -> None:
        for _ in range(min(likes, MOST_AT_ONCE)):
            if len(self._alive) < MOST_HEARTS:
                self._alive.append(Heart(self._count, now + (self._count % 3) * 0.12))
            self._count += 1

    def stand(self, likes: Iterable[tuple[float, int]], before: int, now: float) -> None:
        """Stand as they do at a moment, after these likes (when, how many); ``before`` tells how often likes came
        earlier, so that a heart has its way however one came to the moment."""
        self._alive, self._count = [], before * MOST_AT_ONCE
        for at, count in likes:
            self.moving(at)
            self.add(count, at)
        self.moving(now)

    def moving(self, now: float) -> bool:
        """Whether any is on its way; what arrived is forgotten."""
        before = len(self._alive)
        self._alive = [heart for heart in self._alive if now - heart.born < HEART_S]
        return before > 0

    @property
    def count(self) -> int:
        """How many are on their way."""
        return len(self._alive)

    def dress(self, size: float, ratio: float) -> None:
        """Make the pictures of hearts of this size; ``ratio`` is the screen's."""
        self._pictures = [heart_picture(size * share, colour, ratio) for share, colour in HEARTS]

    def paint(self, painter: QPainter, room: QRectF, now: float) -> None:
        """Paint them rising from the bottom of ``room``, and fading."""
        for heart in self._alive:
            share = (now - heart.born) / HEART_S
            if not 0 <= share < 1 or not self._pictures:
                continue
            picture = self._pictures[heart.number % len(self._pictures)]
            size = picture.deviceIndependentSize().width()
            lean = (heart.number * GOLDEN) % 1
            across = room.left() + (room.width() - size) * (0.5 + (lean - 0.5) * share)
            up = room.bottom() - size - (room.height() - size) * (1 - (1 - share) ** 2)
            painter.setOpacity(min(1.0, 2.2 * (1 - share)))
            painter.drawPixmap(round(across), round(up), picture)
        painter.setOpacity(1.0)


def heart_picture(size: float, colour: QColor, ratio: float) -> QPixmap:
    """A heart, painted once: hearts that fly are copies of it."""
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(heart_path(QPointF(1, 1), size - 2), colour)
    painter.end()
    return picture


def heart_path(at: QPointF, size: float) -> QPainterPath:
    """A heart in a square of ``size`` with its corner ``at``."""
    x, y = at.x(), at.y()
    path = QPainterPath(QPointF(x + size / 2, y + size))
    path.cubicTo(x - 0.25 * size, y + 0.45 * size, x + 0.1 * size, y - 0.2 * size, x + size / 2, y + 0.25 * size)
    path.cubicTo(x + 0.9 * size, y - 0.2 * size, x + 1.25 * size, y + 0.45 * size, x + size / 2, y + size)
    return path
