"""What to expect of a host as a picture: four figures over time, the middle line with the bands luck makes."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPainterPath, QPen, QPolygonF

from simulator.audience.gathered import Bands, Gathered
from simulator.ports import ContentError
from simulator.ui.theme import LIGHT, Theme, Tone
from simulator.ui.translations import Translations, screen_language

WIDTH, HEIGHT = 1280, 720
MARGIN, GAP, HEAD = 28.0, 20.0, 64.0
LINES_AT = 4
"""Steps of a scale, at about."""

translate = QCoreApplication.translate


def draw(found: Gathered, path: Path, screen: str, host: str, many: int) -> None:
    """Write the picture; raise ContentError where that cannot be done."""
    application = QGuiApplication.instance() or QGuiApplication([sys.argv[0], "-platform", "offscreen"])
    import platformdirs

    cache = Path(platformdirs.user_cache_dir("bolian", appauthor=False))
    Translations(application, cache / "translations").use(screen_language(screen))
    theme = Theme(LIGHT)
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(theme.colour(theme.tokens.background))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _head(painter, theme, host, many)
    names = {
        "online": (translate("audience picture", "Viewers online"), Tone.INFO),
        "comments": (translate("audience picture", "Comments a minute"), Tone.WARN),
        "clicks": (translate("audience picture", "Card clicks a minute"), Tone.GOOD),
        "orders": (translate("audience picture", "Orders a minute"), Tone.BAD),
    }
    width, height = (WIDTH - 2 * MARGIN - GAP) / 2, (HEIGHT - HEAD - MARGIN - GAP) / 2
    for number, (curve, (name, tone)) in enumerate(names.items()):
        left = MARGIN + (number % 2) * (width + GAP)
        top = HEAD + (number // 2) * (height + GAP)
        _panel(painter, theme, QRectF(left, top, width, height), name, theme.colour(tone), found.bands(curve))
    painter.end()
    if not image.save(str(path)):
        raise ContentError("picture_not_written", file=str(path))


def _head(painter: QPainter, theme: Theme, host: str, many: int) -> None:
    known = {
        "silent": translate("audience picture", "silent host"),
        "novice": translate("audience picture", "novice"),
        "expert": translate("audience picture", "expert"),
    }
    painter.setPen(theme.colour(theme.tokens.text))
    painter.setFont(theme.font(20, bold=True))
    painter.drawText(QRectF(MARGIN, 10, WIDTH / 2, 44), Qt.AlignmentFlag.AlignVCenter, known.get(host, host))
    words = translate(
        "audience picture",
        "{many} simulated audiences: middle line the median, dark band half of them, light band 90 %",
    )
    painter.setPen(theme.colour(theme.tokens.muted))
    painter.setFont(theme.font(13))
    room = QRectF(MARGIN + WIDTH / 4, 10, WIDTH * 3 / 4 - 2 * MARGIN, 44)
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words.format(many=many))


def _panel(painter: QPainter, theme: Theme, room: QRectF, name: str, colour: QColor, bands: Bands) -> None:
    tokens = theme.tokens
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(tokens.panel))
    painter.drawRoundedRect(room, 10, 10)
    painter.setPen(theme.colour(tokens.text))
    painter.setFont(theme.font(14, bold=True))
    painter.drawText(room.adjusted(16, 8, -16, 0), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, name)
    field = room.adjusted(58, 40, -30, -32)
    end = bands.end
    step = _nice(float(bands.lines.max()) / LINES_AT)
    top = max(step * -(-float(bands.lines.max()) // step), step)
    painter.setFont(theme.font(12))
    for turn in range(round(top / step) + 1):
        y = field.bottom() - turn * step / top * field.height()
        painter.setPen(QPen(theme.colour(tokens.line), 1))
        painter.drawLine(QPointF(field.left(), y), QPointF(field.right(), y))
        painter.setPen(theme.colour(tokens.muted))
        label = QRectF(room.left(), y - 9, field.left() - room.left() - 8, 18)
        painter.drawText(label, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{turn * step:,g}")
    minutes = _nice(end / 60 / 6)
    turn = 0
    while turn * minutes * 60 <= end + 1:
        x = field.left() + turn * minutes * 60 / end * field.width()
        words = translate("audience picture", "{minute} min").format(minute=f"{turn * minutes:g}")
        painter.drawText(QRectF(x - 40, field.bottom() + 6, 80, 18), Qt.AlignmentFlag.AlignHCenter, words)
        turn += 1

    def points(line: int) -> list[QPointF]:
        return [
            QPointF(field.left() + at / end * field.width(), field.bottom() - value / top * field.height())
            for at, value in zip(bands.times.tolist(), bands.lines[line].tolist(), strict=True)
        ]

    for low, high, alpha in ((0, 4, 50), (1, 3, 90)):
        band = QPainterPath()
        band.addPolygon(QPolygonF([*points(low), *reversed(points(high))]))
        shade = QColor(colour)
        shade.setAlpha(alpha)
        painter.fillPath(band, shade)
    painter.setPen(QPen(colour, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(points(2)))


def _nice(step: float) -> float:
    """The next of 1, 2, 5 times a power of ten."""
    if step <= 0:
        return 1.0
    power = 10.0 ** len(f"{int(step)}") / 10 if step >= 1 else 0.1
    return next((factor * power for factor in (1, 2, 5, 10) if factor * power >= step), 10 * power)
