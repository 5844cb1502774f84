"""Sessions for research: tables and lines without names, days or places; text only, what is written where is no matter
of this module."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from simulator.domain.crowd import CommentPosted
from simulator.domain.judgement import Judgement, Scorecard
from simulator.domain.session import SessionLog, Transcript
from simulator.reports.disguise import Disguise
from simulator.reports.table import BOM, neutral
from simulator.scoring import judged_marks

SESSIONS = (
    "session", "trainee", "second", "desk", "scenario", "scenario_version", "language", "mode", "take",
    "days_since_first", "length_s", "audience_model", "total", "passed", "signed",
)  # fmt: skip
LEVELS = ("session", "criterion", "value", "machine_level", "level", "instructor", "blind", "reason")


@dataclass(frozen=True, slots=True, kw_only=True)
class Studied:
    """A session as it is stored, with what was said of it."""

    log: SessionLog
    transcript: Transcript | None
    card: Scorecard | None
    judgement: Judgement
    first_utc: str
    """When the trainee's first session began."""
    total: float | None
    passed: bool | None
    signed: bool


def session_row(of: Studied, code: Disguise) -> list[object]:
    """One line of ``SESSIONS``."""
    header = of.log.header
    return [
        code.session(header.id),
        code.trainee(header.trainee),
        code.trainee(header.second) if header.second else "",
        code.trainee(header.desk) if header.desk else "",
        header.scenario,
        header.scenario_version,
        header.language.value,
        header.mode.value,
        header.take,
        _days(of.first_utc, header.began_utc),
        round(of.log.length, 2),
        header.audience_model,
        of.total,
        of.passed,
        of.signed,
    ]


def level_rows(of: Studied, code: Disguise) -> list[list[object]]:
    """Lines of ``LEVELS``: a criterion, and a line for every word of an instructor on it."""
    if of.card is None:
        return []
    rows: list[list[object]] = []
    session = code.session(of.log.header.id)
    for each in judged_marks(of.card, of.judgement):
        head = [session, each.mark.criterion, each.mark.measurement.value, each.mark.machine]
        said = [*each.earlier, *([each.override] if each.override else [])]
        rows += [
            [*head, word.level, code.instructor(word.instructor), word.blind, code.text(word.reason)] for word in said
        ] or [[*head, each.level, "", "", ""]]
    return rows


def phrase_lines(of: Studied, code: Disguise) -> str:
    """A line of JSON for each phrase, on the session's own clock."""
    session = code.session(of.log.header.id)
    phrases = () if of.transcript is None else of.transcript.phrases
    return _lines(
        {
            "session": session,
            "start": round(phrase.said.start, 2),
            "end": round(phrase.said.end, 2),
            "text": code.text(phrase.text),
        }
        for phrase in phrases
    )


def comment_lines(of: Studied, code: Disguise) -> str:
    """A line of JSON for each comment; viewers are simulated, and stay nameless all the same."""
    session = code.session(of.log.header.id)
    return _lines(
        {
            "session": session,
            "at": round(comment.at, 2),
            "kind": comment.category,
            "asks": comment.wants_answer,
            "text": code.text(comment.text),
        }
        for comment in of.log.only(CommentPosted)
    )


def note_lines(of: Studied, code: Disguise) -> str:
    """A line of JSON for each written note; spoken ones are told of, not written out."""
    session = code.session(of.log.header.id)
    return _lines(
        {
            "session": session,
            "at": round(note.at, 2),
            "instructor": code.instructor(note.instructor),
            "spoken": bool(note.voice),
            "text": code.text(note.text),
        }
        for note in of.judgement.notes
    )


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Comma-separated, with a byte-order mark; no cell is a formula, None is empty."""
    out = io.StringIO(BOM)
    out.seek(0, io.SEEK_END)
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([neutral(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return out.getvalue()


def _lines(objects: Iterable[dict[str, object]]) -> str:
    return "".join(f"{json.dumps(each, ensure_ascii=False)}\n" for each in objects)


def _days(first_utc: str, began_utc: str) -> int | None:
    """Whole days from the trainee's first session; None where a time cannot be read."""
    try:
        return (date.fromisoformat(began_utc[:10]) - date.fromisoformat(first_utc[:10])).days
    except ValueError:
        return None


README = """# 研究数据 / Data for research

学员与教师的姓名换成了用密钥算出的代号（同一个数据文件夹每次导出相同，密钥是 `research.key`，不在这里；
删掉它，以后就对不上了）。转写、弹幕、理由、批注里凡是与本机登记的姓名一致的字，也换成代号。没有日期，只有距该学员
第一场的天数和场次内的秒数。除非另外要求，没有录像。

不能保证的：没有登记的人名、外号、谐音、听错的名字、单字的姓名，仍可能在文字里；一个人说话的内容、口音（如附录像则有
面容）也可能让熟人认出。场次少、班级小时，分数本身就能认出人。所以这是化名，不是匿名：请按个人信息保管，不要公开。

---

Names of trainees and instructors are replaced by keyed codes (the same in every export of one data folder; the key is
`research.key` and is not here; once it is deleted nobody can link exports again). Names known to the program are
replaced in transcripts, comments, reasons and notes where they match. There are no dates: days since the first
session of each trainee, and seconds within a session. There is no recording unless it was asked for.

What cannot be promised: names the program does not know, nicknames, misheard names and names of one letter may still
stand in the texts; what somebody says may give them away to who knows them, and so do voice and face where recordings
were asked for. In a small class the marks alone may. This is pseudonymous, not anonymous: treat it as personal, do not
publish it.

| file | holds |
| --- | --- |
| sessions.csv | a line for each session |
| levels.csv | measured value, the machine's level, every level an instructor gave |
| phrases.jsonl | what was recognised of the speech |
| comments.jsonl | what simulated viewers wrote |
| notes.jsonl | instructors' notes |
"""
