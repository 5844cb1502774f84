"""What makes marks defensible, by key and mouse on a real page and store."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from simulator.domain.privacy import Act
from simulator.domain.said import SealState
from simulator.domain.units import Span
from simulator.live.studio import Studio
from simulator.ui.check.device_box import MICROPHONE
from simulator.ui.dialogs import Message
from simulator.ui.review.page import ReviewPage
from simulator.ui.sharing.orders import Kind, Order
from tests.media_files import tone, write_sound
from tests.ui.review.conftest import Open
from tests.ui.review.test_page import gate, red_line

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def message() -> Message:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, Message) and each.isVisible()][-1]


def told_something() -> bool:
    return any(isinstance(each, Message) and each.isVisible() for each in QApplication.topLevelWidgets())


def total(page: ReviewPage) -> float | None:
    assert page.session is not None
    return page.session.result(page.judgement).total


def complete(page: ReviewPage) -> None:
    """Give every criterion a level: there is a total then."""
    for id in page.scorecard.rows:
        page.judging.give_level(id, 3, "seen")


# ------------------------------------------------------------------------------------ second thoughts


def test_a_level_is_taken_back_and_given_again_by_key(qtbot: QtBot, open_review: Open, studio: Studio) -> None:
    page = open_review()
    assert page.marks.line.undo.isHidden() and page.marks.line.redo.isHidden()
    complete(page)
    before, words = page.score.total.whole, len(page.judgement.overrides)
    page.judging.give_level("F5", 1, "not so")
    changed = page.score.total.whole
    assert changed != before, "recomputed at once"
    assert page.marks.line.undo.accessibleName() == "Undo level 1 for F5 (Ctrl+Z)"
    qtbot.keyClick(page, Qt.Key.Key_Z, CTRL)
    assert page.score.total.whole == before and len(page.judgement.overrides) == words
    assert page.marks.line.undo.accessibleName() != "Undo level 1 for F5 (Ctrl+Z)"
    assert page.marks.line.redo.accessibleName() == "Redo level 1 for F5 (Ctrl+Shift+Z)"
    qtbot.keyClick(page, Qt.Key.Key_Z, CTRL | SHIFT)
    assert page.score.total.whole == changed and page.judgement.overrides[-1].level == 1
    said = studio.store.said(page.entry.header.id)
    assert all(each.holds for each in said) and len(said) == words + 3, "every word stands where it was said"


def test_a_field_keeps_its_own_undo(qtbot: QtBot, open_review: Open) -> None:
    page = open_review()
    page.judging.note(1.0, "stays")
    page.tabs["notes"].click()
    page.notes.text.setFocus()
    qtbot.keyClicks(page.notes.text, "typo")
    qtbot.keyClick(page.notes.text, Qt.Key.Key_Z, CTRL)
    assert page.notes.text.text() == "" and len(page.judgement.notes) == 1


def test_a_red_line_taken_back_scores_anew(qtbot: QtBot, open_review: Open) -> None:
    page = open_review()
    broken = red_line(page)
    page.judging.decide(broken.id, True, "it does")
    qtbot.waitUntil(lambda: gate(page, "G1") is False)
    page.marks.undo()
    qtbot.waitUntil(lambda: gate(page, "G1") is None)
    assert page.scorecard.findings[broken.id].state.whole == "waits for your word"


def test_undo_is_there_after_the_program_was_started_again(open_review: Open) -> None:
    open_review().judging.note(7.0, "of before")
    page = open_review()
    assert page.marks.line.undo.accessibleName() == "Undo note at 00:07 (Ctrl+Z)"
    page.marks.undo()
    assert page.judgement.notes == ()


# ------------------------------------------------------------------------------------ evidence


def test_a_span_is_held_up_by_key_where_it_plays(qtbot: QtBot, open_review: Open, studio: Studio) -> None:
    page = open_review()
    page.scorecard.rows["B1"].set_open(True)
    page.player.seek(5.0)
    qtbot.keyClick(page, Qt.Key.Key_E)
    assert "begins at 00:05" in page.marks.evidence.words.whole
    page.player.seek(12.0)
    qtbot.keyClick(page, Qt.Key.Key_E)
    assert page.marks.evidence.span == Span(5.0, 12.0)
    assert page.marks.evidence.criterion.currentData() == "B1" and page.marks.evidence.add.hasFocus()
    qtbot.keyClick(page.marks.evidence.add, Qt.Key.Key_Return)
    (word,) = studio.store.judgement(page.entry.header.id).evidence
    assert (word.criterion, word.span, word.instructor) == ("B1", Span(5.0, 12.0), "王老师")
    assert word.quote, "what was said in it"
    own = page.scorecard.rows["B1"].own
    assert own is not None and len(own.links) == 1
    with qtbot.waitSignal(page.scorecard.sought) as sought:
        qtbot.mouseClick(own.links[0], Qt.MouseButton.LeftButton)
    assert sought.args == [5.0]
    assert page.session is not None
    assert ("B1", Span(5.0, 12.0)) in {(mark.criterion, mark.span) for mark in page.session.lanes.marks}
    page.marks.undo()
    assert page.scorecard.rows["B1"].own is None
    assert ("B1", Span(5.0, 12.0)) not in {(mark.criterion, mark.span) for mark in page.session.lanes.marks}


def test_phrases_are_held_up_from_the_transcript(qtbot: QtBot, open_review: Open) -> None:
    page = open_review()
    page.tabs["transcript"].click()
    rows = page.transcript.list
    rows.setFocus()
    rows.setCurrentIndex(rows.moments.index(1))
    qtbot.keyClick(rows, Qt.Key.Key_Down, SHIFT)
    assert page.transcript.evidence.isVisible()
    qtbot.mouseClick(page.transcript.evidence, Qt.MouseButton.LeftButton)
    assert page.session is not None
    first, second = (each.phrase for each in page.session.said.passages[1:3])
    assert page.marks.evidence.span == Span(first.said.start, second.said.end)
    page.marks.evidence.criterion.setCurrentIndex(page.marks.evidence.criterion.findData("C1"))
    page.marks.evidence.add.click()
    assert page.judgement.evidence[-1].quote == f"{first.text} {second.text}"
    assert page.judgement.evidence[-1].criterion == "C1"


def test_a_span_can_be_let_go(qtbot: QtBot, open_review: Open) -> None:
    page = open_review()
    page.marks.add_evidence(Span(1.0, 2.0), "x")
    assert page.marks.evidence.isVisible()
    qtbot.keyClick(page.marks.evidence, Qt.Key.Key_Escape)
    assert page.marks.evidence.isHidden() and page.judgement.evidence == ()


def test_an_open_criterion_tells_its_formula_with_its_numbers(open_review: Open) -> None:
    page = open_review()
    for id, words in (("D2", "per 10 min on air"), ("E5", "description that fits"), ("B1", "Mandatory facts told")):
        row = page.scorecard.rows[id]
        row.set_open(True)
        assert row.formula is not None and row.formula.isVisible() and words in row.formula.whole
    formula = page.scorecard.rows["D2"].formula
    mark = page.scorecard.rows["D2"].judged.mark
    assert formula is not None and not formula.isVisible(), "only of the open one"
    if mark.level is not None:
        assert f"which is level {mark.level}" in formula.whole and "points × weight" in formula.whole


# ------------------------------------------------------------------------------------ spoken notes


@pytest.fixture
def spoken(studio: Studio, tmp_path: Path) -> Path:
    """A file that stands for the instructor's microphone, said at once."""
    sound = write_sound(tmp_path / "said.wav", [tone(1.2, 48_000)], 48_000)
    studio.store.keep_setting(MICROPHONE, f"file:{sound}")
    studio.clock.time = 1000.0  # type: ignore[attr-defined]
    return sound


