"""Skill and luck beside the window: the same figures every time, and over at once when it is called off."""

from __future__ import annotations

import multiprocessing
from dataclasses import dataclass, replace

import pytest

from simulator.audience import compiled
from simulator.audience.hosts import Host
from simulator.audience.outcomes import Plan
from simulator.audience.reference import NO_TAXONOMY
from simulator.audience.rollouts import Stage, rollouts
from simulator.domain.outcome import SESSION
from simulator.domain.session import SessionLog
from simulator.live import outcomes
from simulator.live.outcomes import Wanted, outcome_of
from simulator.ports import DeviceError, Fault
from tests.audience.test_outcomes import question, told
from tests.dying import EndsAtOnce

SMALL = Plan(audiences=4, tick_s=2.0, pairs=4)
engines = pytest.mark.parametrize(
    "fast",
    [False, pytest.param(True, marks=pytest.mark.skipif(not compiled.available(), reason="needs the extra fast"))],
)


@dataclass(frozen=True)
class Kept:
    """A log as if it came from a store."""

    kept: SessionLog
    ballast: bytes = b""

    def log(self) -> SessionLog:
        return self.kept


@pytest.fixture(scope="module")
def wanted() -> Wanted:
    if compiled.available():  # compiled here once, and found on disk by every process
        log = told(60.0)
        rollouts(Stage(log.scenario, NO_TAXONOMY, 1), Host("nobody", ()), [0], until=0.1, fast=True)
    return Wanted(Kept(told()), NO_TAXONOMY, (question(60.0),))


def ours() -> list[str]:
    return [each.name for each in multiprocessing.active_children() if each.name.startswith("outcome-")]


@engines
def test_the_same_plan_gives_the_same_on_any_number_of_processes(wanted: Wanted, fast: bool) -> None:
    shares: list[float] = []
    one = outcome_of(wanted, plan=SMALL, fast=fast, workers=1, progress=shares.append)
    two = outcome_of(wanted, plan=SMALL, fast=fast, workers=2)
    assert one == two
    assert one.audiences == 4 and one.engine == ("compiled" if fast else "plain")
    assert shares == sorted(shares) and shares[0] > 0 and shares[-1] <= 1
    (moment,) = one.moments
    assert (moment.own is not None) is fast
    assert not ours()


@pytest.mark.skipif(not compiled.available(), reason="needs the extra fast")
def test_both_engines_come_to_the_same_hosts(wanted: Wanted) -> None:
    quick, plain = (outcome_of(wanted, plan=SMALL, fast=fast, workers=2) for fast in (True, False))
    assert quick.hosts == plain.hosts
    assert (quick.luck, quick.score, quick.orders) == (plain.luck, plain.score, plain.orders)


def test_called_off_it_ends_at_once(wanted: Wanted) -> None:
    begun: list[float] = []
    with pytest.raises(InterruptedError):
        outcome_of(
            wanted, plan=Plan(64, 0.5), fast=False, workers=2, progress=begun.append, cancelled=lambda: bool(begun)
        )
    assert begun and begun[-1] < 0.2
    assert not ours()


def test_who_dies_before_he_was_told_what_to_do_is_not_waited_for(
    wanted: Wanted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outcomes, "_play", EndsAtOnce())
    heavy = replace(wanted, stored=Kept(told(), bytes(4_000_000)))  # more than a pipe holds
    with pytest.raises(DeviceError) as lost:
        outcome_of(heavy, plan=SMALL, fast=False, workers=2)
    assert lost.value.fault is Fault.LOST
    assert not ours()


def test_called_off_before_it_began(wanted: Wanted) -> None:
    with pytest.raises(InterruptedError):
        outcome_of(wanted, cancelled=lambda: True)
    assert not ours()


def test_without_a_plan_it_makes_one(wanted: Wanted) -> None:
    found = outcome_of(Wanted(wanted.stored, wanted.taxonomy, ()), fast=False, workers=2)
    assert found.audiences >= 4
    assert found.hosts[0].host == SESSION and not found.moments
