"""Every way a scenario file may be wrong ends in a ContentError that names file, path and mistake."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.assets import assets_folder
from simulator.domain.scenario import ChanceIncidents, Scenario, Trigger
from simulator.ports import ContentError
from simulator.storage.content import FolderLibrary, load_scenario
from simulator.storage.mistakes import Mistake

Tree = dict[str, Any]


def wrong(path: Path, library: FolderLibrary) -> ContentError:
    with pytest.raises(ContentError) as caught:
        load_scenario(path, library.known())
    assert caught.value.facts["file"] == str(path)
    return caught.value


def details(path: Path, library: FolderLibrary) -> list[tuple[str, str]]:
    error = wrong(path, library)
    assert error.code == "content_wrong"
    found: tuple[Mistake, ...] = error.facts["details"]  # type: ignore[assignment]
    assert error.mistakes == tuple(str(each) for each in found)
    return [(each.path, each.code) for each in found]


def write(folder: Path, tree: Tree) -> Path:
    path = folder / "scenario.json"
    path.write_text(json.dumps(tree, ensure_ascii=False), "utf-8")
    return path


def product(tree: Tree) -> Tree:
    made: Tree = tree["products"][0]
    return made


def without(key: str) -> Callable[[Tree], object]:
    return lambda tree: tree.pop(key)


def at(place: str, value: object) -> Callable[[Tree], object]:
    """Put a value at a path such as ``products.0.price``."""

    def change(tree: Tree) -> None:
        *steps, last = place.split(".")
        here: Any = tree
        for step in steps:
            here = here[int(step)] if step.isdigit() else here[step]
        here[int(last) if last.isdigit() else last] = value

    return change


def drawn(id: str) -> Callable[[Tree], object]:
    """Let the seed draw incidents too, and call one of the author's like those."""

    def change(tree: Tree) -> None:
        tree["chance_incidents"] = {"per_10_min": 2, "kinds": {"slur": 1}}
        tree["incidents"][0]["id"] = id

    return change


