"""Files that leave the program: written whole, or not at all."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Callable
from pathlib import Path

from simulator.ports import StoreError

FULL = (errno.ENOSPC, errno.EDQUOT)
NO_FOLDER = (errno.ENOENT, errno.ENOTDIR)
FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)


def write_whole(path: Path, write: Callable[[Path], object]) -> None:
    """Write a file whole or not at all; raise StoreError when it cannot be, saying why."""
    part = path.with_name(path.name + ".part")
    try:
        write(part)
        part.replace(path)
    except OSError as error:
        if isinstance(error, InterruptedError):
            raise
        raise unwritable(path, error) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def unwritable(path: Path, error: OSError) -> StoreError:
    """What is wrong with a file, in words a person can act on."""
    if error.errno in FULL:
        return StoreError("file_disk_full", file=str(path))
    if error.errno in NO_FOLDER:
        return StoreError("file_no_folder", file=str(path), folder=str(path.parent))
    if error.errno in FORBIDDEN:
        return StoreError("file_forbidden", file=str(path))
    return StoreError("file_unwritable", file=str(path), reason=error.strerror or "")
