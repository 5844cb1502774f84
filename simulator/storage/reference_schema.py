"""Files for people rather than for the program: where facts come from, and what audiences were measured to do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Field

from simulator.domain.preset import Assumption, Preset
from simulator.domain.scenario import Crowd
from simulator.domain.units import Text
from simulator.storage.fields import BothLanguages, Comment, Document, Id, Share, Word, Words
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


class AssumptionFields(Document):
    id: Id
    zh: Words
    en: Words

    def made(self) -> Assumption:
        return Assumption(self.id, Text(self.zh, self.en))


class PresetFields(Document):
    id: Id
    name: BothLanguages
    entries_per_min: Annotated[float, Field(gt=0, le=100_000)]
    follower_share: Share
    comment_multiplier: Annotated[float, Field(gt=0, le=100)]
    refund_logit: Annotated[float, Field(ge=-8, le=3)]
    assumptions: Annotated[tuple[AssumptionFields, ...], Field(min_length=1)]
    use: Comment = ""

    def made(self) -> Preset:
        crowd = Crowd(
            preset=self.id,
            entries_per_min=self.entries_per_min,
            follower_share=self.follower_share,
            comment_multiplier=self.comment_multiplier,
            refund_logit=self.refund_logit,
        )
        assumptions = tuple(each.made() for each in self.assumptions)
        return Preset(id=self.id, name=self.name.text(), crowd=crowd, assumptions=assumptions)


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

    def mistakes(self) -> Iterator[Mistake]:
        yield from twice("parameters", [each.id for each in self.parameters])
        yield from twice("presets", [each.id for each in self.presets])
        for number, preset in enumerate(self.presets):
            yield from twice(f"presets[{number}].assumptions", [each.id for each in preset.assumptions])
