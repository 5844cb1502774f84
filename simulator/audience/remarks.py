"""What a viewer writes who does not ask: kinds of remark, weighed by where he is and how the room feels."""

from __future__ import annotations

from simulator.audience.parameters import Parameters
from simulator.audience.room import CART, CONSIDERING, ENTERING, WAITING, Room, States
from simulator.audience.wording import KINDS

Weights = dict[str, float]

ENTERING_WEIGHTS: Weights = {"greeting": 1.0}
WATCHING_WEIGHTS: Weights = {"greeting": 0.15, "chat": 0.45, "praise": 0.3, "show": 0.1}
CARD_WEIGHTS: Weights = {"price_reaction": 0.6, "praise": 0.25, "show": 0.15}
WAITING_WEIGHTS: Weights = {"follow_up": 0.7, "chat": 0.3}
BUYER_WEIGHTS: Weights = {"bought": 0.7, "praise": 0.3}
COMPLAINT = 1.0
"""Weight of complaints in a room as discontent as can be."""
DOUBT = 0.6
"""Weight of doubts for each unit of trust that is missing to one half."""


def kind_of(u: float, state: int, states: States, room: Room, par: Parameters) -> str:
    """The kind of a remark made in ``state``, chosen by ``u``."""
    if state == ENTERING:
        weights = dict(ENTERING_WEIGHTS)
    elif WAITING <= state < CART:
        weights = dict(WAITING_WEIGHTS)
    elif state == CONSIDERING or CART <= state < states.ordered:
        weights = dict(CARD_WEIGHTS)
    elif state >= states.ordered:
        weights = dict(BUYER_WEIGHTS)
    else:
        weights = dict(WATCHING_WEIGHTS)
    weights["complaint"] = COMPLAINT * room.discontent
    weights["doubt"] = DOUBT * max(0.0, 0.5 - room.trust)
    if room.lottery:
        weights["lottery"] = par.comment_lottery * sum(weights.values())
    goal = u * sum(weights.values())
    for kind in KINDS:
        goal -= weights.get(kind, 0.0)
        if goal < 0:
            return kind
    return KINDS[0]
