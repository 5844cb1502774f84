"""``bolian exam``: exam papers, locked when made; list them, make one, print one."""

from __future__ import annotations

import json
import secrets
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from simulator.cli.outcome import Choices, data_option
from simulator.ports import ContentError

if TYPE_CHECKING:
    from simulator.domain.exam import ExamPaper, Sitting
    from simulator.domain.taxonomy import Taxonomy

_WORDS = {
    "zh": {
        "none": "还没有试卷：用 bolian exam make --scenario S12 出一份。", "paper": "试卷", "retake": "（补考）",
        "cohort": "班级", "made": "出卷", "preparation": "备考", "air": "开播", "review": "复盘", "minutes": "分钟",
        "products": "商品", "documents": "证件核对", "seed": "种子", "incidents": "突发", "missing": "缺少",
        "assessors_only": "仅供考官", "must_have": "每样商品开卖前应有",
    },
    "en": {
        "none": "No exam paper yet: make one with bolian exam make --scenario S12.", "paper": "Exam paper",
        "retake": " (retake)", "cohort": "for", "made": "made", "preparation": "preparation", "air": "on air",
        "review": "review", "minutes": "min", "products": "Products", "documents": "Documents", "seed": "seed",
        "incidents": "Incidents", "missing": "missing", "assessors_only": "For assessors only",
        "must_have": "What each product must have before it is sold",
    },
}  # fmt: skip


@click.group(invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True)
@data_option
@click.pass_context
def exam(context: click.Context, as_json: bool, data: Path | None) -> None:
    """List the exam papers; or make one, or print one."""
    choices: Choices = context.obj
    context.obj = choices.with_data(data)
    if context.invoked_subcommand is not None:
        return
    from simulator import wiring
    from simulator.cli.speaking import screen_code

    with wiring.studio(context.obj.data) as studio:
        papers = studio.store.exam_papers()
    if as_json:
        click.echo(json.dumps([_told(each) for each in papers], ensure_ascii=False, indent=2))
        return
    screen = screen_code(choices.screen)
    if not papers:
        click.echo(_WORDS[screen]["none"])
    for paper in papers:
        title = paper.scenario.title[screen]
        click.echo(f"{paper.number}  {paper.made_utc[:10]}  {paper.scenario.id}  {title}  {paper.cohort}".rstrip())


@exam.command()
@click.option("--scenario", required=True, help="Which scenario, by its id: S12.")
@click.option("--seed", type=click.IntRange(0, 2**32 - 1), help="Of the room and of the draw; drawn where not given.")
@click.option("--cohort", default="", help="Whom the paper is for.")
@click.option("--by", default="", help="Who makes it.")
@click.option("--preparation", type=click.IntRange(1, 180), default=20, show_default=True, help="Minutes to prepare.")
@data_option
@click.pass_obj
def make(
    choices: Choices, scenario: str, seed: int | None, cohort: str, by: str, preparation: int, data: Path | None
) -> None:
    """Lock a paper: its room, products and incidents, and those of the retake, stand from now on."""
    from simulator import wiring
    from simulator.domain.draw import MOST_SEEDS, untimely

    with wiring.studio(choices.with_data(data).data) as studio:
        found = studio.library.scenario(scenario)
        wrong = untimely(found)
        if wrong:
            raise ContentError("exam_times", id=found.id, found=", ".join(f"{each.id} {each.at:g} s" for each in wrong))
        paper = studio.store.lock_exam_paper(
            found,
            studio.library.taxonomy(),
            seed=secrets.randbelow(MOST_SEEDS) if seed is None else seed,
            by=by,
            cohort=cohort,
            preparation=60.0 * preparation,
        )
        click.echo(paper.number)


@exam.command(name="print")
@click.argument("number")
@click.option("--retake", is_flag=True, help="The second room of the paper.")
@click.option("--assessor", is_flag=True, help="With the incidents, the missing document and the seed.")
@click.option("--json", "as_json", is_flag=True)
@data_option
@click.pass_obj
def print_(choices: Choices, number: str, retake: bool, assessor: bool, as_json: bool, data: Path | None) -> None:
    """Print a paper: what a trainee may see, or all of it for the assessor."""
    from simulator import wiring
    from simulator.cli.speaking import screen_code
    from simulator.domain.exam import Sitting

    with wiring.studio(choices.with_data(data).data) as studio:
        paper = studio.store.exam_paper(number)
        taxonomy = studio.library.taxonomy()
    sitting = Sitting.RETAKE if retake else Sitting.FIRST
    if as_json:
        click.echo(json.dumps(_told(paper), ensure_ascii=False, indent=2))
        return
    for line in printed(paper, sitting, taxonomy, screen_code(choices.screen), assessor=assessor):
        click.echo(line)


def printed(paper: ExamPaper, sitting: Sitting, taxonomy: Taxonomy, screen: str, *, assessor: bool) -> list[str]:
    """The lines of a printed paper; seed, incidents and what is missing are for the assessor."""
    from simulator.domain.exam import Sitting

    words, sat = _WORDS[screen], paper.sat(sitting)
    second = words["retake"] if sitting is Sitting.RETAKE else ""
    times = ", ".join(
        f"{words[name]} {seconds / 60:g} {words['minutes']}"
        for name, seconds in (("preparation", paper.preparation), ("air", sat.length), ("review", paper.review))
    )
    lines = [f"{words['paper']} {paper.number}{second}  {sat.title[screen]}", times]
    if paper.cohort or paper.made_by:
        lines.append(
            f"{words['cohort']} {paper.cohort}  {words['made']} {paper.made_utc[:10]} {paper.made_by}".rstrip()
        )
    lines += ["", sat.brief[screen], "", words["products"]]
    lines += [f"  {each.link_no}  {each.name}  {each.price}  {each.unit}" for each in sat.products]
    rules = paper.scenario.paper
    if rules is not None:
        lines += ["", words["must_have"], *(f"  {name[screen]}" for name in rules.documents.values())]
    if assessor:
        drawn = paper.drawn(sitting)
        lines += ["", f"{words['assessors_only']}: {words['seed']} {paper.seed_of(sitting)}"]
        if drawn.withheld is not None and rules is not None:
            product = paper.scenario.product(drawn.withheld.product).name
            lines.append(f"  {product}: {words['missing']} {rules.documents[drawn.withheld.document][screen]}")
        lines += [
            f"  {int(each.at) // 60}:{int(each.at) % 60:02d}  {taxonomy.incidents[each.kind].name[screen]}"
            for each in sat.incidents
            if each.at > 0
        ]
    return lines


def _told(paper: ExamPaper) -> dict[str, Any]:
    from simulator.domain.exam import Sitting

    return {
        "number": paper.number,
        "scenario": paper.scenario.id,
        "version": paper.scenario.version,
        "made_utc": paper.made_utc,
        "made_by": paper.made_by,
        "cohort": paper.cohort,
        "preparation_s": paper.preparation,
        "review_s": paper.review,
        "sittings": {
            sitting.value: {
                "seed": paper.seed_of(sitting),
                "products": list(paper.drawn(sitting).products),
                "incidents": [{"kind": each.kind, "at_s": each.at} for each in paper.drawn(sitting).incidents],
                "withheld": None
                if (withheld := paper.drawn(sitting).withheld) is None
                else {"product": withheld.product, "document": withheld.document},
            }
            for sitting in Sitting
        },
    }
