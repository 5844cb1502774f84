"""The audience model as a user of Mesa 3 writes it: an agent a viewer, each with a step, all stepped in every tick."""

from __future__ import annotations

from math import expm1
from typing import ClassVar

import mesa

from peers.room_model import GONE, Host, RoomModel
from simulator.audience import room as engine
from simulator.domain.scenario import Scenario


class ViewerAgent(mesa.Agent):
    """One viewer, who draws for each thing he may do."""

    def __init__(self, model: MesaRoom, kind: int) -> None:
        super().__init__(model)
        self.kind = kind
        self.segment = kind // engine.NODES
        self.state = engine.ENTERING
        self.cell = 0
        self.price = 0

    def step(self) -> None:
        model, cell, segment = self.model, self.cell, self.segment
        draw = model.draw
        if draw() < model.commenting[cell]:
            model.room.comments()
        if draw() < model.liking[segment]:
            model.room.likes()
        if draw() < model.following[segment]:
            model.room.follows()
        if draw() < model.moving[cell]:
            self.move()

    def move(self) -> None:
        self.model.room.moves(self)
        if self.state == GONE:
            self.remove()


class MesaRoom(mesa.Model):
    """A room of agents, stepped in random order: who comes first gets the unit."""

    agent: ClassVar[type[ViewerAgent]] = ViewerAgent

    def __init__(self, scenario: Scenario, host: Host, seed: int, start: engine.Room | None = None) -> None:
        super().__init__(seed=seed)
        self.room = RoomModel(scenario, host, self.random)
        self.tick_s = self.room.par.tick_s
        self.draw = self.random.random
        if start is not None:
            self.room.follow(start, lambda kind: self.agent(self, kind))

    def step(self) -> None:
        room = self.room
        room.begin()
        self.look_up()
        self.activate()
        for kind in room.newcomers(self.rng.poisson(room.arrivals_per_s * self.tick_s)):
            room.enter(self.agent(self, kind))
        room.end()

    def look_up(self) -> None:
        """Turn the rates of this tick into the chances that agents look up, by cell or by segment."""
        rates = self.room.rates
        self.moving = self.chances(rates.any_move)
        self.commenting = self.chances(rates.comments)
        self.liking = self.chances(rates.likes)
        self.following = self.chances(rates.follows)

    def activate(self) -> None:
        self.agents.shuffle_do("step")

    def chances(self, rates: list[float]) -> list[float]:
        """The chances in one tick of what happens at these rates."""
        tick_s = self.tick_s
        return [-expm1(-rate * tick_s) for rate in rates]

    def play(self, ticks: int) -> None:
        """Go on by so many ticks."""
        for _ in range(ticks):
            self.step()


class ThriftyViewerAgent(ViewerAgent):
    """A viewer who finds out by one draw whether he does anything in this tick; mostly he does not."""

    def step(self) -> None:
        u = self.model.draw()
        if u < self.model.busy[self.cell]:
            self.act(u)

    def act(self, u: float) -> None:
        """Do each thing with its own chance; ``u`` is below the chance of any of them."""
        model, room, rates = self.model, self.model.room, self.model.room.rates
        for rate, do in (
            (rates.comments[self.cell], room.comments),
            (rates.likes[self.segment], room.likes),
            (rates.follows[self.segment], room.follows),
            (rates.any_move[self.cell], self.move),
        ):
            chance = -expm1(-rate * model.tick_s)
            if u < chance:
                do()
                u = model.draw()
            else:
                # What is left of a draw that missed is as good as a new one.
                u = (u - chance) / (1 - chance)


class ThriftyMesaRoom(MesaRoom):
    """The same room with all that can be spared left out: one draw a viewer, in the order in which they came.

    That order makes a difference only where stock is short: those who have been there longest are served first.
    """

    agent = ThriftyViewerAgent

    def look_up(self) -> None:
        self.busy = self.chances(self.room.rates.all)

    def activate(self) -> None:
        self.agents.do("step")
