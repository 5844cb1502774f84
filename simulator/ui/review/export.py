"""The report of a session, as a file somebody chose."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from simulator.domain.agreement import Agreement
from simulator.domain.judgement import Judgement
from simulator.live.marking import Hearings
from simulator.ports import Mendable, SessionEntry, StoreError
from simulator.reports.html import report_html
from simulator.ui.jobs import Job, Jobs
from simulator.ui.printing import write_pdf
from simulator.ui.review.changes import compared
from simulator.ui.review.reviewed import Reviewed
from simulator.ui.translations import ScreenLanguage


def file_name(entry: SessionEntry) -> str:
    """What a report is called: scenario, day and take."""
    header = entry.header
    return f"{header.scenario}-{header.began_utc[:10]}-{header.take}.pdf"


def ask_where(parent: QWidget, title: str, name: str, chosen: Callable[[Path], None]) -> QFileDialog:
    """Ask for a PDF or HTML file to write; ``chosen`` gets its path, with an ending."""
    dialog = QFileDialog(parent, title, str(Path.home() / name))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(["PDF (*.pdf)", "HTML (*.html)"])
    dialog.setDefaultSuffix("pdf")
    dialog.filterSelected.connect(lambda filter: dialog.setDefaultSuffix("html" if "html" in filter else "pdf"))
    dialog.fileSelected.connect(lambda file: chosen(Path(file)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


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
