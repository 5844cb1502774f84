"""``bolian score``: sessions scored again, by any version of a rubric; nothing an instructor said is touched."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.outcome import Choices, data_option
from simulator.cli.playing import MOST_THREADS, Number
from simulator.cli.rubrics import rubric_named
from simulator.ports import ContentError, SessionEntry

if TYPE_CHECKING:
    from simulator.domain.judgement import Result, Scorecard
    from simulator.live.rescoring import Rescored
    from simulator.live.studio import Studio

STOPPED = 130


@click.command()
@click.argument("sessions", nargs=-1, metavar="[SESSION]...")
@click.option("--all", "everything", is_flag=True, help="Every session.")
@click.option("--scenario", help="Those of this scenario.")
@click.option("--trainee", help="Those of this trainee.")
@click.option("--since", metavar="DAY", help="Those begun on this day or later: 2026-11-23.")
@click.option("--rubric", metavar="ID[@VERSION]", help="By this rubric; else the newest of each scenario's own.")
@click.option("--measure", is_flag=True, help="Measure the logs again even where what was measured still holds.")
@click.option("--jobs", type=Number(1, MOST_THREADS, whole=True), default=1, show_default=True, help="Processes.")
@click.option("--json", "as_json", is_flag=True)
@data_option
@click.pass_obj
def score(
    choices: Choices,
    sessions: tuple[str, ...],
    everything: bool,
    scenario: str | None,
    trainee: str | None,
    since: str | None,
    rubric: str | None,
    measure: bool,
    jobs: int,
    as_json: bool,
    data: Path | None,
) -> None:
    """Score sessions again from their logs: the same log and rubric give the same bytes.

    Earlier scorecards, instructors' words and signed results stay.
    """
    from simulator import wiring
    from simulator.live.rescoring import Rescoring, rescorable

    with wiring.studio(choices.with_data(data).data) as studio:
        by = rubric_named(studio.store, rubric) if rubric is not None else None
        chosen = chosen_sessions(studio, sessions, everything, scenario, trainee, since)
        alone = len(sessions) == 1 and len(chosen) == 1
        lines: list[dict[str, object]] = []
        said = _Progress(len(chosen))
        rescoring = Rescoring(studio.library, studio.store, by, measure=measure or alone)
        last: Rescored | None = None
        try:
            for last in _until_stopped(rescoring.score(rescorable(chosen), jobs=jobs), said):
                lines.append(told(studio, last))
                if not (as_json or alone):
                    said.clear()
                    click.echo(_line(lines[-1]))
                said.show(len(lines))
        finally:
            said.clear()
        if alone and last is not None:
            _print_alone(studio, last.card, as_json, choices.screen)
        elif as_json:
            click.echo(json.dumps(lines, ensure_ascii=False, indent=2))
        else:
            said.sum_up(lines)
        if said.stopped:
            raise click.exceptions.Exit(STOPPED)


def chosen_sessions(
    studio: Studio,
    named: Sequence[str],
    everything: bool,
    scenario: str | None,
    trainee: str | None,
    since: str | None,
) -> tuple[SessionEntry, ...]:
    """The sessions a command means, newest first. Raise ContentError where that says none."""
    if named:
        return tuple(dict.fromkeys(studio.store.session(each) for each in named))
    if not (everything or scenario or trainee or since):
        raise ContentError("sessions_unnamed")
    day = _day(since) if since else None
    name = trainee.casefold().split() if trainee else None
    found = tuple(
        entry
        for entry in studio.store.sessions()
        if (scenario is None or entry.header.scenario.casefold() == scenario.casefold())
        and (name is None or entry.trainee.name.casefold().split() == name)
        and (day is None or datetime.fromisoformat(entry.header.began_utc).astimezone().date() >= day)
    )
    if not found:
        raise ContentError("sessions_none")
    return found


def told(studio: Studio, found: Rescored) -> dict[str, object]:
    """What became of a session, as JSON; ``signed`` ones count as they did before."""
    before = None if found.before is None else _result(studio, found.before, found)
    after = _result(studio, found.card, found)
    levels = dict(before.levels) if before is not None else {}
    return {
        "session": found.entry.header.id,
        "trainee": found.entry.trainee.name,
        "scenario": found.entry.header.scenario,
        "before": None if before is None or found.before is None else _counted(found.before, before),
        "after": _counted(found.card, after),
        "levels": {id: [levels.get(id), level] for id, level in after.levels if levels.get(id) != level},
        "signed": found.entry.signed,
        "measured": found.measured,
    }


def _result(studio: Studio, card: Scorecard, found: Rescored) -> Result:
    from simulator.scoring import result

    return result(card, found.judgement, studio.store.rubric_version(card.rubric, card.version))


def _counted(card: Scorecard, outcome: Result) -> dict[str, object]:
    return {
        "rubric": card.rubric,
        "version": card.version,
        "total": None if outcome.total is None else round(outcome.total, 1),
        "passed": outcome.passed,
    }


def _line(one: dict[str, object]) -> str:
    before, after = one["before"], one["after"]
    assert isinstance(after, dict) and (before is None or isinstance(before, dict))
    old, new = ("–" if before is None else _short(before)), _short(after)
    signed = "  ✍" if one["signed"] else ""
    return f"{one['session']}  {old} → {new}  {after['rubric']}@{after['version']}{signed}"


def _short(counted: dict[str, object]) -> str:
    total = counted["total"]
    sign = {True: "✓", False: "✗"}.get(counted["passed"] if isinstance(counted["passed"], bool) else None, "?")  # type: ignore[arg-type]
    return f"{'–' if total is None else total} {sign}"


def _print_alone(studio: Studio, card: Scorecard, as_json: bool, screen: str | None) -> None:
    from simulator.reports.summary import as_text, score_of

    if as_json:
        click.echo(as_text(score_of(card)))
        return
    from simulator.cli.printing import print_scorecard

    print_scorecard(card, studio.store.rubric_version(card.rubric, card.version), screen)


def _until_stopped(found: Iterator[Rescored], said: _Progress) -> Iterator[Rescored]:
    """Until Ctrl-C: what was scored until then is kept."""
    try:
        yield from found
    except KeyboardInterrupt:
        said.stopped = True


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ContentError("date_unknown", option="--since", found=text) from None


class _Progress:
    """How far it is, on stderr where somebody watches, and what came of it."""

    def __init__(self, count: int) -> None:
        self.stopped = False
        self._count = count
        self._watched = sys.stderr.isatty()
        self._began = time.perf_counter()

    def show(self, done: int) -> None:
        if self._watched:
            took = time.perf_counter() - self._began
            left = took / done * (self._count - done)
            print(f"\r{done}/{self._count}  {left:.0f} s", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        if self._watched:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)

    def sum_up(self, lines: Sequence[dict[str, object]]) -> None:
        """One line that tells how many results moved, and how many across the pass mark."""
        moved = crossed = 0
        for line in lines:
            before, after = line["before"], line["after"]
            assert isinstance(after, dict)
            if isinstance(before, dict):
                moved += before["total"] != after["total"] or before["passed"] is not after["passed"]
                crossed += before["passed"] is not after["passed"]
        state = "stopped: " if self.stopped else ""
        took = time.perf_counter() - self._began
        print(
            f"{state}{len(lines)}/{self._count} scored, {moved} moved, {crossed} across the pass mark, {took:.1f} s",
            file=sys.stderr,
        )
