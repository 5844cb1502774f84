"""What assessors made of a session, each alone and both together, read from the words they said."""

from __future__ import annotations

from sqlite_utils import Database

from simulator.domain.assessing import Assessing, Opinion, name_key, own_words
from simulator.domain.judgement import Scorecard
from simulator.scoring.reconciling import differences
from simulator.storage import mark_tables, queue_tables
from simulator.storage.event_codec import decoded


def of_session(db: Database, session: str) -> Assessing:
    """How the marking of a session stands."""
    needed = queue_tables.needs_second(db, session)
    signed = queue_tables.signed(db, session)
    names = tuple(name for name, _ in signed.signers)
    stage = queue_tables.stage_of(needed, len(names), signed.closed)
    if not needed or len(names) < 2:
        return Assessing(stage=stage, second_needed=needed, signers=names)
    said = mark_tables.judgement(db, session)
    opinions = []
    for name, pinned in signed.signers[:2]:
        card = _card(db, pinned) or mark_tables.counting(db, session)
        if card is None:  # signed where nothing was scored: there is nothing to differ on
            return Assessing(stage=stage, second_needed=needed, signers=names)
        opinions.append(Opinion(assessor=name, scorecard=card, judgement=own_words(said, name)))
    return Assessing(
        stage=stage,
        second_needed=needed,
        signers=names,
        opinions=tuple(opinions),
        differences=differences(opinions[0], opinions[1], said),
    )


def signed_card(db: Database, session: str, name: str) -> Scorecard | None:
    """The scorecard this instructor's standing signature holds on to; None where there is none."""
    standing = {name_key(signer): pinned for signer, pinned in queue_tables.signed(db, session).signers}
    return _card(db, standing.get(name_key(name)))


def _card(db: Database, pinned: int | None) -> Scorecard | None:
    if pinned is None:
        return None
    row = db.execute("SELECT body FROM scorecards WHERE id = ?", [pinned]).fetchone()
    return None if row is None else decoded(Scorecard, row[0])
