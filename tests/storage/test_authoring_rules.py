"""The authoring rules of scenarios: each breach has its place and its code, and what to do about it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from simulator.assets import assets_folder
from simulator.storage.content import check
from simulator.storage.mistakes import _PLAIN
from simulator.storage.real_names import real_names
from simulator.ui.sentences_mistakes import mistake_sentences
from simulator.ui.sentences_remedies import remedies

Tree = dict[str, Any]


def change(place: str, value: object) -> Callable[[Tree], None]:
    def made(tree: Tree) -> None:
        *steps, last = place.split(".")
        here: Any = tree
        for step in steps:
            here = here[int(step)] if step.isdigit() else here[step]
        here[int(last) if last.isdigit() else last] = value

    return made


S03, S09, S12 = "S03", "S09", "S12"

BREACHES: list[tuple[str, Callable[[Tree], None], str, str]] = [
    (S03, change("seller.story", "跟李佳琦学的养蜂"), "seller.story", "real_name"),
    (S03, change("incidents.0.lines", ["抖音上更便宜"]), "incidents[0].lines[0]", "real_name"),
    (S03, change("incidents.0.lines", ["打我电话 13812345678"]), "incidents[0].lines[0]", "real_name"),
    (S09, change("seller.connection", "Find me as @realgoji on the other side."), "seller.connection", "real_name"),
    (S09, change("incidents.0.lines", ["cheaper on Amazon"]), "incidents[0].lines[0]", "real_name"),
    (S03, change("incidents.0.lines", ["does it cure a cough"]), "incidents[0].lines[0]", "other_language"),
    (S09, change("incidents.0.lines", ["能治眼睛吗"]), "incidents[0].lines[0]", "other_language"),
    (S09, change("traps.0.acceptable", "它是食品。"), "traps[0].acceptable", "other_language"),
    (S03, change("products.0.facts.5.cue", "每天一勺，咳嗽就好了，能治病"), "products[0].facts[5].cue", "words_break"),
    (S03, change("products.0.slots.taste", ["全国最好吃的"]), "products[0].slots.taste[0]", "words_break"),
    (S03, change("brief.zh", "学河南骗子说话"), "brief.zh", "region_joke"),
    (S03, change("traps", []), "traps", "traps_few"),
    (S03, change("products.0.evidence", []), "products[0].facts[10]", "no_document"),
    (S03, change("incidents.0.at_s", 590), "incidents[0].at_s", "window_cut"),
    (S12, change("paper.products", 6), "paper.products", "pool_small"),
    (S12, change("paper.leaves_out", ["earthquake"]), "paper.leaves_out[0]", "no_such_incident"),
    (S12, change("paper.leaves_out", ["mic_fault", "network_drop"]), "paper", "not_drawn"),
    (S12, change("products.0.evidence", ["pick_dates_of_mine"]), "products[0].evidence", "nothing_withheld"),
]


@pytest.mark.parametrize(("id", "spoil", "place", "code"), BREACHES)
def test_a_breach_is_told_with_its_place(
    tmp_path: Path, id: str, spoil: Callable[[Tree], None], place: str, code: str
) -> None:
    tree = json.loads((assets_folder() / "scenarios" / f"{id}.json").read_text("utf-8"))
    spoil(tree)
    file = tmp_path / f"{id}.json"
    file.write_text(json.dumps(tree, ensure_ascii=False), "utf-8")
    (found,) = check(file)
    assert (place, code) in [(each.path, each.code) for each in found.mistakes]


def test_every_breach_has_its_sentence_and_its_remedy() -> None:
    codes = {code for _, _, _, code in BREACHES}
    assert codes <= remedies().keys()
    assert remedies().keys() <= mistake_sentences().keys()
    assert mistake_sentences() == _PLAIN, "the log's words and the screen's are the same in English"


@pytest.mark.parametrize("text", ["苹果三块钱一斤", "小米粥", "the apples", "a zebra", "call 138", "3.5 at 5 pm"])
def test_things_of_the_farm_are_no_names(text: str) -> None:
    assert list(real_names(text)) == []
