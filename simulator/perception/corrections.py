"""Slips that the host put right: "说错了，是三十九块九", "sorry, I meant ten pounds"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from simulator.domain.findings import (
    CorrectionMade,
    DiscountTold,
    FactContradicted,
    FactTold,
    PriceTold,
    PriceVerdict,
    PromiseMade,
    RuleBroken,
    Support,
)
from simulator.domain.language import Language
from simulator.domain.units import Seconds, Span
from simulator.perception.wording import Phrase

HEALS: Seconds = 60.0
"""How far back a correction reaches (rubric B2)."""
KEPT = 40
"""So many statements are remembered at most (ours)."""
FOLLOWS: Seconds = 15.0
"""How soon what is right must follow the words that take back (ours)."""

_CUES = {
    Language.ZH: re.compile(
        r"(?:说|讲|念|看|记|搞|弄|报|标|写|喊)(?:错|岔|反|串|混)(?:了|啦|咯)|口误|嘴瓢|更正(?:一下)?|纠正(?:一下)?"
        r"|改(?:一下|个)口|(?:^|[，。！,.])不对(?=[，。！,.是]|不对)"
        r"|(?:^|[，。])(?:不是不是|哦不|啊不|呸)(?=[，。是])|应该是|正确的(?:是|价格)|我(?:想|要)说的是|收回(?:刚才"
        r"|刚刚|这句|那句)?|刚才那句(?:话)?不(?:算|对)"
    ),
    Language.EN: re.compile(
        r"\bi (?:misspoke|meant|mean(?:t)? to say|got (?:that|it) wrong|said (?:that|it) wrong|made a mistake)\b"
        r"|\bthat(?:'s| was| is) (?:wrong|not right|my mistake)\b|\bcorrection\b"
        r"|\blet me (?:correct|fix|rephrase|take that back)\b|\bscratch that\b|\bmy (?:mistake|bad)\b|\b(?:wait|oh"
        r"|sorry|no),? no\b|\bno,? wait\b|\bmake that\b|\bsorry,? (?:it's|that's|i meant|the)\b"
        r"|\bi (?:take|took) (?:that|it) back\b|\bwrong (?:price|number)\b|\bthe right (?:price|number|answer) is\b"
    ),
}
_TAKES_BACK = {
    Language.ZH: re.compile(
        r"收回|不能(?:这么|这样)?(?:说|讲)|不该(?:这么|这样)?(?:说|讲)|不(?:敢|可以)(?:这么)?(?:说|讲)|夸张了|说过头"
        r"|说大了|不算数|不算"
    ),
    Language.EN: re.compile(
        r"\b(?:take|took) (?:that|it) back|scratch that|shouldn't (?:say|have said)|can't (?:say|claim|promise)"
        r"|not allowed to|exaggerat|carried away|that's not (?:true|right)\b"
    ),
}  # fmt: skip

Statement = PriceTold | DiscountTold | FactTold | FactContradicted | PromiseMade | RuleBroken


@dataclass(frozen=True, slots=True)
class _Kept:
    """A statement of the last minute that may yet be put right."""

    said: Span
    what: str
    product: str | None
    fact: str | None
    wrong: bool


class CorrectionListener:
    """Remembers what was said in the last minute and hears it put right."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._kept: list[_Kept] = []
        self._cue: Span | None = None
        self._cue_quote = ""

    def hear(self, phrase: Phrase, statements: Sequence[Statement]) -> Iterator[CorrectionMade]:
        """Corrections in the phrase: words that take back, and behind them what is right."""
        new = [_kept(each) for each in statements]
        self._kept = [each for each in self._kept if phrase.said.start - each.said.end <= HEALS]
        text = phrase.plain
        cues = [text.recognised(*found.span()) for found in _CUES[self._language].finditer(text.text)]
        if cues:
            start, end = cues[-1]
            self._cue, self._cue_quote = phrase.span(start, end), phrase.quote(start, end)
            first = phrase.span(*cues[0]).start
        else:
            first = phrase.said.start
        cue = self._cue
        if cue is not None and phrase.said.start - cue.end <= FOLLOWS:
            earlier = [*self._kept, *(each for each in new if each.said.end <= first + 0.01)]
            later = [each for each in new if each.said.start >= cue.start - 0.01 and each.what != "claim"]
            made = [each for each in (self._put_right(one, earlier, phrase) for one in later if not one.wrong) if each]
            if not made and cues and _TAKES_BACK[self._language].search(text.text):
                made = [each for each in (self._taken_back(earlier, phrase),) if each]
            if made:
                self._cue = None
                yield made[0]
        self._kept = [*self._kept, *new][-KEPT:]

    def _put_right(self, right: _Kept, earlier: Sequence[_Kept], phrase: Phrase) -> CorrectionMade | None:
        same = [
            each
            for each in earlier
            if each.what == right.what
            and (each.fact == right.fact or right.fact is None or each.fact is None)
            and (each.product == right.product or None in (each.product, right.product))
            and each.said.end <= right.said.start
        ]
        wrong = [each for each in same if each.wrong] or (same if right.what == "price" else [])
        return self._made(wrong[-1], right.said, phrase) if wrong else None

    def _taken_back(self, earlier: Sequence[_Kept], phrase: Phrase) -> CorrectionMade | None:
        claims = [each for each in earlier if each.what == "claim"]
        return self._made(claims[-1], phrase.said, phrase) if claims else None

    def _made(self, wrong: _Kept, right: Span, phrase: Phrase) -> CorrectionMade:
        self._kept = [each for each in self._kept if each is not wrong]
        said = Span(min(self._cue.start if self._cue else right.start, right.start), right.end)
        return CorrectionMade(
            at=phrase.at, said=said, product=wrong.product, replaces=wrong.said, what=wrong.what, fact=wrong.fact,
            quote=_quoted(phrase, said) or self._cue_quote,
        )  # fmt: skip


def _kept(each: Statement) -> _Kept:
    match each:
        case PriceTold():
            wrong = each.verdict in (PriceVerdict.WRONG, PriceVerdict.UNSURE)
            return _Kept(each.said, "price", each.product, None, wrong)
        case DiscountTold():
            wrong = each.verdict in (PriceVerdict.WRONG, PriceVerdict.UNSURE)
            return _Kept(each.said, "discount", each.product, None, wrong)
        case FactTold():
            return _Kept(each.said, "fact", each.product, each.fact, False)
        case FactContradicted():
            return _Kept(each.said, "fact", each.product, each.fact, True)
        case PromiseMade():
            return _Kept(each.said, "promise", each.product, None, each.support is Support.CONTRADICTED)
        case RuleBroken():
            return _Kept(each.said, "claim", None, None, True)


def _quoted(phrase: Phrase, said: Span) -> str:
    """The words of the phrase that were said then."""
    inside = [at for at, time in enumerate(phrase.times) if time.start < said.end and time.end > said.start]
    return phrase.quote(inside[0], inside[-1] + 1) if inside else ""
