"""The review room on a real session: what it shows, where a click goes, what an instructor may say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from simulator.domain.findings import RuleBroken
from simulator.domain.session import Ending
from simulator.domain.units import Span
from simulator.live.studio import Studio
from simulator.ui.app import dress
from simulator.ui.review.instructor import NameDialog
from simulator.ui.review.page import LEAD, ReviewPage
from simulator.ui.review.player import Trouble
from simulator.ui.theme import DARK, LIGHT, Theme
from simulator.ui.translations import ScreenLanguage, Translations
from tests.metrics.test_machine import FINE
from tests.ui.review.conftest import EVIL, FPS, TRAINEE, Open, brightness


def loaded(qtbot: QtBot, page: ReviewPage) -> ReviewPage:
    """Wait for the recording's first picture."""
    qtbot.waitUntil(lambda: page.screen_.has_picture, timeout=20_000)
    return page


def red_line(page: ReviewPage) -> RuleBroken:
    assert page.session is not None
    return next(broken for broken in page.session.grave if broken.severity == 4)


def gate(page: ReviewPage, id: str) -> bool | None:
    assert page.session is not None
    return next(each.passed for each in page.session.result(page.judgement).gates if each.id == id)


def test_it_plays_with_its_picture(qtbot: QtBot, open_review: Open) -> None:
    page = loaded(qtbot, open_review())
    assert page.session is not None
    assert page.player.length == pytest.approx(page.session.log.length, abs=0.3)
    qtbot.keyClick(page, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.player.playing and page.player.at > 0.2, timeout=20_000)
    assert page.transport.play_button.accessibleName() == "Pause"
    qtbot.keyClick(page, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not page.player.playing)


@pytest.mark.parametrize("number", [203, 357, 1001])
def test_a_moment_shows_its_own_picture(qtbot: QtBot, open_review: Open, number: int) -> None:
    page = loaded(qtbot, open_review())
    page.player.seek(number / FPS)
    expected = (number * 10 % 100) * 255 / 219

    def there() -> None:
        frame = page.screen_._frame
        assert frame is not None
        assert brightness(frame.toImage()) == pytest.approx(expected, abs=6)

    qtbot.waitUntil(there, timeout=20_000)
    assert page.player.at == number / FPS


def test_a_click_on_evidence_plays_from_just_before_it(qtbot: QtBot, open_review: Open) -> None:
    page = loaded(qtbot, open_review())
    row = page.scorecard.rows["A1"]
    first = row.judged.mark.measurement.evidence[0]
    moved: list[float] = []
    page.player.moved.connect(moved.append)
    row.links.links[0].click()
    assert moved[0] == pytest.approx(first.span.start - LEAD)
    qtbot.waitUntil(lambda: page.player.playing)


def test_brackets_step_through_evidence_and_arrows_skip(qtbot: QtBot, open_review: Open) -> None:
    page = loaded(qtbot, open_review())
    assert page.session is not None
    starts = sorted({mark.span.start for mark in page.session.lanes.marks if mark.span.start > 0.1})
    for start in starts[:3]:
        qtbot.keyClick(page, Qt.Key.Key_BracketRight)
        assert page.player.at == pytest.approx(start)
    qtbot.keyClick(page, Qt.Key.Key_BracketLeft)
    assert page.player.at == pytest.approx(starts[1])
    page.player.seek(40.0)
    qtbot.keyClick(page, Qt.Key.Key_Left)
    assert page.player.at == 35.0
    qtbot.keyClick(page, Qt.Key.Key_Right)
    assert page.player.at == 40.0


def test_a_click_on_the_timeline_seeks(qtbot: QtBot, open_review: Open) -> None:
    page = open_review()
    line = page.timeline
    x = line.across(60.0)
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(line.room.top()) + 5))
    assert page.player.at == pytest.approx(60.0, abs=0.3)
    qtbot.keyClick(line, Qt.Key.Key_Home)
    assert page.player.at == 0.0
    assert {"Viewers", "Sales", "Explained", "Chat", "Speech", "Evidence"} <= set(line.lane_names)
    assert "viewer" in line.told_at(QPointF(x, line.room.top() + 5))


