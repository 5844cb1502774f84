"""A session read for the review room, whole and as it is stored, on whatever thread has time to unpack it.

What was worked out of a session when it was last looked at is kept, with all it was worked out of: as long as that
holds, findings, marks and lanes need not be made again.
"""

from __future__ import annotations

import hashlib
import zlib
from base64 import b64decode, b64encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import msgspec
from sqlite_utils import Database

from simulator.domain.compliance import RulePack
from simulator.domain.events import FINDINGS, Event
from simulator.domain.scenario import Scenario
from simulator.domain.session import SessionHeader, SessionLog, Transcript
from simulator.storage import log_tables, rule_tables, seals, session_tables
from simulator.storage.database import apart, decoding, translated
from simulator.storage.event_codec import decoded, encoded, event_of, event_row
from simulator.storage.stored_events import stored_events, stored_phrases

T = TypeVar("T")
U = TypeVar("U")


class _Kept(msgspec.Struct):
    """What was worked out of a session: ``rows`` are a number and a count of events of the log, or kind and body."""

    basis: str
    rows: list[tuple[int | str, int | str]]
    values: tuple[str, str | None]


_KEPT = msgspec.json.Decoder(_Kept)
LARGEST = 512 * 1024 * 1024
"""Bytes of what is kept, at most: some 50 times those of a session with 200,000 comments."""
_FINDINGS = frozenset(kind.__name__ for kind in FINDINGS)


@dataclass(frozen=True, slots=True)
class PackedPhrases:
    """A transcript as it is stored."""

    final: bool
    engine: str
    heard: float | None
    made_utc: str | None
    bodies: tuple[str, ...]

    def unpacked(self) -> Transcript:
        """Its phrases are unpacked when they are asked for."""
        return Transcript(engine=self.engine, final=self.final, phrases=stored_phrases(self.bodies), heard=self.heard)


