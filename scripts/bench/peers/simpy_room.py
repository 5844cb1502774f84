"""The audience model as a user of SimPy writes it: a process a viewer, awake only when he may be about to do something.

A viewer sleeps until the next time he may act, drawn at a ceiling somewhat above his rate of this moment, and when he
wakes acts with the probability that his rate by then bears to the ceiling (thinning, which is exact). When the rates
of his cell rise above the ceiling he is woken to draw again; when they fall far below it, later draws use a lower one.
"""

from __future__ import annotations

from collections.abc import Generator
from math import log
from operator import gt
from random import Random

import simpy

from peers.room_model import GONE, Host, RoomModel
from simulator.audience import room as engine
from simulator.domain.scenario import Scenario

HEADROOM = 1.4
"""A ceiling is set so far above the rate,"""
SLACK = 2.0
""" … and set anew once it stands further above it than this."""


class SimpyViewer:
    """One viewer and his process."""

    __slots__ = ("cell", "kind", "price", "process", "segment", "state")

    def __init__(self, kind: int) -> None:
        self.kind = kind
        self.segment = kind // engine.NODES
        self.state = engine.ENTERING
        self.cell = 0
        self.price = 0


class SimpyRoom:
    """A room of processes."""

    def __init__(self, scenario: Scenario, host: Host, seed: int, start: engine.Room | None = None) -> None:
        self.room = RoomModel(scenario, host, Random(seed))
        self._ceilings: list[float] = []
        """By cell."""
        self._viewers: dict[SimpyViewer, None] = {}
        if start is not None:
            self.room.follow(start, self._viewer)
        self.env = simpy.Environment(initial_time=self.room.tick * self.room.par.tick_s)
        self.env.process(self._ticks())
        self.env.process(self._door())
        for viewer in self._viewers:
            viewer.process = self.env.process(self._stay(viewer))

    def play(self, ticks: int) -> None:
        """Go on by so many ticks."""
        # Half a tick short of the next one, so that sums of tenths cannot decide whether it is still played.
        self.env.run(until=(self.room.tick + ticks - 0.5) * self.room.par.tick_s)

    def _viewer(self, kind: int) -> SimpyViewer:
        viewer = SimpyViewer(kind)
        self._viewers[viewer] = None
        return viewer

    def _ticks(self) -> Generator[simpy.Event, None, None]:
        """What the room knows and feels, moved on by equal steps."""
        env, room, tick_s = self.env, self.room, self.room.par.tick_s
        while True:
            for viewer in room.begin():
                viewer.process.interrupt()
            self._lift()
            yield env.timeout(tick_s)
            room.end()

    def _lift(self) -> None:
        """Raise the ceilings that the rates broke through, and wake those who sleep under them."""
        rates, ceilings = self.room.rates.all, self._ceilings
        if not ceilings:
            self._ceilings = [HEADROOM * rate for rate in rates]
        elif any(map(gt, rates, ceilings)):
            broken = {cell for cell, (rate, ceiling) in enumerate(zip(rates, ceilings, strict=True)) if rate > ceiling}
            for cell in broken:
                ceilings[cell] = HEADROOM * rates[cell]
            for viewer in self._viewers:
                if viewer.cell in broken:
                    viewer.process.interrupt()

    def _door(self) -> Generator[simpy.Event, None, None]:
        """Newcomers, one by one."""
        env, room = self.env, self.room
        while True:
            yield env.timeout(room.random.expovariate(room.arrivals_per_s))
            viewer = self._viewer(room.newcomers(1)[0])
            room.enter(viewer)
            viewer.process = env.process(self._stay(viewer))

    def _stay(self, viewer: SimpyViewer) -> Generator[simpy.Event, None, None]:
        """A viewer's time in the room."""
        room, ceilings, timeout, draw = self.room, self._ceilings, self.env.timeout, self.room.draw
        while True:
            cell = viewer.cell
            ceiling = ceilings[cell]
            if ceiling > SLACK * room.rates.all[cell]:
                # Whoever sleeps under the higher one keeps it.
                ceiling = ceilings[cell] = HEADROOM * room.rates.all[cell]
            try:
                yield timeout(-log(1.0 - draw()) / ceiling)
            except simpy.Interrupt:
                continue
            rates = room.rates
            x = draw() * ceiling
            if x >= rates.all[cell]:
                continue
            segment = viewer.segment
            if x < rates.comments[cell]:
                room.comments()
                continue
            x -= rates.comments[cell]
            if x < rates.likes[segment]:
                room.likes()
            elif x < rates.likes[segment] + rates.follows[segment]:
                room.follows()
            else:
                room.moves(viewer)
                if viewer.state == GONE:
                    del self._viewers[viewer]
                    return
