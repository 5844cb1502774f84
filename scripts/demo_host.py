"""The picture of the demo: a drawn host who talks, blinks and shows an orange, in a loop without a seam."""

from __future__ import annotations

import math
from collections.abc import Iterator

import cv2
import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QLinearGradient, QPainter, QPainterPath, QPen, QRadialGradient

WIDTH, HEIGHT = 640, 360
FINER = 2
"""Drawn so many times larger and then made smaller: soft edges, as a lens gives."""
RATE = 30
"""Pictures a second."""
LENGTH = 12
"""Seconds of one loop; every movement has a whole number of cycles in it."""

SKIN, SKIN_SHADE, SKIN_LIGHT = QColor("#eebf9f"), QColor("#c98f6d"), QColor("#fbdcc4")
HAIR, HAIR_LIGHT = QColor("#2b1d18"), QColor("#5a3d30")
SHIRT, APRON = QColor("#e9e4d8"), QColor("#3f6b4f")


def wave(second: float, cycles: int, phase: float = 0.0) -> float:
    """-1 to 1, ``cycles`` times in a loop."""
    return math.sin(2 * math.pi * (cycles * second / LENGTH + phase))


def mouth_opening(second: float) -> float:
    """0 (closed) to 1, as in speech: syllables four to five a second, in phrases."""
    phrase = min(1.0, max(0.0, 0.75 + 1.2 * wave(second, 4, 0.1)))
    syllables = 0.5 + 0.3 * wave(second, 53) + 0.2 * wave(second, 31, 0.3)
    return phrase * min(1.0, max(0.0, syllables))


def eye_opening(second: float) -> float:
    """1, and 0 for a moment at each blink."""
    opening = 1.0
    for blink in (1.6, 4.9, 5.3, 8.8, 11.1):
        opening = min(opening, min(1.0, abs(second - blink) / 0.12))
    return opening


def radial(centre: QPointF, radius: float, inner: QColor, outer: QColor) -> QBrush:
    gradient = QRadialGradient(centre, radius)
    gradient.setColorAt(0.0, inner)
    gradient.setColorAt(1.0, outer)
    return QBrush(gradient)


def oval(x: float, y: float, across: float, down: float) -> QRectF:
    """The rectangle round an oval with this centre and these half axes."""
    return QRectF(x - across, y - down, 2 * across, 2 * down)


def room() -> np.ndarray:
    """The room behind the host: a warm wall, a window with the hill, a shelf of boxes and oranges, out of focus."""
    image, painter = canvas()
    wall = QLinearGradient(0, 0, WIDTH, HEIGHT)
    wall.setColorAt(0, QColor("#efe3cf"))
    wall.setColorAt(1, QColor("#cdb394"))
    painter.fillRect(QRectF(0, 0, WIDTH, HEIGHT), wall)
    painter.fillRect(QRectF(36, 34, 150, 150), QColor("#f9f6ec"))
    sky = QLinearGradient(0, 40, 0, 178)
    sky.setColorAt(0, QColor("#a9d3ee"))
    sky.setColorAt(1, QColor("#e8f3ea"))
    painter.fillRect(QRectF(44, 42, 134, 134), sky)
    painter.setClipRect(QRectF(44, 42, 134, 134))
    for x, y, across, down, colour in ((70, 190, 110, 70, "#7fae6b"), (160, 200, 100, 80, "#5f9458")):
        painter.setBrush(QColor(colour))
        painter.drawEllipse(oval(x, y, across, down))
    painter.setClipping(False)
    painter.fillRect(QRectF(450, 92, 190, 8), QColor("#8a6443"))
    painter.fillRect(QRectF(450, 206, 190, 8), QColor("#8a6443"))
    for x, y in ((468, 48), (540, 40), (486, 150), (566, 144)):
        painter.fillRect(QRectF(x, y, 58, 92 - y if y < 92 else 206 - y), QColor("#c79a63"))
        painter.fillRect(QRectF(x + 12, y + 14, 34, 14), QColor("#f1ddb4"))
    for number in range(7):
        centre = QPointF(462 + 27 * number, 252 + 6 * (number % 2))
        painter.setBrush(radial(centre - QPointF(5, 6), 22, QColor("#ffb648"), QColor("#dd7a17")))
        painter.drawEllipse(centre, 17, 17)
    painter.fillRect(QRectF(0, 318, WIDTH, 42), QColor("#a97c52"))
    painter.end()
    return cv2.GaussianBlur(pixels(image), (0, 0), 7 * FINER / 2)


