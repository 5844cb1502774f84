"""A program killed while an instructor types or speaks: what was entered is there at the next start."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import simulator
from simulator.live.studio import Studio
from simulator.media_port import SoundBlock
from simulator.ui.review.drafts import NOTE, VOICE, level_place, packed, unpacked
from simulator.ui.review.voice_note import part_of
from tests.deviceless import studio_in
from tests.media_files import tone
from tests.ui.review.conftest import Open
from tests.ui.review.typing_child import BETWEEN_MS, REASON

CHILD = Path(__file__).with_name("typing_child.py")
A_SECOND_OF_LETTERS = 1000 // BETWEEN_MS


@pytest.mark.parametrize("letters", [40, 70])
def test_what_was_being_typed_is_there_again(tmp_path: Path, kept_folder: Path, letters: int) -> None:
    data = tmp_path / "killed"
    shutil.copytree(kept_folder, data)
    root = str(Path(simulator.__file__).parent.parent)
    child = subprocess.Popen(
        [sys.executable, str(CHILD), str(data)],
        env={**os.environ, "PYTHONPATH": root, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
    )
    assert child.stdout is not None
    with child.stdout as said:
        typed = 0
        while typed < letters:
            line = said.readline()
            assert line, "the child ended by itself"
            typed = int(line)
        child.kill()
    child.wait(timeout=30)
    studio = studio_in(data)
    session = studio.store.sessions()[0].header.id
    kept = studio.store.drafts(session, "")
    studio.store.close()
    level, note = unpacked(kept.get(level_place("B1"), "{}")), unpacked(kept.get(NOTE, "{}"))
    at_least = max(0, typed - A_SECOND_OF_LETTERS)
    for text in (level.get("reason", ""), note.get("text", "")):
        assert REASON.startswith(text) and len(text) >= at_least, (text, typed)
    assert level.get("level") == 4


def test_drafts_are_on_the_page_again(qtbot: QtBot, open_review: Open, studio: Studio, session_id: str) -> None:
    page = open_review()
    row = page.scorecard.rows["B1"]
    row.set_open(True)
    row.editor.levels[4].click()
    qtbot.keyClicks(row.editor.reason, "nearly all of it")
    finding = next(iter(page.scorecard.findings.values()))
    qtbot.keyClicks(finding.reason, "as it was meant")
    page.player.seek(30.0)
    qtbot.keyClicks(page.notes.text, "shorter here")
    qtbot.waitUntil(lambda: len(studio.store.drafts(session_id, "王老师")) == 3)
    page.marks.drafts.flush()
    again = open_review()
    row = again.scorecard.rows["B1"]
    assert row.is_open and row.editor.reason.text() == "nearly all of it" and row.editor.levels[4].isChecked()
    assert next(iter(again.scorecard.findings.values())).reason.text() == "as it was meant"
    assert again.notes.text.text() == "shorter here" and again.notes.add.text().startswith("Add at 00:30")
    assert again.marks.line.back.whole == "3 drafts from before are back."
    row.editor.save.click()
    again.notes.add.click()
    again.marks.drafts.flush()
    assert set(studio.store.drafts(session_id, "王老师")) == {f"finding:{finding.broken.id}"}
    assert again.judgement.notes[-1].at == 30.0


def test_another_word_leaves_what_is_being_typed_alone(qtbot: QtBot, open_review: Open) -> None:
    page = open_review()
    row = page.scorecard.rows["B1"]
    row.set_open(True)
    qtbot.keyClicks(row.editor.reason, "half a rea")
    page.judging.give_level("A2", 3, "on plan")
    page.judging.note(3.0, "meanwhile")
    assert row.editor.reason.text() == "half a rea"


def test_a_note_that_was_being_spoken_is_kept(qtbot: QtBot, open_review: Open, studio: Studio, session_id: str) -> None:
    id = "0123456789ab"
    part = part_of(studio.store.voice_path(session_id, id))
    voice = studio.equipment.voice_file(part)
    for number in range(30):
        voice.write(SoundBlock(number / 10, tone(0.1, 48_000), 48_000))
    # Never closed, as in a crash; what it is was written down when it began.
    studio.store.keep_draft(session_id, "", VOICE, packed(id=id, at=42.0, instructor="王老师"))
    page = open_review()
    qtbot.waitUntil(lambda: len(page.judgement.notes) == 1, timeout=20_000)
    (note,) = page.judgement.notes
    assert (note.at, note.voice, note.instructor) == (42.0, id, "王老师")
    assert note.voice_s is not None and note.voice_s >= 2.0
    assert studio.store.voice_path(session_id, id).exists() and not part.exists()
    assert studio.store.drafts(session_id, "") == {}
    del voice
