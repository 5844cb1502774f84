"""What an exam draws: the same of the same seed, within the draw rules, and in the end everything there is."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest

from simulator.assets import assets_folder
from simulator.domain.draw import (
    APART,
    CROSS_BORDER,
    FAMILIES,
    FIRST_QUIET,
    LAST_QUIET,
    Drawn,
    Family,
    applied,
    draw,
    kinds_of,
    retake_seed,
)
from simulator.domain.scenario import Scenario
from simulator.storage.content import FolderLibrary, load_scenario

SEEDS = range(500)
LIBRARY = FolderLibrary(assets_folder())


@pytest.fixture(scope="module")
def exam() -> Scenario:
    return load_scenario(assets_folder() / "scenarios" / "S12.json", LIBRARY.known())


@pytest.fixture(scope="module")
def papers(exam: Scenario) -> list[Drawn]:
    return [draw(exam, seed) for seed in SEEDS]


def test_the_same_seed_draws_the_same_paper(exam: Scenario, papers: list[Drawn]) -> None:
    assert [draw(exam, seed) for seed in SEEDS] == papers
    assert len(set(papers)) > len(papers) // 2


def test_every_paper_has_one_incident_of_each_family(exam: Scenario, papers: list[Drawn]) -> None:
    families = {kind: family for family in Family for kind in kinds_of(family, exam.market)}
    for paper in papers:
        assert Counter(families[each.kind] for each in paper.incidents) == Counter(list(Family))


def test_every_paper_keeps_the_times(exam: Scenario, papers: list[Drawn]) -> None:
    for paper in papers:
        times = [each.at for each in paper.incidents]
        assert times == sorted(times)
        assert times[0] >= FIRST_QUIET and times[-1] <= exam.length - LAST_QUIET
        assert all(later - earlier >= APART for earlier, later in pairwise(times))


def test_every_kind_that_suits_the_goods_is_drawn(exam: Scenario, papers: list[Drawn]) -> None:
    assert exam.paper is not None
    suiting = {kind for kinds in FAMILIES.values() for kind in kinds} - set(exam.paper.leaves_out)
    drawn = {each.kind for paper in papers for each in paper.incidents}
    assert drawn == suiting and not drawn & set(CROSS_BORDER)


def test_every_product_and_trap_is_drawn_and_one_document_is_missing(exam: Scenario, papers: list[Drawn]) -> None:
    assert exam.paper is not None
    assert {id for paper in papers for id in paper.products} == {each.id for each in exam.products}
    tempted = {trap for paper in papers for trap in applied(exam, paper).traps}
    assert tempted == set(exam.traps)
    withheld = set()
    for paper in papers:
        assert len(set(paper.products)) == exam.paper.products
        assert paper.withheld is not None and paper.withheld.product in paper.products
        left = applied(exam, paper).product(paper.withheld.product)
        assert paper.withheld.document not in left.evidence
        withheld.add((paper.withheld.product, paper.withheld.document))
    on_file = {(each.id, name) for each in exam.products for name in each.evidence if name in exam.paper.documents}
    assert withheld == on_file


def test_a_retake_asks_as_much_and_is_another_paper(exam: Scenario) -> None:
    kinds = LIBRARY.taxonomy().incidents
    for seed in range(20):
        again = retake_seed(exam, seed, kinds)
        assert again != seed and draw(exam, again) != draw(exam, seed)
        assert again == retake_seed(exam, seed, kinds)


def test_papers_of_a_market_abroad_know_currencies_and_customs() -> None:
    assert set(CROSS_BORDER) <= set(kinds_of(Family.PRICE_STOCK, "eu"))
    assert not set(CROSS_BORDER) & set(kinds_of(Family.PRICE_STOCK, "cn"))
