"""A camera through OpenCV."""

from __future__ import annotations

import os
import sys
import threading
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

import cv2
import numpy as np
from numpy.typing import NDArray

from simulator.devices.listing import cameras, media_foundation_number
from simulator.domain.machine import Fault
from simulator.domain.units import Seconds
from simulator.media_port import Clock, VideoFrame
from simulator.ports import DeviceError

SYSTEM: str = sys.platform
"""As a plain word: mypy would otherwise check the branches of one system only."""

SIZE = (1280, 720)
RATE_HZ = 30
OPEN_LIMIT: Seconds = 10.0
"""Media Foundation may take 4 to 20 s to open a camera."""
SILENT: Seconds = 1.0
FROZEN: Seconds = 2.0
KEPT = 4
"""Pictures that wait to be read; older ones give way."""

Pixels = NDArray[np.uint8]


class Capture(Protocol):
    """The part of ``cv2.VideoCapture`` that is used."""

    def isOpened(self) -> bool: ...

    def read(self) -> tuple[bool, Any]: ...

    def release(self) -> None: ...


class OpenCvCamera:
    """Gives the pictures of camera ``number``, stamped when they arrive.

    A driver may block for ever in opening, reading or closing. So a thread of the camera's own does all three, as
    PortAudio has one for a microphone; when it hangs it is left behind and this object fails with a DeviceError.
    """

    def __init__(
        self,
        number: int,
        clock: Clock,
        *,
        open_capture: Callable[[int], Capture] | None = None,
        open_limit: Seconds = OPEN_LIMIT,
        silent: Seconds = SILENT,
    ) -> None:
        self._number = number
        self._clock = clock
        self._open_capture = open_capture or _open_device
        self._silent = silent
        self._changed = threading.Condition()
        self._pictures: deque[VideoFrame] = deque(maxlen=KEPT)
        self._error: DeviceError | None = None
        self._opened = False
        self._closed = threading.Event()
        self._last: Pixels | None = None
        self._same_since: Seconds = 0.0
        self._driver = threading.Thread(target=self._drive, name=f"camera {number}", daemon=True)
        self._driver.start()
        with self._changed:
            if not self._changed.wait_for(lambda: self._opened or self._error is not None, open_limit):
                self._error = DeviceError(Fault.BUSY, "camera_slow", camera=number, limit=open_limit)
        if self._error is not None:
            self._closed.set()
            raise self._error

    def read(self) -> VideoFrame:
        with self._changed:
            self._changed.wait_for(lambda: self._pictures or self._error is not None, self._silent)
            if not self._pictures:
                raise self._error or DeviceError(Fault.LOST, "camera_silent", camera=self._number)
            frame = self._pictures.popleft()
        self._watch(frame)
        return frame

    def close(self) -> None:
        self._closed.set()
        self._driver.join(SILENT)

    def _watch(self, frame: VideoFrame) -> None:
        """A lost camera may give its last picture for ever; a real one's noise differs from picture to picture."""
        if self._last is None or not _same(self._last, frame.pixels):
            self._last, self._same_since = frame.pixels, frame.at
        elif frame.at - self._same_since >= FROZEN:
            raise DeviceError(Fault.FROZEN, "camera_frozen", camera=self._number)

    # -------------------------------------------------------------------------------- on the driver's thread

    def _drive(self) -> None:
        try:
            capture = self._open_capture(self._number)
        except DeviceError as error:
            self._fail(error)
            return
        try:
            if not capture.isOpened():
                self._fail(why_closed(self._number))
                return
            with self._changed:
                self._opened = True
                self._changed.notify_all()
            self._pass_on(capture)
        finally:
            capture.release()

    def _pass_on(self, capture: Capture) -> None:
        last_at = self._clock.now()
        while not self._closed.is_set():
            try:
                arrived, pixels = capture.read()
            except cv2.error:
                arrived, pixels = False, np.zeros((0, 0, 3), np.uint8)
            at = self._clock.now()
            if arrived:
                last_at = at
                with self._changed:
                    self._pictures.append(VideoFrame(at, _in_colour(pixels)))
                    self._changed.notify_all()
            elif at - last_at >= self._silent:
                self._fail(DeviceError(Fault.LOST, "camera_lost", camera=self._number))
                return
            else:
                self._closed.wait(0.02)  # a single picture may be missed

    def _fail(self, error: DeviceError) -> None:
        with self._changed:
            self._error = error
            self._changed.notify_all()


def why_closed(number: int, dev: Path = Path("/dev")) -> DeviceError:
    """Why a camera did not open: OpenCV only says that it did not."""
    if SYSTEM == "linux":
        node = dev / f"video{number}"
        if not node.exists():
            return DeviceError(Fault.MISSING, "camera_missing", camera=number)
        if not os.access(node, os.R_OK | os.W_OK):
            return DeviceError(Fault.BLOCKED, "camera_blocked", camera=number)
        return DeviceError(Fault.BUSY, "camera_busy", camera=number)
    if SYSTEM == "win32" and any(name.address == f"camera:{number}" for name in cameras()):
        return DeviceError(Fault.BUSY, "camera_busy", camera=number)
    return DeviceError(Fault.MISSING, "camera_missing", camera=number)


def _open_device(number: int) -> Capture:
    """Open by the interfaces of this system, best first, asking for 1280x720 at 30 pictures a second."""
    interfaces = {
        # Media Foundation is slow to open, DirectShow slow in pictures until it is asked for MJPG.
        "win32": [cv2.CAP_DSHOW, cv2.CAP_MSMF],
        "linux": [cv2.CAP_V4L2],
        "darwin": [cv2.CAP_AVFOUNDATION],
    }.get(SYSTEM, [cv2.CAP_ANY])
    if SYSTEM == "linux" and not Path(f"/dev/video{number}").exists():
        raise why_closed(number)  # OpenCV would write two lines to stderr
    capture = cv2.VideoCapture()
    for interface in interfaces:
        its_number = media_foundation_number(number) if interface == cv2.CAP_MSMF else number
        if its_number is not None and capture.open(its_number, interface):
            if interface in (cv2.CAP_DSHOW, cv2.CAP_V4L2):
                # Uncompressed 720p does not fit through USB 2 at 30 pictures a second.
                capture.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))
            capture.set(cv2.CAP_PROP_FRAME_WIDTH, SIZE[0])
            capture.set(cv2.CAP_PROP_FRAME_HEIGHT, SIZE[1])
            capture.set(cv2.CAP_PROP_FPS, RATE_HZ)
            break
    return capture


def _in_colour(pixels: Pixels) -> Pixels:
    if pixels.ndim == 2 or pixels.shape[2] == 1:
        return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_GRAY2BGR), dtype=np.uint8)
    return np.asarray(pixels, dtype=np.uint8)


def _same(one: Pixels, other: Pixels) -> bool:
    # A few pixels first: they nearly always differ.
    return (
        one.shape == other.shape and np.array_equal(one[::16, ::16], other[::16, ::16]) and np.array_equal(one, other)
    )
