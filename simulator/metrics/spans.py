"""Arithmetic of stretches of time."""

from __future__ import annotations

from collections.abc import Iterable

from simulator.domain.units import Seconds, Span


def joined(spans: Iterable[Span], gap: Seconds = 0.0) -> tuple[Span, ...]:
    """The stretches in order, those that touch or lie less than ``gap`` apart made one."""
    whole: list[Span] = []
    for span in sorted(span for span in spans if span.length > 0):
        if whole and (span.start <= whole[-1].end or span.start - whole[-1].end < gap):
            whole[-1] = Span(whole[-1].start, max(whole[-1].end, span.end))
        else:
            whole.append(span)
    return tuple(whole)


def without(spans: Iterable[Span], holes: Iterable[Span]) -> tuple[Span, ...]:
    """What is left of the stretches outside the holes."""
    left = list(spans)
    for hole in holes:
        pieces: list[Span] = []
        for span in left:
            if not span.overlaps(hole):
                pieces.append(span)
                continue
            pieces += [Span(span.start, hole.start), Span(hole.end, span.end)]
        left = [piece for piece in pieces if piece.length > 0]
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
