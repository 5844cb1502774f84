"""Two sessions beside each other: their clocks, their levels, and what was said of the same thing in each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from simulator.domain.crowd import CommentPosted
from simulator.domain.findings import FactTold, PriceTold, PriceVerdict, QuestionAnswered
from simulator.domain.judgement import Judgement, Scorecard
from simulator.domain.rubric import Criterion, Rubric
from simulator.domain.scenario import Product
from simulator.domain.session import SessionLog
from simulator.domain.units import Seconds, Span
from simulator.metrics.presenting import explained, segments
from simulator.scoring import JudgedMark, judged_marks

# ------------------------------------------------------------------------------------ one clock


class AnchorKind(StrEnum):
    """What two clocks are laid upon each other by."""

    LIVE = "live"
    """Going live."""
    SEGMENT = "segment"
    """The beginning of a segment of the run of show."""
    PRODUCT = "product"
    """When a product was first explained."""
    SAID = "said"
    """Something that was said in both."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A moment both sessions have."""

    kind: AnchorKind
    id: str = ""
    name: str = ""
    """As the scenario words it."""
    one: Seconds = 0.0
    two: Seconds = 0.0


@dataclass(frozen=True, slots=True)
class Clocks:
    """Two sessions on one clock that begins with whichever begins first; all in seconds."""

    lead_one: Seconds
    """When the first session went live on the common clock."""
    lead_two: Seconds
    length: Seconds
    """Until the later of both ends."""

    @classmethod
    def at(cls, anchor: Anchor, one: Seconds, two: Seconds) -> Clocks:
        """Lay the anchor's moments upon each other; ``one`` and ``two`` are how long the sessions are."""
        apart = anchor.two - anchor.one
        first, second = max(0.0, apart), max(0.0, -apart)
        return cls(first, second, max(one + first, two + second))

    @property
    def leads(self) -> tuple[Seconds, Seconds]:
        """When each session went live on the common clock."""
        return self.lead_one, self.lead_two

    def own(self, at: Seconds) -> tuple[Seconds, Seconds]:
        """A moment of the common clock on each session's own; below 0 before it went live."""
        return at - self.lead_one, at - self.lead_two


def anchors(one: SessionLog, two: SessionLog) -> tuple[Anchor, ...]:
    """What the clocks can be laid upon each other by: going live, segments, products; in the order of the first."""
    found = [Anchor(kind=AnchorKind.LIVE)]
    names = {segment.id: segment.name for segment in one.scenario.run_of_show}
    begun = (
        _first((span.start, id) for span, id in segments(one)),
        _first((span.start, id) for span, id in segments(two)),
    )
    shared = [id for id in begun[0] if id in begun[1]]
    if len(shared) > 1:  # every stream begins in its first segment: that alone is going live
        found += [
            Anchor(kind=AnchorKind.SEGMENT, id=id, name=names.get(id, id), one=begun[0][id], two=begun[1][id])
            for id in shared
        ]
    known = same_products(one, two)
    shown = (
        _first((span.start, id) for span, id in explained(one)),
        _first((span.start, id) for span, id in explained(two)),
    )
    found += [
        Anchor(kind=AnchorKind.PRODUCT, id=id, name=known[id].name, one=shown[0][id], two=shown[1][id])
        for id in shown[0]
        if id in shown[1] and id in known
    ]
    return tuple(found)


def same_products(one: SessionLog, two: SessionLog) -> dict[str, Product]:
    """Products both sessions sell, by id, as the first has them."""
    others = {product.id: product.name for product in two.scenario.products}
    return {product.id: product for product in one.scenario.products if others.get(product.id) == product.name}


def _first(moments: Iterable[tuple[Seconds, str]]) -> dict[str, Seconds]:
    found: dict[str, Seconds] = {}
    for at, id in sorted(moments):
        found.setdefault(id, at)
    return found


# ------------------------------------------------------------------------------------ levels


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionPair:
    """One criterion in both."""

    criterion: Criterion
    one: JudgedMark | None
    """None where it was not marked there."""
    two: JudgedMark | None
    same: bool
    """Both were marked by the same wording, measure and cuts; else their levels are not comparable."""

    @property
    def difference(self) -> int | None:
        """Levels up (or, below 0, down) from the first to the second; None where there is nothing to compare."""
        if not self.same or self.one is None or self.two is None:
            return None
        before, after = self.one.level, self.two.level
        return None if before is None or after is None else after - before


@dataclass(frozen=True, slots=True)
class Side:
    """A session's marks with what instructors said of them."""

    card: Scorecard
    judgement: Judgement
    rubric: Rubric


