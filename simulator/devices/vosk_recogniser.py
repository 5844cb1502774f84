"""Live captions through Vosk: partial results while somebody speaks, phrases with word times after."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulator.devices.engine import RATE_HZ, Found, Hearing
from simulator.devices.phrases import joined, phrase, spread
from simulator.domain.events import HostSpoke, Word
from simulator.domain.language import Language
from simulator.domain.machine import Fault
from simulator.domain.units import Seconds, Span
from simulator.ports import Caption, DeviceError

BLOCK = RATE_HZ * 3 // 100
"""Vosk is fed 30 ms at a time whatever comes in, so that its text does not depend on how sound was cut."""
FRAMES = 6
"""Frames of 10 ms that Vosk computes at a time. Its own 20 show one word in twenty 0.42 s after its end or later, these
0.28 s, for twice the processor time: 0.06 core, measured on the Korean model."""
_FRAMES_OPTION = "--frames-per-chunk="
LIFE = 300 * RATE_HZ
"""A recogniser grows by 4 MB a minute: at the first end of an utterance after 5 min it is replaced."""
HURRIED: Seconds = 1.0
"""With more sound than this waiting, unfinished captions are not asked for: they would be old when shown."""
QUIET = RATE_HZ
"""With nothing unfinished, sound older than 1 s holds no beginning of a word any more."""
EARLY_STARTS: Seconds = 0.09
EARLY_ENDS: Seconds = 0.05
"""Vosk's word times are early by this much, measured on the Korean model."""

REQUIRED_FILES = ("am/final.mdl", "conf/mfcc.conf", "conf/model.conf")
"""Of every model; Vosk itself loads silently with others missing and then fails in the middle of speech."""
IVECTOR_FILES = ("final.dubm", "final.ie", "final.mat", "global_cmvn.stats", "online_cmvn.conf", "splice.conf")
GRAPHS = (("graph/HCLr.fst", "graph/Gr.fst"), ("graph/HCLG.fst",))


@dataclass(frozen=True, slots=True)
class VoskEngine:
    """Which Vosk model to load; with ``phrases`` it hears these and nothing else."""

    model: Path
    language: Language
    phrases: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return "vosk"

    @property
    def patience(self) -> Seconds:
        return 5.0

    def load(self) -> Hearing:
        missing = missing_files(self.model)
        if missing:
            raise DeviceError(Fault.UNREADABLE, "model_incomplete", path=str(self.model), missing=missing)
        import vosk

        vosk.SetLogLevel(-10)
        with quick(self.model) as folder:
            try:
                # As a string: a Path fails in its constructor and again in its destructor.
                model = vosk.Model(str(folder))
            except Exception as error:  # Vosk raises nothing more exact.
                raise DeviceError(Fault.UNREADABLE, "model_damaged", path=str(self.model)) from error
        return VoskHearing(model, self.language, self.phrases)


@contextmanager
def quick(model: Path) -> Iterator[Path]:
    """A folder of links to a model whose configuration says ``FRAMES``, while it is loaded: no other way is offered.

    The model itself where no links can be made, or where it says fewer already.
    """
    with TemporaryDirectory(prefix="bolian-vosk-", ignore_cleanup_errors=True) as name:
        yield model if (linked := _linked(model, Path(name))) is None else linked


def _linked(model: Path, folder: Path) -> Path | None:
    """The links in ``folder``; None where there is no need for them, or no way to make them."""
    try:
        lines = (model / "conf" / "model.conf").read_text("utf-8").splitlines()
        told = [line for line in lines if line.strip().startswith(_FRAMES_OPTION)]
        if any(int(line.strip().removeprefix(_FRAMES_OPTION)) <= FRAMES for line in told):
            return None
        for path in model.rglob("*"):
            if path.is_file():
                link = folder / path.relative_to(model)
                link.parent.mkdir(parents=True, exist_ok=True)
                try:
                    link.hardlink_to(path)  # Windows asks for rights before it makes the other kind
                except OSError:
                    link.symlink_to(path.resolve())
        changed = [line for line in lines if line not in told]
        configuration = folder / "conf" / "model.conf"
        configuration.unlink()  # the link, or the model's own would be written
        configuration.write_text("\n".join((*changed, f"{_FRAMES_OPTION}{FRAMES}", "")), "utf-8")
    except (OSError, ValueError):
        return None
    return folder


