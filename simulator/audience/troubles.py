"""Incidents as the crowd feels them: when they open, what they do to its rates, when they are over (section 9).

All effects are added up before they act, so several troubles at once are one sum: parts of log rates (a factor of 1.3
on leaving is log 1.3), of the logit of refunds, and plain shifts where the name says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Effect(IntEnum):
    """What a trouble adds to; from ``ASK`` on, by topic."""

    LEAVE = 0
    CLICK = 1
    BUY = 2
    ARRIVE = 3
    COMMENT = 4
    PAY = 5
    CANCEL = 6
    ABANDON = 7
    """Carts put back."""
    REFUND = 8
    TRUST = 9
    """Trust per second, added."""
    ATTENTION = 10
    """The level that attention goes to, shifted."""
    BARGAIN = 11
    """Log willingness to pay of bargain hunters, shifted."""
    ASK = 12


EFFECTS = Effect.ASK + 8


class When(IntEnum):
    """What opens a trouble."""

    MOMENT = 0
    """Its time, whatever the host does."""
    WRONG_PRICE = 1
    CLAIM = 2
    """A prohibited claim of at least ``threshold``."""
    STOCK_OUT = 3
    """The product on screen has run out, and nobody said so."""
    FLOOD = 4
    """At least ``threshold`` viewers wait for answers."""


class Stage(IntEnum):
    """How far a trouble is."""

    TO_COME = 0
    OPEN = 1
    LINGERS = 2
    """Not dealt with in time: what that left behind goes on for a while."""
    OVER = 3


@dataclass(slots=True)
class Trouble:
    """One incident. Times in seconds of the session; hits are shares as in ``mind``."""

    id: str
    when: int
    opens: float
    """Moment, of those that have one."""
    product: int
    threshold: float
    window: float
    linger: float
    open_trust: float
    """Trust added when it opens."""
    open_discontent: float
    missed_trust: float
    missed_discontent: float
    solved_trust: float
    stage: int = Stage.TO_COME
    opened: float = -1.0
    closed: float = -1.0
    solved: int = 0
    while_open: tuple[float, ...] = (0.0,) * EFFECTS
    afterwards: tuple[float, ...] = (0.0,) * EFFECTS
    """Effects while it lingers."""

    def __deepcopy__(self, memo: object) -> Trouble:
        """A copy; effects never change."""
        return Trouble(*(getattr(self, name) for name in self.__slots__))
