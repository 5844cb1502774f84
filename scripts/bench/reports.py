"""How long each kind of report and file takes for a session of an hour, as a person waits for it.

The session is that of ``scoring.py``, laid end to end until it is as long as asked, with ``--comments`` comments in
all; its recording is made up (720p, a keyframe a second). Times are of the wall clock and of the processor.

    python scripts/bench/reports.py [--minutes 60] [--comments 10000] [--class 30] [--out FOLDER]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import av
import numpy as np
from PySide6.QtGui import QGuiApplication
from scoring import laid_end_to_end, measured

from simulator.domain.crowd import CommentPosted
from simulator.domain.judgement import Judgement
from simulator.domain.marked import MarkedSession
from simulator.domain.session import SessionLog
from simulator.domain.units import Span
from simulator.metrics.room import figures
from simulator.reports.dossier import Dossier
from simulator.reports.exports import exported
from simulator.reports.xapi import Sender, xapi_text
from simulator.scoring import score
from simulator.storage.content import FolderLibrary
from simulator.ui.offscreen import arguments
from simulator.ui.sharing.film import write_film
from simulator.ui.sharing.orders import Kind, Order
from simulator.ui.sharing.reporting import write_class, write_report
from tests.scoring.gaming.host import on_air
from tests.stream import ASSETS, default_rubric

SIZE = (1280, 720)
RATE = 2
"""Pictures a second of the made-up recording, and between two keyframes."""


def with_comments(log: SessionLog, count: int) -> SessionLog:
    """The session with this many comments in all."""
    there = list(log.only(CommentPosted))
    more = [
        replace(
            there[number % len(there)],
            id=f"extra{number}",
            at=log.length * number / max(count, 1),
            wants_answer=False,
            priority=0,
        )
        for number in range(max(0, count - len(there)))
    ]
    return replace(log, events=tuple(sorted((*log.events, *more), key=lambda event: event.at)))


def recording_of(length: float, path: Path) -> Path:
    """A recording of grainy shapes that move: a minute, over and over."""
    minute = path.with_name("minute.mkv")
    coarse = np.random.default_rng(1).integers(60, 200, (SIZE[1] * 3 // 2 // 40, SIZE[0] // 40), np.uint8)
    grain = np.random.default_rng(2).integers(0, 6, (SIZE[1] * 3 // 2, SIZE[0]), np.uint8)
    base = np.kron(coarse, np.ones((40, 40), np.uint8)) + grain
    with av.open(str(minute), "w") as container:
        stream = container.add_stream("libx264", rate=RATE, options={"preset": "ultrafast", "crf": "35"})
        stream.width, stream.height, stream.pix_fmt = *SIZE, "yuv420p"
        stream.codec_context.gop_size = RATE
        for number in range(60 * RATE):
            frame = av.VideoFrame.from_ndarray(np.roll(base, 4 * number, axis=1), format="yuv420p")
            frame.pts, frame.time_base = number, Fraction(1, RATE)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    with av.open(str(minute)) as source, av.open(str(path), "w") as container:
        stream = container.add_stream_from_template(source.streams.video[0])
        packets = [(bytes(each), each.pts, each.is_keyframe) for each in source.demux(video=0) if each.size]
        clock = source.streams.video[0].time_base
        assert clock is not None
        for lap in range(-int(-length // 60)):
            for content, pts, key in packets:
                packet = av.Packet(content)
                packet.stream, packet.time_base, packet.is_keyframe = stream, clock, key
                packet.pts = packet.dts = (pts or 0) + round(60 * lap / clock)
                container.mux(packet)
    minute.unlink()
    return path


def timed(what: str, path: Path, work: Callable[[], object]) -> None:
    """Do it, and say how long it took and how large what came out is."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    print(f"  {what}: {wall:.2f} s, {cpu:.2f} s of CPU, {path.stat().st_size / 1e6:.2f} MB", flush=True)


def dossier_of(log: SessionLog, library: FolderLibrary) -> Dossier:
    rubric = default_rubric()
    return Dossier(
        log=log,
        scorecard=score(log, rubric, provisional=False),
        judgement=Judgement(session=log.header.id),
        rubric=rubric,
        figures=figures(log),
        trainee="小满",
        names=library.taxonomy().names,
        taxonomy=library.taxonomy(),
        rules=library.rules(log.language),
        recorded=True,
    )


def all_kinds(name: str, language: str, asked: argparse.Namespace, folder: Path) -> None:
    """Every kind of file of one session."""
    library = FolderLibrary(ASSETS)
    log = with_comments(laid_end_to_end(measured(on_air(name)), asked.minutes), asked.comments)
    recording = recording_of(log.length, folder / f"{name}.mkv")
    comments = sum(1 for _ in log.only(CommentPosted))
    print(f"{name}: {log.length / 60:.0f} min, {len(log.events)} events, {comments} comments", flush=True)
    dossier = dossier_of(log, library)
    for kind in (Kind.TRAINEE, Kind.EVIDENCE):
        for ending in ("html", "pdf"):
            path = folder / f"{name}-{kind.value}.{ending}"
            order = Order(kind=kind, path=path, language=language, transcript=kind is Kind.EVIDENCE)
            timed(f"{kind.value}, {ending}", path, partial(write_report, order, dossier, recording))
    members = [member(dossier, number) for number in range(asked.members)]
    unpack = [partial(replace, each) for each in members]
    for ending in ("html", "pdf"):
        path = folder / f"{name}-class.{ending}"
        order = Order(kind=Kind.CLASS, path=path, language=language)
        work = partial(write_class, order, unpack, {log.scenario.id: log.scenario}, library.taxonomy().names, 0)
        timed(f"class of {asked.members}, {ending}", path, work)
    for kind_of_text in ("csv", "srt", "vtt", "json"):
        path = folder / f"{name}.{kind_of_text}"
        timed(kind_of_text, path, partial(write_text, kind_of_text, dossier, path))
    path = folder / f"{name}-xapi.json"
    timed("xapi", path, partial(write_statements, dossier, path))
    path = folder / f"{name}-clip.mp4"
    span = Span(log.length / 2, log.length / 2 + 10)
    timed("clip of 10 s", path, partial(write_film, log, None, recording, path, span=span))


def member(dossier: Dossier, number: int) -> MarkedSession:
    return MarkedSession(
        header=replace(dossier.log.header, id=f"s{number}", trainee=f"t{number}"),
        trainee=f"学员{number}",
        profile=None,
        card=dossier.scorecard,
        rubric=dossier.rubric,
        judgement=dossier.judgement,
    )


def write_text(kind: str, dossier: Dossier, path: Path) -> None:
    path.write_bytes(exported(kind, dossier.log, dossier.scorecard, dossier.judgement, dossier.rubric))


def write_statements(dossier: Dossier, path: Path) -> None:
    path.write_text(xapi_text(dossier, Sender(salt=b"k" * 32)), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--comments", type=int, default=10_000)
    parser.add_argument("--class", dest="members", type=int, default=30)
    parser.add_argument("--out", type=Path, help="keep the files here")
    asked = parser.parse_args()
    application = QGuiApplication(arguments())
    with tempfile.TemporaryDirectory() as made:
        folder = asked.out or Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        all_kinds("zh_honest", "zh", asked, folder)
        all_kinds("en_honest", "en", asked, folder)
    del application


if __name__ == "__main__":
    main()
