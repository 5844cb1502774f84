from dataclasses import replace

import pytest

from simulator.domain.findings import CorrectionMade, PriceVerdict
from simulator.domain.judgement import WhyNone
from simulator.domain.units import Span
from simulator.metrics import contradictions_per_product, fact_coverage
from tests.stream import KINDS, ORANGE, RICE, Stream, scenario


def test_coverage_is_the_share_of_mandatory_facts_told():
    stream = Stream().talks(0, 60).pins(0)
    for at, fact in enumerate(KINDS[:5]):
        stream.tells(fact, 20 * at)
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


def test_a_product_that_was_planned_and_left_out_is_not_covered():
    stream = Stream(scenario(ORANGE, RICE), length=290).talks(0, 60).pins(0)
    for at, fact in enumerate(KINDS):
        stream.tells(fact, 30 * at)
    assert fact_coverage(stream.log()).value == 1  # rice was planned for 300 s on
    stream.length = 310
    assert fact_coverage(stream.log()).value == 7 / 14
    stream.length = 290
    assert fact_coverage(stream.pins(250, "rice").log()).value == 7 / 14


def test_a_card_on_screen_presents_nothing():
    assert fact_coverage(Stream().talks(0, 60).pins(0).log()).why_none is WhyNone.NO_PRODUCT_PRESENTED
    stream = Stream(scenario(ORANGE, RICE)).talks(0, 60).pins(0).pins(30, "rice").misstates("origin", 10)
    # Cards put up to divide the mistakes among more products divide nothing.
    assert contradictions_per_product(stream.log()).value == 1


def test_facts_read_out_in_one_go_count_in_part():
    read, told = Stream().talks(0, 300).pins(0), Stream().talks(0, 300).pins(0)
    for at, fact in enumerate(KINDS):
        read.tells(fact, 4 * at)
        told.tells(fact, 40 * at)
    assert fact_coverage(told.log()).value == 1
    measured = fact_coverage(read.log())
    assert measured.value == pytest.approx((2 * 4 / 6 + 5 * 4 / 7) / 7)
    assert measured.detail[0] == "hurried"


def test_a_recap_in_one_go_takes_nothing_from_what_was_explained_before():
    stream = Stream().talks(0, 300).pins(0)
    for at, fact in enumerate(KINDS):
        stream.tells(fact, 30 * at).tells(fact, 400 + 2 * at)
    assert fact_coverage(stream.log()).value == 1


def test_with_nothing_presented_there_is_nothing_to_cover():
    assert fact_coverage(Stream().talks(0, 60).log()).why_none is WhyNone.NO_PRODUCT_PRESENTED
    assert fact_coverage(Stream().pins(0).log()).why_none is WhyNone.NO_SPEECH


def test_a_statement_against_the_card_counts_per_product():
    stream = Stream(scenario(ORANGE, RICE)).talks(0, 60).pins(0).pins(30, "rice").misstates("origin", 10)
    stream.prices(40, product="rice", price="45")
    measured = contradictions_per_product(stream.log())
    assert measured.value == 0.5
    assert measured.detail == ("orange/origin",)
    assert measured.evidence[0].quote == "错origin"


@pytest.mark.parametrize(("later", "stands"), [(72, 0), (73, 1)])
def test_a_correction_within_a_minute_puts_it_right(later, stands):
    stream = Stream().talks(0, 60).pins(0).misstates("origin", 10).tells("origin", later)
    assert contradictions_per_product(stream.log()).value == stands


def corrects(at: float, replaces: Span) -> CorrectionMade:
    return CorrectionMade(
        at=at, said=Span(at, at + 2), product=None, replaces=replaces, what="fact", fact=None, quote="说错了"
    )


@pytest.mark.parametrize(("later", "stands"), [(68, 0), (71, 1)])
def test_whoever_says_it_was_wrong_has_put_it_right(later, stands):
    stream = Stream().talks(0, 60).pins(0).misstates("origin", 10).add(corrects(later, Span(10, 12)))
    assert contradictions_per_product(stream.log()).value == stands


def test_a_correction_of_something_else_heals_nothing():
    stream = Stream().talks(0, 60).pins(0).misstates("origin", 10).add(corrects(40, Span(30, 32)))
    assert contradictions_per_product(stream.log()).value == 1


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
