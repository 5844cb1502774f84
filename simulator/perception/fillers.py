"""Fillers: hesitation sounds, and words that only fill when they are set off."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.domain.findings import FillerSaid
from simulator.domain.language import Language
from simulator.domain.units import Seconds
from simulator.perception.phrasebook import Phrasebook
from simulator.perception.sounds import Sounds
from simulator.perception.wording import Phrase, Reader

SET_OFF: Seconds = 0.2
"""A gap this long sets a word off where the recogniser gives no comma (ours)."""
SOUND_WEIGHT = 1.0
WORD_WEIGHT = 0.5
"""Weights of rubric E2."""
DOUBTFUL = 0.5
"""A single syllable set off on both sides that was recognised with less confidence is a hesitation written down as a
word: 红 or 等 for 嗯 (ours)."""
UNSURE = 0.8
"""Two syllables recognised with more confidence are what they were written as: 肉厚 is not 然后 (ours)."""
NEAR_SOUND = 0.7
"""How far two syllables set off on both sides may sound from a filler word: 那跟 for 那个 (ours)."""
_LEAD_IN = frozenset({"but", "and", "so", "then", "because", "just"})
"""English words a filler may lean on: "but like, I can't promise"."""
_MARKS = frozenset(",.!?;:，。！？；：、…")


class FillerListener:
    """Hears fillers in one phrase."""

    def __init__(self, reader: Reader, sounds: Sounds, phrasebook: Phrasebook) -> None:
        self._language = reader.language
        self._sounds = sounds
        forms = [
            *((each, SOUND_WEIGHT, False) for each in phrasebook.hesitations),
            *((each, SOUND_WEIGHT, True) for each in phrasebook.loose_hesitations),
            *((each, WORD_WEIGHT, True) for each in phrasebook.filler_words),
        ]
        self._forms = sorted(
            ((reader.tokens(each), weight, loose) for each, weight, loose in forms), key=lambda form: -len(form[0])
        )

    def hear(self, phrase: Phrase) -> Iterator[FillerSaid]:
        """Fillers in spoken order."""
        at = 0
        while at < len(phrase.tokens):
            size, weight = self._filler(phrase, at)
            if weight:
                start, end = phrase.token_origin[at][0], phrase.token_origin[at + size - 1][1]
                yield FillerSaid(
                    at=phrase.at, said=phrase.span(start, end), weight=weight, quote=phrase.quote(start, end)
                )
            at += size

    def _filler(self, phrase: Phrase, at: int) -> tuple[int, float]:
        """How many tokens make the filler that begins here, and its weight; 1 and 0 where there is none."""
        for form, weight, loose in self._forms:
            if phrase.tokens[at : at + len(form)] == form and self._counts(phrase, at, at + len(form), loose):
                return len(form), weight
        if self._language is Language.ZH and self._apart_before(phrase, at):
            if self._apart_after(phrase, at + 1):
                confidence = phrase.confidence(*phrase.token_origin[at])
                if confidence is not None and confidence < DOUBTFUL:
                    return 1, SOUND_WEIGHT
            elif self._apart_after(phrase, at + 2) and self._misheard(phrase, at):
                return 2, WORD_WEIGHT
        return 1, 0.0

    def _misheard(self, phrase: Phrase, at: int) -> bool:
        """Whether two syllables that the recogniser was not sure of may have been a filler word."""
        confidence = phrase.confidence(phrase.token_origin[at][0], phrase.token_origin[at + 1][1])
        return (
            confidence is not None
            and confidence < UNSURE
            and any(
                len(form) == 2 and weight == WORD_WEIGHT and self._sounds_near(form, phrase.tokens[at : at + 2])
                for form, weight, _ in self._forms
            )
        )

    def _sounds_near(self, form: tuple[str, ...], heard: tuple[str, ...]) -> bool:
        if len(heard) != len(form):
            return False
        costs = self._sounds.costs(*self._sounds.learn(form), *self._sounds.learn(heard)).diagonal()
        return bool(costs.sum() <= NEAR_SOUND)

    def _counts(self, phrase: Phrase, start: int, end: int, loose: bool) -> bool:
        before, after = self._apart_before(phrase, start), self._apart_after(phrase, end)
        if loose:
            leans = phrase.tokens[start - 1] in _LEAD_IN if start else False
            # "Just so you know, …" informs.
            informs = phrase.tokens[start - 1 : end] == ("so", "you", "know")
            return after and (before or (leans and not informs))
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
