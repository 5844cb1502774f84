"""One writer per data folder: a lock of the operating system, gone with the process however it ends."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from simulator.ports import StoreError


class FolderLock:
    """Held from birth until ``close``. Raise StoreError("in_use") when another process, or store, holds it."""

    def __init__(self, folder: Path) -> None:
        path = folder / "bolian.lock"
        try:
            self._file = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o644)
        except OSError as error:
            raise StoreError("folder_read_only", path=str(folder), why=os.strerror(error.errno or 0)) from error
        try:
            _lock(self._file)
        except OSError as error:
            os.close(self._file)
            raise StoreError("in_use", path=str(folder)) from error

    def close(self) -> None:
        """Let the folder go; a second call does nothing."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1


if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
