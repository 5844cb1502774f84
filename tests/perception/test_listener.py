"""The fold over a log, live and over a better transcript."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from simulator.domain.desk import ProductPinned
from simulator.domain.events import FINDINGS, Event, HostSpoke, WentLive, WentOffAir
from simulator.domain.findings import FactTold, HostWasSilent, PriceTold, PriceVerdict, QuestionAnswered
from simulator.domain.language import Language
from simulator.domain.session import REACTION, SessionHeader, SessionLog, Transcript
from simulator.perception.listener import Listener, reheard


@pytest.fixture
def log(chinese: Callable[..., Any], spoken: Callable[..., HostSpoke]) -> SessionLog:
    """A short session as it was heard live: the price was misheard, and a question waits."""
    stage = chinese()
    scenario = stage.scenario
    live: list[Event] = [
        WentLive(at=0.0),
        spoken("大家晚上好", Language.ZH, 0.5),
        ProductPinned(at=4.0, product="orange"),
        stage.comment("c1", "price", 5.0),
        spoken("今天一箱三十九块钱", Language.ZH, 8.0),
        WentOffAir(at=12.0),
    ]
    events: list[Event] = []
    for event in live:
        events.append(event)
        events += stage.listener.take(event)
    header = SessionHeader(
        id="s1", scenario="T1", scenario_version="1", language=Language.ZH, seed=1, trainee="t", take=1,
        began_utc="2026-01-01T00:00:00", app_version="0", audience_model="1",
    )  # fmt: skip
    return SessionLog(header=header, scenario=scenario, events=tuple(events))


def final(spoken: Callable[..., HostSpoke]) -> Transcript:
    phrases = (spoken("大家晚上好", Language.ZH, 0.5), spoken("今天一箱三十九块九", Language.ZH, 8.0))
    return Transcript(engine="better", final=True, phrases=phrases)


def test_a_better_transcript_replaces_phrases_and_findings(log: SessionLog, spoken: Any, library: Any) -> None:
    heard = reheard(log, final(spoken), library.taxonomy(), library.rules(Language.ZH))
    assert [each.verdict for each in log.only(PriceTold)] == [PriceVerdict.UNSURE]
    assert [each.verdict for each in heard.only(PriceTold)] == [PriceVerdict.RIGHT]
    assert [each.comments for each in heard.only(QuestionAnswered)] == [("c1",)]
    assert [each.text for each in heard.only(HostSpoke)] == ["大家晚上好", "今天一箱三十九块九"]
    untouched = [each for each in log.events if not isinstance(each, (HostSpoke, *FINDINGS))]
    assert [each for each in heard.events if not isinstance(each, (HostSpoke, *FINDINGS))] == untouched


def test_the_log_stays_in_order_and_nothing_is_said_after_the_end(log: SessionLog, spoken: Any, library: Any) -> None:
    late = Transcript(engine="b", final=True, phrases=(spoken("今天一箱三十九块九", Language.ZH, 10.0),))
    heard = reheard(log, late, library.taxonomy(), library.rules(Language.ZH))
    times = [each.at for each in heard.events]
    assert times == sorted(times)
    phrase = next(iter(heard.only(HostSpoke)))
    assert phrase.at == 12.0, "the room cannot react after the end"
    kinds = [type(each) for each in heard.events]
    assert kinds.index(HostSpoke) < kinds.index(WentOffAir)


def test_a_phrase_reaches_the_room_a_fixed_delay_after_its_last_word(
    log: SessionLog, spoken: Any, library: Any
) -> None:
    heard = reheard(log, final(spoken), library.taxonomy(), library.rules(Language.ZH))
    assert all(each.at == each.said.end + REACTION for each in heard.only(HostSpoke))


def test_hearing_again_can_be_called_off_before_every_phrase(log: SessionLog, spoken: Any, library: Any) -> None:
    asked: list[int] = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) == 2

    with pytest.raises(InterruptedError):
        reheard(log, final(spoken), library.taxonomy(), library.rules(Language.ZH), cancelled)
    assert len(asked) == 2


def test_hearing_again_gives_the_same(log: SessionLog, spoken: Any, library: Any) -> None:
    once = reheard(log, final(spoken), library.taxonomy(), library.rules(Language.ZH))
    again = reheard(once, final(spoken), library.taxonomy(), library.rules(Language.ZH))
    assert once == again


def test_findings_come_right_behind_their_phrase(log: SessionLog) -> None:
    for before, after in zip(log.events, log.events[1:], strict=False):
        if isinstance(after, (FactTold, PriceTold)):
            assert before.at == after.at


def test_a_silent_session_is_one_silence(library: Any, log: SessionLog) -> None:
    listener = Listener(log.scenario, library.taxonomy(), library.rules(Language.ZH))
    (silent,) = listener.take(WentOffAir(at=60.0))
    assert isinstance(silent, HostWasSilent)
    assert silent.said.length == 60.0


def test_findings_in_the_log_are_not_heard_as_events(library: Any, log: SessionLog) -> None:
    listener = Listener(log.scenario, library.taxonomy(), library.rules(Language.ZH))
    assert all(listener.take(each) == () for each in log.events if isinstance(each, FINDINGS))


def test_the_three_scenarios_hear_their_own_cue_cards(library: Any, spoken: Any) -> None:
    for scenario in library.scenarios():
        listener = Listener(scenario, library.taxonomy(), library.rules(scenario.language))
        told: set[str] = set()
        at = 0.0
        for fact in scenario.products[0].facts:
            # Each group's first wording, read out: the card must be heard in its own words.
            mark = "，" if scenario.language is Language.ZH else " "
            phrase = spoken(mark.join(group[0] for group in fact.heard_as), scenario.language, at)
            at = phrase.said.end + 15
            told |= {each.fact for each in listener.take(phrase) if isinstance(each, FactTold)}
        assert {fact.id for fact in scenario.products[0].facts} <= told
