"""Finds the moments of a session and asks its audience, both beside the window; what was worked out is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from simulator.audience.outcomes import SHORTEST
from simulator.audience.parameters import MODEL
from simulator.domain.key_moments import KeyMoments
from simulator.domain.outcome import Outcome
from simulator.domain.session import Ending
from simulator.live.outcomes import Wanted, outcome_of
from simulator.ports import Mendable, SessionEntry
from simulator.ui.jobs import Job, Jobs
from simulator.ui.review.moment_strip import MomentStrip
from simulator.ui.review.outcome_view import OutcomeView
from simulator.ui.review.outcome_words import short
from simulator.ui.review.reviewed import Reviewed, weighed
from simulator.ui.sentences import sentence
from simulator.ui.theme import Theme

if TYPE_CHECKING:
    from simulator.live.studio import Studio


class Weighing(QObject):
    """Holds the strip of moments and the page of skill and luck, and fills them."""

    chosen = Signal()
    """The moments were."""
    told = Signal(str)
    """Skill and luck in one line."""

    def __init__(
        self, studio: Studio, entry: SessionEntry, jobs: Jobs, theme: Theme, language: str, page: QWidget
    ) -> None:
        super().__init__(page)
        self._studio = studio
        self._entry = entry
        self._jobs = jobs
        self.strip = MomentStrip(theme, language, page)
        self.view = OutcomeView(theme, language)
        self._session: Reviewed | None = None
        self._looking: Job | None = None
        self._playing: Job | None = None
        self._closed = False
        self._called_off = False
        self.found: KeyMoments | None = None
        self.outcome: Outcome | None = None
        self.view.stop_asked.connect(self.stop)
        self.view.begin_asked.connect(self._on_begin)

    def weigh(self, session: Reviewed) -> None:
        """Choose the moments of a session as it is marked now; its audience is asked where nobody asked it yet."""
        if self._closed:
            return
        self._session = session
        if self._looking is not None:
            self._looking.cancel()
        if session.moments is None:
            self._looking = self._jobs.start(lambda _job: weighed(session).moments, self._on_found)
        else:
            self._on_found(session.moments)

    def stop(self) -> None:
        """Call it off: whatever is being played ends at once, and nothing begins by itself."""
        self._called_off = True
        if self._playing is not None:
            self._playing.cancel()

    def close(self) -> None:
        """Let nothing come back."""
        self._closed = True
        for job in (self._looking, self._playing):
            if job is not None:
                job.cancel()

    # ------------------------------------------------------------------ inside

    def _on_found(self, found: KeyMoments) -> None:
        self._looking = None
        session = self._session
        if self._closed or session is None:
            return
        self.found = found
        self.strip.show_moments(found, session)
        self.chosen.emit()
        why = self._why_not(session)
        if why:
            self.view.show_reason(why)
            return
        try:
            kept = self._studio.store.outcome(self._entry.header.id)
        except Mendable as error:
            self.view.show_failed(sentence(error))
            return
        if kept is not None:
            self._show(kept)
        if (kept is None or self._lacks(kept)) and not self._called_off:
            self._on_begin(False)

    def _lacks(self, outcome: Outcome) -> bool:
        """Whether it was worked out for other moments."""
        known = {*outcome.unplayable, *(each.key for each in outcome.moments)}
        return self.found is not None and not {each.key for each in self.found.moments} <= known

    def _why_not(self, session: Reviewed) -> str:
        """Why the audience cannot be asked; "" where it can."""
        if session.log.header.audience_model != MODEL:
            return self.tr(
                "This session had another model of the audience ({model}): it cannot be played again."
            ).format(model=session.log.header.audience_model)
        if self._entry.ending is Ending.ON_AIR:
            return self.tr("This session was cut off; once it is finished, its audience can be asked.")
        if session.log.length < SHORTEST:
            return self.tr("Shorter than a minute: too little to tell skill from luck.")
        return ""

    def _on_begin(self, patient: bool) -> None:
        session, found = self._session, self.found
        if session is None or found is None or self._playing is not None:
            return
        store, id = self._studio.store, self._entry.header.id

        def play(job: Job) -> Outcome:
            wanted = Wanted(store.stored_log(id), session.taxonomy, found.moments)
            return outcome_of(wanted, patient=patient, progress=job.progress, cancelled=job.is_cancelled)

        self.view.show_running(0.0)
        self._playing = job = self._jobs.start(play, self._on_played, self._on_failed)
        job.progressed.connect(self._on_progress)
        job.cancelled.connect(self._on_called_off)
        job.ended.connect(self._on_ended)

    def _on_progress(self, share: float) -> None:
        if not self._closed and self._playing is not None:
            self.view.show_running(share)

    def _on_played(self, outcome: Outcome) -> None:
        if self._closed:
            return
        try:
            self._studio.store.keep_outcome(self._entry.header.id, outcome)
        except Mendable as error:
            self.view.show_failed(sentence(error))
        self._show(outcome)

    def _on_failed(self, error: Mendable) -> None:
        if not self._closed:
            self.view.show_failed(sentence(error))

    def _on_called_off(self) -> None:
        if self._closed:
            return
        if self.outcome is not None:
            self._show(self.outcome)
        else:
            self.view.show_waiting()

    def _on_ended(self) -> None:
        self._playing = None

    def _show(self, outcome: Outcome) -> None:
        assert self._session is not None and self.found is not None
        self.outcome = outcome
        self.view.show_outcome(outcome, self.found, self._session)
        self.strip.show_outcome(outcome)
        self.told.emit(short(outcome, self._session.log.scenario.currency))
