"""Between home and the cabin: try everything out, then go live; no step is a dead end."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from simulator.domain.compliance import RulePack
from simulator.domain.session import Mode
from simulator.media_port import DeviceName
from simulator.ports import ContentError, Mendable
from simulator.ui.amounts import clock
from simulator.ui.cabin.page import MIRRORED
from simulator.ui.check.bar import CheckBar
from simulator.ui.check.camera_step import CameraStep
from simulator.ui.check.chosen import Chosen
from simulator.ui.check.consent_step import ConsentStep
from simulator.ui.check.device_box import CAMERA, MICROPHONE, NOWHERE
from simulator.ui.check.machine_step import MachineStep
from simulator.ui.check.planner_step import PlannerStep
from simulator.ui.check.preparation import Gate, Prepared, Stage, keep_script, prepared_script
from simulator.ui.check.rail import Rail
from simulator.ui.check.scrolling import scrolling
from simulator.ui.check.sound_step import POLL_MS, SoundStep
from simulator.ui.check.standing import Kind, Standing, Step
from simulator.ui.check.study_step import StudyStep
from simulator.ui.jobs import Job, Jobs
from simulator.ui.sentences import sentence
from simulator.ui.theme import Theme, Tone
from simulator.ui.tour.stops import check_stops
from simulator.ui.tour.tour import Tour
from simulator.ui.translations import ScreenLanguage
from simulator.ui.widgets import Button, Label, Pill, PrimaryButton, column, row

if TYPE_CHECKING:
    from simulator.live.studio import Studio

TOUR = "check"
"""What its tour is remembered as."""
RAIL_EVERY = 6
"""The steps' standings are told anew every so many polls: five times a second."""


