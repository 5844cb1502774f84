from simulator.domain.compliance import Severity
from simulator.domain.crowd import IncidentClosed, IncidentOpened
from simulator.domain.desk import PriceChanged
from simulator.domain.findings import IncidentHandled
from simulator.domain.judgement import WhyNone
from simulator.domain.units import Span
from simulator.metrics import incident_steps
from tests.stream import Stream, yuan


def complaint(at: float = 100, id: str = "i1") -> Stream:
    stream = Stream().talks(300, 400)
    stream.add(IncidentOpened(at=at, incident=id, kind="rotten_fruit"))
    stream.add(IncidentClosed(at=at + 30, incident=id, handled=True))
    return stream.asked("c1", at + 1, "complaint", text="我的坏了三个！", incident=id)


def test_each_step_heard_counts_once_with_its_moment():
    stream = complaint().element("apology", 105).tells("origin", 108).element("remedy", 112).element("follow_up", 116)
    measured = incident_steps(stream.element("apology", 120).log())
    assert measured.value == 4
    assert [evidence.quote for evidence in measured.evidence] == [
        "我的坏了三个！",
        "apology",
        "说origin",
        "remedy",
        "follow_up",
    ]
    assert measured.detail == ("rotten_fruit",)


def test_what_was_said_before_it_or_long_after_is_no_step():
    stream = complaint().element("apology", 95).element("remedy", 161).element("follow_up", 150)
    measured = incident_steps(stream.log())
    assert measured.value == 1
    assert measured.detail[:3] == ("-acknowledge", "-state_fact", "-remedy")


def test_an_act_at_the_desk_is_a_remedy():
    stream = complaint().add(PriceChanged(at=120, product="orange", price=yuan("39.9")))
    assert incident_steps(stream.log()).value == 1


def test_the_answer_to_its_own_comment_takes_it_up():
    assert incident_steps(complaint().answers(110, "c1").log()).value == 1
    assert incident_steps(complaint().answers(110, "c9").log()).value == 0


def test_what_the_kind_asks_for_was_taken_up_and_settled():
    handled = IncidentHandled(at=115, said=Span(110, 113), incident="i1", quote="抱歉，订单号给客服，按规则赔")
    assert incident_steps(complaint().add(handled).log()).value == 2


def test_an_insult_costs_two_steps_and_never_goes_below_nothing():
    stream = complaint().element("apology", 105).tells("origin", 108).element("remedy", 112)
    measured = incident_steps(stream.breaks("r1", "vulgar_insult", Severity.S3, 115).log())
    assert measured.value == 1
    assert measured.detail[0] == "forbidden_act"
    assert incident_steps(complaint().breaks("r1", "vulgar_insult", Severity.S3, 115).log()).value == 0


def test_several_surprises_are_taken_together():
    stream = complaint().element("apology", 105).element("remedy", 112)
    stream.add(IncidentOpened(at=400, incident="i2", kind="troll_wave"))
    measured = incident_steps(stream.log())
    assert measured.value == 1
    assert measured.detail[-2:] == ("rotten_fruit", "troll_wave")


def test_where_no_step_was_heard_the_first_words_are_shown():
    measured = incident_steps(complaint().says("我们接着讲", 108, 112).log())
    assert [evidence.quote for evidence in measured.evidence] == ["我的坏了三个！", "我们接着讲"]


def test_without_a_surprise_there_is_nothing_to_handle():
    assert incident_steps(Stream().talks(0, 60).log()).why_none is WhyNone.NO_INCIDENT
