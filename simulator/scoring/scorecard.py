"""The machine's scorecard: a rubric applied to a log, or to what was measured of it before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from simulator.domain.judgement import Confirmation, Measurement, Scorecard
from simulator.domain.language import Language
from simulator.domain.rubric import Rubric
from simulator.domain.session import SessionLog
from simulator.metrics import metric_named
from simulator.metrics.honesty import confirmed
from simulator.scoring.gates import gates
from simulator.scoring.levels import levels_around, mark_of, word_confidence
from simulator.scoring.weights import dimension_points, profile_in, scored_weight, total_of, weights


def score(
    log: SessionLog,
    rubric: Rubric,
    *,
    provisional: bool,
    profile: str | None = None,
    confirmations: Sequence[Confirmation] = (),
) -> Scorecard:
    """Mark a session; the same log, rubric and confirmations give the same scorecard."""
    log = confirmed(log, confirmations)
    return _scorecard(
        rubric,
        [metric_named(criterion.metric)(log) for criterion in rubric.marked],
        session=log.header.id,
        language=log.language,
        profile=profile,
        by_ear=word_confidence(log),
        provisional=provisional,
    )


def rescored(
    card: Scorecard, made_with: Rubric, rubric: Rubric, *, language: Language, profile: str | None = None
) -> Scorecard | None:
    """What another rubric makes of the measurements in a scorecard; None where it asks for one that is not there.

    The same as scoring the log anew, as long as the log, its transcript, the confirmations and the metrics are those
    that the scorecard was made with.
    """
    metrics = {criterion.id: criterion.metric for criterion in made_with.criteria}
    measured = {metrics[mark.criterion]: mark.measurement for mark in card.marks if mark.criterion in metrics}
    wanted = [measured.get(criterion.metric) for criterion in rubric.marked]
    if any(each is None for each in wanted):
        return None
    return _scorecard(
        rubric,
        [_as_measured(each) for each in wanted if each is not None],
        session=card.session,
        language=language,
        profile=profile_in(rubric, profile),
        by_ear=card.word_confidence,
        provisional=card.provisional,
    )


def _as_measured(measurement: Measurement) -> Measurement:
    """Without the reason a mark may have given for not counting the number."""
    return measurement if measurement.value is None else replace(measurement, why_none=None)


def _scorecard(
    rubric: Rubric,
    measurements: Sequence[Measurement],
    *,
    session: str,
    language: Language,
    profile: str | None,
    by_ear: float | None,
    provisional: bool,
) -> Scorecard:
    """``measurements`` are those of the criteria that are on, in their order."""
    weight_of = weights(rubric, profile)
    marks = tuple(
        mark_of(criterion, measurement, weight_of[criterion.id], language)
        for criterion, measurement in zip(rubric.marked, measurements, strict=True)
    )
    levels = {mark.criterion: mark.level for mark in marks}
    low, high = dict(levels), dict(levels)
    for criterion, mark in zip(rubric.marked, marks, strict=True):
        if mark.level is not None:
            around = levels_around(criterion, mark.measurement, mark.level, language, by_ear)
            low[criterion.id], high[criterion.id] = around
    dimensions = dimension_points(rubric, levels, weight_of)
    total = total_of(rubric, levels, weight_of)
    return Scorecard(
        session=session,
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
        word_confidence=by_ear,
    )
