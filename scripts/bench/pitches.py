"""Annotated pitches as the benchmarks read them: their words with times, and a scenario for what they sell."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from simulator.domain.events import HostSpoke, Word
from simulator.domain.language import Language
from simulator.domain.scenario import Scenario
from simulator.domain.session import REACTION
from simulator.domain.units import Span
from simulator.storage.content import scenario_of

PHRASE_GAP_S = 0.5
EVEN_S = {Language.ZH: 0.22, Language.EN: 0.36}
"""Seconds a character or word lasts where the pitch gives no times."""
_PIECE = {Language.ZH: re.compile(r"[A-Za-z0-9.]*[A-Za-z0-9]|[^\s]"), Language.EN: re.compile(r"\S+")}
_MARK = re.compile(r"[，。！？、；：,.!?;:\"“”…—\-()（）]")


@dataclass(frozen=True)
class Annotation:
    """An annotated stretch, in seconds."""

    kind: str
    text: str
    said: Span
    value: float | None


@dataclass(frozen=True)
class Pitch:
    """An annotated pitch with the times of its own words."""

    name: str
    language: Language
    text: str
    words: list[list[Any]]
    annotations: list[Annotation]
    length_s: float
    products: list[dict[str, Any]]

    def span(self, start: int, end: int) -> Span:
        """When the characters ``start`` to ``end`` of the text are said."""
        inside = [word for word in self.words if word[4] < end and word[5] > start]
        return Span(inside[0][1], inside[-1][2])


def pitch_of(path: Path) -> Pitch | None:
    """The pitch of a ``speech-pitch/1`` file, None for any other; words without times are spread evenly."""
    read = json.loads(path.read_text("utf-8"))
    if (
        not isinstance(read, dict)
        or read.get("schema") != "speech-pitch/1"
        or read["language"][:2] not in list(Language)
    ):
        return None
    language = Language(read["language"][:2])
    text = read["text"]
    words = _timed(text, read["tokens"], language) if read.get("tokens") else _even(text, language)
    length = max(float(read.get("duration_s") or 0), words[-1][2])
    pitch = Pitch(path.stem, language, text, words, [], length, read.get("products", []))
    for event in read["events"]:
        start = event["char_start"]
        end = event.get("char_end", start + len(event["text"]))
        said = Span(event["start"], event["end"]) if "start" in event else pitch.span(start, end)
        pitch.annotations.append(Annotation(event["kind"], event["text"], said, event.get("value")))
    return pitch


def _timed(text: str, tokens: list[list[Any]], language: Language) -> list[list[Any]]:
    words: list[list[Any]] = []
    for at, (_, start, begins, ends) in enumerate(tokens):
        stop = tokens[at + 1][1] if at + 1 < len(tokens) else len(text)
        shown = text[start:stop].strip() if language is Language.ZH else " " + text[start:stop].strip()
        words.append([shown, begins, ends, None, start, stop])
    return words


def _even(text: str, language: Language) -> list[list[Any]]:
    words: list[list[Any]] = []
    at = 0.0
    for found in _PIECE[language].finditer(text):
        piece = found.group()
        if not _MARK.sub("", piece):
            if words:
                words[-1][0] += piece
                words[-1][5] = found.end()
                at += 0.1
            continue
        shown = piece if language is Language.ZH else " " + piece
        words.append([shown, at, at + EVEN_S[language], None, *found.span()])
        at += EVEN_S[language]
    return words


def phrases(words: list[list[Any]]) -> list[HostSpoke]:
    """Words in phrases, cut where the speaker paused or a sentence ended."""
    spoken: list[HostSpoke] = []
    current: list[Word] = []
    for text, start, end, confidence, *_ in words:
        if current and (start - current[-1].said.end >= PHRASE_GAP_S or current[-1].text.rstrip()[-1:] in "。.!?！？"):
            spoken.append(_phrase(current))
            current = []
        current.append(Word(text, Span(start, max(start, end)), confidence))
    if current:
        spoken.append(_phrase(current))
    return spoken


def _phrase(words: list[Word]) -> HostSpoke:
    said = Span(words[0].said.start, words[-1].said.end)
    text = "".join(word.text for word in words).strip()
    return HostSpoke(at=said.end + REACTION, said=said, text=text, words=tuple(words), engine="bench")


def scenario_for(pitch: Pitch, folder: Path) -> Scenario:
    """The scenario made of the pitch's own products, else the file whose words all stand in the pitch's name."""
    if pitch.products:
        return scenario_of(json.dumps(_scenario(pitch)), pitch.name)
    found = next(
        path
        for path in sorted(folder.glob("*.scenario.json"))
        if all(part in pitch.name for part in path.name.removesuffix(".scenario.json").split("_"))
    )
    return scenario_of(found.read_text("utf-8"), pitch.name)


def _scenario(pitch: Pitch) -> dict[str, Any]:
    """A shop that sells what the pitch names and whose fact cards say nothing but name, price and unit."""
    zh = pitch.language is Language.ZH
    products = []
    for at, given in enumerate(pitch.products, start=1):
        price = float(given["price"])
        product = {
            "id": f"p{at}",
            "link_no": at,
            "name": given["name"],
            "aliases": given.get("aliases", []),
            "category": "agri_product",
            "price": price,
            "unit": given.get("unit", ""),
            "shipping": 0,
            "stock": 132,
            "counter_stock": 132,
            "counter_lag_s": 0,
            "facts": [
                {
                    "id": "price",
                    "kind": "price",
                    "cue": str(price),
                    "heard_as": [[f"{price:g}元"] if zh else [f"{price:g} dollars"]],
                    "topics": ["price"],
                }
            ],
            "price_history": [{"from_days": 60, "to_days": 0, "price": price}],
            "slots": {},
        }
        if given.get("coupon_off"):
            product["coupon"] = {"off": given["coupon_off"], "pieces": 100}
        products.append(product)
    both = {"zh": pitch.name, "en": pitch.name}
    return {
        "schema": "bolian-scenario/1",
        "about": "Made for a benchmark.",
        "id": "B1",
        "version": "1.0.0",
        "title": both,
        "brief": both,
        "debrief": both,
        "tier": 1,
        "group": "NF",
        "market": "cn" if zh else "us",
        "language": str(pitch.language),
        "currency": "CNY" if zh else "USD",
        "length_s": max(60, round(pitch.length_s)),
        "seller": {"name": "-", "heard_as": ["-"], "story": "-", "connection": "-"},
        "products": products,
        "run_of_show": [{"id": "all", "name": pitch.name, "length_s": max(60, round(pitch.length_s))}],
        "crowd": {
            "preset": "lab_default",
            "entries_per_min": 20,
            "follower_share": 0.1,
            "comment_multiplier": 1,
            "refund_logit": -2.2,
        },
        "rubric": "live-sales-default",
    }
