"""Where the content that comes with the program lies."""

from __future__ import annotations

import sys
import sysconfig
from pathlib import Path

from simulator.ports import ContentError


def assets_folder() -> Path:
    """The folder of scenarios, rubrics, rules and comments. Raise ContentError when the program came without it."""
    beside = Path(__file__).resolve().parent.parent / "assets"
    installed = Path(sysconfig.get_path("data")) / "share" / "bolian" / "assets"
    frozen = Path(getattr(sys, "_MEIPASS", beside.parent)) / "assets"
    for folder in (beside, installed, frozen):
        if (folder / "taxonomy.json").is_file():
            return folder
    raise ContentError("assets_missing", file=str(beside))
