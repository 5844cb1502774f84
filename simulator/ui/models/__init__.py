"""What the views show, as Qt models; each row is a frozen value under ``ROW``."""

from simulator.ui.models.chat import ChatLine, ChatModel, Waiting
from simulator.ui.models.cues import CueModel
from simulator.ui.models.rows import ROW, RowsModel
from simulator.ui.models.scenarios import ScenarioModel
from simulator.ui.models.segments import SegmentLine, SegmentModel, SegmentState
from simulator.ui.models.sessions import SessionModel
from simulator.ui.models.shelf import ShelfModel

__all__ = [
    "ROW",
    "ChatLine",
    "ChatModel",
    "CueModel",
    "RowsModel",
    "ScenarioModel",
    "SegmentLine",
    "SegmentModel",
    "SegmentState",
    "SessionModel",
    "ShelfModel",
    "Waiting",
]
