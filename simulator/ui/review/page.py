"""The review room: video, timeline, and what it all comes to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from simulator.devices.film_file import begins_at
from simulator.domain.judgement import Judgement
from simulator.domain.units import Seconds
from simulator.live.marking import Hearings
from simulator.ports import Mendable
from simulator.ui.compare.choosing import offer_comparison
from simulator.ui.dialogs import tell
from simulator.ui.jobs import Jobs
from simulator.ui.review.assessors import AssessorsPanel
from simulator.ui.review.bar import ReviewBar
from simulator.ui.review.blind import BlindPanel
from simulator.ui.review.changes import ChangesView
from simulator.ui.review.chat import ChatView
from simulator.ui.review.crowd import CrowdView
from simulator.ui.review.export import Exports
from simulator.ui.review.frame import Frame
from simulator.ui.review.heard import HeardView
from simulator.ui.review.judging import Judging
from simulator.ui.review.marks import Marks
from simulator.ui.review.newer import NewerScore
from simulator.ui.review.notes import NotesView
from simulator.ui.review.notice import Notice
from simulator.ui.review.opening import Opening
from simulator.ui.review.passages import Subtitle, subtitle_at
from simulator.ui.review.player import Player
from simulator.ui.review.reasons import ReasonsView
from simulator.ui.review.reviewed import Recorded, Reviewed, held_up
from simulator.ui.review.score_panel import ScorePanel
from simulator.ui.review.scorecard import ScorecardView
from simulator.ui.review.screen import Screen
from simulator.ui.review.sensed import SensedView, earlier_pitch
from simulator.ui.review.spoken import TranscriptView
from simulator.ui.review.tabs import Tabs
from simulator.ui.review.timeline import Timeline
from simulator.ui.review.transport import Transport
from simulator.ui.review.watching import Watching
from simulator.ui.review.weighing import Weighing
from simulator.ui.sentences import sentence
from simulator.ui.theme import Theme
from simulator.ui.translations import ScreenLanguage
from simulator.ui.widgets import Label, Panel

if TYPE_CHECKING:
    from simulator.live.studio import Studio

LEAD: Seconds = 2.0
"""Evidence is played from this long before it, so that it is heard whole."""


class ReviewPage(QWidget):
    """What an instructor looks back with."""

    home_asked = Signal()
    finish_asked = Signal(str)
    """This session wants to be finished and scored."""
    compare_asked, path_asked = Signal(str), Signal(str)
    """A session to compare this one with, and a trainee (``Trainee.id``) whose path over time is asked for."""
    again_asked = Signal(str)
    """This session was scored anew, and is to be opened again."""

    def __init__(
        self,
        studio: Studio,
        session_id: str,
        theme: Theme,
        jobs: Jobs,
        language: ScreenLanguage,
        parent: QWidget | None = None,
        *,
        at: Seconds = 0.0,
    ) -> None:
        """Opens at this second. Raise ContentError or StoreError when there is no such session."""
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._studio = studio
        self._theme = self.theme = theme
        self._jobs = jobs
        self._language = self.language = language
        self._at: Seconds | None = at  # None once it has opened there
        self.entry = studio.store.session(session_id)
        self.judging = judging = Judging(studio, self.entry, jobs, self)
        self.exports = Exports(self, jobs, theme, language, studio)
        self._opening = Opening(
            studio, self.entry.header.id, jobs, self._on_read, self._on_unreadable, self,
            own=judging.own_yardstick, signed=judging.signed_card, meanwhile=self._on_recorded,
        )  # fmt: skip
        self._subtitles: tuple[Subtitle, ...] = ()
        self._closing: list[Callable[[], None]] = []
        self._opening.begin()  # it is read while the page is made
        self._make_frame()
        self._opening.in_turn(
            self._make_left, self._make_right, self._make_rest, self._fill_right, self._connect,
            self._open_player, self._load,
        )  # fmt: skip

    @property
    def session(self) -> Reviewed | None:
        """None until it was read."""
        return self.judging.session

    @property
    def judgement(self) -> Judgement:
        said = self.judging.judgement
        return said if self.session is None else self.session.judged(said)

    @property
    def is_filled(self) -> bool:
        """Whether all of the session is on the page; parts that were not made yet cannot be asked for."""
        return self.session is not None and bool(self.scorecard.rows)

    # ------------------------------------------------------------------ parts, made one after the other

    def _make_frame(self) -> None:
        """What stands there at once: the bar, by which one leaves again, and room for the rest."""
        self.bar = ReviewBar(self._theme, self.entry)
        self.bar.show_instructor(self.judging.name)
        self.bar.show_judgement(self.judgement)
        self.waiting = Label(self.tr("Reading the session …"), "small", wrap=True)
        self._frame = Frame(self, self._theme, self.bar, self.waiting)
        self.bar.home_asked.connect(self.home_asked)

    def _make_left(self) -> None:
        theme, entry = self._theme, self.entry
        self.player = Player(entry.recording, entry.length, self, entry.header.id)
        self._closing.append(self.player.close)
        self.screen_ = Screen(theme)
        self.transport = Transport(theme, self)
        self.timeline = Timeline(theme, self._language)
        self.watching = Watching(
            self, self._studio.store, theme, self.player, self.screen_, self.transport, self.timeline
        )
        self._lanes = Panel(parent=self)
        self._lanes.body.setContentsMargins(4, 2, 4, 2)
        self._lanes.body.addWidget(self.timeline)
        left = self._frame.left
        left.addWidget(self.screen_, 1)
        left.addWidget(self.transport)
        left.addWidget(self.watching.row)
        if not theme.very_large:
            left.addWidget(self._lanes)

    def _make_right(self) -> Iterator[None]:
        theme, language, judging, entry = self._theme, self._language, self.judging, self.entry
        self.score = ScorePanel(theme, language)
        self.scorecard = ScorecardView(theme, language, None if theme.roomy else self.score)
        self.transcript = TranscriptView(theme, language)
        yield
        self.chat = ChatView(theme)
        self.reasons = ReasonsView(theme)
        self.sensed = SensedView(theme, language)
        self.notes = NotesView(theme)
        self.changes = ChangesView(theme, language, self._jobs)
        yield
        self.heard = HeardView(theme, self.transcript, self.changes)
        self.notice = Notice(entry)
        self.newer = NewerScore(judging, self._studio.store)
        self.blind = BlindPanel(judging)
        self.assessors = AssessorsPanel(judging, self)
        self._closing += [self.scorecard.give_up, self.changes.close_job]

    def _make_rest(self) -> Iterator[None]:
        theme, language = self._theme, self._language.of_texts
        self.weighing = Weighing(self._studio, self.entry, self._jobs, theme, language, self)
        yield
        self.crowd = CrowdView(theme, self.reasons, self.weighing.view)
        self.marks = Marks(self, self._studio, theme, self._jobs, language)
        self._closing += [self.weighing.close, self.marks.close]

    def _fill_right(self) -> None:
        theme = self._theme
        self._frame.put_under_bar(self.weighing.strip, below=True)
        self.pages = Tabs(
            theme,
            self,
            (
                ("scorecard", self.tr("Scorecard"), self.scorecard),
                ("transcript", self.tr("Transcript"), self.heard),
                ("chat", self.tr("Chat"), self.chat),
                ("reasons", self.tr("Reasons"), self.crowd),
                ("sensed", self.tr("Voice"), self.sensed),
                ("notes", self.tr("Notes"), self.notes),
                *((("timeline", self.tr("Timeline"), self._lanes),) if theme.very_large else ()),
            ),
            self._frame.box,
        )
        self.pages.hide()
        self.tabs = self.pages.buttons
        above = (self.assessors, self.marks.alarm, self.blind, self.notice, self.newer)
        self._frame.fill_right(
            (self.score, *above) if theme.roomy else above, self.pages, (self.marks.evidence, self.marks.line)
        )

    def _connect(self) -> None:
        self.bar.compare_asked.connect(lambda: offer_comparison(self, self._studio.store, self._theme))
        self.bar.export_asked.connect(self.exports.ask)
        self.bar.sign_asked.connect(self.judging.ask_to_sign)
        self.bar.name_asked.connect(lambda: self.judging.ask_name())
        self.notice.finish_asked.connect(lambda: self.finish_asked.emit(self.entry.header.id))
        self.notice.again_asked.connect(lambda: self.again_asked.emit(self.entry.header.id))
        self.player.moved.connect(self._on_moved)
        self.watching.failed.connect(self._complain)
        self.scorecard.sought.connect(self.play_from)
        self.weighing.strip.chosen.connect(self.play_from)
        self.weighing.told.connect(self.score.show_expected)
        self.weighing.chosen.connect(self.judging.keep_for_next_time)
        for list_ in (self.transcript, self.chat, self.reasons, self.sensed, self.notes, self.changes):
            list_.chosen.connect(self.player.seek)
        judging = self.judging
        self.scorecard.level_given.connect(judging.give_level)
        self.scorecard.decided.connect(judging.decide)
        self.notes.written.connect(judging.note)
        judging.judged.connect(self._on_judged)
        judging.scored.connect(self._on_scored)
        judging.note_kept.connect(self.notes.clear)
        judging.named.connect(self.bar.show_instructor)
        judging.failed.connect(self._complain)
        self._make_keys()
        self._on_moved(0.0)

    def _make_keys(self) -> None:
        """Keys of the whole page; a field that is being written in keeps its own."""
        card = self.scorecard
        in_card = {"C": card.confirm_next, "G": card.change_next}
        for key, act in {"N": self.notes.begin, **in_card}.items():
            begin = partial(self._begin, "scorecard" if key in in_card else "notes", act)
            QShortcut(QKeySequence(key), self, begin, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def put_under_bar(self, strip: QWidget) -> None:
        """Show something over the session that whoever opened it brought along."""
        self._frame.put_under_bar(strip)

    # ------------------------------------------------------------------ reading

    def _open_player(self) -> None:
        # Before anything is worked out: while QtMultimedia is loaded the loader is locked; should it log then through
        # Python, it would wait for a thread that holds the interpreter and waits for the loader (OpenCC).
        self.player.open()
        recording = self.entry.recording
        if self.player.can_play and recording is not None:
            self._jobs.start(lambda _job: begins_at(recording), self.player.begin_at)

    def _load(self) -> None:
        self.newer.read()
        self._opening.go_on()

    def _on_unreadable(self, error: Mendable) -> None:
        self.waiting.say(sentence(error))

    def _on_recorded(self, session: Recorded) -> Iterator[None]:
        """It can be watched before what was said in it is understood."""
        self._subtitles = session.said.subtitles
        yield from self._show_recorded(session)
        self.waiting.say(self.tr("It can be watched already; the marks follow once what was said is understood."))

    def _show_recorded(self, session: Recorded | Reviewed) -> Iterator[None]:
        self.player.set_length(session.log.length)
        self.bar.show_title(session.log.scenario.title[self._language.of_texts])
        self.watching.show_lanes(session, self._language.of_texts)
        yield
        self.watching.show_log(session)
        if self._at is None:  # it may have been moved, or play
            self._on_moved(self.player.at)
        else:
            self.player.seek(self._at or self.player.at)
            self._at = None

    def _on_read(self, session: Reviewed, hearings: Hearings | None) -> None:
        session = self.judging.session = held_up(session, self.judging.judgement)
        self._opening.in_turn(
            lambda: self._show_recorded(session), self._show_state, lambda: self._show_scorecard(session, hearings)
        )

    def _show_scorecard(self, session: Reviewed, hearings: Hearings | None) -> None:
        """What is in sight; then what lies behind other tabs, and the rows below."""
        masked, store = self.judging.masked(session), self._studio.store

        def show_masked() -> None:  # not a glance at a level that is to be given blind
            self.scorecard.show_session(session, self.judgement, masked)
            self._show_state()
            self._on_scorecard()
            self.pages.show()

        def show_findings() -> None:  # a word may have been said meanwhile, and the session scored anew
            self._show_findings(self.session or session)

        def go_on() -> None:
            self._opening.in_turn(
                lambda: self.chat.show_session(session.log, session.figures, session.answers),
                lambda: self.reasons.show_session(session.drivers),
                lambda: self.sensed.show_session(session, earlier_pitch(store, self.entry)),
                lambda: self.heard.show_hearings(hearings, self.judging.judgement),
                lambda: self._opening.beside(session.said.ready, lambda _: show_findings()),
                show_masked if masked else lambda: self.scorecard.go_on(self._on_scorecard),
            )

        self.waiting.hide()
        if masked:
            go_on()
        else:
            self.pages.show()
            self.scorecard.show_in_turn(session, self.judgement, go_on)

    def _on_scorecard(self) -> None:
        assert self.session is not None
        self.scorecard.show_judgement(self.session, self.judgement, self.judging.masked(self.session))
        self.judging.question_machine(self.scorecard.show_agreement)
        self.marks.begin()
        self._opening.seal(self._on_sealed)

    def _on_sealed(self, seal: str) -> None:
        """One after the other: two threads that work hard leave the window little."""
        self.judging.seal = seal
        self.marks.check()
        if self.session is not None:
            self.weighing.weigh(self.session)

    def _show_findings(self, session: Reviewed) -> None:
        """What confirmations change."""
        self._subtitles = session.said.subtitles
        self.transcript.show_session(session)

    def _show_state(self) -> None:
        session = self.session
        if session is None:
            return
        card = session.marked.scorecard
        self.bar.show_card(card, self.entry.ending)
        self.bar.show_judgement(self.judgement)
        self.marks.show_state()
        self.score.show_score(session, self.judgement)
        notes = self.judgement.notes
        self.notes.show_notes(notes, self.judging.name)
        self.timeline.show_notes(tuple(notes))
        self.tabs["notes"].say(self.tr("Notes {count}").format(count=len(notes)) if notes else self.tr("Notes"))
        self.notice.show_state(card, self.judgement)
        masked = self.judging.masked(session)
        self.blind.hide_told(self, session, masked)
        self.weighing.strip.set_masked(bool(masked))
        self.assessors.show_state()

    # ------------------------------------------------------------------ playing

    def play_from(self, at: Seconds) -> None:
        """Play a moment of evidence, from a little before it."""
        self.player.seek(at - LEAD)
        self.player.play()

    def _on_moved(self, at: Seconds) -> None:
        self.watching.move_to(at)
        self.screen_.show_subtitle(subtitle_at(self._subtitles, at))
        self.transcript.follow(at)
        self.chat.follow(at)
        self.notes.follow(at)

    # ------------------------------------------------------------------ the instructor's word

    def _on_judged(self) -> None:
        if self.session is not None:
            self.scorecard.show_judgement(self.session, self.judgement, self.judging.masked(self.session))
            self._show_state()

    def _on_scored(self, session: Reviewed) -> None:
        self._on_judged()
        self._opening.in_turn(
            lambda: self.watching.show_lanes(session, self._language.of_texts),
            lambda: self._show_findings(session),
            lambda: self._on_moved(self.player.at),
            lambda: self.weighing.weigh(session),
        )

    def _begin(self, tab: str, act: Callable[[], None]) -> None:
        if self.session is not None:
            self.tabs[tab].click()
            act()

    def _complain(self, error: Mendable) -> None:
        tell(self.window(), self.tr("That did not work"), sentence(error), self.tr("Close"))

    def closeEvent(self, event: QCloseEvent) -> None:
        self._opening.give_up()
        for close in (*self._closing, self.judging.close):
            close()
        super().closeEvent(event)
