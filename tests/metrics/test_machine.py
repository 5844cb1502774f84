"""How the machine did is read off the log; what was not measured is None, and no mark knows of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.domain.machine import QualityLowered, VitalsMeasured
from simulator.domain.units import Span
from simulator.metrics.machine import Condition, condition_of, stretches, summed_up
from tests.stream import Stream

FINE = VitalsMeasured(
    at=10.0,
    camera_fps=29.9,
    pictures=299,
    dropped=0,
    audio_gaps=0,
    caption_delay=0.8,
    behind=0.4,
    cpu=0.6,
    lateness=0.004,
    free_bytes=9 * 10**9,
    quality="superfast",
)


@pytest.mark.parametrize(
    ("changes", "condition"),
    [
        ({}, Condition.FINE),
        ({"dropped": 1}, Condition.BUSY),
        ({"audio_gaps": 1}, Condition.BUSY),
        ({"caption_delay": 2.1}, Condition.BUSY),
        ({"behind": 3.0}, Condition.BUSY),
        ({"lateness": 0.06}, Condition.BUSY),
        ({"free_bytes": 1_900_000_000}, Condition.BUSY),
        ({"cpu": 16.0}, Condition.FINE),
        ({"camera_fps": 12.0}, Condition.TROUBLE),
        ({"camera_fps": None, "caption_delay": None, "lateness": None, "free_bytes": None}, Condition.FINE),
    ],
)
def test_ten_seconds_are_fine_busy_or_in_trouble(changes: dict[str, object], condition: Condition) -> None:
    assert condition_of(replace(FINE, **changes)) is condition  # type: ignore[arg-type]


def test_a_measurement_covers_the_time_since_the_last_but_no_pause() -> None:
    log = Stream().add(FINE, replace(FINE, at=20.1), replace(FINE, at=90.0)).log()
    assert [each.span for each in stretches(log)] == [Span(0.0, 10.0), Span(10.0, 20.1), Span(70.0, 90.0)]


def test_a_session_is_summed_up() -> None:
    lowered = QualityLowered(at=15.0, was="superfast", now="ultrafast")
    slow = replace(FINE, at=20.0, camera_fps=21.0, dropped=4, caption_delay=3.5, cpu=1.4, behind=2.5, lateness=0.2)
    found = summed_up(Stream().add(FINE, lowered, slow, replace(FINE, at=30.0, cpu=None, free_bytes=10**9)).log())
    assert found is not None
    assert (found.busy, found.measured) == (20.0, 30.0)
    assert (found.pictures, found.dropped, found.gaps) == (897, 4, 0)
    assert (found.slowest_fps, found.caption_delay, found.behind) == (21.0, 3.5, 2.5)
    assert found.cpu == pytest.approx(1.0) and found.cpu_most == 1.4
    assert (found.lateness, found.least_free, found.lowered) == (0.2, 10**9, (lowered,))


def test_what_nobody_measured_is_none() -> None:
    assert summed_up(Stream().log()) is None
    blind = replace(FINE, camera_fps=None, caption_delay=None, cpu=None, lateness=None, free_bytes=None)
    found = summed_up(Stream().add(blind).log())
    assert found is not None
    assert found.slowest_fps is found.caption_delay is found.cpu is found.lateness is found.least_free is None
