"""Every button of the pages that compare is used by mouse and keyboard, and what it does is seen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from simulator.live.studio import Studio
from simulator.ui.compare.choosing import ChooseDialog
from simulator.ui.compare.class_view import ClassView
from simulator.ui.compare.path_page import PathPage
from simulator.ui.dialogs import Message
from simulator.ui.jobs import Jobs
from simulator.ui.theme import Theme
from simulator.ui.translations import ScreenLanguage
from tests.ui.compare.conftest import Compare
from tests.ui.controls import used_controls


def test_every_button(
    qtbot: QtBot,
    studio: Studio,
    compare: Compare,
    takes: tuple[str, str, str],
    theme: Theme,
    jobs: Jobs,
    tmp_path: Path,
) -> None:
    with used_controls("compare") as uses:
        # what to compare with
        entry = studio.store.session(takes[1])
        dialog = ChooseDialog(studio.store, entry, theme)
        qtbot.addWidget(dialog)
        dialog.open()
        uses.press(dialog.name)
        named = studio.store.reference("S01")
        assert named is not None and named.session == takes[1]
        uses.press(dialog.name, by_key=True)
        assert studio.store.reference("S01") is None
        with qtbot.waitSignal(dialog.compare_asked) as asked:
            uses.press(dialog.compare, by_key=True)
        assert asked.args == [takes[0]]
        dialog.open()
        with qtbot.waitSignal(dialog.path_asked):
            uses.press(dialog.path)
        dialog.open()
        uses.press(dialog.cancel, by_key=True)
        assert not dialog.isVisible()
        # two beside each other
        page = compare()
        for side, number in ((page.watch.sides[0], 0), (page.watch.sides[1], 1)):
            uses.press(side.sound, by_key=bool(number))
            assert side.sound.isChecked()
            with qtbot.waitSignal(page.review_asked) as asked:
                uses.press(side.open)
            assert asked.args == [takes[number]]
        for signal, button in (
            (page.home_asked, page.home),
            (page.path_asked, page.path),
            (page.review_asked, page.back),
        ):
            with qtbot.waitSignal(signal):
                uses.press(button, by_key=True)
        page.close()
        # one over time
        path = PathPage(studio, entry.header.trainee, theme, ScreenLanguage.EN)
        qtbot.addWidget(path)
        path.show()
        for signal, button in ((path.home_asked, path.home), (path.back_asked, path.back)):
            with qtbot.waitSignal(signal):
                uses.press(button)
        path.close()
        # a class
        view = ClassView(studio, theme, jobs, ScreenLanguage.EN)
        qtbot.addWidget(view)
        view.resize(1366, 700)
        view.show()
        uses.press(view.wrongs_tab)
        uses.press(view.needs_tab, by_key=True)
        view.chart.chosen.emit("B1")
        uses.press(view.all, by_key=True)
        with qtbot.waitSignal(view.path_asked):
            uses.press(view.path)
        with qtbot.waitSignal(view.review_asked):
            uses.press(view.open, by_key=True)
        uses.press(view.export)
        files = view.findChild(QFileDialog)
        assert files is not None and files.isVisible()
        line, buttons = files.findChild(QLineEdit), files.findChild(QDialogButtonBox)
        assert line is not None and buttons is not None
        line.setText(str(tmp_path / "class.html"))
        save = next(each for each in buttons.buttons() if buttons.buttonRole(each) is buttons.ButtonRole.AcceptRole)
        QTest.mouseClick(save, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: view.window().findChild(Message) is not None, timeout=60_000)
        assert (tmp_path / "class.html").exists()
        told = view.window().findChild(Message)
        assert told is not None
        uses.press(told.yes)
        view.close()
