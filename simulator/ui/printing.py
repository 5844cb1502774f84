"""A report on paper."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QFont, QGuiApplication, QPageLayout, QPageSize, QPdfWriter, QTextDocument

MARGIN_MM = 14.0
RESOLUTION_DPI = 96
"""The resolution the report's sizes are written for."""
FONTS = ("Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", "sans-serif")


def write_pdf(html: str, path: Path) -> None:
    """Print a report to an A4 PDF whose text can be searched; raise OSError when it cannot be written."""
    application = QGuiApplication.instance() or QGuiApplication([sys.argv[0], "-platform", "offscreen"])
    path.write_bytes(b"")  # Qt does not say why it cannot write; this does
    writer = QPdfWriter(str(path))
    writer.setCreator("Bolian")
    writer.setResolution(RESOLUTION_DPI)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM),
            QPageLayout.Unit.Millimeter,
        )
    )
    document = QTextDocument()
    font = QFont()
    font.setFamilies(list(FONTS))
    font.setPointSizeF(9.5)
    document.setDefaultFont(font)
    # The report's own links and pictures are none: nothing may be loaded from a file a trainee named.
    document.setMetaInformation(QTextDocument.MetaInformation.DocumentUrl, "")
    document.setHtml(html)
    document.setPageSize(QSizeF(writer.width(), writer.height()))
    document.print_(writer)
    del document
    assert application is not None
