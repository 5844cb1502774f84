"""What of a session goes into a file somebody chose."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from simulator.domain.assessing import Stage
from simulator.domain.queue import Order as Sorting
from simulator.domain.queue import Wanted
from simulator.domain.standing import MOST_SESSIONS, ClassQuestion
from simulator.domain.units import Span
from simulator.ports import Mendable, SessionEntry
from simulator.reports.dossier import Dossier
from simulator.reports.exports import exported as text_of
from simulator.reports.xapi import DEFAULT_IRI, Sender, xapi_text
from simulator.ui.dialogs import tell
from simulator.ui.jobs import Job, Jobs
from simulator.ui.plain import shown
from simulator.ui.review.changes import compared
from simulator.ui.review.reviewed import Reviewed
from simulator.ui.sentences import sentence
from simulator.ui.sharing.export_dialog import Choice, ExportDialog, Moment
from simulator.ui.sharing.files import write_whole
from simulator.ui.sharing.film import write_film
from simulator.ui.sharing.keys import IRI, pseudonym_key
from simulator.ui.sharing.orders import Kind, Order
from simulator.ui.sharing.reporting import class_work, write_report
from simulator.ui.sharing.writing import Writing
from simulator.ui.theme import Theme
from simulator.ui.translations import ScreenLanguage

if TYPE_CHECKING:
    from simulator.live.studio import Studio
    from simulator.ui.review.page import ReviewPage

FOLDER = "export.folder"
"""The setting that holds where the last file went."""


class Exports(QObject):
    """Asks what and where to, writes, and says how it went."""

    def __init__(self, page: ReviewPage, jobs: Jobs, theme: Theme, language: ScreenLanguage, studio: Studio) -> None:
        super().__init__(page)
        self._page = page
        self._jobs = jobs
        self._theme = theme
        self._language = language
        self._store = studio.store
        self._library = studio.library

    def ask(self) -> None:
        """Ask what to export."""
        session = self._page.session
        if session is None:
            return
        entry, store = self._page.entry, self._store
        folder = Path(str(store.setting(FOLDER, "") or Path.home()))
        choice = Choice(
            header=entry.header,
            trainee=entry.trainee.name,
            folder=folder if folder.is_dir() else Path.home(),
            recorded=entry.recording is not None,
            language=self._language.of_texts,
            moments=self._moments(session),
            classes=lambda: self._classes(entry),
            iri=str(store.setting(IRI, DEFAULT_IRI) or DEFAULT_IRI),
        )
        ExportDialog(choice, self._theme, self.carry_out, self._page.window()).open()

    def write(self, path: Path) -> None:
        """Write what the name of a file asks for: a film, or the instructor's report."""
        kind = Kind.FILM if path.suffix.lower() == ".mp4" else Kind.EVIDENCE
        self.carry_out(Order(kind=kind, path=path, language=self._language.of_texts))

    def carry_out(self, order: Order) -> None:
        """Write it, with its progress and a way to give it up."""
        session = self._page.session
        if session is None:
            return
        self._store.keep_setting(FOLDER, str(order.path.parent))
        if order.kind is Kind.XAPI:
            self._store.keep_setting(IRI, order.iri)
        try:
            work = self._work(order, session)
        except Mendable as error:
            self._complain(error)
            return
        title = self.tr("Writing the film") if order.kind.needs_recording else self.tr("Writing the file")

        def done(path: Path) -> None:
            self._note(order)
            self._tell(path)

        Writing(self._jobs, title, order.path, work, done, self._complain, self._page.window()).open()

    # ------------------------------------------------------------------ inside

    def _work(self, order: Order, session: Reviewed) -> Callable[[Job], object]:
        """What a job does; the store is read here, on its own thread. Raise StoreError."""
        recording = self._page.entry.recording
        if order.kind.needs_recording and recording is not None:
            log, transcript = session.log, session.marked.transcript
            return lambda job: write_film(
                log,
                transcript,
                recording,
                order.path,
                span=order.span,
                reached=job.progress,
                is_cancelled=job.is_cancelled,
            )
        if order.kind is Kind.CLASS:
            return class_work(self._store, self._library, order)
        make = self._dossier(session)
        if order.kind.is_report:
            return lambda job: write_report(
                order, make(), recording, reached=job.progress, is_cancelled=job.is_cancelled
            )
        sender = Sender(iri=order.iri, salt=pseudonym_key(self._store), named=order.named)
        return lambda _job: write_whole(
            order.path, lambda part: part.write_bytes(content(order.kind, make(), recording, sender))
        )

    def _dossier(self, session: Reviewed) -> Callable[[], Dossier]:
        """What puts the dossier together, on any thread: a second hearing is marked twice for it."""
        page = self._page
        judgement, entry, hearings = page.judgement, page.entry, page.changes.hearings
        moments = page.weighing.found
        poorly, said = dict(page.judging.poorly), self._store.said(entry.header.id)

        def make() -> Dossier:
            return Dossier(
                log=session.log,
                scorecard=session.marked.scorecard,
                judgement=judgement,
                rubric=session.rubric,
                figures=session.figures,
                trainee=entry.trainee.name,
                names=session.taxonomy.names,
                taxonomy=session.taxonomy,
                poorly=poorly,
                said=said,
                moments=moments,
                changes=None if hearings is None else compared(hearings),
                heard_utc=None if hearings is None else hearings.heard_utc,
                rules=session.rules,
                rules_kept=session.yardstick.rules_kept,
                recorded=entry.recording is not None,
            )

        return make

    def _moments(self, session: Reviewed) -> tuple[Moment, ...]:
        """Where the player stands, then every moment behind a mark."""
        at = self._page.player.at
        here = Moment(span=Span(at, at), words=self.tr("where the player stands"))
        return (
            here,
            *(Moment(span=mark.span, words=f"{mark.criterion} {mark.quote}") for mark in session.lanes.marks),
        )

    def _classes(self, entry: SessionEntry) -> dict[str, tuple[str, ...]]:
        """Scored sessions that belong together with this one: its paper's, its trainee's classes', its scenario's."""
        store, header = self._store, entry.header
        found: dict[str, tuple[str, ...]] = {}
        if header.paper is not None:
            sat = Wanted(stages=frozenset(Stage), paper=header.paper, order=Sorting.NEWEST)
            ids = tuple(each.session for each in store.queue(sat, MOST_SESSIONS))
            found[self.tr("Exam paper {paper}: %n session(s)", "", len(ids)).format(paper=header.paper)] = ids
        for each in store.classes_of(header.trainee):
            ids = self._counted(trainees=tuple(member.trainee.id for member in store.members(each.id)))
            found[self.tr("Class {name}: %n session(s)", "", len(ids)).format(name=shown(each.name, 30))] = ids
        ids = self._counted(scenario=header.scenario)
        found[self.tr("Scenario {scenario}: %n session(s)", "", len(ids)).format(scenario=header.scenario)] = ids
        ids = self._counted()
        found[self.tr("All of this PC: %n session(s)", "", len(ids))] = ids
        return {words: ids for words, ids in found.items() if ids} or {self.tr("This session alone"): (header.id,)}

    def _counted(self, trainees: tuple[str, ...] | None = None, scenario: str | None = None) -> tuple[str, ...]:
        """What may be compared, the newest first, as the class view counts it."""
        question = ClassQuestion(trainees=trainees, scenario=scenario, every=True)
        return tuple(each.session for each in self._store.class_sessions(question).sessions)

    def _note(self, order: Order) -> None:
        """The access log tells what was taken along of which sessions, not where to."""
        try:
            self._page.marks.visit.exported(order.noted, order.sessions if order.kind is Kind.CLASS else ())
        except Mendable as error:
            self._complain(error)

    def _tell(self, path: Path) -> None:
        words = self.tr("The file is here: {file}").format(file=shown(str(path), 200))
        tell(self._page.window(), self.tr("Exported"), words, self.tr("Close"))

    def _complain(self, error: Mendable) -> None:
        tell(self._page.window(), self.tr("That did not work"), sentence(error), self.tr("Close"))


def content(kind: Kind, dossier: Dossier, recording: Path | None, sender: Sender) -> bytes:
    """A file of text."""
    if kind is Kind.XAPI:
        return xapi_text(dossier, sender).encode("utf-8")
    return text_of(
        kind.value,
        dossier.log,
        dossier.scorecard,
        dossier.judgement,
        dossier.rubric,
        recording=None if recording is None else str(recording),
        rules=dossier.rules,
        rules_kept=dossier.rules_kept,
        trainee=dossier.trainee,
    )
