"""What perception costs: an hour of dense talk about twenty products with comments, long phrases, hostile text.

    python scripts/bench/perception.py FOLDER [--minutes 60]

FOLDER holds annotated pitches (``speech-pitch/1``), whose true text is spoken again and again. Processor time, so that
a busy machine changes little.
"""

from __future__ import annotations

import argparse
import dataclasses
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from pitches import Pitch, phrases, pitch_of, scenario_for

from simulator.domain.crowd import Cause, CommentPosted, Reason, Viewer
from simulator.domain.events import Event, HostSpoke, WentLive
from simulator.domain.language import Language
from simulator.domain.scenario import Product, Scenario, Topic
from simulator.domain.session import REACTION
from simulator.domain.units import Span
from simulator.perception.listener import Listener
from simulator.storage.content import FolderLibrary

ROOT = Path(__file__).parents[2]
PRODUCTS = 20
EVERY_S = 4.0
"""A question is asked so often."""
HOSTILE = {
    "100,000 words without a pause": {
        Language.ZH: "这个苹果三十九块九喜欢的点小黄车" * 6250,
        Language.EN: "grab one for just ten dollars now " * 14300,
    },
    "a line of 1 MB": {Language.ZH: "甜" * 350_000, Language.EN: "a" * 1_000_000},
    "marks only": {Language.ZH: "，。！？" * 25_000, Language.EN: ",.!? " * 20_000},
    "emoji": {Language.ZH: "😀🍎" * 50_000, Language.EN: "😀🍎 " * 33_000},
    "right-to-left and zero-width marks": {
        Language.ZH: "最\u200b好\u202e的" * 20_000,
        Language.EN: "be\u200bst \u202eprice " * 10_000,
    },
}


def shelf(scenario: Scenario, library: FolderLibrary) -> Scenario:
    """The scenario with twenty products, whose fact cards are those of the shipped scenarios."""
    shipped = [
        product
        for path in sorted((ROOT / "assets/scenarios").rglob("*.json"))
        if (made := _scenario(library, path)) is not None and made.language is scenario.language
        for product in made.products
    ]
    products = list(scenario.products)
    for at in range(PRODUCTS - len(products)):
        given: Product = shipped[at % len(shipped)]
        products.append(dataclasses.replace(given, id=f"s{at}", link_no=len(products) + 1, name=f"{given.name}{at}"))
    return dataclasses.replace(scenario, products=tuple(products))


def _scenario(library: FolderLibrary, path: Path) -> Scenario | None:
    try:
        return library.scenario(path.stem.removesuffix(".scenario"))
    except Exception:
        return None


def talk(pitches: list[Pitch], minutes: float) -> list[HostSpoke]:
    """The pitches one after the other, again and again."""
    spoken: list[HostSpoke] = []
    at = 0.0
    while at < 60 * minutes:
        for pitch in pitches:
            for phrase in phrases(pitch.words):
                words = tuple(
                    dataclasses.replace(word, said=Span(word.said.start + at, word.said.end + at))
                    for word in phrase.words
                )
                said = Span(phrase.said.start + at, phrase.said.end + at)
                spoken.append(dataclasses.replace(phrase, at=said.end + REACTION, said=said, words=words))
            at += pitch.words[-1][2] + 0.6
    return [phrase for phrase in spoken if phrase.said.end < 60 * minutes]


def comments(scenario: Scenario, library: FolderLibrary, minutes: float) -> list[CommentPosted]:
    categories = list(library.taxonomy().categories)
    asked: list[CommentPosted] = []
    for at in range(int(60 * minutes / EVERY_S)):
        asked.append(
            CommentPosted(
                at=at * EVERY_S, id=f"c{at}", viewer=Viewer(id=f"v{at}", name=f"小明{at}", segment="visitor"), text="?",
                category=categories[at % len(categories)], topic=Topic.PRICE,
                product=scenario.products[at % PRODUCTS].id, wants_answer=True, priority=3,
                expires_at=at * EVERY_S + 90, stands_for=1, cause=Cause(Reason.CHANCE),
            )
        )  # fmt: skip
    return asked


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--minutes", type=float, default=60.0)
    arguments = parser.parse_args()
    library = FolderLibrary(ROOT / "assets")
    pitches = [pitch for path in sorted(arguments.folder.glob("*.json")) if (pitch := pitch_of(path)) is not None]
    for language in Language:
        own = [pitch for pitch in pitches if pitch.language is language]
        scenario = shelf(scenario_for(own[0], ROOT / "tests/perception/pitches"), library)
        listener = Listener(scenario, library.taxonomy(), library.rules(language))
        events: list[Event] = [*talk(own, arguments.minutes), *comments(scenario, library, arguments.minutes)]
        events.sort(key=lambda event: event.at)
        listener.take(WentLive(at=0.0))
        costs: list[float] = []
        began = time.process_time()
        for event in events:
            before = time.process_time()
            listener.take(event)
            if isinstance(event, HostSpoke):
                costs.append(time.process_time() - before)
        spent = time.process_time() - began
        share = spent / (60 * arguments.minutes)
        ordered = sorted(costs)
        print(
            f"{language}: {len(costs)} phrases, {PRODUCTS} products: {100 * share:.2f} % of a core; a phrase "
            f"{1000 * statistics.median(costs):.1f} ms median, "
            f"{1000 * ordered[int(0.95 * len(ordered))]:.1f} ms in 95 %, {1000 * ordered[-1]:.1f} ms at most",
            flush=True,
        )
        for name, texts in HOSTILE.items():
            text = texts[language]
            hostile: list[float] = []
            for size in (len(text) // 2, len(text)):
                listener = Listener(scenario, library.taxonomy(), library.rules(language))
                before = time.process_time()
                said = Span(0.0, 600.0)
                listener.take(HostSpoke(at=601.0, said=said, text=text[:size], words=(), engine="bench"))
                hostile.append(time.process_time() - before)
            print(
                f"  {name}: {hostile[1]:.1f} s, {hostile[1] / max(hostile[0], 1e-9):.1f} times that of half", flush=True
            )


if __name__ == "__main__":
    main()
