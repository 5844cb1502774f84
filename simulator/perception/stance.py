"""How words stand in their sentence: claimed, denied, asked, supposed, or only reported."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from simulator.domain.language import Language
from simulator.perception import stance_en, stance_zh
from simulator.perception.stance_signs import Signs
from simulator.perception.wording import Phrase

REACH = {Language.ZH: 40, Language.EN: 110}
"""So many characters before and behind the words are looked at (ours: two or three clauses)."""


class Stance(StrEnum):
    """What a host does with words; all but ASSERTED are, each in its way, no claim of the host's own."""

    ASSERTED = "asserted"
    NEGATED = "negated"
    """不是全网最低, "it isn't the best"."""
    DISCLAIMED = "disclaimed"
    """The host tells that it may not or will not be said: 不能说最好, "I can't say it cures"."""
    REPORTED = "reported"
    """Others say it: 别家都说最低, "some sellers claim"."""
    QUOTED_FROM_VIEWER = "quoted_from_viewer"
    """A comment read out: 有朋友问是不是最低, "Anna asks if it cures"."""
    QUESTIONED = "questioned"
    """Asked and left open: 这是最低价吗. A question that wants a yes (这不是最低吗) asserts."""
    HYPOTHETICAL = "hypothetical"
    """如果…, "if it were …"."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands around words: in their clause, and in their sentence."""

    before: str
    """The sentence up to the words."""
    near: str
    """Their clause up to the words."""
    words: str
    after: str
    """Their clause behind the words."""
    rest: str
    """The sentence behind the words."""
    text: str = ""
    """All that was looked at, other sentences too."""


def stance(phrase: Phrase, start: int, end: int) -> Stance:
    """How the recognised characters ``start`` to ``end`` are meant, judged by the words around them in their sentence.

    Ours: a small grammar of closed word classes, after the trigger-and-scope method of NegEx (Chapman et al. 2001).
    """
    language = Language.ZH if _HAN.search(phrase.plain.text) else Language.EN
    text = phrase.plain.text
    begin, stop = phrase.plain.within(start, end)
    reach = REACH[language]
    low, high = max(0, begin - reach), min(len(text), stop + reach)
    return stance_of(text[low:begin], text[begin:stop], text[stop:high], language)


def stance_of(before: str, words: str, after: str, language: Language) -> Stance:
    """The same for plain text (lower case, simplified, no spaces in Chinese) around the words."""
    return _judged(setting(before, words, after, language), language)


def without_asides(text: str, language: Language) -> str:
    """The text with a comma for every aside whose "not" denies nothing: 不骗你, "no kidding"."""
    return _ASIDES[language].sub(",", text)


def setting(before: str, words: str, after: str, language: Language) -> Setting:
    """The sentence and the clause around words. "But" begins a clause as a comma does."""
    marks = _MARKS[language]
    sentence = before[_last_end(marks.sentence, before) :]
    near = sentence[_last_end(marks.clause, sentence) :]
    rest_stop = marks.sentence.search(after)
    # A question mark belongs to its sentence.
    rest = after[: rest_stop.end()] if rest_stop else after
    clause_stop = marks.clause.search(rest)
    behind = rest[: clause_stop.start()] if clause_stop else rest
    return Setting(sentence, near, words, behind, rest, before + words + after)


@lru_cache(maxsize=512)
def _judged(place: Setting, language: Language) -> Stance:
    signs = _SIGNS[language]
    if signs.disclaims.search(place.near) or signs.disclaims_after.search(place.rest):
        return Stance.DISCLAIMED
    onward = place.words + place.rest
    if signs.offered.search(place.before) and signs.refused.search(onward):
        return Stance.DISCLAIMED
    if signs.told.search(place.before) and signs.corrected.search(onward):
        return Stance.QUOTED_FROM_VIEWER
    if signs.viewer.search(place.before) and (
        signs.asked.search(place.before) or signs.distance.search(place.text) or place.rest.endswith(("?", "？"))
    ):
        return Stance.QUOTED_FROM_VIEWER
    reported = signs.reports.search(place.before) is not None
    if reported and signs.distance.search(place.text):
        return Stance.DISCLAIMED
    denied_behind = signs.denies_after.search(place.rest) is not None
    denied = denied_behind or _denied(place, signs)
    asked = signs.asks.search(place.near) or any(signs.asks_after.search(each) for each in (place.after, place.rest))
    if asked:
        # 这不是全网最低吗, "isn't this the cheapest?" want a yes.
        wants_yes = signs.wants_yes.search(place.near) or signs.tag.search(place.rest)
        denies_before = denied and not denied_behind
        return Stance.ASSERTED if wants_yes or denies_before else Stance.QUESTIONED
    if denied:
        return Stance.NEGATED
    if reported and signs.rivals.search(place.before):
        return Stance.REPORTED
    if signs.supposes.search(place.near):
        return Stance.HYPOTHETICAL
    return Stance.ASSERTED


def _denied(place: Setting, signs: Signs) -> bool:
    found = signs.denies.search(place.near)
    return found is not None and not signs.denies_not.search(place.near[max(0, found.start() - 4) :] + place.words[:2])


def _last_end(pattern: re.Pattern[str], text: str) -> int:
    return max((found.end() for found in pattern.finditer(text)), default=0)


_SIGNS = {Language.ZH: stance_zh.SIGNS, Language.EN: stance_en.SIGNS}
_MARKS = {Language.ZH: stance_zh.MARKS, Language.EN: stance_en.MARKS}
_ASIDES = {Language.ZH: stance_zh.ASIDES, Language.EN: stance_en.ASIDES}
_HAN = re.compile(r"[㐀-鿿]")
