"""Who wants to write in a tick, and whose line the chat has room for (audience model, section 8)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from math import log

import numpy as np

from simulator.audience.chat import Chat
from simulator.audience.parameters import Parameters
from simulator.audience.philox import Domain, Luck
from simulator.audience.quantile import Counts
from simulator.audience.room import WAITING, States
from simulator.audience.spotlight import Cell, Named, Spotlight, segment_of
from simulator.audience.step import Moves

URGENT = 0.6
"""Chance that a comment is made by somebody who has something to say of what befell him, where there is one."""
WEIGHT = {"drifter": 1.0, "bargain": 1.5, "researcher": 2.0, "need": 2.0, "fan": 1.5}
"""How much a line counts when not all have room, by segment of its author."""
UNSEEN_AT_MOST_S = 10.0
"""A question counts the more the longer its topic was out of sight, up to this."""
_REMARKS, _QUESTIONS, _RIDES = 100, 108, 150
"""Purposes in the text domain; each line of a cell takes the next of the first two."""
LINES = 8
"""Lines of one cell in one tick at most."""


class Rank(IntEnum):
    """Whose line comes first; lines of incidents come between questions and purchases."""

    QUESTION = 0
    PURCHASE = 1
    """And what people say of what befell them here."""
    FIRST = 2
    CHAT = 3


@dataclass(slots=True)
class Wish:
    """A line somebody wants to write."""

    rank: Rank
    clock: float
    """An exponential clock that runs the faster the more the line weighs: sampling without replacement."""
    cell: Cell
    """Where its author is before the tick; for a question, where asking leads."""
    turn: int
    author: Named | None = None
    """None for somebody who was not seen before, and for questions, whose authors have yet to move."""
    urge: str | None = None
    """What its author has to say of what befell him."""

    @property
    def key(self) -> tuple[Rank, float]:
        return self.rank, self.clock


class Wishes:
    """Finds the wishes of a tick."""

    def __init__(self, par: Parameters, states: States, luck: Luck) -> None:
        self._par = par
        self._states = states
        self._luck = luck

    def chosen(
        self, slots: int, tick: int, counts: Counts, moves: Moves, spotlight: Spotlight, chat: Chat
    ) -> list[Wish]:
        """At most ``slots`` of all wishes: by rank, and within a rank by weight."""
        plain = list(self._remarks(tick, counts, moves, spotlight))
        self._ride(tick, plain, spotlight)
        return sorted([*self._questions(tick, moves, chat), *plain], key=lambda wish: wish.key)[:slots]

    def _questions(self, tick: int, moves: Moves, chat: Chat) -> Iterator[Wish]:
        asked = moves.asked.sum(axis=0)
        for kind, topic in zip(*(each.tolist() for each in np.nonzero(asked)), strict=True):
            shown = chat.topic_shown[topic]
            unseen = UNSEEN_AT_MOST_S if shown is None else min((tick - shown) * self._par.tick_s, UNSEEN_AT_MOST_S)
            cell = (kind, WAITING + topic)
            for turn in range(min(int(asked[kind, topic]), self._par.lines_per_s, LINES)):
                yield Wish(Rank.QUESTION, self._clock(tick, cell, _QUESTIONS + turn, 1.0 + unseen), cell, turn)

    def _remarks(self, tick: int, counts: Counts, moves: Moves, spotlight: Spotlight) -> Iterator[Wish]:
        """The comments of a cell are written by its people, each as likely; some of them are known."""
        comments = moves.comments
        for kind, state in zip(*(each.tolist() for each in np.nonzero(comments)), strict=True):
            cell = (kind, state)
            here = spotlight.at(cell)
            strangers = int(counts[cell]) - len(here)
            here = [named for named in here if named.rested(tick, self._par.tick_s)]
            bought = state >= self._states.ordered
            for turn in range(min(int(comments[cell]), self._par.lines_per_s, LINES)):
                people = len(here) + strangers
                if not people:
                    break
                line = (kind * self._states.count + state) * 2 * LINES + turn
                author = spotlight.author(self._luck, tick, line, here, people)
                if author is None:
                    strangers -= 1
                else:
                    here.remove(author)
                usual = Rank.FIRST if author is None else Rank.CHAT
                clock = self._clock(tick, cell, _REMARKS + turn, WEIGHT[segment_of(kind)])
                yield Wish(Rank.PURCHASE if bought else usual, clock, cell, turn, author)

    def _ride(self, tick: int, wishes: list[Wish], spotlight: Spotlight) -> None:
        """Let those who have something to say be the authors of some of the comments: how many there are stays."""
        if not wishes:
            return
        free = list(wishes)
        for named in spotlight.urged(tick, self._par.tick_s):
            u, _ = self._luck.pair(tick, named.number, _RIDES, Domain.TEXT)
            if not free or u > URGENT:
                continue
            if any(wish.author is named for wish in wishes):
                wish = next(wish for wish in wishes if wish.author is named)
            else:
                at_home = [wish for wish in free if wish.cell == (named.kind, named.state)]
                wish = (at_home or free)[0]
            if wish in free:
                free.remove(wish)
                wish.author, wish.urge, wish.rank = named, named.urge, Rank.PURCHASE

    def _clock(self, tick: int, cell: Cell, purpose: int, weight: float) -> float:
        u, _ = self._luck.pair(tick, cell[0] * self._states.count + cell[1], purpose, Domain.TEXT)
        return -log(u) / weight
