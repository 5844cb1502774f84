"""Buttons that say their key and answer to Enter."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from simulator.ui.plain import escaped, shown, tip


class Button(QPushButton):
    """A button; ``key`` (a shortcut of the whole window) is shown behind its words."""

    def __init__(
        self, text: str, key: str = "", parent: QWidget | None = None, *, printed: str = "", quiet: bool = False
    ) -> None:
        """``printed`` shows a key that somebody else listens to; ``quiet`` shows none: no room."""
        super().__init__(parent)
        self._key = "" if quiet else key or printed
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.say(text)
        if key:
            self._shortcut = QShortcut(QKeySequence(key), self)
            self._shortcut.setAutoRepeat(False)
            self._shortcut.activated.connect(self._on_key)

    def say(self, text: str, short: str = "") -> None:
        """Change its words; ``short`` ones stand on it where there is little room, the whole is told beside it."""
        self.setAccessibleName(shown(text, 80))
        self.setToolTip(tip(shown(text, 80)) if short else "")
        seen = escaped(short or text)
        self.setText(f"{seen}  {self._key}" if self._key else seen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def _on_key(self) -> None:
        if self.isVisible():
            self.click()


class PrimaryButton(Button):
    """The one thing to do on a page."""

    def __init__(self, text: str, key: str = "", parent: QWidget | None = None, *, printed: str = "") -> None:
        super().__init__(text, key, parent, printed=printed)
        self.setProperty("role", "primary")


class LinkButton(Button):
    """An action beside others, as quiet as a link."""

    def __init__(self, text: str, key: str = "", parent: QWidget | None = None, *, printed: str = "") -> None:
        super().__init__(text, key, parent, printed=printed)
        self.setProperty("role", "link")


class ElidedLink(LinkButton):
    """A link that takes what room there is, and cuts its words with an ellipsis."""

    _seen = ""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, text: str, short: str = "") -> None:
        self._seen = shown(short or text, 80)
        super().say(text, short or text)
        self._lay()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def _lay(self) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self).width()
        self.setText(escaped(self.fontMetrics().elidedText(self._seen, Qt.TextElideMode.ElideRight, room)))


class TabButton(Button):
    """One of several views; the chosen one is filled."""

    def __init__(self, text: str, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, key, parent)
        self.setProperty("role", "tab")
        self.setCheckable(True)
        self.setAutoExclusive(True)

    def sizeHint(self) -> QSize:
        """Wide enough for the bold type of the chosen one, so that nothing is cut and nothing moves."""
        size = super().sizeHint()
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.Bold)
        words = self.text()
        wider = QFontMetrics(bold).horizontalAdvance(words) - self.fontMetrics().horizontalAdvance(words)
        return QSize(size.width() + max(0, wider), size.height())
