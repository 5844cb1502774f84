"""The Matroska file a session is recorded into, written as time goes by."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

import av
import av.container
import av.video.frame
import numpy as np
from numpy.typing import NDArray

from simulator.devices.picture_fit import no_camera_card, planes, size_for
from simulator.domain.units import Seconds
from simulator.media_port import SoundBlock, VideoFrame

RATE_HZ = 48_000
MILLISECOND = Fraction(1, 1000)
LAG: Seconds = 1.5
"""How far picture and sound may be apart before the one behind is filled up: longer than any working device is late,
and short, because the file's writer holds back the one in front meanwhile."""
CARD_EVERY: Seconds = 0.1
"""The encoder keeps some ten pictures back; fewer cards a second would keep the sound beside them back for seconds."""
CARD_EVERY_ALONE: Seconds = 0.5
"""Where no camera is expected the encoder is told to keep nothing back."""
CARD_SIZE = (640, 360)
SOUND_CODER = {"aac_coder": "fast"}
"""FFmpeg's quicker search in AAC: a third of the work; speech at 96 kbit/s comes back at 24 dB instead of 30."""
LEAST_WORK = "ultrafast"
"""x264's preset that costs least."""
SLIP: Seconds = 0.005
"""A block of sound this near its place is taken to follow the last one."""


@dataclass(frozen=True, slots=True)
class Encoding:
    """How pictures and sound are packed."""

    codec: str = "libx264"
    """FFmpeg's name; "mpeg4" or "h264_mf" where x264 must not be shipped."""
    preset: str = "veryfast"
    """x264's trade of work against size."""
    quality: int = 23
    """x264's CRF."""
    longest: int = 1280
    shortest: int = 720
    """Larger pictures are made smaller."""
    picture_bits: int = 4_000_000
    """A second, for codecs without a quality setting."""
    sound_bits: int = 96_000
    """AAC, a second."""


def _prepare(context: av.VideoCodecContext) -> None:
    """What holds for every encoder of the track."""
    context.pix_fmt = "yuv420p"
    context.time_base = MILLISECOND
    context.gop_size = 300  # key frames are asked for by time
    context.thread_count = 2
    context.color_range = 1  # as OpenCV makes it: luma 16 to 235,
    context.colorspace = 6  # by BT.601; players would guess BT.709 for this size


