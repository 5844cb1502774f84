"""The form a scenario is written in, read off the schema of its file: no field can be forgotten."""

from __future__ import annotations

import types
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from simulator.domain.draft import Field, Kind
from simulator.storage.fields import Comment, Document, Words
from simulator.storage.scenario_schema import ScenarioFile

LEFT_OUT = ("schema_",)
"""Written by the program."""
_SCALARS: dict[type, Kind] = {
    bool: Kind.YES_NO,
    int: Kind.WHOLE,
    float: Kind.NUMBER,
    Decimal: Kind.PRICE,
    str: Kind.LINE,
}


@cache
def scenario_form() -> Field:
    """All fields of a scenario."""
    return Field(name="scenario", kind=Kind.GROUP, needed=True, fields=_fields(ScenarioFile))


def _fields(document: type[Document]) -> tuple[Field, ...]:
    return tuple(_field(name, info) for name, info in document.model_fields.items() if name not in LEFT_OUT)


def _field(name: str, info: FieldInfo) -> Field:
    annotation = info.annotation
    for each in info.metadata:  # pydantic takes the outermost Annotated apart
        annotation = Annotated[annotation, each]  # type: ignore[assignment]
    kind, choices, fields = _shape(annotation)
    usual = None if info.is_required() else _plain(info.get_default())
    return Field(name=name, kind=kind, needed=info.is_required(), choices=choices, fields=fields, usual=usual)


def _plain(usual: object) -> object:
    return usual.value if isinstance(usual, Enum) else usual if isinstance(usual, bool | int | float | str) else None


def _shape(annotation: Any) -> tuple[Kind, tuple[str, ...], tuple[Field, ...]]:
    """What is filled in, what may be chosen, and the fields within."""
    if _long(annotation):
        return Kind.TEXT, (), ()
    bare = _bare(annotation)
    origin, inside = get_origin(bare), get_args(bare)
    if origin is Literal:
        return Kind.CHOICE, tuple(str(each) for each in inside), ()
    if origin is tuple:
        return _several(inside)
    if origin is dict:
        return _by_name(inside[1])
    if isinstance(bare, type) and issubclass(bare, Enum):
        return Kind.CHOICE, tuple(str(each.value) for each in bare), ()
    if isinstance(bare, type) and issubclass(bare, Document):
        return Kind.GROUP, (), _fields(bare)
    return _SCALARS[bare], (), ()


def _several(inside: tuple[Any, ...]) -> tuple[Kind, tuple[str, ...], tuple[Field, ...]]:
    if inside[-1] is not Ellipsis:
        return Kind.WINDOW, (), ()
    kind, choices, fields = _shape(inside[0])
    several = {Kind.GROUP: Kind.ROWS, Kind.CHOICE: Kind.MANY, Kind.WORDS: Kind.GROUPS, Kind.LINE: Kind.WORDS}
    return several[kind], choices, fields


def _by_name(value: Any) -> tuple[Kind, tuple[str, ...], tuple[Field, ...]]:
    kind, _, _ = _shape(value)
    return {Kind.WORDS: Kind.FILLINGS, Kind.NUMBER: Kind.WEIGHTS, Kind.GROUP: Kind.TITLES}[kind], (), ()


def _bare(annotation: Any) -> Any:
    """The type without what is said of it, and without "or nothing"."""
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    if get_origin(annotation) in (Union, types.UnionType):
        (only,) = [each for each in get_args(annotation) if each is not type(None)]
        return _bare(only)
    return annotation


def _long(annotation: Any) -> bool:
    """Whether a text may fill several lines."""
    if get_origin(annotation) is not Annotated:
        return False
    longest = [getattr(each, "max_length", None) for each in get_args(annotation)[1:]]
    return _bare(annotation) is str and any(each == LONGEST for each in longest)


LONGEST = next(each.max_length for each in get_args(Words)[1:] if getattr(each, "max_length", None))
assert next(each.max_length for each in get_args(Comment)[1:]) == LONGEST
