"""A microphone through PortAudio."""

from __future__ import annotations

import queue
import sys
import threading
from typing import Any

import av
import numpy as np
from numpy.typing import NDArray

from simulator.domain.machine import Fault
from simulator.domain.units import Seconds
from simulator.media_port import Clock, SoundBlock
from simulator.ports import DeviceError

SYSTEM: str = sys.platform
"""As a plain word: mypy would otherwise check the branches of one system only."""

RATE_HZ = 48_000
BLOCK = 480
LATENCY: Seconds = 0.05
SILENT: Seconds = 0.8
"""Without a callback for this long the microphone is lost: PortAudio itself may not notice."""
FIRST: Seconds = 2.5
"""The first callback may take longer: wireless headsets wake up, an idle sound server works in steps of two seconds."""
CLOSE_LIMIT: Seconds = 2.0
OLDEST: Seconds = 0.25
"""No driver hands over older sound; a time stamp that says so lies."""

Samples = NDArray[np.float32]


def portaudio() -> Any:
    """The sounddevice module; raise DeviceError where the machine's sound system is broken: its import fails then."""
    try:
        import sounddevice
    except Exception as error:  # OSError without the library, PortAudioError where ALSA is broken
        raise DeviceError(Fault.MISSING, "sound_system_missing", reason=type(error).__name__) from error
    return sounddevice


def preferred_host(sound: Any) -> int | None:
    """Number of the host interface to use: WASAPI on Windows (the others' time stamps are worse); None elsewhere."""
    if SYSTEM != "win32":
        return None
    return next((k for k, host in enumerate(sound.query_hostapis()) if "WASAPI" in host["name"]), None)


def inputs(sound: Any) -> list[tuple[int, str]]:
    """(number, name) of every microphone."""
    host = preferred_host(sound)
    return [
        (number, device["name"])
        for number, device in enumerate(sound.query_devices())
        if device["max_input_channels"] > 0 and host in (None, device["hostapi"])
    ]


def look_again(sound: Any) -> None:
    """Make PortAudio list what was plugged in since it started; stops every stream of this process."""
    sound._terminate()
    sound._initialize()


class SounddeviceMicrophone:
    """Gives 48 kHz mono in blocks of 10 ms from the microphone called ``name`` ("" is the system's own choice)."""

    exact = False

    def __init__(self, name: str, clock: Clock) -> None:
        self._name = name
        self._clock = clock
        self._heard: queue.SimpleQueue[tuple[Seconds, Samples] | None] = queue.SimpleQueue()
        self._sound = portaudio()
        self._host = preferred_host(self._sound)
        self._number = self._find()
        self.overflows = 0
        self._closed = False
        self._patience = FIRST
        self._stream = self._open()
        self._rate_hz = round(self._stream.samplerate)
        self._stage = _to_ours() if self._rate_hz != RATE_HZ else None
        try:
            self._stream.start()
        except self._sound.PortAudioError as error:
            self.close()
            raise DeviceError(Fault.BUSY, "microphone_busy", microphone=name, reason=str(error)) from error

    def read(self) -> SoundBlock:
        while True:
            try:
                heard = self._heard.get(timeout=self._patience)
            except queue.Empty:
                heard = None
            self._patience = SILENT
            if heard is None:  # to be closed at once: a stream whose server is gone may spin and flood stderr
                raise DeviceError(Fault.LOST, "microphone_lost", microphone=self._name)
            at, samples = heard
            if self._stage is None:
                return SoundBlock(at, samples, RATE_HZ)
            frame = av.AudioFrame.from_ndarray(samples.reshape(1, -1), format="flt", layout="mono")
            frame.sample_rate = self._rate_hz
            ready = [piece.to_ndarray().reshape(-1) for piece in self._stage.resample(frame)]
            if ready:
                return SoundBlock(at, np.concatenate(ready).astype(np.float32), RATE_HZ)

    def close(self) -> None:
        if self._closed:  # PortAudio would look at memory it gave back
            return
        self._closed = True
        if SYSTEM != "linux":
            self._stream.close(ignore_errors=True)
            return
        # A microphone pulled out just as its stream begins leaves PortAudio's thread in an endless loop that closing
        # waits for (PortAudio #1037, in 19.6 and 19.7): then it is left behind, and the next stream opens without it.
        closing = threading.Thread(target=self._stream.close, args=(True,), name="microphone closing", daemon=True)
        closing.start()
        closing.join(CLOSE_LIMIT)

    # -------------------------------------------------------------------------------- opening

    def _find(self) -> int | None:
        """The device's number, which changes whenever something is plugged; None is the system's own choice."""
        for again in (False, True):
            if again:
                look_again(self._sound)
            found = inputs(self._sound)
            if not self._name and found:
                return None if self._host is None else self._sound.query_hostapis(self._host)["default_input_device"]
            for number, name in found:
                if name == self._name:
                    return number
        raise DeviceError(Fault.MISSING, "microphone_missing", microphone=self._name)

    def _open(self) -> Any:
        """A stream in the first form the device allows: 48 kHz mono, else its own rate, else two channels."""
        own_rate = round(self._sound.query_devices(self._number, "input")["default_samplerate"])
        reason: Exception | None = None
        for rate_hz, channels in ((RATE_HZ, 1), (own_rate, 1), (RATE_HZ, 2), (own_rate, 2)):
            try:
                return self._sound.InputStream(
                    device=self._number,
                    samplerate=rate_hz,
                    channels=channels,
                    dtype="float32",
                    blocksize=BLOCK * rate_hz // RATE_HZ,
                    latency=LATENCY,
                    callback=self._on_sound,
                    finished_callback=self._on_finished,
                    extra_settings=None if self._host is None else self._sound.WasapiSettings(auto_convert=True),
                )
            except self._sound.PortAudioError as error:
                reason = error
        # PortAudio says "unanticipated host error" for busy, blocked and broken alike.
        raise DeviceError(Fault.BUSY, "microphone_busy", microphone=self._name, reason=str(reason))

    # -------------------------------------------------------------------------------- on PortAudio's thread

    def _on_sound(self, sound: Samples, _count: int, times: Any, status: Any) -> None:
        now = self._clock.now()
        # Only the difference is usable: which clock PortAudio reads differs from build to build.
        age = times.currentTime - times.inputBufferAdcTime if times.inputBufferAdcTime else self._stream.latency
        if status.input_overflow:
            self.overflows += 1
        mono = sound[:, 0].copy() if sound.shape[1] == 1 else sound.mean(axis=1)
        self._heard.put((now - min(max(age, 0.0), OLDEST), mono))

    def _on_finished(self) -> None:
        self._heard.put(None)


def _to_ours() -> av.AudioResampler:
    return av.AudioResampler(format="flt", layout="mono", rate=RATE_HZ)
