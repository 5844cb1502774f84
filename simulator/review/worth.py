"""What a moment is worth, by the rubric's own formulas: its criteria are measured again as if it had gone otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from simulator.domain.events import Event
from simulator.domain.judgement import Measurement, Scorecard
from simulator.domain.key_moments import Stake
from simulator.domain.rubric import Criterion, Rubric, Scorer
from simulator.domain.session import SessionLog
from simulator.metrics import metric_named
from simulator.scoring.gates import gates
from simulator.scoring.levels import UNVERIFIED, level_of, mark_of
from simulator.scoring.weights import dimension_points, total_of

LEAST = 1e-9


@dataclass(frozen=True, slots=True)
class Edit:
    """A log otherwise than it was."""

    drop: tuple[Event, ...] = ()
    add: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class Worth:
    """What an edit brings by itself, or as its part of what all edits of its kind bring; none of it below 0."""

    stakes: tuple[Stake, ...]
    gates: tuple[str, ...]


class Scales:
    """Weighs edits of one log; ``log`` is the one that counts (``metrics.credit``), ``card`` what was made of it."""

    def __init__(self, log: SessionLog, rubric: Rubric, card: Scorecard) -> None:
        self._log = log
        self._rubric = rubric
        self._weight = {mark.criterion: mark.weight for mark in card.marks}
        self._whole = sum(mark.weight for mark in card.marks if mark.machine is not None)
        self._levels = {mark.criterion: mark.level for mark in card.marks}
        self._measured = {mark.criterion: mark.measurement for mark in card.marks}
        self._shut = {each.id for each in card.gates if each.passed is not True}
        self._now: dict[str, Measurement] = {}

    def weigh(
        self, edits: Sequence[Edit], metrics: Iterable[str], *, well: bool, each_bars: bool = False
    ) -> list[Worth]:
        """The worth of each of the edits, all of one kind; ``well``: what they take away had been good.

        ``each_bars``: each of the kind bars a pass by itself, so all of them must go to open a gate.
        """
        criteria = [each for each in self._rubric.marked if each.metric in set(metrics) and each.id in self._weight]
        sign = -1.0 if well else 1.0
        alone = [self._values(edit, criteria) for edit in edits]
        everything = Edit(
            tuple(event for edit in edits for event in edit.drop), tuple(event for edit in edits for event in edit.add)
        )
        joint = self._values(everything, criteria) if len(edits) > 1 else {}
        stakes: list[list[Stake]] = [[] for _ in edits]
        for criterion in criteria:
            for place, stake in self._shared(criterion, alone, joint, sign):
                stakes[place].append(stake)
        opened = [() if well else self._opened(joint if joint and each_bars else own, criteria) for own in alone]
        return [Worth(tuple(found), gate) for found, gate in zip(stakes, opened, strict=True)]

    # ------------------------------------------------------------------ inside

    def _shared(
        self,
        criterion: Criterion,
        alone: Sequence[Mapping[str, Measurement]],
        joint: Mapping[str, Measurement],
        sign: float,
    ) -> list[tuple[int, Stake]]:
        """Who moves the level by himself; the others' parts of what all of them move together."""
        now = self._level(criterion, self._base(criterion))
        if now is None or not self._whole:
            return []
        found: list[tuple[int, Stake]] = []
        rest: list[int] = []
        for place, values in enumerate(alone):
            would = self._level(criterion, values[criterion.id])
            gain = 0.0 if would is None else sign * self._gain(criterion, now, would)
            if would is not None and gain > LEAST:
                found.append((place, self._stake(criterion, now, would, 1, gain)))
            else:
                rest.append(place)
        would = self._level(criterion, joint[criterion.id]) if joint else None
        gain = 0.0 if would is None else sign * self._gain(criterion, now, would)
        if would is None or gain <= LEAST:
            return found
        # By how much each moves what was measured, in the way that all of them move it.
        base, whole = self._base(criterion).value, joint[criterion.id].value
        assert base is not None and whole is not None, "a level has a value behind it"
        moves = [self._move(values[criterion.id], base, whole) for values in alone]
        if sum(moves) > LEAST:
            for place in rest:
                part = gain * moves[place] / sum(moves)
                if part > LEAST:
                    found.append((place, self._stake(criterion, now, would, len(alone), part)))
        return found

    def _move(self, measurement: Measurement, base: float, whole: float) -> float:
        if measurement.value is None:
            return 0.0
        way = 1.0 if whole >= base else -1.0
        return max(0.0, way * (measurement.value - base))

    def _stake(self, criterion: Criterion, level: int, would: int, together: int, points: float) -> Stake:
        return Stake(
            criterion=criterion.id, weight=self._weight[criterion.id], whole=self._whole, level=level, would=would,
            together=together, points=points,
        )  # fmt: skip

    def _gain(self, criterion: Criterion, level: int, would: int) -> float:
        more = self._rubric.points(would) - self._rubric.points(level)
        return self._weight[criterion.id] * more / self._whole

    def _level(self, criterion: Criterion, measurement: Measurement) -> int | None:
        """The machine's word, proposals among it; None where it has none."""
        if criterion.threshold_basis == UNVERIFIED or criterion.scorer is Scorer.HUMAN:
            return None
        return level_of(criterion, measurement, self._log.language)

    def _base(self, criterion: Criterion) -> Measurement:
        if criterion.id not in self._now:
            self._now[criterion.id] = metric_named(criterion.metric)(self._log)
        return self._now[criterion.id]

    def _values(self, edit: Edit, criteria: Sequence[Criterion]) -> dict[str, Measurement]:
        log = edited(self._log, edit)
        return {each.id: metric_named(each.metric)(log) for each in criteria}

    def _opened(self, values: Mapping[str, Measurement], criteria: Sequence[Criterion]) -> tuple[str, ...]:
        """Gates that are not open and would be."""
        if not self._shut:
            return ()
        levels, measured = dict(self._levels), dict(self._measured)
        for each in criteria:
            mark = mark_of(each, values[each.id], self._weight[each.id], self._log.language)
            levels[each.id], measured[each.id] = mark.level, values[each.id]
        dimensions = dict(dimension_points(self._rubric, levels, self._weight))
        outcomes = gates(self._rubric, levels, measured, dimensions, total_of(self._rubric, levels, self._weight))
        return tuple(each.id for each in outcomes if each.passed is True and each.id in self._shut)


def edited(log: SessionLog, edit: Edit) -> SessionLog:
    """The log with some events less and some more, in the order of time."""
    gone = {id(event) for event in edit.drop}
    kept = [event for event in log.events if id(event) not in gone]
    return replace(log, events=tuple(sorted((*kept, *edit.add), key=attrgetter("at"))))
