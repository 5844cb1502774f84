"""A class taken along: the report for a centre, on screen or paper, and the table for a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from simulator.ports import Mendable
from simulator.ui.dialogs import tell
from simulator.ui.jobs import Job, Jobs
from simulator.ui.plain import shown
from simulator.ui.review.instructor import known_instructor
from simulator.ui.sentences import sentence
from simulator.ui.sharing.files import write_whole
from simulator.ui.sharing.orders import Kind, Order
from simulator.ui.sharing.reporting import class_work
from simulator.ui.sharing.writing import Writing

if TYPE_CHECKING:
    from simulator.live.studio import Studio

ENDINGS = {"PDF (*.pdf)": "pdf", "HTML (*.html)": "html", "CSV (*.csv)": "csv"}


class ClassExport(QObject):
    """Asks where to, writes with progress, says how it went, and lets the access log know."""

    def __init__(self, studio: Studio, jobs: Jobs, language: str, table: Callable[[], str], view: QWidget) -> None:
        """``table`` makes the text of what is shown; ``language`` is of the report, "zh" or "en"."""
        super().__init__(view)
        self._studio = studio
        self._jobs = jobs
        self._language = language
        self._table = table
        self._view = view
        self.sessions: tuple[str, ...] = ()
        """Those that are counted in what is shown."""

    def ask(self) -> None:
        """Ask where to, and as what."""
        dialog = QFileDialog(self._view, self.tr("Export the class"), str(Path.home() / "class.pdf"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(list(ENDINGS))
        dialog.setDefaultSuffix("pdf")
        dialog.filterSelected.connect(lambda filter: dialog.setDefaultSuffix(ENDINGS[filter]))
        dialog.fileSelected.connect(lambda file: self.write(Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, path: Path) -> None:
        """Write what is shown; the name's ending says as what, and is PDF where it says nothing."""
        ending = path.suffix.lower().removeprefix(".")
        if ending not in ENDINGS.values():
            path = path.with_name(f"{path.name}.pdf")
        order = Order(kind=Kind.CLASS, path=path, language=self._language, sessions=self.sessions)
        studio = self._studio
        try:
            work = self._table_work(path) if ending == "csv" else class_work(studio.store, studio.library, order)
        except Mendable as error:
            self._complain(error)
            return

        def done(file: Path) -> None:
            self._note(order)
            words = self.tr("The class is here: {file}. It holds names: keep it where nobody else reads it.")
            tell(
                self._view.window(),
                self.tr("Exported"),
                words.format(file=shown(str(file), 200)),
                self.tr("Close"),
            )

        title = self.tr("Writing the file")
        Writing(self._jobs, title, path, work, done, self._complain, self._view.window()).open()

    def _table_work(self, path: Path) -> Callable[[Job], object]:
        text = self._table()
        return lambda _job: write_whole(path, lambda part: part.write_text(text, encoding="utf-8", newline=""))

    def _note(self, order: Order) -> None:
        """The access log tells of whom something was taken along, not where to."""
        store = self._studio.store
        try:
            store.note_exported("", known_instructor(store), order.sessions, order.noted)
        except Mendable as error:
            self._complain(error)

    def _complain(self, error: Mendable) -> None:
        tell(self._view.window(), self.tr("That did not work"), sentence(error), self.tr("Close"))
