from dataclasses import replace

import pytest

from simulator.domain.desk import DemonstrationMarked
from simulator.domain.findings import PriceVerdict
from simulator.domain.judgement import WhyNone
from simulator.metrics import (
    contradictions_per_product,
    demo_acts_per_product,
    fact_coverage,
    feature_benefit_link,
)
from tests.stream import KINDS, ORANGE, RICE, Stream, scenario


def test_coverage_is_the_share_of_mandatory_facts_told():
    stream = Stream().talks(0, 60).pins(0)
    for at, fact in enumerate(KINDS[:5]):
        stream.tells(fact, 10 * at)
    measured = fact_coverage(stream.log())
    assert measured.value == 5 / 7
    assert measured.detail[:2] == ("-orange/after_sales", "-orange/use")
    assert measured.evidence[0].quote == "说origin"


def test_facts_weigh_what_the_card_says():
    heavy = tuple(replace(fact, weight=3.0 if fact.id == "price" else 1.0) for fact in ORANGE.facts)
    stream = Stream(scenario(replace(ORANGE, facts=heavy))).talks(0, 60).pins(0).prices(10)
    assert fact_coverage(stream.log()).value == 3 / 9


def test_a_fact_that_is_not_mandatory_neither_helps_nor_hurts():
    facts = tuple(replace(fact, mandatory=fact.id != "use") for fact in ORANGE.facts)
    stream = Stream(scenario(replace(ORANGE, facts=facts))).talks(0, 60).pins(0).tells("use", 1).tells("size", 5)
    assert fact_coverage(stream.log()).value == 1 / 6


def test_telling_a_fact_twice_counts_once():
    stream = Stream().talks(0, 60).pins(0).tells("size", 5).tells("size", 25)
    assert fact_coverage(stream.log()).value == 1 / 7


def test_a_price_that_may_have_been_misheard_was_told():
    stream = Stream().talks(0, 60).pins(0).prices(5, PriceVerdict.UNSURE)
    assert fact_coverage(stream.log()).value == 1 / 7
    stream = Stream().talks(0, 60).pins(0).prices(5, PriceVerdict.WRONG)
    assert fact_coverage(stream.log()).value == 0


def test_only_products_presented_are_asked_for():
    stream = Stream(scenario(ORANGE, RICE)).talks(0, 60).pins(0)
    for at, fact in enumerate(KINDS):
        stream.tells(fact, 10 * at)
    # One fact of rice in passing does not present it; naming it as well does.
    stream.tells("origin", 80, "rice")
    assert fact_coverage(stream.log()).value == 1
    assert fact_coverage(stream.names(79, "rice").log()).value == 8 / 14


def test_with_nothing_presented_there_is_nothing_to_cover():
    assert fact_coverage(Stream().talks(0, 60).log()).why_none is WhyNone.NO_PRODUCT_PRESENTED
    assert fact_coverage(Stream().pins(0).log()).why_none is WhyNone.NO_SPEECH


def test_a_statement_against_the_card_counts_per_product():
    stream = Stream(scenario(ORANGE, RICE)).talks(0, 60).pins(0).pins(30, "rice").misstates("origin", 10)
    measured = contradictions_per_product(stream.log())
    assert measured.value == 0.5
    assert measured.detail == ("orange/origin",)
    assert measured.evidence[0].quote == "错origin"


@pytest.mark.parametrize(("later", "stands"), [(72, 0), (73, 1)])
def test_a_correction_within_a_minute_puts_it_right(later, stands):
    stream = Stream().talks(0, 60).pins(0).misstates("origin", 10).tells("origin", later)
    assert contradictions_per_product(stream.log()).value == stands


def test_an_earlier_right_statement_corrects_nothing():
    stream = Stream().talks(0, 60).pins(0).tells("origin", 5).misstates("origin", 10)
    assert contradictions_per_product(stream.log()).value == 1


def test_a_wrong_price_is_named_as_such():
    stream = Stream().talks(0, 60).pins(0).prices(10, PriceVerdict.WRONG, price="29.9")
    measured = contradictions_per_product(stream.log())
    assert measured.value == 1
    assert "wrong_price" in measured.detail


def test_a_wrong_price_that_is_also_a_wrong_fact_is_one_statement():
    stream = Stream().talks(0, 60).pins(0).prices(10, PriceVerdict.WRONG).misstates("price", 10)
    assert contradictions_per_product(stream.log()).value == 1


def test_a_right_price_corrects_a_wrong_one():
    stream = Stream().talks(0, 60).pins(0).prices(10, PriceVerdict.WRONG).prices(40)
    measured = contradictions_per_product(stream.log())
    assert measured.value == 0
    assert measured.evidence[0].quote == "39块9"


def test_a_price_the_recogniser_may_have_misheard_is_never_held_against_the_host():
    stream = Stream().talks(0, 60).pins(0).prices(10, PriceVerdict.UNSURE).prices(20, PriceVerdict.COMPARISON)
    assert contradictions_per_product(stream.log()).value == 0


def test_features_followed_by_a_benefit_come_first_for_the_instructor():
    stream = Stream().talks(0, 60).tells("origin", 0).tells("size", 30).element("suits", 45)
    measured = feature_benefit_link(stream.log())
    assert measured.value is None
    assert measured.why_none is WhyNone.NEEDS_INSTRUCTOR
    assert [evidence.quote for evidence in measured.evidence] == ["说size", "说origin"]
    assert measured.detail == ("orange/size",)


def test_a_demonstration_is_shown_with_what_was_said_meanwhile():
    stream = Stream().says("切开看看", 20, 24).says("再见", 90, 92).add(DemonstrationMarked(since=18, at=30))
    measured = demo_acts_per_product(stream.log())
    assert [(each.span.start, each.quote) for each in measured.evidence] == [(18, "切开看看")]
    assert measured.why_none is WhyNone.NEEDS_INSTRUCTOR
