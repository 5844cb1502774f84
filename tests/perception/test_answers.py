"""Questions that were answered, and those that were not."""

from __future__ import annotations

from typing import Any

from simulator.domain.desk import DemonstrationMarked
from simulator.domain.findings import QuestionAnswered
from simulator.perception.answers import LATE


def answers(stage: Any, text: str, at: float) -> list[QuestionAnswered]:
    found: list[QuestionAnswered] = stage.only(QuestionAnswered, stage.say(text, at=at))
    return found


def test_the_true_price_answers_the_question_for_it(chinese: Any) -> None:
    stage = chinese()
    stage.take(stage.comment("c1", "price", 10))
    (answer,) = answers(stage, "今天三十九块九一箱包邮", at=20)
    assert (answer.category, answer.comments, answer.quality) == ("price", ("c1",), 1.0)
    assert "三十九块九" in answer.quote
    assert answers(stage, "三十九块九", at=60) == [], "an answered question is closed"


def test_a_wrong_price_answers_nothing(chinese: Any) -> None:
    stage = chinese()
    stage.take(stage.comment("c1", "price", 10))
    assert answers(stage, "今天只要二十五块钱", at=20) == []


def test_what_was_said_before_the_question_does_not_answer_it(chinese: Any) -> None:
    stage = chinese()
    stage.say("今天三十九块九一箱", at=0)
    stage.take(stage.comment("c1", "price", 30))
    assert answers(stage, "大家看这个果子", at=35) == []


def test_a_question_that_expired_is_not_answered(chinese: Any) -> None:
    stage = chinese()
    stage.take(stage.comment("c1", "price", 10, expires_at=40))
    assert answers(stage, "今天三十九块九", at=50) == []


def test_a_recogniser_that_is_minutes_behind_still_brings_an_answer(chinese: Any) -> None:
    stage = chinese()
    stage.take(stage.comment("c1", "price", 10), stage.comment("c2", "price", 590))
    assert "c1" in answers(stage, "今天三十九块九", at=20)[0].comments


def test_beside_a_host_who_says_nothing_old_questions_are_forgotten(chinese: Any) -> None:
    stage = chinese()
    for number in range(3000):
        stage.take(stage.comment(f"c{number}", "price", float(number)))
    kept = sum(len(each.comments) for each in stage.listener._answers._open.values())
    assert LATE <= kept < LATE + 200
    (answer,) = answers(stage, "今天三十九块九", at=2990)
    assert "c2980" in answer.comments and "c2500" not in answer.comments


def test_one_answer_serves_all_who_asked_the_same(chinese: Any) -> None:
    stage = chinese()
    stage.take(stage.comment("c1", "price", 10), stage.comment("c2", "price", 15))
    (answer,) = answers(stage, "今天三十九块九", at=20)
    assert answer.comments == ("c1", "c2")
    (shared,) = stage.take(stage.comment("c3", "price", 40))
    assert (shared.comments, shared.at, shared.said) == (("c3",), 40, answer.said)
    assert stage.take(stage.comment("c4", "price", 200)) == [], "45 s after the answered question a new answer is due"


def test_an_answer_may_run_over_phrases_that_follow_each_other(chinese: Any) -> None:
    stage = chinese()
    stage.take(stage.comment("c1", "complaint", 10, expires_at=160))
    assert answers(stage, "这位朋友实在对不起", at=15) == []
    assert answers(stage, "您把订单发给客服", at=20) == []
    (answer,) = answers(stage, "坏的我们赔给您", at=25)
    assert answer.category == "complaint"
    assert answer.said.start < 17 and answer.said.end > 25


def test_parts_too_far_apart_are_no_answer(chinese: Any) -> None:
    stage = chinese()
    stage.take(stage.comment("c1", "complaint", 10, expires_at=160))
    answers(stage, "这位朋友实在对不起", at=15)
    answers(stage, "您把订单发给客服", at=60)
    assert answers(stage, "坏的我们赔给您", at=65) == []


def test_a_forbidden_claim_in_the_answer_costs_half(chinese: Any) -> None:
    stage = chinese()
    stage.take(stage.comment("c1", "compliance_trap_health", 10, expires_at=160))
    (answer,) = answers(stage, "它不是药。蜂蜜能治咳嗽。严重了看医生", at=20)
    assert answer.quality == 0.5


def test_slots_of_the_product_fill_the_keys(chinese: Any) -> None:
    stage = chinese()
    stage.take(stage.comment("c1", "spec_size", 10), stage.comment("c2", "purchase_intent", 10))
    assert [each.category for each in answers(stage, "一箱净重十斤", at=20)] == ["spec_size"]
    assert [each.category for each in answers(stage, "点一号链接就行", at=30)] == ["purchase_intent"]


def test_a_comment_that_wants_no_answer_gets_none(chinese: Any) -> None:
    stage = chinese()
    stage.take(stage.comment("c1", "price", 10, wants_answer=False))
    assert answers(stage, "今天三十九块九", at=20) == []


def test_a_demonstration_answers_a_fresh_request(chinese: Any) -> None:
    stage = chinese()
    stage.take(stage.comment("c1", "demo_request", 10), stage.comment("c2", "demo_request", 80))
    (answer,) = stage.take(DemonstrationMarked(at=100, since=90))
    assert answer.comments == ("c2",)


def test_an_english_stem_stands_for_its_words(english: Any) -> None:
    stage = english()
    stage.take(stage.comment("c1", "complaint", 10, expires_at=160))
    (answer,) = answers(stage, "we apologise please send your order number and we refund you", at=20)
    assert answer.quality == 1.0
