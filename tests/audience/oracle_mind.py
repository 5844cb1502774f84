"""What the oracle's crowd knows and feels: the covariates of the audience model (2.3, 4.1, 4.3, 10), by the book."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log

import numpy as np

from simulator.audience.parameters import Act, Parameters
from simulator.domain.compliance import Severity
from simulator.domain.desk import (
    CommentPinned,
    CountdownStarted,
    CouponSent,
    DemonstrationMarked,
    LuckyBagOpened,
    ProductPinned,
    ViewerMuted,
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
from simulator.domain.scenario import Scenario

SEVERITY = {Severity.S3: 0.5, Severity.S4: 1.0}
UNJUST = {("troll", "price"): -1.0, ("lottery_spam",): 0.0, ("greeting",): 0.5, ("complaint",): 1.0}
"""What was read of a muted viewer, and how unjust it is to mute him."""
TOPICS = 8
PRICE_TOPIC, TRUST_TOPIC = 0, 4
PRODUCT_TOPICS, SERVICE_TOPICS = (1, 2, 3), (5, 6)
FIRST_SERVICE_POINT = 12


def up(x: float, c: float) -> float:
    """The specification's ``x ^ c``."""
    return x + c * (1 - x)


@dataclass(frozen=True, slots=True)
class Open:
    """A coupon, countdown or lottery: its end, how fresh it was when opened, and a coupon's discount."""

    closes_at: float
    strength: float
    discount: float = 0.0


@dataclass(frozen=True, slots=True)
class Feeling:
    """The derived covariates of one tick (4.1)."""

    card: int | None
    a: float
    tau: float
    discontent: float
    service: float
    pulse: float
    falsehood: float
    understanding: float
    clarity: float
    proof: float
    urgency: float
    lottery: bool
    discounts: tuple[float, ...]
    known: tuple[float, ...]
    """Understanding of every product, for refunds."""


