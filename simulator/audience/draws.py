"""All chance of one tick of the room at once: one call of the generator costs little more for many addresses."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from simulator.audience.hazards import SLOTS
from simulator.audience.philox import Addresses, Luck, Purpose, Uniforms
from simulator.audience.room import CONSIDERING, SEGMENTS, TOPICS, TYPES, WATCHING, States

_ASKING = (WATCHING, CONSIDERING)
"""From where questions come."""
_OPENING = 2 * SEGMENTS + 1 + TYPES
"""Where those draws begin, of the few that do not belong to a cell."""


@dataclass(frozen=True, slots=True)
class Draws:
    """Uniforms of one tick."""

    exits: Uniforms
    """By cell."""
    comments: Uniforms
    split: Uniforms
    """By cell and destination but the last."""
    topics: Uniforms
    """From watching and from the card, by type and topic but the last."""
    likes: Uniforms
    """By segment."""
    follows: Uniforms
    arrivals: list[float]
    """How many come, then by segment, then by type."""
    opening: list[float]
    """Of who was waiting: by segment, then by type."""


class Drawing:
    """Draws of one rollout, tick by tick."""

    def __init__(self, luck: Luck, states: States) -> None:
        self._luck = luck
        cells = TYPES * states.count
        split, topics = np.arange(SLOTS - 1), np.arange(TOPICS - 1)
        asking = (np.arange(TYPES) * states.count + np.array(_ASKING)[:, None]).reshape(-1)
        other = {
            Purpose.LIKES_AND_FOLLOWS: SEGMENTS,
            Purpose.ARRIVALS: 1,
            Purpose.ARRIVALS_BY_SEGMENT: SEGMENTS,
            Purpose.ARRIVALS_BY_NODE: TYPES,
            Purpose.OPENING_BY_SEGMENT: SEGMENTS,
            Purpose.OPENING_BY_NODE: TYPES,
        }
        where = [np.arange(cells), np.repeat(np.arange(cells), split.size), np.repeat(asking, topics.size)]
        what = [
            np.full(cells, int(Purpose.EXITS_AND_COMMENTS)),
            np.tile(int(Purpose.SPLIT) + split, cells),
            np.tile(int(Purpose.TOPIC) + topics, asking.size),
        ]
        for purpose, many in other.items():
            where.append(np.arange(many))
            what.append(np.full(many, int(purpose)))
        self._addresses = Addresses(np.concatenate(where), np.concatenate(what))
        self._ends = np.cumsum([part.size for part in where[:3]]).tolist()

    def at(self, tick: int) -> Draws:
        """Everything that may be drawn for in this tick, whoever is there."""
        u, v = self._luck.draw(tick, self._addresses)
        cells, split, topics = self._ends
        fixed = u[topics:].tolist()
        return Draws(
            exits=u[:cells],
            comments=v[:cells],
            split=u[cells:split].reshape(cells, SLOTS - 1),
            topics=u[split:topics].reshape(len(_ASKING), TYPES, TOPICS - 1),
            likes=u[topics : topics + SEGMENTS],
            follows=v[topics : topics + SEGMENTS],
            arrivals=fixed[SEGMENTS:_OPENING],
            opening=fixed[_OPENING:],
        )
