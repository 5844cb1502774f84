"""A phrase as perception reads it: normalised texts in which every character keeps its time."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import opencc

from simulator.domain.events import HostSpoke
from simulator.domain.language import Language
from simulator.domain.units import Seconds, Span
from simulator.perception.numbers import english_numbers, han_numbers, in_han, shown

SENTENCE_PAUSE: Seconds = 0.6
"""A pause this long ends a sentence where the recogniser gives no marks (rule packs, ``detector.normalise``)."""

CLAUSE_PAUSE: Seconds = 0.25
"""A pause this long ends a clause where the recogniser gives no marks (ours: the gap between words is a tenth)."""

_NEEDS_WORK = re.compile(r"[^㐀-鿿，。！？、]|[零〇一二两三四五六七八九十百千万亿半]")
"""Latin letters, digits and numerals: a wording without them is its own characters."""
_HAN = re.compile(r"[㐀-鿿]")
_IN_NUMBER = re.compile(r"[\d零一二两三四五六七八九十百千万点块元毛钱半]")
_ONES = frozenset("一二两三四五六七八九")
"""Two of them in a row are two numbers where there is a pause: 二十八，五块六."""
_MARKS_AT_MOST = 40
"""Marks in a row that are passed over: more are no punctuation, and their times tell nothing."""
_MARKS = frozenset(",.!?;:，。！？；：、…")
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'"})
_TOKEN = re.compile(r"[$£€]?\d[\d,]*(?:\.\d+)?%?|[a-z]+(?:'[a-z]+)*")
_CURRENCY_WORDS = {
    "$": "dollars", "£": "pounds", "€": "euros", "dollar": "dollars", "bucks": "dollars", "buck": "dollars",
    "pound": "pounds", "euro": "euros", "quid": "pounds",
}  # fmt: skip
_HAN_LETTERS = {"kg": "公斤", "g": "克", "cm": "厘米", "mm": "毫米", "ml": "毫升", "h": "小时", "千克": "公斤"}
_HAN_UNIT_LETTERS = re.compile(r"(?<=[0-9零一二三四五六七八九十百千万半点])(kg|cm|mm|ml|g|h|千克)(?![a-z])")


@dataclass(frozen=True, slots=True)
class View:
    """One normalised text of a phrase; ``origin`` gives for every character the recognised ones it came from."""

    text: str
    origin: tuple[tuple[int, int], ...]

    def recognised(self, start: int, end: int) -> tuple[int, int]:
        """The recognised characters behind ``text[start:end]``."""
        return self.origin[start][0], max(stop for _, stop in self.origin[start:end])

    def within(self, start: int, end: int) -> tuple[int, int]:
        """Where the recognised characters ``start`` to ``end`` stand in ``text``."""
        begin = bisect_left(self.origin, start, key=lambda each: each[0])
        return begin, max(begin, bisect_left(self.origin, end, key=lambda each: each[0]))


@dataclass(frozen=True, slots=True)
class Phrase:
    """What was heard, as recognised (``raw``), and its views.

    ``plain`` is for regular expressions: NFKC, lower case, simplified, Chinese without spaces.
    ``digits`` is ``plain`` with every number in digits; ``numerals`` with small numbers in words.
    ``tokens`` are what wordings are matched with: characters in Chinese (numbers in numerals), words in English
    (numbers in digits), without marks.
    """

    at: Seconds
    said: Span
    raw: str
    times: tuple[Span, ...]
    confidences: tuple[float | None, ...]
    plain: View
    digits: View
    numerals: View
    tokens: tuple[str, ...]
    token_origin: tuple[tuple[int, int], ...]

    def span(self, start: int, end: int) -> Span:
        """When the recognised characters ``start`` to ``end`` were said."""
        return Span(self.times[start].start, max(self.times[end - 1].end, self.times[start].start))

    def quote(self, start: int, end: int) -> str:
        return self.raw[start:end].strip(" ,.，。!?！？、")

    def confidence(self, start: int, end: int) -> float | None:
        """Mean confidence of the recogniser in these characters; None where it gave none."""
        given = [each for each in self.confidences[start:end] if each is not None]
        return sum(given) / len(given) if given else None


class Reader:
    """Reads phrases and wordings of one language alike, so that equal things become equal texts."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._simplified = opencc.OpenCC("t2s")

    def phrase(self, spoke: HostSpoke) -> Phrase:
        raw, times, confidences = self._recognised(spoke)
        plain = self._plain(raw, times)
        if self.language is Language.ZH:
            digits = numerals = self._in_digits(plain)
            tokens, token_origin = self._characters(plain, False)
        else:
            tokens, token_origin = self._words(plain)
            digits, numerals = self._spelled(plain)
        return Phrase(
            at=spoke.at, said=spoke.said, raw=raw, times=times, confidences=confidences, plain=plain,
            digits=digits, numerals=numerals, tokens=tokens, token_origin=token_origin,
        )  # fmt: skip

    def tokens(self, wording: str) -> tuple[str, ...]:
        """A wording (of a fact, a name, a key) in the form phrases are matched in."""
        if self.language is Language.ZH:
            simple = self._simplify(wording)
            if not _NEEDS_WORK.search(simple):
                return tuple(each for each in simple if each.isalnum())
        plain = self._plain(wording, None)
        return (self._characters(plain, True) if self.language is Language.ZH else self._words(plain))[0]

    def plain(self, wording: str) -> str:
        return self._plain(wording, None).text

    # -------------------------------------------------------------------------------- what was recognised

    def _recognised(self, spoke: HostSpoke) -> tuple[str, tuple[Span, ...], tuple[float | None, ...]]:
        raw = ""
        times: list[Span] = []
        confidences: list[float | None] = []
        if not spoke.words:
            text = spoke.text.strip()
            return text, _spread(text, spoke.said), (None,) * len(text)
        spaced = self.language is Language.EN
        keeps_spaces = any(word.text[:1].isspace() for word in spoke.words[1:])
        for word in spoke.words:
            text = word.text.strip()
            if not text:
                continue
            if raw and spaced and (word.text[:1].isspace() if keeps_spaces else text[0] not in ".,'’%-!?;:"):
                raw += " "
                times.append(Span(times[-1].end, times[-1].end))
                confidences.append(None)
            raw += text
            times.extend(_spread(text, word.said))
            confidences.extend([word.confidence] * len(text))
        return raw, tuple(times), tuple(confidences)

    # -------------------------------------------------------------------------------- views

    def _plain(self, raw: str, times: Sequence[Span] | None) -> View:
        """Normalised for regular expressions; with times, a long pause without a mark becomes a full stop."""
        simplified = self._simplify(raw) if self.language is Language.ZH else raw
        text: list[str] = []
        origin: list[tuple[int, int]] = []
        for at, character in enumerate(simplified):
            if (
                times is not None
                and text
                and text[-1] not in _MARKS
                and not character.isspace()
                and character not in _MARKS
                and times[at].start - _end_before(times, raw, at) >= SENTENCE_PAUSE
            ):
                if self.language is Language.ZH:
                    text.append("。")
                    origin.append((at, at))
                elif text[-1] == " ":
                    text[-1:] = [".", " "]
                    origin.append((at, at))
            for piece in unicodedata.normalize("NFKC", character.translate(_APOSTROPHES)).lower():
                if piece.isspace():
                    if self.language is Language.ZH or (text and text[-1] == " "):
                        continue
                    piece = " "
                text.append(piece)
                origin.append((at, at + 1))
        return View("".join(text), tuple(origin))

    def _simplify(self, raw: str) -> str:
        whole = str(self._simplified.convert(raw))
        if len(whole) == len(raw):
            return whole
        return "".join(str(self._simplified.convert(each))[:1] or each for each in raw)

    # -------------------------------------------------------------------------------- Chinese

    def _in_digits(self, plain: View) -> View:
        return replaced(plain, [(run.start, run.end, shown(run.value)) for run in han_numbers(plain.text)])

    def _characters(self, plain: View, is_wording: bool) -> tuple[tuple[str, ...], tuple[tuple[int, int], ...]]:
        """Characters for matching: numbers in numerals, money as N块M, Latin units in Chinese, no marks."""
        view = replaced(plain, [(*found.span(), _HAN_LETTERS[found[0]]) for found in _matches_han_letters(plain.text)])
        changes: list[tuple[int, int, str]] = []
        for run in han_numbers(view.text):
            start, end, value = run.start, run.end, run.value
            after = view.text[end:]
            if after.startswith("%"):
                changes.append((start, end + 1, "百分之" + ("百" if value == 100 else in_han(value))))
                continue
            money = re.match(r"块|元", after)
            if money:
                whole, _, cents = shown(value).partition(".")
                text = in_han(Decimal(whole)) + "块"
                end += 1
                if cents:
                    text += "".join(in_han(Decimal(each)) for each in cents)
                # 三十块 is heard in 三十块钱, but 二十九块九 is not in 二十九块钱就: a phrase keeps its 钱.
                changes.append((start, end + (is_wording and view.text[end : end + 1] == "钱"), text))
                continue
            changes.append((start, end, in_han(value)))
        view = replaced(view, changes)
        if "百分百" in view.text:
            view = replaced(view, [(*found.span(), "百分之百") for found in re.finditer("百分百", view.text)])
        kept = [at for at, each in enumerate(view.text) if each.isalnum()]
        return tuple(view.text[at] for at in kept), tuple(view.origin[at] for at in kept)

    # -------------------------------------------------------------------------------- English

    def _words(self, plain: View) -> tuple[tuple[str, ...], tuple[tuple[int, int], ...]]:
        tokens: list[str] = []
        origin: list[tuple[int, int]] = []
        for found in _TOKEN.finditer(plain.text):
            word = found.group()
            place = plain.recognised(*found.span())
            sign = word[0] if word[0] in "$£€" else ""
            percent = word.endswith("%")
            tokens.append(word.strip("$£€%"))
            origin.append(place)
            if sign:
                tokens.append(_CURRENCY_WORDS[sign])
                origin.append(place)
            if percent:
                tokens.append("percent")
                origin.append(place)
        return _numbers_joined(tokens, origin)

    def _spelled(self, plain: View) -> tuple[View, View]:
        found = list(_TOKEN.finditer(plain.text))
        words = [each.group() for each in found]
        to_digits: list[tuple[int, int, str]] = []
        to_words: list[tuple[int, int, str]] = []
        for run in english_numbers(words):
            start, end = found[run.start].start(), found[run.end - 1].end()
            to_digits.append((start, end, shown(run.value)))
            spelled = _SPELLED.get(shown(run.value))
            if spelled:
                to_words.append((start, end, spelled))
        return replaced(plain, to_digits), replaced(plain, to_words)


