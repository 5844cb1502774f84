"""Which figures are drawn as curves: two at a time, chosen by mouse or key, and remembered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from simulator.domain.units import Seconds
from simulator.metrics.room import SessionFigures
from simulator.ui.widgets import Figure

AT_ONCE = 2
"""Curves drawn together: one solid, one dashed."""
FIRST = ("online", "gmv")
CURVE_IDS = ("online", "gmv", "conversion", "dwell", "comments")
EVERY: Seconds = 1.0
CURVES = "ui.curves"
"""The setting: the ids of the figures drawn as curves."""


class CurveFigure(Figure):
    """A figure that may be drawn as a curve: a click, or Enter on it, asks for that."""

    asked = Signal()

    def __init__(self, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(caption, parent)
        self.name = caption
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mark(self, drawn: bool) -> None:
        self.setAccessibleDescription(self.tr("drawn as a curve") if drawn else self.tr("Draw it as a curve"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.asked.emit()
        else:
            super().keyPressEvent(event)


class History:
    """The figures over time, a point a second; what is not measured leaves a gap."""

    def __init__(self) -> None:
        self.points: Mapping[str, list[tuple[Seconds, float]]] = {id: [] for id in CURVE_IDS}
        self._last: Seconds | None = None

    def take(self, now: Seconds, figures: SessionFigures) -> bool:
        """Add a point where a second is over; whether it was."""
        if figures.online is None or (self._last is not None and now - self._last < EVERY):
            return False
        self._last = now
        found: dict[str, float | None] = {
            "online": figures.online,
            "gmv": float(figures.gmv.amount),
            "comments": figures.comments_per_min,
            "conversion": figures.conversion,
            "dwell": figures.dwell,
        }
        for id, value in found.items():
            if value is not None:
                self.points[id].append((now, value))
        return True


def chosen_of(kept: Any, known: Sequence[str]) -> tuple[str, ...]:
    """The curves a setting names, or the first ones where it names none that is known."""
    named = [each for each in kept if each in known] if isinstance(kept, list) else []
    return tuple(dict.fromkeys(named))[:AT_ONCE] or FIRST


def with_curve(chosen: tuple[str, ...], id: str) -> tuple[str, ...]:
    """The choice after a figure was pressed: taken out, or put in for the one chosen longest; one always stays."""
    if id in chosen:
        return tuple(each for each in chosen if each != id) or chosen
    return (*chosen, id)[-AT_ONCE:]


def following(chosen: tuple[str, ...], known: Sequence[str]) -> tuple[str, ...]:
    """The next pair in the order of the panel, so that one key reaches every curve."""
    at = known.index(chosen[-1]) + 1
    return tuple(known[(at + number) % len(known)] for number in range(AT_ONCE))
