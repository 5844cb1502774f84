"""A microphone in a process of its own, for Linux.

PortAudio's ALSA part answers a microphone that is pulled out with an endless loop that cannot be cancelled, or a crash
(PortAudio #1037, #1179): closing its stream then never returns, a core is lost, and stderr grows by 50 MB a second. A
process can be ended.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import struct
import sys
from multiprocessing.connection import Connection

import numpy as np

from simulator.devices.clock import SystemClock
from simulator.devices.sounddevice_microphone import FIRST, RATE_HZ, SILENT, SounddeviceMicrophone
from simulator.domain.machine import Fault
from simulator.domain.units import Seconds
from simulator.media_port import Clock, Microphone, SoundBlock
from simulator.ports import DeviceError

SOUND, OPEN, FAILED = b"s", b"o", b"f"
STAMP = struct.Struct("<d")
OPEN_LIMIT: Seconds = 15.0
"""Of it, starting a process takes some tenths of a second, on a busy machine some seconds."""
OVER: Seconds = 0.3
"""So much longer than the microphone itself it is waited for, so that its own word comes first."""


class MicrophoneProcess:
    """What ``SounddeviceMicrophone`` gives, from another process; ``perf_counter`` is one clock for both."""

    exact = False

    def __init__(self, name: str) -> None:
        self._name = name
        self._patience = FIRST
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe(duplex=False)
        self._process = context.Process(target=_listen, args=(name, theirs), name="microphone", daemon=True)
        self._process.start()
        theirs.close()
        try:
            self._next(OPEN_LIMIT)
        except DeviceError:
            self.close()
            raise

    def read(self) -> SoundBlock:
        sound = self._next(self._patience + OVER)
        self._patience = SILENT
        (at,) = STAMP.unpack_from(sound)
        return SoundBlock(at, np.frombuffer(sound, np.float32, offset=STAMP.size), RATE_HZ)

    def close(self) -> None:
        self._process.kill()
        self._process.join()
        self._pipe.close()

    def _next(self, limit: Seconds) -> bytes:
        """The next message without its kind; raise the DeviceError that it is, or that none came."""
        try:
            if not self._pipe.poll(limit):
                raise DeviceError(Fault.LOST, "microphone_lost", microphone=self._name)
            message = self._pipe.recv_bytes()
        except (EOFError, OSError) as error:
            raise DeviceError(Fault.LOST, "microphone_lost", microphone=self._name) from error
        if message[:1] == FAILED:
            said = json.loads(message[1:])
            raise DeviceError(Fault(said["fault"]), said["code"], **said["facts"])
        return message[1:]


def system_microphone(name: str, clock: Clock) -> Microphone:
    """The microphone called ``name``, opened the way that is safe on this system."""
    return MicrophoneProcess(name) if sys.platform == "linux" else SounddeviceMicrophone(name, clock)


def _listen(name: str, pipe: Connection) -> None:
    """In the process: pass on what is heard until the pipe is closed or the microphone is lost."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # what ALSA has to say, at times without end
    try:
        microphone = SounddeviceMicrophone(name, SystemClock())
        pipe.send_bytes(OPEN)
        while True:
            block = microphone.read()
            pipe.send_bytes(SOUND + STAMP.pack(block.at) + block.samples.tobytes())
    except DeviceError as error:
        said = {"fault": error.fault, "code": error.code, "facts": error.facts}
        pipe.send_bytes(FAILED + json.dumps(said, default=str).encode())
    except OSError:
        pass  # nobody listens any more
    finally:
        pipe.close()
        os._exit(0)  # without PortAudio's own end, which may not come