def test_a_level_needs_a_reason_and_keeps_the_machines(qtbot: QtBot, open_review: Open, studio: Studio) -> None:
    page = open_review()
    assert page.session is not None
    row = page.scorecard.rows["B1"]
    machine = row.judged.mark.level
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(20, 5))
    assert row.is_open
    editor = row.editor
    editor.levels[5].click()
    assert not editor.save.isEnabled()
    editor.reason.setText("   ")
    assert not editor.save.isEnabled()
    qtbot.keyClicks(editor.reason, "told it all")
    editor.save.click()
    kept = studio.store.judgement(page.entry.header.id).overrides
    assert [(word.level, word.machine_level, word.reason, word.instructor) for word in kept] == [
        (5, machine, "told it all", "王老师")
    ]
    assert row.dots.level == machine
    assert row.instructor.isVisible() and row.instructor.whole == "instructor 5"
    editor.levels[2].click()
    editor.reason.setText("on reflection")
    editor.save.click()
    assert editor.said[0].startswith("2: on reflection (王老师")
    assert editor.said[1].startswith("earlier 5: told it all")
    assert dict(page.session.result(page.judgement).levels)["B1"] == 2


def test_what_only_a_person_can_judge_is_given_the_same_way(open_review: Open) -> None:
    page = open_review()
    assert page.session is not None
    row = page.scorecard.rows["E5"]
    assert row.judged.mark.level is None and "instructor" in row.measured.whole
    page.judging.give_level("E5", 4, "<b>warm</b>")
    row.set_open(True)
    assert dict(page.session.result(page.judgement).levels)["E5"] == 4
    assert "<b>warm</b>" in row.editor.said[0]


def test_striking_a_red_line_opens_the_gate(qtbot: QtBot, open_review: Open, studio: Studio) -> None:
    page = open_review()
    assert gate(page, "G1") is None
    finding = page.scorecard.findings[red_line(page).id]
    assert not finding.strike.isEnabled()
    finding.reason.setText("quoting a viewer")
    finding.strike.click()
    qtbot.waitUntil(lambda: gate(page, "G1") is True, timeout=20_000)
    qtbot.waitUntil(lambda: "struck" in finding.state.whole)
    assert all(each.broken.id != finding.broken.id for p in page.session.said.passages for each in p.breaks)  # type: ignore[union-attr]
    kept = studio.store.scorecard(page.entry.header.id)
    assert kept is not None and next(each.passed for each in kept.gates if each.id == "G1") is True
    finding.reason.setText("no, it was meant")
    finding.stands.click()
    qtbot.waitUntil(lambda: gate(page, "G1") is False, timeout=20_000)
    assert "quoting a viewer" in finding.said.whole and "no, it was meant" in finding.said.whole


def test_the_instructor_is_asked_for_a_name_once(open_review: Open, studio: Studio) -> None:
    page = open_review(instructor="")
    page.judging.give_level("E5", 3, "fine")
    dialog = page.findChild(NameDialog)
    assert dialog is not None and not dialog.keep.isEnabled()
    dialog.name.setText("李老师")
    dialog.keep.click()
    assert studio.store.setting("review.instructor") == "李老师"
    page.judging.give_level("B3", 3, "fine too")
    assert [word.instructor for word in page.judgement.overrides] == ["李老师", "李老师"]
    assert page.bar.name.text() == "Instructor: 李老师"


def test_a_signature_falls_with_the_next_word(qtbot: QtBot, open_review: Open, studio: Studio) -> None:
    page = open_review()
    page.judging.sign()
    assert page.bar.state.whole == "✓ signed by 王老师"
    assert studio.store.session(page.entry.header.id).signed
    qtbot.keyClick(page, Qt.Key.Key_N)
    assert page.notes.text.hasFocus()
    qtbot.keyClicks(page.notes.text, "n [ ]")
    qtbot.keyClick(page.notes.text, Qt.Key.Key_Return)
    assert [note.text for note in page.judgement.notes] == ["n [ ]"]
    assert page.tabs["notes"].text() == "Notes 1"
    assert page.bar.state.whole == "waits for the instructor"


