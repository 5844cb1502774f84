"""Agreement as a table for people."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text as Plain

from simulator.cli.speaking import screen_code
from simulator.domain.agreement import ENOUGH, Agreement, Between, Interval, Sample, WhyNoKappa
from simulator.domain.rubric import Rubric

_WORDS = {
    "zh": {
        "criterion": "评分项",
        "pairs": "对数",
        "kappa": "κ (95 %)",
        "bias": "偏差",
        "exact": "相同",
        "adjacent": "≤1 级",
        "note": "说明",
        "few": "数据不足（{pairs}/{enough}）",
        "no_spread": "等级没有变化，κ 无意义",
        "poor": "一致性差，请勿只看自动等级",
        "machine": "自动评分与教师。偏差 = 教师 − 自动。",
        "assessors": "先评教师与另一位教师。偏差 = 后者 − 前者。",
        "blind": "只含盲评。",
        "anchored": "教师多半先看到了自动等级，一致性偏高（{blind}/{pairs} 对为盲评）；要得到真实的一致性，请用盲评。",
        "silent": "已签字 {signed} 场；没有逐项表态的等级不算同意，也不计入。",
        "rubric": "评分标准 {rubric} {version} · 引擎 {engine}",
        "all": "全部",
        "early": "早期（未记录）",
    },
    "en": {
        "criterion": "Criterion",
        "pairs": "Pairs",
        "kappa": "κ (95 %)",
        "bias": "Bias",
        "exact": "Same",
        "adjacent": "≤1",
        "note": "Note",
        "few": "not enough ({pairs} of {enough})",
        "no_spread": "no spread of levels: κ has no meaning",
        "poor": "agrees poorly: do not rely on the machine's level",
        "machine": "Machine and instructors. Bias = instructor - machine.",
        "assessors": "Whoever judged first, and another instructor. Bias = other - first.",
        "blind": "Blind levels only.",
        "anchored": "Instructors mostly saw the machine's level first, which raises agreement ({blind} of {pairs} pairs"
        " were blind); for true agreement mark blind.",
        "silent": "{signed} signed session(s); a level nobody said a word on is no agreement and is not counted.",
        "rubric": "Rubric {rubric} {version} · engine {engine}",
        "all": "all",
        "early": "early (not noted)",
    },
}

WIDE = 120
"""Columns where nobody looks on: a file or a pipe."""


def print_agreement(
    found: Sequence[Agreement], sample: Sample, rubric: Rubric, signed: int, screen: str | None
) -> None:
    """A line for each criterion, and beneath it what the figures do not say."""
    code = screen_code(screen)
    words = _WORDS[code]
    out = Console(highlight=False, markup=False, soft_wrap=True)
    if not out.is_terminal:
        out.width = WIDE
    names = {criterion.id: criterion.name[code] for criterion in rubric.criteria}
    engine = words["all"] if sample.engine is None else sample.engine or words["early"]
    out.print(words["rubric"].format(rubric=sample.rubric, version=sample.version or words["all"], engine=engine))
    table = Table()
    for name in ("criterion", "pairs", "kappa", "bias", "exact", "adjacent", "note"):
        table.add_column(words[name], no_wrap=name not in ("criterion", "note"))
    for each in found:
        table.add_row(
            Plain(f"{each.criterion} {names[each.criterion]}"),
            str(each.pairs),
            _kappa(each.kappa, each.kappa_in),
            _bias(each.bias, each.bias_in),
            _share(each.exact),
            _share(each.adjacent),
            _note(each, words),
        )
    out.print(table)
    out.print(words[sample.between.value])
    pairs = sum(each.pairs for each in found)
    if sample.blind:
        out.print(words["blind"])
    elif sample.between is Between.MACHINE and pairs:
        blind = sum(each.extent.blind for each in found)
        if blind < pairs:
            out.print(words["anchored"].format(blind=blind, pairs=pairs))
    if sample.between is Between.MACHINE:
        out.print(words["silent"].format(signed=signed))


def _note(each: Agreement, words: dict[str, str]) -> str:
    if each.why_none is WhyNoKappa.TOO_FEW:
        return words["few"].format(pairs=each.pairs, enough=ENOUGH)
    if each.why_none is WhyNoKappa.NO_SPREAD:
        return words["no_spread"]
    return words["poor"] if each.flagged else ""


def _kappa(value: float | None, ends: Interval | None) -> str:
    if value is None:
        return "–"
    return f"{value:.2f}" + (f" ({ends.low:.2f} … {ends.high:.2f})" if ends is not None else "")


def _bias(value: float | None, ends: Interval | None) -> str:
    if value is None:
        return "–"
    return f"{value:+.2f}" + (f" ±{ends.high - value:.2f}" if ends is not None else "")


def _share(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.0f} %"
