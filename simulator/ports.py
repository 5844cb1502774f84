"""What the simulator needs from the world, and what it calls the ways the world may fail.

Adapters in ``devices`` and ``storage`` fulfil these protocols; only ``wiring`` knows which.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from simulator.audience.chat import Line
from simulator.audience.wording import Wording
from simulator.domain.agreement import Judged, Pair, Population, Sample
from simulator.domain.assessing import Stage
from simulator.domain.compliance import RulePack
from simulator.domain.consent import Consent
from simulator.domain.events import Event, HostSpoke
from simulator.domain.language import Language
from simulator.domain.machine import Fault
from simulator.domain.preset import Preset
from simulator.domain.rubric import Rubric
from simulator.domain.scenario import Scenario
from simulator.domain.session import Ending, SessionHeader, SessionLog, Trainee, Transcript
from simulator.domain.taxonomy import Taxonomy
from simulator.domain.units import Seconds
from simulator.mark_port import MarkStore
from simulator.media_port import SoundBlock
from simulator.privacy_port import PrivacyStore
from simulator.queue_port import QueueStore
from simulator.review_port import ReviewStore
from simulator.standing_port import StandingStore

# ------------------------------------------------------------------------------------ what may fail


class Mendable(Exception):
    """Something a person can mend.

    ``code`` names the sentence the screen or the command line shows; ``facts`` fill its placeholders
    (file, field, device, needed, found …). ``str()`` is for logs only: ids and counts, never words said.
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


class DeviceError(Mendable):
    """A camera, microphone, recogniser or recorder cannot do its work."""

    def __init__(self, fault: Fault, code: str, **facts: object) -> None:
        super().__init__(code, **facts)
        self.fault = fault


class ContentError(Mendable):
    """A content file (or a word on the command line) is wrong; ``mistakes`` lists every one, with its path."""

    def __init__(self, code: str, mistakes: Sequence[str] = (), **facts: object) -> None:
        super().__init__(code, **facts)
        self.mistakes = tuple(mistakes)


class StoreError(Mendable):
    """The data folder or its database cannot be used."""


# ------------------------------------------------------------------------------------ words


class Rewording(Protocol):
    def __call__(self, line: Line) -> str | None:
        """The same line of a viewer in other words, at once; None where none are known."""

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Caption:
    """What was heard so far of a phrase that is not finished."""

    text: str
    since: Seconds
    heard_until: Seconds | None = None
    """Up to when sound was heard for it; None where that is not told."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What a recogniser has to say, ``times`` on the time line of the blocks it was fed."""

    captions: tuple[Caption, ...] = ()
    """At most the newest unfinished phrase."""
    phrases: tuple[HostSpoke, ...] = ()
    """Finished ones; their ``at`` is the end of the words, the session sets when the room reacts."""
    restarted: bool = False
    behind: Seconds = 0.0
    """How much sound waits to be recognised."""


class Recogniser(Protocol):
    """Hears speech while it is spoken, aside; may die and be restarted without anybody waiting for it."""

    engine: str

    def feed(self, block: SoundBlock) -> None:
        """Hand over 16 kHz sound; returns at once."""

    def heard(self) -> Heard:
        """What came since the last call; returns at once."""

    def settle(self) -> Heard:
        """Wait until all sound fed so far was recognised (files at full speed). Raise DeviceError if that fails."""

    def finish(self) -> Heard:
        """No more sound comes: the rest, waiting for it."""

    def close(self) -> None: ...


class Transcriber(Protocol):
    """Makes the transcript that is scored, from a whole recording."""

    engine: str

    def transcribe(
        self,
        recording: Path,
        language: Language,
        progress: Callable[[float], None],
        cancelled: Callable[[], bool],
    ) -> Transcript:
        """Read the sound of ``recording``; ``progress`` gets 0..1.

        Raise DeviceError, or InterruptedError when cancelled.
        """


class VoiceDetector(Protocol):
    """Tells speech from silence."""

    def probability(self, block: SoundBlock) -> float:
        """Of 16 kHz sound that follows the last block: the chance 0..1 that somebody speaks at its end."""


# ------------------------------------------------------------------------------------ content and store


