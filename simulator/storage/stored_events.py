"""Events and phrases as they are stored, each unpacked when it is first asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Generic, TypeVar, overload

import msgspec

from simulator.domain.events import Event, HostSpoke
from simulator.domain.units import Seconds
from simulator.storage.event_codec import EVENT_KINDS, NewerError, decoded, event_of

T = TypeVar("T")


class _Time(msgspec.Struct):
    at: Seconds


_TIME = msgspec.json.Decoder(_Time)


class Stored(Sequence[T], Generic[T]):
    """Values that are unpacked one by one, once each; asking for one may raise what ``unpack`` does.

    May be read on any thread: two that ask for the same one at once unpack it twice, to equal values.
    """

    def __init__(self, count: int, unpack: Callable[[int], T]) -> None:
        self._known: list[T | None] = [None] * count
        self._unpack = unpack

    def __len__(self) -> int:
        return len(self._known)

    @overload
    def __getitem__(self, number: int) -> T: ...
    @overload
    def __getitem__(self, number: slice) -> tuple[T, ...]: ...
    def __getitem__(self, number: int | slice) -> T | tuple[T, ...]:
        if isinstance(number, slice):
            return tuple(self[each] for each in range(*number.indices(len(self._known))))
        value = self._known[number]
        if value is None:
            value = self._unpack(number if number >= 0 else number + len(self._known))
            self._known[number] = value
        return value

    def __iter__(self) -> Iterator[T]:
        return (self[number] for number in range(len(self._known)))

    def __reduce__(self) -> tuple[Any, ...]:
        """To another process it goes as a plain tuple."""
        return tuple, (tuple(self),)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Stored | tuple):
            return NotImplemented
        return len(self) == len(other) and all(mine == its for mine, its in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]  # as little as a list


class StoredEvents(Stored[Event]):
    """Events of these kinds and bodies."""

    def __init__(self, rows: Sequence[tuple[str, str]], unpack: Callable[[str, str], Event]) -> None:
        super().__init__(len(rows), lambda number: unpack(*rows[number]))
        self._rows = rows

    def time_of(self, number: int) -> Seconds:
        """When it happened; raise what ``unpack`` does where that cannot be told."""
        known = self._known[number]
        if known is not None:
            return known.at
        try:
            return _TIME.decode(self._rows[number][1]).at
        except msgspec.MsgspecError:
            return self[number].at  # which says what is wrong with it


def stored_events(
    rows: Sequence[tuple[str, str]], unpack: Callable[[str, str], Event] = event_of
) -> tuple[StoredEvents, dict[type[Any], list[int]]]:
    """The events of these kinds and bodies, and where each kind stands; raise NewerError for a kind not ours."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for number, (kind, _) in enumerate(rows):
        places[kind].append(number)
    strange = places.keys() - EVENT_KINDS.keys()
    if strange:
        raise NewerError(f"unknown kinds of event {sorted(strange)}")
    return StoredEvents(rows, unpack), {EVENT_KINDS[kind]: numbers for kind, numbers in places.items()}


def stored_phrases(bodies: Sequence[str]) -> Stored[HostSpoke]:
    """The phrases with these bodies."""
    return Stored(len(bodies), lambda number: decoded(HostSpoke, bodies[number]))
