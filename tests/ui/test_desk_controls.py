"""Every button of the second person's window is used by mouse and keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from simulator.domain.desk import HostPrompted
from simulator.ui.cabin.keys import Deed, key
from simulator.ui.desk.second_desk import WhoDialog
from tests.ui.cabins import Open
from tests.ui.controls import used_controls


def test_every_button_of_the_desk_window(qtbot: QtBot, open_cabin: Open) -> None:
    with used_controls("desk") as uses:
        page, session, _ = open_cabin()
        qtbot.keyClick(page, Qt.Key.Key_F9)
        dialog = page.findChild(WhoDialog)
        assert dialog is not None
        dialog.name.setCurrentText("阿布")
        uses.press(dialog.agreed, by_key=True)
        uses.press(dialog.agree)
        window = page.second.window
        assert window is not None and session.done == ["RolesTaken"]
        window.line.setText("价格先说")
        told: list[object] = []
        window.desk._do = told.append  # type: ignore[assignment]
        uses.press(window.send)
        assert told == [HostPrompted(at=session.now, text="价格先说")]
        assert key(Deed.TELL_HOST) in window.send.text()
        page.second.close()
