"""What is being typed in a review, kept a moment later, so that a crash loses no more than that."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from simulator.mark_port import MarkStore
from simulator.ports import Mendable

KEEP_MS = 300
"""From the last key to the disk."""
NOTE, VOICE, EVIDENCE = "note", "voice", "evidence"
"""Places; those of criteria and findings are made by ``level_place`` and ``finding_place``."""


def level_place(criterion: str) -> str:
    return f"level:{criterion}"


def finding_place(finding: str) -> str:
    return f"finding:{finding}"


def packed(**told: Any) -> str:
    """A draft as it is kept."""
    return json.dumps(told, ensure_ascii=False)


def unpacked(draft: str) -> Mapping[str, Any]:
    """What a draft tells; nothing where it cannot be read."""
    try:
        told = json.loads(draft)
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


class Drafts(QObject):
    """Of one session and instructor; an empty draft is forgotten."""

    failed = Signal(object)
    """A ``Mendable``."""

    def __init__(self, store: MarkStore, session: str, instructor: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._session = session
        self._instructor = instructor
        self._waiting: dict[str, str] = {}
        self._timer = QTimer(self, singleShot=True, interval=KEEP_MS)
        self._timer.timeout.connect(self.flush)

    def kept(self) -> Mapping[str, str]:
        """What was being typed, by place; also what was typed before a name was given. Raise StoreError."""
        nameless = self._store.drafts(self._session, "")
        return {**nameless, **self._store.drafts(self._session, self._instructor)}

    def name(self, instructor: str) -> None:
        """Drafts are this instructor's from now on."""
        self.flush()
        self._instructor = instructor

    def keep(self, place: str, body: str) -> None:
        """Keep it soon; the first key of a burst starts the clock, so that steady typing is kept, too."""
        self._waiting[place] = body
        if not self._timer.isActive():
            self._timer.start()

    def flush(self) -> None:
        """Keep everything now."""
        self._timer.stop()
        waiting, self._waiting = self._waiting, {}
        try:
            for place, body in waiting.items():
                self._store.keep_draft(self._session, self._instructor, place, body)
                if self._instructor and not body:
                    self._store.keep_draft(self._session, "", place, "")
        except Mendable as error:
            self.failed.emit(error)
