"""The rounded box everything stands in, and the bar on top of a page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from simulator.ui.theme import Tone
from simulator.ui.widgets.labels import ElidedLabel


class Panel(QFrame):
    """A box with a heading; add to its ``body``."""

    def __init__(self, title: str = "", tone: Tone = Tone.PLAIN, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(14, 10, 14, 10)
        self.body.setSpacing(8)
        self.heading = ElidedLabel(title, "heading")
        self.heading.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.body.addWidget(self.heading)
        let_be_seen(self.heading, bool(title))
        if title:
            self.setAccessibleName(title)
        self.set_tone(tone)

    def set_title(self, title: str) -> None:
        self.heading.say(title)
        self.heading.setVisible(bool(title))
        self.setAccessibleName(self.heading.whole)

    def set_tone(self, tone: Tone) -> None:
        """Colour the edge, and the heading with it."""
        if (self.property("tone") or "") != str(tone):
            self.setProperty("tone", str(tone))
            self.style().unpolish(self)
            self.style().polish(self)
            self.heading.set_tone(tone)


class Bar(QWidget):
    """The bar on top of a page; add to its ``line``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(20, 7, 20, 7)
        self.line.setSpacing(12)


def row(spacing: int = 8) -> QHBoxLayout:
    """A line of widgets without margins of its own."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    return layout


def column(spacing: int = 8) -> QVBoxLayout:
    """A stack of widgets without margins of its own."""
    layout = QVBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    return layout


def let_be_seen(widget: QWidget, seen: bool) -> None:
    """``setVisible`` for parts of what is still being built: what nobody hid comes with its parent, dressed once."""
    if not seen or widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
        widget.setVisible(seen)
