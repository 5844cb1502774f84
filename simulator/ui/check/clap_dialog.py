"""Do picture and sound belong together? One clap, and the picture in which the hands meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QDialog, QProgressBar, QScrollArea, QSizePolicy, QSpinBox, QVBoxLayout, QWidget

from simulator.live.clap import LISTENS, MOST, Clap, ClapWatch, keep_picture_delay, picture_delay
from simulator.ports import Mendable
from simulator.ui.picture import image_of
from simulator.ui.sentences import sentence
from simulator.ui.theme import Theme, Tone
from simulator.ui.widgets import Button, Label, PrimaryButton, row

if TYPE_CHECKING:
    from simulator.live.studio import Studio

WIDTH = 860
PICTURE = QSize(150, 90)
CAPTION_PX = 24
POLL_MS = 50
LATE_MS = 1000 * (LISTENS + 2)
"""Then nothing more comes."""


class PictureStrip(QWidget):
    """Pictures side by side, one of them chosen: arrow keys or a click."""

    chosen = Signal(int)
    """Milliseconds from the sound to the picture."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._clap: Clap | None = None
        self._images: list[QImage] = []
        self.number = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Pictures around the clap"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_clap(self, clap: Clap, delay_ms: int) -> None:
        """Offer the pictures of a clap; the one nearest to ``delay_ms`` after the sound is chosen."""
        self._clap = clap
        self._images = [image_of(each).copy() for each in clap.pictures]
        self.updateGeometry()
        self.resize(self.sizeHint())
        self.show_delay(delay_ms)

    def show_delay(self, delay_ms: int) -> None:
        """Mark the picture nearest to this, without choosing it."""
        if self._images:
            self._mark(min(range(len(self._images)), key=lambda each: abs(self.after_ms(each) - delay_ms)))

    def after_ms(self, number: int) -> int:
        """How long after the sound a picture came."""
        assert self._clap is not None
        return round(1000 * (self._clap.pictures[number].at - self._clap.heard_at))

    def choose(self, number: int) -> None:
        """Choose a picture by its number from 0."""
        if 0 <= number < len(self._images):
            self._mark(number)
            self.chosen.emit(self.after_ms(number))

    def _mark(self, number: int) -> None:
        self.number = number
        self.setAccessibleDescription(self.tr("{ms} ms after the sound").format(ms=self.after_ms(number)))
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        if parent is not None:
            parent.ensureVisible(round(self._room(number).center().x()), 0, self._room(number).toRect().width(), 0)
        self.update()

    def _room(self, number: int) -> QRectF:
        width = self._theme.px(PICTURE.width())
        return QRectF(number * width, 0, width, self._theme.px(PICTURE.height()))

    def sizeHint(self) -> QSize:
        height = self._theme.px(PICTURE.height() + CAPTION_PX)
        return QSize(max(1, len(self._images)) * self._theme.px(PICTURE.width()), height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps:
            self.choose(self.number + steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
        self.choose(int(event.position().x() // self._theme.px(PICTURE.width())))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setFont(self._theme.font(12))
        for number, image in enumerate(self._images):
            room = self._room(number).adjusted(3, 3, -3, -3)
            scale = min(room.width() / image.width(), room.height() / image.height())
            picture = QRectF(QPointF(0, 0), image.size().toSizeF() * scale)
            picture.moveCenter(room.center())
            painter.fillRect(room, QColor("#0b0d10"))
            painter.drawImage(picture, image)
            chosen = number == self.number
            if chosen:
                painter.setPen(QPen(self._theme.colour(Tone.INFO), 4 if self.hasFocus() else 3))
                painter.drawRect(room)
            painter.setPen(self._theme.colour(Tone.INFO if chosen else Tone.MUTED))
            line = QRectF(room.left(), room.bottom() + 3, room.width(), self._theme.px(CAPTION_PX))
            painter.drawText(
                line, Qt.AlignmentFlag.AlignCenter, self.tr("{ms} ms").format(ms=f"{self.after_ms(number):+}")
            )


class ClapDialog(QDialog):
    """Claps, chooses, keeps; Esc leaves everything as it was."""

    kept = Signal(int)
    """Milliseconds that the picture comes later than the sound."""

    def __init__(self, studio: Studio, theme: Theme, camera: str, microphone: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._studio = studio
        self._pair = (camera, microphone)
        self._waited_ms = 0
        self.setWindowTitle(self.tr("Picture and sound together"))
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(theme.px(WIDTH))
        self.words = Label("", wrap=True)
        self.clap = PrimaryButton(self.tr("Listen for a clap"))
        self.clap.clicked.connect(self._on_listen)
        self.progress = QProgressBar()
        self.progress.setRange(0, round(1000 * LISTENS))
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Listening"))
        self.strip = PictureStrip(theme)
        self.strip.chosen.connect(self._on_chosen)
        self.area = QScrollArea()
        self.area.setWidget(self.strip)
        self.area.setFixedHeight(self.strip.sizeHint().height() + theme.px(22))
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.delay = QSpinBox()
        self.delay.setRange(round(-1000 * MOST), round(1000 * MOST))
        self.delay.setSuffix(self.tr(" ms"))
        self.delay.setValue(round(1000 * picture_delay(studio.store, camera, microphone)))
        self.delay.setAccessibleName(self.tr("How much later than the sound the picture comes"))
        self.delay.valueChanged.connect(self.strip.show_delay)
        self.leave = Button(self.tr("Cancel"))
        self.leave.clicked.connect(self.reject)
        self.keep = Button(self.tr("Keep"))
        self.keep.clicked.connect(self._on_keep)
        self._timer = QTimer(self, interval=POLL_MS)
        self._timer.timeout.connect(self._on_poll)
        self.finished.connect(self._let_go)
        self._lay_out()
        self._say(
            self.tr(
                "Some cameras deliver the picture later than the sound. Hold your hands before your face, press "
                "the button, and clap once, loudly."
            )
        )

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 20, 20, 16)
        whole.setSpacing(12)
        whole.addWidget(Label(self.windowTitle(), "title"))
        whole.addWidget(self.words)
        whole.addWidget(self.area)
        self.area.hide()
        self.progress.hide()
        whole.addWidget(self.progress)
        setting = row(10)
        setting.addWidget(Label(self.tr("The picture comes later than the sound by"), wrap=True), 1)
        setting.addWidget(self.delay)
        whole.addLayout(setting)
        buttons = row(10)
        buttons.addWidget(self.clap)
        buttons.addStretch()
        buttons.addWidget(self.leave)
        buttons.addWidget(self.keep)
        whole.addLayout(buttons)

    def _say(self, words: str, tone: Tone = Tone.PLAIN) -> None:
        self.words.say(words)
        self.words.set_tone(tone)

    def _on_listen(self) -> None:
        self._studio.clap = ClapWatch()
        self._waited_ms = 0
        self.clap.setEnabled(False)
        self.area.hide()
        self.progress.setValue(0)
        self.progress.show()
        self._say(self.tr("Clap now: once, loudly."), Tone.INFO)
        self._timer.start()

    def _on_poll(self) -> None:
        watch = self._studio.clap
        if watch is None:
            return
        self._waited_ms += POLL_MS
        self.progress.setValue(min(self.progress.maximum(), round(1000 * watch.listened)))
        found = watch.found()
        if found is not None and found.pictures:
            self._let_go()
            self.area.show()
            self.strip.show_clap(found, self.delay.value())
            self.strip.setFocus()
            self._say(self.tr("Choose the picture in which your hands meet (arrow keys), and keep it."))
        elif watch.listened >= LISTENS or self._waited_ms >= LATE_MS:
            self._let_go()
            self._say(
                self.tr("No clap was heard, or no picture came with it. Clap louder and nearer, and try again."),
                Tone.WARN,
            )

    def _let_go(self) -> None:
        self._timer.stop()
        self._studio.clap = None
        self.progress.hide()
        self.clap.say(self.tr("Listen for a clap"))
        self.clap.setEnabled(True)

    def _on_chosen(self, after_ms: int) -> None:
        self.delay.setValue(after_ms)

    def _on_keep(self) -> None:
        try:
            keep_picture_delay(self._studio.store, *self._pair, self.delay.value() / 1000)
        except Mendable as error:
            self._say(sentence(error), Tone.BAD)
            return
        self.kept.emit(self.delay.value())
        self.accept()
