"""The chat as viewers see it: which lines fit through, and how they read (audience model, section 8)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from simulator.audience.philox import Domain, Luck
from simulator.audience.room import TOPICS
from simulator.audience.wording import Skeleton, Wording
from simulator.domain.scenario import Product, Topic
from simulator.domain.units import Seconds

SHORT_LENGTH = 6
"""Lines up to this long may be written again and again."""
SHORT_SHARE = 0.15
"""Share of the visible lines that may be short forms taken for want of a new line."""
TRIES = 8
_ENDING = 0.18
_TYPO = 0.03
_CHOICE, _DECORATION, _FILLING = 0, 16, 32
"""Purposes in the text domain; each try and each slot takes the next."""


@dataclass(slots=True)
class Chat:
    """What has been shown."""

    serial: int = 0
    shown: list[int] = field(default_factory=list)
    """Ticks of the lines of the last second."""
    recent: list[str] = field(default_factory=list)
    seen: Counter[str] = field(default_factory=Counter)
    """How often each text is among ``recent``."""
    fallbacks: list[bool] = field(default_factory=list)
    """Which of ``recent`` were short forms taken for want of a new line."""
    topic_shown: list[int | None] = field(default_factory=lambda: [None] * TOPICS)
    """Tick at which each topic was last on screen."""
    topic_open: list[bool] = field(default_factory=lambda: [False] * TOPICS)
    """Whether a question of the topic, waiting for its answer, was shown since somebody began to wait."""
    topic_line: list[int] = field(default_factory=lambda: [0] * TOPICS)
    """Serial number of the last line of each topic."""
    topic_category: list[str | None] = field(default_factory=lambda: [None] * TOPICS)
    """Category of the question of each topic that was shown last."""
    last_line: Seconds | None = None

    def room_for(self, tick: int, ticks_per_s: int, lines_per_s: int) -> int:
        """How many more lines the chat takes now."""
        self.shown = [at for at in self.shown if at > tick - ticks_per_s]
        return max(lines_per_s - len(self.shown), 0)

    def show(self, tick: int, text: str, fallback: bool, keep: int) -> str:
        """Take a line; returns its id."""
        self.serial += 1
        self.shown.append(tick)
        self.recent.append(text)
        self.seen[text] += 1
        self.fallbacks.append(fallback)
        if len(self.recent) > keep:
            gone = self.recent.pop(0)
            self.fallbacks.pop(0)
            self.seen[gone] -= 1
            if not self.seen[gone]:
                del self.seen[gone]
        return f"c{self.serial}"

    def raised(self, topic: int, tick: int, category: str) -> None:
        """Note that the line to be shown next is of this topic."""
        self.topic_shown[topic] = tick
        self.topic_line[topic] = self.serial + 1
        self.topic_open[topic] = True
        self.topic_category[topic] = category

    def in_sight(self, topic: int, tick: int, every: int, lines: int) -> bool:
        """Whether a topic was seen in the last ``every`` ticks, or is among the last ``lines``."""
        shown = self.topic_shown[topic]
        if shown is None:
            return False
        return tick - shown < every or self.serial - self.topic_line[topic] < lines

    def repeats(self, text: str) -> bool:
        return len(text) > SHORT_LENGTH and text in self.seen

    @property
    def short_allowed(self) -> bool:
        return sum(self.fallbacks) < SHORT_SHARE * max(len(self.fallbacks), 20)


@dataclass(frozen=True, slots=True)
class Line:
    """A line before it is shown."""

    text: str
    skeleton: Skeleton
    fallback: bool = False


class Writer:
    """Finds the words for a line, by address."""

    def __init__(self, wording: Wording, luck: Luck) -> None:
        self._wording = wording
        self._luck = luck

    def question(self, chat: Chat, topic: Topic, product: Product | None) -> Line | None:
        wording = self._wording
        return self._line(chat, wording.questions.get(topic, ()), wording.short.get(topic, ()), product)

    def remark(self, chat: Chat, kind: str, product: Product | None) -> Line | None:
        """A line of a kind of remark; None where the wording has none."""
        wording = self._wording
        return self._line(chat, wording.remarks.get(kind, ()), wording.short_remarks, product)

    def given(self, chat: Chat, lines: Sequence[str], turn: int, product: Product | None) -> str:
        """The line that comes at this turn of an incident, slots filled."""
        line = lines[turn % len(lines)]
        return self._filled(Skeleton(line, ""), chat.serial + 1, 0, product) or line

    def as_skeleton(self, text: str, category: str) -> Skeleton:
        """A line that needs no filling."""
        return Skeleton(text, category)

    def name(self, u: float, v: float) -> str:
        """A viewer's name from two uniforms."""
        parts = self._wording.names
        whole = 1
        for options in parts:
            whole *= max(len(options), 1)
        index = min(int(u * whole), whole - 1)
        chosen = []
        for options in parts:
            if options:
                chosen.append(options[index % len(options)])
                index //= len(options)
        name = self._wording.joint.join(part for part in chosen if part)
        return name if v < 0.7 else f"{name}{int(v * 1e6) % 90 + 10}"

    def _line(
        self, chat: Chat, skeletons: Sequence[Skeleton], short: Sequence[Skeleton], product: Product | None
    ) -> Line | None:
        serial = chat.serial + 1
        found: Line | None = None
        for turn in range(TRIES):
            found = self._try(skeletons, serial, turn, product)
            if found is None:
                break
            if not chat.repeats(found.text):
                return found
        if short and (chat.short_allowed or found is None):
            chosen = self._try(short, serial, TRIES, product)
            if chosen is not None:
                return Line(chosen.text, chosen.skeleton, True)
        if found is None:
            return None
        text = found.text
        while chat.repeats(text):
            text += "!" if text.isascii() else "！"
        return Line(text, found.skeleton)

    def _try(self, skeletons: Sequence[Skeleton], serial: int, turn: int, product: Product | None) -> Line | None:
        if not skeletons:
            return None
        u, _ = self._luck.pair(serial, turn, _CHOICE, Domain.TEXT)
        start = min(int(u * len(skeletons)), len(skeletons) - 1)
        for step in range(len(skeletons)):
            skeleton = skeletons[(start + step) % len(skeletons)]
            text = self._filled(skeleton, serial, turn, product) if skeleton.suits(product) else None
            if text is not None:
                return Line(self._decorated(text, serial, turn), skeleton)
        return None

    def _filled(self, skeleton: Skeleton, serial: int, turn: int, product: Product | None) -> str | None:
        """The skeleton with its slots filled; None when one has nothing to fill it."""
        slots = skeleton.slots
        if not slots:
            return skeleton.text
        filling: dict[str, str] = {}
        for number, slot in enumerate(slots):
            if slot in filling:
                continue
            own = self._wording.slots.get(slot)
            if own:
                u, _ = self._luck.pair(serial, turn, _FILLING + number, Domain.TEXT)
                filling[slot] = own[min(int(u * len(own)), len(own) - 1)]
            elif product is not None and slot == "product":
                names = (product.name, *product.aliases)
                u, _ = self._luck.pair(serial, turn, _FILLING + number, Domain.TEXT)
                filling[slot] = names[min(int(u * len(names)), len(names) - 1)]
            elif product is not None and product.slots.get(slot):
                filling[slot] = product.slots[slot][0]
            else:
                return None
        text = skeleton.text
        for slot, value in filling.items():
            text = text.replace("{" + slot + "}", value)
        return text

    def _decorated(self, text: str, serial: int, turn: int) -> str:
        """A particle or an emoticon now and then, rarely a slip of the finger."""
        u, v = self._luck.pair(serial, turn, _DECORATION, Domain.TEXT)
        wording = self._wording
        if u < _ENDING and wording.endings:
            text += wording.endings[min(int(v * len(wording.endings)), len(wording.endings) - 1)]
        elif u > 1 - _TYPO:
            for right, wrong in wording.typos.items():
                if right in text:
                    return text.replace(right, wrong, 1)
        return text
