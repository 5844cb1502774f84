"""What is kept of people, for how long, who looked at it, and what proves that it is gone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

MARKS_KEPT = "+marks"
"""Ends the version of a consent whose text said that only the recording goes in the end."""


class Act(StrEnum):
    """What somebody did with a session, as the access log tells it."""

    OPENED = "opened"
    CLOSED = "closed"
    EXPORTED = "exported"
    ERASED = "erased"
    HELD = "held"
    RELEASED = "released"
    RESEARCH = "research"
    """Went into a pseudonymised export."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """Who looked at which session from when until when, or what else was done with it."""

    instructor: str
    """"" where nobody gave a name, as on the command line."""
    session: str
    trainee: str | None
    """The name; None where the session is gone."""
    act: Act
    from_utc: str
    """ISO 8601, seconds."""
    until_utc: str | None
    """None where the look never ended as it should (a crash), or for what takes no time."""
    detail: str
    """What was exported: "pdf", "csv" …; never words, names or places."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepingRules:
    """What a centre settled on keeping; periods in days, None is until somebody erases it."""

    days: int | None
    exam_days: int | None
    """Of exam sessions."""
    marks_kept: bool = False
    """When the time is over only the recording goes; transcript and marks stay."""

    def days_of(self, exam: bool) -> int | None:
        return self.exam_days if exam else self.days

    @property
    def goes(self) -> Going:
        return Going.RECORDING if self.marks_kept else Going.SESSION


class Going(StrEnum):
    """What goes of a session when its time is over."""

    SESSION = "session"
    RECORDING = "recording"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """A session that nobody may erase while an appeal is open."""

    session: str
    by: str
    at_utc: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Belongings:
    """How much of a person is kept."""

    sessions: int = 0
    events: int = 0
    phrases: int = 0
    index_entries: int = 0
    scorecards: int = 0
    words: int = 0
    """Of instructors, notes among them, on these sessions."""
    notes: int = 0
    drafts: int = 0
    consents: int = 0
    settings: int = 0
    others: int = 0
    """Rows of other tables, as classes."""
    files: int = 0
    file_bytes: int = 0

    @property
    def nothing(self) -> bool:
        return self == Belongings()


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureReceipt:
    """What was erased of a person, and what a search of the data folder's bytes for the name found; never the name."""

    trainee: str
    """``Trainee.id``, which leads to nobody any more."""
    by: str
    begun_utc: str
    ended_utc: str
    before: Belongings
    after: Belongings
    shared_recordings: int
    """Recordings of others' sessions in which the person was the second host: erased, too."""
    backups: int
    """Older copies of the database that held the name: erased."""
    found_before: int
    """How often the bytes of the folder's files, and their names, held the name."""
    found_after: int
    files_searched: int
    bytes_searched: int
    left_in: tuple[str, ...]
    """Sessions of others whose texts still hold the same letters (it may have been said there); nothing else does."""
    program: str

    @property
    def clean(self) -> bool:
        """Nothing is left, and the name is nowhere in the folder."""
        return self.after.nothing and self.found_after == 0
