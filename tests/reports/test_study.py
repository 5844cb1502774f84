"""A study's files: no names, no two exports that match, nothing a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

from simulator.assets import assets_folder
from simulator.domain.agreement import Between, Extent, Judged, Pair, Sample, Tally
from simulator.reports.codebook import CODEBOOK
from simulator.reports.study import ASSESSORS, MACHINE, agreement_object, pseudonym, study_table
from simulator.review.agreement import agreement
from simulator.storage.content import FolderLibrary

SALT, OTHER = b"s" * 32, b"o" * 32
PAIR = Pair(
    session="s-2026-1",
    trainee="小雨",
    scenario="S01",
    began_utc="2026-11-23T08:00:00+00:00",
    criterion="A1",
    one=3,
    other=4,
    instructor="王老师",
    first="",
    blind=True,
    value=2.5,
    after_s=3629.0,
    rubric="live-sales-default",
    version="0.1.0",
    engine="=cmd|'/C calc'!A0",
)


def lines(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_a_pair_is_a_line_without_anybodys_name() -> None:
    text = study_table([PAIR], Between.MACHINE, SALT)
    (line,) = lines(text)
    assert tuple(line) == MACHINE
    assert (line["machine_level"], line["instructor_level"], line["measured_value"]) == ("3", "4", "2.5")
    assert (line["blind"], line["minutes_after_session"]) == ("1", "60")
    for told in ("小雨", "王老师", "s-2026-1", "2026-11-23"):
        assert told not in text


def test_no_cell_is_a_formula() -> None:
    (line,) = lines(study_table([PAIR], Between.MACHINE, SALT))
    assert line["engine"].startswith("'=")


def test_assessors_have_a_table_of_their_own() -> None:
    (line,) = lines(study_table([replace(PAIR, first="李老师")], Between.ASSESSORS, SALT))
    assert tuple(line) == ASSESSORS
    assert line["first_assessor"] != line["second_assessor"]
    assert line["second_assessor"] == pseudonym("instructor", "王老师", SALT)


def test_pseudonyms_hold_within_an_export_and_not_across() -> None:
    again = replace(PAIR, criterion="A2", value=None, after_s=None)
    one, two = lines(study_table([PAIR, again], Between.MACHINE, SALT))
    assert (one["session"], one["trainee"], one["instructor"]) == (two["session"], two["trainee"], two["instructor"])
    assert (two["measured_value"], two["minutes_after_session"]) == ("", "")
    (other,) = lines(study_table([PAIR], Between.MACHINE, OTHER))
    assert not {other["session"], other["trainee"], other["instructor"]} & set(one.values())


def test_a_trainee_and_an_instructor_of_the_same_name_have_two_pseudonyms() -> None:
    assert pseudonym("trainee", "x", SALT)[1:] != pseudonym("instructor", "x", SALT)[1:]


def test_the_order_of_lines_is_that_of_the_pseudonyms() -> None:
    pairs = [replace(PAIR, session=f"s-{number:02d}") for number in range(20)]
    found = [line["session"] for line in lines(study_table(pairs, Between.MACHINE, SALT))]
    assert found == sorted(found)
    assert study_table(reversed(pairs), Between.MACHINE, SALT) == study_table(pairs, Between.MACHINE, SALT)


def test_the_codebook_names_every_column_in_both_languages() -> None:
    chinese, _, english = CODEBOOK.partition("\n---\n")
    named = {*MACHINE, *ASSESSORS}
    for column in named:
        assert f"`{column}`" in chinese and f"`{column}`" in english


def test_the_object_gives_every_figure_or_its_reason() -> None:
    rubric = FolderLibrary(assets_folder()).default_rubric()
    levels = tuple(level.level for level in rubric.levels)
    many = Judged(
        criterion="A1",
        tallies=tuple(Tally(f"t{number}", 1 + number % 5, 1 + number % 5, 1) for number in range(25)),
        extent=Extent(sessions=25, instructors=2, blind=4, signed=20),
    )
    found = (agreement(many, levels, signed=30), agreement(Judged(criterion="A2"), levels))
    whole = agreement_object(found, Sample(rubric=rubric.id, version="0.1.0"), rubric, 30)
    one, two = whole["criteria"]  # type: ignore[misc, union-attr]
    assert (one["kappa"], one["pairs"], one["signed_without_a_word"], one["why_none"]) == (1.0, 25, 10, None)  # type: ignore[index, call-overload]
    assert (two["kappa"], two["bias"], two["kappa_95"], two["why_none"]) == (None, None, None, "too_few")  # type: ignore[index, call-overload]
