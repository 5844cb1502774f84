"""Language, colours, text size and motion of the windows."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QWidget

from simulator.ui.plain import tip
from simulator.ui.theme import DARK, LIGHT, TEXT_SIZES, Theme
from simulator.ui.translations import ScreenLanguage
from simulator.ui.widgets import Button, Label, column, row

GAP_PX = 4


class Looks(QWidget):
    """Four boxes beside each other; where text is large, behind one button."""

    language_chosen = Signal(object)
    theme_chosen = Signal(object)

    def __init__(self, theme: Theme, language: ScreenLanguage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language
        self.boxes = (self._language_box(), self._theme_box(), self._text_box(), self._motion_box())
        self.button = Button(self.tr("Screen"), "F2")
        if theme.roomy:
            self.button.hide()  # to show it here, before it stands on the page, would make it a window
        self.button.clicked.connect(self._open)
        self._sheet = QFrame(self, Qt.WindowType.Popup)
        self._sheet.setObjectName("panel")
        line = row(12)
        if theme.roomy:
            for box in self.boxes:
                line.addWidget(box)
        else:
            line.addWidget(self.button)
            lines = column(8)
            lines.setContentsMargins(16, 14, 16, 14)
            for box in self.boxes:
                lines.addWidget(Label(box.accessibleName(), "small"))
                lines.addWidget(box)
            self._sheet.setLayout(lines)
        self.setLayout(line)

    def _open(self) -> None:
        """Let the boxes drop from the button; Esc, or a click beside them, puts them away."""
        self._sheet.adjustSize()
        corner = self.button.mapToGlobal(QPoint(self.button.width(), self.button.height() + GAP_PX))
        self._sheet.move(corner - QPoint(self._sheet.width(), 0))
        self._sheet.show()
        self.boxes[0].setFocus()

    def _box(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        return box

    def _language_box(self) -> QComboBox:
        box = self._box(self.tr("Language of the screen"))
        for each in ScreenLanguage:
            box.addItem(each.own_name, each)
        box.setCurrentIndex(list(ScreenLanguage).index(self._language))
        box.activated.connect(lambda number: self.language_chosen.emit(list(ScreenLanguage)[number]))
        return box

    def _theme_box(self) -> QComboBox:
        box = self._box(self.tr("Colours"))
        box.addItems([self.tr("Dark"), self.tr("Light")])
        box.setCurrentIndex(1 if self._theme.tokens is LIGHT else 0)
        box.activated.connect(
            lambda number: self.theme_chosen.emit(replace(self._theme, tokens=LIGHT if number else DARK))
        )
        return box

    def _text_box(self) -> QComboBox:
        box = self._box(self.tr("Text size"))
        for percent in TEXT_SIZES:
            box.addItem(self.tr("Text {percent}%").format(percent=percent), percent)
        box.setCurrentIndex(max(0, box.findData(round(100 * self._theme.scale))))
        box.activated.connect(
            lambda number: self.theme_chosen.emit(replace(self._theme, scale=TEXT_SIZES[number] / 100))
        )
        return box

    def _motion_box(self) -> QComboBox:
        box = self._box(self.tr("Motion"))
        box.addItems([self.tr("Full motion"), self.tr("Less motion")])
        box.setCurrentIndex(0 if self._theme.motion else 1)
        words = self.tr("Less motion: toasts do not slide, hearts do not rise, the tour does not glide")
        box.setToolTip(tip(words))
        box.setAccessibleDescription(words)
        box.activated.connect(lambda number: self.theme_chosen.emit(replace(self._theme, motion=not number)))
        return box
