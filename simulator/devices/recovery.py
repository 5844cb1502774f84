"""What a crash left of a recording, made whole."""

from __future__ import annotations

import contextlib
import errno
import os
from dataclasses import dataclass
from pathlib import Path

import av
import av.error

from simulator.devices.media_file import open_media
from simulator.domain.machine import Fault
from simulator.domain.units import Seconds
from simulator.ports import ContentError, DeviceError

BEFORE: Seconds = 1.0
"""How long before it is shown a picture is unpacked at the earliest: players take any time before that which grows."""
PART = ".part.mkv"
MENDING = ".mending.mkv"


@dataclass(frozen=True, slots=True)
class Recovered:
    """A recording that was not closed and now is."""

    path: Path
    seconds: Seconds
    """How long it plays."""


def part_of(path: Path) -> Path:
    """The name a recording has until it is closed."""
    return path.with_name(path.stem + PART)


def final_of(part: Path) -> Path:
    """The name a recording gets when it is closed."""
    return part.with_name(part.name.removesuffix(PART) + ".mkv")


def unfinished(folder: Path) -> tuple[Path, ...]:
    """Recordings in ``folder`` that were not closed. None may be in the making."""
    return tuple(sorted(folder.glob("*" + PART)))


def recover(part: Path) -> Recovered:
    """Copy the packets of an unclosed recording into a file with duration and index, under its final name.

    Whole or not at all: until the new file is on the disk the old one stays. Raise DeviceError when nothing of it
    plays or there is no room; the old file stays then, too.
    """
    final, mending = final_of(part), part.with_name(part.name.removesuffix(PART) + MENDING)
    try:
        seconds = _copy(part, mending)
        mending.replace(final)
        part.unlink()
    except (OSError, av.error.FFmpegError, ContentError) as error:
        with contextlib.suppress(OSError):
            mending.unlink(missing_ok=True)
        full = isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
        fault = Fault.DISK_FULL if full else Fault.UNREADABLE
        raise DeviceError(fault, "recording_not_mended", file=str(part)) from error
    return Recovered(final, seconds)


def _copy(part: Path, mending: Path) -> Seconds:
    """Copy all packets that can be read; how far they reach."""
    end: Seconds = 0.0
    with open_media(part) as source, av.open(str(mending), "w", format="matroska") as target:
        target.metadata.update(source.metadata)
        streams = {
            stream.index: target.add_stream_from_template(stream)
            for stream in (*source.streams.video, *source.streams.audio)
        }
        packets = source.demux(*(source.streams[index] for index in streams))
        unpacked: dict[int, int] = {}
        while True:
            try:
                packet = next(packets, None)
            except av.error.FFmpegError:
                break  # it was being written when the end came
            if packet is None:
                break
            if packet.pts is None or packet.time_base is None:
                continue
            if packet.dts is None:
                # The first pictures, a key picture among them: the file tells when they are shown, not when unpacked.
                first = packet.pts - round(BEFORE / packet.time_base)
                packet.dts = unpacked.get(packet.stream.index, first - 1) + 1
            unpacked[packet.stream.index] = packet.dts
            end = max(end, float((packet.pts + (packet.duration or 0)) * packet.time_base))
            packet.stream = streams[packet.stream.index]
            target.mux(packet)
        if end == 0.0:
            raise ContentError("file_empty", file=str(part))
    disk = os.open(mending, os.O_RDWR)
    try:
        os.fsync(disk)
    finally:
        os.close(disk)
    return end
