"""What others do at the desk, and what the shop does to the host, is neither his merit nor his fault."""

from __future__ import annotations

import pytest

from simulator.domain.crowd import IncidentClosed, IncidentOpened, Way
from simulator.domain.desk import (
    CouponSent,
    DemonstrationMarked,
    DeskHandedOver,
    Hand,
    IncidentDecided,
    LuckyBagOpened,
    PriceChanged,
    ProductPinned,
    RolesTaken,
    SoldOutMarked,
)
from simulator.domain.events import Event
from simulator.domain.judgement import WhyNone
from simulator.domain.units import Span
from simulator.metrics import demo_acts_per_product, incident_steps, ops_on_time, segments_on_plan
from simulator.metrics.disclosure import obligations
from simulator.metrics.hands import assisted
from simulator.metrics.presenting import explained, offered, owed
from tests.stream import ORANGE, RICE, Stream, operation, scenario, yuan

OTHERS = (Hand.DESK, Hand.ROBOT, Hand.SHOP)
THREE = scenario(required_operations=tuple(operation(f"pin{number}", "pin", 0, 60) for number in range(3)))


def pin(at: float, by: Hand, product: str = "orange") -> ProductPinned:
    return ProductPinned(at=at, product=product, by=by)


@pytest.mark.parametrize("by", OTHERS)
def test_a_required_operation_is_the_host_s_own(by: Hand) -> None:
    assert ops_on_time(Stream(THREE).add(pin(10, Hand.HOST)).log()).value == 1
    assert ops_on_time(Stream(THREE).add(pin(10, by)).log()).value == 0


def test_what_was_due_while_another_had_the_desk_is_left_out() -> None:
    due = [operation(f"op{number}", "pin", 60 * number, 60 * number + 50) for number in range(5)]
    plan = scenario(required_operations=tuple(due))
    away = (RolesTaken(at=0, second=None, desk="d1"), RolesTaken(at=115, second=None, desk=None))
    stream = Stream(plan).pins(130).pins(190).add(*away)
    measured = ops_on_time(stream.log())
    assert measured.value == pytest.approx(2 / 3)
    assert measured.detail == ("-op4", "op2", "op3")
    assert ops_on_time(stream.add(RolesTaken(at=130, second=None, desk="d1")).log()).why_none is WhyNone.ASSISTED


def test_the_run_of_show_is_measured_where_the_host_had_the_desk() -> None:
    three = (ORANGE, RICE, ORANGE.__class__(**{name: getattr(RICE, name) for name in RICE.__slots__} | {"id": "tea"}))
    stream = Stream(scenario(*three)).segment("sell_orange", 60).segment("sell_rice", 300).segment("sell_tea", 400)
    assert segments_on_plan(stream.log()).detail == ("sell_orange", "-sell_rice", "sell_tea")
    stream.add(RolesTaken(at=310, second=None, desk="d1"), RolesTaken(at=350, second=None, desk=None))
    assert segments_on_plan(stream.log()).detail == ("sell_orange", "sell_tea")


def test_old_logs_know_only_that_the_desk_was_handed_over() -> None:
    assert assisted(Stream(length=600).add(DeskHandedOver(at=0)).log()) == (Span(0, 600),)
    back = Stream(length=600).add(DeskHandedOver(at=0), RolesTaken(at=90, second=None, desk=None))
    assert assisted(back.log()) == (Span(0, 90),)
    assert assisted(Stream().log()) == ()


def test_the_shop_s_card_explains_nothing_and_a_partner_s_does() -> None:
    def names(by: Hand) -> list[str]:
        stream = Stream(scenario(ORANGE, RICE)).pins(0).add(pin(100, by, "rice"))
        return [name for _, name in explained(stream.log())]

    assert names(Hand.SHOP) == ["orange"]
    assert names(Hand.DESK) == ["orange", "rice"]


def test_a_card_that_another_put_up_is_not_the_host_s_debt() -> None:
    plan = scenario(ORANGE, RICE, run_of_show=())
    stream = Stream(plan).pins(0).names(5).tells("origin", 8).add(pin(100, Hand.DESK, "rice"))
    assert offered(stream.log()) == ("orange", "rice")
    assert owed(stream.log()) == ("orange",)
    assert owed(stream.names(110, "rice").log()) == ("orange", "rice")


def test_only_the_host_s_own_mark_is_a_demonstration() -> None:
    def shown(by: Hand, *more: Event) -> object:
        stream = Stream().talks(100, 200).pins(0).names(5).add(DemonstrationMarked(since=18, at=30, by=by), *more)
        return demo_acts_per_product(stream.log())

    assert shown(Hand.HOST).value == 1
    assert shown(Hand.DESK).value == 0
    handed = shown(Hand.DESK, RolesTaken(at=0, second=None, desk="d1"))
    assert handed.why_none is WhyNone.NEEDS_INSTRUCTOR and handed.evidence[0].span.start == 18


@pytest.mark.parametrize("by", OTHERS)
def test_who_did_not_open_the_bag_owes_no_terms(by: Hand) -> None:
    def due(by: Hand) -> list[str]:
        bag = LuckyBagOpened(at=100, closes_at=160, by=by)
        return [each.statement for each in obligations(Stream().pins(0).add(bag).log())]

    assert "gift_terms" in due(Hand.HOST) and "gift_terms" not in due(by)


def test_a_coupon_of_the_shop_calls_for_no_former_price() -> None:
    def due(by: Hand) -> list[str]:
        sent = CouponSent(at=100, product="orange", off=yuan("3"), closes_at=160, by=by)
        return [each.statement for each in obligations(Stream(scenario(market="eu")).pins(0).add(sent).log())]

    assert "prior_price" in due(Hand.HOST) and "prior_price" not in due(Hand.SHOP)


def trouble(*more: Event, by: Way | None = None) -> float | None:
    opened = IncidentOpened(at=100, incident="i1", kind="price_typo")
    closed = IncidentClosed(at=130, incident="i1", handled=True, by=by)
    return incident_steps(Stream().talks(300, 400).add(opened, closed, *more).log()).value


@pytest.mark.parametrize("by", OTHERS)
def test_another_s_act_is_no_step_in_handling_it(by: Hand) -> None:
    assert trouble(PriceChanged(at=110, product="orange", price=yuan("39.9"))) == 1
    assert trouble(PriceChanged(at=110, product="orange", price=yuan("39.9"), by=by)) == 0
    assert trouble(SoldOutMarked(at=110, product="orange", by=by)) == 0


def test_the_right_choice_is_a_remedy_where_the_host_took_it() -> None:
    assert trouble(IncidentDecided(at=129, incident="i1", choice=1), by=Way.CHOICE) == 1
    assert trouble(IncidentDecided(at=129, incident="i1", choice=1, by=Hand.DESK), by=Way.CHOICE) == 0
    assert trouble(IncidentDecided(at=129, incident="i1", choice=1), by=Way.SPEECH) == 0
