"""Files of models on disk: hashes, what fails there in our words, and one writer at a time."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from simulator.ports import StoreError

PIECE = 1024 * 1024
"""Bytes read or written at once."""

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)


@contextlib.contextmanager
def disk_faults(folder: Path) -> Iterator[None]:
    """A full or forbidden disk as StoreError."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise StoreError("model_disk_full", path=str(folder)) from error
        if error.errno in _FORBIDDEN:
            raise StoreError("models_folder_not_writable", path=str(folder)) from error
        raise


def need_space(folder: Path, needed: int) -> None:
    """Raise StoreError when less than ``needed`` bytes are free there."""
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise StoreError("model_disk_full", path=str(folder), needed=needed, free=free)


def sha256_of(path: Path, cancelled: Callable[[], bool]) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            if cancelled():
                raise InterruptedError
            digest.update(piece)
    return digest.hexdigest()


def copied(source: Path, target: Path, cancelled: Callable[[], bool]) -> None:
    """Copy in pieces, so that it can be stopped."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with source.open("rb") as read, target.open("wb") as written:
        while piece := read.read(PIECE):
            if cancelled():
                raise InterruptedError
            written.write(piece)


@contextlib.contextmanager
def only_one(lock: Path, cancelled: Callable[[], bool]) -> Iterator[None]:
    """Wait until no other process holds this lock file; the system frees it when its holder dies."""
    with lock.open("a+b") as file:
        while not _locked(file.fileno()):
            if cancelled():
                raise InterruptedError
            time.sleep(0.05)
        yield


def _locked(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(descriptor, 0, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
