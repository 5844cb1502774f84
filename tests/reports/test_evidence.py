from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.domain.agreement import Agreement, Extent
from simulator.domain.compliance import Severity
from simulator.domain.judgement import (
    Basis,
    Confirmation,
    EvidenceAdded,
    Judgement,
    Note,
    Override,
    WhyNone,
    Withdrawal,
)
from simulator.domain.machine import Device
from simulator.domain.said import Said, Signature
from simulator.domain.session import SessionLog
from simulator.domain.units import Span
from simulator.metrics import METRICS
from simulator.reports.evidence import evidence_report
from simulator.reports.pages import Medium
from simulator.reports.wording import GATE_REASONS, UNITS, WHY_NONE
from tests.metrics.test_machine import FINE
from tests.rehearsed import good_run
from tests.reports.dossiers import ATTACK, WHEN, Page, dossier_of, rules
from tests.stream import Stream, default_rubric


def page(log: SessionLog, language: str = "zh", judgement: Judgement | None = None, **more: object) -> str:
    with_transcript = bool(more.pop("with_transcript", False))
    return evidence_report(dossier_of(log, judgement, **more), language, with_transcript=with_transcript).html


def test_a_report_tells_who_what_when_and_how_well():
    html = page(good_run().log(), trainee="小满")
    for expected in (
        "小满",
        "山上的橙子",
        "2026-11-23 09:00:00 UTC",
        "10:00",
        "live-sales-default",
        "合格",
        "已评权重",
    ):
        assert expected in html
    assert "95.7" in html


def test_each_criterion_shows_level_value_unit_and_evidence():
    html = page(good_run().log())
    assert "●●●●●" in html
    assert "●●●○○" in html  # F2
    assert "只看变化趋势，不计分" in html  # E3
    assert "尚未确认" in html  # A1
    assert "5 (建议)" in html  # F5
    assert "252 字／分钟" in html  # E1
    assert "86 %" in html  # B1, 12 of 14 facts
    assert "<b>0:03–0:05</b> who_sells" in html
    assert "rice: rice origin" in html  # the missing fact, by its cue


def test_the_english_report_is_english_but_for_what_was_said():
    html = page(good_run().log(), "en", trainee="Xiaoman")
    assert "Opening" in html
    assert "For the instructor to judge" in html
    assert "Simulated audience (not marked)" in html
    assert "评分" not in html


def test_the_instructor_s_word_stands_beside_the_machine_s():
    override = Override(criterion="A1", level=2, machine_level=5, reason="背稿", instructor="王老师", at_utc=WHEN)
    note = Note(at=65, text="这里很好", instructor="王老师", at_utc=WHEN)
    log = good_run().breaks("r9", "medical_claims", Severity.S4, 200, "治咳嗽").log()
    struck = Confirmation(finding="r9", stands=False, reason="说的是不能治", instructor="王老师", at_utc=WHEN)
    judgement = Judgement(
        session="s",
        overrides=(override,),
        confirmations=(struck,),
        notes=(note,),
        signed_by="王老师",
        signed_at_utc=WHEN,
    )
    html = page(log, judgement=judgement)
    assert "给 2 级（当时自动等级 5） · 背稿 · 王老师 · 2026-11-23 10:00:00 UTC" in html
    assert "1:05" in html and "这里很好" in html
    assert "3:20 治咳嗽" in html and "不成立" in html
    assert "签字: 王老师" in html


def test_a_criterion_the_machine_agrees_poorly_on_says_so():
    poor = Agreement(
        criterion="B1", pairs=45, trainees=9, extent=Extent(), silent=0, table=((0,) * 5,) * 5, kappa=0.314
    )
    assert "⚑ 与教师一致性差（κ 0.31，45 对）" in page(good_run().log(), poorly={"B1": poor})
    assert "⚑" not in page(good_run().log())


