"""What erasing, proving and checking signatures cost: python scripts/bench/privacy.py [--events N] [--film-mb N]"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from simulator.assets import assets_folder
from simulator.domain.events import HostSpoke, Word
from simulator.domain.judgement import Note, Scorecard
from simulator.domain.language import Language
from simulator.domain.session import Ending, SessionHeader, Transcript
from simulator.domain.units import Span
from simulator.live.erasure import Erasure
from simulator.storage.content import FolderLibrary
from simulator.storage.store import SqliteStore

NAME = "欧阳橄榄"
AT = "2026-11-23T10:00:00+00:00"


def filled(store: SqliteStore, library: FolderLibrary, events: int, film_mb: int) -> str:
    """A session with so many events, a transcript of 2,000 phrases, words and a recording."""
    header = SessionHeader(
        id="bench",
        scenario="S01",
        scenario_version="1",
        language=Language.ZH,
        seed=1,
        trainee=store.trainee(NAME).id,
        take=1,
        began_utc=AT,
        app_version="0",
        audience_model="0",
    )
    store.begin(header, library.scenario("S01"))
    said = [
        HostSpoke(
            at=number / 10,
            said=Span(number / 10, number / 10 + 1),
            text=f"大家好我是{NAME}第{number}句",
            words=tuple(Word(letter, Span(number / 10, number / 10 + 1), 0.9) for letter in "大家好我是"),
            engine="x",
        )
        for number in range(events)
    ]
    store.append(header.id, said)
    store.save_transcript(header.id, Transcript(engine="x", final=True, phrases=tuple(said[:2000])))
    store.end(header.id, Ending.SCORED)
    for number in range(30):
        store.judge(header.id, Note(at=1.0, text=f"听{number}", instructor="王老师", at_utc=AT))
    store.save_scorecard(empty_card(header.id, library))
    store.sign(header.id, "王老师")
    store.recording_path(header.id).write_bytes(b"\0" * (film_mb << 20))
    return header.id


def empty_card(session: str, library: FolderLibrary) -> Scorecard:
    rubric = library.default_rubric()
    return Scorecard(
        session=session,
        rubric=rubric.id,
        version=rubric.version,
        marks=(),
        dimensions=(),
        total=None,
        low=None,
        high=None,
        scored_weight=0.0,
        gates=(),
        provisional=False,
    )


def timed(pieces: Iterator[tuple[Path, ...]]) -> list[float]:
    """How long the store held the thread for each piece, in milliseconds; files are deleted beside that."""
    spent: list[float] = []
    while True:
        began = time.perf_counter()
        files = next(pieces, None)
        spent.append(1000 * (time.perf_counter() - began))
        if files is None:
            return spent
        for file in files:
            file.unlink(missing_ok=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=50_000)
    parser.add_argument("--film-mb", type=int, default=200)
    asked = parser.parse_args()
    library = FolderLibrary(assets_folder())
    with tempfile.TemporaryDirectory() as folder:
        store = SqliteStore(Path(folder), library)
        session = filled(store, library, asked.events, asked.film_mb)
        began = time.perf_counter()
        rests = store.resting(session)
        fetched = time.perf_counter()
        log = rests.log()
        print(f"signature: fetched in {1000 * (fetched - began):.0f} ms, {len(rests.events)} events", end="")
        print(f" hashed beside the window in {1000 * (time.perf_counter() - fetched):.0f} ms ({log[:8]})")
        erasure = Erasure(store, next(each for each in store.trainees() if each.name == NAME), "bench")
        began = time.perf_counter()
        before = store.search_bytes(NAME, anew=False, progress=lambda _: None, cancelled=lambda: False)
        took = time.perf_counter() - began
        print(f"searched {before.bytes / 1e6:.0f} MB in {took:.1f} s ({before.bytes / 1e6 / took:.0f} MB/s)", end="")
        print(f", found {before.found} times")
        spent = sorted(timed(erasure.pieces(before)))
        print(f"erased in {len(spent)} pieces, median {spent[len(spent) // 2]:.0f} ms, longest {spent[-1]:.0f} ms")
        began = time.perf_counter()
        after = store.search_bytes(NAME, anew=True, progress=lambda _: None, cancelled=lambda: False)
        print(f"rewritten and searched again in {time.perf_counter() - began:.1f} s: found {after.found} times")
        store.close()


if __name__ == "__main__":
    main()
