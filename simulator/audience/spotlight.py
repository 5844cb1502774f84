"""Named viewers: faces for those who speak or buy, their fate drawn from the counts already drawn (section 6).

The pool only reads counts: how many are named changes no total.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple
from zlib import crc32

from simulator.audience.parameters import Segment
from simulator.audience.philox import Domain, Luck
from simulator.audience.room import CART, NODES, WAITING, WATCHING
from simulator.domain.crowd import Viewer

GONE = -1
"""Where those are who left."""
STRANGER = "visitor"
"""Segment of a viewer who came only to make a scene."""
FATE, AUTHOR, NAME, URGE = 0, 1, 8, 2
"""Purposes of draws in the spotlight; a name drawn twice takes the next purpose after ``NAME``."""
RENAMED_AT_MOST = 8
NAMES_KEPT = 240
THANKS, ASKS_ON = 0.5, 0.25
"""Shares of those whose question was answered who want to say thanks, and who have more to ask."""
URGE_LASTS_S = 25.0
PATIENT_S = 15.0
"""Nobody complains that he was not answered sooner than this."""
PAUSE_S = 3.0
"""Nobody writes two lines within this, nor what befell him in less than half of it."""

Cell = tuple[int, int]
"""Type and state."""


class Way(IntEnum):
    """How a viewer came to where he is, where it matters to what he says."""

    OTHER = 0
    ANSWERED = 1
    GAVE_UP = 2
    CARTED = 3
    PUT_BACK = 4
    """Out of the cart again."""
    ORDERED = 5
    PAID = 6
    CANCELLED = 7


class Exit(NamedTuple):
    """How many left a cell for a state."""

    state: int
    many: int
    way: Way = Way.OTHER


@dataclass(slots=True)
class Named:
    """A viewer somebody saw, and what he has behind him."""

    viewer: Viewer
    kind: int
    state: int
    spoke: int
    """Tick of the last sign of life."""
    order: int | None = None
    """The pending order, while there is one."""
    fresh: bool = True
    """Whether this viewer has not been seen before now."""
    past: tuple[str, ...] = ()
    """What befell him (``wording.HISTORY``), each once."""
    topic: int | None = None
    """Topic of the question he was seen to ask, until he has another,"""
    category: str = ""
    """ … the category of his last question,"""
    asked_at: int = 0
    """ … and the tick."""
    urge: str | None = None
    """The kind of remark he is about to make of what befell him,"""
    since: int = 0
    """ … since this tick."""
    muted: bool = False

    @property
    def number(self) -> int:
        return int(self.viewer.id[1:])

    def lived(self, *words: str) -> None:
        """Add to what he has behind him."""
        self.past += tuple(word for word in words if word not in self.past)

    def forgets(self, *words: str) -> None:
        self.past = tuple(word for word in self.past if word not in words)

    def moved(self, state: int, way: Way, tick: int, luck: Luck, tick_s: float) -> None:
        """Go where his fate takes him; what befalls him may be worth a word."""
        asked = WAITING <= self.state < CART and self.topic == self.state - WAITING and "asked" in self.past
        self.state = state
        if WAITING <= state < CART:
            self.topic = self.urge = None
        urge: str | None = None
        match way:
            case Way.ANSWERED if asked:
                self.lived("answered")
                u, _ = luck.pair(tick, self.number, URGE, Domain.SPOTLIGHT)
                urge = "thanks" if u < THANKS else "follow_on" if u < THANKS + ASKS_ON else None
            case Way.GAVE_UP if asked and tick - self.asked_at >= PATIENT_S / tick_s:
                urge = "gave_up"
            case Way.CARTED:
                self.lived("carted")
                self.urge = None
            case Way.PUT_BACK:
                urge = "second_thought"
            case Way.ORDERED:
                self.ordered()
            case Way.PAID:
                self.lived("paid")
            case Way.CANCELLED:
                self.lived("cancelled")
                urge = "withdrawn"
            case _:
                pass
        if urge is not None:
            self.urge, self.since = urge, tick

    def asks(self, topic: int, category: str, tick: int, insisting: bool) -> None:
        """Note that he was seen to ask, or to insist on what he asked."""
        self.lived("asked")
        if insisting:
            self.lived("pressed" if "insisted" in self.past else "insisted")
        else:
            self.forgets("insisted", "pressed")
            self.asked_at = tick
        self.topic, self.category = topic, category

    def rested(self, tick: int, tick_s: float) -> bool:
        """Whether he may write, and enough time has passed since he did."""
        if self.muted:
            return False
        return self.fresh or tick - self.spoke >= PAUSE_S / tick_s

    def speaks(self, tick: int) -> None:
        """Note that he was read."""
        self.spoke = tick
        self.fresh = False

    def ordered(self) -> None:
        """Note an order: the second one is another than the first."""
        if "paid" in self.past:
            self.lived("again")
            self.forgets("announced")
        self.forgets("cancelled")
        self.urge = None


@dataclass(slots=True)
class Spotlight:
    """The pool, oldest first."""

    pool: list[Named] = field(default_factory=list)
    made: int = 0
    names: list[int] = field(default_factory=list)
    """Checksums of the names given last."""
    muted: set[str] = field(default_factory=set)
    """Ids of those who can write no more."""

    def at(self, cell: Cell) -> list[Named]:
        return [named for named in self.pool if (named.kind, named.state) == cell]

    def mute(self, viewer: str) -> None:
        """Let him write no more; he stays, and may buy."""
        self.muted.add(viewer)
        for named in self.pool:
            if named.viewer.id == viewer:
                named.muted = True

    def enter(self, luck: Luck, cell: Cell, tick: int, at_most: int, name: Callable[[float, float], str]) -> Named:
        """Name a viewer of this cell; when the pool is full, whoever was silent longest is forgotten."""
        viewer = self.stranger(luck, name, segment_of(cell[0]))
        named = Named(viewer, cell[0], cell[1], tick)
        self.pool.append(named)
        if len(self.pool) > at_most:
            self.pool.remove(min(self.pool, key=lambda other: other.spoke))
        return named

    def stranger(self, luck: Luck, name: Callable[[float, float], str], segment: str = STRANGER) -> Viewer:
        """A new name, unlike those given lately where that can be had."""
        self.made += 1
        chosen = ""
        for turn in range(RENAMED_AT_MOST):
            chosen = name(*luck.pair(0, self.made, NAME + turn, Domain.SPOTLIGHT))
            if crc32(chosen.encode()) not in self.names:
                break
        self.names.append(crc32(chosen.encode()))
        del self.names[:-NAMES_KEPT]
        return Viewer(f"v{self.made}", chosen, segment)

    def author(self, luck: Luck, tick: int, line: int, candidates: list[Named], among: int) -> Named | None:
        """Who wrote one of ``among`` lines of a cell: one of the named there in fair proportion, else None: a new face.

        ``candidates`` are among the ``among``.
        """
        if not candidates:
            return None
        u, v = luck.pair(tick, line, AUTHOR, Domain.SPOTLIGHT)
        if u * max(among, len(candidates)) >= len(candidates):
            return None
        return candidates[min(int(v * len(candidates)), len(candidates) - 1)]

    def urged(self, tick: int, tick_s: float) -> list[Named]:
        """Those who have something to say of what befell them, longest first; an urge passes unsaid after a while."""
        urged = []
        for named in self.pool:
            if named.urge is None or 2 * (tick - named.since) < PAUSE_S / tick_s or not named.rested(tick, tick_s):
                continue
            if tick - named.since > URGE_LASTS_S / tick_s:
                named.urge = None
            else:
                urged.append(named)
        return sorted(urged, key=lambda named: named.since)

    def move(
        self,
        luck: Luck,
        tick: int,
        counts: Callable[[Cell], int],
        exits: Callable[[Cell], Iterable[tuple[int, int] | Exit]],
        orders: dict[int, int],
        tick_s: float = 0.1,
    ) -> dict[Cell, list[Named]]:
        """Let each named viewer stay or go as one of his cell, without replacement.

        ``exits`` gives (state, how many, way) for those who left a cell, ``orders`` the fate of every order that moved.
        Returns those who moved, by the cell they came to.
        """
        arrived: dict[Cell, list[Named]] = {}
        left_in: dict[Cell, tuple[int, list[int], list[Exit]]] = {}
        for named in self.pool:
            if named.order is not None:
                state = orders.get(named.order)
                if state is None:
                    continue
                named.order = None
                way = {GONE: Way.OTHER, WATCHING: Way.CANCELLED}.get(state, Way.PAID)
            else:
                cell = (named.kind, named.state)
                if cell not in left_in:
                    ways = [Exit(*each) for each in exits(cell) if each[1]]
                    left_in[cell] = (counts(cell) if ways else 0, [each.many for each in ways], ways)
                people, going, ways = left_in[cell]
                left_in[cell] = (people - 1, going, ways)
                chosen = self._fate(luck, tick, named, people, going) if going else None
                if chosen is None:
                    continue
                state, _, way = ways[chosen]
            named.moved(state, way, tick, luck, tick_s)
            arrived.setdefault((named.kind, state), []).append(named)
        if arrived:
            self.pool = [named for named in self.pool if named.state != GONE]
        return arrived

    def _fate(self, luck: Luck, tick: int, named: Named, people: int, going: list[int]) -> int | None:
        """Which exit he takes, if any; one fewer is left for the others."""
        u, _ = luck.pair(tick, named.number, FATE, Domain.SPOTLIGHT)
        goal = u * people
        for chosen, left in enumerate(going):
            if goal < left:
                going[chosen] -= 1
                return chosen
            goal -= left
        return None


def segment_of(kind: int) -> str:
    """The name of a type's segment."""
    return Segment(kind // NODES).name.lower()
