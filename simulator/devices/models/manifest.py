"""The list of models we know, with sizes and hashes, from ``assets/models.json``."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from simulator.ports import ContentError

SCHEMA = "models/1"
_ID = re.compile(r"[a-z0-9][a-z0-9.-]{0,80}")
_SHA256 = re.compile(r"[0-9a-f]{64}")


class ModelSource(StrEnum):
    """How a model comes."""

    ARCHIVE = "archive"
    """One zip at an address."""
    FILES = "files"
    """Single files, each at an address."""
    PACKAGES = "packages"
    """Parts inside installed Python packages."""


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A file to fetch or join; ``bytes`` and ``sha256`` are None where we do not know them."""

    name: str
    url: str | None
    parts: tuple[str, ...]
    bytes: int | None
    sha256: str | None


@dataclass(frozen=True, slots=True)
class KnownModel:
    """A model as the manifest describes it."""

    id: str
    engine: str
    """vosk | whisper"""
    languages: tuple[str, ...]
    licence: str
    source: ModelSource
    files: tuple[KnownFile, ...]
    packages: tuple[str, ...]

    @property
    def bytes(self) -> int:
        """What has to be fetched, as far as known."""
        return sum(each.bytes or 0 for each in self.files)

    @property
    def pinned(self) -> bool:
        """Whether the hash of its largest part is known."""
        return self.main.sha256 is not None

    @property
    def main(self) -> KnownFile:
        return max(self.files, key=lambda each: each.bytes or 0)


def read_manifest(path: Path) -> tuple[KnownModel, ...]:
    """All known models. Raise ContentError when the file is wrong."""
    try:
        content = json.loads(path.read_text("utf-8"))
        if content["schema"] != SCHEMA:
            raise ValueError(f"schema: {content['schema']}")
        return tuple(_model(entry) for entry in content["models"])
    except OSError as error:
        raise ContentError("manifest_unreadable", path=str(path)) from error
    except KeyError as error:
        raise ContentError("manifest_wrong", [f"{error.args[0]}: missing"], path=str(path)) from error
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise ContentError("manifest_wrong", [str(error)], path=str(path)) from error


def _model(entry: dict[str, Any]) -> KnownModel:
    if not _ID.fullmatch(entry["id"]):
        raise ValueError(f"id: {entry['id']}")
    if entry["engine"] not in ("vosk", "whisper"):
        raise ValueError(f"engine: {entry['engine']}")
    source = entry["source"]
    files = tuple(_file(each) for each in source["files"])
    if not files:
        raise ValueError(f"{entry['id']}: no files")
    return KnownModel(
        id=entry["id"],
        engine=entry["engine"],
        languages=tuple(entry["languages"]),
        licence=entry["licence"],
        source=ModelSource(source["kind"]),
        files=files,
        packages=tuple(source.get("packages", ())),
    )


def _file(entry: dict[str, Any]) -> KnownFile:
    name, size, sha256 = entry["name"], entry["bytes"], entry["sha256"]
    if name != Path(name).name or "\\" in name or name.startswith("."):
        raise ValueError(f"name: {name}")
    if size is not None and (not isinstance(size, int) or size <= 0):
        raise ValueError(f"{name}.bytes: {size}")
    if sha256 is not None and not _SHA256.fullmatch(sha256):
        raise ValueError(f"{name}.sha256: {sha256}")
    return KnownFile(name, entry.get("url"), tuple(entry.get("parts", ())), size, sha256)
