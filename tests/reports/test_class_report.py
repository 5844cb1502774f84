"""A class in one report: how levels are spread, what most get wrong, and who needs what."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.domain.judgement import Judgement, Override
from simulator.domain.marked import MarkedSession
from simulator.domain.session import SessionLog
from simulator.reports.class_figures import class_figures
from simulator.reports.class_report import class_report
from simulator.reports.pages import Medium
from simulator.scoring import score
from tests.rehearsed import good_run
from tests.reports.dossiers import ATTACK, WHEN, Page, weak_run
from tests.stream import default_rubric


def marked(
    log: SessionLog, number: int, trainee: str = "", *, day: int = 23, signed: bool = False, level: int | None = None
) -> MarkedSession:
    rubric = default_rubric()
    header = replace(log.header, id=f"s{number}", trainee=trainee or f"t{number}", began_utc=f"2026-11-{day}T09:00:00Z")
    override = Override(criterion="A1", level=level or 1, machine_level=5, reason="x", instructor="王", at_utc=WHEN)
    return MarkedSession(
        header=header,
        trainee=f"学员{trainee or number}",
        profile=None,
        card=score(log, rubric, provisional=False),
        rubric=rubric,
        judgement=Judgement(
            session=header.id,
            overrides=(override,) if level else (),
            signed_by="王老师" if signed else None,
            signed_at_utc=WHEN if signed else None,
        ),
    )


def a_class() -> list[MarkedSession]:
    good, weak = good_run().log(), weak_run().log()
    return [marked(weak, 1), marked(weak, 2), marked(weak, 3, signed=True), marked(good, 4, signed=True)]


def test_levels_are_counted_by_criterion():
    figures = class_figures(a_class())
    answered = next(each for each in figures.spreads if each.criterion.id == "C1")
    assert dict(answered.counts) == {1: 3, 5: 1} and answered.unmarked == 0
    assert answered.mean == 2.0 and answered.low == 3
    presence = next(each for each in figures.spreads if each.criterion.id == "E5")
    assert presence.marked == 0 and presence.unmarked == 4 and presence.mean is None


def test_an_instructors_level_counts_and_a_trainee_counts_once_by_the_last_session():
    good = good_run().log()
    figures = class_figures([marked(good, 1, "a", day=22), marked(good, 2, "a", level=2), marked(good, 3, "b")])
    assert [(member.session.header.id, member.sessions) for member in figures.members] == [("s2", 2), ("s3", 1)]
    opening = next(each for each in figures.spreads if each.criterion.id == "A1")
    assert dict(opening.counts) == {2: 1, 5: 1}


def test_what_half_of_a_class_gets_wrong_is_told():
    figures = class_figures(a_class())
    assert "C1" in {each.criterion.id for each in figures.low}
    missed = {(each.criterion, each.id) for each in figures.missed}
    assert ("B1", "orange/origin") in missed
    assert all(each.trainees >= 2 for each in figures.missed)


def test_two_are_no_class():
    figures = class_figures(a_class()[:2])
    assert not figures.low and not figures.missed
    assert "学员太少" in Page(class_report(a_class()[:2], "zh").html).words


def test_who_needs_what_the_weakest_first():
    figures = class_figures(a_class())
    totals = [member.total for member in figures.members]
    assert totals == sorted(totals, key=lambda total: (total is not None, total or 0.0))
    assert figures.members[0].needs[:1] == ("C1",)
    words = Page(class_report(a_class(), "zh").html).words
    assert "学员1" in words and "C1 提问回应率" in words


def test_the_report_says_whom_it_is_about():
    log = weak_run().log()
    read = Page(class_report(a_class(), "zh", scenarios={log.scenario.id: log.scenario}, left_out=2).html).words
    assert "4 场，4 名学员，2026-11-23 至 2026-11-23。T1 山上的橙子" in read
    assert "其中 2 场已由教师签字" in read and "2 场没有评分" in read
    assert "orange: orange origin（3/4）" in read
    english = Page(class_report(a_class(), "en", scenarios={log.scenario.id: log.scenario}).html).words
    assert "4 sessions of 4 trainees" in english and "评分" not in english


@pytest.mark.parametrize("language", ["zh", "en"])
def test_names_that_look_like_markup_stay_names(language: str):
    sessions = [replace(each, trainee=ATTACK) for each in a_class()]
    read = Page(class_report(sessions, language).html)
    assert "script" not in read.tags and not read.fetched and not read.handlers and not read.open
    assert ATTACK in read.words


def test_on_paper_every_criterion_has_its_bar():
    report = class_report(a_class(), "zh", Medium.PAPER)
    assert len(report.drawings) == 26 and "totals" in report.drawings
    assert report.html.count("<img") == 26


def test_the_order_of_the_list_changes_nothing():
    log = weak_run().log()
    known = {log.scenario.id: log.scenario}
    there, back = a_class(), a_class()[::-1]
    assert class_report(there, "zh", scenarios=known) == class_report(back, "zh", scenarios=known)
    assert class_figures(there).missed == tuple(
        sorted(class_figures(there).missed, key=lambda each: (-each.trainees, each.scenario, each.criterion, each.id))
    )


def test_there_is_no_class_without_sessions():
    with pytest.raises(ValueError, match="sessions"):
        class_report([], "zh")
