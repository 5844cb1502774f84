"""Chinese amounts of money, as they are spoken, written and misheard."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from simulator.domain.findings import Exactness
from simulator.domain.units import Currency, Money
from simulator.perception.amount import Amount
from simulator.perception.bare_zh import asked_as_price, of_one
from simulator.perception.numbers import HAN_DIGITS, MEASURE_WORDS, NumberRun, han_numbers
from simulator.perception.syllables import syllable
from simulator.perception.wording import Phrase, paused

_DIGIT_SOUNDS = {"yi": 1, "er": 2, "san": 3, "si": 4, "wu": 5, "liu": 6, "qi": 7, "ba": 8, "jiu": 9}
_DIGITS = {**HAN_DIGITS, **{str(digit): digit for digit in range(10)}}
_UNIT = re.compile(
    r"(?P<more>多|来|几)?(?P<unit>块|元|圆|毛|角|分钱|万块|万元|美元|美金|刀|英镑|镑|欧元)(?!素|旦|宵|件|气|月|帅|首"
    r"|老)"
)
_CURRENCIES = {"美元": Currency.USD, "美金": Currency.USD, "刀": Currency.USD, "英镑": Currency.GBP, "镑": Currency.GBP,
               "欧元": Currency.EUR}  # fmt: skip
_RANGE = re.compile(
    r"(?P<tens>[二三四五六七八九]?十)?(?P<low>[一二两三四五六七八])(?P<high>[二三四五六七八九])(?P<scale>[十百千万])?(?:来|多)?(?P<unit>块|元|毛)"
)
_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10_000}
_BEFORE = {
    Exactness.UNDER: re.compile(
        r"(?:还|都|也|才)?(?:不到|不足|没到|不满|低于|少于|小于|不超过|不超|不过|用不了|要不了|不用|不要|没有超过"
        r"|控制在)$"
    ),
    Exactness.OVER: re.compile(r"(?:超过|高于|多于|大于|至少|起码|最少|少说|不止|不低于)(?:得|要|也得|也要)?$"),
    Exactness.ABOUT: re.compile(
        r"(?:大概|大约|差不多|将近|接近|约|近|快要?|左右|上下|基本|平均|也就|顶多)(?:是|要|就|在|得|都)?$"
    ),
}
_AFTER = {
    Exactness.UNDER: re.compile(r"^(?:都|还|也)?(?:不到|不足|以内|以下|之内|都没有|不用)"),
    Exactness.OVER: re.compile(r"^(?:出头|多一点|多点|多(?![买送拍发给少])|往上|以上|开外|起(?![来码])|好几)"),
    Exactness.ABOUT: re.compile(r"^(?:左右|上下|的样子|上下浮动)"),
}
_ASKED = re.compile(
    r"(?:[要卖报价付花给收拿合]|只需|仅需|到手|定金|尾款|券后|折后|拍下)(?:就|才|只|是|要|也|得|你|您)*$"
)
_CUTS = re.compile(r"(?:切|掰|剁|砍|分)成?了?[^。！？!?]{0,16}$|块(?:地|布|肉|糖|砖|饼|豆腐|姜|骨)[^。！？!?]{0,16}$")
"""Pieces are spoken of: further 块 in the sentence are pieces too."""
_ROUGH_HUNDREDS = re.compile(
    r"(?P<head>[一两二三四五六七八九])百(?P<low>[一二三四五六七八])(?P<high>[二三四五六七八九])(?=$|[,，。.!！?？的了吧])"
)
_ROUGH_TENS = re.compile(
    r"(?:[要卖花付价得]|只需)(?:你|您|到|了|也|都|就|它"
    r"|他)*(?P<low>[二三四五六七八])(?P<high>[三四五六七八九])十(?![\d一-九多几]?[年月日天岁个斤分度人次])"
)
_ROUND = re.compile(r"(?P<scale>[百千万])把(?:来)?(?:块|元)钱?")
_PIECE_NOUN = re.compile(
    r"^(?:[大小]?(?:地|肉|糖|饼|布|砖|石|香皂|肥皂|手表|蛋糕|骨|姜|豆腐|表|瓦|田|牌|屏|电池|玻璃|木|冰|炭|毛巾|抹布"
    r"|面包|巧克力|土))"
)
_PIECE_BEFORE = re.compile(
    r"(?:人|这|那|哪|几|切成?|切|掰成?|分成?|吃|来|放|(?<![要得另补])加|尝|夹|咬|剁成?|煎|炒|煮|炸|烤|蒸|剩|余下|捞|腌|拿|每|某|一小|一大|小|大|半)$"
)
_PIECE_AFTER = re.compile(r"^(?:一|[^\W\d_])")
_MONEY_AFTER = re.compile(
    rf"^(?:钱|[\d零一二两三四五六七八九半]|[,，。.!！?？、；;：:…)）~]|$|一[{MEASURE_WORDS}两]|每|/|的(?:价|优惠|券"
    rf"|红包|立减|代金|无门槛|运费|邮费|差价|补贴|水果|东西)|优惠|券|红包|代金|无门槛|包邮|拿|带|买|到手|就|都|还"
    rf"|不到|以内|以下|左右|上下"
    r"|出头|多|起|以上|给|卖|能|可以|你|您|我|大家|了|啊|吧|呢|呀|哈|左|整|人民币|再|也|而已|送|嘛|哦|和|到|减|抵|换"
    r"|是|发|来|钟|不要|不收|不算)"
)


def han_amounts(phrase: Phrase, currency: Currency, known: frozenset[Decimal] = frozenset()) -> Iterator[Amount]:
    """Every amount of money in a Chinese phrase, in no order; ``known`` are prices that need no unit to be told."""
    phrase = paused(phrase)
    text = phrase.plain.text
    taken: list[tuple[int, int]] = []
    for found in _RANGE.finditer(text):
        amount = _range(phrase, found, currency)
        if amount is not None:
            taken.append(found.span())
            yield amount
    for amount, span in _rough(phrase, text, currency):
        taken.append(span)
        yield amount
    for found in _ROUND.finditer(text):
        taken.append(found.span())
        about = _amount(
            phrase, text, *found.span(), Decimal(_SCALES[found["scale"]]), currency, exactness=Exactness.ABOUT
        )
        if about is not None:
            yield about
    runs = han_numbers(text)
    for run in runs:
        if any(start < run.end and run.start < end for start, end in taken):
            continue
        unit = _UNIT.match(text, run.end)
        if unit is None:
            continue
        made = _united(phrase, text, run, unit, currency)
        if made is not None:
            amount, span = made
            taken.append(span)
            yield amount
    for run in runs:
        if not any(start < run.end and run.start < end for start, end in taken):
            bare = _bare(phrase, text, run, currency, known)
            if bare is not None:
                yield bare


def _range(phrase: Phrase, found: re.Match[str], currency: Currency) -> Amount | None:
    low, high = HAN_DIGITS[found["low"]], HAN_DIGITS[found["high"]]
    if high != low + 1 or (found.start() and phrase.plain.text[found.start() - 1] in HAN_DIGITS):
        return None
    scale = Decimal(_SCALES.get(found["scale"] or "", 1)) / (10 if found["unit"] == "毛" else 1)
    tens = Decimal(0)
    if found["tens"]:
        tens = Decimal(10 * (HAN_DIGITS[found["tens"][0]] if len(found["tens"]) == 2 else 1))
    end = found.end() + (phrase.plain.text[found.end() : found.end() + 1] == "钱")
    return Amount(
        Money.of(tens + low * scale, currency), *phrase.plain.recognised(found.start(), end),
        exactness=Exactness.ABOUT, upto=Money.of(tens + high * scale, currency),
    )  # fmt: skip


def _rough(phrase: Phrase, text: str, currency: Currency) -> Iterator[tuple[Amount, tuple[int, int]]]:
    """Ranges without a unit: 一百八九, 要卖你七八十."""
    for pattern in (_ROUGH_HUNDREDS, _ROUGH_TENS):
        for found in pattern.finditer(text):
            low, high = HAN_DIGITS[found["low"]], HAN_DIGITS[found["high"]]
            if high == low + 1:
                head = 100 * HAN_DIGITS[found["head"]] if "head" in found.groupdict() else 0
                start = found.start("head") if head else found.start("low")
                yield (
                    Amount(
                        Money.of(Decimal(head + 10 * low), currency), *phrase.plain.recognised(start, found.end()),
                        exactness=Exactness.ABOUT, upto=Money.of(Decimal(head + 10 * high), currency), named=False,
                    ),
                    (start, found.end()),
                )  # fmt: skip


def _united(
    phrase: Phrase, text: str, run: NumberRun, unit: re.Match[str], currency: Currency
) -> tuple[Amount, tuple[int, int]] | None:
    """The amount whose unit follows the number, and the characters it takes."""
    name, end = unit["unit"], unit.end()
    if name in ("毛", "角", "分钱"):
        if not _is_small_money(text, run, unit):
            return None
        value = run.value / (100 if name == "分钱" else 10)
        cent = _DIGITS.get(text[end : end + 1])
        if name != "分钱" and cent is not None and not _counts(text, end + 1):
            value, end = value + Decimal(cent) / 100, end + 1
            end += text[end : end + 1] == "分"
        end += text[end : end + 1] == "钱"
        made = _amount(phrase, text, run.start, end, value, currency)
        return (made, (run.start, end)) if made else None
    value = run.value * (10_000 if name.startswith("万") else 1)
    if name in ("块", "元", "圆") and not _is_money(text, run, end, value):
        return None
    whole = value == int(value)
    cents, end = _cents(text, end) if whole and unit["more"] is None else (Decimal(0), end)
    lost = cents == 0 and whole
    repaired = None
    digit = _misheard_digit(text, end) if lost else None
    if digit is not None:
        repaired = _money(value + Decimal(digit) / 10, currency)
    end += text[end : end + 1] == "钱"
    said = _CURRENCIES.get(name, currency)
    over = Exactness.OVER if unit["more"] in ("多", "几") else Exactness.ABOUT if unit["more"] else None
    made = _amount(phrase, text, run.start, end, value + cents, said, lost, repaired, over)
    return (made, (run.start, end)) if made else None


def _is_money(text: str, run: NumberRun, end: int, value: Decimal) -> bool:
    """一块香皂, 切成三块 and 一块儿 count pieces."""
    after, before = text[end:], text[: run.start]
    if text[end - 1] != "块":
        return text[end - 1] != "元" or not before.endswith(("公", "单", "第"))
    if _PIECE_NOUN.match(after):
        return False
    if value <= 20 and not after.startswith("钱") and _CUTS.search(before[-24:]):
        return False
    if _MONEY_AFTER.match(after) and not (value <= 10 and _PIECE_BEFORE.search(before) and not after.startswith("钱")):
        return not (value == 1 and re.match("[来去到儿]", after))
    if value >= 10:
        return True
    return bool(_ASKED.search(before[-10:])) or (_misheard_digit(text, end) is not None and value > 1)


def _is_small_money(text: str, run: NumberRun, unit: re.Match[str]) -> bool:
    after = text[unit.end() :]
    if unit["unit"] == "分钱":
        return True
    if unit["unit"] == "角":  # 八角 is a spice, 三角 a shape
        return (
            after.startswith("钱")
            or re.search(r"[您你找收付才要卖块元]$", text[: run.start]) is not None
            or bool(re.match(r"[一二三四五六七八九]分", after))
        )
    return bool(_MONEY_AFTER.match(after)) or after[:1] == "五"


def _amount(
    phrase: Phrase, text: str, start: int, end: int, value: Decimal, currency: Currency,
    lost: bool = False, repaired: Money | None = None, exactness: Exactness | None = None, named: bool = True,
) -> Amount | None:  # fmt: skip
    money = _money(value, currency)
    if money is None:
        return None
    if exactness is None:
        exactness = _exactness(text[max(0, start - 8) : start], text[end : end + 5])
    return Amount(
        money, *phrase.plain.recognised(start, end), doubtful_decimal=lost, repaired=repaired, exactness=exactness,
        named=named,
    )  # fmt: skip


def _money(value: Decimal, currency: Currency) -> Money | None:
    if value >= 10_000_000:
        return None
    cents = value.quantize(Decimal("0.01"))
    return Money.of(cents, currency) if cents == value else None


def _exactness(before: str, after: str) -> Exactness:
    for exactness, pattern in _AFTER.items():
        if pattern.search(after):
            return exactness
    return next((each for each, pattern in _BEFORE.items() if pattern.search(before)), Exactness.EXACT)


def _bare(phrase: Phrase, text: str, run: NumberRun, currency: Currency, known: frozenset[Decimal]) -> Amount | None:
    """A number that no unit of money follows, where the words around it ask it as a price."""
    run = of_one(text, run)
    rough = _exactness(text[max(0, run.start - 14) : run.start], text[run.end :]) is not Exactness.EXACT
    if not asked_as_price(text, run, known, rough):
        return None
    signed = text[: run.start].endswith(("¥", "￥"))
    return _amount(phrase, text, run.start, run.end, run.value, currency, named=signed)


def _cents(text: str, after: int) -> tuple[Decimal, int]:
    """What follows the main unit as dimes and cents, and where it ends: 九, 九毛, 九九, 九毛九分, 半, 零五分."""
    if text[after : after + 1] == "半" and not _counts(text, after + 1) and text[after + 1 : after + 2] != "年":
        return Decimal("0.5"), after + 1
    if text[after : after + 1] == "零" and text[after + 2 : after + 3] in ("毛", "角"):
        after += 1
    dime = _DIGITS.get(text[after : after + 1])
    if dime is None:
        return Decimal(0), after
    value, end = Decimal(dime) / 10, after + 1
    marked = text[end : end + 1] in ("毛", "角") and text[end : end + 1] != ""
    if marked:
        end += 1
    if not marked and _counts(text, end):
        return Decimal(0), after
    cent = _DIGITS.get(text[end : end + 1])
    if cent is not None and not _counts(text, end + 1):
        value, end = value + Decimal(cent) / 100, end + 1
        if text[end : end + 1] == "分":
            end += 1
    return value, end


def _counts(text: str, at: int) -> bool:
    """Whether a unit of something else stands here (包邮 is not a pack)."""
    here = text[at : at + 1]
    if not here or text[at : at + 2] in ("包邮", "块钱"):
        return False
    return here in MEASURE_WORDS or here in "人天小公年月%米块元十百千万"


def _misheard_digit(text: str, after: int) -> int | None:
    """The digit that the syllable after 块 sounds like; None when it sounds like none."""
    if after >= len(text) or not ("㐀" <= text[after] <= "鿿"):
        return None
    return _DIGIT_SOUNDS.get(syllable(text[after]))
