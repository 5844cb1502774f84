"""What a session may be compared with: the trainee's earlier takes first, then the scenario's reference."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QDialog, QFrame, QListView, QVBoxLayout, QWidget

from simulator.domain.session import Ending, Mode
from simulator.domain.standing import Reference
from simulator.ports import ContentError, Mendable, SessionEntry, Store
from simulator.ui.amounts import points, when
from simulator.ui.cards import Card, CardDelegate, CardModel
from simulator.ui.plain import shown
from simulator.ui.review.instructor import known_instructor
from simulator.ui.sentences import sentence
from simulator.ui.theme import Theme, Tone
from simulator.ui.widgets import Button, Label, LinkButton, PrimaryButton, row

if TYPE_CHECKING:
    from simulator.ui.review.page import ReviewPage

MOST = 60
"""Sessions that are offered."""


class Kind(StrEnum):
    """What another session is to this one."""

    EARLIER = "earlier"
    REFERENCE = "reference"
    LATER = "later"
    OTHER = "other"
    """Of the same trainee, another scenario."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A session to compare with."""

    entry: SessionEntry
    kind: Kind


def candidates(store: Store, entry: SessionEntry) -> tuple[tuple[Candidate, ...], Reference | None]:
    """What ``entry`` may be compared with, the likeliest first, and the reference of its scenario.

    Raise StoreError.
    """
    header = entry.header
    own = [
        each
        for each in store.sessions_of(header.trainee)
        if each.header.id != header.id and each.ending is not Ending.ON_AIR
    ]
    alike = [each for each in own if each.header.scenario == header.scenario]
    found = [Candidate(each, Kind.EARLIER) for each in alike if each.header.began_utc < header.began_utc]
    reference = store.reference(header.scenario)
    if reference is not None and reference.session != header.id:
        known = {each.entry.header.id for each in found}
        try:
            named = store.session(reference.session)
        except ContentError:
            named = None
        if named is not None and named.header.id not in known:
            found.append(Candidate(named, Kind.REFERENCE))
    known = {each.entry.header.id for each in found}
    found += [Candidate(each, Kind.LATER) for each in reversed(alike) if each.header.id not in known]
    found += [Candidate(each, Kind.OTHER) for each in own if each.header.scenario != header.scenario]
    return tuple(found[:MOST]), reference


@dataclass(frozen=True, slots=True)
class CandidateCard(Card):
    """A card of the list."""

    candidate: Candidate


class ChooseDialog(QDialog):
    """A list of sessions; Enter compares with the chosen one. Also names the reference, and opens the path."""

    compare_asked = Signal(str)
    path_asked = Signal()

    def __init__(self, store: Store, entry: SessionEntry, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._entry = entry
        self.setModal(True)
        self.setWindowTitle(self.tr("Compare"))
        self.setMinimumSize(theme.px(460), theme.px(420))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(Label(self.tr("Compare with which session?"), "title", wrap=True))
        self.model: CardModel[CandidateCard] = CardModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(CardDelegate(theme, self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(self.tr("Sessions to compare with"))
        self.list.activated.connect(lambda _index: self._on_compare())
        layout.addWidget(self.list, 1)
        self.none = Label(self.tr("There is no other session of this trainee, and no reference."), wrap=True)
        layout.addWidget(self.none, 1)
        self.about = Label("", "small", wrap=True)
        layout.addWidget(self.about)
        self.name = LinkButton("")
        self.name.clicked.connect(self._on_name)
        naming = row()
        naming.addWidget(self.name)
        naming.addStretch()
        layout.addLayout(naming)
        self.path = Button(self.tr("Path over time"))
        self.path.clicked.connect(self._on_path)
        self.cancel = Button(self.tr("Cancel"))
        self.cancel.clicked.connect(self.reject)
        self.compare = PrimaryButton(self.tr("Compare"))
        self.compare.setDefault(True)
        self.compare.clicked.connect(self._on_compare)
        ways = row()
        ways.addWidget(self.path)
        ways.addStretch()
        ways.addWidget(self.cancel)
        ways.addWidget(self.compare)
        layout.addLayout(ways)
        for button in (self.path, self.cancel, self.name):
            button.setAutoDefault(False)
        self._mine = False
        self.reference: Reference | None = None
        self._fill()
        (self.list if self.model.rows else self.path).setFocus()

    def _fill(self) -> None:
        try:
            found, self.reference = candidates(self._store, self._entry)
        except Mendable as error:
            found = ()
            self.none.say(sentence(error))
        self.model.replace([self._card(each) for each in found])
        if found:
            self.list.setCurrentIndex(self.model.index(0))
        self.list.setVisible(bool(found))
        self.none.setVisible(not found)
        self.compare.setEnabled(bool(found))
        named = self.reference is not None and bool(self.reference.named_by)
        mine = named and self.reference is not None and self.reference.session == self._entry.header.id
        if mine:
            words = self.tr("This session is the reference of {scenario}, named by {name}.")
        elif named:
            words = self.tr("The reference of {scenario} was named by {name}.")
        elif self.reference is not None:
            words = self.tr("Nobody named a reference of {scenario}: the demo pitch stands in.")
        else:
            words = self.tr("{scenario} has no reference session yet. Any session of it can be named.")
        by = shown(self.reference.named_by, 40) if self.reference is not None else ""
        self.about.say(words.format(scenario=shown(self._entry.header.scenario, 20), name=by))
        self._mine = mine
        self.name.say(
            self.tr("This session is no longer the reference") if mine else self.tr("Make this session the reference")
        )

    def _card(self, candidate: Candidate) -> CandidateCard:
        entry = candidate.entry
        kinds = {
            Kind.EARLIER: self.tr("earlier take"),
            Kind.REFERENCE: self.tr("reference of the scenario"),
            Kind.LATER: self.tr("later take"),
            Kind.OTHER: self.tr("other scenario"),
        }
        take = self.tr("take {number}").format(number=entry.header.take)
        exam = self.tr("exam") if entry.header.mode is Mode.EXAM else ""
        about = (kinds[candidate.kind], shown(entry.trainee.name, 30), when(entry.header.began_utc), exam)
        tone = Tone.INFO if candidate.kind is Kind.REFERENCE else Tone.PLAIN
        return CandidateCard(
            title=f"{shown(entry.header.scenario, 20)} · {take}",
            about=" · ".join(part for part in about if part),
            state=points(entry.total),
            tone=tone,
            candidate=candidate,
        )

    def _on_compare(self) -> None:
        card = self.model.row(self.list.currentIndex().row())
        if card is not None:
            self.accept()
            self.compare_asked.emit(card.candidate.entry.header.id)

    def _on_path(self) -> None:
        self.accept()
        self.path_asked.emit()

    def _on_name(self) -> None:
        """Let this session be what others of its scenario are held against, or no longer."""
        header = self._entry.header
        by = known_instructor(self._store) or self.tr("somebody")
        try:
            self._store.name_reference(header.scenario, None if self._mine else header.id, by)
            self._fill()
        except Mendable as error:
            self.about.say(sentence(error))


def offer_comparison(page: ReviewPage, store: Store, theme: Theme) -> None:
    """Ask what the session of a review room is to be compared with; the page's signals say what was chosen."""
    dialog = ChooseDialog(store, page.entry, theme, page)
    dialog.compare_asked.connect(page.compare_asked)
    dialog.path_asked.connect(lambda: page.path_asked.emit(page.entry.header.trainee))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
