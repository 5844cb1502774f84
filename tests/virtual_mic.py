"""A microphone on a machine without one: a private PulseAudio server that sound can be played into.

Needs Debian's pulseaudio, pulseaudio-utils, libasound2-plugins, libportaudio2. Nothing outside its own temporary
folder is touched. As a command it gives another one such a microphone: python -m tests.virtual_mic -- COMMAND ...
"""

from __future__ import annotations

import ctypes
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

RATE_HZ = 48_000


def _end_with_parent() -> None:
    """In a child, before it becomes the program: end with us, so that no server outlives a killed test."""
    ctypes.CDLL(None).prctl(1, signal.SIGTERM)


class VirtualMic:
    """The server, and its one microphone: plugged in, until it is unplugged."""

    def __init__(self, name: str = "vmic") -> None:
        self.name = name
        self.folder = Path(tempfile.mkdtemp(prefix="vmic-"))
        socket = self.folder / "native"
        self.environ = {
            "PULSE_SERVER": f"unix:{socket}",
            "PULSE_RUNTIME_PATH": str(self.folder),
            "PULSE_STATE_PATH": str(self.folder),
            "PULSE_COOKIE": str(self.folder / "cookie"),
        }
        self._all = {**os.environ, **self.environ}
        self._holder: subprocess.Popen[bytes] | None = None
        self._samples = 0
        log = self.folder / "log"
        self._server = subprocess.Popen(
            [
                *("pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1"),
                *("--realtime=no", "--high-priority=no", "--resample-method=speex-float-3", f"--log-target=file:{log}"),
                *("-L", f"module-native-protocol-unix auth-anonymous=1 socket={socket}"),
            ],
            env=self._all,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            preexec_fn=_end_with_parent,
        )
        while subprocess.run(["pactl", "info"], env=self._all, capture_output=True, check=False).returncode:
            if self._server.poll() is not None:
                raise RuntimeError("pulseaudio did not start: " + log.read_text())
        self.plug()

    def close(self) -> None:
        self._let_go()
        self._server.terminate()
        self._server.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def control(self, *words: str) -> str:
        """What ``pactl`` answers."""
        done = subprocess.run(["pactl", *words], env=self._all, capture_output=True, text=True, check=True)
        return done.stdout.strip()

    def plug(self) -> None:
        """Plug the microphone in, and wait until it gives sound."""
        form = [f"rate={RATE_HZ}", "channels=1", "channel_map=mono", "format=s16le"]
        sink, name = f"{self.name}_in", self.name
        self._sink = self.control("load-module", "module-null-sink", f"sink_name={sink}", *form)
        self.control("load-module", "module-remap-source", f"master={sink}.monitor", f"source_name={name}")
        self.control("set-default-source", name)
        self.control("set-default-sink", sink)
        # A null sink that nobody asked for a latency works in steps of 2 s; this reader keeps them at 10 ms.
        self._holder = self._reader(subprocess.DEVNULL)
        with self._reader(subprocess.PIPE) as first:
            assert first.stdout is not None
            first.stdout.read(RATE_HZ)  # half a second: then the steps are short
            first.kill()

    def unplug(self) -> None:
        """Pull the microphone out: it is gone at once, for with its sink the server takes away what hangs on it."""
        self._let_go()
        self.control("unload-module", self._sink)

    def let_streams_move(self) -> None:
        """From now on the server moves whoever listens to an unplugged microphone, as desktops do: here, to silence."""
        self.control("load-module", "module-null-source", f"source_name={self.name}_nothing", f"rate={RATE_HZ}")
        self.control("load-module", "module-rescue-streams")

    def play(self, wav: Path) -> None:
        """Begin to play a file of at most 5.8 MB into the microphone, out of the server's own memory.

        So a busy machine tears no holes into it.
        """
        self._samples += 1
        self.control("upload-sample", str(wav), f"s{self._samples}")
        self.control("play-sample", f"s{self._samples}", f"{self.name}_in")

    def _reader(self, output: int) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            ["parec", f"--device={self.name}", "--latency-msec=10", "--format=s16le", "--channels=1"],
            env=self._all,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.DEVNULL,
            preexec_fn=_end_with_parent,
        )

    def _let_go(self) -> None:
        if self._holder is not None:
            self._holder.kill()
            self._holder.wait()
        self._holder = None


@pytest.fixture
def virtual_mic(monkeypatch: pytest.MonkeyPatch) -> Iterator[VirtualMic]:
    """A plugged-in microphone that PortAudio in this process knows."""
    if not sys.platform.startswith("linux"):
        pytest.skip("the virtual microphone is a PulseAudio server")
    mic = VirtualMic()
    try:
        for name, value in mic.environ.items():
            monkeypatch.setenv(name, value)
        import sounddevice

        # It may have been imported before, when there was no server.
        sounddevice._terminate()
        sounddevice._initialize()
        yield mic
    finally:
        mic.close()


def main(command: list[str]) -> int:
    mic = VirtualMic()
    try:
        return subprocess.call(command, env={**os.environ, **mic.environ})
    finally:
        mic.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[sys.argv.index("--") + 1 :]))
