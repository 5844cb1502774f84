"""Hands the control desk to a second person and takes it back: one window, one owner at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from simulator.domain.crowd import CommentPosted, IncidentClosed, IncidentOpened
from simulator.domain.desk import HostPrompted, IncidentDecided
from simulator.domain.events import Event
from simulator.domain.session import Mode
from simulator.metrics.room import SessionFigures
from simulator.ports import StoreError
from simulator.ui.cabin.desk_dialog import DeskDialog
from simulator.ui.cabin.run_of_show import RunOfShow
from simulator.ui.desk.prompt_note import PromptNote
from simulator.ui.desk.window import DeskWindow
from simulator.ui.dialogs import tell
from simulator.ui.models import ChatModel
from simulator.ui.sentences import sentence
from simulator.ui.theme import Theme
from simulator.ui.translations import ScreenLanguage
from simulator.ui.widgets import shown

if TYPE_CHECKING:
    from simulator.live.session import LiveSession
    from simulator.live.studio import Studio

LONGEST_NAME = 40


class WhoDialog(DeskDialog):
    """Who is going to work the control desk."""

    chosen = Signal(str)

    def __init__(self, known: tuple[str, ...], host: str, parent: QWidget) -> None:
        super().__init__(self.tr("Hand the control desk over"), self.tr("Hand over"), parent)
        self._host = host
        self.name = QComboBox()
        self.name.setEditable(True)
        self.name.addItems([shown(each, LONGEST_NAME) for each in known])
        self.name.setCurrentText("")
        line = self.name.lineEdit()
        assert line is not None
        line.setMaxLength(LONGEST_NAME)
        line.textEdited.connect(lambda: self.complain(""))
        self.line = line
        self.add_field(self.tr("Name"), self.name)
        self.agreed = QCheckBox(self.tr("I was asked: my name may stand in this session's log."))
        self.agreed.toggled.connect(lambda: self.complain(""))
        self.fields.addRow(self.agreed)
        self.name.setFocus()

    def accept(self) -> None:
        name = " ".join(self.name.currentText().split())
        if not name:
            self.complain(self.tr("Type the name of who works the desk: it stands in the log."), self.line)
        elif name.casefold() == self._host.casefold():
            self.complain(self.tr("This is the host, who has the desk already."), self.line)
        elif not self.agreed.isChecked():
            self.complain(self.tr("Ask first, then tick the box: what is done at the desk is kept under this name."))
            self.agreed.setFocus()
        else:
            self.chosen.emit(name)
            super().accept()


class SecondDesk(QObject):
    """The window while there is one, and the host's note of what is written to him."""

    def __init__(
        self,
        session: LiveSession,
        studio: Studio,
        theme: Theme,
        language: ScreenLanguage,
        chat: ChatModel,
        run_of_show: RunOfShow,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._session = session
        self._studio = studio
        self._theme = theme
        self._language = language
        self._chat = chat
        self._run_of_show = run_of_show
        self._page = page
        self._incidents: list[Event] = []
        """What a window that is opened later has missed."""
        self.window: DeskWindow | None = None
        self.note = PromptNote()

    @property
    def dead(self) -> str:
        """Why the desk cannot be handed over now; empty where it can be, or taken back."""
        header = self._session.header
        if self.window is None and header.mode is Mode.EXAM and header.desk is None:
            return self.tr("In an exam the desk is handed only to whoever was named for it beforehand.")
        return ""

    def open_as_booked(self) -> None:
        """Open the window at once where somebody was named for the desk."""
        person = self._session.desk.roles.desk
        if person is not None:
            self._open(person)

    def toggle(self) -> None:
        """Hand the desk over, asking to whom, or take it back."""
        if self.window is not None:
            self.window.close()
            return
        if self.dead:
            return
        booked = self._session.header.desk
        if booked is not None:
            self._hand_over(booked)
            return
        host = self._session.header.trainee
        people = {each.id: each.name for each in self._studio.store.trainees()}
        known = tuple(name for id, name in people.items() if id != host)
        dialog = WhoDialog(known, people.get(host, ""), self._page)
        dialog.chosen.connect(self._on_chosen)
        dialog.open()

    def close(self) -> None:
        """Put the window away because the session ends."""
        if self.window is not None:
            self.window.close()

    def take(self, event: Event) -> None:
        match event:
            case HostPrompted():
                self.note.show_prompt(event)
            case IncidentOpened() | IncidentDecided() | IncidentClosed():
                self._incidents.append(event)
                self._pass_on(event)
            case CommentPosted() if event.incident is not None:
                self._incidents.append(event)
                self._pass_on(event)

    def follow(self, now: float, figures: SessionFigures) -> None:
        self.note.follow(now)
        if self.window is not None:
            self.window.follow(now, figures)

    # ------------------------------------------------------------------ inside

    def _pass_on(self, event: Event) -> None:
        if self.window is not None:
            self.window.take(event)

    def _on_chosen(self, name: str) -> None:
        try:
            self._hand_over(self._studio.store.trainee(name).id)
        except StoreError as error:
            tell(self._page, self.tr("That did not work"), sentence(error), self.tr("Close"))

    def _hand_over(self, person: str) -> None:
        if self._session.on_air and self.window is None:
            self._session.desk.hand_over(person)
            self._open(person)

    def _open(self, person: str) -> None:
        name = next((each.name for each in self._studio.store.trainees() if each.id == person), "")
        window = DeskWindow(
            self._session, self._studio, self._theme, self._language, self._chat, self._run_of_show, name
        )
        self.window = window
        for event in self._incidents:
            window.take(event)
        window.closed.connect(self._on_closed)
        window.place()
        window.follow(self._session.now, self._session.figures)
        window.show()

    def _on_closed(self) -> None:
        window, self.window = self.window, None
        if window is not None:
            window.deleteLater()
            self._session.desk.hand_over(None)