class CheckPage(QWidget):
    """On the left the steps and how they stand, on the right the open one, below the ways on and back."""

    started = Signal(object)
    """The ``LiveSession`` that goes live."""
    home_asked = Signal()

    def __init__(
        self,
        studio: Studio,
        chosen: Chosen,
        prepared: Prepared,
        theme: Theme,
        jobs: Jobs,
        language: ScreenLanguage,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._studio = studio
        self._chosen = chosen
        self._jobs = jobs
        self._opening: Job | None = None
        self._opened: tuple[str | None, str | None] = (None, None)
        self._going_live = False
        self._polls = 0
        self._passed: set[int] = set()
        self._studied = False
        exam = chosen.mode is Mode.EXAM
        self._prepared = prepared
        self.preparation = prepared.clock
        self.camera = CameraStep(studio, theme, chosen.trainee)
        self.sound = SoundStep(studio, theme, jobs, chosen.scenario, lambda: self.camera.box.address)
        self.machine = MachineStep(studio, theme, jobs)
        self.consent = ConsentStep(studio, theme, chosen.before_the_camera, exam=chosen.mode is Mode.EXAM)
        self.study = StudyStep(chosen.scenario, self._rules(), theme, language, traps=not exam)
        self.planner = PlannerStep(chosen.scenario, theme, prepared.plan)
        self.gates = (Gate(self.study, self.preparation, theme), Gate(self.planner, self.preparation, theme))
        self.steps = (
            Step(self.tr("Camera"), self.camera, self.camera.standing),
            Step(self.tr("Microphone"), self.sound, self.sound.standing),
            Step(self.tr("This PC"), self.machine, self.machine.standing),
            Step(self.tr("Consent"), self.consent, self.consent.standing),
            Step(self.tr("Fact card"), self.gates[0], self._study_standing),
            Step(self.tr("Run of show"), self.gates[1], self._plan_standing),
        )
        self.rail = Rail(theme, [step.name for step in self.steps])
        self.back = Button(self.tr("Back"), "Alt+B")
        self.next = Button(self.tr("Next"), "Alt+N")
        self.home = Button(self.tr("Home"), "Esc")
        self.help = Button(self.tr("Tour"), "F1")
        self.start = PrimaryButton(self.tr("Go live"), "F9")
        self.trouble = Label("", tone=Tone.BAD, wrap=True)
        self.trouble.hide()
        self.time = Pill("", Tone.WARN)
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self._timer = QTimer(self, interval=POLL_MS)
        self._timer.timeout.connect(self._on_poll)
        self._fill()
        self.show_step(0)
        self.tour = Tour(self, check_stops(self), theme, studio.store, TOUR, self.help)

    # ------------------------------------------------------------------ laying out

    def _lay_out(self) -> None:
        bar = CheckBar(self._chosen, self.time, (self.help, self.home))
        self.time.setVisible(self.preparation is not None)
        for step in self.steps:
            self._pages.addWidget(scrolling(step.widget))
        columns = QHBoxLayout()
        columns.setContentsMargins(16, 12, 16, 0)
        columns.setSpacing(16)
        columns.addWidget(scrolling(self.rail, fixed=True))
        columns.addWidget(self._pages, 1)
        self.summary = Label("", "small", wrap=True)
        words = column(2)
        words.addWidget(self.summary)
        words.addWidget(self.trouble)
        foot = row(12)
        foot.setContentsMargins(20, 10, 20, 12)
        foot.addLayout(words, 1)
        for button in (self.back, self.next, self.start):
            foot.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(bar)
        whole.addLayout(columns, 1)
        whole.addLayout(foot)

    def _connect(self) -> None:
        self.rail.chosen.connect(self.show_step)
        self.back.clicked.connect(lambda: self.show_step(self.step - 1))
        self.next.clicked.connect(lambda: self.show_step(self.step + 1))
        self.home.clicked.connect(self.home_asked)
        self.start.clicked.connect(self._on_start)
        self.camera.look_again.connect(self._look)
        self.camera.go_without.connect(self._on_without_camera)
        self.sound.look_again.connect(self._look)
        self.camera.box.changed.connect(self._on_devices)
        self.sound.box.changed.connect(self._on_devices)
        self.camera.mirrored.toggled.connect(self._on_mirrored)
        self.consent.answered.connect(self._on_answered)
        self.planner.changed.connect(self._on_planned)
        self.study.script.textChanged.connect(self._on_planned)
        for gate in self.gates:
            gate.begun.connect(self._on_preparing)

    def _fill(self) -> None:
        store = self._studio.store
        self.camera.box.remember(store.setting(CAMERA))
        self.sound.box.remember(store.setting(MICROPHONE))
        self.camera.mirrored.setChecked(bool(store.setting(MIRRORED, True)))
        self.study.script.setPlainText(prepared_script(store, self._chosen, self._prepared))
        self.machine.show_disk()
        self._timer.start()
        self._look()
        self.machine.measure()

    def _rules(self) -> RulePack | None:
        scenario = self._chosen.scenario
        try:
            return self._studio.library.rules(scenario.language, scenario.market)
        except ContentError:
            return None  # going live says what is wrong with them

    # ------------------------------------------------------------------ steps

    @property
    def step(self) -> int:
        """The number of the open step, from 0."""
        return self._pages.currentIndex()

    def show_step(self, number: int) -> None:
        """Open a step; the one left is passed by."""
        number = min(len(self.steps) - 1, max(0, number))
        if number != self.step:
            self._passed.add(self.step)
        self._passed.discard(number)
        self._studied |= self.steps[number].widget is self.gates[0] and not self.gates[0].shut
        self._pages.setCurrentIndex(number)
        self.rail.show_step(number)
        self.back.setEnabled(number > 0)
        last = number == len(self.steps) - 1
        self.next.setEnabled(not last)
        self._show_standings()
        if self.isVisible():
            self._focus_inside(number)

    def _focus_inside(self, number: int) -> None:
        """The keyboard goes on in the step that was opened."""
        self.rail.buttons[number].setFocus()
        self.focusNextChild()

    def standings(self) -> tuple[Standing, ...]:
        """How every step stands; what was passed by undone was gone without."""
        found = [step.standing() for step in self.steps]
        return tuple(each.left() if number in self._passed else each for number, each in enumerate(found))

    def _show_standings(self) -> None:
        standings = self.standings()
        self.rail.show_standings(standings)
        now = self.steps[self.step].standing()
        undone = now.kind in (Kind.MEND, Kind.WAITING) and bool(now.consequence)
        self.next.say(self.tr("Go on without") if undone else self.tr("Next"))
        if undone:
            self.summary.say(now.consequence)
        elif all(each.kind is Kind.FINE for each in standings):
            self.summary.say(self.tr("All is ready."))
        else:
            self.summary.say("")

    def _study_standing(self) -> Standing:
        if (closed := self._closed_standing()) is not None:
            return closed
        words = self.tr("Read the facts and terms; write down what you want to say.")
        if self._studied:
            return Standing(Kind.FINE, self.tr("Open again whenever you like."))
        return Standing(Kind.WAITING, words, self.tr("Not read: you go on air without knowing what may be said."))

    def _plan_standing(self) -> Standing:
        return self._closed_standing() or self.planner.standing()

    def _closed_standing(self) -> Standing | None:
        stage = None if self.preparation is None else self.preparation.stage
        if stage is Stage.CLOSED:
            return Standing(Kind.WAITING, self.tr("Closed until the preparation begins."))
        if stage is Stage.OVER:
            return Standing(Kind.FINE, self.tr("The preparation is over."))
        return None

    def _on_preparing(self) -> None:
        assert self.preparation is not None
        self.preparation.begin()
        self._studied |= self.step == 4
        self._follow_preparation()
        self._show_standings()

    def _follow_preparation(self) -> None:
        if self.preparation is None:
            return
        for gate in self.gates:
            gate.follow()
        self.time.say(self.tr("preparation {time}").format(time=clock(self.preparation.left)))
        self.time.set_tone(Tone.BAD if self.preparation.stage is Stage.OVER else Tone.WARN)

    def _on_planned(self) -> None:
        self._prepared.plan, self._prepared.script = self.planner.parts, self.study.script.toPlainText()
        self._show_standings()

    def _on_answered(self) -> None:
        self.trouble.hide()
        self._show_standings()

    # ------------------------------------------------------------------ devices

    def _look(self) -> None:
        """Ask the system which devices there are; slow, so beside the window."""
        buttons = (self.camera.again, self.sound.again)
        for button in buttons:
            button.setEnabled(False)
        job = self._jobs.start(
            lambda _job: (self._studio.cameras(), self._studio.microphones()),
            self._on_found,
            lambda _error: self._on_devices(),
        )
        for button in buttons:
            job.ended.connect(lambda button=button: button.setEnabled(True))

    def _on_found(self, found: tuple[tuple[DeviceName, ...], tuple[DeviceName, ...]]) -> None:
        self.camera.offer(found[0])
        self.sound.box.offer(found[1])
        self._on_devices()

    @property
    def addresses(self) -> tuple[str | None, str | None]:
        """What is chosen for camera and microphone; None is none."""
        return self.camera.box.address, self.sound.box.address

    def _on_devices(self) -> None:
        """Open what was chosen, one job at a time: opening a camera takes seconds."""
        self.sound.show_delay()
        if self._opening is not None or self._opened == self.addresses:
            return
        wanted = self.addresses
        self._opening = self._jobs.start(lambda _job: self._studio.preview(*wanted), in_turn=True)
        self._opening.ended.connect(lambda: self._on_opened(wanted))

    def _on_opened(self, addresses: tuple[str | None, str | None]) -> None:
        self._opening = None
        self._opened = addresses
        if self._going_live:
            self._prepare()
        else:
            self._on_devices()

    def _on_without_camera(self) -> None:
        self.camera.box.use_none()
        self.show_step(1)

    def _on_mirrored(self, mirrored: bool) -> None:
        self._studio.store.keep_setting(MIRRORED, mirrored)

    def _on_poll(self) -> None:
        self.camera.poll(POLL_MS)
        self.sound.poll(POLL_MS)
        self._polls += 1
        if self._polls % RAIL_EVERY == 0:
            self._follow_preparation()
            self._show_standings()

    # ------------------------------------------------------------------ going live

    def _on_start(self) -> None:
        if self._going_live or not self.start.isEnabled():
            return
        if not self.consent.complete:
            self._ask_for(3, self.tr("Say first whether the session may be recorded: yes or no, both go live."))
            return
        if self.preparation is not None and self.preparation.stage is Stage.CLOSED:
            self._ask_for(4, self.tr("Begin the preparation first; you need not use all of it."))
            return
        self._going_live = True
        self.start.setEnabled(False)
        self.start.say(self.tr("Starting …"))
        self.sound.stop()
        self._timer.stop()
        if self._opening is None:
            self._prepare()

    def _ask_for(self, step: int, words: str) -> None:
        self.show_step(step)
        self._say_trouble(words)

    def _say_trouble(self, words: str) -> None:
        self.trouble.say(words)
        self.trouble.show()

    def _prepare(self) -> None:
        """What is slow the first time was begun when the page opened; wait for the rest of it beside the window."""
        job = self._jobs.start(lambda _job: self._studio.prepare(), in_turn=True)
        job.ended.connect(self._go_live)

    def _go_live(self) -> None:
        camera, microphone = self.addresses
        booking = self._chosen.booking(
            camera, microphone, self.planner.plan, recorded=self.consent.recorded, consent=self.consent.consent
        )
        store = self._studio.store
        try:
            store.keep_setting(CAMERA, camera or NOWHERE)
            store.keep_setting(MICROPHONE, microphone or NOWHERE)
            keep_script(store, self._chosen, self._prepared)
            session = self._studio.go_live(booking)
        except Mendable as error:
            self._going_live = False
            self._say_trouble(sentence(error))
            self.start.say(self.tr("Go live"))
            self.start.setEnabled(True)
            self._timer.start()
        else:
            self.started.emit(session)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._timer.stop()
        self.sound.stop()
        if not self._going_live:
            if self._prepared.script:
                with contextlib.suppress(Mendable):  # it is still in memory for the next try
                    keep_script(self._studio.store, self._chosen, self._prepared)
            self._jobs.start(lambda _job: self._studio.close_devices(), in_turn=True)
        super().closeEvent(event)
