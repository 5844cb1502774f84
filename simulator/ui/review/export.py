"""What of a session goes into a file somebody chose: its report, or the film of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from simulator.domain.agreement import Agreement
from simulator.domain.judgement import Judgement
from simulator.live.marking import Hearings
from simulator.ports import Mendable, SessionEntry, StoreError
from simulator.reports.html import report_html
from simulator.ui.dialogs import tell
from simulator.ui.jobs import Job, Jobs
from simulator.ui.plain import shown
from simulator.ui.printing import write_pdf
from simulator.ui.review.changes import compared
from simulator.ui.review.reviewed import Reviewed
from simulator.ui.sentences import sentence
from simulator.ui.sharing.filming import Filming
from simulator.ui.translations import ScreenLanguage

if TYPE_CHECKING:
    from simulator.ui.review.page import ReviewPage


def file_name(entry: SessionEntry) -> str:
    """What a report is called: scenario, day and take."""
    header = entry.header
    return f"{header.scenario}-{header.began_utc[:10]}-{header.take}.pdf"


class Exports(QObject):
    """Asks where to, writes, and says how it went."""

    def __init__(self, page: ReviewPage, jobs: Jobs, language: ScreenLanguage) -> None:
        super().__init__(page)
        self._page = page
        self._jobs = jobs
        self._language = language

    def ask(self) -> None:
        """Ask for a file; what its name ends in says what is written."""
        endings = {"PDF (*.pdf)": "pdf", "HTML (*.html)": "html"}
        if self._page.entry.recording is not None:
            endings[self.tr("Film with chat and captions") + " (*.mp4)"] = "mp4"
        dialog = QFileDialog(
            self._page, self.tr("Export report or film"), str(Path.home() / file_name(self._page.entry))
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(list(endings))
        dialog.setDefaultSuffix("pdf")
        dialog.filterSelected.connect(lambda filter: dialog.setDefaultSuffix(endings[filter]))
        dialog.fileSelected.connect(lambda file: self.write(Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, path: Path) -> None:
        """Write what the name asks for."""
        page, session = self._page, self._page.session
        if session is None:
            return
        recording = page.entry.recording
        if path.suffix.lower() == ".mp4" and recording is not None:
            log, transcript = session.log, session.marked.transcript
            Filming(self._jobs, log, transcript, recording, path, self._on_film, self._complain, page.window()).open()
            return
        trainee, poorly, heard = page.entry.trainee.name, page.judging.poorly, page.changes.hearings
        done, failed = self._on_report, self._complain
        export(self._jobs, session, page.judgement, trainee, poorly, self._language, path, done, failed, heard)

    def _on_report(self, path: Path) -> None:
        self._note(path)
        self._tell(self.tr("Report written"), self.tr("The report is here: {file}"), path)

    def _on_film(self, path: Path) -> None:
        self._note(path)
        self._tell(self.tr("Film written"), self.tr("The film is here: {file}"), path)

    def _note(self, path: Path) -> None:
        """The access log tells what was taken along, not where to."""
        try:
            self._page.marks.visit.exported(path.suffix.lower().lstrip("."))
        except Mendable as error:
            self._complain(error)

    def _tell(self, title: str, words: str, path: Path) -> None:
        tell(self._page.window(), title, words.format(file=shown(str(path), 200)), self.tr("Close"))

    def _complain(self, error: Mendable) -> None:
        tell(self._page.window(), self.tr("That did not work"), sentence(error), self.tr("Close"))


def export(
    jobs: Jobs,
    session: Reviewed,
    judgement: Judgement,
    trainee: str,
    poorly: Mapping[str, Agreement],
    language: ScreenLanguage,
    path: Path,
    done: Callable[[Path], None],
    failed: Callable[[Mendable], None],
    hearings: Hearings | None = None,
) -> None:
    """Word the report in a job, and write it: HTML there, PDF on this thread, which alone may print (about 0.1 s)."""
    html_wanted = path.suffix.lower() in (".html", ".htm")

    def word(_job: Job) -> str:
        text = report_html(
            session.log,
            session.marked.scorecard,
            judgement,
            session.result(judgement),
            session.figures,
            language.of_texts,
            rubric=session.rubric,
            trainee=trainee,
            poorly=poorly,
            names=session.taxonomy.names,
            changes=None if hearings is None else compared(hearings),
            heard_utc=None if hearings is None else hearings.heard_utc,
            rules=session.rules,
            rules_kept=session.yardstick.rules_kept,
        )
        if html_wanted:
            write_whole(path, lambda part: part.write_text(text, encoding="utf-8"))
        return text

    def finish(text: str) -> None:
        try:
            if not html_wanted:
                write_whole(path, lambda part: write_pdf(text, part))
        except StoreError as error:
            failed(error)
        else:
            done(path)

    jobs.start(word, finish, failed)


def write_whole(path: Path, write: Callable[[Path], object]) -> None:
    """Write a file whole or not at all; raise StoreError when it cannot be."""
    part = path.with_name(path.name + ".part")
    try:
        write(part)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise StoreError("file_unwritable", file=str(path), reason=error.strerror or "") from error
