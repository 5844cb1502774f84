"""The camera's picture before going live, with the part that viewers will see."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.media_port import VideoFrame
from simulator.ui.picture import image_of
from simulator.ui.theme import Theme, Tone

RADIUS = 8


class Preview(QWidget):
    """The whole picture; what lies outside the phone's 9:16 is dimmed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._frame: VideoFrame | None = None
        self._image: QImage | None = None
        self._without = ""
        self._mirrored = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(theme.px(140))
        self.setAccessibleName(self.tr("Camera preview"))

    def show_frame(self, frame: VideoFrame | None, without: str = "") -> None:
        """Show a picture; where there is none, ``without`` says why."""
        if frame is self._frame and without == self._without:
            return
        self._frame = frame  # keeps the pixels alive while the image looks at them
        self._image = None if frame is None else image_of(frame)
        self._without = without
        self.setAccessibleDescription("" if frame is not None else without)
        self.update()

    def set_mirrored(self, mirrored: bool) -> None:
        self._mirrored = mirrored
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(420), self._theme.px(236))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect())
        outline = QPainterPath()
        outline.addRoundedRect(room, RADIUS, RADIUS)
        painter.setClipPath(outline)
        painter.fillRect(room, QColor("#0b0d10"))
        if self._image is None:
            painter.setPen(QColor("#c9cfdb"))
            painter.setFont(self._theme.font(14))
            painter.drawText(
                room.adjusted(16, 16, -16, -16), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._without
            )
            return
        scale = min(room.width() / self._image.width(), room.height() / self._image.height())
        picture = QRectF(0, 0, self._image.width() * scale, self._image.height() * scale)
        picture.moveCenter(room.center())
        painter.save()
        if self._mirrored:
            painter.translate(2 * room.center().x(), 0)
            painter.scale(-1, 1)
        painter.drawImage(picture, self._image)
        painter.restore()
        width = min(picture.width(), picture.height() * 9 / 16)
        seen = QRectF(picture.center().x() - width / 2, picture.top(), width, picture.height())
        outside = QColor(11, 13, 16, 150)
        painter.fillRect(QRectF(picture.left(), picture.top(), seen.left() - picture.left(), picture.height()), outside)
        painter.fillRect(QRectF(seen.right(), picture.top(), picture.right() - seen.right(), picture.height()), outside)
        painter.setPen(QPen(self._theme.colour(Tone.INFO), 1.5))
        painter.drawRect(seen.adjusted(1, 1, -1, -1))
