"""What a class comes to: levels per criterion, who needs what, what all of them get wrong."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from simulator.domain.rubric import Rubric
from simulator.domain.standing import (
    MOST_NEEDS,
    OPEN,
    UNMEASURED,
    ClassSessions,
    CountedSession,
    Flaw,
    Need,
    Overview,
    Spread,
    Weakness,
)

GOOD = 3
"""From this level on a criterion is no weakness (rubric, levels: 3 is "meets the standard")."""
WEAKEST = 3
"""Criteria named of a trainee."""
MOST_FLAWS = 12
"""Flaws of a kind that are told."""
FACTS = "fact_coverage"
"""The metric whose misses are facts of the card."""


def overview(found: ClassSessions, rubric: Rubric | None) -> Overview:
    """What was found, counted and put in order; ``rubric`` is the version it was marked by, None where nothing was."""
    sessions = found.sessions
    decided = [each.passed for each in sessions if each.passed is not None]
    known = rubric is not None and bool(sessions)
    spreads = _spreads(sessions, rubric) if known and rubric is not None else ()
    rules, facts, other = _flaws(sessions, rubric) if known and rubric is not None else ((), (), ())
    weak = [each for each in spreads if each.mean is not None and each.low]
    return Overview(
        marked_by=found.marked_by,
        sessions=len(sessions),
        trainees=len({each.trainee for each in sessions}),
        passed=sum(decided),
        decided=len(decided),
        mean=_mean([each.total for each in sessions if each.total is not None]),
        spreads=spreads,
        needs=_needs(sessions) if known else (),
        weak=tuple(sorted(weak, key=lambda each: (each.mean or 0.0, -each.low))),
        rules=rules,
        facts=facts,
        other=other,
        left_out=tuple(each for each in found.marked if each[:2] != found.marked_by),
        rules_live=sum(each.rules_live for each in sessions if each.rules is not None),
        capped=found.capped,
    )


# ------------------------------------------------------------------------------------ levels


def _spreads(sessions: Sequence[CountedSession], rubric: Rubric) -> tuple[Spread, ...]:
    worth = sorted(each.level for each in rubric.levels)
    counted = Counter(chain.from_iterable(each.levels for each in sessions))
    return tuple(_spread(criterion.id, counted, worth) for criterion in rubric.marked)


def _spread(criterion: str, counted: Mapping[str, int], worth: Iterable[int]) -> Spread:
    levels = {level: counted.get(f"{criterion}={level}", 0) for level in worth}
    marked = sum(levels.values())
    return Spread(
        criterion=criterion,
        counts=tuple(levels.items()),
        open=sum(counted.get(f"{criterion}={sign}", 0) for sign in (OPEN, UNMEASURED)),
        mean=sum(level * count for level, count in levels.items()) / marked if marked else None,
    )


# ------------------------------------------------------------------------------------ who needs what


def _needs(sessions: Sequence[CountedSession]) -> tuple[Need, ...]:
    """Trainees of the lowest totals first; those without one come last, the weakest of them first."""
    own = _by_trainee(sessions)
    totals = {
        trainee: _mean([each.total for each in theirs if each.total is not None]) for trainee, theirs in own.items()
    }
    first = sorted(own, key=lambda trainee: (totals[trainee] is None, totals[trainee] or 0.0, trainee))[:MOST_NEEDS]
    needs = [
        Need(
            trainee=trainee,
            sessions=len(own[trainee]),
            total=totals[trainee],
            weakest=_weakest(own[trainee]),
            last=own[trainee][0].session,
        )
        for trainee in first
    ]
    return tuple(
        sorted(needs, key=lambda each: (each.total is None, each.total or 0.0, _depth(each.weakest), each.trainee))
    )


def weak_in(found: ClassSessions, criterion: str) -> tuple[tuple[str, Weakness], ...]:
    """Trainees with a level in this criterion, the weakest first, at most ``MOST_NEEDS``."""
    start = f"{criterion}="
    levels: dict[str, Counter[int]] = {}
    own = _by_trainee(found.sessions)
    for trainee, theirs in own.items():
        told = [token[len(start) :] for each in theirs for token in each.levels if token.startswith(start)]
        known = Counter(int(level) for level in told if level not in (OPEN, UNMEASURED))
        if known:
            levels[trainee] = known
    first = sorted((_mean_of(known), trainee) for trainee, known in levels.items())[:MOST_NEEDS]
    return tuple((trainee, _weakness(criterion, levels[trainee], own[trainee])) for _, trainee in first)


def _by_trainee(sessions: Sequence[CountedSession]) -> dict[str, list[CountedSession]]:
    """The newest first, as they came."""
    own: dict[str, list[CountedSession]] = defaultdict(list)
    for each in sessions:
        own[each.trainee].append(each)
    return own


def _weakest(sessions: Sequence[CountedSession]) -> tuple[Weakness, ...]:
    levels: dict[str, dict[int, int]] = defaultdict(dict)
    one = dict.fromkeys(sessions[0].levels, 1) if len(sessions) == 1 else None  # mostly so, and quicker
    for token, count in (one or Counter(chain.from_iterable(each.levels for each in sessions))).items():
        criterion, _, level = token.partition("=")
        if level not in (OPEN, UNMEASURED):
            levels[criterion][int(level)] = count
    means = sorted((_mean_of(own), criterion) for criterion, own in levels.items())
    return tuple(
        _weakness(criterion, levels[criterion], sessions) for mean, criterion in means[:WEAKEST] if mean < GOOD
    )


def _weakness(criterion: str, levels: Mapping[int, int], sessions: Sequence[CountedSession]) -> Weakness:
    """``levels`` and how often each is there; where to look is the newest session at the lowest."""
    lowest = min(levels)
    token = f"{criterion}={lowest}"
    return Weakness(
        criterion,
        _mean_of(levels),
        sum(levels.values()),
        next(each.session for each in sessions if token in each.levels),
        lowest,
    )


def _mean_of(levels: Mapping[int, int]) -> float:
    return sum(level * count for level, count in levels.items()) / sum(levels.values())


def _depth(weakest: tuple[Weakness, ...]) -> float:
    return weakest[0].mean if weakest else float("inf")


# ------------------------------------------------------------------------------------ what goes wrong


def _flaws(
    sessions: Sequence[CountedSession], rubric: Rubric
) -> tuple[tuple[Flaw, ...], tuple[Flaw, ...], tuple[Flaw, ...]]:
    """Rules broken, facts missed, and whatever else was missed; those of most sessions first."""
    about_facts = {criterion.id for criterion in rubric.criteria if criterion.metric == FACTS}
    facts: list[Flaw] = []
    other: list[Flaw] = []
    for scenario in dict.fromkeys(each.scenario for each in sessions):
        own = [each for each in sessions if each.scenario == scenario]
        unmeasured = Counter(chain.from_iterable(each.levels for each in own))
        for token, count in Counter(chain.from_iterable(each.missed for each in own)).items():
            source, _, name = token.partition(":")
            flaw = Flaw(
                scenario=scenario,
                source=source,
                name=name,
                sessions=count,
                of=max(len(own) - unmeasured[f"{source}={UNMEASURED}"], count),
                session=next(each.session for each in own if token in each.missed),
            )
            (facts if source in about_facts else other).append(flaw)
    known = [(each.session, each.rules) for each in sessions if each.rules is not None]
    rules = [
        Flaw(
            scenario="",
            source="",
            name=category,
            sessions=count,
            of=len(known),
            session=next(session for session, broken in known if category in broken),
        )
        for category, count in Counter(chain.from_iterable(broken for _, broken in known)).items()
    ]
    return _first(rules), _first(facts), _first(other)


def _first(flaws: list[Flaw]) -> tuple[Flaw, ...]:
    """By how many sessions, then by how large a part of those in which it could have been found."""
    return tuple(sorted(flaws, key=lambda each: (-each.sessions, -each.share, each.scenario, each.name))[:MOST_FLAWS])


def _mean(values: list[float]) -> float | None:
    return sum(values) / len(values) if values else None
