"""The comment taxonomy as it is written, and the domain's ``Taxonomy`` made of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from simulator.domain.scenario import Topic
from simulator.domain.taxonomy import CommentCategory, CommentKind, Taxonomy
from simulator.storage.fields import BothLanguages, Comment, Document, Id, Word
from simulator.storage.incident_schema import AnswerKeyFields, IncidentKindFields
from simulator.storage.mistakes import Mistake
from simulator.storage.rubric_schema import twice
from simulator.storage.scenario_schema import TopicName

SCHEMA = "bolian-taxonomy/1"

_SLOT = re.compile(r"\{(\w+)\}")
Percent = Annotated[float, Field(ge=0, le=100)]


class CategoryFields(Document):
    id: Id
    name: BothLanguages
    kind: CommentKind
    topic: TopicName | None
    priority: Annotated[int, Field(ge=0, le=3)]
    share_farm_pct: Percent
    share_cross_border_pct: Percent
    expires_s: Annotated[float, Field(gt=0, le=3600)]
    templates_zh: Annotated[tuple[Word, ...], Field(min_length=1)]
    templates_en: Annotated[tuple[Word, ...], Field(min_length=1)]
    answer_keys: tuple[AnswerKeyFields, ...]
    forbidden_compliance: tuple[Id, ...]
    good_response: tuple[Comment, ...] = ()
    scorer_check: Comment = ""
    sources: tuple[Id, ...] = ()
    note: Comment = ""

    def made(self) -> CommentCategory:
        return CommentCategory(
            id=self.id,
            name=self.name.text(),
            kind=self.kind,
            priority=self.priority,
            expires=self.expires_s,
            topic=None if self.topic is None else Topic[self.topic.upper()],
            share_farm=self.share_farm_pct / 100,
            share_cross_border=self.share_cross_border_pct / 100,
            templates_zh=self.templates_zh,
            templates_en=self.templates_en,
            answer_keys=tuple(each.made() for each in self.answer_keys),
            forbidden=self.forbidden_compliance,
        )


class TaxonomyFile(Document):
    """Everything in the file of comment categories and incidents."""

    schema_: Annotated[Literal["bolian-taxonomy/1"], Field(alias="schema")]
    about: Comment = ""
    id: Id
    version: Word
    kinds: dict[str, str] = Field(default_factory=dict)
    priority_scale: Comment = ""
    matching: tuple[Comment, ...] = ()
    nickname_rules: tuple[Comment, ...] = ()
    categories: Annotated[tuple[CategoryFields, ...], Field(min_length=1, max_length=200)]
    incidents: Annotated[tuple[IncidentKindFields, ...], Field(max_length=200)]

    def made(self) -> Taxonomy:
        return Taxonomy(
            version=self.version,
            categories={each.id: each.made() for each in self.categories},
            incidents={each.id: each.made() for each in self.incidents},
        )

    def mistakes(self, rule_categories: frozenset[str]) -> Iterator[Mistake]:
        """What is wrong although every field is well formed; ``rule_categories`` are those of all rule packs."""
        yield from twice("categories", [each.id for each in self.categories])
        yield from twice("incidents", [each.id for each in self.incidents])
        for share in ("share_farm_pct", "share_cross_border_pct"):
            total = sum(getattr(each, share) for each in self.categories)
            if abs(total - 100) > 0.05:
                yield Mistake(f"categories[].{share}", "weights", f"{total:g}, not 100")
        known = {each.id for each in self.categories}
        for number, incident in enumerate(self.incidents):
            yield from incident.mistakes(f"incidents[{number}]")
            if incident.comment_category is not None and incident.comment_category not in known:
                yield Mistake(f"incidents[{number}].comment_category", "no_such_category", incident.comment_category)
        lists = [("categories", each.forbidden_compliance) for each in self.categories]
        lists += [("incidents", each.forbidden_compliance) for each in self.incidents]
        for position, (path, forbidden) in enumerate(lists):
            number = position if path == "categories" else position - len(self.categories)
            for place, id in enumerate(forbidden):
                if id not in rule_categories:
                    yield Mistake(f"{path}[{number}].forbidden_compliance[{place}]", "no_such_category", id)


def slots_of(taxonomy: Taxonomy, language: str) -> frozenset[str]:
    """The fillings that comments in this language, and the answers to them, take from a product."""
    wordings: list[str] = []
    for category in taxonomy.categories.values():
        wordings += category.templates_zh if language == "zh" else category.templates_en
        wordings += [wording for key in category.answer_keys for wording in key.any_of]
    for kind in taxonomy.incidents.values():
        wordings += [wording for key in kind.answer_keys for wording in key.any_of]
    return frozenset(name for wording in wordings for name in _SLOT.findall(wording))
