"""The moves of a tick as lines and orders with a face."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from simulator.audience.causes import Causes
from simulator.audience.chat import Chat, Line, Writer
from simulator.audience.destinations import destinations
from simulator.audience.parameters import Parameters
from simulator.audience.philox import Domain, Luck
from simulator.audience.quantile import Counts
from simulator.audience.remarks import kind_of
from simulator.audience.room import CART, NOTHING, TOPICS, WAITING, WATCHING, Room, States
from simulator.audience.spotlight import Cell, Named, Spotlight
from simulator.audience.step import Moves
from simulator.audience.surprises import Surprises, lines_of, spoken
from simulator.audience.tally import Sums
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
from simulator.domain.scenario import Incident, Product, Scenario, Topic
from simulator.domain.taxonomy import CommentCategory, CommentKind, Taxonomy
from simulator.domain.units import Money, Seconds

_ORDER_OF_LINES, _KIND, _WHO = 100, 200, 300
"""Purposes in the text domain; each line of a cell takes the next."""
_REMINDS = 400


@dataclass(frozen=True, slots=True)
class Wish:
    """A line somebody wants to write; smaller ``rank`` is shown first."""

    rank: tuple[int, float]
    kind: int
    state: int
    """Where its author is before the tick; for a question, where asking leads."""
    turn: int


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
        waiting = self._waiting_after(room, moves)
        slots = chat.room_for(tick, self._ticks_per_s, self._par.lines_per_s)
        chosen: list[Wish] = []
        if slots and (sums.comments or sums.asked):
            wishes = sorted(self._wishes(tick, moves), key=lambda wish: wish.rank)
            chosen = wishes[:slots]
        posted = 0
        for wish in chosen:
            if wish.rank[0] > 0:
                line = self._remark(room, moves, causes, now, spotlight, chat, wish)
                if line is not None:
                    told.append(line)
                    posted += 1
        arrived = spotlight.move(
            self._luck,
            tick,
            lambda cell: int(room.counts[cell]),
            lambda cell: destinations(moves, self._states, room.focus, cell),
            sums.fates,
        )
        for wish in chosen:
            if wish.rank[0] == 0:
                topic = Topic(wish.state - WAITING)
                candidates = arrived.get((wish.kind, wish.state), [])
                among = int(moves.asked[:, wish.kind, topic].sum())
                asked = self._ask(
                    room, now, spotlight, chat, topic, wish, candidates, among, int(waiting[:, topic].sum()), causes
                )
                if asked is not None:
                    told.append(asked)
                    posted += 1
        told += self._orders(room, sums, causes, now, spotlight, arrived)
        unseen = sums.comments + sums.asked - posted
        if unseen:
            room.totals.unseen += unseen
            told.append(CommentsUnseen(at=now, count=unseen))
        told += self._reminders(room, now, spotlight, chat, waiting)
        return told

    def _wishes(self, tick: int, moves: Moves) -> Iterator[Wish]:
        """Everybody who wants to write now; of a crowded cell no more than could be shown."""
        most = self._par.lines_per_s
        asked = moves.asked.sum(axis=0)
        cells = [
            (kind, WAITING + topic, int(asked[kind, topic]), 0) for kind, topic in zip(*np.nonzero(asked), strict=True)
        ]
        for kind, state in zip(*np.nonzero(moves.comments), strict=True):
            bought = state >= self._states.ordered
            cells.append((kind, state, int(moves.comments[kind, state]), 1 if bought else 2))
        for kind, state, many, order in cells:
            cell = int(kind) * self._states.count + int(state)
            for turn in range(min(many, most)):
                u, _ = self._luck.pair(tick, cell, _ORDER_OF_LINES + 8 * order + turn, Domain.TEXT)
                yield Wish((order, u), int(kind), int(state), turn)

    def _remark(
        self,
        room: Room,
        moves: Moves,
        causes: Causes,
        now: Seconds,
        spotlight: Spotlight,
        chat: Chat,
        wish: Wish,
    ) -> CommentPosted | None:
        """A line that is no question."""
        cell: Cell = (wish.kind, wish.state)
        number = wish.kind * self._states.count + wish.state
        u, _ = self._luck.pair(room.tick, number, _KIND + wish.turn, Domain.TEXT)
        kind = kind_of(u, wish.state, self._states, room, self._par)
        product = self._product(room, wish.state)
        line = self._writer.remark(chat, kind, product)
        if line is None:
            return None
        topic = wish.state - WAITING if WAITING <= wish.state < CART else None
        category = self._category(line, chat, topic if kind == "follow_up" else None)
        if category is None:
            return None
        here = [named for named in spotlight.at(cell) if named.spoke != room.tick]
        author = spotlight.author(
            self._luck, room.tick, number * 8 + wish.turn, here, int(room.counts[cell]),
            lambda: self._named(spotlight, cell, room.tick),
        )  # fmt: skip
        wants = kind in ("complaint", "show") and wants_answer(category)
        cause = causes.commented(kind, moves.echo_share, chat.last_line)
        return self._post(chat, room.tick, now, line, author.viewer, category, product, cause, wants=wants)

    def _ask(
        self,
        room: Room,
        now: Seconds,
        spotlight: Spotlight,
        chat: Chat,
        topic: Topic,
        wish: Wish,
        candidates: list[Named],
        among: int,
        waiting: int,
        causes: Causes,
    ) -> CommentPosted | None:
        """A question, by one of those who just began to wait."""
        product = self._product(room, wish.state)
        line = self._writer.question(chat, topic, product)
        category = self._category(line, chat, None) if line is not None else None
        if line is None or category is None:
            return None
        cell = (wish.kind, wish.state)
        author = spotlight.author(
            self._luck, room.tick, (wish.kind * self._states.count + wish.state) * 8 + wish.turn, candidates, among,
            lambda: self._named(spotlight, cell, room.tick),
        )  # fmt: skip
        if author in candidates:
            candidates.remove(author)
        chat.raised(topic, room.tick, category.id)
        return self._post(
            chat, room.tick, now, line, author.viewer, category, product, causes.asked(topic),
            wants=True, topic=topic, stands_for=max(waiting, 1),
        )  # fmt: skip

    def _reminders(
        self, room: Room, now: Seconds, spotlight: Spotlight, chat: Chat, waiting: Counts
    ) -> Iterator[Event]:
        """A topic with waiting viewers shows in the chat every few seconds, whatever else goes by."""
        every = round(self._par.represent_every_s / self._par.tick_s)
        for topic in Topic:
            column = waiting[:, topic]
            many = int(column.sum())
            if not many:
                chat.topic_shown[topic] = None
                chat.topic_open[topic] = False
                continue
            if chat.in_sight(topic, room.tick, every, self._par.lines_in_view):
                continue
            product = self._product(room, WAITING + topic)
            again = chat.topic_open[topic]
            line = self._writer.remark(chat, "follow_up", product) if again else None
            category = self._category(line, chat, topic) if line is not None else None
            if line is None or category is None:
                line = self._writer.question(chat, topic, product)
                category = self._category(line, chat, None) if line is not None else None
            if line is None or category is None:
                continue
            u, v = self._luck.pair(room.tick, topic, _REMINDS, Domain.TEXT)
            known = [named for named in spotlight.pool if named.state == WAITING + topic]
            if known:
                author = known[min(int(v * len(known)), len(known) - 1)]
                author.spoke = room.tick
            else:
                kind = int(np.searchsorted(np.cumsum(column), u * many, side="right"))
                author = self._named(spotlight, (kind, WAITING + topic), room.tick)
            chat.raised(topic, room.tick, category.id)
            cause = Cause(Reason.UNANSWERED, room.waiting_since[topic])
            yield self._post(
                chat, room.tick, now, line, author.viewer, category, product, cause,
                wants=not again, topic=topic, stands_for=many,
            )  # fmt: skip

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
            if surprise.viewer is None or surprise.several:
                surprise.viewer = spotlight.stranger(self._luck, self._writer.name)
            product = self._product(room, WATCHING)
            if plan.product is not None:
                product = self._scenario.product(plan.product)
            lines = lines_of(plan, self._scenario, self._taxonomy, self._wording)
            text = self._writer.given(chat, lines, surprise.said, product)
            line = Line(text, self._writer.as_skeleton(text, surprise.category.id))
            posted = self._post(
                chat, room.tick, now, line, surprise.viewer, surprise.category, product,
                Cause(Reason.INCIDENT, surprise.opened),
                wants=wants_answer(surprise.category), topic=surprise.category.topic, incident=plan.id,
            )  # fmt: skip
            spoken(surprise, now)
            yield posted

    # -------------------------------------------------------------------------------- parts

    def _post(
        self,
        chat: Chat,
        tick: int,
        now: Seconds,
        line: Line,
        viewer: Viewer,
        category: CommentCategory,
        product: Product | None,
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
            id=chat.show(tick, line.text, line.fallback, self._par.no_repeat_lines),
            viewer=viewer,
            text=line.text,
            category=category.id,
            topic=topic,
            product=product.id if product is not None else None,
            wants_answer=wants,
            priority=category.priority if wants else 0,
            expires_at=round(now + category.expires, 6),
            stands_for=stands_for,
            cause=cause,
            incident=incident,
        )

    def _named(self, spotlight: Spotlight, cell: Cell, tick: int) -> Named:
        return spotlight.enter(self._luck, cell, tick, self._par.named_at_most, self._writer.name)

    def _category(self, line: Line, chat: Chat, topic: int | None) -> CommentCategory | None:
        """The category of a line; of a reminder, that of the question it reminds of."""
        asked = chat.topic_category[topic] if topic is not None else None
        return self._taxonomy.categories.get(asked or line.skeleton.category)

    def _product(self, room: Room, state: int) -> Product | None:
        """The product a line is about: the one in the cart or ordered, else the one on screen."""
        products = self._scenario.products
        if CART <= state < self._states.buyer:
            return products[(state - CART) % len(products)]
        number = room.focus if room.focus != NOTHING else room.last_focus
        if number == NOTHING:
            return products[0] if products else None
        return products[number]

    def _waiting_after(self, room: Room, moves: Moves) -> Counts:
        """Waiting viewers by type and topic once the moves are committed."""
        topics = slice(WAITING, WAITING + TOPICS)
        waiting = room.counts[:, topics] + moves.asked.sum(axis=0) - moves.resolved.sum(axis=0)
        if moves.any_exit:
            waiting = waiting - moves.exits[:, :, topics].sum(axis=0)
        return np.asarray(waiting)


def wants_answer(category: CommentCategory) -> bool:
    """Whether a comment of this category asks something of the host."""
    if category.kind in (CommentKind.QUESTION, CommentKind.REQUEST, CommentKind.TRAP):
        return True
    return category.kind is CommentKind.ADVERSE and bool(category.answer_keys)
