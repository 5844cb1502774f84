"""A session killed on air is there at the next start."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.bench.crash import make_sources, trial


@pytest.mark.parametrize("moment", [6.5, 9.3])
def test_a_killed_session_is_finished_at_the_next_start(tmp_path: Path, moment: float) -> None:
    """Its recording plays as far as its log reaches, give or take the two seconds we promise."""
    left = trial(tmp_path, make_sources(tmp_path, seconds=20.0, size=(320, 180)), moment)
    assert left.finished
    assert left.killed_at - left.log > 2.0
    assert abs(left.picture - left.log) < 2.0
    assert abs(left.sound - left.log) < 2.0
    assert left.words < left.killed_at
