"""What parameters of the audience model must keep to be a room at all."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

RATES = (
    "settle", "leave_entering", "leave", "click", "decide", "comment", "ask", "like", "follow", "give_up_rate",
    "cart_order_rate", "cart_back_rate", "pay_rate", "cancel_rate", "hawkes_rate",
)  # fmt: skip
"""Hazards: per second and viewer, never negative."""
SHARES = ("shares", "node_weights")
TIMES = ("tick_s", "recover_s")
"""With all that end in ``_fade_s``: divided by, so above 0."""
_ALMOST = 1e-6


def mistakes(parameters: Any) -> tuple[str, ...]:
    """Everything wrong with a ``parameters.Parameters``, each naming its field."""
    return tuple(_mistakes(parameters))


def _mistakes(parameters: Any) -> Iterator[str]:
    numbers = {field.name: _flat(getattr(parameters, field.name)) for field in fields(parameters)}
    unreal = [name for name, values in numbers.items() if not math.isfinite(sum(values))]
    if unreal:
        yield from (f"{name}: not a finite number" for name in unreal)
        return
    for name in RATES:
        if min(numbers[name]) < 0:
            yield f"{name}: a hazard is negative"
    for name in SHARES:
        yield from _shares(name, getattr(parameters, name))
    for number, weights in enumerate(parameters.topics):
        yield from _shares(f"topics[{number}]", weights)
    for name, values in numbers.items():
        if (name in TIMES or name.endswith("_fade_s")) and min(values) <= 0:
            yield f"{name}: a time must be above 0"
    if parameters.ramp_s < 0:
        yield "ramp_s: a time is negative"
    if parameters.branching >= 1:
        yield f"hawkes_rate: the branching ratio of comments must stay below 1, not {parameters.branching:.3g}"


def _shares(name: str, shares: tuple[float, ...]) -> Iterator[str]:
    if min(shares) < 0:
        yield f"{name}: a share is negative"
    if abs(sum(shares) - 1) > _ALMOST:
        yield f"{name}: the shares sum to {sum(shares):.6g}, not to 1"


def _flat(value: Any) -> list[float]:
    """The numbers in a field, whatever its shape."""
    if not isinstance(value, tuple):
        return [value]
    return [number for each in value for number in _flat(each)] if value and isinstance(value[0], tuple) else [*value]
