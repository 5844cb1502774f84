"""What the host's phrases mean in the room they were spoken in: a fold over the log, live and after."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeAlias

from simulator.domain.compliance import RulePack
from simulator.domain.crowd import CommentPosted, IncidentClosed, IncidentOpened
from simulator.domain.desk import (
    CouponSent,
    DemonstrationMarked,
    PriceChanged,
    ProductPinned,
    ProductUnpinned,
    SoldOutMarked,
    StockAdded,
    StockCorrected,
    ViewerMuted,
)
from simulator.domain.events import FINDINGS, EchoHeard, Event, HostSpoke, WentOffAir
from simulator.domain.findings import (
    CallToActionMade,
    ClaimChecked,
    CorrectionMade,
    DiscountTold,
    ElementHeard,
    FactContradicted,
    FactTold,
    FillerSaid,
    HostWasSilent,
    IncidentHandled,
    IncidentNoticed,
    PatternGivenUp,
    PriceTold,
    ProductMentioned,
    PromiseMade,
    QuestionAnswered,
    RuleBroken,
    StatementMade,
    ViewersGreeted,
)
from simulator.domain.language import Language
from simulator.domain.scenario import Scenario
from simulator.domain.session import REACTION, SessionLog, Transcript
from simulator.domain.taxonomy import Taxonomy
from simulator.perception.answer_keys import Said
from simulator.perception.answers import AnswerListener
from simulator.perception.book import Book
from simulator.perception.calls import CallListener, GreetingListener
from simulator.perception.corrections import CorrectionListener
from simulator.perception.cutting import pieces
from simulator.perception.discounts import DiscountListener
from simulator.perception.echoes import Echoes
from simulator.perception.elements import ElementListener, StatementListener
from simulator.perception.facts import FactListener, ProductListener
from simulator.perception.fillers import FillerListener
from simulator.perception.incidents import IncidentListener
from simulator.perception.money import amounts
from simulator.perception.phrasebook_en import ENGLISH
from simulator.perception.phrasebook_zh import CHINESE
from simulator.perception.prices import PriceListener
from simulator.perception.promises import PromiseListener
from simulator.perception.room import Room
from simulator.perception.rules import RuleListener
from simulator.perception.silences import SilenceListener
from simulator.perception.sounds import Sounds
from simulator.perception.wording import Reader

Finding: TypeAlias = (
    ProductMentioned | FactTold | FactContradicted | PriceTold | QuestionAnswered | CallToActionMade | ViewersGreeted
    | ElementHeard | StatementMade | ClaimChecked | RuleBroken | PatternGivenUp | FillerSaid | HostWasSilent
    | IncidentNoticed | IncidentHandled | DiscountTold | PromiseMade | CorrectionMade
)  # fmt: skip


class Listener:
    """Takes the events of a session in order and returns what they mean.

    Phrases give findings; what the desk and the crowd do changes the picture of the room they are heard in.
    """

    def __init__(self, scenario: Scenario, taxonomy: Taxonomy, rules: RulePack) -> None:
        phrasebook = CHINESE if scenario.language is Language.ZH else ENGLISH
        reader, sounds = Reader(scenario.language), Sounds()
        self._reader = reader
        self._echoes = Echoes(reader, sounds)
        self._room = Room(scenario)
        self._products = ProductListener(scenario)
        self._prices = PriceListener(scenario, reader)
        self._discounts = DiscountListener(scenario.language)
        self._promises = PromiseListener(scenario, reader)
        self._corrections = CorrectionListener(scenario.language)
        self._facts = FactListener(scenario, reader)
        self._calls = CallListener(scenario, phrasebook)
        self._greetings = GreetingListener(reader, sounds, phrasebook)
        self._elements = ElementListener(scenario, phrasebook)
        self._statements = StatementListener(scenario, rules, phrasebook)
        self._answers = AnswerListener(scenario, taxonomy)
        self._incidents = IncidentListener(scenario, taxonomy, phrasebook)
        self._rules = RuleListener(scenario, rules, reader, sounds)
        self._fillers = FillerListener(reader, sounds, phrasebook)
        self._silences = SilenceListener()
        self._kinds = {(product.id, fact.id): fact.kind for product in scenario.products for fact in product.facts}
        self._book = Book(
            reader,
            sounds,
            [
                wording
                for listener in (
                    self._facts, self._calls, self._greetings, self._elements, self._statements,
                    self._answers, self._incidents,
                )
                for wording in listener.wordings
            ],
            names=[*self._products.wordings, scenario.seller.name, *scenario.seller.heard_as],
        )  # fmt: skip

    def apart(self, event: Event) -> tuple[Event, ...]:
        """A phrase in the host's own words and what the microphone heard of comments read aloud; else the event."""
        return self._echoes.apart(event) if isinstance(event, HostSpoke) else (event,)

    def take(self, event: Event) -> tuple[Finding, ...]:
        """Take in the next event of the log; returns what it means, to be put right behind it."""
        if isinstance(event, FINDINGS):
            return ()
        self._echoes.take(event)
        self._room.note(event)
        match event:
            case HostSpoke():
                return tuple(self._hear(event))
            case CommentPosted():
                self._incidents.posted(event)
                return tuple(self._answers.posted(event))
            case IncidentOpened():
                self._incidents.opened(event, self._room)
                return ()
            case IncidentClosed():
                self._incidents.closed(event)
                return ()
            case (
                ProductPinned() | ProductUnpinned() | CouponSent() | PriceChanged() | SoldOutMarked() | StockAdded()
                | StockCorrected() | ViewerMuted()
            ):  # fmt: skip
                return tuple(self._incidents.done(event))
            case DemonstrationMarked():
                return tuple(self._answers.demonstrated(event))
            case WentOffAir():
                return tuple(self._silences.ended(event.at))
            case _:
                return ()

    def _hear(self, spoke: HostSpoke) -> Iterator[Finding]:
        yield from self._silences.hear(spoke)
        for piece in pieces(spoke, self._reader.language):
            yield from self._understand(piece)

    def _understand(self, spoke: HostSpoke) -> Iterator[Finding]:
        """What one piece of a phrase means, all kinds of findings one after the other."""
        phrase = self._reader.phrase(spoke)
        if not phrase.tokens:
            return
        hits = self._book.hits(phrase)
        named: dict[str, int] = {}
        mentions: list[ProductMentioned] = []
        for hit, mention in self._products.hear(phrase, hits):
            named[mention.product] = hit.start
            mentions.append(mention)
        known = self._room.known_prices()
        found = amounts(phrase, self._reader.language, self._room.scenario.currency, known)
        discounts, asked = self._discounts.hear(phrase, found, self._room, named)
        prices = list(self._prices.hear(phrase, asked, self._room, named))
        for mention in mentions:
            self._room.note(mention)
        current = self._room.product_at(spoke.said.end)
        yield from mentions
        yield from prices
        yield from discounts
        told = list(self._facts.hear(phrase, hits, current, frozenset(named), prices))
        yield from told
        facts = [fact for fact in told if isinstance(fact, FactTold)]
        against = [fact for fact in told if isinstance(fact, FactContradicted)]
        promises = list(self._promises.hear(phrase, current, against))
        yield from promises
        calls = list(self._calls.hear(phrase, hits))
        yield from calls
        yield from self._greetings.hear(phrase, hits, self._room)
        yield from self._elements.hear(
            phrase, hits, mentions, [(fact, self._kinds[fact.product, fact.fact]) for fact in facts], prices, calls
        )
        yield from self._statements.hear(phrase, hits, current, facts, prices)
        judged = list(self._rules.hear(phrase, self._room, current, self._statements.made))
        yield from judged
        broken = [each for each in judged if isinstance(each, RuleBroken)]
        yield from self._corrections.hear(phrase, [*prices, *discounts, *told, *promises, *broken])
        said = Said(phrase, hits, facts, prices)
        answers = list(self._answers.hear(said, self._room, broken))
        yield from answers
        yield from self._incidents.hear(said, self._room, answers, broken)
        yield from self._fillers.hear(phrase)


