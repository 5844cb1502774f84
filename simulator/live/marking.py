"""From what was recorded to what is marked: hear again, then score."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from simulator import __version__
from simulator.domain.compliance import RulePack
from simulator.domain.events import EchoHeard, Event, HostSpoke, WentOffAir, as_heard
from simulator.domain.findings import RuleBroken
from simulator.domain.judgement import Confirmation, Judgement, Scorecard
from simulator.domain.language import Language
from simulator.domain.rubric import Rubric
from simulator.domain.session import Ending, SessionLog, Transcript
from simulator.domain.taxonomy import Taxonomy
from simulator.live.equipment import Equipment
from simulator.live.live_hearing import not_in_log
from simulator.live.second_hearing import whole
from simulator.ports import Library, Store
from simulator.scoring import score
from simulator.scoring.carrying import carried
from simulator.scoring.weights import profile_in


@dataclass(frozen=True, slots=True)
class Marked:
    """A session as it is marked: its log with the findings of this transcript, and the scorecard made of it."""

    log: SessionLog
    transcript: Transcript | None
    scorecard: Scorecard
    basis: str = ""
    """Tells what the scorecard was made of, but for the log and the transcript themselves."""

    @property
    def engine(self) -> str:
        """What made the machine's levels: the program, and the recogniser that heard the session."""
        heard = self.transcript.engine if self.transcript is not None else ""
        return f"{__version__} {heard}".strip()


@dataclass(frozen=True, slots=True)
class Yardstick:
    """What a session is held against; values only, so that a job may use it on any thread."""

    rubric: Rubric
    taxonomy: Taxonomy
    rules: RulePack
    confirmations: tuple[Confirmation, ...]
    rules_kept: bool = True
    """The rules are those the session was judged by; else today's, because it is older than that was kept."""

    @property
    def basis(self) -> str:
        """Changes with all that measuring rests on beside the log and the transcript; the rubric is not of it."""
        return basis_of(digest_of(self.rules), self.confirmations)


def digest_of(rules: RulePack) -> str:
    """A short text that differs where two rule packs do."""
    return sha256(repr(rules).encode()).hexdigest()


def basis_of(rules: str, confirmations: tuple[Confirmation, ...]) -> str:
    """See ``Yardstick.basis``; ``rules`` is the digest of the pack."""
    return sha256(repr((__version__, rules, confirmations)).encode()).hexdigest()


def mark(
    log: SessionLog, transcript: Transcript | None, by: Yardstick, *, cancelled: Callable[[], bool] = lambda: False
) -> Marked:
    """Score a session by this transcript; provisionally while it is only what was heard live.

    Raise InterruptedError when cancelled.
    """
    if transcript is not None:
        from simulator.perception.listener import (
            reheard,  # loaded only when wanted: what it knows takes a third of a second
        )

        log = reheard(log, transcript, by.taxonomy, by.rules, cancelled)
    log, words = carried(log, by.confirmations)
    provisional = transcript is None or not transcript.final
    profile = profile_in(by.rubric, log.scenario.profile)
    card = score(log, by.rubric, provisional=provisional, profile=profile, confirmations=words)
    return Marked(log, transcript, card, by.basis)


def broken_in(log: SessionLog, words: Sequence[Confirmation]) -> Counter[str]:
    """How often each category of rules was broken, breaches that an instructor struck left out."""
    stands = {word.finding: word.stands for word in carried(log, words)[1]}
    return Counter(broken.category for broken in log.only(RuleBroken) if stands.get(broken.id, True))


def heard_in(log: SessionLog) -> Transcript | None:
    """What was heard live, as the log tells it; None where nothing was."""
    phrases = tuple(as_heard(event) for event in log.only(HostSpoke, EchoHeard))
    return Transcript(engine=phrases[0].engine, final=False, phrases=phrases) if phrases else None


@dataclass(frozen=True, slots=True)
class Hearings:
    """The two transcripts of a session, and what both are held against."""

    read: Callable[[], SessionLog]
    """Gives the log as it was written on air; slow, on any thread."""
    language: Language
    live: Transcript
    final: Transcript
    by: Yardstick
    heard_utc: str | None
    """When the second was made."""

    def marked(self) -> tuple[Marked, Marked]:
        """The session marked by either; slow. The rubric is one, so that only the words make a difference."""
        log = self.read()
        return mark(log, self.live, self.by), mark(log, self.final, self.by)


