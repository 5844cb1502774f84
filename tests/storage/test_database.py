"""Opening the data folder: what is not ours, not whole or not writable is named and left exactly as it was."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

import simulator
from simulator.domain.events import WentLive
from simulator.domain.scenario import Scenario
from simulator.ports import StoreError
from simulator.storage.content import FolderLibrary
from simulator.storage.database import back_up, open_database
from simulator.storage.migrations import APPLICATION_ID, STEPS, schema_version
from simulator.storage.network_share import mounted_kind, remote_kind
from simulator.storage.store import SqliteStore
from tests.storage.conftest import header_of


@pytest.fixture
def folder(tmp_path: Path, library: FolderLibrary, scenario: Scenario) -> Path:
    """A data folder with one session in it, closed."""
    store = SqliteStore(tmp_path / "data", library)
    store.begin(header_of("kept", store.trainee("小雨").id), scenario)
    store.append("kept", [WentLive(at=0.0)])
    store.close()
    return tmp_path / "data"


def refused(folder: Path, library: FolderLibrary) -> StoreError:
    with pytest.raises(StoreError) as caught:
        SqliteStore(folder, library)
    assert "path" in caught.value.facts
    return caught.value


def content_of(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir() if path.is_file()}


def patch(path: Path, offset: int, raw: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(raw)


def test_the_rules_for_opening_hold(folder: Path) -> None:
    db = open_database(folder / "bolian.db")
    with closing(db.conn):
        values = {
            name: db.execute(f"PRAGMA {name}").fetchone()[0]
            for name in (
                "journal_mode",
                "synchronous",
                "foreign_keys",
                "busy_timeout",
                "trusted_schema",
                "secure_delete",
            )
        }
        assert values == {
            "journal_mode": "wal",
            "synchronous": 1,
            "foreign_keys": 1,
            "busy_timeout": 5000,
            "trusted_schema": 0,
            "secure_delete": 1,
        }
        assert db.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        assert db.execute("PRAGMA user_version").fetchone()[0] == schema_version()
        ours = [table for table in db.tables if not table.name.startswith(("_", "phrase_words", "comment_words"))]
        assert [table.name for table in ours if not table.strict] == []


def test_a_newer_database_is_refused_and_keeps_every_byte(folder: Path, library: FolderLibrary) -> None:
    patch(folder / "bolian.db", 60, struct.pack(">I", schema_version() + 1))
    before = content_of(folder)
    error = refused(folder, library)
    assert error.code == "database_newer"
    assert (error.facts["found"], error.facts["known"]) == (schema_version() + 1, schema_version())
    assert content_of(folder) == before


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "database_empty"),
        (b"just some text, longer than a header of a hundred bytes" * 4, "not_a_database"),
        (b"SQLite format 3\0", "not_a_database"),
    ],
)
def test_what_is_no_database_is_refused_and_kept(folder: Path, library: FolderLibrary, raw: bytes, code: str) -> None:
    (folder / "bolian.db").write_bytes(raw)
    assert refused(folder, library).code == code
    assert (folder / "bolian.db").read_bytes() == raw


def test_somebody_elses_database_is_refused_and_kept(folder: Path, library: FolderLibrary) -> None:
    path = folder / "bolian.db"
    path.unlink()
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("CREATE TABLE diary (day TEXT)")
    before = path.read_bytes()
    assert refused(folder, library).code == "not_ours"
    assert path.read_bytes() == before


def test_a_damaged_database_is_named(folder: Path, library: FolderLibrary) -> None:
    path = folder / "bolian.db"
    raw = path.read_bytes()
    path.write_bytes(raw[:100] + b"\xa5" * (len(raw) - 100))
    assert refused(folder, library).code == "database_damaged"


def test_a_lost_database_is_never_replaced_by_an_empty_one(folder: Path, library: FolderLibrary) -> None:
    (folder / "recordings").mkdir(exist_ok=True)
    (folder / "recordings" / "kept.mkv").write_bytes(b"x")
    (folder / "bolian.db").unlink()
    assert refused(folder, library).code == "database_missing"
    assert not (folder / "bolian.db").exists()


def test_a_log_without_its_database_is_a_lost_database(folder: Path, library: FolderLibrary) -> None:
    (folder / "bolian.db").rename(folder / "bolian.db-wal")
    assert refused(folder, library).code == "database_missing"


def test_a_half_made_database_is_made_again(tmp_path: Path, library: FolderLibrary) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "bolian.db.new").write_bytes(b"half")
    SqliteStore(folder, library).close()
    assert sorted(path.name for path in folder.iterdir()) == ["bolian.db", "bolian.lock"]


def test_a_second_store_is_told_that_the_folder_is_in_use(folder: Path, library: FolderLibrary) -> None:
    first = SqliteStore(folder, library)
    assert refused(folder, library).code == "in_use"
    first.close()
    SqliteStore(folder, library).close()


def test_a_folder_that_cannot_be_opened_is_let_go(folder: Path, library: FolderLibrary) -> None:
    whole = (folder / "bolian.db").read_bytes()
    (folder / "bolian.db").write_bytes(b"")
    refused(folder, library)
    (folder / "bolian.db").write_bytes(whole)
    SqliteStore(folder, library).close()


def test_a_file_in_place_of_the_folder_is_named(tmp_path: Path, library: FolderLibrary) -> None:
    path = tmp_path / "data"
    path.write_text("x")
    assert refused(path, library).code == "folder_is_file"
    assert refused(path / "below", library).code == "folder_read_only"


# ------------------------------------------------------------------------------------ read-only, full


def nobody_opens(*folders: Path) -> list[str]:
    """What a person without rights is told: as root, rights do not count, so a child gives them up first."""
    code = """if True:
        import os, sys
        from pathlib import Path
        from simulator.assets import assets_folder
        from simulator.ports import (StoreError)
        from simulator.storage.content import FolderLibrary
        from simulator.storage.store import SqliteStore
        library = FolderLibrary(assets_folder())
        library.known()
        if os.geteuid() == 0:
            os.setgid(65534)
            os.setuid(65534)
        for folder in sys.argv[1:]:
            try:
                SqliteStore(Path(folder), library).close()
                print("opened")
            except StoreError as error:
                print(error.code)
    """
    root = str(Path(simulator.__file__).parent.parent)
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, folders)],
        env={**os.environ, "PYTHONPATH": root},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return done.stdout.split()


@contextmanager
def reachable(folder: Path) -> Iterator[None]:
    """Folders above the test's own let everybody pass while this lasts."""
    above = [each for each in folder.parents if each.stat().st_mode & 0o001 == 0]
    modes = [each.stat().st_mode for each in above]
    for each in above:
        each.chmod(0o711)
    try:
        yield
    finally:
        for each, mode in zip(above, modes, strict=True):
            each.chmod(mode)


