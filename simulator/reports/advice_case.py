"""A mark that could be better, and the words a trainee is told of it in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.domain.compliance import RulePack
from simulator.domain.crowd import CommentPosted
from simulator.domain.judgement import Evidence, Mark
from simulator.domain.rubric import Criterion
from simulator.domain.scenario import FactKind, Product
from simulator.domain.session import SessionLog
from simulator.domain.units import Seconds, Text
from simulator.metrics.presenting import explained
from simulator.reports.figures import found
from simulator.reports.wording_advice import ADVICE, SAY

LANGUAGES = ("zh", "en")
FEW_PARTS = 2
"""Things missing that one sentence may name."""


@dataclass(frozen=True, slots=True)
class Case:
    """A mark that could be better, and what is known of its session."""

    mark: Mark
    criterion: Criterion
    log: SessionLog
    rules: RulePack | None
    names: Mapping[str, Text]
    """Of comment categories and kinds of incident."""

    @property
    def metric(self) -> str:
        return self.criterion.metric

    @property
    def missing(self) -> tuple[str, ...]:
        """Ids of what was not found."""
        return tuple(id.removeprefix("-") for id in self.mark.measurement.detail if id.startswith("-"))

    @property
    def first(self) -> Evidence | None:
        """The most telling moment."""
        return next(iter(self.mark.measurement.evidence), None)

    @property
    def product(self) -> Product:
        return self.log.scenario.products[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """A moment, what to do there, and words for it in the language of the session."""

    what: Text
    at: Seconds | None = None
    said: str = ""
    asked: bool = False
    instead: str = ""


def what(id: str, **facts: Text) -> Text:
    worded = [ADVICE[id][each].format(**{name: text[each] for name, text in facts.items()}) for each in LANGUAGES]
    return Text(worded[0], worded[1])


def same(words: str) -> Text:
    return Text(words, words)


def say(case: Case, id: str, product: Product | None = None, **facts: str) -> str:
    """A wording in the language of the session, filled from the card of a product."""
    chosen = product or case.product
    known = {
        "seller": case.log.scenario.seller.name,
        "product": chosen.name,
        "price": str(chosen.price).removesuffix(".00"),
        "unit": chosen.unit,
        "link": str(chosen.link_no),
        "shipping": str(chosen.shipping).removesuffix(".00"),
        "off": "" if chosen.coupon is None else str(chosen.coupon.off).removesuffix(".00"),
    }
    return SAY[id][case.log.language.value].format(**{**known, **facts})


def named(case: Case, ids: tuple[str, ...]) -> Text:
    """The first few missing things, in words."""
    zh = [found(id, case.log.scenario, "zh", case.names) for id in ids[:FEW_PARTS]]
    en = [found(id, case.log.scenario, "en", case.names) for id in ids[:FEW_PARTS]]
    return Text("、".join(zh), ", ".join(en))


def cue(product: Product, kind: FactKind) -> str:
    return next((fact.cue for fact in product.facts if fact.kind is kind), "")


def explained_until(log: SessionLog, product: str) -> Seconds | None:
    """When the host moved on from a product for the last time."""
    return max((span.end for span, id in explained(log) if id == product), default=None)


def explained_at(log: SessionLog, product: str) -> Seconds | None:
    return next((span.start for span, id in explained(log) if id == product), None)


def answer_to(case: Case, comment: CommentPosted) -> str:
    """What the card has to say to a viewer's question."""
    products = [each for each in case.log.scenario.products if comment.product in (None, each.id)]
    for product in products or case.log.scenario.products:
        for fact in product.facts:
            if comment.topic is not None and comment.topic in fact.topics:
                return fact.cue
    return say(case, "seen")


def other(case: Case) -> Advice:
    """Where nothing more can be said than to look again."""
    first = case.first
    at = None if first is None else first.span.start
    return Advice(what=ADVICE["other"], at=at, said="" if first is None else first.quote)
