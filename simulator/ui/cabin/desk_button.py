"""A key of the control desk that says why it does nothing where it does nothing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.ui.widgets import Button


class DeskButton(Button):
    """Looks disabled while it is dead, but can be pressed: then it gives its reason."""

    worked = Signal()
    refused = Signal(str)
    """Why nothing was done."""

    def __init__(self, text: str, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, key, parent)
        self._dead = ""
        self.setProperty("role", "key")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)

    @property
    def dead(self) -> str:
        """Why pressing it does nothing now; empty while it works."""
        return self._dead

    def set_dead(self, reason: str) -> None:
        """Let it do nothing but say why; an empty reason lets it work."""
        if reason == self._dead:
            return
        redress = bool(reason) != bool(self._dead)
        self._dead = reason
        self.setAccessibleDescription(reason)
        if redress:
            self.setProperty("dead", bool(reason))
            self.style().unpolish(self)
            self.style().polish(self)

    def _on_clicked(self) -> None:
        if self._dead:
            self.refused.emit(self._dead)
        else:
            self.worked.emit()
