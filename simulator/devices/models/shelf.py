"""The models of one folder: each is there whole or not at all, and one process at a time changes it."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from simulator.devices import vosk_recogniser, whisper_words
from simulator.devices.models.disk import copied, disk_faults, need_space, only_one, sha256_of
from simulator.devices.models.fetching import fetch
from simulator.devices.models.manifest import KnownFile, KnownModel, ModelSource
from simulator.devices.models.packages import joined, licence_text
from simulator.devices.models.unpacking import unpack
from simulator.domain.machine import Fault
from simulator.ports import ContentError, DeviceError

RECORD = "bolian-model.json"
"""Beside a model's files: which they are, with size and hash, as they were when it came."""
ARRIVING = ".arriving"
"""Where models are on their way; nothing in there counts as installed."""
MOST_FILES = 500
"""Of a folder that is imported."""


class ModelState(StrEnum):
    """How a model stands."""

    ABSENT = "absent"
    INSTALLED = "installed"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelEntry:
    """A model as a list shows it; ``bytes`` is its size on disk, or what has to be fetched while it is absent."""

    id: str
    engine: str
    languages: tuple[str, ...]
    state: ModelState
    bytes: int
    licence: str
    path: Path | None
    source: ModelSource
    address: str | None
    """Where it is fetched from; None where it comes as packages."""
    pinned: bool
    """Whether its hash is known to us: only such a model is fetched from its address."""
    checked: bool
    """Whether the files on disk were held against such a hash when they came."""


