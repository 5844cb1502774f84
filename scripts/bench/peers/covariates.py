"""What the whole room knows and feels, and how the host moves it (audience model, sections 2.3, 4.1, 4.3 and 10)."""

from __future__ import annotations

from math import exp, log

from simulator.audience.inputs import BUYING_CALLS, CLAIM_SEVERITY
from simulator.audience.parameters import Act, Parameters
from simulator.audience.room import SERVICE_FACTS, Room
from simulator.domain.desk import CountdownStarted, CouponSent, DemonstrationMarked, LuckyBagOpened, ProductPinned
from simulator.domain.events import Event, VoiceStarted, VoiceStopped
from simulator.domain.findings import (
    CallToActionMade,
    FactTold,
    FillerSaid,
    PriceTold,
    ProductMentioned,
    QuestionAnswered,
    RuleBroken,
    ViewersGreeted,
)
from simulator.domain.scenario import Product, Scenario, Topic

NEVER = float("-inf")


class Shelf:
    """One product: its stock, its price and what the room knows of it."""

    def __init__(self, product: Product) -> None:
        self.stock = product.stock
        self.list_price = product.price.hundredths
        self.understanding = 0.0
        self.clarity = 0.0
        self.proof = 0.0
        self.off = 0
        self.coupon = 0.0
        self.coupon_ends = NEVER
        self.countdown = 0.0
        self.countdown_ends = NEVER

    @property
    def price(self) -> int:
        """In hundredths, coupon taken off."""
        return self.list_price - self.off

    @property
    def discount(self) -> float:
        """In log points."""
        return log(self.list_price / self.price) if self.off else 0.0

    def learn(self, share: float) -> None:
        self.understanding += share * (1 - self.understanding)


