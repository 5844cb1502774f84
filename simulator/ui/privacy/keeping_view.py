"""How long what is kept, what is due now, and erasing that."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QListWidget, QWidget

from simulator.domain.consent import PERIODS
from simulator.domain.privacy import Going
from simulator.live.keeping import EXAM_DAYS, MARKS, Due, asked_due, rules, sweeping
from simulator.ports import Mendable, Store
from simulator.ui.dialogs import ask
from simulator.ui.jobs import Job, Jobs
from simulator.ui.plain import shown
from simulator.ui.privacy.piecewise import Piecewise, erased
from simulator.ui.sentences import sentence
from simulator.ui.setup.keeping import KeepingPanel, listed
from simulator.ui.theme import Theme, Tone
from simulator.ui.widgets import Button, Label, Panel, column, row

AS_OTHERS = -1
"""Exams are kept as long as everything else."""
LISTED = 500
"""Sessions told one by one; nobody reads more."""


class KeepingView(QWidget):
    """The rules to the left, what they make due to the right."""

    erasing = Signal(str)
    changed = Signal()

    def __init__(self, store: Store, theme: Theme, jobs: Jobs, parent: QWidget | None = None) -> None:
        """Raise StoreError."""
        super().__init__(parent)
        self._store = store
        self._jobs = jobs
        self._sweep: Piecewise[tuple[Path, ...]] | None = None
        self._due: tuple[Due, ...] = ()
        self._looking: Job | None = None
        self.period = KeepingPanel(store, theme)
        self.period.period.activated.connect(lambda _index: self.refresh())
        self.exams = QComboBox()
        self.exams.setAccessibleName(self.tr("How long exam sessions are kept"))
        self.marks = QCheckBox(self.tr("Keep transcript and marks when the recording goes"))
        self.erase = Button(self.tr("Erase what is due …"))
        self.erase.clicked.connect(self._on_erase)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Sessions that are due"))
        self.words = Label("", wrap=True)
        self.trouble = Label("", "small", tone=Tone.BAD, wrap=True)
        self.trouble.hide()
        self._lay_out(theme)
        self._fill_rules()
        self.exams.activated.connect(self._on_rules)
        self.marks.clicked.connect(self._on_rules)
        self.setFocusProxy(self.period.period)
        self.refresh()

    def _lay_out(self, theme: Theme) -> None:
        more = Panel(self.tr("Exams and marks"))
        more.setMaximumWidth(theme.px(760))
        line = row(10)
        line.addWidget(Label(self.tr("Exam sessions")))
        line.addWidget(self.exams)
        line.addStretch()
        more.body.addLayout(line)
        more.body.addWidget(self.marks)
        more.body.addWidget(
            Label(
                self.tr(
                    "Trainees are told both when they are asked. Whoever was told that everything goes is kept that"
                    " word. A session held while an appeal is open is never erased (“People”)."
                ),
                "small",
                wrap=True,
            )
        )
        left = column(0)
        left.addWidget(self.period)
        inset = column(0)
        inset.setContentsMargins(16, 0, 16, 16)
        inset.addWidget(more)
        left.addLayout(inset)
        left.addStretch(1)
        due = Panel(self.tr("Due now"))
        due.body.addWidget(self.words)
        due.body.addWidget(self.list, 1)
        due.body.addWidget(self.trouble)
        ways = row(8)
        ways.addWidget(self.erase)
        ways.addStretch()
        due.body.addLayout(ways)
        right = column(0)
        right.setContentsMargins(0, 16, 16, 16)
        right.addWidget(due)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(left, 1)
        whole.addLayout(right, 1)

    def _fill_rules(self) -> None:
        settled, kept = rules(self._store), self._store.setting(EXAM_DAYS)
        self.exams.addItem(self.tr("as long as the others"), AS_OTHERS)
        for days in PERIODS:
            words = self.tr("until they are erased by hand") if days is None else self.tr("%n day(s)", "", days)
            self.exams.addItem(words, days or 0)
        now = AS_OTHERS if kept is None else settled.exam_days or 0
        if self.exams.findData(now) < 0:
            self.exams.addItem(self.tr("%n day(s)", "", now), now)
        self.exams.setCurrentIndex(self.exams.findData(now))
        self.marks.setChecked(settled.marks_kept)

    def _on_rules(self) -> None:
        days = self.exams.currentData()
        try:
            self._store.keep_setting(EXAM_DAYS, None if days == AS_OTHERS else days)
            self._store.keep_setting(MARKS, self.marks.isChecked())
        except Mendable as error:
            self._complain(error)
        self.refresh()

    # ------------------------------------------------------------------ what is due

    def refresh(self) -> None:
        """Look again at what is due, beside the window."""
        if self._looking is not None:
            self._looking.cancel()
        self.erase.setEnabled(False)
        try:
            asked = asked_due(self._store, datetime.now(UTC).date())
        except Mendable as error:
            self._complain(error)
            return
        self._looking = self._jobs.start(lambda _job: asked(), self._show_due, self._on_not_looked)

    def _show_due(self, found: tuple[Due, ...]) -> None:
        self._looking, self._due = None, found
        self.list.clear()
        for each in found[:LISTED]:
            what = self.tr("the recording") if each.going is Going.RECORDING else self.tr("everything")
            if each.held:
                what = self.tr("held while an appeal is open: stays")
            name, scenario = shown(each.entry.trainee.name, 40), each.entry.header.scenario
            self.list.addItem(f"{name} · {scenario} · {each.last_day.isoformat()} · {what}")
        if len(found) > LISTED:
            self.list.addItem(self.tr("… and %n more", "", len(found) - LISTED))
        goes = [each for each in self._due if not each.held]
        self.words.say(
            self.tr("%n session(s) were to be kept no longer.", "", len(goes))
            if goes
            else self.tr("Nothing is due by the rules to the left.")
        )
        self.erase.setEnabled(bool(goes) and self._sweep is None)

    def _on_not_looked(self, error: Mendable) -> None:
        self._looking = None
        self._complain(error)

    def _on_erase(self) -> None:
        goes = tuple(each for each in self._due if not each.held)
        ask(
            self.window(),
            self.tr("Erase what is due?"),
            self.tr("%n session(s): what is listed goes for good.", "", len(goes)),
            self.tr("Erase"),
            self.tr("Not now"),
            lambda: self._begin(goes),
            detail=listed(goes),
        )

    def _begin(self, goes: tuple[Due, ...]) -> None:
        for each in goes:
            self.erasing.emit(each.entry.header.id)
        sweep = erased(sweeping(self._store, goes), self._jobs, self)
        self._sweep = sweep
        sweep.failed.connect(self._on_failed)
        sweep.done.connect(self._on_done)
        self.erase.setEnabled(False)
        self.words.say(self.tr("Erasing …"))
        sweep.begin()

    def _on_done(self) -> None:
        self._sweep = None
        self.changed.emit()

    def _on_failed(self, error: Mendable) -> None:
        self._sweep = None
        self._complain(error)
        self.changed.emit()

    def _complain(self, error: Mendable) -> None:
        self.trouble.say(sentence(error))
        self.trouble.show()
