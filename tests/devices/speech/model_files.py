"""Small models made up for tests of the shelf: random content under the names that a real one has."""

from __future__ import annotations

import hashlib
import io
import os
import zipfile
from pathlib import Path

from simulator.devices.models import KnownModel, ModelEntry, ModelShelf, ModelSource
from simulator.devices.models.manifest import KnownFile

VOSK_FILES = ("am/final.mdl", "conf/mfcc.conf", "conf/model.conf", "graph/HCLr.fst", "graph/Gr.fst")
ID = "vosk-model-small-xx-1"


def never() -> bool:
    """Nobody cancels."""
    return False


def zipped(entries: dict[str, bytes], level: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", level) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return made.getvalue()


def vosk_like(top: str = ID) -> dict[str, bytes]:
    """The files a Vosk model must have, with random content: 200 KB that do not compress."""
    return {f"{top}/{name}": os.urandom(40_000) for name in VOSK_FILES}


def known(archive: bytes, url: str | None = None, pinned: bool = True) -> KnownModel:
    file = KnownFile(f"{ID}.zip", url, (), len(archive), hashlib.sha256(archive).hexdigest() if pinned else None)
    return KnownModel(ID, "vosk", ("en",), "Apache-2.0", ModelSource.ARCHIVE, (file,), ())


def install(shelf: ModelShelf, id: str = ID, **more: str) -> ModelEntry:
    return shelf.install(id, lambda _: None, never, **more)


def files_below(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
