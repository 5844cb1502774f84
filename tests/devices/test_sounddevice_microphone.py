"""A real PortAudio in front of a virtual microphone: heard whole, lost, and back."""

import threading
import wave
from pathlib import Path

import numpy as np
import pytest

from simulator.devices.clock import SystemClock
from simulator.devices.listing import microphones
from simulator.devices.microphone_process import MicrophoneProcess
from simulator.devices.sounddevice_microphone import SounddeviceMicrophone
from simulator.domain.machine import Device, DeviceFailed, DeviceReturned, Fault
from simulator.live.capture import CaptureThread
from simulator.media_port import SoundBlock
from simulator.ports import DeviceError
from tests.virtual_mic import VirtualMic

pytestmark = pytest.mark.sound


def noise(path: Path, seconds: float) -> np.ndarray:
    """16-bit noise, written to a file."""
    samples = (0.2 * np.random.default_rng(1).standard_normal(round(seconds * 48_000))).clip(-0.9, 0.9)
    whole = (samples * 32767).astype("<i2")
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(48_000)
        file.writeframes(whole.tobytes())
    return whole


@pytest.mark.parametrize("aside", [False, True])
def test_all_that_is_played_is_heard_sample_for_sample(virtual_mic: VirtualMic, tmp_path: Path, aside: bool):
    sent = noise(tmp_path / "noise.wav", 2.0)
    microphone = MicrophoneProcess("") if aside else SounddeviceMicrophone("", SystemClock())
    try:
        blocks = [microphone.read()]
        virtual_mic.play(tmp_path / "noise.wav")
        loud = 0
        while loud < 0.99 * len(sent) and len(blocks) < 3000:  # a few samples of the noise are zero
            blocks.append(microphone.read())
            loud += np.count_nonzero(blocks[-1].samples)
        blocks += [microphone.read() for _ in range(10)]
    finally:
        microphone.close()
    assert {len(block.samples) for block in blocks} == {480}
    heard = np.round(np.concatenate([block.samples for block in blocks]) * 32768).astype(int)
    size = 1 << (len(heard) + len(sent)).bit_length()
    match = np.fft.irfft(np.fft.rfft(heard, size) * np.conj(np.fft.rfft(sent.astype(float), size)), size)
    place = int(np.argmax(match[: len(heard)]))
    assert np.array_equal(heard[place : place + len(sent)], sent)
    assert blocks[-1].at - blocks[0].at == pytest.approx((len(blocks) - 1) * 0.01, abs=0.15)


def test_a_microphone_pulled_out_is_lost_and_plugged_in_is_back(virtual_mic: VirtualMic):
    clock = SystemClock()
    events: list[DeviceFailed | DeviceReturned] = []
    told = threading.Condition()
    heard: list[SoundBlock] = []

    def post(event: DeviceFailed | DeviceReturned) -> None:
        with told:
            events.append(event)
            told.notify_all()

    capture: CaptureThread[SoundBlock] = CaptureThread(
        Device.MICROPHONE, lambda: MicrophoneProcess(""), [heard.append], post, clock.now
    )
    capture.start()
    try:
        capture.wait_open(30)
        virtual_mic.unplug()
        pulled = clock.now()
        with told:
            assert told.wait_for(lambda: len(events) == 1, 30)
        assert isinstance(events[0], DeviceFailed)
        assert events[0].fault is Fault.LOST
        assert events[0].at - pulled < 10
        virtual_mic.plug()
        with told:
            assert told.wait_for(lambda: len(events) == 2, 30)
        assert isinstance(events[1], DeviceReturned)
        assert capture.fault is None
        assert abs(heard[-1].at - clock.now()) < 60  # the other process reads the same clock
    finally:
        assert capture.stop(30)


@pytest.mark.usefixtures("virtual_mic")
def test_a_microphone_in_a_process_says_that_it_is_missing():
    with pytest.raises(DeviceError) as raised:
        MicrophoneProcess("Nobody's microphone")
    assert (raised.value.fault, raised.value.code) == (Fault.MISSING, "microphone_missing")
    assert raised.value.facts["microphone"] == "Nobody's microphone"


@pytest.mark.usefixtures("virtual_mic")
def test_microphones_are_listed_and_an_unknown_one_is_missing():
    listed = microphones(look=True)
    assert "mic:pulse" in {microphone.address for microphone in listed}
    named = SounddeviceMicrophone("pulse", SystemClock())
    assert len(named.read().samples) == 480
    named.close()
    with pytest.raises(DeviceError) as raised:
        SounddeviceMicrophone("Nobody's microphone", SystemClock())
    assert (raised.value.fault, raised.value.code) == (Fault.MISSING, "microphone_missing")
    assert raised.value.facts["microphone"] == "Nobody's microphone"
