"""Steps that can be taken back and made again."""

from __future__ import annotations

from typing import Generic, TypeVar

T = TypeVar("T")


class History(Generic[T]):
    """What something was before each of its changes, and after those that were taken back."""

    def __init__(self, most: int) -> None:
        """``most`` changes can be taken back; older ones are forgotten."""
        self._most = most
        self._done: list[T] = []
        self._undone: list[T] = []

    @property
    def can_undo(self) -> bool:
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        return bool(self._undone)

    def clear(self) -> None:
        """Forget everything: something else lies on the table."""
        self._done, self._undone = [], []

    def change(self, before: T, *, joined: bool = False) -> None:
        """A change was made; one ``joined`` with the last is taken back with it."""
        if not joined:
            self._done = [*self._done[1 - self._most :], before]
        self._undone = []

    def undo(self, now: T) -> T:
        """What it was before the last change. Raises ``IndexError`` where there is none."""
        before = self._done.pop()
        self._undone.append(now)
        return before

    def redo(self, now: T) -> T:
        """What it was before the last change was taken back. Raises ``IndexError`` where none was."""
        after = self._undone.pop()
        self._done.append(now)
        return after
