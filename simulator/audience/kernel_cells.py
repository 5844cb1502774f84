"""Who goes where in one tick, one cell after the other, for a compiler: ``step`` and ``tally`` in loops."""

from __future__ import annotations

import numpy as np

from simulator.audience.board import FIXED, Board, Scratch, Tables
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
    LEFT,
    PAYS,
    SETTLES,
    SLOTS,
)
from simulator.audience.kernel_draws import SURELY, binomial, hypergeometric, moved, pair, row
from simulator.audience.kernel_rates import exact, weights
from simulator.audience.mind import refund_chance
from simulator.audience.philox import Domain, Purpose
from simulator.audience.quantile import Counts, Floats
from simulator.audience.room import (
    CART,
    CONSIDERING,
    ENTERING,
    NODES,
    NOTHING,
    SEGMENTS,
    TOPICS,
    TYPES,
    UNASKED,
    WAITING,
    WATCHING,
)
from simulator.audience.shelf import asking_price, on_sale
from simulator.audience.tally import LOTS, LOTS_AT_MOST

# A compiler takes plain numbers where an address wants them.
_SPLIT = int(Purpose.SPLIT)
_ANSWERED = int(Purpose.ANSWERED)
_TOPIC = int(Purpose.TOPIC)
_STOCK = int(Purpose.STOCK)
_ROOM = int(Domain.ROOM)
_ORDERS = int(Domain.ORDERS)


def newcomers(
    many: int, tick: int, by_segment: int, by_node: int, state: int, t: Tables, s: Scratch, seed: int, roll: int
) -> None:
    """Split newcomers by segment, then by what they would pay, into ``state``."""
    par = t.par[0]
    row(tick, 0, by_segment, 1, 0, seed, roll, s.chances)
    left = many
    rest = 0.0
    for segment in range(SEGMENTS):
        rest += par.shares[segment]
    for segment in range(SEGMENTS):
        here = left
        if segment < SEGMENTS - 1:
            here = 0
            if left > 0:
                here = binomial(s.chances[segment], left, min(par.shares[segment] / rest, 1.0), s.sums)
            left -= here
            rest -= par.shares[segment]
        if here > 0:
            row(tick, segment * NODES, by_node, 1, 0, seed, roll, s.parts)
        for node in range(NODES):
            kind = segment * NODES + node
            part = here
            if node < NODES - 1:
                part = 0
                if here > 0:
                    below = par.node_weights[NODES - 1]
                    for other in range(NODES - 2, node - 1, -1):
                        below += par.node_weights[other]
                    part = binomial(s.parts[node], here, par.node_weights[node] / below, s.sums)
                here -= part
            s.change[kind, state] += part


def leavers(cells: int, tick: int, b: Board, t: Tables, s: Scratch, seed: int, roll: int) -> None:
    """Where those go who leave a cell: conditional binomials in the order of the destinations."""
    for number in range(cells):
        row(tick, s.left[number], _SPLIT, 0, 1, seed, roll, s.chances)
        kind, state = t.kinds[s.left[number]], t.states[s.left[number]]
        w0, w1, w2, w3, w4 = weights(kind, state, b, t, s)
        left = s.going[number]
        for slot in range(SLOTS):
            weight, rest = w4, w4
            if slot == 0:
                weight, rest = w0, (((w4 + w3) + w2) + w1) + w0
            elif slot == 1:
                weight, rest = w1, ((w4 + w3) + w2) + w1
            elif slot == 2:
                weight, rest = w2, (w4 + w3) + w2
            elif slot == 3:
                weight, rest = w3, w4 + w3
            taken = left
            # The last of the destinations takes all: what would be drawn is certain.
            if weight != rest:
                taken = 0
                if left > 0 and weight > 0:
                    taken = binomial(s.chances[slot], left, weight / rest, s.sums)
            s.exits[kind, state, slot] = taken
            left -= taken


def asked_topics(
    kind: int, state: int, many: int, tick: int, states: int, t: Tables, s: Scratch, seed: int, roll: int
) -> None:
    """What is asked by those of a cell who ask."""
    cell = kind * states + state
    row(tick, cell, _TOPIC, 0, 1, seed, roll, s.chances)
    left = many
    for topic in range(TOPICS):
        taken = left
        if topic < TOPICS - 1:
            taken = 0
            weight = t.topics[kind, topic] * s.mood[0].unknown[topic]
            if left > 0 and weight > 0:
                rest = t.topics[kind, TOPICS - 1] * s.mood[0].unknown[TOPICS - 1]
                for other in range(TOPICS - 2, topic - 1, -1):
                    rest += t.topics[kind, other] * s.mood[0].unknown[other]
                taken = binomial(s.chances[topic], left, weight / rest, s.sums)
        left -= taken
        s.change[kind, WAITING + topic] += taken


