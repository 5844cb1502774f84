"""What keeping people's data in bounds needs of the store: the part of the port ``Store`` that privacy rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from simulator.domain.privacy import Access, Act, Belongings, Hold
from simulator.domain.session import Trainee


class Searched(Protocol):
    """What a search of the data folder's bytes for a name found."""

    @property
    def places(self) -> tuple[tuple[str, int], ...]:
        """Files below the folder, and how often each holds it."""

    @property
    def files(self) -> int: ...

    @property
    def bytes(self) -> int: ...

    @property
    def sessions(self) -> tuple[str, ...]:
        """Sessions in whose texts it stands."""

    @property
    def found(self) -> int: ...


class PrivacyStore(Protocol):
    """Lives on the main thread, ``search_bytes`` alone on any; every call is whole or not at all. Raise StoreError."""

    def note_access(self, visit: str, instructor: str, session: str, act: Act, detail: str = "") -> None:
        """Write down that this was done now; ``visit`` ties the end of a look to its beginning."""

    def note_exported(self, visit: str, instructor: str, sessions: Sequence[str], kind: str) -> None:
        """Write down that something of these sessions was written into a file now: "pdf", "mp4" …"""

    def accesses(self, session: str = "", most: int = 500) -> tuple[Access, ...]:
        """What was looked at, the newest first; of one session, or of all."""

    def instructors(self) -> tuple[str, ...]:
        """The names under which anything was said of any session."""

    def research_key(self) -> bytes:
        """The key of the codes that stand for people in exports for research."""

    def hold(self, session: str, by: str, reason: str) -> None:
        """Let nobody erase the session while an appeal is open. Raise ContentError when there is none."""

    def release(self, session: str, by: str) -> None:
        """The appeal is over."""

    def holds(self) -> Mapping[str, Hold]:
        """Those that stand, by session."""

    def files_of(self, session: str) -> tuple[Path, ...]:
        """The recording, spoken notes, and what else lies beside them under the session's name."""

    def erase_some(self, session: str) -> bool:
        """Erase a piece of a session, whose files are gone already; False once nothing of it is left."""

    def tidied(self) -> Iterator[None]:
        """Have indexes and free pages forget what was deleted; pauses after every piece."""

    def hosted(self, trainee: str) -> tuple[str, ...]:
        """The sessions of this trainee (``Trainee.id``), the oldest first."""

    def shared(self, trainee: str) -> tuple[str, ...]:
        """Sessions of others in which this trainee was the second host."""

    def belongings(self, trainee: Trainee, sessions: tuple[str, ...]) -> Belongings:
        """How much of a trainee is kept; ``sessions`` are (or were) those the trainee hosted."""

    def forget_trainee(self, trainee: Trainee) -> None:
        """Take out a trainee whose sessions are gone."""

    def stray_files(self, name: str, sessions: tuple[str, ...]) -> tuple[Path, ...]:
        """Files anywhere in the data folder that are named by a session or by the trainee, as exports are."""

    def backups(self) -> tuple[Path, ...]:
        """Older copies of the database, made before it was brought up to date."""

    def search_bytes(
        self, name: str, *, anew: bool, progress: Callable[[float], None], cancelled: Callable[[], bool]
    ) -> Searched:
        """Search every byte of the data folder for a name; ``anew`` rewrites the database whole first. Slow."""

    def keep_receipt(self, trainee: str, text: str) -> Path:
        """Keep what proves an erasure; returns where."""
