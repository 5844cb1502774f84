"""What of a session goes into an archive, member by member, and how it comes back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from sqlite_utils import Database

from simulator.domain.events import HostSpoke
from simulator.domain.judgement import Scorecard
from simulator.domain.said import Signature
from simulator.domain.scenario import Scenario
from simulator.domain.session import Ending, SessionHeader, Transcript
from simulator.ports import ContentError
from simulator.storage import (
    mark_tables,
    rubric_tables,
    rule_tables,
    search_tables,
    standing_tables,
    trainee_tables,
    transcript_tables,
    word_tables,
)
from simulator.storage.event_codec import CodecError, decoded, encoded, event_of

SESSION, SCENARIO, LOG, TRANSCRIPTS, SCORECARDS, JUDGEMENT, RUBRICS, RULES = MEMBERS = (
    "session.json",
    "scenario.json",
    "log.jsonl",
    "transcripts.jsonl",
    "scorecards.jsonl",
    "judgement.jsonl",
    "rubrics.jsonl",
    "rules.json",
)
"""In the order they are written. What a session comes to own besides is one more name here."""
OWN_NUMBERS = ("id", "session")
"""Columns that are numbered anew where a session is taken in."""
LONGEST_ID = 64
NO_RULES = "null"
"""A session of before packs were kept."""


# ------------------------------------------------------------------------------------ out


def members_of(db: Database, session: str) -> dict[str, bytes]:
    """Every member of this session. Raise ContentError when there is no such session, or it has not ended."""
    row = db.execute(
        """SELECT s.header, s.ending, t.id, t.name, c.body FROM sessions AS s JOIN trainees AS t ON t.id = s.trainee
           JOIN scenarios AS c ON c.hash = s.scenario_hash WHERE s.id = ?""",
        [session],
    ).fetchone()
    if row is None:
        raise ContentError("session_unknown", id=session)
    header, ending, trainee, name, scenario = row
    if ending == Ending.ON_AIR:
        raise ContentError("session_not_ended", id=session)
    events = db.execute("SELECT kind, body FROM events WHERE session = ? ORDER BY at, seq", [session])
    about = {"header": json.loads(header), "ending": ending, "trainee": {"id": trainee, "name": name}}
    cards = list(_rows(db, "scorecards", session))
    return {
        SESSION: _json(about).encode(),
        SCENARIO: str(scenario).encode(),
        LOG: _lines(f"[{_json(kind)},{body}]" for kind, body in events),
        TRANSCRIPTS: _lines(map(_json, _transcripts(db, session))),
        SCORECARDS: _lines(map(_json, cards)),
        JUDGEMENT: _lines(map(_json, _rows(db, "judgement_words", session))),
        RUBRICS: _lines(map(_json, _rubrics(db, {(card["rubric"], card["version"]) for card in cards}))),
        RULES: (rule_tables.body_of(db, session) or NO_RULES).encode(),
    }


def _transcripts(db: Database, session: str) -> Iterator[dict[str, Any]]:
    """Live, then final."""
    rows = db.execute(
        "SELECT final, engine, made_utc, heard FROM transcripts WHERE session = ? ORDER BY final", [session]
    ).fetchall()
    for final, engine, made_utc, heard in rows:
        bodies = db.execute("SELECT body FROM phrases WHERE session = ? AND final = ? ORDER BY seq", [session, final])
        phrases = [json.loads(body) for (body,) in bodies]
        yield {"final": bool(final), "engine": engine, "made_utc": made_utc, "heard": heard, "phrases": phrases}


def _rows(db: Database, table: str, session: str) -> Iterator[dict[str, Any]]:
    """The rows of a table that belong to the session, in order; their bodies as the objects they are."""
    cursor = db.execute(f"SELECT * FROM {table} WHERE session = ? ORDER BY id", [session])
    names = [column[0] for column in cursor.description]
    for values in cursor.fetchall():
        row = dict(zip(names, values, strict=True))
        del row["session"]
        yield {**row, "body": json.loads(row["body"])}


def _rubrics(db: Database, versions: set[tuple[str, str]]) -> Iterator[dict[str, Any]]:
    for id, version in sorted(versions):
        row = db.execute("SELECT source, body FROM rubrics WHERE id = ? AND version = ?", [id, version]).fetchone()
        if row is not None:
            yield {"source": row[0], "body": row[1]}


# ------------------------------------------------------------------------------------ in


def put(db: Database, texts: Mapping[str, bytes], file: str) -> str:
    """Enter a session and all that belongs to it, within the caller's transaction; returns its id.

    Raise ContentError where a member does not hold what it should, or the session is here already.
    """
    held = _Held(file, texts)
    about = held.one(SESSION)
    with held.reading(SESSION):
        header = decoded(SessionHeader, _json(about["header"]))
        ending = Ending(about["ending"])
        who = (_text(about["trainee"]["id"]), _text(about["trainee"]["name"]))
        if ending is Ending.ON_AIR or not who[0] or len(who[0]) > LONGEST_ID:
            raise ValueError("not a session that ended, or nobody's")
    with held.reading(SCENARIO):
        scenario = decoded(Scenario, texts[SCENARIO].decode())
        if (scenario.id, scenario.language) != (header.scenario, header.language):
            raise ValueError("the scenario of another session")
    if db.execute("SELECT 1 FROM sessions WHERE id = ?", [header.id]).fetchone():
        raise ContentError("session_already_here", id=header.id)
    header = replace(header, trainee=trainee_tables.brought(db, *who))
    _put_session(db, header, encoded(scenario), ending)
    if texts[RULES].decode("utf-8", "replace") != NO_RULES:
        with held.reading(RULES):
            rule_tables.put(db, header.id, texts[RULES].decode())
    _put_log(db, header.id, held)
    _put_transcripts(db, header.id, held)
    _put_rubrics(db, held)
    _put_marks(db, header.id, held)
    mark_tables.settle(db, header.id)
    search_tables.ended(db, header.id)
    standing_tables.heard_live(db, header.id)
    return header.id


def _put_session(db: Database, header: SessionHeader, scenario: str, ending: Ending) -> None:
    digest = hashlib.sha256(scenario.encode()).hexdigest()
    db.execute(
        "INSERT OR IGNORE INTO scenarios VALUES (?, ?, ?, ?)",
        [digest, header.scenario, header.scenario_version, scenario],
    )
    db.execute(
        """INSERT INTO sessions (id, scenario_hash, scenario, trainee, began_utc, header, ending)
           VALUES (?, ?, ?, ?, ?, ?, ?)""",
        [header.id, digest, header.scenario, header.trainee, header.began_utc, encoded(header), ending.value],
    )


def _put_log(db: Database, session: str, held: _Held) -> None:
    rows: list[tuple[float, str, str]] = []
    with held.reading(LOG):
        for line in held.lines(LOG):
            kind, body = _text(line[0]), _json(line[1])
            if len(line) != 2:
                raise ValueError("not an event")
            # Kept as it was written: a signature holds on to these very letters.
            rows.append((float(event_of(kind, body).at), kind, body))
    db.conn.executemany(
        "INSERT INTO events VALUES (?, ?, ?, ?, ?)", [(session, number, *row) for number, row in enumerate(rows)]
    )
    db.execute("UPDATE sessions SET length = ? WHERE id = ?", [max((row[0] for row in rows), default=0.0), session])


def _put_transcripts(db: Database, session: str, held: _Held) -> None:
    for line in held.lines(TRANSCRIPTS):
        with held.reading(TRANSCRIPTS):
            made = line["made_utc"]
            heard = line["heard"]
            transcript = Transcript(
                engine=_text(line["engine"]),
                final=line["final"] is True,
                phrases=tuple(decoded(HostSpoke, _json(phrase)) for phrase in line["phrases"]),
                heard=None if heard is None else float(heard),
            )
        transcript_tables.save(db, session, transcript, None if made is None else _text(made))


def _put_rubrics(db: Database, held: _Held) -> None:
    """Rubrics that are not here, behind all that are: none becomes the newest by being brought along."""
    for line in held.lines(RUBRICS):
        with held.reading(RUBRICS):
            source, body = _text(line["source"]), _text(line["body"])
        rubric_tables.bring(db, source, body)


def _put_marks(db: Database, session: str, held: _Held) -> None:
    """Scorecards, words and signatures, and the sounds that words name."""
    numbers: dict[int, int] = {}
    for line in held.lines(SCORECARDS):
        with held.reading(SCORECARDS):
            card = decoded(Scorecard, _json(line["body"]))
            if card.session != session:
                raise ValueError("the scorecard of another session")
        numbers[line["id"]] = _insert(db, "scorecards", session, line, held, SCORECARDS)
    for line in held.lines(JUDGEMENT):
        with held.reading(JUDGEMENT):
            if line["kind"] != word_tables.SIGNATURE:
                word_tables.word_of(line["kind"], _json(line["body"]))
            elif line["body"]:
                decoded(Signature, _json(line["body"]))
            if line.get("scorecard") is not None:
                line["scorecard"] = numbers[line["scorecard"]]
        _insert(db, "judgement_words", session, line, held, JUDGEMENT)
    word_tables.agree_anew(db, session)


def _insert(db: Database, table: str, session: str, line: Mapping[str, Any], held: _Held, member: str) -> int:
    """Put a row back by the names of its columns; one that is not here is of a newer program."""
    values = {name: value for name, value in line.items() if name not in OWN_NUMBERS}
    with held.reading(member):
        values["body"] = _json(values["body"])
        if not values.keys() <= {column.name for column in db[table].columns}:
            raise ValueError("columns this program does not know")
        if not all(value is None or isinstance(value, str | int | float) for value in values.values()):
            raise ValueError("not a row")
    names = ", ".join(values)
    cursor = db.execute(
        f"INSERT INTO {table} (session, {names}) VALUES (?{', ?' * len(values)})", [session, *values.values()]
    )
    return int(cursor.lastrowid or 0)


class _Held:
    """The members of an archive, read with their name in every error."""

    def __init__(self, file: str, texts: Mapping[str, bytes]) -> None:
        self._file = file
        self._texts = texts
        for name in MEMBERS:
            if name not in texts:
                raise ContentError("archive_tampered", file=file, member=name)

    def one(self, member: str) -> Any:
        with self.reading(member):
            return json.loads(self._texts[member].decode())

    def lines(self, member: str) -> list[Any]:
        with self.reading(member):
            return [json.loads(line) for line in self._texts[member].decode().split("\n") if line]

    def reading(self, member: str) -> _Reading:
        """Turns what is wrong with a member into a ContentError that names it."""
        return _Reading(self._file, member)


class _Reading:
    def __init__(self, file: str, member: str) -> None:
        self._file = file
        self._member = member

    def __enter__(self) -> None: ...

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, CodecError | ValueError | KeyError | TypeError | RecursionError | OverflowError):
            raise ContentError(
                "archive_wrong", [f"{type(error).__name__}: {error}"[:200]], file=self._file, member=self._member
            ) from error


def _text(value: object) -> str:
    """A text that can be kept. Raise TypeError, or ValueError for half a surrogate pair or NUL."""
    if not isinstance(value, str):
        raise TypeError(f"{type(value).__name__} where a text belongs")
    value.encode()
    if "\0" in value:
        raise ValueError("NUL in a text")
    return value


def _json(tree: object) -> str:
    return _text(json.dumps(tree, ensure_ascii=False, allow_nan=False, separators=(",", ":")))


def _lines(texts: Iterator[str]) -> bytes:
    return "".join(f"{text}\n" for text in texts).encode()
