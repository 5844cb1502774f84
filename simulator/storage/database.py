"""The one place that opens a database: checked before it is touched, migrated with a copy kept, locked."""

from __future__ import annotations

import os
import shutil
import sqlite3
import struct
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database, Migrations

from simulator.ports import StoreError
from simulator.storage.event_codec import CodecError, NewerError
from simulator.storage.migrations import APPLICATION_ID, STEPS, schema_version

BUSY_MS = 5000
_MAGIC = b"SQLite format 3\0"


def open_database(path: Path, steps: Migrations = STEPS) -> Database:
    """The database at ``path``, made when neither it nor a trace of an older one is there. Raise StoreError."""
    if path.exists():
        _refuse_foreign(path, schema_version(steps))
    else:
        _make(path, steps)
    with translated(path):
        db = _connected(path)
    try:
        with translated(path):
            found = int(db.execute("PRAGMA user_version").fetchone()[0])
            if found > schema_version(steps):
                raise StoreError("database_newer", path=str(path), found=found, known=schema_version(steps))
            if steps.pending(db):
                _migrate(db, path, found, steps)
    except BaseException:
        db.conn.close()
        raise
    return db


def back_up(db: Database, target: Path) -> None:
    """A whole copy of the database at ``target``, while it is in use; never a half one under that name."""
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(part)) as copy:
        db.conn.backup(copy)
    part.replace(target)


@contextmanager
def decoding(path: Path | str) -> Iterator[None]:
    """What was stored and cannot be read, in our words."""
    try:
        yield
    except NewerError as error:
        raise StoreError("made_by_newer", path=str(path), why=str(error)) from error
    except CodecError as error:
        raise StoreError("database_damaged", path=str(path), why=str(error)) from error


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """SQLite's ways to fail, in our words."""
    try:
        yield
    except sqlite3.Error as error:
        code = _code(error)
        if code == "disk_fault" and _is_full(path):
            code = "disk_full"  # the shared memory beside the database cannot grow: SQLite calls that a fault
        raise StoreError(code, path=str(path), why=getattr(error, "sqlite_errorname", "")) from error
    except OSError as error:
        code = "disk_full" if error.errno == 28 else "folder_read_only"
        raise StoreError(code, path=str(path), why=os.strerror(error.errno or 0)) from error


def _is_full(path: Path) -> bool:
    """Whether there is no room for another page of the write-ahead log's index."""
    try:
        return shutil.disk_usage(path.parent).free < 1_000_000
    except OSError:
        return False


def _code(error: sqlite3.Error) -> str:
    name = str(getattr(error, "sqlite_errorname", ""))
    for start, code in (
        ("SQLITE_FULL", "disk_full"),
        ("SQLITE_BUSY", "database_busy"),
        ("SQLITE_LOCKED", "database_busy"),
        ("SQLITE_READONLY", "database_read_only"),
        ("SQLITE_CANTOPEN", "folder_read_only"),
        ("SQLITE_NOTADB", "not_a_database"),
        ("SQLITE_CORRUPT", "database_damaged"),
        ("SQLITE_IOERR", "disk_fault"),
    ):
        if name.startswith(start):
            return code
    raise error


@contextmanager
def apart(path: Path) -> Iterator[Database]:
    """A connection that only reads, beside the store's, for whatever thread asks; all it reads is of one moment."""
    read_only = f"{path.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(read_only, uri=True, timeout=BUSY_MS / 1000)) as connection:
        connection.execute("PRAGMA trusted_schema=OFF").fetchall()
        connection.execute("BEGIN")
        yield Database(connection, execute_plugins=False)


def _refuse_foreign(path: Path, known: int) -> None:
    """Look at the file's first bytes only, so that what is not ours keeps every one of them."""
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise StoreError("folder_read_only", path=str(path), why=os.strerror(error.errno or 0)) from error
    if not head:
        raise StoreError("database_empty", path=str(path))
    if not head.startswith(_MAGIC) or len(head) < 100:
        raise StoreError("not_a_database", path=str(path))
    (version,) = struct.unpack(">I", head[60:64])
    (application,) = struct.unpack(">I", head[68:72])
    if application != APPLICATION_ID:
        raise StoreError("not_ours", path=str(path))
    if version > known:
        raise StoreError("database_newer", path=str(path), found=version, known=known)
    if not os.access(path, os.W_OK):
        raise StoreError("database_read_only", path=str(path))


def _make(path: Path, steps: Migrations) -> None:
    """Build it aside and rename it: a database under its name is always a whole one."""
    recordings = path.parent / "recordings"
    if path.with_name(path.name + "-wal").exists() or (recordings.is_dir() and any(recordings.iterdir())):
        raise StoreError("database_missing", path=str(path))
    fresh = path.with_name(path.name + ".new")
    with translated(path):
        for leftover in (fresh, *(fresh.with_name(fresh.name + end) for end in ("-wal", "-shm", "-journal"))):
            leftover.unlink(missing_ok=True)
        with closing(sqlite3.connect(fresh)) as connection:
            connection.execute("PRAGMA auto_vacuum=INCREMENTAL")
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
            db = Database(connection, execute_plugins=False)
            steps.apply(db)
            connection.execute(f"PRAGMA user_version={schema_version(steps)}")
        fresh.replace(path)


def _connected(path: Path) -> Database:
    connection = sqlite3.connect(path, timeout=BUSY_MS / 1000)
    try:
        for pragma in (
            "trusted_schema=OFF",
            "foreign_keys=ON",
            "secure_delete=ON",
            "journal_mode=WAL",
            "synchronous=NORMAL",
            f"busy_timeout={BUSY_MS}",
        ):
            connection.execute(f"PRAGMA {pragma}").fetchall()
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")
    except BaseException:
        connection.close()
        raise
    return Database(connection, execute_plugins=False)


def _migrate(db: Database, path: Path, found: int, steps: Migrations) -> None:
    """Take the steps that are missing; a step that fails leaves all as it was, and the copy from before is named."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    backup = path.parent / "backups" / f"bolian-v{found}-{stamp}.db"
    back_up(db, backup)
    try:
        for step in list(steps.pending(db)):
            with db.atomic():
                step.fn(db)
                steps._record_applied(db, step.name)
                db.execute(f"PRAGMA user_version={len(steps.applied(db))}")
    except (sqlite3.Error, StoreError) as error:
        raise StoreError("migration_failed", path=str(path), backup=str(backup)) from error
