"""Where pages break: not under a heading, and not through a table that fits on one."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument, QTextFormat, QTextFrame

SMALL = 0.6
"""A table up to this share of a page is not torn: to push a longer one down would leave the page half empty."""
UNDER = 70.0
"""How much must find room under a heading, in pixels."""
ALWAYS_BEFORE = QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore


def keep_whole(document: QTextDocument, high: float, is_cancelled: Callable[[], bool] = lambda: False) -> None:
    """Push down to the next page what would be torn; ``high`` is the height of a page. Raise InterruptedError."""
    headings: list[QTextBlock] = []
    for part in list(_parts(document)):
        if is_cancelled():
            raise InterruptedError
        if isinstance(part, QTextBlock) and part.blockFormat().headingLevel():
            headings.append(part)
            continue
        if isinstance(part, QTextBlock) and not headings:
            continue
        first = headings[0] if headings else part
        place = _room(document, part)
        top, bottom = _room(document, first).top(), place.bottom()
        if bottom - top > SMALL * high:
            bottom = place.top() + UNDER
        if int(top // high) != int((bottom - 1) // high):
            _push(first)
        headings = []


def _parts(document: QTextDocument) -> Iterator[QTextBlock | QTextFrame]:
    """Paragraphs and tables, in order."""
    at = document.rootFrame().begin()
    while not at.atEnd():
        block = at.currentBlock()
        yield block if block.isValid() else at.currentFrame()
        at += 1


def _room(document: QTextDocument, part: QTextBlock | QTextFrame) -> QRectF:
    layout = document.documentLayout()
    return layout.blockBoundingRect(part) if isinstance(part, QTextBlock) else layout.frameBoundingRect(part)


def _push(part: QTextBlock | QTextFrame) -> None:
    if isinstance(part, QTextBlock):
        pushed = QTextBlockFormat()
        pushed.setPageBreakPolicy(ALWAYS_BEFORE)
        QTextCursor(part).mergeBlockFormat(pushed)
    else:
        framed = part.frameFormat()
        framed.setPageBreakPolicy(ALWAYS_BEFORE)
        part.setFrameFormat(framed)
