"""The rule packs of a library: those that came with the program, and those a centre made its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from simulator.domain.compliance import RulePack
from simulator.domain.language import Language
from simulator.ports import ContentError
from simulator.storage.fields import checked
from simulator.storage.json_text import MAX_BYTES, object_of, read_object
from simulator.storage.mistakes import Mistake
from simulator.storage.reading import read
from simulator.storage.rules_lint import broken
from simulator.storage.rules_schema import SCHEMA, RulesFile

FOLDER = "rules"
"""Below a centre's content folder."""


@dataclass(frozen=True, slots=True)
class PackFile:
    """A rule pack and where it stands."""

    path: Path
    pack: RulePack
    shipped: bool


def shipped(folder: Path) -> Iterator[PackFile]:
    """The packs of the program, one a language; they are linted when the program is built."""
    for language in Language:
        path = folder / f"compliance.{language.value}.json"
        yield PackFile(path, _file(*read_object(path), str(path)).made(), True)


def own(folders: Iterable[Path], faults: dict[Path, ContentError]) -> Iterator[PackFile]:
    """A centre's packs, by file name; one that is wrong goes into ``faults`` and disturbs nobody.

    They were linted when they were added: at every start it is only seen to that their patterns are some.
    """
    for folder in folders:
        for path in sorted((folder / FOLDER).glob("*.json")):
            try:
                document = _file(*read_object(path), str(path))
                mistakes = list(broken(document))
                if mistakes:
                    raise _wrong(str(path), mistakes)
                yield PackFile(path, document.made(), False)
            except ContentError as error:
                faults[path] = error


def chosen(packs: Iterable[PackFile], language: Language, market: str | None) -> PackFile | None:
    """The pack for a language and market: a centre's own before the program's, of those the newest law."""
    fitting = [
        each for each in packs
        if each.pack.language is language and (market is None or not each.pack.markets or market in each.pack.markets)
    ]  # fmt: skip
    return max(fitting, key=lambda each: (not each.shipped, each.pack.as_of, _number(each.pack.version)), default=None)


def add(file: Path, folder: Path) -> PackFile:
    """Lint a pack and keep it in a centre's content folder, in place of its own earlier one of the same id.

    Raise ContentError with every mistake, or where the version is not a later one.
    """
    raw = read(file, MAX_BYTES)
    document = _file(*object_of(raw, str(file)), str(file))
    mistakes = list(document.mistakes())
    if mistakes:
        raise _wrong(str(file), mistakes)
    pack = document.made()
    target = folder / FOLDER / f"{pack.id}.json"
    if target.exists():
        known = _file(*read_object(target), str(target)).made()
        if _number(known.version) >= _number(pack.version) and read(target, MAX_BYTES) != raw:
            raise ContentError("rules_version_taken", id=pack.id, version=pack.version, known=known.version)
    part = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(raw)
        part.replace(target)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise ContentError("rules_not_written", file=str(target), why=error.strerror or "") from error
    return PackFile(target, pack, False)


def text_of(file: PackFile) -> str:
    """The pack's file as it is written."""
    return read(file.path, MAX_BYTES).decode("utf-8-sig")


def _file(tree: dict[str, object], mistakes: list[Mistake], name: str) -> RulesFile:
    if tree.get("schema") != SCHEMA:
        mistakes = [*mistakes, Mistake("schema", "schema_unknown", str(tree.get("schema"))[:60])]
        raise _wrong(name, mistakes)
    document, mistakes = checked(RulesFile, tree, mistakes)
    if document is None or mistakes:
        raise _wrong(name, mistakes)
    return document


def _wrong(name: str, mistakes: list[Mistake]) -> ContentError:
    return ContentError("content_wrong", [str(each) for each in mistakes], file=name, details=tuple(mistakes))


def _number(version: str) -> tuple[int, ...]:
    """1.10 comes after 1.9."""
    return tuple(int(each) for each in re.findall(r"\d{1,9}", version))
