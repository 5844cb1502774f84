import pytest

from simulator.domain.compliance import Severity
from simulator.domain.findings import CallToActionMade, FactTold, PriceVerdict, RuleBroken
from simulator.domain.language import Language
from simulator.metrics import cta_per_10min, dead_air_share
from simulator.metrics.credit import Uncounted, credited, hollow
from tests.stream import Stream, scenario

CARD = "青石岭脐橙净重五公斤一箱三十九块九二十六个省份包邮付款后二十四小时内发货坏果拍照按个数赔"
LOOP = "青石岭脐橙三十九块九包邮点一号链接下单"


def told(stream: Stream) -> list[FactTold]:
    return list(credited(stream.log()).log.only(FactTold))


def test_what_is_told_faster_than_anyone_can_follow_is_not_told():
    slow = Stream().says(CARD, 10, 20).tells("size", 12)
    fast = Stream().says(CARD, 10, 15).tells("size", 12)
    assert len(told(slow)) == 1
    assert told(fast) == []
    assert credited(fast.log()).without[FactTold] == {Uncounted.TOO_FAST}


def test_one_quick_sentence_among_others_is_no_rush():
    stream = Stream().talks(0, 10, 200).says("点一号链接马上下单", 10.2, 11.0).talks(11.5, 20, 200).calls(10.3)
    assert any(credited(stream.log()).log.only(CallToActionMade))


def test_english_is_counted_in_words():
    plan = scenario(language=Language.EN)
    words = " ".join(f"word{number}" for number in range(50))
    assert told(Stream(plan).says(words, 10, 20).tells("size", 12)) == []
    assert len(told(Stream(plan).says(words, 10, 22).tells("size", 12))) == 1


def test_the_third_time_within_a_minute_tells_nothing_new():
    stream = Stream()
    for at in (0, 20, 40, 59):
        stream.says(LOOP, at, at + 5).calls(at + 3)
    kept = [call.said.start for call in credited(stream.log()).log.only(CallToActionMade)]
    assert kept == [3, 23]
    apart = Stream()
    for at in (0, 40, 80, 120):
        apart.says(LOOP, at, at + 5).calls(at + 3)
    assert len(list(credited(apart.log()).log.only(CallToActionMade))) == 4


def test_a_phrase_without_a_pause_may_hold_the_loop_in_itself():
    stream = Stream().says(LOOP * 8, 0, 40).calls(20)
    assert not any(credited(stream.log()).log.only(CallToActionMade))


def test_courtesies_repeat_themselves_by_nature():
    stream = Stream()
    for at in (0, 10, 20, 30):
        stream.says("谢谢大家", at, at + 1).element("thanks", at)
    assert credited(stream.log()).log == stream.log()


def test_what_speaks_against_the_host_stands_however_it_was_said():
    stream = Stream().says(CARD, 10, 15).misstates("size", 12).prices(12, PriceVerdict.WRONG)
    stream.breaks("r1", "absolute_terms", Severity.S3, 12)
    assert credited(stream.log()).log == stream.log()
    assert any(credited(stream.log()).log.only(RuleBroken))


def test_a_mark_says_why_part_of_what_was_said_is_not_in_it():
    stream = Stream().says(CARD, 10, 15).calls(12)
    counts = credited(stream.log())
    assert counts.reasons("cta_per_10min") == ("too_fast",)
    assert counts.reasons("dead_air_share") == ()
    assert cta_per_10min(counts.log).value == 0


@pytest.mark.parametrize(
    ("text", "language", "empty"),
    [
        ("嗯，那个，然后呢，就是说，呃", Language.ZH, True),
        ("那个橙子", Language.ZH, False),
        ("Um, so, you know, like, well.", Language.EN, True),
        ("You know it is sweet", Language.EN, False),
        ("，。！", Language.ZH, False),
        ("", Language.EN, False),
    ],
)
def test_a_phrase_of_fillers_is_hollow(text, language, empty):
    assert hollow(text, language) is empty


def test_fillers_do_not_end_a_silence():
    stream = Stream(length=600).talks(0, 300).voice((0, 300))
    for at in range(302, 600, 3):
        stream.says("嗯，那个", at, at + 1).voice((at, at + 1))
    assert dead_air_share(stream.log()).value == pytest.approx(0.5, abs=0.01)
    honest = Stream(length=600).talks(0, 300).voice((0, 300))
    for at in range(302, 600, 3):
        honest.says("接着看果子", at, at + 1).voice((at, at + 1))
    assert dead_air_share(honest.log()).value == 0
