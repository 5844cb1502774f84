"""A session as one file to be carried elsewhere: a zip whose list says how long each member is, and its SHA-256.

The list guards against damage and careless editing; it is no signature, and proves nothing about who wrote it.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import stat
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from simulator.ports import ContentError, StoreError
from simulator.storage.voice_files import MEMBER

FORMAT, VERSION = "bolian-session", 2
"""2 since words may be taken back, spoken, or hold up evidence."""
MANIFEST = "manifest.json"
RECORDING = "recording.mkv"
PIECE = 1 << 20
LONGEST_LIST = 1 << 20
MOST_TEXT = 256 << 20
"""Bytes all members but the recording may come to: an hour of a busy room takes about a tenth of it."""
LARGEST_RECORDING = 64 << 30
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The earliest moment a zip can tell: the same session makes the same bytes on any day."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A member as the list tells it."""

    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Archive:
    """What an archive holds, all of it checked but the recording, which is checked while it is copied."""

    session: str
    app_version: str
    texts: Mapping[str, bytes]
    recording: Listed | None


def write_archive(
    path: Path, session: str, app_version: str, texts: Mapping[str, bytes], recording: Path | None
) -> None:
    """Write the file whole or not at all; raise StoreError where it cannot be."""
    part = path.with_name(path.name + ".part")
    try:
        members = {name: Listed(len(text), hashlib.sha256(text).hexdigest()) for name, text in texts.items()}
        if recording is not None:
            members[RECORDING] = Listed(recording.stat().st_size, _sha256(recording))
        listed = {
            "format": FORMAT,
            "version": VERSION,
            "app_version": app_version,
            "session": session,
            "members": [{"name": name, "bytes": each.bytes, "sha256": each.sha256} for name, each in members.items()],
        }
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
            manifest = json.dumps(listed, ensure_ascii=False, indent=2).encode()
            for name, text in {MANIFEST: manifest, **texts}.items():
                archive.writestr(_entry(name, zipfile.ZIP_DEFLATED), text)
            if recording is not None:
                with recording.open("rb") as source, archive.open(_entry(RECORDING, zipfile.ZIP_STORED), "w") as into:
                    shutil.copyfileobj(source, into, PIECE)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise StoreError("file_unwritable", file=str(path), reason=error.strerror or "") from error
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def read_archive(path: Path, known: frozenset[str]) -> Archive:
    """Read and check everything but the recording; ``known`` are the members there may be, beside the sounds of
    spoken notes.

    Raise ContentError when the file is not whole, not ours, too large, or of a newer program.
    """
    with _opened(path) as archive:
        entries = _entries(path, archive)
        listed = _list_of(path, archive, entries)
        members = _members_of(path, listed, entries, known)
        texts = {name: _read(path, archive, name, each) for name, each in members.items() if name != RECORDING}
    return Archive(str(listed["session"]), str(listed.get("app_version", "?")), texts, members.get(RECORDING))


def copy_recording(path: Path, told: Listed, target: Path) -> None:
    """Copy the recording out of the archive, counting and hashing; raise ContentError, and leave nothing then."""
    digest, size = hashlib.sha256(), 0
    try:
        with _opened(path) as archive, archive.open(RECORDING) as source, target.open("xb") as into:
            while piece := source.read(PIECE):
                size += len(piece)
                if size > told.bytes:
                    break
                digest.update(piece)
                into.write(piece)
        if size != told.bytes or digest.hexdigest() != told.sha256:
            raise ContentError("archive_tampered", file=str(path), member=RECORDING)
    except OSError as error:
        target.unlink(missing_ok=True)
        raise StoreError("file_unwritable", file=str(target), reason=error.strerror or "") from error
    except BaseException:
        target.unlink(missing_ok=True)
        raise