def canvas(behind: np.ndarray | None = None) -> tuple[QImage, QPainter]:
    """A picture to draw on, in units of the small one."""
    image = QImage(WIDTH * FINER, HEIGHT * FINER, QImage.Format.Format_RGB32)
    if behind is not None:
        height, width = behind.shape[:2]
        whole = np.dstack([behind, np.full((height, width, 1), 255, np.uint8)])
        image = QImage(whole.tobytes(), width, height, 4 * width, QImage.Format.Format_RGB32).copy()
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.scale(FINER, FINER)
    return image, painter


def pixels(image: QImage) -> np.ndarray:
    """The picture as BGR."""
    flat = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return np.ascontiguousarray(flat[:, : image.width(), :3])


def draw_body(painter: QPainter) -> None:
    """Shoulders, shirt and apron; the origin is between the eyes."""
    shoulders = QPainterPath(QPointF(-150, 260))
    shoulders.cubicTo(-142, 150, -110, 128, -34, 112)
    shoulders.lineTo(34, 112)
    shoulders.cubicTo(110, 128, 142, 150, 150, 260)
    shirt = QLinearGradient(-150, 110, 150, 260)
    shirt.setColorAt(0, SHIRT.lighter(106))
    shirt.setColorAt(1, SHIRT.darker(122))
    painter.fillPath(shoulders, shirt)
    apron = QPainterPath(QPointF(-58, 122))
    apron.lineTo(-44, 118)
    apron.lineTo(-40, 178)
    apron.lineTo(40, 178)
    apron.lineTo(44, 118)
    apron.lineTo(58, 122)
    apron.cubicTo(64, 170, 84, 200, 92, 270)
    apron.lineTo(-92, 270)
    apron.cubicTo(-84, 200, -64, 170, -58, 122)
    painter.fillPath(apron, APRON)


def draw_neck(painter: QPainter) -> None:
    neck = QPainterPath(QPointF(-23, 60))
    neck.lineTo(-26, 112)
    neck.cubicTo(-12, 132, 12, 132, 26, 112)
    neck.lineTo(23, 60)
    tone = QLinearGradient(0, 70, 0, 124)
    tone.setColorAt(0, SKIN_SHADE.darker(116))
    tone.setColorAt(1, SKIN)
    painter.fillPath(neck, tone)


def draw_hair_behind(painter: QPainter) -> None:
    painter.setBrush(HAIR)
    behind = QPainterPath(QPointF(-68, -10))
    behind.cubicTo(-74, -104, 74, -104, 68, -10)
    behind.cubicTo(72, 50, 74, 96, 58, 124)
    behind.cubicTo(40, 116, 40, 90, 40, 60)
    behind.lineTo(-40, 60)
    behind.cubicTo(-40, 90, -40, 116, -58, 124)
    behind.cubicTo(-74, 96, -72, 50, -68, -10)
    painter.drawPath(behind)


