"""How fast viewers of each kind in each situation move and speak (audience model, section 4.2): plain numbers by cell.

Kinds of one segment differ only in how they decide at the card, waiting viewers of all topics move alike, and so do
all who wait to pay: 15 kinds in 9 situations, few enough to be worked out anew for every tick without numpy.
"""

from __future__ import annotations

from math import exp

from peers.covariates import Covariates
from simulator.audience.parameters import Parameters
from simulator.audience.room import CART, NODES, SEGMENTS, TOPICS

ENTERING, WATCHING, CONSIDERING, WAITING, IN_CART = range(5)
"""Situations; one cart a product, then ordered and buyer."""


class Rates:
    """Rates per second by cell, a cell being ``kind * situations + situation``."""

    def __init__(self, par: Parameters, products: int) -> None:
        self._par = par
        self.ordered = IN_CART + products
        self.buyer = self.ordered + 1
        self.situations = self.buyer + 1
        self.of_state = [
            ENTERING, WATCHING, CONSIDERING, *[WAITING] * TOPICS,
            *range(IN_CART, self.ordered), *[self.ordered] * products, self.buyer,
        ]  # fmt: skip
        """The situation of each state of the engine's table."""
        assert len(self.of_state) == CART + 2 * products + 1
        self._buying = [
            [par.buy_intercept[g] + par.buy_money[g] * (par.worth[g] + node) for node in par.nodes]
            for g in range(SEGMENTS)
        ]
        # Of a topic's weights only the sums matter that are unknown together: price, product, trust, service, the rest.
        self._topics = [(w[0], w[1] + w[2] + w[3], w[4], w[5] + w[6], w[7]) for w in par.topics]
        self.unknown: tuple[float, ...] = ()
        """How much there is to ask, by topic."""
        self.moves: list[tuple[float, ...]] = []
        """By cell, the rates of the moves in the order of section 4.2."""
        self.comments: list[float] = []
        """By cell."""
        self.likes: list[float] = []
        """By segment."""
        self.follows: list[float] = []
        self.any_move: list[float] = []
        """By cell."""
        self.all: list[float] = []
        """By cell: the rate of anything at all."""

    def renew(self, room: Covariates, online: int) -> None:
        """Work out all rates from what the room knows and feels now."""
        par = self._par
        a, tau, upset, pulse = room.attention - 0.5, room.trust - 0.5, room.discontent, room.pulse
        focus = room.focus
        clear = max(focus.clarity, par.card_price_floor) if focus is not None else 0.0
        understood = focus.understanding if focus is not None else 0.0
        proof = min(1.0, par.proof_scale * focus.proof) if focus is not None else 0.0
        discount = focus.discount if focus is not None else 0.0
        going = exp(
            -par.leave_attention * a
            - par.leave_trust * tau
            + par.leave_discontent * upset
            - par.leave_lottery * room.lottery
        )
        entering_go = exp(-par.enter_leave_attention * a)
        settling = exp(par.settle_attention * a)
        asking = exp(par.ask_attention * a)
        drawn = appeal = 0.0
        if focus is not None:
            drawn = exp(
                par.click_attention * a
                + par.click_understanding * (understood - 0.5)
                + par.click_price * (clear - 0.5)
                + par.click_pulse * pulse
                + par.click_proof * proof
                - par.click_discontent * upset
                + par.click_discount * discount
            )
            appeal = (
                par.buy_trust * tau
                + par.buy_understanding * (understood - 0.5)
                + par.buy_price * (clear - 0.5)
                + par.buy_urgency * room.urgency(focus)
                + par.buy_pulse * pulse
                + par.buy_proof * proof
                - par.buy_discontent * upset
            )
        cart_buys = [
            par.cart_order_rate
            * exp(
                par.cart_urgency * room.urgency(product)
                + par.cart_pulse * pulse
                + par.cart_trust * tau
                + par.cart_discount * product.discount
            )
            if product.stock > 0
            else 0.0
            for product in room.products
        ]
        paying = par.pay_rate * exp(par.pay_trust * tau)
        talking = exp(par.comment_attention * a) * (1 + par.comment_lottery * room.lottery)
        echo = par.hawkes_rate * room.excitation / online if online else 0.0
        liking, following = exp(par.like_attention * a), exp(par.follow_trust * tau + par.follow_attention * a)
        self.likes = [rate * liking for rate in par.like]
        self.follows = [rate * following for rate in par.follow]
        unclear, unseen, untrusted, unserved = 1 - clear, 1 - understood, 1 - room.trust, 1 - room.service
        self.unknown = (unclear, unseen, unseen, unseen, untrusted, unserved, unserved, par.ask_availability)

        self.moves, self.comments, self.any_move, self.all = [], [], [], []
        for g in range(SEGMENTS):
            leave, click, decide = par.leave[g] * going, par.click[g] * drawn, par.decide[g]
            price, card, trust, service, rest = self._topics[g]
            to_ask = price * unclear + card * unseen + trust * untrusted + service * unserved
            ask = par.ask[g] * asking * (to_ask + rest * par.ask_availability)
            leave_cart = par.leave_considering * leave
            moves = [
                (par.leave_entering[g] * entering_go, par.settle[g] * settling),
                (leave, click, ask),
                (),
                (par.leave_waiting * leave, par.give_up_rate),
                *[(leave_cart, buys, par.cart_back_rate) for buys in cart_buys],
                (par.leave_ordered * leave, paying, par.cancel_rate),
                (par.leave_buyer * leave, par.click_buyer * click),
            ]
            comment = par.comment[g] * talking
            comments = [comment + echo] * self.situations
            comments[ENTERING] = par.comment_entering * comment + echo
            comments[-1] = par.comment_buyer * comment + echo
            applause = self.likes[g] + self.follows[g]
            any_move = [sum(out) for out in moves]
            everything = [out + said + applause for out, said in zip(any_move, comments, strict=True)]
            card_ask = par.ask_considering * ask
            beside = comments[CONSIDERING] + applause
            for buying in self._buying[g]:
                if focus is None:
                    order = cart = 0.0
                    back = decide
                else:
                    worth = buying + par.buy_money[g] * discount + appeal
                    order, cart = exp(worth), exp(par.cart_intercept + par.cart_slope * worth)
                    back = decide / (1 + order + cart)
                    order *= back
                    cart *= back
                moves[CONSIDERING] = (leave_cart, card_ask, order, cart, back)
                any_move[CONSIDERING] = from_card = leave_cart + card_ask + order + cart + back
                everything[CONSIDERING] = beside + from_card
                self.moves += moves
                self.any_move += any_move
                self.all += everything
            self.comments += comments * NODES