def test_a_session_without_a_total_says_why_for_each_criterion():
    html = page(Stream(length=60).loses(Device.MICROPHONE, 0).log())
    assert "数据不足，不给总分" in html
    assert "没有听到主播说话" in html
    assert "尚未确定" in html


def test_simulated_figures_and_assumptions_are_called_so():
    html = page(good_run().log())
    assert "不是真实观众" in html
    assert "教学假设" in html
    assert "lab_default" in html
    assert "¥81.90" in html


def test_voice_and_picture_are_measured_and_not_marked():
    html = page(good_run().log())
    assert "声音与画面（测得，不计分）" in html
    assert "字／分钟" in html
    assert "开播前没有校准看镜头" in html


def test_words_that_look_like_html_stay_words():
    attack = ATTACK
    stream = good_run().says(attack, 598).tells("origin", 1).breaks("r9", "absolute_terms", Severity.S3, 30, attack)
    note = Note(at=1, text=attack, instructor=attack, at_utc=WHEN)
    override = Override(criterion="A1", level=2, machine_level=5, reason=attack, instructor=attack, at_utc=WHEN)
    judgement = Judgement(session="s", notes=(note,), overrides=(override,), signed_by=attack, signed_at_utc=WHEN)
    html = page(stream.log(), judgement=judgement, trainee=attack, with_transcript=True)
    assert "<script" not in html
    assert "<img" not in html
    assert "&lt;script&gt;" in html
    read = Page(html)
    assert not read.fetched and not read.handlers and not read.open
    assert ATTACK in read.words


def test_the_transcript_is_there_when_asked_for():
    log = Stream().says("欢迎大家", 61).log()
    assert "欢迎大家" not in page(log)
    assert "1:01" in page(log, with_transcript=True)
    assert "欢迎大家" in page(log, with_transcript=True)


def test_the_same_session_gives_the_same_report():
    assert page(good_run().log()) == page(good_run().log())


def test_every_mark_shows_its_formula_who_decides_and_all_its_moments():
    words = Page(page(good_run().log())).words
    rubric = default_rubric()
    for criterion in rubric.criteria:
        assert f"{criterion.id} {criterion.name.zh}" in words
        assert " ".join(criterion.formula.split()) in words
    dossier = dossier_of(good_run().log())
    for mark in dossier.scorecard.marks:
        for evidence in mark.measurement.evidence:
            assert evidence.quote[:200] in words


def test_every_word_of_instructors_stands_in_its_trail():
    log = good_run().breaks("r9", "medical_claims", Severity.S4, 200, "治咳嗽").log()
    basis = Basis(rubric="live-sales-default", version="0.1.0", engine="0.5.0 whisper-base", value=5.0)
    words = [
        Override(
            criterion="A1", level=2, machine_level=5, reason="背稿", instructor="王老师", at_utc=WHEN, basis=basis
        ),
        Override(
            criterion="A1",
            level=4,
            machine_level=5,
            reason="再听一遍",
            instructor="李老师",
            at_utc="2026-11-23T11:00:00+00:00",
            blind=True,
        ),
    ]
    struck = Confirmation(
        finding="r9", stands=False, reason="说的是不能治", instructor="王老师", at_utc="2026-11-23T10:30:00+00:00"
    )
    judgement = Judgement(
        session=log.header.id,
        overrides=tuple(words),
        confirmations=(struck,),
        signed_by="李老师",
        signed_at_utc="2026-11-23T12:00:00+00:00",
    )
    read = Page(page(log, judgement=judgement)).words
    trail = read[read.index("评定经过") :]
    order = [
        trail.index(each) for each in ("背稿", "说的是不能治", "再听一遍", "2026-11-23 12:00:00 UTC 李老师 4. 签字")
    ]
    assert order == sorted(order)
    assert "后来被取代" in read and "盲评" in read and "0.5.0 whisper-base" in read


