"""The engine where the answer is known: constant hazards, self-exciting comments, and a viewer like any other (14)."""

from __future__ import annotations

from dataclasses import replace
from math import ceil, exp, sqrt

import numpy as np
import pytest

from simulator.assets import assets_folder
from simulator.audience.audience import Audience
from simulator.audience.hosts import Host, expert
from simulator.audience.parameters import DEFAULT, Parameters, Segment
from simulator.audience.quantile import Floats
from simulator.audience.reference import FLAT, NO_TAXONOMY
from simulator.audience.rollouts import Stage, rollouts
from simulator.domain.crowd import CommentPosted, OrderPlaced
from simulator.domain.scenario import Crowd
from simulator.storage.comment_files import load_wording
from simulator.storage.content import FolderLibrary
from tests.audience import hosts
from tests.audience.bounds import kolmogorov_smirnov
from tests.audience.oracle import Oracle

NOBODY = Host("nobody", ())
"""No speech, no card: nobody clicks, nothing is known."""
BOUND = 5.0
"""Standard errors: some thirty figures beyond it once in fifty thousand choices of seeds."""
STEADY = replace(
    DEFAULT, settle_attention=0, enter_leave_attention=0, leave_attention=0, leave_trust=0, leave_discontent=0,
    ask_attention=0, comment_attention=0, hawkes_rate=0.0,
)  # fmt: skip
"""Hazards that nothing changes."""
UNKNOWN = (1, 1, 1, 1, 0.5, 1, 1, 0.5)
"""What nobody told, by topic."""


def flows(par: Parameters, per_s: float, until: float) -> dict[str, float]:
    """Means of M/M/infinity queues in a row: entering, watching, waiting for an answer; and who left and asked."""
    dt = par.tick_s
    found = dict.fromkeys(("entering", "watching", "waiting", "left", "asked"), 0.0)
    for segment in Segment:
        flee, settle, leave = par.leave_entering[segment], par.settle[segment], par.leave[segment]
        ask = par.ask[segment] * sum(
            weight * unknown for weight, unknown in zip(par.topics[segment], UNKNOWN, strict=True)
        )
        leave_waiting = par.leave_waiting * leave
        here = dict.fromkeys(found, 0.0)
        for _ in range(round(until / dt)):
            going = here["entering"] * (1 - exp(-(flee + settle) * dt))
            moving = here["watching"] * (1 - exp(-(leave + ask) * dt))
            giving_up = here["waiting"] * (1 - exp(-(leave_waiting + par.give_up_rate) * dt))
            settling = going * settle / (flee + settle)
            asking = moving * ask / (leave + ask)
            back = giving_up * par.give_up_rate / (leave_waiting + par.give_up_rate)
            here["entering"] += par.shares[segment] * per_s * dt - going
            here["watching"] += settling + back - moving
            here["waiting"] += asking - giving_up
            here["left"] += going - settling + moving - asking + giving_up - back
            here["asked"] += asking
        for name in found:
            found[name] += here[name]
    return found


def poisson(values: Floats, mean: float) -> dict[str, float]:
    """How far a sample is from Poisson with this mean, in standard errors of its mean and of its variance."""
    many = len(values)
    ratio = float(values.var(ddof=1)) / mean
    return {
        "mean": (float(values.mean()) - mean) / sqrt(mean / many),
        "variance": (ratio - 1) / sqrt((2 + 1 / mean) / many),
    }


@pytest.mark.parametrize("settles", [True, False])
def test_with_constant_hazards_counts_are_those_of_queues_without_end(settles):
    par = STEADY if settles else replace(STEADY, settle=(0.0,) * 5)
    per_s, until = 20.0, 120.0
    stage = Stage(hosts.scenario(entries_per_min=60 * per_s), NO_TAXONOMY, 3, par)
    outcomes = rollouts(stage, NOBODY, range(600), until=until)
    means = flows(par.of_crowd(stage.scenario.crowd), per_s, until)
    there = means["entering"] + means["watching"] + means["waiting"]
    if not settles:
        shares = par.of_crowd(stage.scenario.crowd).shares
        for_ever = sum(
            share * per_s / rate * (1 - exp(-rate * until))
            for share, rate in zip(shares, par.leave_entering, strict=True)
        )
        assert there == pytest.approx(for_ever, rel=0.01)
    figures = {"online": there, "left": means["left"], "entered": per_s * until}
    if settles:
        figures |= {"waiting": means["waiting"], "asked": means["asked"]}
    far = {figure: poisson(outcomes.last(figure), mean) for figure, mean in figures.items()}
    assert not {figure: apart for figure, apart in far.items() if max(abs(z) for z in apart.values()) > BOUND}


def theatre(viewers: int, **changes: object) -> Stage:
    """A room that nobody enters or leaves, in which nobody asks."""
    crowd = Crowd(
        preset=FLAT, entries_per_min=0.0, follower_share=0.08, comment_multiplier=1.0, opening_viewers=viewers
    )
    par = replace(STEADY, leave=(0.0,) * 5, ask=(0.0,) * 5, **changes)  # type: ignore[arg-type]
    return Stage(hosts.scenario(crowd=crowd), NO_TAXONOMY, 5, par)


def comments(stage: Stage, warm: float, window: float, windows: int, sessions: int, tick_s: float) -> Floats:
    """Comments in windows of time, after a while."""
    until = warm + window * windows
    curve = rollouts(stage, NOBODY, range(sessions), until=until, tick_s=tick_s, every=window).curve("comments")
    return np.asarray(np.diff(curve, axis=1)[:, round(warm / window) - 1 :])


