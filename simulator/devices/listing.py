"""Which cameras and microphones there are, by the names people know them by.

Both may take a second: call them from a background job, never while a session is on air.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from simulator.devices.sounddevice_microphone import inputs, look_again, portaudio
from simulator.media_port import DeviceName
from simulator.ports import DeviceError

SYSTEM: str = sys.platform
"""As a plain word: mypy would otherwise check the branches of one system only."""
VIDEO_DEVICES = Path("/sys/class/video4linux")
MOST = 10
"""Cameras looked for where the system gives no list."""


def cameras(video_devices: Path = VIDEO_DEVICES) -> tuple[DeviceName, ...]:
    """Every camera; two of one name carry their numbers."""
    if SYSTEM == "win32":
        found = _windows_cameras()
    elif SYSTEM == "linux":
        found = _linux_cameras(video_devices)
    else:
        found = [(number, "") for number in range(MOST) if _opens(number)]
    names = Counter(name for _, name in found)
    return tuple(
        DeviceName(f"camera:{number}", name if name and names[name] == 1 else f"{name} {number}".strip())
        for number, name in found
    )


def microphones(*, look: bool = False) -> tuple[DeviceName, ...]:
    """Every microphone; ``look`` also finds what was plugged in since the start, and stops all running sound."""
    try:
        sound = portaudio()
        if look:
            look_again(sound)
        return tuple(DeviceName(f"mic:{name}", name) for name in dict.fromkeys(name for _, name in inputs(sound)))
    except DeviceError:
        return ()


def _linux_cameras(video_devices: Path) -> list[tuple[int, str]]:
    """One line for each device that gives pictures: a camera's further nodes carry its metadata."""
    found = []
    for node in video_devices.glob("video*"):
        try:
            if (node / "index").read_text().strip() == "0":
                found.append((int(node.name.removeprefix("video")), (node / "name").read_text().strip()))
        except (OSError, ValueError):
            continue  # unplugged while we looked
    return sorted(found)


def _windows_cameras() -> list[tuple[int, str]]:
    import cv2
    from cv2_enumerate_cameras import enumerate_cameras

    # Numbers differ between the interfaces; OpenCvCamera tries DirectShow first.
    return [(camera.index, camera.name) for camera in enumerate_cameras(cv2.CAP_DSHOW)]


def media_foundation_number(number: int) -> int | None:
    """Media Foundation's number of the camera that is ``number`` to DirectShow: they share names, not numbers."""
    import cv2
    from cv2_enumerate_cameras import enumerate_cameras

    name = next((camera.name for camera in enumerate_cameras(cv2.CAP_DSHOW) if camera.index == number), None)
    return next((camera.index for camera in enumerate_cameras(cv2.CAP_MSMF) if camera.name == name), None)


def _opens(number: int) -> bool:
    import cv2

    capture = cv2.VideoCapture(number)
    try:
        return capture.isOpened()
    finally:
        capture.release()
