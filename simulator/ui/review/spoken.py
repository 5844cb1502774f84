"""The transcript: phrases with what was found in them, to be searched and clicked."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QVBoxLayout, QWidget

from simulator.domain.findings import PriceVerdict
from simulator.domain.units import Seconds, Span
from simulator.ui.amounts import money
from simulator.ui.plain import shown
from simulator.ui.review.moments import MadeMoments, Marked, Moment, MomentList
from simulator.ui.review.passages import Passage, passage_at, word_places
from simulator.ui.review.reviewed import Reviewed
from simulator.ui.review.wording import price_verdict, severity
from simulator.ui.theme import Theme, Tone
from simulator.ui.translations import ScreenLanguage
from simulator.ui.widgets import Button, Label

FACTS = 3
HOLDS = (PriceVerdict.RIGHT, PriceVerdict.FITS)
"""Facts named below a phrase, at most."""


class TranscriptView(QWidget):
    """Phrases by time; the one that plays is marked."""

    chosen = Signal(float)
    held_up = Signal(object, str)
    """A ``Span`` of selected phrases that is to be evidence, and what was said in it."""

    def __init__(self, theme: Theme, language: ScreenLanguage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language.of_texts
        self._session: Reviewed | None = None
        self._shown: tuple[Passage, ...] = ()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search what was said"))
        self.search.setAccessibleName(self.tr("Search what was said"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._fill)
        layout.addWidget(self.search)
        self.list = MomentList(theme, self.tr("Transcript"))
        self.list.chosen.connect(self.chosen)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.list.selectionModel().selectionChanged.connect(self._on_selected)
        layout.addWidget(self.list, 1)
        self.evidence = Button(self.tr("Hold up as evidence"), printed="E")
        self.evidence.clicked.connect(self.hold_up)
        self.evidence.hide()
        layout.addWidget(self.evidence)
        self._none = Label("", "small", wrap=True)
        layout.addWidget(self._none)
        layout.addStretch()

    def show_session(self, session: Reviewed) -> None:
        self._session = session
        with QSignalBlocker(self.search):
            self.search.setEnabled(bool(session.said.passages))
        self._fill()

    def follow(self, at: Seconds) -> None:
        self.list.follow(passage_at(self._shown, at))

    def hold_up(self) -> bool:
        """Hold up the phrases that are selected, where that is what the keyboard is at; whether there were any."""
        chosen = sorted(index.row() for index in self.list.selectedIndexes())
        if not chosen or not self.isVisible():
            return False
        phrases = [self._shown[number].phrase for number in chosen if number < len(self._shown)]
        if not phrases:
            return False
        span = Span(phrases[0].said.start, max(phrase.said.end for phrase in phrases))
        self.held_up.emit(span, " ".join(phrase.text for phrase in phrases))
        return True

    def _on_selected(self) -> None:
        self.evidence.setVisible(bool(self.list.selectedIndexes()))

    def _fill(self) -> None:
        session = self._session
        if session is None:
            return
        sought = self.search.text().casefold().strip()
        self._shown = tuple(each for each in session.said.passages if sought in each.phrase.text.casefold())
        self.list.delegate.current = None
        passages = self._shown
        self.list.show_moments(MadeMoments(len(passages), lambda number: self._moment(passages[number], session)))
        self.list.setVisible(bool(self._shown))
        self._none.setVisible(not self._shown)
        self._none.say(
            self.tr("Nothing that was said has these words.")
            if session.said.passages
            else self.tr("There is no transcript of this session.")
        )

    def _moment(self, passage: Passage, session: Reviewed) -> Moment:
        marked = tuple(
            Marked(each.start, each.end, self._tip(each.broken.category, each, session)) for each in passage.breaks
        )
        return Moment(
            at=passage.phrase.said.start,
            text=passage.phrase.text,
            name=self.tr("Read aloud by the computer") if passage.read_aloud else "",
            marked=marked,
            below=self._below(passage, session),
            tone=Tone.WARN if self._wrong(passage) else Tone.GOOD,
            words=tuple(
                (start, word.said.start)
                for word, (start, end) in zip(passage.phrase.words, word_places(passage.phrase), strict=True)
                if end > start
            ),
        )

    def _tip(self, category: str, each: object, session: Reviewed) -> str:
        from simulator.ui.review.passages import Break

        assert isinstance(each, Break)
        rule = session.rules.categories.get(category)
        name = shown(category, 40) if rule is None else rule.name[self._language]
        words = f"{each.broken.severity.name} {severity(each.broken.severity)} · {name}"
        instead = session.rewording(each.broken)
        if instead:
            words += " · " + self.tr("instead: {wording}").format(wording=shown(instead, 160))
        return words

    @staticmethod
    def _wrong(passage: Passage) -> bool:
        return any(verdict is PriceVerdict.WRONG for _, verdict in passage.prices)

    def _below(self, passage: Passage, session: Reviewed) -> str:
        cues = {(product.id, fact.id): fact.cue for product in session.log.scenario.products for fact in product.facts}
        parts: list[str] = []
        facts = [cues.get(each, each[1]) for each in passage.facts]
        if facts:
            more = " …" if len(facts) > FACTS else ""
            parts.append("✓ " + ", ".join(shown(cue, 28) for cue in facts[:FACTS]) + more)
        for amount, verdict in passage.prices:
            sign = "✗" if verdict is PriceVerdict.WRONG else "✓" if verdict in HOLDS else "?"
            if verdict is PriceVerdict.COMPARISON:
                sign = "≈"
            parts.append(f"{sign} {money(amount)} {price_verdict(verdict)}")
        if passage.answers:
            parts.append("↩ " + self.tr("answers %n comment(s)", "", passage.answers))
        return " · ".join(parts)
