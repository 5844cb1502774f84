"""The rates of all cells in one tick, for a compiler: ``hazards`` in loops over rows, several at once."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.audience.board import Board, Scratch, Tables
from simulator.audience.exponential import exp
from simulator.audience.quantile import Floats
from simulator.audience.room import CART, CONSIDERING, ENTERING, NOTHING, TOPICS, TYPES, WAITING, WATCHING
from simulator.audience.troubles import Effect

_BARGAIN = int(Effect.BARGAIN)


def rates(online: int, b: Board, t: Tables, s: Scratch) -> None:
    """By cell: ``exposure`` to leaving it and ``talk``, both rate times tick; what ``weights`` needs besides.

    On the product card ``exposure`` is right but for rounding: ``exact`` tells what is drawn by.
    """
    room = b.room[0]
    mood = s.mood[0]
    par = t.par[0]
    states = b.counts.shape[1]
    products = len(b.products)
    dt = par.tick_s
    echo = par.hawkes_rate * room.excitation / online if online > 0 else 0.0
    comment, comments = t.comment.ravel(), mood.comments
    talk, exposure = s.talk, s.exposure
    for cell in range(len(talk)):
        talk[cell] = (comment[cell] * comments + echo) * dt
    row = s.row
    for topic in range(TOPICS):
        row[WAITING + topic] = par.give_up_rate
    for p in range(products):
        row[CART + p] = mood.cart_buys[p] + mood.puts_back
        row[CART + products + p] = mood.pays + mood.cancels
    spread(t.settled_leave, row, mood.leaves, dt, exposure)
    curiosity(t.topics, mood.unknown, t.ask, mood.asks, s.asking)
    leaves, flees, settles = mood.leaves, mood.flees, mood.settles
    clicks, again = mood.clicks, par.click_buyer * mood.clicks
    stays = t.settled_leave.ravel()
    considering = par.ask_considering
    for kind in range(TYPES):
        start = kind * states
        asking = s.asking[kind]
        exposure[start + ENTERING] = (t.leave_entering[kind] * flees + t.settle[kind] * settles) * dt
        exposure[start + WATCHING] = (stays[start + WATCHING] * leaves + (t.click[kind] * clicks + asking)) * dt
        # Order, cart and back share the rate of deciding between them: how, is worked out where somebody does.
        card = considering * asking + t.decide[kind]
        exposure[start + CONSIDERING] = (stays[start + CONSIDERING] * leaves + card) * dt
        exposure[start + states - 1] = (stays[start + states - 1] * leaves + t.click[kind] * again) * dt


def exact(cell: int, b: Board, t: Tables, s: Scratch) -> float:
    """The exposure of a cell to leaving it, to the last digit."""
    exposure = float(s.exposure[cell])
    if t.states[cell] == CONSIDERING:
        w0, w1, w2, w3, w4 = weights(t.kinds[cell], CONSIDERING, b, t, s)
        exposure = (w0 + (((w1 + w2) + w3) + w4)) * t.par[0].tick_s
    return exposure


def spread(settled_leave: Floats, row: Floats, leaves: float, dt: float, exposure: Floats) -> None:
    """Exposures where rates of going elsewhere than away are the same for every type: ``row``, by state."""
    states = len(row)
    for kind in range(TYPES):
        start = kind * states
        for state in range(states):
            exposure[start + state] = (settled_leave[kind, state] * leaves + row[state]) * dt


def curiosity(topics: Floats, unknown: Sequence[float], ask: Floats, asks: float, asking: Floats) -> None:
    """How often a viewer of each type asks."""
    for kind in range(TYPES):
        curious = topics[kind, 0] * unknown[0]
        for topic in range(1, TOPICS):
            curious += topics[kind, topic] * unknown[topic]
        asking[kind] = ask[kind] * (asks * curious)


def decide(kind: int, focus: int, b: Board, t: Tables, s: Scratch) -> tuple[float, float, float]:
    """Rates of order, cart and back, from the product card."""
    each = t.decide[kind]
    orders = 0.0
    carts = 0.0
    if focus != NOTHING:
        cheaper = s.mood[0].discount[focus] + t.bargain[kind] * s.weather[_BARGAIN]
        worth = t.buy[kind] + (t.money[kind] * cheaper + s.mood[0].appeal)
        if b.products[focus].sold_out == 0:
            orders = exp(worth)
        carts = exp(t.par[0].cart_intercept + t.par[0].cart_slope * worth)
        each = each / (1.0 + orders + carts)
    return each * orders, each * carts, each


def weights(kind: int, state: int, b: Board, t: Tables, s: Scratch) -> tuple[float, float, float, float, float]:
    """Rates of one cell by destination, in the order of ``hazards``."""
    mood = s.mood[0]
    par = t.par[0]
    products = len(b.products)
    w0 = t.settled_leave[kind, state] * mood.leaves
    w1 = 0.0
    w2 = 0.0
    w3 = 0.0
    w4 = 0.0
    if state == ENTERING:
        w0 = t.leave_entering[kind] * mood.flees
        w1 = t.settle[kind] * mood.settles
    elif state == WATCHING:
        w1 = t.click[kind] * mood.clicks
        w2 = s.asking[kind]
    elif state == CONSIDERING:
        w1 = par.ask_considering * s.asking[kind]
        w2, w3, w4 = decide(kind, b.room[0].focus, b, t, s)
    elif state < CART:
        w1 = par.give_up_rate
    elif state < CART + products:
        w1 = mood.cart_buys[state - CART]
        w2 = mood.puts_back
    elif state < CART + 2 * products:
        w1 = mood.pays
        w2 = mood.cancels
    else:
        w1 = t.click[kind] * (par.click_buyer * mood.clicks)
    return w0, w1, w2, w3, w4
