"""How fast viewers of each type move, given what the room knows and feels (audience model, 4.1 and 4.2)."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log

import numpy as np
from numpy.typing import NDArray

from simulator.audience.parameters import Parameters
from simulator.audience.quantile import Floats
from simulator.audience.room import (
    CART,
    CONSIDERING,
    ENTERING,
    NODES,
    SEGMENTS,
    TOPICS,
    TYPES,
    WAITING,
    WATCHING,
    Room,
    States,
)

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


@dataclass(slots=True)
class Mood:
    """The derived covariates of one tick (4.1)."""

    a: float
    tau: float
    clear: float
    """Rf: how clear the price of the product on screen is."""
    understood: float
    proof: float
    lottery: bool
    discount: list[float]
    """By product, in log points."""
    urgency: list[float]
    """By product."""
    unknown: NDArray[np.float64]
    """By topic: how much viewers have to ask."""


def mood(room: Room, par: Parameters) -> Mood:
    """The derived covariates of the room as it is."""
    focus = None if room.focus is None else room.products[room.focus]
    clear = understood = proof = 0.0
    if focus is not None:
        clear = max(focus.price_clarity, par.card_price_floor)
        understood = focus.understanding
        proof = min(1.0, par.proof_scale * focus.proof)
    discount = []
    urgency = []
    for product in room.products:
        price = product.asked
        discount.append(0.0 if price == product.list_price else log(product.list_price / price))
        counter = product.counter
        scarce = par.urgency_scarce * (1 - counter / par.scarce_below) if 0 < counter <= par.scarce_below else 0.0
        coupon = par.urgency_coupon * product.coupon.strength if product.coupon else 0.0
        countdown = par.urgency_countdown * product.countdown.strength if product.countdown else 0.0
        calm = (1 - coupon) * (1 - countdown) * (1 - scarce) * (1 - par.urgency_false * room.false_urgency)
        urgency.append(1 - calm)
    unknown = np.array(
        [
            1 - clear, 1 - understood, 1 - understood, 1 - understood,
            1 - room.trust, 1 - room.service, 1 - room.service, par.ask_availability,
        ]
    )  # fmt: skip
    return Mood(
        a=room.attention - 0.5,
        tau=room.trust - 0.5,
        clear=clear,
        understood=understood,
        proof=proof,
        lottery=room.lottery is not None,
        discount=discount,
        urgency=urgency,
        unknown=unknown,
    )


class Hazards:
    """The rates of all cells; the parts that never change are laid out once."""

    def __init__(self, par: Parameters, states: States) -> None:
        self._par = par
        self._states = states
        self.segment = np.repeat(np.arange(SEGMENTS), NODES)
        node = np.tile(np.array(par.nodes), SEGMENTS)
        self._enter_leave = self._by_type(par.leave_entering)
        self._settle = self._by_type(par.settle)
        self._leave = self._by_type(par.leave)
        self._click = self._by_type(par.click)
        self._decide = self._by_type(par.decide)
        self._ask = self._by_type(par.ask)
        self._money = self._by_type(par.buy_money)
        self._buy = self._by_type(par.buy_intercept) + self._money * (self._by_type(par.worth) + node)
        self.topics = np.array(par.topics)[self.segment]
        """Topic weights by type."""
        states_weight = np.ones(states.count)
        states_weight[ENTERING] = par.comment_entering
        states_weight[states.buyer] = par.comment_buyer
        self._comment = self._by_type(par.comment)[:, None] * states_weight
        self.like = np.array(par.like)
        self.follow = np.array(par.follow)
        products = states.products
        leave = np.zeros(states.count)
        leave[WATCHING] = 1.0
        leave[CONSIDERING] = leave[CART : CART + products] = par.leave_considering
        leave[WAITING : WAITING + TOPICS] = par.leave_waiting
        leave[states.ordered : states.buyer] = par.leave_ordered
        leave[states.buyer] = par.leave_buyer
        self._settled_leave = self._leave[:, None] * leave
        self._rates = np.zeros((SLOTS, TYPES, states.count))
        self._rates[GIVES_UP, :, WAITING : WAITING + TOPICS] = par.give_up_rate
        self._rates[CART_BACK, :, CART : CART + products] = par.cart_back_rate
        self._rates[CANCELS, :, states.ordered : states.buyer] = par.cancel_rate

    def _by_type(self, by_segment: tuple[float, ...]) -> Floats:
        return np.array(by_segment)[self.segment]

    def rates(self, room: Room, mood: Mood) -> Floats:
        """Rates per second by destination, type and state; the array is used again by the next call."""
        par, states, rates = self._par, self._states, self._rates
        a, tau, upset = mood.a, mood.tau, room.discontent
        going = exp(
            -par.leave_attention * a
            - par.leave_trust * tau
            + par.leave_discontent * upset
            - (par.leave_lottery if mood.lottery else 0.0)
        )
        np.multiply(self._settled_leave, going, out=rates[LEFT])
        rates[LEFT, :, ENTERING] = self._enter_leave * exp(-par.enter_leave_attention * a)
        rates[SETTLES, :, ENTERING] = self._settle * exp(par.settle_attention * a)

        asking = self._ask * (exp(par.ask_attention * a) * (self.topics @ mood.unknown))
        rates[ASKS, :, WATCHING] = asking
        rates[CARD_ASKS, :, CONSIDERING] = par.ask_considering * asking

        focus = room.focus
        if focus is None:
            rates[CLICKS, :, WATCHING] = 0.0
            rates[BUYER_CLICKS, :, states.buyer] = 0.0
            rates[CARD_ORDERS, :, CONSIDERING] = 0.0
            rates[CARD_CARTS, :, CONSIDERING] = 0.0
            rates[CARD_BACK, :, CONSIDERING] = self._decide
        else:
            drawn = exp(
                par.click_attention * a
                + par.click_understanding * (mood.understood - 0.5)
                + par.click_price * (mood.clear - 0.5)
                + par.click_pulse * room.pulse
                + par.click_proof * mood.proof
                - par.click_discontent * upset
                + par.click_discount * mood.discount[focus]
            )
            rates[CLICKS, :, WATCHING] = self._click * drawn
            rates[BUYER_CLICKS, :, states.buyer] = self._click * (par.click_buyer * drawn)
            self._decisions(room, mood, focus)

        for p, product in enumerate(room.products):
            buying = 0.0
            if product.on_sale > 0:
                buying = par.cart_order_rate * exp(
                    par.cart_urgency * mood.urgency[p]
                    + par.cart_pulse * room.pulse
                    + par.cart_trust * tau
                    + par.cart_discount * mood.discount[p]
                )
            rates[CART_ORDERS, :, CART + p] = buying
        rates[PAYS, :, states.ordered : states.buyer] = par.pay_rate * exp(par.pay_trust * tau)
        return rates

    def _decisions(self, room: Room, mood: Mood, focus: int) -> None:
        """Order, cart or back, from the product card."""
        par, rates = self._par, self._rates
        appeal = (
            par.buy_trust * mood.tau
            + par.buy_understanding * (mood.understood - 0.5)
            + par.buy_price * (mood.clear - 0.5)
            + par.buy_urgency * mood.urgency[focus]
            + par.buy_pulse * room.pulse
            + par.buy_proof * mood.proof
            - par.buy_discontent * room.discontent
        )
        worth = self._buy + (self._money * mood.discount[focus] + appeal)
        orders = np.exp(worth)
        carts = np.exp(par.cart_intercept + par.cart_slope * worth)
        if room.products[focus].sold_out:
            orders = np.zeros_like(orders)
        each = self._decide / (1.0 + orders + carts)
        rates[CARD_ORDERS, :, CONSIDERING] = each * orders
        rates[CARD_CARTS, :, CONSIDERING] = each * carts
        rates[CARD_BACK, :, CONSIDERING] = each

    def comments(self, room: Room, mood: Mood, online: int) -> tuple[Floats, float]:
        """Rates per second of comments by type and state, and the part that is drawn by other comments."""
        par = self._par
        level = exp(par.comment_attention * mood.a) * (1 + (par.comment_lottery if mood.lottery else 0.0))
        echo = par.hawkes_rate * room.excitation / online if online else 0.0
        return self._comment * level + echo, echo
