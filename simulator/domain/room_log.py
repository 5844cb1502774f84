"""What was counted in a real room, step by step, and what its host did."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from simulator.domain.units import Seconds


class Figure(StrEnum):
    """What a log may count; all within a step, but for ``ONLINE``, which is the mean over it."""

    ONLINE = "online"
    ENTERED = "entered"
    LEFT = "left"
    COMMENTS = "comments"
    """Questions included."""
    QUESTIONS = "questions"
    CLICKS = "clicks"
    ORDERS = "orders"
    PAID = "paid"
    GMV = "gmv"


class Act(StrEnum):
    """What a log may tell of its host, within a step."""

    SPEAKING_S = "speaking_s"
    GREETINGS = "greetings"
    MENTIONS = "mentions"
    POINTS = "points"
    PRICE_SAID = "price_said"
    DEMONSTRATIONS = "demonstrations"
    CALLS = "calls"
    ANSWERS = "answers"
    FILLERS = "fillers"
    CLAIMS = "claims"
    """Wordings a rule forbids."""
    COUPON = "coupon"
    """Per cent off while a coupon is open, else 0."""
    COUNTDOWN = "countdown"
    """1 while a countdown runs."""
    LOTTERY = "lottery"
    """1 while a lucky bag is open."""


Series = tuple[float | None, ...]
"""A number each step; None where the log is blank."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomLog:
    """A real session, in equal steps from its first row; what a log does not have is not in it."""

    step: Seconds
    figures: Mapping[Figure, Series]
    acts: Mapping[Act, Series]
    pinned: tuple[str | None, ...] | None = None
    """What was on the card, as the log calls it; an empty word is no card, None is blank."""
    headings: Mapping[str, str]
    """Which heading of the file became which column."""
    ignored: tuple[str, ...] = ()
    """Headings that mean nothing to us."""
    source: str = "bolian"
    """Whose headings they are, by majority: bolian, douyin, kuaishou, taobao, tiktok_shop."""

    @property
    def steps(self) -> int:
        return max(len(series) for series in self.figures.values())

    @property
    def length(self) -> Seconds:
        return self.step * self.steps

    def total(self, figure: Figure) -> float | None:
        """Sum over the steps that have a number (for ``ONLINE``: viewer-seconds); None where no step has."""
        known = [value for value in self.figures.get(figure, ()) if value is not None]
        if not known:
            return None
        return sum(known) * (self.step if figure is Figure.ONLINE else 1)

    def part(self, first: int, last: int) -> RoomLog:
        """The steps from ``first`` up to, not including, ``last``."""
        return RoomLog(
            step=self.step,
            figures={figure: series[first:last] for figure, series in self.figures.items()},
            acts={act: series[first:last] for act, series in self.acts.items()},
            pinned=None if self.pinned is None else self.pinned[first:last],
            headings=self.headings,
            ignored=self.ignored,
            source=self.source,
        )
