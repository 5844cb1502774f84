"""A model whose parts came as Python packages, put together."""

from __future__ import annotations

import hashlib
import importlib.metadata
import importlib.util
from collections.abc import Callable
from pathlib import Path

from simulator.devices.models.disk import PIECE
from simulator.devices.models.manifest import KnownModel
from simulator.domain.machine import Fault
from simulator.ports import ContentError, DeviceError


def joined(model: KnownModel, target: Path, progress: Callable[[float], None], cancelled: Callable[[], bool]) -> None:
    """Write the model's files into the new folder ``target``, hashed on their way."""
    sources = {each.name: [_located(model, part) for part in each.parts] for each in model.files}
    target.mkdir(parents=True)
    done = 0
    for each in model.files:
        digest = hashlib.sha256()
        with (target / each.name).open("wb") as file:
            for part in sources[each.name]:
                with part.open("rb") as read:
                    while piece := read.read(PIECE):
                        if cancelled():
                            raise InterruptedError
                        digest.update(piece)
                        file.write(piece)
                        done += len(piece)
                        progress(min(1.0, done / max(1, model.bytes)))
        if digest.hexdigest() != each.sha256:
            raise ContentError("model_hash_wrong", file=each.name, expected=each.sha256, found=digest.hexdigest())


def licence_text(model: KnownModel, target: Path) -> None:
    """Keep the licence the packages came with beside the model."""
    for package in model.packages:
        for path in importlib.metadata.files(package) or ():
            if path.name == "LICENSE":
                (target / "LICENSE").write_bytes(path.read_binary())
                return


def _located(model: KnownModel, part: str) -> Path:
    """Where a part lies, found without importing its package."""
    package, _, inside = part.partition("/")
    spec = importlib.util.find_spec(package)
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        if (Path(folder) / inside).is_file():
            return Path(folder) / inside
    raise DeviceError(Fault.MISSING, "model_packages_missing", id=model.id, packages=model.packages)