class ModelShelf:
    """Lists, verifies, installs, imports and removes models.

    ``mirror`` stands for all addresses: a folder on a web server that holds ``NAME.zip`` of archives and ``ID/NAME``
    of single files. ``progress`` gets 0..1; an operation that is ``cancelled`` raises InterruptedError and leaves
    nothing but the beginning of a download, from which the next one goes on.
    """

    def __init__(self, folder: Path, known: Iterable[KnownModel], mirror: str | None = None) -> None:
        self.folder = folder
        self._known = {model.id: model for model in known}
        self._mirror = mirror

    def entries(self) -> tuple[ModelEntry, ...]:
        """All known models in the manifest's order; reads no model's content."""
        return tuple(self.entry(id) for id in self._known)

    def entry(self, id: str) -> ModelEntry:
        model = self._model(id)
        record = _record(self.folder / id)
        state = ModelState.ABSENT
        size = model.bytes
        if (self.folder / id).is_dir():
            whole = record is not None and not _faults(self.folder / id, record)
            state = ModelState.INSTALLED if whole else ModelState.DAMAGED
            size = sum(each["bytes"] for each in record["files"]) if record else size
        return ModelEntry(
            id=id,
            engine=model.engine,
            languages=model.languages,
            state=state,
            bytes=size,
            licence=model.licence,
            path=self.folder / id if state is ModelState.INSTALLED else None,
            source=model.source,
            address=self._address(model, model.main) if model.source is not ModelSource.PACKAGES else None,
            pinned=model.pinned,
            checked=bool(record and record["checked"]),
        )

    def find(self, engine: str, language: str) -> ModelEntry | None:
        """The first installed model of this engine for this language."""
        for id, model in self._known.items():
            if model.engine == engine and language in model.languages:
                entry = self.entry(id)
                if entry.state is ModelState.INSTALLED:
                    return entry
        return None

    def damaged(self, language: str) -> tuple[ModelEntry, ...]:
        """Models for this language that are there but not whole."""
        entries = (self.entry(id) for id, model in self._known.items() if language in model.languages)
        return tuple(entry for entry in entries if entry.state is ModelState.DAMAGED)

    def verify(self, id: str, cancelled: Callable[[], bool]) -> tuple[str, ...]:
        """Read every file of an installed model; what is missing or changed since it came."""
        self._model(id)
        record = _record(self.folder / id)
        if record is None:
            raise DeviceError(Fault.MISSING, "model_absent", id=id)
        faults = list(_faults(self.folder / id, record))
        for each in record["files"]:
            path = self.folder / id / each["name"]
            if each["name"] not in faults and sha256_of(path, cancelled) != each["sha256"]:
                faults.append(each["name"])
        return tuple(faults)

    def install(
        self,
        id: str,
        progress: Callable[[float], None],
        cancelled: Callable[[], bool],
        sha256: str | None = None,
    ) -> ModelEntry:
        """Bring a model from its packages or its address; does nothing when it is installed.

        ``sha256`` of its main file must be given where the manifest knows none.
        """
        model = self._model(id)
        if self.entry(id).state is ModelState.INSTALLED:
            progress(1.0)
            return self.entry(id)
        if model.source is not ModelSource.PACKAGES and not model.pinned and sha256 is None:
            raise ContentError("model_unpinned", id=id, file=model.main.name)
        self._prepare()
        with only_one(self._arriving(f"{id}.lock"), cancelled):
            if self.entry(id).state is ModelState.INSTALLED:  # Another process was faster.
                return self.entry(id)
            arriving = self._cleared(id)
            try:
                with disk_faults(self.folder):
                    self._arrive(model, arriving, sha256, progress, cancelled)
                    self._keep(model, arriving, True, cancelled)
            finally:
                shutil.rmtree(arriving, ignore_errors=True)
            for each in model.files:
                self._part(model, each).unlink(missing_ok=True)
        progress(1.0)
        return self.entry(id)

    def import_from(
        self,
        source: Path,
        progress: Callable[[float], None],
        cancelled: Callable[[], bool],
        id: str | None = None,
    ) -> ModelEntry:
        """Take a model from a folder or a zip, as it comes on a USB stick, with the same checks as from its address."""
        if not source.exists():
            raise ContentError("model_import_missing", path=str(source))
        self._prepare()
        model = self._model(id) if id else self._recognised(source)
        checked = False
        with only_one(self._arriving(f"{model.id}.lock"), cancelled), disk_faults(self.folder):
            arriving = self._cleared(model.id)
            try:
                if source.is_dir():
                    _copy_folder(source, arriving, progress, cancelled)
                else:
                    if model.source is ModelSource.ARCHIVE and model.pinned:
                        _hold_against(model.main, source, cancelled)
                        checked = True
                    unpack(source, arriving, progress, cancelled)
                if model.source is not ModelSource.ARCHIVE:
                    checked = model.pinned
                    root = _root(model, arriving)
                    for each in model.files:
                        if (root / each.name).is_file():
                            _hold_against(each, root / each.name, cancelled)
                self._keep(model, arriving, checked, cancelled)
            finally:
                shutil.rmtree(arriving, ignore_errors=True)
        progress(1.0)
        return self.entry(model.id)

    def remove(self, id: str) -> None:
        """Remove a model and what was left of its arrival."""
        model = self._model(id)
        if not self.folder.is_dir():
            return
        self._prepare()
        with only_one(self._arriving(f"{id}.lock"), lambda: False), disk_faults(self.folder):
            self._cleared(id)
            for each in model.files:
                self._part(model, each).unlink(missing_ok=True)
            self._discard(self.folder / id)

    def _arrive(
        self,
        model: KnownModel,
        arriving: Path,
        sha256: str | None,
        progress: Callable[[float], None],
        cancelled: Callable[[], bool],
    ) -> None:
        match model.source:
            case ModelSource.PACKAGES:
                need_space(self.folder, model.bytes)
                joined(model, arriving, progress, cancelled)
                licence_text(model, arriving)
            case ModelSource.ARCHIVE:
                archive = self._fetched(model, model.main, sha256, lambda done: progress(0.8 * done), cancelled)
                unpack(archive, arriving, lambda done: progress(0.8 + 0.1 * done), cancelled)
            case ModelSource.FILES:
                self._fetched_all(model, sha256, arriving, progress, cancelled)

    def _model(self, id: str) -> KnownModel:
        if id not in self._known:
            raise ContentError("model_unknown", id=id, known=tuple(self._known))
        return self._known[id]

    def _arriving(self, name: str) -> Path:
        return self.folder / ARRIVING / name

    def _prepare(self) -> None:
        with disk_faults(self.folder):
            (self.folder / ARRIVING).mkdir(parents=True, exist_ok=True)

    def _cleared(self, id: str) -> Path:
        """Where a model arrives, free of what a killed process left there; the lock is held."""
        arriving = self._arriving(id)
        shutil.rmtree(arriving, ignore_errors=True)
        shutil.rmtree(self._arriving(f"{id}.old"), ignore_errors=True)
        return arriving

    def _part(self, model: KnownModel, file: KnownFile) -> Path:
        return self._arriving(f"{model.id}.{file.name}.part")

    def _address(self, model: KnownModel, file: KnownFile) -> str | None:
        if self._mirror and file.url:
            name = file.name if model.source is ModelSource.ARCHIVE else f"{model.id}/{file.name}"
            return f"{self._mirror.rstrip('/')}/{name}"
        return file.url

    def _fetched(
        self,
        model: KnownModel,
        file: KnownFile,
        sha256: str | None,
        progress: Callable[[float], None],
        cancelled: Callable[[], bool],
    ) -> Path:
        part = self._part(model, file)
        address = self._address(model, file)
        if address is None:
            raise ContentError("model_address_wrong", url="", id=model.id)
        fetch(
            address,
            part,
            size=file.bytes,
            sha256=file.sha256 or sha256,
            progress=lambda done: progress(done / file.bytes if file.bytes else 0.0),
            cancelled=cancelled,
        )
        return part

    def _fetched_all(
        self,
        model: KnownModel,
        sha256: str | None,
        arriving: Path,
        progress: Callable[[float], None],
        cancelled: Callable[[], bool],
    ) -> None:
        parts = {}
        for each in model.files:
            is_main = each is model.main
            report = progress if is_main else _unheard
            parts[each.name] = self._fetched(model, each, sha256 if is_main else None, report, cancelled)
        arriving.mkdir(parents=True)
        for name, part in parts.items():
            part.replace(arriving / name)

    def _keep(self, model: KnownModel, arriving: Path, checked: bool, cancelled: Callable[[], bool]) -> None:
        """Record the files and put the whole folder in its place with one rename."""
        root = _root(model, arriving)
        files = [
            {
                "name": path.relative_to(root).as_posix(),
                "bytes": path.stat().st_size,
                "sha256": sha256_of(path, cancelled),
            }
            for path in sorted(root.rglob("*"))
            if path.is_file()
        ]
        record = {"id": model.id, "engine": model.engine, "checked": checked, "files": files}
        (root / RECORD).write_text(json.dumps(record, indent=1), "utf-8")
        self._discard(self.folder / model.id)
        root.replace(self.folder / model.id)
        shutil.rmtree(arriving, ignore_errors=True)

    def _discard(self, folder: Path) -> None:
        """Out of sight with one rename, then gone."""
        if folder.is_dir():
            old = self._arriving(f"{folder.name}.old")
            folder.replace(old)
            shutil.rmtree(old, ignore_errors=True)

    def _recognised(self, source: Path) -> KnownModel:
        """Which model a folder or zip is, by its name, else by the size of its largest file."""
        for model in self._known.values():
            if model.id in (source.name, source.stem):
                return model
        sizes = {source.stat().st_size}
        if source.is_dir():
            sizes = {path.stat().st_size for path in source.glob("*") if path.is_file()}
        for model in self._known.values():
            if model.main.bytes in sizes:
                return model
        raise ContentError("model_unrecognised", path=str(source), known=tuple(self._known))


