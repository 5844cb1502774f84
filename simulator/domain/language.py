"""Languages a host may speak."""

from __future__ import annotations

import re
from enum import StrEnum

_HAN = re.compile(r"[㐀-鿿豈-﫿]")
_WORD = re.compile(r"[A-Za-z0-9]+(?:['’.,][A-Za-z0-9]+)*")


class Language(StrEnum):
    """The language of a scenario, its speech and its audience."""

    ZH = "zh"
    EN = "en"

    def length(self, text: str) -> int:
        """How long a text is: characters in Chinese (a Latin word counts one), words in English."""
        words = len(_WORD.findall(text))
        return words + len(_HAN.findall(text)) if self is Language.ZH else words