class _opened:
    """A zip whose ways to be broken are ContentError."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> zipfile.ZipFile:
        try:
            self._archive = zipfile.ZipFile(self._path)
        except FileNotFoundError as error:
            raise ContentError("content_missing", file=str(self._path)) from error
        except IsADirectoryError as error:
            raise ContentError("content_is_folder", file=str(self._path)) from error
        except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            raise ContentError("archive_unreadable", file=str(self._path)) from error
        return self._archive

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _trace: object) -> None:
        self._archive.close()
        # RuntimeError is an encrypted member, NotImplementedError an unknown method.
        if isinstance(error, zipfile.BadZipFile | zlib.error | EOFError | NotImplementedError | RuntimeError):
            raise ContentError("archive_unreadable", file=str(self._path)) from error


def _entries(path: Path, archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """Every entry by its name: plain files, each once, at the top."""
    found: dict[str, zipfile.ZipInfo] = {}
    for entry in archive.infolist():
        kind = stat.S_IFMT(entry.external_attr >> 16)
        if entry.filename in found or kind not in (0, stat.S_IFREG) or entry.flag_bits & 0x1:
            raise ContentError("archive_unsafe", file=str(path), member=entry.filename[:80])
        found[entry.filename] = entry
    if MANIFEST not in found:
        raise ContentError("archive_unreadable", file=str(path))
    return found


def _list_of(path: Path, archive: zipfile.ZipFile, entries: Mapping[str, zipfile.ZipInfo]) -> dict[str, Any]:
    if entries[MANIFEST].file_size > LONGEST_LIST:
        raise ContentError("archive_too_large", file=str(path), member=MANIFEST)
    try:
        listed = json.loads(archive.read(MANIFEST))
    except (ValueError, RecursionError) as error:
        raise ContentError("archive_unreadable", file=str(path)) from error
    if not isinstance(listed, dict) or listed.get("format") != FORMAT or not isinstance(listed.get("members"), list):
        raise ContentError("archive_unreadable", file=str(path))
    version = listed.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise ContentError("archive_unreadable", file=str(path))
    if version > VERSION:
        raise ContentError("archive_newer", file=str(path), found=version, known=VERSION)
    return listed


def _members_of(
    path: Path, listed: Mapping[str, Any], entries: Mapping[str, zipfile.ZipInfo], known: frozenset[str]
) -> dict[str, Listed]:
    """The members the list tells, which are the entries there are; their sizes within bounds."""
    members: dict[str, Listed] = {}
    for each in listed["members"]:
        match each:
            case {"name": str(name), "bytes": int(size), "sha256": str(digest)} if name not in members and size >= 0:
                members[name] = Listed(size, digest)
            case _:
                raise ContentError("archive_unreadable", file=str(path))
    for name in sorted((entries.keys() - {MANIFEST}) ^ members.keys()):
        raise ContentError("archive_tampered", file=str(path), member=name[:80])
    for name, told in members.items():
        if name not in known and name != RECORDING and not MEMBER.fullmatch(name):
            raise ContentError("archive_unsafe", file=str(path), member=name[:80])
        if entries[name].file_size != told.bytes:
            raise ContentError("archive_tampered", file=str(path), member=name)
    text = sum(told.bytes for name, told in members.items() if name != RECORDING)
    if text > MOST_TEXT:
        raise ContentError("archive_too_large", file=str(path), member=max(members, key=lambda id: members[id].bytes))
    if RECORDING in members and members[RECORDING].bytes > LARGEST_RECORDING:
        raise ContentError("archive_too_large", file=str(path), member=RECORDING)
    return members


def _read(path: Path, archive: zipfile.ZipFile, name: str, told: Listed) -> bytes:
    with archive.open(name) as source:
        text = source.read(told.bytes + 1)
    if len(text) != told.bytes or hashlib.sha256(text).hexdigest() != told.sha256:
        raise ContentError("archive_tampered", file=str(path), member=name)
    return text


def _entry(name: str, method: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _LONG_AGO)
    entry.compress_type = method
    entry.create_system = 3  # as on any other system
    entry.external_attr = (stat.S_IFREG | 0o644) << 16
    return entry


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
