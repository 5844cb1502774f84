"""The second desk window finds its screen, keeps its place, and comes back when that screen is gone.

Qt reads its screens once, so each case is a program of its own, on Qt's offscreen platform with two screens or one.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

MAIN = {"name": "main", "x": 0, "y": 0, "width": 1366, "height": 768, "logicalDpi": 96, "dpr": 1.0}
SECOND = {"name": "second", "x": 1366, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "dpr": 1.0}

PROGRAM = """
import json, sys
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication
from simulator.domain.events import WentLive
from simulator.ui.app import dress
from simulator.ui.cabin.page import CabinPage
from simulator.ui.desk.window import PLACE
from simulator.ui.theme import Theme
from simulator.ui.translations import ScreenLanguage
from tests.ui.scripted import ScriptedSession, ScriptedStudio, shop

app = QApplication(sys.argv[:1])
theme = Theme()
dress(app, theme)
session, studio = ScriptedSession([WentLive(at=0.0)], shop()), ScriptedStudio()
kept, moved = json.loads(sys.argv[1])
if kept is not None:
    studio.store.settings[PLACE] = kept
page = CabinPage(session, studio, theme, ScreenLanguage.EN)
page.show()
session.now = 1.0
page._on_tick()
page.second._hand_over("t2")
window = page.second.window
stood = window.geometry()
if moved is not None:
    window.setGeometry(QRect(*moved))
app.processEvents()
page.second.close()
print(json.dumps({"stood": stood.getRect(), "kept": studio.store.settings[PLACE], "screens": len(app.screens())}))
"""


def desk(folder: Path, *screens: dict[str, object], kept: object = None, moved: object = None) -> dict[str, list[int]]:
    """Where the window stood and what was kept of its place, on these screens."""
    config = folder / "screens.json"
    config.write_text(json.dumps({"screens": screens}), "utf-8")
    root = Path(__file__).parents[2]
    environ = {
        **os.environ,
        "QT_QPA_PLATFORM": f"offscreen:configfile={config.name}",
        "PYTHONPATH": os.pathsep.join([str(root), os.environ.get("PYTHONPATH", "")]),
    }
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, json.dumps([kept, moved])],
        cwd=folder, env=environ, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told: dict[str, list[int]] = json.loads(done.stdout.splitlines()[-1])
    assert told.pop("screens") == len(screens)
    return told


def inside(room: list[int], screen: dict[str, object]) -> bool:
    left, top, right, bottom = room[0], room[1], room[0] + room[2], room[1] + room[3]
    x, y, width, height = (int(str(screen[name])) for name in ("x", "y", "width", "height"))
    return x <= left and y <= top and right <= x + width and bottom <= y + height


def test_it_opens_on_the_other_screen_and_is_remembered_there(tmp_path: Path) -> None:
    first = desk(tmp_path, MAIN, SECOND, moved=[1500, 120, 900, 640])
    assert inside(first["stood"], SECOND)
    assert first["kept"] == [1500, 120, 900, 640]
    assert desk(tmp_path, MAIN, SECOND, kept=first["kept"])["stood"] == [1500, 120, 900, 640]


def test_it_comes_back_to_the_main_screen_when_the_other_is_gone(tmp_path: Path) -> None:
    assert inside(desk(tmp_path, MAIN, kept=[1500, 120, 900, 640])["stood"], MAIN)


def test_a_place_that_only_a_corner_of_is_left_counts_as_gone(tmp_path: Path) -> None:
    for kept in ([1350, 40, 900, 640], [200, 760, 900, 640], [200, -630, 900, 640]):
        assert inside(desk(tmp_path, MAIN, kept=kept)["stood"], MAIN)


def test_a_window_larger_than_the_screen_it_is_left_with_is_made_to_fit(tmp_path: Path) -> None:
    assert inside(desk(tmp_path, MAIN, kept=[100, 50, 1900, 1000])["stood"], MAIN)


def test_a_window_across_both_screens_stays_so(tmp_path: Path) -> None:
    assert desk(tmp_path, MAIN, SECOND, kept=[1000, 40, 900, 640])["stood"] == [1000, 40, 900, 640]


def test_one_screen_has_room_for_it(tmp_path: Path) -> None:
    assert inside(desk(tmp_path, MAIN)["stood"], MAIN)
