"""How quickly sessions are scored again: python scripts/bench/rescoring.py [--sessions 1000] [--minutes 30].

One session of that length is rehearsed and copied under other ids; then all are scored by another version of the
rubric, from what was measured, and a few from their logs. CPU seconds of this process, so that other work on the
machine does not count.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from simulator.devices.clock import HandClock
from simulator.devices.replayed_recogniser import ReplayedRecogniser
from simulator.domain.language import Language
from simulator.domain.session import Ending
from simulator.live.booking import Booking
from simulator.live.rehearsal import rehearse_fast
from simulator.live.rescoring import Rescoring, rescorable
from simulator.live.studio import Studio
from simulator.review.rubric_preview import preview
from simulator.scoring.shaping import Steps, with_steps
from simulator.storage.rubric_writing import written
from tests.deviceless import studio_in
from tests.journeys.pitch import ORANGES, words

SLOW = 5
"""Sessions measured from their logs."""


def timed(name: str, count: int, work: Callable[[], object]) -> None:
    began = time.process_time()
    work()
    took = time.process_time() - began
    print(f"{name:<44} {1000 * took / count:9.2f} ms a session {count / took:10.0f} a second")


def filled(studio: Studio, sessions: int, minutes: int) -> None:
    """One rehearsed session, and copies of it."""
    span = ORANGES[-1][0] + 8
    said = [(start + at, text) for start in range(0, 60 * minutes, round(span)) for at, text in ORANGES]
    booking = Booking(scenario="S01", trainee="bench", camera=None, microphone=None, seed=7, record=False)
    spoken = ReplayedRecogniser(words(tuple(said)), Language.ZH)
    session = rehearse_fast(studio, booking, HandClock(), replayed=spoken)[0]
    store, marking = studio.store, studio.marking
    log, transcript = store.log(session.header.id), replace(session.transcript, final=True)
    store.save_transcript(log.header.id, transcript)
    marked = marking.again(log.header.id)
    marking.keep(marked)
    for number in range(1, sessions):
        header = replace(log.header, id=f"{number:012x}")
        store.begin(header, log.scenario)
        store.append(header.id, log.events)
        store.save_transcript(header.id, transcript)
        copy = replace(marked, log=replace(log, header=header), scorecard=replace(marked.scorecard, session=header.id))
        marking.keep(replace(copy, transcript=None))
        store.end(header.id, Ending.SCORED)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--sessions", type=int, default=1000)
    parser.add_argument("--minutes", type=int, default=30)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        studio = studio_in(Path(folder) / "data")
        filled(studio, asked.sessions, asked.minutes)
        store = studio.store
        entries = rescorable(store.sessions())
        events = len(store.log(entries[0].header.id).events)
        size = (Path(folder) / "data" / "bolian.db").stat().st_size
        print(f"{len(entries)} sessions of {asked.minutes} min, {events} events each, {size / 1e6:.0f} MB")
        rubric = store.rubric("live-sales-default")
        stricter = replace(with_steps(rubric, "C1", None, Steps((0.3, 0.6, 0.8, 0.95), (1, 2, 3, 4, 5))), version="2")
        made = store.add_rubric(written(stricter, store.rubric_text(rubric.id, rubric.version)))
        ids = [entry.header.id for entry in entries]
        timed("fetch for a preview", len(ids), lambda: store.packed_marks(ids))
        packed = store.packed_marks(ids)
        sessions = [each.unpacked() for each in packed]
        timed("unpack for a preview", len(ids), lambda: [each.unpacked() for each in packed])
        timed("preview", len(ids), lambda: preview([lambda one=one: one for one in sessions], made))
        quick = Rescoring(studio.library, store, made)
        timed("score again, from what was measured", len(ids), lambda: list(quick.score(entries)))
        few = entries[:SLOW]
        timed("decode a log", len(few), lambda: [store.log(entry.header.id) for entry in few])
        anew = Rescoring(studio.library, store, made, measure=True)
        timed("score again, heard and measured anew", len(few), lambda: list(anew.score(few)))
        store.close()


if __name__ == "__main__":
    main()
