"""Why viewers came, left and bought: over the whole stream, and minute by minute."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from simulator.review import Driver, Movement, summed
from simulator.review.causes import MINUTE
from simulator.ui.amounts import clock, count, percent
from simulator.ui.review.moments import Moment, MomentList
from simulator.ui.review.wording import movement, reason
from simulator.ui.theme import Theme, Tone
from simulator.ui.widgets import Label

FIRST = (Movement.LEFT, Movement.ORDERED, Movement.CLICKED, Movement.JOINED)
PER_MINUTE = 3
"""Reasons named for each minute, at most."""


class ReasonsView(QWidget):
    """One movement of the crowd at a time, its reasons with their counts."""

    chosen = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drivers: Sequence[Driver] = ()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("What viewers did"))
        self.kind.currentIndexChanged.connect(self._fill)
        layout.addWidget(self.kind)
        self.list = MomentList(theme, self.tr("Reasons"))
        self.list.chosen.connect(self.chosen)
        layout.addWidget(self.list, 1)
        self._none = Label(self.tr("The simulated audience did nothing in this session."), "small", wrap=True)
        layout.addWidget(self._none)
        layout.addStretch()

    def show_session(self, drivers: Sequence[Driver]) -> None:
        self._drivers = drivers
        happened = {driver.movement for driver in drivers}
        ordered = [kind for kind in (*FIRST, *(each for each in Movement if each not in FIRST)) if kind in happened]
        self.kind.clear()
        for kind in ordered:
            self.kind.addItem(movement(kind), kind)
        self.kind.setVisible(bool(ordered))
        self.list.setVisible(bool(ordered))
        self._none.setVisible(not ordered)
        self._fill()

    def _fill(self) -> None:
        kind = self.kind.currentData(Qt.ItemDataRole.UserRole)
        if kind is None:
            return
        chosen = Movement(kind)
        whole = summed((driver.reason, driver.count) for driver in self._drivers if driver.movement is chosen)
        total = sum(number for _, number in whole)
        rows = [Moment(at=None, text=self.tr("The whole stream: %n viewer(s)", "", total), heading=True)]
        rows += [
            Moment(
                at=None,
                text=reason(why),
                below=f"{count(number)} · {percent(number / total)}",
                share=number / total,
                tone=Tone.INFO,
            )
            for why, number in whole
        ]
        rows.append(Moment(at=None, text=self.tr("Minute by minute; a click goes to what set it going"), heading=True))
        minutes: dict[int, list[Driver]] = {}
        for driver in self._drivers:
            if driver.movement is chosen:
                minutes.setdefault(driver.minute, []).append(driver)
        for minute, drivers in sorted(minutes.items()):
            span = f"{clock(minute * MINUTE)}–{clock((minute + 1) * MINUTE)}"
            moved = sum(driver.count for driver in drivers)
            rows.append(
                Moment(at=None, text=self.tr("{minute}: %n viewer(s)", "", moved).format(minute=span), heading=True)
            )
            for driver in sorted(drivers, key=lambda each: -each.count)[:PER_MINUTE]:
                at = minute * MINUTE if driver.since is None else max(0.0, driver.since)
                share = driver.count / moved
                about = f"{count(driver.count)} · {percent(share)}"
                if driver.since is not None:
                    about += " · " + self.tr("set going at {time}").format(time=clock(driver.since))
                rows.append(Moment(at=at, text=reason(driver.reason), below=about))
        self.list.show_moments(rows)
