"""The teleprompter finds where in a script the host is: straight on, skipping, repeating, talking freely, misheard."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.domain.events import HostSpoke
from simulator.domain.language import Language
from simulator.domain.units import Span
from simulator.perception.prompter import LONGEST_LINE, Place, Prompter, script_lines

SPEECH = Path(__file__).parents[1] / "speech"
ZH = """# 开场
大家好，我是竹溪村的阿岚，今天带来的是村里晒的笋干。
先说清楚，我是合作社的员工，卖一单社里记一单。
# 讲笋干
春天挖的嫩笋，煮好以后压一夜，再晒六个太阳。
你看这个颜色，淡淡的黄，掰开有纤维，闻着只有笋味。
一袋净重四百克，用温水泡一晚上能发到一斤半。
炖老鸭、烧五花肉都行，发好的笋切丝炒咸菜也好吃。
# 价格
二十六块八一袋，两袋五十块，江浙沪包邮。
点击屏幕下方二号链接，今天拍明天上午从县里发出。
没拆封七天可以退，路上破了袋子拍张照片就补发。
# 收尾
最后再说一遍，笋干二十六块八一袋，点二号链接。
谢谢大家，星期四晚上八点我们还在这里。"""
EN = """# Opening
Good evening, this is Marta from the Holm pottery, and tonight I brought the blue mugs.
I work for the pottery, so you know who is talking.
# The mug
Every mug is thrown by hand, glazed twice and fired at twelve hundred degrees.
It holds three hundred and fifty millilitres, and the handle fits four fingers.
You may put it in the dishwasher, but please not on a gas flame.
# Price
One mug is eighteen pounds, a pair is thirty two, and postage is three pounds.
Tap link number four below the picture and we pack it tomorrow morning.
If it arrives broken, send us a photo and a new one goes out the same day.
# Goodbye
Once more, the blue mug is eighteen pounds, link number four.
Thank you all, we are back on Thursday at seven."""
TEXTS = {Language.ZH: ZH, Language.EN: EN}
AD_LIB = {
    Language.ZH: ("哎刚才进来的这位朋友你好呀", "我喝口水啊今天嗓子有点不舒服", "隔壁王婶昨天还笑我起得太早"),
    Language.EN: ("hello to whoever just joined from Leeds", "sorry about the noise my dog is dreaming again"),
}
SOUNDS_LIKE = str.maketrans("的笋晒压夜黄袋炖点发拍谢", "得损筛亚业皇代顿典法怕写")


def phrase(text: str) -> HostSpoke:
    return HostSpoke(at=0, said=Span(0, 1), text=text, words=(), engine="test")


def spoken(language: Language) -> list[int]:
    return [at for at, line in enumerate(Prompter(script_lines(TEXTS[language], language), language).lines)
            if not line.startswith("#")]  # fmt: skip


def prompter(language: Language) -> Prompter:
    return Prompter(script_lines(TEXTS[language], language), language)


def behind(follower: Prompter, line: int) -> bool:
    """Whether the line is said to its end, and nothing after it."""
    place = follower.place
    following = next(
        (at for at in range(line + 1, len(follower.lines)) if not follower.lines[at].startswith("#")), None
    )
    if following is None or place.line > line:
        return place == Place(len(follower.lines) if following is None else following, 0)
    return place.line == line and place.said >= len(follower.lines[line].rstrip("。.，, "))


def test_long_lines_are_cut_at_marks_and_remarks_stay_whole() -> None:
    for language, text in TEXTS.items():
        lines = script_lines(text, language)
        assert all(len(line) <= LONGEST_LINE[language] for line in lines if not line.startswith("#"))
        joined = "".join(lines).replace(" ", "")
        assert joined == "".join(text.split())
    assert script_lines("", Language.ZH) == ()


def test_what_has_no_marks_is_cut_all_the_same() -> None:
    long = "竹" * 100
    lines = script_lines(long, Language.ZH)
    assert "".join(lines) == long
    assert all(20 <= len(line) <= LONGEST_LINE[Language.ZH] for line in lines)
    words = "word " * 60
    assert all(line.endswith("word") for line in script_lines(words, Language.EN))


@pytest.mark.parametrize("language", list(Language))
def test_a_script_read_straight_on_is_followed_line_by_line(language: Language) -> None:
    follower = prompter(language)
    for line in spoken(language):
        follower.heard(phrase(follower.lines[line]))
        assert behind(follower, line), follower.lines[line]
    assert follower.place == Place(len(follower.lines), 0)


@pytest.mark.parametrize("language", list(Language))
def test_the_unconfirmed_tail_moves_the_place_and_takes_it_back(language: Language) -> None:
    follower = prompter(language)
    line = spoken(language)[0]
    half = follower.lines[line][: len(follower.lines[line]) // 2]
    follower.follow(half)
    assert follower.place.line == line
    assert abs(follower.place.said - len(half)) <= 8
    follower.follow("")
    assert follower.place == Place(line, 0)


def test_what_only_sounds_alike_counts_in_chinese() -> None:
    follower = prompter(Language.ZH)
    for line in spoken(Language.ZH):
        follower.heard(phrase(follower.lines[line].translate(SOUNDS_LIKE)))
        assert behind(follower, line), follower.lines[line]


def test_numbers_are_found_however_they_are_written() -> None:
    follower = prompter(Language.ZH)
    price = next(at for at, line in enumerate(follower.lines) if "两袋五十" in line)
    follower.go_to(price)
    follower.heard(phrase("26块8一袋，2袋50块，江浙沪包邮"))
    assert behind(follower, price)


@pytest.mark.parametrize("language", list(Language))
def test_a_part_left_out_is_leapt_over_within_two_lines(language: Language) -> None:
    lines = spoken(language)
    for skipped in range(1, len(lines) - 3):
        follower = prompter(language)
        for line in (lines[0], lines[skipped + 1], lines[skipped + 2]):
            follower.heard(phrase(follower.lines[line]))
        assert behind(follower, lines[skipped + 2]), follower.lines[lines[skipped + 2]]


@pytest.mark.parametrize("language", list(Language))
def test_talking_freely_hardly_moves_the_place_and_reading_on_finds_it_again(language: Language) -> None:
    lines = spoken(language)
    follower = prompter(language)
    for line in lines[:3]:
        follower.heard(phrase(follower.lines[line]))
    before = follower.place
    for aside in AD_LIB[language]:
        follower.heard(phrase(aside))
        assert follower.place.line == before.line
        assert follower.place.said - before.said <= 12
    follower.heard(phrase(follower.lines[lines[3]]))
    assert behind(follower, lines[3])


@pytest.mark.parametrize("language", list(Language))
def test_a_sentence_said_twice_is_found_and_left_again(language: Language) -> None:
    lines = spoken(language)
    follower = prompter(language)
    for line in lines[:4]:
        follower.heard(phrase(follower.lines[line]))
    follower.heard(phrase(follower.lines[lines[3]]))
    assert follower.place.line in (lines[3], lines[4])
    follower.heard(phrase(follower.lines[lines[4]]))
    assert behind(follower, lines[4])


@pytest.mark.parametrize(
    ("language", "again"),
    [(Language.ZH, "大家好，我是竹溪村的阿岚"), (Language.EN, "Good evening, this is Marta from the Holm pottery")],
)
def test_a_phrase_said_again_far_behind_is_no_way_back(language: Language, again: str) -> None:
    lines = spoken(language)
    follower = prompter(language)
    for line in lines[:-2]:
        follower.heard(phrase(follower.lines[line]))
    before = follower.place.line
    follower.heard(phrase(again))
    assert follower.place.line >= before
    follower.heard(phrase(follower.lines[lines[-2]]))
    assert behind(follower, lines[-2])


def test_a_line_that_stands_twice_is_the_one_that_comes_next() -> None:
    text = "点击下方二号链接。\n" + "\n".join(ZH.splitlines()[1:6]) + "\n点击下方二号链接。\n谢谢大家。"
    follower = Prompter(script_lines(text, Language.ZH), Language.ZH)
    follower.heard(phrase("点击下方二号链接"))
    assert follower.place.line <= 1


def test_a_place_taken_wrongly_is_given_up_when_reading_goes_on_elsewhere() -> None:
    lines = spoken(Language.ZH)
    follower = prompter(Language.ZH)
    follower.heard(phrase(follower.lines[lines[0]]))
    follower.heard(phrase(follower.lines[lines[-4]]))  # a slogan of the end, dropped in early
    for line in lines[1:4]:
        follower.heard(phrase(follower.lines[line]))
    assert behind(follower, lines[3])


@pytest.mark.parametrize("language", list(Language))
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_any_mixture_ends_at_the_line_read_last(language: Language, data: st.DataObject) -> None:
    """Lines left out or said twice, asides, a tenth misheard: two lines read on end and the place is right."""
    lines = spoken(language)
    follower = prompter(language)
    chance = random.Random(data.draw(st.integers(0, 10_000)))
    at = 0
    while at < len(lines) - 1:
        act = data.draw(st.sampled_from(("read", "read", "skip", "again", "aside")))
        if act == "aside":
            follower.heard(phrase(data.draw(st.sampled_from(AD_LIB[language]))))
            continue
        if act == "again" and at:
            follower.heard(phrase(misheard(follower.lines[lines[at - 1]], language, chance)))
            continue
        if act == "skip":
            at += 1
        for _ in range(2):
            if at < len(lines):
                follower.heard(phrase(misheard(follower.lines[lines[at]], language, chance)))
                at += 1
        last = lines[at - 1]
        # The end may be missing where just that was misheard: a few characters before it, or at it.
        short = follower.place.line == last and len(follower.lines[last]) - follower.place.said <= 24
        assert short or behind(follower, last), (follower.place, last)


def misheard(line: str, language: Language, chance: random.Random) -> str:
    pieces = list(line) if language is Language.ZH else line.split(" ")
    wrong = "他山水" if language is Language.ZH else ("bean", "window", "perhaps")
    heard = [chance.choice(wrong) if chance.random() < 0.1 else piece for piece in pieces]
    return ("" if language is Language.ZH else " ").join(heard)


def test_a_tail_that_grows_costs_only_what_it_grew_by() -> None:
    follower = prompter(Language.ZH)
    line = follower.lines[spoken(Language.ZH)[0]]
    for length in range(1, len(line) + 1):
        follower.follow(line[:length])
    things = sum(each.isalnum() for each in line)
    assert follower.passes == things
    follower.heard(phrase(line))
    assert follower.passes == things


def test_the_host_may_go_to_a_line_by_hand_and_is_followed_from_there() -> None:
    lines = spoken(Language.ZH)
    follower = prompter(Language.ZH)
    for line in lines[:8]:
        follower.heard(phrase(follower.lines[line]))
    follower.go_to(lines[1])
    assert follower.place == Place(lines[1], 0)
    follower.heard(phrase(follower.lines[lines[1]]))
    assert behind(follower, lines[1])
    follower.go_to(99)
    assert follower.place == Place(len(follower.lines), 0)


def test_a_script_without_words_is_followed_nowhere() -> None:
    for text in ("", "# 只有提示", "……"):
        follower = Prompter(script_lines(text, Language.ZH), Language.ZH)
        follower.follow("大家好")
        follower.heard(phrase("大家好"))
        assert follower.place == Place(0, 0)


@pytest.mark.parametrize("name", ["zh_apple_01_k", "zh_tea_honey_02_k"])
def test_real_recogniser_output_is_followed_through_a_pitch(name: str) -> None:
    """At every heard word the place lies in the sentence that is being said by the synthesis' own times."""
    truth = json.loads((SPEECH / f"{name}.json").read_text("utf-8"))
    words = json.loads((SPEECH / "asr" / f"{name}.whisper-base-utterance.json").read_text("utf-8"))["words"]
    follower = Prompter(script_lines(truth["text"], Language.ZH), Language.ZH)
    heard, wrong = "", 0
    for text, _start, end, _sure in words:
        heard += text
        follower.follow(heard)
        place = follower.place
        said = sum(map(len, follower.lines[: place.line])) + place.said
        least = sum(len(each["text"]) for each in truth["sentences"] if each["end"] <= end - 0.3)
        most = sum(len(each["text"]) for each in truth["sentences"] if each["start"] <= end + 0.3)
        wrong += not least - 4 <= said <= most + 4
    assert wrong <= 0.03 * len(words)
    assert follower.place.line >= len(follower.lines) - 1
