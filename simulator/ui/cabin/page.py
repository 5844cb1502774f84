"""The cabin: what a host looks at while on air."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from simulator.domain.crowd import CommentPosted, IncidentClosed, IncidentOpened
from simulator.domain.desk import CommentPinned, CommentUnpinned, IncidentDecided, ViewerMuted
from simulator.domain.events import Event
from simulator.domain.findings import PatternGivenUp, QuestionAnswered, RuleBroken
from simulator.domain.rubric import Criterion
from simulator.domain.session import Ending, Mode
from simulator.domain.units import Seconds
from simulator.live.looking import CalibrationState
from simulator.ports import Mendable, StoreError
from simulator.ui.cabin.countdown import Countdown
from simulator.ui.cabin.curve_choice import CURVE_IDS, CURVES, chosen_of
from simulator.ui.cabin.desk_keys import DeskKeys
from simulator.ui.cabin.figures_panel import FiguresPanel
from simulator.ui.cabin.hint import ComplianceHint
from simulator.ui.cabin.host_side import HostSide
from simulator.ui.cabin.incident_panel import IncidentPanel
from simulator.ui.cabin.pace import PACE_METRIC, PaceLine
from simulator.ui.cabin.phone import Phone
from simulator.ui.cabin.phone_face import PhoneState
from simulator.ui.cabin.run_of_show import RunOfShow
from simulator.ui.cabin.shelf_panel import ShelfPanel
from simulator.ui.cabin.top_bar import TopBar
from simulator.ui.desk.second_desk import SecondDesk
from simulator.ui.dialogs import ask
from simulator.ui.models import ChatModel
from simulator.ui.sentences import fault
from simulator.ui.theme import Theme
from simulator.ui.translations import ScreenLanguage
from simulator.ui.widgets import CalibrateLook, SideTabs

if TYPE_CHECKING:
    from simulator.live.session import LiveSession
    from simulator.live.studio import Studio

TICK_MS = 100
PICTURE_MS = 12
"""A new picture is asked for this often, and painted when there is one: waiting longer would only make it late."""
LEFT_PX, RIGHT_PX = 330, 396
WIDENING = 0.55
"""How much of the growth of large text the side columns take, so that the phone stays in sight on a small screen."""
MIRRORED = "ui.mirrored"
"""The setting: whether the host sees the picture as in a mirror."""


class CabinPage(QWidget):
    """Left what I should say, in the middle what viewers see, right the control desk."""

    went_off_air = Signal(object)
    """The ``LiveSession`` that ended."""
    called_off = Signal(object)
    """The ``LiveSession`` whose countdown was stopped: it never began."""

    def __init__(
        self,
        session: LiveSession,
        studio: Studio,
        theme: Theme,
        language: ScreenLanguage,
        *,
        beat: Callable[[Seconds], None] | None = None,
        to_the_end: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``beat`` is told the time before each tick; with ``to_the_end`` the stream ends with its source file."""
        super().__init__(parent)
        self._beat = beat
        self._to_the_end = to_the_end
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._studio = studio
        self._theme = theme
        scenario = session.scenario
        self.chat = ChatModel(self)
        self._exam = session.header.mode is Mode.EXAM
        title = f"{scenario.id} {scenario.title[language.of_texts]}"
        self.bar = TopBar(theme, title, exam=self._exam)
        self.run_of_show = RunOfShow(theme, scenario.run_of_show)
        self.pace = PaceLine(theme, scenario.language, _pace_criterion(studio, scenario.rubric))
        self.host = HostSide(session, studio, theme, self.pace)
        self.cue_card = self.host.cue_card
        self.hint = ComplianceHint(off=self._exam)
        self.look_into = CalibrateLook(theme, "L")
        self.look_into.hide()
        self.phone = Phone(theme, self.chat, mirrored=bool(studio.store.setting(MIRRORED, True)))
        self.figures = FiguresPanel(theme, chosen_of(studio.store.setting(CURVES), CURVE_IDS))
        self.incident = IncidentPanel(scenario, studio.library.taxonomy(), language)
        self.shelf = ShelfPanel(theme)
        self.keys = DeskKeys(session, self.shelf, self.chat, self.run_of_show, self)
        self.second = SecondDesk(session, studio, theme, language, self.chat, self.run_of_show, self)
        self._face = PhoneState(scenario, self)
        self.countdown = Countdown(theme, self.phone)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        self._connect()
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._on_tick)
        self._picture = QTimer(self, interval=PICTURE_MS, timerType=Qt.TimerType.PreciseTimer)
        self._picture.timeout.connect(self._on_picture)
        self._on_tick()
        self._tick.start()
        self._picture.start()
        self.second.open_as_booked()

    @property
    def on_air(self) -> bool:
        return self._session.on_air

    def end_quietly(self) -> None:
        """Go off air without scoring, because the window closes."""
        self._stop()
        self._session.go_off_air()
        self._session.hear_the_rest(self._studio.end().rest)
        with contextlib.suppress(StoreError):  # the next start then offers to finish it
            self._studio.store.end(self._session.header.id, Ending.OFF_AIR)

    # ------------------------------------------------------------------ laying out

    def _lay_out(self) -> None:
        widening = 1 + (self._theme.scale - 1) * WIDENING
        columns = QHBoxLayout()
        columns.setContentsMargins(16, 12, 16, 12)
        columns.setSpacing(16)
        if self._theme.compact:
            columns.addWidget(self.phone, 2)
            tabs = self._tabs()
            columns.addWidget(tabs, 3)
            self._sides: tuple[QWidget, ...] = (tabs,)
        else:
            said = (self.second.note, self.run_of_show, self.host, self.look_into, self.hint)
            left = _column(round(LEFT_PX * widening), *said)
            right = _column(round(RIGHT_PX * widening), self.figures, self.incident, self.shelf)
            columns.addWidget(left)
            columns.addWidget(self.phone, 1)
            columns.addWidget(right)
            self._sides = (left, right)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addLayout(columns, 1)

    def _tabs(self) -> SideTabs:
        """The panels in one column, where text is too large for two."""
        return SideTabs(
            (
                (self.tr("Say"), (self.second.note, self.run_of_show, self.host, self.hint)),
                (self.tr("Desk"), (self.shelf,)),
                (self.tr("Figures"), (self.figures, self.look_into)),
                (self.tr("Incident"), (self.incident,)),
            )
        )

    def _connect(self) -> None:
        session = self._session
        self.bar.pause_pressed.connect(self._on_pause)
        self.bar.off_air_pressed.connect(self._on_off_air)
        self.figures.curves_chosen.connect(lambda chosen: self._studio.store.keep_setting(CURVES, list(chosen)))
        self.countdown.called_off.connect(self._on_called_off)
        self.look_into.asked.connect(lambda: self._studio.eye.calibrate())
        self.incident.decided.connect(session.desk.decide)
        self.phone.comment_chosen.connect(self.keys.put_on_top)
        self.shelf.desk_window.clicked.connect(self._on_desk_window)

    def _on_desk_window(self) -> None:
        if why := self.second.dead:
            self.shelf.tell(why)
        else:
            self.second.toggle()

    # ------------------------------------------------------------------ the drum

    def _on_tick(self) -> None:
        if self._beat is not None:
            self._beat(self._session.now)
        self._studio.attend()
        comments: list[CommentPosted] = []
        for event in self._session.tick():
            self._take(event, comments)
        self.chat.add(comments)
        self._show()
        if self._to_the_end and self._studio.source_ended:
            self._end()

    def _take(self, event: Event, comments: list[CommentPosted]) -> None:
        self._face.take(event)
        self.second.take(event)
        self.pace.pace.take(event)
        self.host.take(event)
        match event:
            case CommentPosted():
                comments.append(event)
                self.incident.show_line(event)
            case QuestionAnswered():
                self.chat.answer(event.comments)
            case CommentPinned():
                self.chat.pin(event.comment)
            case CommentUnpinned():
                self.chat.unpin()
            case ViewerMuted():
                self.chat.mute(event.viewer)
            case RuleBroken() if not self._exam:
                self.hint.show_breach(event, self._session.rewording(event))
            case PatternGivenUp() if not self._exam:
                self.hint.show_given_up(event)
            case IncidentOpened():
                self.incident.open_incident(event)
            case IncidentDecided():
                self.incident.show_choice(event)
            case IncidentClosed():
                self.incident.close_incident(event)

    def _show(self) -> None:
        session, now = self._session, self._session.now
        figures = session.figures
        self._follow_countdown(now)
        self.chat.settle(question.id for question in session.open_questions)
        self.bar.follow(now, session.scenario.length, paused=session.paused)
        self.bar.show_health(self._studio.health())
        self.run_of_show.follow(session.desk.segment, now)
        self.host.follow(now)
        self.pace.show_pace(now)
        self.hint.follow(now)
        self._show_look()
        self.incident.follow(now)
        # A decision goes before curves and figures where there is no room for all.
        if not self._theme.compact:
            self.figures.leave_room(curves=not self.incident.isHidden(), second_row=self.incident.waits)
        self.figures.show_figures(now, figures)
        self.shelf.model.replace(session.shelf)
        self.keys.show_keys()
        self.second.follow(now, figures)
        self.phone.show_face(self._face.face(session, figures), now)

    def _follow_countdown(self, now: Seconds) -> None:
        """Until the session is on air nothing can be done but call it off."""
        self.countdown.follow(now)
        for part in (*self._sides, self.bar.off_air, self.bar.pause):
            if part.isEnabled() is not (now >= 0):
                part.setEnabled(now >= 0)
                if now >= 0:
                    self.setFocus()

    def _show_look(self) -> None:
        """The calibration, as long as it is wanted: without a camera, or once it is done, it takes no room."""
        looks = self._studio.eye.calibrating()
        there = self._studio.latest_picture() is not None
        self.look_into.setVisible(there and looks.state is not CalibrationState.DONE)
        self.look_into.show_state(looks)

    def _on_picture(self) -> None:
        self._studio.beat(PICTURE_MS / 1000)
        self._session.listen()
        self.phone.show_captions(*self._face.captions(self._session))
        picture = self._studio.latest_picture()
        if picture is not None:
            self.phone.show_frame(picture)
            return
        health = self._studio.health()
        lost = next((kind for name, kind in health.faults if name == "camera"), None)
        if lost is not None:
            without = fault("camera", lost) + "\n" + self.tr("The session goes on.")
        else:
            without = self.tr("No camera") if health.camera_fps is None else self.tr("Waiting for the camera …")
        self.phone.show_frame(None, without)

    # ------------------------------------------------------------------ what the host presses

    def _on_pause(self) -> None:
        if self._session.paused:
            self._session.resume()
        else:
            self._session.pause()
        self._show()

    def _on_off_air(self) -> None:
        ask(
            self,
            self.tr("Go off air?"),
            self.tr("The stream ends and is scored. It cannot be taken up again."),
            self.tr("Off air and score"),
            self.tr("Stay on air"),
            self._end,
        )

    def _on_called_off(self) -> None:
        if self._session.now >= 0:
            return
        self._stop()
        self._session.call_off()
        self.called_off.emit(self._session)

    def _end(self) -> None:
        self._stop()
        self._session.go_off_air()
        self.went_off_air.emit(self._session)

    def _stop(self) -> None:
        self.second.close()
        self._tick.stop()
        self._picture.stop()
        self.host.aloud.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._stop()
        super().closeEvent(event)


def _pace_criterion(studio: Studio, rubric: str) -> Criterion | None:
    """What the rubric says of pace; None where it says nothing, or cannot be read."""
    try:
        criteria = studio.store.rubric(rubric).criteria
    except Mendable:
        return None
    return next((each for each in criteria if each.metric == PACE_METRIC), None)


def _column(width: int, *panels: QWidget) -> QScrollArea:
    """Panels under each other; scrolls only where large text leaves no room."""
    inside = QWidget()
    inside.setObjectName("column")
    stack = QVBoxLayout(inside)
    stack.setContentsMargins(0, 0, 0, 0)
    stack.setSpacing(12)
    for panel in panels:
        stack.addWidget(panel)
    area = QScrollArea()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFixedWidth(width)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
