"""The oracle: the audience model viewer by viewer, in columns of numpy, with its own generator.

Written from the specification alone, to hold the engine of counts against. One entry of a column is one viewer; each
draws for himself whether he moves, where to, and whether he speaks. It is an ``Audience`` to ``hosts.play``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import exp

import numpy as np
from numpy.typing import NDArray

from simulator.audience.parameters import DEFAULT, Parameters
from simulator.domain.events import Event
from simulator.domain.scenario import Scenario, Topic
from tests.audience.oracle_mind import TOPICS, Feeling, Mind

Floats = NDArray[np.float64]

GONE, E, W, C, B, Q, K = -1, 0, 1, 2, 3, 4, 4 + TOPICS
"""States; Q + topic waits, K + product has a cart, K + P + product has ordered."""

COLUMNS = ("segment", "node", "state", "price", "spoke", "bought")
"""Of each viewer: the last three are the price his order is locked at (hundredths), when he first spoke, and when he
first ordered after that."""


@dataclass(slots=True)
class Sums:
    """What happened so far; the names are those of ``rollouts.COUNTERS``."""

    entered: int = 0
    left: int = 0
    comments: int = 0
    asked: int = 0
    answered: int = 0
    gave_up: int = 0
    left_waiting: int = 0
    likes: int = 0
    follows: int = 0
    clicks: int = 0
    answered_to_card: int = 0
    carts: int = 0
    orders: int = 0
    paid: int = 0
    cancelled: int = 0
    refused: int = 0
    peak: int = 0
    viewer_seconds: float = 0.0
    gmv: int = 0
    net_gmv: float = 0.0
    online: int = 0
    entering: int = 0
    watching: int = 0
    waiting: dict[Topic, int] = field(default_factory=lambda: dict.fromkeys(Topic, 0))


@dataclass(slots=True)
class Moves:
    """Where the movers of a tick go, while the tick is being drawn."""

    to: dict[int, int] = field(default_factory=dict)
    """State by viewer."""
    orders: list[tuple[int, int]] = field(default_factory=list)
    """(viewer, product) of those who want to order."""
    settling: int = 0
    asked: int = 0
    resolved: int = 0


class Oracle:
    """A room of single viewers."""

    def __init__(self, scenario: Scenario, seed: int, parameters: Parameters = DEFAULT) -> None:
        self.par = parameters.of_crowd(scenario.crowd)
        self.mind = Mind(scenario, self.par)
        self.rng = np.random.default_rng(seed)
        self.tick = 0
        self.stock = [product.stock for product in scenario.products]
        self.products = len(scenario.products)
        self._returned = [0] * self.products
        self.states = K + 2 * self.products
        self.entering_per_s = scenario.crowd.entries_per_min / 60
        self.room = Sums()
        self._fates: list[tuple[float, float, float]] = []
        self.many = 0
        self.segment, self.node, self.state = (np.zeros(64, np.int64) for _ in range(3))
        self.price = np.zeros(64, np.int64)
        self.spoke = np.full(64, np.nan)
        self.bought = np.full(64, np.nan)
        self._shares, self._node_weights = (np.cumsum(part)[:-1] for part in (self.par.shares, self.par.node_weights))
        self._topic_weights = np.array(self.par.topics)
        self._comment = np.ones(self.states)
        self._comment[E], self._comment[B] = self.par.comment_entering, self.par.comment_buyer

    @property
    def now(self) -> float:
        return round(self.tick * self.par.tick_s, 6)

    def step(self, heard: Sequence[Event]) -> tuple[Event, ...]:
        """One tick, in the order of section 3."""
        sums, rng, dt, n = self.room, self.rng, self.par.tick_s, self.many
        answers = self.mind.hear(heard, self.now)
        self.mind.relax(self.now)
        feel = self.mind.feeling(self.stock)

        segment, state = self.segment[:n], self.state[:n]
        cell = segment * self.states + state
        exits = self._exits(feel)
        moving = rng.random(n) < -np.expm1(-exits.sum(axis=2) * dt).ravel()[cell]
        speaking = rng.random(n) < -np.expm1(-self._comments(feel, n) * dt).ravel()[cell]
        moves = self._resolve(answers, feel, moving)
        for viewer in np.flatnonzero(moving).tolist():
            self._go(viewer, exits, feel, moves)
        orders = self._serve(moves)
        talking = int(speaking.sum()) + moves.asked
        self._remember(np.flatnonzero(speaking))
        self._commit(moves, orders)
        self._arrive()

        states = np.bincount(self.state[: self.many], minlength=self.states)
        settled = self.many - int(states[E])
        self.mind.dilute(moves.settling, settled)
        self.mind.wait(int(states[Q : Q + TOPICS].sum()), n)
        self.mind.answer(answers, moves.resolved, n)
        if len(moves.orders) > len(orders):
            self.mind.refuse()
        self.mind.note(np.bincount([p for _, p in orders], minlength=self.products), talking, n)
        self._applaud(feel)

        sums.comments += talking
        sums.online, sums.entering, sums.watching = self.many, int(states[E]), int(states[W])
        sums.peak = max(sums.peak, self.many)
        sums.viewer_seconds += self.many * dt
        sums.waiting = {topic: int(states[Q + topic]) for topic in Topic}
        self.tick += 1
        return ()

    def told(self) -> dict[str, float]:
        """The sums under the names of ``rollouts.COUNTERS``."""
        sums = self.room
        told = {
            name: float(getattr(sums, name)) for name in sums.__slots__ if name not in ("waiting", "gmv", "net_gmv")
        }
        return told | {
            "cancels": float(sums.cancelled),
            "waiting": float(sum(sums.waiting.values())),
            "gmv": sums.gmv / 100,
            "net_gmv": sums.net_gmv / 100,
        }

    def fates(self) -> list[tuple[float, float, float]]:
        """Of those who spoke: when they first did, when they left, when they first ordered after; inf for never yet."""
        return self._fates + self._told(np.ones(self.many, np.bool_), np.inf)

    def _told(self, whom: NDArray[np.bool_], left: float) -> list[tuple[float, float, float]]:
        spoke, bought = self.spoke[: self.many], np.nan_to_num(self.bought[: self.many], nan=np.inf)
        return [
            (float(spoke[viewer]), left, float(bought[viewer])) for viewer in np.flatnonzero(whom & ~np.isnan(spoke))
        ]

    # --------------------------------------------------------------------------------- hazards

    def _exits(self, feel: Feeling) -> Floats:
        """Hazards out of each (segment, state), by way: leave, the state's own ways, ask (4.2)."""
        par = self.par
        a, tau, x = feel.a, feel.tau, feel.discontent
        rate = np.zeros((len(par.shares), self.states, 4))
        leave = np.array(par.leave) * exp(
            -par.leave_attention * a
            - par.leave_trust * tau
            + par.leave_discontent * x
            - par.leave_lottery * feel.lottery
        )
        rate[:, E, 0] = np.array(par.leave_entering) * exp(-par.enter_leave_attention * a)
        rate[:, E, 1] = np.array(par.settle) * exp(par.settle_attention * a)
        rate[:, W, 0] = leave
        rate[:, C, 0] = par.leave_considering * leave
        rate[:, B, 0] = par.leave_buyer * leave
        rate[:, Q : Q + TOPICS, 0] = par.leave_waiting * leave[:, None]
        rate[:, K : K + self.products, 0] = par.leave_considering * leave[:, None]
        rate[:, K + self.products :, 0] = par.leave_ordered * leave[:, None]
        if feel.card is not None:
            click = np.array(par.click) * exp(
                par.click_attention * a
                + par.click_understanding * (feel.understanding - 0.5)
                + par.click_price * (feel.clarity - 0.5)
                + par.click_pulse * feel.pulse
                + par.click_proof * feel.proof
                - par.click_discontent * x
                + par.click_discount * feel.discounts[feel.card]
            )
            rate[:, W, 1] = click
            rate[:, B, 1] = par.click_buyer * click
        rate[:, C, 1] = par.decide
        ask = np.array(par.ask) * exp(par.ask_attention * a) * (self._topic_weights @ self._unknown(feel))
        rate[:, W, 3] = ask
        rate[:, C, 3] = par.ask_considering * ask
        rate[:, Q : Q + TOPICS, 1] = par.give_up_rate
        push = par.cart_urgency * feel.urgency + par.cart_pulse * feel.pulse + par.cart_trust * tau
        for p in range(self.products):
            if self.stock[p]:
                rate[:, K + p, 1] = par.cart_order_rate * exp(push + par.cart_discount * feel.discounts[p])
            rate[:, K + p, 2] = par.cart_back_rate
        rate[:, K + self.products :, 1] = par.pay_rate * exp(par.pay_trust * tau)
        rate[:, K + self.products :, 2] = par.cancel_rate
        return rate

    def _unknown(self, feel: Feeling) -> Floats:
        """How much the crowd does not know of each topic: people ask what they don't know."""
        product, service = 1 - feel.understanding, 1 - feel.service
        trust = 0.5 - feel.tau
        return np.array(
            [1 - feel.clarity, product, product, product, trust, service, service, self.par.ask_availability]
        )

    def _comments(self, feel: Feeling, n: int) -> Floats:
        """Hazard of a comment that is no question, by (segment, state)."""
        par = self.par
        own = np.array(par.comment)[:, None] * self._comment
        own *= exp(par.comment_attention * feel.a) * (1 + par.comment_lottery * feel.lottery)
        return own + (par.hawkes_rate * self.mind.excitation / n if n else 0.0)

    def _logit(self, viewer: int, feel: Feeling) -> float:
        """Value of ordering to one viewer who has the card open."""
        par, g, b = self.par, self.segment[viewer], self.node[viewer]
        assert feel.card is not None
        money = par.worth[g] + par.nodes[b] + feel.discounts[feel.card]
        return (
            par.buy_intercept[g]
            + par.buy_money[g] * money
            + par.buy_trust * feel.tau
            + par.buy_understanding * (feel.understanding - 0.5)
            + par.buy_price * (feel.clarity - 0.5)
            + par.buy_urgency * feel.urgency
            + par.buy_pulse * feel.pulse
            + par.buy_proof * feel.proof
            - par.buy_discontent * feel.discontent
        )

    # --------------------------------------------------------------------------------- moves

    def _resolve(self, answers: dict[int, float], feel: Feeling, moving: NDArray[np.bool_]) -> Moves:
        """Answered questions come before all other moves."""
        moves = Moves()
        for q, y in answers.items():
            for viewer in np.flatnonzero(self.state[: self.many] == Q + q).tolist():
                if self.rng.random() < self.par.answer_reach * y:
                    moving[viewer] = False
                    to_card = feel.card is not None and self.rng.random() < self.par.answered_to_card
                    moves.to[viewer] = C if to_card else W
                    moves.resolved += 1
                    self.room.answered_to_card += to_card
        self.room.answered += moves.resolved
        return moves

    def _go(self, viewer: int, exits: Floats, feel: Feeling, moves: Moves) -> None:
        """Send one mover to the end of one of his ways."""
        sums, state = self.room, int(self.state[viewer])
        ways = exits[self.segment[viewer], state]
        way = self._pick(ways.tolist())
        if way == 0:
            moves.to[viewer] = GONE
            sums.left += 1
            sums.left_waiting += Q <= state < K
            if state >= K + self.products:
                self._release(state)
        elif way == 3:
            weights = self._topic_weights[self.segment[viewer]] * self._unknown(feel)
            moves.to[viewer] = Q + self._pick(weights.tolist())
            moves.asked += 1
            sums.asked += 1
            self._remember(np.array([viewer]))
        elif state == E:
            moves.to[viewer] = W
            moves.settling += 1
        elif state in (W, B):
            moves.to[viewer] = C
            sums.clicks += 1
        elif state == C:
            v = self._logit(viewer, feel)
            assert feel.card is not None
            choice = self._pick([exp(v), exp(self.par.cart_intercept + self.par.cart_slope * v), 1.0])
            if choice == 0:
                moves.orders.append((viewer, feel.card))
            elif choice == 1:
                moves.to[viewer] = K + feel.card
                sums.carts += 1
            else:
                moves.to[viewer] = W
        elif state < K:
            moves.to[viewer] = W
            sums.gave_up += 1
        elif state < K + self.products:
            if way == 1:
                moves.orders.append((viewer, state - K))
            else:
                moves.to[viewer] = W
        elif way == 1:
            moves.to[viewer] = B
            self._pay(viewer, state - K - self.products, feel)
        else:
            moves.to[viewer] = W
            self._release(state)

    def _pick(self, weights: Sequence[float]) -> int:
        """One of these, by weight."""
        goal = self.rng.random() * sum(weights)
        for number, weight in enumerate(weights):
            goal -= weight
            if goal < 0:
                return number
        return max(number for number, weight in enumerate(weights) if weight > 0)

    def _pay(self, viewer: int, p: int, feel: Feeling) -> None:
        par, price = self.par, int(self.price[viewer])
        logit = (
            par.refund_logit
            - par.refund_trust * feel.tau
            - par.refund_understanding * (feel.known[p] - 0.5)
            + par.refund_false_urgency * feel.falsehood
            + par.refund_discontent * feel.discontent
        )
        self.room.paid += 1
        self.room.gmv += price
        self.room.net_gmv += price * (1 - 1 / (1 + exp(-logit)))

    def _release(self, state: int) -> None:
        """An order falls through."""
        self.room.cancelled += 1
        self._returned[state - K - self.products] += 1

    def _serve(self, moves: Moves) -> list[tuple[int, int]]:
        """Who of those who want it gets a unit: all, or as many as there are, at random; the others stay."""
        served: list[tuple[int, int]] = []
        for p in range(self.products):
            wanting = [order for order in moves.orders if order[1] == p]
            if len(wanting) > self.stock[p]:
                lucky = self.rng.permutation(len(wanting))[: self.stock[p]]
                self.room.refused += len(wanting) - self.stock[p]
                wanting = [wanting[i] for i in lucky]
            served += wanting
        return served

    def _remember(self, viewers: NDArray[np.int64]) -> None:
        first = viewers[np.isnan(self.spoke[viewers])]
        self.spoke[first] = self.now

    def _commit(self, moves: Moves, orders: list[tuple[int, int]]) -> None:
        """All moves at once."""
        for viewer, p in orders:
            moves.to[viewer] = K + self.products + p
            self.price[viewer] = self.mind.price(p)
            self.stock[p] -= 1
            if self.spoke[viewer] < self.now and np.isnan(self.bought[viewer]):
                self.bought[viewer] = self.now
        self.room.orders += len(orders)
        for p in range(self.products):
            self.stock[p] += self._returned[p]
            self._returned[p] = 0
        for viewer, state in moves.to.items():
            self.state[viewer] = state
        here = self.state[: self.many]
        gone = here == GONE
        self._fates += self._told(gone, self.now)
        many = self.many - int(gone.sum())
        for name in COLUMNS if many < self.many else ():
            column = getattr(self, name)
            column[:many] = column[: self.many][~gone]
        self.many = many

    def _arrive(self) -> None:
        par, rng = self.par, self.rng
        came = int(rng.poisson(self.entering_per_s * par.tick_s))
        until = self.many + came
        if until > len(self.state):
            for name in COLUMNS:
                column = getattr(self, name)
                setattr(self, name, np.concatenate((column, np.zeros(len(column) + came, column.dtype))))
        new = slice(self.many, until)
        self.segment[new] = np.searchsorted(self._shares, rng.random(came))
        self.node[new] = np.searchsorted(self._node_weights, rng.random(came))
        self.state[new], self.price[new], self.spoke[new], self.bought[new] = E, 0, np.nan, np.nan
        self.many = until
        self.room.entered += came

    def _applaud(self, feel: Feeling) -> None:
        par, segment = self.par, self.segment[: self.many]
        like = np.array(par.like) * exp(par.like_attention * feel.a)
        follow = np.array(par.follow) * exp(par.follow_trust * feel.tau + par.follow_attention * feel.a)
        liking, following = (-np.expm1(-rate * par.tick_s)[segment] for rate in (like, follow))
        self.room.likes += int((self.rng.random(self.many) < liking).sum())
        self.room.follows += int((self.rng.random(self.many) < following).sum())
