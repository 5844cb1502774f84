"""What bars a pass, whatever the total."""

from __future__ import annotations

from collections.abc import Mapping

from simulator.domain.judgement import GateOutcome, Measurement, WhyNone
from simulator.domain.rubric import Rubric
from simulator.scoring.weights import shown

PASS_MARK = 60.0
ASSESSORS = 2
"""Assessors a certificate needs for every criterion a person decides (gate G5)."""
BARRING = ("G1", "G2", "G3", "G4")
"""Gates of every session; G5 is about certificates only."""


def gates(
    rubric: Rubric,
    levels: Mapping[str, int | None],
    measurements: Mapping[str, Measurement],
    dimensions: Mapping[str, float | None],
    total: float | None,
    assessors: int = 0,
) -> tuple[GateOutcome, ...]:
    """Each gate of the rubric: passed, not passed, or not to be told yet.

    ``assessors`` is how many people each gave every criterion that people decide a level.
    """
    return tuple(_gate(gate.id, levels, measurements, dimensions, total, assessors) for gate in rubric.gates)


def passed(outcomes: tuple[GateOutcome, ...]) -> bool | None:
    """Whether the session passes: not with one gate shut, and unknown while one is undecided."""
    barring = [outcome.passed for outcome in outcomes if outcome.id in BARRING]
    if False in barring:
        return False
    return None if None in barring else True


def _gate(
    id: str,
    levels: Mapping[str, int | None],
    measurements: Mapping[str, Measurement],
    dimensions: Mapping[str, float | None],
    total: float | None,
    assessors: int,
) -> GateOutcome:
    match id:
        case "G1":
            return _red_lines(measurements.get("F1"))
        case "G2":
            return _at_least(id, dimensions.get("F"), PASS_MARK, "dimension_f_low", "dimension_f_unmeasured")
        case "G3":
            level = levels.get("B2")
            return _at_least(id, None if level is None else float(level), 2.0, "b2_level_1", "b2_unmeasured")
        case "G4":
            return _at_least(id, total, PASS_MARK, "total_low", "total_unmeasured")
        case "G5" if assessors >= ASSESSORS:
            return GateOutcome(id=id, passed=True, why="ok", value=float(assessors))
        case "G5":
            why = "one_assessor" if assessors else "practice_score"
            return GateOutcome(id=id, passed=None, why=why, value=float(assessors))
        case _:
            return GateOutcome(id=id, passed=None, why="unknown_gate")


def _red_lines(measurement: Measurement | None) -> GateOutcome:
    """G1 follows what was confirmed, not the level: an instructor's level does not confirm a finding."""
    if measurement is None or measurement.value is None:
        unconfirmed = measurement is not None and measurement.why_none is WhyNone.NEEDS_CONFIRMATION
        return GateOutcome(id="G1", passed=None, why="s4_unconfirmed" if unconfirmed else "s4_unmeasured")
    if measurement.value >= 1:
        return GateOutcome(id="G1", passed=False, why="s4_confirmed", value=measurement.value)
    return GateOutcome(id="G1", passed=True, why="ok", value=measurement.value)


def _at_least(id: str, value: float | None, least: float, low: str, unmeasured: str) -> GateOutcome:
    if value is None:
        return GateOutcome(id=id, passed=None, why=unmeasured)
    reached = shown(value) >= least
    return GateOutcome(id=id, passed=reached, why="ok" if reached else low, value=shown(value))
