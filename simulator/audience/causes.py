"""Why the crowd did what it did: the driver with the largest part against a neutral room, and what set it going.

A neutral room has attention, trust, understanding and price clarity of one half and nothing else going on. Read only:
no number of the room depends on it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import log, log1p

from simulator.audience import shelf
from simulator.audience.ledger import Ledger
from simulator.audience.mood import Mood
from simulator.audience.parameters import Parameters
from simulator.audience.room import NONE, ProductRoom, Room, told
from simulator.audience.troubles import Effect
from simulator.domain.crowd import Cause, Reason
from simulator.domain.scenario import Topic
from simulator.domain.units import Seconds


@dataclass(frozen=True, slots=True)
class Driver:
    """One part of a log rate or a utility."""

    reason: Reason
    part: float
    since: Seconds | None = None


def strongest(drivers: Iterable[Driver], threshold: float) -> Cause:
    """The driver that pushed hardest towards what happened; chance where none did."""
    pushing = [driver for driver in drivers if driver.part > 0]
    best = max(pushing, key=lambda driver: driver.part, default=None)
    if best is None or best.part < threshold:
        return Cause(Reason.CHANCE)
    share = best.part / sum(driver.part for driver in pushing)
    return Cause(best.reason, best.since, round(best.part, 4), round(share, 4))


class Causes:
    """The causes of one tick, from the covariates its draws were made with."""

    def __init__(self, room: Room, mood: Mood, weather: Sequence[float], par: Parameters, silent: bool) -> None:
        self._room = room
        self._mood = mood
        self._weather = weather
        self._par = par
        self._silent = silent
        self._known: dict[str, Cause] = {}

    def left(self, settled: float) -> Cause:
        """Why viewers went; ``settled`` is the share of those who went that had stayed a while."""
        par = self._par
        attention = par.leave_attention * settled + par.enter_leave_attention * (1 - settled)
        drivers = [
            *self._attention(-attention),
            *self._trust(-par.leave_trust * settled),
            *self._discontent(par.leave_discontent * settled),
            *self._incident(Effect.LEAVE),
        ]
        return strongest(drivers, par.cause_threshold)

    def abandoned(self, topic: int) -> Cause:
        """Why viewers who waited for an answer gave up."""
        par = self._par
        return Cause(
            Reason.UNANSWERED,
            self._room.waiting_since[topic],
            round(log1p(par.give_up_rate / (par.leave_waiting * par.leave[0])), 4),
        )

    def resolved(self, topic: int) -> Cause:
        """Which answer reached the waiting viewers."""
        room = self._room
        return Cause(Reason.ANSWERED, told(room.answer_at[topic]), round(room.answer_quality[topic], 4))

    def clicked(self) -> Cause:
        """Why viewers opened the card on screen."""
        return self._once("clicked", self._clicks)

    def ordered(self, product: int, from_cart: bool) -> Cause:
        """Why a unit was ordered."""
        if from_cart:
            return self._once(f"cart {product}", lambda: self._from_cart(product))
        return self._once("ordered", lambda: self._buys(1.0))

    def carted(self) -> Cause:
        """Why viewers put the product into their cart."""
        return self._once("carted", lambda: self._buys(self._par.cart_slope))

    def cancelled(self) -> Cause:
        """Why an order was not paid."""
        par = self._par
        drivers = [
            *self._trust(-par.pay_trust),
            *self._attention(-par.leave_attention * par.leave_ordered),
            *self._incident(Effect.CANCEL),
        ]
        return strongest(drivers, par.cause_threshold)

    def followed(self) -> Cause:
        """Why viewers followed the host."""
        par = self._par
        return strongest([*self._trust(par.follow_trust), *self._attention(par.follow_attention)], par.cause_threshold)

    def commented(self, kind: str, echo_share: float, last_line: Seconds | None) -> Cause:
        """Why something was written; ``echo_share`` is the part of the rate that other comments drew."""
        par, room = self._par, self._room
        drivers = [*self._attention(par.comment_attention), *self._incident(Effect.COMMENT)]
        if kind == "complaint":
            drivers += self._discontent(1.0)
        elif kind == "doubt":
            drivers += self._trust(-1.0)
        if room.lottery:
            drivers.append(Driver(Reason.LUCKY_BAG, log1p(par.comment_lottery), room.lottery_at))
        if 0 < echo_share < 1:
            drivers.append(Driver(Reason.PEERS, -log1p(-echo_share), last_line))
        return strongest(drivers, par.cause_threshold)

    def asked(self, topic: int) -> Cause:
        """Why a question was asked: people ask what they do not know."""
        par, room, mood = self._par, self._room, self._mood
        missing = max(float(mood.unknown[topic]), 1e-6)
        part = log(missing / 0.5)
        drivers = [*self._attention(par.ask_attention), *self._incident(Effect.ASK + topic)]
        match Topic(topic):
            case Topic.PRICE:
                drivers.append(Driver(Reason.PRICE_UNCLEAR, part, told(room.focus_at)))
            case Topic.SPECIFICATION | Topic.FIT | Topic.USE:
                drivers.append(Driver(Reason.NOT_UNDERSTOOD, part, told(room.focus_at)))
            case Topic.TRUST:
                source = room.about_trust.strongest(-1)
                drivers.append(Driver(Reason.DISTRUST, part, source.at if source else None))
            case Topic.SHIPPING | Topic.RETURNS:
                drivers.append(Driver(Reason.NOT_UNDERSTOOD, part))
            case _:
                pass
        return strongest(drivers, par.cause_threshold)

    def refunded(self, product: int) -> Cause:
        """Why goods will come back, as things stand when they are paid."""
        par, room = self._par, self._room
        shelf = room.products[product]
        unclear = par.refund_understanding * (0.5 - shelf.understanding)
        drivers = [
            *self._trust(-par.refund_trust),
            Driver(Reason.NOT_UNDERSTOOD, unclear, told(room.focus_at)),
            *self._discontent(par.refund_discontent),
            *self._incident(Effect.REFUND),
        ]
        if room.false_urgency:
            source = room.about_false_urgency.strongest(1)
            part = par.refund_false_urgency * room.false_urgency
            drivers.append(Driver(Reason.FALSE_URGENCY, part, source.at if source else None))
        return strongest(drivers, par.cause_threshold)

    def _once(self, name: str, find: Callable[[], Cause]) -> Cause:
        if name not in self._known:
            self._known[name] = find()
        return self._known[name]

    def _clicks(self) -> Cause:
        par, room, mood = self._par, self._room, self._mood
        product = room.shown
        if product is None:
            return Cause(Reason.CHANCE)
        drivers = [
            *self._attention(par.click_attention),
            *_driver(Reason.UNDERSTANDING, par.click_understanding * (mood.understood - 0.5), product.about),
            Driver(Reason.PRICE_CLEAR, par.click_price * (mood.clear - 0.5), self._price_told(product)),
            *_driver(Reason.CALL_TO_ACTION, par.click_pulse * room.pulse, room.about_pulse),
            Driver(Reason.SOCIAL_PROOF, par.click_proof * mood.proof, told(product.last_order_at)),
            *self._discount(product, par.click_discount * mood.discount[room.focus]),
            *self._incident(Effect.CLICK),
        ]
        return strongest(drivers, par.cause_threshold)

    def _buys(self, weight: float) -> Cause:
        """The drivers of the decision at the card, neutral willingness to pay taken out."""
        par, room, mood = self._par, self._room, self._mood
        product = room.shown
        if product is None:
            return Cause(Reason.CHANCE)
        money = sum(par.buy_money) / len(par.buy_money)
        drivers = [
            *self._trust(weight * par.buy_trust),
            *_driver(Reason.UNDERSTANDING, weight * par.buy_understanding * (mood.understood - 0.5), product.about),
            Driver(Reason.PRICE_CLEAR, weight * par.buy_price * (mood.clear - 0.5), self._price_told(product)),
            *self._urgency(product, weight * par.buy_urgency * mood.urgency[room.focus]),
            *_driver(Reason.CALL_TO_ACTION, weight * par.buy_pulse * room.pulse, room.about_pulse),
            Driver(Reason.SOCIAL_PROOF, weight * par.buy_proof * mood.proof, told(product.last_order_at)),
            *self._discount(product, weight * money * mood.discount[room.focus]),
            *self._incident(Effect.BUY),
        ]
        return strongest(drivers, par.cause_threshold)

    def _from_cart(self, number: int) -> Cause:
        par, room, mood = self._par, self._room, self._mood
        product = room.products[number]
        drivers = [
            *self._urgency(product, par.cart_urgency * mood.urgency[number]),
            *_driver(Reason.CALL_TO_ACTION, par.cart_pulse * room.pulse, room.about_pulse),
            *self._trust(par.cart_trust),
            *self._discount(product, par.cart_discount * mood.discount[number]),
            *self._incident(Effect.BUY),
        ]
        return strongest(drivers, par.cause_threshold)

    def _attention(self, weight: float) -> Iterable[Driver]:
        a, room = self._mood.a, self._room
        if a < 0 and self._silent:
            yield Driver(Reason.SILENCE, weight * a, room.silent_since)
        else:
            yield from _driver(Reason.ATTENTION, weight * a, room.about_attention, a)

    def _trust(self, weight: float) -> Iterable[Driver]:
        tau = self._mood.tau
        reason = Reason.TRUST if tau > 0 else Reason.DISTRUST
        yield from _driver(reason, weight * tau, self._room.about_trust, tau)

    def _discontent(self, weight: float) -> Iterable[Driver]:
        source = self._room.about_discontent.strongest(1)
        reason = source.reason if source and source.reason else Reason.DISCONTENT
        yield Driver(reason, weight * self._room.discontent, source.at if source else None)

    def _incident(self, effect: int) -> Iterable[Driver]:
        """What incidents add to a rate, put down to the latest that is open."""
        part = self._weather[effect]
        if part:
            yield Driver(Reason.INCIDENT, part, max((each.opened for each in self._room.troubles), default=None))

    def _urgency(self, product: ProductRoom, part: float) -> Iterable[Driver]:
        """Urgency as a whole, put down to the strongest of what makes it."""
        par = self._par
        parts: list[tuple[float, Reason, Seconds | None]] = [(0.0, Reason.URGENCY, told(product.last_order_at))]
        if product.coupon_until != NONE:
            parts.append((par.urgency_coupon * product.coupon_strength, Reason.URGENCY, product.coupon_at))
        if product.countdown_until != NONE:
            parts.append((par.urgency_countdown * product.countdown_strength, Reason.URGENCY, product.countdown_at))
        source = self._room.about_false_urgency.strongest(1)
        if source is not None:
            parts.append((par.urgency_false * self._room.false_urgency, Reason.FALSE_URGENCY, source.at))
        left = shelf.counter(product)
        if 0 < left <= par.scarce_below:
            scarce = par.urgency_scarce * (1 - left / par.scarce_below)
            parts.append((scarce, Reason.URGENCY, told(product.last_order_at)))
        _, reason, since = max(parts, key=lambda made: made[0])
        yield Driver(reason, part, since)

    def _discount(self, product: ProductRoom, part: float) -> Iterable[Driver]:
        since = product.coupon_at if product.coupon_until != NONE else product.price_changed_at
        yield Driver(Reason.DISCOUNT if part > 0 else Reason.DEARER, part, told(since))

    def _price_told(self, product: ProductRoom) -> Seconds | None:
        """The moment that made the price clear: said, or on the card where that is clearer."""
        source = product.about_price.strongest(1)
        if source is None or product.price_clarity <= self._par.card_price_floor:
            return told(self._room.focus_at)
        return source.at


def _driver(reason: Reason, part: float, ledger: Ledger, sign: float = 1.0) -> Iterable[Driver]:
    source = ledger.strongest(sign)
    yield Driver(reason, part, source.at if source else None)
