"""A scripted host in, a scorecard out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.devices.clock import HandClock
from simulator.devices.replayed_recogniser import ReplayedRecogniser
from simulator.domain.crowd import CardClicked, OrderPlaced, RoomCounted, ViewersEntered
from simulator.domain.events import Event, HostSpoke, SoundMeasured, VoiceStarted, VoiceStopped, WentLive, WentOffAir
from simulator.domain.findings import CallToActionMade, FactTold, PriceTold, PriceVerdict, RuleBroken
from simulator.domain.language import Language
from simulator.domain.session import REACTION, Ending, Transcript
from simulator.live.booking import Booking
from simulator.live.marking import mark
from simulator.live.rehearsal import rehearse_fast
from simulator.live.session import LiveSession
from simulator.live.studio import Studio
from simulator.ports import DeviceError
from tests.journeys.pitch import ORANGES, words


def booking(seed: int = 7, trainee: str = "小雨") -> Booking:
    return Booking(scenario="S01", trainee=trainee, camera=None, microphone=None, seed=seed, record=False)


def rehearsed(studio: Studio, seed: int = 7) -> LiveSession:
    said = ReplayedRecogniser(words(ORANGES), Language.ZH)
    session, _ = rehearse_fast(studio, booking(seed), HandClock(), replayed=said)
    return session


def crowd(events: tuple[Event, ...]) -> list[Event]:
    """What the audience did and why, without what only the host did."""
    return [event for event in events if type(event).__module__ == "simulator.domain.crowd"]


def test_a_host_who_sells_oranges_is_heard_and_marked(studio: Studio) -> None:
    session = rehearsed(studio)
    log = session.log
    assert isinstance(log.events[0], WentLive)
    assert any(isinstance(event, WentOffAir) for event in log.events)
    told = {event.fact for event in log.only(FactTold)}
    assert len(told) >= 4
    assert any(event.verdict is PriceVerdict.RIGHT for event in log.only(PriceTold))
    assert any(event.names_the_way for event in log.only(CallToActionMade))
    assert any(event.category == "absolute_terms" for event in log.only(RuleBroken))
    assert sum(event.count for event in log.only(ViewersEntered)) > 0
    marked = mark(log, replace(session.transcript, final=True), studio.marking.yardstick(log))
    levels = {each.criterion: each.level for each in marked.scorecard.marks}
    assert levels["A1"] is not None
    assert levels["B1"] is not None
    assert levels["E5"] is None


def test_nobody_clicks_before_a_product_is_pinned(studio: Studio) -> None:
    assert not list(rehearsed(studio).log.only(CardClicked, OrderPlaced))


def test_the_same_seed_gives_the_same_audience_and_another_seed_another(studio: Studio) -> None:
    first, second, other = rehearsed(studio), rehearsed(studio), rehearsed(studio, seed=8)
    assert crowd(first.log.events) == crowd(second.log.events)
    assert crowd(first.log.events) != crowd(other.log.events)


@pytest.mark.parametrize("beat", [0.037, 0.1, 0.83])
def test_the_room_is_the_same_however_often_the_drum_is_looked_after(studio: Studio, beat: float) -> None:
    """A tick that comes late, early or in a bunch changes nothing, even though phrases arrive at other moments."""
    steady = rehearsed(studio)
    clock = HandClock()
    said = ReplayedRecogniser(words(ORANGES), Language.ZH)
    session = studio.open_session(booking(), clock, said.heard)
    session.go_live(0.0)
    end = steady.now
    while clock.time < end:
        clock.time = min(end, clock.time + beat)
        said.advance(clock.time)
        session.tick()
    session.go_off_air()
    assert crowd(session.log.events) == crowd(steady.log.events)


def test_a_phrase_reaches_the_room_a_fixed_time_after_its_last_word(studio: Studio) -> None:
    phrases = list(rehearsed(studio).log.only(HostSpoke))
    assert phrases
    assert all(phrase.at == pytest.approx(phrase.said.end + REACTION, abs=1e-6) for phrase in phrases[:-1])


def test_everything_that_happened_is_in_the_store_word_for_word(studio: Studio) -> None:
    session = rehearsed(studio)
    kept = studio.store.log(session.header.id)
    assert kept.events == session.log.events
    assert kept.scenario == session.scenario


def test_scoring_again_gives_the_same_scorecard(studio: Studio) -> None:
    session = rehearsed(studio)
    transcript = Transcript(engine="transcript", final=True, phrases=session.transcript.phrases)
    first = mark(session.log, transcript, studio.marking.yardstick(session.log))
    studio.marking.keep(first)
    again = studio.marking.again(session.header.id)
    assert again.scorecard == first.scorecard == studio.store.scorecard(session.header.id)
    assert studio.store.session(session.header.id).ending is Ending.SCORED


def test_a_pinned_product_is_clicked_and_its_causes_are_told(studio: Studio) -> None:
    clock = HandClock()
    said = ReplayedRecogniser(words(ORANGES), Language.ZH)
    session = studio.open_session(booking(), clock, said.heard)
    session.go_live(0.0)
    session.desk.pin_product(session.scenario.products[0].id)
    for beat in range(1, 4800):
        clock.time = beat / 10
        said.advance(clock.time)
        session.tick()
    session.go_off_air()
    clicks = list(session.log.only(CardClicked))
    assert clicks
    assert all(click.cause.reason for click in clicks)
    assert session.figures.entries == sum(event.count for event in session.log.only(ViewersEntered))


def test_a_pause_stops_the_session_clock(studio: Studio, clock: HandClock) -> None:
    session = studio.open_session(booking(), clock, None)
    session.go_live()
    clock.time = 10.0
    session.tick()
    session.pause()
    clock.time = 70.0
    session.tick()
    assert session.now == pytest.approx(10.0)
    session.resume()
    clock.time = 75.0
    session.tick()
    assert session.now == pytest.approx(15.0)
    assert [pause.length for pause in session.log.pauses] == [pytest.approx(60.0)]


def test_measurements_of_sound_do_not_move_the_audience(studio: Studio) -> None:
    clock = HandClock()
    session = studio.open_session(booking(), clock, None)
    session.go_live()
    quiet = studio.open_session(booking(), clock, None)
    quiet.go_live()
    for beat in range(1, 300):
        clock.time = beat / 10
        session.post(SoundMeasured(at=clock.time, speech_dbfs=-20.0, noise_dbfs=-60.0, clipped=0.0, pitch_hz=()))
        session.tick()
        quiet.tick()
    assert crowd(session.log.events) == crowd(quiet.log.events)
    assert not list(session.log.only(VoiceStarted, VoiceStopped))
    assert list(session.log.only(RoomCounted))


def test_a_session_whose_recording_cannot_begin_is_not_entered(studio: Studio) -> None:
    refused = replace(booking(), microphone=None, camera=None, record=True)
    with pytest.raises(DeviceError, match="recording_unwritable"):
        studio.go_live(refused)
    assert studio.store.sessions() == ()


def test_goods_that_came_in_are_on_the_shelf(studio: Studio, clock: HandClock) -> None:
    session = studio.open_session(booking(), clock, None)
    session.go_live()
    product = session.scenario.products[0].id
    session.desk.mark_sold_out(product)
    session.desk.add_stock(product, 30)
    with pytest.raises(ValueError, match="units"):
        session.desk.add_stock(product, 0)
    clock.time = 20.0
    session.tick()
    (item,) = session.shelf
    assert not item.sold_out
    assert item.stock == item.product.counter_stock + 30
