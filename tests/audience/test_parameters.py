"""The numbers of the model, and the page that lists them."""

import re
from dataclasses import fields

from simulator.assets import assets_folder
from simulator.audience.parameters import DEFAULT

PAGE = assets_folder().parent / "docs" / "audience-parameters.md"


def told(value: object) -> list[float]:
    if isinstance(value, tuple):
        return [number for part in value for number in told(part)]
    assert isinstance(value, int | float)
    return [float(value)]


def test_the_page_lists_every_parameter_with_its_default_a_source_and_how_far_to_trust_it() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (.+?) \| (.+?) \| (.+?) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    listed = {name: value for name, value, _, _ in rows}
    assert sorted(listed) == sorted(field.name for field in fields(DEFAULT))
    for name, value in listed.items():
        numbers = [
            float(part in ("True",)) if part in ("True", "False") else float(part)
            for part in re.split(r"[,/ ]+", value)
        ]
        assert all(
            abs(here - there) <= 1e-5 * max(1.0, abs(there))
            for here, there in zip(numbers, told(getattr(DEFAULT, name)), strict=True)
        ), name
    assert {grade for *_, grade in rows} <= {"a", "b", "c", "a/b", "b/c", "a (form), c (size)", "-"}
