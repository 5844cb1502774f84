"""What a person says at a moment: the kind of line, its truth for the scorer, and its words."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.audience.chat import Line, Saying, Writer
from simulator.audience.moment import Moment, spoken_of
from simulator.audience.philox import Domain, Luck
from simulator.audience.remarks import RARE, kind_of, place
from simulator.audience.room import CART, WAITING, Room, States
from simulator.audience.spotlight import Cell, Named, segment_of
from simulator.audience.wording import KINDS, WANTING
from simulator.domain.scenario import Product, Scenario, Topic
from simulator.domain.taxonomy import CommentCategory, CommentKind, Taxonomy

JOINS_IN = 0.5
"""Share of reminders of a topic by somebody new that join in the question instead of asking it once more."""
CROSS_BORDER = "XB"
"""The group of scenarios whose comments are mixed as those of a cross-border room."""
INSISTS_AFTER_S = 8.0
"""Nobody repeats his question sooner than this."""
_KIND, _CATEGORY = 200, 216
"""Purposes in the text domain; each line of a cell takes the next."""


@dataclass(frozen=True, slots=True)
class Said:
    """A line and the truth about it."""

    kind: str
    """Of ``KINDS``; "question" for one."""
    line: Line
    category: CommentCategory
    product: Product | None
    topic: Topic | None
    """What its author asks, or asked."""

    @property
    def wants_answer(self) -> bool:
        return (self.kind == QUESTION or self.kind in WANTING) and wants_answer(self.category)


QUESTION = "question"


class Sayings:
    """Chooses what is said, by address, and has it put into words."""

    def __init__(self, scenario: Scenario, taxonomy: Taxonomy, states: States, luck: Luck, writer: Writer) -> None:
        self._products = scenario.products
        self._categories = taxonomy.categories
        self._states = states
        self._luck = luck
        self._writer = writer
        shares = {
            each.id: each.share_cross_border if scenario.group == CROSS_BORDER else each.share_farm
            for each in taxonomy.categories.values()
        }
        self._rare = {kind: shares.get(KINDS[kind], 0.0) for kind in RARE}
        self._questions = {
            topic: [
                (each, shares[each.id])
                for each in taxonomy.categories.values()
                if each.topic is topic and each.kind is CommentKind.QUESTION
            ]
            for topic in Topic
        }

    def remark(self, moment: Moment, cell: Cell, turn: int, author: Named | None, urge: str | None) -> Said | None:
        """A line that is no question; it refers to its author's past, or to what others just wrote."""
        state = cell[1] if author is None else author.state
        segment = segment_of(cell[0] if author is None else author.kind)
        asker, remark = moment.asker(author), moment.remark(author)
        kind, v = urge, 0.0
        if kind is None:
            u, v = self._luck.pair(moment.room.tick, address(cell, self._states), _KIND + turn, Domain.TEXT)
            past = ("seen", *author.past) if author is not None and not author.fresh else ()
            kind = kind_of(
                u, place(state, self._states), segment, moment.mood, self._rare, past,
                echo=moment.echo_share if remark else 0.0, without=() if asker else ("reply",),
            )  # fmt: skip
        if kind == "follow_up":
            topic = Topic(state - WAITING)
            if author is not None and author.topic == topic and moment.since(author.asked_at) < INSISTS_AFTER_S:
                kind = "chat"
            elif not moment.chat.topic_open[topic]:
                return self._question(moment, (cell[0] if author is None else author.kind, state), author, v)
            else:
                return self._joining(moment, state, segment, topic, author)
        if kind == "follow_on" and author is not None and author.topic is not None:
            return self._about(moment, kind, state, segment, Topic(author.topic), author)
        more: tuple[str, ...] = ()
        if urge is not None and author is not None and author.topic is not None:
            more = moment.explained(author.topic, author.category)
        given: dict[str, str] = {}
        if kind == "reply" and asker is not None:
            more, given = moment.explained(asker.topic, asker.category), {"who": asker.name}
        elif kind == "echo" and remark is not None:
            more = (remark,)
        line = self._written(moment, kind, state, segment, author, more, given)
        category = self._categories.get(KINDS[kind])
        if line is None or category is None:
            return None
        return Said(kind, line, category, self._product(moment.room, state), None)

    def question(self, moment: Moment, cell: Cell, turn: int, author: Named | None) -> Said | None:
        """A question of the topic whose answer its author waits for."""
        _, u = self._luck.pair(moment.room.tick, address(cell, self._states), _CATEGORY + turn, Domain.TEXT)
        return self._question(moment, cell, author, u)

    def reminder(self, moment: Moment, cell: Cell, author: Named | None, u: float) -> Said | None:
        """A line that brings a topic back: its own question insisted on or joined in, or a question once more."""
        topic = Topic(cell[1] - WAITING)
        own = author is not None and author.topic == topic
        if moment.chat.topic_open[topic] and (own or u < JOINS_IN):
            return self._joining(moment, cell[1], segment_of(cell[0]), topic, author)
        return self._question(moment, cell, author, u)

    def backing(self, moment: Moment, cell: Cell, author: Named | None, waiting: Named) -> Said | None:
        """A word of somebody who waits for nothing for one who has asked often enough."""
        category = self._categories.get(waiting.category)
        if category is None or waiting.topic is None:
            return None
        line = self._written(
            moment, "backing", cell[1], segment_of(cell[0]), author,
            moment.explained(waiting.topic, category.id), {"who": waiting.viewer.name},
        )  # fmt: skip
        if line is None:
            return None
        return Said("backing", line, category, self._product(moment.room, cell[1]), Topic(waiting.topic))

    def _joining(self, moment: Moment, state: int, segment: str, topic: Topic, author: Named | None) -> Said | None:
        """One's own question insisted on, or another's joined in."""
        own = author is not None and author.topic == topic
        return self._about(moment, "follow_up" if own else "me_too", state, segment, topic, author)

    def _about(
        self, moment: Moment, kind: str, state: int, segment: str, topic: Topic, author: Named | None
    ) -> Said | None:
        """A remark on a question: it belongs to the category of that question."""
        own = author is not None and author.topic == topic
        id = author.category if author is not None and own else moment.chat.topic_category[topic] or ""
        category = self._categories.get(id) or self._category(topic, 0.0)
        if category is None:
            return None
        line = self._written(moment, kind, state, segment, author, moment.explained(topic, category.id), {})
        if line is None:
            return None
        return Said(kind, line, category, self._product(moment.room, state), topic)

    def _question(self, moment: Moment, cell: Cell, author: Named | None, u: float) -> Said | None:
        """A question; who was answered before asks on."""
        topic = Topic(cell[1] - WAITING)
        category = self._category(topic, u)
        if category is None:
            return None
        product = self._product(moment.room, cell[1])
        again = author is not None and author.category == category.id
        more = moment.explained(topic, category.id) if again else ()
        saying = Saying(
            kind=QUESTION, topic=topic, category=category.id, product=product, segment=segment_of(cell[0]),
            circumstances=moment.circumstances(cell[1], author, *more), person=moment.person(author),
        )  # fmt: skip
        line = self._writer.line(moment.chat, saying)
        return None if line is None else Said(QUESTION, line, category, product, topic)

    def _written(
        self,
        moment: Moment,
        kind: str,
        state: int,
        segment: str,
        author: Named | None,
        more: tuple[str, ...],
        given: dict[str, str],
    ) -> Line | None:
        saying = Saying(
            kind=f"{kind} {moment.incident}" if kind == "reaction" else kind, topic=None, category=KINDS[kind],
            product=self._product(moment.room, state), segment=segment,
            circumstances=moment.circumstances(state, author, *more), person=moment.person(author), given=given,
        )  # fmt: skip
        return self._writer.line(moment.chat, saying)

    def _category(self, topic: Topic, u: float) -> CommentCategory | None:
        """The category of a question of this topic, by the taxonomy's shares."""
        options = self._questions[topic]
        goal = u * sum(share for _, share in options)
        for category, share in options:
            goal -= share
            if goal < 0:
                return category
        return options[0][0] if options else None

    def _product(self, room: Room, state: int) -> Product | None:
        """The product a line is about: the one in the cart or ordered, else the one on screen."""
        if CART <= state < self._states.buyer:
            return self._products[(state - CART) % len(self._products)]
        return product_spoken_of(room, self._products)


def product_spoken_of(room: Room, products: tuple[Product, ...]) -> Product | None:
    """The product on screen, else the one that was there last, else the first."""
    number = spoken_of(room) or 0
    return products[number] if products else None


def address(cell: Cell, states: States) -> int:
    """A cell as one number."""
    return cell[0] * states.count + cell[1]


def wants_answer(category: CommentCategory) -> bool:
    """Whether a comment of this category asks something of the host."""
    if category.kind in (CommentKind.QUESTION, CommentKind.REQUEST, CommentKind.TRAP):
        return True
    return category.kind is CommentKind.ADVERSE and bool(category.answer_keys)
