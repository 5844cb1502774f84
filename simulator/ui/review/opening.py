"""A session opened for looking back: read and worked out beside the window, and remembered for the next time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from typing import TypeAlias, TypeVar

from PySide6.QtCore import QObject, QTimer

from simulator import __version__
from simulator.domain.compliance import RulePack
from simulator.domain.judgement import Scorecard
from simulator.domain.key_moments import KeyMoments
from simulator.domain.session import Ending, SessionLog, Transcript
from simulator.domain.units import Seconds
from simulator.live.marking import Hearings, Marked, Yardstick, digest_of
from simulator.live.studio import Studio
from simulator.metrics.reported import Reported
from simulator.metrics.room import SessionFigures
from simulator.ports import Mendable
from simulator.review import Driver, Lanes
from simulator.review_port import PackedSession
from simulator.scoring.carrying import as_found
from simulator.ui.jobs import Job, Jobs
from simulator.ui.review import apart
from simulator.ui.review.passages import SaidBack
from simulator.ui.review.reviewed import (
    Recorded,
    Reviewed,
    confirmed_anew,
    drawn,
    recorded,
    reviewed,
    struck,
    weighed,
    with_card,
)
from simulator.ui.sharing.past_news import News

T = TypeVar("T")
Step: TypeAlias = Callable[[], Iterator[None] | None]
DONE = object()


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """What of a session is not worked out again as long as nothing it was made of changes."""

    basis: str
    scorecard: Scorecard
    lanes: Lanes
    figures: SessionFigures
    drivers: tuple[Driver, ...]
    answers: dict[str, Seconds]
    reported: tuple[Reported, ...]
    news: tuple[News, ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """A session ready to be shown, and what is to be kept of it (None: it was remembered)."""

    session: Reviewed
    hearings: Hearings | None
    body: str | None
    anew: bool = False
    """Scored again, since an instructor's word was said after it was kept, and nobody signed."""


