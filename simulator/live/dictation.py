"""A note that is spoken: from the microphone straight into a file, so that a crash keeps what was said."""

from __future__ import annotations

from pathlib import Path

from simulator.domain.machine import Device, Fault
from simulator.domain.units import Seconds
from simulator.live.capture import CaptureThread
from simulator.live.equipment import Equipment
from simulator.live.listening import level_of
from simulator.media_port import Clock, Level, SoundBlock
from simulator.ports import DeviceError, Mendable

LONGEST: Seconds = 120.0
"""Ours: who has more to say says it in two notes, each at its moment."""


class Dictation:
    """Listens from birth until ``stop``; what is longer than ``longest`` is left out.

    ``part`` is where the sound goes while it is spoken. Raise DeviceError where that cannot be written.
    """

    def __init__(
        self, equipment: Equipment, clock: Clock, microphone: str, part: Path, longest: Seconds = LONGEST
    ) -> None:
        self._file = equipment.voice_file(part)
        self._part = part
        self._longest = longest
        self._error: Mendable | None = None
        self._spoken: Seconds = 0.0
        self._closed = False
        self.level: Level | None = None
        """How loud it is now; None before anything was heard."""
        self._thread: CaptureThread[SoundBlock] = CaptureThread(
            Device.MICROPHONE,
            lambda: equipment.microphone(microphone, clock, clock.now(), False),
            (self._take,),
            lambda _event: None,
            clock.now,
        )
        self._thread.start()

    @property
    def spoken(self) -> Seconds:
        """How much was heard so far."""
        return self._spoken

    @property
    def full(self) -> bool:
        """Whether no more is taken: the longest was reached, or a file that stands for the microphone has ended."""
        return self._spoken >= self._longest or (self._thread.ended.is_set() and self._spoken > 0)

    @property
    def error(self) -> Mendable | None:
        """What keeps it from being heard or written now."""
        return self._error or self._thread.error

    def stop(self) -> Seconds:
        """Let go of microphone and file; how long the note is. Slow: call it in a job.

        Raise DeviceError where nothing was heard, or it could not be written; nothing is left then.
        """
        if self._closed:
            return self._spoken
        self._closed = True
        self._thread.stop()
        try:
            if self._spoken > 0:
                self._file.close()
        except DeviceError as error:
            self._error = self._error or error
        if self._spoken <= 0:
            self._part.unlink(missing_ok=True)
            raise self.error or DeviceError(Fault.MISSING, "voice_empty")
        return self._spoken

    def _take(self, block: SoundBlock) -> None:
        """On the microphone's thread."""
        self.level = level_of(block.samples)
        if self._error is not None or self._spoken >= self._longest:
            return
        try:
            self._file.write(block)
        except DeviceError as error:
            self._error = error
        else:
            self._spoken += len(block.samples) / block.rate_hz
