"""Invitations to buy, follow and share, and welcomes."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.domain.findings import CallToActionMade, ViewersGreeted
from simulator.domain.language import Language
from simulator.domain.scenario import Scenario
from simulator.perception.book import Book, Hits
from simulator.perception.numbers import shown
from simulator.perception.phrasebook import Phrasebook
from simulator.perception.room import Room
from simulator.perception.sounds import Sounds
from simulator.perception.stance import Stance, stance
from simulator.perception.wording import Phrase, Reader, paused

JOINED = {Language.ZH: 8, Language.EN: 24}
"""Invitations of one kind this close, in characters, are one."""
WAYS = frozenset({"link", "cart", "card"})
"""What the way to buy is called (rubric D2)."""
_NAMES_AT_ONCE = 40


def numbered(wordings: tuple[str, ...], scenario: Scenario) -> list[str]:
    """Wordings with {n} filled by every link number of the scenario, {off} by every coupon."""
    filled: list[str] = []
    for wording in wordings:
        if "{n}" in wording:
            filled += [wording.replace("{n}", str(product.link_no)) for product in scenario.products]
        elif "{off}" in wording:
            offs = {product.coupon.off for product in scenario.products if product.coupon}
            filled += [wording.replace("{off}", shown(off.amount)) for off in sorted(offs)]
        else:
            filled.append(wording)
    return filled


class CallListener:
    """Hears invitations, what they name, and whether they name the way."""

    def __init__(self, scenario: Scenario, phrasebook: Phrasebook) -> None:
        self._language = scenario.language
        self._calls = {kind: numbered(wordings, scenario) for kind, wordings in phrasebook.calls.items()}
        self._grammar = phrasebook.invitations
        self._ways = numbered(phrasebook.ways, scenario)

    @property
    def wordings(self) -> list[str]:
        return [*self._ways, *(wording for wordings in self._calls.values() for wording in wordings)]

    def hear(self, phrase: Phrase, hits: Hits) -> Iterator[CallToActionMade]:
        """Invitations; those of one kind that follow each other closely are one."""
        places: dict[str, list[tuple[int, int]]] = {}
        view = paused(phrase).plain
        for kind, start, end in self._grammar.invitations(view.text):
            places.setdefault(kind, []).append((start, end))
        for kind, wordings in self._calls.items():
            for hit in hits.apart(wordings):
                start, end = view.within(hit.start, hit.end)
                if start < end and self._grammar.invites(view.text, start, end, kind):
                    places.setdefault(kind, []).append((start, end))
        for kind, found in places.items():
            for start, end in self._joined(found):
                first, last = view.recognised(start, end)
                if stance(phrase, first, last) is Stance.QUOTED_FROM_VIEWER:
                    continue
                names = self._grammar.named(view.text, start, end)
                yield CallToActionMade(
                    at=phrase.at,
                    said=phrase.span(first, last),
                    kind=kind,
                    names_the_way=kind == "order" and self._names_way(hits, first, last, names),
                    quote=phrase.quote(first, last),
                    names=names if kind in names or kind == "order" else (kind, *names),
                )

    def _joined(self, places: list[tuple[int, int]]) -> list[tuple[int, int]]:
        joined: list[tuple[int, int]] = []
        for start, end in sorted(places):
            if joined and start - joined[-1][1] <= JOINED[self._language]:
                joined[-1] = (joined[-1][0], max(joined[-1][1], end))
            else:
                joined.append((start, end))
        return joined

    def _names_way(self, hits: Hits, start: int, end: int, names: tuple[str, ...]) -> bool:
        if any(name in WAYS or name.startswith("link:") for name in names):
            return True
        reach = JOINED[self._language]
        return any(hit.start <= end + reach and hit.end >= start - reach for way in self._ways for hit in hits.of(way))


class GreetingListener:
    """Hears viewers welcomed, by name where their name was seen in the chat."""

    def __init__(self, reader: Reader, sounds: Sounds, phrasebook: Phrasebook) -> None:
        self._reader = reader
        self._sounds = sounds
        self._welcomes = list(phrasebook.welcomes)
        self._cues = list(phrasebook.greeting_cues)

    @property
    def wordings(self) -> list[str]:
        return [*self._welcomes, *self._cues]

    def hear(self, phrase: Phrase, hits: Hits, room: Room) -> Iterator[ViewersGreeted]:
        """A welcome, or names beside a word of greeting or thanks."""
        welcome = hits.best(self._welcomes)
        cue = hits.best(self._cues)
        if welcome is None and cue is None:
            return
        names = [name for name, _ in zip(room.names(), range(_NAMES_AT_ONCE), strict=False)]
        named = Book(self._reader, self._sounds, (), names).hits(phrase) if names else Hits({})
        heard = [hit for name in names for hit in named.of(name)[:1]]
        if not heard and welcome is None:
            return
        places = [*heard, *(each for each in (welcome or cue,) if each is not None)]
        start, end = min(hit.start for hit in places), max(hit.end for hit in places)
        yield ViewersGreeted(
            at=phrase.at,
            said=phrase.span(start, end),
            names=tuple(hit.wording for hit in sorted(heard, key=lambda hit: hit.start)),
            quote=phrase.quote(start, end),
        )
