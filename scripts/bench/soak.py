"""An hour on air with everything on: whether memory grows, threads stay behind, and the recording is complete.

python scripts/bench/soak.py [--seconds 3600] [--comments 50] [--viewers 10000]

Told in one line of JSON, and on stderr once a minute. Memory is the resident set of this process after a collection;
growth is from the fifth minute, when models, fonts and caches are there, to the last. The recording is read from its
first packet to its last. Needs the Debian packages of the tests.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import tempfile
import threading
import time
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
if not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import av

from scripts.bench.on_air import WARM_UP, Threads, on_air, options, wait

MINUTE = 60.0
SETTLED = 5
"""Minutes until memory is compared."""


def resident_mb() -> float:
    """What of this process is in memory, in MB."""
    gc.collect()
    fields = Path("/proc/self/statm").read_text().split()
    return int(fields[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def threads() -> tuple[int, int]:
    """How many threads Python knows, and how many the system does."""
    return threading.active_count(), len(list(Path("/proc/self/task").iterdir()))


def whole(recording: Path) -> dict[str, object]:
    """What the recording holds, and its largest hole."""
    with av.open(str(recording)) as container:
        times: dict[str, list[float]] = {"video": [], "audio": []}
        for packet in container.demux():
            if packet.pts is not None:
                times[packet.stream.type].append(float(packet.pts * packet.time_base))
    holes = {kind: round(max((b - a for a, b in pairwise(sorted(at))), default=0.0), 3) for kind, at in times.items()}
    return {
        "recorded_s": round(max(map(max, times.values())), 1),
        "pictures": len(times["video"]),
        "largest_hole_s": holes,
        "mb": round(recording.stat().st_size / 1e6, 1),
    }


def main() -> None:
    parser = options(__doc__)
    parser.set_defaults(seconds=3600.0)
    asked = parser.parse_args()
    before = threads()
    memory: list[float] = []
    with tempfile.TemporaryDirectory() as name:
        with on_air(asked, Path(name), asked.seconds + WARM_UP) as cabin:
            used, began = Threads(), time.perf_counter()
            while time.perf_counter() - began < asked.seconds:
                wait(min(MINUTE, asked.seconds))
                cabin.gaps.clear()  # 200 a second, 23 MB in an hour: not the program's
                memory.append(resident_mb())
                print(f"{len(memory)} min: {memory[-1]:.0f} MB", file=sys.stderr, flush=True)
            cores = sum(used.since().values()) / (time.perf_counter() - began)
            length, events = cabin.session.now, len(cabin.session.log.events)
        assert cabin.ended is not None
        recording = whole(cabin.ended.recording) if cabin.ended.recording is not None else {}
        wait(2.0)  # threads that were told to end
        after = threads()
    settled = memory[min(SETTLED, len(memory)) - 1]
    told = {
        "seconds": round(length, 1),
        "grew_mb": round(memory[-1] - settled, 1),
        "memory_mb": [round(each) for each in memory[:: max(1, len(memory) // 12)]],
        "events": events,
        "threads_before": before,
        "threads_after": after,
        "threads_left": sorted(each.name for each in threading.enumerate() if each is not threading.main_thread()),
        "cores": round(cores, 3),
        "dropped": cabin.ended.health.dropped_frames,
        "sound_gaps": cabin.ended.health.audio_gaps,
        **recording,
    }
    print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main()
