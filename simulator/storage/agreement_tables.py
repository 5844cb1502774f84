"""Pairs of levels, counted where they lie."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlite_utils import Database

from simulator.domain.agreement import Between, Extent, Judged, Pair, Population, Sample, Tally

_TAKEN_IN = """INSERT INTO level_pairs (rubric, criterion, version, engine, session, instructor, trainee, scenario,
        began_utc, word, first_word, machine_level, level, blind, value, after_s)
    SELECT
        coalesce(json_extract(w.body, '$.basis.rubric'), c.rubric, ''),
        json_extract(w.body, '$.criterion'),
        coalesce(json_extract(w.body, '$.basis.version'), c.version, ''),
        coalesce(json_extract(w.body, '$.basis.engine'), ''),
        w.session, w.instructor, s.trainee, s.scenario, s.began_utc, w.id, w.id,
        json_extract(w.body, '$.machine_level'),
        json_extract(w.body, '$.level'),
        coalesce(json_extract(w.body, '$.blind'), 0),
        json_extract(w.body, '$.basis.value'),
        strftime('%s', w.at_utc) - strftime('%s', s.began_utc) - s.length
    FROM level_pairs_due AS d JOIN judgement_words AS w ON w.id = d.word JOIN sessions AS s ON s.id = w.session
    LEFT JOIN scorecards AS c ON c.id = CASE WHEN json_extract(w.body, '$.basis') IS NULL THEN coalesce(
        (SELECT max(id) FROM scorecards WHERE session = w.session AND made_utc <= w.at_utc),
        (SELECT min(id) FROM scorecards WHERE session = w.session)) END
    WHERE true ORDER BY w.id
    ON CONFLICT DO UPDATE SET word = excluded.word, machine_level = excluded.machine_level, level = excluded.level,
        blind = excluded.blind, value = excluded.value, after_s = excluded.after_s
        WHERE level_pairs.blind = 0"""
"""A word that does not name its rubric belongs to the scorecard that was the newest then. A blind word stays: nothing
said after the machine's level was seen is as good. Words at times that cannot be read have no ``after_s``."""
_MACHINE = """SELECT session, trainee, scenario, began_utc, criterion, machine_level AS one, level AS other, instructor,
        '' AS first, blind, value, after_s, rubric, version, engine
    FROM level_pairs
    WHERE machine_level IS NOT NULL AND {where}"""
_ASSESSORS = """WITH given AS (
        SELECT *, max(word) AS last FROM level_pairs WHERE {where} GROUP BY session, criterion, version, instructor
    )
    SELECT b.session, b.trainee, b.scenario, b.began_utc, b.criterion, a.level AS one, b.level AS other, b.instructor,
        a.instructor AS first, b.blind, b.value, b.after_s, b.rubric, b.version, b.engine
    FROM given AS a JOIN given AS b ON b.session = a.session AND b.criterion = a.criterion AND b.version = a.version
        AND a.first_word < b.first_word"""


def catch_up(db: Database) -> None:
    """Take the words into account that were said since this was done last; changes nothing where there are none."""
    if db.execute("SELECT 1 FROM level_pairs_due LIMIT 1").fetchone():
        with db.atomic():
            db.execute(_TAKEN_IN)
            db.execute("DELETE FROM level_pairs_due")


def populations(db: Database) -> tuple[Population, ...]:
    """Every rubric version and engine with pairs of machine and instructor, those judged last first."""
    rows = db.execute(
        """SELECT rubric, version, engine, count(*) FROM level_pairs WHERE machine_level IS NOT NULL
           GROUP BY rubric, version, engine ORDER BY max(word) DESC"""
    ).fetchall()
    return tuple(Population(*row) for row in rows)


def judged(db: Database, sample: Sample, criterion: str) -> Judged:
    """The pairs of one criterion, counted."""
    pairs, values = _pairs(sample, criterion)
    rows = db.execute(f"SELECT trainee, one, other, count(*) FROM ({pairs}) GROUP BY trainee, one, other", values)
    tallies = tuple(Tally(*row) for row in rows.fetchall())
    sessions, instructors, blind, signed = db.execute(
        f"""SELECT count(DISTINCT session), count(DISTINCT instructor), coalesce(sum(blind), 0),
                count(DISTINCT CASE WHEN s.signed THEN session END)
            FROM ({pairs}) JOIN sessions AS s ON s.id = session""",
        values,
    ).fetchone()
    extent = Extent(sessions=sessions, instructors=instructors, blind=blind, signed=signed)
    return Judged(criterion=criterion, tallies=tallies, extent=extent)


def signed(db: Database, sample: Sample) -> int:
    """Signed sessions that were marked by the sample's rubric, whether or not a word was said of a level."""
    asked = [("c.rubric = ?", sample.rubric), *_narrowed(sample)]
    row = db.execute(
        f"""SELECT count(DISTINCT s.id) FROM sessions AS s JOIN scorecards AS c ON c.session = s.id
            WHERE s.signed = 1 AND {" AND ".join(words for words, _ in asked)}""",
        [value for _, value in asked],
    ).fetchone()
    return int(row[0])


def pairs(db: Database, sample: Sample, criterion: str | None = None) -> Iterator[Pair]:
    """The pairs one by one, by session and criterion."""
    query, values = _pairs(sample, criterion)
    for row in db.execute(
        f"SELECT * FROM ({query}) ORDER BY session, criterion, instructor, first, version, engine", values
    ):
        session, trainee, scenario, began_utc, found, one, other, instructor, first, blind, *rest = row
        value, after_s, rubric, version, engine = rest
        yield Pair(
            session=session,
            trainee=trainee,
            scenario=scenario,
            began_utc=began_utc,
            criterion=found,
            one=one,
            other=other,
            instructor=instructor,
            first=first,
            blind=bool(blind),
            value=value,
            after_s=after_s,
            rubric=rubric,
            version=version,
            engine=engine,
        )


def _pairs(sample: Sample, criterion: str | None) -> tuple[str, list[Any]]:
    """The query of a sample's pairs, and its values."""
    asked: list[tuple[str, Any]] = [("rubric = ?", sample.rubric), *_narrowed(sample)]
    if criterion is not None:
        asked.append(("criterion = ?", criterion))
    assessors = sample.between is Between.ASSESSORS
    if sample.engine is not None and not assessors:  # people's levels come from no engine
        asked.append(("engine = ?", sample.engine))
    blind = "" if sample.blind is None else f"blind = {int(sample.blind)}"
    if blind and not assessors:
        asked.append((f"{blind} AND ?", 1))
    query = (_ASSESSORS if assessors else _MACHINE).format(where=" AND ".join(words for words, _ in asked))
    if blind and assessors:
        query += f" AND b.{blind}"
    return query, [value for _, value in asked]


def _narrowed(sample: Sample) -> list[tuple[str, Any]]:
    """What narrows both the pairs and the signed sessions."""
    asked = [
        ("version = ?", sample.version),
        ("scenario = ?", sample.scenario),
        ("began_utc >= ?", sample.since_utc),
    ]
    return [(words, value) for words, value in asked if value is not None]
