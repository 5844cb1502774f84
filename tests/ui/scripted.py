"""A session and a studio whose events are a script: what the windows show, without devices, a clock or chance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from simulator.assets import assets_folder
from simulator.devices.clock import HandClock
from simulator.domain.consent import Consent
from simulator.domain.crowd import Cause, CommentPosted, Reason, Viewer
from simulator.domain.events import Event, HostSpoke
from simulator.domain.findings import RuleBroken
from simulator.domain.language import Language
from simulator.domain.preset import Preset
from simulator.domain.roles import roles_of
from simulator.domain.rubric import Rubric
from simulator.domain.scenario import CouponOffer, Scenario
from simulator.domain.session import Ending, Mode, SessionHeader, Trainee
from simulator.domain.units import Money, Span
from simulator.live.clap import ClapWatch
from simulator.live.desk import Desk
from simulator.live.equipment import HearingState
from simulator.live.live_hearing import LiveHearing
from simulator.live.looking import Calibrating, CalibrationState
from simulator.live.shelf import Cue, Shelf, ShelfItem
from simulator.media_port import DeviceName, EncodingChoice, EncodingReason, EncodingTried, Health, Level, VideoFrame
from simulator.metrics.room import RoomFigures, SessionFigures
from simulator.perception.picture import Glance
from simulator.ports import Caption, ContentError, SessionEntry
from simulator.storage.content import FolderLibrary

CHANCE = Cause(Reason.CHANCE)


@cache
def library() -> FolderLibrary:
    return FolderLibrary(assets_folder())


def shop() -> Scenario:
    """S01 with a second and a third product, so that the shelf is full."""
    scenario = library().scenario("S01")
    first = scenario.products[0]
    coupon = CouponOffer(off=Money(300, scenario.currency), pieces=50)
    more = tuple(
        replace(first, id=id, link_no=number, name=name, price=Money(price, scenario.currency), colour=colour)
        for id, number, name, price, colour in (
            ("small", 2, "青石岭脐橙 小果尝鲜装", 2490, "#e27a5b"),
            ("slices", 3, "脐橙干片 <b>3</b> 包 & 一罐蜂蜜", 1990, "#c9a227"),
        )
    )
    return replace(scenario, products=(replace(first, coupon=coupon), *more))


def header(scenario: Scenario, number: int = 1) -> SessionHeader:
    return SessionHeader(
        id=f"{number:012x}",
        scenario=scenario.id,
        scenario_version=scenario.version,
        language=scenario.language,
        seed=7,
        trainee="t1",
        take=number,
        began_utc="2026-11-23T08:00:00+00:00",
        app_version="0",
        audience_model="0",
    )


def comment(number: int, at: float, text: str, *, asks: bool = False, name: str = "桂花载酒") -> CommentPosted:
    return CommentPosted(
        at=at,
        id=f"c{number}",
        viewer=Viewer(f"v{number}", name, "local"),
        text=text,
        category="price" if asks else "noise",
        topic=None,
        product=None,
        wants_answer=asks,
        priority=2 if asks else 0,
        expires_at=at + 60,
        stands_for=1,
        cause=CHANCE,
    )


def phrase(at: float, text: str, length: float = 3.0) -> HostSpoke:
    return HostSpoke(at=at, said=Span(at - length, at), text=text, words=(), engine="script")


class ScriptedSession:
    """A live session that plays a script: everything up to ``now`` has happened."""

    def __init__(self, script: Sequence[Event] = (), scenario: Scenario | None = None) -> None:
        self.scenario = scenario or shop()
        self.header = header(self.scenario)
        self.now = 0.0
        self.on_air = True
        self.paused = False
        self.caption: Caption | None = None
        self.behind = 0.0
        self.hearing = LiveHearing()
        self.done: list[str] = []
        self._script = sorted(script, key=lambda event: event.at)
        self._shelf = Shelf(self.scenario)
        self._room = RoomFigures(self.scenario)
        self.desk = Desk(self.scenario, lambda: self.now, self._do, roles_of(self.header.trainee))
        self.desk.start_segment(self.scenario.run_of_show[0].id)
        self.done.clear()

    def tick(self) -> tuple[Event, ...]:
        ready = tuple(event for event in self._script if event.at <= self.now)
        self._script = self._script[len(ready) :]
        for event in ready:
            self._shelf.take(event)
            self._room.take(event)
            self.desk.take(event)
        return ready

    def listen(self) -> None:
        """What is heard is set by the tests."""

    @property
    def unconfirmed(self) -> str:
        return self.caption.text if self.caption is not None else ""

    @property
    def figures(self) -> SessionFigures:
        return self._room.figures()

    @property
    def shelf(self) -> tuple[ShelfItem, ...]:
        return self._shelf.items(self.now)

    @property
    def cues(self) -> tuple[Cue, ...]:
        return self._shelf.cues()

    @property
    def demonstrating_since(self) -> float | None:
        return self.desk.demonstrating_since

    @property
    def open_questions(self) -> tuple[CommentPosted, ...]:
        return self._shelf.open_questions(self.now)

    def rewording(self, broken: RuleBroken) -> str | None:
        return "今天直播间的到手价" if broken.category == "absolute_terms" else None

    def _do(self, event: Event) -> None:
        self.done.append(type(event).__name__)
        self._script.insert(0, event)

    def post(self, event: Event) -> None:
        self._do(event)

    def pause(self) -> None:
        self.paused = self.header.mode is not Mode.EXAM

    def call_off(self) -> None:
        self.on_air = False

    def resume(self) -> None:
        self.paused = False

    def go_off_air(self) -> None:
        self.on_air = False


class ScriptedStore:
    """Settings, rubric, people and past sessions, in memory."""

    def __init__(self, sessions: Sequence[SessionEntry] = ()) -> None:
        self.settings: dict[str, Any] = {}
        self.entries = list(sessions)
        self.erased: list[str] = []
        self.people = [Trainee("t1", "王晓梅"), Trainee("t2", "<b>Tom</b> & Jerry")]
        self.answers: list[Consent] = []

    def setting(self, key: str, default: Any = None) -> Any:
        return self.settings.get(key, default)

    def keep_setting(self, key: str, value: Any) -> None:
        self.settings[key] = value

    def rubric(self, id: str) -> Rubric:
        rubric = library().default_rubric()
        if rubric.id != id:
            raise ContentError("rubric_unknown", id=id)
        return rubric

    def trainees(self) -> tuple[Trainee, ...]:
        return tuple(self.people)

    def sessions(self, most: int | None = None, skip: int = 0) -> tuple[SessionEntry, ...]:
        return tuple(self.entries)[skip:][:most]

    def sessions_of(self, trainee: str) -> tuple[SessionEntry, ...]:
        return tuple(entry for entry in self.entries if entry.trainee.id == trainee)

    def cut_off(self) -> tuple[SessionEntry, ...]:
        return tuple(entry for entry in self.entries if entry.ending is Ending.ON_AIR)

    def session(self, id: str) -> SessionEntry:
        return next(entry for entry in self.entries if entry.header.id == id)

    def trainee(self, name: str) -> Trainee:
        known = next((each for each in self.trainees() if each.name == name), None)
        if known is None:
            known = Trainee(f"t{len(self.people) + 1}", name)
            self.people.append(known)
        return known

    def keep_consent(self, consent: Consent) -> None:
        self.answers.append(consent)

    def consent(self, trainee: str) -> Consent | None:
        return next((each for each in reversed(self.answers) if each.trainee == trainee), None)

    def consents(self) -> dict[str, Consent]:
        return {each.id: each for each in self.answers}

    def recording_path(self, session: str) -> Path:
        return Path("data") / "recordings" / f"{session}.mkv"

    def takes(self, trainee: str, scenario: str) -> int:
        return sum(entry.trainee.id == trainee and entry.header.scenario == scenario for entry in self.entries)

    def erase(self, session: str) -> None:
        self.erased.append(session)
        self.entries = [entry for entry in self.entries if entry.header.id != session]

    def note_access(self, _visit: str, _instructor: str, _session: str, _act: object, _detail: str = "") -> None: ...


def entry(number: int, ending: Ending, total: float | None, name: str = "王晓梅") -> SessionEntry:
    return SessionEntry(
        header=header(library().scenario("S01"), number),
        trainee=Trainee("t1", name),
        ending=ending,
        length=437.0,
        total=total,
        passed=None if total is None else total >= 60,
        signed=number == 1,
        recording=Path("recording.mkv"),
    )


def picture(at: float = 0.0, height: int = 360, width: int = 640) -> VideoFrame:
    """A picture with a left and a right that differ."""
    across = np.linspace(30, 150, width, dtype=np.uint8)
    pixels = np.zeros((height, width, 3), np.uint8)
    pixels[..., 0] = 60
    pixels[..., 1] = across
    pixels[..., 2] = np.linspace(40, 120, height, dtype=np.uint8)[:, None]
    return VideoFrame(at, pixels)


class ScriptedEye:
    """What the camera is said to see, and how a calibration is said to go."""

    def __init__(self) -> None:
        self.glance: Glance | None = None
        self.now = Calibrating(CalibrationState.NONE)
        self.calibrated: list[str | None] = []

    def calibrate(self, trainee: str | None = None) -> None:
        self.calibrated.append(trainee)
        self.now = Calibrating(CalibrationState.RUNNING, 0.4)

    def calibrating(self, trainee: str | None = None) -> Calibrating:
        del trainee
        return self.now


class ScriptedStudio:
    """A studio without devices: what it shows is set by hand."""

    def __init__(self, sessions: Sequence[SessionEntry] = ()) -> None:
        self.library = library()
        self.store = ScriptedStore(sessions)
        self.frame: VideoFrame | None = picture()
        self.loud: Level | None = Level(-24.0, -9.0)
        self.state = Health(camera_fps=29.97, caption_delay=0.24, dropped_frames=0, free_bytes=48 * 10**9)
        self.words = ""
        self.listening: Language | None = None
        self.source_ended = False
        self.previewed: list[tuple[str | None, str | None]] = []
        self.eye = ScriptedEye()
        self.clock = HandClock()
        self.clap: ClapWatch | None = None
        self.measured = 0
        slow = EncodingTried("veryfast", 1280, 720, 0.0184)
        fast = EncodingTried("superfast", 1280, 720, 0.0097)
        self.choice: EncodingChoice | None = EncodingChoice((slow, fast), fast, EncodingReason.WITHIN, 0.012)

    def attend(self) -> None: ...

    def beat(self, interval: float) -> None: ...

    def cameras(self) -> tuple[DeviceName, ...]:
        return (DeviceName("camera:0", "USB <i>Camera</i> & more"), DeviceName("camera:1", "Integrated Camera"))

    def microphones(self) -> tuple[DeviceName, ...]:
        return (DeviceName("mic:USB", "USB Microphone"),)

    def scenarios(self) -> tuple[Scenario, ...]:
        return self.library.scenarios()

    def presets(self) -> Mapping[str, Preset]:
        return self.library.presets()

    def preview(self, camera: str | None, microphone: str | None) -> None:
        self.previewed.append((camera, microphone))

    def prepare(self) -> None: ...

    def encoding(self) -> EncodingChoice | None:
        return self.choice

    def try_encoder(self) -> EncodingChoice | None:
        self.measured += 1
        return self.choice

    @property
    def checking(self) -> bool:
        return self.listening is not None

    def latest_picture(self) -> VideoFrame | None:
        return self.frame

    def level(self) -> Level | None:
        return self.loud

    def health(self) -> Health:
        return self.state

    def hearing(self, language: Language) -> HearingState:
        return HearingState(engine="vosk" if language is Language.ZH else "whisper", reason="vosk_installed")

    def free_bytes(self) -> int | None:
        return self.state.free_bytes

    def listen_check(self, language: Language) -> None:
        self.listening = language

    def heard(self) -> str:
        return self.words

    def end_check(self) -> None:
        self.listening = None

    def close_devices(self) -> None:
        self.previewed.append((None, None))


class BareStudio(ScriptedStudio):
    """No camera, and no recogniser."""

    def __init__(self) -> None:
        super().__init__()
        self.looked = 0
        self.frame = None

    def cameras(self) -> tuple[DeviceName, ...]:
        self.looked += 1
        return ()

    def hearing(self, language: Language) -> HearingState:
        del language
        return HearingState(engine=None, reason="no_model")