def test_comments_that_draw_no_others_are_poisson():
    viewers, window = 3000, 20.0
    stage = theatre(viewers, comment=(0.0004,) * 5)
    counts = comments(stage, window, window, 20, 100, 0.1)
    far = poisson(counts.ravel(), viewers * 0.0004 * window)
    assert max(abs(z) for z in far.values()) < BOUND


@pytest.mark.parametrize("branching", [0.3, 0.6])
def test_comments_that_draw_others_spread_as_their_branching_says(branching):
    viewers, window, tick_s = 3000, 200.0, 0.5
    stage = theatre(viewers, comment=(0.0004,) * 5, hawkes_rate=branching / DEFAULT.excitation_fade_s)
    counts = comments(stage, window, window, 20, 80, tick_s)
    fade = DEFAULT.excitation_fade_s
    b = branching * tick_s / fade / (1 - exp(-tick_s / fade))  # a tick's comments draw others from its end on
    mean = viewers * 0.0004 * window / (1 - b)
    limit = 1 / (1 - b) ** 2
    slow = (1 - b) * window / fade
    ratio = limit + (1 - limit) * (1 - exp(-slow)) / slow  # what a window of this length shows of the limit
    assert ratio == pytest.approx(1 / (1 - branching) ** 2, rel=0.1)
    errors = (counts.mean(axis=1) - mean) / sqrt(mean * limit / counts.shape[1])
    assert abs(float(errors.mean())) < BOUND / sqrt(len(counts))
    found = counts.var(axis=1, ddof=1).mean() / counts.mean()
    # Neighbouring windows are not quite independent of each other: their common part is allowed for.
    apart = (limit - 1) / slow / 2
    assert abs(found - ratio) < BOUND * ratio * sqrt(2 / (counts.size - len(counts))) + 2 * apart / counts.shape[1]


ALL_SEEN = replace(
    DEFAULT, tick_s=0.5, named_at_most=10**6, lines_per_s=1000, represent_every_s=10**6, buy_intercept=(-1.0,) * 5
)  # fmt: skip
"""Whoever speaks is named and never forgotten; and they buy more readily, for there to be something to compare."""
SPOKEN_BY, FOLLOWED = 100.0, 100.0
LOOKS = 5.0
"""Seconds between two looks at who is still there."""


def named_fates(number: int) -> list[tuple[float, bool]]:
    """Of those who spoke early: how long they stayed after that, and whether they ordered; of the engine's named."""
    assets = assets_folder()
    scenario = hosts.scenario()
    audience = Audience(
        scenario, FolderLibrary(assets).taxonomy(), 7, number, ALL_SEEN, load_wording(assets, scenario.language)
    )
    spoke: dict[str, float] = {}
    ordered: dict[str, float] = {}
    left: dict[str, float] = {}
    script = hosts.script(*expert(scenario, SPOKEN_BY + FOLLOWED).events)
    for look in np.arange(LOOKS, SPOKEN_BY + FOLLOWED + LOOKS / 2, LOOKS).tolist():
        for event in hosts.play(audience, script, look, tick_s=ALL_SEEN.tick_s):
            if isinstance(event, CommentPosted):
                spoke.setdefault(event.viewer.id, event.at)
            elif isinstance(event, OrderPlaced) and spoke.get(event.viewer.id, event.at) < event.at:
                ordered.setdefault(event.viewer.id, event.at)
        pool = {named.viewer.id for named in audience.snapshot().spotlight.pool}
        for viewer in spoke.keys() - pool:
            left.setdefault(viewer, look)
    return [fate(at, left.get(id, np.inf), ordered.get(id, np.inf)) for id, at in spoke.items() if at < SPOKEN_BY]


def fate(spoke: float, left: float, ordered: float) -> tuple[float, bool]:
    """How long a viewer was seen to stay after the look that found him speaking, and whether he ordered meanwhile."""
    first = LOOKS * (spoke // LOOKS + 1)
    return min(LOOKS * ceil(min(left, SPOKEN_BY + 2 * FOLLOWED) / LOOKS) - first, FOLLOWED), ordered < spoke + FOLLOWED


def viewers_fates(number: int) -> list[tuple[float, bool]]:
    """The same of viewers who were single ones all along."""
    oracle = Oracle(hosts.scenario(), number, ALL_SEEN)
    script = hosts.script(*expert(hosts.scenario(), SPOKEN_BY + FOLLOWED).events)
    hosts.play(oracle, script, SPOKEN_BY + FOLLOWED, tick_s=ALL_SEEN.tick_s)
    return [fate(spoke, left, at) for spoke, left, at in oracle.fates() if spoke < SPOKEN_BY]


def test_a_named_viewer_is_like_any_other():
    named = [each for number in range(10) for each in named_fates(number)]
    others = [each for number in range(24) for each in viewers_fates(number)]
    (stayed, bought), (stays, buys) = (np.array(fates, dtype=float).T for fates in (named, others))
    assert len(stayed) > 400
    assert kolmogorov_smirnov(stayed, stays) > 1e-5
    share = np.concatenate((bought, buys)).mean()
    assert share > 0.05
    error = sqrt(share * (1 - share) * (1 / len(bought) + 1 / len(buys)))
    assert abs(bought.mean() - buys.mean()) < BOUND * error
