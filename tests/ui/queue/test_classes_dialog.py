"""Classes are made by hand, from a list, and from who sat a paper; every mistake is told with its remedy."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListWidget
from pytestqt.qtbot import QtBot

from simulator.domain.classes import ListMistake
from simulator.live.studio import Studio
from simulator.storage.content import FolderLibrary
from simulator.ui.dialogs import Message
from simulator.ui.queue.classes import ClassesDialog
from simulator.ui.queue.list_mistakes import line_of
from simulator.ui.theme import Theme
from simulator.ui.translations import ScreenLanguage, Translations
from tests.ui.queue.conftest import Rehearsed


@pytest.fixture
def dialog(
    qtbot: QtBot, studio: Studio, evening: Rehearsed, theme: Theme, translations: Translations
) -> Iterator[ClassesDialog]:
    translations.use(ScreenLanguage.EN)
    assert evening.store is studio.store
    made = ClassesDialog(studio.store, theme)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.open()
    yield made
    if shiboken6.isValid(made):
        made.close()


def words(view: QListWidget) -> list[str]:
    return [view.item(number).text() for number in range(view.count())]


def told() -> Message:
    (found,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, Message) and each.isVisible()]
    return found


def test_a_class_is_made_and_filled_by_keyboard(qtbot: QtBot, dialog: ClassesDialog, studio: Studio) -> None:
    assert not dialog.make.isEnabled() and not dialog.put.isEnabled()
    qtbot.keyClicks(dialog.name, "Morning")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert dialog.isVisible(), "Enter is for the field"
    assert words(dialog.list) == ["Morning  (0)"]
    line = dialog.trainee.lineEdit()
    assert line is not None
    for name in ("Li Lei", "New One"):
        qtbot.keyClicks(line, name)
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert words(dialog.members) == ["Li Lei", "New One"] and words(dialog.list) == ["Morning  (2)"]
    assert dialog.counted.whole == "1 session, 0 signed, mean –"
    dialog.members.setCurrentRow(1)
    qtbot.keyClick(dialog.take, Qt.Key.Key_Return)
    assert words(dialog.members) == ["Li Lei"]
    qtbot.keyClicks(dialog.name, "Morning")
    qtbot.keyClick(dialog.make, Qt.Key.Key_Return)
    assert dialog.trouble.isVisible() and "Morning" in dialog.trouble.whole
    qtbot.keyClicks(dialog.name, " 2")
    qtbot.keyClick(dialog.rename, Qt.Key.Key_Return)
    assert words(dialog.list) == ["Morning 2  (1)"] and not dialog.trouble.isVisible()
    qtbot.keyClick(dialog.drop, Qt.Key.Key_Return)
    qtbot.keyClick(told().yes, Qt.Key.Key_Return)
    assert words(dialog.list) == [] and studio.store.classes() == ()


def test_a_list_is_imported_or_refused_with_every_mistake(
    qtbot: QtBot, dialog: ClassesDialog, studio: Studio, tmp_path: Path
) -> None:
    file = tmp_path / "list.csv"
    file.write_text("姓名,班级\n<b>x</b>,A\n,A\nBob,\n", encoding="gb18030")
    dialog.bring_in(file)
    message = told()
    lines = message.lines.toPlainText().splitlines()
    assert lines == [
        "Line 3: no name. Write it, or delete the line.",
        "Line 4: no class for Bob. Write it in the column of classes.",
    ]
    assert "list.csv" in message.sentence.whole and studio.store.classes() == ()
    qtbot.keyClick(message.yes, Qt.Key.Key_Return)
    file.write_text("姓名,班级\n<b>x</b>,A\n小雨,A\n小雨,B\n", encoding="utf-8")
    dialog.bring_in(file)
    qtbot.keyClick(told().yes, Qt.Key.Key_Return)
    assert words(dialog.list) == ["A  (2)", "B  (1)"] and words(dialog.members) == ["<b>x</b>", "小雨"]
    file.write_text("name\nAnn\n", encoding="utf-8")
    dialog.list.setCurrentRow(1)
    dialog.bring_in(file)
    qtbot.keyClick(told().yes, Qt.Key.Key_Return)
    assert words(dialog.list) == ["A  (2)", "B  (2)"]
    dialog.bring_in(tmp_path / "nowhere.csv")
    assert dialog.trouble.isVisible() and "nowhere.csv" in dialog.trouble.whole


def test_who_sat_a_paper_is_offered(qtbot: QtBot, dialog: ClassesDialog, studio: Studio, evening: Rehearsed) -> None:
    assert not dialog.adopt.isEnabled()
    library = evening.library
    assert isinstance(library, FolderLibrary)
    paper = studio.store.lock_exam_paper(evening.scenario, library.taxonomy(), seed=5, cohort="秋季A班")
    evening.scored("exam", "小雨", paper=paper.number)
    dialog._fill()
    assert dialog.offered.currentText() == f"1 who sat {paper.number}: 秋季A班"
    qtbot.keyClick(dialog.adopt, Qt.Key.Key_Return)
    assert words(dialog.list) == ["秋季A班  (1)"] and words(dialog.members) == ["小雨"]
    assert not dialog.adopt.isEnabled(), "nobody is left to offer"
    evening.scored("exam-2", "Li Lei", paper=paper.number)
    dialog._fill()
    qtbot.keyClick(dialog.adopt, Qt.Key.Key_Return)
    assert words(dialog.list) == ["秋季A班  (2)"]


@pytest.mark.parametrize(
    "code",
    [
        "name_missing",
        "class_missing",
        "too_long",
        "twice",
        "too_many_columns",
        "too_many_lines",
        "bad_sign",
        "bad_quote",
    ],
)
def test_every_mistake_names_its_line_and_a_remedy(code: str) -> None:
    line = line_of(ListMistake(7, code, "x"))
    assert line.startswith("Line 7: ") and line.count(".") >= 2 and "cannot be read" not in line
