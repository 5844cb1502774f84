"""What ``bolian transcribe`` prints for people: the score before and after, what moved, which words changed."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text as Plain

from simulator.cli.speaking import screen_code
from simulator.domain.changes import Changes
from simulator.live.marking import Marked
from simulator.reports.figures import clock, points
from simulator.reports.wording import CHANGES, FINDING_KINDS

MOST_WORDS = 12
"""Changes of words shown; ``--json`` has all."""
_NONE_WAITS = {
    "zh": "没有等待复听的场次。",
    "en": "No session waits to be heard again.",
}
_SCORED = {"zh": "复听完成，自动总分", "en": "Heard again; the machine's total is"}


def print_none_waits(screen: str | None) -> None:
    _console().print(_NONE_WAITS[screen_code(screen)])


def print_heard(marked: Marked, changes: Changes | None, screen: str | None) -> None:
    """One session: its new score, and what changed where there was an earlier hearing."""
    code = screen_code(screen)
    out = _console()
    out.print(f"{marked.log.header.id}: {_SCORED[code]} {points(marked.scorecard.total)}")
    if changes is None:
        return
    say = {id: wording[code] for id, wording in CHANGES.items()}
    out.print(
        say["total"].format(
            before=points(changes.total_before), after=points(changes.total_after), moved=len(changes.marks)
        )
    )
    out.print(
        say["words"].format(
            engine=changes.engine_after,
            before=changes.engine_before or say["nothing"],
            changed=len(changes.words),
            alike=changes.alike,
            count=changes.count_after,
        )
    )
    if changes.cut_short and changes.heard is not None:
        out.print(say["cut_short"].format(time=clock(changes.heard)))
    if changes.marks:
        table = Table("", say["before"], say["after"], say["behind"])
        for mark in changes.marks:
            behind = "; ".join(
                f"{'+' if each.appeared else '−'} {clock(each.said.start)} "
                f"{FINDING_KINDS[each.kind][code] if each.kind in FINDING_KINDS else each.kind}: {each.quote}"
                for each in mark.findings
            )
            table.add_row(mark.criterion, _level(mark.before), _level(mark.after), Plain(behind))
        out.print(table)
    if changes.words:
        table = Table(say["time"], say["before"], say["after"])
        for each in changes.words[:MOST_WORDS]:
            table.add_row(clock(each.said.start), Plain(f"{each.lead} [{each.before}]"), Plain(f"[{each.after}]"))
        out.print(table)


def _level(level: int | None) -> str:
    return "–" if level is None else str(level)


def _console() -> Console:
    return Console(highlight=False, markup=False, soft_wrap=True)