class RecordingFile:
    """One picture track in session milliseconds and one sound track that begins at 0 without a hole.

    Whoever falls behind by more than 1.5 s is filled up, with the card or with silence, so the file keeps its time
    line through a lost device. A kill leaves a file that plays to about a second before it.
    """

    def __init__(self, path: Path, encoding: Encoding, *, pictures: bool, title: str = "") -> None:
        """``title`` is the session's id: whoever plays the file can tell whether it belongs there."""
        self.path = path
        self.written = 0
        self.late = 0
        """Pictures left out because a later one was written already."""
        self._encoding = encoding
        self._pictures = pictures
        self._card_every = CARD_EVERY if pictures else CARD_EVERY_ALONE
        self._size: tuple[int, int] | None = None
        self._card: NDArray[np.uint8] | None = None
        self._last_ms = -1
        self._key_second = -1
        self._samples = 0
        self._waiting: list[SoundBlock] = []
        # PyAV opens the file at the first packet only; a folder that cannot be written must show now.
        self._disk = os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o644)
        self._container: av.container.OutputContainer = av.open(
            str(path), "w", format="matroska", options={"flush_packets": "1", "cluster_time_limit": "250"}
        )
        if title:
            self._container.metadata["title"] = title
        self._picture: av.VideoStream | None = None
        self._sound: av.AudioStream | None = None
        self._encoder: av.VideoCodecContext | None = None

    @property
    def length(self) -> Seconds:
        """How far the file reaches."""
        return max(self._samples / RATE_HZ, self._last_ms / 1000)

    def picture(self, frame: VideoFrame) -> None:
        if frame.at < 0:
            return
        self._begin(size_for(frame.pixels, self._encoding.longest, self._encoding.shortest))
        behind = frame.at - self._samples / RATE_HZ
        if behind > LAG:
            self._silence(round((behind - LAG / 2) * RATE_HZ))
        if self._write(planes(frame.pixels, self._sized()), frame.at):
            self.written += 1
        else:
            self.late += 1

    def sound(self, block: SoundBlock) -> None:
        if self._picture is None:
            # The first picture settles the size; sound waits for it a little.
            self._waiting.append(block)
            if self._pictures and block.at < LAG:
                return
            self._begin(CARD_SIZE)
            return
        self._add(block)

    def lower(self) -> bool:
        """Go on with the least work for the encoder, in the same track; False where that is so already.

        A new encoder takes over, whose own headers stand before each of its key pictures, as the first one's do.
        ``ultrafast`` never looks ahead, so its first picture cannot be due before the last one of the other.
        """
        if self._encoding.codec != "libx264" or self._encoding.preset == LEAST_WORK:
            return False
        self._encoding = replace(self._encoding, preset=LEAST_WORK)
        if self._picture is not None:
            self._mux(self._encoder, None)
            successor = av.CodecContext.create(self._encoding.codec, "w")
            assert isinstance(successor, av.VideoCodecContext)
            successor.width, successor.height = self._sized()
            successor.framerate = Fraction(30)
            successor.options = self._options()
            _prepare(successor)
            self._encoder = successor
        return True

    def sync(self) -> None:
        """Have the disk keep what was written, against a power cut."""
        os.fsync(self._disk)

    def abandon(self) -> None:
        """Let go of a file that cannot be written any more."""
        try:
            self._container.close()
        finally:
            self._release()

    def close(self) -> None:
        """Write what the encoders hold, the duration and the index; raise OSError when the disk is full."""
        self._begin(CARD_SIZE)
        assert self._picture is not None
        assert self._sound is not None
        for at in self._cards_until(max(self._samples / RATE_HZ - LAG, 0.001)):
            self._show_card(at)
        self._mux(self._encoder, None)
        self._container.mux(self._sound.encode(None))
        self._container.close()
        self.sync()
        self._release()

    def _release(self) -> None:
        if self._disk >= 0:
            os.close(self._disk)
            self._disk = -1

    # -------------------------------------------------------------------------------- pictures

    def _sized(self) -> tuple[int, int]:
        assert self._size is not None
        return self._size

    def _begin(self, size: tuple[int, int]) -> None:
        """Settle the size and write the header, once."""
        if self._picture is not None:
            return
        encoding = self._encoding
        stream = self._container.add_stream(encoding.codec, rate=30, options=self._options())
        assert isinstance(stream, av.VideoStream)
        context = stream.codec_context
        stream.width, stream.height = size
        _prepare(context)
        if encoding.codec != "libx264":
            context.bit_rate = encoding.picture_bits
        sound = self._container.add_stream("aac", rate=RATE_HZ, layout="mono", options=SOUND_CODER)
        assert isinstance(sound, av.AudioStream)
        sound.bit_rate = encoding.sound_bits
        self._picture, self._sound, self._size, self._encoder = stream, sound, size, context
        waiting, self._waiting = self._waiting, []
        for block in waiting:
            self._add(block)

    def _write(self, i420: NDArray[np.uint8], at: Seconds) -> bool:
        """Encode a picture; False when it is not later than the last."""
        assert self._picture is not None
        ms = round(at * 1000)
        if ms <= self._last_ms:
            return False
        # The frame keeps the array, which nobody writes into again: a copy of each picture cost 1 % of a core.
        frame = av.VideoFrame.from_numpy_buffer(i420, format="yuv420p")
        frame.pts, frame.time_base = ms, MILLISECOND
        frame.color_range, frame.colorspace = 1, 6
        if ms // 1000 != self._key_second:
            self._key_second = ms // 1000
            frame.pict_type = av.video.frame.PictureType.I
        self._last_ms = ms
        self._mux(self._encoder, frame)
        return True

    def _options(self) -> dict[str, str]:
        encoding = self._encoding
        if encoding.codec != "libx264":
            return {}
        # Looking ten pictures ahead instead of five packs no better here and loses more when killed. Headers before
        # each key picture: a seek across a lowered quality finds the right ones.
        options = {"preset": encoding.preset, "crf": str(encoding.quality)}
        options["x264-params"] = "rc-lookahead=5:repeat-headers=1"
        if not self._pictures:
            options["tune"] = "zerolatency"
        return options

    def _mux(self, encoder: av.VideoCodecContext | None, frame: av.VideoFrame | None) -> None:
        assert encoder is not None
        for packet in encoder.encode(frame):
            packet.stream = self._picture
            self._container.mux(packet)

    def _cards_until(self, end: Seconds) -> Iterator[Seconds]:
        """When cards are due, from the last picture up to ``end``."""
        at = self._last_ms / 1000 + self._card_every if self._last_ms >= 0 else 0.0
        while at < end:
            yield at
            at += self._card_every

    def _show_card(self, at: Seconds) -> None:
        if self._card is None:
            self._card = planes(no_camera_card(self._sized()), self._sized())
        self._write(self._card, at)

    # -------------------------------------------------------------------------------- sound

    def _add(self, block: SoundBlock) -> None:
        """Put a block at its place: silence before it where there is a hole, cut where there is sound already."""
        samples = block.samples
        apart = block.at - self._samples / RATE_HZ
        if apart > SLIP:
            self._silence(round(apart * RATE_HZ))
        elif apart < -SLIP:
            samples = samples[round(-apart * RATE_HZ) :]
        self._encode(samples)
        for at in self._cards_until(self._samples / RATE_HZ - (LAG if self._pictures else 0.0)):
            self._show_card(at)

    def _silence(self, count: int) -> None:
        while count > 0:  # in pieces: a microphone may be gone for long
            self._encode(np.zeros(min(count, RATE_HZ), np.float32))
            count -= RATE_HZ

    def _encode(self, samples: NDArray[np.float32]) -> None:
        if not len(samples):
            return
        assert self._sound is not None
        whole = np.ascontiguousarray(np.clip(samples, -1, 1), np.float32).reshape(1, -1)
        frame = av.AudioFrame.from_ndarray(whole, format="fltp", layout="mono")
        frame.sample_rate, frame.pts, frame.time_base = RATE_HZ, self._samples, Fraction(1, RATE_HZ)
        self._samples += len(samples)
        self._container.mux(self._sound.encode(frame))
