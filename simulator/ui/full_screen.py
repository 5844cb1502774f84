"""F11: a window as large as its screen, and back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from simulator.ui.cabin.keys import Deed, key


def let_full_screen(window: QWidget) -> QShortcut:
    """The key of this window; what was maximised before is so again afterwards."""
    shortcut = QShortcut(QKeySequence(key(Deed.FULL_SCREEN)), window)
    shortcut.setAutoRepeat(False)
    shortcut.activated.connect(lambda: window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen))
    return shortcut
