"""The devices of one PC, and the sessions made with them."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from simulator import __version__
from simulator.audience.audience import Audience
from simulator.audience.parameters import MODEL
from simulator.audience.staging import Staging
from simulator.audience.surprises import planned
from simulator.authoring_port import Workshop
from simulator.domain.compliance import RulePack
from simulator.domain.findings import RuleBroken
from simulator.domain.language import Language
from simulator.domain.machine import Device, DeviceFailed, DeviceReturned, Fault
from simulator.domain.preset import Preset
from simulator.domain.roles import Roles, roles_of
from simulator.domain.scenario import Scenario
from simulator.domain.session import SessionHeader
from simulator.domain.units import Seconds
from simulator.live.assistant import Assistant
from simulator.live.booking import Booking, Ended
from simulator.live.capture import CaptureThread
from simulator.live.clap import ClapWatch, picture_delay
from simulator.live.equipment import Equipment, HearingState
from simulator.live.eye import Eye
from simulator.live.health import health_of
from simulator.live.listen_check import ListenCheck
from simulator.live.listening import level_of
from simulator.live.marking import Marking
from simulator.live.session import LiveSession, Parts
from simulator.live.streams import Streams
from simulator.live.vitals import Vitals
from simulator.live.watchdog import SilenceWatch
from simulator.media_port import Clock, DeviceName, EncodingChoice, Health, Level, Recorder, SoundBlock, VideoFrame
from simulator.ports import DeviceError, Heard, Library, Mendable, Recogniser, Rewording, Store

LEAD: Seconds = 0.3
"""Files that stand for devices begin this long after the button, so that their threads are up."""
FILE = "file:"
OPENING: Seconds = 12.0
"""How long a camera may take to open: some drivers need most of it."""


class Studio:
    """One per window, or command: opens devices, makes sessions, has them marked."""

    def __init__(
        self, equipment: Equipment, library: Library, store: Store, clock: Clock, workshop: Workshop | None = None
    ) -> None:
        """``workshop`` is where scenarios are written; None where they are not."""
        self.equipment = equipment
        self.workshop = workshop
        self.library = library
        self.store = store
        self.clock = clock
        self.marking = Marking(equipment, library, store)
        self.eye = Eye(equipment.faces)
        self.clap: ClapWatch | None = None  # who tries it before going live puts it here, and takes it away
        self._camera: CaptureThread[VideoFrame] | None = None
        self._camera_address: str | None = None
        self._microphone: CaptureThread[SoundBlock] | None = None
        self._microphone_address: str | None = None
        self._streams: Streams | None = None
        self._session: LiveSession | None = None
        self._level: Level | None = None
        self._check: ListenCheck | None = None
        self._rewording: Rewording | None = None
        self._vitals: Vitals | None = None

    # ------------------------------------------------------------------ before going live

    def cameras(self) -> tuple[DeviceName, ...]:
        """Slow: may have to ask drivers."""
        return self.equipment.cameras()

    def microphones(self) -> tuple[DeviceName, ...]:
        """Slow: may have to ask drivers."""
        return self.equipment.microphones()

    def scenarios(self) -> tuple[Scenario, ...]:
        return self.library.scenarios()

    def presets(self) -> Mapping[str, Preset]:
        """Kinds of rooms, with what is assumed about each."""
        return self.library.presets()

    def hearing(self, language: Language) -> HearingState:
        return self.equipment.hearing(language)

    def preview(self, camera: str | None, microphone: str | None) -> None:
        """Have these devices open and no others; what fails is told by ``health``."""
        if camera != self._camera_address:
            self._use_camera(camera, self.clock.now())
        if microphone != self._microphone_address:
            self._use_microphone(microphone, self.clock.now())

    def latest_picture(self) -> VideoFrame | None:
        if self._camera is None or self._camera.fault is not None:
            return None
        return self._camera.latest

    def level(self) -> Level | None:
        """How loud the microphone is; None without one."""
        if self._microphone is None or self._microphone.fault not in (None, Fault.MUTED):
            return None
        return self._level

    def prepare(self) -> None:
        """Do what is slow the first time a session starts; safe on any thread."""
        self.equipment.prepare()

    def encoding(self) -> EncodingChoice | None:
        """The quality sessions are recorded in and why; None as long as the machine was not tried (``prepare``)."""
        return self.equipment.encoding()

    def try_encoder(self) -> EncodingChoice | None:
        """Measure anew what this machine can encode. Takes seconds; safe on any thread."""
        return self.equipment.try_encoder()

    def free_bytes(self) -> int:
        """What is free on the disk of the recordings."""
        folder = self.store.recording_path("free").parent
        return shutil.disk_usage(next(each for each in (folder, *folder.parents) if each.exists())).free

    def listen_check(self, language: Language) -> None:
        """Hear a spoken sentence; slow, because a model is loaded. Raise DeviceError where there is no recogniser."""
        recogniser = self.equipment.recogniser(language)
        if recogniser is None:
            raise DeviceError(Fault.MISSING, "no_recogniser", language=language.value)
        self._check = ListenCheck(recogniser, language)

    def heard(self) -> str:
        """What the spoken sentence was heard as, so far."""
        return self._check.words() if self._check is not None else ""

    @property
    def checking(self) -> bool:
        """Whether a spoken sentence is being listened to, before going live."""
        return self._check is not None

    def end_check(self) -> None:
        check, self._check = self._check, None
        if check is not None:
            check.close()

    def health(self) -> Health:
        return health_of(self._session, self._streams, self._camera, self._microphone, self._vitals)

    def require(self, booking: Booking) -> None:
        """Open what the booking names, or raise the DeviceError or ContentError that says why not. Slow."""
        for address, opener in (
            (booking.camera, self.equipment.camera),
            (booking.microphone, self.equipment.microphone),
        ):
            if address is not None and address.startswith(FILE):
                opener(address, self.clock, self.clock.now(), True).close()
        if booking.microphone is not None and booking.microphone.startswith(FILE):
            self.equipment.whole(booking.microphone)
        self.equipment.prepare()
        self.preview(_device(booking.camera), _device(booking.microphone))
        for thread in (self._camera, self._microphone):
            if thread is not None:
                thread.wait_open(OPENING)

    # ------------------------------------------------------------------ on air

    def open_session(self, booking: Booking, clock: Clock, hear: Callable[[], Heard] | None) -> LiveSession:
        """Enter a session in the store and put its parts together; raise ContentError or StoreError."""
        scenario = booking.show or self.library.scenario(booking.scenario)
        if booking.plan is not None:
            scenario = replace(scenario, run_of_show=booking.plan)
        trainee = self.store.trainee(booking.trainee)
        roles = self._roles(booking, trainee.id)
        header = SessionHeader(
            id=secrets.token_hex(6),
            scenario=scenario.id,
            scenario_version=scenario.version,
            language=scenario.language,
            seed=booking.seed if booking.seed is not None else secrets.randbelow(2**31),
            trainee=trainee.id,
            take=self.store.takes(trainee.id, scenario.id) + 1,
            began_utc=datetime.now(UTC).isoformat(timespec="seconds"),
            app_version=__version__,
            audience_model=MODEL,
            mode=booking.mode,
            consent=booking.consent,
            paper=booking.paper,
            second=roles.second,
            desk=roles.desk,
        )
        from simulator.perception.listener import Listener  # loaded only when wanted, as in marking

        taxonomy, rules = self.library.taxonomy(), self.library.rules(scenario.language, scenario.market)
        self._use_rewording(self.equipment.rewording(scenario.language))
        parts = Parts(
            scenario=scenario,
            listener=Listener(scenario, taxonomy, rules),
            audience=Audience(
                scenario,
                taxonomy,
                header.seed,
                wording=self.library.wording(scenario.language),
                reword=self._rewording,
            ),
            rewordings=lambda broken: rewording(rules, broken),
            assistant=Assistant(scenario) if booking.assisted else None,
            staging=Staging(scenario, taxonomy, planned(scenario, header.seed)),
        )
        self.store.begin(header, scenario)
        self.store.keep_rules(header.id, rules)
        return LiveSession(
            header,
            parts,
            clock,
            lambda events: self.store.append(header.id, events),
            hear=hear,
            keep_heard=lambda phrases, unfinished: self.store.keep_heard(header.id, phrases, unfinished),
            kept=lambda: tuple(self.store.log(header.id).events),
        )

    def recorder_for(self, session: LiveSession, pictures: bool, wait: bool) -> Recorder:
        """The recorder of a session that has not begun; without one the session is not entered at all."""
        try:
            return self.equipment.recorder(self.store.recording_path(session.header.id), pictures, wait)
        except Mendable:
            self.store.erase(session.header.id)
            raise

    def go_live(self, booking: Booking, recogniser: Recogniser | None = None) -> LiveSession:
        """Start recording and the session clock; raise DeviceError, ContentError or StoreError.

        ``recogniser`` stands for the PC's own.
        """
        language = (booking.show or self.library.scenario(booking.scenario)).language
        if recogniser is None and booking.microphone is not None:
            recogniser = self.equipment.recogniser(language)
        session = self.open_session(booking, self.clock, recogniser.heard if recogniser is not None else None)
        try:
            recorder = self.recorder_for(session, booking.camera is not None, False) if booking.record else None
        except Mendable:
            if recogniser is not None:
                recogniser.close()
            raise
        files = (booking.camera or "").startswith(FILE) or (booking.microphone or "").startswith(FILE)
        zero = self.clock.now() + max(booking.lead, LEAD if files else 0.0)
        self._session = session
        neutral = self.eye.neutral(booking.camera, booking.trainee)
        delay = picture_delay(self.store, booking.camera, booking.microphone)
        self._streams = Streams(session, self.equipment, recorder, recogniser, neutral=neutral, picture_delay=delay)
        self.eye.begin(self._streams.looking, booking.camera, booking.trainee)
        self._vitals = Vitals(session.post, self.equipment.processor)
        session.go_live(zero)
        for address, use, now in (
            (booking.camera, self._use_camera, self._camera_address),
            (booking.microphone, self._use_microphone, self._microphone_address),
        ):
            if address != now or (address or "").startswith(FILE):
                use(address, zero)
        return session

    @property
    def source_ended(self) -> bool:
        """Whether the file that stands for the microphone (without one, for the camera) is at its end."""
        source = self._microphone if self._microphone is not None else self._camera
        return source is not None and source.ended.is_set()

    def attend(self) -> None:
        """Look after the streams; call it with every tick."""
        if self._streams is None or self._session is None:
            return
        self._streams.tell_drops()
        if self._microphone is not None and self._microphone.fault not in (None, Fault.MUTED):
            self._streams.listening.fill(max(0.0, self._session.now - 1.0))
        if self._vitals is not None and self._session.on_air and self._session.now >= 0:
            self._vitals.attend(self._session.now, self.clock.now(), self.health(), self._session.hearing.delays)

    def beat(self, interval: Seconds) -> None:
        """A timer of the window, due every ``interval``, beat now: how late it is tells how the window does."""
        if self._vitals is not None:
            self._vitals.lateness.beat(self.clock.now(), interval)

    def end(self) -> Ended:
        """Let go of the devices and close the recording. Slow: call it in a job, after ``go_off_air``."""
        health = self.health()
        self.close_devices()
        streams, self._streams = self._streams, None
        self._vitals = None
        self.eye.end()
        recording, rest = streams.close() if streams is not None else (None, Heard())
        return Ended(recording=recording, rest=rest, health=health)

    def call_off(self, session: LiveSession) -> None:
        """Forget a session that was ended in its countdown: nothing of it stays."""
        self.store.erase(session.header.id)

    def close_devices(self) -> None:
        self.end_check()
        self._use_camera(None, 0.0)
        self._use_microphone(None, 0.0)
        self._use_rewording(None)

    # ------------------------------------------------------------------ inside

    def _roles(self, booking: Booking, host: str) -> Roles:
        """Who else takes part, entered by name; nobody where no name was given."""
        second, desk = (
            self.store.trainee(name).id if name is not None and name.strip() else None
            for name in (booking.second, booking.desk_person)
        )
        return roles_of(host, second, desk)

    def _now(self) -> Seconds:
        return self._session.now if self._session is not None else 0.0

    def _use_rewording(self, rewording: Rewording | None) -> None:
        if self._rewording is not None:
            self._rewording.close()
        self._rewording = rewording

    def _use_camera(self, address: str | None, zero: Seconds) -> None:
        if self._camera is not None:
            self._camera.stop()
        self._camera, self._camera_address = None, address
        self.eye.watch(address)
        if address is not None:
            self._camera = CaptureThread(
                Device.CAMERA,
                lambda: self.equipment.camera(address, self.clock, zero, False),
                (self._take_picture,),
                self._post,
                self._now,
            )
            self._camera.start()

    def _use_microphone(self, address: str | None, zero: Seconds) -> None:
        if self._microphone is not None:
            self._microphone.stop()
        self._microphone, self._microphone_address = None, address
        self._level = None
        if address is not None:
            exact = address.startswith(FILE)
            self._microphone = CaptureThread(
                Device.MICROPHONE,
                lambda: self.equipment.microphone(address, self.clock, zero, False),
                (lambda block: self._take_sound(block, exact),),
                self._post,
                self._now,
                watch=None if exact else SilenceWatch(),  # the silence between a file's sentences is its own
            )
            self._microphone.start()

    def _take_picture(self, frame: VideoFrame) -> None:
        streams = self._streams
        if streams is not None:
            streams.picture(frame)
            return
        self.eye.take(frame)
        if (clap := self.clap) is not None:
            clap.picture(frame)

    def _take_sound(self, block: SoundBlock, exact: bool) -> None:
        self._level = level_of(block.samples)
        check = self._check
        if check is not None:
            check.take(block)
        if (clap := self.clap) is not None:
            clap.sound(block)
        streams = self._streams
        if streams is not None:
            streams.listening.take(block, exact=exact)

    def _post(self, event: DeviceFailed | DeviceReturned) -> None:
        session = self._session
        if session is not None and session.on_air:
            session.post(event)


def _device(address: str | None) -> str | None:
    """The address unless it is a file's: those are opened anew when the session begins."""
    return None if address is None or address.startswith(FILE) else address


def rewording(rules: RulePack, broken: RuleBroken) -> str | None:
    """A wording the rule pack offers in place of what was said."""
    return rules.instead(broken.category, broken.pattern, broken.quote)
