"""The kinds of field that content files are made of, and how pydantic's findings become mistakes."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, ValidationError
from pydantic_core import PydanticCustomError

from simulator.domain.units import Text
from simulator.storage.mistakes import Mistake, path_of, shortened

M = TypeVar("M", bound="Document")

_PRICE = re.compile(r"\d{1,7}(\.\d{1,2})?")
_CODES = {
    "missing": "missing",
    "extra_forbidden": "unknown_field",
    "enum": "not_one_of",
    "literal_error": "not_one_of",
    "greater_than": "too_small",
    "greater_than_equal": "too_small",
    "less_than": "too_large",
    "less_than_equal": "too_large",
    "string_too_short": "too_short",
    "string_too_long": "too_long",
    "too_short": "too_short",
    "too_long": "too_long",
    "string_pattern_mismatch": "bad_form",
    "finite_number": "not_a_number",
}
_OURS = ("price_negative", "price_decimals", "price_form", "price_zero", "branching_one")


class Document(BaseModel):
    """A part of a content file: every field known, nothing converted, no NaN."""

    model_config = ConfigDict(strict=True, extra="forbid", allow_inf_nan=False, frozen=True)


def _price(value: object) -> Decimal:
    """An amount in whole units, as a number or a string, with at most two decimals and not negative."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise PydanticCustomError("price_form", "not a price")
    text = str(value)
    if text.startswith("-"):
        raise PydanticCustomError("price_negative", "negative")
    if not _PRICE.fullmatch(text):
        exact = re.fullmatch(r"\d{1,7}\.\d{3,}", text) or "e-" in text
        raise PydanticCustomError("price_decimals" if exact else "price_form", "not a price")
    return Decimal(text)


def _some_price(value: Decimal) -> Decimal:
    """What is sold costs something: shares of a price of nothing are not numbers."""
    if value == 0:
        raise PydanticCustomError("price_zero", "nothing")
    return value


def _branching(value: float) -> float:
    if value >= 1:
        raise PydanticCustomError("branching_one", "1 or more")
    return value


Price = Annotated[Decimal, BeforeValidator(_price)]
SomePrice = Annotated[Price, AfterValidator(_some_price)]
Multiplier = Annotated[float, Field(ge=0.02, le=50)]
"""Of a rate: beyond these it is another kind of room."""
Effect = Annotated[float, Field(ge=0, le=5)]
Branching = Annotated[float, Field(ge=0), AfterValidator(_branching)]
Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.\-]{0,63}$")]
Word = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=r"\S")]
Words = Annotated[str, StringConstraints(min_length=1, max_length=4000, pattern=r"\S")]
Comment = Annotated[str, StringConstraints(max_length=4000)]
"""May be empty: a remark for whoever edits the file."""
SecondsField = Annotated[float, Field(ge=0, le=86_400)]
Share = Annotated[float, Field(ge=0, le=1)]
Count = Annotated[int, Field(ge=0, le=10_000_000)]


class BothLanguages(Document):
    """A wording in both languages of the house."""

    zh: Words
    en: Words

    def text(self) -> Text:
        return Text(self.zh, self.en)


def checked(kind: type[M], tree: dict[str, Any], known: Sequence[Mistake]) -> tuple[M | None, list[Mistake]]:
    """The document in ``tree`` and all mistakes in it; None where its form is wrong.

    ``known`` are the mistakes reading found already: a value they name is not complained of again.
    """
    if known:
        tree = _without_refused(tree)
    try:
        made: M | None = kind.model_validate_json(json.dumps(tree, allow_nan=False), strict=True)
        found: list[Mistake] = []
    except ValidationError as error:
        made = None
        found = _without_echoes([_mistake(each) for each in error.errors(include_url=False)])
    places = {mistake.path for mistake in known}
    fresh = [mistake for mistake in found if mistake.path not in places]
    return (None if known else made), [*known, *fresh]


def _without_echoes(mistakes: list[Mistake]) -> list[Mistake]:
    """A list counts only its right items: that it is too short says nothing where an item in it is wrong."""
    paths = [mistake.path for mistake in mistakes]
    return [
        mistake
        for mistake in mistakes
        if mistake.code != "too_short" or not any(path.startswith(f"{mistake.path}[") for path in paths)
    ]


def _without_refused(value: Any) -> Any:
    """The tree with null in place of values that JSON cannot hold, so that the rest can still be checked."""
    if isinstance(value, dict):
        return {key: _without_refused(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_without_refused(each) for each in value]
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    return value if value is None or isinstance(value, int | float | bool) else None


def _mistake(error: Any) -> Mistake:
    sort = str(error["type"])
    code = sort if sort in _OURS else _CODES.get(sort, "wrong_type")
    found = ""
    if code in ("not_one_of", "too_small", "too_large", "bad_form", *_OURS):
        found = shortened(error["input"])
    elif code == "wrong_type":
        found = f"{shortened(repr(error['input']), 40)}, {error['msg']}"
    steps = tuple(step for step in error["loc"] if isinstance(step, int | str))
    return Mistake(path_of(steps), code, found)
