"""Arithmetic of stretches of time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from operator import attrgetter

from simulator.domain.units import Seconds, Span


def joined(spans: Iterable[Span], gap: Seconds = 0.0) -> tuple[Span, ...]:
    """The stretches in order, those that touch or lie less than ``gap`` apart made one."""
    whole: list[Span] = []
    start: Seconds | None = None
    end = 0.0
    for span in sorted((span for span in spans if span.end > span.start), key=attrgetter("start", "end")):
        if start is not None and (span.start <= end or span.start - end < gap):
            end = max(end, span.end)
            continue
        if start is not None:
            whole.append(Span(start, end))
        start, end = span.start, span.end
    if start is not None:
        whole.append(Span(start, end))
    return tuple(whole)


def without(spans: Iterable[Span], holes: Iterable[Span]) -> tuple[Span, ...]:
    """What is left of the stretches outside the holes."""
    cut = joined(holes)
    ends = [hole.end for hole in cut]
    left: list[Span] = []
    for span in spans:
        start = span.start
        for hole in cut[bisect_right(ends, start) :]:
            if hole.start >= span.end:
                break
            if hole.start > start:
                left.append(Span(start, hole.start))
            start = hole.end
        if start < span.end:
            left.append(Span(start, span.end))
    return tuple(left)


def inside(spans: Iterable[Span], frame: Span) -> tuple[Span, ...]:
    """The parts of the stretches that lie inside the frame."""
    cut = (Span(max(span.start, frame.start), min(span.end, frame.end)) for span in spans)
    return tuple(span for span in cut if span.length > 0)


def split_at(spans: Iterable[Span], moments: Iterable[Seconds]) -> tuple[Span, ...]:
    """The stretches, cut in two wherever a moment falls inside one."""
    pieces = list(spans)
    for moment in sorted(set(moments)):
        cut: list[Span] = []
        for span in pieces:
            if span.start < moment < span.end:
                cut += [Span(span.start, moment), Span(moment, span.end)]
            else:
                cut.append(span)
        pieces = cut
    return tuple(pieces)


def total(spans: Iterable[Span]) -> Seconds:
    return sum((span.length for span in spans), 0.0)