def ration(p: int, tick: int, b: Board, s: Scratch, seed: int, roll: int) -> int:
    """Give what stock there is to a random part of those who want more; returns how many were refused."""
    card = p == b.room[0].focus
    everyone = s.wanted[p]
    units = on_sale(b.products[p])
    refused = int(everyone - units)
    others = everyone
    for kind in range(TYPES):
        for turn in range(2):
            state = CONSIDERING if turn == 0 else CART + p
            slot = CARD_ORDERS if turn == 0 else CART_ORDERS
            if turn == 0 and not card:
                continue
            here = s.exits[kind, state, slot]
            if here == 0:
                continue
            others -= here
            u, _ = pair(tick, kind * b.counts.shape[1] + state, _STOCK, _ROOM, seed, roll)
            lucky = hypergeometric(u, here, others, units)
            s.exits[kind, state, slot] = lucky
            units -= lucky
    return refused


def pending(
    kind: int, p: int, slot: int, many: int, tick: int, states: int, b: Board, t: Tables, s: Scratch, seed: int,
    roll: int,
) -> None:  # fmt: skip
    """Pending orders that are left behind, paid or cancelled: a random part of those of this type and product."""
    others = 0
    filled = 0
    for place in range(b.prices.shape[1]):
        others += b.lots[p, place, kind]
        filled += 1 if b.lots[p, place, kind] > 0 else 0
    turn = 0
    totals = b.totals[0]
    product = b.products[p]
    for place in range(b.prices.shape[1]):
        here = b.lots[p, place, kind]
        if here == 0:
            continue
        lucky = many
        if filled > 1:
            others -= here
            cell = kind * states + CART + b.products.shape[0] + p
            u, _ = pair(tick, cell, LOTS + slot * LOTS_AT_MOST + turn, _ORDERS, seed, roll)
            lucky = hypergeometric(u, here, others, many)
            many -= lucky
        turn += 1
        b.lots[p, place, kind] -= lucky
        price = b.prices[p, place]
        if slot == PAYS:
            totals.paid += lucky
            totals.gmv += price * lucky
            refund = refund_chance(b.room[0], product, t.par[0], s.weather)
            totals.net_gmv += (1 - refund) * price * lucky
        else:
            totals.cancelled += lucky
            product.stock += lucky
            product.taken -= lucky


def place_orders(p: int, slot: int, state: int, b: Board, s: Scratch) -> None:
    """New orders, at the price of this moment."""
    many = 0
    for kind in range(TYPES):
        many += s.exits[kind, state, slot]
    if many == 0:
        return
    product = b.products[p]
    price = asking_price(product)
    place = 0
    while b.prices[p, place] != price:
        place += 1
    for kind in range(TYPES):
        b.lots[p, place, kind] += s.exits[kind, state, slot]
    product.stock -= many
    product.taken += many
    s.ordered[p] += many
    b.totals[0].orders += many


def resolve(tick: int, t: Tables, b: Board, s: Scratch, seed: int, roll: int) -> None:
    """Viewers whose question was answered go back to watching, or to the card."""
    room = b.room[0]
    par = t.par[0]
    totals = b.totals[0]
    s.resolved[:] = 0
    states = b.counts.shape[1]
    for topic in range(TOPICS):
        quality = room.answer_quality[topic]
        if quality == UNASKED:
            continue
        chance = par.answer_reach * min(max(quality, 0.0), 1.0)
        for kind in range(TYPES):
            n = b.counts[kind, WAITING + topic]
            if n == 0:
                continue
            cell = kind * states + WAITING + topic
            u, v = pair(tick, cell, _ANSWERED, _ROOM, seed, roll)
            reached = binomial(u, n, chance, s.sums)
            to_card = binomial(v, reached, par.answered_to_card, s.sums) if room.focus != NOTHING else 0
            s.resolved[cell] = reached
            s.change[kind, WAITING + topic] -= reached
            s.change[kind, WATCHING] += reached - to_card
            s.change[kind, CONSIDERING] += to_card
            totals.answered += reached
            totals.answered_to_card += to_card


