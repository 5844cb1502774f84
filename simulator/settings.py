"""What a person settled for this PC, outside any data folder: a small TOML file, and where the data lies."""

from __future__ import annotations

import dataclasses
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import platformdirs
import tomli_w

from simulator.ports import ContentError

MAX_BYTES = 65_536
"""A hundred times what the file holds when every key is given."""
SCREENS = ("zh_CN", "en")
ENCODERS = ("ultrafast", "superfast", "veryfast", "faster", "fast", "medium")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every key may be left out; None means that the program decides."""

    data: Path | None = None
    """The folder that holds sessions and recordings."""
    screen: str | None = None
    """The language of the windows: zh_CN or en."""
    camera: str | None = None
    """As an address: "camera:0", "file:PATH"."""
    microphone: str | None = None
    """As an address: "mic:NAME", "file:PATH"."""
    encoder: str | None = None
    """The x264 preset, where the measured choice is not wanted."""
    rewording: str | None = None
    """Address of a language model on this PC that rewords what viewers write: "http://127.0.0.1:8080/reword"."""
    free_gib: float = 2.0
    """Free space in GiB below which a session warns: an hour at 1280 x 720 takes about one."""


def settings_file() -> Path:
    """Where the settings of the person at this PC lie."""
    return Path(platformdirs.user_config_dir("bolian", appauthor=False)) / "settings.toml"


def read_settings(path: Path) -> Settings:
    """The settings in the file, the usual ones where there is none. Raise ContentError with every mistake."""
    try:
        if not path.exists():
            return Settings()
        raw = path.read_bytes() if path.is_file() and path.stat().st_size <= MAX_BYTES else None
    except OSError as error:
        raise ContentError("content_unreadable", file=str(path), why=type(error).__name__) from error
    if raw is None:
        raise ContentError("settings_unusable", file=str(path))
    try:
        given = tomllib.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ContentError("content_encoding", file=str(path), encoding="?") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ContentError("settings_not_toml", file=str(path), why=str(error)) from error
    mistakes = _mistakes(given)
    if mistakes:
        raise ContentError("content_wrong", mistakes, file=str(path))
    if "data" in given:
        given["data"] = Path(given["data"]).expanduser()
    if "free_gib" in given:
        given["free_gib"] = float(given["free_gib"])
    return Settings(**given)


def write_settings(path: Path, settings: Settings) -> None:
    """Put the settings into the file, whole or not at all; what the program decides is left out."""
    kept: dict[str, Any] = {
        field.name: str(value) if isinstance(value, Path) else value
        for field in dataclasses.fields(settings)
        if (value := getattr(settings, field.name)) is not None
    }
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(tomli_w.dumps(kept).encode())
        part.replace(path)
    except OSError as error:
        raise ContentError("settings_not_written", file=str(path), why=os.strerror(error.errno or 0)) from error


def data_folder(asked: Path | None, settings: Settings | None = None) -> Path:
    """The folder asked for, else that of BOLIAN_DATA, else the settings', else the person's own. Raise ContentError."""
    if asked is not None:
        return asked
    named = os.environ.get("BOLIAN_DATA", "")
    if named:
        return Path(named)
    kept = settings if settings is not None else read_settings(settings_file())
    return kept.data or Path(platformdirs.user_data_dir("bolian", appauthor=False))


def _mistakes(given: Mapping[str, Any]) -> list[str]:
    """Every mistake as "key: what"."""
    mistakes: list[str] = []
    known = {field.name for field in dataclasses.fields(Settings)}
    for key, value in given.items():
        if key not in known:
            mistakes.append(f"{key}: is not a setting")
        elif key == "free_gib":
            if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1e6:
                mistakes.append(f"{key}: is not a number of GiB")
        elif not isinstance(value, str) or not value.strip() or "\0" in value:
            mistakes.append(f"{key}: is not text")
        elif key == "screen" and value not in SCREENS:
            mistakes.append(f"{key}: is none of {', '.join(SCREENS)} ({value[:40]})")
        elif key == "encoder" and value not in ENCODERS:
            mistakes.append(f"{key}: is none of {', '.join(ENCODERS)} ({value[:40]})")
        elif key in ("camera", "microphone") and not value.startswith(("camera:", "mic:", "file:")):
            mistakes.append(f"{key}: is not an address ({value[:40]})")
    return mistakes
