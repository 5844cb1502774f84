"""Precision and recall of what perception hears in annotated pitches, from recognisers' word lists.

    python scripts/bench/findings.py FOLDER [--scenarios FOLDER] [--out docs/benchmarks-findings.md]

FOLDER holds ``NAME.json`` (annotated pitches) and ``asr/NAME.RECOGNISER.json`` (word lists).
"""

from __future__ import annotations

import argparse
import json
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from simulator.domain.events import Event, HostSpoke, WentLive, WentOffAir, Word
from simulator.domain.findings import (
    CallToActionMade,
    ElementHeard,
    FillerSaid,
    PriceTold,
    ProductMentioned,
    RuleBroken,
)
from simulator.domain.scenario import Scenario
from simulator.domain.session import REACTION
from simulator.domain.units import Span
from simulator.perception.listener import Listener
from simulator.storage.content import FolderLibrary, scenario_of

ROOT = Path(__file__).parents[2]
SLACK_S = 0.8
"""A finding within this long of the annotation is the same: recognisers' word times are off by up to so much."""
PHRASE_GAP_S = 0.5
KINDS = {
    "product": ProductMentioned,
    "price": PriceTold,
    "cta": CallToActionMade,
    "coupon": CallToActionMade,
    "prohibited": RuleBroken,
    "filler": FillerSaid,
}


@dataclass
class Tally:
    """Annotated, found, and findings of a kind that no annotation asks for."""

    wanted: int = 0
    found: int = 0
    made: int = 0
    right: int = 0
    missed: list[str] = field(default_factory=list)
    surplus: list[str] = field(default_factory=list)


def phrases(words: list[list[Any]]) -> list[HostSpoke]:
    """Words in phrases, cut where the speaker paused or a sentence ended."""
    spoken: list[HostSpoke] = []
    current: list[Word] = []
    for text, start, end, confidence in words:
        if current and (start - current[-1].said.end >= PHRASE_GAP_S or current[-1].text.rstrip()[-1:] in "。.!?"):
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


def heard(pitch: dict[str, Any], words: list[list[Any]], listener: Listener) -> tuple[list[Any], float]:
    """Findings, and the slowest phrase in milliseconds."""
    findings: list[Any] = []
    slowest = 0.0
    events: list[Event] = [WentLive(at=0.0), *phrases(words), WentOffAir(at=pitch["duration_s"])]
    for event in events:
        began = time.perf_counter()
        findings += listener.take(event)
        slowest = max(slowest, 1000 * (time.perf_counter() - began))
    return findings, slowest


def other_names(pitch: dict[str, Any], scenario: Scenario) -> list[Span]:
    """Where the pitch names a product by another name than the annotated one."""
    text = pitch["text"]
    spans: list[Span] = []
    for alias in (alias for product in scenario.products for alias in product.aliases):
        at = text.find(alias)
        while at >= 0:
            times = [token for token in pitch["tokens"] if at <= token[1] < at + len(alias)]
            spans.append(Span(times[0][2] - SLACK_S, times[-1][3] + SLACK_S))
            at = text.find(alias, at + 1)
    return spans


def compare(
    pitch: dict[str, Any], findings: list[Any], tallies: dict[str, Tally], name: str, scenario: Scenario
) -> None:
    for kind, finding_type in KINDS.items():
        tally = tallies.setdefault(kind, Tally())
        wanted = [event for event in pitch["events"] if event["kind"] == kind]
        made = [each for each in findings if isinstance(each, finding_type)]
        if kind == "cta":
            made = [each for each in made if each.kind != "coupon"]
        if kind == "coupon":
            made = [each for each in made if each.kind == "coupon"]
        tally.wanted += len(wanted)
        tally.made += len(made)
        for event in wanted:
            span = Span(event["start"] - SLACK_S, event["end"] + SLACK_S)
            if any(span.overlaps(each.said) for each in made):
                tally.found += 1
            else:
                tally.missed.append(f"{name}: {event['text']} ({event['start']:.1f} s)")
        more = other_names(pitch, scenario) if kind == "product" else []
        for each in made:
            near: list[object] = [span for span in more if span.overlaps(each.said)]
            near += [
                event for event in wanted if Span(event["start"] - SLACK_S, event["end"] + SLACK_S).overlaps(each.said)
            ]
            if near:
                tally.right += 1
            else:
                detail = getattr(each, "category", None) or getattr(each, "verdict", "") or getattr(each, "kind", "")
                tally.surplus.append(f"{name}: {each.quote} [{detail}] ({each.said.start:.1f} s)")


def scenario_for(name: str, folder: Path) -> Path:
    """The scenario file whose words all stand in the pitch's name."""
    found = [
        path
        for path in sorted(folder.glob("*.scenario.json"))
        if all(part in name for part in path.name.removesuffix(".scenario.json").split("_"))
    ]
    return found[0]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scenarios", type=Path, default=ROOT / "tests/perception/pitches")
    parser.add_argument("--assets", type=Path, default=ROOT / "assets")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--verbose", action="store_true")
    arguments = parser.parse_args()
    library = FolderLibrary(arguments.assets)
    groups: dict[str, dict[str, Tally]] = {}
    slowest = 0.0
    for path in sorted((arguments.folder / "asr").glob("*.json")):
        name, _, recogniser = path.name.removesuffix(".json").partition(".")
        pitch = json.loads((arguments.folder / f"{name}.json").read_text("utf-8"))
        scenario = scenario_of(scenario_for(name, arguments.scenarios).read_text("utf-8"), name)
        listener = Listener(scenario, library.taxonomy(), library.rules(scenario.language))
        findings, slow = heard(pitch, json.loads(path.read_text("utf-8"))["words"], listener)
        slowest = max(slowest, slow)
        group = ("15 dB " if "_n15" in name else "clean ") + str(scenario.language)
        compare(pitch, findings, groups.setdefault(group, {}), f"{name}.{recogniser}", scenario)
        if arguments.verbose:
            print("##", path.name)
            for each in findings:
                if not isinstance(each, ElementHeard):
                    print("  ", each)
    report = written(groups, slowest)
    print(report)
    if arguments.out:
        arguments.out.write_text(report, "utf-8")


def written(groups: dict[str, dict[str, Tally]], slowest: float) -> str:
    lines = [
        "# What perception hears in the annotated pitches",
        "",
        "Made by `scripts/bench/findings.py` from recognisers' word lists. Recall is the share of annotations found",
        f"within {SLACK_S} s; precision the share of findings that an annotation asks for. Slowest phrase:",
        f"{slowest:.0f} ms on a busy machine.",
        "",
        "Kind `coupon`: the pitches also annotate money taken off (再减二十块钱), which is no invitation.",
        "Fillers: recognisers leave most of them out; only what stands in the word lists can be found.",
        "",
        "| speech | kind | annotated | recall | findings | precision |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for group, tallies in sorted(groups.items()):
        for kind, tally in tallies.items():
            recall = f"{tally.found / tally.wanted:.2f}" if tally.wanted else "-"
            precision = f"{tally.right / tally.made:.2f}" if tally.made else "-"
            lines.append(f"| {group} | {kind} | {tally.wanted} | {recall} | {tally.made} | {precision} |")
    for title, attribute in (("Missed", "missed"), ("Found without an annotation", "surplus")):
        lines += ["", f"## {title}", ""]
        for group, tallies in sorted(groups.items()):
            for kind, tally in tallies.items():
                lines += [f"- {group}, {kind}: {each}" for each in getattr(tally, attribute)]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
