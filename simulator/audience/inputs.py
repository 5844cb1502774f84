"""What the host said and did, as the room takes it (audience model, section 10).

==============================  ==========================================================================
event                           input of the model
==============================  ==========================================================================
VoiceStarted, VoiceStopped      speaking on, off
ProductMentioned                product mentioned
FactTold                        selling point: the fact's place on the card, with its quality; shipping and
                                after-sales facts also tell of service
PriceTold                       RIGHT: price given; WRONG: wrong price; UNSURE, COMPARISON: nothing
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
==============================  ==========================================================================

A card lifts attention only when another product comes on screen: pinning one product again and again tells nothing.
"""

from __future__ import annotations

from math import exp

from simulator.audience.parameters import Act, Parameters
from simulator.audience.room import SERVICE_FACTS, Offer, ProductRoom, Room
from simulator.domain.compliance import Severity
from simulator.domain.crowd import Reason
from simulator.domain.desk import (
    CountdownStarted,
    CouponSent,
    DemonstrationMarked,
    LuckyBagOpened,
    PriceChanged,
    ProductPinned,
    ProductUnpinned,
    SoldOutMarked,
)
from simulator.domain.events import Event, VoiceStarted, VoiceStopped
from simulator.domain.findings import (
    CallToActionMade,
    ClaimChecked,
    FactTold,
    FillerSaid,
    PriceTold,
    PriceVerdict,
    ProductMentioned,
    QuestionAnswered,
    RuleBroken,
    Support,
    ViewersGreeted,
)
from simulator.domain.scenario import Scenario, Topic
from simulator.domain.units import Seconds

CLAIM_SEVERITY = {Severity.S1: 0.0, Severity.S2: 0.25, Severity.S3: 0.5, Severity.S4: 1.0}
"""How hard a broken rule hits the room's trust, 0..1."""
BUYING_CALLS = ("order", "coupon")


