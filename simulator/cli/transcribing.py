"""``bolian transcribe``: whole recordings heard again with the better recogniser, and the sessions scored from that."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.outcome import Choices, data_option, status
from simulator.ports import ContentError, Mendable

if TYPE_CHECKING:
    from simulator.domain.changes import Changes
    from simulator.live.marking import Marked
    from simulator.live.studio import Studio
    from simulator.reports.findings import Json

BEFORE_A_GUESS = 0.02
"""The share that must be done before what remains is guessed."""


@click.command()
@click.argument("sessions", nargs=-1)
@click.option("--all", "every", is_flag=True, help="Every session whose recording was not heard again yet.")
@click.option("--again", is_flag=True, help="Also those that were: the new transcript takes the place of the old.")
@click.option("--transcript", "given", type=click.Path(path_type=Path), help="Words that stand for the recogniser.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object on stdout.")
@data_option
@click.pass_obj
def transcribe(
    choices: Choices,
    sessions: tuple[str, ...],
    every: bool,
    again: bool,
    given: Path | None,
    as_json: bool,
    data: Path | None,
) -> None:
    """Hear whole recordings again, and score their sessions from that; what was heard live stays beside it."""
    from simulator import wiring

    with wiring.studio(choices.with_data(data).data) as studio:
        wanted = chosen(studio, sessions, every=every, again=again)
        if given is not None and (every or len(wanted) != 1):
            raise ContentError("one_session_for_words", option="--transcript")
        made: list[Heard] = []
        failed: list[tuple[str, Mendable]] = []
        for number, session in enumerate(wanted, 1):
            progress = Progress(session, number, len(wanted))
            try:
                made.append(heard(studio, session, progress, again=again or every, given=given))
            except Mendable as error:
                progress.end()
                failed.append((session, error))
                complain(session, error, choices.screen)
                continue
            finally:
                progress.end()
            if not as_json:
                from simulator.cli.hearing_tables import print_heard

                print_heard(made[-1].marked, made[-1].changes, choices.screen)
        if as_json:
            whole = {
                "sessions": [each.told for each in made],
                "failed": [{"session": id, "error": error.code} for id, error in failed],
            }
            click.echo(json.dumps(whole, ensure_ascii=False, indent=2))
        elif not wanted:
            from simulator.cli.hearing_tables import print_none_waits

            print_none_waits(choices.screen)
    if failed:
        raise click.exceptions.Exit(status(failed[0][1]))


def complain(session: str, error: Mendable, screen: str | None) -> None:
    """Say on stderr why this session was left as it is; the others go on."""
    from simulator.cli.speaking import speak

    print(f"{session}: {speak(screen)(error)}", file=sys.stderr)
    for mistake in error.mistakes if isinstance(error, ContentError) else ():
        print(f"  {mistake}", file=sys.stderr)
    sys.stderr.flush()


@dataclass(frozen=True)
class Heard:
    """A session heard again, kept and compared."""

    marked: Marked
    changes: Changes | None
    told: dict[str, Json] = field(repr=False)


def chosen(studio: Studio, sessions: Sequence[str], *, every: bool, again: bool) -> list[str]:
    """The ids of the sessions meant, each once, newest first for ``--all``. Raise ContentError."""
    if not every and not sessions:
        raise ContentError("nothing_to_transcribe")
    named = [studio.store.session(each).header.id for each in sessions]
    if every:
        entries = studio.store.sessions() if again else studio.store.unheard()
        named += [each.header.id for each in entries if each.recording is not None]
    return list(dict.fromkeys(named))


def heard(studio: Studio, session: str, progress: Progress, *, again: bool, given: Path | None) -> Heard:
    """Hear, score and keep one session; nothing is kept where that fails. Raise what a person can mend."""
    from simulator.cli.changed import changes_of
    from simulator.live.marking import mark
    from simulator.live.rehearing import rehearing
    from simulator.reports.changes import changes_told
    from simulator.reports.summary import score_of, transcript

    if studio.store.session(session).final and not again and given is None:
        raise ContentError("session_already_heard", id=session)
    if given is not None:
        from simulator.wiring import given_transcript

        log = studio.marking.close_log(session)
        marked = mark(log, given_transcript(given, log.language), studio.marking.yardstick(log))
    else:
        marked = rehearing(studio, session).run(progress.reached)
    studio.marking.keep(marked)
    changes = changes_of(studio, session)
    told: dict[str, Json] = {
        "session": session,
        "transcript": transcript(marked.log),
        "heard_s": None if marked.transcript is None else marked.transcript.heard,
        "score": score_of(marked.scorecard),
        "changes": None if changes is None else changes_told(changes),
    }
    return Heard(marked, changes, told)


class Progress:
    """How much was heard and how long the rest will take, on stderr; only where somebody watches."""

    def __init__(self, session: str, number: int, total: int) -> None:
        self._which = session if total == 1 else f"{session} {number}/{total}"
        self._watched = sys.stderr.isatty()
        self._began = time.perf_counter()
        self._share = -1.0

    def reached(self, share: float) -> None:
        """Tell it, at most once for each percent."""
        if not self._watched or (share - self._share < 0.01 and share < 1.0):
            return
        self._share = share
        left = ""
        if share >= BEFORE_A_GUESS:
            seconds = int((time.perf_counter() - self._began) * (1 - share) / share)
            left = f"-{seconds // 60:02d}:{seconds % 60:02d}"
        print(f"\r{self._which} {share:4.0%} {left:<12}", end="", file=sys.stderr, flush=True)

    def end(self) -> None:
        """Leave the line free for what comes."""
        if self._watched and self._share >= 0:
            print(f"\r{'':<60}\r", end="", file=sys.stderr, flush=True)
            self._share = -1.0
