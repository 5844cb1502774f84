"""A button for one of several numbered choices."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionButton, QWidget

from simulator.ui.cabin.keys import Deed, key
from simulator.ui.widgets import Button, shown


class ChoiceButton(Button):
    """Its key (``Deed.CHOICE``) stands before its words, which run over as many lines as they need."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        self._number = number
        self._words = ""
        super().__init__("", key(Deed.CHOICE, number - 1), parent)
        self.setProperty("role", "choice")
        self.setAccessibleName(self._key)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, text: str, short: str = "") -> None:
        del short  # it breaks its lines instead
        words = shown(text, 80)
        if words != self._words:
            self._words = words
            self.setAccessibleName(self.tr("Choice {number}: {words}").format(number=self._number, words=words))
            self._lay()
            self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        option = self._option(width)
        inside = QSize(0, self.fontMetrics().height() * len(self._lines(width)))
        return self.style().sizeFromContents(QStyle.ContentsType.CT_PushButton, option, inside, self).height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def _lay(self) -> None:
        text = "\n".join(self._lines(self.width())).replace("&", "&&")
        if text != self.text():
            self.setText(text)

    def _lines(self, width: int) -> list[str]:
        """The words as they are broken in a button so wide."""
        room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, self._option(width), self).width()
        whole = f"{self._key}   {self._words}"
        layout = QTextLayout(whole, self.font())
        lines: list[str] = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(room, self.fontMetrics().averageCharWidth() * 8))
            lines.append(whole[line.textStart() : line.textStart() + line.textLength()].rstrip())
        layout.endLayout()
        return lines

    def _option(self, width: int) -> QStyleOptionButton:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.rect = QRect(0, 0, width, self.height())
        return option
