"""The lock files: everything hashed, no host named, one truth in all of them."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = sorted(path.name for path in ROOT.glob("requirements*.lock"))


def entries(name: str) -> list[str]:
    """Each requirement of a lock with its hashes, as one line."""
    return (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ").strip().splitlines()


def pins(name: str) -> set[tuple[str, str, str]]:
    found = set()
    for entry in entries(name):
        package, version = entry.split()[0].split("==")
        marker = entry.partition(";")[2].split("--hash")[0].strip()
        found.add((package, version, marker))
    return found


def test_there_are_four_locks():
    assert LOCKS == [
        "requirements-build.lock",
        "requirements-dev.lock",
        "requirements-models.lock",
        "requirements.lock",
    ]


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_is_pinned_and_hashed(name):
    for entry in entries(name):
        assert re.match(r"[a-z0-9.\-]+==[^ ]+ ", entry), entry
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", entry), entry


@pytest.mark.parametrize("name", LOCKS)
def test_no_lock_names_a_host_or_a_place(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert " @ " not in text
    assert "index-url" not in text


def test_tests_run_on_the_very_versions_that_people_get():
    assert pins("requirements.lock") <= pins("requirements-dev.lock")


def test_what_the_project_pins_is_what_is_locked():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    locked = {(package, version) for package, version, _ in pins("requirements.lock")}
    exact = [line.split(";")[0].strip().split("==") for line in project["dependencies"] if "==" in line.split(";")[0]]
    assert len(exact) > 15
    assert {(package.lower(), version) for package, version in exact} <= locked


def test_this_qt_keeps_its_references_of_none():
    """PySide6 6.12.0 on Python 3.10 and 3.11 loses one per void call and aborts after some minutes."""
    probe = (
        "import os, sys\n"
        "from PySide6.QtCore import QObject\n"
        "thing = QObject()\n"
        "before = sys.getrefcount(None)\n"
        "for _ in range(1000):\n"
        "    thing.setObjectName('x')\n"
        "lost = before - sys.getrefcount(None)\n"
        "print(lost, flush=True)\n"
        "os._exit(0)  # a broken wheel would abort in a normal exit\n"
    )
    said = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert int(said.stdout) < 500


def test_every_library_that_is_installed_is_in_the_page_of_licences():
    page = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
    listed = dict(re.findall(r"^\| ([a-z0-9.\-]+) \| ([^ ]+) \| [^|]+ \|$", page, re.MULTILINE))
    for name in ("requirements.lock", "requirements-models.lock"):
        for package, version, marker in pins(name):
            assert package in listed, package
            assert marker or listed[package] == version, package
