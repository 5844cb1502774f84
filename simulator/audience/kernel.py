"""A whole rollout in loops over numbers, for a compiler: the same counts as ``Audience``, draw for draw.

``compiled`` makes machine code of it; nothing here is run as it stands. What the room knows and feels is ``mind``, as
everywhere; the draws have the addresses of ``step`` and ``tally``.
"""

from __future__ import annotations

from simulator.audience.acts import Input
from simulator.audience.board import COUNTED, Board, Programme, Scratch, Tables
from simulator.audience.exponential import exp
from simulator.audience.hazards import CARD_ORDERS, CART_ORDERS
from simulator.audience.impressions import gather, take, upset, watch
from simulator.audience.kernel_cells import clear, draw, newcomers, occupy, place_orders, ration, settle_cells
from simulator.audience.kernel_draws import moved, pair, pairs, summed
from simulator.audience.mind import dilute, feel, learn, refund_chance, relax, relieve, sour
from simulator.audience.philox import Domain, Purpose
from simulator.audience.quantile import Counts, Floats
from simulator.audience.room import (
    CART,
    CONSIDERING,
    ENTERING,
    NODES,
    NONE,
    NOTHING,
    SEGMENTS,
    TOPICS,
    TYPES,
    UNASKED,
    WAITING,
    WATCHING,
)
from simulator.audience.shelf import count_down, on_sale
from simulator.audience.troubles import Effect

# A compiler takes plain numbers where an address wants them.
_ARRIVALS = int(Purpose.ARRIVALS)
_ARRIVALS_BY_SEGMENT = int(Purpose.ARRIVALS_BY_SEGMENT)
_ARRIVALS_BY_NODE = int(Purpose.ARRIVALS_BY_NODE)
_OPENING_BY_SEGMENT = int(Purpose.OPENING_BY_SEGMENT)
_OPENING_BY_NODE = int(Purpose.OPENING_BY_NODE)
_LIKES_AND_FOLLOWS = int(Purpose.LIKES_AND_FOLLOWS)
_HOST = int(Domain.HOST)
_ARRIVE = int(Effect.ARRIVE)
FIXED = SEGMENTS + 1
"""Draws of every tick: likes and follows by segment, and arrivals."""


def answer(tick: int, now: float, since: int, g: Programme, b: Board, t: Tables, seed: int, roll: int) -> int:
    """The closed loop of a host who answers; returns the ticks since his last try."""
    best = NOTHING
    most = 0
    for topic in range(TOPICS):
        here = 0
        for kind in range(TYPES):
            here += b.counts[kind, WAITING + topic]
        if here > most and g.heeds[topic] > 0:
            best = topic
            most = here
    if best == NOTHING:
        return since
    u, _ = pair(tick, 0, 0, _HOST, seed, roll)
    if u < g.heeds[best]:
        take(
            b.room[0], b.products, b.heard_points, b.troubles, t.par[0],
            Input.ANSWER, NOTHING, best, g.quality, NONE, now,
        )  # fmt: skip
    return 0


def commit(counts: Counts, change: Counts, by_segment: Counts) -> tuple[int, int, int]:
    """Make all moves at once; returns who is there, who is still entering, who waits for an answer."""
    there = 0
    entering = 0
    waiting = 0
    for segment in range(SEGMENTS):
        here = 0
        for kind in range(segment * NODES, (segment + 1) * NODES):
            for state in range(counts.shape[1]):
                n = counts[kind, state] + change[kind, state]
                counts[kind, state] = n
                here += n
            entering += counts[kind, ENTERING]
            for state in range(WAITING, CART):
                waiting += counts[kind, state]
        by_segment[segment] = here
        there += here
    return there, entering, waiting


