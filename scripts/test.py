"""Everything the tests need, the static gate, then all tests: python3 scripts/test.py [arguments for pytest]."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys

from set_up_decisions import program
from start import ROOT, VENV, set_up_or_say_why


@contextlib.contextmanager
def x_server():
    """The display for tests that need real windows: the one there is, else an Xvfb of our own; None if neither."""
    if not sys.platform.startswith("linux") or os.environ.get("DISPLAY"):
        yield os.environ.get("DISPLAY")
        return
    reading, writing = os.pipe()
    options = ["-screen", "0", "1920x1080x24", "-nolisten", "tcp", "-displayfd", str(writing)]
    try:
        server = subprocess.Popen(["Xvfb", *options], pass_fds=[writing], stderr=subprocess.DEVNULL)
    except FileNotFoundError:
        os.close(writing)
        os.close(reading)
        yield None
        return
    os.close(writing)
    try:
        with os.fdopen(reading) as told:  # the server writes its number once it listens, or ends and closes the pipe
            number = told.readline().strip()
        yield f":{number}" if number else None
    finally:
        server.terminate()
        server.wait()


MOST_WORKERS = 4
"""Each loads models of its own, about 1.5 GB."""


def workers() -> list[str]:
    """Tests in as many processes as there are cores; a file's tests stay together, for what it prepares once."""
    return ["-n", str(min(os.cpu_count() or 1, MOST_WORKERS)), "--dist", "loadfile"]


def main(arguments: list[str]) -> int:
    """Set up, check, test; not 0 if any of these failed."""
    if not set_up_or_say_why("tests"):
        return 1
    python = program(VENV, "python")
    checked = subprocess.run([python, "scripts/check.py"], cwd=ROOT, check=False).returncode
    with x_server() as display:
        environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUNBUFFERED": "1"}
        if display:
            environ["DISPLAY"] = display
        tested = subprocess.run(
            [python, "-m", "pytest", *workers(), *arguments], cwd=ROOT, env=environ, check=False
        ).returncode
    return tested or checked


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
