"""A pack's wordings looked for in a phrase: hits of patterns that no exception and no stance excuses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import regex

from simulator.domain.compliance import Pattern, RuleCategory
from simulator.domain.language import Language
from simulator.perception.numbers import HAN_DIGITS
from simulator.perception.stance import REACH, Stance, setting, stance_of
from simulator.perception.wording import Phrase, View, replaced

PATIENCE_S = 0.25
"""CPU seconds one pattern may take on one piece of a phrase; ours need a thousandth. Beyond it the pattern is given
up for good: a pack that a person wrote is not to be trusted with our time."""
_ASIDES = {
    Language.ZH: regex.compile(
        r"(?:真的)?不(?:骗|瞒|蒙|忽悠)(?:你|您|大家|人)?们?(?:说)?|(?:一点(?:都|也)|毫)?不夸张(?:地?说)?"
        r"|不(?:是我)?吹牛?"
        r"|不是我(?:吹|说|自夸)|不开玩笑|没(?:骗|忽悠)(?:你|人)|不信你(?:试|看)(?:试|看)?|不用(?:怀疑|多说"
        r"|想)|没(?:毛病|话说|得挑)"
        r"|不好意思|怪不得|不瞒您说|说白了不?就是|可不是|要不是|要不|不然|没错|不错|不得不(?:说|夸)"
    ),
    Language.EN: regex.compile(
        r"\b(?:no (?:kidding|joke|lie|cap|word of a lie)|not (?:kidding|joking|lying|exaggerating|gonna lie"
        r"|going to lie|even joking)"
        r"|i'?m not (?:kidding|joking|lying|exaggerating|gonna lie|going to lie|even kidding)|i kid you not"
        r"|i don'?t know about you"
        r"|don'?t (?:wait|miss out|miss this|sleep on (?:it|this)|walk|think twice|tell anyone)|why not"
        r"|you can'?t go wrong"
        r"|not to brag|if you ask(?: me)?|without (?:a )?doubt|no doubt)\b"
    ),
}
"""Asides with a "not" that denies nothing of what follows them (ours)."""


_FULL_STOP = regex.compile(r"[.!;\n](?=\s|$)")
_HIDDEN = regex.compile(r"[\p{Cf}\p{Cc}\p{Mn}]+")
_ASKED_ABOUT = (
    regex.compile(r"问[^。！？!?,，]{0,6}$"),
    regex.compile(r"^[^。！？!?,，]{0,6}的(?:那?[位个])?(?:朋友|家人|宝|姐|哥|老铁|人|同学)"),
)
"""问秒杀的朋友: somebody asked about these words."""
_NEAR = 6
_TALKED_OF = regex.compile(
    r"^.{1,20}?(?:[两三四五几]个字|(?:这|那)个?词|(?:这|那)种话|的?说法|那个梗|的词儿|的词(?![汇典]))"
)
"""限时两个字我念不好: the words are talked of, not used."""
_ANSWERED = regex.compile(
    r"^(?!还有|谁|哪|上哪|有谁|有没有比|凭)[^。！？!?,，]{1,14}[？?](?:不(?!信|然|错)|没(?!错|问题|毛病)|这个?没|该|就是个|哪有"
    r"|别信|可不|那不|算了|打了|目前)"
)
"""增强免疫力？这个没根据: asked, and answered with a no."""


_OWN_LIFE = regex.compile(
    r"(?:^|[,，。：:])(?:哎|唉|哈|救命|那个|说起来|话说|其实|对了|不好意思)?[,，]?[我俺](?:自己|也|都|就|才|刚|最近|今天|今早|昨天|昨晚"
    r"|前天|这两天|上周|小时候|以前|年轻|当年|先|得|去|要|在|买|开播|一天|一年|妈|爸|姐|哥|弟|妹|儿子|闺女|女儿|老公|媳妇|老婆|爷爷|奶奶|姥姥|外婆"
    r"|邻居|同学|同事|朋友|家(?:猫|狗|娃|孩子|老大|老二))|记得我"
)
_OFFER = regex.compile(
    r"(?<!大)家人们?|(?<!爱)您|你(?!们好)|大家|宝[宝子贝]|姐妹|老铁|兄弟|它|这(?!条裤|首|辈子|次|两天|几天|周|会儿|个点)|咱|[我俺]们"
    r"|果(?!然|断)|蜜|茶|大?米|蛋|枣|杞|货|单|箱|斤|链接|直播间|拍|口感|味|甜|吃|喝(?!口水)|泡|卖|店|客|粉丝|产品|福利|名额|吹|复查|指标|扔|停了|求|钱|帮"
)
"""A sentence of the host's own day that names neither goods nor listeners (我最近在减肥) claims nothing."""

