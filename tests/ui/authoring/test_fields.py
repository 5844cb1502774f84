"""What is filled into the form is what the scenario says; looking at it changes nothing."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from simulator.domain.draft import Draft, path_to
from simulator.ui.authoring.fields import groups_in, line_of, number_in, titles_in, titles_text, words_in
from simulator.ui.authoring.form_page import row_title
from simulator.ui.authoring.view import AuthoringView
from simulator.ui.translations import ScreenLanguage
from tests.ui.authoring.conftest import Open, draft_of, go, type_into

SOME = ("S01", "S06", "S08", "S12")
"""A small one, the one with exam papers, an English one, and a large one; storage answers for all twelve."""


def every_page(view: AuthoringView):
    """Go to every part of the outline."""
    for steps in list(view.editor.outline._items):
        view.editor.outline.choose(steps)
        yield steps


@pytest.mark.parametrize("scenario", SOME)
def test_looking_at_every_page_changes_nothing(open_authoring: Open, scenario: str) -> None:
    view = open_authoring()
    view.drafting.begin_from(scenario, fresh=True)
    before = draft_of(view)
    pages = list(every_page(view))
    assert len(pages) > 15
    assert draft_of(view).tree == before.tree
    assert not view.drafting.can_undo
    assert view.drafting.flaws == ()


@pytest.mark.parametrize("scenario", SOME)
def test_a_text_typed_again_as_it_is_shown_says_the_same(open_authoring: Open, scenario: str) -> None:
    view = open_authoring()
    view.drafting.begin_from(scenario, fresh=True)
    before: Draft = draft_of(view)
    typed = 0
    for _ in every_page(view):
        for steps, field in view.editor.page.editors.items():
            if isinstance(field, QLineEdit) and field.text():
                text = field.text()
                field.textEdited.emit(text)
            elif isinstance(field, QPlainTextEdit) and field.toPlainText():
                text = field.toPlainText()
                field.setPlainText(text)
            else:
                continue
            typed += 1
            assert draft_of(view).value(steps) == before.value(steps), path_to(steps)
    assert typed > 60
    assert draft_of(view).tree == before.tree


@pytest.mark.parametrize("value", [0, 7, 39.9, 0.05, 12345.67, 123456.78, 1234567.5, -2.2, 14400, 1e-7])
def test_a_number_is_shown_whole(value: float) -> None:
    assert number_in(line_of(value)) == value


@pytest.mark.parametrize("text", ["abc", "nan", "inf", "1e400", "１２,5", "1_000", "9" * 5000, "--3", "3 kg"])
def test_what_is_no_number_stays_what_was_typed(text: str) -> None:
    assert number_in(text) == text


def test_wordings_are_taken_apart_and_empty_ones_left_out() -> None:
    assert words_in(" 一箱 \n\n 五公斤\n") == ["一箱", "五公斤"]
    assert groups_in("24小时|一天之内\n\n |发货 | 发出\n|") == [["24小时", "一天之内"], ["发货", "发出"]]
    titles = {"lab": {"zh": "检测报告", "en": "lab report"}, "half": {"zh": "只有中文"}}
    assert titles_in(titles_text(titles)) == titles


def test_typing_is_kept_at_once_and_one_undo_takes_back_one_field(open_authoring: Open) -> None:
    view = open_authoring()
    view.drafting.begin_from("S01", fresh=True)
    was = draft_of(view).text(("seller", "name"))
    type_into(view, ("seller", "name"), "New Farm")
    assert view.drafting.workshop.drafts()[0].text(("seller", "name")) == "New Farm"
    view.editor.undo.click()
    assert draft_of(view).text(("seller", "name")) == was
    field = go(view, ("seller", "name"))
    assert isinstance(field, QLineEdit) and field.text() == was
    view.editor.redo.click()
    assert draft_of(view).text(("seller", "name")) == "New Farm"


def test_a_mistake_stands_below_its_field_and_in_the_list_and_leads_there(qtbot: QtBot, open_authoring: Open) -> None:
    view = open_authoring()
    view.drafting.begin_from("S01", fresh=True)
    price = ("products", 0, "price")
    type_into(view, price, "-5")
    qtbot.waitUntil(lambda: bool(view.drafting.flaws))
    assert "negative price" in view.editor.page._faults[price].whole
    assert not view.editor.publish.isEnabled()
    view.editor.outline.choose(())
    entries = view.editor.flaws.list
    number = next(n for n, flaw in enumerate(view.drafting.flaws) if flaw.steps == price)
    entries.itemActivated.emit(entries.item(number))
    assert view.editor.page.editors[price].hasFocus()
    view.editor.undo.click()
    qtbot.waitUntil(lambda: not view.drafting.flaws)
    assert view.editor.publish.isEnabled()


@pytest.mark.parametrize(("language", "words"), [(ScreenLanguage.ZH_CN, "黑粉刷屏"), (ScreenLanguage.EN, "Troll wave")])
def test_an_incident_is_called_by_its_name(open_authoring: Open, language: ScreenLanguage, words: str) -> None:
    view = open_authoring(language)
    view.drafting.begin_from("S03", fresh=True)
    view.drafting.reshape(draft_of(view).put(("incidents", 0, "kind"), "troll_wave"))
    assert row_title(view.drafting, ("incidents", 0)) == f"1  {words}"
