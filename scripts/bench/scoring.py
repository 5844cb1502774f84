"""How fast sessions are scored from their logs: CPU time of scoring, of decoding a log, and of hearing it again.

The session is given by a host who talks, shows and answers on air in the program's own room; it is then laid end to
end until it is as long as asked, so that it holds as many words, comments, orders and findings as a real one.

    python scripts/bench/scoring.py [--minutes 60] [--sessions 40]
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from simulator.domain.events import Event, HostSpoke, PictureMeasured, SoundMeasured, VoiceStarted, VoiceStopped, Word
from simulator.domain.judgement import Scorecard
from simulator.domain.rubric import Rubric
from simulator.domain.session import SessionLog, Transcript
from simulator.domain.units import Seconds, Span
from simulator.perception.listener import reheard
from simulator.scoring import score
from simulator.storage.content import FolderLibrary
from simulator.storage.event_codec import event_of, event_row
from tests.scoring.gaming.host import on_air
from tests.stream import ASSETS, default_rubric

TIMES = ("at", "since", "expires_at", "closes_at")


def later(event: Event, by: Seconds, lap: int) -> Event:
    """The same event another time round: its moments moved on, its names made new."""
    changes: dict[str, object] = {}
    for field in fields(event):
        value = getattr(event, field.name)
        if field.name in TIMES and isinstance(value, (int, float)):
            changes[field.name] = value + by
        elif isinstance(value, Span):
            changes[field.name] = _moved(value, by)
        elif field.name == "words":
            changes[field.name] = tuple(Word(each.text, _moved(each.said, by), each.confidence) for each in value)
        elif field.name in ("id", "incident", "order") and value is not None:
            changes[field.name] = f"{value}_{lap}"
        elif field.name == "comments" and isinstance(value, tuple):
            changes[field.name] = tuple(f"{each}_{lap}" for each in value)
    return replace(event, **changes)


def measured(log: SessionLog) -> SessionLog:
    """The session with sound and picture measured once a second, and the voice noticed, as a cabin's log has them."""
    seconds = [
        event
        for at in range(int(log.length))
        for event in (
            SoundMeasured(
                at=at, speech_dbfs=-20, noise_dbfs=-50, clipped=0, pitch_hz=tuple(200 + at % 50 + n for n in range(25))
            ),
            PictureMeasured(at=at, luma=120, too_dark=0, too_bright=0, sharpness=90, face=True),
        )
    ]
    voices: list[Event] = []
    for phrase in log.only(HostSpoke):
        voices += [VoiceStarted(at=phrase.said.start), VoiceStopped(at=phrase.said.end)]
    events = sorted((*log.events, *seconds, *voices), key=lambda event: event.at)
    return replace(log, events=tuple(events))


def _moved(span: Span, by: Seconds) -> Span:
    return Span(span.start + by, span.end + by)


def laid_end_to_end(log: SessionLog, minutes: float) -> SessionLog:
    """A session of this many minutes, made of the given one over and over."""
    laps = max(1, round(60 * minutes / log.length))
    inner = [event for event in log.events if type(event).__name__ not in ("WentLive", "WentOffAir")]
    first = [event for event in log.events if type(event).__name__ == "WentLive"]
    last = [event for event in log.events if type(event).__name__ == "WentOffAir"]
    events = [later(event, lap * log.length, lap) for lap in range(laps) for event in inner]
    end = [replace(event, at=laps * log.length) for event in last]
    return replace(log, events=(*first, *sorted(events, key=lambda event: event.at), *end))


def anew(log: SessionLog, rubric: Rubric) -> Scorecard:
    """Score a log that nobody has looked into yet: what it finds out about itself is part of the work."""
    return score(replace(log), rubric, provisional=False)


def decoded(rows: Sequence[tuple[float, str, str]]) -> list[Event]:
    return [event_of(kind, body) for _, kind, body in rows]


def cpu(work: Callable[[], object], times: int = 1) -> float:
    """Seconds of CPU time one go takes."""
    begun = time.process_time()
    for _ in range(times):
        work()
    return (time.process_time() - begun) / times


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--sessions", type=int, default=40, help="sessions of 30 minutes that are scored again")
    asked = parser.parse_args()
    rubric = default_rubric()
    library = FolderLibrary(ASSETS)
    for name in ("zh_honest", "en_honest"):
        given = measured(on_air(name))
        whole = laid_end_to_end(given, asked.minutes)
        half = laid_end_to_end(given, 30)
        words = sum(len(phrase.words) for phrase in whole.only(HostSpoke))
        print(f"{name}: {whole.length / 60:.0f} min, {words} words, {len(whole.events)} events")
        once = cpu(partial(anew, whole, rubric), 3)
        print(f"  score: {1000 * once:.0f} ms of CPU")
        each = cpu(partial(anew, half, rubric), asked.sessions)
        print(f"  scored again, sessions of 30 min: {1 / each:.1f} a second and core")
        rows = [event_row(event) for event in half.events]
        decoding = cpu(partial(decoded, rows), 3)
        print(
            f"  decoding a 30 min log: {1000 * decoding:.0f} ms of CPU;"
            f" with scoring {1 / (each + decoding):.1f} a second"
        )
        phrases = tuple(half.only(HostSpoke))
        taxonomy, rules = library.taxonomy(), library.rules(half.language)
        heard = Transcript(engine="t", final=True, phrases=phrases)
        again = cpu(partial(reheard, half, heard, taxonomy, rules))
        print(f"  hearing a 30 min session again: {again:.1f} s of CPU")


if __name__ == "__main__":
    main()
