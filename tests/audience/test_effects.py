"""What acts of the host do to the room: in the right direction, and repetition does not pay (sections 10, 14, 15.6)."""

from collections.abc import Callable
from dataclasses import replace
from statistics import fmean, stdev

import pytest

from simulator.audience.audience import Audience, Snapshot
from simulator.audience.parameters import DEFAULT
from simulator.domain.compliance import Severity
from simulator.domain.events import Event
from simulator.domain.findings import PriceVerdict
from simulator.domain.scenario import Topic
from tests.audience import hosts

LEAP = 1.0
PAIRS = 8
LEAPING = replace(DEFAULT, tick_s=LEAP)
FROM, UNTIL = 90.0, 180.0
NOVICE = hosts.novice()
MORE = 3.0
"""Times the arrivals of the reference room: less noise for the same time."""

Act = Callable[[float], Event]


def room(rollout: int) -> Audience:
    return hosts.audience(rollout, parameters=LEAPING, entries_per_min=1500 * MORE)


@pytest.fixture(scope="module")
def half_way() -> list[tuple[Snapshot, float]]:
    """Rooms in the middle of a novice's session, and what each comes to without anything more."""
    rooms = []
    for rollout in range(PAIRS):
        audience = room(rollout)
        hosts.play(audience, NOVICE, FROM, hosts.answers("novice", rollout), LEAP)
        kept = audience.snapshot()
        rooms.append((kept, _outcome(kept, rollout, [])))
    return rooms


def _outcome(kept: Snapshot, rollout: int, acts: list[Event], until: float = UNTIL) -> float:
    """Expected net GMV when these acts are added to the novice's, in the same audience."""
    audience = room(rollout)
    audience.restore(kept)
    script = {tick: list(events) for tick, events in NOVICE.items() if tick >= FROM * 10}
    for act in acts:
        script.setdefault(round(act.at * 10), []).append(act)
    hosts.play(audience, script, until, None, LEAP)
    return audience.room.net_gmv


def effect(rooms: list[tuple[Snapshot, float]], *acts: Event) -> tuple[float, float]:
    """Mean change of the expected net GMV in per cent, and its standard errors from zero."""
    changes = [_outcome(kept, rollout, list(acts)) - plain for rollout, (kept, plain) in enumerate(rooms)]
    mean = fmean(changes)
    spread = stdev(changes) / len(changes) ** 0.5
    return 100 * mean / fmean(plain for _, plain in rooms), mean / spread if spread else 0.0


@pytest.mark.parametrize(
    "act",
    [
        lambda at: hosts.point(at, 9, 0.9),
        hosts.price,
        hosts.call,
        hosts.demonstration,
        hosts.greeting,
        hosts.coupon,
        hosts.countdown,
        hosts.lottery,
        lambda at: hosts.answer(at, Topic.SPECIFICATION, 0.9),
        lambda at: hosts.answer(at, Topic.PRICE, 0.9),
        lambda at: hosts.answer(at, Topic.TRUST, 0.9),
    ],
    ids=["point", "price", "call", "show", "greet", "coupon", "countdown", "lottery", "spec", "asked price", "trust"],
)
def test_a_good_act_does_not_harm(half_way, act: Act):
    percent, errors = effect(half_way, act(FROM))
    assert errors > -2
    assert percent > -0.5


@pytest.mark.parametrize(
    "act",
    [
        hosts.claim,
        lambda at: hosts.claim(at, Severity.S4),
        lambda at: hosts.price(at, PriceVerdict.WRONG),
        hosts.filler,
    ],
    ids=["claim", "red line", "wrong price", "filler"],
)
def test_a_bad_act_does_not_pay(half_way, act: Act):
    percent, errors = effect(half_way, act(FROM))
    assert errors < 2
    assert percent < 0.5


def test_the_strong_acts_stand_out(half_way):
    assert effect(half_way, hosts.coupon(FROM))[1] > 2
    assert effect(half_way, hosts.demonstration(FROM))[1] > 2
    assert effect(half_way, hosts.claim(FROM, Severity.S4))[1] < -2


def test_fake_urgency_costs_more_than_it_brings(half_way):
    lies = [hosts.fake_urgency(FROM + 20 * number) for number in range(6)]
    later = 420.0
    changes = [
        _outcome(kept, rollout, lies, later) - _outcome(kept, rollout, [], later)
        for rollout, (kept, _) in enumerate(half_way)
    ]
    assert fmean(changes) < 0


def test_one_point_twenty_times_is_worth_less_than_five_points(half_way):
    again = [hosts.point(FROM + 3 * number, 9, 0.9) for number in range(20)]
    five = [hosts.point(FROM + 12 * number, 7 + number, 0.9) for number in range(5)]
    assert 0 < effect(half_way, *again)[0] < effect(half_way, *five)[0]


def test_calling_all_the_time_is_worth_less_than_calling_now_and_then(half_way):
    length = int(UNTIL - FROM)
    spam = effect(half_way, *[hosts.call(FROM + at) for at in range(0, length, 3)])[0]
    measured = effect(half_way, *[hosts.call(FROM + at) for at in range(0, length, 30)])[0]
    assert spam < measured * 1.05


@pytest.mark.parametrize("act", [hosts.greeting, hosts.demonstration, hosts.lottery], ids=["greet", "show", "lottery"])
def test_an_act_back_to_back_stays_small(half_way, act: Act):
    percent, _ = effect(half_way, *[act(FROM + at) for at in range(0, int(UNTIL - FROM), 3)])
    assert percent < 25


def test_a_rule_for_coaching_costs_nothing(half_way):
    assert effect(half_way, hosts.claim(FROM, Severity.S1)) == (0.0, 0.0)


def test_a_doubtful_or_comparing_price_does_nothing(half_way):
    for verdict in (PriceVerdict.UNSURE, PriceVerdict.COMPARISON):
        assert effect(half_way, hosts.price(FROM, verdict)) == (0.0, 0.0)
