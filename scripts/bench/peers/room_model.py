"""The room that the viewers of both peers stand in: covariates, rates, books, and what a move does to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from math import exp
from random import Random
from typing import Protocol

from peers.covariates import Covariates
from peers.rates import ENTERING, IN_CART, WAITING, Rates
from simulator.audience import room as engine
from simulator.audience.parameters import DEFAULT
from simulator.domain.events import Event, VoiceStarted, VoiceStopped
from simulator.domain.scenario import Scenario, Topic
from tests.audience.hosts import Answering, Script

GONE = -1
"""The state of a viewer who left."""


class Viewer(Protocol):
    """What the room must know of a viewer."""

    kind: int
    segment: int
    state: int
    cell: int
    """His kind and situation, as the rates are laid out."""
    price: int
    """Of his pending order, in hundredths."""


@dataclass(slots=True)
class Totals:
    """Sums since the session began, named as the engine's."""

    entered: int = 0
    left: int = 0
    comments: int = 0
    asked: int = 0
    answered: int = 0
    gave_up: int = 0
    likes: int = 0
    follows: int = 0
    clicks: int = 0
    carts: int = 0
    orders: int = 0
    paid: int = 0
    cancelled: int = 0
    refused: int = 0
    peak: int = 0
    viewer_seconds: float = 0.0
    gmv: int = 0
    net_gmv: float = 0.0


class Host:
    """A scripted host, who may answer what this audience asks."""

    def __init__(self, script: Script, answering: Answering | None = None) -> None:
        self._script = script
        self._answering = answering
        self._speaking = False

    def does(self, tick: int, room: RoomModel) -> list[Event]:
        """What the host says and does in one tick."""
        acts = list(self._script.get(tick, ()))
        for act in acts:
            if isinstance(act, VoiceStarted | VoiceStopped):
                self._speaking = isinstance(act, VoiceStarted)
        if self._answering is not None:
            acts += self._answering(tick, lambda: room, self._speaking)  # type: ignore[arg-type,return-value]
        return acts


