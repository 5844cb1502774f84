"""Which line of the chat the keys mean."""

from __future__ import annotations

from typing import Protocol

from simulator.domain.crowd import CommentPosted


class ChatCursor(Protocol):
    """A line of the chat that was chosen in one window: ``ChatModel`` itself in the cabin, a list beside it."""

    @property
    def chosen(self) -> CommentPosted | None:
        """The comment; None while none is chosen."""

    def move_cursor(self, step: int) -> None:
        """Go up (-1, older) or down (+1, newer); up from nowhere is the newest, down from the newest is nowhere."""
