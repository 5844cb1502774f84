"""A change of the room is put down to named acts, and the parts are the whole."""

import pytest

from simulator.audience.act_names import ActKind
from simulator.audience.act_words import change_of
from simulator.audience.attribution import Method, NamedAct, acts_between, attribution
from simulator.audience.hosts import Acts, Host
from simulator.audience.reference import NO_TAXONOMY, reference_scenario
from simulator.audience.replay import Playback
from simulator.audience.whatif import Change
from simulator.domain.crowd import CardClicked, ViewersLeft
from simulator.domain.events import VoiceStarted, VoiceStopped
from simulator.domain.units import Span
from tests.audience import logs

LENGTH = 62.0
SPAN = Span(46.0, 60.0)
PAIRS = 3


def seller() -> Host:
    """Speaks all the time but for ten seconds; a card, a good point, a claim too much."""
    acts = Acts(reference_scenario().products[0])
    events = [
        VoiceStarted(at=0.0), *acts.pin(2.0), *acts.demonstration(20.0), VoiceStopped(at=30.0), VoiceStarted(at=40.0),
        *acts.claim(45.0), VoiceStopped(at=50.0), VoiceStarted(at=51.5), *acts.call(52.0),
    ]  # fmt: skip
    return Host("seller", tuple(events))


@pytest.fixture(scope="module")
def session() -> Playback:
    return Playback(logs.session(seller(), LENGTH), NO_TAXONOMY)


def whole(found) -> float:
    return found.room + sum(share.effect.mean for share in found.shares) + found.together + found.chance


def test_those_who_left_are_put_down_to_the_claim_and_the_silence(session):
    found = attribution(session, SPAN, "left", pairs=PAIRS, orders=0)
    happened = sum(event.count for event in session.log.only(ViewersLeft) if SPAN.start <= event.at < SPAN.end)
    assert found.change == happened
    assert whole(found) == pytest.approx(happened)
    assert found.method is Method.ONE_LEFT_OUT
    effects = {share.act.kind: share.effect.mean for share in found.shares}
    assert effects.keys() == {
        ActKind.PIN, ActKind.DEMONSTRATION, ActKind.SILENCE, ActKind.CLAIM, ActKind.CALL,
    }  # fmt: skip
    assert effects[ActKind.CLAIM] > 0
    assert effects[ActKind.SILENCE] > 0
    assert [abs(share.effect.mean) for share in found.shares] == sorted(
        (abs(effect) for effect in effects.values()), reverse=True
    )
    assert found.shares[0].share == pytest.approx(found.shares[0].effect.mean / found.expected)


def test_acts_that_do_each_others_work_share_it():
    """Leaving out one of two pins of the same card changes nothing; without both nobody could click."""
    acts = Acts(reference_scenario().products[0])
    host = Host("pins twice", (VoiceStarted(at=0.0), *acts.pin(5.0), *acts.pin(6.0), *acts.call(12.0)))
    session = Playback(logs.session(host, 22.0), NO_TAXONOMY)
    span = Span(10.0, 20.0)
    alone = attribution(session, span, "clicks", pairs=PAIRS, orders=0)
    assert alone.together > 0.5 * alone.expected
    found = attribution(session, span, "clicks", pairs=PAIRS)
    assert found.method is Method.SHAPLEY
    assert found.together == found.room == 0
    happened = sum(event.count for event in session.log.only(CardClicked) if span.start <= event.at < span.end)
    assert found.change == happened
    assert whole(found) == pytest.approx(happened)
    pins = [share.effect.mean for share in found.shares if share.act.kind is ActKind.PIN]
    assert min(pins) > 0.3 * found.expected


def test_the_quick_answer_counts_the_causes_the_events_carry(session):
    found = attribution(session, Span(50.0, 58.0), "online", pairs=1, orders=0)
    assert sum(term.count for term in found.terms) == found.change
    assert sum(abs(term.share) for term in found.terms) == pytest.approx(1.0)
    named = [term for term in found.terms if term.act is not None]
    assert {term.act for term in named} & {ActKind.CLAIM, ActKind.DEMONSTRATION, ActKind.SILENCE}
    assert attribution(session, Span(50.0, 51.0), "likes", pairs=1, orders=0).terms == ()


def test_a_span_outside_the_session_is_refused(session):
    with pytest.raises(ValueError, match="span"):
        attribution(session, Span(500.0, 510.0), "left", pairs=1)


def test_a_short_silence_is_none_and_a_long_one_is_one_act(session):
    acts = acts_between(session.host, Span(0.0, LENGTH))
    (silence,) = [act for act in acts if act.kind is ActKind.SILENCE]
    assert (silence.at, silence.subject, len(silence.events)) == (30.0, "10", 2)


def test_many_acts_of_a_kind_are_taken_together(session):
    fillers = [change_of("filler", session, 5.0 + number).add[0] for number in range(40)]
    host = Change(add=(*fillers, *change_of("call", session, 20.0).add)).of(session.host)
    acts: list[NamedAct] = acts_between(host, Span(0.0, LENGTH))
    (filler,) = [act for act in acts if act.kind is ActKind.FILLER]
    assert (filler.subject, len(filler.events)) == ("×40", 40)
    assert len([act for act in acts if act.kind is ActKind.CALL]) == 2
