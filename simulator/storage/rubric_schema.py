"""A rubric file as it is written, and the domain's ``Rubric`` made of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Field

from simulator.domain.language import Language
from simulator.domain.rubric import NAMELESS, Band, Criterion, Dimension, Gate, Level, Profile, Rubric, Scorer
from simulator.metrics import METRICS
from simulator.scoring.gates import GATES_LOOK_AT, LEASTS
from simulator.storage.fields import BothLanguages, Comment, Document, Id, Word
from simulator.storage.mistakes import Mistake

SCHEMA = "bolian-rubric/1"

_METRICS = frozenset(metric.id for metric in METRICS)
Weight = Annotated[float, Field(ge=0, le=100)]
Range = tuple[float | None, float | None]


class LevelFields(Document):
    level: Annotated[int, Field(ge=1, le=9)]
    points: Annotated[float, Field(ge=0, le=100)]
    name: BothLanguages


class DimensionFields(Document):
    id: Id
    name: BothLanguages
    weight: Weight


class BandFields(Document):
    level: int
    any_of: Annotated[tuple[Range, ...], Field(min_length=1)]


class MetricFields(Document):
    id: Id
    unit: Word
    formula: Comment
    inputs: tuple[Word, ...]
    min_data: Comment
    domain: Range


class CriterionFields(Document):
    id: Id
    dimension: Id
    name: BothLanguages
    weight: Weight
    scorer: Scorer
    metric: MetricFields
    bands: Annotated[tuple[BandFields, ...], Field(min_length=1)] | None
    bands_by_language: dict[Language, Annotated[tuple[BandFields, ...], Field(min_length=1)]] | None = None
    sources: tuple[Id, ...]
    threshold_basis: Comment
    notes: Comment = ""
    enabled: bool = True
    """False leaves the criterion out; its weight then counts for nothing, so that the others must come to 100."""
    cap_rule: Comment = ""


class GateFields(Document):
    id: Id
    rule: Comment
    effect: Comment
    basis: tuple[Id, ...] = ()
    enabled: bool = True
    least: Annotated[float, Field(ge=0, le=100)] | None = None
    """What must be reached, of gates that have such a limit; without it the usual one holds."""


class ProfileFields(Document):
    id: Id
    changes: dict[Id, Weight]


class RubricFile(Document):
    """Everything in a rubric file; what the domain does not use is kept for the people who edit it."""

    schema_: Annotated[Literal["bolian-rubric/1"], Field(alias="schema")]
    about: Comment = ""
    id: Id
    version: Word
    name: BothLanguages | None = None
    languages: tuple[Language, ...]
    levels: Annotated[tuple[LevelFields, ...], Field(min_length=2, max_length=9)]
    dimensions: Annotated[tuple[DimensionFields, ...], Field(min_length=1, max_length=20)]
    criteria: Annotated[tuple[CriterionFields, ...], Field(min_length=1, max_length=200)]
    gates: tuple[GateFields, ...] = ()
    profiles: tuple[ProfileFields, ...] = ()
    aggregation: dict[str, str] = Field(default_factory=dict)
    reported_not_scored: tuple[dict[str, str], ...] = ()
    human_only: tuple[dict[str, Any], ...] = ()
    assessor_quality: dict[str, str] = Field(default_factory=dict)

    def made(self) -> Rubric:
        return Rubric(
            id=self.id,
            version=self.version,
            levels=tuple(Level(level=each.level, points=each.points, name=each.name.text()) for each in self.levels),
            dimensions=tuple(
                Dimension(id=each.id, name=each.name.text(), weight=each.weight) for each in self.dimensions
            ),
            criteria=tuple(_criterion(each) for each in self.criteria),
            gates=tuple(
                Gate(id=each.id, rule=each.rule, effect=each.effect, enabled=each.enabled, least=each.least)
                for each in self.gates
            ),
            profiles=tuple(Profile(id=each.id, changes=dict(each.changes)) for each in self.profiles),
            name=NAMELESS if self.name is None else self.name.text(),
        )

    def mistakes(self) -> Iterator[Mistake]:
        """What is wrong although every field is well formed."""
        yield from twice("levels", [str(each.level) for each in self.levels], "level")
        yield from twice("dimensions", [each.id for each in self.dimensions])
        yield from twice("criteria", [each.id for each in self.criteria])
        yield from twice("gates", [each.id for each in self.gates])
        yield from twice("profiles", [each.id for each in self.profiles])
        levels = {each.level for each in self.levels}
        weights = {each.id: each.weight for each in self.dimensions}
        for number, each in enumerate(self.criteria):
            path = f"criteria[{number}]"
            if each.dimension not in weights:
                yield Mistake(f"{path}.dimension", "no_such_dimension", each.dimension)
            if each.bands is None and each.bands_by_language is None:
                yield Mistake(f"{path}.bands", "missing")
            yield from _band_mistakes(f"{path}.bands", each.bands or (), levels)
            for language, bands in (each.bands_by_language or {}).items():
                yield from _band_mistakes(f"{path}.bands_by_language.{language}", bands, levels)
            if each.bands is None and each.bands_by_language is not None:
                for language in self.languages:
                    if language not in each.bands_by_language:
                        yield Mistake(f"{path}.bands_by_language.{language}", "missing")
            if each.metric.id not in _METRICS:
                yield Mistake(f"{path}.metric.id", "no_such_metric", each.metric.id)
        on = [each for each in self.criteria if each.enabled]
        for number, dimension in enumerate(self.dimensions):
            total = sum(each.weight for each in on if each.dimension == dimension.id)
            if abs(total - dimension.weight) > 1e-9:
                yield Mistake(f"dimensions[{number}].weight", "weights", f"{dimension.weight:g}, criteria {total:g}")
        if abs(sum(weights.values()) - 100) > 1e-9:
            yield Mistake("dimensions", "weights", f"{sum(weights.values()):g}, not 100")
        yield from self._gate_mistakes(on)
        ids = {each.id for each in self.criteria}
        for number, profile in enumerate(self.profiles):
            for id in profile.changes:
                if id not in ids:
                    yield Mistake(f"profiles[{number}].changes.{id}", "no_such_criterion", id)

    def _gate_mistakes(self, on: list[CriterionFields]) -> Iterator[Mistake]:
        """A gate that looks at something switched off could never be passed."""
        there = {each.id for each in on} | {each.dimension for each in on}
        for number, gate in enumerate(self.gates):
            needed = GATES_LOOK_AT.get(gate.id)
            if gate.enabled and needed is not None and needed not in there:
                yield Mistake(f"gates[{number}].enabled", "gate_blind", f"{gate.id}: {needed}")
            if gate.least is not None and gate.id not in LEASTS:
                yield Mistake(f"gates[{number}].least", "unknown_field")


def twice(path: str, ids: list[str], key: str = "id") -> Iterator[Mistake]:
    """A mistake for every id that was used before in the same list."""
    seen: set[str] = set()
    for number, id in enumerate(ids):
        if id in seen:
            yield Mistake(f"{path}[{number}].{key}", "twice", id)
        seen.add(id)


def _criterion(fields: CriterionFields) -> Criterion:
    return Criterion(
        id=fields.id,
        dimension=fields.dimension,
        name=fields.name.text(),
        weight=fields.weight,
        scorer=fields.scorer,
        metric=fields.metric.id,
        unit=fields.metric.unit,
        formula=fields.metric.formula,
        min_data=fields.metric.min_data,
        bands=_bands(fields.bands or ()),
        bands_by_language={language: _bands(bands) for language, bands in (fields.bands_by_language or {}).items()},
        threshold_basis=fields.threshold_basis,
        notes=fields.notes,
        enabled=fields.enabled,
        reach=fields.metric.domain,
    )


def _bands(fields: tuple[BandFields, ...]) -> tuple[Band, ...]:
    return tuple(Band(each.level, each.any_of) for each in fields)


def _band_mistakes(path: str, bands: tuple[BandFields, ...], levels: set[int]) -> Iterator[Mistake]:
    """Every value must lie in exactly one band, so the ranges must join from end to end."""
    if not bands:
        return
    for number, band in enumerate(bands):
        if band.level not in levels:
            yield Mistake(f"{path}[{number}].level", "no_such_level", str(band.level))
    infinity = float("inf")
    ranges = sorted(
        (-infinity if low is None else low, infinity if high is None else high)
        for band in bands
        for low, high in band.any_of
    )
    edges = [-infinity, *(high for _, high in ranges)]
    if any(low != edge for (low, _), edge in zip(ranges, edges, strict=False)) or edges[-1] != infinity:
        yield Mistake(path, "bands")
