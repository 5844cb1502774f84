"""What was done at the control desk: by the host, or by others."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from simulator.domain.units import Money, Seconds


class Hand(StrEnum):
    """Whose act it is: only the host's own is the host's merit, or fault."""

    HOST = "host"
    DESK = "desk"
    """The person at the control desk, where that is another than the host."""
    ROBOT = "robot"
    """The program, standing in for a person at the desk."""
    SHOP = "shop"
    """The shop or the platform: an incident that happens to the host."""


def hand_of(act: object) -> Hand:
    """Whose act an event is; the host's own where it does not say."""
    hand = getattr(act, "by", Hand.HOST)
    return hand if isinstance(hand, Hand) else Hand.HOST


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentStarted:
    """The host moved to a segment of the run of show."""

    at: Seconds
    segment: str
    by: Hand = Hand.HOST


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskHandedOver:
    """An assistant works the control desk from here on: what is done there is not the host's merit."""

    at: Seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductPinned:
    """A product's card went on screen."""

    at: Seconds
    product: str
    by: Hand = Hand.HOST


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductUnpinned:
    """No card is on screen."""

    at: Seconds
    by: Hand = Hand.HOST


@dataclass(frozen=True, slots=True, kw_only=True)
class CouponSent:
    """The host gave viewers money off, until ``closes_at``."""

    at: Seconds
    product: str
    off: Money
    closes_at: Seconds
    by: Hand = Hand.HOST


@dataclass(frozen=True, slots=True, kw_only=True)
class CouponEnded:
    """A coupon stopped working before its time."""

    at: Seconds
    product: str
    by: Hand = Hand.SHOP


@dataclass(frozen=True, slots=True, kw_only=True)
class CountdownStarted:
    """A countdown for the pinned product is on screen, until ``closes_at``."""

    at: Seconds
    closes_at: Seconds
    by: Hand = Hand.HOST


@dataclass(frozen=True, slots=True, kw_only=True)
class LuckyBagOpened:
    """Viewers may enter a draw, until ``closes_at``."""

    at: Seconds
    closes_at: Seconds
    prize: str = ""
    """What can be won, as it was typed; empty where nothing was."""
    by: Hand = Hand.HOST


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceChanged:
    """The list price of a product was changed."""

    at: Seconds
    product: str
    price: Money
    by: Hand = Hand.HOST


@dataclass(frozen=True, slots=True, kw_only=True)
class SoldOutMarked:
    """The host marked a product as sold out: nobody can order it."""

    at: Seconds
    product: str
    by: Hand = Hand.HOST


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentPinned:
    """A comment was put on top of the chat."""

    at: Seconds
    comment: str
    category: str = ""
    """Of what it says (``CommentCategory.id``); empty where that is not known."""
    by: Hand = Hand.HOST


@dataclass(frozen=True, slots=True, kw_only=True)
class DemonstrationMarked:
    """The host marked a demonstration on camera, from ``since`` to ``at``."""

    at: Seconds
    since: Seconds
    by: Hand = Hand.HOST


@dataclass(frozen=True, slots=True, kw_only=True)
class StockAdded:
    """Units of a product came in; what was marked as sold out can be ordered again."""

    at: Seconds
    product: str
    units: int
    by: Hand = Hand.HOST


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentDecided:
    """The host took a numbered choice in an incident, from 0 (``IncidentKind.choices``)."""

    at: Seconds
    incident: str
    choice: int
    by: Hand = Hand.HOST


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentUnpinned:
    """No comment is on top of the chat."""

    at: Seconds
    by: Hand = Hand.HOST


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewerMuted:
    """A viewer can write no more in this stream."""

    at: Seconds
    viewer: str
    """``Viewer.id``"""
    wrote: tuple[str, ...] = ()
    """Categories of what others had read of him until then, each once; empty where nothing was."""
    incidents: tuple[str, ...] = ()
    """The incidents he had a voice in, by id."""
    by: Hand = Hand.HOST


@dataclass(frozen=True, slots=True, kw_only=True)
class StockCorrected:
    """The counter of a product was set to what is really there."""

    at: Seconds
    product: str
    units: int
    by: Hand = Hand.HOST


@dataclass(frozen=True, slots=True, kw_only=True)
class StockDrawn:
    """Units of a product were sold elsewhere: another shop draws on the same stock."""

    at: Seconds
    product: str
    units: int
    noticed: bool = True
    """Whether the counter comes to know of it in its usual time; if not, it shows what is not there."""
    by: Hand = Hand.SHOP


class Loss(StrEnum):
    """What of the stream does not reach the viewers."""

    SOUND = "sound"
    STREAM = "stream"
    """Sound and picture: the last picture stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamCut:
    """Viewers no longer get a part of the stream; the recording goes on with all of it."""

    at: Seconds
    loss: Loss
    by: Hand = Hand.SHOP


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamRestored:
    """Viewers get the whole stream again."""

    at: Seconds
    by: Hand = Hand.SHOP


@dataclass(frozen=True, slots=True, kw_only=True)
class RolesTaken:
    """Who hosts and who works the control desk from here on (``Trainee.id``); None where nobody does."""

    at: Seconds
    second: str | None
    """The second host."""
    desk: str | None
    """At the control desk; None where the host works it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HostPrompted:
    """Whoever works the control desk sent the host a line; no viewer saw it."""

    at: Seconds
    text: str
    by: Hand = Hand.DESK


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadAloud:
    """A comment was read out by the system's voice, for ``length`` seconds or until stopped."""

    at: Seconds
    comment: str
    length: Seconds
