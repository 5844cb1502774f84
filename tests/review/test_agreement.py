"""Figures of agreement: against published tables, exact small cases, and each other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from math import sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.domain.agreement import ENOUGH, Agreement, Extent, Judged, Tally, WhyNoKappa
from simulator.review.agreement import agreement, kappas

LEVELS = (1, 2, 3, 4, 5)
SOME = {(1, 1): 4, (2, 2): 6, (2, 3): 2, (3, 2): 1, (3, 3): 9, (4, 4): 7, (5, 4): 3, (5, 5): 5, (4, 2): 1}


def of(cells: dict[tuple[int, int], int], trainees: int = 8, extent: Extent | None = None) -> Judged:
    """Pairs dealt to trainees one after the other."""
    each = [cell for cell, times in cells.items() for _ in range(times)]
    tallies = tuple(Tally(f"t{number % trainees}", *cell, 1) for number, cell in enumerate(each))
    return Judged(criterion="A1", tallies=tallies, extent=extent or Extent())


def figures(cells: dict[tuple[int, int], int], trainees: int = 8) -> Agreement:
    return agreement(of(cells, trainees), LEVELS)


@pytest.mark.parametrize(
    ("table", "kappa"),
    [
        # Fleiss, Cohen and Everitt 1969, table 1; the values are scikit-learn's 1.9 and statsmodels' 0.15, which agree.
        ([[106, 10, 4], [22, 28, 10], [2, 12, 6]], 0.5666666666666667),
        # Agresti 1990, p. 367: how often wives and husbands find it fun.
        ([[7, 7, 2, 3], [2, 8, 3, 7], [1, 5, 4, 9], [2, 8, 9, 14]], 0.3320455862468612),
        ([[6, 2, 0, 0, 0], [3, 9, 4, 1, 0], [0, 5, 14, 6, 1], [0, 1, 7, 18, 4], [0, 0, 1, 5, 13]], 0.8196323274366979),
    ],
)
def test_kappa_is_that_of_trusted_programs(table: list[list[int]], kappa: float) -> None:
    assert float(kappas(np.array(table, dtype=np.float64))) == pytest.approx(kappa, abs=1e-12)


def test_kappa_of_a_case_worked_by_hand() -> None:
    """Ten at (1, 1), five at (1, 2), five at (2, 2): 0.25 apart seen, by chance 0.75 * 0.5 + 0.25 * 0.5 = 0.5."""
    found = figures({(1, 1): 10, (1, 2): 5, (2, 2): 5})
    assert found.kappa == pytest.approx(1 - 0.25 / 0.5)
    assert found.bias == pytest.approx(0.25)
    assert (found.exact, found.adjacent) == (0.75, 1.0)
    assert found.table[0] == (10, 5, 0, 0, 0) and found.table[1] == (0, 5, 0, 0, 0)


def test_a_disagreement_weighs_by_its_square() -> None:
    near, far = dict(SOME), dict(SOME)
    near[(1, 2)], far[(1, 4)] = 1, 1
    one, other = figures(near).kappa, figures(far).kappa
    assert one is not None and other is not None and one > other + 0.05


def test_fewer_than_twenty_pairs_give_no_figure() -> None:
    found = figures({(1, 1): 9, (3, 3): 10})
    assert (found.pairs, found.why_none) == (ENOUGH - 1, WhyNoKappa.TOO_FEW)
    assert (found.kappa, found.kappa_in, found.bias, found.bias_in, found.exact, found.adjacent) == (None,) * 6
    assert not found.flagged
    assert figures({(1, 1): 10, (3, 3): 10}).why_none is None


def test_no_pairs_at_all() -> None:
    found = agreement(Judged(criterion="A1"), LEVELS, signed=7)
    assert (found.pairs, found.trainees, found.silent) == (0, 0, 7)
    assert found.table == ((0,) * 5,) * 5


@pytest.mark.parametrize("cells", [{(3, 3): 30}, {(3, 2): 10, (3, 4): 12}, {(2, 3): 10, (4, 3): 12}])
def test_without_spread_there_is_no_kappa_but_the_rest_stands(cells: dict[tuple[int, int], int]) -> None:
    """Kappa would be 0 or undefined whatever the instructor did."""
    found = figures(cells)
    assert (found.kappa, found.kappa_in, found.why_none) == (None, None, WhyNoKappa.NO_SPREAD)
    assert found.bias is not None and found.exact is not None and found.adjacent == 1.0
    assert not found.flagged


def test_below_four_tenths_is_flagged() -> None:
    chance = dict.fromkeys(product(LEVELS, LEVELS), 1)
    found = figures(chance)
    assert found.kappa == pytest.approx(0.0) and found.flagged
    assert not figures(SOME).flagged


def test_signed_in_silence_is_counted_and_is_no_pair() -> None:
    found = agreement(of(SOME, extent=Extent(sessions=38, signed=30)), LEVELS, signed=42)
    assert (found.pairs, found.silent) == (38, 12)


def test_perfect_agreement_leaves_room_for_a_disagreement_not_yet_seen() -> None:
    few = figures({(2, 2): 10, (4, 4): 10}, trainees=20).kappa_in
    many = figures({(2, 2): 100, (4, 4): 100}, trainees=200).kappa_in
    assert few is not None and many is not None
    share = 1 - 0.025 ** (1 / 20)
    assert (few.low, few.high) == (pytest.approx(1 - share / 2), 1.0)
    assert few.low < many.low < 1.0


def test_the_interval_of_the_bias_is_that_of_a_mean_where_each_trainee_has_one_pair() -> None:
    differences = [number % 3 - 1 for number in range(30)] + [1] * 10
    tallies = tuple(Tally(f"t{number}", 3, 3 + step, 1) for number, step in enumerate(differences))
    found = agreement(Judged(criterion="A1", tallies=tallies), LEVELS)
    error = sqrt(np.var(differences, ddof=1) / 40 + 1 / 40**2)
    assert found.bias == pytest.approx(0.25)
    assert found.bias_in is not None and found.bias is not None
    assert found.bias_in.high - found.bias == pytest.approx(2.02269 * error, rel=1e-5)  # t of 39 degrees of freedom


def test_pairs_of_the_same_trainee_count_for_less() -> None:
    """Forty pairs of four people say less than forty of forty, though every figure but the interval is the same."""
    alone = [Tally(f"t{number}", *cell, 1) for number, cell in enumerate(_dealt())]
    grouped = [Tally(f"t{number // 10}", *cell, 1) for number, cell in enumerate(sorted(_dealt()))]
    one, other = (agreement(Judged(criterion="A1", tallies=tuple(each)), LEVELS) for each in (alone, grouped))
    assert one.kappa == pytest.approx(other.kappa) and one.bias == other.bias
    assert _width(other) > 1.3 * _width(one)


def _dealt() -> Sequence[tuple[int, int]]:
    cells = [cell for cell, times in SOME.items() for _ in range(times)]
    return [*cells, (1, 2), (5, 3)]


def _width(found: Agreement) -> float:
    assert found.kappa_in is not None
    return found.kappa_in.high - found.kappa_in.low


def test_one_trainee_has_figures_but_no_intervals() -> None:
    found = figures(SOME, trainees=1)
    assert found.kappa is not None and found.bias is not None
    assert (found.kappa_in, found.bias_in) == (None, None)


def test_no_interval_where_one_trainee_makes_all_the_spread() -> None:
    tallies = (Tally("a", 3, 3, 20), Tally("b", 3, 3, 5), Tally("c", 5, 5, 1), Tally("c", 2, 3, 1))
    found = agreement(Judged(criterion="A1", tallies=tallies), LEVELS)
    assert found.kappa is not None and found.kappa_in is None


def test_opposite_levels_have_a_kappa_of_minus_one_and_no_interval() -> None:
    found = figures({(1, 5): 15, (5, 1): 15})
    assert found.kappa == pytest.approx(-1.0) and found.kappa_in is None and found.flagged


def test_levels_the_rubric_does_not_have_are_left_out() -> None:
    found = agreement(of({**SOME, (0, 3): 4, (3, 9): 2}), LEVELS)
    assert found.pairs == sum(SOME.values())


def test_an_interval_without_any_reach_holds_its_kappa() -> None:
    pairs = [(1, 1)] * 18 + [(1, 2), (4, 1)]
    tallies = tuple(Tally(f"t{number % 2}", *pair, 1) for number, pair in enumerate(pairs))
    found = agreement(Judged(criterion="A1", tallies=tallies), LEVELS)
    assert found.kappa is not None and found.kappa_in is not None
    assert found.kappa_in.low <= found.kappa <= found.kappa_in.high


cells_of_five = st.lists(st.tuples(st.sampled_from(LEVELS), st.sampled_from(LEVELS)), min_size=20, max_size=80)


@given(cells_of_five, st.integers(2, 15), st.randoms(use_true_random=False))
def test_figures_hold_together_whatever_the_levels(pairs: list[tuple[int, int]], trainees: int, order: object) -> None:
    tallies = [Tally(f"t{number % trainees}", *pair, 1) for number, pair in enumerate(pairs)]
    found = agreement(Judged(criterion="A1", tallies=tuple(tallies)), LEVELS)
    order.shuffle(tallies)  # type: ignore[attr-defined]
    assert agreement(Judged(criterion="A1", tallies=tuple(tallies)), LEVELS) == found
    turned = tuple(Tally(each.trainee, each.other, each.one, each.pairs) for each in tallies)
    back = agreement(Judged(criterion="A1", tallies=turned), LEVELS)
    assert (back.kappa is None) == (found.kappa is None)
    assert back.bias == pytest.approx(-(found.bias or 0.0))
    assert 0 <= (found.exact or 0) <= (found.adjacent or 0) <= 1
    if found.kappa is not None:
        assert back.kappa == pytest.approx(found.kappa) and -1 <= found.kappa <= 1
        if found.kappa_in is not None:
            assert -1 <= found.kappa_in.low <= found.kappa <= found.kappa_in.high <= 1
