"""How a step of the check page stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtWidgets import QWidget

from simulator.ui.theme import Tone


class Kind(StrEnum):
    """Whether a step is done."""

    WAITING = "waiting"
    """Something has to be tried first, or is being tried."""
    FINE = "fine"
    MEND = "mend"
    """Something is to be done, and can be."""
    WITHOUT = "without"
    """It was decided to go on without."""


MARKS = {Kind.WAITING: "○", Kind.FINE: "✓", Kind.MEND: "!", Kind.WITHOUT: "–"}
TONES = {Kind.WAITING: Tone.MUTED, Kind.FINE: Tone.GOOD, Kind.MEND: Tone.WARN, Kind.WITHOUT: Tone.MUTED}


@dataclass(frozen=True, slots=True)
class Standing:
    """How a step stands, what to do about it, and what going on like that means."""

    kind: Kind
    words: str
    consequence: str = ""
    """What is lost when it stays like that; "" where nothing is."""

    def left(self) -> Standing:
        """As it stands once it was passed by: what was not done was gone without."""
        if self.kind in (Kind.WAITING, Kind.MEND) and self.consequence:
            return Standing(Kind.WITHOUT, self.words, self.consequence)
        return self


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its name, what it shows, and how it stands."""

    name: str
    widget: QWidget
    standing: Callable[[], Standing]
