"""How much work this machine can give to encoding, measured."""

from __future__ import annotations

import time
from fractions import Fraction

import av
import cv2
import numpy as np
from numpy.typing import NDArray

from simulator.devices.recording_file import Encoding
from simulator.domain.units import Seconds

BUDGET: Seconds = 0.020
"""Of processor time a picture: 0.6 of a core at 30 pictures a second, which leaves a weak PC of two cores the rest."""
CHOICES = (
    Encoding(preset="veryfast"),
    Encoding(preset="superfast"),
    Encoding(preset="ultrafast"),
    Encoding(preset="ultrafast", longest=960, shortest=540),
)
"""Best first. Smaller files before less work: ultrafast needs four times the disk."""


def choose_encoding(pictures: int = 60, budget: Seconds = BUDGET) -> Encoding:
    """The best of ``CHOICES`` that this machine encodes within ``budget``; takes seconds: call it aside."""
    for choice in CHOICES[:-1]:
        if seconds_a_picture(choice, pictures) <= budget:
            return choice
    return CHOICES[-1]


def seconds_a_picture(encoding: Encoding, pictures: int = 60) -> Seconds:
    """Processor time this thread needs for one noisy picture."""
    context = av.CodecContext.create(encoding.codec, "w")
    assert isinstance(context, av.VideoCodecContext)
    context.width, context.height = encoding.longest, encoding.shortest
    context.pix_fmt = "yuv420p"
    context.time_base = Fraction(1, 30)
    context.options = {"preset": encoding.preset, "crf": str(encoding.quality)}
    context.thread_count = 1  # all the work on this thread, where it can be timed apart from everything else
    noisy = _noisy(encoding.longest, encoding.shortest)
    turn = len(noisy) - 1  # forwards, then backwards: no jump
    begin = time.thread_time()
    for number in range(pictures):
        frame = av.VideoFrame.from_ndarray(noisy[abs(number % (2 * turn) - turn)], format="yuv420p")
        frame.pts, frame.time_base = number, Fraction(1, 30)
        context.encode(frame)
    context.encode(None)
    return (time.thread_time() - begin) / pictures


def _noisy(width: int, height: int, count: int = 12) -> list[NDArray[np.uint8]]:
    """A slowly moving slope with the noise of a webcam, which is not independent from pixel to pixel, as I420."""
    chance = np.random.default_rng(1)
    across = np.linspace(60, 180, width, dtype=np.float32)
    down = np.linspace(-20, 20, height, dtype=np.float32)[:, None]
    made = []
    for number in range(count):
        grain = cv2.GaussianBlur(chance.normal(0, 5, (height, width)).astype(np.float32), (3, 3), 0.7)
        luma = np.roll(across, number) + down + grain
        tint = cv2.GaussianBlur(chance.normal(0, 1.5, (height // 2, width)).astype(np.float32), (3, 3), 0.7)
        made.append(np.concatenate([luma, 128 + tint]).clip(16, 235).astype(np.uint8))
    return made
