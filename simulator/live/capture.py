"""A camera's or a microphone's own thread."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Sequence
from typing import Generic, Protocol, TypeVar

from simulator.domain.machine import Device, DeviceFailed, DeviceReturned, Fault
from simulator.domain.units import Seconds
from simulator.live.watchdog import MotionWatch
from simulator.media_port import SoundBlock, VideoFrame
from simulator.ports import ContentError, DeviceError, Mendable

REOPEN_EVERY: Seconds = 1.0
"""How long a lost device is left alone before it is tried again; it must be back within three seconds."""
GAP: Seconds = 0.1
"""A hole in what a device gives: three pictures at 30 a second, ten blocks of sound."""

Item = TypeVar("Item", VideoFrame, SoundBlock)
Given = TypeVar("Given", VideoFrame, SoundBlock, covariant=True)


class Source(Protocol[Given]):
    """What a camera and a microphone have in common."""

    def read(self) -> Given: ...

    def close(self) -> None: ...


class CaptureThread(Generic[Item]):
    """Opens, reads and closes one device on one thread, and hands what it gives to ``sinks``, on that thread.

    A device that fails is told of once through ``post``, tried again every second, and told of once when it is
    back; ``now`` is the session's time for both. ``watch`` looks at each item and says what is wrong with a device that
    goes on giving. A file that ends sets ``ended`` and calls ``on_end``.
    """

    def __init__(
        self,
        device: Device,
        open_source: Callable[[], Source[Item]],
        sinks: Sequence[Callable[[Item], None]],
        post: Callable[[DeviceFailed | DeviceReturned], None],
        now: Callable[[], Seconds],
        *,
        watch: Callable[[Item], Fault | None] | None = None,
        on_end: Callable[[], None] | None = None,
        reopen_every: Seconds = REOPEN_EVERY,
    ) -> None:
        self._device = device
        self._open_source: Callable[[], Source[Item]] = open_source
        self._sinks: tuple[Callable[[Item], None], ...] = tuple(sinks)
        self._post = post
        self._now = now
        self._watch: Callable[[Item], Fault | None] | None = watch
        self._on_end = on_end
        self._reopen_every = reopen_every
        self._stopping = threading.Event()
        self._tried = threading.Event()
        self._first_error: Mendable | None = None
        self._fault: Fault | None = None
        self._motion = MotionWatch()
        self._times: deque[Seconds] = deque(maxlen=61)
        self._expected: Seconds | None = None
        # Daemon: a driver that never returns must not keep the program from ending.
        self._thread = threading.Thread(target=self._run, name=f"capture {device}", daemon=True)
        self.ended = threading.Event()
        """Set when nothing more will come: the file is at its end, or cannot be read."""
        self.error: Mendable | None = None
        """What holds now; None while the device works."""
        self.notice: DeviceError | None = None
        """Said at the end of a file that stops before its own header says."""
        self.latest: Item | None = None
        self.count = 0
        self.gaps = 0

    def start(self) -> None:
        self._thread.start()

    def wait_open(self, limit: Seconds | None = None) -> None:
        """Wait for the first try to open the device; raise the DeviceError or ContentError it met.

        Raise DeviceError ``device_slow`` after ``limit`` seconds; the thread goes on trying.
        """
        if not self._tried.wait(limit):
            raise DeviceError(Fault.SLOW, "device_slow", device=self._device.value, limit=limit)
        if self._first_error is not None:
            raise self._first_error

    @property
    def fault(self) -> Fault | None:
        """How the device fails now; None while it works."""
        return self._fault

    def fps(self) -> float | None:
        """Pictures (or blocks) a second by their own times, over the last 60; None before the second."""
        times = tuple(self._times)
        if self._fault is not None or len(times) < 2 or times[-1] <= times[0]:
            return None
        return (len(times) - 1) / (times[-1] - times[0])

    def stop(self, limit: Seconds = 3.0) -> bool:
        """Let go of the device; no sink is called afterwards. False if the thread is stuck in it and was abandoned."""
        self._stopping.set()
        if self._thread.is_alive() and self._thread is not threading.current_thread():
            self._thread.join(limit)
        return not self._thread.is_alive()

    # -------------------------------------------------------------------------------- on the thread

    def _run(self) -> None:
        try:
            while not self._stopping.is_set() and not self.ended.is_set():
                self._hold_device()
                if not self.ended.is_set():
                    self._stopping.wait(self._reopen_every)
        finally:
            self.ended.set()
            self._tried.set()

    def _hold_device(self) -> None:
        """Open the device and read it until it fails, ends or is let go."""
        try:
            source = self._open_source()
        except Mendable as error:
            self._fail(error)
            return
        self._tried.set()
        try:
            while not self._stopping.is_set():
                item = source.read()
                if self._stopping.is_set():
                    return
                self._take(item)
        except EOFError as end:
            self._finish(end)
        except Mendable as error:
            self._fail(error)
        finally:
            source.close()

    def _take(self, item: Item) -> None:
        self._judge(item)
        length = len(item.samples) / item.rate_hz if isinstance(item, SoundBlock) else 0.0
        if self._expected is not None and item.at - self._expected > GAP:
            self.gaps += 1
        self._expected = item.at + length
        self._times.append(item.at)
        self.count += 1
        self.latest = item
        for sink in self._sinks:
            sink(item)

    def _judge(self, item: Item) -> None:
        """Tell that a lost device is back, and what is wrong with one that goes on giving."""
        wrong = self._watch(item) if self._watch is not None else None
        if self._fault is Fault.MUTED:
            if wrong is None:
                self._return()
        elif self._fault is not None and self._back(item):
            self._return()
        if wrong is not None and self._fault is None:
            self._tell(wrong)

    def _back(self, item: Item) -> bool:
        """A device that gives is back; a camera that froze must first show that it moves."""
        if self._fault is Fault.FROZEN and isinstance(item, VideoFrame):
            return self._motion.moves(item)
        return True

    def _return(self) -> None:
        self._fault = self.error = None
        self._post(DeviceReturned(at=self._now(), device=self._device))

    def _tell(self, fault: Fault) -> None:
        self._fault = fault
        self._post(DeviceFailed(at=self._now(), device=self._device, fault=fault))

    def _fail(self, error: Mendable) -> None:
        if not self._tried.is_set():
            self._first_error = error
        self.error = error
        self._motion = MotionWatch()
        self._times.clear()
        if self._fault in (None, Fault.MUTED) and not self._stopping.is_set():
            self._tell(error.fault if isinstance(error, DeviceError) else Fault.UNREADABLE)
        if isinstance(error, ContentError):
            self.ended.set()  # a file does not mend itself
        self._tried.set()

    def _finish(self, end: EOFError) -> None:
        if isinstance(end.__cause__, DeviceError):
            self.notice = end.__cause__
            self._post(DeviceFailed(at=self._now(), device=self._device, fault=end.__cause__.fault))
        self.ended.set()
        if self._on_end is not None:
            self._on_end()
