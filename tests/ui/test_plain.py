"""Text from outside."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from simulator.ui.plain import escaped, shown
from simulator.ui.widgets import ElidedLabel, Label


@pytest.mark.parametrize(
    "text",
    ["<b>x</b>", '<img src="file:///etc/passwd">', r'<img src="\\server\a.png">', "&lt;b&gt;", "'; DROP TABLE", "100%"],
)
def test_markup_is_shown_as_it_was_written(qtbot, text: str) -> None:
    label = Label(text)
    qtbot.addWidget(label)
    assert label.text() == text
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_long_text_is_cut_for_the_screen() -> None:
    assert shown("长" * 1_000_000, 400) == "长" * 399 + "…"
    assert shown("a" * 400, 400) == "a" * 400


def test_lines_and_controls_become_spaces() -> None:
    assert shown("a\nb\tc\x00d\u2028e") == "a b c d e"


def test_marks_do_not_pile_up() -> None:
    assert shown("e" + "\u0301" * 1000) == "e" + "\u0301" * 3


def test_nothing_turns_the_text_around() -> None:
    assert shown("a\u202eb\u2066c") == "abc"


def test_an_ampersand_on_a_button_is_no_key() -> None:
    assert escaped("Tom & Jerry") == "Tom && Jerry"


def test_a_cut_label_keeps_its_whole_name(qtbot) -> None:
    label = ElidedLabel("一二三四五六七八九十" * 3)
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.show()
    assert label.text().endswith("…")
    assert label.accessibleName() == "一二三四五六七八九十" * 3
