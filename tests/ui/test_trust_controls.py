"""Every button of the trust view is used by mouse and keyboard."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from simulator.live.studio import Studio
from simulator.ui.dialogs import Message
from simulator.ui.theme import Theme
from tests.ui.controls import used_controls
from tests.ui.test_trust import judged, opened  # noqa: F401


def test_every_button_of_trust(qtbot: QtBot, judged: Studio, theme: Theme, tmp_path: Path) -> None:  # noqa: F811
    with used_controls("trust") as uses:
        view = opened(qtbot, judged, theme)
        view.table.selectRow(1)
        view.details.list.setCurrentIndex(view.details.model.index(1))
        with qtbot.waitSignal(view.review_asked) as asked:
            uses.press(view.details.open, by_key=True)
        assert asked.args == [view.details.model.rows[1].pair.session]
        uses.press(view.export)
        dialog = view.findChild(QFileDialog)
        assert dialog is not None and dialog.isVisible()
        line, buttons = dialog.findChild(QLineEdit), dialog.findChild(QDialogButtonBox)
        assert line is not None and buttons is not None
        line.setText(str(tmp_path))
        choose = next(each for each in buttons.buttons() if buttons.buttonRole(each) is buttons.ButtonRole.AcceptRole)
        QTest.mouseClick(choose, Qt.MouseButton.LeftButton)
        assert (tmp_path / "bolian-agreement" / "README.md").exists()
        told = view.window().findChild(Message)
        assert told is not None and str(tmp_path) in told.sentence.whole
        uses.press(told.yes, by_key=True)
