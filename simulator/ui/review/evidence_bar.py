"""A span of the session that is to be held up as evidence: where it begins and ends, and for which criterion."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from simulator.domain.rubric import Criterion
from simulator.domain.units import Seconds, Span
from simulator.ui.amounts import clock
from simulator.ui.plain import shown, tip
from simulator.ui.theme import Theme, Tone
from simulator.ui.widgets import Button, Label, Panel, PrimaryButton, row


class EvidenceBar(Panel):
    """Hidden while no span was begun."""

    added = Signal(str, object, str)
    """Criterion, ``Span``, and what was said in it."""
    let_go = Signal()

    def __init__(self, theme: Theme, language: str, parent: QWidget | None = None) -> None:
        super().__init__(tone=Tone.INFO, parent=parent)
        self._language = language
        self._span: Span | None = None
        self._quote = ""
        self.body.setContentsMargins(10, 4, 8, 4)
        self.words = Label("")
        line = row(6)
        line.addWidget(self.words)
        self.criterion = QComboBox()
        self.criterion.setAccessibleName(self.tr("Criterion the evidence is for"))
        self.criterion.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.criterion.setMinimumContentsLength(6)
        self.add = PrimaryButton(self.tr("Add"))
        self.add.setAccessibleName(self.tr("Add evidence"))
        self.add.clicked.connect(self._on_add)
        self.away = Button(self.tr("Let it go"), "Esc")
        self.away.clicked.connect(self.dismiss)
        line.addWidget(self.criterion, 1)
        line.addWidget(self.add)
        line.addWidget(self.away)
        self.body.addLayout(line)
        self.setMaximumWidth(theme.px(640))
        self.hide()

    @property
    def span(self) -> Span | None:
        """What is to be added; None while its end is not known."""
        return self._span

    def offer(self, criteria: Sequence[Criterion]) -> None:
        """What evidence may be for."""
        self.criterion.clear()
        for each in criteria:
            self.criterion.addItem(f"{each.id} {shown(each.name[self._language], 40)}", each.id)

    def show_begun(self, at: Seconds) -> None:
        """The beginning is set."""
        self._span = None
        self.words.say(self.tr("Evidence begins at {time}. Play on; E ends it.").format(time=clock(at)))
        self.words.setToolTip("")
        self.criterion.hide()
        self.add.hide()
        self.show()

    def show_span(self, span: Span, quote: str, criterion: str | None) -> None:
        """The span is known; it is for ``criterion`` unless another is chosen."""
        self._span, self._quote = span, quote
        words = self.tr("Evidence {start} to {end}: {quote}") if quote else self.tr("Evidence {start} to {end}")
        whole = words.format(start=clock(span.start), end=clock(span.end), quote=shown(quote, 120))
        self.words.say(f"{clock(span.start)}–{clock(span.end)}")
        self.words.setAccessibleName(whole)
        self.words.setToolTip(tip(whole))
        at = self.criterion.findData(criterion) if criterion is not None else -1
        if at >= 0:
            self.criterion.setCurrentIndex(at)
        self.criterion.show()
        self.add.show()
        self.show()
        (self.add if at >= 0 else self.criterion).setFocus()

    def dismiss(self) -> None:
        """Forget the span."""
        self._span = None
        self.hide()
        self.let_go.emit()

    def _on_add(self) -> None:
        if self._span is not None:
            self.added.emit(self.criterion.currentData(), self._span, self._quote)
            self._span = None
            self.hide()
