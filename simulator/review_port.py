"""What the review room needs of a store to open an hour in a moment."""

from __future__ import annotations

from typing import Protocol, TypeVar

from simulator.domain.compliance import RulePack
from simulator.domain.session import SessionLog, Transcript

T = TypeVar("T")
U = TypeVar("U")


class PackedSession(Protocol):
    """A session as it is stored. Whatever it is asked may be asked on any thread; raise StoreError where damaged."""

    def head(self) -> SessionLog:
        """What was settled before going live; without any event."""

    def log(self, *, whole: bool = True) -> SessionLog:
        """As it was written on air: all of it unpacked now, or each event when it is asked for."""

    def recorded(self) -> SessionLog:
        """The log without findings, each event unpacked when it is asked for."""

    def transcripts(self) -> tuple[Transcript | None, Transcript | None]:
        """What was heard on air, and what was heard of the whole recording."""

    @property
    def heard_utc(self) -> str | None:
        """When the whole recording was heard."""

    def rule_pack(self) -> RulePack | None:
        """What it was judged by; None where that was not kept."""

    @property
    def size(self) -> int:
        """Events in its log."""

    def digest(self) -> str:
        """Changes when the log, a transcript or the rules do."""

    def seal(self) -> str:
        """What a signature holds the log fast by."""

    def with_kept(self, body: str) -> PackedSession:
        """The same with this kept of it."""

    def kept_with(self, basis: str, log: SessionLog, value: object) -> str | None:
        """What is kept, with something else worked out of the same ``log``; None where that is not what is kept."""

    def remembered(self, basis: str, kind: type[T], other: type[U]) -> tuple[SessionLog, T, U | None] | None:
        """The log as it was worked out, and what was worked out of it; None unless it was made of exactly this."""

    def to_keep(self, basis: str, base: SessionLog, log: SessionLog, value: object, other: object) -> str:
        """``log``, which was made of ``base``, and what was worked out of it, for ``keep_looked_back``."""


class ReviewStore(Protocol):
    """Every call is whole or not at all. Raise StoreError."""

    def packed_session(self, session: str) -> PackedSession:
        """As it is now; may be called on any thread. Raise ContentError when there is none."""

    def keep_looked_back(self, session: str, body: str) -> None:
        """Keep what was worked out of a session, in place of what was before; on the main thread."""
