"""What of the command line opens a window."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from simulator.cli.outcome import Choices
from simulator.domain.machine import Fault
from simulator.live.booking import Booking
from simulator.ports import DeviceError


def _need_display() -> None:
    """Raise DeviceError where no window can be shown: Qt itself would end the program without a word of help."""
    if sys.platform.startswith("linux") and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        raise DeviceError(Fault.MISSING, "no_display")


def open_app(choices: Choices) -> int:
    """The window, at home."""
    _need_display()
    from simulator import wiring
    from simulator.ui.app import run

    with wiring.studio(choices.data) as studio:
        return run(studio, screen=choices.screen)


def open_cabin(choices: Choices, booking: Booking, words: Path | None) -> int:
    """The window, straight into the cabin."""
    _need_display()
    from simulator import wiring
    from simulator.ui.app import run

    with wiring.studio(choices.data) as studio:
        language = studio.library.scenario(booking.scenario).language
        replayed = wiring.replayed(words, language) if words is not None else None
        return run(studio, screen=choices.screen, booking=booking, recogniser=replayed)