class Marking:
    """Has sessions transcribed and scored, and keeps what comes out."""

    def __init__(self, equipment: Equipment, library: Library, store: Store) -> None:
        self._equipment = equipment
        self._library = library
        self._store = store

    def yardstick(self, log: SessionLog, rubric: Rubric | None = None, rules: RulePack | None = None) -> Yardstick:
        """Read what this log is marked by; on the store's thread. No event of it is asked for.

        ``rules`` are those it was judged by, where they were read already.

        That is the version of the rubric its scorecard that counts was made with, however many were published since;
        the newest of the scenario's rubric where it was not scored yet, or the one that is asked for.
        """
        if rubric is None:
            card = self._store.counting(log.header.id)
            rubric = (
                self._store.rubric(log.scenario.rubric)
                if card is None
                else self._store.rubric_version(card.rubric, card.version)
            )
        kept = rules or self._store.rules(log.header.id)
        return Yardstick(
            rubric=rubric,
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
        *,
        live: Transcript | None = None,
    ) -> Transcript | None:
        """The transcript that is scored; None where there is no sound or nothing to hear it with. Slow.

        ``live`` stands where the recording was cut short. Raise DeviceError, or InterruptedError when cancelled.
        """
        if recording is None or not recording.exists():
            return None
        transcriber = self._equipment.transcriber(log.language)
        if transcriber is None:
            return None
        heard = transcriber.transcribe(recording, log.language, progress, cancelled)
        return whole(heard, live, log, recording)

    def keep(self, marked: Marked) -> None:
        """Write transcript and scorecard down; on the store's thread."""
        session = marked.log.header.id
        if marked.transcript is not None:
            self._store.save_transcript(session, marked.transcript)
        self.keep_score(marked)
        self._store.end(session, Ending.OFF_AIR if marked.scorecard.provisional else Ending.SCORED)

    def keep_score(self, marked: Marked, digest: str | None = None) -> None:
        """Write the scorecard down, with what it was made of; on the store's thread.

        ``digest`` is the store's of this session, where it was asked beside: among 200,000 events it takes 50 ms.
        """
        session = marked.log.header.id
        made_of = f"{marked.basis}{self._store.digest(session) if digest is None else digest}"
        self._store.save_scorecard(marked.scorecard, made_of)
        broken = broken_in(marked.log, self._store.judgement(session).confirmations)
        self._store.keep_broken(session, broken, live=marked.scorecard.provisional)

    def close_log(self, session: str) -> SessionLog:
        """The log of a session that a crash cut off, ended where it breaks off; on the store's thread.

        What was heard and had not come into the log yet stands at its end, as what is heard after going off air does.
        """
        log = self._store.log(session)
        if any(True for _ in log.only(WentOffAir)):
            return log
        missing = not_in_log(self._store.heard_live(session), list(log.only(HostSpoke, EchoHeard)))
        at = max([log.length, *(phrase.said.end for phrase in missing)])
        rest: list[Event] = [*(replace(phrase, at=at) for phrase in missing), WentOffAir(at=at)]
        self._store.append(session, rest)
        self._store.end(session, Ending.OFF_AIR)
        return replace(log, events=(*log.events, *rest))

    def recover(
        self,
        session: str,
        progress: Callable[[float], None] = lambda _: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Marked:
        """Finish a session that a crash cut off: its recording made whole, transcribed, scored. Slow."""
        log = self.close_log(session)
        recording = self._equipment.recover(self._store.recording_path(session))
        live = self._store.live_transcript(session) or heard_in(log)
        final = self.transcribe(log, recording, progress, cancelled, live=live)
        transcript = final or self._store.transcript(session) or live
        marked = mark(log, transcript, self.yardstick(log))
        self.keep(marked)
        return marked

    def judgement(self, log: SessionLog) -> Judgement:
        """What instructors said of a session, put to the findings of its log as it was marked."""
        said = self._store.judgement(log.header.id)
        return replace(said, confirmations=carried(log, said.confirmations)[1])

    def hearings(self, session: str) -> Hearings | None:
        """Both transcripts of a session; None where one is missing."""
        entry = self._store.session(session)
        live = self._store.live_transcript(session)
        final = self._store.transcript(session)
        if live is None or final is None or not final.final:
            return None
        log = self._store.log(session)
        return Hearings(lambda: log, log.language, live, final, self.yardstick(log), entry.heard_utc)

    def again(self, session: str) -> Marked:
        """A session of the store as it counts: marked anew from its log and its best transcript, the same every time.

        Where it is signed, the scorecard is the one the signature holds on to.
        """
        log = self._store.log(session)
        marked = mark(log, self._store.transcript(session), self.yardstick(log))
        signed = self.signed(session)
        return marked if signed is None else replace(marked, scorecard=signed)

    def signed(self, session: str) -> Scorecard | None:
        """The scorecard a signature holds on to; None where nobody signed, or a later word took it away."""
        return self._store.counting(session) if self._store.judgement(session).signed_by is not None else None
