"""What exams draw: the same paper for a seed, the draw rules under every seed, and nothing that is never drawn."""

from __future__ import annotations

from itertools import pairwise

import pytest

from simulator.domain.draw import APART, FIRST_QUIET, LAST_QUIET, Drawn, Family, applied, draw, kinds_of
from simulator.storage.content import FolderLibrary
from tests.stream import ASSETS

SCENARIO = FolderLibrary(ASSETS).scenario("S12")
SEEDS = range(500)


@pytest.fixture(scope="module")
def papers() -> list[Drawn]:
    return [draw(SCENARIO, seed) for seed in SEEDS]


def test_the_same_seed_draws_the_same_paper(papers: list[Drawn]) -> None:
    assert [draw(SCENARIO, seed) for seed in SEEDS] == papers


def test_every_paper_has_one_incident_of_each_family_in_its_times(papers: list[Drawn]) -> None:
    families = {kind: family for family in Family for kind in kinds_of(family, SCENARIO.market)}
    for paper in papers:
        assert sorted(families[each.kind] for each in paper.incidents) == sorted(Family)
        times = [each.at for each in paper.incidents]
        assert times[0] >= FIRST_QUIET
        assert times[-1] <= SCENARIO.length - LAST_QUIET
        assert all(later - earlier >= APART for earlier, later in pairwise(times))


def test_every_paper_lacks_one_document_of_a_drawn_product(papers: list[Drawn]) -> None:
    for paper in papers:
        assert paper.withheld is not None
        assert paper.withheld.product in paper.products
        sat = applied(SCENARIO, paper)
        assert paper.withheld.document not in sat.product(paper.withheld.product).evidence


def test_every_product_kind_and_trap_is_drawn_by_some_seed(papers: list[Drawn]) -> None:
    assert SCENARIO.paper is not None
    kinds = {kind for family in Family for kind in kinds_of(family, SCENARIO.market)} - set(SCENARIO.paper.leaves_out)
    assert {each.kind for paper in papers for each in paper.incidents} == kinds
    assert {id for paper in papers for id in paper.products} == {each.id for each in SCENARIO.products}
    assert {trap for paper in papers for trap in applied(SCENARIO, paper).traps} == set(SCENARIO.traps)
    assert {paper.withheld.document for paper in papers if paper.withheld} == set(SCENARIO.paper.documents)
