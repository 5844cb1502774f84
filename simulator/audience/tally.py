"""What the moves of a tick do to the books of the room: orders, stock, totals, and what the room feels after it."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import exp

import numpy as np

from simulator.audience.causes import Causes
from simulator.audience.hazards import (
    ASKS,
    BUYER_CLICKS,
    CANCELS,
    CARD_ASKS,
    CARD_CARTS,
    CARD_ORDERS,
    CART_ORDERS,
    CLICKS,
    GIVES_UP,
    LEFT,
    PAYS,
    SETTLES,
)
from simulator.audience.inputs import Fades, answered, relieved, upset
from simulator.audience.orders import Order, PaidOrder
from simulator.audience.parameters import Parameters
from simulator.audience.philox import Luck
from simulator.audience.room import CART, CONSIDERING, ENTERING, TOPICS, WAITING, WATCHING, ProductRoom, Room, States
from simulator.audience.spotlight import GONE
from simulator.audience.step import Moves
from simulator.domain.crowd import Reason
from simulator.domain.units import Seconds

_TOPICS = slice(WAITING, WAITING + TOPICS)


@dataclass(slots=True)
class Sums:
    """The sums of one tick."""

    left: int = 0
    left_settled: int = 0
    comments: int = 0
    asked: int = 0
    clicks: int = 0
    carts: int = 0
    gave_up: list[int] = field(default_factory=lambda: [0] * TOPICS)
    """By topic, those who left while waiting included."""
    resolved: list[int] = field(default_factory=lambda: [0] * TOPICS)
    placed: list[tuple[int, Order, bool]] = field(default_factory=list)
    """Type, order, and whether it came from a cart."""
    paid: list[Order] = field(default_factory=list)
    cancelled: list[Order] = field(default_factory=list)
    fates: dict[int, int] = field(default_factory=dict)
    """New state of the viewer of each pending order that moved."""


def settle(room: Room, moves: Moves, states: States, luck: Luck, par: Parameters, causes: Causes, now: Seconds) -> Sums:
    """Enter the moves into orders, stock and totals; before they are committed."""
    sums = Sums()
    totals = room.totals
    sums.comments = int(moves.comments.sum())
    if moves.any_exit:
        flows = moves.flows
        sums.left = sum(flows[LEFT])
        sums.left_settled = sums.left - flows[LEFT][ENTERING]
        sums.clicks = flows[CLICKS][WATCHING] + flows[BUYER_CLICKS][states.buyer]
        sums.carts = flows[CARD_CARTS][CONSIDERING]
        sums.asked = flows[ASKS][WATCHING] + flows[CARD_ASKS][CONSIDERING]
        gave_up, left = flows[GIVES_UP][_TOPICS], flows[LEFT][_TOPICS]
        sums.gave_up = [one + other for one, other in zip(gave_up, left, strict=True)]
        totals.gave_up += sum(gave_up)
        totals.left_waiting += sum(left)
        totals.card_exits += sum(flow[CONSIDERING] for flow in flows)
        _pending(room, moves, states, luck, par, causes, now, sums)
        _placed(room, moves, now, sums)
    if room.answers:
        sums.resolved = moves.resolved.sum(axis=(0, 1)).tolist()
        totals.answered += sum(sums.resolved)
        totals.answered_to_card += int(moves.resolved[1].sum())
    totals.entered += int(moves.arrivals.sum() + moves.opening.sum())
    totals.left += sums.left
    totals.comments += sums.comments + sums.asked
    totals.asked += sums.asked
    totals.clicks += sums.clicks
    totals.carts += sums.carts
    totals.orders += len(sums.placed)
    totals.paid += len(sums.paid)
    totals.cancelled += len(sums.cancelled)
    totals.refused += sum(moves.refused)
    return sums


def _pending(
    room: Room,
    moves: Moves,
    states: States,
    luck: Luck,
    par: Parameters,
    causes: Causes,
    now: Seconds,
    sums: Sums,
) -> None:
    """Orders that are paid, cancelled, or left behind."""
    if not any(any(flow[states.ordered : states.buyer]) for flow in moves.flows):
        return
    totals = room.totals
    moved = moves.exits[:, :, states.ordered : states.buyer]
    many = moved.sum(axis=0)
    cells = [(int(kind), int(p)) for kind, p in zip(*np.nonzero(many), strict=True)]
    picks = room.orders.pick(luck, room.tick, [(kind, p, int(many[kind, p])) for kind, p in cells])
    for (kind, p), picked in zip(cells, picks, strict=True):
        going = moved[:, kind, p].tolist()
        product = room.products[p]
        gone = picked[: going[LEFT]]
        paid = picked[going[LEFT] : going[LEFT] + going[PAYS]]
        dropped = picked[going[LEFT] + going[PAYS] :]
        assert len(dropped) == going[CANCELS]
        for order in paid:
            chance = refund_chance(room, p, par)
            room.orders.paid.append(PaidOrder(order, now, chance, causes.refunded(p)))
            totals.gmv += order.price
            totals.net_gmv += (1 - chance) * order.price
            sums.fates[order.number] = states.buyer
        sums.paid += paid
        back = [*gone, *dropped]
        sums.cancelled += back
        sums.fates.update({order.number: GONE for order in gone})
        sums.fates.update({order.number: WATCHING for order in dropped})
        product.stock += len(back)
        product.taken -= len(back)


def _placed(room: Room, moves: Moves, now: Seconds, sums: Sums) -> None:
    """New orders, at the price of this moment."""
    for p, product in enumerate(room.products):
        routes = [(CARD_ORDERS, CONSIDERING)] if p == room.focus else []
        for slot, state in (*routes, (CART_ORDERS, CART + p)):
            if not moves.flows[slot][state]:
                continue
            from_cart = state != CONSIDERING
            for kind, many in enumerate(moves.exits[slot, :, state].tolist()):
                for _ in range(many):
                    order = room.orders.place(kind, p, product.asked)
                    sums.placed.append((kind, order, from_cart))
                    product.stock -= 1
                    product.taken += 1
                    product.last_order_at = now


def refund_chance(room: Room, product: int, par: Parameters) -> float:
    """The chance that goods paid for now come back (4.4)."""
    logit = (
        par.refund_logit
        - par.refund_trust * (room.trust - 0.5)
        - par.refund_understanding * (room.products[product].understanding - 0.5)
        + par.refund_false_urgency * room.false_urgency
        + par.refund_discontent * room.discontent
    )
    return 1 / (1 + exp(-logit))


def after(
    room: Room, moves: Moves, sums: Sums, states: States, par: Parameters, fades: Fades, online: int, now: Seconds
) -> None:
    """What the room knows and feels once the moves are committed (section 3, step 6); ``online`` is before them."""
    counts = room.counts
    there = int(counts.sum())
    entering = int(counts[:, ENTERING].sum())
    settled = there - entering
    came = (moves.flows[SETTLES][ENTERING] if moves.any_exit else 0) + int(moves.opening.sum())
    if par.dilution and came and settled:
        keep = 1 - came / settled
        room.service *= keep
        room.about_service.fade(keep)
        room.heard_points *= keep
        room.heard_answers *= keep
        for product in room.products:
            product.understanding *= keep
            product.about.fade(keep)
            product.price_clarity *= keep
            product.about_price.fade(keep)
    waiting = int(counts[:, _TOPICS].sum())
    if waiting:
        share = par.waiting_discontent * par.tick_s * min(1.0, par.waiting_scale * waiting / there)
        began = min((at for at in room.waiting_since if at is not None), default=now)
        upset(room, began, share, Reason.UNANSWERED)
    if room.answers:
        resolved = sum(sums.resolved)
        if resolved:
            relieved(room, par, resolved, online)
        answered(room, par)
        room.answers = {}
    if any(moves.refused):
        upset(room, now, par.refused_discontent, Reason.OUT_OF_STOCK)
    placed = [0] * states.products
    for _, order, _ in sums.placed:
        placed[order.product] += 1
    for p, product in enumerate(room.products):
        product.proof = product.proof * fades.proof + (placed[p] / online if online else 0.0)
        _counter(product, room.tick, par.tick_s)
    room.excitation = room.excitation * fades.excitation + sums.comments + sums.asked
    by_topic = counts[:, _TOPICS].sum(axis=0).tolist() if waiting else [0] * TOPICS
    for topic, many in enumerate(by_topic):
        if not many:
            room.waiting_since[topic] = None
        elif room.waiting_since[topic] is None:
            room.waiting_since[topic] = now
    totals = room.totals
    totals.peak = max(totals.peak, there)
    totals.viewer_seconds += there * par.tick_s


def _counter(product: ProductRoom, tick: int, tick_s: float) -> None:
    """Let the shop's counter show what was taken ``counter_lag`` ago."""
    if not product.counter_lag:
        product.counter_taken = product.taken
        return
    late = product.taken_late
    if product.taken != (late[-1][1] if late else product.counter_taken):
        late.append((tick, product.taken))
    while late and late[0][0] <= tick - round(product.counter_lag / tick_s):
        product.counter_taken = late.pop(0)[1]
