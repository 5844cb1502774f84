"""Names of files that every system takes."""

from __future__ import annotations

import unicodedata

from simulator.domain.plain import plain
from simulator.domain.session import SessionHeader

FORBIDDEN = frozenset('<>:"/\\|?*')
"""What no file of Windows may be called."""
RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³")})
"""Devices of Windows, whatever ending follows."""
LONGEST = 120
"""Bytes of a name without its ending: file systems take 255, and folders add to the path."""


def safe_name(text: str, instead: str = "bolian") -> str:
    """``text`` as the name of a file without its ending, on Windows, macOS and Linux."""
    kept = unicodedata.normalize("NFC", plain(text))
    name = "".join("-" if letter in FORBIDDEN else letter for letter in kept)
    name = name.encode("utf-8")[:LONGEST].decode("utf-8", "ignore").strip(" .")
    if name.partition(".")[0].rstrip().casefold() in RESERVED:
        name = f"{instead}-{name}"
    return name or instead


def session_name(header: SessionHeader, trainee: str, what: str) -> str:
    """What a file of a session is called: whose, which scenario, when, which take, what it is."""
    who = safe_name(trainee, "trainee")[:24].strip(" .")
    return safe_name(f"{who} {header.scenario} {header.began_utc[:10]} {header.take} {what}".strip())
