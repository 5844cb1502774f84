"""What the moves of a tick do to the books of the room: orders, stock, totals, and what the room feels after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from simulator.audience import credit, impressions, mind, shelf
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
from simulator.audience.mood import Fades
from simulator.audience.orders import Order, OrderBook, PaidOrder
from simulator.audience.parameters import Parameters
from simulator.audience.philox import Domain, Luck
from simulator.audience.quantile import hypergeometric
from simulator.audience.room import CART, CONSIDERING, ENTERING, TOPICS, TYPES, WAITING, WATCHING, Room, States
from simulator.audience.spotlight import GONE
from simulator.audience.step import Moves
from simulator.domain.crowd import Reason
from simulator.domain.units import Seconds

_TOPICS = slice(WAITING, WAITING + TOPICS)
LOTS = 1 << 20
"""First purpose of the draws that say at which price pending orders move, in the domain of orders."""
LOTS_AT_MOST = 1 << 10
"""Prices that one product can have orders pending at."""


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
    ordered: list[int] = field(default_factory=list)
    """By product."""
    placed: list[tuple[int, Order, bool]] = field(default_factory=list)
    """Type, order, and whether it came from a cart; like the rest only where orders have numbers."""
    paid: list[Order] = field(default_factory=list)
    cancelled: list[Order] = field(default_factory=list)
    fates: dict[int, int] = field(default_factory=dict)
    """New state of the viewer of each pending order that moved."""


class Tally:
    """Keeps the books of a room; ``book`` numbers its orders, where anybody wants to know."""

    def __init__(self, par: Parameters, states: States, luck: Luck, fades: Fades) -> None:
        self._par = par
        self._states = states
        self._luck = luck
        self._fades = fades

    def settle(
        self, room: Room, moves: Moves, weather: Sequence[float], book: OrderBook | None, causes: Causes, now: Seconds
    ) -> Sums:
        """Enter the moves into orders, stock and totals; before they are committed."""
        states = self._states
        sums = Sums(ordered=[0] * states.products)
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
            if any(any(flow[states.ordered : states.buyer]) for flow in flows):
                self._pending(room, moves, weather, book, causes, now, sums)
            self._placed(room, moves, book, now, sums)
        if moves.any_resolved:
            sums.resolved = moves.resolved.sum(axis=(0, 1)).tolist()
            totals.answered += sum(sums.resolved)
            totals.answered_to_card += int(moves.resolved[1].sum())
        totals.entered += int(moves.arrivals.sum() + moves.opening.sum())
        totals.left += sums.left
        totals.comments += sums.comments + sums.asked
        totals.asked += sums.asked
        totals.clicks += sums.clicks
        totals.carts += sums.carts
        totals.refused += sum(moves.refused)
        return sums

    def _pending(
        self,
        room: Room,
        moves: Moves,
        weather: Sequence[float],
        book: OrderBook | None,
        causes: Causes,
        now: Seconds,
        sums: Sums,
    ) -> None:
        """Orders that are paid, cancelled, or left behind."""
        states, totals = self._states, room.totals
        moved = moves.exits[:, :, states.ordered : states.buyer]
        chances = [mind.refund_chance(room, product, self._par, weather) for product in room.products]
        for kind, p in np.argwhere(moved.any(axis=0)).tolist():
            product, lots = room.products[p], room.pending[p]
            going = moved[:, kind, p].tolist()
            taken = 0
            for slot in (LEFT, PAYS, CANCELS):
                for price, many in self._lots(room, kind, p, slot, going[slot]):
                    lots[price][kind] -= many
                    if slot == PAYS:
                        totals.paid += many
                        totals.gmv += price * many
                        totals.net_gmv += (1 - chances[p]) * price * many
                    else:
                        totals.cancelled += many
                        product.stock += many
                        product.taken -= many
                    if book is not None:
                        orders = book.pick(self._luck, room.tick, (kind, p, price), many, taken)
                        taken += many
                        if slot == PAYS:
                            refunds = causes.refunded(p)
                            book.paid += [PaidOrder(order, now, chances[p], refunds) for order in orders]
                            sums.paid += orders
                        else:
                            sums.cancelled += orders
                        state = {LEFT: GONE, PAYS: states.buyer, CANCELS: WATCHING}[slot]
                        sums.fates.update({order.number: state for order in orders})
        for lots in room.pending:
            for price in [price for price, by_type in lots.items() if not by_type.any()]:
                del lots[price]

    def _lots(self, room: Room, kind: int, product: int, slot: int, many: int) -> list[tuple[int, int]]:
        """At which prices ``many`` pending orders move: a random part of those of this type and product."""
        if not many:
            return []
        lots = [(price, int(by_type[kind])) for price, by_type in sorted(room.pending[product].items())]
        lots = [(price, here) for price, here in lots if here]
        if len(lots) == 1:
            return [(lots[0][0], many)]
        others = sum(here for _, here in lots)
        cell = kind * self._states.count + self._states.ordered + product
        found = []
        for turn, (price, here) in enumerate(lots):
            others -= here
            u, _ = self._luck.pair(room.tick, cell, LOTS + slot * LOTS_AT_MOST + turn, Domain.ORDERS)
            lucky = hypergeometric(u, here, others, many)
            many -= lucky
            if lucky:
                found.append((price, lucky))
        return found

    def _placed(self, room: Room, moves: Moves, book: OrderBook | None, now: Seconds, sums: Sums) -> None:
        """New orders, at the price of this moment."""
        for p, product in enumerate(room.products):
            routes = [(CARD_ORDERS, CONSIDERING)] if p == room.focus else []
            for slot, state in (*routes, (CART_ORDERS, CART + p)):
                many = moves.flows[slot][state]
                if not many:
                    continue
                price = shelf.asking_price(product)
                by_type = moves.exits[slot, :, state]
                lot = room.pending[p].setdefault(price, np.zeros(TYPES, dtype=np.int64))
                lot += by_type
                product.stock -= many
                product.taken += many
                product.last_order_at = now
                room.totals.orders += many
                sums.ordered[p] += many
                if book is not None:
                    for kind in np.repeat(np.arange(TYPES), by_type).tolist():
                        sums.placed.append((kind, book.place(kind, p, price), state != CONSIDERING))

    def after(self, room: Room, moves: Moves, sums: Sums, online: int, now: Seconds, causes: bool) -> None:
        """What the room knows and feels once the moves are committed (section 3, step 6); ``online`` is before them.

        ``causes`` says whether the ledgers are kept.
        """
        par, counts, products = self._par, room.counts, room.products
        there = int(counts.sum())
        settled = there - int(counts[:, ENTERING].sum())
        came = (moves.flows[SETTLES][ENTERING] if moves.any_exit else 0) + int(moves.opening.sum())
        if par.dilution and came and settled:
            keep = 1 - came / settled
            mind.dilute(room, products, room.heard_points, room.heard_answers, keep)
            if causes:
                credit.dilute(room, keep)
        waiting = int(counts[:, _TOPICS].sum())
        answered = list(room.answered)
        books = credit.Credit(room) if causes and (waiting or answered or any(moves.refused)) else None
        if waiting:
            mind.sour(room, par, waiting, there)
            if books is not None:
                began = min((at for at in room.waiting_since if at is not None), default=now)
                books.enter(began, Reason.UNANSWERED)
        if answered:
            _, answered_at = max((room.answer_quality[topic], room.answer_at[topic]) for topic in answered)
            resolved = sum(sums.resolved)
            if resolved:
                mind.relieve(room, par, resolved, online)
            mind.learn(room, products, room.heard_answers, par)
            if books is not None:
                books.enter(answered_at)
        if any(moves.refused):
            impressions.upset(room, par.refused_discontent)
            if books is not None:
                books.enter(now, Reason.OUT_OF_STOCK)
        for p, product in enumerate(products):
            product.proof = product.proof * self._fades.proof + (sums.ordered[p] / online if online else 0.0)
            shelf.count_down(product, product.taken_late, room.tick)
        room.excitation = room.excitation * self._fades.excitation + sums.comments + sums.asked
        if causes:
            by_topic = counts[:, _TOPICS].sum(axis=0).tolist() if waiting else [0] * TOPICS
            for topic, many in enumerate(by_topic):
                if not many:
                    room.waiting_since[topic] = None
                elif room.waiting_since[topic] is None:
                    room.waiting_since[topic] = now
        totals = room.totals
        totals.peak = max(totals.peak, there)
        totals.viewer_seconds += there * par.tick_s
