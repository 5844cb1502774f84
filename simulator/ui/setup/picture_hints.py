"""What would make the picture better, in a sentence."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from simulator.perception.framing import Hint

translate = QCoreApplication.translate


def picture_hint(mend: Hint) -> str:
    """What to do about light or framing."""
    return {
        Hint.NO_FACE: translate("PictureHints", "No face in sight: sit before the camera."),
        Hint.DARK: translate("PictureHints", "Too dark: more light from the front."),
        Hint.GLARING: translate("PictureHints", "Too bright: less light, or away from the window."),
        Hint.BACKLIT: translate("PictureHints", "Against the light: turn round, or light your face."),
        Hint.FAR: translate("PictureHints", "Far away: come closer."),
        Hint.NEAR: translate("PictureHints", "Very close: leave room to show the goods."),
        Hint.OFF_CENTRE: translate("PictureHints", "Partly cut off: viewers see the middle only."),
        Hint.GOOD: translate("PictureHints", "Light and place are good."),
    }[mend]
