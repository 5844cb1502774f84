"""Scorecards and instructors' words in the database: both only ever grow, and a signature holds on to its scorecard."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from sqlite_utils import Database

from simulator.domain.assessing import name_key, own_words, together
from simulator.domain.judgement import (
    Confirmation,
    EvidenceAdded,
    Joint,
    Judgement,
    Note,
    Override,
    Result,
    Scorecard,
    Withdrawal,
    Word,
)
from simulator.domain.marked import KeptScorecard, MarkedSession
from simulator.domain.rubric import Rubric
from simulator.domain.said import Signature, taken_back
from simulator.domain.session import SessionHeader
from simulator.scoring.result import result
from simulator.storage import queue_tables, rubric_tables, seals, standing_tables, word_tables
from simulator.storage.database import decoding
from simulator.storage.event_codec import decoded, encoded
from simulator.storage.word_tables import BARE, SIGNATURE, WORDS

_AT_ONCE = 500
"""Values in one query: SQLite takes at least 999."""


def save_scorecard(db: Database, card: Scorecard, basis: str = "") -> None:
    """Keep it as the newest, unless it is the newest already. ``basis`` tells what it was made of."""
    body = encoded(card)
    newest = db.execute(
        "SELECT body, basis FROM scorecards WHERE session = ? ORDER BY id DESC LIMIT 1", [card.session]
    ).fetchone()
    if newest is None or newest[0] != body or (basis and newest[1] != basis):
        db.execute(
            """INSERT INTO scorecards (session, made_utc, rubric, version, provisional, total, body, basis)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
            [card.session, _now(), card.rubric, card.version, int(card.provisional), card.total, body, basis],
        )


def scorecard(db: Database, session: str) -> Scorecard | None:
    """The newest."""
    row = db.execute("SELECT body FROM scorecards WHERE session = ? ORDER BY id DESC LIMIT 1", [session]).fetchone()
    return None if row is None else decoded(Scorecard, row[0])


def scorecards(db: Database, session: str) -> tuple[KeptScorecard, ...]:
    """All that were made, oldest first."""
    rows = db.execute(
        "SELECT id, made_utc, basis, body FROM scorecards WHERE session = ? ORDER BY id", [session]
    ).fetchall()
    return tuple(
        KeptScorecard(id=row[0], made_utc=row[1], basis=row[2], card=decoded(Scorecard, row[3])) for row in rows
    )


def with_basis(db: Database, session: str, basis: str) -> Scorecard | None:
    """The newest that was made of exactly this; None where there is none."""
    row = db.execute(
        "SELECT body FROM scorecards WHERE session = ? AND basis = ? ORDER BY id DESC LIMIT 1", [session, basis]
    ).fetchone()
    return None if row is None else decoded(Scorecard, row[0])


def counting(db: Database, session: str) -> Scorecard | None:
    """The scorecard that counts: the one a signature holds on to, else the newest.

    Once a later word took a signature away, the newest by the same version of the rubric counts: what was scored by
    another version since waits until an instructor adopts it.
    """
    ids = _counting_ids(db, [session])
    row = db.execute("SELECT body FROM scorecards WHERE id = ?", [ids[session]]).fetchone() if ids else None
    return None if row is None else decoded(Scorecard, row[0])


def say(db: Database, session: str, word: Word) -> None:
    """Put an instructor's word beside all earlier ones."""
    kind = next(name for name, each in WORDS.items() if isinstance(word, each))
    _insert(db, session, kind, word.at_utc, word.instructor, encoded(word))
    if isinstance(word, Withdrawal):
        word_tables.agree_anew(db, session)


def sign(
    db: Database, session: str, instructor: str, card: Scorecard | None = None, key: bytes = b"", log: str = ""
) -> None:
    """The instructor stands by this scorecard (else the newest) and all that was said so far, sealed under ``key``.

    ``log`` is the digest of the log he was shown; where it is "" the log is read and hashed now.
    """
    if card is None:
        pinned = db.execute("SELECT max(id) FROM scorecards WHERE session = ?", [session]).fetchone()[0]
    else:
        same = "SELECT max(id) FROM scorecards WHERE session = ? AND body = ?"
        pinned = db.execute(same, [session, encoded(card)]).fetchone()[0]
        if pinned is None:
            save_scorecard(db, card)
            pinned = db.execute(same, [session, encoded(card)]).fetchone()[0]
    at_utc = _now()
    body = BARE
    if pinned is not None:
        kept = decoded(Scorecard, db.execute("SELECT body FROM scorecards WHERE id = ?", [pinned]).fetchone()[0])
        said = judgement(db, session)
        if queue_tables.waits(db, session) and not _is_both(db, session, instructor):
            said = own_words(said, instructor)  # he signs his own marks; the other's he does not know
        outcome = result(kept, said, rubric_tables.of_version(db, kept.rubric, kept.version))
        body = encoded(seals.made(seals.resting_on(db, session, known=log), pinned, outcome, instructor, at_utc, key))
    _insert(db, session, SIGNATURE, at_utc, instructor, body, pinned)


