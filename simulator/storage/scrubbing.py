"""Proof that a name is gone: the database rewritten whole, then every byte of the data folder searched.

It is done in a process of its own: SQLite's locks on a file are lost when any part of its process closes that file.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import sqlite3
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from simulator.ports import StoreError
from simulator.storage.searching import spaced

PIECE = 1 << 20
LOOK_S = 0.2
"""How often waiting for the other process is interrupted, to see whether it should stop."""
BUSY_MS = 60_000
_TEXTS = {
    "events": "session",
    "phrases": "session",
    "scorecards": "session",
    "judgement_words": "session",
    "review_drafts": "session",
}
"""Tables with texts of sessions, and the column that names the session."""


@dataclass(frozen=True, slots=True)
class Searched:
    """What a search for a name found."""

    places: tuple[tuple[str, int], ...]
    """Files, below the folder, that hold it in their bytes or their name, and how often."""
    files: int
    bytes: int
    sessions: tuple[str, ...] = ()
    """Sessions in whose texts it stands."""

    @property
    def found(self) -> int:
        return sum(count for _, count in self.places)


def forms_of(name: str) -> tuple[bytes, ...]:
    """The bytes a name may stand in, lower case: as it is and as indexed, composed and decomposed, as JSON, in UTF-8;
    and as it is in UTF-16."""
    texts = {name, spaced(name), name.casefold()}
    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        texts.add(unicodedata.normalize(form, name))
    texts |= {json.dumps(each)[1:-1] for each in tuple(texts)}
    forms = {each.encode("utf-8", "replace") for each in texts if each}
    forms |= {name.encode(code, "replace") for code in ("utf-16-le", "utf-16-be") if name}
    return tuple(sorted({each.lower() for each in forms}))


def search(folder: Path, name: str, progress: Callable[[float], None] = lambda _: None) -> Searched:
    """Read every file in the folder, however large, for the name; capitals of Latin letters make no difference."""
    forms = forms_of(name)
    cased = any(form.lower() != form.upper() for form in forms)  # of Latin letters; others have no capitals in bytes
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink()]
    sizes = {path: path.stat().st_size for path in files}
    whole, read = sum(sizes.values()) or 1, 0
    places: list[tuple[str, int]] = []
    for path in files:
        below = path.relative_to(folder).as_posix()
        count = sum(below.encode().lower().count(form) for form in forms)
        tails = dict.fromkeys(forms, b"")
        try:
            for piece in _pieces(path):
                read += len(piece)
                low = piece.lower() if cased else piece
                for form in forms:
                    both = tails[form] + low
                    count += both.count(form)
                    tails[form] = both[len(both) - len(form) + 1 :] if len(form) > 1 else b""
                progress(min(1.0, read / whole))
        except FileNotFoundError:
            continue
        if count:
            places.append((below, count))
    return Searched(tuple(places), len(files), read)


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            yield piece


def rewrite(database: Path) -> None:
    """Build the database anew, so that no page of it holds what was deleted, and empty the write-ahead log."""
    with closing(sqlite3.connect(database, timeout=BUSY_MS / 1000)) as connection:
        connection.execute("PRAGMA secure_delete=ON").fetchall()
        connection.execute("VACUUM")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def sessions_with(database: Path, name: str) -> tuple[str, ...]:
    """Sessions in whose texts the name stands as it is written."""
    found: set[str] = set()
    with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True, timeout=BUSY_MS / 1000)) as connection:
        for table, column in _TEXTS.items():
            rows = connection.execute(f"SELECT DISTINCT {column} FROM {table} WHERE instr(body, ?)", [name])
            found.update(row[0] for row in rows)
    return tuple(sorted(found))


def scrubbed(
    folder: Path,
    name: str,
    *,
    anew: bool,
    progress: Callable[[float], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Searched:
    """Search the folder in another process, the database rewritten before where ``anew``; slow, on any thread.

    Raise StoreError where that fails, InterruptedError when cancelled.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_scrub, args=(str(folder), name, anew, theirs), name="scrub", daemon=True)
    process.start()
    theirs.close()
    try:
        while True:
            if cancelled():
                raise InterruptedError
            if not ours.poll(LOOK_S):
                continue
            told = ours.recv()
            if isinstance(told, float):
                progress(told)
            elif isinstance(told, Searched):
                return told
            else:
                raise StoreError("scrub_failed", path=str(folder), why=str(told))
    except EOFError as error:
        raise StoreError("scrub_failed", path=str(folder), why="ended") from error
    finally:
        if cancelled():
            process.terminate()
        process.join()
        ours.close()


def _scrub(folder: str, name: str, anew: bool, pipe: Connection) -> None:
    """The other process: tells shares, then what was found, or why not."""
    place = Path(folder)
    database = place / "bolian.db"
    last = [0.0]

    def tell(share: float) -> None:
        if share - last[0] >= 0.01:
            last[0] = share
            pipe.send(share)

    try:
        if anew:
            rewrite(database)
        found = search(place, name, tell)
        sessions = sessions_with(database, name) if anew and found.places else ()
        pipe.send(Searched(found.places, found.files, found.bytes, sessions))
    except (OSError, sqlite3.Error) as error:
        why = os.strerror(error.errno or 0) if isinstance(error, OSError) else getattr(error, "sqlite_errorname", "")
        pipe.send(f"{type(error).__name__} {why}".strip())
