"""Whose acts count: only the host's own are the host's merit or fault."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from simulator.domain.desk import DeskHandedOver, Hand, RolesTaken, hand_of
from simulator.domain.session import SessionLog
from simulator.domain.units import Seconds, Span

K = TypeVar("K")


def own(acts: Iterable[K]) -> Iterator[K]:
    """Those the host did."""
    return (act for act in acts if hand_of(act) is Hand.HOST)


def team(acts: Iterable[K]) -> Iterator[K]:
    """Those of the host and of whoever works the desk: how the stream was run, without the shop's mistakes."""
    return (act for act in acts if hand_of(act) is not Hand.SHOP)


def assisted(log: SessionLog) -> tuple[Span, ...]:
    """While somebody else, or the program, had the desk; since ``DeskHandedOver`` for the rest, unless it came back.

    Logs from before roles were taken know only that event.
    """
    spans: list[Span] = []
    since: Seconds | None = None
    for event in log.only(DeskHandedOver, RolesTaken):
        away = isinstance(event, DeskHandedOver) or event.desk is not None
        if away and since is None:
            since = event.at
        elif not away and since is not None:
            spans.append(Span(since, event.at))
            since = None
    if since is not None:
        spans.append(Span(since, max(log.length, since)))
    return tuple(spans)


def was_assisted(log: SessionLog, during: Span) -> bool:
    """Whether somebody else had the desk in any part of a span."""
    return any(span.start < during.end and span.end > during.start for span in assisted(log))
