"""The window's sentences on the command line, without a window."""

from __future__ import annotations

import locale
import os
from collections.abc import Callable
from pathlib import Path

from simulator.ports import Mendable


def screen_code(wanted: str | None) -> str:
    """The language to speak: asked for, else the system's, else Chinese."""
    if wanted:
        return wanted
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return "zh" if os.environ[name].lower().startswith("zh") else "en"
    return "en" if (locale.getlocale()[0] or "zh").lower().startswith("en") else "zh"


def speak(wanted: str | None) -> Callable[[Mendable], str]:
    """What turns an error into its sentence."""
    import platformdirs
    from PySide6.QtCore import QCoreApplication

    from simulator.ui.sentences import sentence
    from simulator.ui.translations import Translations, screen_language

    application = QCoreApplication.instance() or QCoreApplication([])
    cache = Path(platformdirs.user_cache_dir("bolian", appauthor=False))
    translations = Translations(application, cache / "translations")
    translations.use(screen_language(screen_code(wanted)))
    return sentence
