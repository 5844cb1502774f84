"""Which sessions have been kept to the end of their time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from simulator.domain.consent import Consent, shorter


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
        end = last_day(each.began_utc, days if consent is None else shorter(consent.days, days))
        if end is not None and end < today:
            over.append((each.session, end))
    return tuple(over)
