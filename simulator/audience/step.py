"""Who moves in one tick: every draw of the room, from the counts at its start (audience model, sections 3 to 5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulator.audience.draws import Drawing
from simulator.audience.exponential import exp, fallings
from simulator.audience.hazards import (
    ASKS,
    BUYER_CLICKS,
    CANCELS,
    CARD_ASKS,
    CARD_BACK,
    CARD_CARTS,
    CARD_ORDERS,
    CART_BACK,
    CART_ORDERS,
    CLICKS,
    GIVES_UP,
    PAYS,
    SETTLES,
    SLOTS,
    Hazards,
)
from simulator.audience.mood import Mood
from simulator.audience.parameters import Parameters
from simulator.audience.philox import Luck, Purpose, Uniforms
from simulator.audience.quantile import Counts, binomial, hypergeometric, one_binomial, poisson
from simulator.audience.room import (
    CART,
    CONSIDERING,
    ENTERING,
    NODES,
    NOTHING,
    SEGMENTS,
    TOPICS,
    TYPES,
    WAITING,
    WATCHING,
    Room,
    States,
)
from simulator.audience.shelf import on_sale


@dataclass(slots=True)
class Moves:
    """Everybody's moves of one tick."""

    exits: Counts
    """By destination, type and state (``hazards.SLOTS``), orders that found no stock taken out."""
    asked: Counts
    """From watching and from the card (0, 1), by type and topic."""
    resolved: Counts
    """Answered viewers to watching and to the card (0, 1), by type and topic."""
    comments: Counts
    """By type and state."""
    refused: list[int]
    """By product."""
    arrivals: Counts
    """By type."""
    opening: Counts
    """Viewers who were waiting for the stream to begin, by type; at the first tick only."""
    likes: NDArray[np.float64]
    """Uniforms for the likes of each segment."""
    follows: NDArray[np.float64]
    talk: NDArray[np.float64]
    """Rates of comments, by type and state,"""
    echo: float
    """ … and what part of each other comments drew."""
    flows: list[list[int]]
    """Sums of the exits by destination and state."""
    any_exit: bool
    """Whether anybody moved at all."""
    any_resolved: bool

    def echo_share(self, counts: Counts) -> float:
        """What part of all comments to be expected of these viewers is drawn by other comments."""
        if not self.echo:
            return 0.0
        return self.echo * int(counts.sum()) / float((self.talk * counts).sum())


