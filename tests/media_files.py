"""Small sound and picture files, made on the spot."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np

MILLISECOND = Fraction(1, 1000)


def tone(seconds: float, rate_hz: int, hz: float = 440.0, loud: float = 0.3) -> np.ndarray:
    return (loud * np.sin(2 * np.pi * hz * np.arange(round(seconds * rate_hz)) / rate_hz)).astype(np.float32)


def write_sound(path: Path, channels: Sequence[np.ndarray], rate_hz: int, codec: str = "pcm_s16le") -> Path:
    """A sound file with these channels, one array each."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=rate_hz, layout="mono" if len(channels) == 1 else "stereo")
        samples = (np.stack(channels) * 32767).astype(np.int16)
        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(samples), format="s16p", layout=stream.layout.name)
        frame.sample_rate, frame.pts, frame.time_base = rate_hz, 0, Fraction(1, rate_hz)
        for ready in av.AudioResampler(format=stream.format.name, layout=stream.layout.name).resample(frame):
            container.mux(stream.encode(ready))
        container.mux(stream.encode(None))
    return path


def write_video(
    path: Path,
    times: Sequence[float],
    *,
    size: tuple[int, int] = (64, 48),
    sound: np.ndarray | None = None,
    sound_from: float = 0.0,
) -> Path:
    """A video with a picture at each of ``times``, the n-th one n * 10 bright, its left half brighter by 100."""
    with av.open(str(path), "w") as container:
        video = container.add_stream("libx264", rate=30, options={"preset": "ultrafast", "crf": "10"})
        video.width, video.height, video.pix_fmt = *size, "yuv420p"
        video.codec_context.time_base = MILLISECOND
        video.codec_context.gop_size = 10
        audio = container.add_stream("aac", rate=48_000, layout="mono") if sound is not None else None
        for number, time in enumerate(times):
            luma = np.full((size[1], size[0]), 16 + number * 10 % 100, np.uint8)
            luma[:, : size[0] // 2] += 100
            colour = np.full((size[1] // 2, size[0]), 128, np.uint8)
            frame = av.VideoFrame.from_ndarray(np.concatenate([luma, colour]), format="yuv420p")
            frame.pts, frame.time_base = round(time * 1000), MILLISECOND
            container.mux(video.encode(frame))
        container.mux(video.encode(None))
        if audio is not None and sound is not None:
            block = av.AudioFrame.from_ndarray(sound.reshape(1, -1), format="fltp", layout="mono")
            block.sample_rate, block.pts, block.time_base = 48_000, round(sound_from * 48_000), Fraction(1, 48_000)
            container.mux(audio.encode(block))
            container.mux(audio.encode(None))
    return path


def turn(path: Path, degrees: int) -> Path:
    """Write a rotation into an MP4's track header, as a phone does that was held upright."""
    a, b, c, d = {90: (0, 1, -1, 0), 180: (-1, 0, 0, -1), 270: (0, -1, 1, 0)}[degrees]
    matrix = struct.pack(">9i", a << 16, b << 16, 0, c << 16, d << 16, 0, 0, 0, 1 << 30)
    whole = bytearray(path.read_bytes())
    header = whole.index(b"tkhd") + 4
    whole[header + 40 : header + 76] = matrix
    path.write_bytes(whole)
    return path
