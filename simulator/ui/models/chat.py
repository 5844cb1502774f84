"""The chat: what viewers wrote, which questions still wait, and which comment the desk's keys mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, Signal

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
    muted: bool = False
    """Its viewer may write no more."""


class ChatModel(RowsModel[ChatLine]):
    """The newest comments, oldest first; the pinned and the chosen one stay, however many come after them."""

    cursor_moved = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answered: set[str] = set()
        self._muted: set[str] = set()
        self._pin: str | None = None
        self._cursor: str | None = None

    def text_of(self, row: ChatLine) -> str:
        """What a screen reader says: who, what, and how it stands, which others see by its edge."""
        state = state_words(row)
        return f"{row.comment.viewer.name}: {row.comment.text}" + (f" ({state})" if state else "")

    def add(self, comments: Iterable[CommentPosted]) -> None:
        """Put new comments at the end, in one step."""
        new = [
            ChatLine(
                comment,
                Waiting.OPEN if comment.wants_answer else Waiting.NOTHING,
                pinned=comment.id == self._pin,
                muted=comment.viewer.id in self._muted,
            )
            for comment in comments
        ][-MOST_LINES:]
        if not new:
            return
        for first, last in self._surplus(len(self._rows) + len(new) - MOST_LINES):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._rows[first : last + 1]
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
        """This one stands on top from now on, also where it is still on its way."""
        self._pin = comment
        for number, line in enumerate(self._rows):
            self.change(number, replace(line, pinned=line.comment.id == comment))

    def unpin(self) -> None:
        """None stands on top any more."""
        self._pin = None
        for number, line in enumerate(self._rows):
            if line.pinned:
                self.change(number, replace(line, pinned=False))

    def mute(self, viewer: str) -> None:
        """What this viewer (by id) wrote is struck through, and so is what is still on its way."""
        self._muted.add(viewer)
        for number, line in enumerate(self._rows):
            if line.comment.viewer.id == viewer:
                self.change(number, replace(line, muted=True))

    @property
    def oldest_open(self) -> CommentPosted | None:
        return next((line.comment for line in self._rows if line.waiting is Waiting.OPEN), None)

    @property
    def pinned(self) -> ChatLine | None:
        return next((line for line in self._rows if line.pinned), None)

    # ------------------------------------------------------------------ the cursor

    @property
    def cursor(self) -> str | None:
        """The id of the comment that keys act upon; None where none was chosen."""
        return self._cursor

    @property
    def cursor_row(self) -> int | None:
        if self._cursor is None:  # most of the time: this is asked with every picture
            return None
        return next((number for number, line in enumerate(self._rows) if line.comment.id == self._cursor), None)

    @property
    def chosen(self) -> CommentPosted | None:
        """The comment under the cursor."""
        number = self.cursor_row
        return None if number is None else self._rows[number].comment

    def move_cursor(self, step: int) -> None:
        """Go up (-1, older) or down (+1, newer); up from nowhere is the newest, down from the newest is nowhere."""
        at = self.cursor_row
        if at is None:
            at = len(self._rows) if step < 0 else -1
            if step > 0:
                return
        to = max(0, at + step)
        self.place_cursor(self._rows[to].comment.id if to < len(self._rows) else None)

    def place_cursor(self, comment: str | None) -> None:
        """Choose this comment (by id), or none."""
        if comment != self._cursor:
            self._cursor = comment
            self.cursor_moved.emit()

    # ------------------------------------------------------------------ inside

    def _surplus(self, count: int) -> Iterator[tuple[int, int]]:
        """The oldest ``count`` rows that nobody holds on to, as ranges, the last range first."""
        going: list[int] = []
        for number, line in enumerate(self._rows):
            if len(going) >= count:
                break
            if not line.pinned and line.comment.id != self._cursor:
                going.append(number)
        ranges: list[tuple[int, int]] = []
        for number in going:
            if ranges and ranges[-1][1] == number - 1:
                ranges[-1] = (ranges[-1][0], number)
            else:
                ranges.append((number, number))
        return reversed(ranges)


def state_words(line: ChatLine) -> str:
    """How a comment stands, in a word; "" where there is nothing to say."""
    translate = QCoreApplication.translate
    if line.muted:
        return translate("ChatBubbles", "muted")
    if line.waiting is Waiting.OPEN:
        return translate("ChatBubbles", "waiting")
    if line.waiting is Waiting.ANSWERED:
        return translate("ChatBubbles", "answered")
    if line.pinned:
        return translate("ChatBubbles", "pinned")
    return ""
