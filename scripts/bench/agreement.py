"""How far the figures of agreement can be relied on, and what they cost: python scripts/bench/agreement.py.

First how often the 95 % interval of kappa holds the true value, in made-up classes whose true kappa is known from
millions of pairs: the interval the program shows, beside the large-sample one of Fleiss, Cohen and Everitt (1969) and
the percentile bootstrap over trainees. Then how many pairs an interval of +-0.15 takes. Last the processor time of all
figures over the words of 100,000 sessions. Takes about four minutes; --trials and --sessions make it shorter.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import numpy as np
from numpy.typing import NDArray

from simulator.domain.agreement import Interval, Judged, Sample, Tally
from simulator.domain.judgement import Basis, Override
from simulator.review.agreement import agreement, kappas
from simulator.storage.event_codec import encoded
from simulator.storage.store import SqliteStore
from tests.storage.conftest import header_of

Counts = NDArray[np.float64]
LEVELS = (1, 2, 3, 4, 5)
CUTS = {
    "even": (-0.84, -0.25, 0.25, 0.84),
    "high": (-2.0, -1.4, -0.5, 0.6),
    "narrow": (-1.6, -1.2, -0.9, 1.0),
}
"""Where the levels of normally distributed skill are cut: as often each, mostly 4 and 5, seven in ten at 4."""
SIZES = (20, 50, 200)
LIKENESS = (0.5, 0.8, 0.95)
"""Correlation of what machine and instructor go by."""
SHARED = 0.5
"""How much of a pair's luck belongs to its trainee, where one has two sessions."""
SHIFT = 0.2
"""Standard deviations by which the machine is kinder."""


class Room:
    """Pairs as two judges with the same five levels would give them."""

    def __init__(self, cuts: tuple[float, ...], likeness: float, seed: int) -> None:
        self._cuts = np.array(cuts)
        self._likeness = likeness
        self._random = np.random.default_rng(seed)
        self.true = float(kappas(self.tables(2_000_000, 1).sum(axis=0, keepdims=True))[0])

    def tables(self, pairs: int, each: int) -> Counts:
        """Tables by trainee; ``each`` trainee has so many sessions."""
        trainees = pairs // each
        shared = SHARED if each > 1 else 0.0

        def normal() -> Counts:
            own, mine = self._random.standard_normal(trainees).repeat(each), self._random.standard_normal(pairs)
            drawn: Counts = np.sqrt(shared) * own + np.sqrt(1 - shared) * mine
            return drawn

        skill, noise = normal(), normal()
        other = np.searchsorted(self._cuts, skill)
        one = np.searchsorted(self._cuts, self._likeness * skill + np.sqrt(1 - self._likeness**2) * noise + SHIFT)
        if trainees > 100_000:  # only the sum is wanted
            whole: Counts = np.zeros((1, 5, 5))
            np.add.at(whole, (0, one, other), 1)
            return whole
        counts: Counts = np.zeros((trainees, 5, 5))
        np.add.at(counts, (np.arange(trainees).repeat(each), one, other), 1)
        return counts

    def resampled(self, counts: Counts, times: int = 400) -> Interval | None:
        drawn = self._random.integers(0, len(counts), (times, len(counts)))
        found = kappas(counts[drawn].sum(axis=1))
        found = found[np.isfinite(found)]
        return Interval(*np.quantile(found, (0.025, 0.975))) if found.size > times // 2 else None


def shown(counts: Counts) -> Interval | None:
    """What the program shows."""
    tallies = tuple(
        Tally(f"{trainee:06d}", LEVELS[one], LEVELS[other], int(counts[trainee, one, other]))
        for trainee, one, other in zip(*np.nonzero(counts), strict=True)
    )
    return agreement(Judged(criterion="A1", tallies=tallies), LEVELS).kappa_in


def large_sample(counts: Counts) -> Interval:
    """Fleiss, Cohen and Everitt 1969, as though pairs were independent."""
    whole = counts.sum(axis=0)
    many, share = whole.sum(), whole / whole.sum()
    weight = 1 - np.subtract.outer(np.arange(5), np.arange(5)) ** 2 / 16
    ones, others = share.sum(axis=1), share.sum(axis=0)
    chance = float((weight * np.outer(ones, others)).sum())
    kappa = float(kappas(whole))
    inner = weight - (np.add.outer(weight @ others, ones @ weight)) * (1 - kappa)
    error = np.sqrt(max(0.0, float((share * inner**2).sum()) - (kappa - chance * (1 - kappa)) ** 2) / many)
    error /= 1 - chance
    return Interval(kappa - 1.96 * error, kappa + 1.96 * error)


def coverage(trials: int) -> None:
    print("| levels | true kappa | pairs | sessions each | shown | half width | large sample | bootstrap | none |")
    print("|---|---|---|---|---|---|---|---|---|")
    overall: dict[int, list[float]] = {size: [] for size in SIZES}
    for seed, (name, likeness) in enumerate((name, likeness) for name in CUTS for likeness in LIKENESS):
        room = Room(CUTS[name], likeness, seed)
        for size in SIZES:
            for each in (1, 2):
                hits: dict[str, list[bool]] = {"shown": [], "large": [], "boot": []}
                widths, none = [], 0
                for _ in range(trials):
                    counts = room.tables(size, each)
                    own = shown(counts)
                    if own is None:
                        none += 1
                        continue
                    widths.append((own.high - own.low) / 2)
                    for key, found in (
                        ("shown", own),
                        ("large", large_sample(counts)),
                        ("boot", room.resampled(counts)),
                    ):
                        hits[key].append(found is not None and found.low <= room.true <= found.high)
                held = {key: float(np.mean(each_)) for key, each_ in hits.items()}
                overall[size].append(held["shown"])
                print(
                    f"| {name} | {room.true:.2f} | {size} | {each} | {held['shown']:.3f} | {np.mean(widths):.2f} "
                    f"| {held['large']:.3f} | {held['boot']:.3f} | {none} |",
                    flush=True,
                )
    for size, held_ in overall.items():
        print(f"n = {size}: held in {100 * np.mean(held_):.1f} % on average, {100 * min(held_):.1f} % at worst")


