"""Named viewers: faces for those who speak or buy, their fate drawn from the counts already drawn (section 6).

The pool only reads counts: how many are named changes no total.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from simulator.audience.parameters import Segment
from simulator.audience.philox import Domain, Luck
from simulator.audience.room import NODES
from simulator.domain.crowd import Viewer

GONE = -1
"""Where those are who left."""
STRANGER = "visitor"
"""Segment of a viewer who came only to make a scene."""
FATE = 0
AUTHOR = 1
NAME = 8
"""Purposes of draws in the spotlight; a name drawn twice takes the next purpose."""
RENAMED_AT_MOST = 8

Cell = tuple[int, int]
"""Type and state."""


@dataclass(slots=True)
class Named:
    """A viewer somebody saw."""

    viewer: Viewer
    kind: int
    state: int
    spoke: int
    """Tick of the last sign of life."""
    order: int | None = None
    """The pending order, while there is one."""
    fresh: bool = True
    """Whether this viewer has not been seen before now."""


@dataclass(slots=True)
class Spotlight:
    """The pool, oldest first."""

    pool: list[Named] = field(default_factory=list)
    made: int = 0

    def at(self, cell: Cell) -> list[Named]:
        return [named for named in self.pool if (named.kind, named.state) == cell]

    def enter(self, luck: Luck, cell: Cell, tick: int, at_most: int, name: Callable[[float, float], str]) -> Named:
        """Name a viewer of this cell; when the pool is full, whoever was silent longest is forgotten."""
        viewer = self.stranger(luck, name, Segment(cell[0] // NODES).name.lower())
        named = Named(viewer, cell[0], cell[1], tick)
        self.pool.append(named)
        if len(self.pool) > at_most:
            self.pool.remove(min(self.pool, key=lambda other: other.spoke))
        return named

    def stranger(self, luck: Luck, name: Callable[[float, float], str], segment: str = STRANGER) -> Viewer:
        """A new name, unlike those in the pool where that can be had."""
        self.made += 1
        taken = {named.viewer.name for named in self.pool}
        chosen = ""
        for turn in range(RENAMED_AT_MOST):
            chosen = name(*luck.pair(0, self.made, NAME + turn, Domain.SPOTLIGHT))
            if chosen not in taken:
                break
        return Viewer(f"v{self.made}", chosen, segment)

    def author(
        self,
        luck: Luck,
        tick: int,
        line: int,
        candidates: list[Named],
        among: int,
        fresh: Callable[[], Named],
    ) -> Named:
        """Who wrote one of ``among`` lines of a cell: one of the named there in fair proportion, else somebody new."""
        if candidates:
            u, v = luck.pair(tick, line, AUTHOR, Domain.SPOTLIGHT)
            if u * max(among, len(candidates)) < len(candidates):
                chosen = candidates[min(int(v * len(candidates)), len(candidates) - 1)]
                chosen.spoke = tick
                chosen.fresh = False
                return chosen
        return fresh()

    def move(
        self,
        luck: Luck,
        tick: int,
        counts: Callable[[Cell], int],
        exits: Callable[[Cell], Iterable[tuple[int, int]]],
        orders: dict[int, int],
    ) -> dict[Cell, list[Named]]:
        """Let each named viewer stay or go as one of his cell, without replacement.

        ``exits`` gives (state, how many) for those who left a cell, ``orders`` the fate of every order that moved.
        Returns those who moved, by the cell they came to.
        """
        arrived: dict[Cell, list[Named]] = {}
        left_in: dict[Cell, tuple[int, list[list[int]]]] = {}
        for named in self.pool:
            if named.order is not None:
                state = orders.get(named.order)
                if state is None:
                    continue
                named.order = None
            else:
                cell = (named.kind, named.state)
                if cell not in left_in:
                    left_in[cell] = (counts(cell), [[to, many] for to, many in exits(cell) if many])
                people, going = left_in[cell]
                left_in[cell] = (people - 1, going)
                if not going:
                    continue
                state = self._fate(luck, tick, named, people, going)
                if state is None:
                    continue
            named.state = state
            arrived.setdefault((named.kind, state), []).append(named)
        if arrived:
            self.pool = [named for named in self.pool if named.state != GONE]
        return arrived

    def _fate(self, luck: Luck, tick: int, named: Named, people: int, going: list[list[int]]) -> int | None:
        u, _ = luck.pair(tick, int(named.viewer.id[1:]), FATE, Domain.SPOTLIGHT)
        goal = u * people
        for exit_ in going:
            if goal < exit_[1]:
                exit_[1] -= 1
                return exit_[0]
            goal -= exit_[1]
        return None
