"""No button is made where no test of ``used_controls`` answers for it."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.ui.controls import sites

SHARED = "widgets/"
"""What is made there for others is used where they are; calibration has a test of its own."""


def claims() -> tuple[set[str], set[str]]:
    """Files and folders named to ``used_controls`` in the tests, and those left out of a folder again."""
    claimed: set[str] = set()
    without: set[str] = set()
    for file in Path(__file__).parent.rglob("test_*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "used_controls":
                claimed |= {each.value for each in node.args if isinstance(each, ast.Constant)}
                for word in node.keywords:
                    without |= set(ast.literal_eval(word.value))
    return claimed, without


def test_every_file_that_makes_a_button_is_answered_for() -> None:
    claimed, without = claims()
    made = {file for file, _ in sites(".")}
    assert made, "buttons are found"
    open_ = {
        file
        for file in made
        if file not in claimed
        and (file in without or file.split("/")[0] not in claimed)
        and not file.startswith(SHARED)
    }
    assert not open_, sorted(open_)


def test_what_a_folder_leaves_out_is_claimed_by_itself() -> None:
    claimed, without = claims()
    assert without <= claimed
