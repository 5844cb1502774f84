"""Content files: found in folders, checked whole, made into values of the domain."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from simulator.assets import assets_folder
from simulator.audience.wording import Wording
from simulator.domain.compliance import RulePack
from simulator.domain.language import Language
from simulator.domain.preset import Preset
from simulator.domain.rubric import Rubric
from simulator.domain.scenario import Scenario
from simulator.domain.taxonomy import Taxonomy
from simulator.ports import ContentError
from simulator.storage import scenario_schema
from simulator.storage.comment_files import CommentsFile, load_wording
from simulator.storage.fields import Document, checked
from simulator.storage.json_text import object_of, read_object
from simulator.storage.mistakes import Mistake
from simulator.storage.reference_schema import FunnelFile, SourcesFile
from simulator.storage.rubric_schema import RubricFile
from simulator.storage.rule_packs import PackFile, chosen, own, shipped
from simulator.storage.rules_schema import RulesFile
from simulator.storage.scenario_lint import cautions, scenario_mistakes
from simulator.storage.scenario_references import Known, inheriting, reference_mistakes
from simulator.storage.scenario_schema import ScenarioFile
from simulator.storage.scenario_words import rules_kept
from simulator.storage.taxonomy_schema import TaxonomyFile

D = TypeVar("D", bound=Document)

_KINDS: dict[str, type[Document]] = {
    "bolian-scenario": ScenarioFile,
    "bolian-rubric": RubricFile,
    "bolian-taxonomy": TaxonomyFile,
    "bolian-rules": RulesFile,
    "bolian-comments": CommentsFile,
    "bolian-sources": SourcesFile,
    "bolian-funnel": FunnelFile,
}
_SCHEMA = re.compile(r"(bolian-[a-z]+)/(\d{1,6})")


@dataclass(frozen=True, slots=True)
class FileCheck:
    """What checking one content file found; no mistakes means it may be used."""

    file: Path
    mistakes: tuple[Mistake, ...]
    error: ContentError | None = None
    """Set where the file could not even be read as JSON; its code says why."""
    cautions: tuple[Mistake, ...] = ()
    """What is allowed and still unwise."""


class FolderLibrary:
    """The content under a folder: ``taxonomy.json``, ``compliance.*.json``, ``rubrics/``, ``scenarios/``.

    Files are read once, when first asked for: a file that changes or goes away later disturbs nobody.
    Scenarios of ``more`` folders (those a centre wrote) stand beside them; the first of an id wins. They may name
    the ``rubrics`` a centre has, which are asked for once.
    """

    def __init__(self, folder: Path, *more: Path, rubrics: Callable[[], Iterable[Rubric]] = tuple) -> None:
        self._folder = folder
        self._more = more
        self._rubrics = rubrics
        self._known: Known | None = None
        self._scenarios: dict[str, Scenario] | None = None
        self._files: dict[str, Path] = {}
        self._faults: dict[Path, ContentError] = {}
        self._packs: tuple[PackFile, ...] | None = None
        self._pack_faults: dict[Path, ContentError] = {}

    def scenarios(self) -> tuple[Scenario, ...]:
        """All that are right, by id; ``faults`` tells of the others. Raise ContentError when none is right."""
        found = self._all()
        if not found and self._faults:
            raise next(iter(self._faults.values()))
        if not found:
            raise ContentError("no_scenarios", file=str(self._folder / "scenarios"))
        return tuple(found.values())

    @property
    def faults(self) -> tuple[ContentError, ...]:
        """The files of scenarios and rules that could not be loaded, and why."""
        self._all()
        self.rule_packs()
        return (*self._faults.values(), *self._pack_faults.values())

    def scenario(self, id: str) -> Scenario:
        """Raise ContentError when there is none or its file is wrong."""
        found = self._all()
        if id in found:
            return found[id]
        for path, error in self._faults.items():
            if path.stem.casefold() == id.casefold():
                raise error
        raise ContentError("scenario_unknown", id=id, known=", ".join(found))

    def scenario_tree(self, id: str) -> dict[str, Any]:
        """The file of a scenario as written, what it inherits filled in. Raise ContentError like ``scenario``."""
        self.scenario(id)
        return inheriting(read_object(self._files[id])[0], self.known())

    @property
    def own_folder(self) -> Path | None:
        """Where scenarios of this centre lie; None where nothing but the program's own content is read."""
        return self._more[0] if self._more else None

    def file_of(self, id: str) -> Path:
        """The file of a scenario. Raise ContentError like ``scenario``."""
        self.scenario(id)
        return self._files[id]

    def reload(self) -> None:
        """Read the scenarios anew when next asked: one came, went or was changed."""
        self._scenarios = None
        self._files, self._faults = {}, {}

    def presets(self) -> Mapping[str, Preset]:
        """The kinds of room that scenarios may name, with what is assumed of them."""
        return self.known().presets

    def taxonomy(self) -> Taxonomy:
        return self.known().taxonomy

    def rules(self, language: Language, market: str | None = None) -> RulePack:
        """The pack for this language and market: a centre's own before the program's."""
        found = chosen(self.rule_packs(), language, market)
        return found.pack if found is not None else self.known().rules[language]

    def rule_packs(self) -> tuple[PackFile, ...]:
        """All there are, the program's first; ``faults`` tells of those that cannot be used."""
        if self._packs is None:
            self._packs = (*shipped(self._folder), *own(self._more, self._pack_faults))
        return self._packs

    def wording(self, language: Language) -> Wording:
        return load_wording(self._folder, language)

    def default_rubric(self) -> Rubric:
        return next(iter(self.known().rubrics.values()))

    def rubric_in(self, file: Path) -> str:
        """The text of a rubric file from anywhere. Raise ContentError with every mistake when it is wrong."""
        return rubric_text_in(file)

    def rubric_text(self) -> str:
        """The default rubric's file, for the store to keep."""
        path = self._folder / "rubrics" / "default.json"
        tree, mistakes = read_object(path)
        if mistakes:
            raise _wrong(str(path), mistakes)
        return json.dumps(tree, ensure_ascii=False, indent=1)

    def known(self) -> Known:
        """What scenarios may refer to. Raise ContentError when a file of it is wrong."""
        if self._known is None:
            known = _known(self._folder)
            self._known = replace(known, rubrics={**known.rubrics, **{each.id: each for each in self._rubrics()}})
            self.rule_packs()
        return self._known

    def _all(self) -> dict[str, Scenario]:
        if self._scenarios is None:
            known = self.known()
            made: dict[str, Scenario] = {}
            for folder in (self._folder / "scenarios", *self._more):
                for path in sorted(folder.glob("*.json")) if folder.is_dir() else ():
                    try:
                        scenario = load_scenario(path, known, proven=folder not in self._more)
                    except ContentError as error:
                        self._faults[path] = error
                    else:
                        made.setdefault(scenario.id, scenario)
                        self._files.setdefault(scenario.id, path)
            self._scenarios = dict(sorted(made.items()))
        return self._scenarios


