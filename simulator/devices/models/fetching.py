"""A file from an address onto the disk, going on where a broken connection left it."""

from __future__ import annotations

import contextlib
import http.client
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from simulator.devices.models.disk import disk_faults, need_space, sha256_of
from simulator.domain.machine import Fault
from simulator.ports import ContentError, DeviceError

PIECE = 64 * 1024
TIMEOUT_S = 15.0
"""A server that is silent for this long is asked again."""
TRIES = 3
"""Connections in a row that bring nothing new before it is given up; what came stays for the next time."""
UNKNOWN_SIZE = 16 * 1024 * 1024
"""The most that is taken of a file whose size we do not know (configurations and vocabularies)."""


def fetch(
    url: str,
    part: Path,
    *,
    size: int | None,
    sha256: str | None,
    progress: Callable[[int], None],
    cancelled: Callable[[], bool],
) -> None:
    """Bring the file at ``url`` whole into ``part``, which may hold its beginning already; ``progress`` gets bytes.

    Raise DeviceError when the address does not give it, ContentError when it is another file, StoreError when the
    disk is full, InterruptedError when cancelled.
    """
    if urllib.parse.urlsplit(url).scheme not in ("http", "https"):
        raise ContentError("model_address_wrong", url=url)
    if size is not None and part.exists() and part.stat().st_size > size:
        part.unlink()
    begun = part.exists() and part.stat().st_size > 0
    _complete(url, part, size, progress, cancelled)
    if sha256 is None:
        return
    found = sha256_of(part, cancelled)
    if found != sha256 and begun:
        # The beginning may have been of another file: once more, from nothing.
        part.unlink()
        _complete(url, part, size, progress, cancelled)
        found = sha256_of(part, cancelled)
    if found != sha256:
        part.unlink()
        raise ContentError("model_hash_wrong", file=part.name, expected=sha256, found=found)


def _complete(
    url: str, part: Path, size: int | None, progress: Callable[[int], None], cancelled: Callable[[], bool]
) -> None:
    fruitless = 0
    while True:
        there = part.stat().st_size if part.exists() else 0
        if size is not None and there == size:
            return
        if size is not None:
            need_space(part.parent, size - there)
        try:
            if _continued(url, part, there, size, progress, cancelled) and size is None:
                return
            why = "cut"
        except urllib.error.HTTPError as error:
            error.close()
            if error.code == 416 and there:
                part.unlink()  # What we have is no beginning of what they have.
            elif error.code < 500:
                fault = Fault.MISSING if error.code in (404, 410) else Fault.BLOCKED
                raise DeviceError(fault, "model_not_at_address", url=url, status=error.code) from error
            why = str(error.code)
        except (urllib.error.URLError, http.client.HTTPException, TimeoutError, ConnectionError) as error:
            why = type(error).__name__
        after = part.stat().st_size if part.exists() else 0
        fruitless = 0 if after > there else fruitless + 1
        if fruitless >= TRIES:
            raise DeviceError(Fault.LOST, "model_download_failed", url=url, why=why, bytes=after)


def _continued(
    url: str,
    part: Path,
    there: int,
    size: int | None,
    progress: Callable[[int], None],
    cancelled: Callable[[], bool],
) -> bool:
    """Append what the server gives from byte ``there`` on; whether it gave all it announced."""
    request = urllib.request.Request(url, headers={"Accept-Encoding": "identity", "User-Agent": "bolian"})
    if there:
        request.add_header("Range", f"bytes={there}-")
    limit = UNKNOWN_SIZE if size is None else size
    with _opened(request) as answer:
        resumes = answer.status == 206 and str(answer.headers.get("Content-Range", "")).startswith(f"bytes {there}-")
        if answer.status == 206 and not resumes:
            part.unlink()  # A piece from somewhere else cannot follow what is here.
            return False
        if not resumes:
            there = 0  # A server that knows no ranges begins again.
        announced = answer.headers.get("Content-Length")
        wanted = there + int(announced) if announced and announced.isdecimal() else None
        with disk_faults(part.parent), part.open("ab" if resumes else "wb") as file:
            while piece := answer.read1(PIECE):
                if cancelled():
                    raise InterruptedError
                there += len(piece)
                if there > limit:
                    file.close()
                    part.unlink()
                    raise ContentError("model_size_wrong", url=url, expected=limit)
                file.write(piece)
                progress(there)
    return wanted is None or there == wanted


@contextlib.contextmanager
def _opened(request: urllib.request.Request) -> Iterator[Any]:
    with urllib.request.urlopen(request, timeout=TIMEOUT_S) as answer:
        yield answer