class Step:
    """Draws the moves of one tick."""

    def __init__(self, par: Parameters, states: States, hazards: Hazards, luck: Luck) -> None:
        self._par = par
        self._states = states
        self._hazards = hazards
        self._luck = luck
        self._drawing = Drawing(luck, states)
        self._nodes = np.repeat(np.array(par.node_weights)[:, None], SEGMENTS, axis=1)
        self._none_by_type = np.zeros(TYPES, dtype=np.int64)
        self._nobody = np.zeros((2, TYPES, TOPICS), dtype=np.int64)

    def moves(self, room: Room, mood: Mood, weather: Sequence[float], arriving: float, opening: int) -> Moves:
        """Draw exits, destinations, comments and arrivals; ``arriving`` is the expected number of this tick."""
        states = self._states
        tick = room.tick
        counts = room.counts
        online = int(counts.sum())
        rates = self._hazards.rates(room, mood, weather)
        comment_rates, echo = self._hazards.comments(room, mood, online)
        resolved = self._resolved(room, tick)
        staying = counts
        if resolved is not self._nobody:
            staying = counts.copy()
            staying[:, WAITING : WAITING + TOPICS] -= resolved.sum(axis=0)

        exits = np.zeros((SLOTS, TYPES, states.count), dtype=np.int64)
        comments = np.zeros_like(counts)
        asked = np.zeros((2, TYPES, TOPICS), dtype=np.int64)
        cells = counts.reshape(-1).nonzero()[0]
        draws = self._drawing.at(tick)
        some = False
        if cells.size:
            dt = self._par.tick_s
            flat = rates.reshape(SLOTS, -1)[:, cells]
            n = staying.reshape(-1)[cells]
            drawn = binomial(
                np.concatenate((draws.exits[cells], draws.comments[cells])),
                np.concatenate((n, counts.reshape(-1)[cells])),
                fallings(
                    np.concatenate(
                        (flat[0] + (flat[1] + flat[2] + flat[3] + flat[4]), comment_rates.reshape(-1)[cells])
                    )
                    * dt
                ),
            )
            going = drawn[: cells.size]
            comments.reshape(-1)[cells] = drawn[cells.size :]
            rows = going.nonzero()[0]
            if rows.size:
                some = True
                exits.reshape(SLOTS, -1)[:, cells[rows]] = _conditional(
                    going[rows], flat[:, rows], draws.split[cells[rows]].T
                )
                asked = self._topics(draws.topics, exits, mood)
        flows: list[list[int]] = np.add.reduce(exits, axis=1).tolist() if some else []
        refused = self._ration(room, tick, exits, flows) if some else [0] * states.products
        if any(refused):
            flows = np.add.reduce(exits, axis=1).tolist()
        return Moves(
            exits=exits,
            asked=asked,
            resolved=resolved,
            comments=comments,
            refused=refused,
            arrivals=self._arrivals(draws.arrivals, arriving),
            opening=self._by_type(opening, draws.opening) if opening else self._none_by_type,
            likes=draws.likes,
            follows=draws.follows,
            talk=comment_rates,
            echo=echo,
            flows=flows,
            any_exit=some,
            any_resolved=staying is not counts,
        )

    def _resolved(self, room: Room, tick: int) -> Counts:
        """Waiting viewers whose topic was answered: to watching, to the card."""
        par = self._par
        answered = [topic for topic in room.answered if room.counts[:, WAITING + topic].any()]
        if not answered:
            return self._nobody
        resolved = np.zeros((2, TYPES, TOPICS), dtype=np.int64)
        for topic in answered:
            quality = room.answer_quality[topic]
            waiting = room.counts[:, WAITING + topic]
            cells = np.arange(TYPES) * self._states.count + WAITING + topic
            u, v = self._luck.pairs(tick, cells, int(Purpose.ANSWERED))
            reached = binomial(u, waiting, np.full(TYPES, par.answer_reach * min(max(quality, 0.0), 1.0)))
            to_card = self._none_by_type
            if room.focus != NOTHING:
                to_card = binomial(v, reached, np.full(TYPES, par.answered_to_card))
            resolved[0, :, topic] = reached - to_card
            resolved[1, :, topic] = to_card
        return resolved

    def _topics(self, u: Uniforms, exits: Counts, mood: Mood) -> Counts:
        """What is asked, by those who ask."""
        asking = np.stack((exits[ASKS, :, WATCHING], exits[CARD_ASKS, :, CONSIDERING]))
        asked = np.zeros((2, TYPES, TOPICS), dtype=np.int64)
        origins, kinds = asking.nonzero()
        if kinds.size:
            weights = (self._hazards.topics[kinds] * np.array(mood.unknown)).T
            asked[origins, kinds] = _conditional(asking[origins, kinds], weights, u[origins, kinds].T).T
        return asked

    def _ration(self, room: Room, tick: int, exits: Counts, flows: list[list[int]]) -> list[int]:
        """Give what stock there is to a random part of those who want it; the others stay where they were.

        ``flows`` are the exits by destination and state.
        """
        states = self._states
        refused = [0] * len(room.products)
        for p, product in enumerate(room.products):
            everyone = flows[CART_ORDERS][CART + p]
            if p == room.focus:
                everyone += flows[CARD_ORDERS][CONSIDERING]
            if everyone <= on_sale(product):
                continue
            wants = [(CART_ORDERS, kind, CART + p) for kind in np.flatnonzero(exits[CART_ORDERS, :, CART + p])]
            if p == room.focus:
                card = np.flatnonzero(exits[CARD_ORDERS, :, CONSIDERING])
                wants += [(CARD_ORDERS, kind, CONSIDERING) for kind in card]
            refused[p] = everyone - on_sale(product)
            others, units = everyone, on_sale(product)
            for want in sorted(wants, key=lambda want: (want[1], want[2])):
                here = int(exits[want])
                others -= here
                u, _ = self._luck.pair(tick, int(want[1]) * states.count + want[2], int(Purpose.STOCK))
                lucky = hypergeometric(u, here, others, units)
                exits[want] = lucky
                units -= lucky
        return refused

    def _arrivals(self, u: list[float], expected: float) -> Counts:
        """Who comes in, by type: never touched by what the host does."""
        if u[0] <= exp(-expected):
            return self._none_by_type
        many = int(poisson(np.array([u[0]]), np.array([expected]))[0])
        return self._by_type(many, u[1:])

    def _by_type(self, many: int, u: list[float]) -> Counts:
        """Split newcomers by segment, then by what they would pay."""
        by_segment = np.array(_parts(many, self._par.shares, u[:SEGMENTS]))
        levels = np.array(u[SEGMENTS : SEGMENTS + TYPES]).reshape(SEGMENTS, NODES).T
        return _conditional(by_segment, self._nodes, levels[: NODES - 1]).T.reshape(-1)


