"""Devices that play a script: what they give, and when they fail, was written down before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from simulator.domain.machine import Fault
from simulator.media_port import SoundBlock, VideoFrame
from simulator.ports import DeviceError


class ScriptedCamera:
    """Gives the pictures of its script in order, and fails where the script holds an error; lost at its end."""

    def __init__(self, script: Iterable[VideoFrame | DeviceError]) -> None:
        self._script: Iterator[VideoFrame | DeviceError] = iter(script)
        self.closed = False

    def read(self) -> VideoFrame:
        step = next(self._script, None)
        if step is None:
            raise DeviceError(Fault.LOST, "camera_lost", camera="script")
        if isinstance(step, DeviceError):
            raise step
        return step

    def close(self) -> None:
        self.closed = True


class ScriptedMicrophone:
    """Gives the sound of its script in order, and fails where the script holds an error; EOFError at its end."""

    def __init__(self, script: Iterable[SoundBlock | DeviceError], *, exact: bool = True) -> None:
        self._script: Iterator[SoundBlock | DeviceError] = iter(script)
        self.exact = exact
        self.closed = False

    def read(self) -> SoundBlock:
        step = next(self._script, None)
        if step is None:
            raise EOFError("the script is at its end")
        if isinstance(step, DeviceError):
            raise step
        return step

    def close(self) -> None:
        self.closed = True
