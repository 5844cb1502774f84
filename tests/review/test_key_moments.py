"""The three moments of a session: the worst is the worst, each is worth what the rubric says, nothing is made up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.domain.compliance import Severity
from simulator.domain.crowd import Cause, IncidentClosed, IncidentOpened, Reason, ViewersLeft, Way
from simulator.domain.findings import PriceVerdict, RuleBroken, Support
from simulator.domain.judgement import Confirmation
from simulator.domain.key_moments import Instead, KeyMoment, KeyMoments, MomentKind, Source, Stake
from simulator.domain.language import Language
from simulator.domain.scenario import Topic
from simulator.domain.session import SessionLog
from simulator.domain.units import Span, Text
from simulator.metrics import metric_named
from simulator.metrics.credit import credited
from simulator.metrics.interaction import answer_rate
from simulator.review.key_moments import chosen, key_moments, lean
from simulator.review.missed import TOUCHES, missed
from simulator.review.worth import Edit, Scales, edited
from simulator.scoring import score
from tests.scoring.gaming.host import on_air
from tests.staged import LIBRARY, TAXONOMY
from tests.stream import ORANGE, Stream, default_rubric, product, scenario

RUBRIC = default_rubric()
RULES = LIBRARY.rules(Language.ZH)


def found(log: SessionLog, *words: Confirmation) -> KeyMoments:
    card = score(log, RUBRIC, provisional=False, confirmations=words)
    return key_moments(log, RUBRIC, RULES, TAXONOMY, card, words)


def told() -> Stream:
    """Ten minutes of steady speech with everything of the card told, and what a stream must have around it."""
    stream = Stream().talks(0, 600).voice((0, 600)).pins(5).names(2)
    for name in ("who_sells", "reason_to_stay", "invitation", "suits"):
        stream.element(name, 10)
    for number, fact in enumerate(("origin", "size", "price", "keeping", "shipping", "after_sales", "use")):
        stream.tells(fact, 60 + 40 * number)
    stream.prices(150).prices(560).names(562).tells("after_sales", 570)
    for name in ("recap", "next_show", "thanks", "announced_end"):
        stream.element(name, 590)
    return stream


def asked(stream: Stream, many: int, every: float = 50) -> Stream:
    """Questions of different kinds, so that none shares another's answer."""
    for number in range(many):
        stream.asked(f"c{number}", 20 + every * number, f"topic{number}")
    return stream


def kinds(moments: KeyMoments) -> list[MomentKind]:
    return [each.kind for each in moments.moments]


def test_a_stream_without_a_fault_has_no_bad_moment() -> None:
    assert not [each for each in found(told().log()).moments if not each.good]


def test_a_red_line_comes_before_everything() -> None:
    stream = asked(told(), 8).breaks("r1", "health_function", Severity.S4, 300, "能治糖尿病")
    first = found(stream.log()).moments[0]
    assert first.kind is MomentKind.RED_LINE
    assert first.gates == ("G1",)
    assert first.quote == "能治糖尿病"


def test_each_of_two_red_lines_bars_a_pass() -> None:
    stream = told().breaks("r1", "health_function", Severity.S4, 200).breaks("r2", "health_function", Severity.S4, 400)
    assert [each.gates for each in found(stream.log()).moments[:2]] == [("G1",), ("G1",)]


def test_what_an_instructor_struck_is_no_moment() -> None:
    stream = told().breaks("r1", "health_function", Severity.S4, 300)
    struck = Confirmation(finding="r1", stands=False, reason="quoted", instructor="w", at_utc="2026-01-01T00:00:00Z")
    assert MomentKind.RED_LINE not in kinds(found(stream.log(), struck))


def test_a_wrong_price_is_worth_what_the_rubric_makes_of_the_session_without_it() -> None:
    stream = told().prices(480, PriceVerdict.WRONG, price="29.9")
    log = stream.log()
    (moment,) = [each for each in found(log).moments if each.kind is MomentKind.WRONG_PRICE]
    assert moment.span == Span(480, 482)
    (stake,) = [each for each in moment.stakes if each.criterion == "B2"]
    before, after = (
        score(each, RUBRIC, provisional=False) for each in (log, edited(log, Edit(moment.drop, moment.add)))
    )
    levels = [next(mark.level for mark in card.marks if mark.criterion == "B2") for card in (before, after)]
    assert [stake.level, stake.would] == levels
    gap = RUBRIC.points(stake.would) - RUBRIC.points(stake.level)
    assert stake.points == pytest.approx(stake.weight * gap / stake.whole)
    assert stake.together == 1
    assert [each.words.zh for each in moment.instead] == ["orange price"]
    assert moment.instead[0].source is Source.FACT_CARD


