"""The chat as viewers see it: which lines fit through, and how they read (audience model, section 8)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from math import prod
from zlib import crc32

from simulator.audience.philox import Domain, Luck
from simulator.audience.room import TOPICS
from simulator.audience.wording import ASKING, TONES, WARM, Skeleton, Wording
from simulator.domain.scenario import Product, Topic
from simulator.domain.units import Currency, Money, Seconds

SHORT_LENGTH = 6
"""Lines up to this long may be written again and again."""
SHORT_SHARE = 0.15
"""Share of the visible lines that may be short ones written before."""
TRIES = 8
NEW_AMONG = 200
"""A skeleton comes again after so many lines, or half of them, or a quarter …, where there are not enough others."""
HOME = "home"
LONGER_AT_MOST = 2
"""A reworded line may be so many times as long."""
_OPENING, _ENDING, _TYPO = 0.14, 0.10, 0.02
_FOND_OF_ENDINGS = 0.25
"""Share of viewers who end most of their lines in their own way."""
_FOND = 0.5
_BARE = 0.3
"""Share of viewers who leave out apostrophes."""
_CHOICE, _DECORATION, _FILLING, _MANNER = 0, 16, 32, 64
"""Purposes in the text domain; each try and each slot takes the next."""
_MASK = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that was shown, for those who answer it or join in."""

    topic: int
    category: str
    viewer: str
    name: str
    tick: int


@dataclass(slots=True)
class Chat:
    """What has been shown."""

    serial: int = 0
    shown: list[int] = field(default_factory=list)
    """Ticks of the lines of the last second."""
    recent: list[int] = field(default_factory=list)
    """Checksums of the last lines,"""
    skeletons: list[int] = field(default_factory=list)
    """ … and of the skeletons of the last few."""
    again: list[int] = field(default_factory=list)
    """Serial numbers of those of the last lines that are short ones written before."""
    topic_shown: list[int | None] = field(default_factory=lambda: [None] * TOPICS)
    """Tick at which each topic was last on screen."""
    topic_due: list[int] = field(default_factory=lambda: [0] * TOPICS)
    """Tick by which a topic with waiting viewers must be on screen again."""
    topic_open: list[bool] = field(default_factory=lambda: [False] * TOPICS)
    """Whether a question of the topic, waiting for its answer, was shown since somebody began to wait."""
    topic_line: list[int] = field(default_factory=lambda: [0] * TOPICS)
    """Serial number of the last line of each topic."""
    topic_category: list[str | None] = field(default_factory=lambda: [None] * TOPICS)
    """Category of the question of each topic that was shown last."""
    topic_explained: list[bool] = field(default_factory=lambda: [False] * TOPICS)
    """Whether an answer to the topic has reached somebody."""
    asked: Asked | None = None
    """The question shown last."""
    said: tuple[str, str, int] | None = None
    """Kind, viewer and tick of the last remark."""
    last_line: Seconds | None = None
    incident: str | None = None
    """Kind of the incident that goes on,"""
    reactions: int = 0
    """ … and how many have reacted to it."""
    muted_since: Seconds | None = None
    """When a viewer was last muted who did not deserve it,"""
    outcries: int = 0
    """ … and how many have said so."""

    def room_for(self, tick: int, ticks_per_s: int, lines_per_s: int) -> int:
        """How many more lines the chat takes now."""
        self.shown = [at for at in self.shown if at > tick - ticks_per_s]
        return max(lines_per_s - len(self.shown), 0)

    def show(self, tick: int, text: str, skeleton: str, keep: int) -> str:
        """Take a line; returns its id."""
        self.serial += 1
        self.shown.append(tick)
        if self._was_shown(text):
            self.again.append(self.serial)
        self.recent.append(_checksum(text))
        self.skeletons.append(_checksum(skeleton))
        del self.recent[:-keep], self.skeletons[:-NEW_AMONG]
        while self.again and self.again[0] <= self.serial - keep:
            self.again.pop(0)
        return f"c{self.serial}"

    def raised(self, topic: int, tick: int, due: int, category: str) -> None:
        """Note that the line to be shown next is of this topic, which must be seen again by ``due``."""
        self.topic_shown[topic] = tick
        self.topic_due[topic] = due
        self.topic_line[topic] = self.serial + 1
        self.topic_open[topic] = True
        self.topic_category[topic] = category

    def in_sight(self, topic: int, tick: int, lines: int) -> bool:
        """Whether a topic need not be seen again yet, or is among the last ``lines``."""
        if self.topic_shown[topic] is None:
            return False
        return tick < self.topic_due[topic] or self.serial - self.topic_line[topic] < lines

    def repeats(self, text: str) -> bool:
        """Whether a line may not be written because it was: short ones may, up to their share."""
        return self._was_shown(text) and (len(text) > SHORT_LENGTH or not self.short_allowed)

    @property
    def short_allowed(self) -> bool:
        return len(self.again) + 1 <= SHORT_SHARE * max(len(self.recent), 20)

    def _was_shown(self, text: str) -> bool:
        return _checksum(text) in self.recent


