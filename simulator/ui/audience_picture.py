"""What to expect of a host as a picture: four figures over time, the middle line with the bands luck makes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF

from simulator.audience.gathered import Bands, Gathered
from simulator.domain.units import Text
from simulator.ports import StoreError
from simulator.ui.offscreen import painting
from simulator.ui.plain import shown
from simulator.ui.theme import LIGHT, Theme, Tone

WIDTH, HEIGHT = 1280, 720
MARGIN, GAP, HEAD = 28.0, 20.0, 64.0
TITLE = 0.45
"""The title's share of the width."""
LINES_AT = 4
"""Steps of a scale, at about."""

translate = QCoreApplication.translate


def draw(found: Gathered, path: Path, screen: str, room: Text, host: str) -> None:
    """Write the picture of a host in a room; raise StoreError where that cannot be done."""
    _application, language = painting(screen)
    image = picture(found, room[language.of_texts], host)
    part = path.with_name(path.name + ".part")
    try:
        part.write_bytes(_png(image))
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise StoreError("file_unwritable", file=str(path), reason=error.strerror or "") from error


def picture(found: Gathered, room: str, host: str) -> QImage:
    """The picture, in the language of the screen."""
    theme = Theme(LIGHT)
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(theme.colour(theme.tokens.background))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _head(painter, theme, f"{_host(host)} · {shown(room, 60)}", len(found))
    names = {
        "online": (translate("audience picture", "Viewers online"), Tone.INFO),
        "comments": (translate("audience picture", "Comments a minute"), Tone.MUTED),
        "clicks": (translate("audience picture", "Card clicks a minute"), Tone.GOOD),
        "orders": (translate("audience picture", "Orders a minute"), Tone.WARN),
    }
    bands = {curve: found.bands(curve) for curve in names}
    painter.setFont(theme.font(12))
    widest = max(painter.fontMetrics().horizontalAdvance(_number(_scale(each)[1])) for each in bands.values())
    width, height = (WIDTH - 2 * MARGIN - GAP) / 2, (HEIGHT - HEAD - MARGIN - GAP) / 2
    for number, (curve, (name, tone)) in enumerate(names.items()):
        left = MARGIN + (number % 2) * (width + GAP)
        top = HEAD + (number // 2) * (height + GAP)
        place = QRectF(left, top, width, height)
        _panel(painter, theme, place, widest, name, theme.colour(tone), bands[curve])
    painter.end()
    return image


def _png(image: QImage) -> bytes:
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(kept, "PNG")  # type: ignore[call-overload]
    return bytes(kept.data().data())


def _host(name: str) -> str:
    """What a baseline host is called; a session keeps its own name."""
    known = {
        "silent": translate("audience picture", "Silent host"),
        "novice": translate("audience picture", "Novice"),
        "fair": translate("audience picture", "Fair host"),
        "expert": translate("audience picture", "Expert"),
    }
    return known.get(name, shown(name, 40))


def _head(painter: QPainter, theme: Theme, title: str, many: int) -> None:
    painter.setPen(theme.colour(theme.tokens.text))
    painter.setFont(theme.font(20, bold=True))
    title = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, round(WIDTH * TITLE))
    painter.drawText(QRectF(MARGIN, 10, WIDTH * TITLE, 44), Qt.AlignmentFlag.AlignVCenter, title)
    words = translate(
        "audience picture",
        "{many} simulated audiences: line the median, dark band half of them, light band 90 %",
    )
    painter.setPen(theme.colour(theme.tokens.muted))
    painter.setFont(theme.font(13))
    room = QRectF(MARGIN + WIDTH * TITLE, 10, WIDTH * (1 - TITLE) - 2 * MARGIN, 44)
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words.format(many=f"{many:,}"))


def _panel(painter: QPainter, theme: Theme, room: QRectF, widest: int, name: str, colour: QColor, bands: Bands) -> None:
    tokens = theme.tokens
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(tokens.panel))
    painter.drawRoundedRect(room, 10, 10)
    painter.setPen(theme.colour(tokens.text))
    painter.setFont(theme.font(14, bold=True))
    painter.drawText(room.adjusted(16, 8, -16, 0), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, name)
    painter.setFont(theme.font(12))
    end = bands.end
    step, top = _scale(bands)
    field = room.adjusted(max(40, widest + 24), 40, -30, -32)
    for turn in range(round(top / step) + 1):
        y = field.bottom() - turn * step / top * field.height()
        painter.setPen(QPen(theme.colour(tokens.line), 1))
        painter.drawLine(QPointF(field.left(), y), QPointF(field.right(), y))
        painter.setPen(theme.colour(tokens.muted))
        label = QRectF(room.left(), y - 9, field.left() - room.left() - 8, 18)
        painter.drawText(label, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, _number(turn * step))
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


def _scale(bands: Bands) -> tuple[float, float]:
    """A step of the scale, and its upper end."""
    most = float(bands.lines.max())
    step = _nice(most / LINES_AT)
    return step, max(step * -(-most // step), step)


def _number(value: float) -> str:
    return f"{value:,.10g}"


def _nice(step: float) -> float:
    """The next of 1, 2, 5 times a power of ten."""
    if step <= 0:
        return 1.0
    power = 10.0 ** len(f"{int(step)}") / 10 if step >= 1 else 0.1
    return next((factor * power for factor in (1, 2, 5, 10) if factor * power >= step), 10 * power)
