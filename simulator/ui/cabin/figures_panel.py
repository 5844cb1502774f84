"""The live figures with their curves."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from simulator.domain.units import Seconds
from simulator.metrics.room import SessionFigures
from simulator.ui.amounts import count, percent, whole_money
from simulator.ui.cabin.curve_choice import FIRST, CurveFigure, History, following, with_curve
from simulator.ui.theme import Theme, Tone
from simulator.ui.widgets import Curve, Curves, Figure, LinkButton, Panel, row

HIGHEST_CURVES_PX = 120
TREND_OVER: Seconds = 60.0
"""The number online is compared with a minute ago."""


class FiguresPanel(Panel):
    """Six figures and two curves, all from the session's own count; a pressed figure becomes a curve."""

    curves_chosen = Signal(object)
    """The ids of the curves, as a tuple."""

    def __init__(self, theme: Theme, chosen: tuple[str, ...] = FIRST, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Live figures"))
        self.online = CurveFigure(self.tr("online"))
        self.gmv = CurveFigure(self.tr("GMV"))
        self.conversion = CurveFigure(self.tr("orders per click"))
        self.dwell = CurveFigure(self.tr("dwell"))
        self.comments = CurveFigure(self.tr("comments/min"))
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
        self._history = History()
        self._drawable = {
            "online": self.online,
            "gmv": self.gmv,
            "conversion": self.conversion,
            "dwell": self.dwell,
            "comments": self.comments,
        }
        for id, figure in self._drawable.items():
            figure.asked.connect(lambda id=id: self._choose(with_curve(self.chosen, id)))
        self.other_curves = LinkButton(self.tr("Other curves"), "G")
        self.other_curves.clicked.connect(lambda: self._choose(following(self.chosen, list(self._drawable))))
        top = row()
        top.addWidget(self.heading, 1)
        top.addWidget(self.other_curves)
        self.body.insertLayout(0, top)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.chosen: tuple[str, ...] = chosen
        self._mark()

    def leave_room(self, *, curves: bool, second_row: bool) -> None:
        """Give way to what matters more now: of the curves, and of the figures that can wait."""
        self._curves.setHidden(curves)
        for figure in self._second_row:
            figure.setHidden(second_row)

    def show_figures(self, now: Seconds, figures: SessionFigures) -> None:
        """Show the count; the curves take a point a second."""
        if self._history.take(now, figures):
            self._draw()
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

    def _choose(self, chosen: tuple[str, ...]) -> None:
        self.chosen = chosen
        self._mark()
        self._draw()
        self.curves_chosen.emit(chosen)

    def _mark(self) -> None:
        for id, figure in self._drawable.items():
            figure.mark(id in self.chosen)

    def _draw(self) -> None:
        looks = ((Tone.INFO, False), (Tone.WARN, True))
        self._curves.show_curves(
            [
                Curve(self._drawable[id].name, tone, self._history.points[id], dashed=dashed)
                for id, (tone, dashed) in zip(self.chosen, looks, strict=False)
            ]
        )

    def _trend(self, now: Seconds, online: int | None) -> tuple[str, Tone]:
        """The change in a minute; nothing before there is a minute to compare with."""
        before = next((value for at, value in reversed(self._history.points["online"]) if at <= now - TREND_OVER), None)
        if online is None or not before:
            return "", Tone.PLAIN
        change = (online - before) / before
        if abs(change) < 0.005:
            return "", Tone.PLAIN
        return f"{'▲' if change > 0 else '▼'} {percent(abs(change))}", Tone.GOOD if change > 0 else Tone.BAD
