"""A session played again from its log: the same audience to the bit, and any moment of it to go on from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import get_args

from simulator.audience import compiled
from simulator.audience.act_names import ActKind, kind_of, reaches
from simulator.audience.audience import HASH_EVERY_S, TICK_S, Audience, Outputs, Snapshot
from simulator.audience.going_to import rooms_at, waiting_at
from simulator.audience.hosts import Host, tick_of
from simulator.audience.parameters import DEFAULT, MODEL, Parameters
from simulator.audience.rollouts import Stage
from simulator.audience.view import RoomView
from simulator.audience.wording import Wording
from simulator.domain import crowd
from simulator.domain.crowd import RoomHashed
from simulator.domain.events import Event, WentOffAir
from simulator.domain.scenario import Topic
from simulator.domain.session import SessionLog
from simulator.domain.taxonomy import Taxonomy
from simulator.domain.units import Seconds

COUNTED = Outputs(events=False, voices=False)
"""Counts only: what is told moves no number."""
KEEP_EVERY: Seconds = 60.0
"""From one kept snapshot to the next."""
CROWD = tuple(kind for kind in get_args(Event) if kind.__module__ == crowd.__name__)
"""What the audience did, as against what the host did."""


class Verdict(StrEnum):
    """What became of playing a session again."""

    SAME = "same"
    """Every fingerprint of the log came out again."""
    DIFFERENT = "different"
    NO_HASHES = "no_hashes"
    """The log has no fingerprint to compare with: an old one, or one shorter than a minute."""
    OTHER_MODEL = "other_model"
    """Another audience model was at work; not tried."""


@dataclass(frozen=True, slots=True)
class Replayed:
    """Whether a session played again is the session."""

    verdict: Verdict
    minutes: int
    """Fingerprints that agree, from the first on: one a minute."""
    differs: int | None = None
    """The first minute that ends with another fingerprint, counted from 1."""


def beats(log: SessionLog) -> int:
    """The ticks a live session made of its audience: one at 0, and one every ``TICK_S`` up to its end."""
    return int(log.length / TICK_S + 1e-6) + 1


def heard(log: SessionLog) -> Mapping[int, Sequence[Event]]:
    """What the audience of a live session took in, by tick, in order.

    What stands behind the crowd's doings of its own tick reached nobody: findings about what the crowd did. Nor did
    what was still waiting when the stream ended, which the log stamps with its end.
    """
    by_tick: dict[int, list[Event]] = {}
    ticks, told = beats(log), -1
    ended = next((event.at for event in log.events if isinstance(event, WentOffAir)), None)
    for event in log.events:
        if isinstance(event, WentOffAir):
            break
        tick = tick_of(event.at, TICK_S)
        if isinstance(event, CROWD):
            told = tick
        elif told < tick < ticks and event.at != ended:
            by_tick.setdefault(tick, []).append(event)
    return by_tick


def host_of(log: SessionLog) -> Host:
    """The host of a session, in all that the room took in; what others did, and the shop, goes with it."""
    acts = (event for events in heard(log).values() for event in events if reaches(event))
    return Host("session", tuple(acts))


def steps(
    log: SessionLog,
    taxonomy: Taxonomy,
    *,
    outputs: Outputs = COUNTED,
    chunk: int | None = None,
    wording: Wording | None = None,
    parameters: Parameters = DEFAULT,
) -> Iterator[tuple[Audience, tuple[Event, ...]]]:
    """The audience after each tick of a session, and what it told; carried over as a snapshot every ``chunk`` ticks."""

    def opened() -> Audience:
        return Audience(log.scenario, taxonomy, log.header.seed, 0, parameters, wording, outputs)

    by_tick = heard(log)
    audience = opened()
    for tick in range(beats(log)):
        if chunk is not None and tick and tick % chunk == 0:
            carried = audience.snapshot()
            audience = opened()
            audience.restore(carried)
        yield audience, audience.step(by_tick.get(tick, ()))


def replayed(
    log: SessionLog,
    taxonomy: Taxonomy,
    until: Seconds | None = None,
    *,
    outputs: Outputs = COUNTED,
    chunk: int | None = None,
    wording: Wording | None = None,
) -> Audience:
    """The audience of a session as it stood at its end, or before the tick that took in what happened at ``until``."""
    last = beats(log) if until is None else min(tick_of(until, TICK_S), beats(log))
    if last == 0:
        return Audience(log.scenario, taxonomy, log.header.seed, 0, DEFAULT, wording, outputs)
    played = steps(log, taxonomy, outputs=outputs, chunk=chunk, wording=wording)
    audience, _ = next(played)
    for _ in range(last - 1):
        audience, _ = next(played)
    return audience


def check(log: SessionLog, taxonomy: Taxonomy, *, outputs: Outputs = COUNTED, chunk: int | None = None) -> Replayed:
    """Play a session again and compare it with the fingerprints in its log."""
    if log.header.audience_model != MODEL:
        return Replayed(Verdict.OTHER_MODEL, 0)
    wanted = {tick_of(event.at, TICK_S): event.counters for event in log.only(RoomHashed)}
    if not wanted:
        return Replayed(Verdict.NO_HASHES, 0)
    agreed = 0
    for tick, (audience, _) in enumerate(steps(log, taxonomy, outputs=outputs, chunk=chunk)):
        if tick in wanted:
            if audience.counters_hash() != wanted[tick]:
                return Replayed(Verdict.DIFFERENT, agreed, round((tick + 1) * TICK_S / HASH_EVERY_S))
            agreed += 1
    return Replayed(Verdict.SAME, agreed)


class Playback:
    """A session to go back to: any moment of it as a snapshot, and all of it as a host for other audiences."""

    def __init__(self, log: SessionLog, taxonomy: Taxonomy, parameters: Parameters = DEFAULT) -> None:
        self.log = log
        self.host = host_of(log)
        self.stage = Stage(log.scenario, taxonomy, log.header.seed, parameters)
        self.ticks = beats(log)
        self._heard = heard(log)
        self._kept: dict[int, Snapshot] = {}
        self._last: dict[int, Snapshot] = {}
        """Of the moment asked for last: one moment is often asked about several times."""

    @property
    def length(self) -> Seconds:
        """When the last tick is over."""
        return round(self.ticks * TICK_S, 6)

    def before(self, moment: Seconds) -> Audience:
        """The audience before the tick that took in what happened at ``moment``; the end's when that is later."""
        goal = min(tick_of(moment, TICK_S), self.ticks)
        stage = self.stage
        audience = Audience(stage.scenario, stage.taxonomy, stage.seed, parameters=stage.parameters, outputs=COUNTED)
        known = self._kept | self._last
        start = max((tick for tick in known if tick <= goal), default=0)
        if start:
            audience.restore(known[start])
        for tick in range(start, goal):
            if tick % round(KEEP_EVERY / TICK_S) == 0 and tick not in self._kept:
                self._kept[tick] = audience.snapshot()
            audience.step(self._heard.get(tick, ()))
        if start < goal:
            self._last = {goal: audience.snapshot()}
        return audience

    def go_to(self, moments: Iterable[Seconds]) -> None:
        """Have the compiled engine reach these moments, where it is there: ``before`` is at once there then."""
        ticks = sorted({min(tick_of(moment, TICK_S), self.ticks) for moment in moments} - self._kept.keys())
        if not ticks or not compiled.available():
            return
        stand, first = self._stand(ticks[-1])
        for tick, room in zip(ticks, rooms_at(stand, first.room, ticks), strict=True):
            self._kept[tick] = replace(first, room=room)

    def waiting(self, every: int = 1) -> Iterator[tuple[int, Mapping[Topic, int]]]:
        """Each tick of the session, and how many waited for an answer before it, by topic.

        The compiled engine looks each ``every`` ticks and takes it to stay so until then: looking costs more than play.
        """
        if not compiled.available():
            yield from ((tick, room.waiting) for tick, room in self.rooms())
            return
        stand, _ = self._stand(self.ticks)
        looks = range(0, self.ticks, every)
        for first, counts in zip(looks, waiting_at(stand, looks), strict=True):
            seen = dict(zip(Topic, counts.tolist(), strict=True))
            yield from ((tick, seen) for tick in range(first, min(first + every, self.ticks)))

    def _stand(self, until: int) -> tuple[compiled.Stand, Snapshot]:
        """The session before the compiled engine up to a tick, and its empty room."""
        stage = self.stage
        empty = Audience(stage.scenario, stage.taxonomy, stage.seed, parameters=stage.parameters, outputs=COUNTED)
        first, crowd = empty.snapshot(), stage.parameters.of_crowd(stage.scenario.crowd)
        stand = compiled.Stand(
            stage.scenario, stage.taxonomy, stage.seed, crowd, self.host, first.room, until, max(until, 1)
        )
        return stand, first

    def rooms(self) -> Iterator[tuple[int, RoomView]]:
        """Each tick of the session, and the room before it."""
        audience = self.before(0.0)
        for tick in range(self.ticks):
            yield tick, audience.room
            audience.step(self._heard.get(tick, ()))

    def ticked(self) -> Iterator[tuple[int, Event]]:
        """The host's acts, with the tick each was taken in."""
        return ((tick_of(event.at, TICK_S), event) for event in self.host.events)

    def speaking(self, moment: Seconds) -> bool:
        """Whether the host was speaking just before ``moment``."""
        kinds = (kind_of(event) for event in reversed(self.host.events) if event.at < moment)
        return next((kind is ActKind.SPEECH for kind in kinds if kind in (ActKind.SPEECH, ActKind.SILENCE)), False)