class Library(Protocol):
    """Content files, checked."""

    def scenarios(self) -> tuple[Scenario, ...]: ...

    @property
    def faults(self) -> tuple[ContentError, ...]:
        """The files of scenarios and rules that could not be loaded, and why."""

    def scenario(self, id: str) -> Scenario:
        """Raise ContentError when there is none or its file is wrong."""

    def taxonomy(self) -> Taxonomy: ...

    def presets(self) -> Mapping[str, Preset]:
        """The kinds of room that scenarios may name, with what is assumed of them."""

    def rules(self, language: Language, market: str | None = None) -> RulePack:
        """The pack for this language and market: a centre's own before the program's."""

    def wording(self, language: Language) -> Wording:
        """What viewers write, beyond the taxonomy's own lines."""

    def default_rubric(self) -> Rubric: ...

    def rubric_in(self, file: Path) -> str:
        """The text of a rubric file from anywhere. Raise ContentError with every mistake when it is wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionEntry:
    """A line of the list of sessions."""

    header: SessionHeader
    trainee: Trainee
    ending: Ending
    length: Seconds
    total: float | None
    passed: bool | None
    signed: bool
    recording: Path | None
    heard_utc: str | None = None
    """When the whole recording was heard again; None where it was not yet, or nobody noted when."""
    final: bool = False
    """There is a transcript of the whole recording."""
    stage: Stage | None = None
    """How far its marking has come; None where it was not scored."""


class Store(MarkStore, PrivacyStore, QueueStore, ReviewStore, StandingStore, Protocol):
    """Everything on disk. Lives on the main thread; every call is whole or not at all. Raise StoreError."""

    def trainees(self) -> tuple[Trainee, ...]: ...

    def trainee(self, name: str) -> Trainee:
        """The trainee with this name, entered when new."""

    def keep_consent(self, consent: Consent) -> None:
        """What a trainee answered when asked to be recorded."""

    def consent(self, trainee: str) -> Consent | None:
        """The last answer of this trainee (``Trainee.id``)."""

    def consents(self) -> Mapping[str, Consent]:
        """Every answer, by id."""

    def begin(self, header: SessionHeader, scenario: Scenario) -> None: ...

    def keep_rules(self, session: str, rules: RulePack) -> None:
        """The rule pack this session is judged by, now and whenever it is marked again."""

    def rules(self, session: str) -> RulePack | None:
        """The rule pack a session was judged by; None where it is older than that was kept."""

    def takes(self, trainee: str, scenario: str) -> int:
        """How many sessions this trainee has of this scenario."""

    def append(self, session: str, events: Sequence[Event]) -> None: ...

    def recording_path(self, session: str) -> Path:
        """Where this session's recording goes (its final name)."""

    def end(self, session: str, ending: Ending) -> None: ...

    def keep_heard(self, session: str, phrases: Sequence[HostSpoke], unfinished: HostSpoke | None) -> None:
        """Keep what was heard on air just now, and of what is unfinished the newest."""

    def heard_live(self, session: str) -> tuple[HostSpoke, ...]:
        """What was heard of a session that has not ended, at its arrival; what was unfinished stands last."""

    def save_transcript(self, session: str, transcript: Transcript) -> None: ...

    def transcript(self, session: str) -> Transcript | None:
        """The final one where there is one, else the live one."""

    def live_transcript(self, session: str) -> Transcript | None:
        """What was heard while on air, whatever was heard since."""

    def sessions(self, most: int | None = None, skip: int = 0) -> tuple[SessionEntry, ...]:
        """Newest first; at most so many, behind those that are skipped."""

    def sessions_begun_before(self, day: str, but_for: str = "") -> tuple[SessionEntry, ...]:
        """Those that began before a day ("2026-11-27"), without those whose recording is gone and whose consent is of a
        version that ends in ``but_for``; on any thread."""

    def unheard(self) -> tuple[SessionEntry, ...]:
        """Those that ended and have a recording, which was not heard again yet, newest first."""

    def heard_again(self) -> frozenset[str]:
        """Those with a recording that was heard again."""

    def ended_sessions(
        self, scenario: str | None = None, trainee: str | None = None, most: int | None = None
    ) -> tuple[SessionEntry, ...]:
        """Those off air, newest first; of this scenario (its id), of this trainee (``Trainee.id``), at most so many."""

    def sessions_of(self, trainee: str) -> tuple[SessionEntry, ...]:
        """Those of a trainee (``Trainee.id``), newest first."""

    def session_counts(self) -> dict[str, int]:
        """How many sessions each trainee (``Trainee.id``) has; those without any are left out."""

    def sessions_before(self, entry: SessionEntry, most: int) -> tuple[SessionEntry, ...]:
        """The last sessions of the same trainee before this one, newest first."""

    def session(self, id: str) -> SessionEntry:
        """By id or the unambiguous beginning of one. Raise ContentError when there is none."""

    def log(self, session: str) -> SessionLog:
        """As it was written while on air, with the scenario as it was then."""

    def export_session(self, session: str, path: Path, *, recording: bool) -> None:
        """Write the session with all that was said of it into one file. Raise ContentError, StoreError."""

    def import_session(self, path: Path) -> SessionEntry:
        """Take in a session from such a file; nothing here is changed. Raise ContentError, StoreError."""

    def cut_off(self) -> tuple[SessionEntry, ...]:
        """Sessions a crash left on air."""

    def erase(self, session: str) -> None:
        """Remove the session with its recording, transcripts and marks. Raise StoreError for one that is held."""

    def populations(self) -> tuple[Population, ...]:
        """Every rubric version and engine with levels of machine and instructor, those judged last first."""

    def judged(self, sample: Sample, criterion: str) -> Judged:
        """The pairs of levels of one criterion, counted."""

    def signed(self, sample: Sample) -> int:
        """How many signed sessions were marked by the sample's rubric."""

    def pairs(self, sample: Sample, criterion: str | None = None) -> Iterator[Pair]:
        """Pairs of levels one by one, by session and criterion."""

    def setting(self, key: str, default: Any = None) -> Any: ...

    def keep_setting(self, key: str, value: Any) -> None: ...

    def close(self) -> None: ...
