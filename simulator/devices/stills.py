"""Single pictures of a recording, small enough to stand in a report."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import av
import av.error
import cv2
import numpy as np

from simulator.devices.film_file import opened_recording
from simulator.devices.media_file import frames
from simulator.domain.units import Seconds
from simulator.ports import DeviceError

SIZE = (416, 234)
"""Width and height at most: twice what a report gives it, so that print is sharp."""
QUALITY = 80
STALE: Seconds = 1.5
"""A picture taken this long before a moment is none of it: the recording had ended by then, or stood still."""


def stills_of(
    recording: Path, moments: Iterable[Seconds], is_cancelled: Callable[[], bool] = lambda: False
) -> dict[Seconds, bytes]:
    """JPEGs of these moments, by moment; what cannot be read is left out. Raise InterruptedError once cancelled.

    Nothing at all where the recording is damaged, or is another session's: a report is worth having without pictures.
    """
    found: dict[Seconds, bytes] = {}
    try:
        container = opened_recording(recording)
    except DeviceError:
        return found
    with container:
        if not container.streams.video:
            return found
        stream = container.streams.video[0]
        stream.thread_type = "AUTO"
        for at in sorted(set(moments)):
            if is_cancelled():
                raise InterruptedError
            picture = _picture(container, stream, at)
            if picture is not None:
                found[at] = picture
    return found


def _picture(container: av.container.InputContainer, stream: av.VideoStream, at: Seconds) -> bytes | None:
    """The picture on screen at a moment, or the next one where it is the first; None beyond the end."""
    try:
        container.seek(int(max(at, 0.0) * av.time_base), backward=True)
    except av.error.FFmpegError:
        return None
    shown: av.VideoFrame | None = None
    for frame in frames(container, stream):
        if not isinstance(frame, av.VideoFrame) or frame.time is None:
            continue
        if frame.time > at and shown is not None:
            break
        shown = frame
        if frame.time >= at:
            break
    if shown is None or shown.time is None or shown.time < at - STALE:
        return None
    return _jpeg(shown)


def _jpeg(frame: av.VideoFrame) -> bytes | None:
    share = min(1.0, SIZE[0] / frame.width, SIZE[1] / frame.height)
    wide, high = max(2, round(frame.width * share)), max(2, round(frame.height * share))
    pixels = np.asarray(frame.reformat(width=wide, height=high, format="bgr24").to_ndarray(), dtype=np.uint8)
    made, code = cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, QUALITY])
    return code.tobytes() if made else None
