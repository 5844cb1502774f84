"""Where the viewers of one cell went in a tick, and by which way, as the named among them must go."""

from __future__ import annotations

import numpy as np

from simulator.audience.hazards import (
    ASKS,
    BUYER_CLICKS,
    CARD_ASKS,
    CARD_BACK,
    CARD_CARTS,
    CARD_ORDERS,
    CART_BACK,
    CART_ORDERS,
    CLICKS,
    GIVES_UP,
    LEFT,
    SETTLES,
)
from simulator.audience.room import CART, CONSIDERING, ENTERING, WAITING, WATCHING, States
from simulator.audience.spotlight import GONE, Cell, Exit, Way
from simulator.audience.step import Moves


def left_cells(moves: Moves) -> set[Cell]:
    """The cells somebody left in this tick."""
    left: set[Cell] = set()
    if moves.any_exit:
        left.update(zip(*(each.tolist() for each in np.nonzero(moves.exits.sum(axis=0))), strict=True))
    if moves.any_resolved:
        kinds, topics = np.nonzero(moves.resolved.sum(axis=0))
        left.update(zip(kinds.tolist(), (topics + WAITING).tolist(), strict=True))
    return left


def destinations(moves: Moves, states: States, focus: int | None, cell: Cell) -> list[Exit]:
    """Those who left this cell: where to, how many, by which way; who waits to pay goes by his order, not by this."""
    kind, state = cell
    out = moves.exits[:, kind, state].tolist()
    on_card = focus if focus is not None else 0
    gone = Exit(GONE, out[LEFT])
    if state == ENTERING:
        return [gone, Exit(WATCHING, out[SETTLES])]
    if state in (WATCHING, CONSIDERING):
        origin = 0 if state == WATCHING else 1
        asking = out[ASKS] if state == WATCHING else out[CARD_ASKS]
        asked = moves.asked[origin, kind].tolist() if asking else []
        questions = [Exit(WAITING + topic, many) for topic, many in enumerate(asked)]
        if state == WATCHING:
            return [gone, Exit(CONSIDERING, out[CLICKS]), *questions]
        return [
            gone,
            *questions,
            Exit(states.ordered + on_card, out[CARD_ORDERS], Way.ORDERED),
            Exit(CART + on_card, out[CARD_CARTS], Way.CARTED),
            Exit(WATCHING, out[CARD_BACK]),
        ]
    if state < CART:
        resolved = moves.resolved[:, kind, state - WAITING].tolist()
        return [
            Exit(WATCHING, resolved[0], Way.ANSWERED),
            Exit(CONSIDERING, resolved[1], Way.ANSWERED),
            Exit(WATCHING, out[GIVES_UP], Way.GAVE_UP),
            gone,
        ]
    if state < states.ordered:
        product = state - CART
        return [
            gone,
            Exit(states.ordered + product, out[CART_ORDERS], Way.ORDERED),
            Exit(WATCHING, out[CART_BACK], Way.PUT_BACK),
        ]
    if state == states.buyer:
        return [gone, Exit(CONSIDERING, out[BUYER_CLICKS])]
    return []
