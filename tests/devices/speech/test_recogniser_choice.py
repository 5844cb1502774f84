"""Which engine a language gets, by what is installed."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from simulator.devices.recogniser_choice import live_engine, live_recogniser, shelf_of, transcriber
from simulator.domain.language import Language
from tests.devices.speech.model_files import never


@pytest.fixture
def only_whisper(whisper_model: Path, tmp_path: Path) -> Path:
    shutil.copytree(whisper_model, tmp_path / "models" / whisper_model.name, copy_function=os.link)
    return tmp_path / "models"


def test_without_models_there_is_nothing_and_a_reason(tmp_path):
    assert (live_engine(Language.ZH, tmp_path).engine, live_engine(Language.ZH, tmp_path).reason) == (None, "no_model")
    assert live_recogniser(Language.ZH, tmp_path).recogniser is None
    assert transcriber(Language.ZH, tmp_path) is None


def test_whisper_hears_live_where_only_it_is_installed(only_whisper):
    for language in Language:
        assert live_engine(language, only_whisper).engine == "whisper"
        assert live_engine(language, only_whisper).reason == "only_whisper_installed"
        assert transcriber(language, only_whisper) is not None


def test_vosk_hears_live_where_its_language_is_installed(only_whisper, korean_model):
    # Under the name of the Chinese one: which language it hears does not matter here.
    shelf_of(only_whisper).import_from(korean_model, lambda _: None, never, "vosk-model-small-cn-0.22")
    assert live_engine(Language.ZH, only_whisper).engine == "vosk"
    assert live_engine(Language.EN, only_whisper).engine == "whisper"
    recogniser = live_recogniser(Language.ZH, only_whisper).recogniser
    assert recogniser.engine == "vosk"
    recogniser.close()


def test_a_damaged_model_is_not_chosen_and_the_reason_says_so(only_whisper):
    (only_whisper / "whisper-base-packaged" / "config.json").unlink()
    assert live_engine(Language.EN, only_whisper).engine is None
    assert live_engine(Language.EN, only_whisper).reason == "model_damaged"
