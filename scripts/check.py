"""The whole static gate: lint, format, types, import floors, file sizes and names, translations; 0 if all pass."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LONGEST_FILE = 400
"""Lines; a longer file holds more than one thing."""
EMPTY_NAMES = re.compile(r"(^|_)(utils?|helpers?|managers?|handlers?|services?|base|common|data|info)(_|$)")
COMMANDS = {
    "lint": ["ruff", "check", "."],
    "format": ["ruff", "format", "--check", "."],
    "types": ["mypy"],
    "floors": ["lint-imports", "--no-cache"],
    "translations": ["python", "scripts/translate.py", "check"],
}


def tool(name: str) -> str:
    """The command of this name beside the running Python."""
    return shutil.which(name, path=str(Path(sys.executable).parent)) or name


def failed_command(command: list[str]) -> str:
    """What ``command`` said if it ended badly, else nothing."""
    done = subprocess.run(
        [tool(command[0]), *command[1:]], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )
    return done.stdout + done.stderr if done.returncode else ""


def python_files(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def unwelcome_files(paths: list[Path]) -> str:
    """Files that are too long or whose name says nothing."""
    faults = []
    for path in paths:
        lines = len(path.read_text(encoding="utf-8").splitlines())
        if lines >= LONGEST_FILE:
            faults.append(f"{path.relative_to(ROOT)}: {lines} lines, the limit is {LONGEST_FILE}")
        if EMPTY_NAMES.search(path.stem):
            faults.append(f"{path.relative_to(ROOT)}: the name does not say what is in it")
    return "\n".join(faults)


def main() -> int:
    """Run every check beside the others; what failed is shown whole."""
    with ThreadPoolExecutor() as pool:
        running = {name: pool.submit(failed_command, command) for name, command in COMMANDS.items()}
        running["files"] = pool.submit(unwelcome_files, python_files("simulator", "scripts", "tests"))
        results = {name: future.result() for name, future in running.items()}
    for name, said in results.items():
        print(f"{name}: {'FAILED' if said else 'passed'}", flush=True)
        if said:
            print(said, flush=True)
    return 1 if any(results.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