@pytest.mark.skipif(sys.platform == "win32", reason="rights of a folder are another matter on Windows")
def test_a_read_only_folder_is_named(folder: Path) -> None:
    before = content_of(folder)
    folder.chmod(0o555)
    for path in folder.iterdir():
        path.chmod(0o444)
    with reachable(folder):
        assert nobody_opens(folder, folder / "new") == ["folder_read_only", "folder_read_only"]
    folder.chmod(0o755)
    assert content_of(folder) == before


@pytest.mark.skipif(sys.platform == "win32", reason="rights of a file are another matter on Windows")
def test_a_read_only_database_is_named(folder: Path) -> None:
    folder.chmod(0o777)
    (folder / "bolian.lock").chmod(0o666)
    (folder / "bolian.db").chmod(0o444)
    with reachable(folder):
        assert nobody_opens(folder) == ["database_read_only"]


def test_a_full_disk_is_named_and_all_until_then_is_whole(folder: Path, library: FolderLibrary) -> None:
    store = SqliteStore(folder, library)
    store._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    pages = store._db.execute("PRAGMA page_count").fetchone()[0]
    store._db.execute(f"PRAGMA max_page_count={pages + 4}").fetchall()  # as good as a disk with four pages left
    kept = 0
    with pytest.raises(StoreError) as caught:
        for _ in range(10_000):
            store.append("kept", [WentLive(at=0.0)] * 50)
            kept += 50
    assert caught.value.code == "disk_full"
    assert len(store.log("kept").events) == 1 + kept
    store.close()
    again = SqliteStore(folder, library)
    again.append("kept", [WentLive(at=1.0)])
    assert len(again.log("kept").events) == 2 + kept
    again.close()


