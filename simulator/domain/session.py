"""A session: one run on air, and the log of all that happened in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain
from typing import Any, Protocol, TypeVar, overload, runtime_checkable

from simulator.domain.events import Event, HostSpoke, Paused, WentOffAir
from simulator.domain.language import Language
from simulator.domain.scenario import Scenario
from simulator.domain.units import Seconds

A = TypeVar("A")
B = TypeVar("B")
C = TypeVar("C")
D = TypeVar("D")
E = TypeVar("E")
F = TypeVar("F")

REACTION: Seconds = 2.0
"""From a phrase's last word to the room's reaction: fixed, so that a slow recogniser changes nothing (a real
platform shows the host some seconds late, too)."""


MISSED: Seconds = 5.0
"""A recording that ends this long before its session was cut short: ours; going off air itself takes a second."""


class Ending(StrEnum):
    """How a session stands."""

    ON_AIR = "on_air"
    """Begun and not ended: on air now, or cut off by a crash."""
    OFF_AIR = "off_air"
    """Ended; not scored yet."""
    SCORED = "scored"


class Mode(StrEnum):
    """What a session is for."""

    PRACTICE = "practice"
    EXAM = "exam"
    """No hint, no pause, and the same room for everybody who sits the paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionHeader:
    """What was settled before going live; with the host's events it determines the audience."""

    id: str
    scenario: str
    scenario_version: str
    language: Language
    seed: int
    trainee: str
    """``Trainee.id``"""
    take: int
    began_utc: str
    """ISO 8601, seconds."""
    app_version: str
    audience_model: str
    mode: Mode = Mode.PRACTICE
    second: str | None = None
    """The second host (``Trainee.id``)."""
    desk: str | None = None
    """Who works the control desk (``Trainee.id``); None where the host does."""
    consent: str | None = None
    """The answer to being recorded that it was made under (``Consent.id``)."""
    paper: str | None = None
    """The exam paper that was sat."""


@dataclass(frozen=True, slots=True)
class Trainee:
    """Somebody who rehearses."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcript:
    """All phrases of a session from one engine; ``final`` once it was made from the whole recording."""

    engine: str
    final: bool
    phrases: Sequence[HostSpoke]
    """A tuple, or what unpacks each when it is first asked for."""
    heard: Seconds | None = None
    """How much of the session the recording held that it was made from; None where that is not known, or live."""

    def cut_short(self, length: Seconds) -> bool:
        """Whether the recording it was made from ends well before a session of this length."""
        return self.heard is not None and self.heard < length - MISSED


@runtime_checkable
class Timed(Protocol):
    """Events that tell when one happened without unpacking it."""

    def time_of(self, number: int) -> Seconds: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionLog:
    """Everything that happened, ordered by ``at``."""

    header: SessionHeader
    scenario: Scenario
    events: Sequence[Event]
    """A tuple, or what unpacks each event when it is first asked for."""
    confirmed: frozenset[str] = frozenset()
    """Ids of broken rules (``RuleBroken.id``) that an instructor let stand; empty as long as nobody has looked."""
    _places: dict[type[Any], list[int]] = field(default_factory=dict, init=False, repr=False, compare=False)
    """Where the events of each kind stand, found out the first time somebody asks: the events never change."""

    @property
    def language(self) -> Language:
        return self.header.language

    @property
    def length(self) -> Seconds:
        """Seconds on air; the last event's moment where the stream was cut off."""
        for event in reversed(self.events):
            if isinstance(event, WentOffAir):
                return event.at
        return max((event.at for event in self.events), default=0.0)

    # Overloads because a type checker widens "one of several types" to object.
    @overload
    def only(self, a: type[A], /) -> Iterator[A]: ...
    @overload
    def only(self, a: type[A], b: type[B], /) -> Iterator[A | B]: ...
    @overload
    def only(self, a: type[A], b: type[B], c: type[C], /) -> Iterator[A | B | C]: ...
    @overload
    def only(self, a: type[A], b: type[B], c: type[C], d: type[D], /) -> Iterator[A | B | C | D]: ...
    @overload
    def only(
        self, a: type[A], b: type[B], c: type[C], d: type[D], e: type[E], f: type[F], /
    ) -> Iterator[A | B | C | D | E | F]: ...
    @overload
    def only(self, *kinds: type[Event]) -> Iterator[Event]: ...
    def only(self, *kinds: type[Any]) -> Iterator[Any]:
        """The events of these kinds, in order."""
        events = self.events
        for place in self.places(*kinds):
            yield events[place]

    def places(self, *kinds: type[Any]) -> Sequence[int]:
        """Where the events of these kinds stand in ``events``, in order."""
        if not self._places and self.events:
            places: defaultdict[type[Any], list[int]] = defaultdict(list)
            for at, kind in enumerate(map(type, self.events)):
                places[kind].append(at)
            self._places.update(places)
        found = [self._places[kind] for kind in dict.fromkeys(kinds) if kind in self._places]
        return found[0] if len(found) == 1 else sorted(chain.from_iterable(found))

    def times(self, kind: type[Any]) -> list[Seconds]:
        """When the events of this kind happened, in order; those that are stored are not unpacked for it."""
        events = self.events
        if isinstance(events, Timed):
            return [events.time_of(place) for place in self.places(kind)]
        return [events[place].at for place in self.places(kind)]

    def placed(self, places: Mapping[type[Any], list[int]]) -> SessionLog:
        """This log, told beforehand where the events of every kind stand."""
        self._places.update(places)
        return self

    @property
    def pauses(self) -> tuple[Paused, ...]:
        return tuple(self.only(Paused))