@dataclass(frozen=True, slots=True)
class JustMarked:
    """A session that was marked a moment ago, and the log that was marked, as the store gave it."""

    base: SessionLog
    marked: Marked

    def is_of(self, by: Yardstick, transcript: Transcript | None) -> bool:
        """Whether marking it again, from this transcript and by this yardstick, would come to the same."""
        mine, card = self.marked.transcript, self.marked.scorecard
        told = None if mine is None else (mine.engine, mine.final, len(mine.phrases))
        asked = None if transcript is None else (transcript.engine, transcript.final, len(transcript.phrases))
        rubric = (by.rubric.id, by.rubric.version)
        return told == asked and (card.rubric, card.version) == rubric and self.marked.basis == by.basis


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
        just: JustMarked | None = None,
        meanwhile: Callable[[Recorded], Iterator[None] | None] | None = None,
    ) -> None:
        """``own`` leaves out what this assessor must not know yet, ``signed`` tells the card he signed.

        ``meanwhile`` gets what was recorded where the session has to be worked out, which takes some seconds.
        """
        super().__init__(parent)
        self._meanwhile = meanwhile
        self._just = just
        self._studio = studio
        self._session = session
        self._jobs = jobs
        self._done = done
        self._failed = failed
        self._own = own
        self._signed = signed or (lambda: studio.marking.signed(session))
        self._job: Job | None = None
        self._read: tuple[PackedSession, SessionLog, RulePack | None] | None = None
        self._may = False
        self._is_own = False
        """Whether it is judged without what another assessor said; such a score is nobody else's."""
        self._given_up = False

    def begin(self) -> None:
        """Begin to read, which loads no library; it goes no further before ``go_on``."""
        store, session = self._studio.store, self._session

        def read(_job: Job) -> tuple[PackedSession, SessionLog, RulePack | None]:
            packed = store.packed_session(session)
            return packed, packed.head(), packed.rule_pack()

        self._job = self._jobs.start(read, self._on_read, self._tell_failed)

    def go_on(self) -> None:
        """Work out what was read, now or once it is; ``done`` or ``failed`` is called, unless it is given up before."""
        self._may = True
        if self._read is not None:
            self._work_out(*self._read)

    def give_up(self) -> None:
        """Call nobody any more."""
        self._given_up = True
        if self._job is not None:
            self._job.cancel()

    def seal(self, done: Callable[[str], None]) -> None:
        """Hash the log that was read, beside the window; ``done`` gets its seal unless it was given up before."""
        assert self._read is not None
        self.beside(self._read[0].seal, done)

    def beside(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Do something on a thread; ``done`` gets what came of it unless it was given up before."""

        def tell(found: T) -> None:
            if not self._given_up:
                done(found)

        self._job = self._jobs.start(lambda _job: work(), tell)

    def in_turn(self, *steps: Step) -> None:
        """One step after the other, unless it is given up or one fails; before each the window breathes.

        It does so too wherever a step that is a generator yields.
        """
        if steps:
            # Not after 0 ms: that is an event, and events that beget events are all seen to before the window paints.
            QTimer.singleShot(1, self, lambda: self._step(*steps))

    # ------------------------------------------------------------------ inside

    def _step(self, step: Step, *later: Step) -> None:
        if self._given_up:
            return
        try:
            parts = step()
            if parts is not None and next(parts, DONE) is not DONE:
                later = (lambda: parts, *later)
        except Mendable as error:
            self._failed(error)
            return
        self.in_turn(*later)

    def _on_read(self, found: tuple[PackedSession, SessionLog, RulePack | None]) -> None:
        self._job, self._read = None, found
        if self._may:
            self._work_out(*found)

    def _work_out(self, packed: PackedSession, head: SessionLog, rules: RulePack | None) -> None:
        try:
            everybodys = self._studio.marking.yardstick(head, rules=rules)
            by = self._own(everybodys)
            self._is_own = by is not everybodys
            signed = self._signed()
        except Mendable as error:
            self._failed(error)
            return
        just, wanted = self._just, self._meanwhile is not None

        def look(_job: Job) -> Opened | Recorded | None:
            known = recalled(packed, by, signed, just)
            if known is not None:
                return known
            return recorded(packed.recorded(), by) if wanted else None

        def on_looked(found: Opened | Recorded | None) -> None:
            self._job = None
            if isinstance(found, Opened):
                self._on_opened(found)
            elif not self._given_up:
                self._understand(packed, by, signed, found)

        self._job = self._jobs.start(look, on_looked, self._tell_failed)

    def _understand(
        self, packed: PackedSession, by: Yardstick, signed: Scorecard | None, found: Recorded | None
    ) -> None:
        """Show what was recorded; once that can be seen, work out the rest."""

        def begin() -> None:
            self._job = self._jobs.start(
                lambda job: understood(packed, by, signed, job.is_cancelled), self._on_opened, self._tell_failed
            )

        shows: list[Step] = []
        if found is not None and self._meanwhile is not None:
            shows.append(partial(self._meanwhile, found))
        self.in_turn(*shows, begin)

    def _tell_failed(self, error: Mendable) -> None:
        self._job = None
        self._failed(error)

    def _on_opened(self, opened: Opened) -> None:
        self._job = None
        self._done(opened.session, opened.hearings)
        with suppress(Mendable):  # it is done again next time
            if opened.body is not None:
                self._studio.store.keep_looked_back(self._session, opened.body)
            if opened.anew and not self._is_own:
                self._catch_up(opened.session)

    def _catch_up(self, session: Reviewed) -> None:
        """Keep a score that a word asked for and that nobody could keep: the program ended meanwhile."""
        store, marked = self._studio.store, session.marked
        is_over = store.session(self._session).ending is not Ending.ON_AIR
        if is_over and store.scorecard(self._session) != marked.scorecard:
            self._studio.marking.keep_score(marked)


def get_ready(
    studio: Studio, just: JustMarked, jobs: Jobs, parent: QObject, then: Callable[[], None] = lambda: None
) -> None:
    """Draw what was just marked, and keep it, so that it opens in a moment; what fails is told when it is opened."""

    def done(*_: object) -> None:
        opening.deleteLater()
        then()

    opening = Opening(studio, just.marked.log.header.id, jobs, done, done, parent, just=just)
    opening.begin()
    opening.go_on()


def basis_of(packed: PackedSession, by: Yardstick) -> str:
    """Tells what a session is worked out of, instructors' words left out: the same text, the same findings."""
    rules = "" if by.rules_kept else digest_of(by.rules)
    made_of = (__version__, packed.digest(), rules, by.rubric.id, by.rubric.version)
    return sha256(repr(made_of).encode()).hexdigest()


def recalled(
    packed: PackedSession, by: Yardstick, signed: Scorecard | None, just: JustMarked | None = None
) -> Opened | None:
    """A session as it was worked out the last time, or was just marked; None where neither holds.

    Scored again where words on its findings were said or taken back since. Raise StoreError.
    """
    basis = basis_of(packed, by)
    live, final = packed.transcripts()
    known = packed.remembered(basis, Remembered, KeyMoments)
    if known is not None:
        log, was, moments = known
        session = Reviewed(
            marked=Marked(log, final or live, was.scorecard, was.basis),
            yardstick=by,
            lanes=was.lanes,
            figures=was.figures,
            drivers=was.drivers,
            answers=was.answers,
            said=SaidBack(log, struck(log, by)),
            reported=was.reported,
            news=was.news,
            moments=moments,
        )
        anew = was.basis != by.basis
        if anew:  # an instructor said something of a finding since
            session = confirmed_anew(session, by)
        return replace(_opened(packed, session, signed, None), anew=anew and signed is None)
    if just is not None and just.is_of(by, final or live):
        session = weighed(drawn(just.marked, by))
        body: str | None = None
        with suppress(ValueError):  # it is only slower next time
            body = packed.to_keep(basis, just.base, session.log, remembered(session), session.moments)
        return _opened(packed, session, signed, body)
    return None


def understood(packed: PackedSession, by: Yardstick, signed: Scorecard | None, cancelled: Callable[[], bool]) -> Opened:
    """A session worked out, a long one in a process of its own. Raise InterruptedError when cancelled."""
    if packed.size >= apart.LONG:
        body = apart.worked_out_apart(packed, by, cancelled)
        found = None if body is None else recalled(packed.with_kept(body), by, signed)
        if found is not None:
            return replace(found, body=body)
    return worked_out(packed, by, signed, cancelled)


def worked_out(
    packed: PackedSession,
    by: Yardstick,
    signed: Scorecard | None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Opened:
    """A session worked out; takes some seconds. Raise InterruptedError when cancelled."""
    log = packed.log()
    live, final = packed.transcripts()
    session = weighed(reviewed(log, final or live, by, cancelled=cancelled))
    body = packed.to_keep(basis_of(packed, by), log, session.log, remembered(session), session.moments)
    return _opened(packed, session, signed, body)


def _opened(packed: PackedSession, session: Reviewed, signed: Scorecard | None, body: str | None) -> Opened:
    """With the scorecard that was signed, and both hearings where there are two."""
    by = session.yardstick
    if signed is not None:
        session = with_card(session, signed, by.rubric)
    live, final = packed.transcripts()
    hearings = None
    if live is not None and final is not None:
        language = session.log.language
        hearings = Hearings(lambda: packed.log(whole=False), language, live, final, by, packed.heard_utc)
    return Opened(session, hearings, body)


def kept_anew(packed: PackedSession, session: Reviewed) -> str | None:
    """What is to be kept of a session that was scored anew; None where nothing was kept that it could be put in."""
    if as_found(session.log) is not session.log:
        return None  # a word holds on to what was heard before, which is not in the log that is kept
    return packed.kept_with(basis_of(packed, session.yardstick), session.log, remembered(session))


def remembered(session: Reviewed) -> Remembered:
    """What is kept of a session that was worked out."""
    return Remembered(
        basis=session.marked.basis,
        scorecard=session.marked.scorecard,
        lanes=session.lanes,
        figures=session.figures,
        drivers=session.drivers,
        answers=dict(session.answers),
        reported=session.reported,
        news=session.news,
    )
