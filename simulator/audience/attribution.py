"""Which acts of the host a change of the room comes from, and how much of it from each.

Two answers. The full one plays the span again under many lucks with each act left out in turn; where acts work on each
other, with them coming in one after the other, in many orders. The quick one counts the causes that events carry, the
strongest term of the covariates each: it needs no playing, and says nothing of any but the strongest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from math import gcd

from simulator.audience.act_names import ActKind, kind_of, subject_of
from simulator.audience.audience import TICK_S
from simulator.audience.estimates import Assumption, Estimate, estimate, shapley
from simulator.audience.hosts import Host, tick_of
from simulator.audience.quantile import Floats
from simulator.audience.replay import Playback
from simulator.audience.rollouts import COUNTERS, Mapper, counted, rollouts
from simulator.audience.whatif import Change
from simulator.domain.crowd import (
    CardClicked,
    CartFilled,
    CommentPosted,
    Followed,
    OrderCancelled,
    OrderPlaced,
    QuestionsAbandoned,
    QuestionsResolved,
    Reason,
    ViewersEntered,
    ViewersLeft,
)
from simulator.domain.desk import Hand, hand_of
from simulator.domain.events import Event, VoiceStarted, VoiceStopped
from simulator.domain.session import SessionLog
from simulator.domain.units import Seconds, Span

LEAD: Seconds = 60.0
"""Acts so long before the span are asked too."""
PAIRS = 16
ORDERS = 8
AT_MOST = 24
"""Acts told apart; where there are more, those of the commonest kinds are taken together."""
LARGE = 0.2
"""Acts work on each other where more than this share of their effects belongs to none of them alone."""
NOTICED: Seconds = 3.0
"""A silence shorter than this is none."""
_TOLD: dict[str, tuple[tuple[type[Event], int], ...]] = {
    "online": ((ViewersEntered, 1), (ViewersLeft, -1)),
    "entered": ((ViewersEntered, 1),),
    "left": ((ViewersLeft, 1),),
    "clicks": ((CardClicked, 1),),
    "carts": ((CartFilled, 1),),
    "orders": ((OrderPlaced, 1),),
    "cancels": ((OrderCancelled, 1),),
    "comments": ((CommentPosted, 1),),
    "answered": ((QuestionsResolved, 1),),
    "gave_up": ((QuestionsAbandoned, 1),),
    "follows": ((Followed, 1),),
}
"""The events that tell of a counter, and which way they move it."""


class Method(StrEnum):
    """How an attribution was found."""

    ONE_LEFT_OUT = "one_left_out"
    """By paired rollouts, each act left out in turn."""
    SHAPLEY = "shapley"
    """By paired rollouts, acts coming in one after the other, averaged over orders."""
    TERMS = "terms"
    """By the strongest term of the covariates of each event."""


@dataclass(frozen=True, slots=True)
class NamedAct:
    """An act of the host, or several of a kind taken together."""

    kind: ActKind
    subject: str
    at: Seconds
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class ActShare:
    """What an act brought about, and as a share of the change to be expected (None where that is nothing)."""

    act: NamedAct
    effect: Estimate
    share: float | None


@dataclass(frozen=True, slots=True)
class Term:
    """A cause that events carry, and the share of the change that they make."""

    reason: Reason
    since: Seconds | None
    act: ActKind | None
    """The host's act of that moment."""
    count: int
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Where a change of ``counter`` in ``span`` comes from: ``change = room + effects + together + chance``."""

    counter: str
    span: Span
    method: Method
    change: float
    """What happened in the session."""
    expected: float
    """What was to be expected with all these acts."""
    shares: tuple[ActShare, ...]
    """The largest first."""
    room: float
    """What was to be expected with none of them: the room itself, and what went before."""
    together: float
    """What acts do to each other's effects; nothing by SHAPLEY, which hands it out."""
    terms: tuple[Term, ...]
    """The quick answer, by ``Method.TERMS``; empty for counters that no event tells of."""
    assumptions: frozenset[Assumption]

    @property
    def chance(self) -> float:
        """What luck made of it."""
        return self.change - self.expected


