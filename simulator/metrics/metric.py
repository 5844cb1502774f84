"""What a metric is: a log in, a number and its evidence out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from simulator.domain.judgement import Evidence, Measurement, WhyNone
from simulator.domain.session import SessionLog

MOMENTS = 8
"""Moments kept per measurement, the most telling first: what an instructor can look through in a minute."""


@dataclass(frozen=True, slots=True)
class Metric:
    """A way of measuring a session; ``id`` is what rubrics call it by."""

    id: str
    measure: Callable[[SessionLog], Measurement]

    def __call__(self, log: SessionLog) -> Measurement:
        return self.measure(log)


def metric(measure: Callable[[SessionLog], Measurement]) -> Metric:
    """Let rubrics call a function by its own name."""
    return Metric(measure.__name__, measure)


def not_measured(why: WhyNone, evidence: Iterable[Evidence] = (), detail: Iterable[str] = ()) -> Measurement:
    """No number, and why."""
    return Measurement(value=None, why_none=why, evidence=_moments(evidence), detail=tuple(detail))


def measured(value: float, evidence: Iterable[Evidence] = (), detail: Iterable[str] = ()) -> Measurement:
    """A number with the moments behind it, the most telling first."""
    return Measurement(value=value, evidence=_moments(evidence), detail=tuple(detail))


def _moments(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """The first few, each once: one passage may answer several questions."""
    return tuple(dict.fromkeys(evidence))[:MOMENTS]
