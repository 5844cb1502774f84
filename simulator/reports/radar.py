"""The dimensions of a score as a radar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from simulator.reports.drawing import Ink, Point, Sketch

SIZE = (440, 236)
RADIUS = 82.0
RINGS = (0.2, 0.4, 0.6, 0.8, 1.0)
"""A level each: 20 points of 100 between them."""


@dataclass(frozen=True, slots=True)
class Spoke:
    """A dimension: its name, its points 0..100 or None."""

    name: str
    points: float | None


def radar(spokes: Sequence[Spoke], ink: Ink, name: str) -> str:
    """SVG, 440 x 236; a spoke without points is dashed and left out of the shape."""
    told = ", ".join(f"{each.name} {_value(each)}" for each in spokes)
    sketch = Sketch(*SIZE, f"{name}: {told}")
    middle = (SIZE[0] / 2, SIZE[1] / 2)
    ways = [-pi / 2 + 2 * pi * number / max(len(spokes), 1) for number in range(len(spokes))]

    def place(way: float, share: float) -> Point:
        return middle[0] + cos(way) * RADIUS * share, middle[1] + sin(way) * RADIUS * share

    for ring in RINGS:
        corners = [place(way, ring) for way in ways]
        for one, other in zip(corners, [*corners[1:], *corners[:1]], strict=True):
            sketch.line(one, other, ink.line, 1.2 if ring == 1.0 else 0.7)
    for way, spoke in zip(ways, spokes, strict=True):
        sketch.line(middle, place(way, 1.0), ink.line, 0.8, "" if spoke.points is not None else "2 3")
    known = [
        place(way, spoke.points / 100) for way, spoke in zip(ways, spokes, strict=True) if spoke.points is not None
    ]
    if len(known) > 2:
        sketch.shape(known, ink.info, edge=ink.info, width=1.6, opacity=0.22)
    for corner in known:
        sketch.dot(corner, 2.4, ink.info)
    for way, spoke in zip(ways, spokes, strict=True):
        across, down = place(way, 1.0)
        side = cos(way)
        anchor = "middle" if abs(side) < 0.1 else "start" if side > 0 else "end"
        across += 8 * (0 if anchor == "middle" else 1 if anchor == "start" else -1)
        down += -18 if sin(way) < -0.9 else 15 if sin(way) > 0.9 else -3
        sketch.words((across, down), spoke.name, ink.text, 11, anchor=anchor)
        sketch.words((across, down + 13), _value(spoke), ink.muted, 10.5, anchor=anchor, bold=True)
    return sketch.svg()


def _value(spoke: Spoke) -> str:
    return "–" if spoke.points is None else f"{spoke.points:.0f}"
