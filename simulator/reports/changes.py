"""What a second hearing changed, as JSON and in the words of a report."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.domain.changes import ChangedFinding, ChangedWords, Changes, MovedMark
from simulator.domain.judgement import Judgement
from simulator.domain.rubric import Rubric
from simulator.reports.figures import clock, points
from simulator.reports.findings import Json
from simulator.reports.summary import points as rounded
from simulator.reports.wording import CHANGES, FINDING_KINDS

MOST_WORDS = 20
"""Changes of words a printed report lists; the review room shows all."""
MOST_FINDINGS = 4


@dataclass(frozen=True, slots=True)
class MovedRow:
    """A mark that moved, as a line of the report."""

    criterion: str
    name: str
    before: str
    after: str
    behind: list[str]


@dataclass(frozen=True, slots=True)
class ChangesSection:
    """What the report's section on the second hearing says."""

    about: list[str]
    marks: list[MovedRow]
    words: list[dict[str, str]]
    more: str


def changes_told(changes: Changes) -> dict[str, Json]:
    """What ``--json`` gives."""
    return {
        "engine_before": changes.engine_before,
        "engine_after": changes.engine_after,
        "heard_s": None if changes.heard is None else round(changes.heard, 3),
        "cut_short": changes.cut_short,
        "length_before": changes.count_before,
        "length_after": changes.count_after,
        "alike": changes.alike,
        "words": [_words(each) for each in changes.words],
        "findings": [_finding(each) for each in changes.findings],
        "marks": [_mark(each) for each in changes.marks],
        "total_before": rounded(changes.total_before),
        "total_after": rounded(changes.total_after),
        "passed_before": changes.passed_before,
        "passed_after": changes.passed_after,
    }


def section(
    changes: Changes, judgement: Judgement, heard_utc: str | None, rubric: Rubric, language: str
) -> ChangesSection:
    """The section in ``language`` ("zh" or "en")."""
    say = {id: wording[language] for id, wording in CHANGES.items()}
    about = [
        say["total"].format(
            before=points(changes.total_before), after=points(changes.total_after), moved=len(changes.marks)
        ),
        say["words"].format(
            engine=changes.engine_after,
            before=changes.engine_before or say["nothing"],
            changed=len(changes.words),
            alike=changes.alike,
            count=changes.count_after,
        ),
    ]
    if changes.cut_short and changes.heard is not None:
        about.append(say["cut_short"].format(time=clock(changes.heard)))
    if judged_before(judgement, heard_utc):
        about.append(say["judged_before"])
    names = {criterion.id: criterion.name[language] for criterion in rubric.criteria}
    return ChangesSection(
        about=about,
        marks=[
            MovedRow(
                criterion=each.criterion,
                name=names.get(each.criterion, ""),
                before=_level(each.before),
                after=_level(each.after),
                behind=[_named(finding, language) for finding in each.findings[:MOST_FINDINGS]],
            )
            for each in changes.marks
        ],
        words=[
            {
                "time": clock(each.said.start),
                "lead": each.lead,
                "before": each.before,
                "after": each.after,
                "trail": each.trail,
            }
            for each in changes.words[:MOST_WORDS]
        ],
        more=say["more"].format(count=len(changes.words) - MOST_WORDS) if len(changes.words) > MOST_WORDS else "",
    )


def judged_before(judgement: Judgement, heard_utc: str | None) -> bool:
    """Whether an instructor gave a level or signed before the second hearing: that word stands as it was given."""
    if heard_utc is None:
        return False
    said = [override.at_utc for override in judgement.overrides]
    if judgement.signed_at_utc is not None:
        said.append(judgement.signed_at_utc)
    return any(moment < heard_utc for moment in said)


def _named(finding: ChangedFinding, language: str) -> str:
    sign = "+" if finding.appeared else "−"
    kind = FINDING_KINDS[finding.kind][language] if finding.kind in FINDING_KINDS else finding.kind
    return f"{sign} {clock(finding.said.start)} {kind}: {finding.quote}"


def _level(level: int | None) -> str:
    return "—" if level is None else str(level)


def _words(each: ChangedWords) -> dict[str, Json]:
    return {
        "change": each.change.value,
        "start_s": round(each.said.start, 3),
        "end_s": round(each.said.end, 3),
        "before": each.before,
        "after": each.after,
        "lead": each.lead,
        "trail": each.trail,
    }


def _finding(each: ChangedFinding) -> dict[str, Json]:
    return {
        "appeared": each.appeared,
        "kind": each.kind,
        "subject": list(each.subject),
        "start_s": round(each.said.start, 3),
        "end_s": round(each.said.end, 3),
        "quote": each.quote,
    }


def _mark(each: MovedMark) -> dict[str, Json]:
    return {
        "criterion": each.criterion,
        "before": each.before,
        "after": each.after,
        "value_before": None if each.value_before is None else round(each.value_before, 4),
        "value_after": None if each.value_after is None else round(each.value_after, 4),
        "unit": each.unit,
        "at_s": None if each.at is None else round(each.at, 3),
        "findings": [_finding(finding) for finding in each.findings],
    }
