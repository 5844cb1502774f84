from dataclasses import replace

import pytest

from simulator.domain.desk import (
    CommentPinned,
    CouponSent,
    DeskHandedOver,
    PriceChanged,
    ProductUnpinned,
    SoldOutMarked,
)
from simulator.domain.findings import CorrectionMade, DiscountTold, PriceVerdict
from simulator.domain.judgement import WhyNone
from simulator.domain.units import Span
from simulator.metrics import cta_per_10min, ops_on_time, price_clarity
from tests.stream import ORANGE, RICE, Stream, operation, scenario, yuan


def clear_price(stream: Stream, product: str = "orange") -> Stream:
    return stream.prices(10, product=product).tells("size", 15, product).tells("shipping", 20, product)


def test_a_price_is_clear_with_unit_and_delivery():
    measured = price_clarity(clear_price(Stream().talks(0, 60).pins(0)).log())
    assert measured.value == 1
    assert measured.detail == ()


def test_what_is_missing_of_a_price_is_named():
    measured = price_clarity(Stream().talks(0, 60).pins(0).prices(10).log())
    assert measured.value == 0
    assert measured.detail == ("-orange/unit", "-orange/shipping")


def test_a_coupon_must_be_explained_where_there_is_one():
    stream = clear_price(Stream(scenario(RICE)).talks(0, 60).pins(0, "rice"), "rice")
    assert price_clarity(stream.log()).detail == ("-rice/coupon",)
    assert price_clarity(stream.calls(30, "coupon").log()).value == 1


def test_an_uncorrected_wrong_price_is_not_clear():
    stream = clear_price(Stream().talks(0, 60).pins(0)).prices(40, PriceVerdict.WRONG)
    measured = price_clarity(stream.log())
    assert measured.value == 0
    assert measured.detail == ("-orange/right_price",)


def test_delivery_is_told_in_the_card_s_words_where_it_has_some():
    worded = replace(ORANGE, slots={"shipping": ("26个省份包邮", "包邮")})
    stream = Stream(scenario(worded)).talks(0, 60).pins(0).prices(10).tells("size", 15).tells("shipping", 20)
    # When parcels leave says nothing of what delivery costs.
    assert price_clarity(stream.log()).detail == ("-orange/shipping",)
    assert price_clarity(stream.says("咱们 包邮 到家", 70).log()).value == 1


def test_a_required_price_statement_tells_delivery_too():
    worded = replace(ORANGE, slots={"shipping": ("包邮",)})
    stream = Stream(scenario(worded)).talks(0, 60).pins(0).prices(10).tells("size", 15)
    assert price_clarity(stream.states("final_price", 30, "orange").log()).value == 1


def test_one_clear_price_of_two_is_half():
    stream = clear_price(Stream(scenario(ORANGE, RICE)).talks(0, 60).pins(0).pins(30, "rice"))
    assert price_clarity(stream.log()).value == 0.5


def discount(at: float, verdict: PriceVerdict) -> DiscountTold:
    return DiscountTold(
        at=at, said=Span(at, at + 2), product="rice", off=yuan("3"), percent=None, pieces=None, verdict=verdict,
        quote="再减三块",
    )  # fmt: skip


def test_money_off_told_is_the_coupon_explained():
    stream = clear_price(Stream(scenario(RICE)).talks(0, 60).pins(0, "rice"), "rice")
    assert price_clarity(stream.log()).detail == ("-rice/coupon",)
    assert price_clarity(stream.add(discount(30, PriceVerdict.RIGHT)).log()).value == 1


def test_money_off_that_no_coupon_gives_makes_the_price_unclear():
    stream = clear_price(Stream(scenario(RICE)).talks(0, 60).pins(0, "rice"), "rice").calls(25, "coupon")
    assert price_clarity(stream.log()).value == 1
    stream.add(discount(30, PriceVerdict.WRONG))
    assert price_clarity(stream.log()).detail == ("-rice/right_price",)
    taken_back = CorrectionMade(
        at=60, said=Span(60, 62), product="rice", replaces=Span(30, 32), what="discount", fact=None, quote="说错了"
    )
    assert price_clarity(stream.add(taken_back).log()).value == 1


def test_invitations_close_together_count_once():
    stream = Stream().talks(0, 60).names(5).calls(100).calls(119).calls(120).calls(300)
    measured = cta_per_10min(stream.log())
    assert measured.value == 3
    assert [evidence.span.start for evidence in measured.evidence] == [100, 120, 300]


