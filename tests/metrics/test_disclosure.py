from dataclasses import replace

from simulator.domain.desk import LuckyBagOpened
from simulator.domain.findings import StatementMade, Support
from simulator.domain.judgement import WhyNone
from simulator.domain.units import Span
from simulator.metrics import disclosures_made
from tests.stream import ORANGE, RICE, Stream, scenario


def test_a_chinese_stream_must_say_who_sells_price_delivery_and_after_sales():
    stream = Stream().talks(0, 60).pins(0)
    measured = disclosures_made(stream.log())
    assert measured.value == 0
    assert measured.detail == ("-who_sells", "-final_price/orange", "-ship/orange", "-after_sales/orange")
    stream.element("who_sells", 5).states("final_price", 20, "orange").tells("shipping", 30).tells("after_sales", 40)
    assert disclosures_made(stream.log()).value == 1


def test_dry_goods_need_no_word_on_perishing():
    stream = Stream(scenario(RICE)).talks(0, 60).pins(0, "rice")
    assert "-after_sales/rice" not in disclosures_made(stream.log()).detail


def test_who_sells_must_come_in_the_first_three_minutes():
    assert "who_sells" in disclosures_made(Stream().talks(0, 60).states("who_sells", 180).log()).detail
    assert "-who_sells" in disclosures_made(Stream().talks(0, 60).states("who_sells", 181).log()).detail


def test_a_product_block_over_ten_minutes_asks_for_the_seller_again():
    stream = Stream(length=700).talks(0, 60).pins(50).states("who_sells", 10)
    assert disclosures_made(stream.log()).value == 1 / 5
    assert disclosures_made(stream.states("who_sells", 400).log()).value == 2 / 5


def test_the_price_belongs_before_the_first_call_to_buy():
    stream = Stream().talks(0, 60).pins(0).calls(50).prices(100).tells("shipping", 20).tells("size", 25)
    assert "-final_price/orange" in disclosures_made(stream.log()).detail
    assert "final_price/orange" in disclosures_made(stream.prices(48).log()).detail


def test_a_price_statement_counts_once_it_is_whole():
    stream = Stream().talks(0, 60).pins(0).calls(50)
    pieced = StatementMade(at=60, said=Span(20, 60), statement="final_price", product="orange", quote="39块9")
    assert "-final_price/orange" in disclosures_made(stream.add(pieced).log()).detail
    whole = replace(pieced, said=Span(20, 51))
    assert "final_price/orange" in disclosures_made(stream.add(whole).log()).detail


def test_a_call_for_another_product_does_not_hurry_this_one():
    stream = Stream(scenario(ORANGE, RICE)).talks(0, 60).pins(0).calls(50).pins(100, "rice")
    stream.prices(150, product="rice").tells("shipping", 160, "rice").tells("size", 165, "rice").calls(170)
    assert "final_price/rice" in disclosures_made(stream.log()).detail


def test_a_minor_and_a_draw_ask_for_their_own_words():
    stream = Stream().talks(0, 60).asked("c1", 100, "minor", 3, 90).add(LuckyBagOpened(at=200, closes_at=260))
    detail = disclosures_made(stream.log()).detail
    assert "-minor_warning" in detail
    assert "-gift_terms" in detail
    stream.answers(150, "c1", category="minor").states("gift_terms", 190)
    detail = disclosures_made(stream.log()).detail
    assert "minor_warning" in detail
    assert "gift_terms" in detail


def test_an_american_stream_must_tell_the_connection_at_once_and_again():
    stream = Stream(scenario(market="us"), length=700).talks(0, 60).states("connection", 29)
    assert disclosures_made(stream.log()).value == 0.5
    assert disclosures_made(stream.states("connection", 600).log()).value == 1
    late = Stream(scenario(market="us")).talks(0, 60).states("connection", 31)
    assert disclosures_made(late.log()).value == 0


def test_an_american_stream_tells_total_price_and_delivery_of_each_product():
    stream = Stream(scenario(market="us")).talks(0, 60).pins(0).states("connection", 5)
    assert set(disclosures_made(stream.log()).detail) == {"connection", "-total_price/orange", "-delivery/orange"}


def test_european_streams_name_trader_returns_and_the_earlier_price():
    stream = Stream(scenario(market="eu")).talks(0, 60).pins(0).claims(100, Support.MISSING, "reference_price")
    detail = disclosures_made(stream.log()).detail
    assert {"-trader", "-returns/orange", "-prior_price"} < set(detail)
    assert "prior_price" in disclosures_made(stream.states("prior_price", 110).log()).detail


def test_a_health_food_needs_its_line():
    health = replace(ORANGE, category="health_food")
    stream = Stream(scenario(health)).talks(0, 60).pins(0)
    assert "-health_food_line/orange" in disclosures_made(stream.log()).detail


def test_a_market_without_rules_asks_for_nothing():
    log = Stream(scenario(market="mars")).talks(0, 60).log()
    assert disclosures_made(log).why_none is WhyNone.NOT_PLANNED
