"""An instructor's word on what was recognised, held on to when the session is heard anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from simulator.domain.findings import RuleBroken
from simulator.domain.judgement import Confirmation
from simulator.domain.session import SessionLog
from simulator.domain.units import Seconds

SAME: Seconds = 2.0
"""Two recognisers time the same words this close to each other: ours, four times the error of either."""
KEPT = "kept-"
"""What the ids of findings begin with that only an instructor's word holds on to."""


def carried(log: SessionLog, words: Sequence[Confirmation]) -> tuple[SessionLog, tuple[Confirmation, ...]]:
    """The log, and the words said of it, once both mean the same findings.

    A word goes to the finding of the same pattern at the same time, whatever its number is now. A breach that an
    instructor let stand and that is not heard any more stays in the log as it was heard then; a struck one is gone.
    Words that do not tell what they were said of (of before) keep their number.
    """
    found = list(log.only(RuleBroken))
    moved: list[Confirmation] = []
    lost: dict[tuple[str, Seconds], RuleBroken] = {}
    for word in words:
        broken = word.broken
        if broken is None:
            moved.append(word)
            continue
        near = _nearest(found, broken)
        if near is None:
            key = (broken.pattern, round(broken.said.start, 3))
            near = lost.setdefault(key, replace(broken, id=f"{KEPT}{len(lost) + 1}"))
        moved.append(replace(word, finding=near.id))
    last = {word.finding: word.stands for word in moved}
    kept = [broken for broken in lost.values() if last[broken.id]]
    if kept:
        events = sorted([*log.events, *kept], key=lambda event: event.at)
        log = replace(log, events=tuple(events))
    return log, tuple(moved)


def as_found(log: SessionLog) -> SessionLog:
    """The log without what only an instructor's word held on to, as it was before ``carried``."""
    kept = [broken for broken in log.only(RuleBroken) if broken.id.startswith(KEPT)]
    if not kept:
        return log
    return replace(log, events=tuple(event for event in log.events if not any(event is each for each in kept)))


def _nearest(found: Sequence[RuleBroken], broken: RuleBroken) -> RuleBroken | None:
    """The finding of the same pattern that was said then, give or take ``SAME``."""
    alike = [
        each
        for each in found
        if each.pattern == broken.pattern
        and each.said.start - SAME <= broken.said.end
        and broken.said.start <= each.said.end + SAME
    ]
    return min(alike, key=lambda each: abs(each.said.start - broken.said.start), default=None)
