"""``bolian rehearse`` and ``bolian demo``."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path

import click

from simulator.cli.outcome import Choices, data_option
from simulator.cli.speaking import screen_code
from simulator.domain.session import Transcript
from simulator.domain.units import Seconds
from simulator.live.booking import Booking, Ended
from simulator.live.marking import Marked, mark
from simulator.live.rehearsal import Replayed, rehearse_fast
from simulator.live.session import LiveSession
from simulator.live.studio import Studio
from simulator.ports import ContentError, DeviceError

BEAT: Seconds = 0.1
DEMO = {"zh": ("S01", "pitch-zh.ogg"), "en": ("S08", "pitch-en.ogg")}
DEMO_SEED = 45
"""A lively room for both demo pitches; any other does as well."""
LOGGED_S, LOGGED_PERCENT = 60, 20
"""How often it is told how far it is where nobody watches: seconds of the stream, per cent of the second hearing."""
_PROGRESS = {
    "zh": {"on_air": "直播", "transcript": "复听字幕"},
    "en": {"on_air": "on air", "transcript": "transcript"},
}


@click.command()
@click.option("--scenario", required=True, help="Which scenario, by its id: S01.")
@click.option("--language", type=click.Choice(["zh", "en"]), help="Must be the scenario's; a check for scripts.")
@click.option("--video", default="none", show_default=True, help="camera:N, file:PATH or none.")
@click.option("--audio", default="none", show_default=True, help="mic:NAME, file:PATH or none.")
@click.option("--seed", type=click.IntRange(0, 2**32 - 1), help="The audience; the same seed, the same audience.")
@click.option("--trainee", default="guest", show_default=True, help="Whose session it is.")
@click.option("--pace", type=click.Choice(["live", "fast"]), default="live", show_default=True)
@click.option("--window", is_flag=True, help="Show the cabin.")
@click.option("--transcript", type=click.Path(path_type=Path), help="Words that stand for the recogniser.")
@click.option(
    "--desk",
    type=click.Choice(["assistant", "none"]),
    default="assistant",
    show_default=True,
    help="Who pins products and hands out coupons where there is no window.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object on stdout.")
@data_option
@click.pass_obj
def rehearse(
    choices: Choices,
    scenario: str,
    language: str | None,
    video: str,
    audio: str,
    seed: int | None,
    trainee: str,
    pace: str,
    window: bool,
    transcript: Path | None,
    desk: str,
    as_json: bool,
    data: Path | None,
) -> None:
    """Run a session from devices or files, and score it."""
    booking = Booking(
        scenario=scenario,
        trainee=trainee,
        camera=_address(video, "camera:", "--video"),
        microphone=_address(audio, "mic:", "--audio"),
        seed=seed,
        assisted=desk == "assistant" and not window,
    )
    if window:
        if pace == "fast":
            raise ContentError("window_needs_live_pace", option="--window")
        from simulator.cli.windows import open_cabin

        raise click.exceptions.Exit(open_cabin(choices.with_data(data), booking, transcript))
    run(choices.with_data(data), booking, fast=pace == "fast", words=transcript, as_json=as_json, language=language)


@click.command()
@click.option("--language", type=click.Choice(["zh", "en"]), default="zh", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="One JSON object on stdout.")
@data_option
@click.pass_obj
def demo(choices: Choices, language: str, as_json: bool, data: Path | None) -> None:
    """Rehearse the demo pitch at once: no camera, microphone or screen needed."""
    from simulator.assets import assets_folder

    scenario, pitch = DEMO[language]
    media = assets_folder() / "demo"
    booking = Booking(
        scenario=scenario,
        trainee="demo",
        camera=f"file:{media / 'camera.mp4'}",
        microphone=f"file:{media / pitch}",
        seed=DEMO_SEED,
        assisted=True,
    )
    run(choices.with_data(data), booking, fast=True, words=None, as_json=as_json, language=language, report=True)


def run(
    choices: Choices,
    booking: Booking,
    *,
    fast: bool,
    words: Path | None,
    as_json: bool,
    language: str | None,
    report: bool = False,
) -> None:
    """Run a booking without a window and print what came of it."""
    from simulator import wiring
    from simulator.metrics.room import figures
    from simulator.reports.summary import as_text, rehearsal

    with wiring.studio(choices.data) as studio:
        expected = studio.library.scenario(booking.scenario).language.value
        if language is not None and language != expected:
            raise ContentError("language_is_not_the_scenarios", scenario=booking.scenario, language=expected)
        replayed = wiring.replayed(words, studio.library.scenario(booking.scenario).language) if words else None
        if booking.microphone is None and booking.camera is None and replayed is None:
            raise ContentError("nothing_to_rehearse_from", option="--audio")
        if fast:
            for address, option in ((booking.camera, "--video"), (booking.microphone, "--audio")):
                if address is not None and not address.startswith("file:"):
                    raise ContentError("fast_needs_files", option=option, found=address)
        say = Progress(choices.screen)
        if fast:
            session, ended = rehearse_fast(studio, booking, wiring.hand_clock(), replayed=replayed, progress=say.on_air)
        else:
            session, ended = rehearse_live(studio, booking, replayed, say.on_air)
        marked = finish(studio, session, ended, replayed is not None, say.transcribing)
        recording = str(ended.recording) if ended.recording is not None else None
        by = studio.marking.yardstick(marked.log)
        whole = rehearsal(
            marked.log, marked.scorecard, figures(marked.log), recording=recording, health=ended.health,
            rules=by.rules, rules_kept=by.rules_kept,
        )  # fmt: skip
        page = write_report(studio, marked) if report else None
        if page is not None:
            whole["report"] = str(page)
        say.end()
        if as_json:
            click.echo(as_text(whole))
        else:
            from simulator.cli.printing import print_outcome

            print_outcome(marked, ended.recording, page, wiring.transcript_file(studio, marked), choices.screen)


def rehearse_live(
    studio: Studio, booking: Booking, replayed: Replayed | None, progress: Callable[[Seconds], None]
) -> tuple[LiveSession, Ended]:
    """Beat the drum until the file ends, or the scenario's time is over, or Ctrl+C."""
    studio.require(booking)
    session = studio.go_live(booking, replayed)
    print(f"on air: {session.header.id}", file=sys.stderr, flush=True)
    waiting = threading.Event()
    by_file = any(address is not None and address.startswith("file:") for address in (booking.microphone,))
    try:
        while session.on_air:
            waiting.wait(BEAT)
            if replayed is not None and booking.microphone is None:
                replayed.advance(session.now)
            session.tick()
            studio.attend()
            progress(session.now)
            if studio.source_ended if by_file else session.now >= session.scenario.length:
                break
    except KeyboardInterrupt:
        print(file=sys.stderr)
    session.go_off_air()
    return session, studio.end()


