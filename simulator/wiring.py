"""The one module that picks real devices and stores."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.domain.language import Language
from simulator.domain.session import Transcript
from simulator.domain.units import Seconds
from simulator.live.equipment import Equipment, HearingState
from simulator.live.marking import Marked
from simulator.live.rehearsal import MovedClock, Replayed
from simulator.live.studio import Studio
from simulator.media_port import Camera, Clock, EncodingChoice, FaceFinder, Microphone, Recorder, VoiceFile
from simulator.ports import ContentError, DeviceError, Recogniser, Rewording, Store, Transcriber

if TYPE_CHECKING:
    from simulator.devices.recording_file import Encoding
    from simulator.storage.content import FolderLibrary

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
    from simulator.storage.workshop import ScenarioWorkshop

    folder = data_folder(data)
    store = SqliteStore(folder)
    library = FolderLibrary(
        assets_folder(),
        folder / "content",
        rubrics=lambda: [store.rubric(id) for id in dict.fromkeys(each.rubric.id for each in store.rubric_versions())],
    )
    clock = SystemClock()
    made = Studio(equipment(store, clock), library, store, clock, ScenarioWorkshop(library, folder / "content"))
    try:
        yield made
    finally:
        made.close_devices()
        store.close()


def library(data: Path | None) -> tuple[FolderLibrary, Path]:
    """The content of the program and of the data folder, and the folder of the latter."""
    from simulator.assets import assets_folder
    from simulator.settings import data_folder
    from simulator.storage.content import FolderLibrary

    own = data_folder(data) / "content"
    return FolderLibrary(assets_folder(), own), own


def equipment(store: Store, clock: Clock) -> Equipment:
    """The real devices of this PC."""
    from simulator.devices.listing import cameras, microphones
    from simulator.devices.processor_time import ProcessorTime
    from simulator.devices.r128_meter import R128Meter
    from simulator.devices.silero_voice import SileroVoice

    encoder = EncoderChoice(store.setting(ENCODING), partial(store.keep_setting, ENCODING))
    return Equipment(
        cameras=cameras,
        microphones=microphones,
        camera=open_camera,
        microphone=open_microphone,
        recorder=partial(open_recorder, encoder, clock),
        recogniser=open_recogniser,
        hearing=hearing,
        transcriber=open_transcriber,
        detector=SileroVoice,
        faces=face_finder,
        whole=check_whole,
        prepare=partial(prepare, encoder),
        rewording=open_rewording,
        recover=recover_recording,
        loudness=R128Meter,
        processor=ProcessorTime(),
        encoding=encoder.known,
        try_encoder=encoder.try_again,
        voice_file=open_voice_file,
        voice_length=voice_length,
    )


def open_voice_file(path: Path) -> VoiceFile:
    """A file for a spoken note."""
    from simulator.devices.voice_file import OggVoice

    return OggVoice(path)


def voice_length(path: Path) -> Seconds | None:
    """How long a spoken note plays; None where nothing of it can be read."""
    from simulator.devices import voice_file

    return voice_file.voice_length(path)


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


class EncoderChoice:
    """Which quality this PC carries: tried out on whatever thread, kept in the store, with its figures, on its own."""

    def __init__(self, kept: object, keep: Callable[[dict[str, object]], None]) -> None:
        self._keep = keep
        self._trying = threading.Lock()
        self._kept = kept
        self._known: EncodingChoice | None = None
        self._unkept = False

    def try_out(self) -> EncodingChoice:
        """Measure, unless that was done; takes seconds."""
        with self._trying:
            return self._from_before() or self._measure()

    def try_again(self) -> EncodingChoice:
        """Measure anew; takes seconds."""
        with self._trying:
            return self._measure()

    def known(self) -> EncodingChoice | None:
        """What was found; on the store's thread, which writes it down."""
        known = self._from_before()
        if known is not None and self._unkept:
            self._unkept = False
            self._keep(asdict(known))
        return known

    def encoding(self) -> Encoding:
        """What to record with; on the store's thread."""
        from simulator.devices.encoder_choice import encoding_of

        choice = self.try_out()
        self.known()
        return encoding_of(choice)

    def _from_before(self) -> EncodingChoice | None:
        if self._known is None and self._kept is not None:
            self._known, self._kept = _choice_kept(self._kept), None
        return self._known

    def _measure(self) -> EncodingChoice:
        from simulator.devices.encoder_choice import choose_encoding

        made = choose_encoding()
        self._known, self._unkept = made, True
        return made