def speak(qtbot: QtBot, page: ReviewPage, studio: Studio) -> None:
    """Press V, let the file be heard to its end, which keeps the note."""
    before = len(page.judgement.notes)
    qtbot.keyClick(page, Qt.Key.Key_M)
    assert page.marks.voice.recording

    def heard() -> bool:
        studio.clock.time += 0.5  # type: ignore[attr-defined]
        return len(page.judgement.notes) > before

    qtbot.waitUntil(heard, timeout=20_000)


@pytest.mark.usefixtures("spoken")
def test_a_note_is_spoken_played_and_deleted_for_good(
    qtbot: QtBot, open_review: Open, studio: Studio, session_id: str
) -> None:
    page = open_review()
    page.player.seek(20.0)
    speak(qtbot, page, studio)
    (note,) = page.judgement.notes
    assert note.at == 20.0 and note.voice and note.text == "" and note.voice_s == pytest.approx(1.2, abs=0.1)
    path = studio.store.voice_path(session_id, note.voice)
    assert path.exists() and page.notes.list.moments.rowCount() == 1
    assert "spoken, 00:01" in page.notes.list.moments.index(0).data()
    page.notes.list.setCurrentIndex(page.notes.list.moments.index(0))
    assert page.notes.play.isVisible() and page.notes.away.isVisible()
    with qtbot.waitSignal(page.marks.player.playing_changed, timeout=20_000):
        qtbot.mouseClick(page.notes.play, Qt.MouseButton.LeftButton)
    page.marks.player.stop()
    qtbot.mouseClick(page.notes.away, Qt.MouseButton.LeftButton)
    message().accept()
    qtbot.waitUntil(lambda: page.judgement.notes == ())
    assert not path.exists() and page.marks.line.redo.isHidden()


