from hypothesis import given
from hypothesis import strategies as st

from simulator.domain.units import Span
from simulator.metrics.spans import inside, joined, split_at, total, without

moments = st.integers(0, 50)
spans = st.lists(st.builds(lambda start, length: Span(start, start + length), moments, st.integers(1, 20)), max_size=8)


def seconds(stretches: tuple[Span, ...] | list[Span]) -> set[int]:
    return {second for span in stretches for second in range(int(span.start), int(span.end))}


@given(spans, spans)
def test_without_leaves_exactly_what_no_hole_covers(stretches, holes):
    assert seconds(without(stretches, holes)) == seconds(stretches) - seconds(holes)


@given(spans)
def test_joined_keeps_every_second_once(stretches):
    whole = joined(stretches)
    assert seconds(whole) == seconds(stretches)
    assert total(whole) == len(seconds(stretches))


@given(spans, moments)
def test_splitting_changes_no_length(stretches, moment):
    pieces = split_at(stretches, [moment])
    assert total(pieces) == total(stretches)
    assert not any(piece.start < moment < piece.end for piece in pieces)


@given(spans)
def test_inside_cuts_at_the_frame(stretches):
    assert seconds(inside(stretches, Span(10, 30))) == seconds(stretches) & set(range(10, 30))


def test_short_gaps_are_bridged_when_asked():
    assert joined([Span(0, 1), Span(2.5, 3), Span(5, 6)], 2) == (Span(0, 3), Span(5, 6))
