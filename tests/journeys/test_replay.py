"""Replay equals live to the bit: a session recorded through the cabin, played again from the store."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from simulator.assets import assets_folder
from simulator.audience.audience import TICK_S, Outputs
from simulator.audience.hosts import tick_of
from simulator.audience.replay import CROWD, Playback, Verdict, beats, check, heard, replayed, steps
from simulator.domain.crowd import CommentPosted, OrderRefunded, RoomHashed
from simulator.domain.events import HostSpoke, VoiceStopped, WentOffAir
from simulator.domain.findings import QuestionAnswered, ViewersGreeted
from simulator.domain.language import Language
from simulator.domain.session import REACTION, SessionLog
from simulator.domain.taxonomy import Taxonomy
from simulator.domain.units import Span
from simulator.storage.content import FolderLibrary
from tests import on_air


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> SessionLog:
    return on_air.broadcast(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def library() -> FolderLibrary:
    return FolderLibrary(assets_folder())


@pytest.fixture(scope="module")
def taxonomy(library: FolderLibrary) -> Taxonomy:
    return library.taxonomy()


def test_the_session_has_what_makes_a_replay_hard(log: SessionLog) -> None:
    assert len(list(log.only(RoomHashed))) == 3
    assert log.pauses
    spoken = list(log.only(HostSpoke))
    late = [phrase for phrase in spoken if phrase.at > phrase.said.end + REACTION + TICK_S]
    after = log.events.index(next(log.only(WentOffAir)))
    assert len(late) >= 2
    assert any(isinstance(event, HostSpoke) for event in log.events[after:])
    assert any(isinstance(event, QuestionAnswered) for event in log.events[:after])
    assert any(event.at / TICK_S % 1 > 0.01 for event in log.events if not isinstance(event, CROWD))


def test_played_again_it_is_the_same_to_the_bit(log: SessionLog, taxonomy: Taxonomy) -> None:
    found = check(log, taxonomy)
    assert (found.verdict, found.minutes, found.differs) == (Verdict.SAME, 3, None)


def test_the_crowd_says_and_does_the_same_word_for_word(
    log: SessionLog, library: FolderLibrary, taxonomy: Taxonomy
) -> None:
    again = [
        event
        for _, told in steps(log, taxonomy, outputs=Outputs(), wording=library.wording(Language.ZH))
        for event in told
    ]
    live = [event for event in log.events if isinstance(event, CROWD) and not isinstance(event, OrderRefunded)]
    assert any(isinstance(event, CommentPosted) for event in live)
    assert again == live


@pytest.mark.parametrize("chunk", [1, 37, 600])
def test_carried_on_from_snapshots_it_is_the_same(log: SessionLog, taxonomy: Taxonomy, chunk: int) -> None:
    assert check(log, taxonomy, chunk=chunk).verdict is Verdict.SAME


def test_on_two_threads_it_is_the_same(log: SessionLog, taxonomy: Taxonomy) -> None:
    with ThreadPoolExecutor(2) as pool:
        assert [found.verdict for found in pool.map(lambda _: check(log, taxonomy), range(2))] == [Verdict.SAME] * 2


def test_in_the_other_language_it_is_the_same(log: SessionLog, library: FolderLibrary) -> None:
    scenario = replace(log.scenario, language=Language.EN)
    english = replace(log, scenario=scenario, header=replace(log.header, language=Language.EN))
    assert check(english, library.taxonomy(), outputs=Outputs()).verdict is Verdict.SAME


def test_with_and_without_the_feed_it_is_the_same(log: SessionLog, taxonomy: Taxonomy) -> None:
    for outputs in (Outputs(), Outputs(voices=False), Outputs(events=False, voices=False)):
        assert check(log, taxonomy, outputs=outputs).verdict is Verdict.SAME


@pytest.mark.parametrize(("minute", "at"), [(1, 20.0), (2, 75.0), (3, 121.0)])
def test_the_minute_in_which_it_parts_from_the_log_is_named(
    log: SessionLog, taxonomy: Taxonomy, minute: int, at: float
) -> None:
    number = next(number for number, event in enumerate(log.events) if event.at >= at)
    never = ViewersGreeted(at=at, said=Span(at, at), names=(), quote="")
    other = replace(log, events=(*log.events[:number], never, *log.events[number:]))
    found = check(other, taxonomy)
    assert (found.verdict, found.differs, found.minutes) == (Verdict.DIFFERENT, minute, minute - 1)


def test_a_log_without_fingerprints_or_of_another_model_is_not_judged(log: SessionLog, taxonomy: Taxonomy) -> None:
    bare = replace(log, events=tuple(event for event in log.events if not isinstance(event, RoomHashed)))
    assert check(bare, taxonomy).verdict is Verdict.NO_HASHES
    foreign = replace(log, header=replace(log.header, audience_model="audience-0"))
    assert check(foreign, taxonomy).verdict is Verdict.OTHER_MODEL


def test_what_the_crowd_was_told_too_late_reached_nobody(log: SessionLog) -> None:
    by_tick = heard(log)
    taken = [event for events in by_tick.values() for event in events]
    told, end = 0, log.length
    for event in log.events:
        if isinstance(event, CROWD):
            told = tick_of(event.at, TICK_S)
        elif isinstance(event, QuestionAnswered) and tick_of(event.at, TICK_S) == told:
            assert event not in taken
    assert all(event.at < end for event in taken)
    assert max(by_tick) < beats(log)
    stops = [event for event in taken if isinstance(event, VoiceStopped)]
    assert stops == sorted(stops, key=lambda event: event.at)


def test_any_moment_can_be_gone_back_to_in_any_order(log: SessionLog, taxonomy: Taxonomy) -> None:
    playback = Playback(log, taxonomy)
    moments = (150.0, 30.0, 61.3, 149.9, 0.0, 1e6)
    found = [playback.before(moment).counters_hash() for moment in moments]
    assert found == [replayed(log, taxonomy, moment).counters_hash() for moment in moments]
    assert playback.before(61.3).now == pytest.approx(61.3)
    assert found[-1] == replayed(log, taxonomy).counters_hash()
