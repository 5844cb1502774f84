"""A room that wrote 200,000 comments: every file is made, the table has them all, no report grows with them."""

from __future__ import annotations

import csv
import io

import pytest

from simulator.domain.session import SessionLog
from simulator.reports.dossier import Dossier
from simulator.reports.evidence import evidence_report
from simulator.reports.exports import exported
from simulator.reports.trainee import trainee_report
from simulator.reports.xapi import Sender, xapi_text
from tests.reports.dossiers import ATTACK, FORMULA, dossier_of, weak_run

MANY = 200_000


@pytest.fixture(scope="module")
def log() -> SessionLog:
    stream = weak_run()
    texts = ("来了", FORMULA, ATTACK)
    for number in range(MANY):
        text, at = texts[number % 3], 600 * number / MANY
        stream.asked(f"m{number}", at, "greeting", priority=0, wants_answer=False, text=text)
    return stream.log()


@pytest.fixture(scope="module")
def dossier(log: SessionLog) -> Dossier:
    return dossier_of(log, trainee=FORMULA)


def test_the_table_has_every_comment_and_no_formula(dossier: Dossier) -> None:
    text = exported("csv", dossier.log, dossier.scorecard, dossier.judgement, dossier.rubric, trainee=FORMULA)
    rows = list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"))))
    said = [row["text"] for row in rows if row["record"] == "comment"]
    assert len(said) == MANY + 6
    assert sum(text == f"'{FORMULA}" for text in said) == MANY // 3 + 1
    assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row.values() if cell)


def test_reports_and_statements_stay_small(dossier: Dossier) -> None:
    few = dossier_of(weak_run().log())
    for made, before in (
        (trainee_report(dossier, "zh").html, trainee_report(few, "zh").html),
        (evidence_report(dossier, "zh").html, evidence_report(few, "zh").html),
        (xapi_text(dossier, Sender(salt=b"k")), xapi_text(few, Sender(salt=b"k"))),
    ):
        assert len(made) < 1.3 * len(before) + 20_000
