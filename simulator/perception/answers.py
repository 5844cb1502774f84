"""Questions of viewers that were answered: the keys of the taxonomy heard while the question was open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from simulator.domain.crowd import CommentPosted
from simulator.domain.desk import DemonstrationMarked
from simulator.domain.findings import QuestionAnswered, RuleBroken
from simulator.domain.scenario import Product, Scenario
from simulator.domain.taxonomy import CommentCategory, Taxonomy
from simulator.domain.units import Seconds, Span
from simulator.perception.answer_keys import Heard, Said, complete, heard, key_for, together
from simulator.perception.room import Room
from simulator.perception.wording import Phrase

SHARED: Seconds = 45.0
"""A comment of the same category this soon after the answered one shares its answer (taxonomy, ``matching``)."""
PASSAGE: Seconds = 30.0
"""An answer may run over the phrases of this long (ours: two or three phrases)."""
DEMONSTRATED: Seconds = 45.0
"""A demonstration answers a request for one within this long (taxonomy, ``scorer_check``)."""
FORBIDDEN_COSTS = 0.5
LATE: Seconds = 600.0
"""An expired question is kept this long beside a host who says nothing: a recogniser may be behind, but not so far."""


@dataclass(slots=True)
class _Open:
    """Open questions of one category about one product, and what was heard of their answer."""

    comments: list[CommentPosted] = field(default_factory=list)
    heard: Heard = field(default_factory=dict)


class AnswerListener:
    """Keeps the open questions and tells when the passage just heard answers them.

    An answer counts once every required key was heard within ``PASSAGE``; nothing is said of half an answer.
    """

    def __init__(self, scenario: Scenario, taxonomy: Taxonomy) -> None:
        self._scenario = scenario
        self._taxonomy = taxonomy
        self._keys = {
            (category.id, product.id): [key_for(key, product) for key in category.answer_keys]
            for category in taxonomy.categories.values()
            for product in scenario.products
        }
        self._open: dict[tuple[str, str | None], _Open] = {}
        self._answered: dict[str, tuple[Seconds, QuestionAnswered]] = {}
        self._broken: list[tuple[Seconds, str]] = []

    @property
    def wordings(self) -> list[str]:
        return [wording for keys in self._keys.values() for key in keys for wording in key.wordings]

    def posted(self, comment: CommentPosted) -> Iterator[QuestionAnswered]:
        """A new comment: it waits, or shares the answer its category just got."""
        if not comment.wants_answer or comment.category not in self._taxonomy.categories:
            return
        asked, answer = self._answered.get(comment.category, (float("-inf"), None))
        if answer is not None and comment.at - asked <= SHARED:
            yield QuestionAnswered(
                at=comment.at, said=answer.said, topic=comment.topic, category=comment.category,
                comments=(comment.id,), quality=answer.quality, quote=answer.quote, keys=answer.keys, waited=(0.0,),
            )  # fmt: skip
            return
        waiting = self._open.setdefault((comment.category, comment.product), _Open()).comments
        waiting.append(comment)
        while waiting[0].expires_at < comment.at - LATE:
            del waiting[0]

    def demonstrated(self, mark: DemonstrationMarked) -> Iterator[QuestionAnswered]:
        """A demonstration answers the requests for one that are still fresh."""
        for (category, product), waiting in list(self._open.items()):
            if self._taxonomy.categories[category].answer_keys or category != "demo_request":
                continue
            comments = [comment for comment in waiting.comments if 0 <= mark.at - comment.at <= DEMONSTRATED]
            if comments:
                del self._open[category, product]
                yield self._answer(mark.at, Span(mark.since, mark.at), comments, 1.0, "")

    def hear(self, said_now: Said, room: Room, broken: Sequence[RuleBroken]) -> Iterator[QuestionAnswered]:
        """Questions the phrase, with those just before it, answers."""
        phrase = said_now.phrase
        self._broken = [each for each in self._broken if phrase.said.end - each[0] <= PASSAGE]
        self._broken += [(each.said.end, each.category) for each in broken]
        for (category_id, product_id), waiting in list(self._open.items()):
            waiting.comments = [each for each in waiting.comments if each.expires_at >= phrase.said.start]
            if not waiting.comments:
                del self._open[category_id, product_id]
                continue
            product = self._product(product_id, room, phrase)
            keys = self._keys[category_id, product.id]
            asked = min(comment.at for comment in waiting.comments)
            waiting.heard = {
                at: found for at, found in waiting.heard.items() if phrase.said.end - found[0].end <= PASSAGE
            }
            for at, key in enumerate(keys):
                found = heard(key, product, said_now, self._scenario.language)
                if found is not None and found[0].end > asked:
                    waiting.heard[at] = found
            if not complete(keys, waiting.heard):
                continue
            said, quote = together(waiting.heard)
            comments = [comment for comment in waiting.comments if comment.at < said.end]
            if not comments:
                continue
            quality = self._quality(self._taxonomy.categories[category_id], said)
            named = tuple(dict.fromkeys(keys[at].name for at in sorted(waiting.heard)))
            answer = self._answer(phrase.at, said, comments, quality, quote, named)
            self._answered[category_id] = (max(comment.at for comment in comments), answer)
            left = [comment for comment in waiting.comments if comment not in comments]
            if left:
                waiting.comments, waiting.heard = left, {}
            else:
                del self._open[category_id, product_id]
            yield answer

    def _product(self, id: str | None, room: Room, phrase: Phrase) -> Product:
        if id is not None:
            return self._scenario.product(id)
        return room.product_at(phrase.said.start) or self._scenario.products[0]

    def _quality(self, category: CommentCategory, said: Span) -> float:
        """All required keys, less half for each forbidden category hit in the passage (rubric C3)."""
        hit = {id for at, id in self._broken if id in category.forbidden and at >= said.start - 1}
        return max(0.0, 1.0 - FORBIDDEN_COSTS * len(hit))

    @staticmethod
    def _answer(
        at: Seconds,
        said: Span,
        comments: Sequence[CommentPosted],
        quality: float,
        quote: str,
        keys: tuple[str, ...] = (),
    ) -> QuestionAnswered:
        return QuestionAnswered(
            at=at, said=said, topic=comments[0].topic, category=comments[0].category,
            comments=tuple(comment.id for comment in comments), quality=quality, quote=quote, keys=keys,
            waited=tuple(round(max(0.0, said.start - comment.at), 3) for comment in comments),
        )  # fmt: skip
