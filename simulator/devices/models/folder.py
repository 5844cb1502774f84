"""Where speech models lie: always under a path of ASCII letters, for Vosk cannot open any other on Windows."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

import platformdirs

from simulator.ports import StoreError

VARIABLE = "BOLIAN_MODELS"


def models_dir(
    environ: Mapping[str, str] = os.environ,
    prefix: Path = Path(sys.prefix),
    machine: Path | None = None,
    person: Path | None = None,
) -> Path:
    """The folder of models, which need not exist yet.

    ``BOLIAN_MODELS`` where set; else beside the program, else the machine's, else the person's folder for data: the
    first with an ASCII path that holds models or can be written. Raise StoreError when there is none.
    """
    wished = environ.get(VARIABLE)
    if wished:
        folder = Path(wished).expanduser().absolute()
        if not str(folder).isascii():
            raise StoreError("models_folder_not_ascii", path=str(folder), variable=VARIABLE)
        return folder
    candidates = (
        prefix / "share" / "bolian" / "models",
        (machine or Path(platformdirs.site_data_dir("bolian", appauthor=False))) / "models",
        (person or Path(platformdirs.user_data_dir("bolian", appauthor=False))) / "models",
    )
    ascii_only = [folder for folder in candidates if str(folder).isascii()]
    for folder in ascii_only:
        if _holds_models(folder) or _can_be_written(folder):
            return folder
    code = "models_folder_not_writable" if ascii_only else "models_folder_not_ascii"
    raise StoreError(code, path=str((ascii_only or candidates)[-1]), variable=VARIABLE)


def _holds_models(folder: Path) -> bool:
    try:
        return any(entry.is_dir() and not entry.name.startswith(".") for entry in folder.iterdir())
    except OSError:
        return False


def _can_be_written(folder: Path) -> bool:
    nearest = next(place for place in (folder, *folder.parents) if place.exists())
    return nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK)