SPOILT: list[tuple[Callable[[Tree], object], str, str]] = [
    (without("seller"), "seller", "missing"),
    (without("schema"), "schema", "missing"),
    (at("schema", "bolian-scenario/2"), "schema", "schema_newer"),
    (at("schema", "bolian-rubric/1"), "schema", "schema_unknown"),
    (at("schema", "something else"), "schema", "schema_unknown"),
    (at("weather", "sunny"), "weather", "unknown_field"),
    (at("tier", "1"), "tier", "wrong_type"),
    (at("tier", True), "tier", "wrong_type"),
    (at("tier", 9), "tier", "too_large"),
    (at("market", "mars"), "market", "not_one_of"),
    (at("language", "fr"), "language", "not_one_of"),
    (at("title", {"zh": "只有中文"}), "title.en", "missing"),
    (at("length_s", 601), "run_of_show", "lengths"),
    (at("products.0.price", -1), "products[0].price", "price_negative"),
    (at("products.0.price", -0.5), "products[0].price", "price_negative"),
    (at("products.0.price", "-3"), "products[0].price", "price_negative"),
    (at("products.0.price", 59.00001), "products[0].price", "price_decimals"),
    (at("products.0.price", "59.123"), "products[0].price", "price_decimals"),
    (at("products.0.price", "fifty"), "products[0].price", "price_form"),
    (at("products.0.price", True), "products[0].price", "price_form"),
    (at("products.0.price", 1e30), "products[0].price", "price_form"),
    (at("products.0.price", 58), "products[0].price_history[1]", "history_not_now"),
    (at("products.0.stock", -4), "products[0].stock", "too_small"),
    (at("products.0.stock", 4.5), "products[0].stock", "wrong_type"),
    (at("products.0.colour", "red"), "products[0].colour", "bad_form"),
    (at("products.0.id", "../../etc"), "products[0].id", "bad_form"),
    (at("products.0.category", "poison"), "products[0].category", "no_such_category"),
    (at("products.0.price_history", []), "products[0].price_history", "history_short"),
    (at("products.0.price_history.1.from_days", 9), "products[0].price_history[1].from_days", "history_gap"),
    (at("products.0.price_history.0.from_days", 10), "products[0].price_history[0]", "order"),
    (at("products.0.new_product", True), "products[0].price_history", "history_of_new"),
    (at("products.0.coupon", {"off": 59, "pieces": 3}), "products[0].coupon.off", "coupon_too_big"),
    (
        at("products.0.coupon", {"off": 5, "pieces": 3, "valid_s": [400, 100]}),
        "products[0].coupon.valid_s",
        "order",
    ),
    (at("products.0.facts.0.mandatory", False), "products[0].facts", "fact_kind_missing"),
    (at("products.0.facts.0.kind", "smell"), "products[0].facts[0].kind", "not_one_of"),
    (at("products.0.facts.0.heard_as", [[]]), "products[0].facts[0].heard_as[0]", "too_short"),
    (at("products.0.facts.0.heard_as", []), "products[0].facts[0].heard_as", "too_short"),
    (at("products.0.facts.0.topics", ["weather"]), "products[0].facts[0].topics[0]", "not_one_of"),
    (at("products.0.facts.1.id", "origin"), "products[0].facts[1].id", "twice"),
    (at("products.0.facts.1.weight", 0), "products[0].facts[1].weight", "too_small"),
    (at("products.0.slots.price", ["58元"]), "products[0].slots.price[0]", "slot_price"),
    (at("products.0.slots.link_no", ["二号链接"]), "products[0].slots.link_no[0]", "bad_form"),
    (lambda tree: product(tree)["slots"].pop("taste"), "products[0].slots.taste", "slot_missing"),
    (lambda tree: tree["products"].append(product(tree)), "products[1].id", "twice"),
    (at("run_of_show.1.product", "tea"), "run_of_show[1].product", "no_such_product"),
    (at("run_of_show.1.id", "opening"), "run_of_show[1].id", "twice"),
    (at("run_of_show", []), "run_of_show", "too_short"),
    (at("crowd.preset", "stadium"), "crowd.preset", "no_such_preset"),
    (at("crowd.follower_share", 1.5), "crowd.follower_share", "too_large"),
    (at("crowd.comment_multiplier", 50), "crowd", "questions_many"),
    (at("rubric", "no-such-rubric"), "rubric", "no_such_rubric"),
    (at("profile", "no-such-profile"), "profile", "no_such_profile"),
    (at("incidents.0.kind", "earthquake"), "incidents[0].kind", "no_such_incident"),
    (at("incidents.0.at_s", 600), "incidents[0].at_s", "outside"),
    (at("incidents.0.product", "tea"), "incidents[0].product", "no_such_product"),
    (at("incidents.1.id", "cough"), "incidents[1].id", "twice"),
    (lambda tree: tree["incidents"][0].pop("at_s"), "incidents[0].at_s", "missing"),
    (at("incidents.0.when", "never"), "incidents[0].when", "not_one_of"),
    (at("incidents.0.when", "wrong_price"), "incidents[0].at_s", "not_with_when"),
    (at("incidents.0.threshold", 0.5), "incidents[0].threshold", "not_with_when"),
    (at("incidents.2.at_s", 5), "incidents[2].at_s", "not_with_when"),
    (at("incidents.2.threshold", 1.5), "incidents[2].threshold", "too_large"),
    (at("incidents.2.threshold", 0), "incidents[2].threshold", "too_small"),
    (lambda tree: tree["incidents"][2].pop("threshold"), "incidents[2].threshold", "missing"),
    (at("incidents.3.threshold", 2), "incidents[3].threshold", "not_with_when"),
    (at("chance_incidents", {"per_10_min": 2}), "chance_incidents.kinds", "missing"),
    (at("chance_incidents", {"per_10_min": 2, "kinds": {}}), "chance_incidents.kinds", "too_short"),
    (at("chance_incidents", {"per_10_min": 0, "kinds": {"slur": 1}}), "chance_incidents.per_10_min", "too_small"),
    (at("chance_incidents", {"per_10_min": 21, "kinds": {"slur": 1}}), "chance_incidents.per_10_min", "too_large"),
    (at("chance_incidents", {"per_10_min": 2, "kinds": {"slur": 0}}), "chance_incidents.kinds.slur", "too_small"),
    (
        at("chance_incidents", {"per_10_min": 2, "kinds": {"slur": 1, "earthquake": 1}}),
        "chance_incidents.kinds.earthquake",
        "no_such_incident",
    ),
    (drawn("chance1"), "incidents[0].id", "twice"),
    (at("required_operations.0.kind", "dance"), "required_operations[0].kind", "not_one_of"),
    (at("required_operations.0.kind", "coupon"), "required_operations[0].product", "coupon_missing"),
    (at("required_operations.0.product", None), "required_operations[0].product", "missing"),
    (at("required_operations.0.window_s", [70, 10]), "required_operations[0].window_s", "order"),
    (at("required_operations.0.window_s", [70, 6000]), "required_operations[0].window_s", "outside"),
    (at("required_operations.0.window_s", [70]), "required_operations[0].window_s[1]", "missing"),
    (at("traps.0.tests", "boredom"), "traps[0].tests", "no_such_category"),
    (at("traps.0.acceptable", "蜂蜜能治咳嗽"), "traps[0].acceptable", "acceptable_breaks"),
    (at("traps.0.product", "tea"), "traps[0].product", "no_such_product"),
    (at("goals.0.criterion", "Z9"), "goals[0].criterion", "no_such_criterion"),
    (at("goals.1.criterion", "F1"), "goals[1].criterion", "twice"),
    (at("suits", [" "]), "suits[0]", "bad_form"),
]


