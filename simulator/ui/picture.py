"""Camera pictures as Qt paints them, without copying their pixels."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint, QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter

from simulator.media_port import VideoFrame


def image_of(frame: VideoFrame) -> QImage:
    """A view on the frame's pixels: keep the frame for as long as the image is used."""
    pixels = np.ascontiguousarray(frame.pixels)
    height, width = pixels.shape[:2]
    image = QImage(pixels.data, width, height, pixels.strides[0], QImage.Format.Format_BGR888)
    # A copy made to straighten the memory belongs to nobody else.
    return image if pixels is frame.pixels or pixels.base is frame.pixels else image.copy()


def covering(image: QImage, room: QRectF) -> QRectF:
    """The middle part of ``image`` with the shape of ``room``."""
    scale = min(image.width() / room.width(), image.height() / room.height())
    width, height = room.width() * scale, room.height() * scale
    return QRectF((image.width() - width) / 2, (image.height() - height) / 2, width, height)


def seen_part(frame: VideoFrame, shape: QSizeF) -> QImage:
    """The middle part of a picture that has this shape, in 32 bits, which are painted four times as fast as 24."""
    image = image_of(frame)
    part = covering(image, QRectF(0, 0, shape.width(), shape.height())).toAlignedRect().intersected(image.rect())
    made = QImage(part.size(), QImage.Format.Format_RGB32)
    painter = QPainter(made)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    painter.drawImage(QPoint(0, 0), image, part)
    painter.end()
    return made
