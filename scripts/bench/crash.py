"""Kill a whole session at random moments and see what is left: python scripts/bench/crash.py [--trials 10] [--seed 1].

Each trial runs the command a user would run, live, from files at 1280x720 and 30 pictures a second, ends it with
SIGKILL, and lets the next start finish it. Told per trial: how far log, words and recording reach before the kill.

With ``--speech`` a pitch is spoken and heard live by the installed recogniser, and the next start hears the recording
again: words then counts the speech up to the kill that is in no transcript, live the same before hearing again.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import wave
from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np

ROOT = Path(__file__).resolve().parents[2]
BOLIAN = [sys.executable, "-c", "from simulator.cli import main; main()"]
EARLIEST, LATEST = 6.0, 20.0
SPEECH = ROOT / "tests" / "speech" / "zh_apple_01_k.flac"


Sources = tuple[Path, Path, Path | None]
"""Picture, sound, and the words where no recogniser hears them."""


@dataclass(frozen=True)
class Trial:
    """Seconds before the kill that are missing, of each part."""

    killed_at: float
    log: float
    words: float
    live: float
    """The same as it was heard on air; equal where nothing is heard again."""
    picture: float
    sound: float
    finished: bool


def make_sources(
    folder: Path, seconds: float = 40.0, size: tuple[int, int] = (1280, 720), *, speech: bool = False
) -> Sources:
    """A noisy picture, a humming voice and the words it stands for; or a spoken pitch."""
    picture, sound, words = folder / "camera.mp4", folder / "voice.wav", folder / "words.json"
    luck = np.random.default_rng(1)
    with av.open(str(picture), "w") as file:
        stream = file.add_stream("libx264", rate=30, options={"preset": "ultrafast", "crf": "20"})
        stream.width, stream.height, stream.pix_fmt = *size, "yuv420p"
        base = luck.integers(60, 180, (size[1], size[0], 3), dtype=np.uint8)
        for number in range(10 * 30):
            noisy = np.roll(base, 4 * number, axis=1)
            file.mux(stream.encode(av.VideoFrame.from_ndarray(noisy, format="bgr24")))
        file.mux(stream.encode(None))
    tone = 0.2 * np.sin(2 * np.pi * 180 * np.arange(int(48_000 * seconds)) / 48_000)
    with wave.open(str(sound), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(48_000)
        file.writeframes((tone * 32_767).astype(np.int16).tobytes())
    if speech:
        return picture, SPEECH, None
    # Six words, then a breath: phrases end at pauses.
    starts = [0.5 + 0.5 * number + number // 6 for number in range(int(seconds * 1.2))]
    spoken = [{"text": "橙", "start_s": start, "end_s": start + 0.4} for start in starts if start + 0.4 < seconds]
    words.write_text(json.dumps(spoken, ensure_ascii=False), encoding="utf-8")
    return picture, sound, words


def reach(recording: Path) -> tuple[float, float]:
    """How far the picture and the sound of a recording can be played, in seconds."""
    last = {"video": 0.0, "audio": 0.0}
    with av.open(str(recording)) as file:
        for frame in file.decode():
            kind = "video" if isinstance(frame, av.VideoFrame) else "audio"
            length = frame.samples / frame.sample_rate if isinstance(frame, av.AudioFrame) else 1 / 30
            if frame.time is not None:
                last[kind] = max(last[kind], frame.time + length)
    return last["video"], last["audio"]


def spoken_until(moment: float) -> float:
    """When the last character of the pitch that was over by then ended."""
    tokens = json.loads(SPEECH.with_suffix(".json").read_text(encoding="utf-8"))["tokens"]
    return max((float(end) for _, _, _, end in tokens if end <= moment), default=0.0)


def last_word(data: Path, session: str, out: Path) -> float:
    """When the last word of a session's transcript ended."""
    subprocess.run(
        [*BOLIAN, "export", session, "--format", "json", "--out", str(out), "--data", str(data)], check=True, cwd=ROOT
    )
    heard = json.loads(out.read_text(encoding="utf-8"))["transcript"]["words"]
    return float(heard[-1]["end_s"]) if heard else 0.0


def trial(folder: Path, sources: Sources, moment: float) -> Trial:
    """One session, killed ``moment`` seconds after it went live."""
    picture, sound, words = sources
    data = folder / "data"
    command = [*BOLIAN, "rehearse", "--scenario", "S01", "--video", f"file:{picture}", "--audio", f"file:{sound}"]
    command += ["--seed", "7", "--data", str(data), "--json"]
    if words is not None:
        command += ["--transcript", str(words)]
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, cwd=ROOT)
    assert child.stderr is not None
    line = child.stderr.readline()
    assert line.startswith("on air: "), line
    live = time.perf_counter() + 0.3  # files begin this long after the word
    threading.Event().wait(moment)
    child.kill()
    killed_at = time.perf_counter() - live
    child.wait()
    child.stderr.close()
    session = line.split()[-1]
    out = folder / "whole.json"
    deaf = {**os.environ, "BOLIAN_MODELS": str(folder / "none")}
    recover = [*BOLIAN, "sessions", "--recover", "--json", "--data"]
    heard_live = None
    if words is None:
        # A copy is finished without a recogniser: what was heard on air and nothing else.
        copy = folder / "copy"
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(data, copy)
        subprocess.run([*recover, str(copy)], capture_output=True, check=True, cwd=ROOT, env=deaf)
        heard_live = last_word(copy, session, folder / "live.json")
    done = subprocess.run(
        [*recover, str(data)], capture_output=True, text=True, check=True, cwd=ROOT,
        env=deaf if words is not None else None,
    )  # fmt: skip
    entry = next(each for each in json.loads(done.stdout) if each["session"] == session)
    heard = last_word(data, session, out)
    # A word is in the log once the room reacted to its phrase, two seconds later.
    spoken = killed_at if words is not None else spoken_until(killed_at)
    video, audio = reach(Path(entry["recording"]))
    return Trial(
        killed_at=killed_at,
        log=killed_at - entry["length_s"],
        words=max(0.0, spoken - heard),
        live=max(0.0, spoken - (heard if heard_live is None else heard_live)),
        picture=killed_at - video,
        sound=killed_at - audio,
        finished=entry["state"] in ("scored", "off_air"),
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--trials", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--speech", action="store_true", help="a spoken pitch, heard live and again at the next start")
    asked = parser.parse_args()
    luck = random.Random(asked.seed)
    trials = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sources = make_sources(folder, speech=asked.speech)
        print("killed at s | missing s: log | words | live | picture | sound | finished")
        for _ in range(asked.trials):
            done = trial(folder, sources, luck.uniform(EARLIEST, LATEST))
            trials.append(done)
            print(
                f"{done.killed_at:11.2f} | {done.log:6.2f} | {done.words:6.2f} | {done.live:6.2f} | "
                f"{done.picture:6.2f} | "
                f"{done.sound:6.2f} | {done.finished}",
                flush=True,
            )
    for part in ("log", "words", "live", "picture", "sound"):
        missing = [getattr(done, part) for done in trials]
        print(f"{part}: median {statistics.median(missing):.2f}, worst {max(missing):.2f} s")
    print(f"load average {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "")
    return 0 if all(done.finished for done in trials) else 1


if __name__ == "__main__":
    sys.exit(main())
