"""The live figures with their curves."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from simulator.domain.units import Seconds
from simulator.metrics.room import SessionFigures
from simulator.ui.amounts import count, percent, whole_money
from simulator.ui.theme import Theme, Tone
from simulator.ui.widgets import Curve, Curves, Figure, Panel

HIGHEST_CURVES_PX = 120
TREND_OVER: Seconds = 60.0
"""The number online is compared with a minute ago."""


class FiguresPanel(Panel):
    """Six figures and two curves, all from the session's own count."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Live figures"))
        self.online = Figure(self.tr("online"))
        self.gmv = Figure(self.tr("GMV"))
        self.conversion = Figure(self.tr("orders per click"))
        self.dwell = Figure(self.tr("dwell"))
        self.comments = Figure(self.tr("comments/min"))
        self.answered = Figure(self.tr("answered"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        self._second_row = (self.dwell, self.comments, self.answered)
        for number, figure in enumerate((self.online, self.gmv, self.conversion, *self._second_row)):
            grid.addWidget(figure, number // 3, number % 3)
            grid.setColumnStretch(number % 3, 1)
        self.body.addLayout(grid)
        self._curves = Curves(theme)
        self._curves.setMaximumHeight(theme.px(HIGHEST_CURVES_PX))
        self.body.addWidget(self._curves, 1)
        self._online: list[tuple[Seconds, float]] = []
        self._gmv: list[tuple[Seconds, float]] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def leave_room(self, *, curves: bool, second_row: bool) -> None:
        """Give way to what matters more now: of the curves, and of the figures that can wait."""
        self._curves.setHidden(curves)
        for figure in self._second_row:
            figure.setHidden(second_row)

    def show_figures(self, now: Seconds, figures: SessionFigures) -> None:
        """Show the count; the curves take a point a second."""
        if figures.online is not None and (not self._online or now - self._online[-1][0] >= 1):
            self._online.append((now, float(figures.online)))
            self._gmv.append((now, float(figures.gmv.amount)))
            self._curves.show_curves(
                [
                    Curve(self.tr("online"), Tone.INFO, self._online),
                    Curve(self.tr("GMV"), Tone.WARN, self._gmv, dashed=True),
                ]
            )
        trend, tone = self._trend(now, figures.online)
        self.online.show_value(None if figures.online is None else count(figures.online), trend, tone)
        self.gmv.show_value(whole_money(figures.gmv))
        self.conversion.show_value(None if figures.conversion is None else percent(figures.conversion, 1))
        self.dwell.show_value(
            None if figures.dwell is None else self.tr("{seconds} s").format(seconds=round(figures.dwell))
        )
        rate = figures.comments_per_min
        self.comments.show_value(None if rate is None else f"{rate:.0f}" if rate >= 10 else f"{rate:.1f}")
        self.answered.show_value(None if figures.answer_rate is None else percent(figures.answer_rate))

    def _trend(self, now: Seconds, online: int | None) -> tuple[str, Tone]:
        """The change in a minute; nothing before there is a minute to compare with."""
        before = next((value for at, value in reversed(self._online) if at <= now - TREND_OVER), None)
        if online is None or not before:
            return "", Tone.PLAIN
        change = (online - before) / before
        if abs(change) < 0.005:
            return "", Tone.PLAIN
        return f"{'▲' if change > 0 else '▼'} {percent(abs(change))}", Tone.GOOD if change > 0 else Tone.BAD
