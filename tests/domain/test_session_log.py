from __future__ import annotations

from dataclasses import replace

from simulator.domain.desk import ProductPinned
from simulator.domain.events import WentLive, WentOffAir
from simulator.domain.findings import FactTold, ProductMentioned
from tests.stream import Stream


def lively() -> Stream:
    return Stream().names(5).tells("size", 3).pins(4).names(1).tells("origin", 9)


def test_events_of_several_kinds_come_in_the_order_of_the_log():
    log = lively().log()
    assert [event.at for event in log.only(ProductMentioned, FactTold)] == [1, 3, 5, 9]
    assert [event.at for event in log.only(FactTold, ProductMentioned, FactTold)] == [1, 3, 5, 9]
    assert [type(event) for event in log.only(WentLive, ProductPinned, WentOffAir)] == [
        WentLive,
        ProductPinned,
        WentOffAir,
    ]


def test_a_kind_that_never_happened_is_not_there():
    assert not any(Stream().log().only(ProductPinned))
    assert not any(replace(Stream().log(), events=()).only(WentLive))


def test_a_changed_log_knows_its_own_events():
    log = lively().log()
    assert len(list(log.only(FactTold))) == 2
    changed = replace(log, events=tuple(event for event in log.events if not isinstance(event, FactTold)))
    assert not any(changed.only(FactTold))
    assert len(list(log.only(FactTold))) == 2


def test_what_a_log_found_out_about_itself_makes_it_no_other():
    asked, fresh = lively().log(), lively().log()
    list(asked.only(FactTold))
    assert asked == fresh
    assert repr(asked) == repr(fresh)
