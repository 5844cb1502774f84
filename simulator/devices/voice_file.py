"""A spoken note in a small file: Opus in Ogg, written page by page, so that a crash costs no more than a page."""

from __future__ import annotations

from pathlib import Path

import av
import av.error
import numpy as np

from simulator.devices.media_file import open_media
from simulator.domain.machine import Fault
from simulator.domain.units import Seconds
from simulator.media_port import SoundBlock
from simulator.ports import ContentError, DeviceError

RATE_HZ = 48_000
BITS = 32_000
"""A second: speech stays clear, and two minutes are half a megabyte."""
PAGE_US = "200000"
"""Sound in a page; what is in an unfinished page is lost when the program is killed."""


class OggVoice:
    """Open from birth. Raise DeviceError where the file cannot be written."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._container = av.open(
                str(path), "w", format="ogg", options={"page_duration": PAGE_US, "flush_packets": "1"}
            )
            self._stream = self._container.add_stream("libopus", rate=RATE_HZ, layout="mono")
            self._stream.bit_rate = BITS
        except (OSError, av.error.FFmpegError) as error:
            raise DeviceError(Fault.UNREADABLE, "voice_unwritable", file=str(path)) from error

    def write(self, block: SoundBlock) -> None:
        """Sound that follows the last block. Raise DeviceError when the disk is full or gone."""
        whole = np.ascontiguousarray(np.clip(block.samples, -1, 1), np.float32).reshape(1, -1)
        if not whole.size:
            return
        frame = av.AudioFrame.from_ndarray(whole, format="flt", layout="mono")
        frame.sample_rate = block.rate_hz
        self._put(frame)

    def close(self) -> None:
        """Write what the encoder holds. Raise DeviceError when it cannot be."""
        try:
            self._put(None)
        finally:
            self._container.close()

    def _put(self, frame: av.AudioFrame | None) -> None:
        try:
            self._container.mux(self._stream.encode(frame))
        except (OSError, av.error.FFmpegError) as error:
            raise DeviceError(Fault.DISK_FULL, "voice_unwritable", file=str(self._path)) from error


def voice_length(path: Path) -> Seconds | None:
    """How long a spoken note plays, of a file that was cut off as far as it can be read; None where nothing can."""
    end: Seconds = 0.0
    try:
        with open_media(path) as container:
            if not container.streams.audio:
                return None
            stream = container.streams.audio[0]
            packets = container.demux(stream)
            while True:
                try:
                    packet = next(packets, None)
                except av.error.FFmpegError:
                    break
                if packet is None:
                    break
                if packet.pts is not None and packet.time_base is not None:
                    end = max(end, float((packet.pts + (packet.duration or 0)) * packet.time_base))
    except (ContentError, OSError, av.error.FFmpegError):
        return None
    return end or None
