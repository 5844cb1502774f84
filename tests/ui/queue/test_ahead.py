"""What comes next in the queue is worked out while one marks, and opens from memory; elsewhere nothing goes on."""

from __future__ import annotations

import multiprocessing

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from simulator.live.studio import Studio
from simulator.review_port import PackedSession
from simulator.ui.queue.page import QueuePage
from simulator.ui.review import ahead, apart
from simulator.ui.review.ahead import Ahead, made_ahead
from simulator.ui.review.opening import recalled, worked_out
from simulator.ui.window import MainWindow
from tests.ui.queue.conftest import reviewed


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "AFTER_MS", 0)
    monkeypatch.setattr(apart, "LONG", 0)


def is_kept(studio: Studio, session: str) -> bool:
    return studio.store.packed_session(session).kept is not None  # type: ignore[attr-defined]


def test_the_head_of_the_queue_and_what_follows_a_session_are_worked_out(
    qtbot: QtBot, window: MainWindow, studio: Studio
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F7)
    queue = window.page
    assert isinstance(queue, QueuePage)
    qtbot.waitUntil(lambda: is_kept(studio, "s-1"), timeout=60_000)
    packed = studio.store.packed_session("s-1")
    by = studio.marking.yardstick(packed.head(), rules=packed.rule_pack())
    assert recalled(packed, by, None) is not None, "it opens from memory"
    qtbot.keyClick(queue.list, Qt.Key.Key_Return)
    reviewed(qtbot, window, "s-1")
    qtbot.waitUntil(lambda: is_kept(studio, "s-0") and is_kept(studio, "s-2"), timeout=60_000)


@pytest.mark.usefixtures("evening")
def test_what_is_kept_already_takes_no_process(studio: Studio) -> None:
    packed = studio.store.packed_session("s-0")
    by = studio.marking.yardstick(packed.head(), rules=packed.rule_pack())
    body = made_ahead(packed, by, lambda: False)
    assert body is not None and body == worked_out(packed, by, None).body
    studio.store.keep_looked_back("s-0", body)
    assert made_ahead(studio.store.packed_session("s-0"), by, lambda: False) is None


def test_leaving_the_evening_ends_it_at_once(qtbot: QtBot, window: MainWindow, studio: Studio) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: any(each.name == "review" for each in multiprocessing.active_children()), timeout=20_000)
    window.open_home()
    qtbot.waitUntil(lambda: window.jobs.running == 0, timeout=20_000)
    assert not any(each.name == "review" for each in multiprocessing.active_children())
    assert not all(is_kept(studio, session) for session in ("s-0", "s-1", "s-2"))


def test_a_session_that_is_gone_holds_up_none_behind_it(qtbot: QtBot, window: MainWindow, studio: Studio) -> None:
    made = Ahead(studio, window.jobs, window)
    made.wish(["gone", "s-2"])
    qtbot.waitUntil(lambda: is_kept(studio, "s-2"), timeout=60_000)
    assert not is_kept(studio, "s-0")


def test_a_short_one_is_left_to_its_opening(
    qtbot: QtBot, window: MainWindow, studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "LONG", 1_000_000)
    made = Ahead(studio, window.jobs, window)
    made.wish(["s-0", "s-1"])
    qtbot.waitUntil(lambda: not made._wished and made._job is None, timeout=20_000)
    assert not is_kept(studio, "s-0") and not is_kept(studio, "s-1")


def test_what_was_looked_at_once_is_not_read_again(
    qtbot: QtBot, window: MainWindow, studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    packed_session = studio.store.packed_session

    def noted(session: str) -> PackedSession:
        read.append(session)
        return packed_session(session)

    made = Ahead(studio, window.jobs, window)
    made.wish(["s-2"])
    qtbot.waitUntil(lambda: is_kept(studio, "s-2"), timeout=60_000)
    qtbot.waitUntil(lambda: made._job is None)
    monkeypatch.setattr(studio.store, "packed_session", noted)
    made.wish(["s-2", "s-1"])
    qtbot.waitUntil(lambda: made._job is None and not made._wished and "s-1" in made._seen, timeout=60_000)
    assert read == ["s-1"]
