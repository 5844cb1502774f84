"""Measured values as an instructor reads and types them, in the unit of their criterion."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QValidator
from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from simulator.domain.language import Language
from simulator.domain.rubric import Criterion
from simulator.reports.wording import UNITS
from simulator.ui.theme import Theme
from simulator.ui.widgets import TabButton

HUGE = 1e6
TINY = 1e-9
"""A cut here tells none from any: it is shown as "0+"."""
ANY = "0+"


def is_share(criterion: Criterion) -> bool:
    return criterion.unit.startswith("share")


def unit_of(criterion: Criterion, screen: str, language: Language | None) -> str:
    """The unit in words; of one spoken language where the criterion has one for each."""
    parts = [part.strip() for part in criterion.unit.split(";")]
    if language is not None:
        parts = [part for part in parts if part.startswith(f"{language.value}:")] or parts
    return ", ".join(UNITS[part][screen] if part in UNITS else part for part in parts)


def worded(criterion: Criterion, value: float) -> str:
    """A value without its unit; shares in per cent."""
    if value == TINY:
        return ANY
    return f"{100 * value:.6g}" if is_share(criterion) else f"{value:.6g}"


def roomy(button: TabButton, theme: Theme) -> None:
    """Wide enough for its words in bold, as the chosen one has them."""
    button.setMinimumWidth(QFontMetrics(theme.font(bold=True)).horizontalAdvance(button.text()) + theme.px(28))


class CutBox(QDoubleSpinBox):
    """Where a band ends: a number in the criterion's unit; "0+" tells none from any."""

    entered = Signal(float)
    """A number was typed, or stepped to."""

    def __init__(self, criterion: Criterion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._criterion = criterion
        self.setDecimals(10)
        self.setRange(-HUGE, HUGE)
        self.setSingleStep(0.05 if is_share(criterion) else 1.0 if criterion.unit.startswith("count 0-") else 0.5)
        if criterion.unit == "s" or ":" in criterion.unit:
            self.setSingleStep(5.0)
        self.setKeyboardTracking(False)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.valueChanged.connect(self.entered)

    def show_value(self, value: float, low: float, high: float) -> None:
        """Show the cut; it can be moved up to its neighbours."""
        self.blockSignals(True)
        self.setRange(low, high)
        self.setValue(value)
        self.blockSignals(False)

    def textFromValue(self, value: float) -> str:
        return worded(self._criterion, value)

    def valueFromText(self, text: str) -> float:
        if text.strip() == ANY:
            return TINY
        number = float(text.strip().rstrip("%") or 0)
        return number / 100 if is_share(self._criterion) else number

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        if text.strip() == ANY:
            return QValidator.State.Acceptable, text, position
        try:
            float(text.strip().rstrip("%"))
        except ValueError:
            state = QValidator.State.Intermediate if text.strip() in ("", "-", ".", "+") else QValidator.State.Invalid
            return state, text, position
        return QValidator.State.Acceptable, text, position

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
            event.ignore()  # the page takes back a whole change, not letters
            return
        super().keyPressEvent(event)
