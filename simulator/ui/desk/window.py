"""The control desk in a window of its own, for a second person at a second screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QRegion
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from simulator.domain.crowd import CommentPosted, IncidentClosed, IncidentOpened
from simulator.domain.desk import IncidentDecided
from simulator.domain.events import Event
from simulator.live.desk import Desk
from simulator.metrics.room import SessionFigures
from simulator.ui.amounts import NOTHING, clock, count, whole_money
from simulator.ui.cabin.desk_keys import DeskKeys
from simulator.ui.cabin.incident_panel import IncidentPanel
from simulator.ui.cabin.keys import Deed, Place, key
from simulator.ui.cabin.run_of_show import RunOfShow
from simulator.ui.cabin.shelf_panel import ShelfPanel
from simulator.ui.desk.chat_list import ChatList, ListCursor
from simulator.ui.desk.prompt_note import LONGEST
from simulator.ui.full_screen import let_full_screen
from simulator.ui.models import ChatModel
from simulator.ui.theme import Theme
from simulator.ui.translations import ScreenLanguage
from simulator.ui.widgets import Bar, Button, Label, Panel, Pill, row

if TYPE_CHECKING:
    from simulator.live.session import LiveSession
    from simulator.live.studio import Studio

PLACE = "ui.desk_window"
"""The setting: where the window stood last, as x, y, width, height."""
USUAL = (1000, 680)
FRAME = (8, 32, -8, -8)
"""What a fitted window leaves free at the left, top, right and bottom for its frame and title, in pixels."""
GRIP = (120, 24)
"""So much of the top edge must be on a screen for a mouse to take hold of the window, in pixels."""
RIGHT_PX = 400
SHELF_WIDENING = 0.55


class DeskWindow(QWidget):
    """Chat, incidents, shelf and a line to the host. Closing it gives the desk back."""

    closed = Signal()

    def __init__(
        self,
        session: LiveSession,
        studio: Studio,
        theme: Theme,
        language: ScreenLanguage,
        chat: ChatModel,
        run_of_show: RunOfShow,
        person: str,
    ) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("Control desk: Bolian"))
        self._session = session
        self._store = studio.store
        self.desk: Desk = session.desk.worked_by_another()
        self.clock = Label("", "strong")
        self.online, self.gmv, self.waiting = Pill(), Pill(), Pill()
        self.chat = ChatList(theme, chat)
        self.incident = IncidentPanel(session.scenario, studio.library.taxonomy(), language)
        self.shelf = ShelfPanel(theme, Place.DESK)
        self.line = QLineEdit()
        self.line.setMaxLength(LONGEST)
        self.line.setPlaceholderText(self.tr("A line that only the host sees"))
        self.line.setAccessibleName(self.tr("Line to the host"))
        self.send = Button(self.tr("Tell the host"), key(Deed.TELL_HOST))
        self.keys = DeskKeys(session, self.shelf, chat, run_of_show, self, desk=self.desk, cursor=ListCursor(self.chat))
        self._lay_out(theme, person)
        self.incident.decided.connect(self.desk.decide)
        self.shelf.desk_window.clicked.connect(self.close)
        self.send.clicked.connect(self._on_send)
        self.line.returnPressed.connect(self._on_line)
        self.chat.selectionModel().currentChanged.connect(self.keys.show_keys)
        let_full_screen(self)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        # Later than the signal, when the screen is no longer among the others.
        app.screenRemoved.connect(self._on_screen_removed, Qt.ConnectionType.QueuedConnection)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _lay_out(self, theme: Theme, person: str) -> None:
        bar = Bar()
        bar.line.addWidget(Label(self.tr("Control desk"), "brand"))
        bar.line.addWidget(Pill(person))
        bar.line.addWidget(self.clock)
        bar.line.addStretch()
        for pill in (self.online, self.gmv, self.waiting):
            bar.line.addWidget(pill)
        talk = Panel()
        talk.set_title(self.tr("Chat"))
        talk.body.addWidget(self.chat, 1)
        prompt = row()
        prompt.addWidget(self.line, 1)
        prompt.addWidget(self.send)
        talk.body.addLayout(prompt)
        inside = QWidget()
        inside.setObjectName("column")
        stack = QVBoxLayout(inside)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(12)
        stack.addWidget(self.incident)
        stack.addWidget(self.shelf, 1)
        right = QScrollArea()
        right.setWidget(inside)
        right.setWidgetResizable(True)
        right.setFrameShape(QFrame.Shape.NoFrame)
        right.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        right.setFixedWidth(round(RIGHT_PX * (1 + (theme.scale - 1) * SHELF_WIDENING)))
        right.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        columns = row(16)
        columns.setContentsMargins(16, 12, 16, 12)
        columns.addWidget(talk, 1)
        columns.addWidget(right)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(bar)
        whole.addLayout(columns, 1)

    # ------------------------------------------------------------------ what it is told

    def take(self, event: Event) -> None:
        match event:
            case CommentPosted():
                self.incident.show_line(event)
            case IncidentOpened():
                self.incident.open_incident(event)
            case IncidentDecided():
                self.incident.show_choice(event)
            case IncidentClosed():
                self.incident.close_incident(event)

    def follow(self, now: float, figures: SessionFigures) -> None:
        """Show how things stand now."""
        self.clock.say(clock(now))
        self.online.say(self.tr("online {count}").format(count=count(figures.online)))
        self.gmv.say(self.tr("sales {money}").format(money=whole_money(figures.gmv)))
        waiting = len(self._session.open_questions)
        self.waiting.say(self.tr("%n question(s) waiting", "", waiting) if waiting else NOTHING)
        self.waiting.setVisible(waiting > 0)
        self.incident.follow(now)
        self.shelf.model.replace(self._session.shelf)
        self.keys.show_keys()
        self.chat.viewport().update()

    # ------------------------------------------------------------------ where it stands

    def place(self) -> None:
        """Stand where it stood last; else on another screen than the main one, where there is one."""
        screens = QGuiApplication.screens()
        room = _rectangle(self._store.setting(PLACE))
        there = [screen.availableGeometry() for screen in screens]
        home = next((free for free in there if room is not None and _reached(room, free)), None)
        if room is not None and home is not None:
            self.setGeometry(room if _covered(room, there) else _fitted(room, home))
            return
        screen = next((each for each in screens if each is not QGuiApplication.primaryScreen()), None)
        free = (screen or QGuiApplication.primaryScreen()).availableGeometry()
        standing = QRect(0, 0, *USUAL)
        standing.moveCenter(free.center())
        self.setGeometry(_fitted(standing, free))

    @Slot()
    def _on_screen_removed(self) -> None:
        """Come back where the screen this window stood on was unplugged."""
        room = self.normalGeometry()
        if not any(_reached(room, screen.availableGeometry()) for screen in QGuiApplication.screens()):
            self._store.keep_setting(PLACE, [room.x(), room.y(), room.width(), room.height()])
            self.place()

    def closeEvent(self, event: QCloseEvent) -> None:
        room = self.normalGeometry()
        self._store.keep_setting(PLACE, [room.x(), room.y(), room.width(), room.height()])
        super().closeEvent(event)
        self.closed.emit()

    # ------------------------------------------------------------------ the line to the host

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.line.hasFocus():
            self.setFocus()
        else:
            super().keyPressEvent(event)

    def _on_send(self) -> None:
        """Send what was typed; with nothing typed the key goes to where one types."""
        if self.line.text().strip():
            self._on_line()
        else:
            self.line.setFocus()

    def _on_line(self) -> None:
        self.desk.prompt_host(self.line.text())
        self.line.clear()
        self.setFocus()


def _reached(room: QRect, free: QRect) -> bool:
    """Whether a mouse reaches the top edge of a window that stands there."""
    edge = QRect(room.x(), room.y(), room.width(), GRIP[1]).intersected(free)
    return edge.width() >= GRIP[0] and edge.height() >= GRIP[1]


def _covered(room: QRect, screens: list[QRect]) -> bool:
    """Whether all of it is on screens, be it on two."""
    left = QRegion(room)
    for free in screens:
        left = left.subtracted(QRegion(free))
    return left.isEmpty()


def _fitted(room: QRect, free: QRect) -> QRect:
    """The same room, inside the screen with its frame."""
    free = free.adjusted(*FRAME)
    width, height = min(room.width(), free.width()), min(room.height(), free.height())
    x = min(max(room.x(), free.x()), free.right() + 1 - width)
    y = min(max(room.y(), free.y()), free.bottom() + 1 - height)
    return QRect(x, y, width, height)


def _rectangle(kept: object) -> QRect | None:
    """What was kept of a place; None for anything else."""
    if isinstance(kept, list) and len(kept) == 4 and all(isinstance(each, int) for each in kept):
        room = QRect(*kept)
        return room if room.width() >= 200 and room.height() >= 200 else None
    return None