class Mind:
    """The mean field of a room."""

    def __init__(self, scenario: Scenario, par: Parameters) -> None:
        self.par = par
        self.numbers = {product.id: number for number, product in enumerate(scenario.products)}
        self.list_prices = [product.price.hundredths for product in scenario.products]
        many = len(scenario.products)
        self.attention, self.trust = par.attention_start, par.trust_start
        self.discontent = self.service = self.pulse = self.falsehood = self.excitation = 0.0
        self.understanding, self.clarity, self.proof = np.zeros(many), np.zeros(many), np.zeros(many)
        self.fresh = np.ones(len(Act))
        self.heard_points = np.zeros((many, max(len(product.facts) for product in scenario.products)))
        self.heard_answers = np.zeros(TOPICS)
        self.card: int | None = None
        self.coupons: dict[int, Open] = {}
        self.countdown: Open | None = None
        self.lottery: Open | None = None
        self.speaking = False
        self.quiet_since = 0.0
        self._recovery = 1 - np.exp(-par.tick_s / np.array(par.recover_s))

    # ------------------------------------------------------------------------- step 1: what was said and done

    def hear(self, events: Sequence[Event], now: float) -> dict[int, float]:
        """Apply section 10; returns the best quality of an answer by topic."""
        answers: dict[int, float] = {}
        for event in events:
            if isinstance(event, QuestionAnswered):
                assert event.topic is not None
                answers[event.topic] = max(answers.get(event.topic, 0.0), event.quality)
            else:
                self._take(event, now)
        return answers

    def _use(self, act: Act) -> float:
        phi = float(self.fresh[act])
        self.fresh[act] *= self.par.wear[act]
        return phi

    def _take(self, event: Event, now: float) -> None:
        par = self.par
        match event:
            case VoiceStarted():
                self.speaking = True
            case VoiceStopped():
                self.speaking, self.quiet_since = False, now
            case ProductMentioned():
                phi, p = self._use(Act.MENTION), self.numbers[event.product]
                self.understanding[p] = up(self.understanding[p], par.mention_understanding * phi)
                self.attention = up(self.attention, par.mention_attention * phi)
            case FactTold():
                p, c = self.numbers[event.product], int(event.fact[1:])
                gain = par.point_understanding * event.quality * (1 - par.habituation * self.heard_points[p, c])
                self.understanding[p] = up(self.understanding[p], gain)
                self.heard_points[p, c] = 1.0
                if c >= FIRST_SERVICE_POINT:
                    self.service = up(self.service, par.point_service * event.quality)
            case PriceTold():
                phi, p = self._use(Act.PRICE), self.numbers[event.product or ""]
                self.clarity[p] = up(self.clarity[p], par.price_clarity * phi)
                if event.verdict is PriceVerdict.WRONG:
                    self.trust -= par.wrong_price_trust * self.trust
                    self.discontent = up(self.discontent, par.wrong_price_discontent)
            case CallToActionMade():
                phi = self._use(Act.CALL_TO_ACTION)
                self.pulse = max(self.pulse, phi)
                self.attention = up(self.attention, par.call_attention * phi)
            case DemonstrationMarked():
                phi = self._use(Act.DEMONSTRATION)
                self.trust = up(self.trust, par.show_trust * phi)
                if self.card is not None:
                    self.understanding[self.card] = up(self.understanding[self.card], par.show_understanding * phi)
                self.attention = up(self.attention, par.show_attention * phi)
            case ViewersGreeted():
                self.attention = up(self.attention, par.greet_attention * self._use(Act.GREETING))
            case RuleBroken():
                v = SEVERITY[event.severity]
                self.trust -= par.claim_trust * v * self.trust
                self.discontent = up(self.discontent, par.claim_discontent * v)
            case ClaimChecked(support=Support.CONTRADICTED):
                self.falsehood = up(self.falsehood, par.false_urgency)
                self.trust -= par.false_urgency_trust * self.trust
            case FillerSaid():
                self.attention -= par.filler_attention * self.attention
            case ProductPinned():
                self.card = self.numbers[event.product]
                self.attention = up(self.attention, par.card_attention)
            case CouponSent():
                phi, p = self._use(Act.COUPON), self.numbers[event.product]
                cut = -log(1 - event.off.hundredths / self.list_prices[p])
                self.coupons[p] = Open(event.closes_at, phi, cut)
                self.attention = up(self.attention, par.coupon_attention * phi)
            case CountdownStarted():
                self.countdown = Open(event.closes_at, self._use(Act.COUNTDOWN))
            case LuckyBagOpened():
                phi = self._use(Act.LOTTERY)
                self.lottery = Open(event.closes_at, phi)
                self.attention = up(self.attention, par.lottery_attention * phi)
            case ViewerMuted():
                unjust = UNJUST[event.wrote]
                if unjust < 0:
                    self.trust = up(self.trust, par.mute_relief)
                else:
                    self.trust -= par.mute_trust * unjust * self.trust
                    self.discontent = up(self.discontent, par.mute_discontent * unjust)
            case CommentPinned(category="troll"):
                self.trust -= par.abuse_on_top_trust * self.trust
            case CommentPinned(category="price"):
                self.discontent *= 1 - par.question_on_top_relief
            case _:
                raise ValueError(f"the oracle does not know {type(event).__name__}")

    # ------------------------------------------------------------------------- step 2: relaxation, derived covariates

    def relax(self, now: float) -> None:
        par, dt = self.par, self.par.tick_s
        silent = not self.speaking and now - self.quiet_since > par.silence_after_s - 1e-6
        rest, fade = (
            (par.attention_silent, par.attention_fade_silent_s)
            if silent
            else (par.attention_spoken, par.attention_fade_s)
        )
        self.attention = rest + (self.attention - rest) * exp(-dt / fade)
        self.trust = 0.5 + (self.trust - 0.5) * exp(-dt / par.trust_fade_s)
        self.discontent *= exp(-dt / par.discontent_fade_s)
        self.service *= exp(-dt / par.service_fade_s)
        self.pulse *= exp(-dt / par.pulse_fade_s)
        self.falsehood *= exp(-dt / par.false_urgency_fade_s)
        self.fresh += (1 - self.fresh) * self._recovery
        self.coupons = {p: coupon for p, coupon in self.coupons.items() if now < coupon.closes_at - 1e-6}
        if self.countdown and now > self.countdown.closes_at - 1e-6:
            self.countdown = None
        if self.lottery and now > self.lottery.closes_at - 1e-6:
            self.lottery = None

    def feeling(self, stock: Sequence[int]) -> Feeling:
        par, f = self.par, self.card
        calm = 1 - par.urgency_false * self.falsehood
        if self.countdown:
            calm *= 1 - par.urgency_countdown * self.countdown.strength
        if f is not None:
            if f in self.coupons:
                calm *= 1 - par.urgency_coupon * self.coupons[f].strength
            if 0 < stock[f] <= par.scarce_below:
                calm *= 1 - par.urgency_scarce * (1 - stock[f] / par.scarce_below)
        return Feeling(
            card=f,
            a=self.attention - 0.5,
            tau=self.trust - 0.5,
            discontent=self.discontent,
            service=self.service,
            pulse=self.pulse,
            falsehood=self.falsehood,
            understanding=0.0 if f is None else float(self.understanding[f]),
            clarity=0.0 if f is None else max(float(self.clarity[f]), par.card_price_floor),
            proof=0.0 if f is None else min(1.0, par.proof_scale * float(self.proof[f])),
            urgency=1 - calm,
            lottery=self.lottery is not None,
            discounts=tuple(
                self.coupons[p].discount if p in self.coupons else 0.0 for p in range(len(self.list_prices))
            ),
            known=tuple(self.understanding.tolist()),
        )

    def price(self, p: int) -> int:
        """What an order of p placed now will cost, in hundredths."""
        cut = self.coupons[p].discount if p in self.coupons else 0.0
        return round(self.list_prices[p] * exp(-cut))

    # ------------------------------------------------------------------------- step 6: after all moves

    def dilute(self, settling: int, settled: int) -> None:
        """Who settles now knows nothing yet."""
        if not settling or not self.par.dilution:
            return
        kept = 1 - settling / settled
        self.service *= kept
        for known in (self.understanding, self.clarity, self.heard_points, self.heard_answers):
            known *= kept

    def wait(self, waiting: int, online: int) -> None:
        """Waiting questions sour the room."""
        if online:
            par = self.par
            share = min(1.0, par.waiting_scale * waiting / online)
            self.discontent = up(self.discontent, par.waiting_discontent * par.tick_s * share)

    def answer(self, answers: dict[int, float], resolved: int, online: int) -> None:
        par = self.par
        if resolved:
            y, rs = max(answers.values()), min(1.0, resolved / (par.resolved_scale * online))
            self.trust = up(self.trust, par.resolved_trust * y * rs)
            self.attention = up(self.attention, par.resolved_attention * rs)
            self.discontent -= par.resolved_discontent * rs * self.discontent
        for q, y in answers.items():
            new = y * (1 - par.habituation * self.heard_answers[q])
            self.heard_answers[q] = 1.0
            if q == TRUST_TOPIC:
                self.trust = up(self.trust, par.answer_trust * new)
            elif q in SERVICE_TOPICS:
                self.service = up(self.service, par.answer_service * new)
            elif self.card is not None and q == PRICE_TOPIC:
                self.clarity[self.card] = up(self.clarity[self.card], par.answer_price * new)
            elif self.card is not None and q in PRODUCT_TOPICS:
                self.understanding[self.card] = up(self.understanding[self.card], par.answer_understanding * new)

    def refuse(self) -> None:
        self.discontent = up(self.discontent, self.par.refused_discontent)

    def note(self, orders: np.ndarray, comments: int, online: int) -> None:
        """Social proof and excitation."""
        par = self.par
        self.proof *= exp(-par.tick_s / par.proof_fade_s)
        if online:
            self.proof += orders / online
        self.excitation = self.excitation * exp(-par.tick_s / par.excitation_fade_s) + comments
