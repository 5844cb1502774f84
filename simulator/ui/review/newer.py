"""Says that a session was scored again since it was signed, and lets an instructor look before adopting that."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from simulator.domain.judgement import Scorecard
from simulator.domain.rubric import Rubric
from simulator.mark_port import MarkStore
from simulator.ports import Mendable
from simulator.scoring import result
from simulator.ui.amounts import points
from simulator.ui.plain import shown
from simulator.ui.review.judging import Judging
from simulator.ui.theme import Tone
from simulator.ui.widgets import Button, Label


class NewerScore(QWidget):
    """Hidden, unless the newest scorecard is not the one that counts."""

    def __init__(self, judging: Judging, store: MarkStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._judging = judging
        self._store = store
        self._cards: tuple[Scorecard, Scorecard] | None = None
        self._rubrics: tuple[Rubric, ...] = ()
        self._newer = False
        self.words = Label("", "small", tone=Tone.WARN, wrap=True)
        self.look = Button(self.tr("Look at it"))
        self.look.clicked.connect(self._on_look)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.words, 1)
        line.addWidget(self.look)
        self.hide()
        judging.judged.connect(self._on_judged)

    def read(self) -> None:
        """Whether there is a newer scorecard than the one that counts. Raise StoreError or ContentError."""
        store, session = self._store, self._judging.judgement.session
        counting, newest = store.counting(session), store.scorecard(session)
        if self._judging.assessing.secluded:  # the newest may be what another assessor's words came to
            counting = None
        if counting is None or newest is None or counting == newest:
            self._cards = None
            self._newer = False
            self.hide()
            return
        self._cards = (counting, newest)
        self._rubrics = tuple(store.rubric_version(card.rubric, card.version) for card in self._cards)
        self._show()

    def _show(self) -> None:
        assert self._cards is not None
        old, new = self._rubrics
        before, after = (
            points(result(card, self._judging.judgement, rubric).total)
            for card, rubric in zip(self._cards, self._rubrics, strict=True)
        )
        if self._newer:
            words = self.tr("By version {new}: {after}. Sign to adopt it; until then {before} by version {old} counts.")
        else:
            words = self.tr("What counts is {before} by version {old}. Scored again since by version {new}: {after}.")
        self.words.say(words.format(old=shown(old.version, 16), before=before, new=shown(new.version, 16), after=after))
        self.look.say(self.tr("Back") if self._newer else self.tr("Look at it"))
        self.show()

    def _on_look(self) -> None:
        if self._cards is not None:
            self._newer = not self._newer
            self._show()
            self._judging.show_card(self._cards[self._newer], self._rubrics[self._newer])

    def _on_judged(self) -> None:
        try:
            self.read()
        except Mendable as error:
            self._judging.failed.emit(error)
