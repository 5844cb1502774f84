"""What the host said and did, as the room takes it (audience model, section 10).

==============================  ==========================================================================
event                           input of the model
==============================  ==========================================================================
VoiceStarted, VoiceStopped      speaking on, off
ProductMentioned                product mentioned
FactTold                        selling point: the fact's place on the card, with its quality; shipping and
                                after-sales facts also tell of service
PriceTold                       RIGHT: price given; WRONG: price given, and wrong; UNSURE, COMPARISON: nothing
QuestionAnswered                answer to its topic, whichever comments it covers
CallToActionMade                call to action, where it invites to order or to take a coupon
DemonstrationMarked             demonstration of the product on screen
ViewersGreeted                  viewers greeted
RuleBroken                      prohibited claim, severity 0, .25, .5, 1 for S1 (coaching only) .. S4
ClaimChecked                    MISSING or CONTRADICTED: fake urgency
FillerSaid                      filler, by its weight
ProductPinned, ProductUnpinned  card on screen, off screen
CouponSent                      coupon of the share off / price
CountdownStarted                countdown on the product on screen
LuckyBagOpened                  lottery
PriceChanged                    list price change
SoldOutMarked                   the product cannot be ordered
StockAdded                      units came in; the product can be ordered again
CouponEnded                     no coupon any more
StockDrawn                      units are gone; the counter is told in its time, or goes on showing them
StockCorrected                  the counter shows so many from now on; what can be ordered stays
StreamCut, StreamRestored       words (and demonstrations) do not reach the room, and do again
ViewerMuted                     a troublemaker or an honest viewer muted, see ``muting``
CommentPinned                   abuse, or a question, on top of the chat; other comments move nothing
IncidentHandled                 the trouble ends well
IncidentDecided                 ends well, does nothing, or ends badly, as its choice says
==============================  ==========================================================================

A card lifts attention only when another product comes on screen: pinning one product again and again tells nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from simulator.audience.acts import Act, Cut, Input
from simulator.audience.endings import outcomes
from simulator.audience.muting import INCIDENTS_OF_ABUSE, on_top, wronged
from simulator.audience.room import SERVICE_FACTS
from simulator.domain.compliance import Severity
from simulator.domain.desk import (
    CommentPinned,
    CountdownStarted,
    CouponEnded,
    CouponSent,
    DemonstrationMarked,
    IncidentDecided,
    Loss,
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
from simulator.domain.scenario import Incident, Scenario
from simulator.domain.taxonomy import Outcome, Taxonomy

CLAIM_SEVERITY = {Severity.S1: 0.0, Severity.S2: 0.25, Severity.S3: 0.5, Severity.S4: 1.0}
"""How hard a broken rule hits the room's trust, 0..1."""
BUYING_CALLS = ("order", "coupon")


