"""Small parts that every page is built from."""

from simulator.ui.plain import escaped, shown
from simulator.ui.widgets.buttons import Button, ElidedLink, LinkButton, PrimaryButton, TabButton
from simulator.ui.widgets.calibrate_look import CalibrateLook
from simulator.ui.widgets.curves import Curve, Curves
from simulator.ui.widgets.empty_state import EmptyState
from simulator.ui.widgets.figure import Figure
from simulator.ui.widgets.labels import ElidedLabel, Label
from simulator.ui.widgets.level_dots import LevelDots
from simulator.ui.widgets.panel import Bar, Panel, column, let_be_seen, row
from simulator.ui.widgets.pill import ElidedPill, Pill
from simulator.ui.widgets.side_tabs import SideTabs
from simulator.ui.widgets.sound_meter import SoundMeter
from simulator.ui.widgets.swatch import Swatch

__all__ = [
    "Bar",
    "Button",
    "CalibrateLook",
    "Curve",
    "Curves",
    "ElidedLabel",
    "ElidedLink",
    "ElidedPill",
    "EmptyState",
    "Figure",
    "Label",
    "LevelDots",
    "LinkButton",
    "Panel",
    "Pill",
    "PrimaryButton",
    "SideTabs",
    "SoundMeter",
    "Swatch",
    "TabButton",
    "column",
    "escaped",
    "let_be_seen",
    "row",
    "shown",
]
