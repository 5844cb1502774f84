"""What is read from the teleprompter: a trainee's own script, kept among the settings, or the plan and its cues."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Any, Protocol

from simulator.domain.scenario import Scenario, Segment
from simulator.perception.prompter import REMARK, script_lines

LONGEST = 60_000
"""Characters of a script that are kept: an hour of English at 160 words a minute."""


class Settings(Protocol):
    """The part of a store that keeps settings."""

    def setting(self, key: str, default: Any = None) -> Any: ...

    def keep_setting(self, key: str, value: Any) -> None: ...


def own_script(settings: Settings, trainee: str, scenario: str) -> str:
    """The script of this trainee (by id) for this scenario (by id); empty where none was written.

    Raise StoreError when the store cannot be read.
    """
    kept = settings.setting(_key(trainee, scenario), "")
    return fit(kept) if isinstance(kept, str) else ""


def keep_own_script(settings: Settings, trainee: str, scenario: str, text: str) -> str:
    """Keep the script, cut at ``LONGEST``, and return it as kept; an empty one brings back the scenario's own cues.

    Raise StoreError when it cannot be written.
    """
    kept = fit(text)
    settings.keep_setting(_key(trainee, scenario), kept)
    return kept


def fit(text: str) -> str:
    """The text with line ends of one kind and without other control characters, which editors paste along."""
    lines = text[:LONGEST].replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").split("\n")
    cleaned = ("".join(each for each in line if unicodedata.category(each) not in ("Cc", "Cs")) for line in lines)
    return "\n".join(line.rstrip() for line in cleaned).strip("\n")


def _key(trainee: str, scenario: str) -> str:
    return f"script.{trainee}.{scenario}"


@dataclass(frozen=True, slots=True)
class CueLines:
    """Where the cue of a fact stands in a script made of the plan."""

    product: str
    fact: str
    first: int
    after: int


def planned_script(scenario: Scenario) -> tuple[tuple[str, ...], tuple[CueLines, ...]]:
    """The plan as a script: each part of the run of show as a remark, under it what is to be said of its product.

    The first part begins with the seller's story.
    """
    lines: list[str] = []
    cues: list[CueLines] = []
    for number, segment in enumerate(scenario.run_of_show):
        lines.append(heading(segment))
        if number == 0:
            lines += script_lines(scenario.seller.story, scenario.language)
        if segment.product is None:
            continue
        for fact in scenario.product(segment.product).facts:
            first = len(lines)
            lines += script_lines(fact.cue, scenario.language)
            cues.append(CueLines(segment.product, fact.id, first, len(lines)))
    return tuple(lines), tuple(cues)


def heading(segment: Segment) -> str:
    """The remark that stands for a part of the run of show; written in an own script it is found there, too."""
    return f"{REMARK} {' '.join(segment.name.split())}"
