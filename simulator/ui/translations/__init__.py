"""The languages of the screen: ``bolian_*.ts`` hold the sentences, made into ``.qm`` when they are missing or older."""

from __future__ import annotations

import logging
import subprocess
import sys
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

FOLDER = Path(__file__).parent
logger = logging.getLogger(__name__)


class ScreenLanguage(StrEnum):
    """A language the screen can speak."""

    ZH_CN = "zh_CN"
    EN = "en"

    @property
    def of_texts(self) -> str:
        """The key of a ``Text`` in this language."""
        return "zh" if self is ScreenLanguage.ZH_CN else "en"

    @property
    def own_name(self) -> str:
        return "中文" if self is ScreenLanguage.ZH_CN else "English"


def screen_language(code: str | None) -> ScreenLanguage:
    """The language meant by "zh", "zh_CN", "zh-Hans" or "en-GB"; Chinese where nothing is said."""
    return ScreenLanguage.EN if code and code.lower().startswith("en") else ScreenLanguage.ZH_CN


def lrelease() -> Path | None:
    """Where PySide keeps the program that makes .qm files; None where it was left out."""
    spec = find_spec("PySide6")
    if spec is None or spec.origin is None:
        return None
    name = "lrelease.exe" if sys.platform == "win32" else "lrelease"
    home = Path(spec.origin).parent
    return next((path for path in (home / name, home / "Qt" / "libexec" / name) if path.is_file()), None)


def made(language: ScreenLanguage, folder: Path) -> Path | None:
    """The .qm of a language: the one beside its .ts, or made now in ``folder`` when that is missing or older."""
    source = FOLDER / f"bolian_{language}.ts"
    beside = source.with_suffix(".qm")
    for ready in (beside, folder / beside.name):
        if ready.is_file() and (not source.is_file() or ready.stat().st_mtime >= source.stat().st_mtime):
            return ready
    program = lrelease()
    if program is None or not source.is_file():
        return beside if beside.is_file() else None
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / beside.name
    done = subprocess.run([program, "-silent", source, "-qm", target], capture_output=True, check=False, timeout=30)
    if done.returncode:
        logger.warning("lrelease ended with %d for %s", done.returncode, source.name)
        return None
    return target


class Translations:
    """The translators installed in an application."""

    def __init__(self, application: QCoreApplication, folder: Path) -> None:
        self._application = application
        self._folder = folder
        self._installed: list[QTranslator] = []
        self.language = ScreenLanguage.ZH_CN

    def use(self, language: ScreenLanguage) -> None:
        """Speak ``language`` from now on; widgets made later use it, others get ``LanguageChange``."""
        for old in self._installed:
            self._application.removeTranslator(old)
        self._installed = []
        self.language = language
        QLocale.setDefault(QLocale(str(language)))
        ours = made(language, self._folder)
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for path in (Path(qt_folder) / f"qtbase_{language}.qm", ours):
            if path is None or not path.is_file():
                continue
            translator = QTranslator(self._application)
            if translator.load(str(path)):
                self._application.installTranslator(translator)
                self._installed.append(translator)
