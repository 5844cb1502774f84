"""``bolian hear``: what is understood of a text, for scenario and rule authors."""

from __future__ import annotations

import json
from pathlib import Path

from tests.journeys.commands import bolian


def test_the_findings_of_a_text_as_json(tmp_path: Path) -> None:
    path = tmp_path / "pitch.txt"
    path.write_text("今天五斤装只要三十九块九，再减五块。喜欢的点左下角小黄车。", "utf-8")
    ran = bolian("hear", path, "--json", "--data", tmp_path / "data")
    assert ran.status == 0, ran.err
    heard = json.loads(ran.out)
    assert heard["scenario"] == "S01"
    kinds = {each["kind"] for each in heard["findings"]}
    assert {"PriceTold", "DiscountTold", "CallToActionMade"} <= kinds
    price = next(each for each in heard["findings"] if each["kind"] == "PriceTold")
    assert path.read_text("utf-8")[price["char_start"] : price["char_end"]].strip("，") == "三十九块九"


def test_a_table_in_the_language_of_the_screen(tmp_path: Path) -> None:
    path = tmp_path / "pitch.txt"
    path.write_text("Just nineteen dollars today. Tap link one.", "utf-8")
    assert "invitation" in bolian("hear", path, "--data", tmp_path / "data").out
    assert "引导" in bolian("hear", path, "--data", tmp_path / "data", screen="zh").out


def test_what_is_no_speech_is_refused_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "bad.json"
    path.write_text('{"schema": "asr-words/1", "words": [["a", 1]]}', "utf-8")
    ran = bolian("hear", path, "--data", tmp_path / "data")
    assert ran.status == 2
    assert str(path) in ran.err
    assert "words[0]" in ran.err
