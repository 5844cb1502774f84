"""Scoring again: quickly where what was measured still holds, to the same bytes as from the log."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.devices.clock import HandClock
from simulator.devices.replayed_recogniser import ReplayedRecogniser
from simulator.domain.findings import RuleBroken
from simulator.domain.judgement import Confirmation, Override
from simulator.domain.language import Language
from simulator.domain.rubric import Rubric
from simulator.domain.session import Ending
from simulator.live.booking import Booking
from simulator.live.rehearsal import rehearse_fast
from simulator.live.rescoring import Rescored, Rescoring, rescorable
from simulator.live.studio import Studio
from simulator.scoring.shaping import Steps, with_steps
from simulator.storage.rubric_writing import written
from tests.deviceless import studio_in
from tests.journeys.pitch import ORANGES, words

RED_LINE = (110.0, "吃这个橙子能治糖尿病。")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three sessions that were said and scored, and one cut off."""
    folder = tmp_path_factory.mktemp("kept") / "data"
    studio = studio_in(folder)
    for seed in (1, 2, 3):
        booking = Booking(scenario="S01", trainee="小雨", camera=None, microphone=None, seed=seed, record=False)
        said = ReplayedRecogniser(words((*ORANGES[:-1], RED_LINE)), Language.ZH)
        session = rehearse_fast(studio, booking, HandClock(), replayed=said)[0]
        transcript = replace(session.transcript, final=True)
        studio.store.save_transcript(session.header.id, transcript)
        studio.marking.keep(studio.marking.again(session.header.id))
    header = replace(session.header, id="cut")
    studio.store.begin(header, session.scenario)
    studio.store.close()
    return folder


@pytest.fixture
def studio(kept: Path, tmp_path: Path) -> Iterator[Studio]:
    shutil.copytree(kept, tmp_path / "data")
    made = studio_in(tmp_path / "data")
    yield made
    made.close_devices()
    made.store.close()


@pytest.fixture
def stricter(studio: Studio) -> Rubric:
    """A published version with other bands for the opening."""
    rubric = studio.store.rubric("live-sales-default")
    changed = replace(with_steps(rubric, "A1", None, Steps((4.0, 5.0), (1, 3, 5))), version="2")
    return studio.store.add_rubric(written(changed, studio.store.rubric_text(rubric.id, rubric.version)))


def again(studio: Studio, rubric: Rubric | None, *, measure: bool = False, jobs: int = 1) -> list[Rescored]:
    entries = rescorable(studio.store.sessions())
    return list(Rescoring(studio.library, studio.store, rubric, measure=measure).score(entries, jobs=jobs))


def test_what_was_measured_gives_the_same_scorecard_as_the_log(studio: Studio, stricter: Rubric) -> None:
    quick = again(studio, stricter)
    anew = again(studio, stricter, measure=True)
    assert [each.measured for each in quick + anew] == [False] * 3 + [True] * 3
    assert [each.card for each in quick] == [each.card for each in anew]
    assert {each.card.version for each in quick} == {"2"}
    levels = {mark.criterion: mark.level for mark in quick[0].card.marks}
    before = {mark.criterion: mark.level for mark in quick[0].before.marks} if quick[0].before else {}
    assert levels != before and {id for id in levels if levels[id] != before[id]} == {"A1"}
    for each in quick:
        kept = studio.store.scorecards(each.entry.header.id)
        assert [card.card.version for card in kept] == ["0.1.0", "2"], "the same again is not kept twice"


def test_a_word_on_a_finding_means_measuring_anew(studio: Studio) -> None:
    session = studio.store.sessions()[1].header.id
    marked = studio.marking.again(session)
    broken = next(each for each in marked.log.only(RuleBroken) if each.severity >= 4)
    word = Confirmation(
        finding=broken.id, stands=True, reason="听过", instructor="王老师", at_utc="2026-11-23T09:00:00"
    )
    studio.store.judge(session, word)
    found = {each.entry.header.id: each for each in again(studio, None)}
    assert {id: each.measured for id, each in found.items()}[session] is True
    assert sum(each.measured for each in found.values()) == 1
    values = {mark.criterion: mark.measurement.value for mark in found[session].card.marks}
    assert values["F1"] == 1
    assert not any(each.measured for each in again(studio, None)), "until something changes again"


def test_another_transcript_means_measuring_anew(studio: Studio) -> None:
    session = studio.store.sessions()[1].header.id
    transcript = studio.store.transcript(session)
    assert transcript is not None
    studio.store.save_transcript(session, replace(transcript, phrases=transcript.phrases[:3]))
    assert sum(each.measured for each in again(studio, None)) == 1


def test_processes_beside_each_other_give_the_same(studio: Studio, stricter: Rubric) -> None:
    alone = {each.entry.header.id: each.card for each in again(studio, stricter, measure=True)}
    beside = {each.entry.header.id: each.card for each in again(studio, stricter, measure=True, jobs=2)}
    assert alone == beside


def test_whoever_stops_keeps_what_was_told(studio: Studio, stricter: Rubric) -> None:
    entries = rescorable(studio.store.sessions())
    rescoring = Rescoring(studio.library, studio.store, stricter, measure=True)
    told = [next(found) for found in [rescoring.score(entries)]]
    newest = {entry.header.id: studio.store.scorecard(entry.header.id) for entry in entries}
    assert {id for id, card in newest.items() if card is not None and card.version == "2"} == {
        each.entry.header.id for each in told
    }
    stopped = list(rescoring.score(entries, cancelled=lambda: True))
    assert stopped == []


def test_progress_goes_up_to_the_end(studio: Studio) -> None:
    shares: list[float] = []
    entries = rescorable(studio.store.sessions())
    list(Rescoring(studio.library, studio.store, None).score(entries, progress=shares.append))
    assert shares == pytest.approx([1 / 3, 2 / 3, 1.0])


def test_what_is_on_air_or_cut_off_is_not_scored(studio: Studio) -> None:
    assert any(entry.ending is Ending.ON_AIR for entry in studio.store.sessions())
    assert len(rescorable(studio.store.sessions())) == 3


def test_what_instructors_said_stays_and_a_signed_result_with_it(studio: Studio, stricter: Rubric) -> None:
    session = studio.store.sessions()[1].header.id
    word = Override(
        criterion="A1", level=2, machine_level=5, reason="r", instructor="王老师", at_utc="2026-11-23T09:00:00"
    )
    studio.store.judge(session, word)
    studio.store.sign(session, "王老师")
    before = studio.store.session(session)
    again(studio, stricter)
    assert studio.store.session(session) == before
    assert studio.store.judgement(session).overrides == (word,)
    marked = studio.marking.again(session)
    assert marked.scorecard.version == "0.1.0", "the report, too, is about what was signed"
    studio.store.sign(session, "王老师")
    assert studio.marking.again(session).scorecard.version == "2"


def test_a_new_version_marks_what_is_scored_from_now_on(studio: Studio, stricter: Rubric) -> None:
    session = studio.store.sessions()[1].header.id
    log = studio.store.log(session)
    assert studio.marking.yardstick(log).rubric.version == "0.1.0", "what was scored stays with its version"
    fresh = replace(log, header=replace(log.header, id="new"))
    studio.store.begin(fresh.header, log.scenario)
    assert studio.marking.yardstick(fresh).rubric == stricter
