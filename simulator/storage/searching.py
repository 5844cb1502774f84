"""Chinese and English words for SQLite's word index, which knows no Chinese: every Han letter becomes a word."""

from __future__ import annotations

import re
import unicodedata

_HAN = re.compile(r"([㐀-鿿豈-﫿])")
_WORD = re.compile(r"\w+")


def spaced(text: str) -> str:
    """The text as it is indexed: NFKC, a space around every Han letter, signs left out."""
    folded = unicodedata.normalize("NFKC", text)
    return " ".join(_WORD.findall(_HAN.sub(r" \1 ", folded)))


def query_of(words: str) -> str:
    """An index query for these words in this order, whatever else stands in them; "" when no word is in them."""
    found = spaced(words)
    return f'"{found}"' if found else ""
