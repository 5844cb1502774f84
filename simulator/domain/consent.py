"""Consent to be recorded: what somebody agreed to, for how long recordings are kept, and what has expired."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

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
        return self.version == version and _shorter(self.days, days) == days

    def until(self, began_utc: str) -> date | None:
        """The last day a session that began then is kept; None where no period was named."""
        return last_day(began_utc, self.days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A session as far as its keeping goes."""

    session: str
    began_utc: str
    """ISO 8601"""
    consent: str | None
    """``Consent.id``; None where it is older than consent was asked for."""


def last_day(began_utc: str, days: int | None) -> date | None:
    """The last day of keeping; None without a period, or where the time cannot be read."""
    try:
        began = date.fromisoformat(began_utc[:10])
    except ValueError:
        return None
    return None if days is None else began + timedelta(days=days)


def expired(
    sessions: Iterable[Kept], consents: Mapping[str, Consent], days: int | None, today: date
) -> tuple[tuple[str, date], ...]:
    """Sessions whose time is over, with their last day: the shorter of what was consented and what the lab settled."""
    over: list[tuple[str, date]] = []
    for each in sessions:
        consent = consents.get(each.consent or "")
        end = last_day(each.began_utc, days if consent is None else _shorter(consent.days, days))
        if end is not None and end < today:
            over.append((each.session, end))
    return tuple(over)


def _shorter(one: int | None, other: int | None) -> int | None:
    periods = [each for each in (one, other) if each is not None]
    return min(periods) if periods else None