def reheard(
    log: SessionLog,
    transcript: Transcript,
    taxonomy: Taxonomy,
    rules: RulePack,
    cancelled: Callable[[], bool] = lambda: False,
) -> SessionLog:
    """The log with another transcript in place of its phrases, and all findings made anew.

    An hour takes some seconds. Raise InterruptedError when cancelled, which is asked before every phrase.
    """
    off_air = next((event.at for event in log.events if isinstance(event, WentOffAir)), float("inf"))
    kept = [event for event in log.events if not isinstance(event, (HostSpoke, EchoHeard, *FINDINGS))]
    phrases = [
        replace(phrase, at=min(phrase.said.end + REACTION, off_air))
        for phrase in sorted(transcript.phrases, key=lambda phrase: phrase.said.end)
    ]
    listener = Listener(log.scenario, taxonomy, rules)
    events: list[Event] = []
    for each in _merged(kept, phrases):
        if isinstance(each, HostSpoke) and cancelled():
            raise InterruptedError
        for event in listener.apart(each):
            events.append(event)
            events.extend(listener.take(event))
    return replace(log, events=tuple(events))


def _merged(events: Iterable[Event], phrases: Iterable[HostSpoke]) -> Iterator[Event]:
    """Both by time; what was said by the end comes before the end, else events before phrases of the same moment."""
    waiting = list(phrases)
    for event in events:
        while waiting and (waiting[0].at < event.at or (waiting[0].at <= event.at and isinstance(event, WentOffAir))):
            yield waiting.pop(0)
        yield event
    yield from waiting
