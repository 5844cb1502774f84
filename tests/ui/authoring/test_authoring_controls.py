"""Every button of the scenario editor is used by mouse and keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from simulator.ui.jobs import Jobs
from tests.ui.authoring.conftest import Open, draft_of
from tests.ui.controls import used_controls


def test_every_button(
    qtbot: QtBot, open_authoring: Open, jobs: Jobs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only Qt's own dialog for files is answered for."""
    given = tmp_path / "given.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(given), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(given), ""))

    def settle() -> None:
        qtbot.waitUntil(lambda: jobs.running == 0, timeout=60_000)

    with used_controls("authoring") as uses:
        view = open_authoring()
        shelf, editor, page = view.shelf, view.editor, view.editor.page
        uses.press(shelf.new)
        uses.answer(view)  # once no
        if view.drafting.draft is None:
            uses.press(shelf.copy, by_key=True)
        for which in (("products",), ("goals",)):
            editor.outline.choose(which)
            uses.press(page.add)
        for steps in (("goals", 0), ("products", 0, "facts", 0), ("products", 0), ("paper",), ("goals",)):
            editor.outline.choose(steps)
            uses.sweep(page.widget(), settle)
        uses.press(editor.undo, by_key=True)
        uses.press(editor.redo)
        uses.press(editor.all)
        view.drafting.begin_from("S01", fresh=True)
        id, name = draft_of(view).id, draft_of(view).text(("id",))
        uses.press(editor.preview, by_key=True)
        uses.press(view.preview.play)
        uses.press(view.preview.stop)
        settle()
        uses.press(view.preview.back)
        uses.press(editor.publish)
        settle()
        uses.answer(view)
        if view.drafting.draft is not None:
            view.drafting.publish()
        shelf.choose(name)
        uses.press(shelf.export)
        uses.press(shelf.edit)
        uses.press(editor.all)
        shelf.choose(name)
        uses.press(shelf.withdraw)
        uses.answer(view)
        uses.press(shelf.import_)
        assert draft_of(view).id != id
        uses.press(editor.all)
        shelf.choose(f"draft {view._workshop.drafts()[0].id}")
        uses.press(shelf.discard)
        uses.answer(view)
