"""What perception makes of speech: the host's phrases, understood."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from simulator.domain.compliance import Severity
from simulator.domain.crowd import Way
from simulator.domain.scenario import Topic
from simulator.domain.units import Money, Seconds, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductMentioned:
    """A product's name was said."""

    at: Seconds
    said: Span
    product: str
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactTold:
    """A fact of a product was told; ``quality`` 0..1 is how surely and completely."""

    at: Seconds
    said: Span
    product: str
    fact: str
    quality: float
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactContradicted:
    """Something was said that the fact card does not bear out."""

    at: Seconds
    said: Span
    product: str
    fact: str
    quote: str


class PriceVerdict(StrEnum):
    """How a spoken price stands to the true one."""

    RIGHT = "right"
    WRONG = "wrong"
    UNSURE = "unsure"
    """The recogniser may have misheard it: never held against the host."""
    COMPARISON = "comparison"
    """A price of elsewhere, of before, or per part: not the asking price."""
    FITS = "fits"
    """A rough amount (四十不到), or the price of a part (一斤不到六块), that the true price bears out."""


class Exactness(StrEnum):
    """How exactly an amount was put."""

    EXACT = "exact"
    ABOUT = "about"
    """四十左右, about forty."""
    UNDER = "under"
    """四十不到, under forty."""
    OVER = "over"
    """四十出头, just over forty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceTold:
    """An amount of money was said."""

    at: Seconds
    said: Span
    product: str | None
    price: Money
    verdict: PriceVerdict
    quote: str
    exactness: Exactness = Exactness.EXACT
    per: str = ""
    """The part it is the price of, as it was said: "斤", "pound"; empty for the whole offer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscountTold:
    """Money off was told: an amount, a share of the price, or pieces for nothing.

    ``verdict`` holds it against the coupons and prices of that second: RIGHT where one takes off as much, WRONG where
    it was clearly heard and none does, UNSURE where that cannot be known, COMPARISON where it is another shop's.
    """

    at: Seconds
    said: Span
    product: str | None
    off: Money | None
    percent: float | None
    """Share of the price taken off, 0..100: 八折 and "20 percent off" are 20, 半价 is 50."""
    pieces: int | None
    """How many must be bought (满两件, "buy one get one" is 2); None where any number will do."""
    verdict: PriceVerdict
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionAnswered:
    """Open questions of one category were answered by one passage."""

    at: Seconds
    said: Span
    topic: Topic | None
    category: str
    comments: tuple[str, ...]
    """Ids of the comments it answered."""
    quality: float
    """Share of the required answer keys heard, less half for each forbidden one."""
    quote: str
    keys: tuple[str, ...] = ()
    """The answer keys that were heard, by the name of the fact they ask for, else their first wording."""
    waited: tuple[Seconds, ...] = ()
    """How long each of ``comments`` waited until the answer began; 0 where it shares one that was already given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallToActionMade:
    """Viewers were invited to buy, follow or share; ``kind`` is order, coupon, follow, share or comment."""

    at: Seconds
    said: Span
    kind: str
    names_the_way: bool
    """The link, the cart or the steps were named (rubric D2)."""
    quote: str
    names: tuple[str, ...] = ()
    """What was named beside it: link, cart, card, coupon, deadline, quantity, follow, fan_club, like, share, comment;
    a link's number as "link:3"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewersGreeted:
    """Viewers were welcomed; ``names`` are those who were named."""

    at: Seconds
    said: Span
    names: tuple[str, ...]
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ElementHeard:
    """A building block of a stream was heard: who_sells, reason_to_stay, invitation, suits, recap, after_sales,
    next_show, thanks, announced_end, apology …"""

    at: Seconds
    said: Span
    element: str
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementMade:
    """A statement the market requires was made (``RequiredStatement.id``)."""

    at: Seconds
    said: Span
    statement: str
    product: str | None
    quote: str


class Support(StrEnum):
    """What the true state of the room, or the papers on file, say of a claim."""

    SUPPORTED = "supported"
    MISSING = "missing"
    CONTRADICTED = "contradicted"
    NOT_CHECKED = "not_checked"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimChecked:
    """A scarcity, deadline or comparison-price claim was held against the true state, whatever came out (rubric F3)."""

    at: Seconds
    said: Span
    category: str
    support: Support
    truth: str
    """The figure it was checked against, for the screen: "stock 120"."""
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleBroken:
    """A wording that a rule forbids; S3 and S4 stand only once an instructor confirms."""

    at: Seconds
    said: Span
    id: str
    """Unique in the session: "r3"."""
    category: str
    pattern: str
    severity: Severity
    support: Support
    quote: str
    """The offending words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternGivenUp:
    """A pattern (or exception) of the rule pack took too long: from here on it is not looked for."""

    at: Seconds
    said: Span
    """The phrase it was tried on."""
    category: str
    pattern: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseMade:
    """Something was promised: when it ships, what is paid for a bad piece, how long it may be sent back.

    CONTRADICTED is a promise beyond what the fact card holds, MISSING one the card says nothing of.
    """

    at: Seconds
    said: Span
    product: str | None
    kind: str
    """ship, arrive, refund, replace, return, compensate, keep_price or gift."""
    within: Seconds | None
    """The term that was given, None without one."""
    support: Support
    truth: str
    """What the card says of it, for the screen."""
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionMade:
    """The host put right what was said shortly before: "说错了，是…", "sorry, I meant…"."""

    at: Seconds
    said: Span
    product: str | None
    replaces: Span
    """When the statement that no longer holds was said."""
    what: str
    """price, fact, discount, promise or claim."""
    fact: str | None
    """The fact it concerns, where it is one."""
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FillerSaid:
    """A filler; ``weight`` 1 for a hesitation sound, 0.5 for a filler word (rubric E2)."""

    at: Seconds
    said: Span
    weight: float
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HostWasSilent:
    """Nobody spoke for this long; noted when speech came back, or at the end."""

    at: Seconds
    said: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentNoticed:
    """The first right word to an open incident: part of what it asks for."""

    at: Seconds
    said: Span
    incident: str
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentHandled:
    """What an incident asks for was said, or done at the desk, while it was open: it ends well."""

    at: Seconds
    said: Span
    incident: str
    quote: str
    by: Way | None = None
    """How; None where it was not noted."""
