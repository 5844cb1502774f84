"""One picture a second, measured aside."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable

from simulator.domain.events import Event
from simulator.domain.units import Seconds
from simulator.perception.picture import measure_picture
from simulator.ports import FaceFinder, VideoFrame

EVERY: Seconds = 1.0


class Looking:
    """Measures brightness, sharpness and whether a face is there; a picture that comes while it is busy is let go."""

    def __init__(
        self, post: Callable[[Event], None], faces: Callable[[], FaceFinder | None], *, aside: bool = True
    ) -> None:
        self._post = post
        self._faces = faces
        self._finder: FaceFinder | None = None
        self._ready = False
        self._next: Seconds = 0.0
        self._slot: queue.Queue[VideoFrame | None] = queue.Queue(maxsize=1)
        self._thread: threading.Thread | None = None
        if aside:
            self._thread = threading.Thread(target=self._run, name="looking", daemon=True)
            self._thread.start()

    def take(self, frame: VideoFrame) -> None:
        """Take a picture whose ``at`` is session time."""
        if frame.at < self._next:
            return
        self._next = frame.at + EVERY
        if self._thread is None:
            self._measure(frame)
            return
        try:
            self._slot.put_nowait(frame)
        except queue.Full:
            return

    def close(self, limit: Seconds = 3.0) -> None:
        if self._thread is not None:
            self._slot.put(None)
            self._thread.join(limit)

    def _run(self) -> None:
        while (frame := self._slot.get()) is not None:
            self._measure(frame)

    def _measure(self, frame: VideoFrame) -> None:
        if not self._ready:
            self._finder, self._ready = self._faces(), True
        face = self._finder.find(frame) if self._finder is not None else None
        self._post(measure_picture(frame.at, frame.pixels, face))
