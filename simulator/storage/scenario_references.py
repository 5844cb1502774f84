"""What a scenario names that is not there, and what it names twice: told even where other fields are wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from simulator.domain.compliance import RulePack
from simulator.domain.language import Language
from simulator.domain.preset import Preset
from simulator.domain.rubric import Rubric
from simulator.domain.taxonomy import Taxonomy
from simulator.storage.mistakes import Mistake, shortened


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a scenario may refer to."""

    taxonomy: Taxonomy
    rules: Mapping[Language, RulePack]
    rubrics: Mapping[str, Rubric]
    presets: Mapping[str, Preset]


def goods_categories(known: Known) -> frozenset[str]:
    """What kinds of goods the rules tell apart."""
    named = {name for pack in known.rules.values() for each in pack.categories.values() for name in each.applies_to}
    return frozenset(named - {"all"} | {"goods"})


INHERITED = ("entries_per_min", "follower_share", "comment_multiplier", "refund_logit")
"""What a crowd that names a preset need not say itself."""


def inheriting(tree: dict[str, Any], known: Known) -> dict[str, Any]:
    """The file with what its crowd leaves to its preset filled in."""
    crowd = tree.get("crowd")
    preset = known.presets.get(crowd["preset"]) if isinstance(crowd, dict) and _named(crowd) else None
    if not isinstance(crowd, dict) or preset is None:
        return tree
    return {**tree, "crowd": {**{name: getattr(preset.crowd, name) for name in INHERITED}, **crowd}}


def _named(crowd: Mapping[str, Any]) -> bool:
    return isinstance(crowd.get("preset"), str)


def reference_mistakes(tree: Mapping[str, Any], known: Known) -> Iterator[Mistake]:
    """Every name that leads nowhere or is given twice, read off the file as it was written."""
    yield from _twice(tree)
    products = {row["id"] for _, row in _rows(tree, "products") if isinstance(row.get("id"), str)}
    for group in ("run_of_show", "incidents", "draws", "required_operations", "traps"):
        for number, row in _rows(tree, group):
            yield from _unknown(f"{group}[{number}].product", row.get("product"), products, "no_such_product")
    kinds = known.taxonomy.incidents.keys()
    for number, row in _rows(tree, "incidents"):
        yield from _unknown(f"incidents[{number}].kind", row.get("kind"), kinds, "no_such_incident")
    chance = tree.get("chance_incidents")
    drawn = chance.get("kinds") if isinstance(chance, dict) else None
    for kind in drawn if isinstance(drawn, dict) else ():
        yield from _unknown(f"chance_incidents.kinds.{kind}", kind, kinds, "no_such_incident")
    crowd = tree.get("crowd")
    if isinstance(crowd, dict):
        yield from _unknown("crowd.preset", crowd.get("preset"), known.presets.keys(), "no_such_preset")
    yield from _rules(tree, known)
    yield from _unknown("rubric", tree.get("rubric"), known.rubrics.keys(), "no_such_rubric")
    rubric = known.rubrics.get(tree["rubric"]) if isinstance(tree.get("rubric"), str) else None
    if rubric is not None:
        profiles = {each.id for each in rubric.profiles}
        yield from _unknown("profile", tree.get("profile"), profiles, "no_such_profile")
        criteria = {each.id for each in rubric.criteria}
        for number, row in _rows(tree, "goals"):
            yield from _unknown(f"goals[{number}].criterion", row.get("criterion"), criteria, "no_such_criterion")


def _rules(tree: Mapping[str, Any], known: Known) -> Iterator[Mistake]:
    packs = [pack for language, pack in known.rules.items() if tree.get("language") == language]
    if packs:
        for number, row in _rows(tree, "traps"):
            tests = row.get("tests")
            yield from _unknown(f"traps[{number}].tests", tests, packs[0].categories.keys(), "no_such_category")
    categories = goods_categories(known)
    for number, row in _rows(tree, "products"):
        yield from _unknown(f"products[{number}].category", row.get("category"), categories, "no_such_category")


def _twice(tree: Mapping[str, Any]) -> Iterator[Mistake]:
    keys = (
        ("products", "id"),
        ("products", "link_no"),
        ("run_of_show", "id"),
        ("incidents", "id"),
        ("required_operations", "id"),
        ("goals", "criterion"),
    )
    for group, key in keys:
        yield from _twice_in(group, _rows(tree, group), key)
    for number, product in _rows(tree, "products"):
        yield from _twice_in(f"products[{number}].facts", _rows(product, "facts"), "id")


def _twice_in(path: str, rows: list[tuple[int, dict[str, Any]]], key: str) -> Iterator[Mistake]:
    seen: set[str | int] = set()
    for number, row in rows:
        value = row.get(key)
        if isinstance(value, str | int):
            if value in seen:
                yield Mistake(f"{path}[{number}].{key}", "twice", shortened(value))
            seen.add(value)


def _unknown(path: str, name: object, names: Any, code: str) -> Iterator[Mistake]:
    """A mistake where something is named and is not among ``names``; what is no name at all is another mistake."""
    if isinstance(name, str) and name not in names:
        yield Mistake(path, code, shortened(name))


def _rows(tree: Mapping[str, Any], key: str) -> list[tuple[int, dict[str, Any]]]:
    """The objects in a list of the file, with their places; whatever else stands there is another mistake."""
    rows = tree.get(key)
    if not isinstance(rows, list):
        return []
    return [(number, row) for number, row in enumerate(rows) if isinstance(row, dict)]
