"""Pictures as an encoder wants them: one size, planes of luma and colour."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]

CARD_GREY = 40
CARD_LINE = 110


def size_for(pixels: Pixels, longest: int, shortest: int) -> tuple[int, int]:
    """Width and height to record pictures like this one at: its own shape, no larger than allowed.

    The width is even, as colour at half size asks; the height a multiple of four, as PyAV asks to take a picture
    without copying it.
    """
    height, width = pixels.shape[:2]
    scale = min(1.0, longest / max(width, height), shortest / min(width, height))
    return max(2, int(width * scale) // 2 * 2), max(4, int(height * scale) // 4 * 4)


def planes(pixels: Pixels, size: tuple[int, int]) -> Pixels:
    """I420 of a picture at ``size``; black bars where its shape differs."""
    width, height = size
    if pixels.shape[:2] != (height, width):
        pixels = _boxed(pixels, width, height)
    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_BGR2YUV_I420), dtype=np.uint8)


def no_camera_card(size: tuple[int, int]) -> Pixels:
    """What stands in the recording while there is no picture: a camera, crossed out; no words, so no language."""
    width, height = size
    card = np.full((height, width, 3), CARD_GREY, np.uint8)
    unit = max(2, min(width, height) // 16)
    x, y = width // 2, height // 2
    line = (CARD_LINE, CARD_LINE, CARD_LINE)
    thick = max(1, unit // 4)
    cv2.rectangle(card, (x - 3 * unit, y - 2 * unit), (x + unit, y + 2 * unit), line, thick, cv2.LINE_AA)
    lens = np.array([[x + unit, y - unit // 2], [x + 3 * unit, y - 3 * unit // 2]], np.int32)
    lens = np.concatenate([lens, np.array([[x + 3 * unit, y + 3 * unit // 2], [x + unit, y + unit // 2]], np.int32)])
    cv2.polylines(card, [lens], isClosed=False, color=line, thickness=thick, lineType=cv2.LINE_AA)
    cv2.line(card, (x - 4 * unit, y + 3 * unit), (x + 4 * unit, y - 3 * unit), line, thick, cv2.LINE_AA)
    return card


def _boxed(pixels: Pixels, width: int, height: int) -> Pixels:
    scale = min(width / pixels.shape[1], height / pixels.shape[0])
    inner = (
        min(width, max(1, round(pixels.shape[1] * scale))),
        min(height, max(1, round(pixels.shape[0] * scale))),
    )
    shrunk = cv2.resize(pixels, inner, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
    left, top = (width - inner[0]) // 2, (height - inner[1]) // 2
    box = np.zeros((height, width, 3), np.uint8)
    box[top : top + inner[1], left : left + inner[0]] = shrunk
    return box
