"""Marks: what the machine measured, what the instructor decided, what counts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from simulator.domain.findings import RuleBroken
from simulator.domain.rubric import Scorer
from simulator.domain.units import Span


class WhyNone(StrEnum):
    """Why a criterion has no level from the machine, or none that counts."""

    NEEDS_INSTRUCTOR = "needs_instructor"
    UNCONFIRMED = "unconfirmed"
    """The machine proposes a level (``Mark.proposed``) that counts only once an instructor confirms it."""
    TREND_ONLY = "trend_only"
    """Measured and shown, never marked: no source bears out the cuts (rubric, ``threshold_basis`` unverified)."""
    NEEDS_CONFIRMATION = "needs_confirmation"
    """The machine heard a red line broken; nobody has said yet whether that stands."""
    TOO_SHORT = "too_short"
    TOO_FEW_QUESTIONS = "too_few_questions"
    TOO_FEW_ANSWERS = "too_few_answers"
    TOO_FEW_FEATURES = "too_few_features"
    NO_SPEECH = "no_speech"
    NO_TRANSCRIPT = "no_transcript"
    NO_SOUND = "no_sound"
    NO_PICTURE = "no_picture"
    NOT_LOOKED_FOR = "not_looked_for"
    """There was nothing to find faces with."""
    NOT_CALIBRATED = "not_calibrated"
    """Nobody looked into the camera for two seconds, so that a look could be known."""
    CANNOT_TELL = "cannot_tell"
    """The picture was too restless, or too plain, to say."""
    TOO_NOISY = "too_noisy"
    FILLERS_NOT_HEARD = "fillers_not_heard"
    NO_PRODUCT_PRESENTED = "no_product_presented"
    NO_INCIDENT = "no_incident"
    NOT_PLANNED = "not_planned"
    ASSISTED = "assisted"
    """An assistant worked the control desk."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A moment that supports a mark, with what was said or done there."""

    span: Span
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """A number read off the log, or why there is none; both where a number is there that gives no level."""

    value: float | None
    evidence: tuple[Evidence, ...] = ()
    why_none: WhyNone | None = None
    detail: tuple[str, ...] = ()
    """Ids of what was found (or missing, with a leading "-"), for the screen to word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One criterion of a scorecard: the machine's level beside its measurement."""

    criterion: str
    scorer: Scorer
    weight: float
    level: int | None
    measurement: Measurement
    unit: str
    proposed: int | None = None
    """The level the machine proposes where it has no say of its own (hybrid criteria): evidence for a person, in no
    total. ``level`` is None then."""

    @property
    def machine(self) -> int | None:
        """The machine's word: the level that counts, or the one it proposes."""
        return self.proposed if self.level is None else self.level


@dataclass(frozen=True, slots=True, kw_only=True)
class GateOutcome:
    """Whether a gate was passed; None when it cannot be told yet."""

    id: str
    passed: bool | None
    why: str
    """An id the screen words: "ok", "s4_confirmed", "s4_unconfirmed", "dimension_f_low" …"""
    value: float | None = None
    """What was held against the gate's limit: points, or a level; None where nothing was."""
    least: float | None = None
    """What had to be reached, in points or as a level; None where the gate has no such limit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorecard:
    """What the machine made of a session; the same log and rubric always give the same."""

    session: str
    rubric: str
    version: str
    marks: tuple[Mark, ...]
    dimensions: tuple[tuple[str, float | None], ...]
    """Points 0..100 per dimension id, None where nothing was measured."""
    total: float | None
    """None when less than 70 of 100 weight could be scored."""
    low: float | None
    high: float | None
    """The total with uncertain criteria one level down or up."""
    scored_weight: float
    gates: tuple[GateOutcome, ...]
    provisional: bool
    """True while the transcript behind it is the live captions'."""
    word_confidence: float | None = None
    """Mean confidence 0..1 of the words it rests on; None where the recogniser gave none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What the machine's level came from when an instructor spoke of it."""

    rubric: str
    version: str
    engine: str
    """Program and recogniser, "0.5.0 whisper-base"."""
    value: float | None
    """What was measured."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """An instructor's level for one criterion; a later one of the same criterion replaces it, both are kept.

    A level that is the machine's own is a confirmation of it; only that may stand without a reason.
    """

    criterion: str
    level: int
    machine_level: int | None
    """``Mark.machine`` as the instructor saw it: the level that counted, or the one proposed."""
    reason: str
    """"" where the machine's level was confirmed with one click."""
    instructor: str
    at_utc: str
    """ISO 8601, seconds."""
    blind: bool = False
    """Given before the instructor had seen the machine's level, or what another instructor said of it."""
    basis: Basis | None = None
    """None in words kept before it was."""

    @property
    def confirms(self) -> bool:
        """Whether the machine's level was let stand."""
        return self.level == self.machine_level


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """An instructor's word on a rule the machine says was broken."""

    finding: str
    """``RuleBroken.id``, as it was numbered in what was heard then."""
    stands: bool
    reason: str
    instructor: str
    at_utc: str
    broken: RuleBroken | None = None
    """What was judged, as it was heard then: a better transcript numbers its findings anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A remark of an instructor at a moment of the session."""

    at: float
    text: str
    """May be "" where it was spoken."""
    instructor: str
    at_utc: str
    voice: str = ""
    """What names the sound of a spoken note among those of its session; "" where it was written."""
    voice_s: float | None = None
    """How long a spoken note is, in seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceAdded:
    """A span of the session that an instructor holds up for a criterion; it moves no level by itself."""

    criterion: str
    span: Span
    quote: str
    """What was said in it, "" where nothing was."""
    instructor: str
    at_utc: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Joint:
    """What two assessors settled together where they differed: a level, or a word on a breach.

    It counts as any later word does, and is nobody's own level: how far people agree is told without it.
    """

    level: Override | None = None
    finding: Confirmation | None = None

    @property
    def said(self) -> Override | Confirmation:
        """Whichever it is."""
        word = self.level or self.finding
        assert word is not None, "a joint word says something"
        return word

    @property
    def instructor(self) -> str:
        return self.said.instructor

    @property
    def at_utc(self) -> str:
        return self.said.at_utc


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """An instructor takes a word back, or says it again after all; the word itself is never touched."""

    word: int
    """Its place among all words of the session, signatures too, from 0."""
    stands: bool
    """False: taken back; True: it holds again."""
    instructor: str
    at_utc: str
    erased: bool = False
    """Its sound was deleted for good: it cannot be said again."""


Word = Override | Confirmation | Note | EvidenceAdded | Joint | Withdrawal
"""What an instructor may say, beside signing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """All an instructor said of a session and did not take back, in the order it was said."""

    session: str
    overrides: tuple[Override, ...] = ()
    confirmations: tuple[Confirmation, ...] = ()
    notes: tuple[Note, ...] = ()
    evidence: tuple[EvidenceAdded, ...] = ()
    signed_by: str | None = None
    signed_at_utc: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What counts: the instructor's level where there is one, else the machine's."""

    levels: tuple[tuple[str, int | None], ...]
    total: float | None
    gates: tuple[GateOutcome, ...]
    passed: bool | None
