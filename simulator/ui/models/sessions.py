"""The sessions of the past."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from simulator.domain.session import Ending, Mode
from simulator.ports import SessionEntry
from simulator.ui.amounts import points
from simulator.ui.models.rows import RowsModel
from simulator.ui.rehearings import Hearing, Told
from simulator.ui.sentences import sentence
from simulator.ui.stages import stage_words


class SessionModel(RowsModel[SessionEntry]):
    """Sessions, newest first, with how each stands with its second hearing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told: Mapping[str, Told] = {}

    def text_of(self, row: SessionEntry) -> str:
        exam = self.tr("exam") if row.header.mode is Mode.EXAM else ""
        parts = (row.trainee.name, row.header.scenario, exam, self.state_of(row), self.hearing_of(row))
        return ", ".join(part for part in parts if part)

    def show_hearing(self, told: Mapping[str, Told]) -> None:
        """Tell the views which rows say something else now."""
        before, self._told = self._told, told
        for number, row in enumerate(self.rows):
            if before.get(row.header.id) != told.get(row.header.id):
                index = self.index(number)
                self.dataChanged.emit(index, index)

    def hearing_of(self, entry: SessionEntry) -> str:
        """Whether the whole recording was heard again, in a word or two; "" where there is nothing to say."""
        told = self._told.get(entry.header.id)
        match None if told is None else told.hearing:
            case Hearing.WAITS:
                return self.tr("to be heard again")
            case Hearing.BEING_HEARD:
                return self.tr("being heard {percent}%").format(percent=int(100 * self._told[entry.header.id].share))
            case Hearing.HEARD:
                return self.tr("heard again")
            case Hearing.FAILED:
                return self.tr("could not be heard again")
            case _:
                return ""

    def trouble_of(self, entry: SessionEntry) -> str:
        """Why it could not be heard again; "" where nothing is wrong."""
        told = self._told.get(entry.header.id)
        return "" if told is None or told.error is None else sentence(told.error)

    def state_of(self, entry: SessionEntry) -> str:
        """How the session stands, in words."""
        match entry.ending:
            case Ending.ON_AIR:
                return self.tr("cut off")
            case Ending.OFF_AIR:
                return self.tr("not scored yet")
            case _ if entry.stage is not None and entry.stage.waits_for_another:
                return stage_words(entry.stage)
            case _:
                score = points(entry.total)
                return self.tr("{score}, signed").format(score=score) if entry.signed else score
