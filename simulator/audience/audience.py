"""The simulated audience: host in, crowd out, in equal steps."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from simulator.audience import credit, impressions, mind
from simulator.audience.acts import Input
from simulator.audience.causes import Causes
from simulator.audience.chat import Chat, Reword, Writer
from simulator.audience.credit import Credit
from simulator.audience.endings import Endings, outcomes
from simulator.audience.exponential import exp, fallings, log
from simulator.audience.hazards import Hazards
from simulator.audience.inputs import Inputs
from simulator.audience.mood import Fades, Mood
from simulator.audience.muting import noticed, silence
from simulator.audience.orders import OrderBook
from simulator.audience.parameters import DEFAULT, Parameters
from simulator.audience.philox import Luck
from simulator.audience.quantile import binomial
from simulator.audience.reference import FLAT
from simulator.audience.room import NODES, SEGMENTS, TOPICS, WAITING, Room, States, opened
from simulator.audience.spotlight import Spotlight
from simulator.audience.step import Moves, Step, commit
from simulator.audience.surprises import Surprises, planned, trouble_of
from simulator.audience.tally import Tally
from simulator.audience.telling import counts, stock, troubles
from simulator.audience.troubles import EFFECTS, Effect
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
from simulator.domain.desk import ViewerMuted
from simulator.domain.events import Event
from simulator.domain.scenario import Crowd, Scenario
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
    endings: Endings
    book: OrderBook | None
    """Orders by number; None where they are only counted."""
    tick_s: Seconds


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
        reword: Reword | None = None,
    ) -> None:
        self._scenario = scenario
        self._par = par = parameters.of_crowd(scenario.crowd)
        self._outputs = outputs
        self._states = States(len(scenario.products))
        self._luck = luck = Luck(seed, rollout)
        self._hazards = Hazards(par, self._states)
        self._step = Step(par, self._states, self._hazards, luck)
        self._fades = Fades.of(par)
        self._tally = Tally(par, self._states, luck, self._fades)
        self._plans = plans = planned(scenario, seed)
        self._inputs = Inputs(scenario, plans, taxonomy)
        self._room = opened(scenario, par, [trouble_of(plan, scenario, taxonomy) for plan in plans])
        self._mood = Mood.of(self._states.products)
        self._weather = [0.0] * EFFECTS
        self._spotlight = Spotlight()
        self._chat = Chat()
        self._surprises = Surprises()
        self._endings = Endings()
        self._choices = outcomes(plans, taxonomy)
        self._book = OrderBook(self._states.products) if outputs.events else None
        words = wording or plain_wording(taxonomy, scenario.language)
        self._voices = Voices(scenario, taxonomy, par, self._states, luck, Writer(words, luck, reword), words, plans)

    @property
    def now(self) -> Seconds:
        """When the next tick happens, in seconds of the session."""
        return moment(self._room.tick, self._par.tick_s)

    @property
    def room(self) -> RoomView:
        """Totals, waiting viewers, stock and covariates after the last tick."""
        return view(self._room, self._states, self.now)

    def counters_hash(self) -> str:
        """A fingerprint of all counters: two runs of one session agree on it at every tick."""
        return self._room.hash()

    def snapshot(self) -> Snapshot:
        """A copy of everything that a later tick reads."""
        return copy.deepcopy(
            Snapshot(
                self._room, self._spotlight, self._chat, self._surprises, self._endings, self._book, self._par.tick_s
            )
        )

    def restore(self, snapshot: Snapshot) -> None:
        """Go back (or on) to a snapshot of this scenario; luck and length of a tick stay this audience's own."""
        own = copy.deepcopy(snapshot)
        if own.tick_s != self._par.tick_s:
            own.room.change_pace(own.tick_s, self._par.tick_s)
        self._room, self._spotlight, self._chat, self._surprises = own.room, own.spotlight, own.chat, own.surprises
        self._endings = own.endings
        self._book = own.book if self._outputs.events else None

    def step(self, heard: Sequence[Event]) -> tuple[Event, ...]:
        """Apply what the host said and did since the last tick, in order, and move on by one tick."""
        room, par, states, mood, weather = self._room, self._par, self._states, self._mood, self._weather
        now, events = self.now, self._outputs.events
        stages = [trouble.stage for trouble in room.troubles]
        self._take(heard, now)
        impressions.gather(weather, room.troubles, room.cut, now)
        if events:
            credit.fade(room, par, self._fades, now)
        mind.relax(room, room.products, par, self._fades, weather, now)
        mind.feel(room, room.products, par, weather, mood)
        level, arrival = arrivals(self._scenario.crowd, par, now)
        level *= exp(weather[Effect.ARRIVE])
        opening = self._scenario.crowd.opening_viewers if room.tick == 0 else 0
        online = room.online
        moves = self._step.moves(room, mood, weather, level * par.tick_s, opening)
        causes = Causes(room, mood, weather, par, mind.is_silent(room, par, now))
        sums = self._tally.settle(room, moves, weather, self._book, causes, now)
        told: list[Event] = []
        if events:
            told += troubles(room.troubles, stages, self._plans, self._endings, now)
            came = int(moves.arrivals.sum() + moves.opening.sum())
            if came:
                told.append(ViewersEntered(at=now, count=came, cause=arrival))
            told += counts(room, moves, sums, causes, now)
            if self._outputs.voices:
                told += self._voices.tell(room, moves, sums, causes, now, self._spotlight, self._chat, self._surprises)
        commit(room, moves, states)
        self._tally.after(room, moves, sums, online, now, events)
        likes, follows = self._applause(moves, mood)
        room.tick += 1
        if not events:
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

    def _take(self, heard: Sequence[Event], now: Seconds) -> None:
        """Let the room take in what it heard, and its troubles begin and end."""
        room, par = self._room, self._par
        books = Credit(room) if self._outputs.events and (heard or room.troubles) else None
        for event in heard:
            if self._outputs.events:
                self._endings.take(event, self._choices)
            if isinstance(event, ViewerMuted):
                silence(event, self._spotlight, self._surprises)
            for act in self._inputs.acts(event, room.focus):
                if act.code == Input.MUTE:
                    noticed(self._chat, act.amount, act.at)
                impressions.take(
                    room, room.products, room.heard_points, room.troubles, par,
                    act.code, act.product, act.number, act.amount, act.until, act.at,
                )  # fmt: skip
            if books is not None:
                books.enter(event.at)
        waiting = int(room.counts[:, WAITING : WAITING + TOPICS].sum()) if room.troubles else 0
        impressions.watch(room, room.products, room.troubles, waiting, now)
        if books is not None:
            books.enter(now, Reason.INCIDENT)

    def after_sales(self) -> tuple[OrderRefunded, ...]:
        """The orders whose goods come back, drawn once the session is over; the same each time it is asked."""
        if self._book is None:
            return ()
        end = moment(max(self._room.tick - 1, 0), self._par.tick_s)
        return tuple(
            OrderRefunded(
                at=end,
                order=paid.order.id,
                refund=Money(paid.order.price, self._scenario.currency),
                cause=paid.refund_cause,
            )
            for paid in self._book.refunded(self._luck)
        )

    def _applause(self, moves: Moves, mood: Mood) -> tuple[int, int]:
        """Likes and new followers of this tick, by segment on the counts after all moves."""
        room = self._room
        by_segment = room.counts.sum(axis=1).reshape(SEGMENTS, NODES).sum(axis=1)
        liking, following = self._hazards.like * mood.likes, self._hazards.follow * mood.follows
        drawn = binomial(
            np.concatenate((moves.likes, moves.follows)),
            np.concatenate((by_segment, by_segment)),
            fallings(np.concatenate((liking, following))),
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


def moment(tick: int, tick_s: Seconds) -> Seconds:
    """When a tick happens, in seconds of the session."""
    return round(tick * tick_s, 6)


def arrivals(crowd: Crowd, par: Parameters, now: Seconds) -> tuple[float, Cause]:
    """Expected arrivals per second at this moment, incidents left out, and what brings them (section 7)."""
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
