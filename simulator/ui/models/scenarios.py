"""The scenarios to choose from."""

from __future__ import annotations

from PySide6.QtCore import QObject

from simulator.domain.scenario import Scenario
from simulator.ui.models.rows import RowsModel
from simulator.ui.translations import ScreenLanguage


class ScenarioModel(RowsModel[Scenario]):
    """Scenarios, worded in the language of the screen."""

    def __init__(self, language: ScreenLanguage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language

    def text_of(self, row: Scenario) -> str:
        return f"{row.id} {row.title[self._language.of_texts]}"

    def number_of(self, id: str) -> int | None:
        return next((number for number, row in enumerate(self._rows) if row.id == id), None)