def test_a_note_stands_where_it_was_begun(qtbot: QtBot, open_review: Open) -> None:
    page = open_review()
    page.player.seek(33.0)
    qtbot.keyClick(page, Qt.Key.Key_N)
    page.player.seek(50.0)
    page.notes.text.setText("shorter")
    qtbot.keyClick(page.notes.text, Qt.Key.Key_Return)
    assert [note.at for note in page.judgement.notes] == [33.0]
    page.notes.list.clicked.emit(page.notes.list.moments.index(0))
    assert page.player.at == 33.0


def test_what_breaks_a_rule_is_marked_in_caption_and_transcript(open_review: Open) -> None:
    page = open_review()
    broken = red_line(page)
    page.player.seek((broken.said.start + broken.said.end) / 2)
    subtitle = page.screen_.subtitle
    assert subtitle is not None
    assert broken.quote in [subtitle.text[start:end] for start, end in subtitle.breaks]
    rows = page.transcript.list.moments.rows
    row = next(each for each in rows if broken.quote in each.text)
    assert any(row.text[each.start : each.end] == broken.quote and "S4" in each.tip for each in row.marked)
    assert page.transcript.list.delegate.current == rows.index(row)


def test_search_is_plain(open_review: Open) -> None:
    page = open_review()
    page.transcript.search.setText("三十九块九")
    assert page.transcript.list.moments.rowCount() == 2
    page.transcript.search.setText(".*")
    assert page.transcript.list.moments.rowCount() == 0
    assert not page.transcript.list.isVisible()


def test_a_viewers_name_and_comment_are_shown_as_they_are(open_review: Open) -> None:
    page = open_review()
    model = page.chat.list.moments
    number = next(number for number, row in enumerate(model.rows) if row.name == EVIL)
    words = model.index(number).data(Qt.ItemDataRole.DisplayRole)
    assert words.startswith(f"00:20 {EVIL}: 多少钱一箱<script>")
    labels = [label for label in page.findChildren(QLabel) if TRAINEE in label.text()]
    assert labels and all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)
    assert "&lt;i&gt;" in page.bar.who.toolTip()


def test_every_model_follows_the_rules(qtmodeltester, open_review: Open) -> None:
    page = open_review()
    page.judging.note(1.0, "x")
    for model in (each.list.moments for each in (page.transcript, page.chat, page.reasons, page.notes)):
        assert model.rowCount() > 0
        qtmodeltester.check(model)


def test_without_a_recording_the_clock_moves_all_the_same(open_review: Open, studio: Studio, session_id: str) -> None:
    studio.store.recording_path(session_id).unlink()
    page = open_review()
    assert page.player.trouble is Trouble.NO_RECORDING
    assert "no recording" in page.screen_.words
    assert not page.transport.play_button.isEnabled()
    page.scorecard.rows["A1"].links.links[0].click()
    first = page.scorecard.rows["A1"].judged.mark.measurement.evidence[0]
    assert page.player.at == pytest.approx(first.span.start - LEAD)


def test_a_damaged_recording_is_told(qtbot: QtBot, open_review: Open, studio: Studio, session_id: str) -> None:
    studio.store.recording_path(session_id).write_bytes(b"this is no film" * 99)
    page = open_review()
    qtbot.waitUntil(lambda: page.player.trouble is Trouble.UNREADABLE, timeout=20_000)
    assert "damaged" in page.screen_.words
    assert not page.transport.play_button.isEnabled()


def test_a_session_cut_off_offers_to_finish(qtbot: QtBot, open_review: Open, studio: Studio, session_id: str) -> None:
    studio.store.end(session_id, Ending.ON_AIR)
    page = open_review()
    assert page.notice.finish.isVisible() and "cut off" in page.notice.hint.whole
    assert not page.bar.sign.isEnabled()
    with qtbot.waitSignal(page.finish_asked) as asked:
        page.notice.finish.click()
    assert asked.args == [session_id]


