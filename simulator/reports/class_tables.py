"""What a class comes to, as a table for a spreadsheet and as one page of HTML."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass

from jinja2 import Environment, PackageLoader, StrictUndefined

from simulator.domain.rubric import Rubric
from simulator.domain.standing import Flaw, Overview, Spread
from simulator.domain.units import Text
from simulator.reports.figures import points
from simulator.reports.table import BOM, neutral
from simulator.scoring.weights import shown

COLUMNS = (
    "record", "id", "name_zh", "name_en", "who", "scenario", "sessions", "of", "mean", "level_0", "level_1", "level_2",
    "level_3", "level_4", "level_5", "no_level", "share",
)  # fmt: skip
COLOURS = ("#7f3b08", "#c05a08", "#fdb863", "#d8daeb", "#8073ac", "#4a2382")
"""Levels 0 to 5, told apart by colour-blind eyes too (ColorBrewer, PuOr); their numbers stand in them."""
LIGHT = (2, 3)
"""Levels whose ground is light: dark letters on it."""
BAR_PX = 360

WORDS: Mapping[str, Text] = {
    "title": Text("班级总览", "A class at a glance"),
    "counted": Text("计入 {sessions} 场，{trainees} 名学员", "{sessions} sessions of {trainees} trainees are counted"),
    "mean": Text("平均总分 {mean}", "mean total {mean}"),
    "passed": Text("{passed} 场合格（共 {decided} 场有结论）", "{passed} of {decided} decided sessions passed"),
    "marked_by": Text("评分标准：{rubric} {version}", "Marked by: {rubric} {version}"),
    "left_out": Text(
        "按其他版本评分的 {count} 场没有计入：不同版本不能直接比较。",
        "{count} sessions marked by other versions are left out: versions are not comparable.",
    ),
    "live": Text(
        "其中 {count} 场的违规只依据直播时听到的。",
        "In {count} of them broken rules are known from what was heard live only.",
    ),
    "capped": Text("场次太多，只计最近的 {count} 场。", "There are more sessions: the newest {count} are counted."),
    "spread": Text("各项等级分布", "Levels by criterion"),
    "criterion": Text("评分项", "Criterion"),
    "levels": Text("等级（条内为场数，灰色为没有等级）", "Levels (numbers are sessions, grey has no level)"),
    "average": Text("平均", "Mean"),
    "needs": Text("谁需要什么", "Who needs what"),
    "trainee": Text("学员", "Trainee"),
    "sessions": Text("场数", "Sessions"),
    "total": Text("总分", "Total"),
    "weakest": Text("最弱的评分项（平均等级）", "Weakest criteria (mean level)"),
    "none_weak": Text("没有低于 3 级的项目", "no criterion below level 3"),
    "wrong": Text("全班共同的问题", "What the class as a whole gets wrong"),
    "weak": Text("最弱的评分项", "Weakest criteria"),
    "low": Text("{low} / {marked} 场不到 3 级", "{low} of {marked} sessions below level 3"),
    "rules": Text("违反最多的规则", "Rules broken most often"),
    "facts": Text("漏讲最多的卖点", "Facts missed most often"),
    "other": Text("其他常漏的", "Also missed"),
    "share": Text("{sessions} / {of} 场", "{sessions} of {of} sessions"),
    "nothing": Text("没有。", "None."),
}


@dataclass(frozen=True, slots=True)
class Named:
    """A flaw with its name in the language it is told in."""

    flaw: Flaw
    name: str


@dataclass(frozen=True, slots=True)
class ClassNames:
    """Who is who, and what is what, of an overview."""

    title: str
    """Of the class and the sessions that were chosen."""
    trainees: Mapping[str, str]
    """Names by id."""
    rules: Sequence[Named] = ()
    facts: Sequence[Named] = ()
    other: Sequence[Named] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the table, in the order of ``COLUMNS``."""

    record: str
    id: str = ""
    name_zh: str = ""
    name_en: str = ""
    who: str = ""
    scenario: str = ""
    sessions: int | None = None
    of: int | None = None
    mean: float | None = None
    level_0: int | None = None
    level_1: int | None = None
    level_2: int | None = None
    level_3: int | None = None
    level_4: int | None = None
    level_5: int | None = None
    no_level: int | None = None
    share: float | None = None


def class_csv(overview: Overview, rubric: Rubric | None, names: ClassNames) -> str:
    """Comma-separated, with a byte-order mark; no cell is a formula. Empty is not measured, never nought."""
    out = io.StringIO(BOM)
    out.seek(0, io.SEEK_END)
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for line in _lines(overview, rubric, names):
        writer.writerow([_cell(value) for value in astuple(line)])
    return out.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{round(value, 4):g}"
    return neutral(value) if isinstance(value, str) else str(value)