_SPELLED = {
    "1": "one", "2": "two", "3": "three", "4": "four", "5": "five", "6": "six", "7": "seven", "8": "eight",
    "9": "nine", "10": "ten", "11": "eleven", "12": "twelve", "20": "twenty", "30": "thirty", "40": "forty",
    "50": "fifty", "100": "a hundred",
}  # fmt: skip
"""Numbers that rule packs spell out."""


def _numbers_joined(
    tokens: list[str], origin: list[tuple[int, int]]
) -> tuple[tuple[str, ...], tuple[tuple[int, int], ...]]:
    """Numbers in digits, and "12 dollars and 99 cents" as "12.99 dollars"."""
    joined: list[str] = []
    places: list[tuple[int, int]] = []
    at = 0
    for run in english_numbers(tokens):
        joined.extend(tokens[at : run.start])
        places.extend(origin[at : run.start])
        joined.append(shown(run.value))
        places.append((origin[run.start][0], origin[run.end - 1][1]))
        at = run.end
    joined.extend(tokens[at:])
    places.extend(origin[at:])
    at = 0
    while at < len(joined):
        if at + 3 < len(joined) and _CURRENCY_WORDS.get(joined[at + 1], joined[at + 1]) in _CURRENCY_WORDS.values():
            skip = 1 if joined[at + 2] == "and" else 0
            cents = joined[at + 2 + skip : at + 4 + skip]
            if (
                len(cents) == 2
                and cents[1] in ("cents", "cent", "pence", "p")
                and joined[at].isdigit()
                and cents[0].isdigit()
                and len(cents[0]) <= 2
            ):
                joined[at] = shown(Decimal(f"{joined[at]}.{int(cents[0]):02d}"))
                joined[at + 2 : at + 4 + skip] = []
                places[at] = (places[at][0], places[at + 3 + skip][1])
                places[at + 1] = places[at]
                places[at + 2 : at + 4 + skip] = []
        at += 1
    return tuple(joined), tuple(places)