def draw_head(painter: QPainter, second: float) -> None:
    """The face, with eyes and mouth as they are at ``second``."""
    for side in (-1, 1):
        painter.setBrush(SKIN_SHADE)
        painter.drawEllipse(oval(side * 56, 8, 8, 14))
    face = QPainterPath(QPointF(0, 84))
    face.cubicTo(-34, 82, -56, 44, -57, 0)
    face.cubicTo(-60, -86, 60, -86, 57, 0)
    face.cubicTo(56, 44, 34, 82, 0, 84)
    painter.setBrush(radial(QPointF(-10, -6), 104, SKIN_LIGHT, SKIN_SHADE))
    painter.drawPath(face)
    painter.setClipPath(face)
    soft(painter, oval(0, 96, 62, 34), SKIN_SHADE, 130)
    soft(painter, oval(54, 20, 26, 70), SKIN_SHADE, 110)
    for side in (-1, 1):
        soft(painter, oval(side * 33, 34, 20, 14), QColor("#e98f7d"), 95)
        soft(painter, oval(side * 25, -3, 21, 15), SKIN_SHADE.darker(108), 120)
    painter.setClipping(False)
    for side in (-1, 1):
        draw_eye(painter, side, second)
    draw_nose(painter)
    draw_mouth(painter, mouth_opening(second))
    fringe = QPainterPath(QPointF(-60, 22))
    fringe.cubicTo(-76, -96, 76, -96, 60, 22)
    fringe.cubicTo(58, -16, 44, -40, 14, -52)
    fringe.cubicTo(-8, -38, -40, -34, -50, -10)
    fringe.cubicTo(-55, 0, -58, 10, -60, 22)
    hair = QLinearGradient(-40, -70, 40, 0)
    hair.setColorAt(0, HAIR_LIGHT)
    hair.setColorAt(0.5, HAIR)
    painter.fillPath(fringe, hair)


def soft(painter: QPainter, where: QRectF, colour: QColor, strength: int) -> None:
    """A patch of shade that fades to nothing at its edge."""
    full, none = QColor(colour), QColor(colour)
    full.setAlpha(strength)
    none.setAlpha(0)
    painter.save()
    painter.translate(where.center())
    painter.scale(where.width() / 2, where.height() / 2)
    painter.setBrush(radial(QPointF(0, 0), 1, full, none))
    painter.drawEllipse(QPointF(0, 0), 1, 1)
    painter.restore()


