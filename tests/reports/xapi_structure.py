"""The published structure of an xAPI 2.0 statement (IEEE 9274.1.1, 4.2), as far as one can be told apart from another.

Written from the standard's tables of properties, not from our code: nothing but those is allowed, and what a table
calls required must be there.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

LANGUAGE = re.compile(r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")
SCHEME = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+$")
DURATION = re.compile(r"^P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$")


def a_iri(text: str) -> str:
    assert SCHEME.match(text), f"{text} is no absolute IRI"
    return text


def a_uuid(text: str) -> str:
    assert str(UUID(text)) == text
    return text


def a_stamp(text: str) -> str:
    moment = datetime.fromisoformat(text)
    assert moment.tzinfo is not None, "a time says which zone it is in"
    return text


def a_duration(text: str) -> str:
    assert DURATION.match(text), text
    return text


def a_language(text: str) -> str:
    assert LANGUAGE.match(text), text
    return text


Iri = Annotated[str, AfterValidator(a_iri)]
LanguageMap = dict[Annotated[str, AfterValidator(a_language)], str]
Extensions = dict[Iri, Any]


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class Account(Strict):
    homePage: Iri
    name: str = Field(min_length=1)


class Agent(Strict):
    """Exactly one way to tell who it is: here the account of another system."""

    objectType: Literal["Agent"] = "Agent"
    name: str | None = None
    account: Account


class Verb(Strict):
    id: Iri
    display: LanguageMap


class Definition(Strict):
    name: LanguageMap | None = None
    description: LanguageMap | None = None
    type: Iri | None = None
    moreInfo: Iri | None = None
    extensions: Extensions | None = None


class Activity(Strict):
    objectType: Literal["Activity"] = "Activity"
    id: Iri
    definition: Definition | None = None


class Score(Strict):
    scaled: float = Field(ge=-1, le=1)
    raw: float
    min: float
    max: float

    @model_validator(mode="after")
    def _within(self) -> Score:
        assert self.min < self.max and self.min <= self.raw <= self.max
        return self


class Result(Strict):
    score: Score | None = None
    success: bool | None = None
    completion: bool | None = None
    response: str | None = None
    duration: Annotated[str, AfterValidator(a_duration)] | None = None
    extensions: Extensions | None = None


class ContextActivities(Strict):
    parent: list[Activity] | None = None
    grouping: list[Activity] | None = None
    category: list[Activity] | None = None
    other: list[Activity] | None = None


class Context(Strict):
    registration: Annotated[str, AfterValidator(a_uuid)] | None = None
    instructor: Agent | None = None
    team: Agent | None = None
    contextActivities: ContextActivities | None = None
    revision: str | None = None
    platform: str | None = None
    language: Annotated[str, AfterValidator(a_language)] | None = None
    extensions: Extensions | None = None


class Statement(Strict):
    id: Annotated[str, AfterValidator(a_uuid)]
    actor: Agent
    verb: Verb
    object: Activity
    result: Result | None = None
    context: Context | None = None
    timestamp: Annotated[str, AfterValidator(a_stamp)]
    version: Literal["2.0.0"]
