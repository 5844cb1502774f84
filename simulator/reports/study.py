"""Agreement as files: one object of figures, and a study's tables without anybody's name."""

from __future__ import annotations

import csv
import hashlib
import hmac
import io
from collections.abc import Iterable, Sequence

from simulator.domain.agreement import ENOUGH, POOR, Agreement, Between, Interval, Pair, Sample
from simulator.domain.rubric import Rubric
from simulator.reports.findings import Json
from simulator.reports.table import BOM, neutral

DIGITS = 4
PSEUDONYM = 12
"""Hexadecimal digits of a pseudonym: two among 100,000 sessions are the same once in 50,000 exports."""
MACHINE = (
    "session", "trainee", "instructor", "scenario", "criterion", "machine_level", "instructor_level", "measured_value",
    "blind", "minutes_after_session", "rubric", "rubric_version", "engine",
)  # fmt: skip
ASSESSORS = (
    "session", "trainee", "first_assessor", "second_assessor", "scenario", "criterion", "first_level", "second_level",
    "blind", "minutes_after_session", "rubric", "rubric_version",
)  # fmt: skip


def agreement_object(found: Sequence[Agreement], sample: Sample, rubric: Rubric, signed: int) -> dict[str, Json]:
    """All figures of a sample, in the keys tooling relies on; what is not known is null with its reason."""
    names = {criterion.id: criterion.name for criterion in rubric.criteria}
    return {
        "rubric": sample.rubric,
        "version": sample.version,
        "engine": sample.engine,
        "scenario": sample.scenario,
        "since_utc": sample.since_utc,
        "between": sample.between.value,
        "blind": sample.blind,
        "enough_pairs": ENOUGH,
        "poor_below": POOR,
        "signed_sessions": signed,
        "levels": [*sorted(level.level for level in rubric.levels)],
        "criteria": [
            {
                "id": each.criterion,
                "name": {"zh": names[each.criterion].zh, "en": names[each.criterion].en},
                "pairs": each.pairs,
                "sessions": each.extent.sessions,
                "trainees": each.trainees,
                "instructors": each.extent.instructors,
                "blind_pairs": each.extent.blind,
                "signed_without_a_word": each.silent,
                "kappa": _number(each.kappa),
                "kappa_95": _ends(each.kappa_in),
                "why_none": each.why_none.value if each.why_none is not None else None,
                "bias": _number(each.bias),
                "bias_95": _ends(each.bias_in),
                "exact": _number(each.exact),
                "adjacent": _number(each.adjacent),
                "flagged": each.flagged,
                "table": [list(row) for row in each.table],
            }
            for each in found
        ],
    }


def study_table(pairs: Iterable[Pair], between: Between, salt: bytes) -> str:
    """A line for each pair, as comma-separated text. Who it was stands in it only under a name made with ``salt``.

    Whoever has the salt can try names until one fits; draw it anew for each export, and keep it nowhere. Lines are in
    the order of the made-up names, which says nothing of when a session was.
    """
    columns, line = (ASSESSORS, _of_assessors) if between is Between.ASSESSORS else (MACHINE, _of_machine)
    lines = sorted(line(pair, salt) for pair in pairs)
    out = io.StringIO()
    out.write(BOM)
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows(lines)
    return out.getvalue()


def pseudonym(kind: str, id: str, salt: bytes) -> str:
    """The same for the same ``id`` and salt: a keyed hash (HMAC-SHA-256, RFC 2104), shortened."""
    return kind[0] + hmac.new(salt, f"{kind}:{id}".encode(), hashlib.sha256).hexdigest()[:PSEUDONYM]


def _of_machine(pair: Pair, salt: bytes) -> tuple[str, ...]:
    return (
        pseudonym("session", pair.session, salt),
        pseudonym("trainee", pair.trainee, salt),
        pseudonym("instructor", pair.instructor, salt),
        neutral(pair.scenario),
        neutral(pair.criterion),
        str(pair.one),
        str(pair.other),
        "" if pair.value is None else f"{pair.value:.6g}",
        str(int(pair.blind)),
        _minutes(pair),
        neutral(pair.rubric),
        neutral(pair.version),
        neutral(pair.engine),
    )


def _of_assessors(pair: Pair, salt: bytes) -> tuple[str, ...]:
    return (
        pseudonym("session", pair.session, salt),
        pseudonym("trainee", pair.trainee, salt),
        pseudonym("instructor", pair.first, salt),
        pseudonym("instructor", pair.instructor, salt),
        neutral(pair.scenario),
        neutral(pair.criterion),
        str(pair.one),
        str(pair.other),
        str(int(pair.blind)),
        _minutes(pair),
        neutral(pair.rubric),
        neutral(pair.version),
    )


def _minutes(pair: Pair) -> str:
    return "" if pair.after_s is None else str(round(pair.after_s / 60))


def _number(value: float | None) -> float | None:
    return None if value is None else round(value, DIGITS)


def _ends(interval: Interval | None) -> Json:
    return None if interval is None else [round(interval.low, DIGITS), round(interval.high, DIGITS)]
