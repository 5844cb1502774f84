"""A program killed while it writes loses nothing that it was told is kept."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import simulator
from simulator.domain.crowd import Liked
from simulator.storage.content import FolderLibrary
from simulator.storage.store import SqliteStore
from tests.storage.writer_child import BATCH

CHILD = Path(__file__).with_name("writer_child.py")
MOMENTS = (1, 17, 60, 151)
"""After how many kept batches the child is killed; where inside the next one is left to chance."""


def test_kill_minus_nine_loses_no_kept_batch(tmp_path: Path, library: FolderLibrary) -> None:
    data = tmp_path / "data"
    for moment in MOMENTS:
        session = f"killed-{moment}"
        kept = _killed(data, session, moment)
        store = SqliteStore(data, library)
        assert store._db.execute("PRAGMA quick_check").fetchone()[0] == "ok"
        assert session in [entry.header.id for entry in store.cut_off()]
        events = store.log(session).events
        assert len(events) % BATCH == 0, "half a batch"
        whole = len(events) // BATCH
        assert whole in (kept, kept + 1), "a kept batch was lost, or one came from nowhere"
        assert events == tuple(Liked(at=float(n), count=n) for n in range(whole) for _ in range(BATCH))
        assert store.session(session).length == whole - 1
        store.close()


def _killed(data: Path, session: str, moment: int) -> int:
    """Let the child write ``moment`` batches and kill it; the number of batches it said were kept."""
    child = subprocess.Popen(
        [sys.executable, str(CHILD), str(data), session],
        env={**os.environ, "PYTHONPATH": str(Path(simulator.__file__).parent.parent)},
        stdout=subprocess.PIPE,
    )
    assert child.stdout is not None
    with child.stdout as said:
        for _ in range(moment):
            assert said.readline(), "the child ended by itself"
        child.kill()
        rest = said.read().splitlines(keepends=True)
    child.wait(timeout=30)
    return moment + sum(1 for line in rest if line.endswith(b"\n"))
