"""A studio without devices: a real store in a temporary folder, the program's own content, a clock moved by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.assets import assets_folder
from simulator.devices.clock import HandClock
from simulator.devices.silero_voice import SileroVoice
from simulator.domain.events import Fault
from simulator.live.equipment import Equipment, HearingState
from simulator.live.studio import Studio
from simulator.ports import DeviceError
from simulator.storage.content import FolderLibrary
from simulator.storage.store import SqliteStore
from simulator.wiring import check_whole, open_camera, open_microphone, recover_recording


def no_recorder(*_: object) -> object:
    raise DeviceError(Fault.MISSING, "recording_unwritable")


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def studio(tmp_path: Path, clock: HandClock) -> Iterator[Studio]:
    library = FolderLibrary(assets_folder())
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
        whole=check_whole,
        prepare=lambda: None,
        recover=recover_recording,
    )
    made = Studio(equipment, library, store, clock)
    yield made
    made.close_devices()
    store.close()