def _conditional(many: Counts, weights: NDArray[np.float64], u: NDArray[np.float64]) -> Counts:
    """Columns of ``many`` split over the rows of ``weights``: multinomials by conditional binomials, in their order."""
    rest = np.add.accumulate(weights[::-1], axis=0)[::-1]
    chance = np.divide(weights, rest, out=np.zeros(weights.shape), where=weights > 0)
    split = np.zeros(weights.shape, dtype=np.int64)
    left = many
    last = len(weights) - 1
    for turn in range(last):
        split[turn] = taken = binomial(u[turn], left, chance[turn])
        left = left - taken
        if not np.logical_or.reduce(left):
            break
    split[last] = left
    return split


def _parts(many: int, shares: tuple[float, ...], u: list[float]) -> list[int]:
    """``many`` split by ``shares``: a multinomial by conditional binomials."""
    parts = []
    left, rest = many, 0.0
    for share in shares:
        rest += share  # in this order: later Pythons add up otherwise
    for share, level in zip(shares[:-1], u, strict=False):
        taken = 0
        if left:
            taken = one_binomial(level, left, min(share / rest, 1.0))
        parts.append(taken)
        left -= taken
        rest -= share
    return [*parts, left]


def commit(room: Room, moves: Moves, states: States) -> None:
    """Make all moves at once."""
    counts, exits = room.counts, moves.exits
    if moves.any_exit:
        products = states.products
        ordered = states.ordered
        counts -= exits.sum(axis=0)
        carts = slice(CART, CART + products)
        pending = slice(ordered, ordered + products)
        waiting = slice(WAITING, WAITING + TOPICS)
        counts[:, WATCHING] += (
            exits[SETTLES, :, ENTERING]
            + exits[CARD_BACK, :, CONSIDERING]
            + exits[GIVES_UP, :, waiting].sum(axis=1)
            + exits[CART_BACK, :, carts].sum(axis=1)
            + exits[CANCELS, :, pending].sum(axis=1)
        )
        counts[:, CONSIDERING] += exits[CLICKS, :, WATCHING] + exits[BUYER_CLICKS, :, states.buyer]
        counts[:, waiting] += moves.asked.sum(axis=0)
        counts[:, pending] += exits[CART_ORDERS, :, carts]
        counts[:, states.buyer] += exits[PAYS, :, pending].sum(axis=1)
        if room.focus != NOTHING:
            counts[:, CART + room.focus] += exits[CARD_CARTS, :, CONSIDERING]
            counts[:, ordered + room.focus] += exits[CARD_ORDERS, :, CONSIDERING]
    if moves.any_resolved:
        counts[:, WAITING : WAITING + TOPICS] -= moves.resolved.sum(axis=0)
        counts[:, WATCHING] += moves.resolved[0].sum(axis=1)
        counts[:, CONSIDERING] += moves.resolved[1].sum(axis=1)
    counts[:, ENTERING] += moves.arrivals
    counts[:, WATCHING] += moves.opening