def _freshest(chat: Chat, skeletons: Ready) -> Ready:
    """Those that were not written lately, for as long a while as leaves any."""
    among = NEW_AMONG
    while among:
        worn = set(chat.skeletons[-among:])
        fresh = [ready for ready in skeletons if ready[2] not in worn]
        if fresh:
            return fresh
        among //= 2
    return skeletons


def typed(price: Money) -> str:
    """A price as people type it in a hurry: 39.9, $24.90."""
    return f"{price.amount.normalize():f}" if price.currency is Currency.CNY else str(price)


def _checksum(text: str) -> int:
    """What stands for a text in the state of the room: where two texts share one, a line is but drawn once more."""
    return crc32(text.encode())


@dataclass(frozen=True, slots=True)
class Saying:
    """What is to be put into words: a question about ``topic``, else a remark of ``kind``."""

    kind: str
    topic: Topic | None
    category: str
    product: Product | None
    segment: str
    circumstances: frozenset[str] = frozenset()
    person: int = 0
    """The number of the viewer, who has a manner of writing."""
    given: Mapping[str, str] = field(default_factory=dict)
    """Fillings that only this moment has: ``who`` is another viewer's name."""

    @property
    def tone(self) -> str:
        if self.topic is not None or self.kind in ASKING:
            return TONES[0]
        return TONES[1] if self.kind in WARM else TONES[2]


@dataclass(frozen=True, slots=True)
class Line:
    """A line before it is shown."""

    text: str
    skeleton: str
    fillings: tuple[str, ...] = ()
    """What its slots were filled with."""


Reword = Callable[[Line], str | None]
"""Says the same in other words; None where it cannot."""
Ready = Sequence[tuple[Skeleton, tuple[str, ...], int]]
"""Skeletons that fit, each as often as it weighs, with their slots and checksums."""


