from dataclasses import replace

from simulator.domain.compliance import Severity
from simulator.domain.crowd import CommentsUnseen, IncidentClosed, IncidentOpened
from simulator.domain.desk import DemonstrationMarked
from simulator.domain.events import SoundMeasured
from simulator.domain.findings import PriceVerdict
from simulator.domain.machine import Device
from simulator.domain.units import Span
from simulator.metrics.machine import Condition
from simulator.review import Colour, evidence_marks, lanes, next_evidence, previous_evidence
from simulator.review.lanes import REST
from simulator.scoring import score
from tests.metrics.test_machine import FINE
from tests.rehearsed import good_run
from tests.stream import ORANGE, RICE, Stream, default_rubric, scenario, yuan


def test_the_lanes_of_an_empty_session_are_empty():
    empty = lanes(Stream(length=25).log())
    assert empty.viewers == empty.products == empty.speech == empty.silences == empty.marks == empty.gaps == ()
    assert empty.chat == (0, 0, 0)
    assert empty.sales == ((0.0, yuan("0")),)


def test_viewers_and_sales_run_along_the_clock():
    stream = Stream().counted(1, 5).counted(2, 9).sells("o1", 100).sells("o2", 200, "10").sells("o3", 300, paid=False)
    drawn = lanes(stream.log())
    assert drawn.viewers == ((1, 5), (2, 9))
    assert drawn.sales == ((0.0, yuan("0")), (104, yuan("39.9")), (204, yuan("49.9")))


def test_products_follow_the_card_else_the_plan_else_the_words():
    two = scenario(ORANGE, RICE)
    by_card = lanes(Stream(two).segment("sell_rice", 0).pins(60).pins(300, "rice").log())
    assert [(each.span, each.product) for each in by_card.products] == [
        (Span(60, 300), "orange"),
        (Span(300, 600), "rice"),
    ]
    by_plan = lanes(Stream(two).segment("open", 0).segment("sell_rice", 50).segment("close", 90).log())
    assert [(each.span, each.product) for each in by_plan.products] == [(Span(50, 90), "rice")]
    by_words = lanes(Stream(two).names(10).names(40).tells("size", 100, "rice").log())
    assert [(each.span, each.product) for each in by_words.products] == [
        (Span(10, 100), "orange"),
        (Span(100, 600), "rice"),
    ]


def test_chat_density_counts_what_went_by_unseen():
    stream = Stream(length=30).asked("c1", 5).asked("c2", 9.9).asked("c3", 10).add(CommentsUnseen(at=29, count=4))
    stream.asked("early", -2).asked("last", 30)
    assert lanes(stream.log()).chat == (3, 1, 5)


def test_speech_silence_demonstrations_incidents_and_gaps_have_their_lanes():
    stream = Stream().voice((0, 50), (60, 600)).add(DemonstrationMarked(since=100, at=120))
    stream.add(IncidentOpened(at=200, incident="i1", kind="health_trap"))
    stream.add(IncidentClosed(at=260, incident="i1", handled=True))
    stream.add(IncidentOpened(at=500, incident="i2", kind="mic_fault"))
    stream.loses(Device.CAMERA, 300, 310).loses(Device.MICROPHONE, 590)
    drawn = lanes(stream.log())
    assert drawn.speech == (Span(0, 50), Span(60, 590))  # the microphone took the voice with it
    assert drawn.silences == (Span(50, 60),)
    assert drawn.demonstrations == (Span(100, 120),)
    assert [(each.span, each.handled) for each in drawn.incidents] == [(Span(200, 260), True), (Span(500, 600), None)]
    assert [(each.device, each.span) for each in drawn.gaps] == [
        (Device.CAMERA, Span(300, 310)),
        (Device.MICROPHONE, Span(590, 600)),
    ]


