"""Why a session stands where it does in the queue, in words."""

from __future__ import annotations

from PySide6.QtCore import QObject

from simulator.domain.assessing import Stage
from simulator.domain.queue import Doubt, Queued
from simulator.ui.amounts import points
from simulator.ui.plain import shown

WIDE = 1.0
"""Points of a total that are worth a word."""
NAMED = 4
"""Criteria named one by one."""


class Reasons(QObject):
    """Words for what a session waits for, and for what the machine is unsure of."""

    def why(self, row: Queued) -> str:
        """Why it stands where it does, in one line."""
        parts: list[str] = []
        if row.stage is Stage.SECOND:
            parts.append(self.tr("first signed by {name}").format(name=shown(", ".join(row.signers), 60)))
        elif row.stage is Stage.TO_RECONCILE:
            parts.append(self.tr("{names} differ").format(names=shown(" & ".join(row.signers), 80)))
        if row.doubt is None:
            parts.append(self.tr("scored earlier; it is looked through in a moment"))
        else:
            parts.extend(self.doubts(row.doubt) or (self.tr("the machine is sure of every level"),))
        return " · ".join(parts)

    def doubts(self, doubt: Doubt) -> tuple[str, ...]:
        """What the machine is unsure of, the weightiest first; empty where there is nothing."""
        found: list[str] = []
        if doubt.suspects:
            found.append(self.tr("%n moment(s) may cross a red line, and nobody has decided", "", doubt.suspects))
        if doubt.total_missing:
            found.append(self.tr("too little measured for a total"))
        between = {"low": points(doubt.low), "high": points(doubt.high)}
        if doubt.pass_open:
            found.append(self.tr("may pass or fail: {low} to {high}").format(**between))
        elif doubt.width is not None and doubt.width >= WIDE:
            found.append(self.tr("total from {low} to {high}").format(**between))
        if doubt.provisional:
            found.append(self.tr("provisional, by what was heard live"))
        if doubt.hard_to_hear:
            found.append(self.tr("hard to hear"))
        if doubt.near:
            named = ", ".join(shown(each, 12) for each in doubt.near[:NAMED])
            more = len(doubt.near) - NAMED
            words = self.tr("near a cut: {criteria}")
            if more > 0:
                words = self.tr("near a cut: {criteria} and %n more", "", more)
            found.append(words.format(criteria=named))
        return tuple(found)
