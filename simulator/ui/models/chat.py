"""The chat: what viewers wrote, and which questions still wait."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QModelIndex, QObject

from simulator.domain.crowd import CommentPosted
from simulator.ui.models.rows import RowsModel

MOST_LINES = 300
"""Comments kept for the screen; the log keeps all."""


class Waiting(StrEnum):
    """How a comment stands."""

    NOTHING = "nothing"
    """It wants no answer."""
    OPEN = "open"
    ANSWERED = "answered"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class ChatLine:
    """A comment as the chat shows it."""

    comment: CommentPosted
    waiting: Waiting
    pinned: bool = False


class ChatModel(RowsModel[ChatLine]):
    """The newest comments, oldest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answered: set[str] = set()

    def text_of(self, row: ChatLine) -> str:
        return f"{row.comment.viewer.name}: {row.comment.text}"

    def add(self, comments: Iterable[CommentPosted]) -> None:
        """Put new comments at the end, in one step."""
        new = [ChatLine(comment, Waiting.OPEN if comment.wants_answer else Waiting.NOTHING) for comment in comments][
            -MOST_LINES:
        ]
        if not new:
            return
        surplus = len(self._rows) + len(new) - MOST_LINES
        if surplus > 0:
            self.beginRemoveRows(QModelIndex(), 0, surplus - 1)
            del self._rows[:surplus]
            self.endRemoveRows()
        self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(new) - 1)
        self._rows.extend(new)
        self.endInsertRows()

    def answer(self, comments: Iterable[str]) -> None:
        """These were answered."""
        self._answered.update(comments)

    def settle(self, still_open: Iterable[str]) -> None:
        """Questions that are not among ``still_open`` wait no longer."""
        waiting = set(still_open)
        for number, line in enumerate(self._rows):
            if line.waiting is Waiting.OPEN and line.comment.id not in waiting:
                answered = line.comment.id in self._answered
                self.change(number, replace(line, waiting=Waiting.ANSWERED if answered else Waiting.EXPIRED))

    def pin(self, comment: str) -> None:
        """This one stands on top from now on."""
        for number, line in enumerate(self._rows):
            self.change(number, replace(line, pinned=line.comment.id == comment))

    @property
    def oldest_open(self) -> CommentPosted | None:
        return next((line.comment for line in self._rows if line.waiting is Waiting.OPEN), None)
