"""Home: choose who rehearses what, or look back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from simulator import __version__
from simulator.domain.exam import Sitting
from simulator.domain.privacy import Act
from simulator.domain.scenario import Scenario
from simulator.domain.session import Mode
from simulator.ports import ContentError, Mendable, SessionEntry
from simulator.ui.check.chosen import Chosen
from simulator.ui.plain import shown
from simulator.ui.sentences import sentence
from simulator.ui.setup.looks import Looks
from simulator.ui.setup.past_sessions import PastSessions
from simulator.ui.setup.people import People
from simulator.ui.setup.who_and_what import WhoAndWhat
from simulator.ui.theme import Theme, Tone
from simulator.ui.tour.stops import home_stops
from simulator.ui.tour.tour import Tour
from simulator.ui.translations import ScreenLanguage
from simulator.ui.widgets import Bar, Button, Label, Pill, PrimaryButton, row

if TYPE_CHECKING:
    from simulator.live.studio import Studio

TRAINEE, SCENARIO, SECOND, DESK_PERSON = "ui.trainee", "ui.scenario", "ui.second", "ui.desk_person"
"""Keys of what was chosen last."""
TOUR = "home"
"""What its tour is remembered as."""
SMALLEST_COLUMN_PX = 260
SHOWN = 200
"""Past sessions that are read at once: more come as somebody goes down."""


class HomePage(QWidget):
    """Two columns: who rehearses what, and past sessions; and the button that goes on to the check page."""

    check_asked = Signal(object)
    """What was ``Chosen`` is to be checked, and then to go live."""
    review_asked = Signal(str)
    finish_asked = Signal(str)
    queue_asked = Signal()
    search_asked = Signal()
    scheme_asked = Signal()
    """An instructor wants to see what is marked."""
    privacy_asked = Signal()
    """Somebody wants to see what is kept of people, and who looked at it."""
    erasing = Signal(str)
    """This session is about to be erased."""
    language_chosen = Signal(object)
    theme_chosen = Signal(object)

    def __init__(self, studio: Studio, theme: Theme, language: ScreenLanguage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._studio = studio
        self._theme = theme
        self._language = language
        self._read = 0
        """Past sessions that were read, the newest first."""
        self.who = WhoAndWhat(theme, language)
        self.people = People(theme)
        self.past = PastSessions(theme)
        self.looks = Looks(theme, language)
        self.start = PrimaryButton(self.tr("Check and go live"), "F9")
        self.start.clicked.connect(self._on_start)
        self.scheme = Button(self.tr("Marking scheme"), "F6")
        self.scheme.clicked.connect(self.scheme_asked)
        self.privacy = Button(self.tr("Privacy"), "F5")
        self.privacy.clicked.connect(self.privacy_asked)
        self.help = Button(self.tr("Tour"), "F1")
        self.trouble = Label("", tone=Tone.BAD, wrap=True)
        self.trouble.hide()
        self._lay_out()
        self._connect()
        self._fill()
        self.tour = Tour(self, home_stops(self), theme, studio.store, TOUR, self.help)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """One begins with the name. A focus proxy would cut Tab's way round short: it would never come to the bar."""
        super().focusInEvent(event)
        self.who.trainee.setFocus(event.reason())

    # ------------------------------------------------------------------ laying out

    def _lay_out(self) -> None:
        bar = Bar()
        bar.line.addWidget(Label("Bolian 播练", "brand"))
        if self._theme.roomy:
            bar.line.addWidget(Pill(self.tr("version {version}").format(version=__version__)))
        bar.line.addStretch()
        bar.line.addWidget(self.help)
        bar.line.addWidget(self.privacy)
        bar.line.addWidget(self.scheme)
        bar.line.addWidget(self.looks)
        inside = QWidget()
        inside.setObjectName("column")
        columns = QHBoxLayout(inside)
        columns.setContentsMargins(16, 12, 16, 0)
        columns.setSpacing(16)
        self.who.setMinimumWidth(self._theme.px(SMALLEST_COLUMN_PX))
        columns.addWidget(self.who, 60)
        columns.addWidget(self.past, 40)
        area = QScrollArea()  # scrolls only where large text leaves no room
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        foot = row(12)
        foot.setContentsMargins(20, 10, 20, 12)
        foot.addWidget(self.people, 1)
        foot.addWidget(self.start)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(bar)
        whole.addWidget(area, 1)
        self.trouble.setContentsMargins(20, 8, 20, 0)
        whole.addWidget(self.trouble)
        whole.addLayout(foot)

    def _connect(self) -> None:
        self.looks.language_chosen.connect(self.language_chosen)
        self.looks.theme_chosen.connect(self.theme_chosen)
        self.who.chosen.connect(self._on_chosen)
        self.people.changed.connect(self._on_chosen)
        self.past.begin_asked.connect(self.who.trainee.setFocus)
        self.past.review_asked.connect(self.review_asked)
        self.past.queue_asked.connect(self.queue_asked)
        self.past.more_asked.connect(self._show_more)
        self.past.search_asked.connect(self.search_asked)
        self.past.finish_asked.connect(self.finish_asked)
        self.past.erase_agreed.connect(self._on_erase)

    def _fill(self) -> None:
        store = self._studio.store
        try:
            scenarios = self._scenarios()
            rubrics = {id: store.rubric(id) for id in {each.rubric for each in scenarios}}
            names = tuple(trainee.name for trainee in store.trainees())
            self.who.offer(scenarios, names, rubrics, self._studio.presets() if scenarios else {})
            self.who.choose(store.setting(SCENARIO), str(store.setting(TRAINEE, "")))
            self.people.offer(names, str(store.setting(SECOND, "")), str(store.setting(DESK_PERSON, "")))
            self.past.show_sessions(self._newest(SHOWN))
        except Mendable as error:
            self._say_trouble(error)
        self._on_chosen()

    def _scenarios(self) -> tuple[Scenario, ...]:
        """Those that can be used; what is wrong with others is said in their place."""
        try:
            found = self._studio.scenarios()
            self.who.model.replace(found)
            self.who.show_faults(self._studio.library.faults)
        except ContentError as error:
            self.who.show_faults((error,))
            return ()
        return found

    # ------------------------------------------------------------------ going on

    def _on_chosen(self) -> None:
        named = self.who.scenario is not None and bool(self.who.name)
        self.start.setEnabled(named and self.people.settled)

    def _on_start(self) -> None:
        if not self.start.isEnabled():
            return
        store = self._studio.store
        try:
            chosen = self._chosen()
            if chosen.mode is Mode.EXAM and self._sat(chosen):
                words = self.tr("{name} has sat this paper already. For a retake, choose it or ask for another number.")
                self._say(words.format(name=shown(chosen.trainee, 60)))
                return
            for key, value in (
                (TRAINEE, chosen.trainee),
                (SCENARIO, chosen.scenario.id),
                (SECOND, chosen.second or ""),
                (DESK_PERSON, chosen.desk_person or ""),
            ):
                store.keep_setting(key, value)
        except Mendable as error:
            self._say_trouble(error)
            return
        self.check_asked.emit(chosen)

    def _chosen(self) -> Chosen:
        """All that was chosen; a paper brings its own scenario. Raise ContentError where there is no such paper."""
        scenario, people = self.who.scenario, self.people
        assert scenario is not None
        chosen = Chosen(
            scenario=scenario,
            trainee=self.who.name,
            second=people.second,
            desk_person=people.desk_person,
            mode=people.mode,
            seed=people.number,
        )
        if people.paper is None:
            return chosen
        paper, sitting = self._studio.store.exam_paper(people.paper), Sitting(people.sitting.currentData())
        return replace(
            chosen,
            scenario=paper.sat(sitting),
            seed=paper.seed_of(sitting),
            paper=paper.number,
            preparation=paper.preparation,
        )

    def _sat(self, chosen: Chosen) -> bool:
        """Whether the trainee has a session of this sitting, however it ended."""
        wanted = (chosen.scenario.id, chosen.seed, chosen.paper)
        store = self._studio.store
        return any(
            entry.header.mode is Mode.EXAM and (entry.header.scenario, entry.header.seed, entry.header.paper) == wanted
            for each in store.trainees()
            if each.name.casefold() == chosen.trainee.casefold()
            for entry in store.sessions_of(each.id)
        )

    # ------------------------------------------------------------------ what was

    def _newest(self, most: int) -> tuple[SessionEntry, ...]:
        """Those that a crash cut off, however old, then so many. Raise StoreError."""
        store = self._studio.store
        cut, newest = store.cut_off(), store.sessions(most)
        self._read = len(newest)
        known = {entry.header.id for entry in cut}
        return (*cut, *(entry for entry in newest if entry.header.id not in known))

    def _show_more(self) -> None:
        """Add the next older ones."""
        known = {entry.header.id for entry in self.past.model.rows}
        try:
            older = self._studio.store.sessions(SHOWN, self._read)
        except Mendable as error:
            self._say_trouble(error)
            return
        self._read += len(older)
        self.past.add(tuple(entry for entry in older if entry.header.id not in known))

    def refresh_sessions(self) -> None:
        """Something of the past was scored anew."""
        try:
            self.past.refresh(self._newest(max(SHOWN, self._read)))
        except Mendable as error:
            self._say_trouble(error)

    def _on_erase(self, session: str) -> None:
        self.erasing.emit(session)
        try:
            self._studio.store.erase(session)
            self._studio.store.note_access("", "", session, Act.ERASED)
            self.past.show_sessions(self._newest(max(SHOWN, self._read)))
        except Mendable as error:
            self._say_trouble(error)

    def _say_trouble(self, error: Mendable) -> None:
        self._say(sentence(error))

    def _say(self, words: str) -> None:
        self.trouble.say(words)
        self.trouble.show()
