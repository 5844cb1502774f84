"""docs/metrics.md against program and default rubric: every metric has its section, with the rubric's numbers."""

from __future__ import annotations

import json
import re

import pytest

from simulator.domain.language import Language
from simulator.domain.rubric import Band, Criterion
from simulator.metrics import METRICS
from simulator.metrics.credit import FOLLOWED, LOOP, SAME
from simulator.metrics.explanation import AT_ONCE, CROWDED
from simulator.metrics.selling import AROUND, STAYS
from simulator.metrics.structure import EXCUSED
from tests.stream import ASSETS, default_rubric

PAGE = (ASSETS.parent / "docs" / "metrics.md").read_text("utf-8")
RUBRIC = default_rubric()
PARTS = ("Formula", "From", "Unit", "Least data", "Who decides", "Basis", "Gamed by, stopped by")


def section(criterion: Criterion) -> str:
    head = f"### {criterion.id} {criterion.name.zh} · {criterion.name.en}: `{criterion.metric}`\n"
    assert PAGE.count(head) == 1, head
    return re.split(r"^##", PAGE.split(head)[1], maxsplit=1, flags=re.MULTILINE)[0]


def shown(band: Band) -> str:
    ranges = []
    for low, high in band.any_of:
        if low is None:
            ranges.append(f"< {high:g}")
        elif high is None:
            ranges.append(f"≥ {low:g}")
        else:
            ranges.append(f"{low:g} ≤ x < {high:g}")
    return " or ".join(ranges)


def test_every_metric_of_the_program_is_on_the_page():
    assert {criterion.metric for criterion in RUBRIC.criteria} == {metric.id for metric in METRICS}
    assert len(re.findall(r"^### ", PAGE, flags=re.MULTILINE)) == len(METRICS)


@pytest.mark.parametrize("criterion", RUBRIC.criteria, ids=lambda criterion: criterion.id)
def test_a_section_says_all_and_what_the_rubric_says(criterion: Criterion):
    text = section(criterion)
    for part in PARTS:
        found = re.search(rf"^- \*\*{part}\*\*: (.+)$", text, flags=re.MULTILINE)
        assert found, f"{criterion.id} has no {part}"
    assert f"- **Unit**: {criterion.unit}\n" in text
    assert f"- **Least data**: {criterion.min_data}\n" in text
    assert f"- **Who decides**: {criterion.scorer}: " in text
    # A sentence in Chinese comes first.
    assert re.match(r"\s*[\u4e00-\u9fff]", text)
    for language in Language:
        for band in criterion.bands_for(language):
            assert f" {shown(band)} |" in text, f"{criterion.id}: {shown(band)}"


def test_sources_named_on_the_page_exist():
    known = json.dumps(json.loads((ASSETS / "sources.json").read_text("utf-8")))
    for source in set(re.findall(r"\b(?:LAW|STD|RES|DAT|FLD)\d+\b", PAGE)):
        assert f'"{source}"' in known, source


def test_every_gate_is_on_the_page():
    for gate in RUBRIC.gates:
        assert f"| {gate.id} |" in PAGE


def test_the_numbers_of_the_rules_against_gaming_are_the_program_s():
    for number, words in (
        (FOLLOWED[Language.ZH], "over {:g} characters"),
        (FOLLOWED[Language.EN], "or {:g} words a minute"),
        (LOOP, "third time within {:g} s"),
        (100 * SAME, "{:g} % of a phrase's pieces"),
        (AT_ONCE, "{:g} ÷ facts told"),
        (CROWDED, "within {:g} s before or after"),
        (STAYS, "the card stays {:g} s"),
        (AROUND, "within {:g} s of the click"),
    ):
        assert words.format(number) in PAGE, words
    assert EXCUSED == 60 and "a minute of silence" in PAGE
