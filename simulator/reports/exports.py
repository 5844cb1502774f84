"""Files a session is taken away in."""

from __future__ import annotations

from dataclasses import asdict

from simulator.domain.compliance import RulePack
from simulator.domain.crowd import CommentPosted, OrderPlaced
from simulator.domain.judgement import Confirmation, Judgement, Result, Scorecard
from simulator.domain.rubric import Rubric
from simulator.domain.session import SessionLog
from simulator.metrics.room import figures
from simulator.reports.captions import srt, vtt
from simulator.reports.findings import Json, amount
from simulator.reports.summary import as_text, gate, points, rehearsal
from simulator.reports.table import csv_text
from simulator.scoring import result

KINDS = ("csv", "srt", "vtt", "json")


def exported(
    kind: str,
    log: SessionLog,
    scorecard: Scorecard,
    judgement: Judgement,
    rubric: Rubric,
    *,
    recording: str | None = None,
    rules: RulePack | None = None,
    rules_kept: bool = True,
    trainee: str = "",
) -> bytes:
    """The session as a file of this kind, in UTF-8; raise ValueError for a kind there is not."""
    match kind:
        case "srt":
            text = srt(log)
        case "vtt":
            text = vtt(log)
        case "csv":
            counts = result(scorecard, judgement, rubric)
            text = csv_text(log, scorecard, judgement, counts, figures(log), rubric, trainee)
        case "json":
            text = as_text(whole(log, scorecard, judgement, rubric, recording, rules, rules_kept)) + "\n"
        case _:
            raise ValueError(kind)
    return text.encode("utf-8")


def whole(
    log: SessionLog,
    scorecard: Scorecard,
    judgement: Judgement,
    rubric: Rubric,
    recording: str | None,
    rules: RulePack | None = None,
    rules_kept: bool = True,
) -> dict[str, Json]:
    """What ``rehearse --json`` gives, with the chat, the orders, and what the instructor made of it."""
    counts = result(scorecard, judgement, rubric)
    return {
        **rehearsal(log, scorecard, figures(log), recording=recording, rules=rules, rules_kept=rules_kept),
        "comments": [
            {
                "id": comment.id,
                "at_s": round(comment.at, 3),
                "viewer": comment.viewer.name,
                "text": comment.text,
                "category": comment.category,
                "priority": comment.priority,
                "wants_answer": comment.wants_answer,
            }
            for comment in log.only(CommentPosted)
        ],
        "orders": [
            {
                "id": order.order,
                "at_s": round(order.at, 3),
                "viewer": order.viewer.name,
                "product": order.product,
                "price": amount(order.price),
                "reason": order.cause.reason.value,
            }
            for order in log.only(OrderPlaced)
        ],
        "result": _result(counts),
        "judgement": {
            "overrides": [asdict(override) for override in judgement.overrides],
            "confirmations": [_word(word) for word in judgement.confirmations],
            "notes": [asdict(note) for note in judgement.notes],
            "signed_by": judgement.signed_by,
            "signed_at_utc": judgement.signed_at_utc,
        },
    }


def _word(word: Confirmation) -> dict[str, Json]:
    """What was said of a finding, which stands among the findings."""
    return {name: value for name, value in asdict(word).items() if name != "broken"}


def _result(counts: Result) -> dict[str, Json]:
    return {
        "total": points(counts.total),
        "passed": counts.passed,
        "levels": [{"id": id, "level": level} for id, level in counts.levels],
        "gates": [gate(outcome) for outcome in counts.gates],
    }
