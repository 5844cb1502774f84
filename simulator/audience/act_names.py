"""What a host's acts are called: by kind, and by the group of criteria they are marked under."""

from __future__ import annotations

from enum import StrEnum

from simulator.audience.inputs import BUYING_CALLS
from simulator.domain.desk import (
    CommentPinned,
    CountdownStarted,
    CouponEnded,
    CouponSent,
    DemonstrationMarked,
    Hand,
    IncidentDecided,
    LuckyBagOpened,
    PriceChanged,
    ProductPinned,
    ProductUnpinned,
    SoldOutMarked,
    StockAdded,
    StockCorrected,
    StockDrawn,
    StreamCut,
    StreamRestored,
    ViewerMuted,
    hand_of,
)
from simulator.domain.events import Event, VoiceStarted, VoiceStopped
from simulator.domain.findings import (
    CallToActionMade,
    ClaimChecked,
    FactTold,
    FillerSaid,
    IncidentHandled,
    PriceTold,
    PriceVerdict,
    ProductMentioned,
    QuestionAnswered,
    RuleBroken,
    Support,
    ViewersGreeted,
)


class ActKind(StrEnum):
    """The acts of a host that the room takes in (audience model, section 10)."""

    POINT = "point"
    MENTION = "mention"
    PRICE = "price"
    WRONG_PRICE = "wrong_price"
    ANSWER = "answer"
    CALL = "call"
    DEMONSTRATION = "demonstration"
    GREETING = "greeting"
    CLAIM = "claim"
    FALSE_URGENCY = "false_urgency"
    FILLER = "filler"
    SPEECH = "speech"
    SILENCE = "silence"
    PIN = "pin"
    UNPIN = "unpin"
    COUPON = "coupon"
    COUNTDOWN = "countdown"
    LOTTERY = "lottery"
    LIST_PRICE = "list_price"
    SOLD_OUT = "sold_out"
    RESTOCK = "restock"
    COUNTER = "counter"
    """The counter corrected."""
    MUTE = "mute"
    COMMENT_ON_TOP = "comment_on_top"
    INCIDENT = "incident"
    """An incident dealt with, by word or by choice."""


class Group(StrEnum):
    """The groups of criteria that the model can tell apart (section 10)."""

    ATTENTION = "attention"
    KNOWLEDGE = "product_knowledge"
    PRICE = "price_discipline"
    RESPONSIVENESS = "responsiveness"
    TRUST = "trust_and_compliance"
    CLOSING = "closing"


_PLAIN: dict[type[Event], ActKind] = {
    FactTold: ActKind.POINT,
    ProductMentioned: ActKind.MENTION,
    DemonstrationMarked: ActKind.DEMONSTRATION,
    ViewersGreeted: ActKind.GREETING,
    RuleBroken: ActKind.CLAIM,
    FillerSaid: ActKind.FILLER,
    VoiceStarted: ActKind.SPEECH,
    VoiceStopped: ActKind.SILENCE,
    ProductPinned: ActKind.PIN,
    ProductUnpinned: ActKind.UNPIN,
    CouponSent: ActKind.COUPON,
    CountdownStarted: ActKind.COUNTDOWN,
    LuckyBagOpened: ActKind.LOTTERY,
    PriceChanged: ActKind.LIST_PRICE,
    SoldOutMarked: ActKind.SOLD_OUT,
    StockAdded: ActKind.RESTOCK,
    StockCorrected: ActKind.COUNTER,
    ViewerMuted: ActKind.MUTE,
    CommentPinned: ActKind.COMMENT_ON_TOP,
    IncidentHandled: ActKind.INCIDENT,
    IncidentDecided: ActKind.INCIDENT,
}
_PRICES = {PriceVerdict.RIGHT: ActKind.PRICE, PriceVerdict.WRONG: ActKind.WRONG_PRICE}
_GROUPS = {
    ActKind.GREETING: Group.ATTENTION,
    ActKind.FILLER: Group.ATTENTION,
    ActKind.SPEECH: Group.ATTENTION,
    ActKind.SILENCE: Group.ATTENTION,
    ActKind.LOTTERY: Group.ATTENTION,
    ActKind.POINT: Group.KNOWLEDGE,
    ActKind.MENTION: Group.KNOWLEDGE,
    ActKind.DEMONSTRATION: Group.KNOWLEDGE,
    ActKind.PRICE: Group.PRICE,
    ActKind.WRONG_PRICE: Group.PRICE,
    ActKind.ANSWER: Group.RESPONSIVENESS,
    ActKind.INCIDENT: Group.TRUST,
    ActKind.MUTE: Group.TRUST,
    ActKind.CLAIM: Group.TRUST,
    ActKind.FALSE_URGENCY: Group.TRUST,
    ActKind.CALL: Group.CLOSING,
    ActKind.COUPON: Group.CLOSING,
    ActKind.COUNTDOWN: Group.CLOSING,
}


HAPPENINGS = (CouponEnded, StockDrawn, StreamCut, StreamRestored)
"""What moves the room and is no way of presenting."""


def reaches(event: Event) -> bool:
    """Whether the room takes an event in, whoever did it."""
    return _kind(event) is not None or isinstance(event, HAPPENINGS)


def kind_of(event: Event) -> ActKind | None:
    """Which act an event is; None where the room takes nothing in, and for what the shop does to the host."""
    return None if hand_of(event) is Hand.SHOP else _kind(event)


def _kind(event: Event) -> ActKind | None:
    match event:
        case PriceTold():
            return _PRICES.get(event.verdict)
        case QuestionAnswered():
            return ActKind.ANSWER if event.topic is not None else None
        case CallToActionMade():
            return ActKind.CALL if event.kind in BUYING_CALLS else None
        case ClaimChecked():
            return ActKind.FALSE_URGENCY if event.support in (Support.MISSING, Support.CONTRADICTED) else None
        case _:
            return _PLAIN.get(type(event))


def group_of(event: Event) -> Group | None:
    """Which criteria an event counts towards; None for what belongs to the room rather than to how it is presented.

    Nor does what another than the host did count towards any.
    """
    kind = kind_of(event) if hand_of(event) is Hand.HOST else None
    return _GROUPS.get(kind) if kind is not None else None


def subject_of(event: Event) -> str:
    """What an act is about: the product and fact, the topic; empty where the kind says it all."""
    match event:
        case FactTold():
            return f"{event.product}/{event.fact}"
        case QuestionAnswered():
            return event.topic.name.lower() if event.topic is not None else ""
        case RuleBroken() | ClaimChecked():
            return event.category
        case IncidentHandled() | IncidentDecided():
            return event.incident
        case ViewerMuted():
            return event.viewer
        case PriceTold() | ProductMentioned() | ProductPinned() | CouponSent() | PriceChanged() | SoldOutMarked():
            return event.product or ""
        case _:
            return ""
