"""Fillers: hesitation sounds, and words that only fill when they are set off."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.domain.findings import FillerSaid
from simulator.domain.language import Language
from simulator.domain.units import Seconds
from simulator.perception.phrasebook import Phrasebook
from simulator.perception.wording import Phrase, Reader

SET_OFF: Seconds = 0.2
"""A gap this long sets a word off where the recogniser gives no comma (ours)."""
SOUND_WEIGHT = 1.0
WORD_WEIGHT = 0.5
"""Weights of rubric E2."""
_MARKS = frozenset(",.!?;:，。！？；：、…")


class FillerListener:
    """Hears fillers in one phrase."""

    def __init__(self, reader: Reader, phrasebook: Phrasebook) -> None:
        self._language = reader.language
        forms = [
            *((each, SOUND_WEIGHT, False) for each in phrasebook.hesitations),
            *((each, SOUND_WEIGHT, True) for each in phrasebook.loose_hesitations),
            *((each, WORD_WEIGHT, True) for each in phrasebook.filler_words),
        ]
        self._forms = sorted(
            ((reader.tokens(each), weight, loose) for each, weight, loose in forms), key=lambda form: -len(form[0])
        )

    def hear(self, phrase: Phrase) -> Iterator[FillerSaid]:
        at = 0
        while at < len(phrase.tokens):
            size = 1
            for form, weight, loose in self._forms:
                if phrase.tokens[at : at + len(form)] == form and self._counts(phrase, at, at + len(form), loose):
                    start, end = phrase.token_origin[at][0], phrase.token_origin[at + len(form) - 1][1]
                    yield FillerSaid(
                        at=phrase.at, said=phrase.span(start, end), weight=weight, quote=phrase.quote(start, end)
                    )
                    size = len(form)
                    break
            at += size

    def _counts(self, phrase: Phrase, start: int, end: int, loose: bool) -> bool:
        before, after = self._apart_before(phrase, start), self._apart_after(phrase, end)
        if loose:
            return before and after
        # Even a plain hesitation sound must not be part of a Chinese word (额度).
        return before or after or self._language is Language.EN

    @staticmethod
    def _apart_before(phrase: Phrase, token: int) -> bool:
        if token == 0:
            return True
        before, here = phrase.token_origin[token - 1][1], phrase.token_origin[token][0]
        return (
            any(each in _MARKS for each in phrase.raw[before:here])
            or phrase.times[here].start - phrase.times[before - 1].end >= SET_OFF
        )

    def _apart_after(self, phrase: Phrase, token: int) -> bool:
        return token >= len(phrase.tokens) or self._apart_before(phrase, token)
