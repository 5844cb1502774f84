"""What makes marks defensible: evidence held up, notes spoken, second thoughts, drafts, signed versions, who looked."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from simulator.domain.judgement import EvidenceAdded, Note, Withdrawal
from simulator.domain.said import Said, SealState, SignedVersion, steps
from simulator.domain.units import Seconds, Span
from simulator.ports import Mendable
from simulator.ui.dialogs import Message, ask
from simulator.ui.jobs import Jobs
from simulator.ui.review import drafts as places
from simulator.ui.review.drafts import Drafts
from simulator.ui.review.evidence_bar import EvidenceBar
from simulator.ui.review.said_words import altered, versions
from simulator.ui.review.thoughts import ThoughtsLine
from simulator.ui.review.visit import Visit
from simulator.ui.review.voice_note import VoiceNote
from simulator.ui.review.voice_player import VoicePlayer
from simulator.ui.theme import Theme, Tone
from simulator.ui.widgets import Label

if TYPE_CHECKING:
    from simulator.live.studio import Studio
    from simulator.ui.review.page import ReviewPage

QUOTE = 240
"""Characters of what was said in a span that are kept with it."""
SHORTEST: Seconds = 1.0
"""A span that begins and ends at one moment is that long."""


class Marks(QObject):
    """Ties the parts to a review page; ``alarm``, ``evidence`` and ``line`` are to be laid out there."""

    def __init__(self, page: ReviewPage, studio: Studio, theme: Theme, jobs: Jobs, language: str) -> None:
        """Raise StoreError."""
        super().__init__(page)
        self._page = page
        self._store = studio.store
        self._jobs = jobs
        self._session = page.entry.header.id
        self._begun: Seconds | None = None
        self._versions: tuple[SignedVersion, ...] = ()
        self._signatures = 0
        """How many were checked."""
        self.visit = Visit(studio.store, self._session, page.judging.name)
        self.drafts = Drafts(studio.store, self._session, page.judging.name, self)
        self.evidence = EvidenceBar(theme, language)
        self.line = ThoughtsLine(theme)
        self.alarm = Label("", tone=Tone.BAD, wrap=True)
        self.alarm.hide()
        self.voice = VoiceNote(studio, self._session, theme, jobs)
        self.player = VoicePlayer(self)
        page.notes.hold_voice(self.voice)
        self._connect()
        self._make_keys()

    def _connect(self) -> None:
        page, judging = self._page, self._page.judging
        self.drafts.failed.connect(judging.failed)
        page.scorecard.drafted.connect(self.drafts.keep)
        page.notes.drafted.connect(lambda body: self.drafts.keep(places.NOTE, body))
        page.notes.voice_asked.connect(self.speak)
        page.notes.play_asked.connect(self._on_play)
        page.notes.away_asked.connect(self._on_away)
        page.transcript.held_up.connect(self.add_evidence)
        self.player.playing_changed.connect(page.notes.show_playing)
        self.voice.spoken.connect(self._on_spoken)
        self.voice.failed.connect(judging.failed)
        self.voice.recording_changed.connect(page.notes.show_recording)
        self.evidence.added.connect(self._on_evidence)
        self.evidence.let_go.connect(self._on_let_go)
        self.line.undo_asked.connect(self.undo)
        self.line.redo_asked.connect(self.redo)
        self.line.versions_asked.connect(self.show_versions)
        judging.judged.connect(self._on_judged)
        judging.named.connect(self._on_named)

    def _make_keys(self) -> None:
        for key, act in (
            (QKeySequence(Qt.Key.Key_M), self.speak),
            (QKeySequence(Qt.Key.Key_E), self.mark),
            (QKeySequence("Ctrl+Z"), self.undo),
            (QKeySequence("Ctrl+Shift+Z"), self.redo),
            (QKeySequence("Ctrl+Y"), self.redo),
        ):
            QShortcut(key, self._page, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def begin(self) -> None:
        """The session is on the page: bring back what was being typed and said, and check its signatures."""
        session = self._page.session
        assert session is not None
        self.evidence.offer(session.rubric.marked)
        try:
            kept = self.drafts.kept()
            back = self._page.scorecard.restore(kept) + self._page.notes.restore(kept.get(places.NOTE, ""))
            self.line.tell_back(back)
            self.voice.recover()
        except Mendable as error:
            self._page.judging.failed.emit(error)
        self._on_judged()

    def close(self) -> None:
        """The page goes: nothing that was entered stays behind."""
        self.voice.close_now()
        self.player.close()
        self.drafts.flush()
        self.visit.end()

    # ------------------------------------------------------------------ evidence

    def mark(self) -> None:
        """Hold up what is selected in transcript or timeline; else begin a span where it plays, or end that."""
        page = self._page
        if page.session is None:
            return
        if self._begun is None and (page.transcript.hold_up() or self._hold_up_repeated()):
            return
        at = page.player.at
        if self._begun is None:
            self._begun = at
            self.evidence.show_begun(at)
        else:
            begun, self._begun = self._begun, None
            self.add_evidence(Span(min(begun, at), max(begun, at, min(begun, at) + SHORTEST)))

    def _hold_up_repeated(self) -> bool:
        """Hold up the span that was marked on the timeline, where one is; whether it was."""
        span = self._page.watching.repeating.span
        if span is not None:
            self.add_evidence(span)
        return span is not None

    def add_evidence(self, span: Span, quote: str = "") -> None:
        """Ask for which criterion this span is evidence; the open one is offered first."""
        session = self._page.session
        if session is None:
            return
        self._begun = None
        said = quote or " ".join(each.phrase.text for each in session.said.passages if each.phrase.said.overlaps(span))
        self.evidence.show_span(span, said[:QUOTE], self._page.scorecard.open_criterion)

    def _on_evidence(self, criterion: str, span: Span, quote: str) -> None:
        self._page.judging.say(
            lambda name: EvidenceAdded(criterion=criterion, span=span, quote=quote, instructor=name, at_utc=_now())
        )
        self._page.setFocus()

    def _on_let_go(self) -> None:
        self._begun = None
        self._page.setFocus()

    # ------------------------------------------------------------------ spoken notes

    def speak(self) -> None:
        """Begin a spoken note at the moment that plays, or keep the one being spoken."""
        page = self._page
        if page.session is None:
            return
        if self.voice.recording:
            self.voice.finish()
            return
        page.player.pause()  # or the microphone would hear the session
        self.player.stop()
        page.tabs["notes"].click()
        at = page.player.at
        page.judging.as_instructor(lambda name: self.voice.begin(at, name))

    def _on_spoken(self, at: Seconds, id: str, length: Seconds, by: str) -> None:
        def spoken(name: str) -> Note:
            return Note(at=at, text="", instructor=name, at_utc=_now(), voice=id, voice_s=round(length, 2))

        if by:
            self._page.judging.keep(spoken(by))
        else:
            self._page.judging.say(spoken)

    def _on_play(self, note: Note) -> None:
        self._page.player.pause()
        self.player.toggle(self._store.voice_path(self._session, note.voice))

    def _on_away(self, note: Note) -> None:
        """Take a note back; the sound of a spoken one goes for good."""
        said = next((each for each in self._said() if each.holds and each.word == note), None)
        if said is None:
            return
        if not note.voice:
            self._withdraw(said, stands=False)
            return
        self.player.close()
        ask(
            self._page.window(),
            self.tr("Delete the spoken note?"),
            self.tr("Its sound is deleted for good. That there was a note, and who deleted it when, stays."),
            self.tr("Delete it"),
            self.tr("Keep it"),
            lambda: self._withdraw(said, stands=False, erased=True),
        )

    # ------------------------------------------------------------------ second thoughts

    def undo(self) -> None:
        step = steps(self._said(), self._page.judging.name).undo
        if step is not None:
            self._withdraw(step, stands=False)

    def redo(self) -> None:
        step = steps(self._said(), self._page.judging.name).redo
        if step is not None:
            self._withdraw(step, stands=True)

    def _withdraw(self, said: Said, *, stands: bool, erased: bool = False) -> None:
        self._page.judging.say(
            lambda name: Withdrawal(word=said.number, stands=stands, instructor=name, at_utc=_now(), erased=erased)
        )

    def _said(self) -> tuple[Said, ...]:
        try:
            return self._store.said(self._session)
        except Mendable as error:
            self._page.judging.failed.emit(error)
            return ()

    # ------------------------------------------------------------------ what is shown of it

    def _on_judged(self) -> None:
        said = self._said()
        self.line.show_steps(steps(said, self._page.judging.name))
        if sum(each.word is None for each in said) != self._signatures:
            self.check()

    def _on_named(self, name: str) -> None:
        self.drafts.name(name)
        try:
            self.visit.name(name)
        except Mendable as error:
            self._page.judging.failed.emit(error)

    def check(self) -> None:
        """Hold the signatures against what they were given on, once the log was hashed; beside the window."""
        self._signatures = sum(each.word is None for each in self._said())
        seal = self._page.judging.seal
        if not self._signatures or not seal:
            return
        try:
            key, sealed = self._store.seal_key(), self._store.resting(self._session, seal)
        except Mendable as error:
            self._page.judging.failed.emit(error)
            return
        self._jobs.start(lambda _job: sealed.versions(key), self._on_checked)

    def _on_checked(self, found: tuple[SignedVersion, ...]) -> None:
        self._versions = found
        wrong = {what: None for version in found for what in version.altered}
        self.alarm.setVisible(bool(wrong))
        if wrong:
            words = self.tr("Changed by hand after it was signed: {what}. This result cannot be relied on.")
            self.alarm.say(words.format(what=", ".join(altered(each) for each in wrong)))
        foreign = any(version.state is SealState.FOREIGN for version in found)
        self.line.show_versions(0 if self._page.judging.assessing.secluded else len(found), bool(wrong))
        self.line.versions.setToolTip(self.tr("Sealed at another centre") if foreign else "")
        self.show_state()

    def show_state(self) -> None:
        """Say in the bar that something was said since the last signature."""
        apart = self._page.judging.assessing.second_needed  # the bar says how two assessors stand
        if self._versions and self._page.judgement.signed_by is None and not apart:
            self._page.bar.show_changed(self._versions[-1].number)

    def show_versions(self) -> None:
        """The trail of what was signed."""
        said = self._said()
        last = max((each.number for each in said if each.word is None), default=-1)
        text = versions(self._versions, [each for each in said if each.number > last])
        message = Message(
            self._page.window(),
            self.tr("Signed versions"),
            self.tr("Who signed what, what led to it, and whether it is still as it was signed."),
            self.tr("Close"),
            lines=text,
        )
        message.open()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
