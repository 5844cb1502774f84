"""What the host did at the control desk."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.domain.units import Money, Seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentStarted:
    """The host moved to a segment of the run of show."""

    at: Seconds
    segment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskHandedOver:
    """An assistant works the control desk from here on: what is done there is not the host's merit."""

    at: Seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductPinned:
    """A product's card went on screen."""

    at: Seconds
    product: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductUnpinned:
    """No card is on screen."""

    at: Seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class CouponSent:
    """The host gave viewers money off, until ``closes_at``."""

    at: Seconds
    product: str
    off: Money
    closes_at: Seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class CountdownStarted:
    """A countdown for the pinned product is on screen, until ``closes_at``."""

    at: Seconds
    closes_at: Seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class LuckyBagOpened:
    """Viewers may enter a draw, until ``closes_at``."""

    at: Seconds
    closes_at: Seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceChanged:
    """The list price of a product was changed."""

    at: Seconds
    product: str
    price: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class SoldOutMarked:
    """The host marked a product as sold out: nobody can order it."""

    at: Seconds
    product: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentPinned:
    """A comment was put on top of the chat."""

    at: Seconds
    comment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DemonstrationMarked:
    """The host marked a demonstration on camera, from ``since`` to ``at``."""

    at: Seconds
    since: Seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class StockAdded:
    """Units of a product came in; what was marked as sold out can be ordered again."""

    at: Seconds
    product: str
    units: int


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentDecided:
    """The host took a numbered choice in an incident, from 0 (``IncidentKind.choices``)."""

    at: Seconds
    incident: str
    choice: int