@pytest.mark.usefixtures("spoken")
def test_a_note_being_spoken_is_kept_when_the_page_goes(
    qtbot: QtBot, open_review: Open, studio: Studio, session_id: str
) -> None:
    page = open_review()
    qtbot.keyClick(page, Qt.Key.Key_M)
    dictation = page.marks.voice._dictation
    assert dictation is not None

    def begun() -> bool:
        studio.clock.time += 0.2  # type: ignore[attr-defined]
        return dictation.spoken > 0

    qtbot.waitUntil(begun, timeout=20_000)
    page.close()
    (note,) = studio.store.judgement(session_id).notes
    assert note.voice_s is not None and note.voice_s > 0
    assert studio.store.voice_path(session_id, note.voice).exists()


def test_without_a_microphone_it_is_said_and_nothing_is_left(
    qtbot: QtBot, open_review: Open, studio: Studio, session_id: str, tmp_path: Path
) -> None:
    studio.store.keep_setting(MICROPHONE, f"file:{tmp_path / 'none.wav'}")
    page = open_review()
    qtbot.keyClick(page, Qt.Key.Key_M)
    qtbot.waitUntil(lambda: not page.marks.voice.recording, timeout=20_000)
    qtbot.waitUntil(
        lambda: any(isinstance(each, Message) and each.isVisible() for each in QApplication.topLevelWidgets())
    )
    message().accept()
    qtbot.waitUntil(lambda: studio.store.drafts(session_id, "") == {})
    assert page.judgement.notes == () and studio.store.unfinished_voices(session_id) == ()


# ------------------------------------------------------------------------------------ signed versions


def sign(qtbot: QtBot, page: ReviewPage) -> None:
    page.bar.sign.click()
    message().accept()
    qtbot.waitUntil(lambda: page.judgement.signed_by is not None)


def test_every_signed_version_stays_with_its_trail(qtbot: QtBot, open_review: Open, studio: Studio) -> None:
    page = open_review()
    assert page.marks.line.versions.isHidden()
    complete(page)
    page.judging.give_level("F5", 2, "too loud")
    sign(qtbot, page)
    qtbot.waitUntil(lambda: page.marks.line.versions.isVisible())
    first = total(page)
    assert page.marks.line.undo.isHidden(), "what was signed is not taken back by a key"
    page.judging.give_level("F5", 5, "heard again")
    assert page.bar.state.text() == "changed since version 1"
    assert studio.store.session(page.entry.header.id).total == pytest.approx(first), "fixed until it is signed anew"
    sign(qtbot, page)
    qtbot.waitUntil(lambda: page.marks.line.versions.accessibleName() == "2 signed versions")
    page.judging.note(3.0, "later")
    page.marks.line.versions.setFocus()
    qtbot.keyClick(page.marks.line.versions, Qt.Key.Key_Return)
    told = message().lines.toPlainText()
    message().accept()
    assert told.count("✓ seal intact") == 2
    assert "Version 1 · signed by 王老师" in told and f"total {first:.1f} → {total(page):.1f}" in told
    assert "level 2 for F5: too loud (王老师" in told and "level 5 for F5: heard again" in told
    assert "Since then, not signed:" in told and "note at 00:03: later" in told
    assert page.marks.alarm.isHidden()


def test_a_result_changed_by_hand_is_shown(
    qtbot: QtBot, open_review: Open, studio: Studio, session_id: str, tmp_path: Path
) -> None:
    page = open_review()
    sign(qtbot, page)
    page.close()
    with closing(sqlite3.connect(tmp_path / "data" / "bolian.db")) as other:
        other.execute("DROP TRIGGER judgement_words_stay")
        other.execute("UPDATE judgement_words SET body = json_set(body, '$.total', 100.0) WHERE kind = 'signature'")
        other.commit()
    again = open_review()
    qtbot.waitUntil(lambda: again.marks.alarm.isVisible())
    assert "Changed by hand after it was signed: the signature itself" in again.marks.alarm.whole
    assert again.marks.line.versions.accessibleName().startswith("✗ 1 signed version")
    assert studio.store.resting(session_id).versions(studio.store.seal_key())[0].state is SealState.ALTERED


# ------------------------------------------------------------------------------------ who looked


def test_a_look_is_noted_with_its_end_and_what_was_taken_along(
    qtbot: QtBot, open_review: Open, studio: Studio, session_id: str, tmp_path: Path
) -> None:
    page = open_review()
    page.exports.carry_out(Order(kind=Kind.CSV, path=tmp_path / "a.csv", language="en"))
    qtbot.waitUntil(told_something, timeout=20_000)
    message().accept()
    page.exports.carry_out(Order(kind=Kind.EVIDENCE, path=tmp_path / "a.html", language="en", pictures=False))
    qtbot.waitUntil(told_something, timeout=60_000)
    message().accept()
    page.close()
    told = studio.store.accesses(session_id)
    assert [(each.act, each.detail, each.instructor) for each in told] == [
        (Act.EXPORTED, "html", "王老师"),
        (Act.EXPORTED, "csv", "王老师"),
        (Act.OPENED, "", "王老师"),
    ]
    assert told[2].until_utc is not None and all("a.html" not in each.detail for each in told)