def load_scenario(path: Path, known: Known, *, proven: bool = False) -> Scenario:
    """The scenario in the file. Raise ContentError with every mistake when it is wrong."""
    file, mistakes = scenario_in(*read_object(path), known, proven=proven)
    if mistakes or file is None:
        raise _wrong(str(path), mistakes)
    return file.made()


def scenario_in(
    tree: dict[str, Any], mistakes: list[Mistake], known: Known, *, proven: bool = False
) -> tuple[ScenarioFile | None, list[Mistake]]:
    """The scenario file in a tree, None where its form is wrong, and all mistakes; ``mistakes`` are known already."""
    tree = inheriting(tree, known)
    file, mistakes = _document(tree, mistakes, ScenarioFile)
    return file, _all_mistakes(tree, file, mistakes, known, proven=proven)


def rubric_of(text: str, file: str) -> Rubric:
    """The rubric in a text that was kept; ``file`` names it in the error. Raise ContentError when it is wrong."""
    document, mistakes = _document(*object_of(text.encode(), file), RubricFile)
    if document is not None:
        mistakes = [*mistakes, *document.mistakes()]
    if mistakes or document is None:
        raise _wrong(file, mistakes)
    return document.made()


def rubric_text_in(path: Path) -> str:
    """The text of a rubric file, to be published. Raise ContentError with every mistake when it is wrong."""
    tree, mistakes = read_object(path)
    if mistakes:
        raise _wrong(str(path), mistakes)
    text = json.dumps(tree, ensure_ascii=False, indent=1)
    rubric_of(text, str(path))
    return text


