"""Classes of trainees: who learns together, and the lists they are entered from."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.domain.session import Trainee

LONGEST_NAME = 60
"""Characters of a class's or a trainee's name."""


@dataclass(frozen=True, slots=True)
class TraineeClass:
    """A class; a trainee may be in several."""

    id: str
    name: str
    """Two classes never share one, however it is typed."""
    size: int
    """How many are in it."""


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in a class."""

    trainee: Trainee
    since_utc: str
    """ISO 8601, seconds."""


@dataclass(frozen=True, slots=True)
class Cohort:
    """Those who sat an exam paper, under the name the paper gives them; not a class yet, but offered as one."""

    name: str
    paper: str
    trainees: tuple[Trainee, ...]


@dataclass(frozen=True, slots=True)
class ListMistake:
    """What is wrong in a line of a class list."""

    line: int
    """Counted from 1, as an editor does."""
    code: str
    """"name_missing", "class_missing", "too_long", "twice", "too_many_columns", "too_many_lines",
    "bad_sign", "bad_quote"."""
    found: str = ""


@dataclass(frozen=True, slots=True)
class ClassList:
    """A class list as it was read; nothing of it is entered while one mistake is in it."""

    file: str
    entries: tuple[tuple[str, str], ...]
    """Class and trainee, by name."""
    mistakes: tuple[ListMistake, ...] = ()


@dataclass(frozen=True, slots=True)
class ListEntered:
    """What a class list brought."""

    classes: int
    """New ones."""
    trainees: int
    """New ones."""
    memberships: int
    """New ones."""
