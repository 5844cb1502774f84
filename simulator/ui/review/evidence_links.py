"""Moments behind a mark, as links: one click plays from just before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from simulator.domain.judgement import Evidence
from simulator.ui.amounts import clock
from simulator.ui.plain import shown, tip
from simulator.ui.review.flow import Flow
from simulator.ui.theme import Theme
from simulator.ui.widgets import Label, LinkButton

AT_FIRST = 3
"""Links shown before somebody asks for all."""
QUOTE = 14
"""Characters of a quote on a link; the tooltip has more."""


class EvidenceLinks(QWidget):
    """A link for each moment, the first few until asked for all; ``lead`` stands before them."""

    chosen = Signal(float)
    """Seconds in the session."""

    def __init__(
        self, theme: Theme, moments: Sequence[Evidence], lead: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._height = theme.px(24)
        self._moments = tuple(moments)
        self._flow = Flow(self, spacing=2)
        self.links: list[LinkButton] = []
        self._before = 0
        if lead:
            label = Label(lead, "small")
            label.setMinimumHeight(self._height)
            self._flow.addWidget(label)
            self._before = 1
        self._add(self._moments[:AT_FIRST])
        rest = len(self._moments) - AT_FIRST
        self.more: LinkButton | None = None
        if rest > 0:
            self.more = LinkButton(self.tr("+%n more", "", rest))
            self.more.setMaximumHeight(self._height)
            self.more.clicked.connect(self._on_more)
            self._flow.addWidget(self.more)

    def _add(self, moments: Sequence[Evidence]) -> None:
        for moment in moments:
            quote = shown(moment.quote, QUOTE)
            link = LinkButton(f"{clock(moment.span.start)} {quote}".strip())
            whole = shown(moment.quote, 120)
            link.setToolTip(tip(whole))
            name = self.tr("Play from {time}: {quote}") if whole else self.tr("Play from {time}")
            link.setAccessibleName(name.format(time=clock(moment.span.start), quote=whole))
            link.clicked.connect(lambda _checked=False, at=moment.span.start: self.chosen.emit(at))
            link.setMaximumHeight(self._height)
            self._flow.addWidget(link)
            self.links.append(link)

    def _on_more(self) -> None:
        assert self.more is not None
        self._flow.takeAt(self._before + AT_FIRST)
        self.more.deleteLater()
        self.more = None
        self._add(self._moments[AT_FIRST:])
        self.links[AT_FIRST].setFocus()
        self.updateGeometry()