class RoomModel:
    """One room: viewers tell it what they do, it tells them at which rates they do it."""

    def __init__(self, scenario: Scenario, host: Host, random: Random) -> None:
        self.par = par = DEFAULT.of_crowd(scenario.crowd)
        self.arrivals_per_s = scenario.crowd.entries_per_min / 60
        self.mind = Covariates(scenario, par)
        self.rates = Rates(par, len(scenario.products))
        self.totals = Totals()
        self.random = random
        self.draw = random.random
        self.tick = 0
        self.online = 0
        self._host = host
        self._states = engine.States(len(scenario.products))
        self._kinds = list(accumulate(share * weight for share in par.shares for weight in par.node_weights))
        self._entering = 0
        self._asking: list[dict[Viewer, None]] = [{} for _ in Topic]
        """Who waits for an answer, by topic."""
        self._before = self._came = self._written = self._resolved = 0
        self._ordered = [0] * len(scenario.products)
        self._refused = False
        leaves, asks, back, orders = self._leaves, self._asks, self._back, self._orders
        carts = [(leaves, orders, back)] * len(scenario.products)
        self._outcomes: list[tuple[Callable[[Viewer], None], ...]] = [
            (leaves, self._settles),
            (leaves, self._clicks, asks),
            (leaves, asks, orders, self._fills_cart, back),
            (leaves, self._gives_up),
            *carts,
            (leaves, self._pays, self._cancels),
            (leaves, self._clicks),
        ]
        """By situation, what the moves of the rates are."""

    # -------------------------------------------------------------------------------- the course of a tick

    def begin(self) -> list[Viewer]:
        """Let the host act and work out the rates of this tick; returns the viewers who got their answers."""
        mind, now = self.mind, round(self.tick * self.par.tick_s, 6)
        for act in self._host.does(self.tick, self):
            mind.take(act)
        mind.relax(now)
        self._before, self._came, self._written, self._resolved = self.online, 0, 0, 0
        self._ordered = [0] * len(self._ordered)
        self._refused = False
        relieved = [viewer for topic, quality in mind.answers.items() for viewer in self._answers(topic, quality)]
        self.rates.renew(mind, self.online)
        return relieved

    def end(self) -> None:
        """Let what the viewers did in this tick work on the room."""
        waiting = sum(map(len, self._asking))
        self.mind.close(
            before=self._before,
            there=self.online,
            settled=self.online - self._entering,
            came=self._came,
            waiting=waiting,
            written=self._written,
            ordered=self._ordered,
            resolved=self._resolved,
            refused=self._refused,
        )
        totals = self.totals
        totals.peak = max(totals.peak, self.online)
        totals.viewer_seconds += self.online * self.par.tick_s
        self.tick += 1

    @property
    def waiting(self) -> dict[Topic, int]:
        """How many wait for an answer, by topic."""
        return {topic: len(self._asking[topic]) for topic in Topic}

    def newcomers(self, many: int) -> list[int]:
        """The kinds of ``many`` newcomers."""
        return self.random.choices(range(engine.TYPES), cum_weights=self._kinds, k=many)

    def enter(self, viewer: Viewer) -> None:
        """A newcomer is there."""
        self._place(viewer, engine.ENTERING)
        self._entering += 1
        self.online += 1
        self.totals.entered += 1

    # -------------------------------------------------------------------------------- what viewers do

    def moves(self, viewer: Viewer) -> None:
        """He moves: where to is a matter of chance."""
        rates = self.rates.moves[viewer.cell]
        x = self.draw() * self.rates.any_move[viewer.cell]
        turn = 0
        while x >= rates[turn] and turn < len(rates) - 1:
            x -= rates[turn]
            turn += 1
        self._outcomes[viewer.cell % self.rates.situations][turn](viewer)

    def comments(self) -> None:
        self.totals.comments += 1
        self._written += 1

    def likes(self) -> None:
        self.totals.likes += 1

    def follows(self) -> None:
        self.totals.follows += 1

    def _place(self, viewer: Viewer, state: int) -> None:
        viewer.state = state
        viewer.cell = viewer.kind * self.rates.situations + self.rates.of_state[state]

    def _leaves(self, viewer: Viewer) -> None:
        situation = viewer.cell % self.rates.situations
        if situation == ENTERING:
            self._entering -= 1
        elif situation == WAITING:
            del self._asking[viewer.state - engine.WAITING][viewer]
        elif situation == self.rates.ordered:
            self._returns(viewer)
        viewer.state = GONE
        self.online -= 1
        self.totals.left += 1

    def _settles(self, viewer: Viewer) -> None:
        self._entering -= 1
        self._came += 1
        self._place(viewer, engine.WATCHING)

    def _back(self, viewer: Viewer) -> None:
        self._place(viewer, engine.WATCHING)

    def _clicks(self, viewer: Viewer) -> None:
        self.totals.clicks += 1
        self._place(viewer, engine.CONSIDERING)

    def _asks(self, viewer: Viewer) -> None:
        weights = self.par.topics[viewer.segment]
        told = [weight * unknown for weight, unknown in zip(weights, self.rates.unknown, strict=True)]
        topic = self.random.choices(range(engine.TOPICS), told)[0]
        self._place(viewer, engine.WAITING + topic)
        self._asking[topic][viewer] = None
        self.totals.asked += 1
        self.totals.comments += 1
        self._written += 1

    def _answers(self, topic: Topic, quality: float) -> Iterator[Viewer]:
        """Those whom an answer to their question reaches."""
        par, asking = self.par, self._asking[topic]
        for viewer in list(asking):
            if self.draw() < par.answer_reach * quality:
                del asking[viewer]
                to_card = self.mind.focus is not None and self.draw() < par.answered_to_card
                self._place(viewer, engine.CONSIDERING if to_card else engine.WATCHING)
                self._resolved += 1
                self.totals.answered += 1
                yield viewer

    def _gives_up(self, viewer: Viewer) -> None:
        del self._asking[viewer.state - engine.WAITING][viewer]
        self.totals.gave_up += 1
        self._place(viewer, engine.WATCHING)

    def _product(self, viewer: Viewer) -> int:
        """The number of the product in his cart or order, else of the one on screen."""
        if viewer.state >= self._states.ordered:
            return viewer.state - self._states.ordered
        if viewer.state >= engine.CART:
            return viewer.state - engine.CART
        assert self.mind.focus is not None
        return self.mind.products.index(self.mind.focus)

    def _fills_cart(self, viewer: Viewer) -> None:
        self.totals.carts += 1
        self._place(viewer, engine.CART + self._product(viewer))

    def _orders(self, viewer: Viewer) -> None:
        number = self._product(viewer)
        product = self.mind.products[number]
        if product.stock <= 0:
            self.totals.refused += 1
            self._refused = True
            return
        product.stock -= 1
        viewer.price = product.price
        self._ordered[number] += 1
        self.totals.orders += 1
        self._place(viewer, self._states.ordered + number)

    def _pays(self, viewer: Viewer) -> None:
        par, mind, product = self.par, self.mind, self.mind.products[self._product(viewer)]
        logit = (
            par.refund_logit
            - par.refund_trust * (mind.trust - 0.5)
            - par.refund_understanding * (product.understanding - 0.5)
            + par.refund_false_urgency * mind.false_urgency
            + par.refund_discontent * mind.discontent
        )
        self.totals.paid += 1
        self.totals.gmv += viewer.price
        self.totals.net_gmv += viewer.price * (1 - 1 / (1 + exp(-logit)))
        self._place(viewer, self._states.buyer)

    def _cancels(self, viewer: Viewer) -> None:
        self._returns(viewer)
        self._place(viewer, engine.WATCHING)

    def _returns(self, viewer: Viewer) -> None:
        self.mind.products[self._product(viewer)].stock += 1
        self.totals.cancelled += 1

    # -------------------------------------------------------------------------------- a room that is on already

    def follow(self, room: engine.Room, viewer_of: Callable[[int], Viewer]) -> None:
        """Begin with the viewers of a room of the engine, each made by ``viewer_of`` from his kind."""
        self.tick = room.tick
        self.mind.follow(room, round(room.tick * self.par.tick_s, 6))
        for kind, by_state in enumerate(room.counts.tolist()):
            for state, many in enumerate(by_state):
                for _ in range(many):
                    viewer = viewer_of(kind)
                    self._place(viewer, state)
                    if state == engine.ENTERING:
                        self._entering += 1
                    elif engine.WAITING <= state < engine.CART:
                        self._asking[state - engine.WAITING][viewer] = None
                    elif self._states.ordered <= state < self._states.buyer:
                        viewer.price = self.mind.products[state - self._states.ordered].price
        self.online = room.online


assert IN_CART == WAITING + 1
