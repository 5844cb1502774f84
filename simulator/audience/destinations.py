"""Where the viewers of one cell went in a tick, as the named among them must go."""

from __future__ import annotations

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
from simulator.audience.spotlight import GONE, Cell
from simulator.audience.step import Moves


def destinations(moves: Moves, states: States, focus: int, cell: Cell) -> list[tuple[int, int]]:
    """State and number of those who left this cell; who waits to pay goes by his order, not by this."""
    kind, state = cell
    out = moves.exits[:, kind, state].tolist()
    on_card = max(focus, 0)
    if state == ENTERING:
        return [(GONE, out[LEFT]), (WATCHING, out[SETTLES])]
    if state in (WATCHING, CONSIDERING):
        origin = 0 if state == WATCHING else 1
        asking = out[ASKS] if state == WATCHING else out[CARD_ASKS]
        asked = moves.asked[origin, kind].tolist() if asking else []
        questions = [(WAITING + topic, many) for topic, many in enumerate(asked)]
        if state == WATCHING:
            return [(GONE, out[LEFT]), (CONSIDERING, out[CLICKS]), *questions]
        return [
            (GONE, out[LEFT]),
            *questions,
            (states.ordered + on_card, out[CARD_ORDERS]),
            (CART + on_card, out[CARD_CARTS]),
            (WATCHING, out[CARD_BACK]),
        ]
    if state < CART:
        resolved = moves.resolved[:, kind, state - WAITING].tolist()
        return [
            (WATCHING, resolved[0] + out[GIVES_UP]),
            (CONSIDERING, resolved[1]),
            (GONE, out[LEFT]),
        ]
    if state < states.ordered:
        product = state - CART
        return [(GONE, out[LEFT]), (states.ordered + product, out[CART_ORDERS]), (WATCHING, out[CART_BACK])]
    if state == states.buyer:
        return [(GONE, out[LEFT]), (CONSIDERING, out[BUYER_CLICKS])]
    return []
