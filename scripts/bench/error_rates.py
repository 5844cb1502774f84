"""Word and character error rates, with the normalising that makes two spellings of one thing the same."""

from __future__ import annotations

import re
import unicodedata

import cn2an
import jiwer
import opencc
from whisper_normalizer.english import EnglishTextNormalizer

_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def chinese(text: str) -> str:
    """Simplified characters only, numbers in characters, no marks."""
    text = opencc.OpenCC("t2s").convert(unicodedata.normalize("NFKC", text))
    text = _NUMBER.sub(lambda number: cn2an.an2cn(number[0]), text)
    return "".join(character for character in text if "\u4e00" <= character <= "\u9fff")


def error_rate(language: str, truth: str, heard: str) -> float:
    """Characters wrong of those said in Chinese, words in any other language."""
    if language == "zh":
        return float(jiwer.cer(chinese(truth), chinese(heard)))
    if language == "en":
        normalised = EnglishTextNormalizer()
        return float(jiwer.wer(normalised(truth), normalised(heard)))
    return float(jiwer.wer(truth, heard))
