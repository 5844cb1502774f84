"""The phone in the middle: the stream as viewers see it, painted in one widget."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.domain.units import Seconds
from simulator.media_port import VideoFrame
from simulator.ui.cabin.chat_bubbles import ChatBubbles
from simulator.ui.cabin.edge import Edge
from simulator.ui.cabin.layers import MARGIN, Layers, Part
from simulator.ui.cabin.overlays import PhoneFace
from simulator.ui.cabin.phone_twin import PhoneTwin
from simulator.ui.cabin.placing import hearts_room, paint_part, placed, shows
from simulator.ui.cabin.toasts import Hearts, Slides
from simulator.ui.models import ChatModel
from simulator.ui.picture import seen_part
from simulator.ui.theme import Theme

SMALLEST = QSize(270, 480)
LARGE_FROM_PX = 270
"""A phone this wide carries text at 100 %; text grows with the phone, so that large text does not bury the picture."""
BEAT_MS = 33
"""What moves is painted 30 times a second at most, and not at all where a camera picture has just moved it."""


class Phone(QWidget):
    """A 9:16 screen: camera picture, and what viewers see over it."""

    comment_chosen = Signal(str)
    """The id of a comment that was clicked."""

    def __init__(
        self,
        theme: Theme,
        chat: ChatModel,
        *,
        mirrored: bool = True,
        clock: Callable[[], float] = time.perf_counter,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look = theme
        self._chat = chat
        self._bubbles = ChatBubbles(theme, chat)
        self._mirrored = mirrored
        self._clock = clock
        self._frame: VideoFrame | None = None
        self._picture: QImage | None = None
        self._unseen = False
        self._without = ""
        self._face = PhoneFace()
        self._now: Seconds = 0.0
        self.layers = Layers()
        self._edge = Edge(QRectF(), theme)
        self._stands: tuple[bool, ...] = ()
        self._places: dict[Part, QRectF] = {}
        self._slides = Slides()
        self._hearts = Hearts()
        self.latencies: deque[float] = deque(maxlen=1200)
        """Seconds from the moment a picture was taken until it was painted, by the clock of the cameras."""
        self.fitted = 0
        """How many pictures were brought to the phone's size: what a test counts."""
        self._painted_at = 0.0
        self._beat = QTimer(self, interval=BEAT_MS)
        self._beat.timeout.connect(self._on_beat)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(SMALLEST)
        self.setAccessibleName(self.tr("The stream as viewers see it"))
        self.twin = PhoneTwin(chat, self)
        for change in (chat.rowsInserted, chat.rowsRemoved, chat.dataChanged, chat.modelReset, chat.cursor_moved):
            change.connect(self._on_chat)

    # ------------------------------------------------------------------ what it is told

    def show_frame(self, frame: VideoFrame | None, without: str = "") -> None:
        """Show a picture; where there is none, ``without`` says why."""
        if frame is self._frame and without == self._without:
            return
        if self._face.stuck and self._frame is not None:
            return
        self._unseen = frame is not self._frame and frame is not None
        self._frame = frame
        self._picture = None
        self._without = without
        self.update()

    def show_face(self, face: PhoneFace, now: Seconds) -> None:
        """Show what is written over the picture; waiting questions count in whole seconds."""
        before, second = self._face, int(self._now)
        self._face, self._now = face, now
        if int(now) != second and self._bubbles.counts:
            self._touch(Part.CHAT)
        if face != before:
            self._show_changes(before, face)

    def show_captions(self, caption: str, tail: str) -> None:
        """Show what is said, of all that ``show_face`` shows."""
        if (caption, tail) != (self._face.caption, self._face.tail):
            self.show_face(replace(self._face, caption=caption, tail=tail), self._now)

    def set_mirrored(self, mirrored: bool) -> None:
        self._mirrored = mirrored
        self.update()

    # ------------------------------------------------------------------ where things stand

    @property
    def screen_room(self) -> QRectF:
        """Where the phone stands in this widget."""
        height = float(self.height())
        width = min(float(self.width()), height * 9 / 16)
        height = min(height, width * 16 / 9)
        # Whole pixels: a picture that need not be moved by parts of one is copied instead of drawn.
        return QRectF(round((self.width() - width) / 2), round((self.height() - height) / 2), int(width), int(height))

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(388), self._theme.px(690))

    def place_of(self, part: Part) -> QRectF:
        """Where a part stands on the phone, from the phone's corner."""
        face = self._face
        stands = (face.card is not None, bool(face.toast), bool(face.news))
        if stands != self._stands:
            self._stands, self._places = stands, {}
        if part not in self._places:
            self._places[part] = placed(part, self._look, self.screen_room.size(), face, self._bubbles)
        return self._places[part]

    @property
    def hearts_place(self) -> QRectF:
        """Where likes rise: beside the chat."""
        return hearts_room(self.screen_room.size(), self.place_of(Part.CHAT))

    # ------------------------------------------------------------------ inside: what changed

    def _show_changes(self, before: PhoneFace, face: PhoneFace) -> None:
        if top_of(face) != top_of(before):
            self._touch(Part.TOP)
        if (face.caption, face.tail) != (before.caption, before.tail):
            self._touch(Part.CAPTION)
            self.setAccessibleDescription(face.caption + face.tail)
        if (face.card is None) != (before.card is None):  # all above it moves
            self.layers.stale()
            self.update()
        if bool(face.toast) != bool(before.toast) or bool(face.news) != bool(before.news):
            self._touch(Part.CHAT)
        for part, now, was in (
            (Part.TOAST, face.toast, before.toast),
            (Part.NEWS, face.news, before.news),
            (Part.CARD, face.card, before.card),
        ):
            if now != was:
                self._touch(part)
        if face.card != before.card:
            self.twin.show_card(face.card)
        if self._theme.motion and self.isVisible():
            self._set_going(before, face)

    def _set_going(self, before: PhoneFace, face: PhoneFace) -> None:
        now = self._clock()
        if face.toast and not before.toast:
            self._slides.begin(Part.TOAST, now)
        if face.news and face.news != before.news:
            self._slides.begin(Part.NEWS, now)
        if face.card is not None and (before.card is None or before.card.product.id != face.card.product.id):
            self._slides.begin(Part.CARD, now)
        if face.hearts > before.hearts:
            self._hearts.add(face.hearts - before.hearts, now)
        if not self._beat.isActive() and (self._hearts.count or self._slides.any):
            self._beat.start()

    def _touch(self, part: Part) -> None:
        """This part is painted anew, and nothing but what lies under it with it."""
        self.layers.stale(part)
        self._update(self.place_of(part))

    def _update(self, place: QRectF) -> None:
        grown = place.translated(self.screen_room.topLeft()).adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)
        self.update(grown.toAlignedRect())

    def _on_chat(self) -> None:
        self._touch(Part.CHAT)

    def _on_beat(self) -> None:
        now = self._clock()
        hearts, parts = self._hearts.moving(now), self._slides.moving(now)
        if not hearts and not parts:
            self._beat.stop()
            return
        if now - self._painted_at < 0.8 * BEAT_MS / 1000:
            return  # a camera picture has just been painted, and with it what moves
        if parts:
            self.update()
        else:
            self._update(self.hearts_place)

    # ------------------------------------------------------------------ inside: events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.screen_room
        scale = min(self._theme.scale, max(1.0, room.width() / LARGE_FROM_PX))
        self._look = replace(self._theme, scale=scale)
        self._bubbles.dress(self._look)
        self._picture = None
        self._places = {}
        self._hearts.dress(self._look.px(22), self.devicePixelRatioF())
        self._edge = Edge(room, self._theme, self.devicePixelRatioF())
        self.layers.stale()
        self.twin.stand(*(self.place_of(part).translated(room.topLeft()).toRect() for part in (Part.CHAT, Part.CARD)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        comment = self._bubbles.comment_at(QPointF(event.position()) - self.screen_room.topLeft())
        if comment is not None:
            self.comment_chosen.emit(comment)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        room = self.screen_room
        dirty = QRectF(event.rect())
        if not room.contains(dirty):
            painter.fillRect(dirty, QColor(self._theme.tokens.background))
        self._paint_picture(painter, room)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now = self._clock()
        touched = dirty.translated(-room.topLeft()).adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)
        for part in Part:
            if touched.intersects(self.place_of(part)):
                self._paint_part(painter, part, room, now)
        if self._hearts.count:
            self._hearts.paint(painter, self.hearts_place.translated(room.topLeft()), now)
        self._edge.paint(painter)
        painter.end()
        if dirty.contains(room):
            self._painted_at = now
            if self._unseen and self._frame is not None:
                self._unseen = False
                self.latencies.append(self._clock() - self._frame.at)

    # ------------------------------------------------------------------ inside: painting

    def _paint_picture(self, painter: QPainter, room: QRectF) -> None:
        if self._frame is not None:
            if self._picture is None:
                self._picture = seen_part(self._frame, room.size())
                self.fitted += 1
            painter.save()
            if self._mirrored:
                painter.translate(2 * room.center().x(), 0)
                painter.scale(-1, 1)
            painter.drawImage(room, self._picture, QRectF(self._picture.rect()))
            painter.restore()
            return
        ground = QLinearGradient(room.topLeft(), room.bottomRight())
        ground.setColorAt(0, QColor("#3b463c"))
        ground.setColorAt(1, QColor("#1d2421"))
        painter.fillRect(room, ground)
        painter.setPen(QColor("#e8eaf0"))
        painter.setFont(self._look.font(16))
        middle = QRectF(room.left() + 24, room.top() + room.height() * 0.26, room.width() - 48, room.height() * 0.2)
        painter.drawText(middle, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._without)

    def _paint_part(self, painter: QPainter, part: Part, room: QRectF, now: float) -> None:
        if not shows(part, self._face, self._chat.rowCount()):
            return
        place, at = self.place_of(part), room.topLeft()
        far = self._slides.far(part, now)
        if far < 1:
            at += QPointF(0, (1 - far) * place.height()) if part is Part.CARD else QPointF((far - 1) * place.width(), 0)
            painter.setOpacity(0.3 + 0.7 * far)
            painter.setClipRect(room)
        grown = place.adjusted(-MARGIN, 0, MARGIN, MARGIN)
        self.layers.draw(
            painter,
            part,
            grown,
            at,
            self.devicePixelRatioF(),
            lambda canvas: paint_part(
                canvas, part, self._look, room.size(), self._face, self._bubbles, place, self._now
            ),
        )
        if far < 1:
            painter.setOpacity(1.0)
            painter.setClipping(False)


def top_of(face: PhoneFace) -> tuple[object, ...]:
    """What stands at the top."""
    return face.host, face.likes, face.online, face.closings, face.demonstrating, face.stuck
