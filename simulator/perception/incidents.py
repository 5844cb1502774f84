"""Incidents that the host dealt with, by word or at the control desk.

An open incident ends well as soon as one of these is so:

1. Every required answer key of its kind was heard in words that began after it opened. Words of a phrase that breaks
   one of the kind's forbidden categories do not count.
2. A faultless answer was given to one of its own comments, and the kind's first key, which names the matter, was heard
   in it or before it: the answer to "can I still buy?" alone does not tell that the goods are gone.
3. An act that the kind names was done at the control desk, to the product the incident is about; by a person: what the
   shop does to the host deals with nothing, nor does the program that stands in for a person.

Words that viewers could not hear deal with nothing, but for the incident that took the sound away: to notice it is
what it asks for. An incident is noticed with its kind's first key.

A kind without answer keys (trolls, a slur) wants no answer. It ends well when the host, breaking no rule and insulting
nobody, either speaks to it in one calm phrase of ``CALM`` length that addresses it, or goes on with what matters: a
fact told, or another viewer's question answered, begun ``NOTICED`` after it opened.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import regex

from simulator.domain.crowd import CommentPosted, IncidentClosed, IncidentOpened, Way
from simulator.domain.desk import (
    CouponSent,
    Hand,
    Loss,
    PriceChanged,
    ProductPinned,
    ProductUnpinned,
    SoldOutMarked,
    StockAdded,
    StockCorrected,
    ViewerMuted,
)
from simulator.domain.findings import FactTold, IncidentHandled, IncidentNoticed, QuestionAnswered, RuleBroken
from simulator.domain.language import Language
from simulator.domain.scenario import Scenario
from simulator.domain.taxonomy import IncidentKind, Staged, Taxonomy
from simulator.domain.units import Money, Seconds, Span
from simulator.perception.answer_keys import Heard, Said, complete, heard, key_for, together
from simulator.perception.phrasebook import Phrasebook
from simulator.perception.room import Room

DeskAct = (
    ProductPinned
    | ProductUnpinned
    | CouponSent
    | PriceChanged
    | SoldOutMarked
    | StockAdded
    | StockCorrected
    | ViewerMuted
)  # fmt: skip

CALM = {Language.ZH: 6, Language.EN: 4}
"""Least length of a phrase that calms, in characters or words (ours)."""
NOTICED: Seconds = 3.0
"""What is begun sooner after the first hostile line was on its way before it was read (ours)."""


@dataclass(slots=True)
class _Open:
    """An incident that runs, and what was heard of its answer."""

    opened: IncidentOpened
    kind: IncidentKind
    planned: str | None
    """The product the author named."""
    about: str | None
    """The same, else the one on screen when it opened."""
    price: Money | None
    """What that product cost before it."""
    noticed: bool = False
    heard: Heard = field(default_factory=dict)
    closed: Seconds = math.inf


class IncidentListener:
    """Keeps the open incidents and tells when what was said or done deals with one."""

    def __init__(self, scenario: Scenario, taxonomy: Taxonomy, phrasebook: Phrasebook) -> None:
        self._scenario = scenario
        self._taxonomy = taxonomy
        self._addresses = phrasebook.addresses
        self._insults = regex.compile(phrasebook.insults)
        self._plans = {plan.id: plan for plan in scenario.incidents}
        self._keys = {
            (kind.id, product.id): [key_for(key, product) for key in kind.answer_keys]
            for kind in taxonomy.incidents.values()
            for product in scenario.products
        }
        self._open: dict[str, _Open] = {}
        self._comments: dict[str, str] = {}
        self._writers: dict[str, set[str]] = {}
        """By incident, who wrote of it."""

    @property
    def wordings(self) -> list[str]:
        keyed = [wording for keys in self._keys.values() for key in keys for wording in key.wordings]
        return [*keyed, *self._addresses]

    def opened(self, event: IncidentOpened, room: Room) -> None:
        kind = self._taxonomy.incidents.get(event.kind)
        if kind is not None:
            plan = self._plans.get(event.incident)
            planned = plan.product if plan is not None else None
            about = planned or room.pinned
            self._open[event.incident] = _Open(
                event, kind, planned, about, room.prices.get(about) if about is not None else None
            )

    def closed(self, event: IncidentClosed) -> None:
        """It is over for all that the room hears from now on; a phrase of this very moment still counts."""
        if event.incident in self._open:
            self._open[event.incident].closed = event.at

    def posted(self, comment: CommentPosted) -> None:
        if comment.incident is not None:
            self._comments[comment.id] = comment.incident
            self._writers.setdefault(comment.incident, set()).add(comment.viewer.id)

    def hear(
        self, said: Said, room: Room, answers: Sequence[QuestionAnswered], broken: Sequence[RuleBroken]
    ) -> Iterator[IncidentNoticed | IncidentHandled]:
        """Incidents that the phrase takes up, or, with those before it, deals with."""
        phrase = said.phrase
        lost = room.lost(phrase.said.start)
        for id, incident in list(self._open.items()):
            if phrase.at > incident.closed:
                del self._open[id]
                continue
            if any(each.category in incident.kind.forbidden for each in broken):
                continue
            if lost is not None and not (lost is Loss.SOUND and incident.kind.staged is Staged.SOUND):
                continue
            way = Way.SPEECH
            if incident.kind.answer_keys:
                found = self._answered(incident, said, room)
                if found is None:
                    found, way = self._own_answer(incident, answers), Way.ANSWER
            else:
                found = None if broken else self._passed_over(incident, said, answers)
            if found is None and 0 in incident.heard and not incident.noticed:
                incident.noticed = True
                span, quote = together(incident.heard)
                yield IncidentNoticed(at=phrase.at, said=span, incident=id, quote=quote)
            if found is not None:
                del self._open[id]
                yield IncidentHandled(at=phrase.at, said=found[0], incident=id, quote=found[1], by=way)

    def done(self, act: DeskAct) -> Iterator[IncidentHandled]:
        """Incidents that an act at the control desk deals with."""
        if act.by not in (Hand.HOST, Hand.DESK):
            return
        for id, incident in list(self._open.items()):
            named = set(self._named(act, incident))
            if act.at <= incident.closed and not named.isdisjoint(incident.kind.desk_acts):
                del self._open[id]
                yield IncidentHandled(at=act.at, said=Span(act.at, act.at), incident=id, quote="", by=Way.DESK)

    # -------------------------------------------------------------------------------- what deals with it

    def _answered(self, incident: _Open, said: Said, room: Room) -> tuple[Span, str] | None:
        scenario = self._scenario
        if incident.about is not None:
            product = scenario.product(incident.about)
        else:
            product = room.product_at(said.phrase.said.start) or scenario.products[0]
        keys = self._keys[incident.kind.id, product.id]
        for at, key in enumerate(keys):
            found = heard(key, product, said, scenario.language)
            if found is not None and found[0].start >= incident.opened.at:
                incident.heard[at] = found
        return together(incident.heard) if complete(keys, incident.heard) else None

    def _own_answer(self, incident: _Open, answers: Sequence[QuestionAnswered]) -> tuple[Span, str] | None:
        own = [answer for answer in answers if self._is_own(answer, incident) and answer.quality == 1.0]
        return (own[0].said, own[0].quote) if own and 0 in incident.heard else None

    def _passed_over(self, incident: _Open, said: Said, answers: Sequence[QuestionAnswered]) -> tuple[Span, str] | None:
        phrase = said.phrase
        if self._insults.search(phrase.plain.text):
            return None
        language, since = self._scenario.language, incident.opened.at
        hit = said.hits.best(self._addresses)
        if hit is not None and language.length(phrase.raw) >= CALM[language]:
            span = phrase.span(hit.start, hit.end)
            if span.start >= since:
                return span, phrase.quote(hit.start, hit.end)
        carried_on: list[FactTold | QuestionAnswered] = [*said.facts]
        carried_on += [answer for answer in answers if not self._is_own(answer, incident)]
        for told in carried_on:
            if told.said.start >= since + NOTICED:
                return told.said, told.quote
        return None

    def _is_own(self, answer: QuestionAnswered, incident: _Open) -> bool:
        return any(self._comments.get(comment) == incident.opened.incident for comment in answer.comments)

    def _named(self, act: DeskAct, incident: _Open) -> Iterator[str]:
        """What an act is to this incident, as ``IncidentKind.desk_acts`` names it."""
        if isinstance(act, ProductUnpinned):
            yield "unpin"
            return
        if isinstance(act, ViewerMuted):
            if act.viewer in self._writers.get(incident.opened.incident, ()):
                yield "mute"
            return
        mine = incident.about is None or act.product == incident.about
        match act:
            case ProductPinned():
                if mine:
                    yield "pin"
                if not mine:  # another card took its place
                    yield "unpin"
            case CouponSent() if mine:
                yield "coupon"
            case PriceChanged() if mine and act.price in (incident.price, self._scenario.product(act.product).price):
                yield "price"  # back to what it was; any other only changes what is wrong
            case SoldOutMarked() if mine:
                yield "sold_out"
            case StockAdded() if mine:
                yield "restock"
            case StockCorrected() if mine:
                yield "stock"
