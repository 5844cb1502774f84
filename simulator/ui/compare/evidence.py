"""What is behind a weakness: the moments of its session, one click from the review room."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from simulator.domain.judgement import Mark
from simulator.domain.rubric import Rubric
from simulator.domain.standing import Weakness
from simulator.ports import Mendable, Store
from simulator.reports.wording import WHY_NONE
from simulator.ui.plain import shown
from simulator.ui.review.moments import Moment, MomentList
from simulator.ui.sentences import sentence
from simulator.ui.theme import Theme
from simulator.ui.widgets import ElidedLabel

MOST_MISSING = 6


class EvidenceView(QWidget):
    """Criteria as headings, their moments below; what was missing is named."""

    moment_asked = Signal(str, float)
    """Session, and seconds in it."""

    def __init__(
        self,
        store: Store,
        theme: Theme,
        language: str,
        missed: Callable[[str, str], str],
        parent: QWidget | None = None,
    ) -> None:
        """``missed`` words what a session, by id, has missed, by the id a measurement gives it."""
        super().__init__(parent)
        self._missed = missed
        self._store = store
        self._language = language
        self._sessions: list[str] = []
        self.heading = ElidedLabel("", "heading")
        self.list = MomentList(theme, self.tr("Evidence"))
        self.list.clicked.connect(self._on_chosen)
        self.list.activated.connect(self._on_chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.heading)
        layout.addWidget(self.list, 1)

    def show_weaknesses(self, name: str, weaknesses: Sequence[Weakness], rubric: Rubric | None) -> None:
        """The evidence of these, each of the session where it is lowest."""
        self.heading.say(self.tr("Evidence: {name}").format(name=name) if name else self.tr("Evidence"))
        names = {} if rubric is None else {each.id: each.name[self._language] for each in rubric.criteria}
        moments: list[Moment] = []
        self._sessions = []
        for weakness in weaknesses:
            title = f"{weakness.criterion} {names.get(weakness.criterion, '')}"
            level = self.tr("level {level}").format(level=weakness.lowest)
            for moment in [
                Moment(at=None, text=f"{title} · {level}", heading=True),
                *self._moments(weakness),
            ]:
                moments.append(moment)
                self._sessions.append(weakness.session)
        if not moments and name:
            moments = [Moment(at=None, text=self.tr("No criterion below level 3."), heading=True)]
            self._sessions = [""]
        self.list.show_moments(moments)

    def _moments(self, weakness: Weakness) -> list[Moment]:
        try:
            card = self._store.counting(weakness.session)
        except Mendable as error:
            return [Moment(at=None, text=sentence(error))]
        mark = None if card is None else next((m for m in card.marks if m.criterion == weakness.criterion), None)
        if mark is None:
            return []
        found = [
            Moment(at=each.span.start, text=shown(each.quote, 200) or self.tr("(no words)"))
            for each in mark.measurement.evidence
        ]
        missing = self._missing(mark, weakness.session)
        if missing:
            found.append(Moment(at=None, text=missing))
        if not found:
            why = mark.measurement.why_none
            words = self.tr("Nothing to point at: open the session.") if why is None else WHY_NONE[why][self._language]
            found.append(Moment(at=None, text=words))
        return found

    def _missing(self, mark: Mark, session: str) -> str:
        """What was not there has no moment."""
        ids = [id[1:] for id in mark.measurement.detail if id.startswith("-")]
        if not ids:
            return ""
        more = " …" if len(ids) > MOST_MISSING else ""
        named = ", ".join(shown(self._missed(session, each), 40) for each in ids[:MOST_MISSING])
        return self.tr("missing: {what}").format(what=named + more)

    def _on_chosen(self, index: QModelIndex) -> None:
        row = self.list.moments.row(index.row())
        if row is not None and not row.heading and self._sessions[index.row()]:
            self.moment_asked.emit(self._sessions[index.row()], row.at or 0.0)
