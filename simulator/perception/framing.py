"""What would make the picture better, before going live."""

from __future__ import annotations

from enum import StrEnum

from simulator.perception.picture import Glance

DIM, GLARING = 60.0, 200.0
"""Mean brightness, 0..255, beyond which the light should be mended: a little inside the limits of rubric E4 (ours)."""
WASHED_OUT = 0.3
BACKLIT, BRIGHT_BESIDE = 0.6, 90.0
"""A face of less than this share of the brightness beside it, where it is bright there (ours)."""
FAR, NEAR = 0.14, 0.62
"""The face's height as a share of the picture's: too small for viewers on a phone; goods find no room (ours)."""
SEEN_WIDTH = 9 / 16
"""Viewers see the middle of the picture, nine wide by sixteen high."""
EDGE = 0.04
"""A face that comes this near to the edge of what viewers see is nearly cut off (ours)."""


class Hint(StrEnum):
    """One thing to mend, the most pressing first."""

    NO_FACE = "no_face"
    DARK = "dark"
    GLARING = "glaring"
    BACKLIT = "backlit"
    FAR = "far"
    NEAR = "near"
    OFF_CENTRE = "off_centre"
    GOOD = "good"


def hint(seen: Glance) -> Hint:
    """What to mend first; ``GOOD`` where nothing is."""
    if seen.luma < DIM or seen.too_dark > WASHED_OUT:
        return Hint.DARK
    if seen.luma > GLARING or seen.too_bright > WASHED_OUT:
        return Hint.GLARING
    if not seen.looked_for:
        return Hint.GOOD
    if seen.place is None:
        return Hint.NO_FACE
    if (
        seen.face_luma is not None
        and seen.beside_luma is not None
        and seen.beside_luma >= BRIGHT_BESIDE
        and seen.face_luma < BACKLIT * seen.beside_luma
    ):
        return Hint.BACKLIT
    left, top, wide, high = seen.place
    if high < FAR:
        return Hint.FAR
    if high > NEAR:
        return Hint.NEAR
    rows, columns = seen.grey.shape
    margin = max(0.0, (1 - SEEN_WIDTH * rows / columns) / 2)
    cut = left < margin + EDGE or left + wide > 1 - margin - EDGE or top < 0 or top + high > 1 - EDGE
    return Hint.OFF_CENTRE if cut else Hint.GOOD
