"""Authoring rules about what a scenario says and what an exam can draw from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from simulator.domain.draw import APART, FAMILIES, FIRST_QUIET, LAST_QUIET, Family, kinds_of, untimely
from simulator.domain.language import Language
from simulator.domain.scenario import FactKind, Trigger
from simulator.storage.mistakes import Mistake, path_of, shortened
from simulator.storage.real_names import named
from simulator.storage.scenario_references import Known
from simulator.storage.scenario_schema import PaperFields, ScenarioFile

LEAST_TRAPS = 1
"""Every fact card of the outlines has a trap planted; in a pool, that of every product (ours: any may be drawn)."""

_HAN = re.compile(r"[\u4e00-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]{2}")


def authoring_mistakes(file: ScenarioFile, known: Known) -> Iterator[Mistake]:
    """Every breach of these rules, with its path."""
    yield from _names(file.model_dump(by_alias=True), ())
    yield from _languages(file)
    yield from _planted(file)
    yield from _papers_on_file(file)
    yield from _windows(file, known)
    if file.paper is not None:
        yield from _drawable(file, file.paper, known)


def _names(here: Any, steps: tuple[int | str, ...]) -> Iterator[Mistake]:
    """No real brand, person or account, and no region as the butt of a joke."""
    if isinstance(here, str):
        found = named(here)
        if found is not None:
            yield Mistake(path_of(steps), *found)
    elif isinstance(here, dict):
        for name, each in here.items():
            if name not in ("schema", "about"):
                yield from _names(each, (*steps, name))
    elif isinstance(here, list | tuple):
        for number, each in enumerate(here):
            yield from _names(each, (*steps, number))


def _languages(file: ScenarioFile) -> Iterator[Mistake]:
    """What the room says, and the cards it is read from, are in the language of the room."""
    for path, text in _spoken(file):
        foreign = not _HAN.search(text) and _LATIN.search(text) if file.language is Language.ZH else _HAN.search(text)
        if foreign:
            yield Mistake(path, "wrong_language", shortened(text))
    for name in ("title", "brief", "debrief"):
        words = getattr(file, name).text()
        if not _HAN.search(words.zh):
            yield Mistake(f"{name}.zh", "wrong_language", shortened(words.zh))
        if _HAN.search(words.en):
            yield Mistake(f"{name}.en", "wrong_language", shortened(words.en))


def _spoken(file: ScenarioFile) -> Iterator[tuple[str, str]]:
    for number, incident in enumerate(file.incidents):
        for place, line in enumerate(incident.lines):
            yield f"incidents[{number}].lines[{place}]", line
    for number, trap in enumerate(file.traps):
        yield f"traps[{number}].acceptable", trap.acceptable
    for number, product in enumerate(file.products):
        for place, fact in enumerate(product.facts):
            yield f"products[{number}].facts[{place}].cue", fact.cue


def _planted(file: ScenarioFile) -> Iterator[Mistake]:
    if len(file.traps) < LEAST_TRAPS:
        yield Mistake("traps", "traps_few", f"{len(file.traps)}, at least {LEAST_TRAPS}")
    elif file.paper is not None:
        planted = {trap.product for trap in file.traps}
        for number, product in enumerate(file.products):
            if product.id not in planted:
                yield Mistake(f"products[{number}].id", "traps_few", product.id)


def _papers_on_file(file: ScenarioFile) -> Iterator[Mistake]:
    """A fact that is told as proof has a paper to show for it."""
    for number, product in enumerate(file.products):
        for place, fact in enumerate(product.facts):
            if fact.kind is FactKind.PROOF and not product.evidence:
                yield Mistake(f"products[{number}].facts[{place}].kind", "proof_without_paper", fact.id)


def _windows(file: ScenarioFile, known: Known) -> Iterator[Mistake]:
    """An incident's time is up before the session is, and there is a way to deal with it beside its choices."""
    for number, incident in enumerate(file.incidents):
        kind = known.taxonomy.incidents.get(incident.kind)
        if kind is None:
            continue
        at = incident.at_s if incident.when is Trigger.MOMENT else None
        if at is not None and at < file.length_s < at + kind.window:
            yield Mistake(f"incidents[{number}].at_s", "window_cut", f"{at:g} + {kind.window:g} s")
        if not kind.answer_keys and not kind.desk_acts:
            yield Mistake(f"incidents[{number}].kind", "nothing_answers", incident.kind)


def _drawable(file: ScenarioFile, paper: PaperFields, known: Known) -> Iterator[Mistake]:
    """Whatever the seed, the paper can be drawn and keeps the times of an exam."""
    if len(file.products) < paper.products:
        yield Mistake("paper.products", "pool_small", f"{paper.products} of {len(file.products)}")
    least = FIRST_QUIET + LAST_QUIET + APART * (len(FAMILIES) - 1)
    if file.length_s < least:
        yield Mistake("length_s", "paper_short", f"{file.length_s:g}, at least {least:g} s")
    for place, name in enumerate(paper.leaves_out):
        if name not in known.taxonomy.incidents:
            yield Mistake(f"paper.leaves_out[{place}]", "no_such_incident", name)
    excluded = set(paper.leaves_out) | ({"wrong_product_pinned"} if paper.products <= 2 else set())
    if any(product.coupon is None for product in file.products):
        excluded.add("coupon_fail")
    for family in Family:
        if not set(kinds_of(family, file.market)) - excluded:
            yield Mistake("paper.leaves_out", "family_empty", family.value)
    for number, product in enumerate(file.products):
        for document in sorted(set(paper.documents) - set(product.evidence)):
            yield Mistake(f"products[{number}].evidence", "document_missing", document)
    early = {each.id for each in untimely(file.made())}
    for number, incident in enumerate(file.incidents):
        if incident.id in early:
            yield Mistake(f"incidents[{number}].at_s", "exam_time", f"{incident.at_s:g}")
