"""What is wrong in a rule pack although every field is well formed: patterns tried out, examples heard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.domain.compliance import RuleCategory
from simulator.domain.events import HostSpoke
from simulator.domain.language import Language
from simulator.domain.units import Span
from simulator.perception.wording import Phrase, Reader
from simulator.storage.mistakes import Mistake
from simulator.storage.patterns import backtracks, compiled, expanded, unknown_words

if TYPE_CHECKING:
    from simulator.perception.forbidden import Forbidden
    from simulator.storage.rules_schema import RuleCategoryFields, RulesFile


def lint(file: RulesFile) -> Iterator[Mistake]:
    """Every mistake, with its place; a pattern is named by its id, an example by its sentence."""
    seen: set[str] = set()
    reader = Reader(Language(file.language))
    for number, category in enumerate(file.categories):
        path = f"categories[{number}]"
        faulty = False
        for place, id in _ids(category):
            if id in seen:
                yield Mistake(f"{path}.{place}.id", "twice", id)
            seen.add(id)
        for place, id, regex in _expressions(category):
            found = _fault(id, regex, file.words)
            if found is not None:
                faulty = True
                yield Mistake(f"{path}.{place}", *found)
        for market in sorted({basis.market for basis in category.legal_basis if basis.market} - set(file.markets)):
            yield Mistake(f"{path}.legal_basis", "no_such_market", market)
        if not faulty:
            yield from _told_otherwise(path, category.made(file.words), reader)


def broken(file: RulesFile) -> Iterator[Mistake]:
    """Patterns that are none, or call for lists that are not there: what a session cannot even begin with."""
    for number, category in enumerate(file.categories):
        for place, id, regex in _expressions(category):
            if unknown_words(regex, file.words) or compiled(expanded(regex, file.words)) is None:
                yield Mistake(f"categories[{number}].{place}", "pattern_broken", id)


def hits(category: RuleCategory, text: str, language: str) -> bool:
    """Whether the category finds something in the text (nothing is looked up)."""
    reader = Reader(Language(language))
    return bool(_listening(category, reader).found(category.id, _phrase(text, reader)))


def _listening(category: RuleCategory, reader: Reader) -> Forbidden:
    """What hears this category; loaded only when wanted: what it knows takes a quarter of a second of every start."""
    from simulator.perception.forbidden import Forbidden

    return Forbidden([category], reader.language)


def _ids(category: RuleCategoryFields) -> Iterator[tuple[str, str]]:
    yield from ((f"patterns[{place}]", each.id) for place, each in enumerate(category.patterns))
    yield from ((f"exceptions[{place}]", each.id) for place, each in enumerate(category.exceptions))


def _expressions(category: RuleCategoryFields) -> Iterator[tuple[str, str, str]]:
    for place, pattern in enumerate(category.patterns):
        yield f"patterns[{place}].regex", pattern.id, pattern.regex
        for name in ("also", "unless"):
            for at, sign in enumerate(getattr(pattern, name)):
                yield f"patterns[{place}].{name}[{at}]", pattern.id, sign
    for place, exception in enumerate(category.exceptions):
        yield f"exceptions[{place}].regex", exception.id, exception.regex


def _fault(id: str, regex: str, words: dict[str, str]) -> tuple[str, str] | None:
    unknown = unknown_words(regex, words)
    if unknown:
        return "no_such_word", f"{id}: {unknown[0]}"
    made = compiled(expanded(regex, words))
    if made is None:
        return "pattern_broken", id
    if made.fullmatch("") is not None:
        return "pattern_empty", id
    if backtracks(made):
        return "pattern_slow", id
    return None


def _told_otherwise(path: str, category: RuleCategory, reader: Reader) -> Iterator[Mistake]:
    """Examples that the patterns tell otherwise than the pack says; heard as a session hears them."""
    listening = _listening(category, reader)

    def heard(text: str) -> set[str]:
        return {each.pattern.id for each in listening.found(category.id, _phrase(text, reader))}

    for place, pattern in enumerate(category.patterns):
        alone = _listening(replace(category, patterns=(pattern,)), reader)
        for at, example in enumerate(pattern.examples_hit):
            if not alone.found(category.id, _phrase(example, reader)):
                yield Mistake(f"{path}.patterns[{place}].hit[{at}]", "example_missed", f"{pattern.id}: {example}")
        for at, example in enumerate(pattern.examples_ok):
            if alone.found(category.id, _phrase(example, reader)):
                yield Mistake(f"{path}.patterns[{place}].ok[{at}]", "example_hit", f"{pattern.id}: {example}")
    for place, exception in enumerate(category.exceptions):
        others = tuple(each for each in category.exceptions if each is not exception)
        without = _listening(replace(category, exceptions=others), reader)
        for at, example in enumerate(exception.examples_ok):
            where = f"{path}.exceptions[{place}].ok[{at}]"
            if heard(example):
                yield Mistake(where, "example_hit", f"{exception.id}: {example}")
            elif not without.found(category.id, _phrase(example, reader)):
                yield Mistake(where, "exception_idle", f"{exception.id}: {example}")
    for at, example in enumerate(category.examples_hit):
        if not heard(example):
            yield Mistake(f"{path}.examples_hit[{at}]", "example_missed", example)
    for at, example in enumerate(category.examples_ok):
        if heard(example):
            yield Mistake(f"{path}.examples_ok[{at}]", "example_hit", example)


def _phrase(text: str, reader: Reader) -> Phrase:
    said = Span(0.0, 0.2 * max(len(text), 1))
    return reader.phrase(HostSpoke(at=said.end, said=said, text=text, words=(), engine="lint"))
