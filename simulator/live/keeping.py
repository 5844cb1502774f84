"""Which sessions have been kept to the end of their time, by what was consented to and what the centre settled."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from simulator.domain.consent import CONSENT_VERSION, KEPT_DAYS, Consent, shorter
from simulator.domain.privacy import MARKS_KEPT, Act, Going, Hold, KeepingRules
from simulator.domain.session import Mode
from simulator.ports import SessionEntry, Store, StoreError

DAYS, EXAM_DAYS = "recordings.keep_days", "keeping.exam_days"
"""Settings of the data folder: how many days a session is kept; 0 until it is erased by hand. Exams may differ."""
MARKS = "keeping.marks_kept"


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A session whose time of keeping is over."""

    entry: SessionEntry
    last_day: date
    going: Going
    """All of it, or its recording alone."""
    held: bool
    """The centre holds it while an appeal is open: it is left alone."""


def rules(store: Store) -> KeepingRules:
    """What the centre settled. Raise StoreError."""
    days = _period(store.setting(DAYS, KEPT_DAYS), KEPT_DAYS)
    exam = store.setting(EXAM_DAYS)
    return KeepingRules(
        days=days or None,
        exam_days=(_period(exam, days) if exam is not None else days) or None,
        marks_kept=store.setting(MARKS, False) is True,
    )


def _period(kept: object, usual: int) -> int:
    """Days as they were kept; the usual ones where they make no sense."""
    return kept if isinstance(kept, int) and not isinstance(kept, bool) and kept >= 0 else usual


def consent_version(settled: KeepingRules) -> str:
    """Of the text trainees are asked by: it says what goes in the end."""
    return CONSENT_VERSION + (MARKS_KEPT if settled.marks_kept else "")


def due(
    entries: Iterable[SessionEntry],
    consents: Mapping[str, Consent],
    settled: KeepingRules,
    holds: Mapping[str, Hold],
    today: date,
) -> tuple[Due, ...]:
    """Sessions whose time is over: by the shorter of what was consented and what the centre settled.

    Marks outlive a recording only where the consent's text said so; whoever was told that all goes is kept that word.
    """
    found: list[Due] = []
    for entry in entries:
        consent = consents.get(entry.header.consent or "")
        settled_days = settled.days_of(entry.header.mode is Mode.EXAM)
        end = last_day(entry.header.began_utc, settled_days if consent is None else shorter(consent.days, settled_days))
        if end is None or end >= today:
            continue
        told = consent is None or consent.version.endswith(MARKS_KEPT)
        going = settled.goes if told else Going.SESSION
        if going is Going.RECORDING and entry.recording is None:
            continue
        found.append(Due(entry=entry, last_day=end, going=going, held=entry.header.id in holds))
    return tuple(found)


def asked_due(store: Store, today: date) -> Callable[[], tuple[Due, ...]]:
    """What tells, on any thread, what is due in this store; it reads for seconds where a centre has never erased.

    Raise StoreError, as what is given does.
    """
    settled, consents = rules(store), store.consents()
    periods = {settled.days, settled.exam_days, *(each.days for each in consents.values())} - {None}
    if not periods:
        return lambda: ()
    # Nothing younger than the shortest period can be due: of a store of years only this much is read.
    day = (today - timedelta(days=min(each for each in periods if each is not None))).isoformat()
    but_for = MARKS_KEPT if settled.goes is Going.RECORDING else ""
    holds = store.holds()
    return lambda: due(store.sessions_begun_before(day, but_for), consents, settled, holds, today)


def due_of(store: Store, today: date) -> tuple[Due, ...]:
    """What is due in this store. Raise StoreError."""
    return asked_due(store, today)()


def sweeping(store: Store, over: Sequence[Due]) -> Iterator[tuple[Path, ...]]:
    """Erase what is due and not held, piece by piece: what is given are files to be deleted before it goes on."""
    for each in over:
        if each.held:
            continue
        session = each.entry.header.id
        if each.going is Going.RECORDING:
            yield tuple(file for file in store.files_of(session) if ".voice-" not in file.name)
            store.note_access("", "", session, Act.ERASED, "recording")
        else:
            yield from erasing(store, session)
    for _ in store.tidied():
        yield ()


def erasing(store: Store, session: str) -> Iterator[tuple[Path, ...]]:
    """Erase a session piece by piece; its files first, which are given to be deleted. Raise StoreError when held."""
    if session in store.holds():
        store.erase_some(session)  # refuses
    yield store.files_of(session)
    while store.erase_some(session):
        yield ()
    store.note_access("", "", session, Act.ERASED)


def let_go(pieces: Iterator[tuple[Path, ...]]) -> None:
    """Go through all pieces at once, deleting the files. Raise StoreError where one cannot be deleted."""
    for files in pieces:
        for file in files:
            try:
                file.unlink(missing_ok=True)
            except OSError as error:
                raise StoreError("file_unwritable", file=str(file), reason=error.strerror or "") from error


def last_day(began_utc: str, days: int | None) -> date | None:
    """The last day of keeping; None without a period, or where the time cannot be read."""
    try:
        began = date.fromisoformat(began_utc[:10])
    except ValueError:
        return None
    return None if days is None else began + timedelta(days=days)
