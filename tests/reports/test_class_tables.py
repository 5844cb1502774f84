import csv
import io

from simulator.reports.class_tables import COLUMNS, ClassNames, Named, class_csv
from simulator.review.classes import overview
from tests.review.test_classes import RUBRIC, tallies

EVIL = "<script>alert(1)</script>"


def named() -> ClassNames:
    found = overview(tallies(), RUBRIC)
    return ClassNames(
        title="一班 · S01",
        trainees={"ann": EVIL, "bo": "=1+1"},
        rules=tuple(Named(each, "绝对化用语") for each in found.rules),
        facts=tuple(Named(each, each.name) for each in found.facts),
        other=tuple(Named(each, each.name) for each in found.other),
    )


def test_the_table_is_read_back_as_it_was_counted():
    text = class_csv(overview(tallies(), RUBRIC), RUBRIC, named())
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert tuple(rows[0]) == COLUMNS
    by_record = {(row["record"], row["id"], row["who"]): row for row in rows}
    a1 = by_record["criterion", "A1", ""]
    assert [a1[f"level_{level}"] for level in range(6)] == ["", "1", "1", "0", "1", "0"]
    assert (a1["mean"], a1["no_level"], a1["share"]) == ("2.3333", "0", "0.6667")
    c1 = by_record["criterion", "C1", ""]
    assert (c1["mean"], c1["no_level"], c1["share"]) == ("", "3", ""), "unmeasured is empty, never nought"
    assert by_record["trainee", "", "'=1+1"]["mean"] == "40", "no cell is a formula"
    assert by_record["weakness", "A1", "'=1+1"]["mean"] == "1"
    assert by_record["rule", "absolute_terms", ""]["share"] == "0.6667"
    assert by_record["fact", "orange/size", ""]["scenario"] == "S01"