class Covariates:
    """The mean field that all viewers share; one ``relax`` and one ``close`` a tick."""

    def __init__(self, scenario: Scenario, par: Parameters) -> None:
        self._par = par
        self._numbers = {product.id: number for number, product in enumerate(scenario.products)}
        self._facts = [
            {fact.id: (place, fact.kind in SERVICE_FACTS) for place, fact in enumerate(product.facts)}
            for product in scenario.products
        ]
        self.products = [Shelf(product) for product in scenario.products]
        self.focus: Shelf | None = None
        self.attention = par.attention_start
        self.trust = par.trust_start
        self.discontent = self.service = self.pulse = self.false_urgency = self.excitation = 0.0
        self.lottery_ends = NEVER
        self.lottery = False
        self.answers: dict[Topic, float] = {}
        self._speaking = False
        self._silent_since = 0.0
        self._worn = [(1.0, 0.0)] * len(Act)
        # How much the settled audience has turned over: kept as one product, and looked at only when something is said.
        self._kept = 1.0
        self._heard: dict[object, float] = {}
        dt = par.tick_s
        self._keep_attention = exp(-dt / par.attention_fade_s)
        self._keep_attention_silent = exp(-dt / par.attention_fade_silent_s)
        self._keep_trust = exp(-dt / par.trust_fade_s)
        self._keep_discontent = exp(-dt / par.discontent_fade_s)
        self._keep_service = exp(-dt / par.service_fade_s)
        self._keep_pulse = exp(-dt / par.pulse_fade_s)
        self._keep_false_urgency = exp(-dt / par.false_urgency_fade_s)
        self._keep_proof = exp(-dt / par.proof_fade_s)
        self._keep_excitation = exp(-dt / par.excitation_fade_s)

    # -------------------------------------------------------------------------------- what the host does

    def take(self, event: Event) -> None:
        """Let the room take in one thing the host said or did."""
        par, now = self._par, event.at
        match event:
            case VoiceStarted():
                self._speaking = True
            case VoiceStopped():
                self._speaking = False
                self._silent_since = now
            case ProductMentioned():
                fresh = self._use(Act.MENTION, now)
                self.products[self._numbers[event.product]].learn(par.mention_understanding * fresh)
                self._interest(par.mention_attention * fresh)
            case FactTold():
                number = self._numbers[event.product]
                place, of_service = self._facts[number][event.fact]
                new = self._new((number, place))
                self.products[number].learn(par.point_understanding * event.quality * new)
                if of_service:
                    self.service += par.point_service * event.quality * (1 - self.service)
            case PriceTold():
                if self.focus is not None:
                    self.focus.clarity += par.price_clarity * self._use(Act.PRICE, now) * (1 - self.focus.clarity)
            case QuestionAnswered():
                if event.topic is not None:
                    self.answers[event.topic] = max(event.quality, self.answers.get(event.topic, 0.0))
            case CallToActionMade():
                if event.kind in BUYING_CALLS:
                    fresh = self._use(Act.CALL_TO_ACTION, now)
                    self.pulse = max(self.pulse, fresh)
                    self._interest(par.call_attention * fresh)
            case DemonstrationMarked():
                fresh = self._use(Act.DEMONSTRATION, now)
                self.trust += par.show_trust * fresh * (1 - self.trust)
                if self.focus is not None:
                    self.focus.learn(par.show_understanding * fresh)
                self._interest(par.show_attention * fresh)
            case ViewersGreeted():
                self._interest(par.greet_attention * self._use(Act.GREETING, now))
            case RuleBroken():
                severity = CLAIM_SEVERITY[event.severity]
                self.trust -= par.claim_trust * severity * self.trust
                self.discontent += par.claim_discontent * severity * (1 - self.discontent)
            case FillerSaid():
                self.attention -= par.filler_attention * event.weight * self.attention
            case ProductPinned():
                self.focus = self.products[self._numbers[event.product]]
                self._interest(par.card_attention)
            case CouponSent():
                fresh = self._use(Act.COUPON, now)
                product = self.products[self._numbers[event.product]]
                product.off, product.coupon, product.coupon_ends = event.off.hundredths, fresh, event.closes_at
                self._interest(par.coupon_attention * fresh)
            case CountdownStarted():
                if self.focus is not None:
                    self.focus.countdown = self._use(Act.COUNTDOWN, now)
                    self.focus.countdown_ends = event.closes_at
            case LuckyBagOpened():
                self.lottery_ends = event.closes_at
                self._interest(par.lottery_attention * self._use(Act.LOTTERY, now))
            case _:
                raise ValueError(f"the baseline hosts do nothing like {event}")

    def _interest(self, share: float) -> None:
        self.attention += share * (1 - self.attention)

    def _use(self, act: Act, now: float) -> float:
        """How fresh an act is, which wears off by being used and comes back with time."""
        worn, since = self._worn[act]
        fresh = 1 - (1 - worn) * exp((since - now) / self._par.recover_s[act])
        self._worn[act] = (fresh * self._par.wear[act], now)
        return fresh

    def _new(self, told: object) -> float:
        """What share of the settled audience gains by hearing this now."""
        heard = self._kept / self._heard[told] if told in self._heard else 0.0
        self._heard[told] = self._kept
        return 1 - self._par.habituation * heard

    # -------------------------------------------------------------------------------- the course of a tick

    def relax(self, now: float) -> None:
        """Let everything fade by one tick, and end what has run out."""
        par = self._par
        if self._speaking or now - self._silent_since < par.silence_after_s:
            self.attention = par.attention_spoken + (self.attention - par.attention_spoken) * self._keep_attention
        else:
            target = par.attention_silent
            self.attention = target + (self.attention - target) * self._keep_attention_silent
        self.trust = 0.5 + (self.trust - 0.5) * self._keep_trust
        self.discontent *= self._keep_discontent
        self.service *= self._keep_service
        self.pulse *= self._keep_pulse
        self.false_urgency *= self._keep_false_urgency
        self.lottery = now < self.lottery_ends
        for product in self.products:
            if product.off and now >= product.coupon_ends:
                product.off, product.coupon = 0, 0.0
            if product.countdown and now >= product.countdown_ends:
                product.countdown = 0.0

    def urgency(self, product: Shelf) -> float:
        """How pressing it is to buy a product now, 0..1."""
        par = self._par
        calm = (1 - par.urgency_coupon * product.coupon) * (1 - par.urgency_countdown * product.countdown)
        if 0 < product.stock <= par.scarce_below:
            calm *= 1 - par.urgency_scarce * (1 - product.stock / par.scarce_below)
        return 1 - calm * (1 - par.urgency_false * self.false_urgency)

    def close(
        self,
        before: int,
        there: int,
        settled: int,
        came: int,
        waiting: int,
        written: int,
        ordered: list[int],
        resolved: int,
        refused: bool,
    ) -> None:
        """What a tick's moves do to the room: viewers before and after, settled of them and just ``came`` to be,
        waiting, comments ``written``, units ``ordered`` by product, questions ``resolved``, orders ``refused``."""
        par = self._par
        if came and settled:
            keep = max(0.0, 1 - came / settled)
            self._kept *= keep
            if not keep:
                self._heard, self._kept = {}, 1.0
            self.service *= keep
            for product in self.products:
                product.understanding *= keep
                product.clarity *= keep
        if waiting:
            share = par.waiting_discontent * par.tick_s * min(1.0, par.waiting_scale * waiting / there)
            self.discontent += share * (1 - self.discontent)
        if self.answers:
            if resolved:
                quality = max(self.answers.values())
                share = min(1.0, resolved / (par.resolved_scale * max(before, 1)))
                self.trust += par.resolved_trust * quality * share * (1 - self.trust)
                self._interest(par.resolved_attention * share)
                self.discontent -= par.resolved_discontent * share * self.discontent
            self._answered()
            self.answers.clear()
        if refused:
            self.discontent += par.refused_discontent * (1 - self.discontent)
        for product, many in zip(self.products, ordered, strict=True):
            product.proof *= self._keep_proof
            if many:
                product.proof += many / max(before, 1)
        self.excitation = self.excitation * self._keep_excitation + written

    def _answered(self) -> None:
        """What an answer tells everybody, whether or not anybody waited for it."""
        par = self._par
        for topic, quality in sorted(self.answers.items()):
            told = quality * self._new(topic)
            match topic:
                case Topic.PRICE if self.focus is not None:
                    self.focus.clarity += par.answer_price * told * (1 - self.focus.clarity)
                case Topic.SPECIFICATION | Topic.FIT | Topic.USE if self.focus is not None:
                    self.focus.learn(par.answer_understanding * told)
                case Topic.TRUST:
                    self.trust += par.answer_trust * told * (1 - self.trust)
                case Topic.SHIPPING | Topic.RETURNS:
                    self.service += par.answer_service * told * (1 - self.service)

    # -------------------------------------------------------------------------------- a room that is on already

    def follow(self, room: Room, now: float) -> None:
        """Take over what a room of the engine knows and feels."""
        self.attention, self.trust, self.discontent = room.attention, room.trust, room.discontent
        self.service, self.pulse, self.false_urgency = room.service, room.pulse, room.false_urgency
        self.excitation = room.excitation
        self._speaking, self._silent_since = room.speaking, room.silent_since
        self._worn = [(fresh, now) for fresh in room.freshness]
        for number, heard in enumerate(room.heard_points.tolist()):
            self._heard.update({(number, place): 1 / share for place, share in enumerate(heard) if share})
        self._heard.update(
            {Topic(topic): 1 / share for topic, share in enumerate(room.heard_answers.tolist()) if share}
        )
        self.focus = None if room.shown is None else self.products[room.focus]
        self.lottery_ends = room.lottery_until if room.lottery else NEVER
        for product, shelf in zip(self.products, room.products, strict=True):
            product.stock, product.understanding = shelf.stock, shelf.understanding
            product.clarity, product.proof = shelf.price_clarity, shelf.proof
            product.off, product.coupon, product.coupon_ends = (
                shelf.coupon_off, shelf.coupon_strength, shelf.coupon_until,
            )  # fmt: skip
            product.countdown, product.countdown_ends = shelf.countdown_strength, shelf.countdown_until
