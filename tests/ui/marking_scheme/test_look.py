"""How the marking scheme looks, dark and light."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from simulator.ui.app import dress
from simulator.ui.marking_scheme.criteria import ON
from simulator.ui.theme import DARK, LIGHT, Theme, Tokens, contrast
from tests.ui.marking_scheme.conftest import Open


@pytest.mark.parametrize("tokens", [DARK, LIGHT], ids=["dark", "light"])
def test_the_tick_of_a_criterion_stands_out_from_its_box(qapp: QApplication, open_scheme: Open, tokens: Tokens) -> None:
    look = Theme(tokens)
    dress(qapp, look)
    view = open_scheme(look=look)
    table, model = view.editor.table, view.editor.model
    row = next(
        number for number in range(model.rowCount()) if model.index(number, ON).data(Qt.ItemDataRole.CheckStateRole)
    )
    picture = table.viewport().grab(table.visualRect(model.index(row, ON))).toImage()
    strong = sum(
        contrast(picture.pixelColor(x, y).name(), tokens.panel) > 3
        for x in range(picture.width())
        for y in range(picture.height())
    )
    assert 5 < strong < 50, "the strokes of a tick, not a box filled with black"
