"""From what was recorded to what is marked: hear again, then score."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from simulator.domain.compliance import RulePack
from simulator.domain.events import WentOffAir
from simulator.domain.judgement import Confirmation, Scorecard
from simulator.domain.rubric import Rubric
from simulator.domain.session import Ending, SessionLog, Transcript
from simulator.domain.taxonomy import Taxonomy
from simulator.live.equipment import Equipment
from simulator.perception.listener import reheard
from simulator.ports import Library, Store
from simulator.scoring import score


@dataclass(frozen=True, slots=True)
class Marked:
    """A session as it is marked: its log with the findings of this transcript, and the scorecard made of it."""

    log: SessionLog
    transcript: Transcript | None
    scorecard: Scorecard


@dataclass(frozen=True, slots=True)
class Yardstick:
    """What a session is held against; values only, so that a job may use it on any thread."""

    rubric: Rubric
    taxonomy: Taxonomy
    rules: RulePack
    confirmations: tuple[Confirmation, ...]
    rules_kept: bool = True
    """The rules are those the session was judged by; else today's, because it is older than that was kept."""


def mark(log: SessionLog, transcript: Transcript | None, by: Yardstick) -> Marked:
    """Score a session by this transcript; provisionally while it is only what was heard live."""
    if transcript is not None:
        log = reheard(log, transcript, by.taxonomy, by.rules)
    provisional = transcript is None or not transcript.final
    profile = log.scenario.profile
    card = score(log, by.rubric, provisional=provisional, profile=profile, confirmations=by.confirmations)
    return Marked(log, transcript, card)


class Marking:
    """Has sessions transcribed and scored, and keeps what comes out."""

    def __init__(self, equipment: Equipment, library: Library, store: Store) -> None:
        self._equipment = equipment
        self._library = library
        self._store = store

    def yardstick(self, log: SessionLog) -> Yardstick:
        """Read what this log is marked by; on the store's thread."""
        kept = self._store.rules(log.header.id)
        return Yardstick(
            rubric=self._store.rubric(log.scenario.rubric),
            taxonomy=self._library.taxonomy(),
            rules=kept or self._library.rules(log.language, log.scenario.market),
            confirmations=self._store.judgement(log.header.id).confirmations,
            rules_kept=kept is not None,
        )

    def transcribe(
        self,
        log: SessionLog,
        recording: Path | None,
        progress: Callable[[float], None] = lambda _: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Transcript | None:
        """The transcript that is scored; None where there is no sound or nothing to hear it with. Slow.

        Raise DeviceError, or InterruptedError when cancelled.
        """
        if recording is None or not recording.exists():
            return None
        transcriber = self._equipment.transcriber(log.language)
        if transcriber is None:
            return None
        return transcriber.transcribe(recording, log.language, progress, cancelled)

    def keep(self, marked: Marked) -> None:
        """Write transcript and scorecard down; on the store's thread."""
        session = marked.log.header.id
        if marked.transcript is not None:
            self._store.save_transcript(session, marked.transcript)
        self._store.save_scorecard(marked.scorecard)
        self._store.end(session, Ending.OFF_AIR if marked.scorecard.provisional else Ending.SCORED)

    def close_log(self, session: str) -> SessionLog:
        """The log of a session that a crash cut off, ended where it breaks off; on the store's thread."""
        log = self._store.log(session)
        if any(True for _ in log.only(WentOffAir)):
            return log
        end = WentOffAir(at=log.length)
        self._store.append(session, [end])
        self._store.end(session, Ending.OFF_AIR)
        return replace(log, events=(*log.events, end))

    def recover(
        self,
        session: str,
        progress: Callable[[float], None] = lambda _: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Marked:
        """Finish a session that a crash cut off: its recording made whole, transcribed, scored. Slow."""
        log = self.close_log(session)
        recording = self._equipment.recover(self._store.recording_path(session))
        transcript = self.transcribe(log, recording, progress, cancelled) or self._store.transcript(session)
        marked = mark(log, transcript, self.yardstick(log))
        self.keep(marked)
        return marked

    def again(self, session: str) -> Marked:
        """Mark a session of the store anew from its log and its best transcript: the same bytes every time."""
        log = self._store.log(session)
        return mark(log, self._store.transcript(session), self.yardstick(log))