def step(
    tick: int, now: float, level: float, opening: int, online: int, waiting: int, t: Tables, b: Board, s: Scratch,
    seed: int, roll: int,
) -> tuple[int, int]:  # fmt: skip
    """One tick, once its inputs are taken in; who is there and who waits, before it and (returned) after it."""
    room = b.room[0]
    par = t.par[0]
    totals = b.totals[0]
    mood = s.mood[0]
    products = b.products
    watch(room, products, b.troubles, waiting, now)
    gather(s.weather, b.troubles)
    relax(room, products, par, t.fades[0], s.weather, now)
    feel(room, products, par, s.weather, mood)
    expected = level * exp(s.weather[_ARRIVE]) * par.tick_s
    cells = occupy(b.counts, s.kinds, s.places, s.occupied, s.purposes)
    for segment in range(SEGMENTS):
        s.occupied[cells + segment] = segment
        s.purposes[cells + segment] = _LIKES_AND_FOLLOWS
    s.occupied[cells + SEGMENTS] = 0
    s.purposes[cells + SEGMENTS] = _ARRIVALS
    pairs(tick, s.occupied, s.purposes, cells + FIXED, seed, roll, s.first, s.second)
    s.change[:] = 0
    s.wanted[:] = 0
    s.ordered[:] = 0
    answered = totals.answered
    leaving = draw(cells, online, tick, t, b, s, seed, roll)
    refused = 0
    for p in range(len(products)):
        if s.wanted[p] > on_sale(products[p]):
            refused += ration(p, tick, b, s, seed, roll)
        s.refund[p] = refund_chance(room, products[p], par, s.weather)
    asked, came = settle_cells(leaving, tick, t, b, s, seed, roll)
    for p in range(len(products)):
        if s.wanted[p] > 0:
            if p == room.focus:
                place_orders(p, CARD_ORDERS, CONSIDERING, b, s)
            place_orders(p, CART_ORDERS, CART + p, b, s)
    clear(leaving, s)
    arriving = 0
    u = s.first[cells + SEGMENTS]
    if u > exp(-expected):
        arriving = summed(u, -1, expected, expected, s.sums)
        newcomers(arriving, tick, _ARRIVALS_BY_SEGMENT, _ARRIVALS_BY_NODE, par, ENTERING, s, seed, roll)
    if opening > 0:
        newcomers(opening, tick, _OPENING_BY_SEGMENT, _OPENING_BY_NODE, par, WATCHING, s, seed, roll)
    totals.entered += arriving + opening
    totals.comments += s.comments[0] + asked
    totals.refused += refused
    there, entering, waiting = commit(b.counts, s.change, s.by_segment)
    resolved = totals.answered - answered
    after(came + opening, asked, resolved, refused, online, there, there - entering, waiting, tick, t, b, s)
    for segment in range(SEGMENTS):
        here = s.by_segment[segment]
        totals.likes += moved(s.first[cells + segment], here, t.like[segment] * mood.likes, s.sums)
        totals.follows += moved(s.second[cells + segment], here, t.follow[segment] * mood.follows, s.sums)
    room.tick += 1
    return there, waiting


def after(
    came: int, asked: int, resolved: int, refused: int, online: int, there: int, settled: int, waiting: int, tick: int,
    t: Tables, b: Board, s: Scratch,
) -> None:  # fmt: skip
    """What the room knows and feels once the moves are committed, as ``tally.Tally.after``."""
    room = b.room[0]
    par = t.par[0]
    totals = b.totals[0]
    if par.dilution == 1 and came > 0 and settled > 0:
        dilute(room, b.products, b.heard_points, b.heard_answers, 1 - came / settled)
    if waiting > 0:
        sour(room, par, waiting, there)
    answered = False
    for topic in range(TOPICS):
        answered = answered or room.answer_quality[topic] != UNASKED
    if answered:
        if resolved > 0:
            relieve(room, par, resolved, online)
        learn(room, b.products, b.heard_answers, par)
    if refused > 0:
        upset(room, par.refused_discontent)
    for p in range(len(b.products)):
        product = b.products[p]
        product.proof = product.proof * t.fades[0].proof + (s.ordered[p] / online if online > 0 else 0.0)
        count_down(product, b.late[p], tick)
    room.excitation = room.excitation * t.fades[0].excitation + s.comments[0] + asked
    totals.peak = max(totals.peak, there)
    totals.viewer_seconds += there * par.tick_s


def count(row: Floats, b: Board) -> None:
    """A row of results: ``rollouts.COUNTERS``, then the stock of each product."""
    totals = b.totals[0]
    row[0] = totals.entered
    row[1] = totals.left
    row[2] = totals.comments
    row[3] = totals.asked
    row[4] = totals.answered
    row[5] = totals.gave_up
    row[6] = totals.likes
    row[7] = totals.follows
    row[8] = totals.clicks
    row[9] = totals.carts
    row[10] = totals.orders
    row[11] = totals.paid
    row[12] = totals.cancelled
    row[13] = totals.gmv / 100
    row[14] = totals.net_gmv / 100
    row[15] = totals.peak
    row[16] = totals.viewer_seconds
    row[17] = b.counts.sum()
    row[18] = b.counts[:, WAITING:CART].sum()
    row[19] = totals.refused
    stock = 0
    for p in range(len(b.products)):
        stock += b.products[p].stock
        row[COUNTED + p] = b.products[p].stock
    row[20] = stock


def run(b: Board, t: Tables, g: Programme, s: Scratch, seed: int, roll: int, results: Floats) -> None:
    """Play the whole programme; a row of results each ``every`` ticks, the last at the end."""
    room = b.room[0]
    first = room.tick
    s.change[:] = 0
    online, _, waiting = commit(b.counts, s.change, s.by_segment)
    speaking = g.speaking
    since = 0
    turn = 0
    for number in range(len(g.times)):
        tick = first + number
        now = g.times[number]
        while turn < len(g.acts) and g.acts[turn].tick <= number:
            act = g.acts[turn]
            turn += 1
            if act.code == Input.SPEAKING:
                speaking = 1
            elif act.code == Input.SILENT:
                speaking = 0
            take(
                room, b.products, b.heard_points, b.troubles, t.par[0],
                act.code, act.product, act.number, act.amount, act.until, act.at,
            )  # fmt: skip
        if g.interval > 0:
            since += 1
            if since >= g.interval and speaking == 1 and waiting > 0:
                since = answer(tick, now, since, g, b, t, seed, roll)
        opening = g.opening if tick == 0 else 0
        online, waiting = step(tick, now, g.levels[number], opening, online, waiting, t, b, s, seed, roll)
        if (number + 1) % g.every == 0 or number + 1 == len(g.times):
            count(results[number // g.every], b)