def draw_eye(painter: QPainter, side: int, second: float) -> None:
    x, opening = side * 25, eye_opening(second)
    look = 2.2 * wave(second, 2, 0.2)
    lift = -18 - 1.2 * wave(second, 5)
    brow = QPainterPath(QPointF(x - side * 14, lift + 2.5))
    brow.quadTo(x + side * 2, lift - 6.5, x + side * 16, lift + 3.5)
    painter.strokePath(brow, QPen(HAIR, 4.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    outline = QPainterPath(QPointF(x - 13, 1))
    outline.quadTo(x, -9.5 * opening - 1, x + 13, 1)
    outline.quadTo(x, 7.5 * opening + 1, x - 13, 1)
    painter.save()
    painter.setClipPath(outline)
    painter.fillPath(outline, QColor("#f4efe9"))
    painter.setBrush(QColor("#3b2417"))
    painter.drawEllipse(oval(x + look, 0, 6.6, 6.8))
    painter.setBrush(QColor("#0d0806"))
    painter.drawEllipse(oval(x + look, 0, 3.2, 3.4))
    painter.setBrush(QColor(255, 255, 255, 230))
    painter.drawEllipse(oval(x + look - 2, -2.4, 1.6, 1.6))
    painter.restore()
    lid = QPainterPath(QPointF(x - 14, 1.5))
    lid.quadTo(x, -9.5 * opening - 1, x + 14, 1.5)
    painter.strokePath(lid, QPen(QColor("#22130e"), 2.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def draw_nose(painter: QPainter) -> None:
    soft(painter, oval(8, 22, 9, 24), SKIN_SHADE, 120)
    soft(painter, oval(-1, 18, 5, 24), QColor("#fff0e2"), 170)
    soft(painter, oval(0, 37, 15, 7), SKIN_SHADE.darker(120), 150)
    painter.setBrush(QColor(110, 60, 44, 190))
    for side in (-1, 1):
        painter.drawEllipse(oval(side * 6, 36, 3.2, 1.9))


def draw_mouth(painter: QPainter, opening: float) -> None:
    across, gap = 22 - 3.5 * opening, 11 * opening
    lips = QPainterPath(QPointF(-across, 50))
    lips.cubicTo(-across / 2, 49, -5, 47.5, 0, 50)
    lips.cubicTo(5, 47.5, across / 2, 49, across, 50)
    lips.cubicTo(across / 2, 65 + gap, -across / 2, 65 + gap, -across, 50)
    painter.fillPath(lips, QColor("#bf5a53"))
    inside = QPainterPath(QPointF(-across + 3, 50.8))
    inside.quadTo(0, 55, across - 3, 50.8)
    inside.quadTo(0, 60 + 1.6 * gap, -across + 3, 50.8)
    painter.fillPath(inside, QColor("#4a1518"))
    painter.save()
    painter.setClipPath(inside)
    painter.fillRect(QRectF(-across, 50, 2 * across, 5.4 + 0.25 * gap), QColor("#f6f1ea"))
    painter.restore()
    soft(painter, oval(0, 72 + gap / 2, 13, 4), SKIN_SHADE, 110)


def draw_hand(painter: QPainter, x: float, y: float, tilt: float) -> None:
    """A sleeve and a hand that holds an orange up to the lens."""
    painter.save()
    painter.translate(x, y)
    painter.rotate(tilt)
    sleeve = QPainterPath(QPointF(2, 34))
    sleeve.cubicTo(20, 70, 20, 120, 14, 190)
    sleeve.lineTo(84, 190)
    sleeve.cubicTo(72, 120, 64, 70, 40, 24)
    painter.fillPath(sleeve, SHIRT.darker(112))
    painter.setBrush(radial(QPointF(16, 12), 46, SKIN_LIGHT, SKIN_SHADE))
    painter.drawEllipse(oval(18, 22, 26, 24))
    centre = QPointF(0, 0)
    painter.setBrush(radial(centre - QPointF(10, 12), 46, QColor("#ffc260"), QColor("#d96f10")))
    painter.drawEllipse(centre, 31, 30)
    painter.setBrush(QColor("#5c7a2e"))
    painter.drawEllipse(oval(-3, -24, 4, 2.6))
    painter.setPen(QPen(SKIN_SHADE.darker(108), 0.9))
    for angle in (148, 121, 95, 69):
        painter.save()
        painter.rotate(angle)
        painter.setBrush(radial(QPointF(24, -2), 22, SKIN_LIGHT, SKIN))
        painter.drawRoundedRect(QRectF(13, -6.5, 30, 13), 6.5, 6.5)
        painter.restore()
    painter.restore()


def picture(second: float, behind: np.ndarray) -> np.ndarray:
    """What the camera sees at ``second`` of the loop, BGR."""
    image, painter = canvas(behind)
    painter.translate(318 + 7 * wave(second, 1) + 2 * wave(second, 3), 142 + 2.5 * wave(second, 2, 0.25))
    painter.scale(1.08, 1.08)
    draw_body(painter)
    nod = 2.2 * wave(second, 2) + 1.0 * wave(second, 7, 0.4)
    painter.rotate(nod)
    draw_hair_behind(painter)
    painter.rotate(-nod)
    draw_neck(painter)
    painter.save()
    painter.rotate(nod)
    draw_head(painter, second)
    painter.restore()
    draw_hand(painter, 118 + 10 * wave(second, 2, 0.1), 118 + 16 * wave(second, 3), 6 * wave(second, 2))
    painter.end()
    return cv2.resize(pixels(image), (WIDTH, HEIGHT), interpolation=cv2.INTER_AREA)


def loop() -> Iterator[np.ndarray]:
    """Every picture of one loop."""
    behind = room()
    for number in range(RATE * LENGTH):
        yield picture(number / RATE, behind)
