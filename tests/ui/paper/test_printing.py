"""Reports on paper, read back: the text that was written, sharp drawings, page numbers, one page for the trainee."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QImage
from PySide6.QtPdf import QPdfDocument

from simulator.domain.judgement import Judgement, Override
from simulator.domain.units import Text
from simulator.ports import ContentError
from simulator.reports.class_report import class_report
from simulator.reports.dossier import NextStep
from simulator.reports.evidence import evidence_report
from simulator.reports.pages import Medium, Report
from simulator.reports.trainee import TIGHTEST, trainee_report, wanted_stills
from simulator.ui.offscreen import arguments
from simulator.ui.paper import fonts
from simulator.ui.paper.fonts import paper_families, paper_font
from simulator.ui.paper.letters import put_right, twins
from simulator.ui.paper.printing import Paper, printed
from simulator.ui.sharing.orders import Kind, Order
from simulator.ui.sharing.reporting import write_report
from tests.rehearsed import good_run
from tests.reports.dossiers import ATTACK, FORMULA, WHEN, dossier_of, rules, weak_run
from tests.reports.test_class_report import a_class

pytestmark = pytest.mark.usefixtures("qapp")


def opened(report: Report, folder: Path) -> QPdfDocument:
    path = folder / "report.pdf"
    path.write_bytes(printed(report))
    document = QPdfDocument()
    assert document.load(str(path)) is QPdfDocument.Error.None_
    return document


def pages(document: QPdfDocument) -> list[str]:
    return [" ".join(document.getAllText(number).text().split()) for number in range(document.pageCount())]


def packed(text: str) -> str:
    """Without spaces: where lines break is the page's affair."""
    return "".join(text.split())


@pytest.mark.parametrize(("language", "words"), [("zh", "接下来做这三件事"), ("en", "Three things to do next")])
def test_the_trainees_report_is_one_page_then_the_details(tmp_path: Path, language: str, words: str) -> None:
    said, instead = "一句很长很长的话" * 12, "换一种很长很长的说法" * 14
    steps = tuple(
        NextStep(criterion="C1", at=at, what=Text("要做的一件事" * 6, "a thing to do " * 9), said=said, instead=instead)
        for at in (60.0, 61.0, 590.0)
    )
    dossier = dossier_of(good_run().log(), rules=rules(), steps=steps, trainee="名字很长的一位学员" * 2)
    jpeg = cv2.imencode(".jpg", np.full((234, 416, 3), 120, np.uint8))[1].tobytes()
    dossier = replace(dossier, stills=dict.fromkeys(wanted_stills(dossier), jpeg))
    assert Paper(trainee_report(dossier, language, Medium.PAPER)).first_part == 2, "it is too much as it is"
    assert Paper(trainee_report(dossier, language, Medium.PAPER, TIGHTEST)).first_part == 1
    out = tmp_path / "report.pdf"
    write_report(Order(kind=Kind.TRAINEE, path=out, language=language, pictures=False), dossier, None)
    document = QPdfDocument()
    document.load(str(out))
    first, second, *_ = pages(document)
    assert words in first and "10:00" in first, "the timeline's end is on it"
    assert ("各项明细" if language == "zh" else "The details") in second


def test_what_is_usual_finds_room_with_its_pictures() -> None:
    dossier = dossier_of(weak_run().log(), rules=rules())
    jpeg = cv2.imencode(".jpg", np.full((234, 416, 3), 120, np.uint8))[1].tobytes()
    dossier = replace(dossier, stills=dict.fromkeys(wanted_stills(dossier), jpeg))
    for language in ("zh", "en"):
        assert Paper(trainee_report(dossier, language, Medium.PAPER)).first_part == 1


def test_every_letter_comes_back_as_it_was_written(tmp_path: Path) -> None:
    """Chinese letters that share their glyph with a radical, and figures behind Latin ones."""
    hard = "人工智能一口自行车言语文字方面高大长女门马山水ab12 v2"
    document = opened(trainee_report(dossier_of(good_run().log(), trainee=hard), "zh", Medium.PAPER), tmp_path)
    whole = "".join(pages(document))
    assert packed(hard) in packed(whole) and packed("人工智能一口自行车言语文字方面") in packed(pages(document)[0])
    assert not re.search("[\u2e80-\u2fdf]", whole), "no radical stands for a letter"
    assert packed("辛苦了！") in packed(whole)


def test_the_file_is_whole_after_letters_were_put_right() -> None:
    report = trainee_report(dossier_of(good_run().log()), "zh", Medium.PAPER)
    content = printed(report)
    assert content.rstrip().endswith(b"%%EOF") and b"/Prev " in content
    starts = [int(each) for each in re.findall(rb"startxref\s+(\d+)", content)]
    assert all(content[start : start + 4] == b"xref" for start in starts)
    assert put_right(content, {}) == content
    assert put_right(b"no PDF at all", {0x2F42: 0x6587}) == b"no PDF at all"


