from dataclasses import replace

from simulator.domain.crowd import Cause, Reason, ViewersEntered, ViewersLeft
from simulator.domain.findings import QuestionAnswered
from simulator.domain.scenario import Topic
from simulator.domain.units import Span
from simulator.review import Movement, changed_within
from simulator.review.audience_changes import audience_changes
from tests.stream import Stream


def room() -> Stream:
    stream = Stream().add(
        ViewersLeft(at=61, count=30, cause=Cause(Reason.SILENCE, since=52)),
        ViewersLeft(at=63, count=7, cause=Cause(Reason.SILENCE, since=50)),
        ViewersLeft(at=64, count=2, cause=Cause(Reason.CHANCE)),
        ViewersEntered(at=62, count=5, cause=Cause(Reason.ARRIVAL)),
    )
    return stream.sells("o1", 66, reason=Reason.PRICE_CLEAR).sells("o2", 67, reason=Reason.ANSWERED)


def test_a_stretch_tells_what_moved_how_many_and_since_when():
    changes = changed_within(audience_changes(room().log()), Span(60, 65))
    assert [(each.movement, each.count) for each in changes] == [(Movement.LEFT, 39), (Movement.JOINED, 5)]
    first = changes[0].whys[0]
    assert (first.reason, first.count, first.since) == (Reason.SILENCE, 37, 52)


def test_stretches_that_are_only_touched_are_counted_whole():
    found = audience_changes(room().log())
    assert [each.movement for each in changed_within(found, Span(64, 66.5))] == [
        Movement.LEFT,
        Movement.JOINED,
        Movement.ORDERED,
    ]
    assert changed_within(found, Span(100, 200)) == ()


def test_an_answer_tells_what_the_question_was_on():
    stream = room().answers(62, "c1")
    log = stream.log()
    log = replace(
        log,
        events=tuple(
            replace(each, topic=Topic.SHIPPING) if isinstance(each, QuestionAnswered) else each for each in log.events
        ),
    )
    ordered = next(each for each in changed_within(audience_changes(log), Span(65, 70)))
    assert ordered.movement is Movement.ORDERED
    assert {(why.reason, why.topic) for why in ordered.whys} == {
        (Reason.PRICE_CLEAR, None),
        (Reason.ANSWERED, Topic.SHIPPING),
    }


def test_what_an_answer_was_on_is_not_guessed():
    ordered = next(each for each in changed_within(audience_changes(room().answers(20, "c1").log()), Span(65, 70)))
    assert all(why.topic is None for why in ordered.whys), "that answer was 42 s away"
