"""Every button of the marking scheme is used by mouse and keyboard, and what it does is seen."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from simulator.domain.session import SessionHeader
from simulator.live.studio import Studio
from simulator.scoring.shaping import weight_sum
from simulator.ui.marking_scheme.criteria import WEIGHT
from simulator.ui.marking_scheme.page import MarkingSchemePage
from simulator.ui.marking_scheme.view import SchemeView
from simulator.ui.theme import Theme
from tests.ui.controls import Uses, used_controls
from tests.ui.marking_scheme.conftest import Open, settled
from tests.ui.marking_scheme.test_view import DEFAULT, message, put, rubric


def choose_file(view: SchemeView, file: Path) -> None:
    """Type a file into the dialog that is open, and take it."""
    dialog = next(each for each in view.findChildren(QFileDialog) if each.isVisible())
    line, buttons = dialog.findChild(QLineEdit), dialog.findChild(QDialogButtonBox)
    assert line is not None and buttons is not None
    line.setText(str(file))
    take = next(each for each in buttons.buttons() if buttons.buttonRole(each) is buttons.ButtonRole.AcceptRole)
    QTest.mouseClick(take, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()


def shelf(uses: Uses, view: SchemeView, studio: Studio, file: Path) -> None:
    uses.press(view.shelf.export)
    choose_file(view, file)
    tree = json.loads(file.read_text("utf-8"))
    file.write_text(json.dumps({**tree, "version": "3"}), encoding="utf-8")
    uses.press(view.shelf.import_, by_key=True)
    choose_file(view, file)
    assert studio.store.rubric(DEFAULT).version == "3"
    uses.press(view.shelf.retire)
    assert studio.store.rubric(DEFAULT).version == "0.1.0"
    uses.press(view.shelf.copy, by_key=True)
    assert rubric(view).id == "centre-1"
    uses.press(view.shelf.discard)
    uses.press(message(view).yes, by_key=True)
    assert studio.store.rubric_drafts() == ()
    view.shelf.choose((DEFAULT, "0.1.0"))
    uses.press(view.shelf.edit)
    assert view.drafting.editable


def sheet(uses: Uses, view: SchemeView) -> None:
    editor = view.editor
    put(view, "C1", WEIGHT, 9.0)
    heavy = weight_sum(rubric(view))
    assert heavy != 100
    uses.press(editor.undo)
    assert weight_sum(rubric(view)) == 100
    uses.press(editor.redo, by_key=True)
    assert weight_sum(rubric(view)) == heavy
    uses.press(editor.renormalise)
    assert weight_sum(rubric(view)) == 100
    editor.table.choose("E1")
    for number, spoken in enumerate(editor.bands.spoken.values()):
        cuts = [box.value() for box in editor.bands.cuts]
        uses.press(spoken, by_key=number > 0 and bool(spoken.focusPolicy() & Qt.FocusPolicy.TabFocus))
    assert [box.value() for box in editor.bands.cuts] != cuts
    many = len(editor.bands.cuts)
    editor.bands.cuts[0].setFocus()
    uses.press(editor.bands.remove)
    assert len(editor.bands.cuts) == many - 1
    uses.press(editor.bands.add)
    assert len(editor.bands.cuts) == many
    uses.press(editor.levels_tab)
    gate = editor.levels.gates["G4"][0]
    was = gate.isChecked()
    uses.press(gate, by_key=True)
    assert gate.isChecked() is not was
    uses.press(gate)
    uses.press(editor.criteria_tab)
    assert editor.table.isVisible()


def test_every_button_of_the_marking_scheme(
    qtbot: QtBot,
    open_scheme: Open,
    studio: Studio,
    theme: Theme,
    scored: tuple[SessionHeader, ...],
    tmp_path: Path,
) -> None:
    with used_controls("marking_scheme") as uses:
        page = MarkingSchemePage(theme)
        qtbot.addWidget(page)
        for title in ("Rubric", "Trust"):
            page.add_tab(QWidget(), title)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        uses.press(page.tabs[1])
        assert page.views[1].isVisible() and not page.views[0].isVisible()
        with qtbot.waitSignal(page.home_asked):
            uses.press(page.home, by_key=True)
        page.close()
        view = open_scheme()
        shelf(uses, view, studio, tmp_path / "rubric.json")
        settled(qtbot, view)
        sheet(uses, view)
        settled(qtbot, view)
        view.preview.show_waiting(0.4)
        with qtbot.waitSignal(view.preview.cancel_asked):
            uses.press(view.preview.cancel)
        view.preview.note.setText("答对更重要")
        uses.press(view.preview.publish, by_key=True)
        uses.press(message(view).yes)
        made = rubric(view)
        assert not view.drafting.editable and studio.store.rubric_versions()[0].note == "答对更重要"
        settled(qtbot, view)
        uses.press(view.preview.score)
        with qtbot.waitSignal(view.scoring.done, timeout=60_000):
            uses.press(message(view).yes, by_key=True)
        assert studio.store.counting(scored[0].id).version == made.version
        settled(qtbot, view)
