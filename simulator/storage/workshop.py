"""Where a centre writes its scenarios: drafts and published files in the data folder's ``content/``."""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from simulator.domain.draft import Draft, Field, Flaw, Named, Steps
from simulator.domain.language import Language
from simulator.domain.scenario import Scenario
from simulator.ports import ContentError
from simulator.storage.content import FolderLibrary, scenario_in
from simulator.storage.json_text import MAX_BYTES, read_object
from simulator.storage.mistakes import Mistake
from simulator.storage.reading import read
from simulator.storage.scenario_blank import blank_scenario, new_row
from simulator.storage.scenario_fitting import fitted
from simulator.storage.scenario_form import scenario_form
from simulator.storage.scenario_names import names_at
from simulator.storage.scenario_schema import SCHEMA
from simulator.storage.scenario_words import rules_kept

DRAFT_SCHEMA = "draft-of/bolian-scenario"
"""Not a content file yet: ``bolian content check FOLDER`` leaves it alone."""
DRAFTS, EARLIER = "drafts", "earlier"
RESERVED = {"con", "prn", "aux", "nul", *(f"{name}{number}" for name in ("com", "lpt") for number in range(1, 10))}
"""Windows has no files of these names."""


class ScenarioWorkshop:
    """The drafts and scenarios of one centre; ``folder`` is made when something is written."""

    def __init__(self, library: FolderLibrary, folder: Path) -> None:
        self._library = library
        self._folder = folder
        self.form: Field = scenario_form()

    # -------------------------------------------------------------------------------- drafts

    def drafts(self) -> tuple[Draft, ...]:
        found = [self._read(path) for path in sorted((self._folder / DRAFTS).glob("*.json"))]
        return tuple(sorted((each for each in found if each), key=lambda each: each.kept_utc, reverse=True))

    def blank(self, language: Language, market: str) -> Draft:
        known = self._library.known()
        tree = blank_scenario(self._free_id("new"), language, market, known)
        return self.keep(Draft(_token(), tree))

    def begin(self, scenario: str, *, fresh: bool) -> Draft:
        tree = self._fitted(read_object(self._library.file_of(scenario))[0], [])
        version = tree.get("version")
        if fresh:
            tree = {**tree, "id": self._free_id(scenario), "version": "1"}
        return self.keep(Draft(_token(), tree, f"{scenario}@{version}"))

    def taken_in(self, file: Path) -> tuple[Draft, tuple[str, ...]]:
        tree, mistakes = read_object(file)
        if tree.get("schema") != SCHEMA:
            mistakes = [*mistakes, Mistake("schema", "schema_unknown", str(tree.get("schema"))[:60])]
        if mistakes:
            raise ContentError("content_wrong", [str(each) for each in mistakes], file=str(file))
        left_out: list[str] = []
        made = self._fitted(tree, left_out)
        if any(str(made.get("id", "")).casefold() == id.casefold() for id in self._bundled()):
            made["id"] = self._free_id(str(made["id"]))
        return self.keep(Draft(_token(), made)), tuple(each for each in left_out if each != "schema")

    def keep(self, draft: Draft) -> Draft:
        kept = replace(draft, kept_utc=datetime.now(UTC).isoformat(timespec="microseconds"))
        body = {"schema": DRAFT_SCHEMA, "based_on": kept.based_on, "kept_utc": kept.kept_utc, "scenario": kept.tree}
        _write(self._draft_file(draft), json.dumps(body, ensure_ascii=False, indent=1))
        return kept

    def discard(self, draft: Draft) -> None:
        try:
            self._draft_file(draft).unlink(missing_ok=True)
        except OSError as error:
            raise _unwritable(self._draft_file(draft), error) from error

    # -------------------------------------------------------------------------------- what is in them

    def written(self, draft: Draft) -> str:
        return json.dumps(self._file(draft), ensure_ascii=False, indent=1) + "\n"

    def text_of(self, scenario: str) -> str:
        return read(self._library.file_of(scenario), MAX_BYTES).decode("utf-8-sig", "replace")

    def flaws(self, draft: Draft) -> tuple[Flaw, ...]:
        _, mistakes = scenario_in(self._file(draft), [], self._library.known())
        return tuple(Flaw(each.path, each.code, each.found) for each in (*self._id_mistakes(draft), *mistakes))

    def breaches(self, draft: Draft) -> tuple[Flaw, ...]:
        known = self._library.known()
        file, _ = scenario_in(self._file(draft), [], known)
        found = () if file is None else rules_kept(file, known)
        return tuple(Flaw(each.path, each.code, each.found) for each in found)

    def made(self, draft: Draft) -> Scenario | None:
        file, _ = scenario_in(self._file(draft), [], self._library.known())
        return file.made() if file is not None else None

    def row(self, draft: Draft, steps: Steps) -> Mapping[str, Any]:
        return new_row(draft, steps)

    def names(self, draft: Draft, steps: Steps) -> tuple[Named, ...]:
        return names_at(draft, steps, self._library.known())

    # -------------------------------------------------------------------------------- what can be chosen

    def own(self) -> tuple[str, ...]:
        scenarios = (each.id for each in self._library.scenarios())
        return tuple(id for id in scenarios if self._library.file_of(id).parent == self._folder)

    def publish(self, draft: Draft) -> Scenario:
        flaws = self.flaws(draft)
        if flaws:
            details = [str(Mistake(each.path, each.code, each.found)) for each in flaws]
            raise ContentError("content_wrong", details, file=draft.text(("id",)) or "?")
        id = str(draft.value(("id",)))
        earlier = next((each for each in self.own() if each.casefold() == id.casefold()), None)
        if earlier is not None:
            known = self._library.scenario(earlier).version
            draft = draft.put(("version",), _later(known, draft.text(("version",))))
            self._keep_earlier(earlier)
            made = self._library.file_of(earlier)
        else:
            made = self._free_file(id)
        _write(made, self.written(draft))
        self._library.reload()
        self.discard(draft)
        return self._library.scenario(id)

    def withdraw(self, scenario: str) -> None:
        if scenario not in self.own():
            raise ContentError("scenario_not_own", id=scenario)
        self._keep_earlier(scenario)
        self._drop(scenario)
        self._library.reload()

    # -------------------------------------------------------------------------------- inside

    def _bundled(self) -> tuple[str, ...]:
        own = set(self.own())
        return tuple(each.id for each in self._library.scenarios() if each.id not in own)

    def _id_mistakes(self, draft: Draft) -> Iterator[Mistake]:
        id = draft.text(("id",))
        if any(id.casefold() == each.casefold() for each in self._bundled()):
            yield Mistake("id", "id_taken", id)
        elif id.split(".")[0].casefold() in RESERVED:
            yield Mistake("id", "id_reserved", id)

    def _free_id(self, wanted: str) -> str:
        """``wanted`` with a number behind it that no scenario and no draft has."""
        taken = {each.id.casefold() for each in self._library.scenarios()}
        taken |= {each.text(("id",)).casefold() for each in self.drafts()}
        return next(id for number in range(2, len(taken) + 3) if (id := f"{wanted}-{number}").casefold() not in taken)

    def _free_file(self, id: str) -> Path:
        """Where no file lies: one of that name may be another's, or have mistakes that its author has yet to mend."""
        taken = {each.name.casefold() for each in self._folder.glob("*")}
        names = (f"{id}.json", *(f"{id}.{number}.json" for number in range(2, len(taken) + 3)))
        return self._folder / next(name for name in names if name.casefold() not in taken)

    def _file(self, draft: Draft) -> dict[str, Any]:
        """The draft as its file holds it: empty lists of rows are written where there must be some."""
        tree: dict[str, Any] = {"schema": SCHEMA, **draft.tree}
        if isinstance(tree.get("products"), list):
            tree["products"] = [{"price_history": [], **each} for each in tree["products"]]
        return tree

    def _fitted(self, tree: Mapping[str, Any], left_out: list[str]) -> dict[str, Any]:
        return fitted(self.form, dict(tree), left_out.append) or {}

    def _draft_file(self, draft: Draft) -> Path:
        return self._folder / DRAFTS / f"{draft.id}.json"

    def _read(self, path: Path) -> Draft | None:
        try:
            body, mistakes = read_object(path)
        except ContentError:
            return None
        tree = body.get("scenario")
        if mistakes or body.get("schema") != DRAFT_SCHEMA or not isinstance(tree, dict):
            return None
        based_on, kept = body.get("based_on"), body.get("kept_utc")
        return Draft(path.stem, self._fitted(tree, []), str(based_on or ""), str(kept or ""))

    def _keep_earlier(self, scenario: str) -> None:
        """A copy of what is about to be replaced or taken off the list."""
        file, version = self._library.file_of(scenario), self._library.scenario(scenario).version
        name = "".join(sign if sign.isalnum() or sign in ".-_" else "_" for sign in version)[:40]
        aside = self._folder / EARLIER / f"{file.stem}@{name}.{secrets.token_hex(3)}.json"
        _write(aside, read(file, MAX_BYTES).decode("utf-8", "replace"))

    def _drop(self, scenario: str) -> None:
        file = self._library.file_of(scenario)
        try:
            file.unlink(missing_ok=True)
        except OSError as error:
            raise _unwritable(file, error) from error


def _token() -> str:
    return secrets.token_hex(6)


def _later(known: str, wanted: str) -> str:
    """A version after ``known``: what the author wrote if it differs, else the last number in it one higher."""
    if wanted and wanted != known:
        return wanted
    head, dot, last = known.rpartition(".")
    return f"{head}{dot}{int(last) + 1}" if last.isdecimal() else f"{known}.1"


def _write(path: Path, text: str) -> None:
    """Whole or not at all, even when the power fails: a name that comes before its bytes is an empty file."""
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as file:
            file.write(text.encode("utf-8", "replace"))
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise _unwritable(path, error) from error


def _unwritable(path: Path, error: OSError) -> ContentError:
    return ContentError("content_not_written", file=str(path), why=os.strerror(error.errno or 0))
