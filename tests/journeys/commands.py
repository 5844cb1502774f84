"""The command as a user runs it: in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

BOLIAN = "from simulator.cli import main; main()"
WITHOUT_COMPILER = "import sys; sys.modules['numba'] = None; " + BOLIAN


@dataclass(frozen=True)
class Ran:
    status: int
    out: str
    err: str


def bolian(*arguments: str | Path, screen: str = "en", program: str = BOLIAN) -> Ran:
    """Run the command as a user does, in a process of its own."""
    environment = {**os.environ, "BOLIAN_SCREEN": screen}
    done = subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        timeout=150,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)
