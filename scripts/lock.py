"""Write the lock files anew from pyproject.toml: versions and hashes for every system, no host named. Needs uv."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OPTIONS = "--universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --quiet"
LOCKS = {
    "requirements-build.lock": ["--no-deps", "--group", "build"],
    "requirements-models.lock": ["--no-deps", "--group", "models"],
    "requirements.lock": ["pyproject.toml"],
    "requirements-dev.lock": ["pyproject.toml", "--extra", "dev", "--constraint", "requirements.lock"],
}


def main(arguments: list[str]) -> int:
    """Compile each lock; ``--upgrade`` and the like are handed to uv."""
    for name, asked in LOCKS.items():
        command = ["uv", "pip", "compile", *OPTIONS.split(), *asked, "--output-file", name, *arguments]
        code = subprocess.run(command, cwd=ROOT, check=False).returncode
        if code:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
