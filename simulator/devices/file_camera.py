"""A video file that stands for a camera."""

from __future__ import annotations

import threading
from collections.abc import Generator, Iterator
from pathlib import Path

import av
import cv2
import numpy as np
from numpy.typing import NDArray

from simulator.devices.media_file import frames, let_go, open_media, origin
from simulator.devices.pace import Pace, wait_until
from simulator.domain.units import Seconds
from simulator.media_port import Clock, VideoFrame
from simulator.ports import ContentError

REPEAT: Seconds = 0.5
"""A picture that stands longer is given again: a camera that gives none for a second counts as lost."""

ALMOST: Seconds = 0.25
"""No repetition this short before the next picture."""

Pixels = NDArray[np.uint8]
TURNS = {90: cv2.ROTATE_90_COUNTERCLOCKWISE, 180: cv2.ROTATE_180, 270: cv2.ROTATE_90_CLOCKWISE}
"""What undoes the rotation a file asks for, by its counter-clockwise degrees."""


class FileCamera:
    """Gives a file's pictures at their own times, over and over; the file's time 0 is ``start`` on the clock.

    A phone's rotation is applied, a varying frame rate is kept. At live pace a picture is given when it is due.
    """

    def __init__(self, path: Path, clock: Clock, start: Seconds, pace: Pace = Pace.LIVE) -> None:
        self._path = path
        self._clock = clock
        self._pace = pace
        self._closed = threading.Event()
        self._pictures = self._again_and_again(start)
        try:
            self._first: VideoFrame | None = next(self._pictures)
        except StopIteration:
            raise ContentError("file_empty", file=str(path)) from None

    def read(self) -> VideoFrame:
        frame, self._first = self._first, None
        if frame is None:
            frame = next(self._pictures, None)
        if frame is None:
            raise EOFError("closed")
        if self._pace is Pace.LIVE and not wait_until(frame.at, self._clock, self._closed):
            raise EOFError("closed")
        return frame

    def close(self) -> None:
        """Let go of the file; a ``read`` that waits on another thread ends."""
        self._closed.set()
        let_go(self._pictures)

    def _again_and_again(self, start: Seconds) -> Generator[VideoFrame, None, None]:
        while not self._closed.is_set():
            last: VideoFrame | None = None
            step: Seconds = REPEAT
            for time, pixels in self._once():
                due = start + time
                if last is not None:
                    step = min(REPEAT, due - last.at)
                    while due - last.at > REPEAT + ALMOST:
                        last = VideoFrame(last.at + REPEAT, last.pixels)
                        yield last
                last = VideoFrame(due, pixels)
                yield last
            if last is None:
                return
            start = last.at + step

    def _once(self) -> Iterator[tuple[Seconds, Pixels]]:
        """(seconds into the file, picture), times growing."""
        with open_media(self._path) as container:
            if not container.streams.video:
                raise ContentError("file_without_picture", file=str(self._path))
            stream = container.streams.video[0]
            stream.thread_type = "AUTO"
            zero = origin(container)
            last = -1.0
            for frame in frames(container, stream):
                if self._closed.is_set():
                    return
                if not isinstance(frame, av.VideoFrame):
                    continue
                time = max(0.0, frame.time - zero) if frame.time is not None else last + 1 / 30
                if time <= last:
                    continue
                last = time
                pixels = np.asarray(frame.to_ndarray(format="bgr24"), dtype=np.uint8)
                turn = TURNS.get(round(frame.rotation) % 360)
                yield time, (pixels if turn is None else np.asarray(cv2.rotate(pixels, turn), dtype=np.uint8))