def _matches_han_letters(text: str) -> list[re.Match[str]]:
    return list(_HAN_UNIT_LETTERS.finditer(text))


def replaced(view: View, changes: Sequence[tuple[int, int, str]]) -> View:
    """The view with stretches replaced; each new character comes from the whole stretch."""
    if not changes:
        return view
    text: list[str] = []
    origin: list[tuple[int, int]] = []
    at = 0
    for start, end, new in changes:
        text.append(view.text[at:start])
        origin.extend(view.origin[at:start])
        text.append(new)
        origin.extend([view.recognised(start, end)] * len(new))
        at = end
    text.append(view.text[at:])
    origin.extend(view.origin[at:])
    return View("".join(text), tuple(origin))


def _spread(text: str, said: Span) -> tuple[Span, ...]:
    """The time of each character: equal shares, marks and spaces take none."""
    counted = [0]
    for character in text:
        counted.append(counted[-1] + (character.isalnum()))
    share = said.length / max(counted[-1], 1)
    return tuple(
        Span(said.start + share * counted[at], said.start + share * counted[at + 1]) for at in range(len(text))
    )


def _end_before(times: Sequence[Span], raw: str, at: int) -> Seconds:
    before = at - 1
    while before > max(0, at - _MARKS_AT_MOST) and not raw[before].isalnum():
        before -= 1
    return times[before].end


