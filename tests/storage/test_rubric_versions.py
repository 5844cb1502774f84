"""Versions that cannot be rewritten, drafts, and files in and out."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from simulator.assets import assets_folder
from simulator.domain.language import Language
from simulator.domain.rubric import Scorer
from simulator.domain.units import Text
from simulator.ports import ContentError, StoreError
from simulator.scoring.shaping import (
    renormalised,
    steps_of,
    switched,
    with_gate,
    with_level,
    with_name,
    with_profile_weight,
    with_scorer,
    with_steps,
    with_weight,
)
from simulator.storage.content import FolderLibrary, rubric_of
from simulator.storage.rubric_writing import written
from simulator.storage.store import SqliteStore

DEFAULT = "live-sales-default"


def edited(library: FolderLibrary, **changes: Any) -> str:
    tree = json.loads(library.rubric_text())
    return json.dumps({**tree, **changes}, ensure_ascii=False)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE rubrics SET body = '{}'",
        "UPDATE rubrics SET version = '9'",
        "UPDATE rubrics SET note = 'better'",
        "DELETE FROM rubrics",
    ],
)
def test_a_published_version_is_never_rewritten_nor_deleted(store: SqliteStore, tmp_path: Path, statement: str) -> None:
    before = store.rubric(DEFAULT)
    with closing(sqlite3.connect(tmp_path / "data" / "bolian.db")) as other, pytest.raises(sqlite3.IntegrityError):
        other.execute(statement)
    assert store.rubric(DEFAULT) == before


def test_what_was_edited_is_written_into_the_file_and_the_rest_stays(library: FolderLibrary) -> None:
    base = library.rubric_text()
    rubric = rubric_of(base, "base")
    assert rubric_of(written(rubric, base), "same") == rubric
    assert json.loads(written(rubric, base)) == json.loads(base)
    changed = with_name(rubric, Text("中心标准", "Centre"))
    changed = switched(with_gate(changed, "G4", least=65.0), "D2", False)
    changed = with_steps(changed, "C1", None, steps_of(rubric.criteria[8].bands).moved(0, 0.33))
    zh = next(each for each in rubric.criteria if each.id == "E1").bands_by_language[Language.ZH]
    changed = with_steps(changed, "E1", Language.ZH, steps_of(zh).moved(0, 150.0))
    changed = with_profile_weight(with_scorer(changed, "A1", Scorer.HUMAN), "beginner", "C1", 9.0)
    changed = renormalised(with_weight(with_level(changed, 5, points=95.0), "B1", 9.0))
    text = written(changed, base)
    assert rubric_of(text, "edited") == changed
    before, after = json.loads(base), json.loads(text)
    for key in ("about", "aggregation", "human_only", "reported_not_scored", "assessor_quality"):
        assert after[key] == before[key]
    assert after["criteria"][0]["metric"] == before["criteria"][0]["metric"]


def test_a_draft_is_kept_for_each_author_and_becomes_the_next_version(store: SqliteStore) -> None:
    rubric = store.rubric(DEFAULT)
    based_on = (rubric.id, rubric.version)
    half_done = with_weight(rubric, "C1", 5.0)
    store.keep_rubric_draft(half_done, "王老师", based_on)
    store.keep_rubric_draft(with_weight(rubric, "C1", 6.0), "李老师", based_on)
    assert {draft.author: draft.rubric for draft in store.rubric_drafts()}["王老师"] == half_done
    with pytest.raises(ContentError) as caught:
        store.publish_rubric(half_done, "王老师", "C1 轻一点")
    assert any("97" in mistake for mistake in caught.value.mistakes)
    assert len(store.rubric_drafts()) == 2, "a draft that could not be published is still there"
    made = store.publish_rubric(renormalised(half_done), "王老师", "C1 轻一点")
    assert made.version == "0.1.1"
    assert store.rubric(DEFAULT) == made
    newest = store.rubric_versions()[0]
    assert (newest.note, newest.author, newest.shipped, newest.used) == ("C1 轻一点", "王老师", False, False)
    assert [draft.author for draft in store.rubric_drafts()] == ["李老师"]
    store.drop_rubric_draft(DEFAULT, "李老师")
    assert store.rubric_drafts() == ()


def test_a_copy_begins_with_its_own_first_version(store: SqliteStore) -> None:
    rubric = store.rubric(DEFAULT)
    own = replace(rubric, id="centre-1", name=Text("中心", "Centre"))
    store.keep_rubric_draft(own, "王老师", (rubric.id, rubric.version))
    assert store.publish_rubric(own, "王老师", "").version == "1"
    assert store.rubric("centre-1").title("zh") == "中心"
    assert store.rubric(DEFAULT) == rubric


def test_a_retired_version_gives_way_to_the_one_before_and_may_come_back(
    store: SqliteStore, library: FolderLibrary
) -> None:
    store.add_rubric(edited(library, version="0.2.0"))
    store.retire_rubric(DEFAULT, "0.2.0")
    assert store.rubric(DEFAULT).version == "0.1.0"
    assert store.rubric_version(DEFAULT, "0.2.0").version == "0.2.0"
    store.retire_rubric(DEFAULT, "0.1.0")
    assert store.rubric(DEFAULT).version == "0.2.0", "sessions can still be marked when all are retired"
    store.retire_rubric(DEFAULT, "0.1.0", False)
    assert store.rubric(DEFAULT).version == "0.1.0"
    with pytest.raises(ContentError):
        store.retire_rubric(DEFAULT, "7")


def mistakes(library: FolderLibrary, **changes: Any) -> str:
    with pytest.raises(ContentError) as caught:
        rubric_of(edited(library, **changes), "rubric")
    return "\n".join(caught.value.mistakes)


def test_mistakes_in_a_file_are_named(library: FolderLibrary) -> None:
    tree = json.loads(library.rubric_text())
    criteria = tree["criteria"]

    def with_criterion(id: str, **fields: Any) -> list[Any]:
        return [{**each, **fields} if each["id"] == id else each for each in criteria]

    assert "dimensions[3].weight: do not add up (12, criteria 9)" in mistakes(
        library, criteria=with_criterion("D2", enabled=False)
    )
    off = mistakes(library, criteria=with_criterion("F1", enabled=False))
    assert "gates[0].enabled: is in force although what the gate looks at is switched off (G1: F1)" in off
    metric = {**criteria[0]["metric"], "id": "charm"}
    assert "criteria[0].metric.id: names a metric that this program does not have (charm)" in mistakes(
        library, criteria=with_criterion("A1", metric=metric)
    )
    gates = [{**each, "least": 70} if each["id"] == "G1" else each for each in tree["gates"]]
    assert "gates[0].least: is not a field of this file" in mistakes(library, gates=gates)
    gates = [{**each, "least": 700} if each["id"] == "G4" else each for each in tree["gates"]]
    assert "gates[3].least: is too large" in mistakes(library, gates=gates)
    assert "criteria[0].enabled: has the wrong type" in mistakes(library, criteria=with_criterion("A1", enabled="no"))


def test_a_centre_s_scenario_may_name_a_centre_s_rubric(
    store: SqliteStore, tmp_path: Path, tree: dict[str, Any]
) -> None:
    own = tmp_path / "content"
    own.mkdir()
    (own / "T1.json").write_text(json.dumps({**tree, "id": "T1", "rubric": "centre-1"}), encoding="utf-8")
    assert "T1" not in [each.id for each in FolderLibrary(assets_folder(), own).scenarios()]
    rubric = replace(store.rubric(DEFAULT), id="centre-1")
    library = FolderLibrary(assets_folder(), own, rubrics=lambda: [rubric])
    assert library.scenario("T1").rubric == "centre-1"


def test_a_damaged_version_is_said(store: SqliteStore, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "data" / "bolian.db")) as other:
        other.execute("DROP TRIGGER rubrics_stay")
        other.execute('UPDATE rubrics SET body = \'{"schema": "bolian-rubric/1"}\'')
        other.commit()
    with pytest.raises((ContentError, StoreError)) as caught:
        store.rubric(DEFAULT)
    assert caught.value.code == "content_wrong"
