"""The moves of a tick as lines and orders with a face."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from simulator.audience.causes import Causes
from simulator.audience.chat import Asked, Chat, Line, Writer
from simulator.audience.destinations import destinations, left_cells
from simulator.audience.moment import Moment, going_on, on_screen
from simulator.audience.muting import MUTING, outcry
from simulator.audience.parameters import Parameters
from simulator.audience.philox import Domain, Luck
from simulator.audience.quantile import Counts
from simulator.audience.room import TOPICS, TYPES, WAITING, WATCHING, Room, States
from simulator.audience.sayings import QUESTION, Said, Sayings, address, product_spoken_of, wants_answer
from simulator.audience.spotlight import Cell, Named, Spotlight
from simulator.audience.step import Moves
from simulator.audience.surprises import Surprises, lines_of, spoken
from simulator.audience.tally import Sums
from simulator.audience.wishes import LINES, Rank, Wish, Wishes
from simulator.audience.wording import Wording
from simulator.domain.crowd import (
    Cause,
    CommentPosted,
    CommentsUnseen,
    OrderCancelled,
    OrderPaid,
    OrderPlaced,
    Reason,
    Viewer,
)
from simulator.domain.events import Event
from simulator.domain.scenario import Incident, Scenario, Topic
from simulator.domain.taxonomy import Taxonomy
from simulator.domain.units import Money, Seconds

BEHIND = {"bought": "announced", "haggle": "dear", "doubt": "doubted"}
"""What one has behind him who made such a remark."""
REACTIONS = 4
"""Viewers who react to an incident, besides those who bring it up."""
BACKED = 0.5
"""Chance that somebody else speaks up for one who has insisted twice, where nobody else waits."""
IMPATIENT = 0.4
"""A topic is brought up again after its time, or sooner by up to this share of it."""
_REMINDS, _PATIENCE = 400, 401
"""Purposes in the text domain."""


class Voices:
    """Gives what happened in a tick names and words; reads the room and changes only the spotlight and the chat."""

    def __init__(
        self,
        scenario: Scenario,
        taxonomy: Taxonomy,
        par: Parameters,
        states: States,
        luck: Luck,
        writer: Writer,
        wording: Wording,
        plans: tuple[Incident, ...],
    ) -> None:
        self._scenario = scenario
        self._plans = plans
        self._taxonomy = taxonomy
        self._par = par
        self._states = states
        self._luck = luck
        self._writer = writer
        self._wording = wording
        self._wishes = Wishes(par, states, luck)
        self._sayings = Sayings(scenario, taxonomy, states, luck, writer)
        self._ticks_per_s = round(1 / par.tick_s)

    def tell(
        self,
        room: Room,
        moves: Moves,
        sums: Sums,
        causes: Causes,
        now: Seconds,
        spotlight: Spotlight,
        chat: Chat,
        surprises: Surprises,
    ) -> list[Event]:
        """Lines of the chat, orders with their viewers, surprises; the named move as their cells do."""
        told: list[Event] = list(self._surprises(room, now, spotlight, chat, surprises))
        tick = room.tick
        moment = Moment(
            room=room, now=now, causes=causes, echo_share=moves.echo_share(room.counts),
            waiting=self._waiting_after(room, moves), exits=moves.exits,
            spotlight=spotlight, chat=chat, incident=self._incident(surprises, chat, now),
            par=self._par, states=self._states,
        )  # fmt: skip
        slots = chat.room_for(tick, self._ticks_per_s, self._par.lines_per_s)
        chosen: list[Wish] = []
        if slots and (sums.comments or sums.asked):
            chosen = self._wishes.chosen(slots, tick, room.counts, moves, spotlight, chat)
        lines = [self._remark(moment, wish) for wish in chosen if wish.rank is not Rank.QUESTION]
        moving = left_cells(moves)
        arrived = spotlight.move(
            self._luck,
            tick,
            lambda cell: int(room.counts[cell]),
            lambda cell: destinations(moves, self._states, on_screen(room), cell) if cell in moving else (),
            sums.fates,
            self._par.tick_s,
        )
        _explained(moves, chat)
        strangers: dict[Cell, int] = {}
        for wish in chosen:
            if wish.rank is Rank.QUESTION:
                cell = wish.cell
                if cell not in strangers:
                    asked = int(moves.asked[:, cell[0], cell[1] - WAITING].sum())
                    strangers[cell] = asked - len(arrived.get(cell, ()))
                lines.append(self._ask(moment, wish, arrived.get(cell, []), strangers))
        posted = [line for line in lines if line is not None]
        told += posted
        told += self._orders(room, sums, causes, now, spotlight, arrived)
        unseen = sums.comments + sums.asked - len(posted)
        if unseen:
            room.totals.unseen += unseen
            told.append(CommentsUnseen(at=now, count=unseen))
        told += self._reminders(moment)
        return told

    def _remark(self, moment: Moment, wish: Wish) -> CommentPosted | None:
        """A line that is no question, and what it leaves with its author and with the others."""
        said = self._sayings.remark(moment, wish.cell, wish.turn, wish.author, wish.urge)
        if said is None:
            return None
        tick = moment.room.tick
        author = wish.author or self._named(moment.spotlight, wish.cell, tick)
        if said.kind == QUESTION and said.topic is not None:
            return self._asked(moment, said, author, moment.causes.asked(said.topic), wants=True)
        cause = self._cause(moment, said.kind, author)
        if said.kind in BEHIND:
            author.lived(BEHIND[said.kind])
        if wish.urge is not None:
            author.urge = None
        elif said.topic is not None:
            author.asks(said.topic, said.category.id, tick, said.kind == "follow_up")
        author.speaks(tick)
        if said.kind == "reaction" and moment.incident == MUTING:
            moment.chat.outcries += 1
        elif said.kind == "reaction":
            moment.chat.reactions += 1
        moment.chat.said = (said.kind, author.viewer.id, tick)
        return self._post(moment.chat, tick, moment.now, said, author.viewer, cause, wants=said.wants_answer)

    def _ask(
        self, moment: Moment, wish: Wish, arrived: list[Named], strangers: dict[Cell, int]
    ) -> CommentPosted | None:
        """A question, by one of those who just began to wait; ``strangers`` of each cell are those without a name."""
        tick, cell = moment.room.tick, wish.cell
        here = [named for named in arrived if named.rested(tick, self._par.tick_s)]
        people = len(here) + strangers[cell]
        if not people:
            return None
        line = (address(cell, self._states) * 2 + 1) * LINES + wish.turn
        author = moment.spotlight.author(self._luck, tick, line, here, people)
        said = self._sayings.question(moment, cell, wish.turn, author)
        if said is None:
            return None
        if author is None:
            strangers[cell] -= 1
            author = self._named(moment.spotlight, cell, tick)
        return self._asked(moment, said, author, moment.causes.asked(cell[1] - WAITING), wants=True)

    def _reminders(self, moment: Moment) -> Iterator[Event]:
        """A topic with waiting viewers shows in the chat every few seconds, whatever else goes by."""
        room, chat = moment.room, moment.chat
        for topic, many in enumerate(moment.waiting.sum(axis=0).tolist()):
            if not many:
                chat.topic_shown[topic] = None
                chat.topic_open[topic] = False
                continue
            if chat.in_sight(topic, room.tick, self._par.lines_in_view):
                continue
            u, v = self._luck.pair(room.tick, topic, _REMINDS, Domain.TEXT)
            state = WAITING + topic
            here = [named for named in moment.spotlight.pool if named.state == state]
            known = [each for each in here if each.rested(room.tick, self._par.tick_s) and "pressed" not in each.past]
            author = min(known, key=lambda named: named.spoke) if v * min(many, 2 * len(known)) < len(known) else None
            strangers = moment.waiting[:, topic] - np.bincount([named.kind for named in here], minlength=TYPES)
            if author is None and not strangers.any():  # everybody who waits is known and has said it twice
                heard = [named for named in here if not named.muted]
                if not heard:
                    continue
                backing = self._backing(moment, min(heard, key=lambda named: named.asked_at), u) if v < BACKED else None
                if backing is not None:
                    yield backing
                    continue
                author = min(heard, key=lambda named: named.spoke)
            cell = (author.kind if author is not None else _among(strangers, u), state)
            said = self._sayings.reminder(moment, cell, author, u)
            if said is None:
                continue
            author = author or self._named(moment.spotlight, cell, room.tick)
            yield self._asked(moment, said, author, self._unanswered(moment, topic), wants=not chat.topic_open[topic])

    def _backing(self, moment: Moment, waiting: Named, u: float) -> CommentPosted | None:
        """A reminder by somebody who watches, for one who waits; None where nobody watches who could write now."""
        if waiting.topic is None or waiting.state != WAITING + waiting.topic:
            return None
        tick, spotlight = moment.room.tick, moment.spotlight
        here = [named for named in spotlight.pool if named.state == WATCHING]
        stay = moment.room.counts[:, WATCHING] - moment.exits[:, :, WATCHING].sum(axis=0)
        strangers = np.maximum(stay - np.bincount([named.kind for named in here], minlength=TYPES), 0)
        known = [named for named in here if named.rested(tick, self._par.tick_s)]
        people = len(known) + int(strangers.sum())
        if not people:
            return None
        author = known[int(u * people)] if u * people < len(known) else None
        kind = author.kind if author is not None else _among(strangers, u)
        said = self._sayings.backing(moment, (kind, WATCHING), author, waiting)
        if said is None:
            return None
        author = author or self._named(spotlight, (kind, WATCHING), tick)
        author.speaks(tick)
        return self._raised(moment, said, author, self._unanswered(moment, waiting.topic), wants=False)

    def _orders(
        self,
        room: Room,
        sums: Sums,
        causes: Causes,
        now: Seconds,
        spotlight: Spotlight,
        arrived: dict[Cell, list[Named]],
    ) -> Iterator[Event]:
        """Orders, one event a unit: paid, cancelled, then the new ones with who ordered."""
        for order in sums.paid:
            yield OrderPaid(at=now, order=order.id)
        for order in sums.cancelled:
            yield OrderCancelled(at=now, order=order.id, cause=causes.cancelled())
        for kind, order, from_cart in sums.placed:
            cell = (kind, self._states.ordered + order.product)
            movers = arrived.get(cell)
            named = movers.pop(0) if movers else self._named(spotlight, cell, room.tick)
            named.order = order.number
            named.spoke = room.tick
            yield OrderPlaced(
                at=now,
                order=order.id,
                viewer=named.viewer,
                product=room.products[order.product].id,
                price=Money(order.price, self._scenario.currency),
                cause=causes.ordered(order.product, from_cart),
            )

    def _surprises(
        self, room: Room, now: Seconds, spotlight: Spotlight, chat: Chat, surprises: Surprises
    ) -> Iterator[Event]:
        """Lines of incidents that are open."""
        if not room.troubles:
            return
        for surprise in surprises.due(self._plans, room.troubles, self._taxonomy, now):
            plan = surprise.plan
            if surprise.viewer is not None and surprise.viewer.id in spotlight.muted and not surprise.several:
                continue
            if surprise.viewer is None or surprise.several:
                surprise.viewer = spotlight.stranger(self._luck, self._writer.name)
            product = product_spoken_of(room, self._scenario.products)
            if plan.product is not None:
                product = self._scenario.product(plan.product)
            lines = lines_of(plan, self._scenario, self._taxonomy, self._wording)
            text = self._writer.given(chat, lines, surprise.said, product)
            category = surprise.category
            posted = self._post(
                chat, room.tick, now, Said("", Line(text, text), category, product, category.topic), surprise.viewer,
                Cause(Reason.INCIDENT, surprise.opened),
                wants=wants_answer(category), topic=category.topic, incident=plan.id,
            )  # fmt: skip
            spoken(surprise, now)
            yield posted

    def _asked(self, moment: Moment, said: Said, author: Named, cause: Cause, *, wants: bool) -> CommentPosted:
        """Show a question, or a reminder of one, and remember who asked."""
        chat, tick = moment.chat, moment.room.tick
        assert said.topic is not None
        chat.asked = Asked(said.topic, said.category.id, author.viewer.id, author.viewer.name, tick)
        author.asks(said.topic, said.category.id, tick, said.kind == "follow_up")
        author.speaks(tick)
        return self._raised(moment, said, author, cause, wants=wants)

    def _raised(self, moment: Moment, said: Said, author: Named, cause: Cause, *, wants: bool) -> CommentPosted:
        """Show a line that brings a topic up; how soon another must, if nobody answers, differs each time."""
        chat, tick, topic = moment.chat, moment.room.tick, said.topic
        assert topic is not None
        u, _ = self._luck.pair(tick, topic, _PATIENCE, Domain.TEXT)
        due = tick + round((1 - IMPATIENT * u) * self._par.represent_every_s / self._par.tick_s)
        chat.raised(topic, tick, due, said.category.id)
        waiting = int(moment.waiting[:, topic].sum())
        return self._post(
            chat, tick, moment.now, said, author.viewer, cause, wants=wants, topic=topic, stands_for=max(waiting, 1)
        )

    def _unanswered(self, moment: Moment, topic: int) -> Cause:
        return Cause(Reason.UNANSWERED, moment.room.waiting_since[topic])

    def _post(
        self,
        chat: Chat,
        tick: int,
        now: Seconds,
        said: Said,
        viewer: Viewer,
        cause: Cause,
        *,
        wants: bool,
        topic: Topic | None = None,
        stands_for: int = 1,
        incident: str | None = None,
    ) -> CommentPosted:
        chat.last_line = now
        return CommentPosted(
            at=now,
            id=chat.show(tick, said.line.text, said.line.skeleton, self._par.no_repeat_lines),
            viewer=viewer,
            text=said.line.text,
            category=said.category.id,
            topic=topic,
            product=said.product.id if said.product is not None else None,
            wants_answer=wants,
            priority=said.category.priority if wants else 0,
            expires_at=round(now + said.category.expires, 6),
            stands_for=stands_for,
            cause=cause,
            incident=incident,
        )

    def _cause(self, moment: Moment, kind: str, author: Named) -> Cause:
        """Why a remark was made."""
        since = round(author.since * self._par.tick_s, 6)
        match kind:
            case "thanks" | "follow_on":
                return Cause(Reason.ANSWERED, since)
            case "gave_up":
                return Cause(Reason.UNANSWERED, since)
            case "withdrawn":
                return moment.causes.cancelled()
            case "reaction" if moment.incident == MUTING:
                return Cause(Reason.MUTED, moment.chat.muted_since)
            case "reaction":
                return Cause(Reason.INCIDENT, moment.chat.last_line)
            case "echo" | "reply" | "me_too":
                return Cause(Reason.PEERS, moment.chat.last_line)
        known = {"grumble": "complaint", "troll": "doubt"}.get(kind, kind)
        return moment.causes.commented(known, moment.echo_share, moment.chat.last_line)

    def _incident(self, surprises: Surprises, chat: Chat, now: Seconds) -> str | None:
        """The kind of the incident that goes on, or an unjust muting, where the room still has words for it."""
        kind = going_on(surprises)
        if kind != chat.incident:
            chat.incident, chat.reactions = kind, 0
        if outcry(chat, now) and MUTING in self._wording.reactions:
            return MUTING
        return kind if kind in self._wording.reactions and chat.reactions < REACTIONS else None

    def _named(self, spotlight: Spotlight, cell: Cell, tick: int) -> Named:
        return spotlight.enter(self._luck, cell, tick, self._par.named_at_most, self._writer.name)

    def _waiting_after(self, room: Room, moves: Moves) -> Counts:
        """Waiting viewers by type and topic once the moves are committed."""
        topics = slice(WAITING, WAITING + TOPICS)
        waiting = room.counts[:, topics] + moves.asked.sum(axis=0) - moves.resolved.sum(axis=0)
        if moves.any_exit:
            waiting = waiting - moves.exits[:, :, topics].sum(axis=0)
        return np.asarray(waiting)


def _among(people: Counts, u: float) -> int:
    """The type of one of these people."""
    return int(np.searchsorted(np.cumsum(people), u * people.sum(), side="right"))


def _explained(moves: Moves, chat: Chat) -> None:
    """Note which topics the host has just answered to somebody."""
    if not moves.resolved.any():
        return
    for topic in np.flatnonzero(moves.resolved.sum(axis=(0, 1))).tolist():
        chat.topic_explained[topic] = True
        if chat.asked is not None and chat.asked.topic == topic:
            chat.asked = None
