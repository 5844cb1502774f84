"""A library of the program's own content, and stores in folders of their own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from simulator.assets import assets_folder
from simulator.domain.language import Language
from simulator.domain.scenario import Scenario
from simulator.domain.session import SessionHeader
from simulator.storage.content import FolderLibrary
from simulator.storage.store import SqliteStore


@pytest.fixture(scope="session")
def library() -> FolderLibrary:
    return FolderLibrary(assets_folder())


@pytest.fixture(scope="session")
def scenario(library: FolderLibrary) -> Scenario:
    return library.scenario("S01")


@pytest.fixture
def tree() -> dict[str, Any]:
    """The scenario S03 as its file says it, to be spoilt."""
    made: dict[str, Any] = json.loads((assets_folder() / "scenarios" / "S03.json").read_text("utf-8"))
    return made


@pytest.fixture
def store(tmp_path: Path, library: FolderLibrary) -> Iterator[SqliteStore]:
    made = SqliteStore(tmp_path / "data", library)
    yield made
    made.close()


@pytest.fixture
def header(store: SqliteStore) -> SessionHeader:
    return header_of("s-2026-1", store.trainee("小雨").id)


def header_of(id: str, trainee: str, began_utc: str = "2026-11-23T08:00:00+00:00") -> SessionHeader:
    return SessionHeader(
        id=id,
        scenario="S01",
        scenario_version="1.0.0",
        language=Language.ZH,
        seed=7,
        trainee=trainee,
        take=1,
        began_utc=began_utc,
        app_version="0.1.0",
        audience_model="1",
    )
