"""Precision and recall of what perception hears in annotated pitches, from recognisers' word lists and the true text.

    python scripts/bench/findings.py FOLDER [--text] [--scenarios FOLDER] [--out docs/benchmarks-findings.md]

FOLDER holds ``NAME.json`` (annotated pitches) and ``asr/NAME.RECOGNISER.json`` (word lists). ``--text`` takes the true
text alone, so that it also serves for pitches nobody has spoken.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from pitches import Pitch, phrases, pitch_of, scenario_for

from simulator.domain.events import Event, WentLive, WentOffAir
from simulator.domain.findings import (
    CallToActionMade,
    DiscountTold,
    ElementHeard,
    FillerSaid,
    PriceTold,
    PriceVerdict,
    ProductMentioned,
    RuleBroken,
)
from simulator.domain.scenario import Scenario
from simulator.domain.units import Span
from simulator.perception.listener import Listener
from simulator.storage.content import FolderLibrary

ROOT = Path(__file__).parents[2]
SLACK_S = 0.8
"""A finding within this long of the annotation is the same: recognisers' word times are off by up to so much."""
TEXT_SLACK_S = 0.3
"""The same for the true text: about a word."""
KINDS: dict[str, tuple[type[Any], ...]] = {
    "product": (ProductMentioned,),
    "price": (PriceTold,),
    "cta": (CallToActionMade,),
    "coupon": (CallToActionMade, DiscountTold),
    "prohibited": (RuleBroken,),
    "filler": (FillerSaid,),
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

    @property
    def f1(self) -> float | None:
        recall, precision = self.found / max(self.wanted, 1), self.right / max(self.made, 1)
        return 2 * recall * precision / (recall + precision) if self.wanted and recall + precision else None


def heard(pitch: Pitch, words: list[list[Any]], listener: Listener) -> tuple[list[Any], float]:
    """Findings, and the slowest phrase in milliseconds of processor time."""
    findings: list[Any] = []
    slowest = 0.0
    events: list[Event] = [WentLive(at=0.0), *phrases(words), WentOffAir(at=pitch.length_s)]
    for event in events:
        began = time.process_time()
        findings += listener.take(event)
        slowest = max(slowest, 1000 * (time.process_time() - began))
    return findings, slowest


def other_names(pitch: Pitch, scenario: Scenario, slack: float) -> list[Span]:
    """Where the pitch names a product again, or by another name than the annotated one."""
    spans: list[Span] = []
    text = pitch.text.lower()
    for name in (name for product in scenario.products for name in (product.name, *product.aliases)):
        at = text.find(name.lower())
        while at >= 0:
            said = pitch.span(at, at + len(name))
            spans.append(Span(said.start - slack, said.end + slack))
            at = text.find(name.lower(), at + 1)
    return spans


def compare(
    pitch: Pitch,
    words: list[list[Any]],
    findings: list[Any],
    tallies: dict[str, Tally],
    name: str,
    scenario: Scenario,
    slack: float,
) -> None:
    for kind, types in KINDS.items():
        tally = tallies.setdefault(kind, Tally())
        wanted = [event for event in pitch.annotations if event.kind == kind]
        made = [each for each in findings if isinstance(each, types)]
        made = [
            each for each in made if not isinstance(each, DiscountTold) or each.verdict is not PriceVerdict.COMPARISON
        ]
        if kind in ("cta", "coupon"):
            made = [
                each
                for each in made
                if not isinstance(each, CallToActionMade) or (each.kind == "coupon") is (kind == "coupon")
            ]
        places = [Span(event.said.start - slack, event.said.end + slack) for event in wanted]
        tally.wanted += len(wanted)
        tally.made += len(made)
        for event, place in zip(wanted, places, strict=True):
            if any(place.overlaps(each.said) for each in made):
                tally.found += 1
            else:
                said = "".join(word[0] for word in words if Span(word[1], word[2] + 0.01).overlaps(event.said)).strip()
                reason = "" if said.strip("，。,. ") == event.text else f", recognised as “{said}”"
                tally.missed.append(f"{name}: {event.text} ({event.said.start:.1f} s{reason})")
        if kind == "product":
            places += other_names(pitch, scenario, slack)
        for each in made:
            if any(place.overlaps(each.said) for place in places):
                tally.right += 1
            else:
                detail = getattr(each, "category", None) or getattr(each, "verdict", "") or getattr(each, "kind", "")
                tally.surplus.append(f"{name}: {each.quote} [{detail}] ({each.said.start:.1f} s)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--text", action="store_true", help="only the true text, no word lists")
    parser.add_argument("--half", default="", help="only pitches whose name holds this: dev")
    parser.add_argument("--scenarios", type=Path, default=ROOT / "tests/perception/pitches")
    parser.add_argument("--assets", type=Path, default=ROOT / "assets")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--verbose", action="store_true")
    arguments = parser.parse_args()
    library = FolderLibrary(arguments.assets)
    groups: dict[str, dict[str, Tally]] = {}
    slowest = 0.0
    heard_of: list[tuple[str, Pitch, list[list[Any]], float]] = []
    for path in sorted(arguments.folder.glob("*.json")):
        pitch = pitch_of(path) if arguments.half in path.name else None
        if pitch is None:
            continue
        if "_k" not in path.stem and "_n15" not in path.stem:
            heard_of.append((f"true text {pitch.language}", pitch, pitch.words, TEXT_SLACK_S))
        if not arguments.text:
            for listed in sorted((arguments.folder / "asr").glob(f"{path.stem}.*.json")):
                words = json.loads(listed.read_text("utf-8"))["words"]
                group = ("15 dB " if "_n15" in path.stem else "clean ") + str(pitch.language)
                heard_of.append((group, pitch, words, SLACK_S))
    for group, pitch, words, slack in heard_of:
        scenario = scenario_for(pitch, arguments.scenarios)
        listener = Listener(scenario, library.taxonomy(), library.rules(scenario.language))
        findings, slow = heard(pitch, words, listener)
        slowest = max(slowest, slow)
        compare(pitch, words, findings, groups.setdefault(group, {}), pitch.name, scenario, slack)
        if arguments.verbose:
            print("##", group, pitch.name)
            for each in findings:
                if not isinstance(each, ElementHeard):
                    print("  ", each)
    report = written(groups, slowest, {group: sum(each[0] == group for each in heard_of) for group in groups})
    print(report)
    if arguments.out:
        arguments.out.write_text(report, "utf-8")


def written(groups: dict[str, dict[str, Tally]], slowest: float, count: dict[str, int]) -> str:
    lines = [
        "# What perception hears in the annotated pitches",
        "",
        "Made by `scripts/bench/findings.py` from recognisers' word lists and from the true text. Recall is the share",
        f"of annotations found within {SLACK_S} s ({TEXT_SLACK_S} s in the true text); precision the share of findings",
        f"that an annotation asks for; F1 their harmonic mean. Slowest phrase: {slowest:.0f} ms of processor time.",
        "",
        "Kind `coupon`: a coupon invited, or money taken off. Fillers: recognisers leave most of them out; only what",
        "stands in the word lists can be found.",
        "",
        "| speech | kind | annotated | recall | findings | precision | F1 |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for group, tallies in sorted(groups.items()):
        for kind, tally in tallies.items():
            recall = f"{tally.found / tally.wanted:.2f}" if tally.wanted else "-"
            precision = f"{tally.right / tally.made:.2f}" if tally.made else "-"
            f1 = "-" if tally.f1 is None else f"{tally.f1:.2f}"
            lines.append(f"| {group} | {kind} | {tally.wanted} | {recall} | {tally.made} | {precision} | {f1} |")
    lines += ["", "| speech | pitches heard | findings without an annotation, per pitch |", "| --- | --- | --- |"]
    for group, tallies in sorted(groups.items()):
        surplus = sum(len(tally.surplus) for tally in tallies.values())
        lines.append(f"| {group} | {count[group]} | {surplus / count[group]:.2f} |")
    for title, attribute in (("Missed", "missed"), ("Found without an annotation", "surplus")):
        lines += ["", f"## {title}", ""]
        for group, tallies in sorted(groups.items()):
            for kind, tally in tallies.items():
                lines += [f"- {group}, {kind}: {each}" for each in getattr(tally, attribute)]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