class Writer:
    """Finds the words for a line, by address."""

    def __init__(self, wording: Wording, luck: Luck, reword: Reword | None = None) -> None:
        self._wording = wording
        self._luck = luck
        self._reword = reword
        self._ready: dict[tuple[object, ...], Ready] = {}
        groups = [*wording.questions.values(), *wording.remarks.values(), *wording.reactions.values()]
        self._telling = {word for group in groups for skeleton in group for word in skeleton.when}

    def line(self, chat: Chat, saying: Saying) -> Line | None:
        """A line of this sort that was not written lately; None where the wording has none."""
        skeletons = _freshest(chat, self._fitting(saying, short=False))
        serial = chat.serial + 1
        found: Line | None = None
        for turn in range(TRIES if skeletons else 0):
            found = self._try(skeletons, saying, serial, turn)
            if not chat.repeats(found.text):
                return self._reworded(chat, found)
        short = self._fitting(saying, short=True)
        if short:
            brief = self._try(short, saying, serial, TRIES)
            if found is None or not chat.repeats(brief.text):
                return brief
        return None if found is None else self._insisting(chat, found)

    def given(self, chat: Chat, lines: Sequence[str], turn: int, product: Product | None) -> str:
        """The line that comes at this turn of an incident, slots filled, or another of them if it was just written."""
        saying = Saying("", None, "", product, "")
        found = [
            self._filled(Skeleton(line, ""), saying, chat.serial + 1, 0)
            for line in (*lines[turn % len(lines) :], *lines[: turn % len(lines)])
            if all(self._can_fill(slot, saying) for slot in Skeleton(line, "").slots)
        ]
        fresh = [line for line in found if not chat.repeats(line.text)]
        if fresh:
            return fresh[0].text
        return self._insisting(chat, found[0] if found else Line(lines[turn % len(lines)], "")).text

    def name(self, u: float, v: float) -> str:
        """A viewer's name from two uniforms."""
        names = self._wording.names
        weighted = [pattern for pattern, weight in names.patterns for _ in range(weight)]
        if not weighted:
            return ""
        pattern = weighted[min(int(u * len(weighted)), len(weighted) - 1)]
        parts = {slot: names.parts[slot] for slot in Skeleton(pattern, "").slots}
        index = int(v * prod(map(len, parts.values())) * 10 ** pattern.count("#"))
        name = pattern
        for slot, options in parts.items():
            index, at = divmod(index, len(options))
            name = name.replace("{" + slot + "}", options[at])
        for _ in range(pattern.count("#")):
            index, digit = divmod(index, 10)
            name = name.replace("#", str(digit), 1)
        return name

    def _fitting(self, saying: Saying, short: bool) -> Ready:
        """The skeletons that fit; which these are is remembered, for the same moments come again and again."""
        group = saying.kind if saying.topic is None else saying.topic.name.lower()
        told = saying.circumstances & self._telling
        product = saying.product.id if saying.product is not None else None
        key = (short, group, saying.category, saying.segment, product, told, tuple(saying.given))
        if key not in self._ready:
            wording = self._wording
            of_kind = {**wording.remarks, **{f"reaction {kind}": said for kind, said in wording.reactions.items()}}
            long = of_kind.get(group, ()) if saying.topic is None else wording.questions.get(saying.topic, ())
            fitting = [
                (skeleton, skeleton.slots, _checksum(skeleton.text))
                for skeleton in (wording.short.get(group, ()) if short else long)
                if skeleton.category == saying.category
                and skeleton.suits(saying.product)
                and skeleton.fits(saying.segment, saying.circumstances)
                and all(self._can_fill(slot, saying) for slot in skeleton.slots)
            ]
            self._ready[key] = tuple(ready for ready in fitting for _ in range(ready[0].weight))
        return self._ready[key]

    def _try(self, skeletons: Ready, saying: Saying, serial: int, turn: int) -> Line:
        u, _ = self._luck.pair(serial, turn, _CHOICE, Domain.TEXT)
        skeleton, slots, _ = skeletons[min(int(u * len(skeletons)), len(skeletons) - 1)]
        line = self._filled(skeleton, saying, serial, turn) if slots else Line(skeleton.text, skeleton.text)
        return Line(self._decorated(line, saying, serial, turn), line.skeleton, line.fillings)

    def _can_fill(self, slot: str, saying: Saying) -> bool:
        return bool(self._fillings(slot, saying))

    def _fillings(self, slot: str, saying: Saying) -> Sequence[str]:
        """What may fill a slot: this moment's word, the product's names, its card's first wording, or any city.

        ``home`` is a city the goods are sent to, ``city`` may be any.
        """
        if slot in saying.given:
            return (saying.given[slot],)
        product, own = saying.product, self._wording.slots.get(slot, ())
        if slot == HOME:
            return product.slots.get("city", ()) if product is not None else ()
        if product is None:
            return own
        if slot == "product":
            return (product.name, *product.aliases)
        if slot == "price":
            return (*product.slots.get(slot, ())[:1], typed(product.price))
        of_product = product.slots.get(slot, ())
        return (*of_product, *own) if own else of_product[:1]

    def _filled(self, skeleton: Skeleton, saying: Saying, serial: int, turn: int) -> Line:
        text = skeleton.text
        fillings = []
        for number, slot in enumerate(dict.fromkeys(skeleton.slots)):
            options = self._fillings(slot, saying)
            at = 0
            if len(options) > 1:
                u, _ = self._luck.pair(serial, turn, _FILLING + number, Domain.TEXT)
                at = min(int(u * len(options)), len(options) - 1)
            fillings.append(options[at])
            text = text.replace("{" + slot + "}", options[at])
        return Line(text, skeleton.text, tuple(fillings))

    def _decorated(self, line: Line, saying: Saying, serial: int, turn: int) -> str:
        """A word before it, a mark after it, rarely a slip of the finger: by the viewer's manner, and not often."""
        wording, text, fillings = self._wording, line.text, line.fillings
        u, v = self._luck.pair(serial, turn, _DECORATION, Domain.TEXT)
        fond, bare = self._luck.pair(saying.person & _MASK, 0, _MANNER, Domain.TEXT)
        endings = wording.endings.get(saying.tone, ())
        if bare < _BARE:
            text = text.replace("'", "").replace("’", "")
        if u < _OPENING and wording.openings and saying.topic is not None:
            opening = wording.openings[min(int(v * len(wording.openings)), len(wording.openings) - 1)]
            core = opening.strip(" ,，:")
            return text if core.lower() in text.lower() else opening + text
        often = _FOND if fond < _FOND_OF_ENDINGS else _ENDING
        if u > 1 - often and endings and text[-1].isalnum():
            at = fond / _FOND_OF_ENDINGS if fond < _FOND_OF_ENDINGS else v
            ending = endings[min(int(at * len(endings)), len(endings) - 1)]
            return text if any(each.strip() in text for each in endings) else text + ending
        if _OPENING < u < _OPENING + _TYPO:
            for right, wrong in wording.typos.items():
                word = rf"\b{re.escape(right)}\b" if right.isascii() else re.escape(right)
                if re.search(word, text) and not any(right in filling for filling in fillings):
                    return re.sub(word, wrong, text, count=1)
        return text

    def _reworded(self, chat: Chat, line: Line) -> Line:
        """The line in other words if these keep every filling, grow by no more than allowed and are new."""
        other = self._reword(line) if self._reword is not None else None
        if other is None:
            return line
        other = " ".join(other.split())
        kept = all(filling in other for filling in line.fillings)
        if not other or not kept or len(other) > LONGER_AT_MOST * len(line.text) or chat.repeats(other):
            return line
        return Line(other, line.skeleton, line.fillings)

    def _insisting(self, chat: Chat, line: Line) -> Line:
        text = line.text
        while chat.repeats(text):
            text += "!" if text.isascii() else "！"
        return Line(text, line.skeleton, line.fillings)
