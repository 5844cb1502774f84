"""What looking and listening cost, and how far they can be trusted.

    python scripts/bench/senses.py [--people FOLDER]

Prints: processor time of looking at five 720p pictures a second, of measuring a second of sound, of a loudness meter;
the loudness meter against the signals of EBU Tech 3341 and 3342; steadiness against pictures moved by a known way; how
much a straight look wobbles; goods held up before the camera, told from gestures. The face is the demo's drawn host,
and those in the pictures of FOLDER (one large face in each) where there is one.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import cv2
import numpy as np

from simulator.assets import assets_folder
from simulator.devices.centerface import CenterFace, installed_model
from simulator.devices.r128_meter import R128Meter
from simulator.media_port import SoundBlock, VideoFrame
from simulator.perception.face import NODDED, TURNED, looks_at_camera, neutral_of, pose_of
from simulator.perception.held import HeldWatch
from simulator.perception.islands import Islands
from simulator.perception.picture import glance
from simulator.perception.sound import measure_sound

RATE_HZ = 48_000
Picture = np.ndarray


def cpu(act: Callable[[], object]) -> float:
    began = time.process_time()
    act()
    return time.process_time() - began


# ------------------------------------------------------------------------------------ cost


def host_pictures(every: int = 6) -> list[Picture]:
    """The demo's host, five pictures a second."""
    video = cv2.VideoCapture(str(assets_folder() / "demo" / "camera.mp4"))
    pictures = []
    while (read := video.read())[0]:
        pictures.append(read[1])
    return pictures[::every]


def cost_of_looking(finder: CenterFace) -> None:
    large = [cv2.resize(each, (1280, 720)) for each in host_pictures()[:25]]
    finder.find(VideoFrame(0.0, large[0]))
    finding = cpu(lambda: [finder.find(VideoFrame(0.0, each)) for each in large]) / len(large)
    before = None
    watch = HeldWatch()
    began = time.process_time()
    for number, each in enumerate(large):
        before = glance(number / 5, each, (), before)
        watch.take(before)
    measuring = (time.process_time() - began) / len(large)
    print(
        f"looking at a 720p picture: {1000 * (finding + measuring):.1f} ms (face {1000 * finding:.1f}); "
        f"at 5 a second {500 * (finding + measuring):.1f} % of a core"
    )


def cost_of_sound() -> None:
    sound = np.random.default_rng(1).normal(0, 0.1, 30 * RATE_HZ).astype(np.float32)
    meter, block = R128Meter(), RATE_HZ // 20

    def loudness() -> None:
        for at in range(0, len(sound), block):
            meter.take(SoundBlock(at / RATE_HZ, sound[at : at + block], RATE_HZ))

    islands, heard = Islands(16_000), sound[::3]

    def listen() -> None:
        for at in range(0, len(heard), 800):
            islands.take(heard[at : at + 800], at / 16_000, 1.0)

    def measure() -> None:
        for at in range(0, len(heard) - 16_000, 16_000):
            measure_sound(0.0, heard[at : at + 16_000], (1.0,) * 20)

    for name, act in (("R 128 meter", loudness), ("islands", listen), ("levels and pitch", measure)):
        print(f"{name}: {100 * cpu(act) / 30:.2f} % of a core")


# ------------------------------------------------------------------------------------ loudness


def sine(dbfs: float, seconds: float, hz: float = 1000.0) -> np.ndarray:
    moments = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    return (10 ** (dbfs / 20) * np.sin(2 * np.pi * hz * moments)).astype(np.float32)


def loudness_signals() -> Iterator[tuple[str, np.ndarray, float, float | None]]:
    """Name, signal, integrated loudness, and range where the standard names one; mono stands for both channels."""
    yield "3341-1", sine(-23, 20), -23.0, None
    yield "3341-2", sine(-33, 20), -33.0, None
    yield "3341-3", np.concatenate([sine(-36, 10), sine(-23, 60), sine(-36, 10)]), -23.0, None
    quiet = np.concatenate([sine(-72, 10), sine(-36, 10), sine(-23, 60), sine(-36, 10), sine(-72, 10)])
    yield "3341-4", quiet, -23.0, None
    yield "3341-5", np.concatenate([sine(-26, 20), sine(-20, 20.1), sine(-26, 20)]), -23.0, None
    yield "3342-1", np.concatenate([sine(-20, 20), sine(-30, 20)]), -22.6, 10.0
    yield "3342-2", np.concatenate([sine(-20, 20), sine(-15, 20)]), -16.8, 5.0
    yield "3342-3", np.concatenate([sine(-40, 20), sine(-20, 20)]), -20.0, 20.0


def loudness_accuracy() -> None:
    for name, signal, integrated, wide in loudness_signals():
        meter = R128Meter()
        for at in range(0, len(signal), 2400):
            meter.take(SoundBlock(at / RATE_HZ, signal[at : at + 2400], RATE_HZ))
        shown = meter.now()
        words = f"{name}: integrated {shown.integrated_lufs} LUFS (standard {integrated})"
        print(words + ("" if wide is None else f", range {shown.range_lu} LU (standard {wide})"))


# ------------------------------------------------------------------------------------ steadiness