def test_words_taken_back_versions_signed_and_evidence_held_up_are_in_the_trail():
    log = good_run().log()
    override = Override(criterion="A1", level=2, machine_level=5, reason="背稿", instructor="王老师", at_utc=WHEN)
    held = EvidenceAdded(criterion="A1", span=Span(65, 70), quote="低头看稿", instructor="王老师", at_utc=WHEN)
    spoken = Note(at=90, text="", instructor="王老师", at_utc=WHEN, voice="a" * 12, voice_s=12.4)
    seal = Signature(
        version=1, total=92.7, passed=True, levels=(), words=3, card="", said="", log="", previous="", digest="",
        key="", seal="",
    )  # fmt: skip
    words = (override, held, spoken, None, Withdrawal(word=0, stands=False, instructor="王老师", at_utc=WHEN))
    said = tuple(
        Said(
            number=number,
            word=word,
            instructor="王老师",
            at_utc=WHEN,
            holds=number != 0,
            signature=seal if word is None else None,
        )
        for number, word in enumerate(words)
    )
    judgement = Judgement(session=log.header.id, evidence=(held,), notes=(spoken,))
    read = Page(page(log, judgement=judgement, said=said)).words
    for line in (
        "1. A1: 给 2 级（当时自动等级 5） · 背稿 (后来收回)",
        "2. 为 A1 举出 1:05：低头看稿",
        "3. 批注 1:30: 语音，12 秒",
        "4. 签字 · 第 1 版：92.7",
        "5. 收回第 1 句",
        "教师举出的依据: 1:05–1:10 低头看稿",
    ):
        assert line in read, line


def test_on_paper_pictures_are_named_and_on_a_screen_they_are_in_the_page():
    dossier = dossier_of(good_run().log(), recorded=True)
    at = dossier.scorecard.marks[0].measurement.evidence[0].span.start
    with_stills = replace(dossier, stills={at: b"\xff\xd8\xff"})
    paper = evidence_report(with_stills, "zh", Medium.PAPER)
    assert set(paper.drawings) == {"radar", "timeline"} and list(paper.photographs.values()) == [b"\xff\xd8\xff"]
    assert "data:" not in paper.html and "<svg" not in paper.html
    screen = Page(evidence_report(with_stills, "zh").html)
    assert screen.tags.count("svg") == 2
    assert {each.partition(",")[0] for each in screen.fetched} == {"data:image/jpeg;base64"}


def test_a_breach_names_its_law_and_another_wording():
    log = good_run().breaks("r9", "absolute_terms", Severity.S3, 30, "全网最甜").log()
    read = Page(page(log, rules=rules())).words
    assert "全网最甜" in read and "广告法" in read


@pytest.mark.parametrize("language", ["zh", "en"])
def test_there_are_words_for_everything_a_score_can_say(language):
    assert set(WHY_NONE) == set(WhyNone)
    units = {criterion.unit for criterion in default_rubric().criteria if criterion.id != "E5"}
    assert {part for unit in units for part in unit.split("; ")} <= set(UNITS)
    assert all(wording[language] is not None for wording in GATE_REASONS.values())
    assert len(METRICS) == 25


@pytest.mark.parametrize(("language", "title"), [("zh", "电脑状况"), ("en", "How the machine did")])
def test_the_machine_has_a_section_where_it_was_measured(language: str, title: str):
    assert title not in page(good_run().log(), language)
    blind = replace(FINE, at=20.0, dropped=7, caption_delay=None, cpu=1.2)
    html = page(good_run().add(FINE, blind).log(), language)
    assert title in html and "29.9" in html
    assert ("598 幅，丢 7 幅" if language == "zh" else "598, 7 dropped") in html
    assert ("平均 0.90，最多 1.20" if language == "zh" else "0.90 on average, 1.20 at most") in html


def test_what_the_machine_was_not_measured_in_says_so():
    html = page(good_run().add(replace(FINE, camera_fps=None, lateness=None)).log(), "en")
    assert html.count("not measured") >= 2
