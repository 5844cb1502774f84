"""The machine's vitals are measured every ten seconds and told; they move no viewer and no mark."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.devices.processor_time import ProcessorTime
from simulator.domain.machine import DiskLow, VitalsMeasured
from simulator.live.vitals import DISK_LOW, Condition, Diagnosis, Lateness, Sign, Told, Vitals, diagnose
from simulator.media_port import Health

WELL = Health(camera_fps=30.0, caption_delay=0.3, free_bytes=40 * 10**9)
VITALS = VitalsMeasured(
    at=10.0,
    camera_fps=30.0,
    pictures=300,
    dropped=0,
    audio_gaps=0,
    caption_delay=0.3,
    behind=0.0,
    cpu=0.6,
    lateness=0.004,
    free_bytes=40 * 10**9,
    quality="veryfast",
)


class Machine:
    """Half a core is used; the clock goes on in pauses, the session does not."""

    def __init__(self) -> None:
        self.told: list[Told] = []
        self.at = self.clock = 0.0
        self.vitals = Vitals(self.told.append, lambda: 0.5 * self.clock)

    def run(self, seconds: float, health: Health = WELL, delays: tuple[float, ...] = ()) -> None:
        for _ in range(round(seconds * 10)):
            self.vitals.attend(round(self.at, 6), self.clock, health, delays)
            self.at += 0.1
            self.clock += 0.1


def test_every_ten_seconds_tell_what_happened_in_them_alone():
    machine = Machine()
    machine.run(10.0, replace(WELL, video_frames=3, dropped_frames=2), (9.0,))
    assert machine.told == []
    machine.run(0.1, replace(WELL, video_frames=303, dropped_frames=6, audio_gaps=1, behind=0.4), (9.0, 0.2, 0.4))
    machine.run(10.0, replace(WELL, video_frames=603, dropped_frames=6, audio_gaps=1), (9.0, 0.2, 0.4))
    first, second = machine.told
    assert isinstance(first, VitalsMeasured) and isinstance(second, VitalsMeasured)
    assert (first.pictures, first.dropped, first.audio_gaps, first.behind) == (300, 4, 1, 0.4)
    assert first.caption_delay == pytest.approx(0.39)
    assert (second.pictures, second.dropped, second.audio_gaps, second.behind) == (300, 0, 0, 0.0)
    assert second.caption_delay is None, "nobody spoke"
    assert first.cpu == pytest.approx(0.5, abs=0.01) == second.cpu
    assert first.lateness is None, "no window beat"
    assert machine.vitals.last is second


def test_a_pause_takes_its_processor_time_over_its_own_length():
    machine = Machine()
    machine.run(5.0)
    machine.clock += 60.0
    machine.run(5.1)
    (told,) = machine.told
    assert isinstance(told, VitalsMeasured) and told.cpu == pytest.approx(0.5, abs=0.01)


def test_a_disk_that_runs_short_is_told_once_until_there_is_room_again():
    machine = Machine()
    for free in (3 * 10**9, DISK_LOW - 1, DISK_LOW - 10**8, DISK_LOW + 1, DISK_LOW - 1, 3 * 10**9, DISK_LOW - 5):
        machine.run(0.1, replace(WELL, free_bytes=free))
    machine.run(0.1, replace(WELL, free_bytes=None))
    low = [event for event in machine.told if isinstance(event, DiskLow)]
    assert [event.free_bytes for event in low] == [DISK_LOW - 1, DISK_LOW - 5]


def test_lateness_is_what_goes_beyond_the_timers_own_interval():
    late = Lateness()
    assert late.p95() is None
    for number in range(100):
        late.beat(number * 0.1 + (0.03 if number % 10 == 9 else 0.0), 0.1)
    assert late.p95() == pytest.approx(0.03)
    late.beat(2000.0, 0.1)  # the machine slept
    assert late.p95() is None


@pytest.mark.parametrize(
    ("health", "condition", "signs"),
    [
        (Health(), Condition.FINE, set()),
        (replace(WELL, recent=VITALS, dropped_frames=50), Condition.FINE, set()),
        (replace(WELL, recent=replace(VITALS, dropped=1)), Condition.BUSY, {Sign.DROPPED}),
        (replace(WELL, recent=replace(VITALS, cpu=1.7)), Condition.BUSY, {Sign.CPU}),
        (replace(WELL, recent=replace(VITALS, cpu=None, lateness=0.2)), Condition.BUSY, {Sign.LATENESS}),
        (replace(WELL, behind=3.0, free_bytes=10**9), Condition.BUSY, {Sign.CAPTION, Sign.DISK}),
        (replace(WELL, camera_fps=9.0), Condition.TROUBLE, {Sign.FPS}),
        (replace(WELL, faults=(("camera", "lost"),)), Condition.TROUBLE, {Sign.FAULT}),
    ],
)
def test_a_condition_names_its_signs(health: Health, condition: Condition, signs: set[Sign]):
    assert diagnose(health, cores=2) == Diagnosis(condition, frozenset(signs))


def test_processor_time_grows_with_work():
    used = ProcessorTime()
    before = used()
    sum(number * number for number in range(3_000_000))
    assert used() > before
