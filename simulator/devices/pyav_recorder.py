"""A session's recording through PyAV, on its own thread."""

from __future__ import annotations

import contextlib
import errno
import shutil
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import av.error

from simulator.devices.recording_file import LEAST_WORK, Encoding, RecordingFile
from simulator.devices.recovery import part_of, recover
from simulator.domain.machine import Fault
from simulator.domain.units import Seconds
from simulator.media_port import Clock, RecorderHealth, SoundBlock, VideoFrame
from simulator.ports import DeviceError

MEGABYTE = 1_000_000
WATCH_EVERY: Seconds = 1.0
SLOW_FOR: Seconds = 5.0
"""How long a dropped picture is held against the encoder."""
LONGEST_WAIT: Seconds = 1.0
"""Between handing over and writing, on a machine that is too slow: what waits is lost in a crash."""
CROWDED_FOR: Seconds = 3.0
"""When the queue stays over half full for this long the quality is lowered: a busy moment of the machine is shorter."""
HALVED = "½"
"""Behind the preset: every second picture is left out."""
RENAME_FOR: Seconds = 10.0
"""Virus scanners and backups keep a file open on Windows for moments."""


@dataclass(frozen=True, slots=True)
class Space:
    """Bytes of disk that must be free."""

    to_start: int = 1_000 * MEGABYTE
    to_go_on: int = 200 * MEGABYTE


def free_bytes(folder: Path) -> int:
    return shutil.disk_usage(folder).free


