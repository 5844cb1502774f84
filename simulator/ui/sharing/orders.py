"""What somebody asked to be exported, and where to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

from simulator.domain.units import Span
from simulator.reports.xapi import DEFAULT_IRI


class Kind(StrEnum):
    """What there is to take away."""

    TRAINEE = "trainee"
    EVIDENCE = "instructor"
    CLASS = "class"
    CSV = "csv"
    SRT = "srt"
    VTT = "vtt"
    FILM = "film"
    CLIP = "clip"
    XAPI = "xapi"
    JSON = "json"

    @property
    def is_report(self) -> bool:
        return self in (Kind.TRAINEE, Kind.EVIDENCE, Kind.CLASS)

    @property
    def needs_recording(self) -> bool:
        return self in (Kind.FILM, Kind.CLIP)


ENDINGS: Mapping[Kind, tuple[str, ...]] = MappingProxyType(
    {
        Kind.TRAINEE: ("pdf", "html"),
        Kind.EVIDENCE: ("pdf", "html"),
        Kind.CLASS: ("pdf", "html"),
        Kind.CSV: ("csv",),
        Kind.SRT: ("srt",),
        Kind.VTT: ("vtt",),
        Kind.FILM: ("mp4",),
        Kind.CLIP: ("mp4",),
        Kind.XAPI: ("json",),
        Kind.JSON: ("json",),
    }
)
"""What the name of a file ends in, the usual first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One export."""

    kind: Kind
    path: Path
    language: str = "zh"
    """Of a report: "zh" or "en"."""
    pictures: bool = True
    """Of the recording, in a report."""
    transcript: bool = False
    """The whole transcript, in the instructor's report."""
    span: Span | None = None
    """Of a clip."""
    sessions: tuple[str, ...] = ()
    """Of a class."""
    iri: str = DEFAULT_IRI
    """What the names in statements for a learning system begin with."""
    named: bool = False
    """The trainee's name stands in the statements."""

    @property
    def noted(self) -> str:
        """What the access log says was taken along: "pdf" is the instructor's report, "trainee.pdf" the trainee's."""
        if not self.kind.is_report:
            return self.kind.value
        ending = self.path.suffix.lower().removeprefix(".")
        return ending if self.kind is Kind.EVIDENCE else f"{self.kind.value}.{ending}"

    @property
    def paper(self) -> bool:
        """Whether a report is to be printed."""
        return self.path.suffix.lower() == ".pdf"
