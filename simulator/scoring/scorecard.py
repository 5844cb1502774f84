"""The machine's scorecard: a rubric applied to a log."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from simulator.domain.judgement import Confirmation, Measurement, Scorecard
from simulator.domain.rubric import Rubric
from simulator.domain.session import SessionLog
from simulator.metrics import metric_named
from simulator.metrics.credit import Credited, credited
from simulator.metrics.honesty import confirmed
from simulator.scoring.gates import gates
from simulator.scoring.levels import levels_around, mark_of, word_confidence
from simulator.scoring.weights import dimension_points, scored_weight, total_of, weights


def score(
    log: SessionLog,
    rubric: Rubric,
    *,
    provisional: bool,
    profile: str | None = None,
    confirmations: Sequence[Confirmation] = (),
) -> Scorecard:
    """Mark a session; the same log, rubric and confirmations give the same scorecard.

    What was said too fast to follow, or over and over, is left out first (``metrics.credit``).
    """
    counts = credited(confirmed(log, confirmations))
    log = counts.log
    weight_of = weights(rubric, profile)
    marks = tuple(
        mark_of(criterion, _measured(criterion.metric, counts), weight_of[criterion.id], log.language)
        for criterion in rubric.criteria
    )
    levels = {mark.criterion: mark.level for mark in marks}
    low, high = dict(levels), dict(levels)
    by_ear = word_confidence(log)
    for criterion, mark in zip(rubric.criteria, marks, strict=True):
        if mark.level is not None:
            around = levels_around(criterion, mark.measurement, mark.level, log.language, by_ear)
            low[criterion.id], high[criterion.id] = around
    dimensions = dimension_points(rubric, levels, weight_of)
    total = total_of(rubric, levels, weight_of)
    return Scorecard(
        session=log.header.id,
        rubric=rubric.id,
        version=rubric.version,
        marks=marks,
        dimensions=dimensions,
        total=total,
        low=total_of(rubric, low, weight_of),
        high=total_of(rubric, high, weight_of),
        scored_weight=scored_weight(levels, weight_of),
        gates=gates(rubric, levels, {mark.criterion: mark.measurement for mark in marks}, dict(dimensions), total),
        provisional=provisional,
    )


def _measured(metric: str, counts: Credited) -> Measurement:
    """What a metric reads off the log, with why part of what was said is not in it."""
    measurement = metric_named(metric)(counts.log)
    reasons = counts.reasons(metric)
    return replace(measurement, detail=(*reasons, *measurement.detail)) if reasons else measurement
