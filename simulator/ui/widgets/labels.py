"""Text on screen: always plain, never longer than a screen can hold."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from simulator.ui.plain import LONGEST, shown
from simulator.ui.theme import Tone


class Label(QLabel):
    """Plain text in one of the roles of the stylesheet: brand, heading, title, strong, small, figure, score."""

    def __init__(
        self,
        text: str = "",
        role: str = "",
        *,
        tone: Tone = Tone.PLAIN,
        wrap: bool = False,
        limit: int = LONGEST,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._whole = ""
        self._limit = limit
        if role:
            self.setProperty("role", role)
        self.setWordWrap(wrap)
        if tone is not Tone.PLAIN:
            self.setProperty("tone", str(tone))
        self.say(text)

    def say(self, text: str) -> None:
        """Show ``text``, whatever is in it."""
        whole = shown(text, self._limit)
        if whole != self._whole:
            self._whole = whole
            self.setAccessibleName(whole)
            self._lay()

    @property
    def whole(self) -> str:
        """What it says, also where there is no room for all of it."""
        return self._whole

    def set_tone(self, tone: Tone) -> None:
        self._set("tone", str(tone))

    def set_role(self, role: str) -> None:
        self._set("role", role)

    def _set(self, name: str, value: str) -> None:
        if (self.property(name) or "") != value:
            self.setProperty(name, value)
            self.style().unpolish(self)
            self.style().polish(self)

    def _lay(self) -> None:
        self.setText(self._whole)


class ElidedLabel(Label):
    """Takes what room there is, and cuts its words with an ellipsis.

    A class of its own: Qt tells a widget of every change of style and asks its size all the time, and each time Python
    answers a whole page of labels takes milliseconds.
    """

    def __init__(
        self,
        text: str = "",
        role: str = "",
        *,
        tone: Tone = Tone.PLAIN,
        limit: int = LONGEST,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, role, tone=tone, limit=limit, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._lay()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 4, super().minimumSizeHint().height())

    def _room(self) -> int:
        """Pixels for words that may be cut."""
        return self.contentsRect().width()

    def _lay(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self._room()))
