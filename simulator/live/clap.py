"""A clap before the camera: how much later than the sound a pair of devices delivers the picture.

A camera hands over a picture 30 to 100 ms after it was taken and does not say how long; a wireless microphone may be
later still. So the host claps once and chooses the picture in which the hands meet; the difference holds for that pair.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from simulator.domain.units import Seconds
from simulator.media_port import SoundBlock, VideoFrame
from simulator.perception.clap import clap_heard
from simulator.ports import Store

LISTENS: Seconds = 4.0
"""How long a clap is waited for."""
SHOWN: tuple[Seconds, Seconds] = (-0.2, 0.4)
"""Pictures from here to there around the sound are offered to choose from."""
MOST: Seconds = 0.3
"""No camera or microphone is further off than this; more is another clap's picture."""
SMALL = 200
"""Height of the pictures that are kept, in pixels at most."""
DELAYS = "devices.picture_delay"
"""The setting: how much later the picture comes, by camera and microphone, in seconds."""


@dataclass(frozen=True, slots=True)
class Clap:
    """What surrounded the sound of a clap."""

    heard_at: Seconds
    """On the clock."""
    pictures: tuple[VideoFrame, ...]
    """Small, in order of time; from ``SHOWN`` before to after."""


class ClapWatch:
    """Waits for one clap; pictures and sound come on their own threads."""

    def __init__(self) -> None:
        self._pictures: list[VideoFrame] = []
        self._blocks: list[SoundBlock] = []

    def picture(self, frame: VideoFrame) -> None:
        """Take a picture whose ``at`` is clock time; a small copy is kept."""
        every = max(1, -(-frame.pixels.shape[0] // SMALL))
        self._pictures.append(VideoFrame(frame.at, frame.pixels[::every, ::every].copy()))

    def sound(self, block: SoundBlock) -> None:
        """Take sound whose ``at`` is clock time."""
        self._blocks.append(block)

    @property
    def listened(self) -> Seconds:
        """How much sound was taken."""
        return sum(len(block.samples) / block.rate_hz for block in tuple(self._blocks))

    def found(self) -> Clap | None:
        """The clap, once its pictures are there too; None before, and where nothing stands out."""
        blocks, pictures = tuple(self._blocks), tuple(self._pictures)
        if not blocks:
            return None
        rate = blocks[0].rate_hz
        starts = np.cumsum([0, *(len(block.samples) for block in blocks[:-1])]) / rate
        heard = clap_heard(np.concatenate([block.samples for block in blocks]), rate)
        if heard is None:
            return None
        # Stamps wobble by up to 25 ms from block to block; their median does not.
        at = heard + float(np.median([block.at - start for block, start in zip(blocks, starts, strict=True)]))
        if not pictures or pictures[-1].at < at + SHOWN[1]:
            return None
        return Clap(at, tuple(each for each in pictures if SHOWN[0] <= each.at - at <= SHOWN[1]))


def picture_delay(store: Store, camera: str | None, microphone: str | None) -> Seconds:
    """How much later than the sound this pair delivers its picture; 0 where nobody tried."""
    if camera is None or microphone is None:
        return 0.0
    return _known(store.setting(DELAYS)).get(_pair(camera, microphone), 0.0)


def keep_picture_delay(store: Store, camera: str, microphone: str, delay: Seconds) -> None:
    """Remember it for this pair. Raise StoreError."""
    known = _known(store.setting(DELAYS))
    known[_pair(camera, microphone)] = min(MOST, max(-MOST, delay))
    store.keep_setting(DELAYS, known)


def _pair(camera: str, microphone: str) -> str:
    return f"{camera} | {microphone}"


def _known(kept: Any) -> dict[str, Seconds]:
    """What the setting holds, without what cannot be a delay."""
    if not isinstance(kept, dict):
        return {}
    return {
        str(pair): float(delay)
        for pair, delay in kept.items()
        if isinstance(delay, int | float) and math.isfinite(delay) and abs(delay) <= MOST
    }
