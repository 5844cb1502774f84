"""The font a report is printed in: one that has Chinese letters, whatever the system."""

from __future__ import annotations

import sys

from PySide6.QtGui import QFont, QFontDatabase

from simulator.ports import ContentError
from simulator.ui.theme import FONTS, FONTS_ELSEWHERE

POINTS = 9.5


def paper_families(platform: str = sys.platform) -> tuple[str, ...]:
    """The families to print in, the best first, as far as they are installed.

    The program's own for this system, then any that has simplified Chinese. Raise ContentError where none has: its
    letters would be boxes.
    """
    own = [*FONTS.get(platform, ()), *FONTS_ELSEWHERE]
    chinese = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    found = [family for family in own if family in chinese] or [family for family in chinese if family[:1] != "."][:1]
    if not found:
        raise ContentError("no_chinese_font")
    return tuple(found)


def paper_font(families: tuple[str, ...], points: float = POINTS, *, bold: bool = False) -> QFont:
    """Letters as they were drawn by their designer: a printer needs no fitting to a screen's pixels.

    No forms of one language only ("locl"): Noto has other figures for them, whose numbers a PDF does not know.
    """
    font = QFont()
    font.setFamilies(list(families))
    font.setPointSizeF(points)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(QFont.Tag("locl"), 0)
    font.setBold(bold)
    return font
