"""Kill a recording process at random moments, mend what is left, and see how much of it plays.

python scripts/bench/kill_trials.py [--trials 10] [--least 4] [--most 8]

The child records 1280x720 in real time with the default encoding. Lost = the last time it had handed over, less how far
picture and sound of the mended file reach. Exit status 1 if any file does not play or more than 2 s are lost.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

LIMIT = 2.0


def record(path: Path) -> None:
    """In the child: until killed."""
    import cv2
    import numpy as np
    from record_live import noisy_pictures

    from simulator.devices.clock import SystemClock
    from simulator.devices.pace import wait_until
    from simulator.devices.pyav_recorder import PyAvRecorder
    from simulator.media_port import SoundBlock, VideoFrame

    pictures = [cv2.cvtColor(picture, cv2.COLOR_YUV2BGR_I420) for picture in noisy_pictures(1280, 720, 30)]
    clock, never = SystemClock(), threading.Event()
    recorder = PyAvRecorder(path, clock)
    begin, number = clock.now(), 0
    while True:
        at = number / 30
        wait_until(begin + at, clock, never)
        recorder.picture(VideoFrame(at, np.asarray(pictures[abs(number % 58 - 29)], dtype=np.uint8)))
        recorder.sound(SoundBlock(at, np.zeros(1600, np.float32), 48_000))
        print(at, flush=True)
        number += 1


def trial(folder: Path, number: int, until: float) -> tuple[float, float]:
    """How many seconds of picture and of sound were lost."""
    import av

    from simulator.devices.recovery import part_of, recover

    path = folder / f"{number}.mkv"
    child = subprocess.Popen([sys.executable, __file__, "--record", str(path)], stdout=subprocess.PIPE)
    assert child.stdout is not None
    told = 0.0
    for line in child.stdout:
        told = float(line)
        if told >= until:
            break
    child.kill()
    told = max([told, *(float(line) for line in child.stdout.read().split())])
    child.wait()
    recover(part_of(path))
    pictures, sound = 0.0, 0.0
    with av.open(str(path)) as container:
        for frame in container.decode():
            if isinstance(frame, av.VideoFrame):
                pictures = max(pictures, frame.time or 0.0)
            elif isinstance(frame, av.AudioFrame):
                sound = max(sound, (frame.time or 0.0) + frame.samples / frame.sample_rate)
    return told - pictures, told - sound


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--trials", type=int, default=10)
    parser.add_argument("--least", type=float, default=4)
    parser.add_argument("--most", type=float, default=8)
    parser.add_argument("--record", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.record:
        record(asked.record)
    chance, lost, broken = random.Random(1), [], 0
    with tempfile.TemporaryDirectory() as folder:
        for number in range(asked.trials):
            try:
                lost.append(trial(Path(folder), number, chance.uniform(asked.least, asked.most)))
            except Exception as error:
                broken += 1
                print(f"trial {number}: {error}", file=sys.stderr)
    worst = [max(both) for both in lost]
    print(
        json.dumps(
            {
                "trials": asked.trials,
                "broken": broken,
                "picture_lost_median_s": round(statistics.median(p for p, _ in lost), 2),
                "sound_lost_median_s": round(statistics.median(s for _, s in lost), 2),
                "lost_most_s": round(max(worst), 2),
            }
        )
    )
    return 1 if broken or max(worst) > LIMIT else 0


if __name__ == "__main__":
    sys.exit(main())
