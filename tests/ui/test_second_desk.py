"""A second person at the control desk: a window of its own, one owner at a time, every act signed."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from simulator.domain.crowd import IncidentOpened
from simulator.domain.desk import Hand, ProductPinned, RolesTaken
from simulator.domain.scenario import Incident
from simulator.domain.session import Mode
from simulator.ui.cabin.page import CabinPage
from simulator.ui.desk.second_desk import WhoDialog
from simulator.ui.desk.window import PLACE, DeskWindow
from tests.ui.cabins import Open, at
from tests.ui.scripted import ScriptedSession, ScriptedStudio, comment


def handed(open_cabin: Open) -> tuple[CabinPage, DeskWindow, ScriptedSession, ScriptedStudio]:
    script = [
        *(comment(number, 1.0, text, asks=number == 2) for number, text in ((1, "你好"), (2, "多少钱"), (3, "骗子"))),
        IncidentOpened(at=1.0, incident="i1", kind="out_of_stock"),
    ]
    page, session, studio = open_cabin(script, incidents=(Incident(id="i1", kind="out_of_stock", at=1.0),))
    at(page, session, 2.0)
    page.second._hand_over("t2")
    at(page, session, 2.1)
    window = page.second.window
    assert window is not None
    return page, window, session, studio


def press(qtbot: QtBot, window: QWidget, *keys: Qt.Key) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    window.setFocus()
    for key in keys:
        qtbot.keyClick(window, key)


def test_it_is_handed_to_somebody_with_a_name(qtbot: QtBot, open_cabin: Open) -> None:
    page, session, _ = open_cabin()
    qtbot.keyClick(page, Qt.Key.Key_F9)
    dialog = page.findChild(WhoDialog)
    assert dialog is not None
    dialog.accept()
    assert "Type the name" in dialog.wrong.whole and session.done == []
    dialog.name.setCurrentText("王晓梅")
    dialog.accept()
    assert "host" in dialog.wrong.whole and session.done == []
    dialog.name.setCurrentText("阿布")
    dialog.accept()
    assert "Ask first" in dialog.wrong.whole and session.done == []
    qtbot.keyClick(dialog.agreed, Qt.Key.Key_Space)
    assert dialog.wrong.whole == ""
    dialog.accept()
    assert session.desk.roles.desk == "t3" and session.done == ["RolesTaken"]
    assert page.second.window is not None and page.second.window.isVisible()
    page.second.close()


def test_what_is_done_there_is_the_desks_and_the_host_is_told_why_his_keys_are_dead(
    qtbot: QtBot, open_cabin: Open
) -> None:
    page, window, session, _ = handed(open_cabin)
    told: list[object] = []
    window.desk._do = told.append  # type: ignore[assignment]
    press(qtbot, window, Qt.Key.Key_2, Qt.Key.Key_F3)
    assert told[0] == ProductPinned(at=2.1, product="small", by=Hand.DESK)
    assert [act.by for act in told] == [Hand.DESK, Hand.DESK]  # type: ignore[attr-defined]
    session.done.clear()
    press(qtbot, page, Qt.Key.Key_3, Qt.Key.Key_T, Qt.Key.Key_R)
    assert session.done == []
    assert page.shelf.said.whole == "Somebody else has the control desk; F9 takes it back."
    press(qtbot, page, Qt.Key.Key_N, Qt.Key.Key_D)
    assert session.done == ["SegmentStarted"] and session.desk.demonstrating_since is not None
    page.second.close()


def test_each_window_has_its_own_line_of_the_chat(qtbot: QtBot, open_cabin: Open) -> None:
    page, window, _, _ = handed(open_cabin)
    press(qtbot, window, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down)
    assert window.chat.chosen is not None and window.chat.chosen.text == "多少钱"
    assert page.chat.chosen is None
    press(qtbot, window, Qt.Key.Key_Down, Qt.Key.Key_M)
    assert window.desk.is_muted("v3")
    press(qtbot, window, Qt.Key.Key_Down)
    assert window.chat.chosen is None
    assert window.shelf.mute.dead == "Choose a line of the chat with the arrow keys first."
    page.second.close()


def test_closing_it_gives_the_desk_back(qtbot: QtBot, open_cabin: Open) -> None:
    page, window, session, studio = handed(open_cabin)
    window.setGeometry(30, 40, 700, 500)
    press(qtbot, window, Qt.Key.Key_F9)
    assert page.second.window is None and session.desk.is_mine
    assert [type(act) for act in session._script[:1]] == [RolesTaken]
    assert studio.store.settings[PLACE][2:] == [700, 500]
    at(page, session, 3.0)
    press(qtbot, page, Qt.Key.Key_1)
    assert session.done[-1] == "ProductPinned"
    page.second._hand_over("t2")
    again = page.second.window
    assert again is not None and again.size().width() == 700
    qtbot.keyClick(page, Qt.Key.Key_F9)
    assert page.second.window is None and session.desk.is_mine


def test_it_learns_of_what_began_before_it_was_opened(open_cabin: Open) -> None:
    page, window, _, _ = handed(open_cabin)
    assert window.incident.waits and not window.incident.isHidden()
    assert window.waiting.text().startswith("1 question")
    page.second.close()


def test_a_line_to_the_host_stands_in_the_cabin_for_a_while(qtbot: QtBot, open_cabin: Open) -> None:
    page, window, session, _ = handed(open_cabin)
    press(qtbot, window, Qt.Key.Key_S)
    assert window.line.hasFocus()
    qtbot.keyClicks(window.line, "b <b>price first</b>")
    assert session.done == ["RolesTaken"], "letters typed there are no hot keys"
    qtbot.keyClick(window.line, Qt.Key.Key_Return)
    at(page, session, 3.0)
    assert page.second.note.isVisible() and page.second.note._words.text() == "b <b>price first</b>"
    at(page, session, 30.0)
    assert not page.second.note.isVisible()
    page.second.close()


def test_the_end_of_the_session_closes_it(open_cabin: Open) -> None:
    page, _, _, _ = handed(open_cabin)
    page._end()
    assert page.second.window is None


def test_it_comes_back_when_the_screen_it_stands_on_is_unplugged(qtbot: QtBot, open_cabin: Open) -> None:
    page, window, _, studio = handed(open_cabin)
    screen = QGuiApplication.primaryScreen()
    QCoreApplication.processEvents()
    stood = window.geometry()
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    app.screenRemoved.emit(screen)  # another screen's going leaves it alone
    QCoreApplication.processEvents()
    assert window.geometry() == stood
    away = screen.geometry().translated(screen.geometry().width() + 400, 0)
    window.setGeometry(away)
    app.screenRemoved.emit(screen)
    qtbot.waitUntil(lambda: screen.availableGeometry().contains(window.geometry()))
    assert studio.store.settings[PLACE][0] == away.x()
    page.second.close()


def test_in_an_exam_the_desk_goes_only_to_whoever_was_named_beforehand(qtbot: QtBot, open_cabin: Open) -> None:
    page, session, _ = open_cabin()
    session.header = replace(session.header, mode=Mode.EXAM)
    qtbot.keyClick(page, Qt.Key.Key_F9)
    assert page.findChild(WhoDialog) is None and page.second.window is None and session.done == []
    assert "named for it beforehand" in page.shelf.said.whole


def test_a_click_on_the_phone_says_that_somebody_else_has_the_desk(open_cabin: Open) -> None:
    page, _, session, _ = handed(open_cabin)
    session.done.clear()
    page.phone.comment_chosen.emit("c2")
    assert session.done == []
    assert page.shelf.said.whole == "Somebody else has the control desk; F9 takes it back."
    page.second.close()
