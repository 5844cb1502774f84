"""A session opened for looking back: read in small steps, worked out aside, and remembered for the next time."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256

from PySide6.QtCore import QObject, QTimer

from simulator import __version__
from simulator.domain.judgement import Scorecard
from simulator.live.marking import Hearings, Marked, Yardstick, digest_of
from simulator.live.studio import Studio
from simulator.metrics.reported import Reported
from simulator.metrics.room import SessionFigures
from simulator.ports import Mendable
from simulator.review import Driver, Lanes
from simulator.review_port import PackedSession, SessionReading
from simulator.ui.jobs import Job, Jobs
from simulator.ui.review.passages import passages
from simulator.ui.review.reviewed import Reviewed, reviewed, struck, with_card


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """What of a session is not worked out again as long as nothing it was made of changes."""

    basis: str
    scorecard: Scorecard
    lanes: Lanes
    figures: SessionFigures
    drivers: tuple[Driver, ...]
    reported: tuple[Reported, ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """A session ready to be shown, and what is to be kept of it (None: it was remembered)."""

    session: Reviewed
    hearings: Hearings | None
    body: str | None


class Opening(QObject):
    """One session on its way; nothing it does takes the window long."""

    def __init__(
        self,
        studio: Studio,
        session: str,
        jobs: Jobs,
        done: Callable[[Reviewed, Hearings | None], None],
        failed: Callable[[Mendable], None],
        parent: QObject,
        *,
        own: Callable[[Yardstick], Yardstick] = lambda by: by,
        signed: Callable[[], Scorecard | None] | None = None,
    ) -> None:
        """``own`` leaves out what this assessor must not know yet, ``signed`` tells the card he signed."""
        super().__init__(parent)
        self._studio = studio
        self._session = session
        self._jobs = jobs
        self._done = done
        self._failed = failed
        self._own = own
        self._signed = signed or (lambda: studio.marking.signed(session))
        self._job: Job | None = None
        self._reading: SessionReading | None = None
        self._packed: PackedSession | None = None
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._on_turn)

    def begin(self) -> None:
        """Begin; ``done`` or ``failed`` is called later, unless it is given up before."""
        self._turn.start()

    def give_up(self) -> None:
        """Call nobody any more."""
        self._turn.stop()
        if self._job is not None:
            self._job.cancel()

    # ------------------------------------------------------------------ inside

    def _on_turn(self) -> None:
        try:
            if self._reading is None:
                self._reading = self._studio.store.reading(self._session)
            elif not self._reading.more():
                self._turn.stop()
                self._unpack(self._reading.packed())
        except Mendable as error:
            self._turn.stop()
            self._failed(error)

    def _unpack(self, packed: PackedSession) -> None:
        self._packed = packed
        self._job = self._jobs.start(lambda _job: (packed.head(), packed.rule_pack()), self._on_head, self._failed)

    def _on_head(self, found: tuple[object, object]) -> None:
        from simulator.domain.compliance import RulePack
        from simulator.domain.session import SessionLog

        head, rules = found
        assert isinstance(head, SessionLog) and isinstance(rules, RulePack | None)
        packed = self._packed
        assert packed is not None
        try:
            by = self._own(self._studio.marking.yardstick(head, rules=rules))
            signed = self._signed()
        except Mendable as error:
            self._failed(error)
            return
        self._job = self._jobs.start(lambda _job: opened(packed, by, signed), self._on_opened, self._failed)

    def _on_opened(self, opened: Opened) -> None:
        self._job = None
        self._done(opened.session, opened.hearings)
        if opened.body is not None:
            with suppress(Mendable):  # it is only slower next time
                self._studio.store.keep_looked_back(self._session, opened.body)


def get_ready(studio: Studio, session: str, jobs: Jobs, parent: QObject) -> None:
    """Work a session out that was just marked, so that it opens in a moment; what fails is told when it is opened."""
    opening = Opening(
        studio, session, jobs, lambda *_: opening.deleteLater(), lambda _error: opening.deleteLater(), parent
    )
    opening.begin()


def basis_of(packed: PackedSession, by: Yardstick) -> str:
    """Tells what a session is worked out of: the same text, the same outcome."""
    rules = "" if by.rules_kept else digest_of(by.rules)
    made_of = (__version__, packed.digest(), rules, by.rubric.id, by.rubric.version, by.confirmations)
    return sha256(repr(made_of).encode()).hexdigest()


def opened(packed: PackedSession, by: Yardstick, signed: Scorecard | None) -> Opened:
    """Work a session out, or remember how that went the last time; on any thread. Raise StoreError."""
    basis = basis_of(packed, by)
    live, final = packed.transcripts()
    known = packed.remembered(basis, Remembered)
    body: str | None = None
    if known is not None:
        log, was = known
        session = Reviewed(
            marked=Marked(log, final or live, was.scorecard, was.basis),
            yardstick=by,
            lanes=was.lanes,
            figures=was.figures,
            drivers=was.drivers,
            passages=passages(log, struck(log, by)),
            reported=was.reported,
        )
    else:
        base = packed.log()
        session = reviewed(base, final or live, by)
        body = packed.to_keep(basis, base, session.log, remembered(session))
    if signed is not None:
        session = with_card(session, signed, by.rubric)
    hearings = None
    if live is not None and final is not None:
        hearings = Hearings(packed.log(whole=False), live, final, by, packed.heard_utc)
    return Opened(session, hearings, body)


def remembered(session: Reviewed) -> Remembered:
    """What is kept of a session that was worked out."""
    return Remembered(
        basis=session.marked.basis,
        scorecard=session.marked.scorecard,
        lanes=session.lanes,
        figures=session.figures,
        drivers=session.drivers,
        reported=session.reported,
    )
