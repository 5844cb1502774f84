"""A film made of a recording: its pictures changed one by one, its sound as it is, in an MP4 every player opens."""

from __future__ import annotations

import contextlib
from collections.abc import Generator, Iterator
from fractions import Fraction
from itertools import islice
from pathlib import Path
from types import TracebackType

import av
import av.error
import numpy as np
from numpy.typing import NDArray

from simulator.devices.media_file import frames, open_media, origin
from simulator.domain.machine import Fault
from simulator.domain.units import Seconds, Span
from simulator.ports import ContentError, DeviceError, StoreError

CLOCK = Fraction(1, 90_000)
"""The time base of the film: a multiple of the usual picture rates, and MPEG's own."""
PRESET, QUALITY = "veryfast", 21
"""x264: a film is made once and looked at often."""

LOOKED_AT = 24
"""Packets at a file's beginning among which is the first of every stream."""
Pixels = NDArray[np.uint8]


def length_of(recording: Path) -> Seconds:
    """How long a recording plays. Raise DeviceError where that cannot be told."""
    with opened_recording(recording) as container:
        if not container.duration:
            raise DeviceError(Fault.UNREADABLE, "recording_unreadable", path=str(recording))
        return container.duration / av.time_base


def begins_at(recording: Path) -> Seconds:
    """Where the time of a file begins: at its earliest packet. Sound begins a little before 0, while its coder warms
    up, and players count from there. Raise DeviceError where that cannot be told."""
    with opened_recording(recording) as container:
        first = [
            float(packet.pts * packet.time_base)
            for packet in islice(container.demux(), LOOKED_AT)
            if packet.pts is not None and packet.time_base is not None
        ]
    return min(first, default=0.0)


def pictures_of(recording: Path, span: Span) -> Generator[tuple[Seconds, Pixels], None, None]:
    """The pictures of a recording within a span: when each was taken, on the session's clock, and its BGR pixels.

    The picture that was on screen when the span begins comes first, at its beginning. Raise DeviceError.
    """
    with opened_recording(recording) as container:
        if not container.streams.video:
            raise DeviceError(Fault.UNREADABLE, "recording_unreadable", path=str(recording))
        stream = container.streams.video[0]
        stream.thread_type = "AUTO"
        if span.start > 0:
            container.seek(int(span.start * av.time_base), backward=True)
        before: av.VideoFrame | None = None
        for frame in frames(container, stream):
            if not isinstance(frame, av.VideoFrame) or frame.time is None:
                continue
            if frame.time < span.start:
                before = frame
                continue
            if before is not None:
                yield span.start, _pixels(before)
                before = None
            if frame.time >= span.end:
                return
            yield frame.time, _pixels(frame)
        if before is not None:
            yield span.start, _pixels(before)


class FilmFile:
    """An MP4 in the making, with the sound of a recording beside its new pictures; time 0 is the span's beginning.

    Use it as a context; ``close`` finishes the file, and leaving without it leaves one that does not play.
    """

    def __init__(self, path: Path, recording: Path, span: Span, size: tuple[int, int]) -> None:
        """``size``: width and height, both even. Raise StoreError when the file cannot be written, or DeviceError."""
        self._path = path
        self._span = span
        self._last = -1
        with _said(path):
            path.write_bytes(b"")  # PyAV opens the file at its first packet only
            self._container = av.open(str(path), "w", format="mp4", options={"movflags": "+faststart"})
        picture = self._container.add_stream("libx264", rate=30, options={"preset": PRESET, "crf": str(QUALITY)})
        assert isinstance(picture, av.VideoStream)
        picture.width, picture.height = size
        picture.pix_fmt = "yuv420p"
        picture.codec_context.time_base = CLOCK
        self._picture = picture
        self._source = opened_recording(recording)
        self._sound: av.AudioStream | None = None
        self._frame_s = Fraction(0)
        self._packets: Iterator[av.Packet[av.AudioStream]] = iter(())
        self._next: av.Packet[av.AudioStream] | None = None
        if self._source.streams.audio:
            heard = self._source.streams.audio[0]
            self._sound = self._container.add_stream_from_template(heard)
            self._frame_s = Fraction(heard.codec_context.frame_size or 1024, heard.rate or 48_000)
            if span.start > 0:
                self._source.seek(int(span.start * av.time_base), backward=True)
            self._packets = _whole(self._source.demux(heard))
            self._next = next(self._packets, None)

    def __enter__(self) -> FilmFile:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._source.close()
        with contextlib.suppress(av.error.FFmpegError, OSError, ValueError):
            self._container.close()

    def picture(self, at: Seconds, pixels: Pixels) -> None:
        """Add a picture (height, width, 4) in BGRA, on the session's clock, later than the last; raise StoreError."""
        frame = av.VideoFrame.from_ndarray(pixels, format="bgra").reformat(format="yuv420p")
        pts = round((at - self._span.start) / CLOCK)
        if pts <= self._last:
            return
        frame.pts, frame.time_base, self._last = pts, CLOCK, pts
        with _said(self._path):
            self._container.mux(self._picture.encode(frame))
            self._add_sound(at)

    def close(self) -> None:
        """Write what is held back, and the index; raise StoreError when the disk is full."""
        with _said(self._path):
            self._container.mux(self._picture.encode(None))
            self._add_sound(self._span.end)
            self._container.close()

    def _add_sound(self, end: Seconds) -> None:
        """Copy the packets that begin before ``end``."""
        while self._next is not None and self._next.pts is not None:
            packet = self._next
            assert packet.pts is not None
            starts = float(packet.pts * packet.time_base)
            if starts >= min(end, self._span.end):
                return
            if starts >= self._span.start:
                moved = round((starts - self._span.start) / packet.time_base)
                packet.pts = packet.dts = moved
                assert self._sound is not None
                if not packet.duration:  # the last one's is not told; without it, it would be left out
                    packet.duration = round(self._frame_s / packet.time_base)
                packet.stream = self._sound
                self._container.mux(packet)
            self._next = next(self._packets, None)


def _pixels(frame: av.VideoFrame) -> Pixels:
    return np.asarray(frame.to_ndarray(format="bgr24"), dtype=np.uint8)


def _whole(packets: Iterator[av.Packet[av.AudioStream]]) -> Iterator[av.Packet[av.AudioStream]]:
    """Packets up to the end of what can be read; the empty one at the end is left out."""
    while True:
        try:
            packet = next(packets, None)
        except av.error.FFmpegError:
            return
        if packet is None:
            return
        if packet.size and packet.pts is not None:
            yield packet


def opened_recording(recording: Path) -> av.container.InputContainer:
    """A recording of ours, opened. Raise DeviceError where it cannot be read or its clock is not the session's."""
    try:
        container = open_media(recording)
    except ContentError as error:
        raise DeviceError(Fault.UNREADABLE, "recording_unreadable", path=str(recording)) from error
    if abs(origin(container)) > 1.0:  # not one of ours: its clock is not the session's
        container.close()
        raise DeviceError(Fault.UNREADABLE, "recording_unreadable", path=str(recording))
    return container


@contextlib.contextmanager
def _said(path: Path) -> Iterator[None]:
    """Turn what the disk has to say into a StoreError."""
    try:
        yield
    except OSError as error:
        raise StoreError("file_unwritable", file=str(path), reason=error.strerror or "") from error
