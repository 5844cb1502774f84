"""Takes in sessions that were scored before their standing was kept, a few at a time, while the window stays alive."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from simulator.ports import Mendable, Store

AT_ONCE = 3
"""Sessions in one turn: each takes a few milliseconds."""


class CatchUp(QObject):
    """One catching up under way."""

    left = Signal(int)
    """Sessions still to be taken in."""
    done = Signal(int)
    """All are in: how many were taken in now, 0 where there was nothing to do."""
    failed = Signal(object)
    """A ``Mendable``."""

    def __init__(self, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._taken = 0
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._on_turn)

    def begin(self) -> None:
        self._taken = 0
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _on_turn(self) -> None:
        try:
            taken, left = self._store.take_in_standings(AT_ONCE)
        except Mendable as error:
            self._timer.stop()
            self.failed.emit(error)
            return
        self._taken += taken
        if left:
            self.left.emit(left)
        else:
            self._timer.stop()
            self.done.emit(self._taken)
