"""What the tour shows: a ring around a part of the page, and a box of words with the ways on and back."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QWidget

from simulator.ui.theme import Theme, Tone
from simulator.ui.tour.cabin_sketch import CabinPart, CabinSketch
from simulator.ui.widgets import Button, Label, LinkButton, Panel, PrimaryButton, row

WIDE_PX = 340
GROWTH = 0.5
"""How much of the growth of large text the box takes in width."""
RING_PX = 4
EDGE_PX = 2
"""What the box's own line takes at each side, and a pixel."""


class Ring(QWidget):
    """Stands around a part of the page; the mouse goes through it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour(Tone.INFO), RING_PX))
        half = RING_PX / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 12, 12)


class Callout(Panel):
    """A heading, a few sentences, and Skip, Back and Next; while it has the focus, the arrow keys are its own."""

    next_asked = Signal()
    back_asked = Signal()
    skip_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(tone=Tone.INFO, parent=parent)
        self._wide = round(WIDE_PX * (1 + (theme.scale - 1) * GROWTH))
        self.title = Label("", "strong", wrap=True)
        self.words = Label("", wrap=True)
        self.sketch = CabinSketch(theme)
        self.count = Label("", "small")
        self.skip = LinkButton(self.tr("Skip the tour"), printed="Esc")
        self.back = Button(self.tr("Back"), printed="←")
        self.next = PrimaryButton(self.tr("Next"), printed="→")
        self.skip.clicked.connect(self.skip_asked)
        self.back.clicked.connect(self.back_asked)
        self.next.clicked.connect(self.next_asked)
        for key, signal in (("Left", self.back_asked), ("Right", self.next_asked)):
            arrow = QShortcut(QKeySequence(key), self)
            arrow.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            arrow.activated.connect(signal)
        first = row()
        first.addWidget(self.title, 1)
        first.addWidget(self.count, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(first)
        self.body.addWidget(self.words)
        self.body.addWidget(self.sketch)
        self._ways = row(6)
        self._ways.addWidget(self.skip)
        self._ways.addStretch()
        self._ways.addWidget(self.back)
        self._ways.addWidget(self.next)
        self.body.addLayout(self._ways)
        self.hide()

    def show_stop(self, title: str, words: str, number: int, of: int, part: CabinPart | None) -> None:
        """Say what belongs to this stop; ``number`` counts from 0."""
        self.title.say(title)
        self.words.say(words)
        self.count.say(f"{number + 1} / {of}")
        self.count.setAccessibleName(self.tr("Stop {number} of {all}").format(number=number + 1, all=of))
        self.sketch.setVisible(part is not None)
        self.sketch.show_part(part or CabinPart.ALL)
        self.back.setEnabled(number > 0)
        self.next.say(self.tr("Done") if number == of - 1 else self.tr("Next"))
        self.setAccessibleName(self.tr("Tour: {title}").format(title=title))
        self.setAccessibleDescription(words)
        self.next.setAccessibleDescription(f"{title}. {words}")
        self.ensurePolished()
        ways = (self.skip, self.back, self.next)
        for each in ways:
            each.ensurePolished()  # before that it does not know its padding
        margins = self.body.contentsMargins()
        needed = sum(each.sizeHint().width() for each in ways) + len(ways) * self._ways.spacing()
        needed += margins.left() + margins.right() + 2 * EDGE_PX
        self.setFixedWidth(max(self._wide, needed))
        self.setFixedHeight(self._height())

    def _height(self) -> int:
        """As high as its words need at its width: a layout alone does not ask wrapped text anew."""
        layout = self.layout()
        assert layout is not None
        layout.activate()
        return layout.totalHeightForWidth(self.width()) if layout.hasHeightForWidth() else self.sizeHint().height()
