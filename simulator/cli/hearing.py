"""``bolian hear``: what perception makes of a text or a list of words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from simulator.cli.outcome import Choices, data_option
from simulator.domain.events import Event, WentLive, WentOffAir
from simulator.domain.language import Language
from simulator.domain.scenario import Scenario

DEFAULT = {Language.ZH: "S01", Language.EN: "S08"}
"""The scenario that is heard for where none is named."""
_WORDS = {
    "zh": {
        "ProductMentioned": "商品", "FactTold": "卖点", "FactContradicted": "与资料不符", "PriceTold": "价格",
        "DiscountTold": "优惠", "PromiseMade": "承诺", "CorrectionMade": "更正", "QuestionAnswered": "回应",
        "CallToActionMade": "引导", "ViewersGreeted": "问候", "ElementHeard": "环节要素", "StatementMade": "法定告知",
        "ClaimChecked": "核对", "RuleBroken": "违规用语", "FillerSaid": "口头禅", "HostWasSilent": "停顿",
        "IncidentNoticed": "突发已察觉", "IncidentHandled": "突发已处理",
        "nothing": "没有识别结果。", "heard_for": "按场景识别",
    },
    "en": {
        "ProductMentioned": "product", "FactTold": "fact", "FactContradicted": "against the card", "PriceTold": "price",
        "DiscountTold": "discount", "PromiseMade": "promise", "CorrectionMade": "correction",
        "QuestionAnswered": "answer", "CallToActionMade": "invitation", "ViewersGreeted": "greeting",
        "ElementHeard": "element", "StatementMade": "statement", "ClaimChecked": "checked", "RuleBroken": "rule broken",
        "FillerSaid": "filler", "HostWasSilent": "silence", "IncidentNoticed": "incident noticed",
        "IncidentHandled": "incident dealt with",
        "nothing": "Nothing was found.", "heard_for": "heard for scenario",
    },
}  # fmt: skip
_TOLD_APART = {"at", "said", "quote", "id"}
"""Fields that are not part of what a finding means."""


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--scenario", help="A scenario's id, or a scenario file; by default S01 (Chinese) or S08 (English).")
@click.option("--json", "as_json", is_flag=True, help="One JSON object on stdout.")
@data_option
@click.pass_obj
def hear(choices: Choices, file: Path, scenario: str | None, as_json: bool, data: Path | None) -> None:
    """Show what is understood of a text, an annotated pitch or a recogniser's list of words."""
    from simulator.assets import assets_folder
    from simulator.devices.speech_file import read_speech
    from simulator.perception.listener import Listener
    from simulator.settings import data_folder
    from simulator.storage.content import FolderLibrary

    speech = read_speech(file)
    library = FolderLibrary(assets_folder(), data_folder(choices.with_data(data).data) / "content")
    chosen = _scenario(scenario or DEFAULT[speech.language], library.scenario)
    listener = Listener(chosen, library.taxonomy(), library.rules(chosen.language))
    events: list[Event] = [WentLive(at=0.0), *speech.phrases, WentOffAir(at=speech.end)]
    found = [finding for event in events for finding in listener.take(event)]
    rows = sorted((_row(each, speech.place(each.said)) for each in found), key=lambda row: row["start_s"])
    if as_json:
        whole = {"schema": "bolian-heard/1", "scenario": chosen.id, "timed": speech.timed, "findings": rows}
        click.echo(json.dumps(whole, ensure_ascii=False, indent=1))
        return
    _print(rows, speech.timed, chosen.id, choices.screen)


def _scenario(named: str, by_id: Any) -> Scenario:
    from simulator.storage.content import scenario_of

    path = Path(named)
    if path.suffix != ".json":
        made: Scenario = by_id(named)
        return made
    from simulator.ports import ContentError

    try:
        return scenario_of(path.read_text("utf-8-sig"), str(path))
    except (OSError, UnicodeDecodeError) as error:
        raise ContentError("content_missing", file=str(path)) from error


def _row(finding: Any, place: tuple[int, int] | None) -> dict[str, Any]:
    """A finding with its place and all its fields."""
    from simulator.storage.event_codec import event_row

    fields = json.loads(event_row(finding)[2])
    row = {"kind": type(finding).__name__, "start_s": round(finding.said.start, 2), "end_s": round(finding.said.end, 2)}
    if place is not None:
        row["char_start"], row["char_end"] = place
    row["quote"] = getattr(finding, "quote", "")
    row["means"] = {name: value for name, value in fields.items() if name not in _TOLD_APART}
    return row


def _print(rows: list[dict[str, Any]], timed: bool, scenario: str, screen: str | None) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from simulator.cli.speaking import screen_code

    words = _WORDS[screen_code(screen)]
    console = Console()
    console.print(Text(f"{words['heard_for']} {scenario}"))
    if not rows:
        console.print(Text(words["nothing"]))
        return
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    for row in rows:
        at = f"{row['start_s']:.1f}–{row['end_s']:.1f} s" if timed else f"{row['char_start']}–{row['char_end']}"
        table.add_row(Text(at), Text(words[row["kind"]]), Text(row["quote"]), Text(_meaning(row["means"])))
    console.print(table)


def _meaning(fields: dict[str, Any]) -> str:
    """The fields that say something, in one line."""
    parts: list[str] = []
    for name, value in fields.items():
        if value in (None, "", [], False) or (name, value) == ("exactness", "exact"):
            continue
        if isinstance(value, dict) and "hundredths" in value:
            value = f"{value['hundredths'] / 100:.2f} {value['currency']}"
        elif isinstance(value, dict):
            value = f"{value['start']:.1f}–{value['end']:.1f} s"
        elif isinstance(value, list):
            value = ", ".join(map(str, value))
        parts.append(f"{name}={value}")
    return "  ".join(parts)
