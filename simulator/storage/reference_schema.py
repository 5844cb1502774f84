"""Files for people rather than for the program: where facts come from, and what audiences were measured to do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Field

from simulator.storage.fields import Comment, Document, Id, Share, Word
from simulator.storage.mistakes import Mistake
from simulator.storage.rubric_schema import twice


class SourceFields(Document):
    id: Id
    title: Comment
    site: Comment
    kind: Comment
    reliability: Comment
    note: Comment = ""


class SourcesFile(Document):
    """The register of sources that other files point to."""

    schema_: Annotated[Literal["bolian-sources/1"], Field(alias="schema")]
    about: Comment = ""
    sources: tuple[SourceFields, ...]

    def mistakes(self) -> Iterator[Mistake]:
        yield from twice("sources", [each.id for each in self.sources])


class PresetFields(Document):
    id: Id
    entries_per_min: Annotated[float, Field(gt=0)]
    follower_share: Share
    comment_multiplier: Annotated[float, Field(gt=0)]
    use: Comment = ""


class ParameterFields(Document):
    id: Id
    group: Word
    name: Word
    value: dict[str, Any]
    unit: Comment
    population: Comment
    sources: tuple[Id, ...]
    confidence: Comment
    note: Comment = ""
    use_in_simulator: Comment = ""


class FunnelFile(Document):
    """Facts and assumptions behind the simulated audience, and the presets of a room."""

    schema_: Annotated[Literal["bolian-funnel/1"], Field(alias="schema")]
    about: Comment = ""
    id: Id
    version: Word
    parameters: tuple[ParameterFields, ...]
    presets: Annotated[tuple[PresetFields, ...], Field(min_length=1)]
    model: tuple[Comment, ...] = ()
    acceptance_tests: tuple[Comment, ...] = ()
    sanity_check: dict[str, Any] = Field(default_factory=dict)
    public_datasets: tuple[dict[str, str], ...] = ()
