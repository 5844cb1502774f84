"""How a host answers, read off his session: how often he tries, how likely each topic is to get an answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from simulator.audience.act_names import ActKind, kind_of
from simulator.audience.audience import TICK_S
from simulator.audience.hosts import Answering, Host
from simulator.audience.replay import Playback
from simulator.domain.findings import QuestionAnswered
from simulator.domain.scenario import Topic
from simulator.domain.units import Seconds

SHORTEST: Seconds = 2.0
"""Nobody tries to answer more often."""
SMALL = 10
"""One in so many gaps between answers is shorter than the interval: passages heard as two."""

PRIOR = 2.0
"""Tries' worth of the host's overall way, for topics that hardly came up."""


@dataclass(frozen=True, slots=True)
class Policy:
    """A host's way of answering."""

    answering: Answering
    delays: Mapping[Topic, Seconds]
    """How long a topic had been waiting when it was answered, on average."""


def policy_of(playback: Playback, every: int = 1) -> Policy | None:
    """The policy behind a session's answers; None where there are none, or nobody knows when the host spoke.

    The session is gone through as the closed loop would: after each interval a try, at the topic most wait for.
    ``every`` is how many ticks lie between two looks at who waits (``Playback.waiting``).
    """
    given: dict[int, list[QuestionAnswered]] = {}
    voices: dict[int, bool] = {}
    for tick, event in playback.ticked():
        if isinstance(event, QuestionAnswered):
            given.setdefault(tick, []).append(event)
        elif (kind := kind_of(event)) in (ActKind.SPEECH, ActKind.SILENCE):
            voices[tick] = kind is ActKind.SPEECH
    if not given or not voices:
        return None
    gaps = sorted(later - sooner for sooner, later in pairwise(sorted(given)))
    shortest = round(SHORTEST / TICK_S)
    interval = max(shortest, gaps[len(gaps) // SMALL]) if gaps else playback.ticks
    tries, hits = dict.fromkeys(Topic, 0), dict.fromkeys(Topic, 0)
    waited: dict[Topic, list[int]] = {topic: [] for topic in Topic}
    began: dict[Topic, int] = {}
    since, speaking = 0, False
    for tick, waiting in playback.waiting(every):
        speaking = voices.get(tick, speaking)
        since += 1
        began = {topic: began.get(topic, tick) for topic in Topic if waiting[topic]}
        answered = {event.topic for event in given.get(tick, ()) if event.topic is not None}
        if answered:
            since = 0
            for topic in answered:
                tries[topic] += 1
                hits[topic] += 1
                if topic in began:
                    waited[topic].append(tick - began[topic])
        elif since >= interval and speaking and began:
            since = 0
            tries[_most(waiting)] += 1
    overall = sum(hits.values()) / sum(tries.values())
    answers = [event for events in given.values() for event in events]
    return Policy(
        Answering(
            interval=round(interval * TICK_S, 6),
            probability=overall,
            quality=sum(event.quality for event in answers) / len(answers),
            by_topic=tuple((hits[topic] + PRIOR * overall) / (tries[topic] + PRIOR) for topic in Topic),
        ),
        {topic: TICK_S * sum(ticks) / len(ticks) for topic, ticks in waited.items() if ticks},
    )


def answering_again(host: Host, policy: Policy) -> Host:
    """The host with his answers left to what the audience asks."""
    kept = tuple(event for event in host.events if not isinstance(event, QuestionAnswered))
    return replace(host, events=kept, answering=policy.answering)


def _most(waiting: Mapping[Topic, int]) -> Topic:
    """The topic most wait for; the first of equals."""
    return max(Topic, key=lambda topic: (waiting[topic], -topic))
