"""That this session is being looked at goes into the access log, with its end, and what was taken along."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from simulator.domain.privacy import Act
from simulator.ports import Mendable
from simulator.privacy_port import PrivacyStore


class Visit:
    """From when a session is opened until ``end``; a name given later ends the nameless look and begins another."""

    def __init__(self, store: PrivacyStore, session: str, instructor: str) -> None:
        """Raise StoreError: what cannot be written down is not shown."""
        self._store = store
        self._session = session
        self._instructor = instructor
        self._id = self._begun()

    def name(self, instructor: str) -> None:
        if instructor != self._instructor:
            self.end()
            self._instructor = instructor
            self._id = self._begun()

    def exported(self, kind: str, sessions: Sequence[str] = ()) -> None:
        """Something of it, or of other sessions, was written into a file: "pdf", "mp4" … Raise StoreError."""
        self._store.note_exported(self._id, self._instructor, sessions or (self._session,), kind)

    def end(self) -> None:
        """The session is looked at no longer. A full disk must not keep a window from closing."""
        ended, self._id = self._id, ""
        if ended:
            try:
                self._store.note_access(ended, self._instructor, self._session, Act.CLOSED)
            except Mendable:
                return  # the look stays without an end, as after a crash

    def _begun(self) -> str:
        id = secrets.token_hex(8)
        self._store.note_access(id, self._instructor, self._session, Act.OPENED)
        return id
