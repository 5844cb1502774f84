"""Events, marks and scenarios as JSON and back, exactly: made from the dataclasses' own types, strict on reading."""

from __future__ import annotations

import dataclasses
import json
import math
import types
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from enum import Enum, IntEnum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import msgspec

from simulator.domain.events import Event

T = TypeVar("T")

EVENT_KINDS: Mapping[str, type[Any]] = types.MappingProxyType({each.__name__: each for each in get_args(Event)})
"""The classes of ``Event`` by the name they are stored under: a class must never be renamed without a migration."""

_Turn = Callable[[Any], Any]


class CodecError(ValueError):
    """What was stored is not what the domain knows: an unknown kind, field or type."""


class NewerError(CodecError):
    """What was stored has a kind or a field this program does not know: a newer one wrote it."""


def encoded(value: object) -> str:
    """A dataclass of the domain as compact JSON; equal values always give the same text."""
    return _text(_writer(cast(Any, type(value)))(value))


def decoded(kind: type[T], text: str) -> T:
    """The value of this class. Raise CodecError when the text is not one."""
    quick = _quick(cast(Any, kind))
    if quick is not None:
        with suppress(msgspec.MsgspecError, ValueError):  # the other way says what is wrong with it
            value = quick.decode(text)
            if _ENCODER.encode(value) == text.encode():  # as this program wrote it, nothing left out
                return cast(T, value)
    return cast(T, _reader(cast(Any, kind))(_parsed(text)))


def event_row(event: Event) -> tuple[float, str, str]:
    """An event as it is stored: when, which kind, and its fields as JSON."""
    return float(event.at), type(event).__name__, encoded(event)


def _event_in(tree: Any) -> Event:
    match tree:
        case [str(kind), str(body)]:
            return event_of(kind, body)
        case _:
            raise CodecError("not an event: its kind and its body")


def event_of(kind: str, body: str) -> Event:
    """The event of a stored kind and body. Raise CodecError when it is none of ours."""
    if kind not in EVENT_KINDS:
        raise NewerError(f"unknown kind of event {kind!r}")
    return cast(Event, decoded(EVENT_KINDS[kind], body))


