"""How fast viewers of each type move, given what the room knows and feels (audience model, 4.1 and 4.2)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from simulator.audience.exponential import exps
from simulator.audience.mood import Mood
from simulator.audience.parameters import Parameters, Segment
from simulator.audience.quantile import Floats
from simulator.audience.room import (
    CART,
    CONSIDERING,
    ENTERING,
    NODES,
    NOTHING,
    SEGMENTS,
    TOPICS,
    TYPES,
    WAITING,
    WATCHING,
    Room,
    States,
)
from simulator.audience.troubles import Effect

LEFT = 0
"""The first destination of every state."""
SLOTS = 5
"""Destinations in the order in which exits are split:
entering: left, watching; watching: left, card, ask; considering: left, ask, order, cart, back;
waiting: left, gives up; cart: left, order, back; ordered: left, pays, cancels; buyer: left, card."""

SETTLES = 1
CLICKS = 1
ASKS = 2
CARD_ASKS, CARD_ORDERS, CARD_CARTS, CARD_BACK = 1, 2, 3, 4
GIVES_UP = 1
CART_ORDERS, CART_BACK = 1, 2
PAYS, CANCELS = 1, 2
BUYER_CLICKS = 1


class Hazards:
    """The rates of all cells; the parts that never change are laid out once."""

    def __init__(self, par: Parameters, states: States) -> None:
        self._par = par
        self._states = states
        self.segment = np.repeat(np.arange(SEGMENTS), NODES)
        node = np.tile(np.array(par.nodes), SEGMENTS)
        self.leave_entering = self._by_type(par.leave_entering)
        self.settle = self._by_type(par.settle)
        self.click = self._by_type(par.click)
        self.decide = self._by_type(par.decide)
        self.ask = self._by_type(par.ask)
        self.money = self._by_type(par.buy_money)
        self.buy = self._by_type(par.buy_intercept) + self.money * (self._by_type(par.worth) + node)
        self.topics = np.array(par.topics)[self.segment]
        """Topic weights by type."""
        states_weight = np.ones(states.count)
        states_weight[ENTERING] = par.comment_entering
        states_weight[states.buyer] = par.comment_buyer
        self.comment = self._by_type(par.comment)[:, None] * states_weight
        self.bargain = (self.segment == Segment.BARGAIN).astype(np.float64)
        self.like = np.array(par.like)
        self.follow = np.array(par.follow)
        products = states.products
        leave = np.zeros(states.count)
        leave[WATCHING] = 1.0
        leave[CONSIDERING] = leave[CART : CART + products] = par.leave_considering
        leave[WAITING : WAITING + TOPICS] = par.leave_waiting
        leave[states.ordered : states.buyer] = par.leave_ordered
        leave[states.buyer] = par.leave_buyer
        self.settled_leave = self._by_type(par.leave)[:, None] * leave
        self._rates = np.zeros((SLOTS, TYPES, states.count))
        self._rates[GIVES_UP, :, WAITING : WAITING + TOPICS] = par.give_up_rate

    def _by_type(self, by_segment: tuple[float, ...]) -> Floats:
        return np.array(by_segment)[self.segment]

    def rates(self, room: Room, mood: Mood, weather: Sequence[float]) -> Floats:
        """Rates per second by destination, type and state; the array is used again by the next call."""
        par, states, rates = self._par, self._states, self._rates
        products = states.products
        np.multiply(self.settled_leave, mood.leaves, out=rates[LEFT])
        rates[LEFT, :, ENTERING] = self.leave_entering * mood.flees
        rates[SETTLES, :, ENTERING] = self.settle * mood.settles

        curious = self.topics[:, 0] * mood.unknown[0]
        for topic in range(1, TOPICS):
            curious += self.topics[:, topic] * mood.unknown[topic]
        asking = self.ask * (mood.asks * curious)
        rates[ASKS, :, WATCHING] = asking
        rates[CARD_ASKS, :, CONSIDERING] = par.ask_considering * asking

        rates[CLICKS, :, WATCHING] = self.click * mood.clicks
        rates[BUYER_CLICKS, :, states.buyer] = self.click * (par.click_buyer * mood.clicks)
        if room.focus == NOTHING:
            rates[CARD_ORDERS, :, CONSIDERING] = 0.0
            rates[CARD_CARTS, :, CONSIDERING] = 0.0
            rates[CARD_BACK, :, CONSIDERING] = self.decide
        else:
            self._decisions(room, mood, weather, room.focus)

        rates[CART_ORDERS, :, CART : CART + products] = mood.cart_buys
        rates[CART_BACK, :, CART : CART + products] = mood.puts_back
        rates[PAYS, :, states.ordered : states.buyer] = mood.pays
        rates[CANCELS, :, states.ordered : states.buyer] = mood.cancels
        return rates

    def _decisions(self, room: Room, mood: Mood, weather: Sequence[float], focus: int) -> None:
        """Order, cart or back, from the product card."""
        par, rates = self._par, self._rates
        cheaper = mood.discount[focus] + self.bargain * weather[Effect.BARGAIN]
        worth = self.buy + (self.money * cheaper + mood.appeal)
        both = exps(np.concatenate((worth, par.cart_intercept + par.cart_slope * worth)))
        orders, carts = both[:TYPES], both[TYPES:]
        if room.products[focus].sold_out:
            orders = np.zeros(TYPES)
        each = self.decide / (1.0 + orders + carts)
        rates[CARD_ORDERS, :, CONSIDERING] = each * orders
        rates[CARD_CARTS, :, CONSIDERING] = each * carts
        rates[CARD_BACK, :, CONSIDERING] = each

    def comments(self, room: Room, mood: Mood, online: int) -> tuple[Floats, float]:
        """Rates per second of comments by type and state, and the part that is drawn by other comments."""
        echo = self._par.hawkes_rate * room.excitation / online if online else 0.0
        return self.comment * mood.comments + echo, echo
