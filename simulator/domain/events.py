"""What happened, in the past tense.

``at`` is when the session could first know, in seconds since going live. A log of these is all that scoring,
review and replay ever read. Findings, the control desk, the crowd and the machine have their own modules; ``Event`` is
all of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from simulator.domain.crowd import (
    BuyersRefused,
    CardClicked,
    CartFilled,
    CommentPosted,
    CommentsUnseen,
    Followed,
    IncidentClosed,
    IncidentOpened,
    Liked,
    OrderCancelled,
    OrderPaid,
    OrderPlaced,
    OrderRefunded,
    QuestionsAbandoned,
    QuestionsResolved,
    RoomCounted,
    RoomHashed,
    StockChanged,
    ViewersEntered,
    ViewersLeft,
)
from simulator.domain.desk import (
    CommentPinned,
    CommentUnpinned,
    CountdownStarted,
    CouponEnded,
    CouponSent,
    DemonstrationMarked,
    DeskHandedOver,
    HostPrompted,
    IncidentDecided,
    LuckyBagOpened,
    PriceChanged,
    ProductPinned,
    ProductUnpinned,
    ReadAloud,
    RolesTaken,
    SegmentStarted,
    SoldOutMarked,
    StockAdded,
    StockCorrected,
    StockDrawn,
    StreamCut,
    StreamRestored,
    ViewerMuted,
)
from simulator.domain.findings import (
    CallToActionMade,
    ClaimChecked,
    CorrectionMade,
    DiscountTold,
    ElementHeard,
    FactContradicted,
    FactTold,
    FillerSaid,
    HostWasSilent,
    IncidentHandled,
    IncidentNoticed,
    PatternGivenUp,
    PriceTold,
    ProductMentioned,
    PromiseMade,
    QuestionAnswered,
    RuleBroken,
    StatementMade,
    ViewersGreeted,
)
from simulator.domain.machine import (
    DeviceFailed,
    DeviceReturned,
    DiskLow,
    PicturesDropped,
    QualityLowered,
    VitalsMeasured,
)
from simulator.domain.units import Seconds, Span

# ------------------------------------------------------------------------------------ the session itself


@dataclass(frozen=True, slots=True, kw_only=True)
class WentLive:
    """The stream began; ``at`` is 0."""

    at: Seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class WentOffAir:
    """The stream ended."""

    at: Seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Paused:
    """The session clock stood still for ``length`` seconds of the wall, beginning here."""

    at: Seconds
    length: Seconds


# ------------------------------------------------------------------------------------ the host speaks


@dataclass(frozen=True, slots=True)
class Word:
    """A word (a character or more in Chinese) with its time in the session."""

    text: str
    said: Span
    confidence: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HostSpoke:
    """A finished phrase, as the recogniser heard it; the room reacts to it at ``at``."""

    at: Seconds
    said: Span
    text: str
    words: tuple[Word, ...]
    engine: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EchoHeard:
    """The system's voice reading a comment, as the microphone heard it: nothing the host said."""

    at: Seconds
    said: Span
    text: str
    words: tuple[Word, ...]
    engine: str
    comment: str
    """``CommentPosted.id``"""


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceStarted:
    """The host began to speak."""

    at: Seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceStopped:
    """The host fell silent."""

    at: Seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundMeasured:
    """One second of sound; levels in dB relative to full scale (0 = clipping sine's RMS + 3)."""

    at: Seconds
    speech_dbfs: float | None
    """RMS of the voiced part; None where nobody spoke."""
    noise_dbfs: float | None
    """RMS of the quiet part; None where there was none."""
    clipped: float
    """Share of samples at full scale."""
    pitch_hz: tuple[float, ...]
    """Fundamental frequency of each voiced 40 ms frame, in order."""
    momentary_lufs: float | None = None
    short_term_lufs: float | None = None
    """Loudness of the last 0.4 s and the last 3 s (EBU R 128, EBU Tech 3341); None in silence, or unmeasured."""
    integrated_lufs: float | None = None
    """Loudness of the whole stream up to here, gated (ITU-R BS.1770)."""
    range_lu: float | None = None
    """Loudness range of the whole stream up to here (EBU Tech 3342)."""
    true_peak_dbtp: float | None = None
    """The highest peak between the samples so far, in dB relative to full scale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IslandHeard:
    """A short voiced sound with silence on both sides: a hesitation, or a word said on its own."""

    at: Seconds
    said: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureMeasured:
    """About one second of pictures, ended at ``at``: means over those that were looked at; shares are of all pixels."""

    at: Seconds
    luma: float
    """Mean brightness, 0..255."""
    too_dark: float
    too_bright: float
    sharpness: float
    """Variance of the Laplacian of the luma."""
    face: bool | None
    """Whether a face is in at least half of the pictures; None where nobody looked."""
    pictures: int = 1
    """How many were looked at."""
    skipped: int = 0
    """How many were due and not looked at, because the machine was busy."""
    face_share: float | None = None
    """Share of the pictures with a face; None where nobody looked."""
    looking: float | None = None
    """Share of those with a face in which the host looked at the camera; None uncalibrated, or without a face."""
    face_place: tuple[float, float, float, float] | None = None
    """The face's left, top, width and height, as shares of the picture."""
    face_luma: float | None = None
    beside_luma: float | None = None
    """Mean brightness of the face, and of all beside it."""
    shift: float | None = None
    """How far the picture as a whole moved from one to the next (root mean square), in shares of its width; None where
    it cannot be told."""
    frozen: float | None = None
    """Share of the pictures that were bit for bit the one before."""
    held: float | None = None
    """Share of the pictures in which something was held close before the camera; None where it cannot be told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LookingCalibrated:
    """The host looked into the camera for two seconds: from here on it is known what that looks like."""

    at: Seconds
    turn: float
    nod: float
    """The pose of that look (``perception.face.Pose``)."""
    pictures: int


Event: TypeAlias = (
    WentLive
    | WentOffAir
    | Paused
    | DeviceFailed
    | DeviceReturned
    | PicturesDropped
    | QualityLowered
    | DiskLow
    | VitalsMeasured
    | HostSpoke
    | EchoHeard
    | VoiceStarted
    | VoiceStopped
    | SoundMeasured
    | IslandHeard
    | PictureMeasured
    | LookingCalibrated
    | ProductMentioned
    | FactTold
    | FactContradicted
    | PriceTold
    | DiscountTold
    | PromiseMade
    | CorrectionMade
    | QuestionAnswered
    | CallToActionMade
    | ViewersGreeted
    | ElementHeard
    | StatementMade
    | ClaimChecked
    | RuleBroken
    | PatternGivenUp
    | FillerSaid
    | HostWasSilent
    | IncidentNoticed
    | IncidentHandled
    | SegmentStarted
    | DeskHandedOver
    | ProductPinned
    | ProductUnpinned
    | CouponSent
    | CountdownStarted
    | LuckyBagOpened
    | PriceChanged
    | SoldOutMarked
    | StockAdded
    | IncidentDecided
    | CommentPinned
    | CommentUnpinned
    | ViewerMuted
    | StockCorrected
    | StockDrawn
    | CouponEnded
    | StreamCut
    | StreamRestored
    | RolesTaken
    | HostPrompted
    | ReadAloud
    | DemonstrationMarked
    | ViewersEntered
    | ViewersLeft
    | CommentPosted
    | CommentsUnseen
    | QuestionsResolved
    | QuestionsAbandoned
    | Liked
    | Followed
    | CardClicked
    | CartFilled
    | OrderPlaced
    | OrderPaid
    | OrderCancelled
    | OrderRefunded
    | BuyersRefused
    | StockChanged
    | IncidentOpened
    | IncidentClosed
    | RoomCounted
    | RoomHashed
)

FINDINGS = (
    ProductMentioned,
    FactTold,
    FactContradicted,
    PriceTold,
    DiscountTold,
    PromiseMade,
    CorrectionMade,
    QuestionAnswered,
    CallToActionMade,
    ViewersGreeted,
    ElementHeard,
    StatementMade,
    ClaimChecked,
    RuleBroken,
    PatternGivenUp,
    FillerSaid,
    HostWasSilent,
    IncidentNoticed,
    IncidentHandled,
)
"""What perception makes of speech: replaced as a whole when a better transcript is heard."""


def as_heard(event: HostSpoke | EchoHeard) -> HostSpoke:
    """As the recogniser gave it, whoever spoke: parting it again finds the same."""
    if isinstance(event, HostSpoke):
        return event
    return HostSpoke(at=event.at, said=event.said, text=event.text, words=event.words, engine=event.engine)
