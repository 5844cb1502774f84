from simulator.domain.desk import DemonstrationMarked
from simulator.domain.judgement import WhyNone
from simulator.domain.machine import Device
from simulator.metrics import answer_key_hit, answer_rate, median_latency_s
from tests.stream import Stream


def five_asked(*, every: float = 60, **how: object) -> Stream:
    """Five questions of different categories, so that none shares another's answer."""
    stream = Stream().talks(0, 60)
    for number in range(5):
        stream.asked(f"c{number}", every * number, f"topic{number}", **how)  # type: ignore[arg-type]
    return stream


def test_the_rate_weighs_questions_by_their_priority():
    stream = Stream().talks(0, 60)
    for number, priority in enumerate((3, 2, 2, 2, 2)):
        stream.asked(f"c{number}", 60 * number, f"topic{number}", priority)
    measured = answer_rate(stream.answers(20, "c0").log())
    assert measured.value == 3 / 11
    assert measured.detail == ("-topic1", "-topic2", "-topic3", "-topic4")


def test_fewer_than_five_questions_are_too_few():
    stream = Stream().talks(0, 60).asked("c1", 10).answers(20, "c1")
    assert answer_rate(stream.log()).why_none is WhyNone.TOO_FEW_QUESTIONS
    assert median_latency_s(stream.log()).why_none is WhyNone.TOO_FEW_ANSWERS
    assert answer_key_hit(stream.log()).why_none is WhyNone.TOO_FEW_ANSWERS


def test_a_passage_that_answered_several_questions_is_shown_once():
    stream = five_asked(every=1).answers(20, "c0", "c1", "c2", "c3", "c4")
    assert answer_rate(stream.log()).value == 1
    assert len(answer_rate(stream.log()).evidence) == 1


def test_chatter_and_small_questions_do_not_count():
    stream = five_asked()
    stream.asked("low", 20, "identity", priority=1).asked("hi", 30, "greeting", wants_answer=False)
    assert answer_rate(stream.log()).value == 0
    assert len(answer_rate(stream.log()).evidence) == 5


def test_an_answer_after_the_question_expired_is_no_answer():
    stream = five_asked()
    assert answer_rate(stream.answers(120, "c0").log()).value == 0.2
    assert answer_rate(stream.answers(181, "c1").log()).value == 0.2


def test_a_later_question_of_the_same_kind_shares_the_answer():
    stream = five_asked().answers(8, "c0").asked("again", 44, "topic0").asked("later", 46, "topic0")
    assert answer_rate(stream.log()).value == 2 / 7


def test_questions_open_when_the_stream_ends_are_left_out():
    stream = five_asked().asked("last", 590, "topic9")
    assert answer_rate(stream.answers(10, "c0").log()).value == 1 / 5
    # Answered all the same, it counts.
    assert answer_rate(stream.answers(595, "last").log()).value == 2 / 6


def test_questions_nobody_could_be_heard_answering_are_left_out():
    stream = five_asked().asked("deaf", 310, "topic9").loses(Device.MICROPHONE, 400, 420)
    assert answer_rate(stream.answers(10, "c0").log()).value == 1 / 5


def test_more_than_six_questions_a_minute_are_left_out():
    stream = Stream().talks(0, 60)
    for number in range(9):
        stream.asked(f"c{number}", number, f"topic{number}")
    for number in range(6):
        stream.answers(20 + number, f"c{number}")
    assert answer_rate(stream.log()).value == 1


def test_a_host_may_choose_which_six_to_answer():
    stream = Stream().talks(0, 60)
    for number in range(9):
        stream.asked(f"c{number}", number, f"topic{number}")
    for number in range(3, 9):
        stream.answers(20 + number, f"c{number}")
    assert answer_rate(stream.log()).value == 1


def test_a_request_to_show_is_met_by_a_demonstration():
    stream = five_asked().asked("show", 100, "demo_request").add(DemonstrationMarked(since=144, at=160))
    assert answer_rate(stream.log()).value == 1 / 6
    late = five_asked().asked("show", 100, "demo_request").add(DemonstrationMarked(since=146, at=160))
    assert answer_rate(late.log()).value == 0


def test_latency_is_the_median_wait_of_the_answered():
    stream = five_asked()
    for number, wait in enumerate((5, 10, 20, 40, 100)):
        stream.answers(60 * number + wait, f"c{number}")
    measured = median_latency_s(stream.log())
    assert measured.value == 20
    assert measured.evidence[0].span.start == 340  # the longest wait


def test_an_answer_given_while_the_question_came_up_took_no_time():
    stream = five_asked()
    for number in range(5):
        stream.answers(60 * number - 1, f"c{number}")
    assert median_latency_s(stream.log()).value == 0


def test_correctness_is_the_mean_of_the_best_passages():
    stream = five_asked()
    for number, quality in enumerate((1.0, 1.0, 0.5, 0.0, 0.5)):
        stream.answers(60 * number + 10, f"c{number}", quality=quality)
    stream.answers(200, "c3", quality=0.5)
    measured = answer_key_hit(stream.log())
    assert measured.value == 0.7
    assert measured.detail[0] == "-topic2"


def test_without_words_no_answer_can_be_told():
    stream = Stream().asked("c1", 10).voice((0, 60))
    for metric in (answer_rate, median_latency_s, answer_key_hit):
        assert metric(stream.log()).why_none is WhyNone.NO_TRANSCRIPT


def test_an_answer_given_before_the_question_has_no_waiting_time():
    stream = five_asked()
    for number in range(5):
        stream.answers(60 * number + 10 + number, f"c{number}", category=f"topic{number}")
    assert median_latency_s(stream.log()).value == 12
    # Five more of the same kinds share those answers: they were met, but nobody waited.
    for number in range(5):
        stream.asked(f"d{number}", 60 * number + 30, f"topic{number}")
        stream.answers(60 * number + 10 + number, f"d{number}", category=f"topic{number}")
    assert median_latency_s(stream.log()).value == 12
