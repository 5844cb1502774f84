"""The page of a lab admin, on a real store and real files, by real events."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from simulator.domain.privacy import Act
from simulator.live.keeping import EXAM_DAYS, MARKS, rules
from simulator.live.studio import Studio
from simulator.ui.dialogs import Message
from simulator.ui.jobs import Jobs
from simulator.ui.privacy import keeping_view
from simulator.ui.privacy.erasing_dialog import ErasingDialog
from simulator.ui.privacy.page import PrivacyPage
from simulator.ui.setup.page import HomePage
from tests.ui.controls import used_controls
from tests.ui.privacy.conftest import NAME, NEW, OLD, Open
from tests.ui.windows import at_home


def question() -> Message:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, Message) and each.isVisible()][-1]


def erasing() -> ErasingDialog:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, ErasingDialog) and each.isVisible()][-1]


def ids(studio: Studio) -> set[str]:
    return {entry.header.id for entry in studio.store.sessions()}


def tab(qtbot: QtBot, page: PrivacyPage, number: int) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    qtbot.keyClick(page, getattr(Qt.Key, f"Key_{number}"), Qt.KeyboardModifier.AltModifier)
    assert page.view is page.views[number - 1]


def test_every_button_of_the_page(qtbot: QtBot, open_privacy: Open, kept: Studio, jobs: Jobs, tmp_path: Path) -> None:
    with used_controls("privacy") as uses:
        page = open_privacy()
        uses.press(page.keeping.marks, by_key=True)
        assert kept.store.setting(MARKS) is True
        uses.press(page.keeping.marks)
        assert rules(kept.store).marks_kept is False
        qtbot.waitUntil(page.keeping.erase.isEnabled)
        uses.press(page.keeping.erase)
        QTest.mouseClick(question().yes, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: ids(kept) == {NEW})
        qtbot.waitUntil(lambda: page.keeping.words.whole == "Nothing is due by the rules to the left.")
        tab(qtbot, page, 2)
        people = page.people
        people.filter.setText("阿布")
        assert people.list.count() == 1 and people.heading.whole == "阿布"
        people.reason.setText("复核")
        uses.press(people.hold, by_key=True)
        assert kept.store.holds()[NEW].reason == "复核" and "held by 王老师: 复核" in people.sessions.item(0).text()
        uses.press(people.release)
        assert kept.store.holds() == {}
        uses.press(people.research)
        chooser = page.findChildren(QFileDialog)[-1]
        chooser.fileSelected.emit(str(tmp_path / "study"))
        chooser.close()
        qtbot.waitUntil(lambda: (tmp_path / "study" / "README.md").exists() and jobs.running == 0)
        question().accept()
        uses.press(people.erase, by_key=True)
        question().accept()
        dialog = erasing()
        qtbot.waitUntil(lambda: dialog.close_.text() == "Close", timeout=30_000)
        uses.press(dialog.close_)
        assert ids(kept) == set()


def test_what_is_due_is_told_and_stays_while_held(
    qtbot: QtBot, open_privacy: Open, kept: Studio, jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_privacy()

    def told() -> list[str]:
        page.keeping.refresh()
        assert not page.keeping.erase.isEnabled()
        qtbot.waitUntil(lambda: jobs.running == 0)
        return [page.keeping.list.item(place).text() for place in range(page.keeping.list.count())]

    (line,) = told()
    assert NAME in line and "everything" in line
    assert page.keeping.erase.isEnabled()
    kept.store.keep_setting(MARKS, True)
    assert "the recording" in told()[0]
    kept.store.hold(OLD, "王老师", "申诉")
    assert "held while an appeal is open" in told()[0]
    assert not page.keeping.erase.isEnabled()
    monkeypatch.setattr(keeping_view, "LISTED", 0)
    assert told() == ["… and 1 more"]


def test_exams_have_a_period_of_their_own_by_key(qtbot: QtBot, open_privacy: Open, kept: Studio) -> None:
    page = open_privacy()
    assert kept.store.setting(EXAM_DAYS) is None
    page.keeping.exams.setFocus()
    qtbot.keyClick(page.keeping.exams, Qt.Key.Key_End)
    assert kept.store.setting(EXAM_DAYS) == 0 and rules(kept.store).exam_days is None
    qtbot.keyClick(page.keeping.exams, Qt.Key.Key_Home)
    assert kept.store.setting(EXAM_DAYS) is None and rules(kept.store).exam_days == 180


def test_a_person_is_erased_with_a_receipt(qtbot: QtBot, open_privacy: Open, kept: Studio, tmp_path: Path) -> None:
    page = open_privacy()
    tab(qtbot, page, 2)
    people = page.people
    people.filter.setText("欧阳")
    assert people.heading.whole == NAME and "1 session " in people.theirs.whole
    kept.store.note_access("v", "王老师", OLD, Act.OPENED)
    erased: list[str] = []
    page.erasing.connect(erased.append)
    people.erase.setFocus()
    qtbot.keyClick(people.erase, Qt.Key.Key_Return)
    asked = question()
    assert asked.no is not None and asked.focusWidget() is asked.no, "whoever only presses Enter erases nothing"
    asked.accept()
    dialog = erasing()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible(), "an erasure is not left half done by a key"
    qtbot.waitUntil(lambda: dialog.receipt.isVisible(), timeout=30_000)
    assert dialog.title.whole == "Erased" and erased == [OLD]
    told = dialog.receipt.toPlainText()
    assert "sessions: 1 → 0" in told and "files: 1 → 0" in told and "欧阳" not in told
    dialog.close_.click()
    assert ids(kept) == {NEW} and people.list.count() == 0
    folder = tmp_path / "data"
    assert not any("欧阳橄榄".encode() in file.read_bytes() for file in folder.rglob("*") if file.is_file())
    tab(qtbot, page, 3)
    whole = [page.access.table.item(row, 3).text() for row in range(page.access.table.rowCount())]
    assert whole and all(f"erased · {OLD}" == text for text in whole)


def test_an_erasure_can_be_given_up_before_anything_is_gone(qtbot: QtBot, open_privacy: Open, kept: Studio) -> None:
    page = open_privacy()
    tab(qtbot, page, 2)
    page.people.filter.setText("欧阳")
    page.people.erase.click()
    question().accept()
    dialog = erasing()
    dialog.close_.click()
    assert not dialog.isVisible() and ids(kept) == {OLD, NEW}


def test_who_looked_is_listed_and_narrowed_down(qtbot: QtBot, open_privacy: Open, kept: Studio) -> None:
    for visit, act in (("v1", Act.OPENED), ("v1", Act.CLOSED), ("", Act.EXPORTED)):
        kept.store.note_access(visit, "王<i>老师", OLD, act, "pdf" if act is Act.EXPORTED else "")
    kept.store.note_access("v2", "", NEW, Act.OPENED)
    page = open_privacy()
    tab(qtbot, page, 3)
    table = page.access.table
    texts = [[table.item(row, column).text() for column in range(5)] for row in range(table.rowCount())]
    assert [line[4] for line in texts] == ["looked at", "exported: pdf", "looked at"]
    assert texts[0][1] == "–" and texts[2][1] != "–" and texts[0][2] == "nobody named"
    page.access.filter.setFocus()
    qtbot.keyClicks(page.access.filter, "pdf")
    assert table.rowCount() == 1 and "1 entr" in page.access.words.whole


def test_research_into_a_folder_that_is_not_empty_is_refused(open_privacy: Open, tmp_path: Path) -> None:
    page = open_privacy()
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "x").write_text("x")
    page.people.write_research(tmp_path / "full")
    assert "already" in page.people.trouble.whole and page.people.research.isEnabled()


def test_the_page_opens_from_home_by_key(qtbot: QtBot, qapp: QApplication, kept: Studio) -> None:
    kept.store.keep_setting("recordings.keep_days", 0)
    window = at_home(qtbot, qapp, kept)
    qtbot.keyClick(window, Qt.Key.Key_F5)
    assert isinstance(window.page, PrivacyPage) and window.page.title.whole == "Privacy"
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert isinstance(window.page, HomePage)
    window.close()
