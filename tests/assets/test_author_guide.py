"""The guide for authors names every field there is, and no kind of file that does not exist."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from simulator.storage.content import _KINDS
from simulator.storage.scenario_schema import ScenarioFile

GUIDE = Path(__file__).parents[2] / "docs" / "scenario-author.md"


def documents(hint: Any) -> set[type[BaseModel]]:
    """All parts a document is made of."""
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        parts = {hint}
        for field in hint.model_fields.values():
            parts |= documents(field.annotation)
        return parts
    return {part for each in get_args(hint) for part in documents(each)}


FIELDS = sorted({field.alias or name for part in documents(ScenarioFile) for name, field in part.model_fields.items()})


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_is_explained(field: str) -> None:
    text = GUIDE.read_text("utf-8")
    assert f"`{field}`" in text or f'"{field}"' in text


def test_every_kind_of_file_is_named() -> None:
    named = set(re.findall(r"`(bolian-[a-z]+)/1`", GUIDE.read_text("utf-8")))
    assert named == set(_KINDS)
