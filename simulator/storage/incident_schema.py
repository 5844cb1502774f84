"""A kind of incident as the comment taxonomy writes it, with the reason for each of its numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from simulator.domain.scenario import Topic
from simulator.domain.taxonomy import AnswerKey, Choice, CrowdEffects, Hits, IncidentKind, Outcome, Staged
from simulator.domain.units import Text
from simulator.storage.fields import BothLanguages, Comment, Document, Id, Share, Word
from simulator.storage.mistakes import Mistake
from simulator.storage.scenario_schema import TopicName

MOST_CHOICES = 4
"""As many as have a key in the cabin."""

Factor = Annotated[float, Field(gt=0, le=100)]
Shift = Annotated[float, Field(ge=-1, le=1)]
Basis = Literal["specification", "taxonomy", "judgement"]
"""Where a number comes from: the audience model, the research behind the taxonomy, or us."""
DeskAct = Literal["pin", "unpin", "sold_out", "restock", "price", "coupon", "stock", "mute"]


class AnswerKeyFields(Document):
    any_of: Annotated[tuple[Word, ...], Field(min_length=1)]
    fact: Id | None
    optional: bool

    def made(self) -> AnswerKey:
        return AnswerKey(any_of=self.any_of, fact=self.fact, optional=self.optional)


class EffectsFields(Document):
    """Factors of rates and shifts; what is left out does nothing."""

    leave: Factor = 1.0
    click: Factor = 1.0
    buy: Factor = 1.0
    arrive: Factor = 1.0
    comment: Factor = 1.0
    pay: Factor = 1.0
    cancel: Factor = 1.0
    abandon: Factor = 1.0
    refund: Factor = 1.0
    ask: dict[TopicName, Factor] = Field(default_factory=dict)
    trust_per_s: Shift = 0.0
    attention: Shift = 0.0
    bargain: Shift = 0.0

    def made(self) -> CrowdEffects:
        plain = {name: getattr(self, name) for name in type(self).model_fields if name != "ask"}
        return CrowdEffects(ask={Topic[name.upper()]: factor for name, factor in self.ask.items()}, **plain)


class HitsFields(Document):
    """What happens to the room at once; what is left out is nothing."""

    trust: Shift = 0.0
    discontent: Share = 0.0

    def made(self) -> Hits:
        return Hits(trust=self.trust, discontent=self.discontent)


class ChoiceFields(Document):
    """Short enough for a button."""

    outcome: Outcome
    zh: Annotated[Word, Field(max_length=20)]
    en: Annotated[Word, Field(max_length=48)]

    def made(self) -> Choice:
        return Choice(name=Text(self.zh, self.en), outcome=self.outcome)


class IncidentKindFields(Document):
    id: Id
    name: BothLanguages
    trigger: Comment
    comment_category: Id | None
    window_s: Annotated[float, Field(gt=0, le=3600)]
    while_open: EffectsFields
    afterwards: EffectsFields
    lingers_s: Annotated[float, Field(ge=0, le=3600)]
    opens_with: HitsFields
    missed: HitsFields
    solved_trust: Share
    basis: dict[Basis, tuple[Word, ...]]
    choices: Annotated[tuple[ChoiceFields, ...], Field(max_length=MOST_CHOICES)]
    desk_acts: tuple[DeskAct, ...]
    staged: Staged | None = None
    expected_steps: Annotated[tuple[Word, ...], Field(min_length=1)]
    answer_keys: tuple[AnswerKeyFields, ...]
    forbidden_compliance: tuple[Id, ...]
    min_level: Comment = ""
    scorer_check: Comment = ""
    sources: tuple[Id, ...] = ()

    def made(self) -> IncidentKind:
        return IncidentKind(
            id=self.id,
            name=self.name.text(),
            trigger=self.trigger,
            window=self.window_s,
            expected_steps=self.expected_steps,
            answer_keys=tuple(each.made() for each in self.answer_keys),
            forbidden=self.forbidden_compliance,
            comment_category=self.comment_category,
            while_open=self.while_open.made(),
            afterwards=self.afterwards.made(),
            lingers=self.lingers_s,
            opens_with=self.opens_with.made(),
            missed=self.missed.made(),
            solved_trust=self.solved_trust,
            choices=tuple(each.made() for each in self.choices),
            desk_acts=self.desk_acts,
            staged=self.staged,
        )

    def mistakes(self, path: str) -> Iterator[Mistake]:
        """What is wrong although every field is well formed."""
        if not any(each.outcome is Outcome.SOLVES for each in self.choices):
            yield Mistake(f"{path}.choices", "nothing_solves")
        if bool(self.afterwards.model_fields_set) is not (self.lingers_s > 0):
            yield Mistake(f"{path}.lingers_s", "lingers_without", f"{self.lingers_s:g} s")
        numbers = [*self._numbers()]
        named = [(basis, place, name) for basis, names in self.basis.items() for place, name in enumerate(names)]
        seen: set[str] = set()
        for basis, place, name in named:
            if name not in numbers:
                yield Mistake(f"{path}.basis.{basis}[{place}]", "no_such_number", name)
            elif name in seen:
                yield Mistake(f"{path}.basis.{basis}[{place}]", "twice", name)
            seen.add(name)
        for name in numbers:
            if name not in seen:
                yield Mistake(f"{path}.basis", "no_basis", name)

    def _numbers(self) -> Iterator[str]:
        """The path of each number that is given, within the kind."""
        yield from ("window_s", "lingers_s", "solved_trust")
        for group in ("while_open", "afterwards", "opens_with", "missed"):
            fields: Document = getattr(self, group)
            for name in type(fields).model_fields:
                if name in fields.model_fields_set:
                    topics = getattr(fields, name) if name == "ask" else None
                    yield from [f"{group}.{name}"] if topics is None else [f"{group}.ask.{topic}" for topic in topics]
