"""Zip files of strangers onto the disk, checked as a whole before anything is written."""

from __future__ import annotations

import lzma
import stat
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from simulator.devices.models.disk import PIECE, disk_faults, need_space
from simulator.ports import ContentError

MOST_ENTRIES = 2_000
LONGEST_NAME = 200
MOST_BYTES = 6 * 1024**3
RATIO = 20
"""Times its size an archive may unpack to: real models reach 3 to 4."""
ALWAYS_ALLOWED = 1024 * 1024
"""Bytes that are fine at any ratio: tables of zeros."""


def unpack(archive: Path, target: Path, progress: Callable[[float], None], cancelled: Callable[[], bool]) -> None:
    """Unpack into the new folder ``target``; raise ContentError and leave nothing when the archive is not sound."""
    try:
        with zipfile.ZipFile(archive) as opened:
            entries = opened.infolist()
            mistakes = [mistake for entry in entries for mistake in _mistakes(entry)]
            if len({entry.filename for entry in entries}) < len(entries):
                mistakes.append("an entry twice")
            if len(entries) > MOST_ENTRIES or not entries:
                mistakes.append(f"{len(entries)} entries")
            if mistakes:
                raise ContentError("model_archive_unsafe", mistakes[:20], path=str(archive))
            allowed = min(MOST_BYTES, max(ALWAYS_ALLOWED, RATIO * archive.stat().st_size))
            announced = sum(entry.file_size for entry in entries)
            if announced > allowed:
                raise ContentError("model_archive_too_large", path=str(archive), allowed=allowed)
            target.mkdir(parents=True)
            need_space(target, announced)
            written = 0
            for entry in entries:
                written = _write(opened, entry, target, written, allowed, cancelled)
                progress(written / max(1, announced))
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, RuntimeError) as error:
        # RuntimeError is an encrypted entry, NotImplementedError an unknown method.
        raise ContentError("model_archive_unreadable", path=str(archive)) from error
    except (FileExistsError, NotADirectoryError, IsADirectoryError) as error:
        raise ContentError("model_archive_unsafe", ["one entry in the way of another"], path=str(archive)) from error


def _mistakes(entry: zipfile.ZipInfo) -> list[str]:
    name = entry.filename
    path = PurePosixPath(name)
    kind = stat.S_IFMT(entry.external_attr >> 16)
    mistakes: list[str] = []
    if not name or len(name) > LONGEST_NAME or name != entry.orig_filename:
        mistakes.append(f"{name[:40]!r}: name")
    elif path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name or not name.isprintable():
        mistakes.append(f"{name!r}: leaves the folder")
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        mistakes.append(f"{name!r}: not a file")
    if entry.flag_bits & 0x1:
        mistakes.append(f"{name!r}: encrypted")
    return mistakes


def _write(
    opened: zipfile.ZipFile,
    entry: zipfile.ZipInfo,
    target: Path,
    written: int,
    allowed: int,
    cancelled: Callable[[], bool],
) -> int:
    """Write one entry, counting the bytes that really come; returns all written so far."""
    place = target.joinpath(*PurePosixPath(entry.filename).parts)
    with disk_faults(target):
        if entry.is_dir():
            place.mkdir(parents=True, exist_ok=True)
            return written
        place.parent.mkdir(parents=True, exist_ok=True)
        with opened.open(entry) as source, place.open("xb") as file:
            while piece := source.read(PIECE):
                if cancelled():
                    raise InterruptedError
                written += len(piece)
                if written > allowed:
                    raise ContentError("model_archive_too_large", path=str(opened.filename), allowed=allowed)
                file.write(piece)
    return written