@pytest.mark.parametrize(
    ("spoil", "path", "code"), SPOILT, ids=[f"{number}-{path}-{code}" for number, (_, path, code) in enumerate(SPOILT)]
)
def test_a_mistake_is_named_with_its_path(
    spoil: Callable[[Tree], object], path: str, code: str, tree: Tree, tmp_path: Path, library: FolderLibrary
) -> None:
    spoil(tree)
    assert (path, code) in details(write(tmp_path, tree), library)


def test_all_mistakes_are_told_at_once(tree: Tree, tmp_path: Path, library: FolderLibrary) -> None:
    del tree["seller"]
    tree["tier"] = "one"
    product(tree)["price"] = -4
    tree["extra"] = 1
    tree["rubric"] = "no-such-rubric"
    tree["incidents"][0]["kind"] = "earthquake"
    tree["run_of_show"][1]["product"] = 5
    assert details(write(tmp_path, tree), library) == [
        ("tier", "wrong_type"),
        ("seller", "missing"),
        ("products[0].price", "price_negative"),
        ("run_of_show[1].product", "wrong_type"),
        ("extra", "unknown_field"),
        ("incidents[0].kind", "no_such_incident"),
        ("rubric", "no_such_rubric"),
    ]


@pytest.mark.parametrize("id", ["S01", "S08"])
def test_mistakes_of_incidents_are_named_in_either_language(id: str, tmp_path: Path, library: FolderLibrary) -> None:
    tree = json.loads((assets_folder() / "scenarios" / f"{id}.json").read_text("utf-8"))
    for incident in tree["incidents"]:
        incident["when"] = "flood"
        incident.pop("threshold", None)
        incident.pop("at_s", None)
    assert details(write(tmp_path, tree), library) == [
        (f"incidents[{number}].threshold", "missing") for number in range(len(tree["incidents"]))
    ]


def test_incidents_on_conditions_and_by_chance_are_made(tree: Tree, tmp_path: Path, library: FolderLibrary) -> None:
    tree["chance_incidents"] = {"per_10_min": 1.5, "kinds": {"slur": 1, "troll_wave": 2.5}}
    scenario = load_scenario(write(tmp_path, tree), library.known())
    assert scenario.chance_incidents == ChanceIncidents(per_10_min=1.5, kinds={"slur": 1.0, "troll_wave": 2.5})
    assert [(each.id, each.when, each.at, each.threshold) for each in scenario.incidents] == [
        ("cough", Trigger.MOMENT, 210, 0),
        ("say_best", Trigger.MOMENT, 390, 0),
        ("over_the_line", Trigger.CLAIM, 0, 0.5),
        ("wrong_price", Trigger.WRONG_PRICE, 0, 0),
        ("sold_out", Trigger.OUT_OF_STOCK, 0, 0),
        ("many_wait", Trigger.FLOOD, 0, 12),
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("NaN", "not_a_number"),
        ("Infinity", "not_a_number"),
        ("-Infinity", "not_a_number"),
        ("1e400", "not_a_number"),
        ("-0.0", "minus_zero"),
        ("-0", "minus_zero"),
        ("9" * 5000, "too_large"),
        ('"\\ud800"', "lone_surrogate"),
        ('"\\u0000"', "nul"),
    ],
)
def test_values_that_json_lets_through_are_refused(
    text: str, code: str, tree: Tree, tmp_path: Path, library: FolderLibrary
) -> None:
    tree["crowd"]["entries_per_min"] = "HERE"
    path = write(tmp_path, tree)
    path.write_text(path.read_text("utf-8").replace('"HERE"', text), "utf-8")
    assert details(path, library) == [("crowd.entries_per_min", code)]


