"""Looking back at a session: lanes of the timeline, moments, reasons."""

from __future__ import annotations

from simulator.review.audience_changes import AudienceChange, Why, changed_within
from simulator.review.causes import Driver, Movement, causes, summed, whole_session
from simulator.review.lanes import (
    CHAT_BIN,
    BreakMark,
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
    "AudienceChange",
    "BreakMark",
    "Colour",
    "Driver",
    "EvidenceMark",
    "Lanes",
    "Movement",
    "Why",
    "causes",
    "changed_within",
    "evidence_marks",
    "lanes",
    "next_evidence",
    "previous_evidence",
    "summed",
    "whole_session",
]
