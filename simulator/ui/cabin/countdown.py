"""The last seconds before going live, over the phone; they can be called off."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from simulator.domain.units import Seconds
from simulator.ui.cabin.phone import Phone
from simulator.ui.theme import Theme
from simulator.ui.widgets import Button

VEIL = QColor(11, 13, 16, 170)
RADIUS = 18
DIGIT_PX = 150


class Countdown(QWidget):
    """3, 2, 1 over what it covers; gone once the session is on air."""

    called_off = Signal()

    def __init__(self, theme: Theme, over: Phone) -> None:
        super().__init__(over)
        self._over = over
        self._theme = theme
        self._left = 0
        self.cancel = Button(self.tr("Not yet"), "Esc")
        self.cancel.clicked.connect(self.called_off)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, theme.px(70))
        lines.addStretch()
        lines.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignHCenter)
        over.installEventFilter(self)
        self.setGeometry(over.rect())
        self.hide()

    @property
    def left(self) -> int:
        """The digit it shows; 0 once on air."""
        return self._left

    def follow(self, now: Seconds) -> None:
        """Show how many seconds are left; ``now`` is session time, negative before going live."""
        left = int(-now) + 1 if now < 0 else 0
        if left == self._left:
            return
        began, self._left = not self._left, left
        self.setVisible(left > 0)
        if left:
            self.setAccessibleName(self.tr("live in {seconds} s").format(seconds=left))
            self.raise_()
            self.update()
            if began:
                self.cancel.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(VEIL)
        painter.drawRoundedRect(self._over.screen_room, RADIUS, RADIUS)
        painter.setPen(QColor("#ffffff"))
        painter.setFont(self._theme.font(DIGIT_PX, bold=True))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._left))