def missing_files(model: Path) -> tuple[str, ...]:
    """What a Vosk model lacks, as paths inside its folder."""
    missing = [name for name in REQUIRED_FILES if not (model / name).is_file()]
    if not any(all((model / name).is_file() for name in graph) for graph in GRAPHS):
        missing.append(" | ".join(" + ".join(graph) for graph in GRAPHS))
    if (model / "ivector").is_dir():
        missing += [f"ivector/{name}" for name in IVECTOR_FILES if not (model / "ivector" / name).is_file()]
    return tuple(missing)


class VoskHearing:
    """One stream through a loaded Vosk model."""

    def __init__(self, model: Any, language: Language, phrases: Sequence[str]) -> None:
        self._model = model
        self._language = language
        # An empty grammar ends the process with a segmentation fault.
        self._grammar = json.dumps(list(phrases), ensure_ascii=False) if phrases else None
        self._pending = np.zeros(0, dtype=np.float32)
        self._recogniser = self._fresh()
        self._fed = 0
        self._began = 0
        """Where in the stream the present recogniser's zero lies."""
        self._settled = 0

    def accept(self, samples: NDArray[np.float32], behind: Seconds = 0.0) -> Found:
        self._pending = np.concatenate((self._pending, samples))
        hurried = behind > HURRIED
        caption: Caption | None = None if hurried else self._caption()
        finished: list[HostSpoke] = []
        while len(self._pending) >= BLOCK:
            block, self._pending = self._pending[:BLOCK], self._pending[BLOCK:]
            self._fed += BLOCK
            if self._recogniser.AcceptWaveform(_pcm(block)):
                finished += self._phrases(self._recogniser.Result())
                self._settled = self._fed
                caption = None
                if self._fed - self._began > LIFE:
                    self._recogniser = self._fresh()
                    self._began = self._fed
            elif not hurried:
                caption = self._caption()
                if caption is None:
                    self._settled = max(self._settled, self._fed - QUIET)
        return Found(caption, tuple(finished), self._settled)

    def finish(self) -> Found:
        if len(self._pending):
            self._fed += len(self._pending)
            self._recogniser.AcceptWaveform(_pcm(self._pending))
            self._pending = self._pending[:0]
        self._settled = self._fed
        return Found(None, tuple(self._phrases(self._recogniser.FinalResult())), self._settled)

    def _fresh(self) -> Any:
        """A warmed recogniser: the first sound a new one hears costs about a second of computing."""
        import vosk

        arguments = (self._model, RATE_HZ) if self._grammar is None else (self._model, RATE_HZ, self._grammar)
        recogniser = vosk.KaldiRecognizer(*arguments)
        recogniser.SetWords(True)
        recogniser.AcceptWaveform(bytes(2 * RATE_HZ))
        recogniser.FinalResult()
        recogniser.Reset()
        # Its times go on counting from the second of silence.
        self._warmed = RATE_HZ
        return recogniser

    def _caption(self) -> Caption | None:
        said = [Word(text, Span(0.0, 0.0), None) for text in _known(self._partial_texts())]
        if not said:
            return None
        return Caption(joined(said, self._language), self._settled / RATE_HZ)

    def _partial_texts(self) -> list[str]:
        text: str = json.loads(self._recogniser.PartialResult()).get("partial", "")
        return text.split()

    def _phrases(self, result: str) -> list[HostSpoke]:
        words: list[Word] = []
        for entry in json.loads(result).get("result", []):
            if not _known([entry["word"]]):
                continue
            said = self._said(entry["start"], entry["end"])
            if self._language is Language.ZH:
                words += spread(entry["word"], said, entry["conf"])
            else:
                words.append(Word(entry["word"], said, entry["conf"]))
        return [phrase(words, self._language, "vosk")] if words else []

    def _said(self, start: Seconds, end: Seconds) -> Span:
        offset = (self._began - self._warmed) / RATE_HZ
        latest = self._fed / RATE_HZ
        ends = min(latest, offset + end + EARLY_ENDS)
        return Span(max(0.0, min(ends, offset + start + EARLY_STARTS)), ends)


def _known(texts: Sequence[str]) -> list[str]:
    return [text for text in texts if text not in ("[unk]", "<unk>")]


def _pcm(samples: NDArray[np.float32]) -> bytes:
    return np.clip(np.rint(samples * 32_768), -32_768, 32_767).astype(np.int16).tobytes()
