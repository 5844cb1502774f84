"""A report printed to PDF: its text can be chosen and searched, its drawings are lines and letters."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import unescape

from PySide6.QtCore import QBuffer, QByteArray, QMarginsF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QGuiApplication,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QPen,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
    QTextOption,
)
from PySide6.QtSvg import QSvgRenderer

from simulator.reports.drawing import FAMILY, PAPER
from simulator.reports.pages import Report
from simulator.ui.offscreen import arguments
from simulator.ui.paper.breaks import keep_whole
from simulator.ui.paper.fonts import paper_families, paper_font
from simulator.ui.paper.letters import put_right, twins

MARGIN_MM = (14.0, 9.0, 14.0, 8.0)
"""Left, top, right, bottom."""
RESOLUTION_DPI = 96
"""The resolution the report's sizes are written for."""
HEAD, FOOT = 30.0, 24.0
"""What the lines at the head and foot of a page take, in pixels of that resolution."""
SMALL_POINTS = 7.5


class Pictures(QPyTextObject):
    """Draws the pictures of a report where its text names them; nothing is loaded from anywhere."""

    def __init__(
        self, drawings: Mapping[str, str], photographs: Mapping[str, bytes], families: tuple[str, ...]
    ) -> None:
        super().__init__()
        named = ", ".join(families)
        self._drawings = {name: svg.replace(FAMILY, named) for name, svg in drawings.items()}
        self._photographs = photographs

    def intrinsicSize(self, _document: QTextDocument, _position: int, format: QTextFormat) -> QSizeF:
        picture = format.toImageFormat()
        return QSizeF(picture.width(), picture.height())

    def drawObject(
        self,
        painter: QPainter,
        room: QRectF | QRect,
        _document: QTextDocument,
        _position: int,
        format: QTextFormat,
    ) -> None:
        name = format.toImageFormat().name()
        room = QRectF(room)
        painter.save()
        if name in self._drawings:
            QSvgRenderer(QByteArray(self._drawings[name].encode("utf-8"))).render(painter, room)
        elif name in self._photographs:
            image = QImage.fromData(self._photographs[name])
            size = image.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRectF(0, 0, size.width(), size.height())
            place.moveCenter(room.center())
            painter.drawImage(place, image)
        painter.restore()


class Paper:
    """A report laid out on A4 pages; belongs to the thread it was made on, any where there is an application."""

    def __init__(self, report: Report, is_cancelled: Callable[[], bool] = lambda: False) -> None:
        """Raise ContentError where no font has Chinese letters, InterruptedError once ``is_cancelled``."""
        self._application = QGuiApplication.instance() or QGuiApplication(arguments())
        self._report = report
        self._is_cancelled = is_cancelled
        self._families = paper_families()
        # Into memory: of a full disk Qt says nothing, and leaves half a file.
        self._made = QBuffer()
        self._made.open(QBuffer.OpenModeFlag.WriteOnly)
        self._writer = _writer(self._made, report)
        self._size = QSizeF(self._writer.width(), self._writer.height())
        self._body = QSizeF(self._size.width(), self._size.height() - HEAD - FOOT)
        self._pictures = Pictures(report.drawings, report.photographs, self._families)
        self._documents: list[QTextDocument] = []
        for part in report.parts:  # one after the other: while one is laid out, nothing else runs
            document = _document(part, self._pictures, self._families)
            keep_whole(document, self._body, is_cancelled)
            self._documents.append(document)

    @property
    def first_part(self) -> int:
        """How many pages the first part of the report takes."""
        return self._documents[0].pageCount()

    def printed(self) -> bytes:
        """The pages as a PDF. Raise InterruptedError once cancelled."""
        report, families = self._report, self._families
        painter = QPainter(self._writer)
        try:
            places = [(each, number) for each in self._documents for number in range(each.pageCount())]
            for page, (document, number) in enumerate(places, 1):
                if self._is_cancelled():
                    raise InterruptedError
                if page > 1:
                    self._writer.newPage()
                _paint_body(painter, document, self._body, number)
                _paint_edges(painter, report, self._size, families, page, len(places))
        finally:
            painter.end()
        self._made.close()
        wrong = twins(_written(report), (paper_font(families), paper_font(families, bold=True)))
        return put_right(bytes(self._made.data().data()), wrong)


def printed(report: Report, is_cancelled: Callable[[], bool] = lambda: False) -> bytes:
    """A report as a PDF of A4 pages. Raise as ``Paper`` does."""
    return Paper(report, is_cancelled).printed()


def _writer(made: QBuffer, report: Report) -> QPdfWriter:
    writer = QPdfWriter(made)
    writer.setTitle(report.title)
    writer.setCreator("Bolian")
    writer.setResolution(RESOLUTION_DPI)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(*MARGIN_MM),
            QPageLayout.Unit.Millimeter,
        )
    )
    return writer


def _document(html: str, pictures: Pictures, families: tuple[str, ...]) -> QTextDocument:
    document = QTextDocument()
    option = QTextOption()
    option.setUseDesignMetrics(True)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    document.setDefaultFont(paper_font(families))
    document.setDocumentMargin(0)
    document.documentLayout().registerHandler(QTextFormat.ObjectTypes.ImageObject.value, pictures)
    document.setHtml(html)
    return document


def _paint_body(painter: QPainter, document: QTextDocument, body: QSizeF, number: int) -> None:
    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette.setColor(QPalette.ColorRole.Text, QColor(PAPER.text))
    context.clip = QRectF(0, number * body.height(), body.width(), body.height())
    painter.save()
    painter.translate(0, HEAD - number * body.height())
    painter.setClipRect(context.clip)
    document.documentLayout().draw(painter, context)
    painter.restore()


def _paint_edges(
    painter: QPainter, report: Report, size: QSizeF, families: tuple[str, ...], page: int, pages: int
) -> None:
    """The lines at the head and foot: which session, whether it is signed, which page."""
    painter.save()
    painter.setFont(paper_font(families, SMALL_POINTS))
    painter.setPen(QColor(PAPER.muted))
    metrics = painter.fontMetrics()
    head = QRectF(0, 0, size.width(), HEAD - 12)
    foot = QRectF(0, size.height() - FOOT + 8, size.width(), FOOT - 8)
    standing = metrics.elidedText(report.standing, Qt.TextElideMode.ElideRight, int(size.width() * 0.6))
    rest = size.width() - metrics.horizontalAdvance(standing) - 24
    session = metrics.elidedText(report.session, Qt.TextElideMode.ElideRight, int(rest))
    left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.drawText(head, left | middle, session)
    painter.drawText(head, right | middle, standing)
    title = metrics.elidedText(report.title, Qt.TextElideMode.ElideRight, int(size.width() * 0.7))
    painter.drawText(foot, left | middle, title)
    painter.drawText(foot, right | middle, report.page.format(page=page, pages=pages))
    painter.setPen(QPen(QColor(PAPER.line), 0.7))
    painter.drawLine(0, int(HEAD) - 11, int(size.width()), int(HEAD) - 11)
    painter.restore()


def _written(report: Report) -> list[str]:
    """Every letter that may stand on a page."""
    return [
        unescape(re.sub(r"<[^>]*>", " ", report.html)),
        *(unescape(svg) for svg in report.drawings.values()),
        report.session,
        report.standing,
        report.title,
        report.page,
        "0123456789…",
    ]