def kept_rubric_of(text: str, file: str) -> Rubric:
    """The same for a draft, or one that was published: its form is checked, not what it must come to."""
    document, mistakes = _document(*object_of(text.encode(), file), RubricFile)
    if mistakes or document is None:
        raise _wrong(file, mistakes)
    return document.made()


def scenario_of(text: str, file: str) -> Scenario:
    """The scenario in a text that was kept: its form is checked, the authoring rules are not held against the past."""
    document, mistakes = _document(*object_of(text.encode(), file), ScenarioFile)
    if mistakes or document is None:
        raise _wrong(file, mistakes)
    return document.made()


def check(path: Path, library: Path | None = None) -> list[FileCheck]:
    """Check a file, or every ``.json`` below a folder, against the content in ``library`` (else the program's own).

    In a folder, JSON files that claim to be something else than content are left alone.
    """
    if not path.exists():
        raise ContentError("content_missing", file=str(path))
    files = sorted(path.rglob("*.json")) if path.is_dir() else [path]
    if not files:
        raise ContentError("no_content", file=str(path))
    known = _known(library or assets_folder())
    checks = [_checked(file, known, alone=path.is_file()) for file in files]
    return [each for each in checks if each is not None]


def _checked(path: Path, known: Known, alone: bool) -> FileCheck | None:
    try:
        tree, format_mistakes = read_object(path)
    except ContentError as error:
        return FileCheck(path, (), error)
    if not alone and isinstance(tree.get("schema"), str) and not tree["schema"].startswith("bolian-"):
        return None
    kind = _kind(tree)
    if isinstance(kind, Mistake):
        return FileCheck(path, (*format_mistakes, kind))
    if kind is ScenarioFile:
        tree = inheriting(tree, known)
    document, mistakes = _document(tree, format_mistakes, kind)
    if kind is ScenarioFile:
        mistakes = _all_mistakes(tree, document, mistakes, known)
        if isinstance(document, ScenarioFile):
            mistakes += rules_kept(document, known)
    elif document is not None:
        mistakes = [*mistakes, *_further(document, known)]
    warned = tuple(cautions(document)) if isinstance(document, ScenarioFile) else ()
    return FileCheck(path, tuple(mistakes), cautions=warned)


def _all_mistakes(
    tree: dict[str, Any], document: Document | None, mistakes: list[Mistake], known: Known, *, proven: bool = False
) -> list[Mistake]:
    """Form, references and, where the form is right, the authoring rules; one mistake a place.

    What is ``proven``, like all that came with the program, was held against the authoring rules before: trying their
    patterns took more than two seconds of every start.
    """
    places = {mistake.path for mistake in mistakes}
    further = list(reference_mistakes(tree, known)) if tree.get("schema") == scenario_schema.SCHEMA else []
    if isinstance(document, ScenarioFile) and not proven:
        further += scenario_mistakes(document, known)
    return [*mistakes, *(mistake for mistake in further if mistake.path not in places)]