def test_a_question_that_alone_moves_no_level_has_its_part() -> None:
    moments = found(asked(told(), 10).log())
    questions = [each for each in moments.moments if each.kind is MomentKind.QUESTION]
    assert len(questions) == 3
    (stake,) = questions[0].stakes
    assert (stake.level, stake.would, stake.together) == (1, 5, 10)
    assert stake.points == pytest.approx(stake.weight * 80 / stake.whole / 10)


def test_the_parts_of_all_come_to_the_whole() -> None:
    log = asked(told(), 10).log()
    counts = credited(log).log
    questions = [each for each in missed(counts, RULES, TAXONOMY) if each.kind is MomentKind.QUESTION]
    scales = Scales(counts, RUBRIC, score(log, RUBRIC, provisional=False))
    weighed = scales.weigh([Edit(each.drop, each.add) for each in questions], ("answer_rate",), well=False)
    everything = Edit((), tuple(event for each in questions for event in each.add))
    assert answer_rate(edited(counts, everything)).value == 1.0
    stakes = [stake for each in weighed for stake in each.stakes]
    assert sum(each.points for each in stakes) == pytest.approx(stakes[0].weight * 80 / stakes[0].whole)


def test_questions_that_one_answer_serves_are_one_moment() -> None:
    stream = asked(told(), 4).asked("again", 60, "topic0").asked("later", 80, "topic0")
    moments = [each for each in found(stream.log()).moments if each.kind is MomentKind.QUESTION]
    together = next(each for each in moments if each.subject == "topic0" and each.span.start == 20)
    assert together.also == 1  # the one 40 s later shares the answer, the one a minute later does not


def test_an_answer_comes_from_the_card() -> None:
    shipped = replace(ORANGE.facts[4], cue="24 小时内发货", topics=(Topic.SHIPPING,), heard_as=(("24小时",),))
    goods = product("orange", facts=(*ORANGE.facts[:4], shipped, *ORANGE.facts[5:]))
    stream = Stream(scenario(goods)).talks(0, 600).voice((0, 600)).names(2).tells("size", 30)
    for number in range(6):
        stream.asked(f"c{number}", 20 + 80 * number, "logistics")
    moment = next(each for each in found(stream.log()).moments if each.kind is MomentKind.QUESTION)
    assert moment.instead == (Instead(Source.FACT_CARD, Text("24 小时内发货", "24 小时内发货")),)


def test_the_longest_silence_costs_most_and_goes_on_with_what_was_not_told() -> None:
    stream = Stream().talks(0, 100).talks(160, 300).talks(310, 600).voice((0, 100), (160, 300), (310, 600)).names(2)
    stream.tells("origin", 20).tells("size", 40)
    silences = [each for each in found(stream.log()).moments if each.kind is MomentKind.SILENCE]
    assert silences[0].span == Span(100, 160)
    assert silences[0].points > sum(each.points for each in silences[1:])
    assert silences[0].instead[0].words.zh == "orange price"


def test_silence_told_by_words_alone_is_mended_too() -> None:
    stream = Stream().talks(0, 100).talks(220, 600).names(2).tells("origin", 20)
    (silence,) = [each for each in found(stream.log()).moments if each.kind is MomentKind.SILENCE]
    assert silence.points > 0


def test_an_incident_that_was_let_go_offers_the_choice_that_solves_it() -> None:
    stream = told().add(
        IncidentOpened(at=200, incident="i1", kind="troll_wave"),
        IncidentClosed(at=245, incident="i1", handled=False, by=Way.TIME),
    )
    moment = next(each for each in found(stream.log()).moments if each.kind is MomentKind.INCIDENT)
    assert moment.points > 0 and moment.stakes[0].criterion == "C4"
    solving = [each.name for each in TAXONOMY.incidents["troll_wave"].choices if each.outcome == "solves"]
    assert moment.instead[0] == Instead(Source.INCIDENT, solving[0])


def test_a_breach_offers_the_rule_packs_own_wording() -> None:
    stream = told().breaks("r1", "absolute_terms", Severity.S3, 300, "全网最低价")
    moment = next(each for each in found(stream.log()).moments if each.kind is MomentKind.BREACH)
    broken = next(iter(stream.log().only(RuleBroken)))
    offered = RULES.instead(broken.category, broken.pattern, broken.quote)
    assert offered is not None
    assert moment.instead == (Instead(Source.RULE_PACK, Text(offered, offered)),)
    assert moment.stakes[0].criterion == "F2"


def test_a_hollow_claim_tells_the_true_state() -> None:
    stream = told().claims(300, Support.CONTRADICTED)
    moment = next(each for each in found(stream.log()).moments if each.kind is MomentKind.HOLLOW_CLAIM)
    assert [each.criterion for each in moment.stakes] == ["F3"]


