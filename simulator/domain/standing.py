"""How scored sessions stand, criterion by criterion: what is kept of each for paths and classes."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptLevel:
    """One criterion of a scored session."""

    criterion: str
    weight: float
    """Of 100, as the session was marked."""
    machine: int | None
    """The machine's word: the level that counts by itself, or the one it proposes."""
    counts: bool
    """Whether the machine's word counts without an instructor's."""
    level: int | None
    """What counts: the instructor's where there is one, else the machine's; None where nothing does."""
    given: bool
    """Whether an instructor gave it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A scored session as it stands now."""

    session: str
    trainee: str
    """``Trainee.id``"""
    scenario: str
    began_utc: str
    exam: bool
    rubric: str
    version: str
    machine_total: float | None
    total: float | None
    """What counts, 0..100."""
    passed: bool | None
    signed: bool
    levels: tuple[KeptLevel, ...] = ()
    """In the order of their ids."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """The session others of its scenario are held against."""

    session: str
    named_by: str
    """The instructor who named it; "" where it is the demo pitch, which stands in where nobody named one."""
    named_utc: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassQuestion:
    """Which sessions of which trainees are looked at."""

    trainees: tuple[str, ...] | None = None
    """``Trainee.id``; None is everybody."""
    scenario: str | None = None
    since_utc: str | None = None
    exams: bool = False
    """Exams only."""
    signed: bool = False
    """Signed sessions only: whoever marks blind may not see others yet."""
    every: bool = False
    """All their sessions, the newest ``MOST_SESSIONS``; else each trainee's last."""
    marked_by: tuple[str, str] | None = None
    """Rubric and version; None: what most of the sessions were marked by."""


MOST_NEEDS = 200
"""Trainees who are told one by one."""
MOST_SESSIONS = 2000
"""Sessions of a class that are counted where all are asked for, so that a window never waits."""


@dataclass(frozen=True, slots=True)
class CountedSession:
    """A session of a class, as it is counted."""

    session: str
    trainee: str
    scenario: str
    total: float | None
    passed: bool | None
    levels: tuple[str, ...]
    """One for each criterion: "B1=3" where that level counts, "B1=-" where one waits for an instructor, "B1=?" where
    nothing was measured."""
    missed: tuple[str, ...]
    """What its measurements say was not there: criterion and id, "B1:orange/size"."""
    rules: tuple[str, ...] | None
    """Categories of rules it broke; None where that is not known."""
    rules_live: bool
    """They are known only from what was heard live."""


UNMEASURED, OPEN = "?", "-"
"""What stands for a level that was not measured, and for one that waits for an instructor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassSessions:
    """What the store holds of a class."""

    marked_by: tuple[str, str] | None
    """Rubric and version of all that are counted; None where there is no session."""
    marked: tuple[tuple[str, str, int], ...] = ()
    """Rubrics and versions of the sessions asked for, with how many, those of most sessions first."""
    sessions: tuple[CountedSession, ...] = ()
    """The newest first."""
    capped: bool = False
    """There are more sessions than ``MOST_SESSIONS``: the newest were counted."""


# ------------------------------------------------------------------------------------ what a class comes to


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """One criterion over a class."""

    criterion: str
    counts: tuple[tuple[int, int], ...]
    """Every level of the rubric, lowest first, and in how many sessions it is the one that counts."""
    open: int
    """Sessions in which no level counts: not measured, or waiting for an instructor."""
    mean: float | None

    @property
    def marked(self) -> int:
        return sum(count for _, count in self.counts)

    @property
    def sessions(self) -> int:
        return self.marked + self.open

    @property
    def low(self) -> int:
        """Sessions at level 2 or below."""
        return sum(count for level, count in self.counts if level <= 2)

    @property
    def low_share(self) -> float | None:
        """Share 0..1 of the marked sessions at level 2 or below; None where none is marked."""
        return self.low / self.marked if self.marked else None


@dataclass(frozen=True, slots=True)
class Weakness:
    """A criterion a trainee is weak in."""

    criterion: str
    mean: float
    sessions: int
    """In how many it was marked."""
    session: str
    """Where to look: the newest at the trainee's lowest level."""
    lowest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A trainee of a class, and what they need."""

    trainee: str
    sessions: int
    total: float | None
    """Mean of the totals, 0..100; None where no session has one."""
    weakest: tuple[Weakness, ...]
    """The weakest first; criteria of level 3 and better are not among them."""
    last: str
    """The newest session that was counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """What a class misses or breaks."""

    scenario: str
    source: str
    name: str
    sessions: int
    of: int
    """Sessions in which it could have been found."""
    session: str

    @property
    def share(self) -> float:
        return self.sessions / self.of if self.of else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What a class comes to."""

    marked_by: tuple[str, str] | None
    sessions: int
    trainees: int
    passed: int
    decided: int
    """Sessions of which it is decided whether they passed."""
    mean: float | None
    """Mean of the totals, 0..100."""
    spreads: tuple[Spread, ...] = ()
    """In the rubric's order."""
    needs: tuple[Need, ...] = ()
    """Who needs most, first, at most ``MOST_NEEDS``; trainees without a session are not among them."""
    weak: tuple[Spread, ...] = ()
    """The criteria the class is weakest in, the weakest first."""
    rules: tuple[Flaw, ...] = ()
    """Rules broken most often, all scenarios together."""
    facts: tuple[Flaw, ...] = ()
    """Facts of the card missed most often, by scenario."""
    other: tuple[Flaw, ...] = ()
    """Whatever else was missed: segments, operations, parts of the opening and the close …"""
    left_out: tuple[tuple[str, str, int], ...] = field(default=())
    """Sessions marked by other rubrics or versions."""
    rules_live: int = 0
    capped: bool = False
