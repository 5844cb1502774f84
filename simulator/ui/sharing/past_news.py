"""When "+12 came in" and "3 new followers" stood on the phone: the same however one comes to a moment."""

from __future__ import annotations

from bisect import bisect_right
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


class PastNews:
    """All toasts of a session, gathered as they were on air, where a phone is painted many times a second."""

    def __init__(self, log: SessionLog) -> None:
        self._entered, self._followed = Gathered(), Gathered()
        self._told: list[News] = []
        self._first: Seconds = 0.0
        """When the first of those who wait came."""
        for event in log.only(ViewersEntered, Followed):
            self._pass_to(event.at)
            if not self._wait:
                self._first = event.at
            (self._entered if isinstance(event, ViewersEntered) else self._followed).take(event.count)
        self._pass_to(float("inf"))
        self._since = [news.since for news in self._told]

    def at(self, now: Seconds) -> News | None:
        """What stands there at a moment."""
        number = bisect_right(self._since, now) - 1
        if number < 0 or now >= self._told[number].since + STAYS:
            return None
        return self._told[number]

    def _pass_to(self, until: Seconds) -> None:
        """Let the time go on: those who wait are told of, together, once the toast before was read."""
        while self._wait:
            now = max(self._entered.until, self._followed.until, self._first)
            if now >= until:
                return
            self._turn(now)

    @property
    def _wait(self) -> bool:
        return bool(self._entered.waiting or self._followed.waiting)

    def _turn(self, now: Seconds) -> None:
        """Followers first, as on air."""
        if self._followed.turn(now):
            self._told.append(News(now, followed=self._followed.shown))
        elif self._entered.turn(now):
            self._told.append(News(now, entered=self._entered.shown))
