"""What the simulated audience makes of a session apart from luck: baseline hosts before it, its moments otherwise."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.domain.units import Seconds

SESSION = "session"
"""The name of the session's own host among ``Outcome.hosts``."""
LEVEL = 0.8
"""How sure the intervals are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HostOutcome:
    """What one host comes to, by audience; every host stands before the same ones, in the same order."""

    host: str
    """silent, novice, fair, expert, or ``SESSION``: the acts of this session."""
    orders: tuple[float, ...]
    sales: tuple[float, ...]
    """Paid, in whole units of the currency."""
    net: tuple[float, ...]
    """Paid less the refunds to be expected."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A mean of paired differences; it lies between ``low`` and ``high`` in 80 of 100 cases."""

    mean: float
    low: float
    high: float
    detectable: bool
    """Whether the 95 % interval leaves out zero: if not, no difference can be told."""
    pairs: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentOutcome:
    """One moment gone otherwise (``KeyMoment.key``): with it otherwise less as it was, up to ``until``."""

    key: str
    at: Seconds
    until: Seconds
    orders: Difference
    net: Difference
    """Net sales, in whole units of the currency."""
    left: Difference
    """Viewers who left."""
    own: float | None
    """Orders, under the session's own luck: what would have happened. None where other audiences were played."""
    assumptions: tuple[str, ...]
    """``audience.estimates.Assumption``, by value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Skill and luck of one session."""

    model: str
    engine: str
    """"compiled" or "plain"."""
    tick: Seconds
    """Length of the ticks of the hosts' audiences."""
    hosts: tuple[HostOutcome, ...]
    """The session first, then the baselines from the least to the best."""
    orders: int
    """What this session came to in its own audience."""
    sales: float
    score: float | None
    """0 silent, 100 expert, at most 120, by the logarithm of net sales; None where the expert does no better."""
    score_error: float | None
    luck: float
    """The share of audiences, in per cent, in which the same acts sell less than this session did."""
    luck_low: float
    luck_high: float
    """Where that share lies in 80 of 100 cases, so few audiences being asked."""
    closed_loop: float | None
    """Net sales of a host who answers what each audience asks, as often as this one did; None where not played."""
    assumptions: tuple[str, ...]
    moments: tuple[MomentOutcome, ...] = ()
    unplayable: tuple[str, ...] = ()
    """Keys of moments the room has no ear for, or never heard."""

    @property
    def audiences(self) -> int:
        return len(self.hosts[0].orders)

    def host(self, name: str) -> HostOutcome:
        """Raise KeyError when there is none."""
        for each in self.hosts:
            if each.host == name:
                return each
        raise KeyError(name)

    def moment(self, key: str) -> MomentOutcome | None:
        return next((each for each in self.moments if each.key == key), None)
