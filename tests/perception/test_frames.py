"""Short pitches in varied frames: what is marked in them is found, and nothing beside it.

A line is a pitch; ``{p:…}`` marks a price, ``{c:…}`` an invitation, ``{o:…}`` money off or a coupon, ``{f:…}`` a
filler. Lines without marks hold what could mislead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from simulator.domain.events import HostSpoke, Word
from simulator.domain.findings import CallToActionMade, DiscountTold, FillerSaid, PriceTold, PriceVerdict
from simulator.domain.language import Language
from simulator.domain.session import REACTION
from simulator.domain.units import Span

HERE = Path(__file__).parent
A_CHARACTER_S = 0.1
_MARK = re.compile(r"\{([pcof]):([^}]*)\}")
_WORDS = {Language.ZH: re.compile(r"[^\s]"), Language.EN: re.compile(r"\S+")}


@dataclass(frozen=True)
class Pitch:
    """A pitch without its marks, and where they stood: kind, first and behind the last character."""

    text: str
    marks: tuple[tuple[str, int, int], ...]


def pitch_of(line: str) -> Pitch:
    text, marks, at = "", [], 0
    for found in _MARK.finditer(line):
        text += line[at : found.start()]
        marks.append((found[1], len(text), len(text) + len(found[2])))
        text += found[2]
        at = found.end()
    return Pitch(text + line[at:], tuple(marks))


def spoken(pitch: Pitch, language: Language) -> Iterator[HostSpoke]:
    """Its sentences, every character a tenth of a second, so that a finding's time tells its place."""
    words: list[Word] = []
    for found in _WORDS[language].finditer(pitch.text):
        first, last = (A_CHARACTER_S * each for each in found.span())
        word = found.group()
        if words and not re.search(r"\w", word):
            words[-1] = Word(words[-1].text + word, words[-1].said, None)
        else:
            words.append(Word(word if language is Language.ZH else " " + word, Span(first, last), None))
        if word[-1] in "。！？.!?":
            yield _phrase(words)
            words = []
    if words:
        yield _phrase(words)


def _phrase(words: list[Word]) -> HostSpoke:
    said = Span(words[0].said.start, words[-1].said.end)
    text = "".join(word.text for word in words).strip()
    return HostSpoke(at=said.end + REACTION, said=said, text=text, words=tuple(words), engine="test")


def kinds(finding: object) -> str:
    """The marks a finding answers to."""
    match finding:
        case PriceTold():
            return "p"
        case CallToActionMade():
            return "o" if finding.kind == "coupon" else "c"
        case DiscountTold():
            return "" if finding.verdict is PriceVerdict.COMPARISON else "o"
        case FillerSaid():
            return "f"
        case _:
            return ""


def differences(stage: Any, pitch: Pitch) -> tuple[list[str], list[str]]:
    """Marks that no finding meets, and findings that no mark asks for."""
    found = [
        (kind, round(each.said.start / A_CHARACTER_S), round(each.said.end / A_CHARACTER_S))
        for each in stage.take(*spoken(pitch, stage.language))
        if (kind := kinds(each))
    ]

    def meets(one: tuple[str, int, int], other: tuple[str, int, int]) -> bool:
        return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]

    def told(each: tuple[str, int, int]) -> str:
        return f"{each[0]}: {pitch.text[each[1] : each[2]]}"

    missed = [told(mark) for mark in pitch.marks if not any(meets(mark, each) for each in found)]
    surplus = [told(each) for each in found if not any(meets(mark, each) for mark in pitch.marks)]
    return missed, surplus


def lines(language: Language) -> list[str]:
    return (HERE / f"frames.{language}.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("line", lines(Language.ZH))
def test_a_chinese_pitch_is_understood(chinese: Any, line: str) -> None:
    assert differences(chinese(), pitch_of(line)) == ([], [])


@pytest.mark.parametrize("line", lines(Language.EN))
def test_an_english_pitch_is_understood(english: Any, line: str) -> None:
    assert differences(english(), pitch_of(line)) == ([], [])