def _text(tree: object) -> str:
    return json.dumps(tree, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as error:
        raise CodecError("not JSON") from error


# ------------------------------------------------------------------------------------ writing


def _shape(hint: Any) -> tuple[Any, tuple[Any, ...]]:
    """What a generic type is made of; a sequence is read as a tuple."""
    origin, arguments = get_origin(hint), get_args(hint)
    return (tuple, (arguments[0], Ellipsis)) if origin is Sequence else (origin, arguments)


@cache
def _writer(hint: Any) -> _Turn:
    """How a value of this type becomes plain JSON values."""
    if hint == Event:
        return lambda value: list(event_row(value)[1:])
    if dataclasses.is_dataclass(hint):
        hints = get_type_hints(hint)
        fields = [(field.name, _writer(hints[field.name])) for field in dataclasses.fields(hint)]
        return lambda value: {name: turn(getattr(value, name)) for name, turn in fields}
    if (inner := _optional(hint)) is not None:
        turn = _writer(inner)
        return lambda value: None if value is None else turn(value)
    origin, arguments = _shape(hint)
    if origin is tuple:
        if len(arguments) == 2 and arguments[1] is Ellipsis:
            each = _writer(arguments[0])
            return lambda value: [each(item) for item in value]
        turns = tuple(_writer(argument) for argument in arguments)
        return lambda value: [turn(item) for turn, item in zip(turns, value, strict=True)]
    if origin is not None and issubclass(origin, Mapping):
        each = _writer(arguments[1])
        return lambda value: {str(key): each(item) for key, item in value.items()}
    if isinstance(hint, type) and issubclass(hint, Enum):
        return lambda value: hint(value).value
    return _PLAIN_OUT[hint]


def _number_out(value: Any) -> float:
    number = float(value)
    if not math.isfinite(number):
        raise ValueError("NaN and infinity are never stored")
    return number


def _whole_out(value: Any) -> int:
    if isinstance(value, bool) or int(value) != value:
        raise TypeError(f"{value!r} is not a whole number")
    return int(value)


_PLAIN_OUT: Mapping[Any, _Turn] = types.MappingProxyType({float: _number_out, int: _whole_out, str: str, bool: bool})


# ------------------------------------------------------------------------------------ reading

_ENCODER = msgspec.json.Encoder()


@cache
def _quick(kind: Any) -> msgspec.json.Decoder[Any] | None:
    """Reads this class five times as fast, but lets strange fields pass; None where it would make other values."""
    return msgspec.json.Decoder(kind) if _is_exact(kind) else None


@cache
def _is_exact(hint: Any) -> bool:
    """Whether msgspec makes the very same of a type: a sequence it would read as a list."""
    if hint == Event:
        return False
    if dataclasses.is_dataclass(hint):
        return all(_is_exact(each) for each in get_type_hints(hint).values())
    if (inner := _optional(hint)) is not None:
        return _is_exact(inner)
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is tuple:
        return all(each is Ellipsis or _is_exact(each) for each in arguments)
    if origin is not None and issubclass(origin, Mapping):
        return arguments[0] is str and _is_exact(arguments[1])
    return hint in _PLAIN_IN or (isinstance(hint, type) and issubclass(hint, Enum))


@cache
def _reader(hint: Any) -> _Turn:
    """How plain JSON values become a value of this type."""
    if hint == Event:
        return _event_in
    if dataclasses.is_dataclass(hint):
        return _dataclass_reader(cast(type[Any], hint))
    if (inner := _optional(hint)) is not None:
        turn = _reader(inner)
        return lambda tree: None if tree is None else turn(tree)
    origin, arguments = _shape(hint)
    if origin is tuple:
        return _tuple_reader(arguments)
    if origin is not None and issubclass(origin, Mapping):
        each = _reader(arguments[1])
        return lambda tree: {key: each(item) for key, item in _is(tree, dict).items()}
    if isinstance(hint, type) and issubclass(hint, Enum):
        plain: type[Any] = int if issubclass(hint, IntEnum) else str
        return lambda tree: _enum(hint, _is(tree, plain))
    return _PLAIN_IN[hint]


def _dataclass_reader(kind: type[Any]) -> _Turn:
    hints = get_type_hints(kind)
    fields = dataclasses.fields(kind)
    turns = {field.name: _reader(hints[field.name]) for field in fields}
    needed = frozenset(
        field.name
        for field in fields
        if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    )

    pairs = tuple(turns.items())
    every = len(pairs)

    def made(tree: Any) -> Any:
        if type(tree) is dict and len(tree) == every:  # as this program wrote it, nearly always
            try:
                return kind(**{name: turn(tree[name]) for name, turn in pairs})
            except KeyError:
                pass
        given = _is(tree, dict)
        if not given.keys() <= turns.keys():
            raise NewerError(f"{kind.__name__} has fields that are not known: {sorted(given.keys() - turns.keys())}")
        if not needed <= given.keys():
            raise CodecError(f"{kind.__name__} has other fields: {sorted(given.keys() ^ turns.keys())}")
        return kind(**{name: turns[name](value) for name, value in given.items()})

    return made


def _tuple_reader(arguments: tuple[Any, ...]) -> _Turn:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        each = _reader(arguments[0])
        return lambda tree: tuple(each(item) for item in _is(tree, list))
    turns = tuple(_reader(argument) for argument in arguments)

    def made(tree: Any) -> tuple[Any, ...]:
        items = _is(tree, list)
        if len(items) != len(turns):
            raise CodecError(f"{len(items)} values where {len(turns)} belong")
        return tuple(turn(item) for turn, item in zip(turns, items, strict=True))

    return made


def _is(tree: Any, kind: type[Any]) -> Any:
    if not isinstance(tree, kind) or (kind is not bool and isinstance(tree, bool)):
        raise CodecError(f"{type(tree).__name__} where {kind.__name__} belongs")
    return tree


def _enum(kind: type[Enum], value: Any) -> Enum:
    try:
        return kind(value)
    except ValueError as error:
        raise NewerError(f"{value!r} is no {kind.__name__}") from error


def _number_in(tree: Any) -> float:
    if type(tree) is float and math.isfinite(tree):  # nearly all are
        return tree
    if isinstance(tree, bool) or not isinstance(tree, int | float) or not math.isfinite(tree):
        raise CodecError(f"{type(tree).__name__} where a finite number belongs")
    return float(tree)


_PLAIN_IN: Mapping[Any, _Turn] = types.MappingProxyType(
    {
        float: _number_in,
        int: lambda tree: tree if type(tree) is int else _is(tree, int),
        str: lambda tree: tree if type(tree) is str else _is(tree, str),
        bool: lambda tree: _is(tree, bool),
    }
)


def _optional(hint: Any) -> Any | None:
    """The other type of "something or None"; None for anything else."""
    if get_origin(hint) not in (Union, types.UnionType):
        return None
    others = [each for each in get_args(hint) if each is not type(None)]
    if len(others) != 1:
        raise TypeError(f"the codec does not know {hint}")
    return others[0]
