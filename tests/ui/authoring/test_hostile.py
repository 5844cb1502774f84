"""What comes from elsewhere is shown as plain text, and what is no scenario is refused with a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel

from simulator.ui.authoring.fields import LONGEST
from tests.ui.authoring.conftest import Open, draft_of, go, message

EVIL = '<b>x</b><img src="file:///etc/passwd"> & "我们"'


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"schema": "bolian-rubric/1"}', b"\xff\xfe\x00x", b"{" * 9000])
def test_what_is_no_scenario_is_refused(
    open_authoring: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    file = tmp_path / "bad.json"
    file.write_bytes(content)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    view = open_authoring()
    view.shelf.import_.click()
    assert len(message(view).sentence.text()) > 10
    assert view.drafting.draft is None
    assert view._workshop.drafts() == ()


def test_what_is_typed_is_never_markup(open_authoring: Open) -> None:
    view = open_authoring()
    view.drafting.begin_from("S01", fresh=True)
    for steps in (("title", "en"), ("products", 0, "name"), ("products", 0, "facts", 0, "cue")):
        view.drafting.fill(steps, EVIL)
    view.drafting.fill(("products", 0, "price"), EVIL)
    view.drafting.check()
    view.editor.outline.choose(("products", 0, "facts"))
    assert "<b>x</b>" in view.editor.outline.currentItem().parent().text(0)
    view.editor.all.click()
    assert "<b>x</b>" in view.shelf.title.text()
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in view.findChildren(QLabel) if label.text())


def test_a_text_too_long_is_cut_where_it_is_typed_and_told_to_be_too_long(open_authoring: Open) -> None:
    view = open_authoring()
    view.drafting.begin_from("S01", fresh=True)
    brief = go(view, ("brief", "zh"))
    brief.setPlainText("好" * (LONGEST + 5))  # type: ignore[attr-defined]
    assert len(draft_of(view).text(("brief", "zh"))) == LONGEST
    view.drafting.check()
    assert [(flaw.path, flaw.code) for flaw in view.drafting.flaws] == [("brief.zh", "too_long")]


def test_a_folder_that_cannot_be_written_is_told(open_authoring: Open, content: Path) -> None:
    view = open_authoring()
    content.parent.mkdir(parents=True, exist_ok=True)
    content.write_text("a file where the folder should be")
    view.shelf.copy.click()
    assert "could not be written" in message(view).sentence.text()
