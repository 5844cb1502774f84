"""A studio without devices: files may stand for them, nothing is recorded, nothing hears."""

from __future__ import annotations

from pathlib import Path

from simulator.assets import assets_folder
from simulator.devices.clock import HandClock
from simulator.devices.silero_voice import SileroVoice
from simulator.domain.machine import Fault
from simulator.live.equipment import Equipment, HearingState
from simulator.live.studio import Studio
from simulator.media_port import Clock
from simulator.ports import DeviceError
from simulator.storage.content import FolderLibrary
from simulator.storage.store import SqliteStore
from simulator.wiring import (
    check_whole,
    open_camera,
    open_microphone,
    open_voice_file,
    recover_recording,
    voice_length,
)


def no_recorder(*_: object) -> object:
    raise DeviceError(Fault.MISSING, "recording_unwritable", file="nowhere")


def studio_in(folder: Path, clock: Clock | None = None) -> Studio:
    """The program's own content and a real store in ``folder``."""
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
        rewording=lambda _: None,
        recover=recover_recording,
        voice_file=open_voice_file,
        voice_length=voice_length,
    )
    return Studio(equipment, FolderLibrary(assets_folder()), SqliteStore(folder), clock or HandClock())