def criterion_pairs(one: Side, two: Side) -> tuple[CriterionPair, ...]:
    """Every criterion that was marked in either, in the order of the second's rubric."""
    first = {each.mark.criterion: each for each in judged_marks(one.card, one.judgement)}
    second = {each.mark.criterion: each for each in judged_marks(two.card, two.judgement)}
    before = {criterion.id: criterion for criterion in one.rubric.criteria}
    after = {criterion.id: criterion for criterion in two.rubric.criteria}
    pairs: list[CriterionPair] = []
    for id, criterion in (after | {id: each for id, each in before.items() if id not in after}).items():
        if id not in first and id not in second:
            continue
        same = id in before and id in after and _measures(before[id]) == _measures(after[id])
        pairs.append(CriterionPair(criterion=criterion, one=first.get(id), two=second.get(id), same=same))
    return tuple(pairs)


def _measures(criterion: Criterion) -> tuple[object, ...]:
    """What makes a level of one version worth as much as that of another; its weight does not."""
    return criterion.metric, criterion.unit, criterion.bands, dict(criterion.bands_by_language)


# ------------------------------------------------------------------------------------ what was said


class TopicKind(StrEnum):
    """What is told of."""

    FACT = "fact"
    PRICE = "price"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Telling:
    """Something that was said, when, and in which words."""

    span: Span
    quote: str
    verdict: PriceVerdict | None = None
    """Of a price."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldPair:
    """One fact, price or kind of question, and every time it was told in each session."""

    kind: TopicKind
    product: str
    """Its id; "" for questions."""
    id: str
    """Of the fact or the kind of question; "" for a price."""
    one: tuple[Telling, ...] = ()
    two: tuple[Telling, ...] = ()
    asked_one: int = 0
    """Questions of this kind that viewers put."""
    asked_two: int = 0

    @property
    def both(self) -> bool:
        return bool(self.one) and bool(self.two)


def told_pairs(one: SessionLog, two: SessionLog) -> tuple[ToldPair, ...]:
    """Facts in the order of the cards, those told in neither too; then prices; then questions, the most asked first."""
    return (*_facts(one, two), *_prices(one, two), *_questions(one, two))


def _facts(one: SessionLog, two: SessionLog) -> Iterator[ToldPair]:
    told = _facts_of(one), _facts_of(two)
    keys = dict.fromkeys(
        (product.id, fact.id) for log in (one, two) for product in log.scenario.products for fact in product.facts
    )
    for key in keys:
        yield ToldPair(
            kind=TopicKind.FACT,
            product=key[0],
            id=key[1],
            one=tuple(told[0].get(key, ())),
            two=tuple(told[1].get(key, ())),
        )


def _facts_of(log: SessionLog) -> Mapping[tuple[str, str], list[Telling]]:
    found: dict[tuple[str, str], list[Telling]] = {}
    for event in log.only(FactTold):
        found.setdefault((event.product, event.fact), []).append(Telling(event.said, event.quote))
    return found


def _prices(one: SessionLog, two: SessionLog) -> Iterator[ToldPair]:
    told = _prices_of(one), _prices_of(two)
    for product in dict.fromkeys(each.id for log in (one, two) for each in log.scenario.products):
        yield ToldPair(
            kind=TopicKind.PRICE,
            product=product,
            id="",
            one=tuple(told[0].get(product, ())),
            two=tuple(told[1].get(product, ())),
        )


def _prices_of(log: SessionLog) -> Mapping[str, list[Telling]]:
    """Asking prices; a price of elsewhere or of before is none."""
    found: dict[str, list[Telling]] = {}
    for event in log.only(PriceTold):
        if event.product is not None and event.verdict is not PriceVerdict.COMPARISON:
            found.setdefault(event.product, []).append(Telling(event.said, event.quote, event.verdict))
    return found


def _questions(one: SessionLog, two: SessionLog) -> Iterator[ToldPair]:
    asked = _asked(one), _asked(two)
    answered = _answered(one), _answered(two)
    together = asked[0] + asked[1]
    kinds = dict.fromkeys((*together, *answered[0], *answered[1]))
    for category in sorted(kinds, key=lambda each: (-together[each], each)):
        yield ToldPair(
            kind=TopicKind.QUESTION,
            product="",
            id=category,
            one=tuple(answered[0].get(category, ())),
            two=tuple(answered[1].get(category, ())),
            asked_one=asked[0][category],
            asked_two=asked[1][category],
        )


def _asked(log: SessionLog) -> Counter[str]:
    return Counter(event.category for event in log.only(CommentPosted) if event.wants_answer)


def _answered(log: SessionLog) -> Mapping[str, list[Telling]]:
    found: dict[str, list[Telling]] = {}
    for event in log.only(QuestionAnswered):
        found.setdefault(event.category, []).append(Telling(event.said, event.quote))
    return found
