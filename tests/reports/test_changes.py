"""What a second hearing changed, in a report and as JSON."""

from __future__ import annotations

import json

import pytest

from simulator.domain.changes import ChangedFinding, ChangedWords, Changes, MovedMark, WordChange
from simulator.domain.events import FINDINGS
from simulator.domain.findings import HostWasSilent
from simulator.domain.judgement import Judgement, Override
from simulator.domain.units import Span
from simulator.reports.changes import MOST_WORDS, changes_told, judged_before
from simulator.reports.wording import FINDING_KINDS
from tests.rehearsed import good_run
from tests.reports.test_evidence import page

HEARD = "2026-11-23T10:00:00+00:00"
EVIL = '<b onclick="x">最甜</b>'
BREACH = ChangedFinding(
    appeared=True, kind="RuleBroken", subject=("absolute_terms",), said=Span(75.0, 76.0), quote=EVIL
)


def told(words: int = 1) -> Changes:
    change = ChangedWords(
        change=WordChange.REPLACED, said=Span(75.0, 76.0), before="最田", after=EVIL, lead="全网", trail="的"
    )
    mark = MovedMark(
        criterion="F2", before=4, after=None, value_before=0.5, value_after=None, unit="", findings=(BREACH,), at=75.0
    )
    return Changes(
        engine_before="vosk",
        engine_after="whisper",
        heard=300.0,
        cut_short=True,
        words=(change,) * words,
        count_before=100,
        count_after=102,
        alike=98,
        findings=(BREACH,),
        marks=(mark,),
        total_before=80.04,
        total_after=None,
        passed_before=True,
        passed_after=None,
    )


def test_the_report_tells_marks_and_words_as_plain_text() -> None:
    html = page(good_run().log(), "en", changes=told(), heard_utc=HEARD)
    assert "What the second hearing changed" in html
    assert "80.0 by what was heard live, — by the whole recording; 1 levels moved." in html
    assert "The recording ends at 5:00" in html
    assert "<td>4</td><td>—</td>" in html
    assert "+ 1:15 rule broken: &lt;b onclick" in html
    assert EVIL not in html


def test_a_report_of_one_hearing_says_nothing_of_a_second() -> None:
    assert "复听" not in page(good_run().log())


def test_a_long_list_of_words_is_cut_and_says_so() -> None:
    html = page(good_run().log(), "zh", changes=told(MOST_WORDS + 7), heard_utc=HEARD)
    assert html.count("最田") == MOST_WORDS
    assert "另有 7 处" in html


@pytest.mark.parametrize(
    ("judged", "signed", "stands"),
    [
        ("2026-11-23T09:59:59+00:00", None, True),
        ("2026-11-23T10:00:01+00:00", None, False),
        (None, "2026-11-22T10:00:00+00:00", True),
        (None, None, False),
    ],
)
def test_a_judgement_given_before_is_said_to_stand(judged: str | None, signed: str | None, stands: bool) -> None:
    overrides = ()
    if judged is not None:
        overrides = (Override(criterion="A1", level=4, machine_level=3, reason="", instructor="王", at_utc=judged),)
    judgement = Judgement(session="s", overrides=overrides, signed_by=signed and "王", signed_at_utc=signed)
    assert judged_before(judgement, HEARD) is stands
    assert not judged_before(judgement, None)
    html = page(good_run().log(), "zh", judgement, changes=told(), heard_utc=HEARD)
    assert ("教师的评定不变" in html) is stands


def test_the_json_is_plain_and_whole() -> None:
    whole = json.loads(json.dumps(changes_told(told()), allow_nan=False))
    assert whole["marks"][0]["after"] is None
    assert whole["words"][0] == {
        "change": "replaced",
        "start_s": 75.0,
        "end_s": 76.0,
        "before": "最田",
        "after": EVIL,
        "lead": "全网",
        "trail": "的",
    }
    assert (whole["total_before"], whole["total_after"]) == (80.0, None)


def test_every_kind_of_finding_has_a_name() -> None:
    assert {kind.__name__ for kind in FINDINGS if kind is not HostWasSilent} <= FINDING_KINDS.keys()
