"""Home: choose, check, go live; look back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QCloseEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from simulator import __version__
from simulator.ports import Mendable
from simulator.ui.cabin.page import MIRRORED
from simulator.ui.jobs import Job, Jobs
from simulator.ui.sentences import sentence
from simulator.ui.setup.devices_panel import NOWHERE, DevicesPanel
from simulator.ui.setup.past_sessions import PastSessions
from simulator.ui.setup.who_and_what import WhoAndWhat
from simulator.ui.theme import DARK, LIGHT, TEXT_SIZES, Theme, Tone
from simulator.ui.translations import ScreenLanguage
from simulator.ui.widgets import Bar, Button, Label, Pill, PrimaryButton, column, row

if TYPE_CHECKING:
    from simulator.live.studio import Studio

TRAINEE, SCENARIO, CAMERA, MICROPHONE = "ui.trainee", "ui.scenario", "ui.camera", "ui.microphone"
"""Keys of what was chosen last."""
SMALLEST_COLUMN_PX = 260
SEED = QRegularExpression(r"\d{0,9}")


class HomePage(QWidget):
    """Three columns: who and what, devices, past sessions; and the button that goes live."""

    started = Signal(object)
    """The ``LiveSession`` that went live."""
    review_asked = Signal(str)
    finish_asked = Signal(str)
    scheme_asked = Signal()
    """An instructor wants to see what is marked."""
    going_live = Signal(bool)
    """The button was pressed; False when it came to nothing."""
    erasing = Signal(str)
    """This session is about to be erased."""
    language_chosen = Signal(object)
    theme_chosen = Signal(object)

    def __init__(
        self, studio: Studio, theme: Theme, jobs: Jobs, language: ScreenLanguage, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._studio = studio
        self._theme = theme
        self._jobs = jobs
        self._language = language
        self._opening: Job | None = None
        self._opened: tuple[str | None, str | None] = (None, None)
        self._going_live = False
        self.who = WhoAndWhat(theme, language)
        self.devices = DevicesPanel(studio, theme, jobs)
        self.past = PastSessions(theme)
        self.seed = QLineEdit()
        self.seed.setValidator(QRegularExpressionValidator(SEED, self.seed))
        self.seed.setPlaceholderText(self.tr("drawn"))
        self.seed.setAccessibleName(self.tr("Exam number: the same number brings the same audience"))
        self.seed.setMaximumWidth(theme.px(120))
        self.start = PrimaryButton(self.tr("Go live"), "F9")
        self.start.clicked.connect(self._on_start)
        self.scheme = Button(self.tr("Marking scheme"), "F6")
        self.scheme.clicked.connect(self.scheme_asked)
        self.trouble = Label("", tone=Tone.BAD, wrap=True)
        self.trouble.hide()
        self.setFocusProxy(self.who.trainee)
        self._lay_out()
        self._connect()
        self._fill()

    # ------------------------------------------------------------------ laying out

    def _lay_out(self) -> None:
        bar = Bar()
        bar.line.addWidget(Label("Bolian 播练", "brand"))
        bar.line.addWidget(Pill(self.tr("version {version}").format(version=__version__)))
        bar.line.addStretch()
        bar.line.addWidget(self.scheme)
        for box in (self._language_box(), self._theme_box(), self._text_box()):
            bar.line.addWidget(box)
        inside = QWidget()
        inside.setObjectName("column")
        columns = QHBoxLayout(inside)
        columns.setContentsMargins(16, 12, 16, 0)
        columns.setSpacing(16)
        self.who.setMinimumWidth(self._theme.px(SMALLEST_COLUMN_PX))
        columns.addWidget(self.who, 34)
        columns.addWidget(self.devices, 36)
        columns.addWidget(self.past, 30)
        area = QScrollArea()  # scrolls only where large text leaves no room
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        consent = Label(
            self.tr("Picture and sound are recorded into this PC's data folder only, and can be erased at any time."),
            "small",
            wrap=True,
        )
        words = column(2)
        words.addWidget(consent)
        words.addWidget(self.trouble)
        exam = Label(self.tr("Exam number"), "small")
        exam.setBuddy(self.seed)
        foot = row(12)
        foot.setContentsMargins(20, 10, 20, 12)
        foot.addLayout(words, 1)
        foot.addWidget(exam)
        foot.addWidget(self.seed)
        foot.addWidget(self.start)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(bar)
        whole.addWidget(area, 1)
        whole.addLayout(foot)

    def _language_box(self) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self.tr("Language of the screen"))
        for each in ScreenLanguage:
            box.addItem(each.own_name, each)
        box.setCurrentIndex(list(ScreenLanguage).index(self._language))
        box.activated.connect(lambda number: self.language_chosen.emit(list(ScreenLanguage)[number]))
        return box

    def _theme_box(self) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self.tr("Colours"))
        box.addItems([self.tr("Dark"), self.tr("Light")])
        box.setCurrentIndex(1 if self._theme.tokens is LIGHT else 0)
        box.activated.connect(
            lambda number: self.theme_chosen.emit(replace(self._theme, tokens=LIGHT if number else DARK))
        )
        return box

    def _text_box(self) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self.tr("Text size"))
        for percent in TEXT_SIZES:
            box.addItem(self.tr("Text {percent}%").format(percent=percent), percent)
        box.setCurrentIndex(max(0, box.findData(round(100 * self._theme.scale))))
        box.activated.connect(
            lambda number: self.theme_chosen.emit(replace(self._theme, scale=TEXT_SIZES[number] / 100))
        )
        return box

    def _connect(self) -> None:
        self.who.chosen.connect(self._on_chosen)
        self.devices.changed.connect(self._on_devices)
        self.devices.mirrored.toggled.connect(self._on_mirrored)
        self.past.review_asked.connect(self.review_asked)
        self.past.finish_asked.connect(self.finish_asked)
        self.past.erase_agreed.connect(self._on_erase)

    def _fill(self) -> None:
        store = self._studio.store
        self.devices.remember(store.setting(CAMERA), store.setting(MICROPHONE))
        self.devices.mirrored.setChecked(bool(store.setting(MIRRORED, True)))
        try:
            scenarios = self._studio.scenarios()
            rubrics = {id: store.rubric(id) for id in {each.rubric for each in scenarios}}
            names = tuple(trainee.name for trainee in store.trainees())
            self.who.offer(scenarios, names, rubrics, self._studio.presets())
            self.who.choose(store.setting(SCENARIO), str(store.setting(TRAINEE, "")))
            self.past.show_sessions(store.sessions())
        except Mendable as error:
            self._say_trouble(error)
        self._on_chosen()
        self.devices.start()
        self.devices.look()

    # ------------------------------------------------------------------ devices

    def _on_devices(self) -> None:
        """Open what was chosen, one job at a time: opening a camera takes seconds."""
        if self._opening is not None or self._opened == self.devices.addresses:
            return
        wanted = self.devices.addresses
        self._opening = self._jobs.start(lambda _job: self._studio.preview(*wanted), in_turn=True)
        self._opening.ended.connect(lambda: self._on_opened(wanted))

    def _on_opened(self, addresses: tuple[str | None, str | None]) -> None:
        self._opening = None
        self._opened = addresses
        if self._going_live:
            self._prepare()
        else:
            self._on_devices()

    def _on_mirrored(self, mirrored: bool) -> None:
        self._studio.store.keep_setting(MIRRORED, mirrored)

    # ------------------------------------------------------------------ going live

    def _on_chosen(self) -> None:
        scenario = self.who.scenario
        self.devices.set_trainee(self.who.name)
        if scenario is not None:
            self.devices.set_language(scenario.language)
        self.start.setEnabled(scenario is not None and bool(self.who.name) and not self._going_live)

    def _on_start(self) -> None:
        if self._going_live or not self.start.isEnabled():
            return
        self._going_live = True
        self.going_live.emit(True)
        self.start.setEnabled(False)
        self.start.say(self.tr("Starting …"))
        self.devices.stop()
        if self._opening is None:
            self._prepare()

    def _prepare(self) -> None:
        """Do beside the window what would freeze it at the first start, then go live."""
        job = self._jobs.start(lambda _job: self._studio.prepare(), in_turn=True)
        job.ended.connect(self._go_live)

    def _go_live(self) -> None:
        from simulator.live.booking import Booking

        scenario, (camera, microphone) = self.who.scenario, self.devices.addresses
        assert scenario is not None
        booking = Booking(
            scenario=scenario.id,
            trainee=self.who.name,
            camera=camera,
            microphone=microphone,
            seed=int(self.seed.text()) if self.seed.text() else None,
        )
        store = self._studio.store
        try:
            for key, value in (
                (TRAINEE, booking.trainee),
                (SCENARIO, booking.scenario),
                (CAMERA, camera or NOWHERE),
                (MICROPHONE, microphone or NOWHERE),
            ):
                store.keep_setting(key, value)
            session = self._studio.go_live(booking)
        except Mendable as error:
            self._going_live = False
            self.going_live.emit(False)
            self._say_trouble(error)
            self.start.say(self.tr("Go live"))
            self._on_chosen()
            self.devices.start()
        else:
            self.started.emit(session)

    def refresh_sessions(self) -> None:
        """Something of the past was scored anew."""
        try:
            self.past.refresh(self._studio.store.sessions())
        except Mendable as error:
            self._say_trouble(error)

    def _on_erase(self, session: str) -> None:
        self.erasing.emit(session)
        try:
            self._studio.store.erase(session)
            self.past.show_sessions(self._studio.store.sessions())
        except Mendable as error:
            self._say_trouble(error)

    def _say_trouble(self, error: Mendable) -> None:
        self.trouble.say(sentence(error))
        self.trouble.show()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.devices.stop()
        if not self._going_live:
            self._jobs.start(lambda _job: self._studio.close_devices(), in_turn=True)
        super().closeEvent(event)