def steadiness() -> None:
    noise = np.random.default_rng(2)
    pictures = [cv2.copyMakeBorder(each, 20, 20, 20, 20, cv2.BORDER_REPLICATE) for each in host_pictures()[:30]]
    for pixels in (0.0, 1.0, 2.0, 5.0, 10.0):
        before, found = None, []
        for number, each in enumerate(pictures):
            move = np.float32([[1, 0, pixels * (number % 2)], [0, 1, 0]])
            moved = cv2.warpAffine(each, move, (each.shape[1], each.shape[0]))[20:-20, 20:-20]
            grainy = np.clip(moved + noise.normal(0, 4, moved.shape), 0, 255).astype(np.uint8)
            before = glance(number / 5, grainy, None, before)
            found += [] if before.shift is None else [before.shift]
        print(f"camera moved {100 * pixels / 640:.2f} % of the width: told {100 * float(np.median(found)):.2f} %")


# ------------------------------------------------------------------------------------ looking


def turn_at(degrees: float) -> float:
    """What turn measures on a head whose nose stands out 25 mm between eyes 62 mm apart."""
    return float(25 / 31 * np.tan(np.radians(degrees)))


def looking(finder: CenterFace, people: list[Picture]) -> None:
    """How much a straight look wobbles with grain, light, size and place: what the limits must leave room for."""
    chance = np.random.default_rng(3)
    for number, picture in enumerate(people):
        poses = []
        for _ in range(60):
            size = chance.uniform(0.8, 1.1)
            move = np.float32([[size, 0, chance.uniform(-20, 20)], [0, size, chance.uniform(-15, 15)]])
            moved = cv2.warpAffine(picture, move, (picture.shape[1], picture.shape[0])).astype(float)
            grainy = np.clip(moved * chance.uniform(0.6, 1.2) + chance.normal(0, 6, moved.shape), 0, 255)
            faces = finder.find(VideoFrame(0.0, grainy.astype(np.uint8)))
            poses += [pose for each in faces[:1] if (pose := pose_of(each)) is not None]
        neutral = neutral_of(poses[:10])
        if neutral is None:
            print(f"face {number}: not calibrated ({len(poses)} of 60 pictures with a face)")
            continue
        looks = [looks_at_camera(pose, neutral) for pose in poses[10:]]
        spread = float(np.std([pose.turn for pose in poses])), float(np.std([pose.nod for pose in poses]))
        print(
            f"face {number}: straight looks told as such {100 * sum(looks) / len(looks):.0f} % of {len(looks)}, "
            f"spread of turn {spread[0]:.3f} (limit {TURNED}, {turn_at(17):.2f} at 17 degrees), "
            f"nod {spread[1]:.3f} (limit {NODDED})"
        )


# ------------------------------------------------------------------------------------ held goods


def carton(size: int, seed: int) -> Picture:
    """A printed box."""
    chance = np.random.default_rng(seed)
    box = np.full((size, size, 3), chance.integers(40, 220, 3), np.uint8)
    for _ in range(12):
        corner, other = chance.integers(0, size, 2), chance.integers(0, size, 2)
        cv2.rectangle(box, corner.tolist(), other.tolist(), chance.integers(0, 255, 3).tolist(), -1)
    cv2.putText(box, "5 kg", (size // 8, size // 2), cv2.FONT_HERSHEY_SIMPLEX, size / 90, (255, 255, 255), 3)
    return box


def held_goods(finder: CenterFace) -> None:
    told = {"held": [0, 0, 0], "gesture": [0, 0, 0], "lean": [0, 0, 0], "nothing": [0, 0, 0]}
    pictures = host_pictures()
    for trial in range(12):
        chance = np.random.default_rng(10 + trial)
        for kind, counts in told.items():
            watch, before = HeldWatch(), None
            size = int(chance.integers(110, 190))
            box = carton(size, trial)
            where = np.array([chance.integers(180, 640 - 180 - size), 360 - size - chance.integers(-20, 40)])
            for number in range(110):
                picture = pictures[number % len(pictures)].copy()
                shown = 75 <= number < 100
                if shown and kind == "held":
                    paste(picture, box, where + chance.integers(-3, 4, 2))
                elif shown and kind == "gesture":
                    way = np.array([90 * np.sin(number * 1.3), 50 * np.cos(number * 1.7)])
                    hand = np.full((70, 60, 3), (150, 175, 225), np.uint8)
                    paste(picture, hand, (where + way).astype(int))
                elif shown and kind == "lean":
                    picture = cv2.warpAffine(picture, np.float32([[1.15, 0, -90], [0, 1.15, -20]]), (640, 360))
                picture = np.clip(picture + chance.normal(0, 4, picture.shape), 0, 255).astype(np.uint8)
                frame = VideoFrame(number / 5, picture)
                before = glance(frame.at, picture, finder.find(frame), before)
                said = watch.take(before)
                if 80 <= number < 100:
                    counts[0 if said else 1 if said is False else 2] += 1
    for kind, (yes, no, unknown) in told.items():
        print(f"{kind}: told held {yes}, not held {no}, cannot be told {unknown}")


def paste(picture: Picture, patch: Picture, where: np.ndarray) -> None:
    left, top = (int(each) for each in where)
    left, top = max(0, left), max(0, top)
    room = picture[top : top + patch.shape[0], left : left + patch.shape[1]]
    room[:] = patch[: room.shape[0], : room.shape[1]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=Path)
    folder = parser.parse_args().people
    model = installed_model()
    cost_of_sound()
    loudness_accuracy()
    steadiness()
    if model is None:
        print("no model: faces are not measured")
        return
    finder = CenterFace(model)
    cost_of_looking(finder)
    people = [host_pictures()[0]]
    for path in sorted(folder.iterdir()) if folder is not None else ():
        person = cv2.imread(str(path))
        if person is not None:
            people.append(cv2.resize(person, None, fx=480 / person.shape[0], fy=480 / person.shape[0]))
    looking(finder, people)
    held_goods(finder)


if __name__ == "__main__":
    main()
