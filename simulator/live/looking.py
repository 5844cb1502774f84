"""Some pictures a second, looked at aside."""

from __future__ import annotations

import contextlib
import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from simulator.domain.events import Event, LookingCalibrated
from simulator.domain.units import Seconds
from simulator.live.low_priority import step_aside
from simulator.media_port import FaceFinder, VideoFrame
from simulator.perception.face import LOOK_FOR, Neutral, Pose, neutral_of
from simulator.perception.glances import GlanceSeconds
from simulator.perception.picture import Glance, glance

RATE_HZ = 5.0
"""Pictures a second that are due to be looked at."""
EVERY = (1, 2, 5)
"""Each of them is looked at, or every second one, or one in five, where they cost too much."""
BUDGET = 0.15
"""The share of a core that looking may take: 30 ms a picture at five a second."""
SMOOTH = 0.1
"""How much the newest picture's cost counts in what a picture is taken to cost."""
PATIENCE: Seconds = 8.0
"""A calibration that has not come to an end by then ends without one."""


class CalibrationState(StrEnum):
    """How learning the look into the camera goes."""

    NONE = "none"
    RUNNING = "running"
    DONE = "done"
    NO_FACE = "no_face"
    MOVED = "moved"
    """The head did not keep still."""
    BLIND = "blind"
    """No model to find faces with."""


@dataclass(frozen=True, slots=True)
class Calibrating:
    """How far it is, 0..1, and what came out."""

    state: CalibrationState
    progress: float = 0.0


class _Calibration:
    """Two seconds of poses; its own lock, because the window asks while the thread looks."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._now = Calibrating(CalibrationState.NONE)
        self._began: Seconds | None = None
        self._face_since: Seconds | None = None
        self._poses: list[Pose] = []

    @property
    def now(self) -> Calibrating:
        with self._lock:
            return self._now

    def known(self) -> None:
        with self._lock:
            self._now = Calibrating(CalibrationState.DONE, 1.0)

    def begin(self) -> None:
        with self._lock:
            self._now = Calibrating(CalibrationState.RUNNING)
            self._began = self._face_since = None
            self._poses = []

    def take(self, seen: Glance) -> Neutral | None:
        """The neutral look with the picture that completes it; two seconds begin anew where the face is lost."""
        with self._lock:
            if self._now.state is not CalibrationState.RUNNING:
                return None
            if not seen.looked_for:
                self._now = Calibrating(CalibrationState.BLIND)
                return None
            if self._began is None:
                self._began = seen.at
            if seen.pose is None:
                self._face_since, self._poses = None, []
                late = seen.at - self._began >= PATIENCE
                self._now = Calibrating(CalibrationState.NO_FACE if late else CalibrationState.RUNNING)
                return None
            if self._face_since is None:
                self._face_since = seen.at
            self._poses.append(seen.pose)
            held = seen.at - self._face_since
            if held < LOOK_FOR:
                self._now = Calibrating(CalibrationState.RUNNING, held / LOOK_FOR)
                return None
            neutral = neutral_of(self._poses)
            done = CalibrationState.DONE if neutral is not None else CalibrationState.MOVED
            self._now = Calibrating(done, 1.0)
            return neutral


class Looking:
    """Looks at pictures: light, sharpness, steadiness, face, gaze; tells of them about once a second.

    Aside it does so on a thread of low priority, up to five times a second, less often where that takes more than its
    share of the processor; a picture that comes while it is busy is let go and counted. Not aside (files at full
    speed) it looks at five a second whatever they cost, so that the same file always measures the same.
    """

    def __init__(
        self,
        post: Callable[[Event], None],
        faces: Callable[[], FaceFinder | None],
        *,
        aside: bool = True,
        neutral: Neutral | None = None,
        spent: Callable[[], Seconds] = time.thread_time,
    ) -> None:
        """``spent`` tells the processor's time that the calling thread has used so far."""
        self._post = post
        self._faces = faces
        self._finder: FaceFinder | None = None
        self._ready = False
        self._spent = spent
        self._cost: Seconds | None = None
        self._aside = aside
        self._next: Seconds | None = None
        self._seconds = GlanceSeconds(neutral)
        self._calibration = _Calibration()
        if neutral is not None:
            self._calibration.known()
        self._neutral = neutral
        self._latest: Glance | None = None
        self._skipped = 0
        self._rest = 0
        self._told = 0
        self._slot: queue.Queue[VideoFrame | None] = queue.Queue(maxsize=1)
        self._thread: threading.Thread | None = None
        if aside:
            self._thread = threading.Thread(target=self._run, name="looking", daemon=True)
            self._thread.start()

    @property
    def latest(self) -> Glance | None:
        """What the last picture showed."""
        return self._latest

    @property
    def neutral(self) -> Neutral | None:
        """How the host looks into the camera; None as long as nobody calibrated."""
        return self._neutral

    @property
    def calibrating(self) -> Calibrating:
        return self._calibration.now

    @property
    def every(self) -> int:
        """Which of the pictures that are due it looks at now: each, every second, one in five."""
        if not self._aside or self._cost is None:
            return EVERY[0]
        return next((each for each in EVERY if RATE_HZ / each * self._cost <= BUDGET), EVERY[-1])

    @property
    def skipped(self) -> int:
        """How many pictures were due and not looked at."""
        return self._skipped

    def calibrate(self) -> None:
        """Learn from the next two seconds how the host looks into the camera."""
        self._calibration.begin()

    def take(self, frame: VideoFrame) -> None:
        """Take a picture whose ``at`` is session time."""
        if self._next is not None and frame.at < self._next - 1e-6:
            return
        # Steps of their own, not of the pictures: else of 24 a second not 5 but 4.8 would be due.
        due = frame.at if self._next is None else self._next
        self._next = max(due + 1 / RATE_HZ, frame.at + 0.5 / RATE_HZ)
        self._rest -= 1
        if self._rest > 0:
            self._skipped += 1
            return
        self._rest = self.every
        if self._thread is None:
            self._look(frame)
            return
        try:
            self._slot.put_nowait(frame)
        except queue.Full:
            self._skipped += 1

    def close(self, limit: Seconds = 3.0) -> None:
        if self._thread is not None and self._thread.is_alive():
            with contextlib.suppress(queue.Empty):  # what waits is not looked at any more
                self._slot.get_nowait()
            self._slot.put(None)
            self._thread.join(limit)

    def _run(self) -> None:
        step_aside()
        while (frame := self._slot.get()) is not None:
            self._look(frame)

    def _look(self, frame: VideoFrame) -> None:
        if not self._ready:
            self._finder, self._ready = self._faces(), True
            if self._finder is not None:
                self._finder.find(frame)  # the first picture costs more than all later ones
        began = self._spent()
        faces = self._finder.find(frame) if self._finder is not None else None
        seen = glance(frame.at, frame.pixels, faces, self._latest)
        self._latest = seen
        neutral = self._calibration.take(seen)
        if neutral is not None:
            self._neutral = self._seconds.neutral = neutral
            self._post(calibrated(seen.at, neutral))
        skipped = self._skipped
        measured = self._seconds.take(seen, skipped - self._told)
        if measured is not None:
            self._told = skipped
            self._post(measured)
        cost = self._spent() - began
        self._cost = cost if self._cost is None else self._cost + SMOOTH * (cost - self._cost)


def calibrated(at: Seconds, neutral: Neutral) -> LookingCalibrated:
    """What the log says of a calibration."""
    return LookingCalibrated(at=at, turn=neutral.turn, nod=neutral.nod, pictures=neutral.pictures)
