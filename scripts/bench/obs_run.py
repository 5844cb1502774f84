"""OBS Studio beside the cabin: both record the same 720p source on this machine, one after the other, in one run.

python scripts/bench/obs_run.py [--seconds 60] [--rounds 3]

Needs Debian's obs-studio (29.0.2 there) and a display (Xvfb; without a GPU OBS composes in software, as our lab PCs
would). OBS plays the camera's file, uncompressed and looped, with its preview on, and records x264 superfast at CRF 23
into MKV. Told in one line of JSON a round: cores of OBS, cores of the cabin with everything on, and their ratio.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from fractions import Fraction
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import av

from scripts.bench.record_live import FPS, noisy_pictures

WARM_UP = 12.0
SIZE = (1280, 720)
TICKS = os.sysconf("SC_CLK_TCK")


def write_raw(path: Path, seconds: float) -> None:
    """The noisy pictures without compression, so that decoding costs OBS next to nothing."""
    noisy = noisy_pictures(*SIZE, 60)
    with av.open(str(path), "w") as container:
        stream = container.add_stream("rawvideo", rate=FPS)
        stream.width, stream.height, stream.pix_fmt = *SIZE, "yuv420p"
        for number in range(round(seconds * FPS)):
            frame = av.VideoFrame.from_ndarray(noisy[abs(number % 118 - 59)], format="yuv420p")
            frame.pts, frame.time_base = number, Fraction(1, FPS)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


def write_settings(home: Path, source: Path, output: Path) -> None:
    """A profile and a scene of ours, in a home folder of its own."""
    folder = home / ".config" / "obs-studio"
    profile = folder / "basic" / "profiles" / "Bench"
    profile.mkdir(parents=True)
    (folder / "basic" / "scenes").mkdir()
    (folder / "global.ini").write_text(
        "[General]\nFirstRun=true\nLastVersion=486539264\nEnableAutoUpdates=false\n"
        "[Basic]\nProfile=Bench\nProfileDir=Bench\nSceneCollection=Bench\nSceneCollectionFile=Bench\n"
        "ConfigOnNewProfile=false\n[BasicWindow]\nPreviewEnabled=true\n"
    )
    width, height = SIZE
    (profile / "basic.ini").write_text(
        "[General]\nName=Bench\n"
        f"[Video]\nBaseCX={width}\nBaseCY={height}\nOutputCX={width}\nOutputCY={height}\nFPSType=0\nFPSCommon=30\n"
        "[Output]\nMode=Advanced\n"
        f"[AdvOut]\nRecType=Standard\nRecFilePath={output}\nRecFormat=mkv\nRecEncoder=obs_x264\nRecTracks=1\n"
    )
    (profile / "recordEncoder.json").write_text(
        json.dumps({"rate_control": "CRF", "crf": 23, "preset": "superfast", "keyint_sec": 1})
    )
    playing = {"local_file": str(source), "looping": True, "hw_decode": False, "restart_on_activate": True}
    film = {
        "id": "ffmpeg_source",
        "versioned_id": "ffmpeg_source",
        "name": "camera",
        "settings": playing,
        "mixers": 255,
        "enabled": True,
    }
    item = {"name": "camera", "id": 1, "visible": True, "pos": {"x": 0.0, "y": 0.0}, "scale": {"x": 1.0, "y": 1.0}}
    scene = {
        "id": "scene",
        "versioned_id": "scene",
        "name": "Scene",
        "settings": {"id_counter": 1, "custom_size": False, "items": [item]},
        "enabled": True,
    }
    (folder / "basic" / "scenes" / "Bench.json").write_text(
        json.dumps(
            {
                "name": "Bench",
                "current_scene": "Scene",
                "current_program_scene": "Scene",
                "scene_order": [{"name": "Scene"}],
                "sources": [film, scene],
            }
        )
    )


def used(process: int) -> float:
    """Processor seconds of a process and all its threads so far."""
    text = Path(f"/proc/{process}/stat").read_text()
    fields = text[text.rindex(")") + 2 :].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def obs_cores(folder: Path, seconds: float) -> dict[str, object]:
    """What OBS needs while it records; None where it wrote nothing."""
    source, output, home = folder / "camera.nut", folder / "obs", folder / "home"
    if not source.exists():
        write_raw(source, 10.0)
    output.mkdir(exist_ok=True)
    home.mkdir()
    write_settings(home, source, output)
    environment = {**os.environ, "HOME": str(home), "XDG_CONFIG_HOME": str(home / ".config")}
    environment.pop("QT_QPA_PLATFORM", None)
    program = subprocess.Popen(
        ["obs", "--multi", "--profile", "Bench", "--collection", "Bench", "--startrecording"],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        time.sleep(WARM_UP)
        before, began = used(program.pid), time.perf_counter()
        time.sleep(seconds)
        cores = (used(program.pid) - before) / (time.perf_counter() - began)
    finally:
        program.send_signal(signal.SIGINT)
        try:
            program.wait(20)
        except subprocess.TimeoutExpired:
            program.kill()
            program.wait()
    written = sorted(output.glob("*.mkv"))
    if not written:
        return {"obs_cores": None}
    with av.open(str(written[-1])) as container:
        stream = container.streams.video[0]
        times = [float(packet.pts * stream.time_base) for packet in container.demux(stream) if packet.pts is not None]
    size, length = written[-1].stat().st_size, max(times) - min(times)
    written[-1].unlink()
    return {
        "obs_cores": round(cores, 3),
        "obs_pictures_per_s": round((len(times) - 1) / length, 1),
        "obs_mbit_per_s": round(size * 8 / 1e6 / length, 2),
    }


def ours(seconds: float) -> dict[str, object]:
    """The cabin with everything on, as ``on_air.py`` measures it."""
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("on_air.py")), "--seconds", str(seconds)],
        capture_output=True,
        text=True,
        check=True,
    )
    told: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return told


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    for number in range(asked.rounds):
        with tempfile.TemporaryDirectory() as folder:
            theirs = obs_cores(Path(folder), asked.seconds)
        mine = ours(asked.seconds)
        cores, peer = float(str(mine["cores"])), theirs["obs_cores"]
        told = {
            "round": number + 1,
            **theirs,
            "cores": cores,
            "ratio": round(cores / peer, 3) if isinstance(peer, float) and peer else None,
            **{name: mine[name] for name in ("fps", "dropped", "window_late_p95_ms", "paint_p95_ms", "load")},
        }
        print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main()
