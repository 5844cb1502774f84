"""Where pages break: not under a heading, and not through a table where little is lost by that."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument, QTextFormat, QTextFrame

BLANK = 0.3
"""No more than this share of a page is left blank to keep a table whole that fits on one."""
UNDER = 70.0
"""How much must find room under a heading, in pixels."""
NEARLY = 4.0
"""How near to the foot of a page, in pixels, what is reckoned may be off by a line that did not fit."""
ALWAYS_BEFORE = QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore
Part = QTextBlock | QTextFrame


@dataclass(frozen=True, slots=True)
class Group:
    """What stays together: headings and what follows them, or a table."""

    first: Part
    last: Part


def keep_whole(document: QTextDocument, page: QSizeF, is_cancelled: Callable[[], bool] = lambda: False) -> None:
    """Push down to the next page what would be torn; the document has pages of this size then.

    Raise InterruptedError. Where things come to stand is reckoned on one endless page first, because every push lays
    out all that follows; what is torn all the same is pushed one by one.
    """
    document.setPageSize(QSizeF(page.width(), -1))
    groups = list(_groups(document))
    pushed = list(_torn(document, groups, page.height()))
    edit = QTextCursor(document)
    edit.beginEditBlock()
    for each in pushed:
        _push(each.first)
    edit.endEditBlock()
    document.setPageSize(page)
    for each in groups:
        if is_cancelled():
            raise InterruptedError
        top, bottom = _edges(document, each, page.height())
        if int(top // page.height()) != int((bottom - 1) // page.height()):
            _push(each.first)


def _torn(document: QTextDocument, groups: list[Group], high: float) -> Iterator[Group]:
    """The groups that would be torn, were nothing but they pushed down."""
    down = 0.0
    for each in groups:
        top, bottom = _edges(document, each, high, down)
        foot = (top // high + 1) * high
        if bottom > foot - NEARLY:
            down += foot - top
            yield each


def _groups(document: QTextDocument) -> Iterator[Group]:
    headings: list[QTextBlock] = []
    for part in _parts(document):
        if isinstance(part, QTextBlock) and part.blockFormat().headingLevel():
            headings.append(part)
            continue
        if isinstance(part, QTextFrame) or headings:
            yield Group(headings[0] if headings else part, part)
        headings = []


def _parts(document: QTextDocument) -> Iterator[Part]:
    """Paragraphs and tables, in order."""
    at = document.rootFrame().begin()
    while not at.atEnd():
        block = at.currentBlock()
        yield block if block.isValid() else at.currentFrame()
        at += 1


def _edges(document: QTextDocument, group: Group, high: float, down: float = 0.0) -> tuple[float, float]:
    """From where to where a group must stand on one page; it stands ``down`` lower than the document knows."""
    first, last = (_room(document, part).translated(0, down) for part in (group.first, group.last))
    left = high - first.top() % high
    if last.bottom() - first.top() > high or left > BLANK * high:
        return first.top(), last.top() + UNDER
    return first.top(), last.bottom()


def _room(document: QTextDocument, part: Part) -> QRectF:
    layout = document.documentLayout()
    return layout.blockBoundingRect(part) if isinstance(part, QTextBlock) else layout.frameBoundingRect(part)


def _push(part: Part) -> None:
    if isinstance(part, QTextBlock):
        pushed = QTextBlockFormat()
        pushed.setPageBreakPolicy(ALWAYS_BEFORE)
        QTextCursor(part).mergeBlockFormat(pushed)
    else:
        framed = part.frameFormat()
        framed.setPageBreakPolicy(ALWAYS_BEFORE)
        part.setFrameFormat(framed)
