"""Scenarios are written as drafts, checked by the rules of ``content check``, published and put aside."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from simulator.assets import assets_folder
from simulator.domain.draft import Draft, Field, Kind
from simulator.domain.language import Language
from simulator.ports import ContentError
from simulator.storage.content import FolderLibrary, check
from simulator.storage.json_text import read_object
from simulator.storage.scenario_form import scenario_form
from simulator.storage.workshop import DRAFTS, EARLIER, ScenarioWorkshop

READ_ONCE = FolderLibrary(assets_folder())
"""What every library knows, read once for all tests of this file."""
ALL = sorted((assets_folder() / "scenarios").glob("*.json"))


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "content"


@pytest.fixture
def library(own: Path) -> FolderLibrary:
    made = FolderLibrary(assets_folder(), own)
    made._known = READ_ONCE.known()
    return made


@pytest.fixture
def workshop(library: FolderLibrary, own: Path) -> ScenarioWorkshop:
    return ScenarioWorkshop(library, own)


def leaves(field: Field) -> list[Field]:
    return [leaf for each in field.fields for leaf in leaves(each)] if field.fields else [field]


@pytest.mark.parametrize("file", ALL, ids=lambda file: file.stem)
def test_a_copy_of_every_scenario_says_what_the_original_says(file: Path, workshop: ScenarioWorkshop) -> None:
    draft = workshop.begin(file.stem, fresh=True)
    assert workshop.flaws(draft) == ()
    written, original = json.loads(workshop.written(draft)), read_object(file)[0]
    assert {**written, "id": "", "version": ""} == {**original, "id": "", "version": ""}


def test_every_field_of_the_schema_has_its_place_in_the_form() -> None:
    form = scenario_form()
    assert len(leaves(form)) > 90
    assert form.field("products").field("facts").field("heard_as").kind is Kind.GROUPS
    assert form.field("market").choices == ("cn", "us", "uk", "eu")
    assert form.field("incidents").field("when").usual == "moment"
    assert not form.field("paper").needed and form.field("title").needed
    with pytest.raises(KeyError):
        form.field("nothing")


def test_a_blank_scenario_says_what_is_missing_and_nothing_is_of_the_wrong_shape(workshop: ScenarioWorkshop) -> None:
    for language, market in ((Language.ZH, "cn"), (Language.EN, "us"), (Language.EN, "uk"), (Language.EN, "eu")):
        flaws = workshop.flaws(workshop.blank(language, market))
        assert {each.code for each in flaws} <= {"missing", "slot_missing"}
        assert {"title", "seller", "products[0].name", "products[0].facts[0].cue"} <= {each.path for each in flaws}


def test_a_draft_survives_the_program(workshop: ScenarioWorkshop, library: FolderLibrary, own: Path) -> None:
    draft = workshop.keep(workshop.begin("S01", fresh=True).put(("title", "zh"), "我的第一场"))
    (again,) = ScenarioWorkshop(library, own).drafts()
    assert again == draft
    assert again.based_on == "S01@" + library.scenario("S01").version
    workshop.discard(again)
    assert workshop.drafts() == ()


def test_the_last_kept_draft_comes_first(workshop: ScenarioWorkshop) -> None:
    first, second = workshop.begin("S01", fresh=True), workshop.begin("S02", fresh=True)
    assert [each.id for each in workshop.drafts()] == [second.id, first.id]
    workshop.keep(first)
    assert [each.id for each in workshop.drafts()] == [first.id, second.id]


def test_what_is_published_can_be_chosen_at_once(workshop: ScenarioWorkshop, library: FolderLibrary, own: Path) -> None:
    draft = workshop.begin("S01", fresh=True).put(("title", "zh"), "山货小店")
    made = workshop.publish(workshop.keep(draft))
    assert made.id == "S01-2" and made.version == "1"
    assert library.scenario("S01-2").title.zh == "山货小店"
    assert workshop.drafts() == () and workshop.own() == ("S01-2",)
    assert not any(found.mistakes for found in check(own))
    assert FolderLibrary(assets_folder(), own).scenario("S01-2") == made


def test_a_new_version_puts_the_earlier_one_aside(workshop: ScenarioWorkshop, own: Path) -> None:
    workshop.publish(workshop.begin("S01", fresh=True))
    again = workshop.begin("S01-2", fresh=False).put(("tier",), 2)
    made = workshop.publish(workshop.keep(again))
    assert (made.version, made.tier) == ("2", 2)
    (aside,) = (own / EARLIER).iterdir()
    assert json.loads(aside.read_text("utf-8"))["version"] == "1"
    named = workshop.begin("S01-2", fresh=False).put(("version",), "2026-autumn")
    assert workshop.publish(named).version == "2026-autumn"
    assert workshop.publish(workshop.begin("S01-2", fresh=False)).version == "2026-autumn.1"


@pytest.mark.parametrize(
    "theirs", ['{"schema": "bolian-scenario/1", "id": "S01-2", "tier": 9}', '{"schema": "other/1"}']
)
def test_publishing_leaves_a_file_alone_that_is_not_its_own(
    workshop: ScenarioWorkshop, library: FolderLibrary, own: Path, theirs: str
) -> None:
    draft = workshop.begin("S01", fresh=True)
    (own / "S01-2.json").write_text(theirs, "utf-8")
    library.reload()
    assert workshop.publish(draft).version == "1"
    assert (own / "S01-2.json").read_text("utf-8") == theirs
    assert workshop.own() == ("S01-2",)
    assert workshop.publish(workshop.begin("S01-2", fresh=False)).version == "2"
    assert (own / "S01-2.json").read_text("utf-8") == theirs
    assert len(list(own.glob("*.json"))) == 2, "its next version takes the place of the one before"


def test_what_is_withdrawn_is_off_the_list_and_not_lost(
    workshop: ScenarioWorkshop, library: FolderLibrary, own: Path
) -> None:
    workshop.publish(workshop.begin("S01", fresh=True))
    workshop.withdraw("S01-2")
    assert "S01-2" not in [each.id for each in library.scenarios()]
    assert len(list((own / EARLIER).iterdir())) == 1
    with pytest.raises(ContentError) as wrong:
        workshop.withdraw("S01")
    assert wrong.value.code == "scenario_not_own"


@pytest.mark.parametrize(
    ("id", "code"), [("S01", "id_taken"), ("s01", "id_taken"), ("con", "id_reserved"), ("Nul.x", "id_reserved")]
)
def test_an_id_that_cannot_be_is_a_flaw(workshop: ScenarioWorkshop, id: str, code: str) -> None:
    draft = workshop.begin("S02", fresh=True).put(("id",), id)
    assert [(each.path, each.code) for each in workshop.flaws(draft)] == [("id", code)]
    with pytest.raises(ContentError):
        workshop.publish(draft)
    assert workshop.own() == ()


@pytest.mark.parametrize("id", ["../../evil", "a/b", "a\\b", "", "x" * 65])
def test_no_id_leads_out_of_the_folder(workshop: ScenarioWorkshop, own: Path, id: str) -> None:
    with pytest.raises(ContentError):
        workshop.publish(workshop.begin("S02", fresh=True).put(("id",), id))
    assert [each.name for each in own.rglob("*.json") if each.parent.name != DRAFTS] == []


def test_the_flaws_are_those_of_content_check(workshop: ScenarioWorkshop, tmp_path: Path) -> None:
    draft = (
        workshop.begin("S03", fresh=True).put(("products", 0, "price"), -1).put(("length_s",), 601).put(("tier",), "x")
    )
    file = tmp_path / "wrong.json"
    file.write_text(workshop.written(draft), "utf-8")
    (found,) = check(file)
    assert [str(each) for each in found.mistakes] == [
        str(type(found.mistakes[0])(each.path, each.code, each.found)) for each in workshop.flaws(draft)
    ]
    assert {"products[0].price", "tier"} <= {each.path for each in workshop.flaws(draft)}


def test_a_file_from_elsewhere_becomes_a_draft_without_what_has_no_field(
    workshop: ScenarioWorkshop, tmp_path: Path
) -> None:
    tree = json.loads(ALL[0].read_text("utf-8"))
    tree["secret"] = {"a": 1}
    tree["products"][0]["slots"]["price"] = "not a list"
    tree["products"][0]["facts"].append("no fact")
    tree["traps"] = {"no": "list"}
    file = tmp_path / "theirs.json"
    file.write_text(json.dumps(tree), "utf-8")
    draft, left_out = workshop.taken_in(file)
    place = len(tree["products"][0]["facts"]) - 1
    assert set(left_out) == {"secret", "products[0].slots.price", f"products[0].facts[{place}]", "traps"}
    assert draft.text(("id",)) != "S01", "the program's own stays"
    assert workshop.drafts() == (draft,)


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"schema": "bolian-rubric/1"}', '{"schema": "bolian-scenario/1", "tier": NaN}']
)
def test_what_is_no_scenario_is_refused_with_its_reason(workshop: ScenarioWorkshop, tmp_path: Path, text: str) -> None:
    file = tmp_path / "theirs.json"
    file.write_text(text, "utf-8")
    with pytest.raises(ContentError):
        workshop.taken_in(file)
    assert workshop.drafts() == ()


def test_a_broken_draft_file_stays_where_it_is(workshop: ScenarioWorkshop, own: Path) -> None:
    kept = workshop.begin("S01", fresh=True)
    for number, text in enumerate(("{", "[]", "{}", '{"schema": "draft-of/bolian-scenario", "scenario": 3}')):
        (own / DRAFTS / f"broken{number}.json").write_text(text, "utf-8")
    assert workshop.drafts() == (kept,)
    assert len(list((own / DRAFTS).iterdir())) == 5


def test_what_cannot_be_written_says_so_and_publishes_nothing(workshop: ScenarioWorkshop, own: Path) -> None:
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text("a file stands where the folder should be", "utf-8")
    with pytest.raises(ContentError) as wrong:
        workshop.begin("S01", fresh=True)
    assert wrong.value.code == "content_not_written"


def test_new_rows_have_ids_and_numbers_of_their_own(workshop: ScenarioWorkshop) -> None:
    draft = workshop.begin("S02", fresh=True)
    product = workshop.row(draft, ("products",))
    draft = draft.add(("products",), product)
    assert [each for each in workshop.flaws(draft) if each.code in ("twice", "wrong_type")] == []
    for steps in (("run_of_show",), ("incidents",), ("required_operations",), ("products", 0, "facts"), ("traps",)):
        draft = draft.add(steps, workshop.row(draft, steps))
    assert [each for each in workshop.flaws(draft) if each.code == "twice"] == []
    days = workshop.row(
        draft.put(("products", 0, "price_history"), [{"from_days": 9, "to_days": 4}]), ("products", 0, "price_history")
    )
    assert days == {"from_days": 4, "to_days": 0}


def test_what_may_be_named_is_what_the_check_knows(workshop: ScenarioWorkshop) -> None:
    draft = workshop.begin("S03", fresh=True)
    for steps in (
        ("incidents", 0, "kind"),
        ("traps", 0, "tests"),
        ("traps", 0, "product"),
        ("crowd", "preset"),
        ("rubric",),
    ):
        named = [each.id for each in workshop.names(draft, steps)]
        assert draft.text(steps) in named
        for id in named:
            assert workshop.flaws(draft.put(steps, id)) == () or steps[0] in ("incidents", "traps", "crowd")
        assert steps[-1] in {"kind", "tests", "product", "preset", "rubric"} and named
    assert workshop.names(draft, ("title", "zh")) == ()


def test_a_draft_is_never_changed() -> None:
    first = Draft("x", {"a": [{"b": 1}, {"b": 2}]})
    second = first.put(("a", 1, "b"), 3).move(("a",), 1, -1)
    assert first.tree == {"a": [{"b": 1}, {"b": 2}]}
    assert second.tree == {"a": [{"b": 3}, {"b": 1}]}
    assert second.drop(("a",), 0).put(("a", 0, "b"), "").tree == {"a": [{}]}
    assert first.value(("a", 7, "b")) is None and first.text(("a",)) == ""