def test_twins_are_found_in_the_font_itself() -> None:
    families = paper_families()
    found = twins(["文字 ABC"], [paper_font(families)])
    assert set(found.values()) <= {ord(letter) for letter in "文字 ABC"}
    assert twins(["⽂"], [paper_font(families)]) == {}, "who writes the radical gets the radical"
    assert not twins([""], [QFont()])


def test_each_page_says_which_session_whether_signed_and_its_number(tmp_path: Path) -> None:
    log = good_run().log()
    judgement = Judgement(session=log.header.id, signed_by="王老师", signed_at_utc=WHEN)
    found = pages(opened(evidence_report(dossier_of(log, judgement), "zh", Medium.PAPER), tmp_path))
    assert len(found) > 3
    for number, page in enumerate(found, 1):
        assert f"场次 {log.header.id}" in page and "王老师 已签字" in page
        assert f"第 {number} 页，共 {len(found)} 页" in page
    unsigned = pages(opened(evidence_report(dossier_of(log), "en", Medium.PAPER), tmp_path))
    assert all("Not signed" in page for page in unsigned)


def test_drawings_are_lines_and_letters_and_no_pixels(tmp_path: Path) -> None:
    report = evidence_report(dossier_of(good_run().log()), "zh", Medium.PAPER)
    content = printed(report)
    assert b"/Subtype /Image" not in content
    first = pages(opened(report, tmp_path))[0]
    assert "互动与服务" in first and "在线人数" in first, "their words can be chosen"


def test_the_pictures_of_a_recording_are_printed(tmp_path: Path) -> None:
    dossier = dossier_of(good_run().log(), recorded=True)
    jpeg = cv2.imencode(".jpg", np.full((234, 416, 3), (0, 0, 255), np.uint8))[1].tobytes()
    at = dossier.scorecard.marks[0].measurement.evidence[0].span.start
    document = opened(evidence_report(replace(dossier, stills={at: jpeg}), "zh", Medium.PAPER), tmp_path)
    reds = 0
    for number in range(document.pageCount()):
        image = document.render(number, QSize(420, 594)).convertToFormat(QImage.Format.Format_RGB32)
        rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
        pixels = rows[:, : image.width() * 4].reshape(image.height(), image.width(), 4).astype(int)
        reds += int(((pixels[..., 2] > 200) & (pixels[..., 1] < 90) & (pixels[..., 3] > 0)).sum())
    assert reds > 2_000


def test_a_name_with_markup_or_a_formula_is_letters(tmp_path: Path) -> None:
    override = Override(criterion="A1", level=2, machine_level=5, reason=FORMULA, instructor=ATTACK, at_utc=WHEN)
    judgement = Judgement(session="s", overrides=(override,), signed_by=ATTACK, signed_at_utc=WHEN)
    for make in (trainee_report, evidence_report):
        report = make(dossier_of(good_run().log(), judgement, trainee=f"{ATTACK} {FORMULA}"), "zh", Medium.PAPER)
        whole = packed("".join(pages(opened(report, tmp_path))))
        assert packed(ATTACK) in whole and packed(FORMULA) in whole


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_class_is_printed(tmp_path: Path, language: str) -> None:
    whole = packed("".join(pages(opened(class_report(a_class(), language, Medium.PAPER), tmp_path))))
    assert packed("学员1") in whole and ("谁需要什么" if language == "zh" else "Whoneedswhat") in whole


def test_no_heading_stands_alone_at_the_foot_of_a_page(tmp_path: Path) -> None:
    log = good_run().log()
    report = evidence_report(dossier_of(log, rules=rules()), "zh", Medium.PAPER, with_transcript=True)
    headings = re.findall(r"<h[23][^>]*>(.*?)</h[23]>", report.html, re.DOTALL)
    names = [" ".join(re.sub(r"<[^>]+>", " ", each).split()) for each in headings]
    for page in pages(opened(report, tmp_path)):
        body = page.split("播练 · 评定依据 ·")[0].strip()
        assert not any(body.endswith(name) for name in names), body[-60:]


def test_without_a_chinese_font_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts.QFontDatabase, "families", lambda *_: ["Courier"])
    found = paper_families("win32")
    assert found == ("Courier",), "any font that claims Chinese will do"
    monkeypatch.setattr(fonts.QFontDatabase, "families", lambda *_: [])
    with pytest.raises(ContentError) as missing:
        paper_families("win32")
    assert missing.value.code == "no_chinese_font"


def test_only_linux_paints_without_a_display() -> None:
    assert "offscreen" in arguments("linux")
    assert "offscreen" not in arguments("win32") and "offscreen" not in arguments("darwin")