def attribution(
    playback: Playback,
    span: Span,
    counter: str,
    *,
    pairs: int = PAIRS,
    orders: int = ORDERS,
    mapper: Mapper = map,
) -> Attribution:
    """Put a change down to the acts of the span and of the minute before it; without ``orders`` never by SHAPLEY."""
    begin = playback.before(max(0.0, span.start - LEAD))
    acts = acts_between(playback.host, Span(begin.now, span.end))
    change_of = _measure(playback, span, counter, pairs, mapper)
    whole = change_of(playback.host)
    none = change_of(_without(playback.host, acts))
    alone = [whole - change_of(_without(playback.host, [act])) for act in acts]
    method = Method.ONE_LEFT_OUT
    found = [estimate(each[1:]) for each in alone]
    expected, room = float(whole[1:].mean()), float(none[1:].mean())
    together = expected - room - sum(each.mean for each in found)
    if orders and len(acts) > 1 and abs(together) > LARGE * sum(abs(each.mean) for each in found):
        method, together = Method.SHAPLEY, 0.0

        def worth(present: frozenset[int]) -> Floats:
            missing = [act for number, act in enumerate(acts) if number not in present]
            return whole if not missing else change_of(_without(playback.host, missing))

        handed, _ = shapley(len(acts), worth, orders, playback.stage.seed)
        found = [estimate(each[1:]) for each in handed]
    shares = [
        ActShare(act, effect, effect.mean / expected if expected else None)
        for act, effect in zip(acts, found, strict=True)
    ]
    return Attribution(
        counter=counter,
        span=span,
        method=method,
        change=float(whole[0]),
        expected=expected,
        shares=tuple(sorted(shares, key=lambda share: -abs(share.effect.mean))),
        room=room,
        together=together,
        terms=terms(playback.log, playback.host, span, counter),
        assumptions=frozenset({Assumption.MODEL_EFFECTS, Assumption.ASSUMED_PRESET, Assumption.OPEN_LOOP}),
    )


def acts_between(host: Host, span: Span) -> list[NamedAct]:
    """What the host did in a span: speaking goes without saying, a silence is one act from its begin to its end."""
    acts: list[NamedAct] = []
    stopped: Event | None = None
    for event in host.events:
        if not span.start <= event.at < span.end:
            continue
        # Another's act is the room's part of a change, not the host's.
        kind = kind_of(event) if hand_of(event) is Hand.HOST else None
        if isinstance(event, VoiceStopped):
            stopped = stopped or event
        elif isinstance(event, VoiceStarted):
            if stopped is not None and event.at - stopped.at >= NOTICED:
                acts.append(NamedAct(ActKind.SILENCE, f"{event.at - stopped.at:.0f}", stopped.at, (stopped, event)))
            stopped = None
        elif kind is not None:
            acts.append(NamedAct(kind, subject_of(event), event.at, (event,)))
    if stopped is not None and span.end - stopped.at >= NOTICED:
        acts.append(NamedAct(ActKind.SILENCE, f"{span.end - stopped.at:.0f}", stopped.at, (stopped,)))
    return _few(acts)


def terms(log: SessionLog, host: Host, span: Span, counter: str) -> tuple[Term, ...]:
    """The causes that the events of a span carry, the weightiest first."""
    counts: Counter[tuple[Reason, Seconds | None]] = Counter()
    for kind, sign in _TOLD.get(counter, ()):
        for event in log.only(kind):
            if span.start <= event.at < span.end:
                cause = event.cause  # type: ignore[union-attr]
                counts[cause.reason, cause.since] += sign * getattr(event, "count", 1)
    total = sum(abs(count) for count in counts.values())
    acts = {event.at: kind_of(event) for event in host.events if hand_of(event) is Hand.HOST}
    found = [
        Term(reason, since, acts.get(since) if since is not None else None, count, count / total)
        for (reason, since), count in counts.items()
        if count
    ]
    return tuple(sorted(found, key=lambda term: -abs(term.count)))


def _measure(playback: Playback, span: Span, counter: str, pairs: int, mapper: Mapper) -> Callable[[Host], Floats]:
    """How much a counter moves in a span in front of a host, by rollout; the first is the session's own luck."""
    audience = playback.before(max(0.0, span.start - LEAD))
    start = audience.snapshot()
    first = tick_of(audience.now, TICK_S)
    begin, end = (tick_of(min(at, playback.length), TICK_S) - first for at in (span.start, span.end))
    if end <= begin:
        raise ValueError("the span is not within the session")
    each = gcd(begin, end)
    before = float(counted(audience.room)[COUNTERS.index(counter)])

    def change_of(host: Host) -> Floats:
        played = rollouts(
            playback.stage,
            host,
            range(pairs + 1),
            until=round((first + end) * TICK_S, 6),
            tick_s=TICK_S,
            every=round(each * TICK_S, 6),
            start=start,
            mapper=mapper,
        )
        curve = played.curve(counter)
        return curve[:, -1] - (curve[:, begin // each - 1] if begin else before)

    return change_of


def _without(host: Host, acts: Sequence[NamedAct]) -> Host:
    drop = tuple(event for act in acts for event in act.events)
    return Change(drop=drop).of(host) if drop else host


def _few(acts: list[NamedAct]) -> list[NamedAct]:
    """The acts, those of the commonest kinds taken together until there are few enough."""
    counts = Counter(act.kind for act in acts)
    joined: set[ActKind] = set()
    for kind, _ in counts.most_common():
        if len(acts) - sum(counts[each] - 1 for each in joined) <= AT_MOST:
            break
        joined.add(kind)
    kept = [act for act in acts if act.kind not in joined]
    rest = sorted((act for act in acts if act.kind in joined), key=lambda act: act.kind)
    for kind, same in groupby(rest, key=lambda act: act.kind):
        alike = list(same)
        events = tuple(event for act in alike for event in act.events)
        kept.append(NamedAct(kind, f"×{len(alike)}", alike[0].at, events))
    return sorted(kept, key=lambda act: act.at)
