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
_NUMBER_AND_UNIT = re.compile(r"(?<=\d) (?=\S)|(?<=[×+]) (?=\d)|(?<=\d) (?=[×+])")


def wrapped(text: str, font: QFont, width: float) -> tuple[QTextLayout, float]:
    """The text laid out in a width, characters in their places, and its height in pixels."""
    kept = _NUMBER_AND_UNIT.sub("\N{NO-BREAK SPACE}", text)
    layout, height = _laid(kept, font, width)
    lines = layout.lineCount()
    share = 1.0
    while 1 < lines == layout.lineCount() and _last(layout) < ALONE * width and share > NARROWEST:
        share -= STEP
        tried, tried_height = _laid(kept, font, width * share)
        if tried.lineCount() > lines:
            break
        layout, height = tried, tried_height
    return layout, height


def _last(layout: QTextLayout) -> float:
    return layout.lineAt(layout.lineCount() - 1).naturalTextWidth()


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
