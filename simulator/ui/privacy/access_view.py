"""Who looked at whose session, from when until when, and what was taken along."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QTableWidget, QTableWidgetItem, QWidget

from simulator.domain.privacy import Access, Act
from simulator.ports import Mendable, Store
from simulator.ui.amounts import NOTHING, when
from simulator.ui.plain import shown
from simulator.ui.sentences import sentence
from simulator.ui.theme import Theme
from simulator.ui.widgets import Label, Panel, column

MOST = 500


class AccessView(QWidget):
    """The newest first; a word narrows it down. The log is only added to."""

    def __init__(self, store: Store, theme: Theme, parent: QWidget | None = None) -> None:
        """Raise StoreError."""
        super().__init__(parent)
        self._store = store
        self._found: tuple[Access, ...] = ()
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Narrow down: a name, a session, a day"))
        self.filter.setAccessibleName(self.tr("Narrow down"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._fill)
        self.table = QTableWidget(0, 5)
        self.table.setAccessibleName(self.tr("Who looked"))
        self.table.setHorizontalHeaderLabels(
            [self.tr("From"), self.tr("Until"), self.tr("Instructor"), self.tr("Session"), self.tr("What")]
        )
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.words = Label("", "small", wrap=True)
        panel = Panel(self.tr("Who looked at what"))
        panel.body.addWidget(self.filter)
        panel.body.addWidget(self.table, 1)
        panel.body.addWidget(self.words)
        whole = column(0)
        whole.setContentsMargins(16, 16, 16, 16)
        whole.addWidget(panel)
        self.setLayout(whole)
        self.setFocusProxy(self.filter)
        self.setMinimumWidth(theme.px(320))
        self.refresh()

    def refresh(self) -> None:
        """Read the log anew."""
        try:
            self._found = self._store.accesses(most=MOST)
        except Mendable as error:
            self.words.say(sentence(error))
            return
        self._fill()

    def _fill(self) -> None:
        sought = self.filter.text().casefold().strip()
        rows = [cells for cells in map(self._cells, self._found) if sought in " ".join(cells).casefold()]
        self.table.setRowCount(len(rows))
        for number, cells in enumerate(rows):
            for place, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                self.table.setItem(number, place, item)
        told = self.tr("%n entr(y/ies), the newest first. Nobody can change or delete one.", "", len(rows))
        if len(self._found) == MOST:
            told += " " + self.tr("Older ones: “bolian privacy log --all”.")
        self.words.say(told)

    def _cells(self, access: Access) -> tuple[str, ...]:
        until = NOTHING if access.until_utc is None else when(access.until_utc)
        who = shown(access.instructor, 40) or self.tr("nobody named")
        whose = self.tr("erased") if access.trainee is None else shown(access.trainee, 40)
        return (when(access.from_utc), until, who, f"{whose} · {access.session}", self._act(access))

    def _act(self, access: Access) -> str:
        words = {
            Act.OPENED: self.tr("looked at"),
            Act.CLOSED: self.tr("closed"),
            Act.EXPORTED: self.tr("exported"),
            Act.ERASED: self.tr("erased"),
            Act.HELD: self.tr("held for an appeal"),
            Act.RELEASED: self.tr("appeal over"),
            Act.RESEARCH: self.tr("exported for research"),
        }[access.act]
        return f"{words}: {shown(access.detail, 20)}" if access.detail else words
