"""Signatures that hold a result fast: digests of all it rests on, chained, and sealed with the centre's own key.

They show that something was changed by hand afterwards. They do not stop whoever can read the key from sealing anew,
and do not show that the newest signature was taken out whole.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlite_utils import Database

from simulator.domain.judgement import Result
from simulator.domain.said import Altered, Said, SealState, Signature, SignedVersion
from simulator.ports import ContentError, StoreError
from simulator.storage import log_tables
from simulator.storage.database import translated
from simulator.storage.event_codec import decoded
from simulator.storage.word_tables import BARE, SIGNATURE

KEY_FILE = "seal.key"
_KEY_BYTES = 32
ROWS = 1500
"""Lines hashed at once: much at once keeps other threads waiting."""
_HEADER = (
    "id",
    "scenario",
    "scenario_version",
    "language",
    "seed",
    "take",
    "began_utc",
    "app_version",
    "mode",
    "paper",
)
"""Of a session's header; who took part is numbered anew where a session is taken in."""
Rows = tuple[tuple[str, str, str, str, int | None], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Resting:
    """All that signatures of a session rest on, as it is stored: fetched on the store's thread, hashed on any."""

    session: str
    header: str
    events: tuple[tuple[str, str], ...]
    """Kind and body of each, in order; none where the digest of the log is known."""
    words: Rows
    """Kind, body, instructor, time, scorecard."""
    cards: dict[int, str]
    total: float | None
    """As the list of sessions has it."""
    said: tuple[Said, ...] = ()
    now: Result | None = None
    """What scorecard and words come to now, with the rubric as it is now."""
    settled: bool = True
    """The last signature is what counts; False while a second assessor is waited for."""
    known: str = ""
    """The digest of the log, where it was hashed before."""

    def log(self) -> str:
        return self.known or log_digest(self.header, self.events)

    def spoken(self, first: int) -> str:
        """Of the first so many words; a scorecard is told by its content, for its number changes in other stores."""
        made = hashlib.sha256()
        for kind, body, instructor, at_utc, card in self.words[:first]:
            held = _sha256(self.cards[card]) if card in self.cards else ""
            made.update(_canonical([kind, body, instructor, at_utc, held]) + b"\n")
        return made.hexdigest()

    def versions(self, key: bytes) -> tuple[SignedVersion, ...]:
        """Every signed version, the oldest first, each checked."""
        found: list[SignedVersion] = []
        since: list[Said] = []
        log = self.log()
        chained = ""
        for each in self.said:
            if each.word is not None:
                since.append(each)
                continue
            wrong = self._wrong(each, key, log, chained)
            signature = each.signature
            state = SealState.UNSEALED
            if signature is not None:
                foreign = signature.key != key_name(key)
                state = SealState.ALTERED if wrong else SealState.FOREIGN if foreign else SealState.INTACT
                chained = signature.digest
            found.append(
                SignedVersion(
                    number=len(found) + 1,
                    by=each.instructor,
                    at_utc=each.at_utc,
                    total=None if signature is None else signature.total,
                    before=found[-1].total if found else None,
                    passed=None if signature is None else signature.passed,
                    said=tuple(since),
                    state=state,
                    altered=tuple(wrong),
                )
            )
            since = []
        return self._with_figures(found)

    def _wrong(self, given: Said, key: bytes, log: str, chained: str) -> list[Altered]:
        signature = given.signature
        if signature is None:
            return []
        card, ours = self.words[given.number][4], signature.key == key_name(key)
        found = [
            (Altered.SIGNATURE, signature.digest != digest_of(signature, self.session, given.instructor, given.at_utc)),
            (Altered.SEAL, ours and not hmac.compare_digest(signature.seal, _seal(signature, key))),
            (Altered.CHAIN, signature.previous != chained),
            (Altered.SCORECARD, card not in self.cards or signature.card != _sha256(self.cards[card])),
            (Altered.WORDS, signature.words != given.number or signature.said != self.spoken(given.number)),
            (Altered.LOG, signature.log != log),
        ]
        return [what for what, is_so in found if is_so]

    def _with_figures(self, found: list[SignedVersion]) -> tuple[SignedVersion, ...]:
        """The newest version is also held against the list of sessions, and against what it comes to now."""
        last = next((each for each in reversed(self.said) if each.word is None), None)
        if last is None or last.signature is None or not self.settled:
            return tuple(found)
        signature, newest = last.signature, found[-1]
        wrong = not _same(self.total, signature.total)
        if self.now is not None and self.said[-1] is last:
            wrong = wrong or self.now.levels != signature.levels or not _same(self.now.total, signature.total)
        if wrong:
            found[-1] = replace(newest, state=SealState.ALTERED, altered=(*newest.altered, Altered.TOTAL))
        return tuple(found)


def log_digest(header: str, events: Sequence[tuple[str, str]]) -> str:
    """Of a session's log: what was settled before, then kind and body of each event, in order."""
    about = json.loads(header)
    made = hashlib.sha256(_canonical([about.get(name) for name in _HEADER]))
    for first in range(0, len(events), ROWS):
        piece = [f"{kind}\0{body}\n" for kind, body in events[first : first + ROWS]]
        made.update("".join(piece).encode())
    return made.hexdigest()


def resting_on(
    db: Database,
    session: str,
    said: tuple[Said, ...] | None = None,
    now: Result | None = None,
    *,
    settled: bool = True,
    known: str = "",
) -> Resting:
    """Fetch all that signatures of a session rest on, but the log where its digest is ``known``.

    ``said`` is for checking: the log is left out where nothing was sealed. Raise ContentError when there is no session.
    """
    row = db.execute("SELECT header, total FROM sessions WHERE id = ?", [session]).fetchone()
    if row is None:
        raise ContentError("session_unknown", id=session)
    words = db.execute(
        "SELECT kind, body, instructor, at_utc, scorecard FROM judgement_words WHERE session = ? ORDER BY id", [session]
    ).fetchall()
    wanted = not known and (said is None or any(kind == SIGNATURE and body != BARE for kind, body, *_ in words))
    cards = db.execute("SELECT id, body FROM scorecards WHERE session = ?", [session]).fetchall()
    return Resting(
        session=session,
        header=row[0],
        events=log_tables.written(db, session) if wanted else (),
        words=tuple(words),
        cards=dict(cards),
        total=row[1],
        said=said or (),
        now=now,
        settled=settled,
        known=known,
    )


def made(rests: Resting, card: int, outcome: Result, instructor: str, at_utc: str, key: bytes) -> Signature:
    """What an instructor signs at this moment."""
    earlier = [
        decoded(Signature, body) if body != BARE else None for kind, body, *_ in rests.words if kind == SIGNATURE
    ]
    kept = [each for each in earlier if each is not None]
    bare = Signature(
        version=len(earlier) + 1,
        total=outcome.total,
        passed=outcome.passed,
        levels=outcome.levels,
        words=len(rests.words),
        card=_sha256(rests.cards[card]),
        said=rests.spoken(len(rests.words)),
        log=rests.log(),
        previous=kept[-1].digest if kept else "",
        digest="",
        key=key_name(key),
        seal="",
    )
    signed = replace(bare, digest=digest_of(bare, rests.session, instructor, at_utc))
    return replace(signed, seal=_seal(signed, key))


def digest_of(signature: Signature, session: str, instructor: str, at_utc: str) -> str:
    """Of everything a signature says, and of who gave it when for which session."""
    whole = [
        session,
        instructor,
        at_utc,
        signature.version,
        signature.total,
        signature.passed,
        [list(level) for level in signature.levels],
        signature.words,
        signature.card,
        signature.said,
        signature.log,
        signature.previous,
        signature.key,
    ]
    return hashlib.sha256(_canonical(whole)).hexdigest()


def key_name(key: bytes) -> str:
    """Tells keys apart without telling the key."""
    return hashlib.sha256(b"bolian seal key\0" + key).hexdigest()[:16]


def centre_key(folder: Path) -> bytes:
    """The key this data folder's signatures are sealed with. Raise StoreError."""
    return kept_key(folder / KEY_FILE)


def kept_key(path: Path) -> bytes:
    """A secret of the data folder, made when first wanted; for its owner's eyes only. Raise StoreError."""
    with translated(path):
        try:
            kept = path.read_bytes()
        except FileNotFoundError:
            kept = secrets.token_bytes(_KEY_BYTES)
            part = path.with_name(path.name + ".part")
            part.unlink(missing_ok=True)
            with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(kept)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
    if len(kept) != _KEY_BYTES:
        raise StoreError("seal_key_damaged", path=str(path))
    return kept


def _seal(signature: Signature, key: bytes) -> str:
    return hmac.new(key, signature.digest.encode(), hashlib.sha256).hexdigest()


def _same(one: float | None, other: float | None) -> bool:
    return one == other or (one is not None and other is not None and abs(one - other) < 1e-9)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _canonical(value: Iterable[object]) -> bytes:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()
