"""How it is watched: as viewers saw it, a span over and over, without silences; and how much the timeline shows."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from simulator.ui.amounts import clock
from simulator.ui.review.flow import Flow
from simulator.ui.review.repeating import Repeating
from simulator.ui.review.scale import STEP
from simulator.ui.theme import Theme
from simulator.ui.widgets import Button, TabButton, row


class Toggle(TabButton):
    """A button that stays down until it is pressed again."""

    def __init__(self, text: str, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, key, parent)
        self.setAutoExclusive(False)


class ViewRow(QWidget):
    """A row of switches over the timeline, each with its key."""

    as_viewers = Signal(bool)
    begin_asked = Signal()
    end_asked = Signal()
    looping = Signal(bool)
    skipping = Signal(bool)
    zoomed = Signal(float)
    """By this factor."""
    fit_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        roomy = theme.roomy
        line = Flow(self, spacing=4) if theme.very_large else row(4)
        self.sight = Toggle(self.tr("Viewers' view") if roomy else self.tr("Viewers"), "V")
        self.sight.setToolTip(self.tr("Chat, toasts, product card and likes over the picture, as viewers saw them"))
        self.sight.clicked.connect(lambda: self.as_viewers.emit(self.sight.isChecked()))
        self.begin = Button(self.tr("From here") if roomy else "⟦", "I")
        self.begin.setAccessibleName(self.tr("The span to repeat begins here"))
        self.begin.setToolTip(self.tr("The span to repeat begins here"))
        self.begin.clicked.connect(self.begin_asked)
        self.end = Button(self.tr("To here") if roomy else "⟧", "O")
        self.end.setAccessibleName(self.tr("The span to repeat ends here"))
        self.end.setToolTip(self.tr("The span to repeat ends here"))
        self.end.clicked.connect(self.end_asked)
        self.loop = Toggle(self.tr("Repeat"), "L")
        self.loop.clicked.connect(lambda: self.looping.emit(self.loop.isChecked()))
        self.skip = Toggle(self.tr("Skip silence"), "S")
        self.skip.clicked.connect(lambda: self.skipping.emit(self.skip.isChecked()))
        self.less = Button("−", printed="Ctrl −" if roomy else "")
        self.less.setAccessibleName(self.tr("Show more of the session"))
        self.less.clicked.connect(lambda: self.zoomed.emit(1 / STEP))
        self.more = Button("+", printed="Ctrl +" if roomy else "")
        self.more.setAccessibleName(self.tr("Show less of the session, larger"))
        self.more.clicked.connect(lambda: self.zoomed.emit(STEP))
        self.fit = Button(self.tr("All"), printed="Ctrl 0" if roomy else "")
        self.fit.setAccessibleName(self.tr("Show the whole session"))
        self.fit.clicked.connect(self.fit_asked)
        for button in (self.begin, self.end, self.less, self.more, self.fit):
            button.setProperty("role", "key")
        for widget in (self.sight, self.begin, self.end, self.loop, self.skip):
            line.addWidget(widget)
        if isinstance(line, QHBoxLayout):
            line.addStretch()
            self.setLayout(line)
        for widget in (self.less, self.more, self.fit):
            line.addWidget(widget)
        for keys, button in (
            (("Ctrl+-", "Ctrl+_"), self.less),
            (("Ctrl++", "Ctrl+="), self.more),
            (("Ctrl+0",), self.fit),
        ):
            for key in keys:
                QShortcut(QKeySequence(key), self, button.click)
        if theme.very_large:  # the wheel and the keys are still there
            for button in (self.less, self.more, self.fit):
                button.hide()
        self.show_zoomed(False)

    def show_sight(self, on: bool) -> None:
        with QSignalBlocker(self.sight):
            self.sight.setChecked(on)

    def show_repeating(self, repeating: Repeating) -> None:
        """What is gone round in, and what is left out."""
        span, begins = repeating.span, repeating.begins
        words = self.tr("Repeat")
        if span is not None:
            words = self.tr("Repeat {start}–{end}").format(start=clock(span.start), end=clock(span.end))
        elif begins is not None:
            words = self.tr("Repeat from {start}").format(start=clock(begins))
        self.loop.say(words)
        self.loop.setEnabled(span is not None)
        self.skip.setEnabled(repeating.can_skip)
        self.skip.setToolTip(
            self.tr("Jump over silences of two seconds and more")
            if repeating.can_skip
            else self.tr("No silence of two seconds was noticed")
        )
        for button, on in ((self.loop, repeating.looping), (self.skip, repeating.skipping)):
            with QSignalBlocker(button):
                button.setChecked(on)

    def show_zoomed(self, zoomed: bool) -> None:
        self.less.setEnabled(zoomed)
        self.fit.setEnabled(zoomed)
