"""What an instructor says of a session: kept in the store, and the score brought up to it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from simulator.domain.agreement import Agreement, Sample
from simulator.domain.assessing import Assessing, name_key, own_words
from simulator.domain.findings import RuleBroken
from simulator.domain.judgement import Basis, Confirmation, Judgement, Note, Override, Scorecard, Withdrawal, Word
from simulator.domain.rubric import Rubric
from simulator.domain.session import Ending
from simulator.domain.units import Seconds
from simulator.ports import Mendable, SessionEntry
from simulator.ui.amounts import points
from simulator.ui.dialogs import ask
from simulator.ui.jobs import Jobs
from simulator.ui.review.instructor import BLIND, NameDialog, known_instructor
from simulator.ui.review.opening import kept_anew
from simulator.ui.review.reviewed import Reviewed, confirmed_anew, held_up, with_card
from simulator.ui.trust.counting import Counting

if TYPE_CHECKING:
    from simulator.live.marking import Yardstick
    from simulator.live.studio import Studio


class Judging(QObject):
    """Levels, findings, notes and the signature of the instructor, whose name is asked for once."""

    judged = Signal()
    """``judgement`` changed."""
    scored = Signal(object)
    """The ``Reviewed`` session, scored again."""
    note_kept = Signal()
    signed = Signal()
    named = Signal(str)
    """The instructor's name, when it is given."""
    failed = Signal(object)
    """A ``Mendable``."""

    def __init__(self, studio: Studio, entry: SessionEntry, jobs: Jobs, asker: QWidget) -> None:
        """Raise StoreError."""
        super().__init__(asker)
        self._studio = studio
        self._entry = entry
        self._jobs = jobs
        self._asker = asker
        self._closed = False
        self.session: Reviewed | None = None
        self._unkept: Reviewed | None = None
        self._due: Callable[[], None] | None = None
        """Scoring that a word asked for, and that has not begun."""
        self.seal = ""
        """What a signature holds the log fast by, once it was hashed beside the window."""
        self.assessing: Assessing = studio.store.assessing(entry.header.id)
        self.judgement = self._seen(studio.store.judgement(entry.header.id))
        self.blind = bool(studio.store.setting(BLIND, False))
        """Nothing the machine or another instructor made of a criterion is shown until a level was given."""
        self._counting = Counting(studio.store, self)
        self._counting.counted.connect(self._on_counted)
        self.poorly: dict[str, Agreement] = {}
        """Criteria the machine agrees poorly on, as far as they were counted."""

    @property
    def name(self) -> str:
        """The instructor's; "" where nobody was asked yet."""
        return known_instructor(self._studio.store)

    @property
    def undecided(self) -> int:
        """Likely breaches nobody said a word on."""
        if self.session is None:
            return 0
        decided = {word.finding for word in self.session.judged(self.judgement).confirmations}
        return len({each.id for each in self.session.grave} - decided)

    def question_machine(self, agreed: Callable[[Agreement], None]) -> None:
        """Tell of every criterion how far levels made as this session's were agreed with; a criterion at a time."""
        session = self.session
        if self._closed:
            return  # a job that ends later still tells its page, which was left
        assert session is not None
        card = session.marked.scorecard
        asked = Sample(rubric=card.rubric, version=card.version, engine=session.marked.engine)
        self._counting.counted.connect(agreed)
        self._counting.begin(asked, session.rubric)

    def _on_counted(self, found: Agreement) -> None:
        if found.flagged:
            self.poorly[found.criterion] = found

    def lift(self) -> None:
        """Show everything from now on: levels given later are not blind."""
        self.blind = False
        self.judged.emit()

    def masked(self, session: Reviewed) -> frozenset[str]:
        """Criteria that this instructor has yet to give a blind level."""
        if not self.blind:
            return frozenset()
        given = {word.criterion for word in self.judgement.overrides if word.instructor == self.name}
        return frozenset(mark.criterion for mark in session.marked.scorecard.marks) - given

    def ask_name(self, then: Callable[[str], object] = lambda _: None) -> None:
        def known(name: str) -> None:
            if self.assessing.secluded:  # another assessor sees other words
                self.judgement = self._seen(self._studio.store.judgement(self._entry.header.id))
                if self.session is not None:
                    self._score_anew()
            self.named.emit(name)
            self.judged.emit()  # to another instructor other levels are still to be given blind
            then(name)

        NameDialog(self._studio.store, known, self._asker).open()

    def give_level(self, criterion: str, level: int, reason: str) -> None:
        """Put a level beside the machine's."""

        def say(name: str) -> None:
            self._keep(self._level_by(name, criterion, level, reason))

        self._as_instructor(say)

    def _level_by(self, name: str, criterion: str, level: int, reason: str) -> Override:
        session = self.session
        assert session is not None
        card = session.marked.scorecard
        mark = next(mark for mark in card.marks if mark.criterion == criterion)
        return Override(
            criterion=criterion,
            level=level,
            machine_level=mark.machine,
            reason=reason,
            instructor=name,
            at_utc=_now(),
            blind=criterion in self.masked(session),
            basis=Basis(
                rubric=card.rubric, version=card.version, engine=session.marked.engine, value=mark.measurement.value
            ),
        )

    def decide(self, finding: str, stands: bool, reason: str) -> None:
        """Let a likely breach stand, or strike it; the session is scored again."""
        session = self.session
        assert session is not None

        def say(name: str) -> None:
            word = Confirmation(
                finding=finding,
                stands=stands,
                reason=reason,
                instructor=name,
                at_utc=_now(),
                broken=next((each for each in session.log.only(RuleBroken) if each.id == finding), None),
            )
            self._keep(word)

        self._as_instructor(say)

    def say(self, word: Callable[[str], Word]) -> None:
        """Keep what the instructor of this name says."""

        def said(name: str) -> None:
            self._keep(word(name))

        self._as_instructor(said)

    def keep(self, word: Word) -> None:
        """Keep a word whose instructor is known."""
        self._keep(word)

    def as_instructor(self, then: Callable[[str], None]) -> None:
        """Have ``then`` called with the instructor's name, asked for where it is not known."""
        self._as_instructor(then)

    def note(self, at: Seconds, text: str) -> None:
        """Keep a remark at a moment."""

        def say(name: str) -> None:
            if self._keep(Note(at=at, text=text, instructor=name, at_utc=_now())):
                self.note_kept.emit()

        self._as_instructor(say)

    def show_card(self, card: Scorecard, rubric: Rubric) -> None:
        """Look at another scorecard of the session; what is signed then is that."""
        if self.session is not None:
            self.session = held_up(with_card(self.session, card, rubric), self.judgement)
            self.scored.emit(self.session)

    def ask_to_sign(self) -> None:
        """Tell what a signature means, and sign after a yes."""
        session = self.session
        if session is None:
            return
        words = self.tr(
            "You stand by this score: {total}. It is fixed and sealed; what is said later has to be signed anew, and"
            " every signed version stays."
        )
        waiting = self.undecided
        ask(
            self._asker.window(),
            self.tr("Confirm the score and sign?"),
            words.format(total=points(session.result(session.judged(self.judgement)).total)),
            self.tr("Sign"),
            self.tr("Not yet"),
            self.sign,
            self.tr("%n likely breach(es) still wait for your word.", "", waiting) if waiting else "",
        )

    def sign(self) -> None:
        """Stand by everything said so far."""

        def say(name: str) -> None:
            try:
                card = None if self.session is None else self.session.marked.scorecard
                self.judgement = self._seen(self._studio.store.sign(self._entry.header.id, name, card, self.seal))
            except Mendable as error:
                self.failed.emit(error)
            else:
                self.judged.emit()
                self.signed.emit()

        self._as_instructor(say)

    # ------------------------------------------------------------------ two assessors

    def own_yardstick(self, by: Yardstick) -> Yardstick:
        """Without what another assessor said of breaches, while that must not be known."""
        return replace(by, confirmations=self.judgement.confirmations) if self.assessing.secluded else by

    def signed_card(self) -> Scorecard | None:
        """The scorecard a signature holds on to, this assessor's own while the other's must not be known."""
        session = self._entry.header.id
        if self.assessing.secluded:
            return self._studio.store.signed_card(session, self.name)
        return self._studio.marking.signed(session)

    def settle_level(self, criterion: str, level: int, reason: str) -> None:
        """Keep the level both assessors came to."""
        self._settle(self._level_by("", criterion, level, reason))

    def settle_finding(self, like: Confirmation, stands: bool, reason: str) -> None:
        """Keep what both assessors say of the breach that one of them spoke of; the session is scored again."""
        if self._settle(replace(like, stands=stands, reason=reason, at_utc=_now())):
            self._score_anew()

    def sign_jointly(self) -> None:
        """Both assessors stand by what is shown."""
        card = None if self.session is None else self.session.marked.scorecard
        try:
            self.judgement = self._seen(self._studio.store.sign_jointly(self._entry.header.id, card, self.seal))
        except Mendable as error:
            self.failed.emit(error)
        else:
            self.judged.emit()

    def _settle(self, word: Override | Confirmation) -> bool:
        try:
            self.judgement = self._seen(self._studio.store.settle_jointly(self._entry.header.id, word))
        except Mendable as error:
            self.failed.emit(error)
            return False
        self.judged.emit()
        return True

    def _seen(self, said: Judgement) -> Judgement:
        """What this instructor may see of what was said: only their own words while two assessors work apart."""
        self.assessing = self._studio.store.assessing(self._entry.header.id)
        if not self.assessing.secluded:
            return said
        signed = name_key(self.name) in {name_key(each) for each in self.assessing.signers}
        return replace(own_words(said, self.name), signed_by=self.name if signed else None)

    def close(self) -> None:
        """Let no score come back; one that a word asked for is still kept."""
        self._counting.stop()
        self._closed = True
        self._begin_due()

    # ------------------------------------------------------------------ inside

    def _as_instructor(self, say: Callable[[str], object]) -> None:
        """Have ``say`` called with the instructor's name, asked for where it is not known."""
        name = self.name
        if name:
            say(name)
        else:
            self.ask_name(say)

    def _keep(self, word: Word) -> bool:
        store, before = self._studio.store, self.judgement
        try:
            if isinstance(word, Withdrawal):
                self.judgement = self._seen(store.take_back(self._entry.header.id, word))
            else:
                self.judgement = self._seen(store.judge(self._entry.header.id, word))
        except Mendable as error:
            self.failed.emit(error)
            return False
        self.judged.emit()
        if self.session is not None and self.judgement.evidence != before.evidence:
            self.session = held_up(self.session, self.judgement)
            self.scored.emit(self.session)
        if self.session is not None and self.judgement.confirmations != before.confirmations:
            self._score_anew()
        return True

    def _score_anew(self) -> None:
        session = self.session
        assert session is not None
        try:
            by = self.own_yardstick(self._studio.marking.yardstick(session.log, session.rubric))
        except Mendable as error:
            self.failed.emit(error)
            return

        def begin() -> None:
            # No methods of this object: who leaves meanwhile is not told, but the queue shows what his word came to.
            self._jobs.start(
                lambda _job: (confirmed_anew(session, by), self._studio.store.digest(self._entry.header.id)),
                lambda scored: self._on_scored(*scored),
                lambda error: self._complain(error),
            )

        self._due = begin
        # The word is painted first: beside a thread that takes three times as long.
        QTimer.singleShot(1, self, self._begin_due)

    def _begin_due(self) -> None:
        due, self._due = self._due, None
        if due is not None:
            due()

    def _complain(self, error: Mendable) -> None:
        if not self._closed:
            self.failed.emit(error)

    def _on_scored(self, session: Reviewed, digest: str) -> None:
        if session.yardstick.confirmations != self.judgement.confirmations:
            return  # a later word is on its way
        if self._entry.ending is not Ending.ON_AIR:
            try:
                self._studio.marking.keep_score(session.marked, digest)
            except Mendable as error:
                self._complain(error)
        if not self._closed:
            QTimer.singleShot(1, self, lambda: self._tell_scored(session))  # the window breathes in between

    def _tell_scored(self, session: Reviewed) -> None:
        if self._is_late(session):
            return
        self._unkept = session
        self.session = held_up(session, self.judgement)
        self.scored.emit(self.session)

    def _is_late(self, session: Reviewed) -> bool:
        """Nobody waits for it any more, or a later word is on its way."""
        return self._closed or session.yardstick.confirmations != self.judgement.confirmations

    def keep_for_next_time(self) -> None:
        """What was scored again need not be when it is opened again; told once nothing else of it is worked out."""
        session, self._unkept = self._unkept, None
        if session is None:
            return
        store, id = self._studio.store, self._entry.header.id

        def keep(body: str | None) -> None:
            if body is not None and not self._closed:
                with suppress(Mendable):  # it is only slower next time
                    store.keep_looked_back(id, body)

        self._jobs.start(lambda _job: kept_anew(store.packed_session(id), session), keep)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
