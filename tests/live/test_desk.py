"""The control desk: whose acts they are, who has it, and what a muting knows of the muted."""

from dataclasses import replace

import pytest

from simulator.domain.crowd import Cause, CommentPosted, Reason, Viewer
from simulator.domain.desk import (
    CommentPinned,
    CommentUnpinned,
    Hand,
    HostPrompted,
    LuckyBagOpened,
    ProductPinned,
    RolesTaken,
    StockCorrected,
    ViewerMuted,
)
from simulator.domain.events import Event
from simulator.domain.roles import Roles, roles_of
from simulator.live.desk import Desk
from simulator.live.shelf import Shelf
from tests.ui.scripted import shop


class Table:
    """A desk whose acts are kept, and come back to it as the session's do."""

    def __init__(self, roles: Roles | None = None) -> None:
        self.now = 10.0
        self.done: list[Event] = []
        self.host = Desk(shop(), lambda: self.now, self._keep, roles or roles_of("lin"))
        self.other = self.host.worked_by_another()

    def _keep(self, event: Event) -> None:
        self.done.append(event)
        self.host.take(event)


def wrote(number: int, viewer: str, category: str, incident: str | None = None) -> CommentPosted:
    return CommentPosted(
        at=5.0, id=f"c{number}", viewer=Viewer(viewer, viewer, "fan"), text="", category=category, topic=None,
        product=None, wants_answer=False, priority=0, expires_at=60.0, stands_for=1, cause=Cause(Reason.CHANCE),
        incident=incident,
    )  # fmt: skip


def test_the_desk_has_one_owner_and_every_act_says_whose_it_is() -> None:
    table = Table()
    table.other.pin_product("orange")
    assert table.done == [], "the host has the desk"
    table.host.pin_product("orange")
    table.host.hand_over("mei")
    table.host.pin_product("small")
    table.other.pin_product("small")
    table.host.hand_over(None)
    table.other.unpin_product()
    table.host.pin_product("orange")
    assert table.done == [
        ProductPinned(at=10.0, product="orange", by=Hand.HOST),
        RolesTaken(at=10.0, second=None, desk="mei"),
        ProductPinned(at=10.0, product="small", by=Hand.DESK),
        RolesTaken(at=10.0, second=None, desk=None),
        ProductPinned(at=10.0, product="orange", by=Hand.HOST),
    ]


def test_segments_demonstrations_and_decisions_stay_open_to_the_host() -> None:
    table = Table(roles_of("lin", desk="mei"))
    segment = shop().run_of_show[1].id
    table.host.start_segment(segment)
    table.other.begin_demonstration()
    table.host.end_demonstration()
    assert [(type(act).__name__, act.by) for act in table.done] == [  # type: ignore[union-attr]
        ("SegmentStarted", Hand.HOST),
        ("DemonstrationMarked", Hand.HOST),
    ]
    assert table.other.segment == table.host.segment


def test_roles_are_told_at_the_beginning_only_where_somebody_else_has_one() -> None:
    alone, with_second = Table(), Table(roles_of("lin", second="tao"))
    for table in (alone, with_second):
        table.host.tell_roles(at=0.0)
    assert alone.done == []
    assert with_second.done == [RolesTaken(at=0.0, second="tao", desk=None)]
    with_second.host.hand_over("tao")
    with_second.host.hand_over("tao")
    assert with_second.done[1:] == [RolesTaken(at=10.0, second="tao", desk="tao")], "told once"


def test_a_muting_says_what_others_had_read_of_him() -> None:
    table = Table()
    for comment in (
        wrote(1, "v7", "price"), wrote(2, "v7", "price"), wrote(3, "v7", "troll", "wave"), wrote(4, "v8", "greeting")
    ):  # fmt: skip
        table.host.take(comment)
    table.host.mute_viewer("v7")
    table.host.mute_viewer("v7")
    assert table.done == [ViewerMuted(at=10.0, viewer="v7", wrote=("price", "troll"), incidents=("wave",))]
    assert table.host.is_muted("v7") and not table.host.is_muted("v8")
    table.host.mute_viewer("v9")
    assert table.done[-1] == ViewerMuted(at=10.0, viewer="v9")


def test_a_comment_on_top_comes_off_once() -> None:
    table = Table()
    table.host.take(wrote(1, "v7", "price"))
    table.host.unpin_comment()
    table.host.pin_comment("c1")
    table.host.unpin_comment()
    table.host.unpin_comment()
    assert table.done == [CommentPinned(at=10.0, comment="c1", category="price"), CommentUnpinned(at=10.0)]


def test_a_bag_has_a_prize_and_a_length() -> None:
    table = Table()
    table.host.open_lucky_bag(90.0, " 一箱脐橙 ")
    assert table.done == [LuckyBagOpened(at=10.0, closes_at=100.0, prize="一箱脐橙")]
    assert table.host.bag_closes_at == 100.0


def test_the_counter_is_set_to_what_is_there() -> None:
    table, shelf = Table(), Shelf(shop())
    with pytest.raises(ValueError, match="-1"):
        table.host.correct_stock("orange", -1)
    table.host.correct_stock("orange", 0)
    assert table.done == [StockCorrected(at=10.0, product="orange", units=0)]
    before = shelf.items(10.0)[0]
    shelf.take(table.done[0])
    assert shelf.items(10.0)[0] == replace(before, stock=0)


def test_a_line_to_the_host_is_the_desks_and_never_empty() -> None:
    table = Table(roles_of("lin", desk="mei"))
    table.other.prompt_host("  \n ")
    table.other.prompt_host(" 先回答\n价格 ")
    assert table.done == [HostPrompted(at=10.0, text="先回答 价格", by=Hand.DESK)]
