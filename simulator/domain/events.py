"""What happened, in the past tense.

``at`` is when the session could first know, in seconds since going live. A log of these is all that scoring,
review and replay ever read. Findings, the control desk and the crowd have their own modules; ``Event`` is all of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
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
    CountdownStarted,
    CouponSent,
    DemonstrationMarked,
    DeskHandedOver,
    IncidentDecided,
    LuckyBagOpened,
    PriceChanged,
    ProductPinned,
    ProductUnpinned,
    SegmentStarted,
    SoldOutMarked,
    StockAdded,
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
    PatternGivenUp,
    PriceTold,
    ProductMentioned,
    PromiseMade,
    QuestionAnswered,
    RuleBroken,
    StatementMade,
    ViewersGreeted,
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


class Device(StrEnum):
    """What can fail beside a session."""

    CAMERA = "camera"
    MICROPHONE = "microphone"
    RECOGNISER = "recogniser"
    RECORDER = "recorder"
    LOG = "log"
    """The data folder, into which the session is written down."""


class Fault(StrEnum):
    """How it failed."""

    MISSING = "missing"
    BUSY = "busy"
    BLOCKED = "blocked"
    LOST = "lost"
    FROZEN = "frozen"
    UNREADABLE = "unreadable"
    DISK_FULL = "disk_full"
    SLOW = "slow"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceFailed:
    """A device was lost; the session goes on without it."""

    at: Seconds
    device: Device
    fault: Fault


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceReturned:
    """A lost device works again."""

    at: Seconds
    device: Device


@dataclass(frozen=True, slots=True, kw_only=True)
class PicturesDropped:
    """Pictures that never reached the recording, since the last such event."""

    at: Seconds
    count: int


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


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureMeasured:
    """One picture a second; shares are of all pixels."""

    at: Seconds
    luma: float
    """Mean brightness, 0..255."""
    too_dark: float
    too_bright: float
    sharpness: float
    """Variance of the Laplacian of the luma."""
    face: bool | None
    """Whether a face is in the picture; None where nobody looked."""


Event: TypeAlias = (
    WentLive
    | WentOffAir
    | Paused
    | DeviceFailed
    | DeviceReturned
    | PicturesDropped
    | HostSpoke
    | VoiceStarted
    | VoiceStopped
    | SoundMeasured
    | PictureMeasured
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
    IncidentHandled,
)
"""What perception makes of speech: replaced as a whole when a better transcript is heard."""
