"""From a measured value to a level, and how sure that level is."""

from __future__ import annotations

from collections.abc import Mapping

from simulator.domain.events import HostSpoke
from simulator.domain.judgement import Mark, Measurement
from simulator.domain.language import Language
from simulator.domain.rubric import Criterion
from simulator.domain.session import SessionLog
from simulator.metrics.explanation import WRONG_PRICE

NEAR = 0.05
"""A value this close to a cut, as a share of the cut, may belong to the other side (rubric, aggregation)."""
SURE = 0.7
"""Below this mean word confidence, what rests on words is uncertain (rubric, aggregation)."""
CAPS: Mapping[str, tuple[str, int]] = {"contradictions_per_product": (WRONG_PRICE, 2)}
"""The highest level of a metric whose detail holds this id (rubric B2: an uncorrected wrong price)."""
NOT_BY_WORDS = frozenset(
    {"dead_air_share", "ops_on_time", "f0_sd_semitones", "technical_checks", "s4_confirmed", "fillers_per_min"}
)
"""Metrics that poor recognition does not make uncertain: from sound, picture or desk, or decided by a person."""


def mark_of(criterion: Criterion, measurement: Measurement, weight: float, language: Language) -> Mark:
    """The machine's mark: a level where it has a say and a number."""
    return Mark(
        criterion=criterion.id,
        scorer=criterion.scorer,
        weight=weight,
        level=level_of(criterion, measurement, language),
        measurement=measurement,
        unit=criterion.unit,
    )


def level_of(criterion: Criterion, measurement: Measurement, language: Language) -> int | None:
    """The machine's level; None where it has no say or no number."""
    if not criterion.scorer.machine_proposes or measurement.value is None:
        return None
    level = criterion.level_of(measurement.value, language)
    sign, highest = CAPS.get(criterion.metric, ("", level))
    return min(level, highest) if sign in measurement.detail else level


def levels_around(
    criterion: Criterion, measurement: Measurement, level: int, language: Language, by_ear: float | None
) -> tuple[int, int]:
    """The lowest and highest level the value may deserve: one away at most."""
    value = measurement.value
    assert value is not None, "a level has a value behind it"
    worth = sorted(band.level for band in criterion.bands_for(language))
    below = max((each for each in worth if each < level), default=level)
    above = min((each for each in worth if each > level), default=level)
    if by_ear is not None and by_ear < SURE and criterion.metric not in NOT_BY_WORDS:
        return below, above
    if criterion.unit.startswith("count 0-") or criterion.unit == "count":
        # Whole counts lie on their cuts; that says nothing of how sure they are.
        return level, level
    cuts = {cut for band in criterion.bands_for(language) for span in band.any_of for cut in span if cut is not None}
    beside = {
        criterion.level_of(nudged, language)
        for cut in cuts
        if abs(value - cut) <= NEAR * abs(cut)
        for nudged in (cut, cut - max(abs(cut), 1e-12) * 1e-9)
    }
    low = below if any(each < level for each in beside) else level
    high = above if any(each > level for each in beside) else level
    return low, high


def word_confidence(log: SessionLog) -> float | None:
    """Mean confidence 0..1 of the words; None where the recogniser gave none."""
    known = [word.confidence for phrase in log.only(HostSpoke) for word in phrase.words if word.confidence is not None]
    return sum(known) / len(known) if known else None
