"""Everything there is to take away, through the export dialog and by keyboard, read back from the files."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import av
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog
from pytestqt.qtbot import QtBot

from simulator.live.studio import Studio
from simulator.ui.dialogs import Message
from simulator.ui.review.page import ReviewPage
from simulator.ui.sharing.export_dialog import AROUND, ExportDialog, Moment
from simulator.ui.sharing.orders import ENDINGS, Kind
from tests.reports.dossiers import Page
from tests.reports.xapi_structure import Statement
from tests.ui.controls import used_controls
from tests.ui.review.conftest import FPS, TRAINEE, Open


def asked(qtbot: QtBot, page: ReviewPage) -> ExportDialog:
    """The dialog, opened by its key."""
    page.window().activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is page.window())
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = [each for each in page.window().findChildren(ExportDialog) if each.isVisible()]
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    return dialog


def told(qtbot: QtBot, page: ReviewPage) -> str:
    """What the message at the end says; it is closed."""
    qtbot.waitUntil(lambda: any(each.isVisible() for each in page.window().findChildren(Message)), timeout=120_000)
    (message,) = [each for each in page.window().findChildren(Message) if each.isVisible()]
    words = message.sentence.whole
    QTest.keyClick(message.yes, Qt.Key.Key_Return)
    return words


def exported(qtbot: QtBot, page: ReviewPage, kind: Kind, folder: Path, *, ending: str = "") -> Path:
    """A file of this kind, asked for with keys only."""
    dialog = asked(qtbot, page)
    for _ in range(list(Kind).index(kind)):
        qtbot.keyClick(dialog.kinds, Qt.Key.Key_Down)
    assert dialog.kind is kind
    if ending and ending != ENDINGS[kind][0]:
        dialog.format.setFocus()
        qtbot.keyClick(dialog.format, Qt.Key.Key_Down)
    path = folder / f"out.{ending or ENDINGS[kind][0]}"
    dialog.file.setFocus()
    dialog.file.selectAll()
    qtbot.keyClicks(dialog.file, str(path))
    qtbot.keyClick(dialog.file, Qt.Key.Key_Return)
    assert "out" in told(qtbot, page)
    assert not list(folder.glob("*.part"))
    return path


@pytest.mark.parametrize("kind", [Kind.TRAINEE, Kind.EVIDENCE, Kind.CLASS])
def test_reports_are_pages_and_paper(qtbot: QtBot, open_review: Open, tmp_path: Path, kind: Kind) -> None:
    page = open_review()
    read = Page(exported(qtbot, page, kind, tmp_path, ending="html").read_text("utf-8"))
    assert TRAINEE in read.words and "script" not in read.tags and not read.handlers and not read.open
    assert all(each.startswith("data:image/jpeg;base64,") for each in read.fetched)
    if kind is not Kind.CLASS:
        assert read.fetched, "pictures of the recording"
    document = QPdfDocument()
    assert document.load(str(exported(qtbot, page, kind, tmp_path))) is QPdfDocument.Error.None_
    whole = "".join(document.getAllText(number).text() for number in range(document.pageCount()))
    assert "小雨" in whole


def test_tables_captions_and_statements(qtbot: QtBot, open_review: Open, tmp_path: Path) -> None:
    page = open_review()
    table = exported(qtbot, page, Kind.CSV, tmp_path).read_text("utf-8-sig")
    assert next(csv.DictReader(table.splitlines()))["who"] == TRAINEE
    assert "-->" in exported(qtbot, page, Kind.SRT, tmp_path).read_text("utf-8")
    assert exported(qtbot, page, Kind.VTT, tmp_path).read_text("utf-8").startswith("WEBVTT")
    statements = json.loads(exported(qtbot, page, Kind.XAPI, tmp_path).read_text("utf-8"))
    assert [Statement.model_validate(each) for each in statements]
    assert "小雨" not in json.dumps(statements, ensure_ascii=False)


def test_everything_as_json(qtbot: QtBot, open_review: Open, tmp_path: Path, session_id: str) -> None:
    assert json.loads(exported(qtbot, open_review(), Kind.JSON, tmp_path).read_text("utf-8"))["session"] == session_id


def test_a_clip_shows_its_moment_and_a_little_around_it(qtbot: QtBot, open_review: Open, tmp_path: Path) -> None:
    page = open_review()
    dialog = asked(qtbot, page)
    dialog.choose(Kind.CLIP)
    assert page.session is not None
    marks = page.session.lanes.marks
    shortest = min(range(len(marks)), key=lambda number: marks[number].span.length)
    for _ in range(shortest + 1):
        qtbot.keyClick(dialog.moment, Qt.Key.Key_Down)
    moment = dialog.moment.currentData()
    assert isinstance(moment, Moment) and moment.span == marks[shortest].span
    out = tmp_path / "clip.mp4"
    dialog.file.setText(str(out))
    QTest.keyClick(dialog.go, Qt.Key.Key_Return)
    assert "clip.mp4" in told(qtbot, page)
    start, end = max(0.0, moment.span.start - AROUND), moment.span.end + AROUND
    with av.open(str(out)) as container:
        times = [frame.time for frame in container.decode(video=0)]
    expected = [number / FPS - start for number in range(2000) if start <= number / FPS < end]
    assert times[-len(expected) :] == pytest.approx(expected, abs=0.002) and times[0] == 0.0


def test_without_a_recording_there_is_no_film_to_choose(
    qtbot: QtBot, open_review: Open, studio: Studio, session_id: str
) -> None:
    studio.store.recording_path(session_id).unlink()
    dialog = asked(qtbot, open_review())
    names = [dialog.kinds.item(row).text() for row in range(dialog.kinds.count())]
    assert len(names) == len(Kind) - 2 and not any("Film" in name or "Clip" in name for name in names)
    assert not dialog.pictures.isEnabled()
    dialog.reject()


def test_a_file_is_named_so_that_every_system_takes_it(qtbot: QtBot, open_review: Open, tmp_path: Path) -> None:
    dialog = asked(qtbot, open_review())
    assert not set(Path(dialog.file.text()).name) & set('<>:"/\\|?*')
    assert dialog.file.text().endswith("S01 " + dialog._choice.header.began_utc[:10] + " 1 trainee.pdf")
    dialog.file.setText(str(tmp_path / "what?.PDF"))
    assert dialog.order().path == tmp_path / "what-.pdf"
    dialog.file.setText(str(tmp_path / "CON"))
    assert dialog.order().path == tmp_path / "bolian-CON.pdf"
    dialog.reject()


def test_a_missing_folder_is_said_at_once_and_a_file_is_replaced_only_after_a_yes(
    qtbot: QtBot, open_review: Open, tmp_path: Path
) -> None:
    page = open_review()
    dialog = asked(qtbot, page)
    dialog.choose(Kind.SRT)
    dialog.file.setText(str(tmp_path / "missing" / "x.srt"))
    QTest.keyClick(dialog.go, Qt.Key.Key_Return)
    assert dialog.isVisible() and "There is no folder" in dialog.trouble.whole
    there = tmp_path / "x.srt"
    there.write_text("before", encoding="utf-8")
    dialog.file.setText(str(there))
    QTest.keyClick(dialog.go, Qt.Key.Key_Return)
    (question,) = dialog.findChildren(Message)
    assert question.no is not None
    QTest.keyClick(question.no, Qt.Key.Key_Return)
    assert there.read_text("utf-8") == "before" and dialog.isVisible()
    QTest.keyClick(dialog.go, Qt.Key.Key_Return)
    again = next(each for each in dialog.findChildren(Message) if each.isVisible())
    QTest.keyClick(again.yes, Qt.Key.Key_Return)
    told(qtbot, page)
    assert "-->" in there.read_text("utf-8")


def test_an_address_that_is_none_is_asked_for_again(qtbot: QtBot, open_review: Open, tmp_path: Path) -> None:
    dialog = asked(qtbot, open_review())
    dialog.choose(Kind.XAPI)
    dialog.iri.setText("school")
    dialog.file.setText(str(tmp_path / "x.json"))
    QTest.keyClick(dialog.go, Qt.Key.Key_Return)
    assert dialog.isVisible() and "school" in dialog.trouble.whole and not list(tmp_path.glob("*.json"))
    dialog.reject()


def test_every_control_of_the_export_dialog(qtbot: QtBot, open_review: Open, tmp_path: Path, studio: Studio) -> None:
    with used_controls("sharing", without=("sharing/writing.py",)) as uses:
        page = open_review()
        first = asked(qtbot, page)
        uses.press(first.cancel)
        qtbot.waitUntil(lambda: not any(isinstance(each, ExportDialog) for each in QApplication.topLevelWidgets()))
        dialog = asked(qtbot, page)
        uses.press(dialog.pictures, by_key=True)
        assert not dialog.order().pictures
        dialog.choose(Kind.EVIDENCE)
        uses.press(dialog.transcript)
        assert dialog.order().transcript
        dialog.choose(Kind.XAPI)
        uses.press(dialog.named, by_key=True)
        assert dialog.order().named
        uses.press(dialog.browse, by_key=True)
        (chooser,) = dialog.findChildren(QFileDialog)
        chooser.selectFile(str(tmp_path / "chosen.json"))
        chooser.fileSelected.emit(str(tmp_path / "chosen.json"))
        chooser.reject()
        assert dialog.file.text() == str(tmp_path / "chosen.json")
        uses.press(dialog.go, by_key=True)
        told(qtbot, page)
    assert "小雨" in (tmp_path / "chosen.json").read_text("utf-8")
    assert studio.store.setting("export.folder") == str(tmp_path)


@pytest.mark.parametrize("kind", [Kind.TRAINEE, Kind.CLIP, Kind.XAPI])
def test_tab_reaches_every_part(qtbot: QtBot, open_review: Open, kind: Kind) -> None:
    dialog = asked(qtbot, open_review())
    dialog.choose(kind)
    dialog.kinds.setFocus()
    reached = set()
    for _ in range(40):
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.add(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    wanted = [part for parts in dialog._rows.values() for part in parts if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
    for part in (*wanted, dialog.file, dialog.browse, dialog.cancel, dialog.go):
        if part.isVisible() and part.isEnabled():
            name = part.text() if isinstance(part, QCheckBox) else part.accessibleName()
            assert name and part in reached, name
    dialog.reject()
