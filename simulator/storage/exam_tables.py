"""Exam papers in the database: locked when made, never rewritten."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlite_utils import Database

from simulator.domain.draw import MOST_SEEDS
from simulator.domain.exam import ExamPaper, paper_of
from simulator.domain.scenario import Scenario
from simulator.domain.taxonomy import Taxonomy
from simulator.domain.units import Seconds
from simulator.ports import ContentError
from simulator.storage.event_codec import decoded, encoded


def lock(
    db: Database, scenario: Scenario, taxonomy: Taxonomy, seed: int, by: str, cohort: str, preparation: Seconds
) -> ExamPaper:
    """Make a paper and give it the next number. Raise ContentError where nothing can be drawn from the scenario."""
    taken = db.execute("SELECT coalesce(max(seq), 0) FROM exam_papers").fetchone()[0]
    try:
        paper = paper_of(
            scenario,
            number=f"E{taken + 1:04d}",
            seed=seed % MOST_SEEDS,
            taxonomy=taxonomy,
            made_utc=datetime.now(UTC).isoformat(timespec="seconds"),
            made_by=by,
            cohort=cohort,
            preparation=preparation,
        )
    except ValueError as error:
        raise ContentError("exam_not_drawn", id=scenario.id, why=str(error)) from error
    db.execute(
        "INSERT INTO exam_papers (seq, number, scenario, made_utc, body) VALUES (?, ?, ?, ?, ?)",
        [taken + 1, paper.number, scenario.id, paper.made_utc, encoded(paper)],
    )
    return paper


def papers(db: Database) -> tuple[ExamPaper, ...]:
    """All, the newest first."""
    rows = db.execute("SELECT body FROM exam_papers ORDER BY seq DESC").fetchall()
    return tuple(decoded(ExamPaper, row[0]) for row in rows)


def numbered(db: Database, number: str) -> ExamPaper:
    """Raise ContentError when there is none."""
    row = db.execute("SELECT body FROM exam_papers WHERE number = ?", [number.strip().upper()]).fetchone()
    if row is None:
        known = ", ".join(row[0] for row in db.execute("SELECT number FROM exam_papers ORDER BY seq"))
        raise ContentError("exam_unknown", id=number, known=known or "–")
    return decoded(ExamPaper, row[0])