def test_only_invitations_to_buy_that_name_the_way_count():
    stream = Stream().talks(0, 60).calls(100, "follow").calls(150, "coupon").calls(200, names_the_way=False)
    assert cta_per_10min(stream.log()).value == 0


def test_invitations_are_counted_per_ten_minutes():
    assert cta_per_10min(Stream(length=300).talks(0, 60).names(5).calls(100).log()).value == 2
    assert cta_per_10min(Stream(length=299).talks(0, 60).names(5).calls(100).log()).why_none is WhyNone.TOO_SHORT


def test_nobody_is_invited_before_there_is_something_to_buy():
    stream = Stream().talks(0, 60).calls(50).calls(200)
    assert cta_per_10min(stream.log()).value == 0
    assert cta_per_10min(stream.names(100).log()).value == 1


def test_pinning_everything_is_not_pinning_what_is_explained():
    required = tuple(operation(f"pin{number}", "pin", 100 * number, 100 * number + 90) for number in range(3))
    stream = Stream(scenario(ORANGE, RICE, required_operations=required)).talks(0, 600)
    for number in range(3):
        stream.pins(100 * number + 20).names(100 * number + 30)
    assert ops_on_time(stream.log()).value == 1
    for number in range(3):  # another card takes the place of each after four seconds
        stream.pins(100 * number + 24, "rice")
    assert ops_on_time(stream.log()).value == 0
    silent = Stream(scenario(required_operations=required)).talks(0, 600).names(5)
    for number in range(3):
        silent.pins(100 * number + 20)
    # Nothing was said of the product near the last two clicks.
    assert ops_on_time(silent.log()).detail == ("-pin2", "-pin1", "pin0")


def test_a_coupon_has_an_end_and_an_answer_is_put_on_top():
    required = (
        operation("coupon", "coupon", 100, 200, "rice"),
        operation("over", "coupon_end", 290, 320, "rice"),
        operation("card", "answer_card", 350, 400, None),
    )
    stream = Stream(scenario(ORANGE, RICE, required_operations=required))
    stream.add(CouponSent(at=150, product="rice", off=yuan("3"), closes_at=300), CommentPinned(at=360, comment="c1"))
    assert ops_on_time(stream.log()).value == 1
    stream.events = [CouponSent(at=150, product="rice", off=yuan("3"), closes_at=400)]
    assert ops_on_time(stream.log()).detail == ("-card", "-over", "coupon")


def test_operations_count_inside_their_window():
    required = (
        operation("pin", "pin", 0, 60),
        operation("coupon", "coupon", 100, 200),
        operation("sold_out", "sold_out", 100, 200),
        operation("unpin", "unpin", 300, 360),
        operation("price", "price", 400, 430),
    )
    stream = Stream(scenario(required_operations=required)).pins(-2)
    stream.add(
        CouponSent(at=201, product="orange", off=yuan("3"), closes_at=300),
        SoldOutMarked(at=200, product="orange"),
        ProductUnpinned(at=330),
        PriceChanged(at=410, product="orange", price=yuan("39.9")),
    )
    measured = ops_on_time(stream.log())
    assert measured.value == 4 / 5
    assert measured.detail == ("-coupon", "pin", "sold_out", "unpin", "price")
    assert measured.evidence[0].span.start == 100  # the window that was missed


def test_an_act_for_another_product_does_not_count():
    required = tuple(operation(f"pin{number}", "pin", 0, 60) for number in range(3))
    stream = Stream(scenario(ORANGE, RICE, required_operations=required)).pins(10, "rice")
    assert ops_on_time(stream.log()).value == 0


@pytest.mark.parametrize("count", [0, 2])
def test_fewer_than_three_required_operations_are_not_measured(count):
    required = tuple(operation(f"pin{number}", "pin", 0, 60) for number in range(count))
    assert ops_on_time(Stream(scenario(required_operations=required)).log()).why_none is WhyNone.NOT_PLANNED


def test_an_assistant_s_work_at_the_desk_is_not_the_host_s_merit():
    required = tuple(operation(f"pin{number}", "pin", 0, 60) for number in range(3))
    stream = Stream(scenario(required_operations=required)).pins(10)
    assert ops_on_time(stream.log()).value == 1
    assert ops_on_time(stream.add(DeskHandedOver(at=0)).log()).why_none is WhyNone.ASSISTED
