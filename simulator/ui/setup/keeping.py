"""How long recordings are kept: what the lab settled, and what has expired."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget

from simulator.domain.consent import PERIODS
from simulator.live.keeping import DAYS, Due, rules
from simulator.ports import Store
from simulator.ui.theme import Theme
from simulator.ui.widgets import Label, Panel, column, row

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["DAYS", "KeepingPanel", "kept_days", "listed"]


def kept_days(store: Store) -> int | None:
    """How many days a session is kept here; None until it is erased by hand."""
    return rules(store).days


def listed(over: Sequence[Due], most: int = 12) -> str:
    """Who, what and until when, a line each."""
    lines = [
        " · ".join((each.entry.trainee.name, each.entry.header.scenario, each.last_day.isoformat()))
        for each in over[:most]
    ]
    return "\n".join([*lines, "…"] if len(over) > most else lines)


class KeepingPanel(QWidget):
    """Where the lab settles how long sessions are kept."""

    def __init__(self, store: Store, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        panel = Panel(self.tr("How long sessions are kept"))
        panel.setMaximumWidth(theme.px(760))
        self.period = QComboBox()
        self.period.setAccessibleName(self.tr("How long sessions are kept"))
        for days in PERIODS:
            words = self.tr("until they are erased by hand") if days is None else self.tr("%n day(s)", "", days)
            self.period.addItem(words, days or 0)
        now = kept_days(store) or 0
        if self.period.findData(now) < 0:
            self.period.addItem(self.tr("%n day(s)", "", now), now)
        self.period.setCurrentIndex(self.period.findData(now))
        self.period.activated.connect(self._on_chosen)
        line = row(10)
        line.addWidget(self.period)
        line.addStretch()
        panel.body.addLayout(line)
        panel.body.addWidget(
            Label(
                self.tr(
                    "Trainees are told this period when they are asked whether they may be recorded. A longer one is "
                    "asked for anew; a shorter one holds at once. What has expired is listed when the program starts, "
                    "and erased only once you confirm."
                ),
                wrap=True,
            )
        )
        whole = column(0)
        whole.setContentsMargins(16, 16, 16, 16)
        whole.addWidget(panel)
        whole.addStretch()
        whole.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setLayout(whole)

    def _on_chosen(self, _index: int) -> None:
        self._store.keep_setting(DAYS, self.period.currentData())
