"""A small grammar of invitations: what invites, what makes the same words none, and what is named beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from simulator.perception.numbers import HAN_DIGITS

BESIDE = 24
"""How far behind an invitation, in characters, what it names may stand (ours: a clause)."""
_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """The invitations of one language, as expressions on normalised text (lower case, simplified)."""

    patterns: Mapping[str, re.Pattern[str]]
    """By kind: order, coupon, follow, like, share, comment."""
    not_before: re.Pattern[str]
    """What, right before, makes it a warning, a question, or what others did."""
    not_in_clause: re.Pattern[str]
    """What, anywhere before in its clause, makes an invitation to write something else: 别把地址发评论区."""
    not_after: re.Pattern[str]
    """What, right behind, makes it a description: 下单的前五十名."""
    names: Mapping[str, re.Pattern[str]]
    """What an invitation may name, by id."""
    number: re.Pattern[str]
    """The number of a link, as the group ``n``."""

    def invitations(self, text: str) -> Iterator[tuple[str, int, int]]:
        """Kind and place of every invitation in the text."""
        for kind, pattern in self.patterns.items():
            for found in pattern.finditer(text):
                if self.invites(text, *found.span(), kind):
                    yield kind, *found.span()

    def invites(self, text: str, start: int, end: int, kind: str) -> bool:
        """Whether what stands around these words leaves them an invitation."""
        before, after = text[max(0, start - 24) : start], text[end : end + 12]
        if kind == "comment" and self.not_in_clause.search(before):
            return False
        return not self.not_before.search(before) and not self.not_after.search(after)

    def named(self, text: str, start: int, end: int) -> tuple[str, ...]:
        """What is named in an invitation and right behind it."""
        stretch = text[start : end + BESIDE]
        stop = re.search(r"[。！？!?；;]|\.(?=\s|$)", stretch[end - start :])
        if stop is not None:
            stretch = stretch[: end - start + stop.start()]
        found: list[str] = []
        for name, pattern in self.names.items():
            if pattern.search(stretch):
                number = self.number.search(stretch) if name == "link" else None
                digits = _number(number["n"]) if number is not None else None
                found.append(f"link:{digits}" if digits is not None else name)
        return tuple(found)


def _number(said: str) -> int | None:
    if said.isdigit():
        return int(said)
    if said in _WORDS:
        return _WORDS[said]
    if said in HAN_DIGITS:
        return HAN_DIGITS[said]
    if "十" in said and all(each in HAN_DIGITS or each == "十" for each in said):
        tens, _, ones = said.partition("十")
        return 10 * (HAN_DIGITS[tens] if tens else 1) + (HAN_DIGITS[ones] if ones else 0)
    return None
