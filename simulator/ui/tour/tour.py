"""Leads through the parts of one page; nothing is blocked meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPoint, QPropertyAnimation, QRect, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

from simulator.ports import Store
from simulator.ui.theme import Theme
from simulator.ui.tour.cabin_sketch import CabinPart
from simulator.ui.tour.callout import RING_PX, Callout, Ring
from simulator.ui.tour.placing import beside

SEEN = "ui.tour_seen"
"""The setting: names of the pages whose tour was seen, or skipped."""
SLIDE_MS = 160
MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest)


@dataclass(frozen=True, slots=True)
class Stop:
    """A part of the page, and what is told of it; ``part`` shows the cabin in small."""

    target: QWidget
    title: str
    words: str
    part: CabinPart | None = None


class Tour(QObject):
    """The stops of a page; its callout follows the part it tells of wherever that goes."""

    ended = Signal()
    """It was gone through, or skipped."""

    def __init__(
        self, page: QWidget, stops: Sequence[Stop], theme: Theme, store: Store, name: str, button: QAbstractButton
    ) -> None:
        """``button`` begins it again at any time; ``name`` is what it is remembered under once it was seen."""
        super().__init__(page)
        self._store, self._name = store, name
        button.clicked.connect(lambda: self.begin())
        self._page = page
        self._stops = tuple(stops)
        self._motion = theme.motion
        self._step: int | None = None
        self._watched: list[QWidget] = []
        self.ring = Ring(theme, page)
        self.callout = Callout(theme, page)
        self.callout.next_asked.connect(lambda: self._go(1))
        self.callout.back_asked.connect(lambda: self._go(-1))
        self.callout.skip_asked.connect(self.end)
        self._escape = QShortcut(QKeySequence("Esc"), page)
        self._escape.activated.connect(self.end)
        self._escape.setEnabled(False)
        self._slide = QPropertyAnimation(self.callout, b"pos", self)
        self._slide.setDuration(SLIDE_MS)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        # What is laid out again settles within one turn of the event loop.
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._place)

    @property
    def step(self) -> int | None:
        """The number of the stop it is at; None while it is not under way."""
        return self._step

    def begin(self, at: int = 0) -> None:
        """Start, or start again; the keyboard is in the callout."""
        self._show(min(max(0, at), len(self._stops) - 1))
        self._take_escape(True)
        self.callout.next.setFocus()

    def offer(self, at: int | None = None) -> None:
        """Begin, unless it was gone through or skipped before; ``at`` is where it was left."""
        if self._name not in _seen(self._store):
            self.begin(at or 0)

    def end(self) -> None:
        """Put it away; the keyboard is back in the page."""
        if self._step is None:
            return
        self._step = None
        self._watch(None)
        self._take_escape(False)
        self._slide.stop()
        within = self.callout.isAncestorOf(self._page.window().focusWidget() or self._page)
        self.ring.hide()
        self.callout.hide()
        if within:
            self._page.setFocus()
        self._store.keep_setting(SEEN, sorted({*_seen(self._store), self._name}))
        self.ended.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in MOVES and self._step is not None:
            self._later.start()
        return False

    # ------------------------------------------------------------------ inside

    def _take_escape(self, mine: bool) -> None:
        """While it is under way Esc ends it, and does nothing else in the page: two takers would get nothing."""
        for shortcut in self._page.findChildren(QShortcut):
            if shortcut.key() == self._escape.key():
                shortcut.setEnabled((shortcut is self._escape) is mine)

    def _go(self, by: int) -> None:
        if self._step is None or self._step + by < 0:
            return
        if self._step + by >= len(self._stops):
            self.end()
        else:
            self._show(self._step + by)

    def _show(self, step: int) -> None:
        moves = self._step is not None and self._motion and self.callout.isVisible()
        self._step = step
        stop = self._stops[step]
        self._watch(stop.target)
        _bring_into_sight(stop.target)
        self.callout.show()  # first: what is hidden measures its words in another font
        self.callout.show_stop(stop.title, stop.words, step, len(self._stops), stop.part)
        self._place(slide=moves)

    def _place(self, *, slide: bool = False) -> None:
        if self._step is None:
            return
        target, room = self._stops[self._step].target, self._page.rect().adjusted(8, 8, -8, -8)
        seen = self._seen(target)
        self.ring.setVisible(not seen.isEmpty())
        around = seen.adjusted(-RING_PX, -RING_PX, RING_PX, RING_PX)
        self.ring.setGeometry(around.intersected(self._page.rect()))
        size = self.callout.size()
        corner = room.center() - QPoint(size.width() // 2, size.height() // 2)
        if not seen.isEmpty():
            corner = beside(seen, size, room)
        self.ring.raise_()
        self.callout.raise_()
        if slide:
            self._slide.stop()
            self._slide.setStartValue(self.callout.pos())
            self._slide.setEndValue(corner)
            self._slide.start()
        elif self._slide.state() is not QPropertyAnimation.State.Running or self._slide.endValue() != corner:
            self._slide.stop()
            self.callout.move(corner)

    def _seen(self, target: QWidget) -> QRect:
        """What can be seen of a part, in the page's coordinates; empty where it is hidden or scrolled away."""
        if not target.isVisibleTo(self._page):
            return QRect()
        seen = QRect(target.mapTo(self._page, QPoint()), target.size())
        above = target.parentWidget()
        while above is not None and above is not self._page:
            seen = seen.intersected(QRect(above.mapTo(self._page, QPoint()), above.size()))
            above = above.parentWidget()
        return seen.intersected(self._page.rect())

    def _watch(self, target: QWidget | None) -> None:
        """Hear of whatever moves the part: itself, and all it stands in."""
        for widget in self._watched:
            widget.removeEventFilter(self)
        self._watched.clear()
        part = target
        while part is not None:
            part.installEventFilter(self)
            self._watched.append(part)
            part = part.parentWidget() if part is not self._page else None


def _seen(store: Store) -> set[str]:
    kept = store.setting(SEEN, [])
    return {name for name in kept if isinstance(name, str)} if isinstance(kept, list) else set()


def _bring_into_sight(target: QWidget) -> None:
    above = target.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(target)
            if target.height() > above.viewport().height():  # its beginning says what it is
                above.verticalScrollBar().setValue(target.mapTo(above.widget() or target, QPoint()).y())
        above = above.parentWidget()
