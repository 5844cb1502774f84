"""What may be named at each place of a scenario: goods of its own, incidents, rules, rooms, criteria."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from simulator.domain.draft import Draft, Named, Steps, plain
from simulator.domain.language import Language
from simulator.domain.units import Text
from simulator.storage.scenario_references import Known, goods_categories
from simulator.storage.taxonomy_schema import slots_of

Names = Callable[[Draft, Known], Iterable[Named]]


def names_at(draft: Draft, steps: Steps, known: Known) -> tuple[Named, ...]:
    """What may be named at this place, in the order to choose from; nothing where anything may be written."""
    names = _NAMES.get(plain(steps))
    return () if names is None else tuple(names(draft, known))


def _goods(draft: Draft, _known: Known) -> Iterable[Named]:
    for number in range(draft.count(("products",))):
        id, name = draft.text(("products", number, "id")), draft.text(("products", number, "name"))
        if id:
            yield Named(id, Text(name, name) if name else None)


def _incidents(_draft: Draft, known: Known) -> Iterable[Named]:
    return (Named(id, kind.name) for id, kind in known.taxonomy.incidents.items())


def _rules(draft: Draft, known: Known) -> Iterable[Named]:
    pack = next((pack for language, pack in known.rules.items() if language == draft.text(("language",))), None)
    return () if pack is None else (Named(id, each.name) for id, each in pack.categories.items())


def _categories(_draft: Draft, known: Known) -> Iterable[Named]:
    return (Named(id) for id in sorted(goods_categories(known)))


def _presets(_draft: Draft, known: Known) -> Iterable[Named]:
    return (Named(id, preset.name) for id, preset in known.presets.items())


def _rubrics(_draft: Draft, known: Known) -> Iterable[Named]:
    return (Named(id, rubric.name) for id, rubric in known.rubrics.items())


def _profiles(draft: Draft, known: Known) -> Iterable[Named]:
    rubric = known.rubrics.get(draft.text(("rubric",)))
    return () if rubric is None else (Named(each.id) for each in rubric.profiles)


def _criteria(draft: Draft, known: Known) -> Iterable[Named]:
    rubric = known.rubrics.get(draft.text(("rubric",)))
    return () if rubric is None else (Named(each.id, each.name) for each in rubric.criteria)


def _slots(draft: Draft, known: Known) -> Iterable[Named]:
    language = draft.text(("language",)) or Language.ZH.value
    return (Named(name) for name in sorted(slots_of(known.taxonomy, language)))


_NAMES: dict[str, Names] = {
    "run_of_show.product": _goods,
    "incidents.product": _goods,
    "incidents.kind": _incidents,
    "chance_incidents.kinds": _incidents,
    "draws.product": _goods,
    "required_operations.product": _goods,
    "traps.product": _goods,
    "traps.tests": _rules,
    "products.category": _categories,
    "products.slots": _slots,
    "crowd.preset": _presets,
    "rubric": _rubrics,
    "profile": _profiles,
    "goals.criterion": _criteria,
    "paper.leaves_out": _incidents,
}
