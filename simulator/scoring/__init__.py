"""A rubric applied: the machine's levels, the instructor's, the result."""

from __future__ import annotations

from simulator.scoring.result import JudgedMark, judged_marks, result
from simulator.scoring.scorecard import rescored, score

__all__ = ["JudgedMark", "judged_marks", "rescored", "result", "score"]
