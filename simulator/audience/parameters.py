"""The numbers of the audience model, by section of its specification; a scenario's crowd scales some of them."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Any

from simulator.audience.exponential import log
from simulator.audience.limits import mistakes
from simulator.domain.scenario import Crowd, Levels

MODEL = "audience-4"
"""Version of the model, kept with each session: another version is another audience."""

BySegment = tuple[float, float, float, float, float]
ByTopic = tuple[float, float, float, float, float, float, float, float]


class Segment(IntEnum):
    """The kinds of viewers (2.1)."""

    DRIFTER = 0
    BARGAIN = 1
    RESEARCHER = 2
    NEED = 3
    FAN = 4


class Act(IntEnum):
    """What wears off when it is repeated (2.3)."""

    MENTION = 0
    PRICE = 1
    CALL_TO_ACTION = 2
    DEMONSTRATION = 3
    GREETING = 4
    LOTTERY = 5
    COUPON = 6
    COUNTDOWN = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameters:
    """Defaults of the specification; rates are per second and viewer, times in seconds, the rest plain numbers."""

    # 1 time
    tick_s: float = 0.1

    # 2.1 types
    shares: BySegment = (0.52, 0.18, 0.12, 0.10, 0.08)
    nodes: tuple[float, float, float] = (-0.35 * math.sqrt(3), 0.0, 0.35 * math.sqrt(3))
    """Log willingness to pay against the segment's median: Gauss-Hermite nodes of a normal with sd .35."""
    node_weights: tuple[float, float, float] = (1 / 6, 2 / 3, 1 / 6)

    # 2.3 covariates
    attention_start: float = 0.5
    attention_spoken: float = 0.5
    attention_silent: float = 0.12
    attention_fade_s: float = 18.0
    attention_fade_silent_s: float = 15.0
    silence_after_s: float = 3.0
    trust_start: float = 0.5
    trust_fade_s: float = 900.0
    discontent_fade_s: float = 60.0
    service_fade_s: float = 600.0
    pulse_fade_s: float = 12.0
    false_urgency_fade_s: float = 30.0
    proof_fade_s: float = 60.0
    excitation_fade_s: float = 10.0
    card_price_floor: float = 0.6
    wear: tuple[float, ...] = (0.7, 0.5, 0.6, 0.4, 0.7, 0.5, 0.6, 0.5)
    """By act: freshness is multiplied by this after each use."""
    recover_s: tuple[float, ...] = (30.0, 60.0, 45.0, 120.0, 30.0, 300.0, 180.0, 120.0)
    habituation: float = 0.9
    dilution: bool = True

    # 4.1 derived
    proof_scale: float = 20.0
    urgency_coupon: float = 0.45
    urgency_countdown: float = 0.35
    urgency_scarce: float = 0.4
    scarce_below: int = 20
    urgency_false: float = 0.6

    # 4.2 hazards
    settle_attention: float = 1.0
    enter_leave_attention: float = 1.0
    leave_attention: float = 1.5
    leave_trust: float = 0.6
    leave_discontent: float = 1.0
    leave_lottery: float = 0.6
    leave_considering: float = 0.5
    leave_ordered: float = 0.2
    leave_buyer: float = 0.7
    leave_waiting: float = 1.3
    click_attention: float = 1.0
    click_understanding: float = 0.6
    click_price: float = 0.4
    click_pulse: float = 0.4
    click_proof: float = 0.3
    click_discontent: float = 0.8
    click_discount: float = 0.4
    click_buyer: float = 0.5
    ask_attention: float = 0.6
    ask_considering: float = 0.6
    ask_availability: float = 0.5
    give_up_rate: float = 1 / 50
    buy_trust: float = 1.0
    buy_understanding: float = 0.9
    buy_price: float = 0.8
    buy_urgency: float = 0.9
    buy_pulse: float = 0.5
    buy_proof: float = 0.3
    buy_discontent: float = 1.2
    cart_intercept: float = -0.9
    cart_slope: float = 0.5
    cart_order_rate: float = 0.004
    cart_urgency: float = 1.5
    cart_pulse: float = 0.8
    cart_trust: float = 0.8
    cart_discount: float = 1.0
    cart_back_rate: float = 0.004
    pay_rate: float = 1 / 12
    pay_trust: float = 0.5
    cancel_rate: float = 1 / 300
    comment_entering: float = 0.3
    comment_buyer: float = 1.6
    comment_attention: float = 0.8
    comment_lottery: float = 6.0
    hawkes_rate: float = 0.03
    """Comments each recent comment draws per second; times ``excitation_fade_s`` it is the branching ratio."""
    like_attention: float = 1.5
    follow_trust: float = 1.0
    follow_attention: float = 1.0

    # 4.3 end of a tick
    waiting_discontent: float = 0.004
    waiting_scale: float = 40.0
    answer_reach: float = 0.85
    answered_to_card: float = 0.5
    resolved_scale: float = 0.004
    resolved_trust: float = 0.03
    resolved_attention: float = 0.03
    resolved_discontent: float = 0.1
    answer_price: float = 0.5
    answer_understanding: float = 0.10
    answer_trust: float = 0.02
    answer_service: float = 0.35
    refused_discontent: float = 0.05

    # 4.4 refunds
    refund_logit: float = -1.1
    refund_trust: float = 1.0
    refund_understanding: float = 0.8
    refund_false_urgency: float = 0.8
    refund_discontent: float = 0.5

    # 4.5 segments
    leave_entering: BySegment = (0.110, 0.060, 0.045, 0.040, 0.012)
    settle: BySegment = (0.030, 0.050, 0.060, 0.075, 0.120)
    leave: BySegment = (0.0120, 0.0075, 0.0050, 0.0045, 0.0016)
    click: BySegment = (0.0010, 0.0040, 0.0045, 0.0075, 0.0060)
    decide: BySegment = (0.05, 0.05, 0.035, 0.06, 0.07)
    buy_intercept: BySegment = (-5.1, -4.2, -4.1, -3.1, -2.7)
    buy_money: BySegment = (2.2, 3.2, 2.2, 1.6, 1.6)
    worth: BySegment = (-0.25, -0.20, -0.05, 0.05, 0.05)
    comment: BySegment = (0.00013, 0.0004, 0.00033, 0.0004, 0.0015)
    ask: BySegment = (0.00015, 0.0010, 0.0025, 0.0018, 0.0010)
    like: BySegment = (0.001, 0.002, 0.0015, 0.002, 0.015)
    follow: BySegment = (0.00015, 0.0004, 0.0006, 0.0006, 0.0)
    topics: tuple[ByTopic, ByTopic, ByTopic, ByTopic, ByTopic] = (
        (0.45, 0.10, 0.10, 0.05, 0.05, 0.05, 0.05, 0.15),
        (0.50, 0.08, 0.07, 0.03, 0.07, 0.10, 0.05, 0.10),
        (0.12, 0.25, 0.18, 0.12, 0.13, 0.06, 0.12, 0.02),
        (0.18, 0.15, 0.25, 0.10, 0.08, 0.12, 0.07, 0.05),
        (0.20, 0.12, 0.18, 0.12, 0.03, 0.12, 0.05, 0.18),
    )

    # 6 and 8 what is seen
    named_at_most: int = 64
    lines_per_s: int = 4
    represent_every_s: float = 10.0
    """A topic that has waiting viewers is seen in the chat at least this often,"""
    lines_in_view: int = 8
    """ … where a line counts as seen while it is among so many last ones: a slow chat needs no reminders."""
    no_repeat_lines: int = 300
    cause_threshold: float = 0.05
    """A driver weaker than this, in log odds, is chance."""

    # 7 arrivals
    ramp_s: float = 180.0
    ramp_from: float = 0.5
    """Share of the arrivals at the start; grows evenly to 1 over ``ramp_s``. The preset "flat" has no ramp."""

    # 10 inputs
    mention_understanding: float = 0.05
    mention_attention: float = 0.02
    point_understanding: float = 0.18
    point_service: float = 0.35
    price_clarity: float = 0.7
    wrong_price_trust: float = 0.1
    wrong_price_discontent: float = 0.1
    call_attention: float = 0.02
    show_trust: float = 0.05
    show_understanding: float = 0.10
    show_attention: float = 0.06
    greet_attention: float = 0.04
    claim_trust: float = 0.12
    claim_discontent: float = 0.2
    false_urgency: float = 0.4
    false_urgency_trust: float = 0.05
    filler_attention: float = 0.03
    card_attention: float = 0.05
    coupon_attention: float = 0.10
    lottery_attention: float = 0.2
    mute_trust: float = 0.08
    """An honest viewer muted; this and the next four are ours, of the size of a wrong price."""
    mute_discontent: float = 0.10
    mute_relief: float = 0.01
    """A troublemaker muted."""
    abuse_on_top_trust: float = 0.03
    """Abuse put on top of the chat."""
    question_on_top_relief: float = 0.05
    """A question put on top: those who wait see that it was noticed."""

    def __post_init__(self) -> None:
        found = mistakes(self)
        if found:
            raise ValueError("; ".join(found))

    @property
    def branching(self) -> float:
        """How many comments one comment draws, all its descendants' own ones left out."""
        return self.hawkes_rate * self.excitation_fade_s

    def of_crowd(self, crowd: Crowd) -> Parameters:
        """These numbers with the followers, the talkativeness and the refunds of a scenario's crowd."""
        others = 1.0 - self.shares[Segment.FAN]
        rest = [share * (1.0 - crowd.follower_share) / others for share in self.shares[: Segment.FAN]]
        many = crowd.comment_multiplier
        made = replace(
            self,
            shares=(rest[0], rest[1], rest[2], rest[3], crowd.follower_share),
            comment=_times(self.comment, many),
            ask=_times(self.ask, many),
            refund_logit=crowd.refund_logit,
        )
        return made if crowd.levels is None else made.at(crowd.levels)

    def at(self, levels: Levels) -> Parameters:
        """These numbers with rates and effects multiplied as a fitted room has them."""
        effects = {name: getattr(self, name) * getattr(levels, cause) for cause in EFFECTS for name in EFFECTS[cause]}
        own = levels.branching
        changed: dict[str, Any] = {
            **effects,
            "leave_entering": _times(self.leave_entering, levels.leave),
            "leave": _times(self.leave, levels.leave),
            "click": _times(self.click, levels.click),
            "buy_intercept": _plus(self.buy_intercept, log(levels.purchase)),
            "comment": _times(self.comment, levels.comment),
            "ask": _times(self.ask, levels.ask),
            "hawkes_rate": self.hawkes_rate if own is None else own / self.excitation_fade_s,
            "ramp_s": self.ramp_s if levels.ramp_s is None else levels.ramp_s,
        }
        return replace(self, **changed)


EFFECTS = {
    "trust": ("leave_trust", "buy_trust", "cart_trust", "pay_trust", "follow_trust"),
    "understanding": ("click_understanding", "buy_understanding"),
    "pulse": ("click_pulse", "buy_pulse", "cart_pulse"),
    "urgency": ("buy_urgency", "cart_urgency"),
}
"""By field of ``Levels``: the coefficients of T, U, J and G that it multiplies (section 13)."""


def _times(values: BySegment, factor: float) -> BySegment:
    a, b, c, d, e = (value * factor for value in values)
    return (a, b, c, d, e)


def _plus(values: BySegment, amount: float) -> BySegment:
    a, b, c, d, e = (value + amount for value in values)
    return (a, b, c, d, e)


DEFAULT = Parameters()