def judgement(db: Database, session: str) -> Judgement:
    """All that holds, in order; a word said after a signature takes the signature away.

    Where a second assessor is needed, nobody has signed until both have and agree.
    """
    rows = db.execute(
        "SELECT kind, body, instructor, at_utc FROM judgement_words WHERE session = ? ORDER BY id", [session]
    ).fetchall()
    made = _judgement(session, rows)
    if made.signed_by is not None and queue_tables.waits(db, session):
        return replace(made, signed_by=None, signed_at_utc=None)
    return made


def settle(db: Database, session: str) -> Judgement:
    """Bring the figures in the list of sessions up to what counts; returns the judgement.

    Once a result was signed its figures stay until the next one is; while a second assessor is waited for, what one of
    them signed is nobody else's to know.
    """
    now = judgement(db, session)
    card, outcome = counting(db, session), counting_result(db, session)
    waits = queue_tables.waits(db, session)
    fixed = None if waits else last_signature(db, session)
    if card is not None and outcome is not None:
        standing_tables.keep(db, card, Judgement(session=session) if waits else now, outcome)
    total, passed = (None, None) if outcome is None else (outcome.total, outcome.passed)
    if fixed is not None:
        total, passed = fixed.total, fixed.passed
    db.execute(
        "UPDATE sessions SET total = ?, passed = ?, signed = ? WHERE id = ?",
        [total, None if passed is None else int(passed), int(now.signed_by is not None), session],
    )
    queue_tables.keep(db, session, now, card)
    return now


def checked(db: Database, session: str, log: str = "") -> seals.Resting:
    """All that the signatures of a session rest on, to be checked; the log's digest where it is known.

    Raise ContentError when there is no such session.
    """
    waits = queue_tables.waits(db, session)
    outcome = None if waits else counting_result(db, session)
    return seals.resting_on(db, session, word_tables.said(db, session), outcome, settled=not waits, known=log)


def last_signature(db: Database, session: str) -> Signature | None:
    """What the last signature holds fast; None where nobody signed, or before signatures held anything."""
    row = db.execute(
        "SELECT body FROM judgement_words WHERE session = ? AND kind = 'signature' ORDER BY id DESC LIMIT 1", [session]
    ).fetchone()
    return None if row is None or row[0] == BARE else decoded(Signature, row[0])


def counting_result(db: Database, session: str) -> Result | None:
    """What counts; None where nothing was scored. Whether it passed is open while a second assessor is waited for."""
    if queue_tables.waits(db, session):
        outcome = _result(db, session, Judgement(session=session))
        return None if outcome is None else replace(outcome, passed=None)
    return _result(db, session, judgement(db, session))


# ------------------------------------------------------------------------------------ many sessions at once


@dataclass(frozen=True, slots=True)
class PackedMarks:
    """A session's scorecard and judgement as they are stored: cheap to fetch, unpacked where there is time."""

    header: str
    trainee: str
    profile: str | None
    body: str
    words: tuple[tuple[str, str, str, str], ...]
    rubrics: dict[tuple[str, str], Rubric]

    def unpacked(self) -> MarkedSession:
        """Raise StoreError when what was stored is damaged."""
        with decoding("bolian.db"):
            return self._unpacked()

    def _unpacked(self) -> MarkedSession:
        header = decoded(SessionHeader, self.header)
        card = decoded(Scorecard, self.body)
        return MarkedSession(
            header=header,
            trainee=self.trainee,
            profile=self.profile,
            card=card,
            rubric=self.rubrics[card.rubric, card.version],
            judgement=_judgement(header.id, self.words),
        )


