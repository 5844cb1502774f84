"""Words cut into phrases, the same way for every engine."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from simulator.domain.events import HostSpoke, Word
from simulator.domain.language import Language
from simulator.domain.units import Seconds, Span

PAUSE: Seconds = 0.6
"""A silence between words that ends a phrase; 36 of 40 planted pauses are found at this length, one is false."""
LONG: Seconds = 6.0
"""From this length on a comma ends a phrase too: a fact must be heard within two phrases that follow each other."""

_SENTENCE_MARKS = tuple("。！？.!?…")
_COMMAS = tuple("，,、；;：:")
_CLOSING = "\"'”’)）》」』]"


def joined(words: Sequence[Word], language: Language) -> str:
    """The words as one text: without spaces in Chinese (except between Latin words), with spaces in English."""
    if language is Language.EN:
        return " ".join(word.text for word in words)
    text = ""
    for word in words:
        if text and _latin(text[-1]) and _latin(word.text[0]):
            text += " "
        text += word.text
    return text


def phrases(words: Iterable[Word], language: Language, engine: str) -> tuple[HostSpoke, ...]:
    """Phrases end at a sentence mark, at a pause of 0.6 s, and at a comma once they are 6 s long."""
    finished: list[HostSpoke] = []
    current: list[Word] = []
    for word in words:
        if current and (_ends(current) or word.said.start - current[-1].said.end >= PAUSE):
            finished.append(phrase(current, language, engine))
            current = []
        current.append(word)
    if current:
        finished.append(phrase(current, language, engine))
    return tuple(finished)


def phrase(words: Sequence[Word], language: Language, engine: str) -> HostSpoke:
    """One phrase of at least one word; ``at`` is the end of its words."""
    said = Span(words[0].said.start, max(word.said.end for word in words))
    return HostSpoke(at=said.end, said=said, text=joined(words, language), words=tuple(words), engine=engine)


def spread(text: str, said: Span, confidence: float | None) -> tuple[Word, ...]:
    """A Chinese word as one word per character, its time shared out evenly."""
    step = said.length / len(text)
    return tuple(
        Word(character, Span(said.start + place * step, said.start + (place + 1) * step), confidence)
        for place, character in enumerate(text)
    )


def _ends(words: Sequence[Word]) -> bool:
    text = words[-1].text.rstrip(_CLOSING)
    if text.endswith(_SENTENCE_MARKS):
        return True
    return text.endswith(_COMMAS) and words[-1].said.end - words[0].said.start >= LONG


def _latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
