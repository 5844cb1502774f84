"""What a class and a path cost with 100,000 sessions in the store: python scripts/bench/class_view.py.

Fills a store with standings as scoring keeps them (2,000 trainees, 25 criteria, six things missed a session), makes a
class of forty, and asks what the windows ask. Wall-clock and processor time, the median and the worst of so many
asks. ``--sessions`` makes it smaller, ``--folder`` keeps the store for the next time.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[2]))

import numpy as np

from simulator.domain.standing import ClassQuestion, KeptLevel
from simulator.review.classes import overview
from simulator.storage.event_codec import encoded
from simulator.storage.standing_tables import KeptLevels, counted
from simulator.storage.store import SqliteStore
from tests.storage.conftest import header_of

TRAINEES, CLASS = 2000, 40
ASKS = 20
FACTS = [f"orange/{name}" for name in ("size", "origin", "keeping", "shipping", "use", "after_sales", "taste", "proof")]


def fill(store: SqliteStore, sessions: int) -> None:
    """Rows as ``standing_tables.keep`` leaves them, each trainee's sessions spread over the years."""
    random = np.random.default_rng(7)
    rubric = store.rubric("live-sales-default")
    criteria = [each.id for each in rubric.marked]
    db = store._db
    with db.atomic():
        db.execute("INSERT INTO scenarios VALUES ('h', 'S01', '1', '{}')")
        moment = "2026-01-01T00:00:00+00:00"
        trainees = [(f"t{n:05}", f"学员{n}", f"学员{n}", moment) for n in range(TRAINEES)]
        db.conn.executemany("INSERT INTO trainees VALUES (?, ?, ?, ?)", trainees)
        for number in range(sessions):
            trainee = f"t{number % TRAINEES:05}"
            day = number // TRAINEES
            began = f"20{20 + day // 336:02}-{day // 28 % 12 + 1:02}-{day % 28 + 1:02}T08:{number % 60:02}:00+00:00"
            id = f"s{number:07}"
            header = encoded(header_of(id, trainee, began))
            db.execute(
                """INSERT INTO sessions (id, scenario_hash, scenario, trainee, began_utc, header, ending, length, total)
                   VALUES (?, 'h', 'S01', ?, ?, ?, 'scored', 600, 60)""",
                [id, trainee, began, header],
            )
            total = float(random.normal(62, 12))
            levels = np.clip(np.rint(random.normal(3, 1.2, len(criteria))), 1, 5).astype(int).tolist()
            kept = tuple(
                KeptLevel(criterion=criterion, weight=4.0, machine=level, counts=True, level=level, given=False)
                for criterion, level in zip(criteria, levels, strict=True)
            )
            missed = "\n".join(f"B1:{each}" for each in random.choice(FACTS, 5, replace=False))
            db.execute(
                """INSERT INTO standings (session, trainee, scenario, began_utc, exam, rubric, version, machine_total,
                       total, passed, signed, levels, missed, body, rules)
                   VALUES (?, ?, 'S01', ?, 0, ?, ?, ?, ?, ?, 0, ?, ?, ?, 'absolute_terms')""",
                [
                    id, trainee, began, rubric.id, rubric.version, total, total, int(total >= 60),
                    "\n".join(map(counted, kept)), missed, encoded(KeptLevels(kept)),
                ],
            )  # fmt: skip


def timed(name: str, ask: Callable[[], object]) -> None:
    wall: list[float] = []
    cpu: list[float] = []
    for _ in range(ASKS):
        at, used = time.perf_counter(), time.process_time()
        ask()
        wall.append(1000 * (time.perf_counter() - at))
        cpu.append(1000 * (time.process_time() - used))
    print(f"{name:<52} {median(wall):7.1f} ms median {max(wall):7.1f} worst, {median(cpu):7.1f} ms processor")


def measure(store: SqliteStore) -> None:
    rubric = store.rubric("live-sales-default")
    trainees = tuple(f"t{n:05}" for n in range(CLASS))

    def whole(question: ClassQuestion) -> Callable[[], object]:
        return lambda: overview(store.class_sessions(question), rubric)

    timed("class of 40, each one's last session", whole(ClassQuestion(trainees=trainees)))
    timed("class of 40, all their sessions", whole(ClassQuestion(trainees=trainees, every=True)))
    timed("class of 40, the last 90 days", whole(ClassQuestion(trainees=trainees, since_utc="2026-08-01")))
    timed(f"everybody ({TRAINEES}), each one's last session", whole(ClassQuestion()))
    timed("everybody, the newest 2,000 sessions", whole(ClassQuestion(every=True)))
    timed("one trainee's path", lambda: store.standings("t00007"))
    timed("what a session may be compared with", lambda: store.sessions_of("t00007"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sessions", type=int, default=100_000)
    parser.add_argument("--folder", type=Path)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = SqliteStore(chosen.folder or Path(folder))
        if not store._db.execute("SELECT 1 FROM standings LIMIT 1").fetchone():
            at = time.perf_counter()
            fill(store, chosen.sessions)
            print(f"filled with {chosen.sessions:,} sessions in {time.perf_counter() - at:.0f} s")
        measure(store)
        store.close()


if __name__ == "__main__":
    main()
