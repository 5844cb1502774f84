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
from simulator.media_port import EncodingChoice, EncodingReason, EncodingTried

BUDGET: Seconds = 0.012
"""Of processor time a picture, ours: 0.36 of a core at 30 pictures a second. All that runs on air may take 0.75 of a
core of a weak PC, and the rest of it (picture, chat, audience, face, sound) needs about as much as is left."""
CHOICES = (
    Encoding(preset="veryfast"),
    Encoding(preset="superfast"),
    Encoding(preset="ultrafast"),
    Encoding(preset="ultrafast", longest=960, shortest=540),
)
"""Best first. Smaller files before less work: ultrafast needs four times the disk."""


def choose_encoding(pictures: int = 60, budget: Seconds = BUDGET) -> EncodingChoice:
    """The best of ``CHOICES`` that this machine encodes within ``budget``; takes seconds: call it aside."""
    tried: list[EncodingTried] = []
    for choice in CHOICES:
        cost = seconds_a_picture(choice, pictures)
        tried.append(EncodingTried(choice.preset, choice.longest, choice.shortest, cost))
        if cost <= budget:
            return EncodingChoice(tuple(tried), tried[-1], EncodingReason.WITHIN, budget)
    return EncodingChoice(tuple(tried), min(tried, key=lambda each: each.cost), EncodingReason.LEAST, budget)


def encoding_of(choice: EncodingChoice) -> Encoding:
    """The encoder's settings for what was chosen."""
    chosen = choice.chosen
    return Encoding(preset=chosen.preset, longest=chosen.width, shortest=chosen.height)


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