@pytest.mark.parametrize("ending", ["html", "pdf"])
def test_the_report_is_written(qtbot: QtBot, open_review: Open, tmp_path: Path, ending: str) -> None:
    page = open_review()
    out = tmp_path / f"report.{ending}"
    page.exports.write(out)
    qtbot.waitUntil(out.exists, timeout=20_000)
    assert out.read_bytes()[:4] in (b"%PDF", b"<!DO", b"<!do")
    assert not list(tmp_path.glob("*.part"))


def test_a_report_that_cannot_be_written_says_so(qtbot: QtBot, open_review: Open, tmp_path: Path) -> None:
    from simulator.ui.dialogs import Message

    page = open_review()
    page.exports.write(tmp_path / "missing" / "report.html")
    qtbot.waitUntil(lambda: bool(page.window().findChildren(Message)), timeout=20_000)
    assert "There is no folder" in page.window().findChildren(Message)[0].sentence.whole


@pytest.mark.parametrize("language", list(ScreenLanguage))
@pytest.mark.parametrize(("tokens", "scale"), [(DARK, 1.0), (LIGHT, 1.5), (DARK, 1.75), (LIGHT, 2.0)])
def test_it_fits_the_lab_screen(
    qapp, open_review: Open, translations: Translations, language: ScreenLanguage, tokens: object, scale: float
) -> None:
    translations.use(language)
    look = Theme(tokens, scale)  # type: ignore[arg-type]
    dress(qapp, look)
    page = open_review(look, language)
    assert page.width() == 1366 and page.height() == 768
    assert page.minimumSizeHint().width() <= 1366 and page.minimumSizeHint().height() <= 768
    for button in page.findChildren(QAbstractButton):
        if button.isVisible() and button.text():
            assert button.width() >= button.fontMetrics().horizontalAdvance(button.text()), button.text()
            assert button.accessibleName()


def test_all_is_reached_by_tab(open_review: Open) -> None:
    page = open_review()
    reached = set()
    widget = page.nextInFocusChain()
    while widget is not page:
        reached.add(widget)
        widget = widget.nextInFocusChain()
    for button in page.findChildren(QAbstractButton):
        if button.isVisible():
            assert button in reached and button.focusPolicy() & Qt.FocusPolicy.TabFocus, button.text()
    assert page.timeline.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_voice_and_picture_are_shown_and_a_click_goes_there(qtbot: QtBot, open_review: Open) -> None:
    page = loaded(qtbot, open_review())
    page.tabs["sensed"].click()
    rows = page.sensed.list.moments.rows
    said = {row.name: row.text for row in rows}
    assert "characters/min" in said["Pace"]
    assert said["Looking at the camera"] == "—"
    silence = next(row for row in rows if row.name == "Longest silence")
    assert silence.at is not None
    page.sensed.list.activated.emit(page.sensed.list.moments.index(rows.index(silence)))
    assert page.player.at == pytest.approx(silence.at)


def test_the_machine_stands_on_the_timeline(open_review: Open, studio: Studio, session_id: str) -> None:
    studio.store.append(session_id, [FINE, replace(FINE, at=20.0, dropped=3)])
    page = open_review()
    (lane,) = [each for each in page.timeline._rows if each.name == "Machine"]
    assert lane.tell(5.0, Span(4.0, 6.0)) == "29.9 pictures a second · captions within 0.8 s · 0.6 cores in use"
    assert "3 dropped" in lane.tell(15.0, Span(14.0, 16.0)) and lane.tell(60.0, Span(59.0, 61.0)) == ""


def test_a_review_that_was_left_counts_nothing_any_more(open_review: Open) -> None:
    page = open_review()
    page.close()
    page.judging.question_machine(lambda _agreement: None)
    assert not page.judging._counting.is_active
