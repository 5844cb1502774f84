"""Counts agreement a criterion at a time, so that the window stays alive whatever the database holds."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from simulator.domain.agreement import Sample
from simulator.domain.rubric import Rubric
from simulator.ports import Mendable, Store
from simulator.review.agreement import agreement


class Counting(QObject):
    """One count under way; a new one replaces it."""

    counted = Signal(object)
    """An ``Agreement``."""
    ended = Signal()
    failed = Signal(object)
    """A ``Mendable``."""

    def __init__(self, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._todo: list[str] = []
        self._levels: tuple[int, ...] = ()
        self._sample: Sample | None = None
        self._signed = 0
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._on_turn)

    @property
    def is_active(self) -> bool:
        return self._timer.isActive()

    def begin(self, sample: Sample, rubric: Rubric, signed: int = 0) -> None:
        self._sample, self._signed = sample, signed
        self._levels = tuple(level.level for level in rubric.levels)
        self._todo = [criterion.id for criterion in rubric.marked]
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _on_turn(self) -> None:
        if not self._todo or self._sample is None:
            self._timer.stop()
            self.ended.emit()
            return
        try:
            found = agreement(self._store.judged(self._sample, self._todo.pop(0)), self._levels, self._signed)
        except Mendable as error:
            self._timer.stop()
            self.failed.emit(error)
        else:
            self.counted.emit(found)
