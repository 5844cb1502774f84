"""The transcript as it is read back: phrases with what was found in them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from simulator.domain.events import EchoHeard, HostSpoke, as_heard
from simulator.domain.findings import FactTold, PriceTold, PriceVerdict, QuestionAnswered, RuleBroken
from simulator.domain.language import Language
from simulator.domain.session import SessionLog
from simulator.domain.units import Money, Seconds, Span
from simulator.reports.captions import LONGEST, WIDEST


@dataclass(frozen=True, slots=True)
class Break:
    """Letters of a text, from ``start`` up to ``end``, that break a rule."""

    start: int
    end: int
    broken: RuleBroken


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A phrase with what was found in it."""

    phrase: HostSpoke
    breaks: tuple[Break, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    """Product and fact ids."""
    prices: tuple[tuple[Money, PriceVerdict], ...] = ()
    answers: int = 0
    """Comments it answered."""
    read_aloud: bool = False
    """The system's voice reading a comment: nothing the host said."""


@dataclass(frozen=True, slots=True)
class Subtitle:
    """A piece of a phrase that can be read at a glance."""

    span: Span
    text: str
    breaks: tuple[tuple[int, int], ...] = ()


def passages(log: SessionLog, struck: frozenset[str] = frozenset()) -> tuple[Passage, ...]:
    """Every phrase, in order, comments read aloud among them; breaks in ``struck`` are left out."""
    spoken = sorted(log.only(HostSpoke, EchoHeard), key=lambda phrase: phrase.said)
    phrases = [as_heard(phrase) for phrase in spoken]
    if not phrases:
        return ()
    starts = [phrase.said.start for phrase in phrases]

    def number_of(said: Span) -> int:
        return max(0, bisect_right(starts, said.start + 1e-6) - 1)

    breaks: dict[int, list[Break]] = {}
    facts: dict[int, list[tuple[str, str]]] = {}
    prices: dict[int, list[tuple[Money, PriceVerdict]]] = {}
    answers: dict[int, set[str]] = {}
    for event in log.only(RuleBroken, FactTold, PriceTold, QuestionAnswered):
        number = number_of(event.said)
        match event:
            case RuleBroken() if event.id not in struck:
                place = _place(phrases[number], log.language, event)
                if place is not None:
                    breaks.setdefault(number, []).append(Break(*place, event))
            case FactTold():
                facts.setdefault(number, []).append((event.product, event.fact))
            case PriceTold():
                prices.setdefault(number, []).append((event.price, event.verdict))
            case QuestionAnswered():
                answers.setdefault(number, set()).update(event.comments)
            case _:
                pass
    return tuple(
        Passage(
            phrase=phrase,
            breaks=tuple(sorted(breaks.get(number, ()), key=lambda each: (each.start, each.end))),
            facts=tuple(dict.fromkeys(facts.get(number, ()))),
            prices=tuple(dict.fromkeys(prices.get(number, ()))),
            answers=len(answers.get(number, ())),
            read_aloud=isinstance(spoken[number], EchoHeard),
        )
        for number, phrase in enumerate(phrases)
    )


class SaidBack:
    """What was said in a session, as it is read back; made when it is first asked for, on any thread."""

    def __init__(self, log: SessionLog, struck: frozenset[str] = frozenset()) -> None:
        self._log = log
        self._struck = struck

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The transcript, without breaks that an instructor struck."""
        return passages(self._log, self._struck)

    @cached_property
    def subtitles(self) -> tuple[Subtitle, ...]:
        """The passages in pieces of a line."""
        return subtitles(self.passages, self._log.language)

    def ready(self) -> SaidBack:
        """Itself, with all of it made."""
        assert self.subtitles is not None
        return self


def subtitles(read: tuple[Passage, ...], language: Language) -> tuple[Subtitle, ...]:
    """The passages cut between words into pieces of one line, with the letters that break a rule."""
    return tuple(piece for passage in read for piece in _pieces(passage, language))


def subtitle_at(pieces: tuple[Subtitle, ...], at: Seconds, linger: Seconds = 1.0) -> Subtitle | None:
    """What is being said; it stays for ``linger`` seconds unless the next piece comes."""
    number = bisect_right(pieces, at, key=lambda piece: piece.span.start) - 1
    return pieces[number] if number >= 0 and at < pieces[number].span.end + linger else None


def passage_at(read: tuple[Passage, ...], at: Seconds) -> int | None:
    """The number of the passage that is being said, or was said last."""
    number = bisect_right(read, at, key=lambda passage: passage.phrase.said.start) - 1
    return number if number >= 0 else None


def _pieces(passage: Passage, language: Language) -> Iterator[Subtitle]:
    phrase = passage.phrase
    text = phrase.text
    if not phrase.words:
        yield Subtitle(phrase.said, text, tuple((each.start, each.end) for each in passage.breaks))
        return
    places = word_places(phrase)
    first = 0
    for number, word in enumerate(phrase.words):
        last = number + 1 == len(phrase.words)
        if not last:
            wide = places[number + 1][1] - places[first][0] > WIDEST[language]
            long = phrase.words[number + 1].said.end - phrase.words[first].said.start > LONGEST
            if not (wide or long):
                continue
        start, end = places[first][0], len(text) if last else places[number + 1][0]
        piece = text[start:end].rstrip()
        inside = tuple(
            (max(each.start, start) - start, min(each.end, start + len(piece)) - start)
            for each in passage.breaks
            if each.start < start + len(piece) and start < each.end
        )
        yield Subtitle(Span(phrase.words[first].said.start, word.said.end), piece, inside)
        first = number + 1


def word_places(phrase: HostSpoke) -> list[tuple[int, int]]:
    """Where each word stands in the phrase's text, from its first letter up to the one behind its last; a word that is
    not there stands where the last one ended."""
    places: list[tuple[int, int]] = []
    end = 0
    for word in phrase.words:
        start = phrase.text.find(word.text, end) if word.text else -1
        if start < 0:
            places.append((end, end))
            continue
        end = start + len(word.text)
        places.append((start, end))
    return places


def _place(phrase: HostSpoke, language: Language, broken: RuleBroken) -> tuple[int, int] | None:
    """The letters of a phrase that break a rule: its words where they stand as quoted, else those of that time."""
    text, quote = phrase.text, broken.quote
    by_time = [
        place
        for word, place in zip(phrase.words, word_places(phrase), strict=True)
        if word.said.overlaps(broken.said) and place[1] > place[0]
    ]
    near = by_time[0][0] if by_time else 0
    folded, sought = (text, quote) if language is Language.ZH else (text.lower(), quote.lower())
    if sought and len(folded) == len(text):
        found = [at for at in range(len(folded)) if folded.startswith(sought, at)]
        if found:
            start = min(found, key=lambda at: abs(at - near))
            return start, start + len(sought)
    return (by_time[0][0], by_time[-1][1]) if by_time else None
