"""What a class comes to: levels per criterion, who needs what, what all of them get wrong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from simulator.domain.rubric import Rubric
from simulator.domain.standing import ClassTallies, Flaw, LevelTally, Need, Overview, Spread, Weakness

GOOD = 3
"""From this level on a criterion is no weakness (rubric, levels: 3 is "meets the standard")."""
WEAKEST = 3
"""Criteria named of a trainee."""
MOST_FLAWS = 12
"""Flaws of a kind that are told."""
FACTS = "fact_coverage"
"""The metric whose misses are facts of the card."""


def overview(tallies: ClassTallies, rubric: Rubric | None) -> Overview:
    """What was counted, put in order; ``rubric`` is the version it was marked by, None where nothing was."""
    left_out = tuple(each for each in tallies.marked if each[:2] != tallies.marked_by)
    totals = [total for _, _, _, total, _ in tallies.chosen if total is not None]
    decided = [passed for *_, passed in tallies.chosen if passed is not None]
    whole = Overview(
        marked_by=tallies.marked_by,
        sessions=len(tallies.chosen),
        trainees=len({trainee for _, trainee, *_ in tallies.chosen}),
        passed=sum(decided),
        decided=len(decided),
        mean=_mean(totals),
        left_out=left_out,
        rules_live=tallies.rules_live,
        capped=tallies.capped,
    )
    if rubric is None or not tallies.chosen:
        return whole
    spreads = _spreads(tallies, rubric)
    marked = [each for each in spreads if each.mean is not None]
    rules, facts, other = _flaws(tallies, rubric)
    return Overview(
        marked_by=whole.marked_by,
        sessions=whole.sessions,
        trainees=whole.trainees,
        passed=whole.passed,
        decided=whole.decided,
        mean=whole.mean,
        spreads=spreads,
        needs=_needs(tallies),
        weak=tuple(sorted((each for each in marked if each.low), key=lambda each: (each.mean or 0.0, -each.low))),
        rules=rules,
        facts=facts,
        other=other,
        left_out=whole.left_out,
        rules_live=whole.rules_live,
        capped=whole.capped,
    )


# ------------------------------------------------------------------------------------ levels


def _spreads(tallies: ClassTallies, rubric: Rubric) -> tuple[Spread, ...]:
    worth = sorted(each.level for each in rubric.levels)
    counted: dict[str, dict[int | None, int]] = defaultdict(lambda: defaultdict(int))
    for each in tallies.levels:
        counted[each.criterion][each.level] += each.count
    return tuple(_spread(criterion.id, counted[criterion.id], worth) for criterion in rubric.marked)


def _spread(criterion: str, counts: Mapping[int | None, int], worth: Iterable[int]) -> Spread:
    levels = {level: counts.get(level, 0) for level in worth}
    marked = sum(levels.values())
    mean = sum(level * count for level, count in levels.items()) / marked if marked else None
    return Spread(criterion=criterion, counts=tuple(levels.items()), open=counts.get(None, 0), mean=mean)


# ------------------------------------------------------------------------------------ who needs what


def _needs(tallies: ClassTallies) -> tuple[Need, ...]:
    """Trainees of the lowest totals first; those without one come last, the weakest of them first."""
    sessions: dict[str, list[tuple[str, float | None]]] = defaultdict(list)
    for session, trainee, _, total, _ in tallies.chosen:
        sessions[trainee].append((session, total))
    levels: dict[str, dict[str, list[LevelTally]]] = defaultdict(lambda: defaultdict(list))
    for each in tallies.levels:
        if each.level is not None:
            levels[each.trainee][each.criterion].append(each)
    needs = [
        Need(
            trainee=trainee,
            sessions=len(own),
            total=_mean([total for _, total in own if total is not None]),
            weakest=_weakest(levels[trainee]),
            last=own[0][0],
        )
        for trainee, own in sessions.items()
    ]
    return tuple(
        sorted(needs, key=lambda each: (each.total is None, each.total or 0.0, _depth(each.weakest), each.trainee))
    )


def weak_in(tallies: ClassTallies, criterion: str) -> tuple[tuple[str, Weakness], ...]:
    """Every trainee with a level in this criterion, the weakest first."""
    own: dict[str, list[LevelTally]] = defaultdict(list)
    for each in tallies.levels:
        if each.criterion == criterion and each.level is not None:
            own[each.trainee].append(each)
    found = [(trainee, _weakness(criterion, levels)) for trainee, levels in own.items()]
    return tuple(sorted(found, key=lambda each: (each[1].mean, each[0])))


def _weakest(levels: Mapping[str, list[LevelTally]]) -> tuple[Weakness, ...]:
    found = [_weakness(criterion, own) for criterion, own in levels.items()]
    weak = [each for each in found if each.mean < GOOD]
    return tuple(sorted(weak, key=lambda each: (each.mean, each.criterion))[:WEAKEST])


def _weakness(criterion: str, own: list[LevelTally]) -> Weakness:
    count = sum(each.count for each in own)
    mean = sum((each.level or 0) * each.count for each in own) / count
    lowest = min(own, key=lambda each: each.level or 0)
    return Weakness(criterion, mean, count, lowest.session, lowest.level or 0)


def _depth(weakest: tuple[Weakness, ...]) -> float:
    return weakest[0].mean if weakest else float("inf")


# ------------------------------------------------------------------------------------ what goes wrong


def _flaws(tallies: ClassTallies, rubric: Rubric) -> tuple[tuple[Flaw, ...], tuple[Flaw, ...], tuple[Flaw, ...]]:
    """Rules broken, facts missed, and whatever else was missed; those of most sessions first."""
    of = {(scenario, criterion): count for scenario, criterion, count in tallies.measured}
    of |= {(scenario, ""): count for scenario, count in tallies.rules_known}
    about_facts = {criterion.id for criterion in rubric.criteria if criterion.metric == FACTS}
    broken: dict[str, list[Flaw]] = defaultdict(list)
    facts: list[Flaw] = []
    other: list[Flaw] = []
    for each in tallies.flaws:
        flaw = Flaw(
            scenario=each.scenario,
            source=each.source,
            name=each.name,
            sessions=each.sessions,
            of=max(of.get((each.scenario, each.source), 0), each.sessions),
            session=each.session,
        )
        if not each.source:
            broken[each.name].append(flaw)
        elif each.source in about_facts:
            facts.append(flaw)
        else:
            other.append(flaw)
    known = sum(count for _, count in tallies.rules_known)
    rules = [
        Flaw(
            scenario="",
            source="",
            name=name,
            sessions=sum(each.sessions for each in own),
            of=known,
            session=max(own, key=lambda each: each.sessions).session,
        )
        for name, own in broken.items()
    ]
    return _first(rules), _first(facts), _first(other)


def _first(flaws: list[Flaw]) -> tuple[Flaw, ...]:
    """By how many sessions, then by how large a part of those in which it could have been found."""
    return tuple(sorted(flaws, key=lambda each: (-each.sessions, -each.share, each.scenario, each.name))[:MOST_FLAWS])


def _mean(values: list[float]) -> float | None:
    return sum(values) / len(values) if values else None
