"""An evening of marking by keyboard alone: open, sign, next, until nothing waits."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from simulator.live.studio import Studio
from simulator.ui.dialogs import Message
from simulator.ui.queue.catching_up import CatchingUp
from simulator.ui.queue.page import QueuePage
from simulator.ui.queue.strip import QueueStrip
from simulator.ui.review.page import ReviewPage
from simulator.ui.window import MainWindow
from tests.ui.queue.conftest import Rehearsed, reviewed

CONTROL = Qt.KeyboardModifier.ControlModifier


def strip_of(page: ReviewPage) -> QueueStrip:
    (strip,) = page.findChildren(QueueStrip)
    return strip


def signed_by_key(qtbot: QtBot, page: ReviewPage) -> None:
    """Go to the button, answer the question that comes, all by key."""
    page.bar.sign.setFocus()
    qtbot.keyClick(page.bar.sign, Qt.Key.Key_Return)
    (question,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, Message) and each.isVisible()]
    qtbot.keyClick(question.yes, Qt.Key.Key_Return)
    page.window().activateWindow()  # as a window manager does; the offscreen one forgets it now and then
    qtbot.waitUntil(lambda: page.window().isActiveWindow())


def test_forty_recordings_would_go_like_these_three(qtbot: QtBot, window: MainWindow, studio: Studio) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F7)
    queue = window.page
    assert isinstance(queue, QueuePage)
    qtbot.keyClick(queue.list, Qt.Key.Key_Return)
    page = reviewed(qtbot, window, "s-1")
    strip = strip_of(page)
    assert not strip.previous.isEnabled() and strip.next.isEnabled()
    assert strip.told.whole == "0 of 3 signed today"
    qtbot.keyClick(window, Qt.Key.Key_PageDown, CONTROL)
    page = reviewed(qtbot, window, "s-0")
    qtbot.keyClick(window, Qt.Key.Key_PageUp, CONTROL)
    page = reviewed(qtbot, window, "s-1")
    signed_by_key(qtbot, page)
    assert studio.store.judgement("s-1").signed_by == "王老师"
    strip = strip_of(page)
    assert strip.told.whole == "Signed: 1 of 3 signed today. Next: 小雨 · S01"
    assert strip.next.hasFocus()
    qtbot.keyClick(strip.next, Qt.Key.Key_Return)
    signed_by_key(qtbot, reviewed(qtbot, window, "s-0"))
    qtbot.keyClick(window, Qt.Key.Key_PageDown, CONTROL)
    page = reviewed(qtbot, window, "s-2")
    signed_by_key(qtbot, page)
    strip = strip_of(page)
    assert strip.told.whole.endswith("That was the last of this queue.") and strip.queue.hasFocus()
    qtbot.keyClick(strip.queue, Qt.Key.Key_Return)
    queue = window.page
    assert isinstance(queue, QueuePage)
    assert queue.done.whole == "3 of 3 signed today"
    assert queue.none.isVisible() and "Nothing waits for you." in queue.none.title.whole


def test_what_is_older_is_taken_in_while_nobody_is_on_air(qtbot: QtBot, evening: Rehearsed, studio: Studio) -> None:
    evening.scored("old")
    with evening.store._writing() as db:
        db.execute("INSERT OR IGNORE INTO queue_due SELECT session FROM queue")
    worker = CatchingUp(studio.store)
    worker.allow(False)
    worker.allow(True)
    with qtbot.waitSignal(worker.progressed, check_params_cb=lambda left: not left.anything):
        pass
    assert worker.left is not None and not worker._timer.isActive()
