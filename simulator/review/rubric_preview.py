"""What a changed rubric would make of past sessions: how many results move, and how many across the pass mark."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from simulator.domain.judgement import Result
from simulator.domain.language import Language
from simulator.domain.marked import MarkedSession
from simulator.domain.rubric import Rubric
from simulator.scoring import rescored, result
from simulator.scoring.weights import shown

BIN = 10.0
"""Points in one bar of the distribution."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One session before and after: with the instructor's words, which stay where their criterion does."""

    session: MarkedSession
    before: Result
    after: Result
    levels: tuple[tuple[str, int | None, int | None], ...]
    """Criterion, level before and after, where they differ; those that were switched off are not among them."""

    @property
    def moves(self) -> bool:
        """Whether what people see of the result changes: points to one decimal, or passed."""
        return _shown(self.before) != _shown(self.after) or self.crosses

    @property
    def crosses(self) -> bool:
        """Whether it falls on another side of the pass mark; to and from "not decided" as well."""
        return self.before.passed is not self.after.passed

    @property
    def by(self) -> float | None:
        """Points up or down; None where there is no total before or after."""
        before, after = _shown(self.before), _shown(self.after)
        return None if before is None or after is None else round(after - before, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """All sessions looked at, those that change most first."""

    moves: tuple[Move, ...]
    unmeasured: int = 0
    """Sessions left out: the change asks for something that was not measured in them."""
    levels: tuple[tuple[str, int], ...] = ()
    """How many levels of each criterion move, in the rubric's order; those that stay are not listed."""
    before: tuple[int, ...] = field(default=(0,) * 10)
    """Sessions by total: below 10 points, below 20 … below or at 100."""
    after: tuple[int, ...] = field(default=(0,) * 10)

    @property
    def looked_at(self) -> int:
        return len(self.moves)

    @property
    def moved(self) -> int:
        return sum(each.moves for each in self.moves)

    @property
    def crossed(self) -> int:
        return sum(each.crosses for each in self.moves)

    @property
    def now_pass(self) -> int:
        return sum(each.crosses and each.after.passed is True for each in self.moves)

    @property
    def no_longer_pass(self) -> int:
        return sum(each.crosses and each.before.passed is True for each in self.moves)


def preview(
    sessions: Iterable[Callable[[], MarkedSession]], rubric: Rubric, done: Callable[[], None] = lambda: None
) -> Preview:
    """Hold what was measured against the rubric; ``done`` is called after each session, and may raise to stop."""
    moves: list[Move] = []
    unmeasured = 0
    for session in sessions:
        found = moved(session(), rubric)
        if found is None:
            unmeasured += 1
        else:
            moves.append(found)
        done()
    counts: dict[str, int] = {}
    for each in moves:
        for criterion, _, _ in each.levels:
            counts[criterion] = counts.get(criterion, 0) + 1
    moves.sort(key=lambda each: (not each.crosses, not each.moves, -abs(each.by or 0.0)))
    return Preview(
        moves=tuple(moves),
        unmeasured=unmeasured,
        levels=tuple((each.id, counts[each.id]) for each in rubric.criteria if each.id in counts),
        before=_distribution(each.before for each in moves),
        after=_distribution(each.after for each in moves),
    )


def moved(session: MarkedSession, rubric: Rubric) -> Move | None:
    """One session under a changed rubric; None where that asks for something not measured in it."""
    language = session.header.language
    card = rescored(session.card, session.rubric, rubric, language=language, profile=session.profile)
    if card is None:
        return None
    before = result(session.card, session.judgement, session.rubric)
    after = result(card, session.judgement, rubric)
    old, new = dict(before.levels), dict(after.levels)
    levels = tuple((id, old.get(id), level) for id, level in new.items() if old.get(id) != level)
    return Move(session=session, before=before, after=after, levels=levels)


def values_of(sessions: Iterable[MarkedSession], metric: str, language: Language | None = None) -> tuple[float, ...]:
    """What a metric came to in past sessions (of one language, where it is asked for), in rising order."""
    found: list[float] = []
    for session in sessions:
        if language is not None and session.header.language is not language:
            continue
        ids = {each.id for each in session.rubric.criteria if each.metric == metric}
        values = (mark.measurement.value for mark in session.card.marks if mark.criterion in ids)
        found.extend(value for value in values if value is not None)
    return tuple(sorted(found))


def _shown(outcome: Result) -> float | None:
    return None if outcome.total is None else shown(outcome.total)


def _distribution(results: Iterable[Result]) -> tuple[int, ...]:
    counted = [0] * 10
    for outcome in results:
        if outcome.total is not None:
            counted[min(9, int(shown(outcome.total) // BIN))] += 1
    return tuple(counted)
