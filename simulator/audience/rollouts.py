"""The same host in front of many audiences: every rollout is another luck, everything else is the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

import numpy as np

from simulator.audience import compiled
from simulator.audience.audience import Audience, Outputs, Snapshot
from simulator.audience.hosts import Answering, Host, tick_of
from simulator.audience.parameters import DEFAULT, Parameters
from simulator.audience.philox import Domain, Luck
from simulator.audience.quantile import Floats
from simulator.audience.view import RoomView
from simulator.domain.events import Event, VoiceStarted, VoiceStopped
from simulator.domain.findings import QuestionAnswered
from simulator.domain.scenario import Scenario, Topic
from simulator.domain.taxonomy import Taxonomy
from simulator.domain.units import Seconds, Span

COUNTERS = (
    "entered", "left", "comments", "asked", "answered", "gave_up", "likes", "follows", "clicks", "carts", "orders",
    "paid", "cancels", "gmv", "net_gmv", "peak", "viewer_seconds", "online", "waiting", "refused", "stock",
)  # fmt: skip
"""What is counted: sums since the session began, but for ``online``, ``waiting`` and ``stock`` (units left of all
products), which are as they stand. Money in whole units of the currency; ``net_gmv`` without the refunds to expect."""


class Mapper(Protocol):
    """``map``, or that of a pool of threads."""

    def __call__(self, do: Callable[[int], Floats], numbers: Iterable[int], /) -> Iterable[Floats]: ...


@dataclass(frozen=True, slots=True)
class Stage:
    """Where hosts are compared."""

    scenario: Scenario
    taxonomy: Taxonomy
    seed: int
    parameters: Parameters = DEFAULT


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What became of each rollout: the last step, and the steps on the way."""

    every: Seconds
    counters: Floats = field(repr=False)
    """Shape (rollouts, steps, counters), in the order of ``COUNTERS``, then the stock of each product; a step each
    ``every`` seconds, the last at the end."""

    def last(self, counter: str) -> Floats:
        """A counter at the end, by rollout."""
        return np.asarray(self.counters[:, -1, COUNTERS.index(counter)])

    def curve(self, counter: str) -> Floats:
        """A counter over time, shape (rollouts, steps)."""
        return np.asarray(self.counters[:, :, COUNTERS.index(counter)])

    def shelf(self, product: int) -> Floats:
        """Units left of a product over time, shape (rollouts, steps)."""
        return np.asarray(self.counters[:, :, len(COUNTERS) + product])

    def means(self) -> Mapping[str, float]:
        return {counter: float(self.last(counter).mean()) for counter in COUNTERS}


def rollouts(
    stage: Stage,
    host: Host,
    numbers: Sequence[int],
    *,
    until: Seconds,
    tick_s: Seconds = 0.1,
    every: Seconds | None = None,
    start: Snapshot | None = None,
    mapper: Mapper = map,
    fast: bool | None = None,
) -> Outcomes:
    """Play ``host`` to ``until`` under each rollout of ``numbers``, from an empty room or from ``start``.

    The host's events before the start count as done. Equal numbers are equal luck, whoever the host is: compare hosts
    on the same numbers, at the same ``tick_s``. ``every`` is a whole number of ticks; without it only the end is told.
    ``fast`` asks for the compiled engine, which gives the same numbers; if not said, it is used where it is there.
    """
    parameters = replace(stage.parameters, tick_s=tick_s)
    first = Audience(stage.scenario, stage.taxonomy, stage.seed, 0, parameters, outputs=Outputs(False, False))
    if start is not None:
        first.restore(start)
    begin = first.snapshot()
    last = round(until / tick_s)
    step = max(last - begin.room.tick if every is None else round(every / tick_s), 1)

    def plainly(number: int) -> Floats:
        audience = Audience(
            stage.scenario, stage.taxonomy, stage.seed, number, parameters, outputs=Outputs(False, False)
        )
        audience.restore(begin)
        return played(audience, host, begin.room.tick, last, tick_s, step, Luck(stage.seed, number))

    play: Callable[[int], Floats] = plainly
    if compiled.available() if fast is None else fast:
        crowd = parameters.of_crowd(stage.scenario.crowd)
        stand = compiled.Stand(stage.scenario, stage.taxonomy, stage.seed, crowd, host, begin.room, last, step)
        play = stand.play
    return Outcomes(step * tick_s, np.stack(list(mapper(play, numbers))))


def played(audience: Audience, host: Host, first: int, last: int, tick_s: Seconds, step: int, luck: Luck) -> Floats:
    """Play a host from the tick an audience is at up to another; its counters each ``step`` ticks, and at the end."""
    rows: list[Floats] = []
    by_tick: dict[int, list[Event]] = {}
    for event in host.events:
        by_tick.setdefault(tick_of(event.at, tick_s), []).append(event)
    answering = None
    if host.answering is not None:
        answering = _Answers(host.answering, tick_s, luck)
        answering.listen([event for event in host.events if tick_of(event.at, tick_s) < first])
    for tick in range(first, last):
        heard = by_tick.get(tick, [])
        if answering is not None:
            answering.listen(heard)
            heard = [*heard, *answering.after(tick, audience)]
        audience.step(heard)
        if (tick + 1 - first) % step == 0 or tick + 1 == last:
            rows.append(counted(audience.room))
    return np.stack(rows)


class _Answers:
    """The closed loop of a host who answers."""

    def __init__(self, how: Answering, tick_s: Seconds, luck: Luck) -> None:
        self._how = how
        self._interval = max(1, round(how.interval / tick_s))
        self._tick_s = tick_s
        self._luck = luck
        self._since = 0
        self._speaking = False

    def listen(self, heard: Sequence[Event]) -> None:
        """Note whether the host speaks."""
        for event in heard:
            if isinstance(event, VoiceStarted | VoiceStopped):
                self._speaking = isinstance(event, VoiceStarted)

    def after(self, tick: int, audience: Audience) -> list[Event]:
        """What he answers in this tick."""
        self._since += 1
        if self._since < self._interval or not self._speaking:
            return []
        waiting = audience.room.waiting
        heeded = [topic for topic in Topic if waiting[topic] and self._how.heeds(topic) > 0]
        if not heeded:
            return []
        self._since = 0
        topic = max(heeded, key=lambda each: (waiting[each], -each))
        if self._luck.pair(tick, 0, 0, Domain.HOST)[0] >= self._how.heeds(topic):
            return []
        at = audience.now
        return [
            QuestionAnswered(
                at=at, said=Span(at, at), topic=topic, category="", comments=(), quality=self._how.quality, quote=""
            )
        ]


def counted(room: RoomView) -> Floats:
    """The counters of a room, in the order of ``COUNTERS``, then the stock of each product."""
    return np.array(
        [
            room.entered, room.left, room.comments, room.asked, room.answered, room.gave_up, room.likes, room.follows,
            room.clicks, room.carts, room.orders, room.paid, room.cancelled, room.gmv / 100, room.net_gmv / 100,
            room.peak, room.viewer_seconds, room.online, sum(room.waiting.values()), room.refused,
            sum(shelf.stock for shelf in room.shelf), *(shelf.stock for shelf in room.shelf),
        ],
        dtype=np.float64,
    )  # fmt: skip
