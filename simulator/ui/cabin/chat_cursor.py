"""Which line of the chat the keys mean."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, Signal

from simulator.domain.crowd import CommentPosted
from simulator.ui.models import ChatModel


class ChatCursor(Protocol):
    """A line of the chat that was chosen, in one window."""

    @property
    def chosen(self) -> CommentPosted | None:
        """The comment; None while none is chosen."""

    def move(self, lines: int) -> None:
        """Go ``lines`` further down, below 0 up; the first step goes to the newest."""


class ModelCursor(QObject):
    """A cursor over the model alone: it follows its comment, and is lost with it."""

    moved = Signal()

    def __init__(self, chat: ChatModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chat = chat
        self._id: str | None = None

    @property
    def chosen(self) -> CommentPosted | None:
        return next((line.comment for line in self._chat.rows if line.comment.id == self._id), None)

    def move(self, lines: int) -> None:
        rows = self._chat.rows
        if not rows:
            return
        now = next((number for number, line in enumerate(rows) if line.comment.id == self._id), None)
        place = len(rows) - 1 if now is None else min(max(now + lines, 0), len(rows) - 1)
        self._id = rows[place].comment.id
        self.moved.emit()
