"""The sessions of the past."""

from __future__ import annotations

from simulator.domain.session import Ending
from simulator.ports import SessionEntry
from simulator.ui.amounts import points
from simulator.ui.models.rows import RowsModel


class SessionModel(RowsModel[SessionEntry]):
    """Sessions, newest first."""

    def text_of(self, row: SessionEntry) -> str:
        return f"{row.trainee.name}, {row.header.scenario}, {self.state_of(row)}"

    def state_of(self, entry: SessionEntry) -> str:
        """How the session stands, in words."""
        match entry.ending:
            case Ending.ON_AIR:
                return self.tr("cut off")
            case Ending.OFF_AIR:
                return self.tr("not scored yet")
            case _:
                score = points(entry.total)
                return self.tr("{score}, signed").format(score=score) if entry.signed else score