# ------------------------------------------------------------------------------------ migrations


def next_steps(fails: bool) -> Migrations:
    """The steps of a later version: ours and one more."""
    later = Migrations("bolian")
    for step in STEPS._migrations:
        later(name=step.name)(step.fn)

    @later(name="0002_later")
    def _later(db: Database) -> None:
        db.execute("CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT")
        db.execute("DELETE FROM events")
        if fails:
            db.execute("INSERT INTO nowhere VALUES (1)")

    return later


def test_a_migration_keeps_a_copy_from_before(folder: Path, library: FolderLibrary) -> None:
    db = open_database(folder / "bolian.db", next_steps(fails=False))
    with closing(db.conn):
        assert db["later"].exists()
        assert db.execute("PRAGMA user_version").fetchone()[0] == schema_version() + 1
    (copy,) = (folder / "backups").iterdir()
    with closing(sqlite3.connect(copy)) as old:
        assert old.execute("SELECT count(*) FROM events").fetchone()[0] == 1
        assert old.execute("PRAGMA user_version").fetchone()[0] == schema_version()
    assert refused(folder, library).code == "database_newer"


def test_a_migration_that_fails_leaves_all_as_it_was(folder: Path, library: FolderLibrary) -> None:
    with pytest.raises(StoreError) as caught:
        open_database(folder / "bolian.db", next_steps(fails=True))
    assert caught.value.code == "migration_failed"
    assert Path(str(caught.value.facts["backup"])).exists()
    store = SqliteStore(folder, library)
    assert [type(event) for event in store.log("kept").events] == [WentLive]
    assert not store._db["later"].exists()
    store.close()


def test_a_backup_is_whole_while_the_database_is_in_use(folder: Path, library: FolderLibrary, tmp_path: Path) -> None:
    store = SqliteStore(folder, library)
    store.append("kept", [WentLive(at=1.0)] * 99)
    back_up(store._db, tmp_path / "copies" / "copy.db")
    store.close()
    with closing(sqlite3.connect(tmp_path / "copies" / "copy.db")) as copy:
        assert copy.execute("SELECT count(*) FROM events").fetchone()[0] == 100
        assert copy.execute("PRAGMA quick_check").fetchone()[0] == "ok"
    assert [path.name for path in (tmp_path / "copies").iterdir()] == ["copy.db"]


# ------------------------------------------------------------------------------------ network shares


MOUNTS = """\
rootfs / rootfs rw 0 0
/dev/sda1 / ext4 rw 0 0
server:/lab /mnt/lab nfs4 rw 0 0
//server/lab /mnt/with\\040space cifs rw 0 0
sshfs /far/x fuse.sshfs rw 0 0
/dev/sdb1 /mnt/lab/local ext4 rw 0 0
host /srv 9p rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/var/data", None),
        ("/mnt/lab", "nfs4"),
        ("/mnt/lab/data/deep", "nfs4"),
        ("/mnt/lab/local/data", None),
        ("/mnt/labour", None),
        ("/mnt/with space/data", "cifs"),
        ("/far/x/data", "fuse.sshfs"),
        ("/near/x", None),
        ("/srv/data", "9p"),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="mounts are a matter of Linux")
def test_a_network_share_is_told_from_a_local_disk(folder: str, kind: str | None) -> None:
    assert mounted_kind(Path(folder), MOUNTS) == kind


def test_a_unc_path_is_a_network_share(library: FolderLibrary) -> None:
    assert remote_kind(Path("\\\\server\\lab")) == "UNC"
    error = refused(Path("\\\\server\\lab"), library)
    assert (error.code, error.facts["kind"]) == ("network_share", "UNC")


def test_this_folder_is_local(tmp_path: Path) -> None:
    assert remote_kind(tmp_path / "not" / "there") is None
