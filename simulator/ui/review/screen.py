"""The video with its caption, painted in one widget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.ui.plain import shown
from simulator.ui.review.lettering import Stress, laid_out
from simulator.ui.review.passages import Subtitle
from simulator.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoFrame

RADIUS = 12
NIGHT, FAINT = QColor("#0b0d10"), QColor("#c9cfdb")
CAPTION_GROUND, CAPTION_INK, CAPTION_BROKEN = QColor(0, 0, 0, 205), QColor("#ffffff"), QColor("#ff9094")


class Screen(QWidget):
    """The recording's picture; a caption over its foot, with what breaks a rule coloured and underlined."""

    clicked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._frame: QVideoFrame | None = None
        self._words = ""
        self._subtitle: Subtitle | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(theme.px(240), theme.px(120))
        self.setAccessibleName(self.tr("Recording"))

    @property
    def words(self) -> str:
        """What is amiss; it stands where there is no picture, else in its corner."""
        return self._words

    @property
    def subtitle(self) -> Subtitle | None:
        return self._subtitle

    @property
    def has_picture(self) -> bool:
        return self._frame is not None

    def show_frame(self, frame: QVideoFrame) -> None:
        if frame.isValid():  # the last picture stays when the file is at its end
            self._frame = frame
            self.update()

    def show_words(self, words: str) -> None:
        """Say what is amiss, "" where nothing is."""
        self._words = words
        self.setAccessibleDescription(words)
        self.update()

    def show_subtitle(self, subtitle: Subtitle | None) -> None:
        if subtitle != self._subtitle:
            self._subtitle = subtitle
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(640), self._theme.px(360))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        room = QRectF(self.rect())
        outline = QPainterPath()
        outline.addRoundedRect(room, RADIUS, RADIUS)
        painter.setClipPath(outline)
        painter.fillRect(room, NIGHT)
        if self._frame is not None:
            self._paint_picture(painter, room, self._frame)
            if self._words:
                self._paint_notice(painter, room)
        else:
            painter.setPen(FAINT)
            painter.setFont(self._theme.font(14))
            words = room.adjusted(24, 16, -24, -16)
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._words)
        if self._subtitle is not None and self._subtitle.text:
            self._paint_caption(painter, room, self._subtitle)

    def _paint_picture(self, painter: QPainter, room: QRectF, frame: QVideoFrame) -> None:
        image = frame.toImage()
        if image.isNull():
            return
        scale = min(room.width() / image.width(), room.height() / image.height())
        picture = QRectF(0, 0, image.width() * scale, image.height() * scale)
        picture.moveCenter(room.center())
        painter.drawImage(picture, image)

    def _paint_notice(self, painter: QPainter, room: QRectF) -> None:
        """What is amiss while it plays all the same."""
        laid = laid_out(self._words, self._theme.font(12), FAINT, room.width() - 48)
        band = QRectF(room.left() + 12, room.top() + 12, laid.widest + 20, laid.height + 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(CAPTION_GROUND)
        painter.drawRoundedRect(band, 8, 8)
        laid.layout.draw(painter, band.topLeft() + QPointF(10, 4))

    def _paint_caption(self, painter: QPainter, room: QRectF, subtitle: Subtitle) -> None:
        width = room.width() * 0.86 - 32
        stresses = [Stress(start, end, CAPTION_BROKEN, underline=True) for start, end in subtitle.breaks]
        words = shown(subtitle.text)
        if words != subtitle.text:  # letters were left out: the places would be wrong
            stresses = []
        laid = laid_out(words, self._theme.font(18, bold=bool(stresses)), CAPTION_INK, width, stresses, centred=True)
        band = QRectF(0, 0, min(laid.widest, width) + 32, laid.height + 16)
        band.moveCenter(QPointF(room.center().x(), room.bottom() - band.height() / 2 - 12))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(CAPTION_GROUND)
        painter.drawRoundedRect(band, 10, 10)
        laid.layout.draw(painter, QPointF(room.center().x() - width / 2, band.top() + 8))
