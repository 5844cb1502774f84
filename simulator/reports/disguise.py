"""Names of people replaced by keyed codes, so that research can follow somebody without knowing who it is."""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Iterable, Mapping

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")
SHORTEST = 2
"""Letters of a name that is looked for in texts: one letter alone stands in too many words."""
_PART = 3
"""Letters of a part of a Latin name that is looked for by itself."""


class Disguise:
    """Codes are the same for the same key; without it nobody can go back from a code to a name."""

    def __init__(self, key: bytes, trainees: Mapping[str, str], instructors: Iterable[str]) -> None:
        """``trainees`` are names by id."""
        self._key = key
        codes = {form: self.trainee(id) for id, name in trainees.items() for form in forms_of(name)}
        codes |= {form: self.instructor(name) for name in instructors for form in forms_of(name) if form not in codes}
        self._codes = codes
        self.unsought = tuple(sorted(id for id, name in trainees.items() if not forms_of(name)))
        """Trainees (by id) whose names are too short to be looked for."""
        ordered = sorted(codes, key=lambda form: (-len(form), form))
        patterns = [rf"\b{re.escape(form)}\b" if form.isascii() else re.escape(form) for form in ordered]
        self._names = re.compile("|".join(patterns), re.IGNORECASE) if patterns else None

    def trainee(self, id: str) -> str:
        return self._code("T", id)

    def instructor(self, name: str) -> str:
        return self._code("I", name) if name else ""

    def session(self, id: str) -> str:
        return self._code("S", id)

    def text(self, words: str) -> str:
        """The words with every known name in them replaced."""
        if self._names is None:
            return words
        return self._names.sub(lambda found: self._codes[found.group().casefold()], words)

    def _code(self, kind: str, what: str) -> str:
        return f"{kind}-{hmac.new(self._key, f'{kind}{what}'.encode(), hashlib.sha256).hexdigest()[:10]}"


def forms_of(name: str) -> tuple[str, ...]:
    """The forms of a name that are looked for: whole, the given name of a Chinese one, the longer parts of a Latin one;
    lower case."""
    whole = " ".join(name.split()).casefold()
    forms = {whole} if len(whole) >= SHORTEST else set()
    if _HAN.fullmatch(whole) and len(whole) >= _PART:
        forms.add(whole[-2:])
    forms |= {part for part in whole.split() if part.isascii() and len(part) >= _PART}
    return tuple(sorted(forms))
