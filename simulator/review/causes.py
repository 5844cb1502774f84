"""Why the crowd moved: what drove joins, departures and orders, minute by minute."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from simulator.domain.crowd import (
    BuyersRefused,
    CardClicked,
    Cause,
    Followed,
    OrderCancelled,
    OrderPlaced,
    Reason,
    ViewersEntered,
    ViewersLeft,
)
from simulator.domain.session import SessionLog
from simulator.domain.units import Seconds

MINUTE: Seconds = 60.0
MOVES = (ViewersEntered, ViewersLeft, CardClicked, Followed, OrderPlaced, OrderCancelled, BuyersRefused)


class Movement(StrEnum):
    """What the crowd did."""

    JOINED = "joined"
    LEFT = "left"
    CLICKED = "clicked"
    ORDERED = "ordered"
    CANCELLED = "cancelled"
    FOLLOWED = "followed"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Driver:
    """One reason for one movement in one minute."""

    minute: int
    movement: Movement
    reason: Reason
    count: int
    since: Seconds | None
    """The host event behind most of it: what a click on the reason shows."""
    strength: float
    """Mean part in the log odds or log rate, signed."""


def causes(log: SessionLog) -> tuple[Driver, ...]:
    """Drivers by minute and movement, the biggest first."""
    counts: dict[tuple[int, Movement, Reason], int] = defaultdict(int)
    pull: dict[tuple[int, Movement, Reason], float] = defaultdict(float)
    origins: dict[tuple[int, Movement, Reason], dict[Seconds, int]] = defaultdict(lambda: defaultdict(int))
    for at, movement, count, cause in movements(log):
        key = (max(int(at // MINUTE), 0), movement, cause.reason)
        counts[key] += count
        pull[key] += count * cause.strength
        if cause.since is not None:
            origins[key][cause.since] += count
    drivers = [
        Driver(
            minute=minute,
            movement=movement,
            reason=reason,
            count=count,
            since=_biggest(origins[minute, movement, reason]),
            strength=pull[minute, movement, reason] / count,
        )
        for (minute, movement, reason), count in counts.items()
        if count
    ]
    return tuple(sorted(drivers, key=lambda each: (each.minute, each.movement, -each.count, each.reason)))


def whole_session(log: SessionLog, movement: Movement) -> tuple[tuple[Reason, int], ...]:
    """How many viewers each reason moved over the whole stream, the biggest first."""
    return summed(((cause.reason, count) for _, moved, count, cause in movements(log) if moved is movement))


def summed(counted: Iterable[tuple[Reason, int]]) -> tuple[tuple[Reason, int], ...]:
    """How many each reason moved in all, the biggest first."""
    counts: dict[Reason, int] = defaultdict(int)
    for reason, count in counted:
        counts[reason] += count
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def movements(log: SessionLog) -> list[tuple[Seconds, Movement, int, Cause]]:
    """Every movement with its moment, its size and its cause, in order."""
    found: list[tuple[Seconds, Movement, int, Cause]] = []
    for event in log.only(*MOVES):
        match event:
            case ViewersEntered():
                found.append((event.at, Movement.JOINED, event.count, event.cause))
            case ViewersLeft():
                found.append((event.at, Movement.LEFT, event.count, event.cause))
            case CardClicked():
                found.append((event.at, Movement.CLICKED, event.count, event.cause))
            case Followed():
                found.append((event.at, Movement.FOLLOWED, event.count, event.cause))
            case OrderPlaced():
                found.append((event.at, Movement.ORDERED, 1, event.cause))
            case OrderCancelled():
                found.append((event.at, Movement.CANCELLED, 1, event.cause))
            case BuyersRefused():
                found.append((event.at, Movement.REFUSED, event.count, Cause(Reason.OUT_OF_STOCK)))
            case _:
                pass
    return found


def _biggest(counts: dict[Seconds, int]) -> Seconds | None:
    """The origin with the largest count, the earliest of equals."""
    return min(counts, key=lambda since: (-counts[since], since)) if counts else None