def test_a_strong_answer_stands_last_to_be_done_again() -> None:
    stream = asked(told(), 6, every=60)
    for number in range(5):
        stream.answers(24 + 60 * number, f"c{number}", category=f"topic{number}")
    moments = found(stream.log()).moments
    assert [each.good for each in moments] == [False, True, True]
    assert moments[-1].kind is MomentKind.ANSWERED
    assert moments[-1].points >= 0.5


def test_viewers_lost_are_counted_from_the_causes_in_the_log() -> None:
    stream = Stream().talks(0, 100).talks(160, 600).voice((0, 100), (160, 600)).names(2).tells("origin", 20)
    stream.add(
        ViewersLeft(at=120, count=7, cause=Cause(Reason.SILENCE, since=100.0)),
        ViewersLeft(at=125, count=90, cause=Cause(Reason.CHANCE, since=100.0)),
        ViewersLeft(at=400, count=5, cause=Cause(Reason.DISTRUST, since=390.0)),
    )
    (silence,) = [each for each in found(stream.log()).moments if each.kind is MomentKind.SILENCE]
    assert silence.left == 7


def test_the_same_log_gives_the_same() -> None:
    log = asked(told(), 9).breaks("r1", "absolute_terms", Severity.S3, 333).log()
    assert found(log) == found(log)


def test_nothing_is_left_out_that_is_measured() -> None:
    log = on_air("zh_honest")
    for metric in sorted({name for names in TOUCHES.values() for name in names}):
        assert metric_named(metric)(lean(log)) == metric_named(metric)(log), metric


def test_a_session_as_it_comes_from_the_cabin_has_three() -> None:
    log = on_air("zh_honest")
    card = score(log, RUBRIC, provisional=False)
    moments = key_moments(log, RUBRIC, RULES, TAXONOMY, card)
    assert 1 <= len(moments.moments) <= 3 and moments.looked_at > 3
    given = "".join((*(fact.cue for each in log.scenario.products for fact in each.facts), repr(log.scenario)))
    for each in moments.moments:
        for line in each.instead:
            if line.source is Source.FACT_CARD:
                assert line.words.zh in given


# ------------------------------------------------------------------------------------ the choice itself


def moment(kind: MomentKind, at: float, worth: float, left: int = 0, gates: tuple[str, ...] = ()) -> KeyMoment:
    stake = Stake(criterion="C1", weight=8, whole=100, level=1, would=2, together=1, points=worth)
    return KeyMoment(
        kind=kind, span=Span(at, at + 2), quote="", subject="", product=None, stakes=(stake,), gates=gates, left=left,
        instead=(),
    )  # fmt: skip


def test_two_that_cost_most_and_one_that_went_well() -> None:
    all_ = [
        moment(MomentKind.QUESTION, 10, 1.0),
        moment(MomentKind.SILENCE, 100, 3.0),
        moment(MomentKind.WRONG_PRICE, 200, 2.0),
        moment(MomentKind.ANSWERED, 300, 0.6),
        moment(MomentKind.SOLVED, 400, 0.9),
    ]
    assert [each.kind for each in chosen(all_)] == [MomentKind.SILENCE, MomentKind.WRONG_PRICE, MomentKind.SOLVED]
    assert chosen(all_) == chosen(reversed(all_))


def test_what_went_well_a_little_is_not_shown() -> None:
    all_ = [moment(MomentKind.QUESTION, 10, 1.0), moment(MomentKind.ANSWERED, 300, 0.4)]
    assert [each.kind for each in chosen(all_)] == [MomentKind.QUESTION]


def test_a_second_of_its_kind_counts_half() -> None:
    all_ = [
        moment(MomentKind.QUESTION, 10, 3.0),
        moment(MomentKind.QUESTION, 100, 2.5),
        moment(MomentKind.SILENCE, 200, 1.5),
    ]
    assert [each.kind for each in chosen(all_)] == [MomentKind.QUESTION, MomentKind.SILENCE, MomentKind.QUESTION]


def test_moments_that_begin_together_are_one() -> None:
    all_ = [moment(MomentKind.QUESTION, 10, 3.0), moment(MomentKind.SILENCE, 15, 2.5)]
    assert [each.kind for each in chosen(all_)] == [MomentKind.QUESTION]


def test_viewers_decide_between_equal_points() -> None:
    all_ = [moment(MomentKind.QUESTION, 10, 0.0, left=4), moment(MomentKind.SILENCE, 100, 0.0, left=30)]
    assert [each.kind for each in chosen(all_)] == [MomentKind.SILENCE, MomentKind.QUESTION]
    assert chosen([moment(MomentKind.SILENCE, 100, 0.0)]) == ()
