"""Every error a person can mend has a sentence, in both languages."""

from __future__ import annotations

import ast
import string
from functools import cache
from pathlib import Path

import pytest

import simulator
from simulator.domain.machine import Device, Fault
from simulator.ports import ContentError, DeviceError, StoreError
from simulator.ui.sentences import fault, hearing, sentence, sentences
from simulator.ui.translations import ScreenLanguage, Translations

MENDABLE = {"DeviceError", "ContentError", "StoreError"}


@cache
def raised() -> dict[str, set[str]]:
    """Codes that stand in the source, with the facts given along."""
    found: dict[str, set[str]] = {}
    for path in Path(simulator.__file__).parent.rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in MENDABLE:
                place = 1 if call.func.id == "DeviceError" else 0
                code = call.args[place] if len(call.args) > place else None
                if isinstance(code, ast.Constant):
                    found.setdefault(str(code.value), set()).update(each.arg or "" for each in call.keywords)
    return found


def test_every_code_that_is_raised_has_its_sentence() -> None:
    assert len(raised()) > 60
    assert set(raised()) - set(sentences()) == set()


ALIKE = {"path", "file", "folder", "id"}


@pytest.mark.parametrize("language", ScreenLanguage)
def test_sentences_ask_only_for_facts_that_are_given(translations: Translations, language: ScreenLanguage) -> None:
    translations.use(language)
    for code, facts in raised().items():
        asked = {name for _, name, _, _ in string.Formatter().parse(sentences()[code]) if name}
        given = facts | (ALIKE if facts & ALIKE else set())
        assert not facts or asked <= given, (code, asked - given)


def test_a_sentence_names_the_thing_and_the_remedy() -> None:
    error = StoreError("in_use", path="/data")
    assert sentence(error) == "The data folder /data is in use by another Bolian: close that one first."


def test_chinese_is_spoken_where_it_is_chosen(translations: Translations) -> None:
    translations.use(ScreenLanguage.ZH_CN)
    assert sentence(ContentError("scenario_unknown", id="S99", known="S01")) == "没有场景 S99；现有：S01。"
    translations.use(ScreenLanguage.EN)
    assert (
        sentence(ContentError("scenario_unknown", id="S99", known="S01")) == "There is no scenario S99; there are: S01."
    )


def test_an_unknown_code_still_makes_a_sentence() -> None:
    assert "never_heard_of" in sentence(ContentError("never_heard_of"))


def test_facts_are_cut_and_plain() -> None:
    words = sentence(ContentError("file_missing", file="a\n" * 5000))
    assert len(words) < 300
    assert "\n" not in words


def test_sizes_are_in_megabytes() -> None:
    error = DeviceError(Fault.DISK_FULL, "disk_too_full", folder="/x", needed=2_000_000_000, free=5_000_000)
    assert sentence(error) == "Too little room in /x for a recording: 2,000 MB are needed, 5 MB are free."


@pytest.mark.parametrize("device", Device)
@pytest.mark.parametrize("kind", Fault)
def test_every_fault_of_every_device_is_worded(device: Device, kind: Fault) -> None:
    assert fault(device, kind).startswith(
        {"recogniser": "captions", "recorder": "recording", "log": "data folder"}.get(device, device)
    )


def test_what_a_recogniser_means_is_said() -> None:
    assert "word by word" in hearing("vosk", "vosk_installed")
    assert "sentence by sentence" in hearing("whisper", "only_whisper_installed")
    assert "bolian models" in hearing(None, "no_model")
    assert "damaged" in hearing(None, "model_damaged")
