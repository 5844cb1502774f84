"""Rule packs have a life: added by a centre, used by new sessions, kept by those that were judged by them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest

from simulator.assets import assets_folder
from simulator.domain.language import Language
from simulator.domain.scenario import Scenario
from simulator.domain.session import Ending, SessionHeader
from simulator.ports import ContentError
from simulator.storage import rule_packs
from simulator.storage.content import FolderLibrary
from simulator.storage.mistakes import Mistake
from simulator.storage.store import SqliteStore

Edit = Callable[[dict[str, Any]], None]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A centre's content folder, empty."""
    return tmp_path / "content"


@pytest.fixture
def pack(tmp_path: Path) -> Callable[..., Path]:
    """Writes a centre's edition of the shipped Chinese pack, with one category and whatever a test changes."""
    shipped = json.loads((assets_folder() / "compliance.zh.json").read_text("utf-8"))

    def write(*edits: Edit, version: str = "1.0.0") -> Path:
        tree = {**shipped, "id": "rules.centre", "version": version, "as_of": "2026-11", "words": {}}
        tree["categories"] = [
            {
                **shipped["categories"][0],
                "patterns": [
                    {
                        "id": "centre.1",
                        "regex": "(?:本县|全县)第一甜",
                        "severity": "S2",
                        "hit": ["这是全县第一甜的橙子"],
                        "ok": ["这是全县最早的果园之一"],
                    }
                ],
                "exceptions": [],
                "examples_hit": [],
                "examples_ok": [],
            }
        ]
        for edit in edits:
            edit(tree)
        path = tmp_path / "centre.json"
        path.write_text(json.dumps(tree, ensure_ascii=False), "utf-8")
        return path

    return write


def pattern(tree: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = tree["categories"][0]["patterns"][0]
    return found


def library_with(own: Path) -> FolderLibrary:
    return FolderLibrary(assets_folder(), own)


def test_a_centre_s_own_pack_is_used_for_new_sessions(own: Path, pack: Callable[..., Path]) -> None:
    assert library_with(own).rules(Language.ZH, "cn").id != "rules.centre"
    added = rule_packs.add(pack(), own)
    assert not added.shipped and added.path.parent == own / rule_packs.FOLDER
    library = library_with(own)
    assert library.rules(Language.ZH, "cn").id == "rules.centre"
    assert library.rules(Language.EN, "us").id != "rules.centre", "another language keeps its own"


def test_a_later_version_takes_the_place_of_an_earlier_one_and_not_the_other_way(
    own: Path, pack: Callable[..., Path]
) -> None:
    rule_packs.add(pack(version="1.9.0"), own)
    assert rule_packs.add(pack(version="1.10.0"), own).pack.version == "1.10.0"
    with pytest.raises(ContentError) as refused:
        rule_packs.add(pack(version="1.2.0"), own)
    assert refused.value.code == "rules_version_taken"
    assert library_with(own).rules(Language.ZH, "cn").version == "1.10.0"


def slow(tree: dict[str, Any]) -> None:
    pattern(tree).update(regex="(?:甜+)+!", hit=["甜!"], ok=["酸"])


def missed(tree: dict[str, Any]) -> None:
    pattern(tree)["hit"] = ["这是全县第二甜的橙子"]


def hit(tree: dict[str, Any]) -> None:
    pattern(tree)["ok"] = ["全县第一甜"]


def no_example(tree: dict[str, Any]) -> None:
    pattern(tree)["ok"] = []


def empty(tree: dict[str, Any]) -> None:
    pattern(tree).update(regex="(?:甜)?", hit=["甜"], ok=["酸"])


def broken(tree: dict[str, Any]) -> None:
    pattern(tree)["regex"] = "(?:甜"


def twice(tree: dict[str, Any]) -> None:
    tree["categories"][0]["patterns"] *= 2


def unknown_list(tree: dict[str, Any]) -> None:
    pattern(tree)["regex"] = "{no_such_list}第一甜"


def unknown_field(tree: dict[str, Any]) -> None:
    pattern(tree)["colour"] = "red"


@pytest.mark.parametrize(
    ("edit", "kind", "named"),
    [
        (slow, "pattern_slow", "centre.1"),
        (missed, "example_missed", "centre.1: 这是全县第二甜的橙子"),
        (hit, "example_hit", "centre.1: 全县第一甜"),
        (no_example, "", "categories[0].patterns[0].ok"),
        (empty, "pattern_empty", "centre.1"),
        (broken, "pattern_broken", "centre.1"),
        (twice, "twice", "centre.1"),
        (unknown_list, "no_such_word", "centre.1: no_such_list"),
        (unknown_field, "", "colour"),
    ],
)
def test_what_is_wrong_in_a_pack_is_named_and_the_pack_refused(
    own: Path, pack: Callable[..., Path], edit: Edit, kind: str, named: str
) -> None:
    with pytest.raises(ContentError) as refused:
        rule_packs.add(pack(edit), own)
    told = [repr(each) for each in cast("tuple[Mistake, ...]", refused.value.facts["details"])]
    assert any(kind in each and named in each for each in told), told
    assert not (own / rule_packs.FOLDER).exists(), "nothing is kept of it"


@pytest.mark.parametrize("id", ["../rules", "a/b", "C:\\x", "..", ""])
def test_a_pack_s_id_cannot_lead_out_of_its_folder(own: Path, pack: Callable[..., Path], id: str) -> None:
    with pytest.raises(ContentError):
        rule_packs.add(pack(lambda tree: tree.update(id=id)), own)
    assert not own.exists()


def test_a_wrong_file_in_the_folder_disturbs_nobody_and_is_told(own: Path, pack: Callable[..., Path]) -> None:
    rule_packs.add(pack(), own)
    (own / rule_packs.FOLDER / "spoiled.json").write_text("{", "utf-8")
    library = library_with(own)
    assert library.rules(Language.ZH, "cn").id == "rules.centre"
    assert any("spoiled.json" in str(fault.facts) for fault in library.faults)


def test_a_session_keeps_the_pack_it_was_judged_by(
    own: Path, pack: Callable[..., Path], store: SqliteStore, header: SessionHeader, scenario: Scenario, tmp_path: Path
) -> None:
    judged_by = rule_packs.add(pack(), own).pack
    store.begin(header, scenario)
    store.keep_rules(header.id, judged_by)
    store.end(header.id, Ending.OFF_AIR)
    rule_packs.add(pack(lambda tree: pattern(tree).update(severity="S4"), version="1.1.0"), own)
    assert store.rules(header.id) == judged_by

    file = tmp_path / "session.bolian"
    store.export_session(header.id, file, recording=False)
    with_it = SqliteStore(tmp_path / "elsewhere")
    try:
        with_it.import_session(file)
        assert with_it.rules(header.id) == judged_by, "it goes along to another PC"
    finally:
        with_it.close()


def test_a_session_of_before_packs_were_kept_has_none(
    store: SqliteStore, header: SessionHeader, scenario: Scenario
) -> None:
    store.begin(header, scenario)
    assert store.rules(header.id) is None
