"""Text on screen: always plain, never longer than a screen can hold."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from simulator.ui.theme import Tone

LONGEST = 400
"""Characters of one text that are shown; laying out a wrapped text of 1,000,000 takes seconds."""
MARKS = 3
"""Combining marks on one letter that are shown; more would cover the lines above and below."""


def shown(text: str, limit: int = LONGEST) -> str:
    """``text`` as it may stand on screen: one line, no control or direction characters, cut with an ellipsis."""
    kept: list[str] = []
    marks = 0
    for letter in text[: 4 * limit]:
        kind = unicodedata.category(letter)
        if kind in ("Mn", "Me"):
            marks += 1
            if marks > MARKS:
                continue
        else:
            marks = 0
        if kind in ("Cc", "Zl", "Zp"):
            letter = " "
        elif kind in ("Cs", "Co", "Cn") or letter in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069":
            continue
        kept.append(letter)
    line = " ".join("".join(kept).split())
    return line if len(line) <= limit and len(text) <= 4 * limit else line[: limit - 1] + "…"


def escaped(text: str) -> str:
    """``text`` for a button or a menu, where an ampersand would mark a key."""
    return shown(text, 80).replace("&", "&&")


class Label(QLabel):
    """Plain text in one of the roles of the stylesheet: brand, heading, title, strong, small, figure, score."""

    def __init__(
        self,
        text: str = "",
        role: str = "",
        *,
        tone: Tone = Tone.PLAIN,
        wrap: bool = False,
        elide: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._whole = ""
        self._elide = elide
        if role:
            self.setProperty("role", role)
        self.setWordWrap(wrap)
        if elide:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        if tone is not Tone.PLAIN:
            self.setProperty("tone", str(tone))
        self.say(text)

    def say(self, text: str) -> None:
        """Show ``text``, whatever is in it."""
        whole = shown(text)
        if whole != self._whole:
            self._whole = whole
            self.setAccessibleName(whole)
            self._lay()

    @property
    def whole(self) -> str:
        """What it says, also where there is no room for all of it."""
        return self._whole

    def set_tone(self, tone: Tone) -> None:
        if (self.property("tone") or "") != str(tone):
            self.setProperty("tone", str(tone))
            self.style().unpolish(self)
            self.style().polish(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._elide:
            self._lay()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if self._elide and event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._lay()

    def minimumSizeHint(self) -> QSize:
        size = super().minimumSizeHint()
        return QSize(self.fontMetrics().averageCharWidth() * 4, size.height()) if self._elide else size

    def _lay(self) -> None:
        if self._elide:
            room = self.contentsRect().width()
            self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room))
        else:
            self.setText(self._whole)
