"""The good and the bad pitch of each scenario: lines that begin at m:ss, a bad one naming the rule it breaks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from simulator.domain.events import HostSpoke, Word
from simulator.domain.language import Language
from simulator.domain.session import REACTION
from simulator.domain.units import Seconds, Span
from tests.journeys.pitch import words

HERE = Path(__file__).parent
BREATH: Seconds = 0.8
"""Between two lines, so that they are two phrases."""
_LINE = re.compile(r"(\d+):(\d\d) (?:\[(\w+)\] )?(.+)")


@dataclass(frozen=True)
class Said:
    """A line as it is spoken."""

    words: list[Word]
    text: str
    breaks: str | None

    @property
    def span(self) -> Span:
        return Span(self.words[0].said.start, self.words[-1].said.end)

    def phrase(self) -> HostSpoke:
        end = self.span.end
        return HostSpoke(at=end + REACTION, said=self.span, text=self.text, words=tuple(self.words), engine="file")


def pitch(id: str, kind: str, language: Language) -> list[Said]:
    """The lines of a pitch, each begun at its time or as soon as the one before was said."""
    made: list[Said] = []
    free = 0.0
    for line in (HERE / f"{id}.{kind}.txt").read_text("utf-8").splitlines():
        found = _LINE.fullmatch(line)
        assert found is not None, line
        minutes, seconds, breaks, text = found.groups()
        said = words(((max(free, 60.0 * int(minutes) + int(seconds)), text),), language)
        made.append(Said(said, text, breaks))
        free = said[-1].said.end + BREATH
    return made
