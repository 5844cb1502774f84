"""A camera's driver may refuse, fall silent, freeze or hang; the camera says so in time."""

import threading
from dataclasses import dataclass, field
from pathlib import Path

import cv2
import numpy as np
import pytest

from simulator.devices.clock import SystemClock
from simulator.devices.listing import cameras
from simulator.devices.opencv_camera import OpenCvCamera, why_closed
from simulator.domain.machine import Fault
from simulator.ports import DeviceError
from tests.media_files import write_video


@dataclass
class SteppingClock:
    """A thirtieth of a second passes whenever somebody looks."""

    time: float = 0.0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def now(self) -> float:
        with self.lock:
            self.time += 1 / 30
            return self.time


class HangingDriver:
    """Gives some pictures, then hangs until it is let go."""

    def __init__(self, pictures: int) -> None:
        self.left = pictures
        self.let_go = threading.Event()
        self.released = threading.Event()

    def isOpened(self) -> bool:
        return True

    def read(self) -> tuple[bool, np.ndarray]:
        if self.left == 0:
            self.let_go.wait()
            return False, np.zeros((0, 0, 3), np.uint8)
        self.left -= 1
        return True, np.full((4, 4, 3), self.left, np.uint8)

    def release(self) -> None:
        self.released.set()


class StuckPicture:
    """Gives the same grey picture for ever, or for so many times."""

    def __init__(self, times: int | None = None) -> None:
        self.times = times
        self.count = 0

    def isOpened(self) -> bool:
        return True

    def read(self) -> tuple[bool, np.ndarray]:
        self.count += 1
        return True, np.full((32, 32), self.count // self.times % 251 if self.times else 7, np.uint8)

    def release(self) -> None:
        pass


def read_until_it_fails(camera: OpenCvCamera) -> tuple[int, DeviceError]:
    count = 0
    try:
        while True:
            camera.read()
            count += 1
    except DeviceError as error:
        return count, error
    finally:
        camera.close()


def test_a_camera_that_is_not_there_is_missing():
    with pytest.raises(DeviceError) as raised:
        OpenCvCamera(97, SystemClock())
    assert (raised.value.fault, raised.value.code, raised.value.facts) == (
        Fault.MISSING,
        "camera_missing",
        {"camera": 97},
    )


def test_a_camera_that_is_there_and_does_not_open_is_busy(tmp_path):
    (tmp_path / "video3").touch()
    assert why_closed(3, tmp_path).fault is Fault.BUSY
    assert why_closed(4, tmp_path).fault is Fault.MISSING


def test_pictures_come_stamped_in_order_and_their_end_is_a_loss(tmp_path):
    path = write_video(tmp_path / "camera.avi", [k / 30 for k in range(20)])
    camera = OpenCvCamera(0, SteppingClock(), open_capture=lambda _: cv2.VideoCapture(str(path)))
    first = camera.read()
    assert first.pixels.shape == (48, 64, 3)
    _, error = read_until_it_fails(camera)
    assert (error.fault, error.code) == (Fault.LOST, "camera_lost")


def test_a_grey_camera_gives_colour_pixels():
    camera = OpenCvCamera(0, SteppingClock(), open_capture=lambda _: StuckPicture())
    assert camera.read().pixels.shape == (32, 32, 3)
    camera.close()


def test_a_camera_that_gives_the_same_picture_for_two_seconds_is_frozen():
    camera = OpenCvCamera(0, SteppingClock(), open_capture=lambda _: StuckPicture())
    _, error = read_until_it_fails(camera)
    assert (error.fault, error.code) == (Fault.FROZEN, "camera_frozen")


def test_a_camera_whose_picture_changes_now_and_then_is_not_frozen():
    clock = SteppingClock()
    camera = OpenCvCamera(0, clock, open_capture=lambda _: StuckPicture(times=25))
    while clock.time < 20:
        camera.read()
    camera.close()


def test_a_driver_that_hangs_is_left_behind_and_lets_go_when_it_wakes():
    driver = HangingDriver(pictures=3)
    camera = OpenCvCamera(0, SystemClock(), open_capture=lambda _: driver, silent=0.05)
    count, error = read_until_it_fails(camera)
    assert count == 3
    assert (error.fault, error.code) == (Fault.LOST, "camera_silent")
    driver.let_go.set()
    assert driver.released.wait(30)


def test_a_driver_that_does_not_open_in_time_is_given_up_and_released_later():
    opening, driver = threading.Event(), HangingDriver(pictures=0)

    def open_slowly(_: int) -> HangingDriver:
        opening.wait()
        return driver

    with pytest.raises(DeviceError) as raised:
        OpenCvCamera(0, SystemClock(), open_capture=open_slowly, open_limit=0.05)
    assert raised.value.code == "camera_slow"
    opening.set()
    assert driver.released.wait(30)


def test_cameras_are_listed_by_name_and_twins_by_number(tmp_path: Path):
    for number, name, index in ((0, "Good Cam", 0), (1, "Good Cam", 1), (2, "Twin", 0), (10, "Twin", 0)):
        node = tmp_path / f"video{number}"
        node.mkdir()
        (node / "name").write_text(name + "\n")
        (node / "index").write_text(f"{index}\n")
    listed = cameras(tmp_path)
    assert [(camera.address, camera.label) for camera in listed] == [
        ("camera:0", "Good Cam"),
        ("camera:2", "Twin 2"),
        ("camera:10", "Twin 10"),
    ]
