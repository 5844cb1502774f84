"""Codes in place of names: the same for the same key, and found in texts however they are written."""

from __future__ import annotations

import pytest

from simulator.reports.disguise import Disguise, forms_of

KEY = b"k" * 32
TRAINEES = {"t1": "王小雨", "t2": "Xiao Ming", "t3": "李", "t4": "小雨点"}


@pytest.fixture
def code() -> Disguise:
    return Disguise(KEY, TRAINEES, ["赵老师", ""])


def test_codes_hold_for_one_key_only(code: Disguise) -> None:
    assert code.trainee("t1") == Disguise(KEY, {}, ()).trainee("t1")
    assert code.trainee("t1") != Disguise(b"x" * 32, {}, ()).trainee("t1")
    assert len({code.trainee("t1"), code.trainee("t2"), code.session("t1"), code.instructor("t1")}) == 4
    assert code.instructor("") == ""


def test_names_in_texts_are_replaced(code: Disguise) -> None:
    one, two, teacher = code.trainee("t1"), code.trainee("t2"), code.instructor("赵老师")
    assert code.text("我是王小雨，小雨给大家介绍") == f"我是{one}，{one}给大家介绍"
    assert code.text("I am XIAO MING, Xiao for short") == f"I am {two}, {two} for short"
    assert code.text("Mingled words stay") == "Mingled words stay"
    assert code.text("听赵老师的") == f"听{teacher}的"
    assert code.text("小雨点也在") == f"{code.trainee('t4')}也在", "the longer name first"


def test_what_is_too_short_is_told_and_not_looked_for(code: Disguise) -> None:
    assert code.unsought == ("t3",)
    assert code.text("李子很甜") == "李子很甜"
    assert forms_of("李") == ()


def test_without_names_texts_stay() -> None:
    assert Disguise(KEY, {}, ()).text("什么都没有 <b>") == "什么都没有 <b>"


def test_a_name_that_looks_like_a_pattern_is_only_a_name() -> None:
    code = Disguise(KEY, {"t": "a.c(+"}, ())
    assert code.text("abc") == "abc"
