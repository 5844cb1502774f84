"""How far the marking of a session has come, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from simulator.domain.assessing import Stage
from simulator.ui.theme import Tone

translate = QCoreApplication.translate


def stage_words(stage: Stage) -> str:
    """In a word or two."""
    return {
        Stage.TO_REVIEW: translate("queue", "to review"),
        Stage.SECOND: translate("queue", "waits for the second assessor"),
        Stage.TO_RECONCILE: translate("queue", "to reconcile"),
        Stage.SIGNED: translate("queue", "✓ signed"),
    }[stage]


def stage_tone(stage: Stage) -> Tone:
    """The colour that says it too."""
    return {Stage.TO_REVIEW: Tone.MUTED, Stage.SIGNED: Tone.GOOD, Stage.SECOND: Tone.INFO}.get(stage, Tone.WARN)