_THIS = regex.compile(
    r"它|求|帮|大家|您|钱|这(?!条裤|首|辈子|次|两天|几天|周|会儿|个点)|靠|喝|泡|吃(?:了|着|上|它|这|我们|咱|完)|咱|[我俺]们|下单|链接|苹果|蜜|茶"
)
_TOLD = regex.compile(r"有(?:个|位|些|的)?(?:朋友|人|家人|宝宝|网友|粉丝)[^,，。]{0,4}(?:说|问|讲|传|看见)")
"""Words that a pattern took for its first part ("有") though they only tell who speaks."""
_REFUTED = regex.compile(
    r"(?:网上|有人|有的人|外面|外头|别人|弹幕|公屏|评论|村里人?|群里)[^。！？!?,，]{0,6}(?:说|传|讲|写|造谣)[^。！？!?]{0,30}"
    r"(?:不是我们|是假的|谣言|没有的事|误会|瞎说|冤枉|造谣|别信|别传|没有?证据|没这回事)"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A pattern's hit, in recognised characters."""

    pattern: Pattern
    start: int
    end: int
    meant: str | None = None
    """What it must have been where a homophone was recognised."""

    def overlaps(self, other: Found) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class _Wording:
    """A pattern with its expressions compiled."""

    pattern: Pattern
    expression: regex.Pattern[str]
    also: tuple[regex.Pattern[str], ...]
    unless: tuple[regex.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class _Rules:
    """A category with its expressions compiled."""

    category: RuleCategory
    patterns: tuple[_Wording, ...]
    exceptions: tuple[tuple[str, regex.Pattern[str]], ...]


class Forbidden:
    """The wordings of some categories, for phrases of one language."""

    def __init__(self, categories: Iterable[RuleCategory], language: Language) -> None:
        self._language = language
        self._rules = {category.id: _compiled(category) for category in categories}
        self._given_up: dict[str, str] = {}
        self._told: set[str] = set()

    def given_up(self) -> tuple[tuple[str, str], ...]:
        """Patterns and exceptions that took too long since the last call, with their categories."""
        new = tuple((id, category) for id, category in self._given_up.items() if id not in self._told)
        self._told.update(self._given_up)
        return new

    def found(self, category: str, phrase: Phrase) -> list[Found]:
        """Hits in the phrase; of overlapping ones the graver."""
        found: list[Found] = []
        # What is looked up may be borne out by one wording of a place and not by another: all are kept.
        looked_up = self._language is Language.EN and self._rules[category].category.verification is not None
        for view in self._views(phrase):
            for pattern, start, end in self.hits(category, view.text):
                hit = Found(pattern, *view.recognised(start, end))
                known = [other for other in found if hit.overlaps(other) and pattern.severity <= other.pattern.severity]
                if not known or (looked_up and hit not in known):
                    found.append(hit)
        return found

    def hits(self, category: str, text: str) -> Iterator[tuple[Pattern, int, int]]:
        """Hits of the category's patterns in a normalised text that nothing excuses."""
        rules = self._rules[category]
        excused: list[tuple[int, int]] | None = None
        for wording in rules.patterns:
            pattern = wording.pattern
            for start, end in self._spans(pattern.id, category, wording.expression, text):
                if not self._borne_out(wording, category, text, start, end):
                    continue
                if excused is None:
                    excused = self.excused(category, text)
                if not any(first <= start and end <= last for first, last in excused) and not self._stands_off(
                    rules.category, text, start, end
                ):
                    yield pattern, start, end

    def excused(self, category: str, text: str) -> list[tuple[int, int]]:
        """Where the category's exceptions match."""
        return [span for id, each in self._rules[category].exceptions for span in self._spans(id, category, each, text)]

    def _borne_out(self, wording: _Wording, category: str, text: str, start: int, end: int) -> bool:
        """Whether the other signs that the pattern asks for stand in the sentence, and none that speaks against it."""
        if not wording.also and not wording.unless:
            return True
        id, reach = wording.pattern.id, REACH[self._language]
        before, after = text[max(0, start - reach) : start], text[end : end + reach]
        place = setting(before, text[start:end], after, self._language)
        sentence = place.before + place.words + place.rest
        if self._language is Language.EN:
            # "Those viewers? Bots.": a question that the host answers is one sentence with its answer.
            sentence = _FULL_STOP.split(before)[-1] + text[start:end] + _FULL_STOP.split(after)[0]
        return all(self._spans(id, category, each, sentence) for each in wording.also) and not any(
            self._spans(id, category, each, sentence) for each in wording.unless
        )

    def _stands_off(self, category: RuleCategory, text: str, start: int, end: int) -> bool:
        """Whether the host does not claim these words but denies, reports or asks them, where that excuses."""
        if not category.excused:
            return False
        reach = REACH[self._language]
        before = _ASIDES[self._language].sub(",", text[max(0, start - reach) : start])
        after = text[end : end + reach]
        if _ASKED_ABOUT[0].search(before) and _ASKED_ABOUT[1].search(after):
            return Stance.QUOTED_FROM_VIEWER.value in category.excused
        if self._language is Language.ZH and (
            _TALKED_OF.search(text[start : end + _NEAR]) or _ANSWERED.search(text[start : end + _NEAR])
        ):
            return Stance.DISCLAIMED.value in category.excused
        if self._language is Language.ZH:
            place = setting(before, text[start:end], after, self._language)
            sentence = place.before + place.words + place.rest
            clause = place.near + place.words + place.after
            if _OWN_LIFE.search(sentence) and not _OFFER.search(sentence):
                return True
            if _OWN_LIFE.search(clause) and not _OFFER.search(clause) and not _THIS.search(sentence):
                return True
            if _REFUTED.search(sentence):
                return Stance.REPORTED.value in category.excused or Stance.DISCLAIMED.value in category.excused
            told = _TOLD.match(text[start:end])
            if told:
                before, start = before + told.group(), start + told.end()
        stance = stance_of(before, text[start:end], after, self._language)
        return stance.value in category.excused

    def _views(self, phrase: Phrase) -> list[View]:
        plain = _visible(phrase.plain)
        if self._language is Language.EN:
            return [plain, *(_visible(v) for v in (phrase.digits, phrase.numerals) if v.text != phrase.plain.text)]
        runs = _digit_runs(plain)
        return [plain] if runs.text == plain.text else [plain, runs]

    def _spans(
        self, id: str, category: str, expression: regex.Pattern[str], text: str
    ) -> list[tuple[int, int]]:  # fmt: skip
        if id in self._given_up:
            return []
        try:
            return [each.span() for each in expression.finditer(text, timeout=PATIENCE_S) if each.end() > each.start()]
        except TimeoutError:
            self._given_up[id] = category
            return []


def _compiled(category: RuleCategory) -> _Rules:
    return _Rules(
        category,
        tuple(
            _Wording(
                pattern,
                _expression(pattern.regex),
                tuple(_expression(each) for each in pattern.also),
                tuple(_expression(each) for each in pattern.unless),
            )
            for pattern in category.patterns
        ),
        tuple((each.id, _expression(each.regex)) for each in category.exceptions),
    )


@lru_cache(maxsize=2048)
def _expression(text: str) -> regex.Pattern[str]:
    """Compiled once, however many sessions are heard by the same pack."""
    return regex.compile(text)


def _visible(view: View) -> View:
    """The view without characters that nobody sees: marks of direction, joiners of no width, control characters."""
    hidden = [(*found.span(), "") for found in _HIDDEN.finditer(view.text)]
    return replaced(view, hidden) if hidden else view


def _digit_runs(view: View) -> View:
    """Long runs of single numerals as digits: a telephone number that was written out."""
    runs = regex.finditer(r"[零〇一二三四五六七八九幺]{7,}", view.text)
    digits = {**{han: str(value) for han, value in HAN_DIGITS.items()}, "幺": "1"}
    changes = [
        (found.start() + at, found.start() + at + 1, digits[each])
        for found in runs
        for at, each in enumerate(found.group())
    ]
    return replaced(view, changes)
