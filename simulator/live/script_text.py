"""What a trainee wrote to say in a scenario: kept among the settings, read by the teleprompter."""

from __future__ import annotations

import unicodedata
from typing import Any, Protocol

LONGEST = 60_000
"""Characters of a script that are kept: an hour of English at 160 words a minute."""


class Settings(Protocol):
    """The part of a store that keeps settings."""

    def setting(self, key: str, default: Any = None) -> Any: ...

    def keep_setting(self, key: str, value: Any) -> None: ...


def own_script(settings: Settings, trainee: str, scenario: str) -> str:
    """The script of this trainee (by id) for this scenario (by id); empty where none was written.

    Raise StoreError when the store cannot be read.
    """
    kept = settings.setting(_key(trainee, scenario), "")
    return fit(kept) if isinstance(kept, str) else ""


def keep_own_script(settings: Settings, trainee: str, scenario: str, text: str) -> str:
    """Keep the script, cut at ``LONGEST``, and return it as kept; an empty one brings back the scenario's own cues.

    Raise StoreError when it cannot be written.
    """
    kept = fit(text)
    settings.keep_setting(_key(trainee, scenario), kept)
    return kept


def fit(text: str) -> str:
    """The text with line ends of one kind and without other control characters, which editors paste along."""
    lines = text[:LONGEST].replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").split("\n")
    cleaned = ("".join(each for each in line if unicodedata.category(each) not in ("Cc", "Cs")) for line in lines)
    return "\n".join(line.rstrip() for line in cleaned).strip("\n")


def _key(trainee: str, scenario: str) -> str:
    return f"script.{trainee}.{scenario}"
