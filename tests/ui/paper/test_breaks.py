"""Where the pages of a report break."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QFont, QTextDocument, QTextTable

from simulator.ui.paper.breaks import keep_whole

PAGE = QSizeF(600, 1000)
LINE = 20


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("before", "rows", "page"),
    [(30, 25, 0), (40, 25, 1), (10, 60, 0), (40, 55, 0)],
    ids=["much would stay blank", "little stays blank", "longer than a page", "longer than a page, further down"],
)
def test_a_table_is_kept_whole_where_little_of_a_page_is_lost_by_it(before: int, rows: int, page: int) -> None:
    line = f'style="margin: 0; line-height: {LINE}px"'
    document = QTextDocument()
    font = QFont()
    font.setPixelSize(12)  # whatever font the tests before left: lines are higher than its letters
    document.setDefaultFont(font)
    document.setDocumentMargin(0)
    document.setHtml(
        f"<p {line}>x</p>" * before
        + '<table cellspacing="0" cellpadding="0">'
        + f"<tr><td><p {line}>x</p></td></tr>" * rows
        + "</table>"
    )
    keep_whole(document, PAGE)
    table = next(each for each in document.rootFrame().childFrames() if isinstance(each, QTextTable))
    top = document.documentLayout().frameBoundingRect(table).top()
    assert int(top // PAGE.height()) == page
    assert document.pageCount() == 2
