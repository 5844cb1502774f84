"""Moments behind a mark, as links: one click plays from just before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from simulator.domain.judgement import Evidence
from simulator.ui.amounts import clock
from simulator.ui.plain import shown, tip
from simulator.ui.theme import Theme
from simulator.ui.widgets import Label, LinkButton

AT_FIRST = 3
"""Links shown before somebody asks for all."""
QUOTE = 14
"""Characters of a quote on a link; the tooltip has more."""
GAP = 2
"""Pixels between links and between their lines."""


class EvidenceLinks(QWidget):
    """A link for each moment, the first few until asked for all; ``lead`` stands before them.

    As many lines as they need, without a layout that Qt asks in Python: it asks all of them whenever one row of a list
    changes, and beside a thread that works each answer waits for the interpreter.
    """

    chosen = Signal(float)
    """Seconds in the session."""

    def __init__(
        self, theme: Theme, moments: Sequence[Evidence], lead: str = "", parent: QWidget | None = None, wide: int = 0
    ) -> None:
        """``wide`` is the width it will have, in pixels, where that is known: it is laid out for that at once."""
        super().__init__(parent)
        self._height = theme.px(24)
        self._moments = tuple(moments)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        under = QVBoxLayout(self)
        under.setContentsMargins(0, 0, 0, 0)
        under.setSpacing(GAP)
        self._lines: list[QHBoxLayout] = []
        self._laid: list[list[QWidget]] = []
        """What stands on each line."""
        self._words: list[QWidget] = []
        self.links: list[LinkButton] = []
        if lead:
            label = Label(lead, "small")
            label.setMinimumHeight(self._height)
            self._words.append(label)
        self._add(self._moments[:AT_FIRST])
        rest = len(self._moments) - AT_FIRST
        self.more: LinkButton | None = None
        if rest > 0:
            self.more = LinkButton(self.tr("+%n more", "", rest))
            self.more.setMaximumHeight(self._height)
            self.more.clicked.connect(self._on_more)
            self._words.append(self.more)
        self._lay([self._words])
        if wide > 0:
            self._lay(self._broken(wide))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay(self._broken(self.width()))

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
            self._words.append(link)
            self.links.append(link)

    def _on_more(self) -> None:
        assert self.more is not None
        self._words.remove(self.more)
        self.more.hide()
        self.more.deleteLater()
        self.more = None
        self._add(self._moments[AT_FIRST:])
        self._lay(self._broken(self.width()))
        self.links[AT_FIRST].setFocus()

    def _broken(self, width: int) -> list[list[QWidget]]:
        """The words in lines of this width."""
        lines: list[list[QWidget]] = []
        left = 0
        for word in self._words:
            wide = word.sizeHint().width()
            if not lines or left + wide > width:
                lines.append([])
                left = 0
            lines[-1].append(word)
            left += wide + GAP
        return lines

    def _lay(self, lines: list[list[QWidget]]) -> None:
        """Let the words stand so, if they do not yet."""
        if lines == self._laid:
            return
        self._laid = [list(line) for line in lines]
        while len(self._lines) < len(lines):
            line = QHBoxLayout()
            line.setSpacing(GAP)
            line.addStretch()
            under = self.layout()
            assert isinstance(under, QVBoxLayout)
            under.addLayout(line)
            self._lines.append(line)
        for line, words in zip(self._lines, lines, strict=False):
            for place, word in enumerate(words):  # which takes it from the line it stood on
                line.insertWidget(place, word)
