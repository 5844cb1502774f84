"""Painting without a window, for commands."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from simulator.ui.translations import ScreenLanguage, Translations, screen_language


def arguments(platform: str = sys.platform) -> list[str]:
    """What an application without windows is started with.

    Linux may have no display, and draws without one. On Windows that way knows no fonts of the system; there, and on
    macOS, painting needs no display anyway.
    """
    return [sys.argv[0], *(["-platform", "offscreen"] if platform.startswith("linux") else [])]


def painting(screen: str) -> tuple[QCoreApplication, ScreenLanguage]:
    """An application that can paint text and pictures, speaking the language of this code; keep it meanwhile."""
    import platformdirs

    application = QGuiApplication.instance() or QGuiApplication(arguments())
    language = screen_language(screen)
    cache = Path(platformdirs.user_cache_dir("bolian", appauthor=False))
    Translations(application, cache / "translations").use(language)
    return application, language
