"""Plain text laid out over lines, some of its letters coloured or underlined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextLayout, QTextOption


def units(text: str) -> int:
    """The length of a text as Qt counts it: in UTF-16, where an emoji is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@dataclass(frozen=True, slots=True)
class Stress:
    """Letters of a text from ``start`` up to ``end``, and how they stand out."""

    start: int
    end: int
    ink: QColor
    underline: bool = False
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Laid:
    """A text with its lines broken."""

    layout: QTextLayout
    height: float
    widest: float


def laid_out(
    text: str,
    font: QFont,
    ink: QColor,
    width: float,
    stresses: Sequence[Stress] = (),
    *,
    centred: bool = False,
) -> Laid:
    """Break ``text`` into lines of ``width``; draw ``layout`` at the top left corner."""
    layout = QTextLayout(text, font)
    option = QTextOption(Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LeftToRight)
    layout.setTextOption(option)
    layout.setFormats(
        [
            _range(0, units(text), ink, underline=False, bold=font.bold()),
            *(
                _range(
                    units(text[: each.start]),
                    units(text[each.start : each.end]),
                    each.ink,
                    underline=each.underline,
                    bold=each.bold or font.bold(),
                )
                for each in stresses
                if each.end > each.start
            ),
        ]
    )
    layout.beginLayout()
    height = widest = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
        widest = max(widest, line.naturalTextWidth())
    layout.endLayout()
    return Laid(layout, height, widest)


def _range(start: int, length: int, ink: QColor, *, underline: bool, bold: bool) -> QTextLayout.FormatRange:
    style = QTextCharFormat()
    style.setForeground(ink)
    style.setFontUnderline(underline)
    if bold:
        style.setFontWeight(QFont.Weight.Bold)
    made = QTextLayout.FormatRange()
    made.start = start
    made.length = length
    made.format = style
    return made
