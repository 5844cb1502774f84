"""A scenario while it is written: the form with its fields, and what has been filled in so far, right or wrong."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum, auto
from typing import Any

from simulator.domain.units import Text

Steps = tuple[int | str, ...]
"""The way to a place: ``("products", 0, "price")``."""
_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")


class Kind(StrEnum):
    """What is filled into a field."""

    LINE = auto()
    TEXT = auto()
    """Several lines."""
    NUMBER = auto()
    WHOLE = auto()
    PRICE = auto()
    """In whole units of the currency, with at most two decimals."""
    YES_NO = auto()
    CHOICE = auto()
    """One of ``choices``."""
    MANY = auto()
    """Any of ``choices``."""
    WORDS = auto()
    """Wordings."""
    GROUPS = auto()
    """Groups of wordings."""
    WINDOW = auto()
    """From and to, in seconds."""
    GROUP = auto()
    """Fields of its own."""
    ROWS = auto()
    """Any number of groups with the same fields."""
    FILLINGS = auto()
    """Wordings by name."""
    WEIGHTS = auto()
    """Numbers by name."""
    TITLES = auto()
    """Wordings in both languages by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of the form."""

    name: str
    kind: Kind
    needed: bool
    choices: tuple[str, ...] = ()
    fields: tuple[Field, ...] = ()
    """Of a group, and of each row."""
    usual: object = None
    """What holds where nothing is filled in; None where that is nothing."""

    def field(self, name: str) -> Field:
        """The field of this name. Raise KeyError where there is none."""
        return next((each for each in self.fields if each.name == name), None) or _missing(name)


def _missing(name: str) -> Field:
    raise KeyError(name)


@dataclass(frozen=True, slots=True)
class Named:
    """Something a field may name."""

    id: str
    title: Text | None = None


@dataclass(frozen=True, slots=True)
class Flaw:
    """A mistake in a draft: where, which, and what stood there."""

    path: str
    code: str
    found: str = ""

    @property
    def steps(self) -> Steps:
        return steps_of(self.path)


@dataclass(frozen=True, slots=True)
class Draft:
    """What has been filled in. It is never changed: every change gives another draft."""

    id: str
    """Of the draft, not of the scenario."""
    tree: Mapping[str, Any] = field(default_factory=dict)
    based_on: str = ""
    """The scenario it began from, as "S01@3"; empty where it began blank."""
    kept_utc: str = ""

    def value(self, steps: Steps) -> Any:
        """What stands at this place; None where nothing does."""
        here: Any = self.tree
        for step in steps:
            if isinstance(step, int):
                here = here[step] if isinstance(here, list) and step < len(here) else None
            else:
                here = here.get(step) if isinstance(here, Mapping) else None
        return here

    def text(self, steps: Steps) -> str:
        """What stands there as a line to show; empty where nothing does."""
        value = self.value(steps)
        return "" if value is None or isinstance(value, Mapping | list) else str(value)

    def count(self, steps: Steps) -> int:
        """How many rows there are."""
        rows = self.value(steps)
        return len(rows) if isinstance(rows, list) else 0

    def names(self, steps: Steps) -> tuple[str, ...]:
        """What is filled in by name."""
        here = self.value(steps)
        return tuple(here) if isinstance(here, Mapping) else ()

    def put(self, steps: Steps, value: Any) -> Draft:
        """With this at that place; None, an empty text and an empty list leave it empty."""
        return replace(self, tree=_put(self.tree, steps, None if value in ("", [], {}) else value))

    def add(self, steps: Steps, row: Mapping[str, Any], place: int | None = None) -> Draft:
        """With another row, at the end or in that place."""
        rows = self._rows(steps)
        rows.insert(len(rows) if place is None else place, dict(row))
        return self.put(steps, rows)

    def drop(self, steps: Steps, number: int) -> Draft:
        """Without that row."""
        rows = self._rows(steps)
        del rows[number]
        return self.put(steps, rows)

    def move(self, steps: Steps, number: int, by: int) -> Draft:
        """With that row further down, or up."""
        rows = self._rows(steps)
        place = min(len(rows) - 1, max(0, number + by))
        rows.insert(place, rows.pop(number))
        return self.put(steps, rows)

    def _rows(self, steps: Steps) -> list[Any]:
        rows = self.value(steps)
        return list(rows) if isinstance(rows, list) else []


def _put(here: Any, steps: Steps, value: Any) -> Any:
    """A copy along the way; what lies beside it is shared."""
    if not steps:
        return value
    step, rest = steps[0], steps[1:]
    if isinstance(step, int):
        rows = list(here) if isinstance(here, list) else []
        rows += [{}] * (step + 1 - len(rows))
        made = _put(rows[step], rest, value)
        rows[step] = {} if made is None else made
        return rows
    fields = dict(here) if isinstance(here, Mapping) else {}
    made = _put(fields.get(step), rest, value)
    if made is None:
        fields.pop(step, None)
    else:
        fields[step] = made
    return fields


def steps_of(path: str) -> Steps:
    """``products[0].price`` as the way there."""
    return tuple(int(number) if number else name for name, number in _STEP.findall(path))


def path_to(steps: Steps) -> str:
    """The way as it is written: ``products[0].price``."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps).removeprefix(".")


def plain(steps: Steps) -> str:
    """The way without the numbers of rows: ``products.price``."""
    return ".".join(step for step in steps if isinstance(step, str))
