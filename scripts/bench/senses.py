"""What looking and listening cost, and how far they can be trusted.

    python scripts/bench/senses.py [--people FOLDER]

Prints: processor time of looking at five 720p pictures a second, of measuring a second of sound, of a loudness meter;
the loudness meter against the signals of EBU Tech 3341 and 3342; steadiness against pictures moved by a known way; look
and no look told apart on faces turned by a known angle; goods held up before the camera, told from gestures. The face is
the demo's drawn host, and those in the pictures of FOLDER (one large face in each) where there is one.
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
from simulator.perception.face import Face, looks_at_camera, neutral_of, pose_of
from simulator.perception.held import HeldWatch
from simulator.perception.islands import Islands
from simulator.perception.picture import glance
from simulator.perception.sound import measure_sound
from simulator.ports import SoundBlock, VideoFrame

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
    yield "3342-3", np.concatenate([sine(-40, 20), sine(-20, 20)]), -23.0, 20.0


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


def turned(picture: Picture, face: Face, yaw: float, pitch: float) -> Picture:
    """The picture with the head turned by these degrees: an egg with a nose, seen from the front."""
    height, width = picture.shape[:2]
    middle = np.array([face.left + face.width / 2, face.top + face.height / 2])
    across, down = face.width * 0.75, face.height * 0.8
    columns, rows = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    a, b = np.radians(yaw), np.radians(pitch)
    nose = (np.array(face.points[2]) - middle) / face.width
    flat = [(columns - middle[0]) / face.width, (rows - middle[1]) / face.width]
    x, y = flat[0].copy(), flat[1].copy()
    for _ in range(12):  # find the place in the straight picture that comes to lie here
        inside = np.clip(1 - (x * face.width / across) ** 2 - (y * face.width / down) ** 2, 0, None)
        bump = 0.14 * np.exp(-((x - nose[0]) ** 2 + (y - nose[1]) ** 2) / 0.012)
        depth = 0.55 * np.sqrt(inside) - 0.45 + bump * (inside > 0)
        near = np.clip(inside * 8, 0, 1)
        x += near * (flat[0] - (x * np.cos(a) + depth * np.sin(a)))
        turned_depth = depth * np.cos(a) - x * np.sin(a)
        y += near * (flat[1] - (y * np.cos(b) + turned_depth * np.sin(b)))
    there = (x * face.width + middle[0]).astype(np.float32), (y * face.width + middle[1]).astype(np.float32)
    return cv2.remap(picture, *there, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)


def looking(finder: CenterFace, people: list[Picture]) -> None:
    chance = np.random.default_rng(3)
    rights: dict[str, list[bool]] = {"yaw <= 10": [], "yaw >= 24": [], "pitch <= 10": [], "pitch >= 24": []}
    raw: list[tuple[bool, bool]] = []
    for picture in people:
        found = finder.find(VideoFrame(0.0, picture))
        if not found:
            continue

        def poses(yaw: float, pitch: float, picture: Picture = picture, face: Face = found[0]) -> list:
            seen = []
            for _ in range(10):
                grainy = turned(picture, face, yaw + chance.normal(0, 1), pitch + chance.normal(0, 1)).astype(float)
                grainy = np.clip(grainy * chance.uniform(0.8, 1.1) + chance.normal(0, 5, grainy.shape), 0, 255)
                faces = finder.find(VideoFrame(0.0, grainy.astype(np.uint8)))
                seen += [pose for each in faces[:1] if (pose := pose_of(each)) is not None]
            return seen

        neutral = neutral_of(poses(0, 0))
        if neutral is None:
            continue
        for yaw, pitch in [*((sign * yaw, 0) for yaw in (5, 10, 24, 32) for sign in (-1, 1))] + [
            (0, sign * pitch) for pitch in (5, 10, 24, 32) for sign in (-1, 1)
        ]:
            angle, name = max(abs(yaw), abs(pitch)), "yaw" if yaw else "pitch"
            straight = angle <= 10
            for pose in poses(yaw, pitch):
                looks = looks_at_camera(pose, neutral)
                rights[f"{name} {'<= 10' if straight else '>= 24'}"].append(looks == straight)
                raw.append((straight, looks))
    for name, right in rights.items():
        if right:
            print(f"look told right, {name} degrees: {100 * sum(right) / len(right):.0f} % of {len(right)}")


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