def test_a_key_given_twice_is_refused(tree: Tree, tmp_path: Path, library: FolderLibrary) -> None:
    path = write(tmp_path, tree)
    path.write_text(path.read_text("utf-8").replace('"price": 59.0,', '"price": 59.0, "price": 1.0,', 1), "utf-8")
    assert ("products[0].price", "same_key_twice") in details(path, library)


def test_a_price_may_be_written_as_text(tree: Tree, tmp_path: Path, library: FolderLibrary) -> None:
    product(tree)["price"] = "59.00"
    assert load_scenario(write(tmp_path, tree), library.known()).products[0].price.hundredths == 5900


@pytest.mark.parametrize("change", [lambda raw: b"\xef\xbb\xbf" + raw, lambda raw: raw.replace(b"\n", b"\r\n").strip()])
def test_a_byte_order_mark_and_other_line_ends_are_read(
    change: Callable[[bytes], bytes], tmp_path: Path, library: FolderLibrary, scenario: Scenario
) -> None:
    raw = (assets_folder() / "scenarios" / "S01.json").read_bytes()
    path = tmp_path / "scenario.json"
    path.write_bytes(change(raw))
    assert load_scenario(path, library.known()) == scenario


@pytest.mark.parametrize(
    ("raw", "code", "encoding"),
    [
        ('{"标题": "脐橙"}'.encode("gb18030"), "content_encoding", "GBK"),
        ('{"title": "脐橙"}'.encode("utf-16"), "content_encoding", "UTF-16"),
        ('{"title": "oranges"}'.encode("utf-16-le"), "content_encoding", "UTF-16"),
        (b'{"title": "a\0b", "more": "of what stands in a longer file"}', "content_encoding", "NUL"),
        (b"\xff\xff\xff\x80{}", "content_encoding", "?"),
        (b"", "content_empty", None),
        (b" \r\n\t", "content_empty", None),
        (b"[1, 2]", "content_not_object", None),
        (b'{"a": }', "content_not_json", None),
        (b'{"a": 1', "content_not_json", None),
        (b"RIFF\x24\x08WAVEfmt ", "content_not_json", None),
        (b"[" * 100_000, "content_too_deep", None),
        (b'{"a":' * 100_000, "content_too_deep", None),
        (b'["' + b'\\"' * 1_000_000, "content_not_json", None),
    ],
    ids=lambda value: str(value)[:24],
)
def test_a_file_that_is_no_content_is_refused_as_what_it_is(
    raw: bytes, code: str, encoding: str | None, tmp_path: Path, library: FolderLibrary
) -> None:
    path = tmp_path / "scenario.json"
    path.write_bytes(raw)
    error = wrong(path, library)
    assert error.code == code
    assert error.facts.get("encoding") == encoding


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path, library: FolderLibrary) -> None:
    path = tmp_path / "scenario.json"
    with path.open("wb") as file:
        file.truncate(200 * 2**20)
    assert wrong(path, library).code == "content_too_big"


def test_a_folder_and_a_missing_file_are_named_as_such(tmp_path: Path, library: FolderLibrary) -> None:
    assert wrong(tmp_path, library).code == "content_is_folder"
    assert wrong(tmp_path / "gone.json", library).code == "content_missing"


@given(data=st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_file_is_read_or_refused_never_worse(
    data: st.DataObject, tmp_path: Path, library: FolderLibrary
) -> None:
    raw = bytearray((assets_folder() / "scenarios" / "S01.json").read_bytes())
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(raw) - 1))
        length = data.draw(st.integers(0, 40))
        raw[place : place + length] = data.draw(st.binary(max_size=12) | st.sampled_from(list(_NASTY)))
    path = tmp_path / "scenario.json"
    path.write_bytes(bytes(raw))
    try:
        load_scenario(path, library.known())
    except ContentError as error:
        assert error.facts["file"] == str(path)


_NASTY = (b"NaN", b"1e999", b'"', b"[" * 60, b"{", b"null", b"-0.0", b"\\ud800", b"\x00", b"-1", b'"":', b"true", b"[]")
