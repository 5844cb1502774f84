"""What commands print for people: short tables in both languages side by side where it helps, one where not."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text as Plain

from simulator.cli.speaking import screen_code
from simulator.domain.judgement import Mark, Scorecard
from simulator.domain.rubric import Rubric
from simulator.live.marking import Marked
from simulator.metrics.room import figures
from simulator.ports import SessionEntry

_WORDS = {
    "zh": {
        "score": "总分",
        "none": "数据不足，不给总分",
        "weight": "已评权重",
        "provisional": "（暂定：依据实时字幕）",
        "recording": "录像",
        "transcript": "字幕",
        "report": "报告",
        "audience": "模拟观众",
        "entries": "进场",
        "peak": "最高在线",
        "orders": "订单",
        "gmv": "成交额",
        "answered": "已回答提问",
        "criterion": "评分项",
        "level": "等级",
        "value": "测得值",
        "why": "未评原因",
        "session": "场次",
        "trainee": "学员",
        "scenario": "场景",
        "when": "时间",
        "length": "时长",
        "state": "状态",
    },
    "en": {
        "score": "Score",
        "none": "no total: too little could be scored",
        "weight": "weight scored",
        "provisional": "(provisional: from the live captions)",
        "recording": "Recording",
        "transcript": "Transcript",
        "report": "Report",
        "audience": "Simulated audience",
        "entries": "came",
        "peak": "peak online",
        "orders": "orders",
        "gmv": "GMV",
        "answered": "questions answered",
        "criterion": "Criterion",
        "level": "Level",
        "value": "Measured",
        "why": "Why not scored",
        "session": "Session",
        "trainee": "Trainee",
        "scenario": "Scenario",
        "when": "When",
        "length": "Length",
        "state": "State",
    },
}


def _console() -> Console:
    return Console(highlight=False, markup=False, soft_wrap=True)


def print_outcome(
    marked: Marked, recording: Path | None, report: Path | None, transcript: Path | None, screen: str | None
) -> None:
    """The score, what the audience did, and where everything lies."""
    words = _WORDS[screen_code(screen)]
    out = _console()
    card, counted = marked.scorecard, figures(marked.log)
    _print_total(out, card, words)
    out.print(
        f"{words['audience']}: {words['entries']} {counted.entries} · {words['peak']} {counted.peak_viewers} · "
        f"{words['answered']} {counted.answered}/{counted.questions} · {words['orders']} {counted.orders} · "
        f"{words['gmv']} {counted.gmv}"
    )
    for name, path in (("recording", recording), ("transcript", transcript), ("report", report)):
        if path is not None:
            out.print(f"{words[name]}: {path}")


def print_scorecard(card: Scorecard, rubric: Rubric, screen: str | None) -> None:
    """Every criterion with its level and what was measured."""
    code = screen_code(screen)
    words = _WORDS[code]
    out = _console()
    names = {criterion.id: criterion.name[code] for criterion in rubric.criteria}
    table = Table(words["criterion"], words["level"], words["value"], words["why"])
    for mark in card.marks:
        value = mark.measurement.value
        table.add_row(
            f"{mark.criterion} {names.get(mark.criterion, '')}",
            _level(mark),
            "–" if value is None else f"{value:.3g} {mark.unit}",
            mark.measurement.why_none.value if mark.measurement.why_none is not None else "",
        )
    out.print(table)
    _print_total(out, card, words)


def _level(mark: Mark) -> str:
    """The machine's level; one that is only proposed in brackets."""
    if mark.proposed is not None:
        return f"({mark.proposed})"
    return "–" if mark.level is None else str(mark.level)


def print_sessions(entries: Sequence[SessionEntry], screen: str | None) -> None:
    words = _WORDS[screen_code(screen)]
    table = Table(*(words[name] for name in ("session", "when", "trainee", "scenario", "length", "score", "state")))
    for entry in entries:
        minutes, seconds = divmod(int(entry.length), 60)
        table.add_row(
            entry.header.id,
            entry.header.began_utc,
            Plain(entry.trainee.name),
            entry.header.scenario,
            f"{minutes:02d}:{seconds:02d}",
            "–" if entry.total is None else f"{entry.total:.1f}",
            entry.ending.value,
        )
    _console().print(table)


def _print_total(out: Console, card: Scorecard, words: dict[str, str]) -> None:
    if card.total is None:
        total = words["none"]
    else:
        total = f"{card.total:.1f}"
        if card.low is not None and card.high is not None:
            total += f" ({card.low:.1f}–{card.high:.1f})"
    gates = " ".join(f"{gate.id}{_MARK[gate.passed]}" for gate in card.gates)
    note = words["provisional"] if card.provisional else ""
    out.print(f"{words['score']}: {total} · {words['weight']} {card.scored_weight:.0f}/100 · {gates} {note}".rstrip())


_MARK = {True: "✓", False: "✗", None: "?"}
