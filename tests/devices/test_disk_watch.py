"""The disk is watched: too little to begin with refuses, too little to go on ends the recording while it can."""

from __future__ import annotations

import av
import numpy as np
import pytest

from simulator.devices.clock import HandClock
from simulator.devices.pyav_recorder import MEGABYTE, PyAvRecorder
from simulator.devices.recording_file import Encoding
from simulator.domain.machine import Fault
from simulator.media_port import VideoFrame
from simulator.ports import DeviceError

QUICK = Encoding(preset="ultrafast")


@pytest.mark.parametrize(("free", "begins"), [(1_000 * MEGABYTE, True), (1_000 * MEGABYTE - 1, False)])
def test_a_recording_needs_a_gigabyte_to_begin(tmp_path, free, begins):
    def begin() -> PyAvRecorder:
        return PyAvRecorder(tmp_path / "new.mkv", HandClock(), encoding=QUICK, free=lambda _: free)

    if begins:
        begin().close()
        return
    with pytest.raises(DeviceError) as raised:
        begin()
    assert (raised.value.fault, raised.value.code) == (Fault.DISK_FULL, "disk_too_full")
    assert list(tmp_path.iterdir()) == []


def test_a_disk_below_two_hundred_megabytes_ends_the_recording_and_it_is_whole(tmp_path):
    clock, left = HandClock(), [5_000 * MEGABYTE]
    recorder = PyAvRecorder(tmp_path / "ended.mkv", clock, encoding=QUICK, wait=True, free=lambda _: left[0])
    number = 0
    while recorder.health().fault is None and number < 300:
        clock.time = number / 30
        left[0] = 5_000 * MEGABYTE if number < 90 else 200 * MEGABYTE - 1
        recorder.picture(VideoFrame(number / 30, np.full((96, 160, 3), number % 250, np.uint8)))
        number += 1
    assert recorder.health().fault is Fault.DISK_FULL
    assert 90 <= number < 300
    left[0] = 3_000 * MEGABYTE
    assert recorder.health().free_bytes == 3_000 * MEGABYTE, "told on, though nothing is recorded any more"
    written = recorder.health().written
    path = recorder.close()
    assert [file.name for file in tmp_path.iterdir()] == ["ended.mkv"]
    with av.open(str(path)) as container:
        assert len(list(container.decode(video=0))) >= written >= 50  # some of the 90 still waited in the queue
        assert container.duration is not None, "it was ended, not cut off"
