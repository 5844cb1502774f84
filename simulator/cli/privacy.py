"""``bolian privacy``: what is due is erased, a person is erased with proof, research data, holds, and who looked."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.outcome import Choices, data_option
from simulator.ports import ContentError

if TYPE_CHECKING:
    from simulator.domain.privacy import Access
    from simulator.domain.session import Trainee
    from simulator.live.keeping import Due
    from simulator.ports import Store
    from simulator.privacy_port import Searched

_WORDS = {
    "zh": {
        "nothing": "没有到期的场次。", "recording": "只删录像", "session": "整场删除", "held": "申诉期间保留",
        "agree": "加 --yes 就删除以上内容。", "erased": "已删除", "sessions": "场", "receipt": "凭证",
        "clean": "数据文件夹中已无此姓名。", "left": "同样的字还出现在别人的场次里：", "written": "已写出",
        "still": "姓名仍在数据文件夹的字节中出现，次数：", "erase": "将删除此人的：",
        "shared": "此人任搭档主播的他人录像",
    },
    "en": {
        "nothing": "No session is due.", "recording": "recording only", "session": "everything",
        "held": "held while an appeal is open", "agree": "Say --yes to erase what is listed.", "erased": "erased",
        "sessions": "session(s)", "receipt": "Receipt", "clean": "The name is nowhere in the data folder.",
        "left": "The same letters stand in sessions of others: ", "written": "written",
        "still": "Times the name is still in the folder's bytes: ", "erase": "To be erased of this person:",
        "shared": "recordings of others with this person as second host",
    },
}  # fmt: skip


@click.group()
@data_option
@click.pass_context
def privacy(context: click.Context, data: Path | None) -> None:
    """Keep people's data in bounds: sweep, erase, research, hold, release, log."""
    choices: Choices = context.obj
    context.obj = choices.with_data(data)


@privacy.command()
@click.option("--yes", is_flag=True, help="Erase what is listed; without it nothing is touched.")
@click.option("--json", "as_json", is_flag=True)
@data_option
@click.pass_obj
def sweep(choices: Choices, yes: bool, as_json: bool, data: Path | None) -> None:
    """List what is due by consent and the centre's rules, and with --yes erase it."""
    from datetime import UTC, datetime

    from simulator import wiring
    from simulator.cli.speaking import screen_code
    from simulator.live.keeping import due_of, let_go, sweeping

    words = _WORDS[screen_code(choices.screen)]
    with wiring.studio(choices.with_data(data).data) as studio:
        over = due_of(studio.store, datetime.now(UTC).date())
        if as_json:
            click.echo(json.dumps([_due(each) for each in over], ensure_ascii=False, indent=2))
        else:
            for each in over:
                what = words["held"] if each.held else words[each.going.value]
                header = each.entry.header
                click.echo(f"{header.id}  {each.entry.trainee.name}  {header.scenario}  {each.last_day}  {what}")
            if not over:
                click.echo(words["nothing"])
        goes = [each for each in over if not each.held]
        if yes:
            let_go(sweeping(studio.store, goes))
            if not as_json and goes:
                click.echo(f"{words['erased']}: {len(goes)} {words['sessions']}")
        elif goes and not as_json:
            click.echo(words["agree"])


@privacy.command()
@click.argument("trainee")
@click.option("--yes", is_flag=True, help="Erase; without it is only told what there is.")
@click.option("--by", default="", help="Who erases; stands on the receipt.")
@data_option
@click.pass_obj
def erase(choices: Choices, trainee: str, yes: bool, by: str, data: Path | None) -> None:
    """Erase a trainee (by name) with everything that is theirs, and prove it: a receipt, and a search of every byte."""
    from simulator import wiring
    from simulator.cli.speaking import screen_code
    from simulator.live.erasure import Erasure
    from simulator.live.keeping import let_go

    words = _WORDS[screen_code(choices.screen)]
    with wiring.studio(choices.with_data(data).data) as studio:
        store = studio.store
        erasure = Erasure(store, _trainee(store, trainee), by)
        if not yes:
            click.echo(words["erase"])
            for name, number in asdict(erasure.before).items():
                click.echo(f"  {name}: {number}")
            click.echo(f"  {words['shared']}: {len(erasure.shared)}")
            click.echo(words["agree"])
            return
        before = _searched(store, erasure.trainee.name, anew=False)
        let_go(erasure.pieces(before))
        after = _searched(store, erasure.trainee.name, anew=True)
        receipt, path = erasure.receipt(before, after)
        click.echo(f"{words['receipt']}: {path}")
        if receipt.left_in:
            click.echo(words["left"] + ", ".join(receipt.left_in))
        if receipt.clean:
            click.echo(words["clean"])
        elif receipt.found_after:
            click.echo(f"{words['still']}{receipt.found_after}")


