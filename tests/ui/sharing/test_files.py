"""Files that leave the program: whole, or not at all, and a sentence that says why."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from simulator.ports import StoreError
from simulator.ui.sharing.files import unwritable, write_whole


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    out = tmp_path / "a.txt"
    out.write_text("before", encoding="utf-8")
    write_whole(out, lambda part: part.write_text("after", encoding="utf-8"))
    assert out.read_text("utf-8") == "after" and [each.name for each in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "no space"), InterruptedError(), RuntimeError("a bug")])
def test_what_fails_leaves_the_file_as_it_was(tmp_path: Path, error: Exception) -> None:
    out = tmp_path / "a.txt"
    out.write_text("before", encoding="utf-8")

    def fails(part: Path) -> None:
        part.write_text("half", encoding="utf-8")
        raise error

    wanted = StoreError if isinstance(error, OSError) and not isinstance(error, InterruptedError) else type(error)
    with pytest.raises(wanted):
        write_whole(out, fails)
    assert out.read_text("utf-8") == "before" and [each.name for each in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "file_disk_full"),
        (errno.EDQUOT, "file_disk_full"),
        (errno.ENOENT, "file_no_folder"),
        (errno.EACCES, "file_forbidden"),
        (errno.EROFS, "file_forbidden"),
        (errno.EIO, "file_unwritable"),
    ],
)
def test_each_reason_has_its_sentence(number: int, code: str) -> None:
    error = unwritable(Path("x") / "a.pdf", OSError(number, os.strerror(number)))
    assert error.code == code and "a.pdf" in str(error.facts["file"])


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
def test_a_disk_that_is_full_is_called_full(tmp_path: Path) -> None:
    def fill(part: Path) -> None:
        part.symlink_to("/dev/full")
        part.write_bytes(b"x" * 100_000)

    with pytest.raises(StoreError) as full:
        write_whole(tmp_path / "a.pdf", fill)
    assert full.value.code == "file_disk_full" and not list(tmp_path.iterdir())


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as missing:
        write_whole(tmp_path / "missing" / "a.pdf", lambda part: part.write_bytes(b""))
    assert missing.value.code == "file_no_folder" and missing.value.facts["folder"] == str(tmp_path / "missing")