def finish(
    studio: Studio, session: LiveSession, ended: Ended, replayed: bool, progress: Callable[[float], None]
) -> Marked:
    """Keep the provisional score, hear the whole recording again, keep the final one."""
    session.hear_the_rest(ended.rest)
    if session.unkept is not None:
        raise session.unkept
    log = session.log
    yardstick = studio.marking.yardstick(log)
    live = session.transcript
    if replayed:
        given = Transcript(engine=live.engine, final=True, phrases=live.phrases)
        marked = mark(log, given, yardstick)
    else:
        studio.marking.keep(mark(log, live, yardstick))
        try:
            heard_again = studio.marking.transcribe(log, ended.recording, progress, live=live)
        except DeviceError as error:
            if error.code != "recording_silent":
                raise
            heard_again = None  # what was heard live stands
        marked = mark(log, heard_again or live, yardstick)
    studio.marking.keep(marked)
    return marked


def write_report(studio: Studio, marked: Marked) -> Path:
    """The report beside the recording."""
    from simulator.cli.reporting import dossier_of
    from simulator.ui.sharing.orders import Kind, Order
    from simulator.ui.sharing.reporting import write_report as written

    folder = studio.store.recording_path(marked.log.header.id).parent
    path = folder / f"{marked.log.header.id}.html"
    entry = studio.store.session(marked.log.header.id)
    order = Order(kind=Kind.EVIDENCE, path=path, language=marked.log.language.value)
    written(order, dossier_of(studio, entry.header.id), entry.recording)
    return path


class Progress:
    """Says on stderr how far it is: in one line where somebody watches, else in a line now and then, for a log."""

    def __init__(self, screen: str | None) -> None:
        self._words = _PROGRESS[screen_code(screen)]
        self._watched = sys.stderr.isatty()
        self._said: tuple[str, int] | None = None

    def on_air(self, moment: Seconds) -> None:
        words = f"{self._words['on_air']} {int(moment) // 60:02d}:{int(moment) % 60:02d}"
        self._say("on_air", int(moment / (1 if self._watched else LOGGED_S)), words)

    def transcribing(self, share: float) -> None:
        percent = 1 if self._watched else LOGGED_PERCENT
        self._say("transcript", int(100 * share / percent), f"{self._words['transcript']} {share:4.0%}")

    def end(self) -> None:
        if self._watched:
            print(file=sys.stderr)

    def _say(self, what: str, step: int, text: str) -> None:
        if self._said == (what, step):
            return
        self._said = (what, step)
        print(
            f"\r{text:<24}" if self._watched else text, end="" if self._watched else "\n", file=sys.stderr, flush=True
        )


def _address(text: str, device: str, option: str) -> str | None:
    if text == "none":
        return None
    if text.startswith("file:") and len(text) > len("file:"):
        return text
    if text.startswith(device) and len(text) > len(device):
        return text
    raise ContentError("address_unknown", option=option, found=text, device=device)
