"""The application: look, language, the hook for what nobody foresaw, and the main window."""

from __future__ import annotations

import gc
import logging
import signal
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLoggingCategory, QObject, QStandardPaths, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QStyleFactory

from simulator.ui.dialogs import Message, tell
from simulator.ui.motion import MOTION, system_wants_stillness
from simulator.ui.theme import DARK, LIGHT, TEXT_SIZES, Theme
from simulator.ui.translations import ScreenLanguage, Translations, screen_language
from simulator.ui.window import MainWindow

if TYPE_CHECKING:
    from simulator.live.booking import Booking
    from simulator.live.rehearsal import Replayed
    from simulator.live.studio import Studio

logger = logging.getLogger(__name__)

LANGUAGE, THEME, TEXT_PERCENT = "ui.language", "ui.theme", "ui.text_percent"
"""Keys of the settings kept in the store."""
SMALLEST_TEXT, LARGEST_TEXT = TEXT_SIZES[0], TEXT_SIZES[-1]
SIGNALS_MS = 200
"""How often Python gets to see Ctrl+C while Qt waits for events."""
SWITCH_S = 0.0005
"""How long another thread may keep the interpreter once the window wants it; Python's own is 5 ms. SQLite asks for it
anew after every row: with 5 ms, 1,500 rows held the window up for 1.7 s while a job was working (ours)."""
THRESHOLDS = (20_000, 3, 60)
"""Of the garbage collector; Python's own are (700, 10, 10). Ours: a review makes a million values and keeps most; what
is younger is looked through in steps of 60,000, for 200,000 hold the window up for 66 ms."""


class Hook(QObject):
    """Takes exceptions nobody foresaw, from any thread, to the log and to one plain dialog."""

    _raised = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._open: Message | None = None
        self._raised.connect(self._show)

    def take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """As ``sys.excepthook``."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        logger.error("not foreseen: %s", kind.__name__, exc_info=(kind, error, trace))
        self._raised.emit(kind.__name__)

    @Slot(str)
    def _show(self, name: str) -> None:
        if self._open is not None:
            return
        self._open = tell(
            QApplication.activeWindow(),
            self.tr("Something went wrong"),
            self.tr("An error occurred that we did not foresee. What was recorded so far is kept. You can go on."),
            self.tr("Go on"),
            detail=self.tr("For the log: {name}").format(name=name),
        )
        self._open.finished.connect(self._forget)

    def _forget(self) -> None:
        self._open = None


def dress(application: QApplication, theme: Theme) -> None:
    """Give the whole application one look."""
    application.setStyle(QStyleFactory.create("Fusion"))
    application.setPalette(theme.palette())
    application.setFont(theme.font())
    application.setStyleSheet(theme.stylesheet())


def theme_of(name: str | None, text_percent: int | None) -> Theme:
    """The look with this name ("light", else dark) and text size."""
    percent = min(LARGEST_TEXT, max(SMALLEST_TEXT, text_percent or SMALLEST_TEXT))
    return Theme(LIGHT if name == "light" else DARK, percent / 100)


def application(arguments: Sequence[str] = ()) -> QApplication:
    """The one application object of this process."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    # It would write the path of every recording it opens to the terminal.
    QLoggingCategory.setFilterRules("qt.multimedia*=false")
    # Or QtMultimedia converts pictures by OpenGL, which a PC without a GPU has to compute: 20 ms of processor time
    # instead of 4 each, and 110 ms for the first.
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_ForceRasterWidgets)
    made = QApplication(["bolian", *arguments])
    made.setApplicationName("Bolian")
    made.setOrganizationName("Bolian")
    return made


def translations_folder() -> Path:
    """Where translations are made when they were not made at set-up: the user's cache."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.CacheLocation)) / "translations"


def opened_window(
    app: QApplication,
    studio: Studio,
    *,
    screen: str | None = None,
    theme: str | None = None,
    text_percent: int | None = None,
) -> MainWindow:
    """The main window, still empty; what is None comes from the kept settings."""
    store = studio.store
    translations = Translations(app, translations_folder())
    translations.use(screen_language(screen or store.setting(LANGUAGE)))
    look = theme_of(theme or store.setting(THEME), text_percent or store.setting(TEXT_PERCENT))
    dress(app, look)
    look = replace(look, motion=bool(store.setting(MOTION, True)) and not system_wants_stillness())

    def speak(chosen: ScreenLanguage) -> None:
        translations.use(chosen)
        store.keep_setting(LANGUAGE, str(chosen))

    def dress_in(chosen: Theme) -> None:
        dress(app, chosen)
        store.keep_setting(THEME, "light" if chosen.tokens is LIGHT else "dark")
        store.keep_setting(TEXT_PERCENT, round(100 * chosen.scale))
        if chosen.motion != window.theme.motion:  # only what a person changed: the system's wish is not theirs
            store.keep_setting(MOTION, chosen.motion)

    window = MainWindow(studio, look, translations.language, speak=speak, dress_in=dress_in)
    return window


def favour_window() -> None:
    """Once the window is there, let threads and the garbage collector leave it more room.

    What is kept for good is not looked through any more, the rest less often; no thread keeps the interpreter for long.
    """
    gc.freeze()
    gc.set_threshold(*THRESHOLDS)
    sys.setswitchinterval(SWITCH_S)


def run(
    studio: Studio,
    *,
    screen: str | None = None,
    theme: str | None = None,
    text_percent: int | None = None,
    booking: Booking | None = None,
    recogniser: Replayed | None = None,
) -> int:
    """Open the window, stay until it is closed, and give the exit code.

    With a ``booking`` the session begins at once; ``recogniser`` then stands for the PC's own.
    """
    app = application()
    hook = Hook(app)
    before = sys.excepthook
    sys.excepthook = hook.take
    signal.signal(signal.SIGINT, signal.default_int_handler)
    heartbeat = QTimer(app, interval=SIGNALS_MS)
    heartbeat.timeout.connect(lambda: None)
    heartbeat.start()
    try:
        window = opened_window(app, studio, screen=screen, theme=theme, text_percent=text_percent)
        if booking is None:
            window.open_home()
        else:
            open_booked(window, booking, recogniser)
        window.show()
        favour_window()
        return app.exec()
    finally:
        heartbeat.stop()
        sys.excepthook = before


def open_booked(window: MainWindow, booking: Booking, recogniser: Replayed | None) -> None:
    """Go live with what the command line said; a session from a file ends with it."""
    session = window.studio.go_live(booking, recogniser)
    window.open_cabin(
        session,
        beat=recogniser.advance if recogniser is not None and booking.microphone is None else None,
        to_the_end=(booking.microphone or booking.camera or "").startswith("file:"),
    )
