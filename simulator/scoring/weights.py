"""What each criterion counts, and what a set of levels comes to."""

from __future__ import annotations

from collections.abc import Mapping

from simulator.domain.rubric import Rubric

NEEDED_WEIGHT = 70.0
"""Below this much scored weight of 100 there is no total (rubric, aggregation)."""


def weights(rubric: Rubric, profile: str | None = None) -> dict[str, float]:
    """What each criterion that is on weighs for a kind of trainee, made to sum to 100; KeyError for an unknown kind."""
    changes: Mapping[str, float] = {}
    if profile is not None:
        known = {each.id: each.changes for each in rubric.profiles}
        changes = known[profile]
    raw = {criterion.id: float(changes.get(criterion.id, criterion.weight)) for criterion in rubric.marked}
    whole = sum(raw.values())
    return {id: 100 * weight / whole if whole else 0.0 for id, weight in raw.items()}


def profile_in(rubric: Rubric, profile: str | None) -> str | None:
    """The kind of trainee, where this rubric knows it: a rubric without it marks everybody by the same weights."""
    return profile if any(each.id == profile for each in rubric.profiles) else None


def points_of(rubric: Rubric, levels: Mapping[str, int | None], weight_of: Mapping[str, float]) -> float | None:
    """Points 0..100: the mean of what the levels are worth, by weight, over criteria that have one."""
    scored = [(weight_of[id], rubric.points(level)) for id, level in levels.items() if level is not None]
    whole = sum(weight for weight, _ in scored)
    return sum(weight * points for weight, points in scored) / whole if whole else None


def scored_weight(levels: Mapping[str, int | None], weight_of: Mapping[str, float]) -> float:
    """How much of 100 has a level."""
    return sum(weight_of[id] for id, level in levels.items() if level is not None)


def total_of(rubric: Rubric, levels: Mapping[str, int | None], weight_of: Mapping[str, float]) -> float | None:
    """The total 0..100; None where too little could be scored."""
    # A whole that misses the mark by a rounding error of the weights' sum reaches it.
    if scored_weight(levels, weight_of) < NEEDED_WEIGHT - 1e-9:
        return None
    return points_of(rubric, levels, weight_of)


def dimension_points(
    rubric: Rubric, levels: Mapping[str, int | None], weight_of: Mapping[str, float]
) -> tuple[tuple[str, float | None], ...]:
    """Points 0..100 of each dimension, in the rubric's order; None where nothing of it has a level."""
    members = {criterion.id: criterion.dimension for criterion in rubric.criteria}
    return tuple(
        (
            dimension.id,
            points_of(rubric, {id: level for id, level in levels.items() if members[id] == dimension.id}, weight_of),
        )
        for dimension in rubric.dimensions
    )


def shown(points: float) -> float:
    """Points as people see them, to one decimal; limits are held against this, so that what is shown decides."""
    return round(points, 1)
