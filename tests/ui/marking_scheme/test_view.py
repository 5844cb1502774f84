"""Shaping a rubric in the window: by keyboard, with what it would do to past results beside it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QAbstractSpinBox, QApplication, QComboBox, QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from simulator.domain.language import Language
from simulator.domain.session import SessionHeader
from simulator.live.studio import Studio
from simulator.scoring.shaping import weight_sum
from simulator.ui.dialogs import Message
from simulator.ui.marking_scheme.criteria import NAME, ON, SCORER, WEIGHT
from simulator.ui.marking_scheme.page import MarkingSchemePage
from simulator.ui.marking_scheme.view import SchemeView
from simulator.ui.review.instructor import NameDialog
from simulator.ui.setup.page import HomePage
from simulator.ui.theme import Theme
from simulator.ui.translations import ScreenLanguage
from tests.ui.marking_scheme.conftest import SESSIONS, Open, settled
from tests.ui.windows import at_home

DEFAULT = "live-sales-default"


def edit(qtbot: QtBot, view: SchemeView) -> None:
    view.shelf.edit.click()
    assert view.drafting.editable
    settled(qtbot, view)


def rubric(view: SchemeView):
    assert view.drafting.rubric is not None
    return view.drafting.rubric


def criterion(view: SchemeView, id: str):
    return next(each for each in rubric(view).criteria if each.id == id)


def put(
    view: SchemeView, id: str, column: int, value: object, role: Qt.ItemDataRole = Qt.ItemDataRole.EditRole
) -> None:
    model = view.editor.model
    assert model.setData(model.index(model.row_of(id), column), value, role)


def message(view: SchemeView) -> Message:
    found = [each for each in view.window().findChildren(Message) if each.isVisible()]
    assert found
    return found[-1]


def test_a_published_version_is_shown_and_cannot_be_changed(open_scheme: Open) -> None:
    view = open_scheme()
    assert view.editor.names["en"].text() == "Live selling, general"
    assert not view.editor.names["en"].isEnabled()
    model = view.editor.model
    index = model.index(model.row_of("C1"), WEIGHT)
    assert model.data(index) == "8"
    assert not model.flags(index) & Qt.ItemFlag.ItemIsEditable
    assert not model.setData(index, 5.0)
    assert view.preview.headline.whole == f"None of {SESSIONS} results would move."


def test_a_change_says_at_once_what_it_would_move(qtbot: QtBot, open_scheme: Open) -> None:
    view = open_scheme()
    edit(qtbot, view)
    view.editor.table.choose("C1")
    assert view.editor.bands.picture.accessibleDescription() == "1: 4 · 2: 2 · 3: 2 · 4: 2 · 5: 2"
    assert view.editor.bands.counts.whole.startswith(f"{SESSIONS} past values by level: 1: 4")
    box = view.editor.bands.cuts[1]
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, "60")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    settled(qtbot, view)
    assert criterion(view, "C1").level_of(0.55, Language.ZH) == 2
    assert view.preview.headline.whole == f"Moves 1 of {SESSIONS} results, 0 across the pass mark."
    assert view.preview.details.whole == "Levels moved: C1 1."
    assert [move.moves for move in view.preview.model.rows] == [True] + [False] * (SESSIONS - 1)


def test_changes_are_kept_at_once_and_can_be_taken_back(qtbot: QtBot, open_scheme: Open, studio: Studio) -> None:
    view = open_scheme()
    edit(qtbot, view)
    put(view, "C1", WEIGHT, 5.0)
    put(view, "D2", ON, Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    (draft,) = studio.store.rubric_drafts()
    assert (draft.author, draft.based_on) == ("王老师", f"{DEFAULT}@0.1.0")
    assert draft.rubric == rubric(view) and weight_sum(draft.rubric) == 94
    assert view.editor.sum.whole == "Sum 94"
    assert "94, not 100" in view.preview.trouble.whole
    assert not view.preview.publish.isEnabled()
    qtbot.keyClick(view.editor.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert criterion(view, "D2").enabled and weight_sum(rubric(view)) == 97
    qtbot.keyClick(view.editor.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert weight_sum(rubric(view)) == 100
    qtbot.keyClick(view.editor.table, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert weight_sum(rubric(view)) == 97
    assert studio.store.rubric_drafts()[0].rubric == rubric(view)
    view.editor.renormalise.click()
    assert weight_sum(rubric(view)) == 100 and view.editor.sum.whole == "Sum 100"
    settled(qtbot, view)


def test_a_weight_is_typed_into_the_table(qtbot: QtBot, open_scheme: Open) -> None:
    view = open_scheme()
    edit(qtbot, view)
    table = view.editor.table
    table.choose("B1")
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_F2)
    box = QApplication.focusWidget()
    assert isinstance(box, QAbstractSpinBox | QLineEdit)
    qtbot.keyClick(box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(box, "9.5")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: criterion(view, "B1").weight == 9.5)
    model = view.editor.model
    table.setCurrentIndex(model.index(model.row_of("B1"), ON))
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert not criterion(view, "B1").enabled
    put(view, "A1", SCORER, "human")
    assert criterion(view, "A1").scorer.value == "human"
    assert not model.flags(model.index(model.row_of("E5"), SCORER)) & Qt.ItemFlag.ItemIsEditable
    settled(qtbot, view)


def test_weights_for_a_kind_of_trainee(qtbot: QtBot, open_scheme: Open) -> None:
    view = open_scheme()
    edit(qtbot, view)
    view.editor.profile.setCurrentIndex(view.editor.profile.findData("beginner"))
    view.editor.profile.activated.emit(view.editor.profile.currentIndex())
    model = view.editor.model
    assert model.data(model.index(model.row_of("B1"), WEIGHT)) == "9"
    put(view, "C1", WEIGHT, 9.0)
    beginner = next(each for each in rubric(view).profiles if each.id == "beginner")
    assert beginner.changes["C1"] == 9.0
    put(view, "C1", WEIGHT, 8.0)
    beginner = next(each for each in rubric(view).profiles if each.id == "beginner")
    assert "C1" not in beginner.changes, "as for everybody"
    assert criterion(view, "C1").weight == 8.0
    settled(qtbot, view)


def test_two_sided_bands_of_two_languages(qtbot: QtBot, open_scheme: Open) -> None:
    view = open_scheme()
    edit(qtbot, view)
    view.editor.table.choose("E1")
    bands = view.editor.bands
    assert [box.value() for box in bands.cuts] == [160, 190, 210, 230, 290, 310, 335, 370]
    bands.spoken[next(spoken for spoken in bands.spoken if spoken.value == "en")].click()
    assert [box.value() for box in bands.cuts] == [90, 105, 120, 135, 170, 180, 195, 215]
    bands.cuts[0].setValue(95)
    by_language = criterion(view, "E1").bands_by_language
    assert {spoken.value: bands_[0].any_of[0][1] for spoken, bands_ in by_language.items()} == {"zh": 160, "en": 95}
    bands.cuts[0].setFocus()
    bands.remove.click()
    assert len(bands.cuts) == 7
    bands.add.click()
    assert len(bands.cuts) == 8
    settled(qtbot, view)


def test_none_and_any_are_told_apart(qtbot: QtBot, open_scheme: Open) -> None:
    view = open_scheme()
    edit(qtbot, view)
    view.editor.table.choose("B2")
    box = view.editor.bands.cuts[0]
    assert box.text() == "0+"
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, "0.1")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert criterion(view, "B2").bands[0].any_of == ((None, 0.1),)
    box.selectAll()
    qtbot.keyClicks(box, "0+")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert criterion(view, "B2").bands[0].any_of == ((None, 1e-9),)
    settled(qtbot, view)


def test_levels_and_gates(qtbot: QtBot, open_scheme: Open) -> None:
    view = open_scheme()
    edit(qtbot, view)
    view.editor.levels_tab.click()
    levels = view.editor.levels
    zh, en, worth = levels.levels[5]
    en.setText("Outstanding <b>")
    en.editingFinished.emit()
    assert rubric(view).levels[4].name.en == "Outstanding <b>"
    worth.setValue(95)
    assert rubric(view).levels[4].points == 95
    on, least, words = levels.gates["G4"]
    assert least is not None
    least.setValue(90)
    assert words.whole == "Total at 90 points or more"
    settled(qtbot, view)
    assert "across the pass mark" in view.preview.headline.whole and view.preview.details.whole.startswith("0 would")
    put(view, "F1", ON, Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    assert "Gate G1 looks at F1" in view.preview.trouble.whole
    levels.gates["G1"][0].setChecked(False)
    assert "Gate G1" not in view.preview.trouble.whole
    on.setChecked(False)
    assert not least.isEnabled()
    assert zh.isEnabled()
    settled(qtbot, view)


def test_publishing_asks_for_a_note_and_makes_the_next_version(qtbot: QtBot, open_scheme: Open, studio: Studio) -> None:
    view = open_scheme()
    edit(qtbot, view)
    put(view, "C1", WEIGHT, 6.0)
    put(view, "C3", WEIGHT, 7.0)
    settled(qtbot, view)
    assert not view.preview.publish.isEnabled()
    view.preview.note.setText("答对更重要")
    assert view.preview.publish.isEnabled()
    view.preview.publish.click()
    assert "can no longer be changed" in message(view).sentence.whole
    message(view).accept()
    made = studio.store.rubric(DEFAULT)
    assert made.version == "0.1.1"
    assert studio.store.rubric_versions()[0].note == "答对更重要"
    assert studio.store.rubric_drafts() == ()
    assert not view.drafting.editable and rubric(view) == made
    assert [sheet.state for sheet in view.shelf.model.rows] == ["in force", "earlier"]
    settled(qtbot, view)


def test_past_sessions_are_scored_by_it_when_asked(
    qtbot: QtBot, open_scheme: Open, studio: Studio, scored: tuple[SessionHeader, ...]
) -> None:
    view = open_scheme()
    before = studio.store.scorecards(scored[0].id)
    view.preview.trainee.setCurrentIndex(1)
    view.preview.trainee.activated.emit(1)
    settled(qtbot, view)
    assert view.preview.headline.whole == f"None of {SESSIONS // 2} results would move."
    view.preview.score.click()
    assert "6 sessions get one more scorecard" in message(view).sentence.whole
    with qtbot.waitSignal(view.scoring.done, timeout=30_000):
        message(view).accept()
    settled(qtbot, view)
    assert len(studio.store.scorecards(scored[0].id)) == len(before) + 1
    assert len(studio.store.scorecards(scored[1].id)) == 1, "the other trainee's were not chosen"


def test_a_copy_is_a_rubric_of_its_own_and_can_be_discarded(qtbot: QtBot, open_scheme: Open, studio: Studio) -> None:
    view = open_scheme()
    view.shelf.copy.click()
    assert rubric(view).id == "centre-1"
    assert view.editor.names["en"].text() == "Live selling, general (copy)"
    view.editor.names["en"].setText("Ours")
    view.editor.names["en"].editingFinished.emit()
    assert studio.store.rubric_drafts()[0].rubric.name.en == "Ours"
    view.shelf.discard.click()
    message(view).accept()
    assert studio.store.rubric_drafts() == ()
    assert rubric(view).id == DEFAULT
    settled(qtbot, view)


def test_who_edits_is_asked_once(qtbot: QtBot, open_scheme: Open) -> None:
    view = open_scheme(instructor="")
    view.shelf.edit.click()
    dialog = view.findChild(NameDialog)
    assert dialog is not None and not view.drafting.editable
    dialog.name.setText("李老师")
    dialog.keep.click()
    assert view.drafting.draft is not None and view.drafting.draft.author == "李老师"
    settled(qtbot, view)


def test_files_go_out_and_come_in(qtbot: QtBot, open_scheme: Open, studio: Studio, tmp_path: Path) -> None:
    view = open_scheme()
    sheet = view.shelf.sheet
    assert sheet is not None and sheet.version is not None
    file = tmp_path / "rubric.json"
    view.write_out(sheet.version, file)
    view.take_in(file)
    assert "raise its version" in message(view).sentence.whole
    message(view).accept()
    tree = json.loads(file.read_text("utf-8"))
    file.write_text(json.dumps({**tree, "version": "3", "criteria": tree["criteria"][1:]}), encoding="utf-8")
    view.take_in(file)
    assert "has mistakes" in message(view).sentence.whole
    message(view).accept()
    file.write_text(json.dumps({**tree, "version": "3"}), encoding="utf-8")
    view.take_in(file)
    assert studio.store.rubric(DEFAULT).version == "3"
    assert rubric(view).version == "3"
    settled(qtbot, view)


def test_the_last_version_in_force_of_what_scenarios_name_is_not_retired(
    qtbot: QtBot, open_scheme: Open, studio: Studio, tmp_path: Path
) -> None:
    view = open_scheme()
    view.shelf.retire.click()
    assert "no other version" in message(view).sentence.whole
    message(view).accept()
    assert not studio.store.rubric_versions()[0].retired
    tree = json.loads(studio.store.rubric_text(DEFAULT, "0.1.0"))
    file = tmp_path / "rubric.json"
    file.write_text(json.dumps({**tree, "version": "2"}), encoding="utf-8")
    view.take_in(file)
    view.shelf.retire.click()
    assert studio.store.rubric(DEFAULT).version == "0.1.0"
    view.shelf.choose((DEFAULT, "2"))
    assert view.shelf.retire.text() == "Put back in force"
    view.shelf.retire.click()
    assert studio.store.rubric(DEFAULT).version == "2"
    settled(qtbot, view)


def test_a_session_that_moves_is_opened_in_the_review_room(qtbot: QtBot, open_scheme: Open) -> None:
    view = open_scheme()
    with qtbot.waitSignal(view.review_asked) as asked:
        view.preview.list.setFocus()
        view.preview.list.setCurrentIndex(view.preview.model.index(0))
        qtbot.keyClick(view.preview.list, Qt.Key.Key_Return)
    assert asked.args == [view.preview.model.rows[0].session.header.id]


def test_models_keep_qt_s_rules(qtbot: QtBot, open_scheme: Open, qtmodeltester: ModelTester) -> None:
    view = open_scheme()
    edit(qtbot, view)
    for model in (view.editor.model, view.shelf.model, view.preview.model):
        qtmodeltester.check(model)
    assert view.editor.model.headerData(NAME, Qt.Orientation.Horizontal) == "Criterion"


@pytest.mark.parametrize("language", list(ScreenLanguage))
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_all_is_reached_by_keyboard_and_has_a_name(
    qtbot: QtBot, open_scheme: Open, language: ScreenLanguage, scale: float
) -> None:
    view = open_scheme(language, look=Theme(scale=scale))
    edit(qtbot, view)
    kinds = (QAbstractButton, QComboBox, QLineEdit, QAbstractItemView, QAbstractSpinBox)
    for kind in kinds:
        for widget in view.findChildren(kind):
            inner = widget.parent() is not None and isinstance(widget.parent(), QComboBox | QAbstractSpinBox)
            header = widget.metaObject().className() in ("QHeaderView", "QTableCornerButton", "QComboBoxListView")
            if not widget.isVisibleTo(view) or inner or header:
                continue
            assert widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()), widget
            assert not widget.isEnabled() or widget.focusPolicy() & Qt.FocusPolicy.TabFocus, widget
    if scale == 1.0:
        assert view.minimumSizeHint().width() <= 1366
        assert view.editor.parentWidget().sizeHint().width() <= 1366


def test_it_is_reached_from_home_by_a_key_and_left_by_escape(
    qtbot: QtBot, qapp: QApplication, studio: Studio, scored: tuple[SessionHeader, ...]
) -> None:
    window = at_home(qtbot, qapp, studio)
    qtbot.waitUntil(lambda: window.jobs.running == 0)
    assert isinstance(window.page, HomePage)
    qtbot.keyClick(window.page, Qt.Key.Key_F6)
    page = window.page
    assert isinstance(page, MarkingSchemePage)
    view = page.view
    assert isinstance(view, SchemeView)
    settled(qtbot, view)
    assert len(view.past.entries) == len(scored)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert isinstance(window.page, HomePage)
    qtbot.waitUntil(lambda: window.jobs.running == 0)
    window.close()


def test_tabs_stand_beside_each_other(qtbot: QtBot, theme: Theme) -> None:
    page = MarkingSchemePage(theme)
    qtbot.addWidget(page)
    first, second = QLineEdit(), QLineEdit()
    page.add_tab(first, "One")
    assert not page.tabs[0].isVisibleTo(page), "a single tab needs no button"
    page.add_tab(second, "Two & more")
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    assert page.view is first and page.tabs[0].isVisibleTo(page)
    qtbot.keyClick(page, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert page.view is second and page.tabs[1].isChecked()
