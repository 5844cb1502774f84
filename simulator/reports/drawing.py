"""Pictures of a report as SVG: text a browser shows and a PDF draws as lines and letters, sharp at any size."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from simulator.domain.plain import plain

FAMILY = "Noto Sans CJK SC, Noto Sans SC, Microsoft YaHei, PingFang SC, sans-serif"
Point = tuple[float, float]
"""Across and down, in pixels of the picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """The colours of a picture, as SVG takes them."""

    text: str
    muted: str
    line: str
    ground: str
    info: str
    good: str
    warn: str
    bad: str

    def of_level(self, level: float | None) -> str:
        """Levels 3 to 5 are good, 2 a warning, 1 bad; none is grey."""
        if level is None:
            return self.muted
        return self.good if level >= 3 else self.warn if level >= 2 else self.bad


PAPER = Ink(
    text="#171a21",
    muted="#525c70",
    line="#ccd3df",
    ground="#ffffff",
    info="#1d4fc4",
    good="#0a6e45",
    warn="#915900",
    bad="#a00028",
)
SCREEN = Ink(
    text="var(--text)",
    muted="var(--muted)",
    line="var(--line)",
    ground="var(--panel)",
    info="var(--info)",
    good="var(--good)",
    warn="var(--warn)",
    bad="var(--bad)",
)
"""Colours that follow the page, which follows the reader's choice of dark or light."""


class Sketch:
    """A picture in the making."""

    def __init__(self, width: float, height: float, name: str) -> None:
        """``name`` is what is read out in place of the picture."""
        self._width = width
        self._height = height
        self._name = name
        self._parts: list[str] = []

    def line(self, one: Point, other: Point, colour: str, width: float = 1.0, dash: str = "") -> None:
        dashed = f' stroke-dasharray="{dash}"' if dash else ""
        self._parts.append(
            f'<line x1="{one[0]:.1f}" y1="{one[1]:.1f}" x2="{other[0]:.1f}" y2="{other[1]:.1f}"'
            f' stroke="{colour}" stroke-width="{width:g}"{dashed}/>'
        )

    def box(
        self, corner: Point, width: float, height: float, colour: str, *, round_: float = 0, opacity: float = 1
    ) -> None:
        faint = f' fill-opacity="{opacity:g}"' if opacity < 1 else ""
        self._parts.append(
            f'<rect x="{corner[0]:.1f}" y="{corner[1]:.1f}" width="{max(width, 0.0):.1f}"'
            f' height="{max(height, 0.0):.1f}" rx="{round_:g}" fill="{colour}"{faint}/>'
        )

    def shape(
        self, points: Iterable[Point], colour: str, *, edge: str = "none", width: float = 1, opacity: float = 1
    ) -> None:
        faint = f' fill-opacity="{opacity:g}"' if opacity < 1 else ""
        self._parts.append(
            f'<polygon points="{_places(points)}" fill="{colour}"{faint} stroke="{edge}" stroke-width="{width:g}"/>'
        )

    def curve(self, points: Sequence[Point], colour: str, width: float = 1.5) -> None:
        if len(points) > 1:
            self._parts.append(
                f'<polyline points="{_places(points)}" fill="none" stroke="{colour}" stroke-width="{width:g}"/>'
            )

    def dot(self, middle: Point, radius: float, colour: str, *, edge: str = "none", width: float = 1) -> None:
        self._parts.append(
            f'<circle cx="{middle[0]:.1f}" cy="{middle[1]:.1f}" r="{radius:g}" fill="{colour}" stroke="{edge}"'
            f' stroke-width="{width:g}"/>'
        )

    def words(
        self, place: Point, text: str, colour: str, size: float = 11, *, anchor: str = "start", bold: bool = False
    ) -> None:
        """``place`` is the foot of the first, middle or last letter, as ``anchor`` says: start, middle or end."""
        weight = ' font-weight="bold"' if bold else ""
        self._parts.append(
            f'<text x="{place[0]:.1f}" y="{place[1]:.1f}" fill="{colour}" font-size="{size:g}"'
            f' text-anchor="{anchor}"{weight}>{escape(plain(text))}</text>'
        )

    def svg(self) -> str:
        """The whole picture; nothing in it is looked for elsewhere, and no word in it is markup."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self._width:g} {self._height:g}"'
            f' width="{self._width:g}" height="{self._height:g}" role="img" aria-label="{escape(plain(self._name))}"'
            f' font-family="{FAMILY}">{"".join(self._parts)}</svg>'
        )


def height_of(svg: str) -> float:
    """How high a drawing is, in its own pixels."""
    return float(svg.split('viewBox="', 1)[1].split('"', 1)[0].split()[3])


def _places(points: Iterable[Point]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