class Inputs:
    """Applies the host's events to a room of one scenario."""

    def __init__(self, scenario: Scenario, par: Parameters) -> None:
        self._par = par
        self._products = {product.id: number for number, product in enumerate(scenario.products)}
        self._facts = [
            {fact.id: (place, fact.kind in SERVICE_FACTS) for place, fact in enumerate(product.facts)}
            for product in scenario.products
        ]

    def apply(self, room: Room, event: Event) -> None:
        """Let the room take one event in; one that means nothing to it changes nothing."""
        par = self._par
        match event:
            case VoiceStarted():
                room.speaking = True
            case VoiceStopped():
                if room.speaking:
                    room.silent_since = event.at
                room.speaking = False
            case ProductMentioned():
                fresh = _use(room, par, Act.MENTION)
                number = self._products.get(event.product)
                if number is not None:
                    _understand(room.products[number], event.at, par.mention_understanding * fresh)
                _interest(room, event.at, par.mention_attention * fresh)
            case FactTold():
                self._point(room, event)
            case PriceTold():
                self._price(room, event)
            case QuestionAnswered():
                if event.topic is not None:
                    best = room.answers.get(int(event.topic))
                    if best is None or event.quality > best[0]:
                        room.answers[int(event.topic)] = (event.quality, event.at)
            case CallToActionMade():
                if event.kind in BUYING_CALLS:
                    fresh = _use(room, par, Act.CALL_TO_ACTION)
                    room.about_pulse.add(event.at, max(0.0, fresh - room.pulse))
                    room.pulse = max(room.pulse, fresh)
                    _interest(room, event.at, par.call_attention * fresh)
            case DemonstrationMarked():
                fresh = _use(room, par, Act.DEMONSTRATION)
                _trust(room, event.at, par.show_trust * fresh * (1 - room.trust))
                if room.focus is not None:
                    _understand(room.products[room.focus], event.at, par.show_understanding * fresh)
                _interest(room, event.at, par.show_attention * fresh)
            case ViewersGreeted():
                _interest(room, event.at, par.greet_attention * _use(room, par, Act.GREETING))
            case RuleBroken():
                severity = CLAIM_SEVERITY[event.severity]
                _trust(room, event.at, -par.claim_trust * severity * room.trust)
                upset(room, event.at, par.claim_discontent * severity)
            case ClaimChecked():
                if event.support in (Support.MISSING, Support.CONTRADICTED):
                    lift = par.false_urgency * (1 - room.false_urgency)
                    room.false_urgency += lift
                    room.about_false_urgency.add(event.at, lift)
                    _trust(room, event.at, -par.false_urgency_trust * room.trust)
            case FillerSaid():
                loss = par.filler_attention * event.weight * room.attention
                room.attention -= loss
                room.about_attention.add(event.at, -loss)
            case _:
                self._desk(room, event)

    def _point(self, room: Room, event: FactTold) -> None:
        par = self._par
        number = self._products.get(event.product)
        if number is None or event.fact not in self._facts[number]:
            return
        place, of_service = self._facts[number][event.fact]
        new = 1 - par.habituation * float(room.heard_points[number, place])
        _understand(room.products[number], event.at, par.point_understanding * event.quality * new)
        room.heard_points[number, place] = 1.0
        if of_service:
            lift = par.point_service * event.quality * (1 - room.service)
            room.service += lift
            room.about_service.add(event.at, lift)

    def _price(self, room: Room, event: PriceTold) -> None:
        par = self._par
        if event.verdict not in (PriceVerdict.RIGHT, PriceVerdict.WRONG):
            return
        number = room.focus if event.product is None else self._products.get(event.product)
        if number is not None:
            product = room.products[number]
            lift = par.price_clarity * _use(room, par, Act.PRICE) * (1 - product.price_clarity)
            product.price_clarity += lift
            product.about_price.add(event.at, lift)
        if event.verdict is PriceVerdict.WRONG:
            _trust(room, event.at, -par.wrong_price_trust * room.trust)
            upset(room, event.at, par.wrong_price_discontent)

    def _desk(self, room: Room, event: Event) -> None:
        par = self._par
        match event:
            case ProductPinned():
                number = self._products.get(event.product)
                if number is None:
                    return
                if number != room.last_focus:
                    _interest(room, event.at, par.card_attention)
                room.focus = room.last_focus = number
                room.focus_at = event.at
            case ProductUnpinned():
                room.focus = None
                room.focus_at = None
            case CouponSent():
                number = self._products.get(event.product)
                if number is None:
                    return
                fresh = _use(room, par, Act.COUPON)
                product = room.products[number]
                off = min(event.off.hundredths, product.price - 1)
                product.coupon = Offer(event.at, event.closes_at, fresh, off)
                _interest(room, event.at, par.coupon_attention * fresh)
            case CountdownStarted():
                if room.focus is not None:
                    fresh = _use(room, par, Act.COUNTDOWN)
                    room.products[room.focus].countdown = Offer(event.at, event.closes_at, fresh)
            case LuckyBagOpened():
                fresh = _use(room, par, Act.LOTTERY)
                room.lottery = Offer(event.at, event.closes_at, fresh)
                _interest(room, event.at, par.lottery_attention * fresh)
            case PriceChanged():
                number = self._products.get(event.product)
                if number is not None:
                    room.products[number].price = max(event.price.hundredths, 1)
                    room.products[number].price_changed_at = event.at
            case SoldOutMarked():
                number = self._products.get(event.product)
                if number is not None:
                    room.products[number].sold_out = True
                    room.products[number].sold_out_at = event.at
            case _:
                pass


def relax(room: Room, par: Parameters, now: Seconds, fades: Fades) -> None:
    """Let the covariates of one tick go their way, and end what has run out."""
    silent = silence(room, par, now)
    target = par.attention_silent if silent else par.attention_spoken
    keep = fades.attention_silent if silent else fades.attention
    room.attention = target + (room.attention - target) * keep
    room.about_attention.fade(keep)
    room.trust = 0.5 + (room.trust - 0.5) * fades.trust
    room.about_trust.fade(fades.trust)
    room.discontent *= fades.discontent
    room.about_discontent.fade(fades.discontent)
    room.service *= fades.service
    room.about_service.fade(fades.service)
    room.pulse *= fades.pulse
    room.about_pulse.fade(fades.pulse)
    room.false_urgency *= fades.false_urgency
    room.about_false_urgency.fade(fades.false_urgency)
    for act, keep in enumerate(fades.acts):
        room.freshness[act] = 1 - (1 - room.freshness[act]) * keep
    if room.lottery is not None and now >= room.lottery.closes_at:
        room.lottery = None
    for product in room.products:
        if product.coupon is not None and now >= product.coupon.closes_at:
            product.coupon = None
        if product.countdown is not None and now >= product.countdown.closes_at:
            product.countdown = None
    if room.focus is not None:
        # The card says what it costs: whatever is told of the price adds to that.
        shown = room.products[room.focus]
        shown.price_clarity = max(shown.price_clarity, par.card_price_floor)


