"""A person is erased with everything that is theirs, and what proves it is written down."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from simulator import __version__
from simulator.domain.privacy import Belongings, ErasureReceipt
from simulator.domain.session import Trainee
from simulator.live.keeping import erasing
from simulator.ports import Store, StoreError
from simulator.privacy_port import Searched

BACKUPS = "backups/"


class Erasure:
    """One person's: look at ``before``, go through ``pieces``, search the bytes before and after, take the receipt.

    On the store's thread; the searches (``Store.search_bytes``) may run on any.
    """

    def __init__(self, store: Store, trainee: Trainee, by: str) -> None:
        """Raise StoreError where a session of theirs is held while an appeal is open."""
        self._store = store
        self._by = by
        self.trainee = trainee
        self.sessions = store.hosted(trainee.id)
        """Those the person hosted: they go whole."""
        self.shared = store.shared(trainee.id)
        """Those of others with this voice and face: their recordings go."""
        held = [session for session in (*self.sessions, *self.shared) if session in store.holds()]
        if held:
            raise StoreError("session_held", id=", ".join(held))
        self.before: Belongings = store.belongings(trainee, self.sessions)
        self._begun_utc = _now()
        self._backups = 0

    def pieces(self, found: Searched) -> Iterator[tuple[Path, ...]]:
        """Erase piece by piece: what is given are files to be deleted before it goes on. ``found`` is from before."""
        store = self._store
        named = {place for place, _ in found.places}
        backups = [path for path in store.backups() if f"{BACKUPS}{path.name}" in named]
        self._backups = len(backups)
        for session in self.sessions:
            yield from erasing(store, session)
        yield tuple(file for session in self.shared for file in store.files_of(session) if ".voice-" not in file.name)
        yield (*store.stray_files(self.trainee.name, self.sessions), *backups)
        store.forget_trainee(self.trainee)
        for _ in store.tidied():
            yield ()

    def receipt(self, before: Searched, after: Searched) -> tuple[ErasureReceipt, Path]:
        """What proves it, and where that was written down. Raise StoreError."""
        store = self._store
        made = ErasureReceipt(
            trainee=self.trainee.id,
            by=self._by,
            begun_utc=self._begun_utc,
            ended_utc=_now(),
            before=self.before,
            after=store.belongings(self.trainee, self.sessions),
            shared_recordings=len(self.shared),
            backups=self._backups,
            found_before=before.found,
            found_after=after.found,
            files_searched=after.files,
            bytes_searched=after.bytes,
            left_in=after.sessions,
            program=__version__,
        )
        told = {**asdict(made), "clean": made.clean}
        return made, store.keep_receipt(self.trainee.id, json.dumps(told, ensure_ascii=False, indent=2) + "\n")


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
