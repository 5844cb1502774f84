"""A recording heard again from the command line, with words given in place of a recogniser."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from simulator.devices.clock import HandClock
from simulator.devices.replayed_recogniser import ReplayedRecogniser
from simulator.domain.language import Language
from simulator.domain.session import Ending
from simulator.live.booking import Booking
from simulator.live.marking import mark
from simulator.live.rehearsal import rehearse_fast
from tests.deviceless import studio_in
from tests.devices.speech.pitches import pitch, recorded
from tests.journeys.commands import BOLIAN, bolian
from tests.journeys.pitch import ORANGES, as_json, words
from tests.media_files import tone, write_video

MISHEARD = tuple((at, line.replace("三十九块九", "十九块九").replace("全网最甜", "全王最田")) for at, line in ORANGES)


def rehearsed(folder: Path, *, recording: bool = False) -> str:
    """A session that was heard live with mistakes, and not heard again."""
    studio = studio_in(folder)
    booking = Booking(scenario="S01", trainee="小雨", camera=None, microphone=None, seed=7, record=False)
    session, _ = rehearse_fast(studio, booking, HandClock(), replayed=ReplayedRecogniser(words(MISHEARD), Language.ZH))
    id = session.header.id
    studio.marking.keep(mark(session.log, session.transcript, studio.marking.yardstick(session.log)))
    if recording:
        write_video(studio.store.recording_path(id), [0.0, 1.0], sound=tone(2.0, 48_000))
    assert studio.store.session(id).ending is Ending.OFF_AIR
    studio.store.close()
    return id


@pytest.fixture
def given(tmp_path: Path) -> Path:
    file = tmp_path / "words.json"
    file.write_text(json.dumps(as_json(words(ORANGES)), ensure_ascii=False), encoding="utf-8")
    return file


def test_both_transcripts_and_both_scores_stay_and_what_changed_is_told(tmp_path: Path, given: Path) -> None:
    data = tmp_path / "data"
    session = rehearsed(data)
    ran = bolian("transcribe", session, "--transcript", given, "--json", "--data", data)
    assert ran.status == 0, ran.err
    (told,) = json.loads(ran.out)["sessions"]
    changed = told["changes"]
    assert {each["after"] for each in changed["words"]} >= {"三", "网", "甜"}
    assert any(each["kind"] == "RuleBroken" and each["appeared"] for each in changed["findings"])
    assert not told["score"]["provisional"]
    studio = studio_in(data)
    live, final = studio.store.live_transcript(session), studio.store.transcript(session)
    assert live is not None and "十九块九" in "".join(phrase.text for phrase in live.phrases)
    assert final is not None and final.final
    kept = studio.store._db.execute("SELECT provisional FROM scorecards ORDER BY id").fetchall()
    assert kept == [(1,), (0,)]
    assert studio.store.session(session).heard_utc is not None
    studio.store.close()
    page = tmp_path / "report.html"
    assert bolian("report", session, "--out", page, "--data", data).status == 0
    assert "What the second hearing changed" in page.read_text(encoding="utf-8")
    plain = bolian("transcribe", session, "--transcript", given, "--data", data, screen="zh")
    assert "复听" in plain.out and plain.status == 0


def test_what_cannot_be_heard_is_said_and_nothing_is_lost(tmp_path: Path) -> None:
    data = tmp_path / "data"
    session = rehearsed(data)
    before = bolian("score", session, "--json", "--data", data).out
    ran = bolian("transcribe", session, "--json", "--data", data)
    assert ran.status == 3
    assert json.loads(ran.out)["failed"] == [{"session": session, "error": "recording_absent"}]
    assert "no recording" in ran.err and "Traceback" not in ran.err
    assert bolian("score", session, "--json", "--data", data).out == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "--all"),
        (("nothing",), "There is no session"),
        (("--all", "--transcript", "x.json"), "--transcript"),
    ],
)
def test_what_is_asked_wrongly_is_said(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    ran = bolian("transcribe", *arguments, "--data", tmp_path / "data")
    assert ran.status == 2
    assert said in ran.err and "Traceback" not in ran.err


def test_all_takes_only_those_that_wait(tmp_path: Path, given: Path) -> None:
    data = tmp_path / "data"
    session = rehearsed(data)  # without a recording: it waits for nothing
    ran = bolian("transcribe", "--all", "--data", data)
    assert (ran.status, ran.out.strip()) == (0, "No session waits to be heard again.")
    assert bolian("transcribe", session, "--transcript", given, "--data", data).status == 0
    ran = bolian("transcribe", session, "--data", data)
    assert ran.status == 2
    assert "--again" in ran.err


def test_wrong_words_are_told_and_change_nothing(tmp_path: Path) -> None:
    data, wrong = tmp_path / "data", tmp_path / "wrong.json"
    session = rehearsed(data)
    wrong.write_text('[{"text": "好", "start_s": -1, "end_s": 2}]', encoding="utf-8")
    ran = bolian("transcribe", session, "--transcript", wrong, "--data", data)
    assert ran.status == 2 and "$[0].start_s" in ran.err
    studio = studio_in(data)
    assert not studio.store.session(session).final
    studio.store.close()


@pytest.mark.speech
def test_a_silent_recording_leaves_the_score_as_it_was(tmp_path: Path) -> None:
    """With the real recogniser: a tone is no speech, though words were heard live."""
    data = tmp_path / "data"
    session = rehearsed(data, recording=True)
    ran = bolian("transcribe", "--all", "--json", "--data", data)
    assert json.loads(ran.out)["failed"] == [{"session": session, "error": "recording_silent"}], ran.err
    assert ran.status == 3
    studio = studio_in(data)
    card = studio.store.scorecard(session)
    assert card is not None and card.provisional
    studio.store.close()


@pytest.mark.speech
@pytest.mark.skipif(sys.platform == "win32", reason="there are no terminals to open there")
def test_an_interrupted_hearing_leaves_nothing_behind(tmp_path: Path) -> None:
    """Ctrl+C while the real recogniser is at work: status 130, and the store as it was."""
    data = tmp_path / "data"
    session = rehearsed(data)
    recording = data / "recordings" / f"{session}.mkv"
    recording.parent.mkdir()
    recorded(np.tile(pitch("zh_apple_01_k").samples, 3), recording)
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", BOLIAN, "transcribe", session, "--data", str(data)]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=theirs)
    os.close(theirs)
    seen = b""
    while b"%" not in seen:
        seen += os.read(ours, 1000)
    running.send_signal(signal.SIGINT)
    out, _ = running.communicate(timeout=60)
    os.close(ours)
    assert (running.returncode, out) == (130, b"")
    assert session.encode() in seen
    studio = studio_in(data)
    assert not studio.store.session(session).final
    card = studio.store.scorecard(session)
    assert card is not None and card.provisional
    studio.store.close()


@pytest.mark.speech
def test_a_recording_is_heard_again_and_the_session_scored_by_it(tmp_path: Path) -> None:
    """With the real recogniser, a recording that was cut short: what follows stays as it was heard live."""
    data = tmp_path / "data"
    session = rehearsed(data)
    recording = data / "recordings" / f"{session}.mkv"
    recording.parent.mkdir()
    recorded(pitch("zh_apple_01_k").samples[: 30 * 16_000], recording)
    ran = bolian("transcribe", "--all", "--json", "--data", data)
    assert ran.status == 0, ran.err
    (told,) = json.loads(ran.out)["sessions"]
    assert told["heard_s"] == pytest.approx(30.0, abs=0.2)
    assert told["changes"]["cut_short"]
    assert "whisper" in told["transcript"]["engine"] and "+" in told["transcript"]["engine"]
    assert told["transcript"]["words"][-1]["start_s"] > 100
    assert not told["score"]["provisional"]
    assert bolian("transcribe", "--all", "--data", data).out.strip() == "No session waits to be heard again."
