"""What is older than the queue and the search is taken into them, a little at a time, while nobody is on air."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QTimer, Signal

from simulator.domain.queue import Left
from simulator.ports import Mendable
from simulator.queue_port import QueueStore

logger = logging.getLogger(__name__)

BEAT_MS = 40
AT_ONCE = 4
"""What is taken in at each beat: some hundredths of a second of work, so that no key waits."""


class CatchingUp(QObject):
    """Ends by itself once nothing is left. Lives on the main thread, as the store does."""

    progressed = Signal(object)
    """``Left``"""

    def __init__(self, store: QueueStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.left: Left | None = None
        """None until it was looked at."""
        self._timer = QTimer(self, interval=BEAT_MS)
        self._timer.timeout.connect(self.beat)

    def allow(self, allowed: bool) -> None:
        """Go on, or stand still while somebody is on air."""
        if allowed and (self.left is None or self.left.anything):
            self._timer.start()
        elif not allowed:
            self._timer.stop()
            self.left = None  # a session that ends may leave comments for later

    def beat(self) -> None:
        """Take in a little."""
        try:
            self.left = self._store.take_in(AT_ONCE)
        except Mendable as error:
            logger.warning("older sessions could not be taken in: %s", error.code)
            self._timer.stop()
            return
        if not self.left.anything:
            self._timer.stop()
        self.progressed.emit(self.left)
