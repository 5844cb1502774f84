"""Long work on the store, a piece at a time: the window breathes between pieces, and files go beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from simulator.ports import Mendable, StoreError
from simulator.ui.jobs import Jobs

T = TypeVar("T")


class Piecewise(QObject, Generic[T]):
    """Takes piece after piece on this thread; with what a piece gives, unless it is empty, works in a job."""

    done = Signal()
    failed = Signal(object)
    """A ``Mendable``."""
    went_on = Signal(int)
    """How many pieces were taken."""

    def __init__(
        self, pieces: Iterator[T], work: Callable[[T], None], jobs: Jobs, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._pieces = pieces
        self._work = work
        self._jobs = jobs
        self._taken = 0

    def begin(self) -> None:
        QTimer.singleShot(0, self, self._next)

    def _next(self) -> None:
        try:
            piece = next(self._pieces)
        except StopIteration:
            self.done.emit()
            return
        except Mendable as error:
            self.failed.emit(error)
            return
        self._taken += 1
        self.went_on.emit(self._taken)
        if piece:
            self._jobs.start(lambda _job: self._work(piece), self._go_on, self.failed.emit)
        else:
            self.begin()

    def _go_on(self, _nothing: object = None) -> None:
        self.begin()


def deleted(files: tuple[Path, ...]) -> None:
    """Delete files; the work of erasing. Raise StoreError."""
    for file in files:
        try:
            file.unlink(missing_ok=True)
        except OSError as error:
            raise StoreError("file_unwritable", file=str(file), reason=error.strerror or "") from error


def erased(pieces: Iterator[tuple[Path, ...]], jobs: Jobs, parent: QObject) -> Piecewise[tuple[Path, ...]]:
    """Erase piece by piece, once ``begin`` is called."""
    return Piecewise(pieces, deleted, jobs, parent)
