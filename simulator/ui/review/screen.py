"""The video with its caption, as it was recorded or as viewers saw it, painted in one widget."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.domain.session import SessionLog
from simulator.domain.units import Seconds
from simulator.ui.plain import shown
from simulator.ui.review.lettering import Stress, laid_out
from simulator.ui.review.passages import Subtitle
from simulator.ui.review.viewers_sight import Stand, ViewersSight, stand_in
from simulator.ui.sharing.past_news import News
from simulator.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoFrame

RADIUS = 12
SIGHT_PX = 270
"""A phone this wide has its captions in running text; on a smaller one they are smaller."""
NIGHT, FAINT = QColor("#0b0d10"), QColor("#c9cfdb")
CAPTION_GROUND, CAPTION_INK, CAPTION_BROKEN = QColor(0, 0, 0, 205), QColor("#ffffff"), QColor("#ff9094")


class Screen(QWidget):
    """The recording's picture; a caption over its foot, with what breaks a rule coloured and underlined.

    Once a log is there, what viewers saw may stand over the picture: chat, toasts, product card and likes.
    """

    clicked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._frame: QVideoFrame | None = None
        self._image: QImage | None = None
        self._sight: ViewersSight | None = None
        self._as_viewers = False
        self._beyond = False
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
            self._image = None
            self.update()

    def set_beyond(self, beyond: bool) -> None:
        """The recording has ended before this moment: no picture stands for it."""
        if beyond != self._beyond:
            self._beyond = beyond
            self.update()

    def show_log(self, log: SessionLog, news: Sequence[News]) -> None:
        """What viewers saw can be told from now on."""
        self._sight = ViewersSight(log, news, self._theme)
        self.update()

    @property
    def as_viewers(self) -> bool:
        """Whether it is shown as viewers saw it; where that could not be read it is not."""
        return self.stand is not None

    @property
    def stand(self) -> Stand | None:
        """Where what viewers saw is shown; None where it is not."""
        if not self._as_viewers or self._sight is None:
            return None
        return stand_in(QRectF(self.rect()), self._theme)

    @property
    def wants_viewers(self) -> bool:
        """Whether it is to be shown so, as soon as it can."""
        return self._as_viewers

    def set_as_viewers(self, wanted: bool) -> None:
        self._as_viewers = wanted
        self.update()

    def move_to(self, at: Seconds) -> None:
        """The moment of the session that is shown."""
        if self._sight is not None:
            self._sight.move_to(at)
            if self._as_viewers:
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
        image = self._shown_image()
        stand = self.stand
        if stand is not None and self._sight is not None:
            self._sight.paint(painter, stand, image, self.devicePixelRatioF())
            room = stand.picture
        elif image is not None:
            self._paint_picture(painter, room, image)
        if self._words:
            if image is not None or stand is not None:
                self._paint_notice(painter, room if stand is not None and stand.column else QRectF(self.rect()))
            else:
                painter.setPen(FAINT)
                painter.setFont(self._theme.font(14))
                words = room.adjusted(24, 16, -24, -16)
                painter.drawText(words, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._words)
        if self._subtitle is not None and self._subtitle.text:
            self._paint_caption(painter, room, self._subtitle)

    def _shown_image(self) -> QImage | None:
        """The picture that is shown, unpacked once however often it is painted; None where there is none."""
        if self._image is None and self._frame is not None:
            self._image = self._frame.toImage()
        return None if self._image is None or self._image.isNull() or self._beyond else self._image

    @staticmethod
    def _paint_picture(painter: QPainter, room: QRectF, image: QImage) -> None:
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
        narrow = self.stand is not None
        width = room.width() * (0.96 if narrow else 0.86) - 32
        stresses = [Stress(start, end, CAPTION_BROKEN, underline=True) for start, end in subtitle.breaks]
        words = shown(subtitle.text)
        if words != subtitle.text:  # letters were left out: the places would be wrong
            stresses = []
        size = min(14.0, max(11.0, room.width() / SIGHT_PX * 14)) if narrow else 18.0
        laid = laid_out(
            words,
            self._theme.font(size, bold=bool(stresses)),
            CAPTION_INK,
            width,
            stresses,
            centred=True,
        )
        band = QRectF(0, 0, min(laid.widest, width) + 32, laid.height + 16)
        band.moveCenter(QPointF(room.center().x(), room.bottom() - band.height() / 2 - 12))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(CAPTION_GROUND)
        painter.drawRoundedRect(band, 10, 10)
        laid.layout.draw(painter, QPointF(room.center().x() - width / 2, band.top() + 8))
