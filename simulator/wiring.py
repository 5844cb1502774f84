"""The one module that picks real devices and stores."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.domain.language import Language
from simulator.domain.units import Seconds
from simulator.live.equipment import Equipment, HearingState
from simulator.live.marking import Marked
from simulator.live.rehearsal import MovedClock, Replayed
from simulator.live.studio import Studio
from simulator.ports import (
    Camera,
    Clock,
    ContentError,
    DeviceError,
    FaceFinder,
    Microphone,
    Recogniser,
    Recorder,
    Store,
    Transcriber,
)

if TYPE_CHECKING:
    from simulator.devices.recording_file import Encoding

ENCODING = "recording.encoding"
"""The setting that keeps which encoder preset this PC can carry."""


@contextmanager
def studio(data: Path | None) -> Iterator[Studio]:
    """A studio on this PC's devices and the data folder asked for; raise StoreError or ContentError."""
    from simulator.assets import assets_folder
    from simulator.devices.clock import SystemClock
    from simulator.settings import data_folder
    from simulator.storage.content import FolderLibrary
    from simulator.storage.store import SqliteStore

    folder = data_folder(data)
    library = FolderLibrary(assets_folder(), folder / "content")
    store = SqliteStore(folder)
    clock = SystemClock()
    made = Studio(equipment(store, clock), library, store, clock)
    try:
        yield made
    finally:
        made.close_devices()
        store.close()


def equipment(store: Store, clock: Clock) -> Equipment:
    """The real devices of this PC."""
    from simulator.devices.listing import cameras, microphones
    from simulator.devices.silero_voice import SileroVoice

    return Equipment(
        cameras=cameras,
        microphones=microphones,
        camera=open_camera,
        microphone=open_microphone,
        recorder=partial(open_recorder, store, clock),
        recogniser=open_recogniser,
        hearing=hearing,
        transcriber=open_transcriber,
        detector=SileroVoice,
        faces=face_finder,
        recover=recover_recording,
    )


def open_camera(address: str, clock: Clock, zero: Seconds, fast: bool) -> Camera:
    """The camera, or the file, at this address."""
    from simulator.devices.file_camera import FileCamera
    from simulator.devices.opencv_camera import OpenCvCamera
    from simulator.devices.pace import Pace

    kind, _, name = address.partition(":")
    if kind == "file":
        return FileCamera(Path(name), clock, zero, Pace.FAST if fast else Pace.LIVE)
    if not name.isdecimal():
        raise ContentError("address_unknown", option="--video", found=address, device="camera:")
    return OpenCvCamera(int(name), clock)


def open_microphone(address: str, clock: Clock, zero: Seconds, fast: bool) -> Microphone:
    """The microphone, or the file, at this address."""
    from simulator.devices.file_microphone import FileMicrophone
    from simulator.devices.microphone_process import system_microphone
    from simulator.devices.pace import Pace

    kind, _, name = address.partition(":")
    if kind == "file":
        return FileMicrophone(Path(name), clock, zero, Pace.FAST if fast else Pace.LIVE)
    return system_microphone(name, clock)


def open_recorder(store: Store, clock: Clock, path: Path, pictures: bool, wait: bool) -> Recorder:
    """A recorder with the encoder preset that this PC was found to carry."""
    from simulator.devices.pyav_recorder import PyAvRecorder

    return PyAvRecorder(path, clock, encoding=_encoding(store), pictures=pictures, wait=wait)


def _encoding(store: Store) -> Encoding:
    """Measured once a PC: the best preset that leaves it room."""
    from simulator.devices.encoder_choice import choose_encoding
    from simulator.devices.recording_file import Encoding

    kept = store.setting(ENCODING)
    if isinstance(kept, dict):
        try:
            return Encoding(**kept)
        except TypeError:
            pass  # kept by another version: measure again
    chosen = choose_encoding()
    store.keep_setting(ENCODING, {name: getattr(chosen, name) for name in chosen.__slots__})
    return chosen


def open_recogniser(language: Language) -> Recogniser | None:
    """The live recogniser of a language on this PC; None where no model is installed."""
    from simulator.devices.models import models_dir
    from simulator.devices.recogniser_choice import live_recogniser

    return live_recogniser(language, models_dir()).recogniser


def hearing(language: Language) -> HearingState:
    from simulator.devices.models import models_dir
    from simulator.devices.recogniser_choice import live_engine

    choice = live_engine(language, models_dir())
    return HearingState(engine=choice.engine, reason=choice.reason)


def open_transcriber(language: Language) -> Transcriber | None:
    """What makes the transcript that is scored; None where no Whisper model is installed."""
    from simulator.devices.models import models_dir
    from simulator.devices.recogniser_choice import transcriber

    return transcriber(language, models_dir())


def face_finder() -> FaceFinder | None:
    from simulator.devices.centerface import CenterFace, installed_model

    model = installed_model()
    return CenterFace(model) if model is not None else None


def recover_recording(final: Path) -> Path | None:
    """Finish a recording that a crash cut off; None where nothing of it is left."""
    from simulator.devices.recovery import part_of, recover

    if final.exists():
        return final
    part = part_of(final)
    return recover(part).path if part.exists() else None


def hand_clock() -> MovedClock:
    from simulator.devices.clock import HandClock

    return HandClock()


def replayed(words: Path, language: Language) -> Replayed:
    """A recogniser that plays a file of words; raise ContentError."""
    from simulator.devices.replayed_recogniser import ReplayedRecogniser
    from simulator.devices.words_file import read_words

    return ReplayedRecogniser(read_words(words), language)


def transcript_file(made: Studio, marked: Marked) -> Path | None:
    """The transcript as captions beside the recording; None where nothing was heard."""
    from simulator.reports.captions import srt

    if marked.transcript is None:
        return None
    path = made.store.recording_path(marked.log.header.id).with_suffix(".srt")
    path.write_text(srt(marked.log), encoding="utf-8")
    return path


def examine(data: Path | None) -> dict[str, object]:
    """What this PC has, for ``bolian doctor``; never raises for what it finds."""
    import platform

    from simulator import __version__
    from simulator.devices.listing import cameras, microphones
    from simulator.devices.models import models_dir
    from simulator.ports import Mendable
    from simulator.settings import data_folder

    found: dict[str, object] = {"bolian": __version__, "python": platform.python_version()}
    folder = data_folder(data)
    found["data"] = str(folder)
    place = next(each for each in (folder, *folder.parents) if each.exists())
    found["free_gb"] = round(shutil.disk_usage(place).free / 1e9, 1)
    try:
        found["models"] = str(models_dir())
        for language in Language:
            state = hearing(language)
            found[f"hearing_{language}"] = f"{state.engine or 'none'} ({state.reason})"
            found[f"transcript_{language}"] = "whisper" if open_transcriber(language) is not None else "none"
    except Mendable as error:
        found["models"] = error.code
    found["cameras"] = [device.label for device in cameras()]
    try:
        found["microphones"] = [device.label for device in microphones()]
    except DeviceError as error:
        found["microphones"] = error.code
    found["faces"] = "centerface" if face_finder() is not None else "none"
    try:
        with studio(data) as made:
            found["sessions"] = len(made.store.sessions())
            found["scenarios"] = [scenario.id for scenario in made.scenarios()]
    except Mendable as error:
        found["store"] = error.code
    return found
