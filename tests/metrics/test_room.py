import pytest

from simulator.domain.crowd import (
    CardClicked,
    CommentsUnseen,
    Followed,
    Liked,
    OrderCancelled,
    OrderRefunded,
    ViewersEntered,
    ViewersLeft,
)
from simulator.domain.machine import PicturesDropped
from simulator.metrics import METRICS, metric_named
from simulator.metrics.room import RoomFigures, figures
from tests.stream import CHANCE, Stream, default_rubric, scenario, yuan


def busy_room() -> Stream:
    stream = Stream(length=100).counted(1, 10).counted(2, 30).counted(3, 20)
    stream.add(
        ViewersEntered(at=1, count=25, cause=CHANCE),
        ViewersEntered(at=2, count=15, cause=CHANCE),
        ViewersLeft(at=3, count=10, cause=CHANCE),
        CardClicked(at=10, product="orange", count=8, cause=CHANCE),
        Liked(at=11, count=50),
        Followed(at=12, count=3, cause=CHANCE),
        CommentsUnseen(at=13, count=4),
        PicturesDropped(at=14, count=2),
    )
    stream.asked("c1", 20).asked("c2", 21, wants_answer=False).answers(25, "c1", "c2")
    stream.sells("o1", 30).sells("o2", 40).sells("o3", 50, paid=False)
    stream.add(OrderCancelled(at=60, order="o3", cause=CHANCE))
    stream.add(OrderRefunded(at=100, order="o1", refund=yuan("39.9"), cause=CHANCE))
    return stream


def test_the_figures_are_the_sums_of_the_events():
    room = figures(busy_room().log())
    assert (room.entries, room.left, room.online, room.peak_viewers) == (40, 10, 20, 30)
    assert room.average_viewers == 20
    assert room.dwell == 60 / 40
    assert (room.comments, room.questions, room.answered) == (6, 1, 1)
    assert room.comments_per_min == pytest.approx(3.6)
    assert (room.card_clicks, room.orders, room.paid, room.cancelled, room.refunds) == (8, 3, 2, 1, 1)
    assert (room.gmv, room.refunded, room.net_gmv) == (yuan("79.8"), yuan("39.9"), yuan("39.9"))
    assert room.conversion == 3 / 8
    assert (room.likes, room.followers, room.dropped_frames) == (50, 3, 2)
    assert room.length == 100


def test_live_figures_are_the_same_count():
    log = busy_room().log()
    room = RoomFigures(log.scenario)
    for event in log.events:
        room.take(event)
    assert room.figures() == figures(log)


def test_what_was_not_measured_is_none():
    room = RoomFigures(scenario()).figures()
    assert room.peak_viewers is room.average_viewers is room.dwell is room.conversion is None
    assert room.answer_rate is room.comments_per_min is room.online is None
    assert room.entries == 0


def test_orders_without_a_click_are_no_conversion():
    stream = Stream().sells("o1", 10).sells("o2", 20)
    stream.add(CardClicked(at=5, product="orange", count=1, cause=CHANCE))
    room = figures(stream.log())
    assert (room.orders, room.card_clicks, room.conversion) == (2, 1, None)


def test_an_order_paid_at_its_locked_price():
    room = figures(Stream().sells("o1", 10, "36.9").sells("o2", 20, "39.9", paid=False).log())
    assert room.gmv == yuan("36.9")


def test_every_metric_of_the_rubric_is_there_under_its_name():
    assert [criterion.metric for criterion in default_rubric().criteria] == [metric.id for metric in METRICS]


def test_an_unknown_metric_is_an_error():
    with pytest.raises(KeyError):
        metric_named("charm")
