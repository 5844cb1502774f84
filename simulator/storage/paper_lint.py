"""The authoring rules of exams and of traps: a paper that can be drawn at any seed, and something to be tempted by."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.domain.draw import Family, draw, kinds_of, untimely
from simulator.domain.scenario import FactKind
from simulator.storage.mistakes import Mistake
from simulator.storage.scenario_references import Known
from simulator.storage.scenario_schema import ProductFields, ScenarioFile

LEAST_TRAPS = 1
"""In a scenario; and of each product of a pool, for any of them may be drawn (fact cards: traps planted)."""
_TRIED = 20
"""Seeds that are drawn to see whether a paper can be drawn: what stands in the way does not depend on the seed."""


def paper_mistakes(file: ScenarioFile, known: Known) -> Iterator[Mistake]:
    """Every breach of the rules about traps, documents and exams, with its path."""
    if len(file.traps) < LEAST_TRAPS:
        yield Mistake("traps", "traps_few", f"{len(file.traps)} of {LEAST_TRAPS}")
    for number, product in enumerate(file.products):
        yield from _on_file(f"products[{number}]", product)
    yield from _answerable(file, known)
    yield from _paper(file)


def _on_file(path: str, product: ProductFields) -> Iterator[Mistake]:
    """What is told as proved rests on a document on file."""
    proved = [place for place, fact in enumerate(product.facts) if fact.kind is FactKind.PROOF]
    if not product.evidence:
        where = f"{path}.facts[{proved[0]}]" if proved else f"{path}.evidence"
        yield Mistake(where, "no_document", product.id)


def _answerable(file: ScenarioFile, known: Known) -> Iterator[Mistake]:
    """An incident ends within the session, and can be answered by word or by hand."""
    for number, incident in enumerate(file.incidents):
        kind = known.taxonomy.incidents.get(incident.kind)
        if kind is None:
            continue
        if incident.at_s is not None and incident.at_s < file.length_s < incident.at_s + kind.window:
            found = f"{incident.at_s:g} + {kind.window:g} s of {file.length_s:g} s"
            yield Mistake(f"incidents[{number}].at_s", "window_cut", found)
        if not kind.answer_keys and not kind.desk_acts:
            yield Mistake(f"incidents[{number}].kind", "no_answer", incident.kind)


def _paper(file: ScenarioFile) -> Iterator[Mistake]:
    rules = file.paper
    if rules is None:
        return
    kinds = {kind for family in Family for kind in kinds_of(family, file.market)}
    for place, name in enumerate(rules.leaves_out):
        if name not in kinds:
            yield Mistake(f"paper.leaves_out[{place}]", "no_such_incident", name)
    if len(file.products) <= rules.products:
        yield Mistake("paper.products", "pool_small", f"{rules.products} of {len(file.products)}")
    trapped = {trap.product for trap in file.traps}
    for number, product in enumerate(file.products):
        if not set(product.evidence) & set(rules.documents):
            yield Mistake(f"products[{number}].evidence", "nothing_withheld", product.id)
        if product.id not in trapped:
            yield Mistake("traps", "traps_few", product.id)
    scenario = file.made()
    for incident in untimely(scenario):
        number = next(place for place, each in enumerate(file.incidents) if each.id == incident.id)
        yield Mistake(f"incidents[{number}].at_s", "exam_time", f"{incident.at:g} s")
    try:
        for seed in range(_TRIED):
            draw(scenario, seed)
    except ValueError as error:
        yield Mistake("paper", "not_drawn", str(error))