def _lines(overview: Overview, rubric: Rubric | None, names: ClassNames) -> Iterator[Line]:
    mean = None if overview.mean is None else shown(overview.mean)
    yield Line(
        record="class",
        name_zh=names.title,
        name_en=names.title,
        id="" if overview.marked_by is None else " ".join(overview.marked_by),
        sessions=overview.sessions,
        of=overview.trainees,
        mean=mean,
    )
    if overview.decided:
        share = overview.passed / overview.decided
        yield Line(record="passed", sessions=overview.passed, of=overview.decided, share=share)
    named = {} if rubric is None else {criterion.id: criterion.name for criterion in rubric.criteria}
    for spread in overview.spreads:
        name, counts = named.get(spread.criterion, Text("", "")), dict(spread.counts)
        yield Line(
            record="criterion",
            id=spread.criterion,
            name_zh=name.zh,
            name_en=name.en,
            sessions=spread.marked,
            of=spread.sessions,
            mean=spread.mean,
            no_level=spread.open,
            share=spread.low_share,
            level_0=counts.get(0),
            level_1=counts.get(1),
            level_2=counts.get(2),
            level_3=counts.get(3),
            level_4=counts.get(4),
            level_5=counts.get(5),
        )
    for need in overview.needs:
        who = names.trainees.get(need.trainee, need.trainee)
        total = None if need.total is None else shown(need.total)
        yield Line(record="trainee", who=who, sessions=need.sessions, mean=total)
        for weak in need.weakest:
            name = named.get(weak.criterion, Text("", ""))
            yield Line(
                record="weakness",
                who=who,
                id=weak.criterion,
                name_zh=name.zh,
                name_en=name.en,
                sessions=weak.sessions,
                mean=weak.mean,
            )
    for record, flaws in (("rule", names.rules), ("fact", names.facts), ("missed", names.other)):
        for each in flaws:
            yield Line(
                record=record,
                id=each.flaw.name,
                name_zh=each.name,
                name_en=each.name,
                scenario=each.flaw.scenario,
                sessions=each.flaw.sessions,
                of=each.flaw.of,
                share=each.flaw.share,
            )


# ------------------------------------------------------------------------------------ one page


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a stacked bar."""

    width: float
    """Share of the bar in percent."""
    colour: str
    ink: str
    words: str
    title: str


def class_html(overview: Overview, rubric: Rubric | None, names: ClassNames, language: str) -> str:
    """One file without links, in ``language`` ("zh" or "en"); every name stands in it as plain text."""
    say = {id: wording[language] for id, wording in WORDS.items()}
    named = {} if rubric is None else {criterion.id: criterion.name[language] for criterion in rubric.criteria}
    environment = Environment(loader=PackageLoader("simulator.reports"), autoescape=True, undefined=StrictUndefined)
    environment.trim_blocks = environment.lstrip_blocks = True
    return environment.get_template("class_view.html").render(
        language=language,
        say=say,
        title=names.title,
        about=list(_about(overview, say)),
        legend=[
            (f"{each.level} {each.name[language]}", COLOURS[min(max(each.level, 0), 5)])
            for each in sorted(rubric.levels if rubric is not None else (), key=lambda each: each.level)
        ],
        spreads=[
            (each.criterion, named.get(each.criterion, ""), _blocks(each), _mean(each.mean))
            for each in overview.spreads
        ],
        bar_px=BAR_PX,
        needs=[
            (
                names.trainees.get(need.trainee, need.trainee),
                need.sessions,
                points(need.total),
                [f"{weak.criterion} {named.get(weak.criterion, '')} {weak.mean:.1f}" for weak in need.weakest],
            )
            for need in overview.needs
        ],
        weak=[
            (f"{each.criterion} {named.get(each.criterion, '')}", say["low"].format(low=each.low, marked=each.marked))
            for each in overview.weak[:8]
        ],
        flaws=[
            (say[id], [(each.name, each.flaw.scenario, _share(each.flaw, say)) for each in flaws])
            for id, flaws in (("rules", names.rules), ("facts", names.facts), ("other", names.other))
        ],
    )


def _about(overview: Overview, say: Mapping[str, str]) -> Iterator[str]:
    yield say["counted"].format(sessions=overview.sessions, trainees=overview.trainees)
    yield say["mean"].format(mean=points(overview.mean))
    if overview.decided:
        yield say["passed"].format(passed=overview.passed, decided=overview.decided)
    if overview.marked_by is not None:
        yield say["marked_by"].format(rubric=overview.marked_by[0], version=overview.marked_by[1])
    if overview.left_out:
        yield say["left_out"].format(count=sum(count for _, _, count in overview.left_out))
    if overview.rules_live:
        yield say["live"].format(count=overview.rules_live)
    if overview.capped:
        yield say["capped"].format(count=overview.sessions)


def _blocks(spread: Spread) -> list[Block]:
    blocks = [
        Block(
            width=100 * count / spread.sessions,
            colour=COLOURS[min(max(level, 0), 5)],
            ink="#000000" if level in LIGHT else "#ffffff",
            words=str(count),
            title=f"{level}: {count}",
        )
        for level, count in spread.counts
        if count
    ]
    if spread.open:
        share = 100 * spread.open / spread.sessions
        blocks.append(
            Block(width=share, colour="#c9ced8", ink="#000000", words=str(spread.open), title=f"–: {spread.open}")
        )
    return blocks


def _mean(value: float | None) -> str:
    return "—" if value is None else f"{value:.1f}"


def _share(flaw: Flaw, say: Mapping[str, str]) -> str:
    return say["share"].format(sessions=flaw.sessions, of=flaw.of)
