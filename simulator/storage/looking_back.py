"""A session read for the review room: in small steps on the store's thread, unpacked on any other.

What was worked out of a session when it was last looked at is kept, with all it was worked out of: as long as that
holds, findings, marks and lanes need not be made again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cached_property
from operator import le
from typing import Any, TypeVar

from sqlite_utils import Database

from simulator.domain.compliance import RulePack
from simulator.domain.scenario import Scenario
from simulator.domain.session import SessionHeader, SessionLog, Transcript
from simulator.ports import ContentError, StoreError
from simulator.storage import rule_tables, seals
from simulator.storage.event_codec import CodecError, decoded, encoded, event_row
from simulator.storage.stored_events import stored_events, stored_phrases

T = TypeVar("T")
ROWS = 1500
"""Events read in one step: some milliseconds on a slow disk."""
Reading = Callable[[], AbstractContextManager[Database]]


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

    Raise StoreError when what was stored is damaged.
    """

    path: str
    header: str
    scenario: str
    written: tuple[tuple[float, str, str], ...]
    """When, kind and body of each event, as they were written."""
    live: PackedPhrases | None
    final: PackedPhrases | None
    rules: str | None
    kept: str | None

    @cached_property
    def events(self) -> tuple[tuple[str, str], ...]:
        """Kind and body of each, in order; those of one moment as they were written."""
        times = [row[0] for row in self.written]
        ordered = all(map(le, times, times[1:]))  # as it was written on air: nearly always
        rows = self.written if ordered else sorted(self.written, key=lambda row: row[0])
        return tuple([row[1:] for row in rows])

    def head(self) -> SessionLog:
        """What was settled before going live; without any event."""
        return self._checked(lambda: self._logged((), whole=True))

    def log(self, *, whole: bool = True) -> SessionLog:
        """As it was written on air: all of it unpacked now, or each event when it is asked for."""
        return self._checked(lambda: self._logged(self.events, whole=whole))

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

    def digest(self) -> str:
        """Changes when the log, a transcript or the rules do."""
        written = (len(self.written), sum([len(row[2]) for row in self.written]))  # what is in a log never changes
        made = hashlib.sha256(repr((written, self.rules)).encode())
        for heard in (self.live, self.final):
            if heard is not None:
                made.update(repr((heard.final, heard.engine, heard.heard, heard.made_utc, len(heard.bodies))).encode())
                made.update("\n".join(heard.bodies).encode())
        return made.hexdigest()

    def seal(self) -> str:
        """What a signature holds the log fast by."""
        return seals.log_digest(self.header, self.written)

    def remembered(self, basis: str, kind: type[T]) -> tuple[SessionLog, T] | None:
        """The log as it was worked out, and what was worked out of it; None unless it was made of exactly this."""
        if self.kept is None:
            return None
        try:
            kept = json.loads(self.kept)
            if kept["basis"] != basis:
                return None
            rows: list[tuple[str, str]] = []
            for piece in kept["rows"]:
                if isinstance(piece[0], int):
                    rows += self.events[piece[0] : piece[0] + piece[1]]
                else:
                    rows.append((piece[0], piece[1]))
            return self._logged(rows, whole=False), decoded(kind, kept["value"])
        except (ValueError, KeyError, TypeError, IndexError):
            return None  # of another version, or damaged: it is worked out anew

    def to_keep(self, basis: str, base: SessionLog, log: SessionLog, value: object) -> str:
        """``log``, which was made of ``base``, and what was worked out of it, in a form ``remembered`` can read.

        Only what ``base`` does not have is written once more. Raise ValueError where ``base`` is not this log.
        """
        kinds = [kind for kind, _ in self.events]
        if kinds != [type(event).__name__ for event in base.events]:
            raise ValueError("that log is not the one that was read")
        number_of = {id(event): number for number, event in enumerate(base.events)}
        rows: list[list[Any]] = []
        for event in log.events:
            number = number_of.get(id(event))
            if number is None:
                rows.append(list(event_row(event)[1:]))
            elif rows and isinstance(rows[-1][0], int) and sum(rows[-1]) == number:
                rows[-1][1] += 1
            else:
                rows.append([number, 1])
        return json.dumps({"basis": basis, "rows": rows, "value": encoded(value)}, ensure_ascii=False)

    # -------------------------------------------------------------------------------- inside

    def _logged(self, rows: Sequence[tuple[str, str]], *, whole: bool) -> SessionLog:
        events, places = stored_events(rows)
        return SessionLog(
            header=decoded(SessionHeader, self.header),
            scenario=decoded(Scenario, self.scenario),
            events=tuple(events) if whole else events,
        ).placed(places)

    def _checked(self, unpack: Callable[[], T]) -> T:
        try:
            return unpack()
        except CodecError as error:
            raise StoreError("database_damaged", path=self.path, why=str(error)) from error


class SessionReading:
    """A session being read, a few milliseconds at a time."""

    def __init__(self, reading: Reading, path: str, session: str) -> None:
        """Raise ContentError when there is none."""
        self._reading = reading
        self._path = path
        self._session = session
        self._events: list[tuple[float, str, str]] = []
        self._last = -1
        with reading() as db:
            row = db.execute(
                """SELECT s.header, c.body FROM sessions AS s
                   JOIN scenarios AS c ON c.hash = s.scenario_hash WHERE s.id = ?""",
                [session],
            ).fetchone()
        if row is None:
            raise ContentError("session_unknown", id=session)
        self._header, self._scenario = row

    def more(self) -> bool:
        """Read some more of the log; False once there was no more."""
        with self._reading() as db:
            rows = db.execute(
                "SELECT seq, at, kind, body FROM events WHERE session = ? AND seq > ? ORDER BY seq LIMIT ?",
                [self._session, self._last, ROWS],
            ).fetchall()
        if rows:
            self._last = rows[-1][0]
            self._events += [(at, kind, body) for _, at, kind, body in rows]
        return len(rows) == ROWS

    def packed(self) -> PackedSession:
        """All of it, once there is no more."""
        with self._reading() as db:
            live, final = (_phrases(db, self._session, final=final) for final in (False, True))
            rules = rule_tables.body_of(db, self._session)
            kept = db.execute("SELECT body FROM looked_back WHERE session = ?", [self._session]).fetchone()
        return PackedSession(
            path=self._path,
            header=self._header,
            scenario=self._scenario,
            written=tuple(self._events),
            live=live,
            final=final,
            rules=rules,
            kept=None if kept is None else kept[0],
        )


def keep(db: Database, session: str, body: str) -> None:
    """Keep what was worked out of a session in place of what was before."""
    db.execute("INSERT OR REPLACE INTO looked_back VALUES (?, ?)", [session, body])


def _phrases(db: Database, session: str, *, final: bool) -> PackedPhrases | None:
    row = db.execute(
        "SELECT engine, heard, made_utc FROM transcripts WHERE session = ? AND final = ?", [session, int(final)]
    ).fetchone()
    if row is None:
        return None
    bodies = db.execute(
        "SELECT body FROM phrases WHERE session = ? AND final = ? ORDER BY seq", [session, int(final)]
    ).fetchall()
    return PackedPhrases(final, row[0], row[1], row[2], tuple(body for (body,) in bodies))
