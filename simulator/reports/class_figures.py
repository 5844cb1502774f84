"""A class as numbers: levels by criterion, what most of it misses, and who needs what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from simulator.domain.judgement import Result
from simulator.domain.marked import MarkedSession
from simulator.domain.rubric import Criterion, Rubric
from simulator.reports.next_steps import wanting
from simulator.scoring import JudgedMark, judged_marks, result
from simulator.scoring.weights import shown

A_CLASS = 3
"""Trainees below which nothing is said of the class as a whole; ours."""
HALF = 0.5
LOW = 2
"""Levels up to here are not competent yet."""
NEEDS = 3
BIN = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A trainee of the class, by the last session."""

    session: MarkedSession
    sessions: int
    """How many of this trainee's are in the list."""
    marks: tuple[JudgedMark, ...]
    result: Result
    needs: tuple[str, ...]
    """Criteria to work on first."""

    @property
    def total(self) -> float | None:
        """Points as people see them."""
        return None if self.result.total is None else shown(self.result.total)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """How a class stands on one criterion."""

    criterion: Criterion
    counts: Mapping[int, int]
    """Trainees by level."""
    unmarked: int

    @property
    def marked(self) -> int:
        return sum(self.counts.values())

    @property
    def mean(self) -> float | None:
        if not self.marked:
            return None
        return sum(level * count for level, count in self.counts.items()) / self.marked

    @property
    def low(self) -> int:
        """Trainees who are not competent yet."""
        return sum(count for level, count in self.counts.items() if level <= LOW)


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """The same thing that many left out."""

    criterion: str
    id: str
    """As a measurement's detail names it, without its minus."""
    scenario: str
    trainees: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassFigures:
    """A class."""

    rubric: Rubric
    members: tuple[Member, ...]
    """By total, the lowest first; those without one before them."""
    sessions: tuple[MarkedSession, ...]
    spreads: tuple[Spread, ...]
    missed: tuple[Missed, ...]
    """What at least half of the class left out, most often first."""

    @property
    def totals(self) -> tuple[int, ...]:
        """Trainees by total: below 10 points, below 20 … below or at 100."""
        counted = [0] * 10
        for member in self.members:
            if member.total is not None:
                counted[min(9, int(member.total // BIN))] += 1
        return tuple(counted)

    @property
    def median(self) -> float | None:
        known = [member.total for member in self.members if member.total is not None]
        return median(known) if known else None

    @property
    def low(self) -> tuple[Spread, ...]:
        """Criteria in which at least half of those marked are not competent yet, the worst first."""
        if len(self.members) < A_CLASS:
            return ()
        found = [each for each in self.spreads if each.marked >= A_CLASS and each.low >= HALF * each.marked]
        return tuple(sorted(found, key=lambda each: -each.low / each.marked))


def class_figures(sessions: Sequence[MarkedSession]) -> ClassFigures:
    """The figures of these sessions; raise ValueError where there are none.

    Each trainee counts once, by the last session; criteria are those of the rubric of the newest session, by id.
    """
    if not sessions:
        raise ValueError("a class has sessions")
    ordered = sorted(sessions, key=lambda each: (each.header.began_utc, each.header.id))
    rubric = ordered[-1].rubric
    last = {each.header.trainee: each for each in ordered}
    counts = Counter(each.header.trainee for each in ordered)
    members = [_member(each, counts[trainee]) for trainee, each in last.items()]
    members.sort(key=lambda member: (member.total is not None, member.total or 0.0, member.session.trainee))
    return ClassFigures(
        rubric=rubric,
        members=tuple(members),
        sessions=tuple(ordered),
        spreads=tuple(_spread(criterion, members) for criterion in rubric.marked),
        missed=tuple(_missed(members)),
    )


def _member(session: MarkedSession, sessions: int) -> Member:
    marks = judged_marks(session.card, session.judgement)
    counts = result(session.card, session.judgement, session.rubric)
    needs = [each.mark.criterion for each in wanting(marks, session.rubric, counts)][:NEEDS]
    return Member(session=session, sessions=sessions, marks=marks, result=counts, needs=tuple(needs))


def _spread(criterion: Criterion, members: Iterable[Member]) -> Spread:
    levels = [dict(member.result.levels).get(criterion.id) for member in members]
    return Spread(
        criterion=criterion,
        counts=Counter(level for level in levels if level is not None),
        unmarked=sum(level is None for level in levels),
    )


def _missed(members: Sequence[Member]) -> Iterator[Missed]:
    """By scenario: the same id may mean another thing in another one."""
    if len(members) < A_CLASS:
        return
    found: Counter[tuple[str, str, str]] = Counter()
    for member in members:
        scenario = member.session.header.scenario
        for judged in member.marks:
            lacking = (id for id in judged.mark.measurement.detail if id.startswith("-"))
            found.update({(scenario, judged.mark.criterion, id.removeprefix("-")) for id in lacking})
    sat = Counter(member.session.header.scenario for member in members)
    for (scenario, criterion, id), count in sorted(found.items(), key=lambda each: (-each[1], each[0])):
        if sat[scenario] >= A_CLASS and count >= HALF * sat[scenario]:
            yield Missed(criterion=criterion, id=id, scenario=scenario, trainees=count)
