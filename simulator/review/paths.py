"""A trainee's path over time: each scored session a point, in total and per dimension."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from simulator.domain.rubric import Dimension, Rubric
from simulator.domain.standing import Standing
from simulator.scoring.weights import dimension_points

TOTAL = ""
"""The id of the total among the dimensions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a session stands in one dimension, 0..100; None is a gap: nothing of it was measured."""

    counts: float | None
    """What counts: instructors' levels where there are any, else the machine's."""
    machine: float | None
    """By the machine's levels alone, those that count without an instructor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PathPoint:
    """A session of the path."""

    standing: Standing
    places: tuple[tuple[str, Place], ...]
    """The total (``TOTAL``) first, then the dimensions of its rubric."""
    given: int
    """Criteria an instructor gave a level in."""
    new_rubric: bool
    """Marked by another rubric, or another version, than the session before: the two are not comparable."""

    def place(self, dimension: str) -> Place:
        """Where it stands; nowhere in a dimension its rubric does not have."""
        return dict(self.places).get(dimension, Place(counts=None, machine=None))


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """Oldest first."""

    points: tuple[PathPoint, ...]
    dimensions: tuple[Dimension, ...]
    """Of all the rubrics, those of the newest first; named as the newest that has them names them."""

    def stretches(self, dimension: str, *, machine: bool = False) -> tuple[tuple[tuple[int, float], ...], ...]:
        """Runs of points that a line may join: number of the session and value; cut at gaps and at new rubrics."""
        runs: list[list[tuple[int, float]]] = [[]]
        for number, point in enumerate(self.points):
            place = point.place(dimension)
            value = place.machine if machine else place.counts
            if (value is None or point.new_rubric) and runs[-1]:
                runs.append([])
            if value is not None:
                runs[-1].append((number, value))
        return tuple(tuple(run) for run in runs if run)

    @property
    def mixed(self) -> bool:
        """Whether sessions were marked by different rubrics or versions."""
        return any(point.new_rubric for point in self.points)


def path(standings: Sequence[Standing], rubrics: Mapping[tuple[str, str], Rubric]) -> Path:
    """The path of these sessions of one trainee, oldest first; sessions whose rubric is not here are left out."""
    points: list[PathPoint] = []
    before: tuple[str, str] | None = None
    for standing in standings:
        by = (standing.rubric, standing.version)
        rubric = rubrics.get(by)
        if rubric is None:
            continue
        points.append(_point(standing, rubric, new=before is not None and before != by))
        before = by
    dimensions: dict[str, Dimension] = {}
    for point in reversed(points):
        for dimension in rubrics[point.standing.rubric, point.standing.version].dimensions:
            dimensions.setdefault(dimension.id, dimension)
    return Path(points=tuple(points), dimensions=tuple(dimensions.values()))


def _point(standing: Standing, rubric: Rubric, *, new: bool) -> PathPoint:
    known = {criterion.id for criterion in rubric.criteria}
    own = [each for each in standing.levels if each.criterion in known]
    weight_of = {each.criterion: each.weight for each in own}
    counts = dict(dimension_points(rubric, {each.criterion: each.level for each in own}, weight_of))
    alone = {each.criterion: each.machine if each.counts else None for each in own}
    machine = dict(dimension_points(rubric, alone, weight_of))
    return PathPoint(
        standing=standing,
        places=(
            (TOTAL, Place(counts=standing.total, machine=standing.machine_total)),
            *((id, Place(counts=counts[id], machine=machine[id])) for id in counts),
        ),
        given=sum(each.given for each in own),
        new_rubric=new,
    )
