"""What bars a pass, whatever the total."""

from __future__ import annotations

from collections.abc import Mapping

from simulator.domain.judgement import GateOutcome, Measurement, WhyNone
from simulator.domain.rubric import Gate, Rubric
from simulator.scoring.weights import shown

PASS_MARK = 60.0
"""Points of the total (G4) and of compliance (G2) where a rubric says nothing else."""
PASS_LEVEL = 2.0
"""The level of accuracy (G3) where a rubric says nothing else."""
GATES_LOOK_AT = {"G1": "F1", "G2": "F", "G3": "B2"}
"""The criterion or dimension a gate is blind without."""
LEASTS = {"G2": PASS_MARK, "G3": PASS_LEVEL, "G4": PASS_MARK}
"""What must be reached where a gate gives no limit of its own, by gate."""
BARRING = ("G1", "G2", "G3", "G4")
"""Gates of every session; G5 is about certificates only."""


def gates(
    rubric: Rubric,
    levels: Mapping[str, int | None],
    measurements: Mapping[str, Measurement],
    dimensions: Mapping[str, float | None],
    total: float | None,
    assessed_twice: bool = False,
) -> tuple[GateOutcome, ...]:
    """Each gate of the rubric: passed, not passed, or not to be told yet."""
    return tuple(
        _gate(gate, levels, measurements, dimensions, total, assessed_twice) for gate in rubric.gates if gate.enabled
    )


def passed(outcomes: tuple[GateOutcome, ...]) -> bool | None:
    """Whether the session passes: not with one gate shut, and unknown while one is undecided."""
    barring = [outcome.passed for outcome in outcomes if outcome.id in BARRING]
    if False in barring:
        return False
    return None if None in barring else True


def _gate(
    gate: Gate,
    levels: Mapping[str, int | None],
    measurements: Mapping[str, Measurement],
    dimensions: Mapping[str, float | None],
    total: float | None,
    assessed_twice: bool,
) -> GateOutcome:
    id = gate.id
    least = LEASTS.get(id, 0.0) if gate.least is None else gate.least
    match id:
        case "G1":
            return _red_lines(measurements.get("F1"))
        case "G2":
            return _at_least(id, dimensions.get("F"), least, "dimension_f_low", "dimension_f_unmeasured")
        case "G3":
            level = levels.get("B2")
            return _at_least(id, None if level is None else float(level), least, "b2_level_1", "b2_unmeasured")
        case "G4":
            return _at_least(id, total, least, "total_low", "total_unmeasured")
        case "G5" if assessed_twice:
            return GateOutcome(id=id, passed=True, why="ok")
        case "G5":
            return GateOutcome(id=id, passed=None, why="practice_score")
        case _:
            return GateOutcome(id=id, passed=None, why="unknown_gate")


def _red_lines(measurement: Measurement | None) -> GateOutcome:
    """G1 follows what was confirmed, not the level: an instructor's level does not confirm a finding."""
    if measurement is None or measurement.value is None:
        unconfirmed = measurement is not None and measurement.why_none is WhyNone.NEEDS_CONFIRMATION
        return GateOutcome(id="G1", passed=None, why="s4_unconfirmed" if unconfirmed else "s4_unmeasured")
    if measurement.value >= 1:
        return GateOutcome(id="G1", passed=False, why="s4_confirmed")
    return GateOutcome(id="G1", passed=True, why="ok")


def _at_least(id: str, value: float | None, least: float, low: str, unmeasured: str) -> GateOutcome:
    if value is None:
        return GateOutcome(id=id, passed=None, why=unmeasured, least=least)
    reached = shown(value) >= least
    return GateOutcome(id=id, passed=reached, why="ok" if reached else low, least=least)