def packed(db: Database, sessions: Sequence[str]) -> tuple[PackedMarks, ...]:
    """What counts of each of these sessions that was scored, in their order.

    While a second assessor is waited for, that is what the machine made of it.
    """
    counting = _counting_ids(db, sessions)
    bodies = {
        row[0]: row[1:]
        for row in _rows(db, "SELECT id, body, rubric, version FROM scorecards WHERE id IN ({})", counting.values())
    }
    words: dict[str, list[tuple[str, str, str, str]]] = {}
    query = "SELECT session, kind, body, instructor, at_utc FROM judgement_words WHERE session IN ({}) ORDER BY id"
    for session, *word in _rows(db, query, [each for each in sessions if not queue_tables.waits(db, each)]):
        words.setdefault(session, []).append((word[0], word[1], word[2], word[3]))
    query = """SELECT s.id, s.header, t.name, json_extract(c.body, '$.profile') FROM sessions AS s
               JOIN trainees AS t ON t.id = s.trainee
               JOIN scenarios AS c ON c.hash = s.scenario_hash WHERE s.id IN ({})"""
    about = {row[0]: row[1:] for row in _rows(db, query, sessions)}
    versions = {(rubric, version) for _, rubric, version in bodies.values()}
    rubrics = {each: rubric_tables.of_version(db, *each) for each in versions}
    return tuple(
        PackedMarks(header, trainee, profile, bodies[counting[id]][0], tuple(words.get(id, ())), rubrics)
        for id in sessions
        if id in counting
        for header, trainee, profile in [about[id]]
    )


# ------------------------------------------------------------------------------------ inside


def _result(db: Database, session: str, said: Judgement) -> Result | None:
    card = counting(db, session)
    return None if card is None else _of_card(db, card, said)


def _of_card(db: Database, card: Scorecard, said: Judgement) -> Result:
    return result(card, said, rubric_tables.of_version(db, card.rubric, card.version))


def _counting_ids(db: Database, sessions: Sequence[str]) -> dict[str, int]:
    """The scorecard that counts of each session that has one."""
    cards: dict[str, list[tuple[int, str, str, str]]] = {}
    query = "SELECT session, id, made_utc, rubric, version FROM scorecards WHERE session IN ({}) ORDER BY id"
    for session, *card in _rows(db, query, sessions):
        cards.setdefault(session, []).append((card[0], card[1], card[2], card[3]))
    found = {session: made[-1][0] for session, made in cards.items()}
    signed: dict[str, tuple[str, int | None, bool]] = {}
    query = "SELECT session, kind, at_utc, scorecard FROM judgement_words WHERE session IN ({}) ORDER BY id"
    for session, kind, at_utc, pinned in _rows(db, query, sessions):
        if kind == "signature":
            signed[session] = (at_utc, pinned, True)
        elif session in signed:
            signed[session] = (*signed[session][:2], False)
    for session, (at_utc, pinned, stands) in signed.items():
        made = cards.get(session)
        if not made:
            continue
        # A signature that came from elsewhere names no scorecard: it was given on the newest of its time.
        held = next((each for each in made if each[0] == pinned), None) or next(
            (each for each in reversed(made) if each[1] <= at_utc), made[-1]
        )
        found[session] = held[0] if stands else [each[0] for each in made if each[2:] == held[2:]][-1]
    return found


def _rows(db: Database, query: str, values: Iterable[str | int]) -> Iterator[Any]:
    """The rows of a query with a list in it, for lists of any length."""
    wanted = list(values)
    for start in range(0, len(wanted), _AT_ONCE):
        part = wanted[start : start + _AT_ONCE]
        yield from db.execute(query.format(", ".join("?" * len(part))), part).fetchall()


def _judgement(session: str, rows: Iterable[tuple[str, str, str, str]]) -> Judgement:
    made = Judgement(session=session)
    words = [
        (None if kind == SIGNATURE else word_tables.word_of(kind, body), instructor, at_utc)
        for kind, body, instructor, at_utc in rows
    ]
    back = taken_back((number, word) for number, (word, _, _) in enumerate(words))
    for number, (word, instructor, at_utc) in enumerate(words):
        if word is None:
            made = replace(made, signed_by=instructor, signed_at_utc=at_utc)
        else:
            made = replace(made, signed_by=None, signed_at_utc=None)
            made = made if number in back else _with(made, word)
    return made


def _with(made: Judgement, word: Word) -> Judgement:
    match word:
        case Joint():
            return _with(made, word.said)
        case Override():
            return replace(made, overrides=(*made.overrides, word))
        case Confirmation():
            return replace(made, confirmations=(*made.confirmations, word))
        case Note():
            return replace(made, notes=(*made.notes, word))
        case EvidenceAdded():
            return replace(made, evidence=(*made.evidence, word))
        case Withdrawal():
            return made


def _is_both(db: Database, session: str, name: str) -> bool:
    """Whether this is the common name of the two assessors who have signed."""
    pair = tuple(signer for signer, _ in queue_tables.signed(db, session).signers)[:2]
    return len(pair) == 2 and name_key(name) == name_key(together(pair))


def _insert(
    db: Database, session: str, kind: str, at_utc: str, instructor: str, body: str, scorecard: int | None = None
) -> None:
    db.execute(
        "INSERT INTO judgement_words (session, kind, at_utc, instructor, body, scorecard) VALUES (?, ?, ?, ?, ?, ?)",
        [session, kind, at_utc, instructor, body, scorecard],
    )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