def draw(cells: int, answered: bool, tick: int, b: Board, t: Tables, s: Scratch, seed: int, roll: int) -> int:
    """Exits, their destinations and comments of the occupied cells; returns how many of them somebody left.

    ``answered`` says whether ``resolve`` was called in this tick. In most cells nothing happens, which two
    comparisons tell.
    """
    people, occupied = b.counts.ravel(), s.occupied[FIXED:]
    first, second = s.first[FIXED:], s.second[FIXED:]
    talk, exposure, touched = s.talk, s.exposure, s.touched
    hits = 0
    look(cells, occupied, people, talk, exposure, first, second, s.flags)
    for number in range(cells):
        touched[hits] = number
        hits += s.flags[number]
    written = 0
    leaving = 0
    for hit in range(hits):
        number = touched[hit]
        cell = occupied[number]
        n = people[cell]
        written += moved(second[number], n, talk[cell], s.sums)
        going = 0
        if first[number] > 1.0 - n * exposure[cell] * SURELY:
            going = moved(first[number], n - s.resolved[cell] if answered else n, exact(cell, b, t, s), s.sums)
        if going > 0:
            s.left[leaving] = cell
            s.going[leaving] = going
            leaving += 1
    s.comments[0] = written
    leavers(leaving, tick, b, t, s, seed, roll)
    focus = b.room[0].focus
    ordered = CART + len(b.products)
    for number in range(leaving):
        kind, state = t.kinds[s.left[number]], t.states[s.left[number]]
        if state == CONSIDERING and focus != NOTHING:
            s.wanted[focus] += s.exits[kind, state, CARD_ORDERS]
        elif CART <= state < ordered:
            s.wanted[state - CART] += s.exits[kind, state, CART_ORDERS]
    return leaving


def look(
    cells: int, occupied: Counts, people: Counts, talk: Floats, exposure: Floats, first: Floats, second: Floats,
    flags: Counts,
) -> None:  # fmt: skip
    """Flag the cells in which a draw may come to something: in the others nobody moves or says anything."""
    for number in range(cells):
        cell = np.uint64(occupied[number])
        n = people[cell]
        moves = first[number] > 1.0 - n * exposure[cell] * SURELY
        talks = second[number] > 1.0 - n * talk[cell] * SURELY
        flags[number] = 1 if moves | talks else 0


def settle_cells(cells: int, tick: int, t: Tables, b: Board, s: Scratch, seed: int, roll: int) -> tuple[int, int]:
    """Enter who left which cell into the books and the changes; returns who asked, who settled."""
    totals = b.totals[0]
    states = b.counts.shape[1]
    products = b.products.shape[0]
    ordered = CART + products
    buyer = CART + 2 * products
    focus = b.room[0].focus
    asked = 0
    settled = 0
    gone = 0
    for number in range(cells):
        kind, state = t.kinds[s.left[number]], t.states[s.left[number]]
        if ordered <= state < buyer:
            for slot in range(3):
                if s.exits[kind, state, slot] > 0:
                    pending(kind, state - ordered, slot, s.exits[kind, state, slot], tick, states, b, t, s, seed, roll)
    for number in range(cells):
        kind, state = t.kinds[s.left[number]], t.states[s.left[number]]
        out = s.exits[kind, state]
        gone += out[LEFT]
        for slot in range(SLOTS):
            s.change[kind, state] -= out[slot]
        if state == ENTERING:
            s.change[kind, WATCHING] += out[SETTLES]
            settled += out[SETTLES]
        elif state == WATCHING:
            s.change[kind, CONSIDERING] += out[CLICKS]
            totals.clicks += out[CLICKS]
            asked += out[ASKS]
            if out[ASKS] > 0:
                asked_topics(kind, state, out[ASKS], tick, states, t, s, seed, roll)
        elif state == CONSIDERING:
            asked += out[CARD_ASKS]
            if out[CARD_ASKS] > 0:
                asked_topics(kind, state, out[CARD_ASKS], tick, states, t, s, seed, roll)
            s.change[kind, WATCHING] += out[CARD_BACK]
            totals.carts += out[CARD_CARTS]
            if focus != NOTHING:
                s.change[kind, CART + focus] += out[CARD_CARTS]
                s.change[kind, ordered + focus] += out[CARD_ORDERS]
        elif state < CART:
            s.change[kind, WATCHING] += out[GIVES_UP]
            totals.gave_up += out[GIVES_UP]
            totals.left_waiting += out[LEFT]
        elif state < ordered:
            s.change[kind, state + products] += out[CART_ORDERS]
            s.change[kind, WATCHING] += out[CART_BACK]
        elif state < buyer:
            s.change[kind, buyer] += out[PAYS]
            s.change[kind, WATCHING] += out[CANCELS]
        else:
            s.change[kind, CONSIDERING] += out[BUYER_CLICKS]
            totals.clicks += out[BUYER_CLICKS]
    totals.asked += asked
    totals.left += gone
    return asked, settled


def clear(cells: int, t: Tables, s: Scratch) -> None:
    """Forget the exits of a tick."""
    for number in range(cells):
        kind, state = t.kinds[s.left[number]], t.states[s.left[number]]
        for slot in range(SLOTS):
            s.exits[kind, state, slot] = 0
