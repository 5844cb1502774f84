"""How a Chinese character is read, by pypinyin: its tables take a third of a second to load, so not at every start."""

from __future__ import annotations

from functools import cache


@cache
def syllable(character: str) -> str:
    """The syllable of one character, without its tone."""
    import pypinyin

    return str(pypinyin.lazy_pinyin(character, style=pypinyin.Style.NORMAL)[0])


@cache
def toned_syllable(character: str) -> str:
    """The syllable of one character with its tone behind it: ``zhong1``."""
    import pypinyin

    return str(pypinyin.lazy_pinyin(character, style=pypinyin.Style.TONE3)[0])
