"""The timeline of a report: what happened along the session clock, strip by strip."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence

from simulator.domain.crowd import CommentPosted, CommentsUnseen, OrderPaid, OrderPlaced, RoomCounted
from simulator.domain.judgement import Scorecard
from simulator.domain.session import SessionLog
from simulator.domain.units import Seconds, Span
from simulator.metrics.presenting import explained
from simulator.metrics.speaking import silences, voiced
from simulator.reports.drawing import Ink, Point, Sketch
from simulator.reports.figures import clock
from simulator.reports.incidents import incidents
from simulator.reports.wording_reports import STRIPS

WIDTH = 688.0
LEFT = 84.0
RIGHT = 8.0
MOST_POINTS = 300
"""A curve is thinned to this many points: more cannot be told apart on a page."""
MOST_BARS = 150
TICKS = (10, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200)
"""Seconds between the times on the axis: the first that leaves at most ten of them."""
Across = Callable[[Seconds], float]


def strips(
    log: SessionLog,
    scorecard: Scorecard,
    ink: Ink,
    language: str,
    steps: Sequence[Seconds] = (),
    share: float = 1.0,
) -> str:
    """SVG, 688 wide; ``steps`` are moments that are numbered on the strip of evidence. Empty strips are left out.

    ``share`` is how high the strips are, against their usual height.
    """
    length = max(log.length, 1.0)
    room = WIDTH - LEFT - RIGHT

    def across(at: Seconds) -> float:
        return LEFT + room * min(max(at, 0.0), length) / length

    viewers = [(event.at, float(event.online)) for event in log.only(RoomCounted)]
    chat = _chat(log, length)
    sales = _sales(log, length)
    goods = explained(log)
    surprises = list(incidents(log))
    rows: list[tuple[str, float, Callable[[Sketch, float, float], None]]] = []
    if viewers:
        rows.append(("viewers", 34, lambda on, top, high: _curve(on, across, viewers, ink.info, top, high)))
    if sales[-1][1] > 0:
        rows.append(("sales", 26, lambda on, top, high: _curve(on, across, sales, ink.warn, top, high)))
    if any(chat):
        rows.append(("comments", 22, lambda on, top, high: _bars(on, across, chat, length, ink.info, top, high)))
    rows.append(("speech", 14, lambda on, top, high: _speech(on, across, log, ink, top, high)))
    if goods:
        names = {product.id: product.name for product in log.scenario.products}
        labelled = [(span, names.get(product, product), ink.info) for span, product in goods]
        rows.append(("explained", 16, lambda on, top, high: _stretches(on, across, labelled, ink, top, high)))
    if surprises:
        tones = {True: ink.good, False: ink.bad, None: ink.warn}
        stood = [(each.span, "", tones[each.handled]) for each in surprises]
        rows.append(("incidents", 12, lambda on, top, high: _stretches(on, across, stood, ink, top, high)))
    rows.append(("evidence", 18, lambda on, top, high: _marks(on, across, scorecard, steps, ink, top, high)))
    say = {id: wording[language] for id, wording in STRIPS.items()}
    rows = [(id, max(12.0, high * share), paint) for id, high, paint in rows]
    gap = 8 * share
    height = 8 + sum(high + gap for _, high, _ in rows) + 20
    sketch = Sketch(WIDTH, height, f"{say['title']} {clock(length)}")
    top = 8.0
    for id, high, paint in rows:
        sketch.words((LEFT - 10, top + high / 2 + 4), say[id], ink.muted, 10.5, anchor="end")
        sketch.line((LEFT, top + high), (WIDTH - RIGHT, top + high), ink.line, 0.6)
        paint(sketch, top, high)
        top += high + gap
    _axis(sketch, across, length, ink, top)
    return sketch.svg()


def _axis(sketch: Sketch, across: Across, length: Seconds, ink: Ink, top: float) -> None:
    step = next((each for each in TICKS if length / each <= 10), TICKS[-1])
    for number in range(int(length // step) + 1):
        x = across(number * step)
        sketch.line((x, top - 4), (x, top), ink.muted, 0.8)
        anchor = "start" if number == 0 else "end" if x > WIDTH - RIGHT - 14 else "middle"
        sketch.words((x, top + 12), clock(number * step), ink.muted, 9.5, anchor=anchor)


def _curve(
    sketch: Sketch,
    across: Across,
    points: Sequence[tuple[Seconds, float]],
    colour: str,
    top: float,
    high: float,
) -> None:
    most = max((value for _, value in points), default=0.0)
    if most <= 0:
        return
    step = max(1, len(points) // MOST_POINTS)
    kept = [*points[:-1:step], points[-1]]
    line: list[Point] = [(across(at), top + high - (high - 2) * value / most) for at, value in kept]
    sketch.shape([(line[0][0], top + high), *line, (line[-1][0], top + high)], colour, opacity=0.14)
    sketch.curve(line, colour, 1.3)
    sketch.words((LEFT - 10, top + high / 2 + 14), f"≤ {most:,.0f}", colour, 8.5, anchor="end")


def _bars(
    sketch: Sketch, across: Across, bins: Sequence[int], length: Seconds, colour: str, top: float, high: float
) -> None:
    most = max(bins, default=0)
    if not most:
        return
    each = length / len(bins)
    for number, count in enumerate(bins):
        if count:
            left, right = across(number * each), across((number + 1) * each)
            tall = max(1.0, (high - 2) * count / most)
            sketch.box((left + 0.3, top + high - tall), max(0.6, right - left - 0.6), tall, colour, opacity=0.7)


def _speech(sketch: Sketch, across: Across, log: SessionLog, ink: Ink, top: float, high: float) -> None:
    """Speech is a bar; a silence of dead air a red one, hollow, so that colour is not the only sign."""
    for span in _merged(voiced(log), log.length / 400):
        sketch.box((across(span.start), top + 3), _wide(across, span, 0.6), high - 6, ink.good, opacity=0.75)
    for span in silences(log) or ():
        left, wide = across(span.start), _wide(across, span, 1.5)
        sketch.shape(
            [(left, top), (left + wide, top), (left + wide, top + high), (left, top + high)],
            "none",
            edge=ink.bad,
            width=1.1,
        )


def _stretches(
    sketch: Sketch,
    across: Across,
    spans: Iterable[tuple[Span, str, str]],
    ink: Ink,
    top: float,
    high: float,
) -> None:
    for number, (span, words, colour) in enumerate(spans):
        wide = _wide(across, span, 2.0)
        sketch.box((across(span.start), top), wide, high, colour, round_=2, opacity=0.30 if number % 2 else 0.18)
        room = int(wide / 11)
        if words and room >= 3:
            cut = words if len(words) <= room else words[: room - 1] + "…"
            sketch.words((across(span.start) + 4, top + high - 4.5), cut, ink.text, 9.5)


def _marks(
    sketch: Sketch,
    across: Across,
    scorecard: Scorecard,
    steps: Sequence[Seconds],
    ink: Ink,
    top: float,
    high: float,
) -> None:
    """A dot is good, a triangle a warning, a diamond bad, a ring for the instructor to judge."""
    y = top + high / 2
    for mark in scorecard.marks:
        for evidence in mark.measurement.evidence:
            x = across(evidence.span.start)
            if mark.level is None:
                sketch.dot((x, y), 2.2, "none", edge=ink.muted)
            elif mark.level >= 3:
                sketch.dot((x, y), 2.4, ink.good)
            elif mark.level == 2:
                sketch.shape([(x, y - 3.4), (x + 3.4, y + 2.8), (x - 3.4, y + 2.8)], ink.warn)
            else:
                sketch.shape([(x, y - 3.8), (x + 3.8, y), (x, y + 3.8), (x - 3.8, y)], ink.bad)
    left = -math.inf
    for number, at in sorted(enumerate(steps, start=1), key=lambda step: (step[1], step[0])):
        x = left = max(across(at), left + 16)  # beside each other where they are of one moment
        sketch.dot((x, y), 7.5, ink.text)
        sketch.words((x, y + 3.6), str(number), ink.ground, 10, anchor="middle", bold=True)


def _wide(across: Across, span: Span, least: float) -> float:
    return max(least, across(span.end) - across(span.start))


def _merged(spans: Sequence[Span], gap: Seconds) -> list[Span]:
    """Spans that could not be told apart are drawn as one."""
    kept: list[Span] = []
    for span in spans:
        if kept and span.start - kept[-1].end <= gap:
            kept[-1] = Span(kept[-1].start, max(kept[-1].end, span.end))
        else:
            kept.append(span)
    return kept


def _sales(log: SessionLog, length: Seconds) -> list[tuple[Seconds, float]]:
    """Paid so far, in whole money; steps, for money comes at once."""
    prices = {event.order: event.price for event in log.only(OrderPlaced)}
    paid = [(event.at, float(prices[event.order].amount)) for event in log.only(OrderPaid) if event.order in prices]
    times = [at for at, _ in paid]
    sums = [0.0]
    for _, amount in paid:
        sums.append(sums[-1] + amount)
    return [
        (length * n / MOST_POINTS, sums[bisect_right(times, length * n / MOST_POINTS)]) for n in range(MOST_POINTS + 1)
    ]


def _chat(log: SessionLog, length: Seconds) -> list[int]:
    """Comments in each of at most 150 equal stretches, those that went by unseen with them."""
    bins = [0] * min(MOST_BARS, max(1, int(length // 5)))
    for event in log.only(CommentPosted, CommentsUnseen):
        number = min(max(int(event.at / length * len(bins)), 0), len(bins) - 1)
        bins[number] += 1 if isinstance(event, CommentPosted) else event.count
    return bins
