"""Consent to be recorded: what somebody agreed to, and for how long recordings are kept."""

from __future__ import annotations

from dataclasses import dataclass

CONSENT_VERSION = "1"
"""Of the text on the check page; another text is another version, and is asked anew."""
KEPT_DAYS = 180
"""How long a session is kept where the lab has settled nothing (ours: a term and its vacation)."""
PERIODS: tuple[int | None, ...] = (30, 90, KEPT_DAYS, 365, None)
"""What a lab may choose, in days; None keeps a session until somebody erases it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """What a trainee answered when asked to be recorded."""

    id: str
    trainee: str
    """``Trainee.id``"""
    version: str
    """Of the text that was shown."""
    agreed: bool
    days: int | None
    """How long a session would be kept; None until it is erased by hand."""
    given_utc: str
    """ISO 8601, seconds."""

    def holds(self, version: str, days: int | None) -> bool:
        """Whether this answers the question as it is asked now: the same text, kept no longer than was said."""
        return self.version == version and shorter(self.days, days) == days


def shorter(one: int | None, other: int | None) -> int | None:
    """The shorter of two periods in days; None is without end."""
    periods = [each for each in (one, other) if each is not None]
    return min(periods) if periods else None
