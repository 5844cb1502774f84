"""Whose data is here: hold a session for an appeal, erase a person with everything, write out for research."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QWidget

from simulator.domain.session import Trainee
from simulator.live.erasure import Erasure
from simulator.ports import Mendable, Store
from simulator.ui.amounts import when
from simulator.ui.dialogs import ask, tell
from simulator.ui.jobs import Jobs
from simulator.ui.plain import shown
from simulator.ui.privacy.erasing_dialog import ErasingDialog
from simulator.ui.privacy.piecewise import Piecewise
from simulator.ui.privacy.research import Fetched, Research
from simulator.ui.review.instructor import known_instructor
from simulator.ui.sentences import sentence
from simulator.ui.theme import Theme, Tone
from simulator.ui.widgets import Button, ElidedLabel, Label, Panel, row

ID = Qt.ItemDataRole.UserRole
LONGEST_REASON = 200


class PeopleView(QWidget):
    """Trainees to the left, what is theirs to the right."""

    erasing = Signal(str)
    changed = Signal()

    def __init__(self, store: Store, theme: Theme, jobs: Jobs, parent: QWidget | None = None) -> None:
        """Raise StoreError."""
        super().__init__(parent)
        self._store = store
        self._jobs = jobs
        self._theme = theme
        self._trainees: dict[str, Trainee] = {}
        self._counts: Mapping[str, int] = {}
        self._export: Piecewise[Fetched] | None = None
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Search a name"))
        self.filter.setAccessibleName(self.tr("Search a name"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._fill)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Trainees"))
        self.list.currentItemChanged.connect(lambda *_: self._show_one())
        self.research = Button(self.tr("Write out for research …"))
        self.research.clicked.connect(self._on_research)
        self.heading = ElidedLabel("", "title")
        self.theirs = Label("", wrap=True)
        self.sessions = QListWidget()
        self.sessions.setAccessibleName(self.tr("Sessions of this trainee"))
        self.sessions.currentItemChanged.connect(lambda *_: self._show_ways())
        self.reason = QLineEdit()
        self.reason.setMaxLength(LONGEST_REASON)
        self.reason.setPlaceholderText(self.tr("Why it is held (needed)"))
        self.reason.setAccessibleName(self.tr("Why it is held"))
        self.reason.textChanged.connect(self._show_ways)
        self.hold = Button(self.tr("Hold for an appeal"))
        self.hold.clicked.connect(self._on_hold)
        self.release = Button(self.tr("The appeal is over"))
        self.release.clicked.connect(self._on_release)
        self.erase = Button(self.tr("Erase with everything …"))
        self.erase.clicked.connect(self._on_erase)
        self.trouble = Label("", "small", tone=Tone.BAD, wrap=True)
        self.trouble.hide()
        self._lay_out()
        self.setFocusProxy(self.filter)
        self.refresh()

    def _lay_out(self) -> None:
        left = Panel(self.tr("Trainees"))
        left.body.addWidget(self.filter)
        left.body.addWidget(self.list, 1)
        left.body.addWidget(self.research)
        right = Panel()
        right.body.addWidget(self.heading)
        right.body.addWidget(self.theirs)
        right.body.addWidget(self.sessions, 1)
        line = row(8)
        line.addWidget(self.reason, 1)
        line.addWidget(self.hold)
        line.addWidget(self.release)
        right.body.addLayout(line)
        right.body.addWidget(self.trouble)
        ways = row(8)
        ways.addWidget(self.erase)
        ways.addStretch()
        right.body.addLayout(ways)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(16, 16, 16, 16)
        whole.setSpacing(16)
        whole.addWidget(left, 2)
        whole.addWidget(right, 3)

    # ------------------------------------------------------------------ who

    def refresh(self) -> None:
        """Read anew who there is."""
        try:
            self._trainees = {each.id: each for each in self._store.trainees()}
            self._counts = self._store.session_counts()
        except Mendable as error:
            self._complain(error)
            return
        self._fill()

    @property
    def trainee(self) -> Trainee | None:
        """Who is chosen."""
        item = self.list.currentItem()
        return None if item is None else self._trainees.get(item.data(ID))

    def _fill(self) -> None:
        before = self.trainee
        sought = self.filter.text().casefold().strip()
        with QSignalBlocker(self.list):
            self.list.clear()
            for each in self._trainees.values():
                if sought not in each.name.casefold():
                    continue
                words = self.tr("%n session(s)", "", self._counts.get(each.id, 0))
                item = QListWidgetItem(f"{shown(each.name, 60)} · {words}")
                item.setData(ID, each.id)
                self.list.addItem(item)
                if before is not None and each.id == before.id:
                    self.list.setCurrentItem(item)
            if self.list.currentItem() is None and self.list.count():
                self.list.setCurrentRow(0)
        self._show_one()

    def _show_one(self) -> None:
        trainee = self.trainee
        self.heading.say("" if trainee is None else shown(trainee.name, 60))
        self.erase.setEnabled(trainee is not None)
        chosen = self._session
        with QSignalBlocker(self.sessions):
            self.sessions.clear()
            if trainee is not None:
                self._show_theirs(trainee, chosen)
        if trainee is None:
            self.theirs.say(self.tr("Nobody is entered here."))
        self._show_ways()

    def _show_theirs(self, trainee: Trainee, chosen: str | None) -> None:
        try:
            sessions = self._store.hosted(trainee.id)
            kept, holds = self._store.belongings(trainee, sessions), self._store.holds()
            entries = self._store.sessions_of(trainee.id)
        except Mendable as error:
            self._complain(error)
            return
        parts = (
            self.tr("%n session(s)", "", kept.sessions),
            self.tr("%n file(s)", "", kept.files),
            self.tr("%n recognised phrase(s)", "", kept.phrases),
            self.tr("%n scorecard(s)", "", kept.scorecards),
            self.tr("%n word(s) of instructors", "", kept.words),
            self.tr("%n consent(s)", "", kept.consents),
        )
        self.theirs.say(" · ".join(parts))
        for entry in entries:
            held = holds.get(entry.header.id)
            line = f"{entry.header.scenario} · {when(entry.header.began_utc)}"
            if held is not None:
                words = self.tr("held by {name}: {reason}")
                line += " · " + words.format(name=shown(held.by, 30) or "–", reason=shown(held.reason, 60))
            item = QListWidgetItem(line)
            item.setData(ID, entry.header.id)
            self.sessions.addItem(item)
            if entry.header.id == chosen:
                self.sessions.setCurrentItem(item)
        if self.sessions.currentItem() is None and self.sessions.count():
            self.sessions.setCurrentRow(0)

    @property
    def _session(self) -> str | None:
        item = self.sessions.currentItem()
        return None if item is None else str(item.data(ID))

    def _show_ways(self) -> None:
        session = self._session
        held = session is not None and session in self._store.holds()
        self.reason.setVisible(session is not None and not held)
        self.hold.setVisible(session is not None and not held)
        self.hold.setEnabled(bool(self.reason.text().strip()))
        self.release.setVisible(held)

    # ------------------------------------------------------------------ appeals

    def _on_hold(self) -> None:
        session = self._session
        if session is not None:
            try:
                self._store.hold(session, known_instructor(self._store), self.reason.text().strip())
            except Mendable as error:
                self._complain(error)
            self.reason.clear()
            self.changed.emit()

    def _on_release(self) -> None:
        session = self._session
        if session is not None:
            try:
                self._store.release(session, known_instructor(self._store))
            except Mendable as error:
                self._complain(error)
            self.changed.emit()

    # ------------------------------------------------------------------ erasing

    def _on_erase(self) -> None:
        trainee = self.trainee
        if trainee is None:
            return
        try:
            erasure = Erasure(self._store, trainee, known_instructor(self._store))
        except Mendable as error:
            self._complain(error)
            return
        name = shown(trainee.name, 60)
        detail = self.theirs.whole
        if erasure.shared:
            words = self.tr(
                "%n recording(s) of others in which {name} was the second host go, too.", "", len(erasure.shared)
            )
            detail += " " + words.format(name=name)
        ask(
            self.window(),
            self.tr("Erase {name} with everything?").format(name=name),
            self.tr(
                "Recordings, transcripts, marks, notes, consents and exports in the data folder go for good; older"
                " copies of the database that hold the name, too. Files copied elsewhere are not reached."
            ),
            self.tr("Erase for good"),
            self.tr("Not now"),
            lambda: self._begin(erasure),
            detail=detail,
        )

    def _begin(self, erasure: Erasure) -> None:
        for session in (*erasure.sessions, *erasure.shared):
            self.erasing.emit(session)
        dialog = ErasingDialog(self._store, erasure, self._jobs, self.window())
        dialog.finished.connect(lambda _code: self.changed.emit())
        dialog.open()

    # ------------------------------------------------------------------ research

    def _on_research(self) -> None:
        dialog = QFileDialog(self, self.tr("A new, empty folder for the research data"), str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda folder: self.write_research(Path(folder)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write_research(self, folder: Path) -> None:
        """Write every session that ended into this folder, without names or recordings."""
        try:
            research = Research(self._store, folder)
        except Mendable as error:
            self._complain(error)
            return
        self.research.setEnabled(False)
        export = Piecewise(research.fetch(), research.write, self._jobs, self)
        self._export = export
        export.failed.connect(self._on_research_failed)
        export.done.connect(lambda: self._on_written(research, folder))
        export.begin()

    def _on_written(self, research: Research, folder: Path) -> None:
        try:
            research.finish()
        except Mendable as error:
            self._on_research_failed(error)
            return
        self._export = None
        self.research.setEnabled(True)
        tell(
            self.window(),
            self.tr("Written for research"),
            self.tr("%n session(s) are in {folder}, with codes in place of names.", "", len(research.entries)).format(
                folder=shown(str(folder), 200)
            ),
            self.tr("Close"),
            self.tr("Pseudonymous is not anonymous: README.md there says what cannot be promised."),
        )
        self.changed.emit()

    def _on_research_failed(self, error: Mendable) -> None:
        self._export = None
        self.research.setEnabled(True)
        self._complain(error)

    def _complain(self, error: Mendable) -> None:
        self.trouble.say(sentence(error))
        self.trouble.show()