@privacy.command()
@click.argument("sessions", nargs=-1)
@click.option("--out", required=True, type=click.Path(path_type=Path), help="A new or empty folder.")
@click.option("--recordings", is_flag=True, help="With the recordings: voices and faces cannot be disguised.")
@data_option
@click.pass_obj
def research(choices: Choices, sessions: tuple[str, ...], out: Path, recordings: bool, data: Path | None) -> None:
    """Write sessions (all that ended, unless some are named) for research, with codes in place of names."""
    from simulator import wiring
    from simulator.cli.speaking import screen_code
    from simulator.ui.privacy.research import Research

    with wiring.studio(choices.with_data(data).data) as studio:
        chosen = [studio.store.session(each) for each in sessions]
        export = Research(studio.store, out, chosen, recordings=recordings)
        for fetched in export.fetch():
            export.write(fetched)
        export.finish()
    words = _WORDS[screen_code(choices.screen)]
    click.echo(f"{words['written']}: {out} ({len(export.entries)} {words['sessions']})")


@privacy.command()
@click.argument("session")
@click.option("--reason", required=True)
@click.option("--by", default="", help="Who holds it.")
@data_option
@click.pass_obj
def hold(choices: Choices, session: str, reason: str, by: str, data: Path | None) -> None:
    """Hold a session while an appeal is open: nobody can erase it."""
    from simulator import wiring

    with wiring.studio(choices.with_data(data).data) as studio:
        studio.store.hold(studio.store.session(session).header.id, by, reason)


@privacy.command()
@click.argument("session")
@click.option("--by", default="", help="Who releases it.")
@data_option
@click.pass_obj
def release(choices: Choices, session: str, by: str, data: Path | None) -> None:
    """The appeal is over: the session may be erased again."""
    from simulator import wiring

    with wiring.studio(choices.with_data(data).data) as studio:
        studio.store.release(studio.store.session(session).header.id, by)


@privacy.command()
@click.option("--session", default="", help="Of one session only.")
@click.option("--all", "everything", is_flag=True, help="From the beginning; else the newest 200.")
@click.option("--json", "as_json", is_flag=True)
@data_option
@click.pass_obj
def log(choices: Choices, session: str, everything: bool, as_json: bool, data: Path | None) -> None:
    """Who looked at which session from when until when, and what was exported; the newest first."""
    from simulator import wiring

    with wiring.studio(choices.with_data(data).data) as studio:
        found = studio.store.accesses(session, -1 if everything else 200)
    if as_json:
        click.echo(json.dumps([asdict(each) for each in found], ensure_ascii=False, indent=2))
        return
    for each in found:
        click.echo(_access(each))


def _access(each: Access) -> str:
    until = each.until_utc or "–"
    what = f"{each.act.value} {each.detail}".strip()
    return f"{each.from_utc}  {until}  {each.instructor or '–'}  {each.session}  {each.trainee or '–'}  {what}"


def _due(each: Due) -> dict[str, object]:
    return {
        "session": each.entry.header.id,
        "trainee": each.entry.trainee.name,
        "last_day": each.last_day.isoformat(),
        "goes": each.going.value,
        "held": each.held,
    }


def _trainee(store: Store, name: str) -> Trainee:
    """Raise ContentError where there is none of this name; nobody is entered by asking."""
    key = " ".join(name.split()).casefold()
    found = next((each for each in store.trainees() if each.name.casefold() == key or each.id == name), None)
    if found is None:
        raise ContentError("trainee_unknown", name=name)
    return found


def _searched(store: Store, name: str, *, anew: bool) -> Searched:
    return store.search_bytes(name, anew=anew, progress=lambda _: None, cancelled=lambda: False)
