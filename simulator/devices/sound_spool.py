"""Sound that waits to be recognised, first in first out: much of it lies on disk, and none is given up."""

from __future__ import annotations

import contextlib
import tempfile
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from typing import IO

from simulator.domain.units import Seconds

IN_MEMORY = 30 * 16_000
"""Samples that wait in memory; what comes after them is put on disk: an hour is 115 MB."""


@dataclass(frozen=True, slots=True)
class Piece:
    """16-bit sound and when its first sample was heard."""

    at: Seconds
    pcm: bytes

    @property
    def samples(self) -> int:
        return len(self.pcm) // 2


@dataclass(frozen=True, slots=True)
class _OnDisk:
    at: Seconds
    begins: int
    length: int


class SoundSpool:
    """Belongs to one thread. The file has no name, or goes with the process: nobody finds speech in it later."""

    def __init__(self) -> None:
        self._pieces: deque[Piece] = deque()
        self._later: deque[_OnDisk] = deque()
        """What lies on disk; all of it comes after what lies in memory."""
        self._file: IO[bytes] | None = None
        self._written = 0
        self._in_memory = 0
        self.samples = 0

    def __bool__(self) -> bool:
        return bool(self._pieces or self._later)

    def put(self, piece: Piece) -> None:
        """Add a piece behind all others."""
        self.samples += piece.samples
        if self._in_memory < IN_MEMORY and not self._later:
            self._keep(piece)
        elif not self._put_on_disk(piece):
            # A disk that takes nothing more: then memory has to.
            self._fetch_all()
            self._keep(piece)

    def put_back(self, pieces: Iterable[Piece]) -> None:
        """Put pieces before all others, in their order: they are to be heard again."""
        again = list(pieces)
        self._pieces.extendleft(reversed(again))
        added = sum(piece.samples for piece in again)
        self._in_memory += added
        self.samples += added

    def take(self) -> Piece:
        """The piece that waited longest. Raise IndexError when there is none."""
        if not self._pieces and self._later:
            self._fetch(self._later.popleft())
        piece = self._pieces.popleft()
        self._in_memory -= piece.samples
        self.samples -= piece.samples
        if not self._later and self._file is not None:
            self._forget_file()
        return piece

    def clear(self) -> None:
        self._pieces.clear()
        self._later.clear()
        self._in_memory = self.samples = 0
        self._forget_file()

    def _keep(self, piece: Piece) -> None:
        self._pieces.append(piece)
        self._in_memory += piece.samples

    def _put_on_disk(self, piece: Piece) -> bool:
        try:
            if self._file is None:
                self._file = tempfile.TemporaryFile(prefix="bolian-")  # noqa: SIM115  # closed in _forget_file
                self._written = 0
            self._file.seek(self._written)
            self._file.write(piece.pcm)
            self._file.flush()
        except OSError:
            return False
        self._later.append(_OnDisk(piece.at, self._written, len(piece.pcm)))
        self._written += len(piece.pcm)
        return True

    def _fetch(self, there: _OnDisk) -> None:
        assert self._file is not None
        self._file.seek(there.begins)
        self._keep(Piece(there.at, self._file.read(there.length)))

    def _fetch_all(self) -> None:
        while self._later:
            self._fetch(self._later.popleft())

    def _forget_file(self) -> None:
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._file.close()
            self._file = None
