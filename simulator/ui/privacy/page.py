"""The page of a lab admin: what is kept and for how long, whose it is, and who looked at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from simulator.ui.jobs import Jobs
from simulator.ui.marking_scheme.page import MarkingSchemePage
from simulator.ui.privacy.access_view import AccessView
from simulator.ui.privacy.keeping_view import KeepingView
from simulator.ui.privacy.people_view import PeopleView
from simulator.ui.theme import Theme

if TYPE_CHECKING:
    from simulator.live.studio import Studio


class PrivacyPage(MarkingSchemePage):
    """Alt+1, Alt+2, Alt+3 choose a tab, Esc goes home."""

    erasing = Signal(str)
    """This session is about to be erased."""

    def __init__(self, studio: Studio, theme: Theme, jobs: Jobs, parent: QWidget | None = None) -> None:
        """Raise StoreError."""
        super().__init__(theme, parent)
        self.title.say(self.tr("Privacy"))
        self.keeping = KeepingView(studio.store, theme, jobs)
        self.people = PeopleView(studio.store, theme, jobs)
        self.access = AccessView(studio.store, theme)
        self.keeping.erasing.connect(self.erasing)
        self.people.erasing.connect(self.erasing)
        for view in (self.keeping, self.people):
            view.changed.connect(self._refresh)
        self.add_tab(self.keeping, self.tr("How long"))
        self.add_tab(self.people, self.tr("People"))
        self.add_tab(self.access, self.tr("Who looked"))

    def _refresh(self) -> None:
        for view in (self.keeping, self.people, self.access):
            view.refresh()