def paused(phrase: Phrase) -> Phrase:
    """The phrase with a comma in its plain view wherever the host paused and nothing is marked.

    Within a number there is none: a recogniser's times are not so exact.
    """
    view = phrase.plain
    changes = [
        (at, at, "，" if _HAN.match(view.text[at]) else ",")
        for at in range(1, len(view.text))
        if _pauses(phrase, view, at)
    ]
    if not changes:
        return phrase
    text, origin, last = [], [], 0
    for at, _, mark in changes:
        text += [view.text[last:at], mark]
        origin += [*view.origin[last:at], (view.origin[at - 1][1], view.origin[at][0])]
        last = at
    return replace(phrase, plain=View("".join(text) + view.text[last:], (*origin, *view.origin[last:])))


def _pauses(phrase: Phrase, view: View, at: int) -> bool:
    before, here = view.text[at - 1], view.text[at]
    if before in _MARKS or here in _MARKS or before == " ":
        return False
    if _IN_NUMBER.match(before) and _IN_NUMBER.match(here) and not (before in _ONES and here in _ONES):
        return False
    after = at + 1 if here == " " and at + 1 < len(view.text) else at
    if view.origin[after][0] >= len(phrase.times):
        return False
    return phrase.times[view.origin[after][0]].start - phrase.times[view.origin[at - 1][1] - 1].end >= CLAUSE_PAUSE


def pause_behind(phrase: Phrase, token: int) -> bool:
    """Whether the host paused behind this token, which is not the last."""
    end, start = phrase.token_origin[token][1], phrase.token_origin[token + 1][0]
    return phrase.times[start].start - phrase.times[end - 1].end >= CLAUSE_PAUSE


def tokens_of(phrase: Phrase, start: int, end: int) -> tuple[int, int]:
    """The tokens (first, behind the last) that hold the recognised characters ``start`` to ``end``."""
    first = bisect_right([stop for _, stop in phrase.token_origin], start)
    return first, max(first, bisect_left([begin for begin, _ in phrase.token_origin], end))
