"""An edited rubric as a file again: what was changed is written over the file it was made from, the rest stays."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from simulator.domain.rubric import Band, Rubric
from simulator.domain.units import Text


def written(rubric: Rubric, base: str) -> str:
    """The text of the rubric's file; ``base`` is the text of one with the same criteria."""
    tree = json.loads(base)
    tree["id"], tree["version"] = rubric.id, rubric.version
    if rubric.name.zh or rubric.name.en:
        tree["name"] = _text(rubric.name)
    tree["levels"] = [
        {"level": each.level, "points": _number(each.points), "name": _text(each.name)} for each in rubric.levels
    ]
    for each, fields in _matched(rubric.dimensions, tree["dimensions"]):
        fields.update(name=_text(each.name), weight=_number(each.weight))
    for each, fields in _matched(rubric.criteria, tree["criteria"]):
        fields.update(name=_text(each.name), weight=_number(each.weight), scorer=each.scorer.value)
        fields["bands"] = _bands(each.bands) if each.bands else None
        if each.bands_by_language:
            fields["bands_by_language"] = {
                language.value: _bands(bands) for language, bands in each.bands_by_language.items()
            }
        _say_unless(fields, "enabled", each.enabled, True)
    for each, fields in _matched(rubric.gates, tree.get("gates", [])):
        _say_unless(fields, "enabled", each.enabled, True)
        _say_unless(fields, "least", None if each.least is None else _number(each.least), None)
    if rubric.profiles or "profiles" in tree:
        tree["profiles"] = [
            {"id": each.id, "changes": {id: _number(weight) for id, weight in each.changes.items()}}
            for each in rubric.profiles
        ]
    order = ("schema", "about", "id", "version", "name")
    tree = {**{key: tree[key] for key in order if key in tree}, **tree}
    return json.dumps(tree, ensure_ascii=False, indent=1, allow_nan=False)


def _matched(values: Iterable[Any], trees: list[dict[str, Any]]) -> list[tuple[Any, dict[str, Any]]]:
    by_id = {fields["id"]: fields for fields in trees}
    return [(value, by_id[value.id]) for value in values]


def _say_unless(fields: dict[str, Any], key: str, value: object, usual: object) -> None:
    """What is as usual is not written down."""
    if value == usual:
        fields.pop(key, None)
    else:
        fields[key] = value


def _bands(bands: Iterable[Band]) -> list[dict[str, Any]]:
    return [{"level": band.level, "any_of": [[_edge(low), _edge(high)] for low, high in band.any_of]} for band in bands]


def _edge(edge: float | None) -> float | int | None:
    return None if edge is None else _number(edge)


def _number(value: float) -> float | int:
    return int(value) if value == int(value) else value


def _text(text: Text) -> dict[str, str]:
    return {"zh": text.zh, "en": text.en}