def _choice_kept(kept: object) -> EncodingChoice | None:
    """What was kept; None for what another version kept, or a budget that holds no more: it is tried again."""
    from pydantic import TypeAdapter, ValidationError

    from simulator.devices.encoder_choice import BUDGET

    try:
        choice = TypeAdapter(EncodingChoice).validate_python(kept)
    except ValidationError:
        return None
    return choice if choice.budget == BUDGET else None


def prepare(encoder: EncoderChoice) -> None:
    """Try the encoder, and load what a session's first seconds would otherwise wait for."""
    import simulator.devices.file_camera
    import simulator.devices.opencv_camera
    import simulator.devices.pyav_recorder
    import simulator.devices.recogniser_choice  # noqa: F401
    from simulator.devices.silero_voice import SileroVoice

    SileroVoice()
    encoder.try_out()


def open_recorder(encoder: EncoderChoice, clock: Clock, path: Path, pictures: bool, wait: bool) -> Recorder:
    """A recorder with the encoder preset that this PC was found to carry."""
    from simulator.devices.pyav_recorder import PyAvRecorder

    return PyAvRecorder(path, clock, encoding=encoder.encoding(), pictures=pictures, wait=wait)


GUESSED = (".mp3", ".aac", ".adts", ".m4a")
"""Kinds whose header only estimates how long they play."""


def check_whole(address: str) -> None:
    """Raise ContentError when a sound file ends before its header says: half a pitch must not be marked as a whole."""
    from simulator.devices.clock import HandClock
    from simulator.devices.file_microphone import FileMicrophone
    from simulator.devices.pace import Pace

    path = Path(address.removeprefix("file:"))
    if path.suffix.lower() in GUESSED:
        return
    sound = FileMicrophone(path, HandClock(), 0.0, Pace.FAST)
    try:
        while True:
            sound.read()
    except EOFError as end:
        cut = end.__cause__
        if isinstance(cut, DeviceError):
            error = ContentError("file_cut_off")
            error.facts = {
                name: round(fact, 1) if isinstance(fact, float) else fact for name, fact in cut.facts.items()
            }
            raise error from end
    finally:
        sound.close()


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


def open_rewording(language: Language) -> Rewording | None:
    """The rewording that the settings name; raise ContentError where its address is not on this PC."""
    from simulator.settings import read_settings, settings_file

    address = read_settings(settings_file()).rewording
    if address is None:
        return None
    from simulator.devices.rewording import LoopbackRewording

    return LoopbackRewording(address, language)


def hand_clock() -> MovedClock:
    from simulator.devices.clock import HandClock

    return HandClock()


def replayed(words: Path, language: Language) -> Replayed:
    """A recogniser that plays a file of words; raise ContentError."""
    from simulator.devices.replayed_recogniser import ReplayedRecogniser
    from simulator.devices.words_file import read_words

    return ReplayedRecogniser(read_words(words), language)


def given_transcript(words: Path, language: Language) -> Transcript:
    """A file of words as the transcript of a whole recording; raise ContentError."""
    from simulator.devices.replayed_recogniser import ReplayedTranscriber
    from simulator.devices.words_file import read_words

    return ReplayedTranscriber(read_words(words)).transcribe(words, language, lambda _: None, lambda: False)


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