def _unheard(done: float) -> None: ...


def _record(folder: Path) -> dict[str, Any] | None:
    try:
        record = json.loads((folder / RECORD).read_text("utf-8"))
        for each in record["files"]:
            str(each["name"]), int(each["bytes"]), str(each["sha256"])
        return record if isinstance(record["checked"], bool) else None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def _faults(folder: Path, record: dict[str, Any]) -> tuple[str, ...]:
    """Files that are missing or of another size."""
    return tuple(
        each["name"]
        for each in record["files"]
        if not (folder / each["name"]).is_file() or (folder / each["name"]).stat().st_size != each["bytes"]
    )


def _missing(model: KnownModel, folder: Path) -> tuple[str, ...]:
    """What the engine needs and this folder lacks."""
    if model.engine == "vosk":
        return vosk_recogniser.missing_files(folder)
    return whisper_words.missing_files(folder)


def _root(model: KnownModel, arriving: Path) -> Path:
    """The folder that holds the model, at most two levels down; raise ContentError when none is whole."""
    inner = [arriving, *(path for path in sorted((*arriving.glob("*"), *arriving.glob("*/*"))) if path.is_dir())]
    for folder in inner:
        if not _missing(model, folder):
            return folder
    fewest = min((_missing(model, folder) for folder in inner), key=len)
    raise ContentError("model_incomplete", [f"{name}: missing" for name in fewest], id=model.id)


def _hold_against(known: KnownFile, path: Path, cancelled: Callable[[], bool]) -> None:
    if known.bytes is not None and path.stat().st_size != known.bytes:
        raise ContentError("model_size_wrong", file=known.name, expected=known.bytes, found=path.stat().st_size)
    if known.sha256 is not None and (found := sha256_of(path, cancelled)) != known.sha256:
        raise ContentError("model_hash_wrong", file=known.name, expected=known.sha256, found=found)


def _copy_folder(source: Path, target: Path, progress: Callable[[float], None], cancelled: Callable[[], bool]) -> None:
    paths: list[Path] = []
    for parent, folders, names in os.walk(source):
        for name in (*folders, *names):
            path = Path(parent, name)
            if path.is_symlink():
                raise ContentError("model_folder_unsafe", [f"{path.name}: a link"], path=str(source))
        paths += [Path(parent, name) for name in names if Path(parent, name).is_file() and name != RECORD]
        if len(paths) > MOST_FILES:
            raise ContentError("model_unrecognised", path=str(source))
    size = sum(path.stat().st_size for path in paths)
    target.mkdir(parents=True)
    need_space(target, size)
    done = 0
    for path in paths:
        copied(path, target / path.relative_to(source), cancelled)
        done += path.stat().st_size
        progress(done / max(1, size))
