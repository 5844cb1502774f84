"""Templates filled: for a screen one file with its pictures in it, for paper the text with its pictures beside it."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from simulator.domain.plain import plain
from simulator.domain.units import Seconds
from simulator.reports.drawing import PAPER, SCREEN, Ink
from simulator.reports.figures import clock

STILL_PX = (208, 117)
"""How large a picture of the recording stands in a report; its pixels are more, so that print is sharp."""


PART = "<!--part-->"
"""Stands in a report for paper where a page of its own begins; what is between two of them is laid out at a time."""


class Medium(StrEnum):
    """What a report is read on."""

    SCREEN = "screen"
    PAPER = "paper"

    @property
    def ink(self) -> Ink:
        return SCREEN if self is Medium.SCREEN else PAPER


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report, worded. Its text for paper names pictures that stand in ``drawings`` and ``photographs``."""

    title: str
    html: str
    session: str
    """What stands at the head of each page on the left: which session it is of."""
    standing: str
    """On the right: whether it is signed."""
    page: str
    """What stands at the foot, with {page} and {pages}."""
    drawings: Mapping[str, str] = field(default_factory=dict)
    """SVG, by name."""
    photographs: Mapping[str, bytes] = field(default_factory=dict)
    """JPEG, by name."""

    @property
    def parts(self) -> tuple[str, ...]:
        """The report in pages of HTML, each for pages of paper of its own."""
        head, begins, body = self.html.partition("<body>")
        return tuple(f"{head}{begins}{part}" for part in body.split(PART))


class Pictures:
    """Puts pictures into a template: into the text itself, or as a name for whoever prints it."""

    def __init__(self, medium: Medium) -> None:
        self._medium = medium
        self.drawings: dict[str, str] = {}
        self.photographs: dict[str, bytes] = {}

    def drawing(self, name: str, svg: str, width: int, height: int) -> Markup:
        """A drawing, ``width`` x ``height`` pixels on paper; on a screen as wide as there is room."""
        if self._medium is Medium.SCREEN:
            return Markup(f'<div class="drawing">{svg}</div>')
        self.drawings[name] = svg
        return Markup(f'<img src="{escape(name)}" width="{width}" height="{height}">')

    def photograph(self, at: Seconds, jpeg: bytes, alt: str, size: tuple[int, int] = STILL_PX) -> Markup:
        """A picture of the recording, ``size`` pixels at most."""
        width, height = size
        if self._medium is Medium.SCREEN:
            code = base64.b64encode(jpeg).decode("ascii")
            return Markup(
                f'<img class="still" src="data:image/jpeg;base64,{code}" width="{width}" height="{height}"'
                f' alt="{escape(plain(alt))}">'
            )
        name = f"still-{at:.3f}"
        self.photographs[name] = jpeg
        return Markup(f'<img src="{escape(name)}" width="{width}" height="{height}">')


def filled(template: str, medium: Medium, **told: Any) -> str:
    """A template filled; whatever was said or typed stands in it as plain text."""
    environment = Environment(
        loader=PackageLoader("simulator.reports"), autoescape=True, undefined=StrictUndefined, finalize=_plain
    )
    environment.trim_blocks = environment.lstrip_blocks = True
    environment.filters["clock"] = clock
    return environment.get_template(template).render(
        medium=medium.value, part=Markup(PART if medium is Medium.PAPER else ""), **told
    )


def utc(moment: str | None) -> str:
    """An ISO 8601 moment as people write it."""
    if moment is None:
        return ""
    return f"{moment.replace('T', ' ').removesuffix('Z').removesuffix('+00:00')} UTC"


def _plain(value: Any) -> Any:
    return plain(value) if isinstance(value, str) and not isinstance(value, Markup) else value
