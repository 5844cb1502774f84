"""Words are found again among all that was said."""

from __future__ import annotations

from simulator.domain.events import HostSpoke, Word
from simulator.domain.scenario import Scenario
from simulator.domain.session import SessionHeader, Transcript
from simulator.domain.units import Span
from simulator.storage.store import SqliteStore


def phrase(text: str, at: float = 2.0) -> HostSpoke:
    words = tuple(Word(letter, Span(at - 1, at), 0.9) for letter in text[:3])
    return HostSpoke(at=at, said=Span(at - 1, at), text=text, words=words, engine="vosk")


SAID = (
    "今天给大家带来我们自家的脐橙",
    "一箱五公斤，只要39.9元",
    "口红和红口不是一回事",
    "THE Bamboo board, it's 24.90 dollars",
    '百分之百*不_会%坏"OR"',
    "",
    "😀😀",
)
ASKED = (
    "脐橙",
    "橙",
    "口红",
    "红口",
    "39.9",
    "bamboo BOARD",
    "board bamboo",
    "五公斤",
    "公斤五",
    "“自家”的",
    "is",
    "不",
)


def test_search_finds_what_a_plain_scan_finds(store: SqliteStore, header: SessionHeader, scenario: Scenario) -> None:
    store.begin(header, scenario)
    phrases = tuple(phrase(text, 2.0 + number) for number, text in enumerate(SAID))
    store.save_transcript(header.id, Transcript(engine="x", final=True, phrases=phrases))
    for words in ASKED:
        found = [each.phrase.text for each in store.phrases_with(words)]
        assert found == [text for text in SAID if plain(words) in plain(text)], words
    assert len(store.phrases_with("口红")) == 1


def plain(text: str) -> str:
    """Words with one space between, Han letters apart: what a reader would call the same words."""
    spaced = "".join(f" {sign} " if "一" <= sign <= "鿿" else sign if sign.isalnum() else " " for sign in text)
    return f" {' '.join(spaced.lower().split())} "


SIGNS = ("'; DROP TABLE", '" OR', "%", "_", "\\", "*", '""', "NEAR(", "a AND", "(", ")", "^", "words:", "-", "")


def test_signs_in_a_search_are_never_an_error(store: SqliteStore, header: SessionHeader, scenario: Scenario) -> None:
    store.begin(header, scenario)
    store.save_transcript(header.id, Transcript(engine="x", final=True, phrases=(phrase("脐橙"),)))
    for words in SIGNS:
        assert store.phrases_with(words) == (), words


# ------------------------------------------------------------------------------------ marks
