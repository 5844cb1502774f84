"""What viewers can write, from ``comments.zh.json`` and ``comments.en.json``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Annotated, Any, Literal

from pydantic import Field

from simulator.audience.wording import KINDS, Skeleton, Wording
from simulator.domain.language import Language
from simulator.domain.scenario import Topic
from simulator.ports import ContentError
from simulator.storage.fields import Document, Id, Word, checked
from simulator.storage.json_text import read_object
from simulator.storage.mistakes import Mistake
from simulator.storage.scenario_schema import TopicName

SCHEMA = "bolian-comments/1"
FEWEST_QUESTIONS = 12
"""Skeletons a topic needs, for a chat that does not repeat itself."""
FEWEST_REMARKS = 6


class SkeletonFields(Document):
    text: Word
    category: Id
    only: Literal["food", "goods"] | None = None

    def made(self) -> Skeleton:
        return Skeleton(self.text, self.category, self.only)


class NameFields(Document):
    joint: Annotated[str, Field(max_length=1)]
    parts: Annotated[tuple[tuple[Annotated[str, Field(max_length=20)], ...], ...], Field(min_length=1)]


Skeletons = tuple[SkeletonFields, ...]


class CommentsFile(Document):
    """The wording of one language."""

    schema_: Annotated[Literal["bolian-comments/1"], Field(alias="schema")]
    language: Language
    questions: dict[TopicName, Skeletons]
    short: dict[TopicName, Skeletons]
    remarks: dict[Id, Skeletons]
    short_remarks: Skeletons
    incidents: dict[Id, Annotated[tuple[Word, ...], Field(min_length=1)]]
    slots: dict[Id, Annotated[tuple[Word, ...], Field(min_length=1)]]
    endings: tuple[Word, ...]
    typos: dict[Word, Word]
    names: NameFields

    def mistakes(self) -> Iterator[Mistake]:
        """What no field alone can show: too few lines, kinds nobody knows, braces that do not close."""
        for topic in Topic:
            if len(self.questions.get(_name(topic), ())) < FEWEST_QUESTIONS:
                yield Mistake(f"questions.{_name(topic)}", "too_short")
        for kind in KINDS:
            if len(self.remarks.get(kind, ())) < FEWEST_REMARKS:
                yield Mistake(f"remarks.{kind}", "too_short")
        for kind in self.remarks:
            if kind not in KINDS:
                yield Mistake(f"remarks.{kind}", "not_one_of", kind)
        for path, text in self._texts():
            try:
                list(Formatter().parse(text))
            except ValueError:
                yield Mistake(path, "bad_form", text)

    def _texts(self) -> Iterator[tuple[str, str]]:
        for group, by_name in (("questions", self.questions), ("short", self.short), ("remarks", self.remarks)):
            for name, skeletons in by_name.items():
                for number, skeleton in enumerate(skeletons):
                    yield f"{group}.{name}[{number}].text", skeleton.text
        for name, lines in self.incidents.items():
            for number, line in enumerate(lines):
                yield f"incidents.{name}[{number}]", line

    def made(self) -> Wording:
        return Wording(
            questions={topic: _made(self.questions.get(_name(topic), ())) for topic in Topic},
            remarks={kind: _made(skeletons) for kind, skeletons in self.remarks.items()},
            short={topic: _made(self.short.get(_name(topic), ())) for topic in Topic},
            short_remarks=_made(self.short_remarks),
            incidents=dict(self.incidents),
            slots=dict(self.slots),
            endings=self.endings,
            typos=dict(self.typos),
            names=self.names.parts,
            joint=self.names.joint,
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


def _name(topic: Topic) -> Any:
    return topic.name.lower()