def test_evidence_steps_forward_and_back_in_time():
    card = score(good_run().log(), default_rubric(), provisional=False)
    marks = evidence_marks(card)
    assert [mark.span for mark in marks] == sorted(mark.span for mark in marks)
    assert len(marks) == sum(len(mark.measurement.evidence) for mark in card.marks)
    after = next_evidence(marks, 100)
    assert after is not None and after.span.start > 100
    before = previous_evidence(marks, after.span.start)
    assert before is not None and before.span.start <= 100
    assert next_evidence(marks, 10_000) is None
    assert previous_evidence(marks, -1) is None


def test_a_mark_s_colour_is_its_level_s():
    card = score(good_run().prices(400, PriceVerdict.WRONG, price="3.99").log(), default_rubric(), provisional=False)
    colours = {mark.criterion: mark.colour for mark in evidence_marks(card)}
    assert colours["A1"] is Colour.GOOD
    assert colours["E3"] is Colour.NEUTRAL
    assert colours["B3"] is Colour.NEUTRAL
    assert colours["B2"] is Colour.WARN  # level 2


def test_the_lanes_take_their_marks_from_the_scorecard():
    log = good_run().log()
    card = score(log, default_rubric(), provisional=False)
    assert lanes(log).marks == ()
    assert lanes(log, card).marks == evidence_marks(card)


def test_the_machine_has_a_lane_where_it_was_measured():
    drawn = lanes(Stream().add(FINE, replace(FINE, at=20.0, dropped=3)).log())
    assert [(each.span, each.condition) for each in drawn.machine] == [
        (Span(0.0, 10.0), Condition.FINE),
        (Span(10.0, 20.0), Condition.BUSY),
    ]


def test_questions_nobody_answered_have_their_own_counts():
    stream = Stream(length=30).asked("c1", 5.2).asked("c2", 5.9).asked("c3", 20).answers(9, "c1")
    stream.asked("thanks", 5.5, wants_answer=False).add(CommentsUnseen(at=29, count=4))
    drawn = lanes(stream.log())
    assert len(drawn.comments) == len(drawn.unanswered) == 30
    assert (drawn.comments[5], drawn.comments[20], drawn.comments[29]) == (3, 1, 4)
    assert (drawn.unanswered[5], drawn.unanswered[20], sum(drawn.unanswered)) == (1, 1, 2)


def test_pace_and_loudness_have_their_lanes():
    stream = Stream(length=90).talks(0, 60, per_minute=240)
    stream.add(*(SoundMeasured(at=at, speech_dbfs=-18, noise_dbfs=None, clipped=0, pitch_hz=()) for at in (1, 2, 3)))
    drawn = lanes(stream.log())
    assert [round(pace.rate) for pace in drawn.paces] == [240, 240]
    assert (drawn.loudness, drawn.in_lufs) == (((1, -18), (2, -18), (3, -18)), False)
    louder = SoundMeasured(at=4, speech_dbfs=-18, noise_dbfs=None, clipped=0, pitch_hz=(), short_term_lufs=-23.5)
    measured = lanes(stream.add(louder).log())
    assert (measured.loudness, measured.in_lufs) == (((4, -23.5),), True)


def test_breaches_are_marked_unless_they_were_struck():
    log = Stream().breaks("r1", "absolute", Severity.S3, 80).breaks("r2", "medical", Severity.S4, 20).log()
    assert [(each.finding, each.severity, each.span.start) for each in lanes(log).breaks] == [
        ("r2", 4, 20),
        ("r1", 3, 80),
    ]
    assert [each.finding for each in lanes(log, struck=frozenset({"r2"})).breaks] == ["r1"]


def test_segments_last_until_the_next_one():
    drawn = lanes(Stream().segment("open", -2).segment("sell_orange", 50).segment("close", 590).log())
    assert [(each.segment, each.span) for each in drawn.segments] == [
        ("open", Span(0, 50)),
        ("sell_orange", Span(50, 590)),
        ("close", Span(590, 600)),
    ]


def test_silences_to_skip_leave_a_rest_at_both_ends():
    drawn = lanes(Stream(length=100).voice((0, 10), (11.5, 20), (30, 100)).log())
    assert drawn.quiet == (Span(20 + REST, 30 - REST),), "1.5 s is a breath"
    assert lanes(Stream(length=100).log()).quiet == (), "nobody noticed any speech"
