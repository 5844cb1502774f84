"""Both languages are complete, and switch while the program runs."""

from __future__ import annotations

import os
import runpy
import string
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from simulator.ui.translations import FOLDER, ScreenLanguage, Translations, made, screen_language

SCRIPT = runpy.run_path(str(FOLDER.parents[2] / "scripts" / "translate.py"))


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_no_sentence_is_missing_left_over_or_untranslated(language: str) -> None:
    assert SCRIPT["mistakes"](language) == []


def placeholders(text: str) -> list[str]:
    named = sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)
    return [*named, *(["%n"] if "%n" in text else []), *(["%Ln"] if "%Ln" in text else [])]


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_a_translation_keeps_every_placeholder(language: str) -> None:
    for (context, source), words in SCRIPT["sentences"](FOLDER / f"bolian_{language}.ts").items():
        for wording in words:
            assert placeholders(wording) == placeholders(source), (context, source)


def test_the_screen_speaks_the_language_chosen(translations: Translations) -> None:
    def said() -> str:
        return QCoreApplication.translate("CabinPage", "Stay on air")

    translations.use(ScreenLanguage.ZH_CN)
    assert said() == "继续直播"
    translations.use(ScreenLanguage.EN)
    assert said() == "Stay on air"


def test_qts_own_words_are_chinese_too(translations: Translations) -> None:
    translations.use(ScreenLanguage.ZH_CN)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"


@pytest.mark.parametrize(("number", "words"), [(1, "1 minute"), (8, "8 minutes")])
def test_english_counts(translations: Translations, number: int, words: str) -> None:
    translations.use(ScreenLanguage.EN)
    assert QCoreApplication.translate("ScenarioDelegate", "%n minute(s)", "", number) == words


@pytest.mark.parametrize(
    ("code", "language"),
    [(None, "zh_CN"), ("zh", "zh_CN"), ("zh_CN", "zh_CN"), ("en", "en"), ("en-GB", "en"), ("", "zh_CN")],
)
def test_codes_of_languages(code: str | None, language: str) -> None:
    assert screen_language(code) == language


def test_a_translation_is_made_where_there_is_none_and_again_when_it_is_older(tmp_path: Path) -> None:
    beside = FOLDER / "bolian_en.qm"
    first = made(ScreenLanguage.EN, tmp_path)
    assert first in (beside, tmp_path / beside.name)
    if first == beside:
        return
    os.utime(first, (0, 0))
    second = made(ScreenLanguage.EN, tmp_path)
    assert second is not None and second.stat().st_mtime > 0
