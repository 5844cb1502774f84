"""What viewers can write, from ``comments.zh.json`` and ``comments.en.json``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from string import Formatter
from typing import Annotated, Any, Literal

from pydantic import Field

from simulator.audience.wording import CIRCUMSTANCES, KINDS, SEGMENTS, TONES, Names, Skeleton, Wording
from simulator.domain.language import Language
from simulator.domain.scenario import Topic
from simulator.ports import ContentError
from simulator.storage.fields import Document, Id, Word, checked
from simulator.storage.json_text import read_object
from simulator.storage.mistakes import Mistake
from simulator.storage.scenario_schema import TopicName

SCHEMA = "bolian-comments/1"
FEWEST_QUESTIONS = 25
"""Skeletons a topic needs, for a chat that does not repeat itself."""
FEWEST_REMARKS = 15
FEWEST_OF_INCIDENT = 4


class SkeletonFields(Document):
    text: Word
    category: Id
    only: Literal["food", "goods"] | None = None
    by: tuple[Id, ...] = ()
    when: tuple[Id, ...] = ()
    about: tuple[Word, ...] = ()
    unless: tuple[Word, ...] = ()

    def made(self) -> Skeleton:
        return Skeleton(self.text, self.category, self.only, self.by, self.when, self.about, self.unless)


class PatternFields(Document):
    pattern: Word
    weight: Annotated[int, Field(ge=1, le=100)]


class NameFields(Document):
    patterns: Annotated[tuple[PatternFields, ...], Field(min_length=1)]
    parts: dict[Id, Annotated[tuple[Annotated[str, Field(max_length=20)], ...], Field(min_length=1)]]

    def made(self) -> Names:
        return Names(patterns=tuple((each.pattern, each.weight) for each in self.patterns), parts=dict(self.parts))


Skeletons = tuple[SkeletonFields, ...]
Lines = Annotated[tuple[Word, ...], Field(min_length=FEWEST_OF_INCIDENT)]


class CommentsFile(Document):
    """The wording of one language."""

    schema_: Annotated[Literal["bolian-comments/1"], Field(alias="schema")]
    language: Language
    questions: dict[TopicName, Skeletons]
    remarks: dict[Id, Skeletons]
    short: dict[Id, Skeletons]
    incidents: dict[Id, Lines]
    reactions: dict[Id, Skeletons]
    slots: dict[Id, Annotated[tuple[Word, ...], Field(min_length=1)]]
    openings: tuple[Word, ...]
    endings: dict[Id, tuple[Word, ...]]
    typos: dict[Word, Word]
    names: NameFields

    def mistakes(self) -> Iterator[Mistake]:
        """What no field alone can show: too few lines, words nobody knows, braces that do not close."""
        for topic in Topic:
            if len(self.questions.get(_name(topic), ())) < FEWEST_QUESTIONS:
                yield Mistake(f"questions.{_name(topic)}", "too_short")
        for kind in KINDS:
            if kind != "reaction" and len(self.remarks.get(kind, ())) < FEWEST_REMARKS:
                yield Mistake(f"remarks.{kind}", "too_short")
        for kind in self.remarks:
            if kind not in KINDS or kind == "reaction":
                yield Mistake(f"remarks.{kind}", "not_one_of", kind)
        for kind in self.incidents:
            if len(self.reactions.get(kind, ())) < FEWEST_OF_INCIDENT:
                yield Mistake(f"reactions.{kind}", "too_short")
        for tone in self.endings:
            if tone not in TONES:
                yield Mistake(f"endings.{tone}", "not_one_of", tone)
        for path, skeleton in self._skeletons():
            yield from _unknown(f"{path}.by", skeleton.by, SEGMENTS)
            yield from _unknown(f"{path}.when", skeleton.when, CIRCUMSTANCES)
        for number, each in enumerate(self.names.patterns):
            yield from _unknown(f"names.patterns[{number}]", _slots(each.pattern), self.names.parts)
        for path, text in self._texts():
            try:
                _slots(text)
            except ValueError:
                yield Mistake(path, "bad_form", text)

    def _skeletons(self) -> Iterator[tuple[str, SkeletonFields]]:
        groups: tuple[tuple[str, dict[Any, Skeletons]], ...] = (
            ("questions", self.questions), ("remarks", self.remarks),
            ("short", self.short), ("reactions", self.reactions),
        )  # fmt: skip
        for group, by_name in groups:
            for name, skeletons in by_name.items():
                for number, skeleton in enumerate(skeletons):
                    yield f"{group}.{name}[{number}]", skeleton

    def _texts(self) -> Iterator[tuple[str, str]]:
        for path, skeleton in self._skeletons():
            yield f"{path}.text", skeleton.text
        for name, lines in self.incidents.items():
            for number, line in enumerate(lines):
                yield f"incidents.{name}[{number}]", line

    def made(self) -> Wording:
        return Wording(
            questions={topic: _made(self.questions.get(_name(topic), ())) for topic in Topic},
            remarks={kind: _made(skeletons) for kind, skeletons in self.remarks.items()},
            short={name: _made(skeletons) for name, skeletons in self.short.items()},
            incidents=dict(self.incidents),
            reactions={kind: _made(skeletons) for kind, skeletons in self.reactions.items()},
            slots=dict(self.slots),
            openings=self.openings,
            endings=dict(self.endings),
            typos=dict(self.typos),
            names=self.names.made(),
        )


def load_wording(folder: Path, language: Language) -> Wording:
    """What viewers write in this language, from ``comments.<language>.json`` in ``folder``. Raise ContentError."""
    path = folder / f"comments.{language}.json"
    document, mistakes = checked(CommentsFile, *read_object(path))
    if document is not None:
        mistakes = list(document.mistakes())
    if document is None or mistakes:
        details = tuple(mistakes)
        raise ContentError("content_wrong", [str(each) for each in details], file=str(path), details=details)
    return document.made()


def _made(skeletons: Skeletons) -> tuple[Skeleton, ...]:
    return tuple(skeleton.made() for skeleton in skeletons)


def _slots(text: str) -> tuple[str, ...]:
    """Names of the slots of a text. Raise ValueError when its braces do not close."""
    return tuple(name for _, name, _, _ in Formatter().parse(text) if name)


def _unknown(path: str, words: Iterable[str], known: Iterable[str]) -> Iterator[Mistake]:
    for word in words:
        if word not in known:
            yield Mistake(path, "not_one_of", word)


def _name(topic: Topic) -> Any:
    return topic.name.lower()
