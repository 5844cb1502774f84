"""Instructors' words one by one; they are only added to, and a word that is taken back stays where it is."""

from __future__ import annotations

from sqlite_utils import Database

from simulator.domain.judgement import Confirmation, EvidenceAdded, Joint, Note, Override, Withdrawal, Word
from simulator.domain.said import Said, Signature, taken_back
from simulator.storage.event_codec import NewerError, decoded

WORDS: dict[str, type[Override | Confirmation | Note | EvidenceAdded | Joint | Withdrawal]] = {
    "override": Override,
    "confirmation": Confirmation,
    "note": Note,
    "evidence": EvidenceAdded,
    "withdrawal": Withdrawal,
    "joint": Joint,
}
"""What is said, by the kind it is kept under; "signature" is the one besides."""
SIGNATURE = "signature"
BARE = "{}"
"""The body of a signature that was given before signatures held anything fast."""


def word_of(kind: str, body: str) -> Word:
    """A word as it is stored. Raise CodecError when it is none of ours."""
    if kind not in WORDS:
        raise NewerError(f"unknown kind of word {kind!r}")
    return decoded(WORDS[kind], body)


def said(db: Database, session: str) -> tuple[Said, ...]:
    """Every word and signature, in order. Raise CodecError when what was stored is damaged."""
    rows = db.execute(
        "SELECT kind, body, instructor, at_utc FROM judgement_words WHERE session = ? ORDER BY id", [session]
    ).fetchall()
    words = [None if kind == SIGNATURE else word_of(kind, body) for kind, body, _, _ in rows]
    back = taken_back(enumerate(words))
    return tuple(
        Said(
            number=number,
            word=word,
            instructor=instructor,
            at_utc=at_utc,
            holds=number not in back,
            signature=decoded(Signature, body) if word is None and body != BARE else None,
        )
        for number, (word, (_, body, instructor, at_utc)) in enumerate(zip(words, rows, strict=True))
    )


def agree_anew(db: Database, session: str) -> None:
    """Count the levels of a session anew where agreement is concerned: only words that hold speak there."""
    ids = [row[0] for row in db.execute("SELECT id FROM judgement_words WHERE session = ? ORDER BY id", [session])]
    db.execute("DELETE FROM level_pairs WHERE session = ?", [session])
    db.execute(
        "DELETE FROM level_pairs_due WHERE word IN (SELECT id FROM judgement_words WHERE session = ?)", [session]
    )
    holding = [(ids[each.number],) for each in said(db, session) if each.holds and isinstance(each.word, Override)]
    db.conn.executemany("INSERT INTO level_pairs_due VALUES (?)", holding)
