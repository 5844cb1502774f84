"""The simulated audience: host in, crowd out, in equal steps."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log

import numpy as np

from simulator.audience.causes import Causes
from simulator.audience.chat import Chat, Writer
from simulator.audience.hazards import Hazards, Mood, mood
from simulator.audience.inputs import Fades, Inputs, relax, silence
from simulator.audience.parameters import DEFAULT, Parameters
from simulator.audience.philox import Luck
from simulator.audience.quantile import binomial
from simulator.audience.reference import FLAT
from simulator.audience.room import NODES, SEGMENTS, Room, States, opened
from simulator.audience.spotlight import Spotlight
from simulator.audience.step import Moves, Step, commit
from simulator.audience.surprises import Surprises
from simulator.audience.tally import after, settle
from simulator.audience.telling import counts, stock
from simulator.audience.view import RoomView, view
from simulator.audience.voices import Voices
from simulator.audience.wording import Wording, plain_wording
from simulator.domain.crowd import (
    Cause,
    Followed,
    Liked,
    OrderRefunded,
    Reason,
    RoomCounted,
    RoomHashed,
    ViewersEntered,
)
from simulator.domain.events import Event
from simulator.domain.scenario import Scenario
from simulator.domain.taxonomy import Taxonomy
from simulator.domain.units import Money, Seconds

TICK_S = 0.1
"""Length of a live tick, in seconds."""
COUNT_EVERY = 10
"""Ticks from one ``RoomCounted`` to the next."""
HASH_EVERY_S: Seconds = 60.0
"""From one ``RoomHashed`` to the next."""


@dataclass(frozen=True, slots=True)
class Outputs:
    """What is told; none of it moves a number of the room."""

    events: bool = True
    voices: bool = True
    """Named viewers: comments, and orders with a face."""


@dataclass(slots=True)
class Snapshot:
    """All that a later tick reads; hand it back to ``Audience.restore``."""

    room: Room
    spotlight: Spotlight
    chat: Chat
    surprises: Surprises


class Audience:
    """The room of one scenario under one luck: ``step`` moves it on by a tick."""

    def __init__(
        self,
        scenario: Scenario,
        taxonomy: Taxonomy,
        seed: int,
        rollout: int = 0,
        parameters: Parameters = DEFAULT,
        wording: Wording | None = None,
        outputs: Outputs = Outputs(),
    ) -> None:
        self._scenario = scenario
        self._par = par = parameters.of_crowd(scenario.crowd)
        self._outputs = outputs
        self._states = States(len(scenario.products))
        self._luck = Luck(seed, rollout)
        self._hazards = Hazards(par, self._states)
        self._step = Step(par, self._states, self._hazards, self._luck)
        self._inputs = Inputs(scenario, par)
        self._fades = Fades(par)
        self._room = opened(scenario, par)
        self._spotlight = Spotlight()
        self._chat = Chat()
        words = wording or plain_wording(taxonomy, scenario.language)
        self._surprises = Surprises.of(scenario, taxonomy, words)
        self._voices = Voices(scenario, taxonomy, par, self._states, self._luck, Writer(words, self._luck), words)

    @property
    def now(self) -> Seconds:
        """When the next tick happens, in seconds of the session."""
        return self._time(self._room.tick)

    @property
    def room(self) -> RoomView:
        """Totals, waiting viewers, stock and covariates after the last tick."""
        return view(self._room, self._states, self.now)

    def counters_hash(self) -> str:
        """A fingerprint of all counters: two runs of one session agree on it at every tick."""
        return self._room.hash()

    def snapshot(self) -> Snapshot:
        """A copy of everything that a later tick reads."""
        return copy.deepcopy(Snapshot(self._room, self._spotlight, self._chat, self._surprises))

    def restore(self, snapshot: Snapshot) -> None:
        """Go back (or on) to a snapshot of this scenario; the luck stays this audience's own."""
        own = copy.deepcopy(snapshot)
        self._room, self._spotlight, self._chat, self._surprises = own.room, own.spotlight, own.chat, own.surprises

    def step(self, heard: Sequence[Event]) -> tuple[Event, ...]:
        """Apply what the host said and did since the last tick, in order, and move on by one tick."""
        room, par, states = self._room, self._par, self._states
        now = self.now
        for event in heard:
            self._inputs.apply(room, event)
            self._surprises.answer(event)
        relax(room, par, now, self._fades)
        feeling = mood(room, par)
        level, arrival = self._arrivals(now)
        opening = self._scenario.crowd.opening_viewers if room.tick == 0 else 0
        online = room.online
        moves = self._step.moves(room, feeling, level * par.tick_s, opening)
        causes = Causes(room, feeling, par, silence(room, par, now))
        sums = settle(room, moves, states, self._luck, par, causes, now)
        told: list[Event] = []
        if self._outputs.events:
            came = int(moves.arrivals.sum() + moves.opening.sum())
            if came:
                told.append(ViewersEntered(at=now, count=came, cause=arrival))
            told += counts(room, moves, sums, causes, now)
            if self._outputs.voices:
                told += self._voices.tell(room, moves, sums, causes, now, self._spotlight, self._chat, self._surprises)
        commit(room, moves, states)
        after(room, moves, sums, states, par, self._fades, online, now)
        likes, follows = self._applause(moves, feeling)
        room.tick += 1
        if not self._outputs.events:
            return ()
        told += stock(room, now)
        if likes:
            told.append(Liked(at=now, count=likes))
        if follows:
            told.append(Followed(at=now, count=follows, cause=causes.followed()))
        if (room.tick - 1) % COUNT_EVERY == 0:
            told.append(self._counted(now))
        if room.tick % round(HASH_EVERY_S / par.tick_s) == 0:
            told.append(RoomHashed(at=now, counters=room.hash()))
        return tuple(told)

    def after_sales(self) -> tuple[OrderRefunded, ...]:
        """The orders whose goods come back, drawn once the session is over; the same each time it is asked."""
        if not self._outputs.events:
            return ()
        end = self._time(max(self._room.tick - 1, 0))
        return tuple(
            OrderRefunded(
                at=end,
                order=paid.order.id,
                refund=Money(paid.order.price, self._scenario.currency),
                cause=paid.refund_cause,
            )
            for paid in self._room.orders.refunded(self._luck)
        )

    def _time(self, tick: int) -> Seconds:
        return round(tick * self._par.tick_s, 6)

    def _arrivals(self, now: Seconds) -> tuple[float, Cause]:
        """Expected arrivals per second at this moment, and what brings them."""
        crowd, par = self._scenario.crowd, self._par
        level = crowd.entries_per_min / 60
        if crowd.preset != FLAT and now < par.ramp_s:
            level *= par.ramp_from + (1 - par.ramp_from) * now / par.ramp_s
        extra = 0.0
        best, since = 0.0, None
        for burst in crowd.bursts:
            if now >= burst.at:
                part = burst.entries_per_min / 60 * exp(-(now - burst.at) / burst.fade)
                extra += part
                if part > best:
                    best, since = part, burst.at
        if extra > level:
            return level + extra, Cause(Reason.BURST, since, round(log((level + extra) / level), 4) if level else 0.0)
        return level + extra, Cause(Reason.ARRIVAL)

    def _applause(self, moves: Moves, feeling: Mood) -> tuple[int, int]:
        """Likes and new followers of this tick, by segment on the counts after all moves."""
        par, room = self._par, self._room
        by_segment = room.counts.sum(axis=1).reshape(SEGMENTS, NODES).sum(axis=1)
        a, tau = feeling.a, feeling.tau
        liking = self._hazards.like * (exp(par.like_attention * a) * par.tick_s)
        following = self._hazards.follow * (exp(par.follow_trust * tau + par.follow_attention * a) * par.tick_s)
        drawn = binomial(
            np.concatenate((moves.likes, moves.follows)),
            np.concatenate((by_segment, by_segment)),
            -np.expm1(-np.concatenate((liking, following))),
        )
        likes, follows = int(drawn[:SEGMENTS].sum()), int(drawn[SEGMENTS:].sum())
        room.totals.likes += likes
        room.totals.follows += follows
        return likes, follows

    def _counted(self, now: Seconds) -> RoomCounted:
        room, totals = self._room, self._room.totals
        return RoomCounted(
            at=now,
            online=room.online,
            entered=totals.entered,
            left=totals.left,
            comments=totals.comments,
            questions=totals.asked,
            waiting=int(room.waiting.sum()),
            likes=totals.likes,
            follows=totals.follows,
            clicks=totals.clicks,
            orders=totals.orders,
            paid=totals.paid,
            attention=round(room.attention, 4),
            trust=round(room.trust, 4),
            discontent=round(room.discontent, 4),
        )
