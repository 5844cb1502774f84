"""Chinese amounts of money, as they are spoken, written and misheard."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

import pypinyin

from simulator.domain.findings import Exactness
from simulator.domain.units import Currency, Money
from simulator.perception.amount import Amount
from simulator.perception.numbers import HAN_DIGITS, MEASURE_WORDS, NumberRun, han_numbers
from simulator.perception.wording import Phrase

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
_STOPS = re.compile(r"^(?:$|[,，。.!！?？、；;：:）)…~])")
_GOES_ON = re.compile(
    rf"^(?:一[{MEASURE_WORDS}两](?![头来])|[两二三四五六七八九十][{MEASURE_WORDS}]|每|/|包邮|拿走|带走|带回|拿下"
    rf"|到手|就能|就可以"
    r"|就给|不到|左右|出头|上下|以内|还包|还送|送到|发给|顺丰|到家)"
)
_LOOSE_END = re.compile(rf"^(?:多(?![{MEASURE_WORDS}])|了|啊|吧|呢|呀|哈|哦|都|还|就|的价|给你|给大家|给到)")
_STRONG = re.compile(
    r"(?:(?:就|都|也|还|才)要|报价?|只要|仅要|只需要?|仅需|只卖|才卖|就卖|卖到?|卖你们?|卖的是|价格?是?|价是"
    r"|到手价?是?|售价|拍下|收你们?"
    r"|收大家|给你们?|给到你?们?|原价|标价|定价|报价|券后"
    r"|折后|直播价|要价|付|花了?|刷卡|现金|定金|尾款|拿|一起(?:拍|买|带走|拿)?|算下来|合下来|合|得要|要卖|日常价"
    r"|门市价|市场价|超市价|单价|总价|福利价|秒杀价|今天价"
    r"|活动价|成本价?)"
    r"(?:就|才|只|是|要|也|得|都|才要|就要|也才|也就|差不多|大概|大约|约|将近|快|近|整整|到|不到|还不到|你|您|不用"
    r"|用不了|：|:|，)*$"
)
_WEAK = re.compile(
    r"(?:一共|总共|合计|就是|现在|今天|今晚|才|就|只|直播间|一斤|一个|一盒|一箱|一瓶|一袋|每斤|每个|一份|平均)(?:就"
    r"|才|只|是|要|也|不到|还不到|大概|差不多|快|将近|到)*$"
)
_TRADE = re.compile(r"带走|带回|拿走|带一|价|卖|块|钱|元|贵|便宜|到手|拍|买|付|花|收|¥")
_NO_MONEY_AFTER = re.compile(
    rf"^(?:[\d.:%％‰℃°]|[点号楼年月日天折成届期位名岁度级倍分秒周寸种类款样场次遍步道条(（]|[个几多]?(?:小时|分钟"
    rf"|公斤|千克|公里|毫升|厘米|毫米|平方|人|斤|克|两(?![{MEASURE_WORDS}])|米|星期|月|季|号|年|天|代|单|件库存)|[a-z])"
)  # fmt: skip
_NO_MONEY_BEFORE = re.compile(r"第$|[年月周期]$|[号.:：]\d*$|星期$|礼拜$")
_EACH = re.compile(rf"一[{MEASURE_WORDS}](?![头来])")
_QUANTITY = re.compile(
    rf"[\d一二两三四五六七八九十百半](?:公斤|千克|毫升|[{MEASURE_WORDS}两])(?:装|的)?(?:就|才|只|是|卖|要|也)?$"
)
"""What is bought, right before its price: 红枣两斤二十五."""
_ALONE = re.compile(r"(?:^|[,，。.!！?？、；;：:])(?:就是|那就是|也就是|只|才|就)?$")
_ROUND = re.compile(r"(?P<scale>[百千万])把(?:来)?(?:块|元)钱?")
_PIECE_NOUN = re.compile(
    r"^(?:[大小]?(?:地|肉|糖|饼|布|砖|石|香皂|肥皂|手表|蛋糕|骨|姜|豆腐|表|瓦|田|牌|屏|电池|玻璃|木|冰|炭|毛巾|抹布"
    r"|面包|巧克力|土))"
)
_PIECE_BEFORE = re.compile(
    r"(?:人|这|那|哪|几|切成?|切|掰成?|分成?|吃|来|放|加|尝|夹|咬|剁成?|拿|每|某|一小|一大|小|大|半)$"
)
_PIECE_AFTER = re.compile(r"^(?:一|[^\W\d_])")
_MONEY_AFTER = re.compile(
    rf"^(?:钱|[\d零一二两三四五六七八九半]|[,，。.!！?？、；;：:…)）~]|$|一[{MEASURE_WORDS}两]|每|/|的(?:价|优惠|券"
    rf"|红包|立减|代金|无门槛|运费|邮费|差价|补贴|水果|东西)|优惠|券|红包|代金|无门槛|包邮|拿|带|买|到手|就|都|还"
    rf"|不到|以内|以下|左右|上下"
    r"|出头|多|起|以上|给|卖|能|可以|你|您|我|大家|了|啊|吧|呢|呀|哈|左|整|人民币|再|也|而已|送|嘛|哦|和|到|减|抵|换"
    r"|是|发|来|钟)"
)


def han_amounts(phrase: Phrase, currency: Currency, known: frozenset[Decimal] = frozenset()) -> Iterator[Amount]:
    """Every amount of money in a Chinese phrase, in no order; ``known`` are prices that need no unit to be told."""
    text = phrase.plain.text
    taken: list[tuple[int, int]] = []
    for found in _RANGE.finditer(text):
        amount = _range(phrase, found, currency)
        if amount is not None:
            taken.append(found.span())
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
    if _MONEY_AFTER.match(after) and not (value <= 10 and _PIECE_BEFORE.search(before) and not after.startswith("钱")):
        return not (value == 1 and re.match("[来去到儿]", after))
    if value >= 10:
        return True
    return bool(_STRONG.search(before[-10:])) or (_misheard_digit(text, end) is not None and value > 1)


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
    cents = value.quantize(Decimal("0.01"))
    return Money.of(cents, currency) if cents == value and value < 10_000_000 else None


def _exactness(before: str, after: str) -> Exactness:
    for exactness, pattern in _AFTER.items():
        if pattern.search(after):
            return exactness
    return next((each for each, pattern in _BEFORE.items() if pattern.search(before)), Exactness.EXACT)


def _bare(phrase: Phrase, text: str, run: NumberRun, currency: Currency, known: frozenset[Decimal]) -> Amount | None:
    """A number that no unit of money follows, where the words around it ask it as a price."""
    run = _of_one(text, run)
    before, after = text[max(0, run.start - 14) : run.start], text[run.end :]
    signed = before.endswith(("¥", "￥"))
    if not signed and (_NO_MONEY_AFTER.match(after) or _NO_MONEY_BEFORE.search(before)):
        return None
    decimal = run.value != int(run.value)
    if run.value < (Decimal("0.1") if decimal or signed else 2):
        return None
    if decimal and len(str(run.value).partition(".")[2]) > 2:
        return None
    strong, weak = bool(_STRONG.search(before)), bool(_WEAK.search(before))
    stops, goes_on = bool(_STOPS.match(after)), bool(_GOES_ON.match(after))
    ends = stops or goes_on or bool(_LOOSE_END.match(after))
    sentence = text[max(0, run.start - 24) : run.end + 14]
    rough = _exactness(before, after) is not Exactness.EXACT
    heard = (
        signed
        or (strong and (decimal or ends))
        or (weak and (goes_on or (decimal and ends)))
        or (decimal and goes_on)
        or (run.value in known and ends and run.value >= 5)
        or (rough and ends and run.value >= 5 and bool(_TRADE.search(sentence) or run.value >= 100))
        or (run.value >= 5 and bool(_EACH.match(after)) and not re.search(r"[有装剩了共每]$", before))
        or (run.value >= 6 and (stops or goes_on) and bool(_QUANTITY.search(before)))
        or (run.value >= 6 and re.match(r"到手(?!价)|带走|拿走|拿下|带回家|包邮", after) is not None)
        or (run.value >= 6 and stops and bool(_ALONE.search(before)) and bool(_TRADE.search(sentence)))
    )
    return _amount(phrase, text, run.start, run.end, run.value, currency, named=signed) if heard else None


def _of_one(text: str, run: NumberRun) -> NumberRun:
    """也要五十一斤: asked as a price it is fifty for one."""
    if text[run.end - 1] != "一" or run.end - run.start < 3 or text[run.end - 2] != "十":
        return run
    if not _EACH.match(text[run.end - 1 :]) or not re.search(r"(?:要|卖|得|价|才)$", text[: run.start]):
        return run
    return NumberRun(run.start, run.end - 1, run.value - 1)


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
    return _DIGIT_SOUNDS.get(pypinyin.lazy_pinyin(text[after], style=pypinyin.Style.NORMAL)[0])
