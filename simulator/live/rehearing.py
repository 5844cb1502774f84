"""Hearing a whole recording again after the session, with a better recogniser than one that keeps up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.domain.machine import Fault
from simulator.domain.session import SessionLog, Transcript
from simulator.live.marking import Marked, Yardstick, mark
from simulator.live.second_hearing import whole
from simulator.ports import DeviceError, Transcriber

if TYPE_CHECKING:
    from simulator.live.studio import Studio


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearing:
    """All that hearing a session again needs; values only, so that a job may do it on any thread."""

    log: SessionLog
    live: Transcript | None
    recording: Path
    """Where the recording belongs."""
    by: Yardstick
    transcriber: Transcriber
    recover: Callable[[Path], Path | None]

    def run(
        self, progress: Callable[[float], None] = lambda _: None, cancelled: Callable[[], bool] = lambda: False
    ) -> Marked:
        """Hear and score it; slow. ``progress`` gets 0..1.

        Raise DeviceError where the recording cannot be heard, InterruptedError when cancelled; nothing is kept then.
        """
        recording = self.recover(self.recording)
        if recording is None or not recording.exists():
            raise DeviceError(Fault.MISSING, "recording_absent", id=self.log.header.id)
        heard = self.transcriber.transcribe(recording, self.log.language, progress, cancelled)
        if cancelled():
            raise InterruptedError
        return mark(self.log, whole(heard, self.live, self.log, recording), self.by)


def rehearing(studio: Studio, session: str) -> Rehearing:
    """What it takes to hear this session again, by its id; on the store's thread.

    Raise DeviceError where it has no recording or no model hears its language, ContentError or StoreError.
    """
    store = studio.store
    if store.session(session).recording is None:
        raise DeviceError(Fault.MISSING, "recording_absent", id=session)
    log = studio.marking.close_log(session)
    transcriber = studio.equipment.transcriber(log.language)
    if transcriber is None:
        raise DeviceError(Fault.MISSING, "no_transcriber", language=log.language.value)
    return Rehearing(
        log=log,
        live=store.live_transcript(session),
        recording=store.recording_path(session),
        by=studio.marking.yardstick(log),
        transcriber=transcriber,
        recover=studio.equipment.recover,
    )
