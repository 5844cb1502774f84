"""Painting without a window, for commands."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from simulator.ui.translations import ScreenLanguage, Translations, screen_language


def painting(screen: str) -> tuple[QCoreApplication, ScreenLanguage]:
    """An application that can paint text and pictures, speaking the language of this code; keep it meanwhile."""
    import platformdirs

    application = QGuiApplication.instance() or QGuiApplication([sys.argv[0], "-platform", "offscreen"])
    language = screen_language(screen)
    cache = Path(platformdirs.user_cache_dir("bolian", appauthor=False))
    Translations(application, cache / "translations").use(language)
    return application, language
