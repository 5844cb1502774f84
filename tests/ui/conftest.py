"""A dressed application, the two languages, and a real studio whose clock is moved by hand."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from simulator.assets import assets_folder
from simulator.devices.clock import HandClock
from simulator.devices.silero_voice import SileroVoice
from simulator.domain.events import Fault
from simulator.live.equipment import Equipment, HearingState
from simulator.live.studio import Studio
from simulator.ports import DeviceError
from simulator.storage.content import FolderLibrary
from simulator.storage.store import SqliteStore
from simulator.ui.app import dress
from simulator.ui.jobs import Jobs
from simulator.ui.theme import Theme
from simulator.ui.translations import ScreenLanguage, Translations
from simulator.wiring import open_camera, open_microphone, recover_recording


@pytest.fixture(scope="session", autouse=True)
def offscreen() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session")
def qm_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("qm")


@pytest.fixture
def translations(qapp: QApplication, qm_folder: Path) -> Iterator[Translations]:
    made = Translations(qapp, qm_folder)
    yield made
    made.use(ScreenLanguage.EN)


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    look = Theme()
    dress(qapp, look)
    return look


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    made = Jobs(qapp)
    yield made
    made.close()


def no_recorder(*_: object) -> object:
    raise DeviceError(Fault.MISSING, "recording_unwritable", file="nowhere")


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def studio(tmp_path: Path, clock: HandClock) -> Iterator[Studio]:
    """The program's own content and a real store; no devices, no recogniser."""
    store = SqliteStore(tmp_path / "data")
    equipment = Equipment(
        cameras=lambda: (),
        microphones=lambda: (),
        camera=open_camera,
        microphone=open_microphone,
        recorder=no_recorder,  # type: ignore[arg-type]
        recogniser=lambda _: None,
        hearing=lambda _: HearingState(engine=None, reason="no_model"),
        transcriber=lambda _: None,
        detector=SileroVoice,
        faces=lambda: None,
        whole=lambda _address: None,
        prepare=lambda: None,
        recover=recover_recording,
    )
    made = Studio(equipment, FolderLibrary(assets_folder()), store, clock)
    yield made
    made.close_devices()
    store.close()
