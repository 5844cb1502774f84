"""Looking back at a session: lanes of the timeline, moments, reasons."""

from __future__ import annotations

from simulator.review.causes import Driver, Movement, causes, whole_session
from simulator.review.lanes import (
    CHAT_BIN,
    Colour,
    EvidenceMark,
    Lanes,
    evidence_marks,
    lanes,
    next_evidence,
    previous_evidence,
)

__all__ = [
    "CHAT_BIN",
    "Colour",
    "Driver",
    "EvidenceMark",
    "Lanes",
    "Movement",
    "causes",
    "evidence_marks",
    "lanes",
    "next_evidence",
    "previous_evidence",
    "whole_session",
]
