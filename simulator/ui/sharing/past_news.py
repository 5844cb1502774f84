"""When "+12 came in" and "3 new followers" stood on the phone: the same however one comes to a moment."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from simulator.domain.crowd import Followed, ViewersEntered
from simulator.domain.session import SessionLog
from simulator.domain.units import Seconds
from simulator.ui.cabin.toasts import STAYS, Gathered


@dataclass(frozen=True, slots=True)
class News:
    """One toast, read for ``STAYS`` seconds."""

    since: Seconds
    entered: int = 0
    followed: int = 0


def gathered_news(log: SessionLog) -> tuple[News, ...]:
    """All toasts of a session, gathered as on air, where a phone is painted many times a second.

    Grows with everybody who came in: made once, beside the window.
    """
    entered, followed = Gathered(), Gathered()
    told: list[News] = []
    first: Seconds = 0.0

    def pass_to(until: Seconds) -> None:
        """Let the time go on: those who wait are told of, together, once the toast before was read."""
        while entered.waiting or followed.waiting:
            now = max(entered.until, followed.until, first)
            if now >= until:
                return
            if followed.turn(now):  # before the others, as on air
                told.append(News(now, followed=followed.shown))
            elif entered.turn(now):
                told.append(News(now, entered=entered.shown))

    for event in log.only(ViewersEntered, Followed):
        pass_to(event.at)
        if not (entered.waiting or followed.waiting):
            first = event.at  # when the first of those who wait came
        (entered if isinstance(event, ViewersEntered) else followed).take(event.count)
    pass_to(float("inf"))
    return tuple(told)


class PastNews:
    """Finds the toast of a moment."""

    def __init__(self, told: Sequence[News]) -> None:
        self._told = told
        self._since = [news.since for news in told]

    def at(self, now: Seconds) -> News | None:
        """What stands there at a moment."""
        number = bisect_right(self._since, now) - 1
        if number < 0 or now >= self._told[number].since + STAYS:
            return None
        return self._told[number]