class Inputs:
    """Words of the trade to numbers of the model, for one scenario with its incidents."""

    def __init__(self, scenario: Scenario, plans: Sequence[Incident], taxonomy: Taxonomy) -> None:
        self._products = {product.id: number for number, product in enumerate(scenario.products)}
        self._facts = [
            {fact.id: (place, fact.kind in SERVICE_FACTS) for place, fact in enumerate(product.facts)}
            for product in scenario.products
        ]
        self._troubles = {plan.id: number for number, plan in enumerate(plans)}
        self._choices = outcomes(plans, taxonomy)
        self._categories = taxonomy.categories
        self._abusive = frozenset(plan.id for plan in plans if plan.kind in INCIDENTS_OF_ABUSE)

    def acts(self, event: Event, focus: int) -> Iterator[Act]:
        """The inputs that one event is, in order; ``focus`` is the product on screen. None where it means nothing."""
        at = event.at
        match event:
            case VoiceStarted():
                yield Act(Input.SPEAKING, at)
            case VoiceStopped():
                yield Act(Input.SILENT, at)
            case ProductMentioned():
                yield Act(Input.MENTION, at, self._products.get(event.product, -1))
            case FactTold():
                number = self._products.get(event.product)
                if number is None or event.fact not in self._facts[number]:
                    return
                place, of_service = self._facts[number][event.fact]
                yield Act(Input.POINT, at, number, place, event.quality)
                if of_service:
                    yield Act(Input.SERVICE, at, amount=event.quality)
            case PriceTold():
                if event.verdict not in (PriceVerdict.RIGHT, PriceVerdict.WRONG):
                    return
                yield Act(Input.PRICE, at, focus if event.product is None else self._products.get(event.product, -1))
                if event.verdict is PriceVerdict.WRONG:
                    yield Act(Input.WRONG_PRICE, at)
            case QuestionAnswered():
                if event.topic is not None:
                    yield Act(Input.ANSWER, at, number=int(event.topic), amount=event.quality)
            case CallToActionMade():
                if event.kind in BUYING_CALLS:
                    yield Act(Input.CALL, at)
            case DemonstrationMarked():
                yield Act(Input.DEMONSTRATION, at)
            case ViewersGreeted():
                yield Act(Input.GREETING, at)
            case RuleBroken():
                yield Act(Input.CLAIM, at, amount=CLAIM_SEVERITY[event.severity])
            case ClaimChecked():
                if event.support in (Support.MISSING, Support.CONTRADICTED):
                    yield Act(Input.FALSE_URGENCY, at)
            case FillerSaid():
                yield Act(Input.FILLER, at, amount=event.weight)
            case ProductUnpinned():
                yield Act(Input.UNPIN, at)
            case CountdownStarted():
                yield Act(Input.COUNTDOWN, at, until=event.closes_at)
            case LuckyBagOpened():
                yield Act(Input.LOTTERY, at, until=event.closes_at)
            case StreamCut():
                yield Act(Input.CUT, at, number=int(Cut.STREAM if event.loss is Loss.STREAM else Cut.SOUND))
            case StreamRestored():
                yield Act(Input.RESTORED, at)
            case ViewerMuted():
                yield Act(Input.MUTE, at, amount=wronged(event, self._categories, self._abusive))
            case CommentPinned():
                yield Act(Input.COMMENT_ON_TOP, at, amount=on_top(event, self._categories))
            case IncidentHandled():
                yield from self._ended(Input.HANDLED, at, event.incident)
            case IncidentDecided():
                outcome = self._choices.get((event.incident, event.choice), Outcome.NOTHING)
                if outcome is not Outcome.NOTHING:
                    ends = Input.HANDLED if outcome is Outcome.SOLVES else Input.BUNGLED
                    yield from self._ended(ends, at, event.incident)
            case _:
                yield from self._desk(event)

    def _desk(self, event: Event) -> Iterator[Act]:
        """What is done to one product."""
        match event:
            case (
                ProductPinned() | CouponSent() | PriceChanged() | SoldOutMarked() | StockAdded()
                | CouponEnded() | StockDrawn() | StockCorrected()
            ):  # fmt: skip
                number = self._products.get(event.product)
                if number is None:
                    return
            case _:
                return
        at = event.at
        match event:
            case ProductPinned():
                yield Act(Input.PIN, at, number)
            case CouponSent():
                yield Act(Input.COUPON, at, number, event.off.hundredths, until=event.closes_at)
            case PriceChanged():
                yield Act(Input.LIST_PRICE, at, number, event.price.hundredths)
            case SoldOutMarked():
                yield Act(Input.SOLD_OUT, at, number)
            case StockAdded():
                yield Act(Input.RESTOCK, at, number, event.units)
            case CouponEnded():
                yield Act(Input.COUPON_END, at, number)
            case StockDrawn():
                yield Act(Input.DRAWN, at, number, event.units, amount=float(event.noticed))
            case StockCorrected():
                yield Act(Input.STOCK_SET, at, number, event.units)

    def _ended(self, code: Input, at: float, incident: str) -> Iterator[Act]:
        number = self._troubles.get(incident)
        if number is not None:
            yield Act(code, at, number=number)