def silence(room: Room, par: Parameters, now: Seconds) -> bool:
    """Whether nobody has spoken for so long that the room minds."""
    return not room.speaking and now - room.silent_since >= par.silence_after_s


class Fades:
    """What is left of each covariate after one tick."""

    def __init__(self, par: Parameters) -> None:
        dt = par.tick_s
        self.attention = exp(-dt / par.attention_fade_s)
        self.attention_silent = exp(-dt / par.attention_fade_silent_s)
        self.trust = exp(-dt / par.trust_fade_s)
        self.discontent = exp(-dt / par.discontent_fade_s)
        self.service = exp(-dt / par.service_fade_s)
        self.pulse = exp(-dt / par.pulse_fade_s)
        self.false_urgency = exp(-dt / par.false_urgency_fade_s)
        self.proof = exp(-dt / par.proof_fade_s)
        self.excitation = exp(-dt / par.excitation_fade_s)
        self.acts = tuple(exp(-dt / recover) for recover in par.recover_s)


def answered(room: Room, par: Parameters) -> None:
    """What an answer tells everybody, whether or not anybody waited for it (4.3)."""
    focus = None if room.focus is None else room.products[room.focus]
    for topic, (quality, at) in sorted(room.answers.items()):
        told = quality * (1 - par.habituation * float(room.heard_answers[topic]))
        room.heard_answers[topic] = 1.0
        match Topic(topic):
            case Topic.PRICE:
                if focus is not None:
                    lift = par.answer_price * told * (1 - focus.price_clarity)
                    focus.price_clarity += lift
                    focus.about_price.add(at, lift)
            case Topic.SPECIFICATION | Topic.FIT | Topic.USE:
                if focus is not None:
                    _understand(focus, at, par.answer_understanding * told)
            case Topic.TRUST:
                _trust(room, at, par.answer_trust * told * (1 - room.trust))
            case Topic.SHIPPING | Topic.RETURNS:
                lift = par.answer_service * told * (1 - room.service)
                room.service += lift
                room.about_service.add(at, lift)
            case _:
                pass


def relieved(room: Room, par: Parameters, resolved: int, online: int) -> None:
    """How getting their answers moves those who waited, and those who saw it (4.3)."""
    quality, at = max(room.answers.values())
    share = min(1.0, resolved / (par.resolved_scale * max(online, 1)))
    _trust(room, at, par.resolved_trust * quality * share * (1 - room.trust))
    _interest(room, at, par.resolved_attention * share)
    calmed = par.resolved_discontent * share * room.discontent
    room.discontent -= calmed
    room.about_discontent.add(at, -calmed)


def upset(room: Room, at: Seconds, share: float, reason: Reason | None = None) -> None:
    """Add ``share`` of what is left to the room's discontent."""
    lift = share * (1 - room.discontent)
    room.discontent += lift
    room.about_discontent.add(at, lift, reason)


def _use(room: Room, par: Parameters, act: Act) -> float:
    """The freshness of an act, which wears off by being used."""
    fresh = room.freshness[act]
    room.freshness[act] = fresh * par.wear[act]
    return fresh


def _understand(product: ProductRoom, at: Seconds, share: float) -> None:
    lift = share * (1 - product.understanding)
    product.understanding += lift
    product.about.add(at, lift)


def _interest(room: Room, at: Seconds, share: float) -> None:
    lift = share * (1 - room.attention)
    room.attention += lift
    room.about_attention.add(at, lift)


def _trust(room: Room, at: Seconds, change: float) -> None:
    room.trust += change
    room.about_trust.add(at, change)
