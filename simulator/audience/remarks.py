"""What a viewer writes who does not ask: kinds of remark, weighed by where and who he is and how the room feels."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from simulator.audience.room import CART, CONSIDERING, ENTERING, WAITING, WATCHING, States
from simulator.audience.wording import KINDS

Weights = dict[str, float]

WEIGHTS: Mapping[str, Mapping[str, float]] = {
    "entering": {"greeting": 1.0},
    "watching": {"greeting": 0.1, "chat": 0.4, "praise": 0.25, "show": 0.08, "reply": 0.12},
    "card": {"price_reaction": 0.4, "haggle": 0.15, "praise": 0.2, "show": 0.12, "chat": 0.08},
    "waiting": {"follow_up": 0.75, "chat": 0.25},
    "cart": {"price_reaction": 0.6, "haggle": 0.25, "praise": 0.15},
    "ordered": {"bought": 0.8, "praise": 0.1, "chat": 0.1},
    "buyer": {"bought": 0.5, "praise": 0.25, "chat": 0.1, "reply": 0.15},
}
"""By state, of all that is said in it when nothing is amiss."""
OFTENER: Mapping[str, Mapping[str, float]] = {
    "drifter": {"chat": 1.3, "troll": 2.0, "minor": 2.0, "reply": 0.2},
    "bargain": {"haggle": 3.0, "price_reaction": 1.5, "competitor": 3.0, "off_platform": 2.0, "praise": 0.6},
    "researcher": {"doubt": 2.5, "show": 2.0, "absolute_trap": 2.0, "haggle": 0.5, "chat": 0.5, "troll": 0.3},
    "need": {"show": 1.5, "health_trap": 2.5, "troll": 0.0},
    "fan": {
        "chat": 1.5, "praise": 1.5, "reply": 2.5, "greeting": 1.5,
        "doubt": 0.2, "troll": 0.0, "competitor": 0.3, "complaint": 0.5, "grumble": 0.6, "minor": 0.3,
    },
}  # fmt: skip
"""How much more (or less) often than others a segment says a thing."""
RARE = ("complaint", "troll", "competitor", "health_trap", "absolute_trap", "off_platform", "minor")
"""Kinds that come in any mood, as often as the taxonomy's shares have it."""
SOUR = {"complaint": 0.3, "grumble": 0.9}
"""Added in a room as discontent as can be."""
DISTRUSTING = {"doubt": 0.8, "troll": 0.15}
"""Added for each unit of trust that is missing to one half."""
SILENT = 0.5
"""Added to grumbling while the host is silent."""
INCIDENT = 0.5
"""Weight of what concerns an open incident, against all else."""
ECHO = 0.5
"""Of the comments that other comments draw, this share says so."""
ONCE: Mapping[str, str] = {"greeting": "seen", "doubt": "doubted", "haggle": "dear", "bought": "announced"}
"""What nobody says twice, and what he has behind him who said it."""


@dataclass(frozen=True, slots=True)
class Mood:
    """What moves viewers to write, besides where they are."""

    trust: float
    discontent: float
    lottery: float = 0.0
    """How many times as much the lucky bag is written about as all else; 0 while none is open."""
    silent: bool = False
    incident: bool = False
    """Whether one is open that the room has words for."""


def place(state: int, states: States) -> str:
    """The name of a state, as skeletons call it."""
    if state < WAITING:
        return {ENTERING: "entering", WATCHING: "watching", CONSIDERING: "card"}[state]
    if state < CART:
        return "waiting"
    if state < states.ordered:
        return "cart"
    return "ordered" if state < states.buyer else "buyer"


def kind_of(
    u: float,
    place: str,
    segment: str,
    mood: Mood,
    rare: Mapping[str, float],
    past: Collection[str] = (),
    echo: float = 0.0,
    without: Collection[str] = (),
) -> str:
    """The kind of a remark, chosen by ``u``.

    ``rare`` are the shares of the kinds ``RARE``, ``past`` what its author has behind him, ``echo`` the share of all
    comments that the last line draws (0 where there is nothing to agree with), ``without`` what has no occasion.
    """
    weights: Weights = dict(WEIGHTS[place])
    if place not in ("entering", "ordered"):
        for kind in RARE:
            weights[kind] = weights.get(kind, 0.0) + rare.get(kind, 0.0)
    if place != "entering":
        for kind, weight in SOUR.items():
            weights[kind] = weights.get(kind, 0.0) + weight * mood.discontent
        if mood.silent:
            weights["grumble"] += SILENT
    for kind, weight in DISTRUSTING.items():
        weights[kind] = weights.get(kind, 0.0) + weight * max(0.0, 0.5 - mood.trust)
    for kind, times in OFTENER.get(segment, {}).items():
        if kind in weights:
            weights[kind] *= times
    for kind in without:
        weights.pop(kind, None)
    for kind, behind in ONCE.items():
        if behind in past:
            weights.pop(kind, None)
    if not any(weights.values()):
        weights["chat"] = 1.0
    weights["echo"] = sum(weights.values()) * ECHO * echo
    if mood.incident:
        weights["reaction"] = INCIDENT * sum(weights.values())
    if mood.lottery:
        weights["lottery"] = mood.lottery * sum(weights.values())
    goal = u * sum(weights.values())
    for kind in KINDS:
        goal -= weights.get(kind, 0.0)
        if goal < 0:
            return kind
    return "chat"
