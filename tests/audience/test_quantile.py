"""Counts from uniforms, against distribution functions worked out another way."""

from fractions import Fraction
from math import comb, lgamma, log, log1p

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.audience.philox import Luck
from simulator.audience.quantile import binomial, hypergeometric, one_binomial, poisson

LEVELS = np.concatenate([Luck(5).pairs(0, np.arange(40), 0)[0], [1.3e-12, 1.7e-6, 0.5, 1 - 1.7e-6, 1 - 1.3e-12]])


def exactly(u: float, n: int, p: float) -> int:
    """The quantile in whole fractions: slow, and beyond doubt."""
    chance = Fraction(p)
    total = Fraction(0)
    for k in range(n + 1):
        total += comb(n, k) * chance**k * (1 - chance) ** (n - k)
        if total >= Fraction(u):
            return k
    return n


@pytest.mark.parametrize("n", [1, 2, 3, 7, 40, 120])
@pytest.mark.parametrize("p", [1e-6, 0.003, 0.1, 0.37, 0.5, 0.63, 0.97, 0.999])
def test_small_binomials_are_exact(n, p):
    found = binomial(LEVELS, np.full(LEVELS.size, n), np.full(LEVELS.size, p))
    assert found.tolist() == [exactly(u, n, p) for u in LEVELS.tolist()]
    assert [one_binomial(u, n, p) for u in LEVELS.tolist()] == found.tolist()


def below_and_at(n: int, p: float, k: int) -> tuple[float, float]:
    """F(k - 1) and F(k) of a binomial, summed in extended precision from log terms."""
    low = max(0, k - int(12 * (n * p) ** 0.5) - 60)
    ks = np.arange(low, k + 1)
    logs = [lgamma(n + 1) - lgamma(j + 1) - lgamma(n - j + 1) + j * log(p) + (n - j) * log1p(-p) for j in ks.tolist()]
    terms = np.exp(np.array(logs, dtype=np.longdouble))
    return float(terms[:-1].sum()), float(terms.sum())


@pytest.mark.parametrize("n", [10**3, 10**4, 10**5, 10**6])
@pytest.mark.parametrize("p", [1e-6, 1e-4, 0.004, 0.03, 0.25, 0.5])
def test_large_binomials_stand_where_the_distribution_function_says(n, p):
    levels = LEVELS[:12]
    found = binomial(levels, np.full(levels.size, n), np.full(levels.size, p))
    for u, k in zip(levels.tolist(), found.tolist(), strict=True):
        below, at = below_and_at(n, p, k)
        assert below < u + 1e-7 and at > u - 1e-7


@pytest.mark.parametrize("mean", [0.01, 0.7, 2.5, 29.9, 30.1, 400.0, 25_000.0])
def test_poisson_is_the_limit_of_many_rare_trials(mean):
    found = poisson(LEVELS[:40], np.full(40, mean))
    n = 10**9
    near = binomial(LEVELS[:40], np.full(40, n), np.full(40, mean / n))
    assert np.abs(found - near).max() <= 1
    assert (found != near).mean() <= 0.05


@given(
    u=st.floats(1e-9, 1 - 1e-9),
    v=st.floats(1e-9, 1 - 1e-9),
    n=st.integers(0, 5000),
    more=st.integers(0, 300),
    p=st.floats(0, 1),
    up=st.floats(0, 0.3),
)
def test_better_luck_more_trials_and_a_better_chance_never_lower_a_count(u, v, n, more, p, up):
    low, high = sorted((u, v))
    q = min(1.0, p + up)

    def one(level, trials, chance):
        return int(binomial(np.array([level]), np.array([trials]), np.array([chance]))[0])

    assert one(low, n, p) <= one(high, n, p)
    assert one(u, n, p) <= one(u, n + more, p)
    assert one(u, n, p) <= one(u, n, q)
    assert 0 <= one(u, n, p) <= n


def test_rows_do_not_disturb_each_other():
    rng = Luck(8)
    u, v = rng.pairs(0, np.arange(300), 0)
    n = (10 ** (6 * v)).astype(np.int64)
    p = np.clip(rng.pairs(0, np.arange(300), 1)[0] ** 3, 1e-6, 0.999)
    together = binomial(u, n, p)
    alone = [int(binomial(u[i : i + 1], n[i : i + 1], p[i : i + 1])[0]) for i in range(300)]
    assert together.tolist() == alone


@pytest.mark.parametrize(("good", "bad", "drawn"), [(3, 5, 4), (1, 1, 1), (20, 30, 25), (400, 300, 350), (5, 0, 3)])
def test_drawing_without_replacement_is_exact(good, bad, drawn):
    for u in LEVELS.tolist():
        total = Fraction(0)
        for k in range(max(0, drawn - bad), min(good, drawn) + 1):
            total += Fraction(comb(good, k) * comb(bad, drawn - k), comb(good + bad, drawn))
            if total >= Fraction(u):
                break
        assert hypergeometric(u, good, bad, drawn) == k
