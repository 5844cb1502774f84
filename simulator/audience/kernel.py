"""A whole rollout in loops over numbers, for a compiler: the same counts as ``Audience``, draw for draw.

``compiled`` makes machine code of it; nothing here is run as it stands. What the room knows and feels is ``mind``, as
everywhere; the draws have the addresses of ``step`` and ``tally``.
"""

from __future__ import annotations

from typing import Any

from simulator.audience.acts import Input
from simulator.audience.board import COUNTED, FIXED, Board, Programme, Scratch, Tables
from simulator.audience.exponential import exp
from simulator.audience.hazards import CARD_ORDERS, CART_ORDERS
from simulator.audience.impressions import gather, take, upset, watch
from simulator.audience.kernel_cells import clear, draw, newcomers, place_orders, ration, resolve, settle_cells
from simulator.audience.kernel_draws import moved, pair, pairs, summed
from simulator.audience.kernel_rates import rates
from simulator.audience.mind import dilute, feel, learn, relax, relieve, sour
from simulator.audience.philox import Domain, Purpose
from simulator.audience.quantile import Floats
from simulator.audience.room import (
    CART,
    CONSIDERING,
    ENTERING,
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
_ARRIVALS_BY_SEGMENT = int(Purpose.ARRIVALS_BY_SEGMENT)
_ARRIVALS_BY_NODE = int(Purpose.ARRIVALS_BY_NODE)
_OPENING_BY_SEGMENT = int(Purpose.OPENING_BY_SEGMENT)
_OPENING_BY_NODE = int(Purpose.OPENING_BY_NODE)
_HOST = int(Domain.HOST)
_ARRIVE = int(Effect.ARRIVE)


def lent(bundle: Any) -> Any:
    """The same; ``compiled`` has it say that its arrays outlive the call, so that nobody counts who holds them."""
    return bundle


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


def commit(b: Board, s: Scratch) -> tuple[int, int, int, int]:
    """Make all moves at once, and list who is where: how many cells are occupied, who is there, entering, waiting."""
    counts, occupied = b.counts.ravel(), s.occupied
    change = s.change.ravel()
    for cell in range(len(counts)):
        counts[cell] += change[cell]
        change[cell] = 0
    cells = 0
    for cell in range(len(counts)):
        if counts[cell] > 0:
            occupied[FIXED + cells] = cell
            cells += 1
    there = 0
    entering = 0
    waiting = 0
    each = len(counts) // SEGMENTS
    for segment in range(SEGMENTS):
        here = 0
        for cell in range(segment * each, (segment + 1) * each):
            here += counts[cell]
        s.by_segment[segment] = here
        there += here
    for kind in range(TYPES):
        entering += b.counts[kind, ENTERING]
        for topic in range(TOPICS):
            waiting += b.counts[kind, WAITING + topic]
    return cells, there, entering, waiting


def step(
    tick: int, now: float, level: float, opening: int, cells: int, online: int, waiting: int,
    t: Tables, b: Board, s: Scratch, seed: int, roll: int,
) -> tuple[int, int, int]:  # fmt: skip
    """One tick, once its inputs are taken in; occupied cells, who is there, who waits: before and (returned) after."""
    room = b.room[0]
    par = t.par[0]
    totals = b.totals[0]
    mood = s.mood[0]
    products = b.products
    watch(room, products, b.troubles, waiting, now)
    gather(s.weather, b.troubles, room.cut, now)
    relax(room, products, par, t.fades[0], s.weather, now)
    feel(room, products, par, s.weather, mood)
    expected = level * exp(s.weather[_ARRIVE]) * par.tick_s
    rates(online, b, t, s)
    pairs(tick, s.occupied, s.purposes, FIXED + cells, seed, roll, s.first, s.second)
    s.wanted[:] = 0
    s.ordered[:] = 0
    before = totals.answered
    answered = False
    for topic in range(TOPICS):
        answered = answered or room.answer_quality[topic] != UNASKED
    if answered:
        resolve(tick, t, b, s, seed, roll)
    leaving = draw(cells, answered, tick, b, t, s, seed, roll)
    refused = 0
    for p in range(len(products)):
        if s.wanted[p] > on_sale(products[p]):
            refused += ration(p, tick, b, s, seed, roll)
    asked, came = settle_cells(leaving, tick, t, b, s, seed, roll)
    for p in range(len(products)):
        if s.wanted[p] > 0:
            if p == room.focus:
                place_orders(p, CARD_ORDERS, CONSIDERING, b, s)
            place_orders(p, CART_ORDERS, CART + p, b, s)
    clear(leaving, t, s)
    arriving = 0
    u = s.first[SEGMENTS]
    if u > exp(-expected):
        arriving = summed(u, -1, expected, expected, s.sums)
        newcomers(arriving, tick, _ARRIVALS_BY_SEGMENT, _ARRIVALS_BY_NODE, ENTERING, t, s, seed, roll)
    if opening > 0:
        newcomers(opening, tick, _OPENING_BY_SEGMENT, _OPENING_BY_NODE, WATCHING, t, s, seed, roll)
    totals.entered += arriving + opening
    totals.comments += s.comments[0] + asked
    totals.refused += refused
    cells, there, entering, waiting = commit(b, s)
    resolved = totals.answered - before if answered else -1
    after(came + opening, asked, resolved, refused, online, there, there - entering, waiting, tick, t, b, s)
    for segment in range(SEGMENTS):
        here = s.by_segment[segment]
        totals.likes += moved(s.first[segment], here, t.like[segment] * mood.likes, s.sums)
        totals.follows += moved(s.second[segment], here, t.follow[segment] * mood.follows, s.sums)
    room.tick += 1
    return cells, there, waiting


def after(
    came: int, asked: int, resolved: int, refused: int, online: int, there: int, settled: int, waiting: int, tick: int,
    t: Tables, b: Board, s: Scratch,
) -> None:  # fmt: skip
    """What the room knows and feels once the moves are committed, as ``tally.Tally.after``.

    ``resolved`` viewers got their answer; below 0 there was none.
    """
    room = b.room[0]
    par = t.par[0]
    totals = b.totals[0]
    if par.dilution == 1 and came > 0 and settled > 0:
        dilute(room, b.products, b.heard_points, b.heard_answers, 1 - came / settled)
    if waiting > 0:
        sour(room, par, waiting, there)
    if resolved >= 0:
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
    b, t, g, s = lent(b), lent(t), lent(g), lent(s)
    room = b.room[0]
    first = room.tick
    cells, online, _, waiting = commit(b, s)
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
        cells, online, waiting = step(tick, now, g.levels[number], opening, cells, online, waiting, t, b, s, seed, roll)
        if (number + 1) % g.every == 0 or number + 1 == len(g.times):
            count(results[number // g.every], b)
