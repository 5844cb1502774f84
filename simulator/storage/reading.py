"""Reads a file that nobody vouches for: whole, and never more of it than there may be."""

from __future__ import annotations

from pathlib import Path

from simulator.ports import ContentError


def read(path: Path, limit: int) -> bytes:
    """The bytes of a file. Raise ContentError where it is a folder, larger than ``limit``, missing or unreadable."""
    try:
        if path.is_dir():
            raise ContentError("content_is_folder", file=str(path))
        size = path.stat().st_size
        if size > limit:
            raise ContentError("content_too_big", file=str(path), bytes=size, limit=limit)
        return path.read_bytes()[: limit + 1]
    except FileNotFoundError as error:
        raise ContentError("content_missing", file=str(path)) from error
    except (OSError, ValueError) as error:
        raise ContentError("content_unreadable", file=str(path), why=type(error).__name__) from error
