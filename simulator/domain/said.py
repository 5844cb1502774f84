"""The words of a session one by one: which of them hold, and which an instructor may take back or say again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from simulator.domain.judgement import Withdrawal, Word


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """What a signature holds fast: the result, and digests of all it rests on, chained to the signature before."""

    version: int
    """1 is the first that was signed."""
    total: float | None
    passed: bool | None
    levels: tuple[tuple[str, int | None], ...]
    """Criterion and the level that counted."""
    words: int
    """How many words, signatures too, were said before it."""
    card: str
    """SHA-256 of the scorecard, in hex, as are the others."""
    said: str
    """Of the words before it."""
    log: str
    """Of the session's log."""
    previous: str
    """``digest`` of the signature before; "" for the first."""
    digest: str
    """Of all that stands above, with session, name and time."""
    key: str
    """Tells which key sealed it."""
    seal: str
    """HMAC-SHA256 of ``digest`` under that key."""


class SealState(StrEnum):
    """What checking a signature came to."""

    INTACT = "intact"
    ALTERED = "altered"
    """Something it rests on is not what it was when it was signed."""
    FOREIGN = "foreign"
    """Sealed with a key that is not here; its digests fit."""
    UNSEALED = "unsealed"
    """Given before signatures were sealed: nothing can be checked."""


class Altered(StrEnum):
    """What is not what it was."""

    SIGNATURE = "signature"
    SEAL = "seal"
    CHAIN = "chain"
    SCORECARD = "scorecard"
    WORDS = "words"
    LOG = "log"
    TOTAL = "total"
    """The figure in the list of sessions, or what levels and weights come to now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A word, or a signature, with its place."""

    number: int
    """From 0, in the order of speaking."""
    word: Word | None
    """None is a signature."""
    instructor: str
    at_utc: str
    holds: bool
    """It was not taken back, or was said again since."""
    signature: Signature | None = None
    """None where none was given, or before signatures held anything fast."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedVersion:
    """A result that was signed, and what led to it."""

    number: int
    by: str
    at_utc: str
    total: float | None
    """None where there was none, or the signature is older than that was kept."""
    before: float | None
    """The total of the version before it."""
    passed: bool | None
    said: tuple[Said, ...]
    """What was said since the version before it."""
    state: SealState
    altered: tuple[Altered, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """What Undo and Redo would do; None where there is nothing."""

    undo: Said | None = None
    redo: Said | None = None


def taken_back(words: Iterable[tuple[int, Word | None]]) -> frozenset[int]:
    """The places of the words that do not hold; a second withdrawal of the same word replaces the first."""
    last = {word.word: word.stands for _, word in words if isinstance(word, Withdrawal)}
    return frozenset(number for number, stands in last.items() if not stands)


def steps(said: Iterable[Said], instructor: str) -> Steps:
    """What this instructor may take back and say again: own words since the last signature, the last one first.

    What was signed is not taken back by a key: it is changed by a word with a reason, and signed again.
    """
    done: list[Said] = []
    undone: list[Said] = []
    for each in said:
        match each.word:
            case None:
                done, undone = [], []
            case _ if each.instructor != instructor:
                continue
            case Withdrawal(word=place, stands=stands, erased=erased):
                known = {other.number: other for other in (*done, *undone)}
                if place not in known:
                    continue
                done = [other for other in done if other.number != place]
                undone = [other for other in undone if other.number != place]
                if stands:
                    done.append(known[place])
                elif not erased:
                    undone.append(known[place])
            case _:
                done, undone = [*done, each], []
    return Steps(undo=done[-1] if done else None, redo=undone[-1] if undone else None)
