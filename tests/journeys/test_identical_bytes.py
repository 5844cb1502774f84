"""The same session scored twice: another day, process, hash seed, locale, time zone and PC; the same bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.devices.clock import HandClock
from simulator.devices.replayed_recogniser import ReplayedRecogniser
from simulator.domain.language import Language
from simulator.domain.session import Transcript
from simulator.live.booking import Booking
from simulator.live.marking import mark
from simulator.live.rehearsal import rehearse_fast
from simulator.storage.event_codec import encoded
from tests.deviceless import studio_in
from tests.journeys.commands import bolian
from tests.journeys.pitch import ORANGES, words
from tests.ui.scripted import comment

PROGRAM = """
import datetime, locale, sys, time
from pathlib import Path
day = float(sys.argv[3])
real = time.time
time.time = lambda: real() + day  # another day, for whoever asks this clock
class Moved(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return super().now(tz) + datetime.timedelta(seconds=day)
datetime.datetime = Moved
locale.setlocale(locale.LC_ALL, "")
from simulator.storage.event_codec import encoded
from tests.deviceless import studio_in
studio = studio_in(Path(sys.argv[1]))
marked = studio.marking.again(sys.argv[2])
studio.store.close()
sys.stdout.buffer.write(encoded(marked.scorecard).encode() + b"\\n")
for event in marked.log.events:
    sys.stdout.buffer.write(type(event).__name__.encode() + encoded(event).encode() + b"\\n")
"""
PLACES = (
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "987654321", "TZ": "America/St_Johns", "LC_ALL": "POSIX"},
)
DAY_S = 86_400


def scored(folder: Path, session: str, place: dict[str, str], days: int = 0) -> bytes:
    """The scorecard and every event as marked, as bytes, from a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(folder), session, str(days * DAY_S)],
        capture_output=True,
        env={**os.environ, **place},
        timeout=150,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, bytes]:
    """A data folder, its session, and the scorecard as it was made first."""
    folder = tmp_path_factory.mktemp("here") / "data"
    studio = studio_in(folder)
    booking = Booking(scenario="S01", trainee="小雨", camera=None, microphone=None, seed=7, record=False)
    said = ReplayedRecogniser(words((*ORANGES[:-1], (110.0, "吃这个橙子能治糖尿病。"), ORANGES[-1])), Language.ZH)
    session, _ = rehearse_fast(studio, booking, HandClock(), replayed=said)
    id = session.header.id
    studio.store.append(id, [comment(number, 20.0 + number, "多少钱一箱", asks=True) for number in range(6)])
    log = studio.store.log(id)
    final = Transcript(engine="transcript", final=True, phrases=session.transcript.phrases, heard=log.length)
    studio.store.save_transcript(id, session.transcript)
    marked = mark(log, final, studio.marking.yardstick(log))
    studio.marking.keep(marked)
    studio.store.close()
    return folder, id, encoded(marked.scorecard).encode()


def test_any_process_locale_time_zone_hash_seed_and_day_gives_the_same_bytes(kept: tuple[Path, str, bytes]) -> None:
    folder, session, first = kept
    made = [scored(folder, session, place, days) for days, place in zip((0, 1, 400), PLACES, strict=True)]
    assert made[0] == made[1] == made[2]
    assert made[0].split(b"\n", 1)[0] == first


def test_a_session_taken_elsewhere_gives_the_same_bytes(kept: tuple[Path, str, bytes], tmp_path: Path) -> None:
    folder, session, first = kept
    file, elsewhere = tmp_path / "session.bolian", tmp_path / "there"
    assert bolian("export", session, "--format", "session", "--out", file, "--data", folder).status == 0
    assert bolian("sessions", "--data", elsewhere).status == 0  # another PC, with people of its own
    assert bolian("import", file, "--data", elsewhere).status == 0
    assert scored(elsewhere, session, PLACES[1], days=30) == scored(folder, session, PLACES[0])
    here, there = (bolian("score", session, "--json", "--data", each) for each in (folder, elsewhere))
    assert here.status == there.status == 0
    assert here.out == there.out
    studio = studio_in(elsewhere)
    card = studio.store.scorecard(session)
    studio.store.close()
    assert card is not None and encoded(card).encode() == first
    back = tmp_path / "back.bolian"
    assert bolian("export", session, "--format", "session", "--out", back, "--data", elsewhere).status == 0
    assert back.read_bytes() == file.read_bytes()
