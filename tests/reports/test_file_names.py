"""Names that Windows, macOS and Linux take."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.reports.file_names import FORBIDDEN, LONGEST, safe_name, session_name
from tests.reports.dossiers import ATTACK
from tests.stream import Stream


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("小满", "小满"),
        ("a/b\\c:d*e", "a-b-c-d-e"),
        ('"<x>|?"', "--x----"),
        ("CON", "bolian-CON"),
        ("nul.report", "bolian-nul.report"),
        ("com1", "bolian-com1"),
        ("console", "console"),
        (" . ", "bolian"),
        ("..", "bolian"),
        ("", "bolian"),
        ("ends in dots...", "ends in dots"),
        ("two\nlines\x00", "two lines"),
        ("\u202egpj", "gpj"),
    ],
)
def test_what_no_system_takes_is_left_out(text: str, name: str):
    assert safe_name(text) == name


def test_a_long_name_is_cut_between_letters():
    name = safe_name("满" * 500)
    assert set(name) == {"满"} and len(name.encode()) <= LONGEST


@pytest.mark.parametrize("trainee", ["小满", ATTACK, "../../etc/passwd", "CON", "", "=1+1", "满" * 300])
def test_a_session_names_a_file(trainee: str):
    header = replace(Stream().log().header, scenario="S01")
    name = session_name(header, trainee, "trainee")
    assert not FORBIDDEN & set(name) and name == safe_name(name)
    assert "S01 2026-11-23 1 trainee" in name
