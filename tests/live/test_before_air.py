"""From the check page on air: a planned show, the countdown, and what exams forbid."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.devices.clock import HandClock
from simulator.domain.desk import ProductPinned, SegmentStarted
from simulator.domain.events import WentLive
from simulator.domain.session import Mode
from simulator.live.booking import Booking
from simulator.live.studio import Studio
from tests.deviceless import studio_in

PRACTICE = Booking(scenario="S01", trainee="小雨", camera=None, microphone=None, seed=7, record=False)


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def studio(tmp_path: Path, clock: HandClock) -> Iterator[Studio]:
    made = studio_in(tmp_path / "data", clock)
    yield made
    made.close_devices()
    made.store.close()


def test_nothing_happens_before_the_countdown_is_over(studio: Studio, clock: HandClock) -> None:
    session = studio.go_live(replace(PRACTICE, lead=3.0))
    assert session.now == -3.0
    session.desk.pin_product("orange")
    session.pause()
    assert session.tick() == () and not session.paused
    clock.time += 3.05
    events = session.tick()
    assert isinstance(events[0], WentLive) and events[0].at == 0.0
    assert not any(isinstance(event, ProductPinned) for event in events)
    session.desk.pin_product("orange")
    clock.time += 0.2
    assert any(isinstance(event, ProductPinned) for event in session.tick())


def test_a_countdown_that_is_called_off_leaves_nothing(studio: Studio) -> None:
    session = studio.go_live(replace(PRACTICE, lead=3.0))
    session.call_off()
    assert not session.on_air
    studio.end()
    studio.call_off(session)
    assert studio.store.sessions() == ()
    again = studio.go_live(PRACTICE)
    assert again.header.take == 1


def test_what_is_on_air_cannot_be_called_off(studio: Studio, clock: HandClock) -> None:
    session = studio.go_live(replace(PRACTICE, lead=3.0))
    clock.time += 3.5
    session.tick()
    session.call_off()
    assert session.on_air


def test_the_trainees_plan_is_the_show_that_is_marked(studio: Studio, clock: HandClock) -> None:
    author = studio.library.scenario("S01").run_of_show
    plan = (author[1], author[0], *author[2:])
    session = studio.go_live(replace(PRACTICE, plan=plan))
    clock.time += 0.2
    started = [event for event in session.tick() if isinstance(event, SegmentStarted)]
    assert [event.segment for event in started] == [plan[0].id]
    assert studio.store.log(session.header.id).scenario.run_of_show == plan
    assert studio.library.scenario("S01").run_of_show == author


@pytest.mark.parametrize(("mode", "may"), [(Mode.PRACTICE, True), (Mode.EXAM, False)])
def test_exams_run_through(studio: Studio, clock: HandClock, mode: Mode, may: bool) -> None:
    session = studio.go_live(replace(PRACTICE, mode=mode, paper="E0007" if mode is Mode.EXAM else None))
    clock.time += 5
    session.tick()
    session.pause()
    assert session.paused is may
    entry = studio.store.session(session.header.id)
    assert (entry.header.mode, entry.header.paper) == (mode, session.header.paper)


def test_a_paper_brings_its_own_show(studio: Studio) -> None:
    drawn = replace(studio.library.scenario("S01"), version="9.9.9")
    session = studio.go_live(replace(PRACTICE, mode=Mode.EXAM, paper="E0007", show=drawn))
    assert session.scenario == drawn and session.header.scenario_version == "9.9.9"


def test_the_same_number_brings_the_same_room(studio: Studio, clock: HandClock) -> None:
    rooms = []
    for name in ("小雨", "小满"):
        session = studio.go_live(replace(PRACTICE, mode=Mode.EXAM, trainee=name, seed=71))
        events = []
        for _ in range(300):
            clock.time += 0.1
            events.extend(session.tick())
        rooms.append([(type(event).__name__, event.at) for event in events])
        session.go_off_air()
        studio.end()
    assert len(rooms[0]) > 20
    assert [name for name, _ in rooms[0]] == [name for name, _ in rooms[1]]
