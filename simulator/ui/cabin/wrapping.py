"""Lines to be read while speaking, wrapped so that no word or number stands alone."""

from __future__ import annotations

import re

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QTextLayout, QTextOption

ALONE = 0.3
"""A last line shorter than this share of the room looks lost: the lines above give it some of theirs."""
NARROWEST = 0.6
"""How narrow the lines may become for it, as a share of the room."""
STEP = 0.06
_GOOD_ENDS = frozenset("，。；：、！？） ")
_NUMBER_AND_UNIT = re.compile(r"(?<=\d) (?=\S)|(?<=[×+]) (?=\d)|(?<=\d) (?=[×+])")


def wrapped(text: str, font: QFont, width: float) -> tuple[QTextLayout, float]:
    """The text laid out in a width, characters in their places, and its height in pixels.

    Of all layouts with as few lines as possible it is one that breaks behind marks and leaves nothing alone.
    """
    kept = _NUMBER_AND_UNIT.sub("\N{NO-BREAK SPACE}", text)
    best = _laid(kept, font, width)
    lines = best[0].lineCount()
    share = 1.0 - STEP
    while lines > 1 and share >= NARROWEST:
        tried = _laid(kept, font, width * share)
        if tried[0].lineCount() > lines:
            break
        if _grace(tried[0], width) > _grace(best[0], width):
            best = tried
        share -= STEP
    return best


def _grace(layout: QTextLayout, width: float) -> int:
    """How well lines end: behind a mark (a space does for words), and the last one not alone."""
    text = layout.text()
    last = layout.lineCount() - 1
    ends = (layout.lineAt(number).textStart() + layout.lineAt(number).textLength() for number in range(last))
    return sum(text[end - 1] in _GOOD_ENDS for end in ends) + (layout.lineAt(last).naturalTextWidth() >= ALONE * width)


def _laid(text: str, font: QFont, width: float) -> tuple[QTextLayout, float]:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    height = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(40.0, width))
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout, height
