"""What a second hearing changed, for commands that show or write it."""

from __future__ import annotations

from simulator.domain.changes import Changes
from simulator.live.studio import Studio


def changes_of(studio: Studio, session: str) -> Changes | None:
    """None where the session was not heard twice. Slow: it is marked by either hearing."""
    from simulator.review.changes import changes

    hearings = studio.marking.hearings(session)
    if hearings is None:
        return None
    before, after = hearings.marked()
    return changes(hearings.live, hearings.final, (before.log, before.scorecard), (after.log, after.scorecard))