@dataclass(frozen=True)
class PackedSession:
    """All that a session is looked back at by, as it is stored. Whatever it is asked may be asked on any thread.

    Raise StoreError when what was stored is damaged. Pickled it only says where it is stored, and is read there by who
    unpacks it: to write an hour out for another process keeps the interpreter from the window.
    """

    path: str
    header: str
    scenario: str
    events: tuple[tuple[str, str], ...]
    """Kind and body of each, in order; those of one moment as they were written."""
    live: PackedPhrases | None
    final: PackedPhrases | None
    rules: str | None
    kept: str | None

    def __reduce__(self) -> tuple[Callable[[str, str], PackedSession], tuple[str, str]]:
        return read_apart, (self.path, self.head().header.id)

    def head(self) -> SessionLog:
        """What was settled before going live; without any event."""
        return self._checked(lambda: self._logged((), whole=True))

    def log(self, *, whole: bool = True) -> SessionLog:
        """As it was written on air: all of it unpacked now, or each event when it is asked for."""
        return self._checked(lambda: self._logged(self.events, whole=whole))

    def recorded(self) -> SessionLog:
        """The log without findings, each event unpacked when it is asked for."""
        rows = [row for row in self.events if row[0] not in _FINDINGS]
        return self._checked(lambda: self._logged(rows, whole=False))

    def transcripts(self) -> tuple[Transcript | None, Transcript | None]:
        """What was heard on air, and what was heard of the whole recording."""
        live, final = (None if each is None else each.unpacked() for each in (self.live, self.final))
        return live, final

    @property
    def heard_utc(self) -> str | None:
        """When the whole recording was heard."""
        return None if self.final is None else self.final.made_utc

    def rule_pack(self) -> RulePack | None:
        """What it was judged by; None where that was not kept."""
        rules = self.rules
        return None if rules is None else self._checked(lambda: decoded(RulePack, rules))

    @property
    def size(self) -> int:
        """Events in its log."""
        return len(self.events)

    def digest(self) -> str:
        """Changes when the log, a transcript or the rules do."""
        written = (len(self.events), sum([len(body) for _, body in self.events]))  # what is in a log never changes
        made = hashlib.sha256(repr((written, self.rules)).encode())
        for heard in (self.live, self.final):
            if heard is not None:
                made.update(repr((heard.final, heard.engine, heard.heard, heard.made_utc, len(heard.bodies))).encode())
                made.update("\n".join(heard.bodies).encode())
        return made.hexdigest()

    def seal(self) -> str:
        """What a signature holds the log fast by."""
        return seals.log_digest(self.header, self.events)

    def with_kept(self, body: str) -> PackedSession:
        """The same with this kept of it."""
        return replace(self, kept=body)

    def remembered(self, basis: str, kind: type[T], other: type[U]) -> tuple[SessionLog, T, U | None] | None:
        """The log as it was worked out, and what was worked out of it; None unless it was made of exactly this."""
        kept = self._kept(basis)
        if kept is None:
            return None
        try:
            rows: list[tuple[str, str]] = []
            for one, two in kept.rows:
                if isinstance(one, int):
                    rows += self.events[one : one + int(two)]
                else:
                    rows.append((one, str(two)))
            one_value, other_value = kept.values
            wanted = None if other_value is None else decoded(other, other_value)
            return self._logged(rows, whole=False), decoded(kind, one_value), wanted
        except (ValueError, TypeError, IndexError):
            return None  # of another version, or damaged: it is worked out anew

    def kept_with(self, basis: str, log: SessionLog, value: object) -> str | None:
        """What is kept, with something else worked out of the same ``log``; None where that is not what is kept."""
        kept = self._kept(basis)
        if kept is None:
            return None
        events = sum(two if isinstance(one, int) and isinstance(two, int) else 1 for one, two in kept.rows)
        return _packed(_Kept(basis, kept.rows, (encoded(value), None))) if events == len(log.events) else None

    def to_keep(self, basis: str, base: SessionLog, log: SessionLog, value: object, other: object) -> str:
        """``log``, which was made of ``base``, and what was worked out of it, in a form ``remembered`` can read.

        Only what ``base`` does not have is written once more. Raise ValueError where ``base`` is not this log.
        """
        kinds = [kind for kind, _ in self.events]
        if kinds != [type(event).__name__ for event in base.events]:
            raise ValueError("that log is not the one that was read")
        number_of = {id(event): number for number, event in enumerate(base.events)}
        rows: list[tuple[int | str, int | str]] = []
        for event in log.events:
            number = number_of.get(id(event))
            one, two = rows[-1] if rows else ("", "")
            if number is None:
                rows.append(event_row(event)[1:])
            elif isinstance(one, int) and isinstance(two, int) and one + two == number:
                rows[-1] = (one, two + 1)
            else:
                rows.append((number, 1))
        return _packed(_Kept(basis, rows, (encoded(value), encoded(other))))

    # -------------------------------------------------------------------------------- inside

    def _logged(self, rows: Sequence[tuple[str, str]], *, whole: bool) -> SessionLog:
        events, places = stored_events(rows, event_of if whole else self._event)
        return SessionLog(
            header=decoded(SessionHeader, self.header),
            scenario=decoded(Scenario, self.scenario),
            events=tuple(events) if whole else events,
        ).placed(places)

    def _kept(self, basis: str) -> _Kept | None:
        """What is kept, where it was made of this."""
        if self.kept is None:
            return None
        try:
            kept = _KEPT.decode(zlib.decompressobj().decompress(b64decode(self.kept, validate=True), LARGEST))
        except (ValueError, zlib.error):
            return None  # of another version, or damaged
        return kept if kept.basis == basis else None

    def _event(self, kind: str, body: str) -> Event:
        return self._checked(lambda: event_of(kind, body))

    def _checked(self, unpack: Callable[[], T]) -> T:
        with decoding(self.path):
            return unpack()


def read(db: Database, path: str, session: str) -> PackedSession:
    """A session of the database at ``path``. Raise ContentError when there is none."""
    header, scenario = session_tables.settled(db, session)
    live, final = (_phrases(db, session, final=final) for final in (False, True))
    kept = db.execute("SELECT body FROM looked_back WHERE session = ?", [session]).fetchone()
    return PackedSession(
        path=path,
        header=header,
        scenario=scenario,
        events=log_tables.written(db, session),
        live=live,
        final=final,
        rules=rule_tables.body_of(db, session),
        kept=None if kept is None else kept[0],
    )


def read_apart(path: str, session: str) -> PackedSession:
    """A session of the database at ``path``, on any thread, in any process. Raise StoreError, or ContentError."""
    with decoding(path), translated(Path(path)), apart(Path(path)) as db:
        return read(db, path, session)


def _packed(kept: _Kept) -> str:
    """A fifth of its size, since it is written on the window's thread."""
    return b64encode(zlib.compress(msgspec.json.encode(kept), 1)).decode()


def keep(db: Database, session: str, body: str) -> None:
    """Keep what was worked out of a session in place of what was before."""
    db.execute("INSERT OR REPLACE INTO looked_back VALUES (?, ?)", [session, body])


def _phrases(db: Database, session: str, *, final: bool) -> PackedPhrases | None:
    row = db.execute(
        "SELECT engine, heard, made_utc FROM transcripts WHERE session = ? AND final = ?", [session, int(final)]
    ).fetchone()
    if row is None:
        return None
    return PackedPhrases(final, row[0], row[1], row[2], log_tables.phrases(db, session, final=final))