def pairs_needed(trials: int, half: float = 0.15) -> None:
    print(f"\nPairs for an interval of +-{half}, one session each / two sessions each:")
    for likeness in (0.5, 0.65, 0.8, 0.9):
        room = Room(CUTS["even"], likeness, 7)
        needed = []
        for each in (1, 2):
            for size in range(20, 401, 10):
                found = [shown(room.tables(size, each)) for _ in range(trials)]
                if np.mean([(i.high - i.low) / 2 for i in found if i is not None]) <= half:
                    needed.append(size)
                    break
        print(f"  kappa {room.true:.2f}: {' / '.join(map(str, needed))}", flush=True)


def words(sessions: int, trainees: int) -> Iterator[tuple[str, str, Override]]:
    """Eight words a session, as an instructor would say them."""
    random = np.random.default_rng(3)
    criteria = [f"{dimension}{number}" for dimension in "ABCDEF" for number in range(1, 5)]
    basis = Basis(rubric="live-sales-default", version="0.1.0", engine="0.5.0 whisper-base", value=2.5)
    for number in range(sessions):
        for criterion in random.choice(criteria, 8, replace=False):
            machine = int(random.integers(1, 6))
            yield (
                f"s{number:06d}",
                f"t{number % trainees}",
                Override(
                    criterion=str(criterion),
                    level=int(np.clip(machine + random.integers(-1, 2), 1, 5)),
                    machine_level=machine,
                    reason="说到了三个卖点",
                    instructor=f"教师{number % 7}",
                    at_utc="2026-11-23T09:00:00+00:00",
                    basis=basis,
                ),
            )


def cost(sessions: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = SqliteStore(Path(folder) / "data")
        fill(store, sessions)
        began = time.process_time()
        store.populations()
        print(f"\n{sessions} sessions, {8 * sessions} words: first taken in {time.process_time() - began:.2f} s")
        sample = Sample(rubric="live-sales-default", version="0.1.0", engine="0.5.0 whisper-base")
        began = time.process_time()
        store.populations()
        print(f"populations {time.process_time() - began:.3f} s")
        began = time.process_time()
        signed = store.signed(sample)
        print(f"signed {time.process_time() - began:.3f} s")
        asked = counted = 0.0
        slowest = 0.0
        criteria = [f"{dimension}{number}" for dimension in "ABCDEF" for number in range(1, 5)]
        for criterion in criteria:
            began = time.process_time()
            judged = store.judged(sample, criterion)
            between = time.process_time()
            agreement(judged, LEVELS, signed)
            asked, counted = asked + between - began, counted + time.process_time() - between
            slowest = max(slowest, time.process_time() - began)
        print(
            f"{len(criteria)} criteria: asked {asked:.2f} s, figures {counted:.2f} s, slowest of them {slowest:.3f} s"
        )
        began = time.process_time()
        streamed = sum(1 for _ in store.pairs(sample))
        print(f"{streamed} pairs one by one: {time.process_time() - began:.2f} s")
        store.close()


def fill(store: SqliteStore, sessions: int) -> None:
    """Straight into the tables: saying 800,000 words one by one takes an hour."""
    from simulator.assets import assets_folder
    from simulator.storage.content import FolderLibrary

    scenario = FolderLibrary(assets_folder()).scenario("S01")
    trainees = [store.trainee(f"学员{number}") for number in range(sessions // 20)]
    store.begin(header_of("first", trainees[0].id), scenario)
    with store._writing() as db:
        digest = db.execute("SELECT hash FROM scenarios").fetchone()[0]
        header = encoded(header_of("first", trainees[0].id))
        db.conn.executemany(
            """INSERT INTO sessions (id, scenario_hash, scenario, trainee, began_utc, header, ending, signed)
               VALUES (?, ?, 'S01', ?, '2026-11-23T08:00:00+00:00', ?, 'scored', 1)""",
            ((f"s{n:06d}", digest, trainees[n % len(trainees)].id, header) for n in range(sessions)),
        )
        db.conn.executemany(
            """INSERT INTO scorecards (session, made_utc, rubric, version, provisional, total, body)
               VALUES (?, '2026-11-23T08:30:00+00:00', 'live-sales-default', '0.1.0', 0, 70, '{}')""",
            ((f"s{n:06d}",) for n in range(sessions)),
        )
        db.conn.executemany(
            "INSERT INTO judgement_words (session, kind, at_utc, instructor, body) VALUES (?, 'override', ?, ?, ?)",
            ((session, word.at_utc, word.instructor, encoded(word)) for session, _, word in words(sessions, 1)),
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--trials", type=int, default=1000)
    parser.add_argument("--sessions", type=int, default=100_000)
    asked = parser.parse_args()
    if asked.trials:
        coverage(asked.trials)
        pairs_needed(max(20, asked.trials // 10))
    if asked.sessions:
        cost(asked.sessions)


if __name__ == "__main__":
    main()
