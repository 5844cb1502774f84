"""Voice and picture: what was measured and is not marked, with where to look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from simulator.ports import Mendable, SessionEntry, Store
from simulator.reports.sensed import VOICE, SensedRow, sensed_rows
from simulator.ui.review.moments import Moment, MomentList
from simulator.ui.review.reviewed import Reviewed
from simulator.ui.theme import Theme
from simulator.ui.translations import ScreenLanguage
from simulator.ui.widgets import Label

EARLIER = 6
"""Sessions before this one that a trend shows."""
PITCH, PITCH_METRIC = "pitch_variation", "f0_sd_semitones"


class SensedView(QWidget):
    """Figures beside the marks; a click goes to the moment that tells most."""

    chosen = Signal(float)

    def __init__(self, theme: Theme, language: ScreenLanguage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language.of_texts
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Label(self.tr("Measured, not marked: to look back and compare by."), "small", wrap=True))
        self.list = MomentList(theme, self.tr("Voice and picture"))
        self.list.chosen.connect(self.chosen)
        layout.addWidget(self.list, 1)

    def show_session(self, session: Reviewed, earlier: Sequence[float] = ()) -> None:
        """``earlier`` are how the pitch varied in this trainee's sessions before, the oldest first."""
        rows = sensed_rows(session.reported, self._language)
        voice = [self._with_trend(row, earlier) if row.id == PITCH else row for row in rows if row.id in VOICE]
        picture = [row for row in rows if row.id not in VOICE]
        moments = [Moment(at=None, text=self.tr("Voice"), heading=True), *map(_moment, voice)]
        moments += [Moment(at=None, text=self.tr("Picture"), heading=True), *map(_moment, picture)]
        self.list.show_moments(moments)

    def _with_trend(self, row: SensedRow, earlier: Sequence[float]) -> SensedRow:
        if not earlier:
            return row
        values = " → ".join(f"{value:.1f}" for value in earlier)
        words = self.tr("Own sessions before: {values}").format(values=values)
        return replace(row, more=" · ".join(part for part in (row.more, words) if part))


def _moment(row: SensedRow) -> Moment:
    return Moment(at=row.at[0] if row.at else None, name=row.name, text=row.value, below=row.more)


def earlier_pitch(store: Store, entry: SessionEntry) -> tuple[float, ...]:
    """How the pitch varied in this trainee's last sessions before this one, the oldest first; never raises."""
    try:
        before = [each.header for each in store.sessions_before(entry, EARLIER)]
        cards = [card for each in reversed(before) if (card := store.scorecard(each.id)) is not None]
        wanted = {card.rubric: _pitch_criterion(store, card.rubric) for card in cards}
    except Mendable:
        return ()
    return tuple(
        mark.measurement.value
        for card in cards
        for mark in card.marks
        if mark.criterion == wanted[card.rubric] and mark.measurement.value is not None
    )


def _pitch_criterion(store: Store, rubric: str) -> str | None:
    criteria = store.rubric(rubric).criteria
    return next((each.id for each in criteria if each.metric == PITCH_METRIC), None)