def _further(document: Document, known: Known) -> Iterable[Mistake]:
    match document:
        case TaxonomyFile():
            return document.mistakes(_rule_categories(known.rules.values()))
        case CommentsFile():
            return (*document.mistakes(), *_unknown_to(document, known.taxonomy))
        case RubricFile() | RulesFile() | SourcesFile() | FunnelFile():
            return document.mistakes()
        case _:
            return ()


def _unknown_to(comments: CommentsFile, taxonomy: Taxonomy) -> Iterator[Mistake]:
    """Categories and incidents that the comments name and the taxonomy does not have."""
    groups = (
        ("questions", comments.questions), ("short", comments.short),
        ("remarks", comments.remarks), ("reactions", comments.reactions),
    )  # fmt: skip
    for group, by_name in groups:
        for name, skeletons in by_name.items():
            for number, skeleton in enumerate(skeletons):
                if skeleton.category not in taxonomy.categories:
                    yield Mistake(f"{group}.{name}[{number}].category", "no_such_category", skeleton.category)
    for kind in comments.incidents:
        if kind not in taxonomy.incidents:
            yield Mistake(f"incidents.{kind}", "no_such_incident", kind)


def _kind(tree: dict[str, Any]) -> type[Document] | Mistake:
    """The kind of content file, told by its field ``schema``."""
    schema = tree.get("schema")
    if schema is None:
        return Mistake("schema", "missing")
    form = _SCHEMA.fullmatch(schema) if isinstance(schema, str) else None
    if form is None or form[1] not in _KINDS:
        return Mistake("schema", "schema_unknown", str(schema)[:60])
    if int(form[2]) != 1:
        return Mistake("schema", "schema_newer" if int(form[2]) > 1 else "schema_unknown", str(schema))
    return _KINDS[form[1]]


def _document(tree: dict[str, Any], mistakes: list[Mistake], kind: type[D]) -> tuple[D | None, list[Mistake]]:
    """The document of this kind, with all mistakes of format and form."""
    found = _kind(tree)
    if isinstance(found, Mistake):
        return None, [*mistakes, found]
    if found is not kind:
        return None, [*mistakes, Mistake("schema", "schema_unknown", str(tree["schema"]))]
    return checked(kind, tree, mistakes)


def _wrong(file: str, mistakes: Iterable[Mistake]) -> ContentError:
    details = tuple(mistakes)
    return ContentError("content_wrong", [str(each) for each in details], file=file, details=details)


def _load(path: Path, kind: type[D]) -> D:
    document, mistakes = _document(*read_object(path), kind)
    if document is None:
        raise _wrong(str(path), mistakes)
    return document


def _known(folder: Path) -> Known:
    """The rest of the library; patterns and examples of the rules are for ``check`` to try, not for every start."""
    packs = {language: _load(folder / f"compliance.{language}.json", RulesFile).made() for language in Language}
    rubric_path = folder / "rubrics" / "default.json"
    rubric_file = _load(rubric_path, RubricFile)
    wrong = list(rubric_file.mistakes())
    if wrong:
        raise _wrong(str(rubric_path), wrong)
    taxonomy_path = folder / "taxonomy.json"
    taxonomy_file = _load(taxonomy_path, TaxonomyFile)
    wrong = list(taxonomy_file.mistakes(_rule_categories(packs.values())))
    if wrong:
        raise _wrong(str(taxonomy_path), wrong)
    funnel_path = folder / "funnel.json"
    funnel_file = _load(funnel_path, FunnelFile)
    wrong = list(funnel_file.mistakes())
    if wrong:
        raise _wrong(str(funnel_path), wrong)
    return Known(
        taxonomy=taxonomy_file.made(),
        rules=packs,
        rubrics={rubric_file.id: rubric_file.made()},
        presets={each.id: each.made() for each in funnel_file.presets},
    )


def _rule_categories(packs: Iterable[RulePack]) -> frozenset[str]:
    return frozenset(id for pack in packs for id in pack.categories)