class PyAvRecorder:
    """Records into ``path``, under a ``.part.mkv`` name until it is closed; times are the session's.

    ``wait`` False: a full queue drops pictures and counts them, as a live session must. True: handing over waits,
    for what comes faster than life. ``pictures`` False: no camera is expected, the file carries the card.
    """

    def __init__(
        self,
        path: Path,
        clock: Clock,
        *,
        encoding: Encoding | None = None,
        pictures: bool = True,
        wait: bool = False,
        space: Space | None = None,
        free: Callable[[Path], int] = free_bytes,
        most_pictures: int = 30,
        most_sound: Seconds = 10.0,
    ) -> None:
        self.path = path
        self._part = part_of(path)
        self._clock = clock
        self._wait = wait
        self._space = space or Space()
        self._free = free
        self._most_pictures = most_pictures
        self._most_sound = most_sound
        self._changed = threading.Condition()
        self._queue: deque[VideoFrame | SoundBlock] = deque()
        self._pictures_queued = 0
        self._sound_queued: Seconds = 0.0
        self._closing = False
        self._over = False
        self._whole = False
        self._dropped = 0
        self._dropped_at: Seconds | None = None
        self._fault: Fault | None = None
        self._left: int | None = None
        self._crowded_since: Seconds | None = None
        self._halved = False
        self._odd = False
        try:
            self._left = free(path.parent)
            if self._left < self._space.to_start:
                raise DeviceError(
                    Fault.DISK_FULL,
                    "disk_too_full",
                    folder=str(path.parent),
                    needed=self._space.to_start,
                    free=self._left,
                )
            encoding = encoding or Encoding()
            self._quality = encoding.preset
            self._file = RecordingFile(self._part, encoding, pictures=pictures, title=path.stem)
        except OSError as error:
            raise DeviceError(_fault_of(error), "recording_unwritable", file=str(path)) from error
        self._writer = threading.Thread(target=self._write_all, name="recorder", daemon=True)
        self._writer.start()

    def picture(self, frame: VideoFrame) -> None:
        with self._changed:
            if self._wait:
                self._changed.wait_for(lambda: self._over or self._pictures_queued < self._most_pictures)
            self._odd = not self._odd
            if self._halved and self._odd:
                return  # as was told when the quality was lowered; not a drop
            if self._over or self._closing or self._full(frame.at):
                self._drop()
                return
            self._queue.append(frame)
            self._pictures_queued += 1
            self._changed.notify_all()

    def sound(self, block: SoundBlock) -> None:
        with self._changed:
            if self._wait:
                self._changed.wait_for(lambda: self._over or self._sound_queued < self._most_sound)
            if self._over or self._closing:
                return
            self._queue.append(block)
            self._sound_queued += len(block.samples) / block.rate_hz
            self._changed.notify_all()

    def health(self) -> RecorderHealth:
        with self._changed:
            fault = self._fault
            if fault is None and self._dropped_at is not None and self._clock.now() - self._dropped_at < SLOW_FOR:
                fault = Fault.SLOW
            return RecorderHealth(
                written=self._file.written,
                dropped=self._dropped + self._file.late,
                queued=self._pictures_queued,
                fault=fault,
                free_bytes=self._free(self.path.parent) if self._over else self._left,  # nobody watches any more
                quality=self._quality,
            )

    def close(self) -> Path:
        """Write what waits, close the file and give it its name; what a full disk cut off keeps what was written."""
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        self._writer.join()
        if self._part.exists():
            if self._whole:
                _rename(self._part, self.path)
            else:
                try:
                    recover(self._part)
                except DeviceError:  # no room to make it whole: it plays as it is
                    _rename(self._part, self.path)
        return self.path

    def _full(self, at: Seconds) -> bool:
        """Whether a picture has to give way: too many wait, or the first has waited so long that a kill would tell."""
        if self._pictures_queued >= self._most_pictures:
            return True
        return not self._wait and bool(self._queue) and at - self._queue[0].at > LONGEST_WAIT

    def _drop(self) -> None:
        self._dropped += 1
        self._dropped_at = self._clock.now()

    # -------------------------------------------------------------------------------- on the writer's thread

    def _write_all(self) -> None:
        try:
            self._write_until_closing()
            self._file.close()
            self._whole = True
        except OSError as error:
            self._fail(_fault_of(error))
        except av.error.FFmpegError:
            self._fail(Fault.LOST)
        finally:
            with self._changed:
                self._over = True
                self._queue.clear()
                self._pictures_queued = 0
                self._changed.notify_all()
            if not self._whole:
                with contextlib.suppress(OSError, av.error.FFmpegError):
                    self._file.abandon()

    def _write_until_closing(self) -> None:
        watched = self._clock.now()
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._queue or self._closing, WATCH_EVERY)
                item = self._queue.popleft() if self._queue else None
                if item is None and self._closing:
                    return
            if isinstance(item, VideoFrame):
                self._file.picture(item)
            elif item is not None:
                self._file.sound(item)
            with self._changed:
                # Counted as queued until it is written: the queue is never longer than it says.
                if isinstance(item, VideoFrame):
                    self._pictures_queued -= 1
                elif item is not None:
                    self._sound_queued -= len(item.samples) / item.rate_hz
                self._changed.notify_all()
            self._step_down_if_crowded()
            if self._clock.now() - watched >= WATCH_EVERY:
                watched = self._clock.now()
                self._file.sync()
                self._left = self._free(self.path.parent)
                if self._left < self._space.to_go_on:
                    self._fail(Fault.DISK_FULL)  # while there is still room to end the file well
                    return

    def _step_down_if_crowded(self) -> None:
        """Lower the quality when the encoder cannot keep up: least work first, then half the pictures; never back."""
        now = self._clock.now()
        if self._wait or self._halved or self._pictures_queued <= self._most_pictures // 2:
            self._crowded_since = None
            return
        if self._crowded_since is None:
            self._crowded_since = now
        if now - self._crowded_since < CROWDED_FOR:
            return
        self._crowded_since = None
        lowered = self._file.lower()
        with self._changed:
            self._halved = not lowered
            self._quality = LEAST_WORK if lowered else f"{self._quality} {HALVED}"

    def _fail(self, fault: Fault) -> None:
        with self._changed:
            self._fault = fault
            self._over = True
            self._changed.notify_all()


def _fault_of(error: OSError) -> Fault:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return Fault.DISK_FULL
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return Fault.BLOCKED
    if error.errno == errno.ENOENT:
        return Fault.MISSING
    return Fault.LOST


def _rename(part: Path, path: Path) -> None:
    pause = threading.Event()
    for _ in range(round(RENAME_FOR / 0.2)):
        try:
            part.replace(path)
            return
        except PermissionError:
            pause.wait(0.2)
    part.replace(path)
