"""``bolian rules`` as a centre uses it: look, copy, edit, add, remove."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.commands import bolian


def packs(data: Path) -> dict[str, dict[str, Any]]:
    listed = bolian("rules", "--json", "--data", data)
    assert listed.status == 0, listed.err
    return {row["id"]: row for row in json.loads(listed.out)}


def test_a_pack_is_shown_edited_added_and_removed(tmp_path: Path) -> None:
    data = tmp_path / "data"
    before = packs(data)
    chinese = next(id for id, row in before.items() if row["language"] == "zh")
    assert before[chinese]["used"] and before[chinese]["as_of"], "dated, and in use"

    shown = bolian("rules", "show", chinese, "--data", data)
    tree = json.loads(shown.out)
    tree["id"], tree["version"] = "our-centre", "1.0.0"
    file = tmp_path / "ours.json"
    file.write_text(json.dumps(tree, ensure_ascii=False), "utf-8")

    added = bolian("rules", "add", file, "--data", data)
    assert added.status == 0, added.err
    after = packs(data)
    assert after["our-centre"]["used"] and not after[chinese]["used"]
    assert "our-centre" in bolian("rules", "--data", data, screen="zh").out

    assert bolian("rules", "remove", "our-centre", "--data", data).status == 0
    assert packs(data) == before
    refused = bolian("rules", "remove", chinese, "--data", data)
    assert refused.status == 2 and chinese in refused.err


@pytest.mark.parametrize("screen", ["zh", "en"])
def test_a_pattern_that_never_ends_is_refused_by_its_name(tmp_path: Path, screen: str) -> None:
    data = tmp_path / "data"
    tree = json.loads(bolian("rules", "show", next(iter(packs(data))), "--data", data).out)
    tree["id"], tree["version"] = "our-centre", "1.0.0"
    tree["categories"][0]["patterns"][0].update(id="bomb.1", regex="(?:a+)+!", hit=["aa!"], ok=["b"])
    file = tmp_path / "ours.json"
    file.write_text(json.dumps(tree, ensure_ascii=False), "utf-8")
    refused = bolian("rules", "add", file, "--data", data, screen=screen)
    assert refused.status == 2
    assert "bomb.1" in refused.err and "ours.json" in refused.err
    assert "our-centre" not in packs(data)
