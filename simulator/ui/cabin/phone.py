"""The phone in the middle: the stream as viewers see it, painted in one widget."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.domain.units import Seconds
from simulator.media_port import VideoFrame
from simulator.ui.cabin.chat_bubbles import ChatBubbles
from simulator.ui.cabin.overlays import (
    PhoneFace,
    caption_room,
    card_height,
    paint_caption,
    paint_card,
    paint_toast,
    paint_top,
)
from simulator.ui.models import ChatModel
from simulator.ui.picture import covering, image_of
from simulator.ui.theme import Theme

RADIUS = 24
SMALLEST = QSize(270, 480)
CHAT_SHARE = 0.42
"""Of the phone's height, at most, is chat."""


class Phone(QWidget):
    """A 9:16 screen: camera picture, and what viewers see over it."""

    comment_chosen = Signal(str)
    """The id of a comment that was clicked."""

    def __init__(self, theme: Theme, chat: ChatModel, *, mirrored: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bubbles = ChatBubbles(theme, chat)
        self._mirrored = mirrored
        self._frame: VideoFrame | None = None
        self._image: QImage | None = None
        self._without = ""
        self._face = PhoneFace()
        self._now: Seconds = 0.0
        self._overlay: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(SMALLEST)
        self.setAccessibleName(self.tr("The stream as viewers see it"))
        for change in (chat.rowsInserted, chat.rowsRemoved, chat.dataChanged, chat.modelReset):
            change.connect(self._on_chat)

    def show_frame(self, frame: VideoFrame | None, without: str = "") -> None:
        """Show a picture; where there is none, ``without`` says why."""
        if frame is self._frame and without == self._without:
            return
        if self._face.stuck and self._image is not None:
            return
        self._frame = frame  # keeps the pixels alive while the image looks at them
        self._image = None if frame is None else image_of(frame)
        self._without = without
        self.update()

    def show_face(self, face: PhoneFace, now: Seconds) -> None:
        """Show what is written over the picture; waiting questions count in whole seconds."""
        if face != self._face or int(now) != int(self._now):
            self._overlay = None
            self.update()
        self._face, self._now = face, now
        self.setAccessibleDescription(face.caption + face.tail)

    def set_mirrored(self, mirrored: bool) -> None:
        self._mirrored = mirrored
        self.update()

    @property
    def screen_room(self) -> QRectF:
        """Where the phone stands in this widget."""
        height = float(self.height())
        width = min(float(self.width()), height * 9 / 16)
        height = min(height, width * 16 / 9)
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(388), self._theme.px(690))

    # ------------------------------------------------------------------ inside

    def _on_chat(self) -> None:
        self._overlay = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._overlay = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        comment = self._bubbles.comment_at(QPointF(event.position()) - self.screen_room.topLeft())
        if comment is not None:
            self.comment_chosen.emit(comment)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self.screen_room
        outline = QPainterPath()
        outline.addRoundedRect(room, RADIUS, RADIUS)
        painter.setClipPath(outline)
        self._paint_picture(painter, room)
        painter.setClipping(False)
        if self._overlay is None:
            self._overlay = self._painted_overlay(room)
        painter.drawPixmap(room.topLeft(), self._overlay)
        painter.setPen(QPen(QColor(self._theme.tokens.line), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(room.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)

    def _paint_picture(self, painter: QPainter, room: QRectF) -> None:
        if self._image is not None:
            painter.save()
            if self._mirrored:
                painter.translate(2 * room.center().x(), 0)
                painter.scale(-1, 1)
            painter.drawImage(room, self._image, covering(self._image, room))
            painter.restore()
            return
        ground = QLinearGradient(room.topLeft(), room.bottomRight())
        ground.setColorAt(0, QColor("#3b463c"))
        ground.setColorAt(1, QColor("#1d2421"))
        painter.fillRect(room, ground)
        painter.setPen(QColor("#e8eaf0"))
        painter.setFont(self._theme.font(16))
        middle = QRectF(room.left() + 24, room.top() + room.height() * 0.26, room.width() - 48, room.height() * 0.2)
        painter.drawText(middle, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._without)

    def _painted_overlay(self, room: QRectF) -> QPixmap:
        ratio = self.devicePixelRatioF()
        overlay = QPixmap(QSize(round(room.width() * ratio), round(room.height() * ratio)))
        overlay.setDevicePixelRatio(ratio)
        overlay.fill(Qt.GlobalColor.transparent)
        painter = QPainter(overlay)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, face = self._theme, self._face
        phone = QRectF(0, 0, room.width(), room.height())
        outline = QPainterPath()
        outline.addRoundedRect(phone, RADIUS, RADIUS)
        painter.setClipPath(outline)
        inner = phone.adjusted(14, 14, -14, -14)
        paint_top(painter, theme, inner, face)
        bottom = phone.bottom() - caption_room(theme) - 10
        if face.stuck:
            paint_toast(painter, theme, inner.left(), phone.height() * 0.5, inner.width(), face.stuck)
        if face.caption or face.tail:
            paint_caption(painter, theme, phone, face.caption, face.tail)
        if face.card is not None:
            height = card_height(theme)
            paint_card(painter, theme, QRectF(inner.left(), bottom - height, inner.width(), height), face.card)
            bottom -= height + 12
        chat_top = bottom - phone.height() * CHAT_SHARE
        if face.toast:
            bottom -= paint_toast(painter, theme, inner.left(), bottom, inner.width(), face.toast) + 8
        self._bubbles.paint(painter, QRectF(inner.left(), chat_top, inner.width(), bottom - chat_top), self._now)
        painter.end()
        return overlay
