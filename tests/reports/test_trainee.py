"""The trainee's page: what went well, and three things to do next with their second and other words for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.domain.compliance import Severity
from simulator.domain.crowd import IncidentOpened
from simulator.domain.findings import PriceVerdict, Support
from simulator.domain.judgement import Confirmation, Judgement, Note, Override
from simulator.domain.key_moments import Instead, KeyMoment, KeyMoments, MomentKind, Source
from simulator.domain.language import Language
from simulator.domain.machine import Device
from simulator.domain.scenario import Topic
from simulator.domain.units import Span, Text
from simulator.metrics import METRICS
from simulator.reports.advice import advice
from simulator.reports.advice_case import Case
from simulator.reports.dossier import NextStep
from simulator.reports.figures import clock
from simulator.reports.key_steps import key_steps
from simulator.reports.next_steps import gain, next_steps
from simulator.reports.pages import Medium
from simulator.reports.praise import praises
from simulator.reports.trainee import trainee_report, wanted_stills
from simulator.reports.wording_advice import ADVICE, PRAISE, SAY
from simulator.review.key_moments import key_moments
from tests.rehearsed import good_run
from tests.reports.dossiers import ATTACK, WHEN, Page, dossier_of, rules, taxonomy, weak_run
from tests.stream import ORANGE, Stream, operation, scenario

SHIPPING = replace(
    ORANGE,
    facts=tuple(replace(each, topics=(Topic.SHIPPING,)) if each.id == "shipping" else each for each in ORANGE.facts),
)


def test_it_greets_by_name_and_tells_what_was_done():
    words = Page(trainee_report(dossier_of(good_run().log()), "zh").html).words
    assert "小满，辛苦了！" in words
    assert "播了 10:00，说了 60 段话，回应了 6 个提问" in words
    assert "做得最好的是「控场与节奏」" in words
    english = Page(trainee_report(dossier_of(good_run().log(), trainee="Lin Xia"), "en").html).words
    assert "Well done getting through it, Lin Xia!" in english and "评分" not in english


def test_what_went_well_is_shown_by_what_was_said():
    dossier = dossier_of(good_run().log())
    found = praises(dossier)
    assert len(found) == 3
    dimensions = {dossier.criteria[each.criterion].dimension for each in found}
    assert len(dimensions) == 3, "three sides of the work, not one thrice"
    words = Page(trainee_report(dossier, "zh").html).words
    for each in found:
        assert each.at is not None and f"{clock(each.at)} “{each.said}”" in words


def test_three_things_to_do_next_each_with_its_second_and_other_words():
    dossier = dossier_of(weak_run().log(), rules=rules())
    steps = next_steps(dossier)
    assert len(steps) == 3
    assert all(step.at is not None and step.instead and step.gain for step in steps)
    words = Page(trainee_report(dossier, "zh").html).words
    for step in steps:
        assert step.at is not None
        assert f"{clock(step.at)} {step.what.zh}" in words
        assert f"可以这样说：“{step.instead[:20]}" in words


def test_the_steps_are_those_that_bring_most_and_what_bars_a_pass_comes_first():
    dossier = dossier_of(weak_run().log())
    gains = [step.gain for step in next_steps(dossier)]
    by_id = {each.mark.criterion: gain(each, dossier.rubric, dossier.marks) for each in dossier.marks}
    assert by_id[next_steps(dossier)[0].criterion] == gains[0]
    barred = weak_run().breaks("r9", "medical_claims", Severity.S4, 200, "治咳嗽").log()
    stands = Confirmation(finding="r9", stands=True, reason="", instructor="王老师", at_utc=WHEN)
    judged = dossier_of(barred, Judgement(session="s", confirmations=(stands,)), rules=rules())
    first = next_steps(judged)[0]
    assert (first.criterion, first.at, first.said) == ("F1", 200, "治咳嗽")
    assert first.instead, "the rule pack has other words"


def test_an_unanswered_question_is_answered_from_the_card():
    stream = Stream(scenario(SHIPPING)).talks(1, 599, 250).pins(60).names(65).tells("size", 70)
    for number in range(6):
        stream.asked(f"c{number}", 100 + 60 * number, "shipping", priority=3, text=f"什么时候发货{number}")
    log = stream.log()
    asked = tuple(
        replace(each, topic=Topic.SHIPPING) if getattr(each, "category", "") == "shipping" else each
        for each in log.events
    )
    steps = next_steps(dossier_of(replace(log, events=asked)))
    answered = next(step for step in steps if step.criterion == "C1")
    assert (answered.at, answered.said, answered.asked) == (100, "什么时候发货0", True)
    assert answered.instead == "orange shipping"


@pytest.mark.parametrize("language", list(Language))
def test_there_is_advice_on_every_mark_of_every_kind_of_session(language: Language):
    plan = scenario(
        language=language,
        required_operations=(
            operation("pin", "pin", 0, 90),
            *(operation(f"c{n}", "coupon", 200 + n, 300 + n) for n in range(3)),
        ),
    )
    trouble = Stream(plan).talks(1, 300, 300).pins(60).segment("open", 0).segment("sell_orange", 500)
    trouble.add(IncidentOpened(at=100.0, incident="i1", kind="price_typo"))
    trouble.prices(150, PriceVerdict.WRONG).misstates("size", 160).claims(170, Support.CONTRADICTED)
    trouble.breaks("r1", "absolute_terms", Severity.S3, 180).hesitates(190).tells("origin", 200).tells("size", 205)
    trouble.asked("i", 101, text="这价格对吗", incident="i1").tells("keeping", 400)
    for log in (good_run().log(), weak_run().log(), trouble.log(), Stream(plan, length=30).log()):
        dossier = dossier_of(log, rules=rules(log.language))
        for judged in dossier.marks:
            criterion = dossier.criteria[judged.mark.criterion]
            told = advice(Case(judged.mark, criterion, log, dossier.rules, dossier.names))
            assert told.what.zh.strip() and told.what.en.strip(), criterion.id
            assert told.at is None or 0 <= told.at <= log.length, criterion.id
            assert "{" not in told.what.zh + told.what.en + told.instead, criterion.id


def test_trouble_is_told_its_missing_step():
    log = weak_run().add(IncidentOpened(at=100.0, incident="i1", kind="price_typo")).log()
    dossier = dossier_of(log)
    mark = next(each.mark for each in dossier.marks if each.mark.criterion == "C4")
    told = advice(Case(mark, dossier.criteria["C4"], log, None, dossier.names))
    assert told.at == 100.0 and told.what.zh.startswith("突发时还差一步：") and told.instead


def test_an_instructors_reason_is_the_advice():
    override = Override(criterion="A1", level=1, machine_level=5, reason="像在念稿", instructor="王老师", at_utc=WHEN)
    steps = next_steps(dossier_of(good_run().log(), Judgement(session="s", overrides=(override,))))
    assert [step.what.zh for step in steps if step.criterion == "A1"] == ["教师说：像在念稿"]


def test_the_moments_of_the_review_come_first():
    log = weak_run().log()
    dossier = dossier_of(log, rules=rules(), taxonomy=taxonomy())
    found = key_moments(log, dossier.rubric, rules(), taxonomy(), dossier.scorecard)
    bad = [each for each in found.moments if not each.good]
    assert bad
    steps = next_steps(replace(dossier, moments=found))
    assert [step.at for step in steps[: len(bad)]] == [max(0.0, each.span.start) for each in bad]
    assert len(steps) == 3 and len({step.criterion for step in steps}) >= 2
    worth = next(step for step in steps if step.of_moment and step.gain)
    words = Page(trainee_report(replace(dossier, moments=found), "zh").html).words
    assert f"这一刻做好，总分约 +{worth.gain:.1f}" in words


@pytest.mark.parametrize("kind", list(MomentKind))
def test_every_kind_of_moment_has_its_advice(kind: MomentKind):
    moment = KeyMoment(
        kind=kind,
        span=Span(100, 112),
        quote="原话",
        subject="price_typo",
        product="orange",
        missing=("who_sells", "suits"),
        stakes=(),
        instead=(Instead(Source.FACT_CARD, Text("改口", "instead")),),
    )
    dossier = dossier_of(good_run().log(), moments=KeyMoments(moments=(moment,), looked_at=1))
    found = list(key_steps(dossier))
    assert len(found) == (0 if moment.good else 1)
    for step in found:
        assert step.at == 100 and step.instead == "改口" and step.criterion
        assert step.what.zh and step.what.en and "{" not in step.what.zh + step.what.en


def test_somebody_else_may_choose_the_steps():
    chosen = tuple(
        NextStep(criterion="C1", at=float(at), what=Text(f"第{at}件", f"no. {at}")) for at in (30, 90, 150, 200)
    )
    dossier = dossier_of(good_run().log(), steps=chosen)
    assert next_steps(dossier) == chosen[:3]
    words = Page(trainee_report(dossier, "zh").html).words
    assert "0:30 第30件" in words and "第200件" not in words
    assert wanted_stills(dossier) == (30.0, 90.0, 150.0)


def test_a_perfect_session_is_told_to_go_on_harder():
    dossier = dossier_of(good_run().log(), steps=())
    assert "换一个更难的场景" in Page(trainee_report(dossier, "zh").html).words


def test_nothing_is_promised_where_nothing_was_measured():
    dossier = dossier_of(Stream(length=60).loses(Device.MICROPHONE, 0).log())
    words = Page(trainee_report(dossier, "zh").html).words
    assert "数据不足，不给总分" in words and "做得最好的是" not in words


def test_names_and_words_that_look_like_markup_stay_words():
    note = Note(at=1, text=ATTACK, instructor=ATTACK, at_utc=WHEN)
    override = Override(criterion="A1", level=2, machine_level=5, reason=ATTACK, instructor=ATTACK, at_utc=WHEN)
    log = weak_run().says(ATTACK, 0, 2).asked("x", 20, "shipping", priority=3, text=ATTACK).log()
    judgement = Judgement(session="s", overrides=(override,), notes=(note,), signed_by=ATTACK, signed_at_utc=WHEN)
    for language in ("zh", "en"):
        read = Page(trainee_report(dossier_of(log, judgement, trainee=ATTACK), language).html)
        assert "script" not in read.tags and "img" not in read.tags
        assert not read.fetched and not read.handlers and not read.open
        assert ATTACK in read.words


def test_letters_that_turn_or_hide_text_are_left_out():
    html = trainee_report(dossier_of(good_run().log(), trainee="小\u202e满\x00\u2066"), "zh").html
    assert "\u202e" not in html and "\x00" not in html and "小满" in html


@pytest.mark.parametrize("medium", list(Medium))
def test_the_same_session_gives_the_same_page(medium: Medium):
    assert trainee_report(dossier_of(weak_run().log()), "zh", medium) == trainee_report(
        dossier_of(weak_run().log()), "zh", medium
    )


def test_a_page_stays_small_however_much_was_written():
    few = trainee_report(dossier_of(weak_run().log()), "zh").html
    stream = weak_run()
    for number in range(20_000):
        stream.asked(f"m{number}", 600 * number / 20_000, "greeting", priority=0, wants_answer=False, text="来了" * 50)
    many = trainee_report(dossier_of(stream.log()), "zh").html
    assert len(many) < 1.5 * len(few) + 20_000


@pytest.mark.parametrize("language", ["zh", "en"])
def test_there_are_words_for_everything_that_can_be_better(language: str):
    split = {"segments_on_plan", "speech_rate", "f0_sd_semitones"}
    metrics = {metric.id for metric in METRICS}
    assert metrics - split <= set(ADVICE)
    assert metrics - {"f0_sd_semitones"} == set(PRAISE)
    for table in (ADVICE, PRAISE, SAY):
        assert all(wording[language].strip() for wording in table.values())


def test_words_to_say_are_in_the_language_of_the_session():
    stream = Stream(scenario(language=Language.EN)).talks(1, 599, 150)
    steps = next_steps(dossier_of(stream.log()))
    opening = next((step for step in steps if step.criterion == "A1"), None)
    assert opening is not None and opening.instead.startswith("Hello, this is")
