"""Where a callout stands: beside what it tells of, inside its page."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize

GAP_PX = 12


def beside(target: QRect, size: QSize, room: QRect) -> QPoint:
    """The corner of a callout of this size: below, above, right or left of the target, else over its middle."""
    wide, high = size.width(), size.height()
    along_x = _within(target.center().x() - wide // 2, room.left(), room.right() - wide)
    along_y = _within(target.center().y() - high // 2, room.top(), room.bottom() - high)
    for corner in (
        QPoint(along_x, target.bottom() + GAP_PX),
        QPoint(along_x, target.top() - GAP_PX - high),
        QPoint(target.right() + GAP_PX, along_y),
        QPoint(target.left() - GAP_PX - wide, along_y),
    ):
        if room.contains(QRect(corner, size)):
            return corner
    return QPoint(along_x, along_y)


def _within(wanted: int, least: int, most: int) -> int:
    return max(least, min(wanted, most))
