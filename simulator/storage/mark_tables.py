"""Scorecards and instructors' words in the database: both only ever grow."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from sqlite_utils import Database

from simulator.domain.judgement import Confirmation, Judgement, Note, Override, Scorecard
from simulator.scoring.result import result
from simulator.storage import rubric_tables
from simulator.storage.event_codec import decoded, encoded

_WORDS: dict[str, type[Override | Confirmation | Note]] = {
    "override": Override,
    "confirmation": Confirmation,
    "note": Note,
}


def save_scorecard(db: Database, card: Scorecard) -> None:
    """Keep it as the newest, unless it is the newest already."""
    body = encoded(card)
    newest = _newest(db, card.session)
    if newest is None or newest != body:
        db.execute(
            """INSERT INTO scorecards (session, made_utc, rubric, version, provisional, total, body)
               VALUES (?, ?, ?, ?, ?, ?, ?)""",
            [card.session, _now(), card.rubric, card.version, int(card.provisional), card.total, body],
        )


def scorecard(db: Database, session: str) -> Scorecard | None:
    """The newest."""
    body = _newest(db, session)
    return None if body is None else decoded(Scorecard, body)


def say(db: Database, session: str, word: Override | Confirmation | Note) -> None:
    """Put an instructor's word beside all earlier ones."""
    kind = next(name for name, each in _WORDS.items() if isinstance(word, each))
    _insert(db, session, kind, word.at_utc, word.instructor, encoded(word))


def sign(db: Database, session: str, instructor: str) -> None:
    """The instructor stands by all that was said so far."""
    _insert(db, session, "signature", _now(), instructor, "{}")


def judgement(db: Database, session: str) -> Judgement:
    """All that was said, in order; a word said after a signature takes the signature away."""
    rows = db.execute(
        "SELECT kind, body, instructor, at_utc FROM judgement_words WHERE session = ? ORDER BY id", [session]
    ).fetchall()
    made = Judgement(session=session)
    for kind, body, instructor, at_utc in rows:
        if kind == "signature":
            made = replace(made, signed_by=instructor, signed_at_utc=at_utc)
        else:
            made = _with(replace(made, signed_by=None, signed_at_utc=None), decoded(_WORDS[kind], body))
    return made


def settle(db: Database, session: str) -> Judgement:
    """Bring the figures in the list of sessions up to the newest scorecard and judgement; returns the latter."""
    said = judgement(db, session)
    card = scorecard(db, session)
    total: float | None = None
    passed: bool | None = None
    if card is not None:
        outcome = result(card, said, rubric_tables.of_version(db, card.rubric, card.version))
        total, passed = outcome.total, outcome.passed
    db.execute(
        "UPDATE sessions SET total = ?, passed = ?, signed = ? WHERE id = ?",
        [total, None if passed is None else int(passed), int(said.signed_by is not None), session],
    )
    return said


def _with(made: Judgement, word: Override | Confirmation | Note) -> Judgement:
    match word:
        case Override():
            return replace(made, overrides=(*made.overrides, word))
        case Confirmation():
            return replace(made, confirmations=(*made.confirmations, word))
        case Note():
            return replace(made, notes=(*made.notes, word))


def _newest(db: Database, session: str) -> str | None:
    row = db.execute("SELECT body FROM scorecards WHERE session = ? ORDER BY id DESC LIMIT 1", [session]).fetchone()
    return None if row is None else str(row[0])


def _insert(db: Database, session: str, kind: str, at_utc: str, instructor: str, body: str) -> None:
    db.execute(
        "INSERT INTO judgement_words (session, kind, at_utc, instructor, body) VALUES (?, ?, ?, ?, ?)",
        [session, kind, at_utc, instructor, body],
    )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
