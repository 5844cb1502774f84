"""The queue of sessions to review: what is asked for, and why each stands where it does."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from simulator.domain.assessing import Stage
from simulator.domain.session import Trainee
from simulator.domain.units import Seconds

SUSPECTED, NO_TOTAL, PASS_OPEN, PROVISIONAL, NEAR = 200.0, 100.0, 40.0, 10.0, 2.0
"""What each doubt weighs in points of the total (ours): a red line bars a pass whatever the points, so it comes before
all that points can tell; a missing total is as wide as the scale; a pass that hangs in the balance weighs as much as a
wide interval; a criterion near a cut is in the interval already and only decides between equals."""


class Order(StrEnum):
    """Which comes first."""

    UNSURE = "unsure"
    """What the machine is least sure of; of equals, what has waited longest."""
    NEWEST = "newest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """What the machine is unsure of in a session, as far as no instructor has settled it."""

    low: float | None = None
    high: float | None = None
    """The lowest and the highest total it may deserve; None where there is none."""
    near: tuple[str, ...] = ()
    """Criteria whose value lies near a cut, so that the next level is as likely."""
    suspects: int = 0
    """Moments that may cross a red line, and nobody has said yet whether they do."""
    total_missing: bool = False
    """Too little could be measured for a total."""
    pass_open: bool = False
    """The total may lie on either side of the pass mark."""
    provisional: bool = False
    """By what was heard live only."""
    hard_to_hear: bool = False
    """The words were recognised so unsurely that every level resting on them may be one off."""

    @property
    def width(self) -> float | None:
        """Points between the lowest and the highest total; None where there is none."""
        return None if self.low is None or self.high is None else self.high - self.low

    @property
    def weight(self) -> float:
        """In points of the total; the greater, the sooner an instructor should look."""
        return (
            (self.width or 0.0)
            + (SUSPECTED + self.suspects if self.suspects else 0.0)
            + NO_TOTAL * self.total_missing
            + PASS_OPEN * self.pass_open
            + PROVISIONAL * self.provisional
            + NEAR * len(self.near)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which sessions, and in what order."""

    stages: frozenset[Stage] = frozenset({Stage.TO_REVIEW, Stage.SECOND, Stage.TO_RECONCILE})
    in_class: str | None = None
    """``TraineeClass.id``"""
    scenario: str | None = None
    paper: str | None = None
    """The number of an exam paper."""
    name: str = ""
    """Letters of the trainee's name."""
    but_signed_by: str = ""
    """Who has signed a session first cannot be its second assessor: theirs are left out of what waits for one."""
    order: Order = Order.UNSURE


@dataclass(frozen=True, slots=True, kw_only=True)
class Queued:
    """A session of the queue."""

    session: str
    trainee: Trainee
    scenario: str
    take: int
    began_utc: str
    length: Seconds
    exam: bool
    paper: str | None
    total: float | None
    stage: Stage
    signers: tuple[str, ...]
    doubt: Doubt | None
    """None where it was scored before doubts were kept, and was not looked at since."""
    place: str
    """Where it stands when the least sure come first: sorts as text."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an evening has come with what is asked for."""

    signed: int
    """Sessions signed since the evening began."""
    left: int
    """Sessions that still wait for somebody."""

    @property
    def whole(self) -> int:
        return self.signed + self.left


@dataclass(frozen=True, slots=True)
class ClassCount:
    """What a class has done."""

    sessions: int
    """Scored ones."""
    signed: int
    mean: float | None
    """Of the totals that count, 0..100; None where no session has one."""


@dataclass(frozen=True, slots=True)
class Left:
    """What has not come into queue and search yet, of sessions from before these were there."""

    sessions: int
    comments: int
    """Sessions whose comments wait."""

    @property
    def anything(self) -> bool:
        return bool(self.sessions or self.comments)


class Source(StrEnum):
    """Who put it into words."""

    SAID = "said"
    """The host, as the transcript has it."""
    WRITTEN = "written"
    """A viewer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A moment of some session in which the words searched for stand."""

    place: int
    """Hits are told from the greatest to the smallest: the newest kept first."""
    source: Source
    session: str
    trainee: str
    """The name."""
    scenario: str
    began_utc: str
    at: Seconds
    text: str
