"""What the audience did, each change with its cause."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from simulator.domain.scenario import Topic
from simulator.domain.units import Money, Seconds


class Reason(StrEnum):
    """What moved the crowd, in one word; the screen words it."""

    ARRIVAL = "arrival"
    BURST = "burst"
    CHANCE = "chance"
    """Nothing the host did stands out: the natural turnover."""
    ATTENTION = "attention"
    SILENCE = "silence"
    TRUST = "trust"
    DISTRUST = "distrust"
    DISCONTENT = "discontent"
    UNDERSTANDING = "understanding"
    NOT_UNDERSTOOD = "not_understood"
    PRICE_CLEAR = "price_clear"
    PRICE_UNCLEAR = "price_unclear"
    CALL_TO_ACTION = "call_to_action"
    URGENCY = "urgency"
    FALSE_URGENCY = "false_urgency"
    DISCOUNT = "discount"
    DEARER = "dearer"
    SOCIAL_PROOF = "social_proof"
    LUCKY_BAG = "lucky_bag"
    ANSWERED = "answered"
    UNANSWERED = "unanswered"
    OUT_OF_STOCK = "out_of_stock"
    INCIDENT = "incident"
    PEERS = "peers"
    """Comments draw comments."""
    MUTED = "muted"
    """A viewer was muted who had done nothing to deserve it."""


@dataclass(frozen=True, slots=True)
class Cause:
    """Why something happened in the crowd: the strongest driver, and the moment that set it going."""

    reason: Reason
    since: Seconds | None = None
    """``at`` of the host event (or comment) that contributed most; None where there is none."""
    strength: float = 0.0
    """The driver's part in the log odds, or log rate, against a neutral room; signed."""
    share: float = 0.0
    """The driver's share, 0..1, of all that pushed the same way."""


@dataclass(frozen=True, slots=True)
class Viewer:
    """A viewer who was seen: a name and which kind of viewer it is."""

    id: str
    name: str
    segment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewersEntered:
    """Viewers came in."""

    at: Seconds
    count: int
    cause: Cause


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewersLeft:
    """Viewers went away."""

    at: Seconds
    count: int
    cause: Cause


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentPosted:
    """A comment that everyone could read."""

    at: Seconds
    id: str
    viewer: Viewer
    text: str
    category: str
    """Of the comment taxonomy."""
    topic: Topic | None
    product: str | None
    wants_answer: bool
    priority: int
    expires_at: Seconds
    stands_for: int
    """How many viewers wait with the same question, this one included."""
    cause: Cause
    incident: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentsUnseen:
    """Comments that went by too fast to be shown."""

    at: Seconds
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionsResolved:
    """Waiting viewers who got their answer."""

    at: Seconds
    topic: Topic
    count: int
    cause: Cause


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionsAbandoned:
    """Waiting viewers who gave up or left."""

    at: Seconds
    topic: Topic
    count: int
    cause: Cause


@dataclass(frozen=True, slots=True, kw_only=True)
class Liked:
    """Likes."""

    at: Seconds
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """New followers."""

    at: Seconds
    count: int
    cause: Cause


@dataclass(frozen=True, slots=True, kw_only=True)
class CardClicked:
    """Viewers opened the product card."""

    at: Seconds
    product: str
    count: int
    cause: Cause


@dataclass(frozen=True, slots=True, kw_only=True)
class CartFilled:
    """Viewers put the product into their cart without ordering."""

    at: Seconds
    product: str
    count: int
    cause: Cause


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderPlaced:
    """One unit was ordered at ``price``."""

    at: Seconds
    order: str
    viewer: Viewer
    product: str
    price: Money
    cause: Cause


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderPaid:
    """An order was paid."""

    at: Seconds
    order: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderCancelled:
    """An order was cancelled before it was paid."""

    at: Seconds
    order: str
    cause: Cause


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderRefunded:
    """Goods came back after the stream; ``at`` is when the stream ended."""

    at: Seconds
    order: str
    refund: Money
    cause: Cause


@dataclass(frozen=True, slots=True, kw_only=True)
class BuyersRefused:
    """Viewers wanted to order and there was no stock."""

    at: Seconds
    product: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StockChanged:
    """Units left of a product: the truth, and what the shop's counter shows."""

    at: Seconds
    product: str
    left: int
    counter: int


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentOpened:
    """A planned surprise began."""

    at: Seconds
    incident: str
    kind: str


class Way(StrEnum):
    """What ended a surprise."""

    SPEECH = "speech"
    CHOICE = "choice"
    DESK = "desk"
    ANSWER = "answer"
    """The answer to one of its own comments."""
    TIME = "time"
    """Its window passed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentClosed:
    """A surprise ended: handled, made worse, or its window passed."""

    at: Seconds
    incident: str
    handled: bool
    lead: Seconds | None = None
    """From its opening to the first right step; None where there was none, or where it was not noted."""
    by: Way | None = None
    """What ended it; None where it was not noted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomCounted:
    """The room once a second: totals so far, and the state of mind of the crowd (0..1)."""

    at: Seconds
    online: int
    entered: int
    left: int
    comments: int
    questions: int
    waiting: int
    likes: int
    follows: int
    clicks: int
    orders: int
    paid: int
    attention: float
    trust: float
    discontent: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomHashed:
    """A fingerprint of every counter of the room, once a minute: a replay that differs shows in which minute."""

    at: Seconds
    counters: str
    """SHA-256 in hexadecimal."""
