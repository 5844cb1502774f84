"""Whether things may move on the screen: the person's own setting, and what the system asks for."""

from __future__ import annotations

import ctypes
import sys

from PySide6.QtWidgets import QApplication, QStyle

MOTION = "ui.motion"
"""The setting: whether toasts slide and hearts rise."""
CLIENT_AREA_ANIMATION = 0x1042
"""SPI_GETCLIENTAREAANIMATION of the Windows call SystemParametersInfo."""


def system_wants_stillness() -> bool:
    """Whether the person asked their system for less motion, as far as it tells us."""
    if sys.platform == "win32":
        moves = ctypes.c_int(1)
        asked = ctypes.windll.user32.SystemParametersInfoW(CLIENT_AREA_ANIMATION, 0, ctypes.byref(moves), 0)
        if asked and not moves.value:
            return True
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return False
    return app.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0
