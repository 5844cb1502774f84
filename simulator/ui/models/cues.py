"""The cue card."""

from __future__ import annotations

from simulator.live.shelf import Cue
from simulator.ui.models.rows import RowsModel


class CueModel(RowsModel[Cue]):
    """The facts to be told, in the order of the card."""

    def text_of(self, row: Cue) -> str:
        told = self.tr("said: {cue}") if row.told_at is not None else "{cue}"
        return told.format(cue=row.fact.cue)

    @property
    def next_number(self) -> int | None:
        """The first line that was not said yet."""
        return next((number for number, cue in enumerate(self._rows) if cue.told_at is None), None)

    @property
    def told(self) -> int:
        return sum(cue.told_at is not None for cue in self._rows)
