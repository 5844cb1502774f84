"""Numbers as they are spoken and written, in Chinese and English."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

HAN_DIGITS = {**{each: at for at, each in enumerate("零一二三四五六七八九")}, "〇": 0, "两": 2}
HAN_UNITS = {"十": 10, "百": 100, "千": 1000}
HAN_NUMERALS = frozenset(HAN_DIGITS) | frozenset(HAN_UNITS) | {"万", "亿", "半"}
_HAN_OF_DIGIT = "零一二三四五六七八九"

MEASURE_WORDS = "个斤箱盒瓶罐袋包件单份只支颗枚组套克桶串板提捆双条把朵对株棵听卷筒篮筐碗杯壶台张本粒根头片排垛"
"""What may follow a number that counts something: 十块五斤 is ten yuan for five pounds."""
_FOR_WHICH = frozenset(MEASURE_WORDS) | frozenset("天年月晚度")

_RUN = re.compile(
    r"\d[\d,]*(?:\.\d+)?[万千百亿]?"
    r"|[零〇一二两三四五六七八九十百千万亿]+(?:点[零〇一二三四五六七八九]+)?"
)

_SMALL_WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_SMALL = {word: value for value, word in enumerate(_SMALL_WORDS)}
_TENS_WORDS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_TENS = {word: 10 * value for value, word in enumerate(_TENS_WORDS, start=2)}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}


@dataclass(frozen=True, slots=True)
class NumberRun:
    """A number and where it stands in a text (or a list of tokens)."""

    start: int
    end: int
    value: Decimal


def shown(value: Decimal) -> str:
    """A number in digits without needless zeros: 29.90 is "29.9"."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


# ------------------------------------------------------------------------------------ Chinese


def han_numbers(text: str) -> list[NumberRun]:
    """Every number in a Chinese text; words that only contain a numeral (千万别, 万一) are left out."""
    runs: list[NumberRun] = []
    for found in _RUN.finditer(text):
        start, end = found.span()
        run = found.group()
        value: Decimal | None
        if run[0].isdigit():
            value = _digit_run(run)
        else:
            if start and text[start - 1] in "块元" and len(run) > 1 and run[0] in HAN_DIGITS and run[1] in HAN_DIGITS:
                # 二十九块九一箱: the nine is money, the one counts boxes.
                runs.append(NumberRun(start, start + 1, Decimal(HAN_DIGITS[run[0]])))
                start, run = start + 1, run[1:]
            if len(run) > 1 and run[-1] == "两" and run[-2] in HAN_DIGITS:
                run, end = run[:-1], end - 1  # 一两 is a weight: the last character is its unit
            value = _han_value(run)
            if value is None and len(run) > 2 and run[-1] in "一两二三" and text[end : end + 1] in _FOR_WHICH:
                # 十五一斤, 五十九两瓶: the last character counts what the number is asked for.
                run, end = run[:-1], end - 1
                value = _han_value(run)
        if value is not None:
            runs.append(NumberRun(start, end, value))
    return runs


def _digit_run(run: str) -> Decimal:
    scale = {"百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}.get(run[-1], 1)
    digits = (run[:-1] if scale > 1 else run).replace(",", "")
    return Decimal(digits) * scale


def _han_value(run: str) -> Decimal | None:
    whole, _, fraction = run.partition("点")
    if whole[0] not in HAN_DIGITS and whole[0] != "十":
        return None
    if len(whole) == 2 and whole.replace("两", "二") in "一二三四五六七八九":
        return None  # 三四天 is about three or four, not thirty-four
    if len(whole) > 1 and all(each in HAN_DIGITS for each in whole):
        value = int("".join(str(HAN_DIGITS[each]) for each in whole))
    else:
        total = section = digit = 0
        last_unit = 1
        for each in whole:
            if each in HAN_DIGITS:
                if digit and each not in "零〇":
                    return None
                digit = HAN_DIGITS[each]
                if each in "零〇":
                    last_unit = 1
            elif each in HAN_UNITS:
                section += (digit or 1) * HAN_UNITS[each]
                digit, last_unit = 0, HAN_UNITS[each]
            else:
                scale = 10_000 if each == "万" else 100_000_000
                total = (total + section + digit) * scale
                section = digit = 0
                last_unit = scale
        # 一千二 is 1200, 三万五 is 35,000; 二十五 is plain.
        tail = digit * last_unit // 10 if digit and last_unit >= 100 else digit
        value = total + section + tail
    if not fraction:
        return Decimal(value)
    return Decimal(f"{value}." + "".join(str(HAN_DIGITS[each]) for each in fraction))


def in_han(value: Decimal) -> str:
    """A number as it is spoken in Chinese: 1200 is 一千二百, 29.9 is 二十九点九."""
    whole = int(value)
    fraction = shown(value).partition(".")[2]
    text = _whole_in_han(whole)
    return f"{text}点{''.join(_HAN_OF_DIGIT[int(each)] for each in fraction)}" if fraction else text


def _whole_in_han(value: int) -> str:
    if value == 0:
        return "零"
    if value >= 100_000_000:
        head, rest = divmod(value, 100_000_000)
        return f"{_whole_in_han(head)}亿{_rest(rest, 10_000_000)}"
    if value >= 10_000:
        head, rest = divmod(value, 10_000)
        return f"{_whole_in_han(head)}万{_rest(rest, 1000)}"
    text = ""
    zero = False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, unit)
        if digit:
            text += ("零" if zero and text else "") + _HAN_OF_DIGIT[digit] + name
            zero = False
        else:
            zero = True
    return text[1:] if text.startswith("一十") else text


def _rest(rest: int, full: int) -> str:
    if not rest:
        return ""
    text = _whole_in_han(rest)
    if 10 <= rest < 20:
        text = "一" + text
    return text if rest >= full else "零" + text


# ------------------------------------------------------------------------------------ English


def english_numbers(tokens: Sequence[str]) -> list[NumberRun]:
    """Every number in lower-case English tokens, spelled or in digits; "ten ninety nine" is 10 and 99."""
    runs: list[NumberRun] = []
    at = 0
    while at < len(tokens):
        run = _english_run(tokens, at)
        if run is None:
            at += 1
        else:
            runs.append(run)
            at = run.end
    return runs


def _english_run(tokens: Sequence[str], start: int) -> NumberRun | None:
    digits = _digits(tokens[start])
    at = start
    if digits is not None:
        total, at = digits, at + 1
        while at < len(tokens) and tokens[at] in _SCALES:
            total, at = total * _SCALES[tokens[at]], at + 1
        return NumberRun(start, at, total)
    if tokens[at] in ("a", "an"):
        if at + 1 >= len(tokens) or tokens[at + 1] not in _SCALES:
            return None
        section, at = 1, at + 1
    else:
        section, at = _up_to_99(tokens, at)
        if at == start:
            return None
    whole = 0
    while at < len(tokens):
        if tokens[at] in _SCALES:
            if _SCALES[tokens[at]] >= 1000:
                whole, section = (whole + section) * _SCALES[tokens[at]], 0
            else:
                section *= 100
            at += 1
            after = at + 1 if at + 1 < len(tokens) and tokens[at] == "and" else at
            more, end = _up_to_99(tokens, after)
            if end > after:
                follows_scale = end < len(tokens) and tokens[end] in _SCALES
                if follows_scale and section:
                    break
                section, at = section + more, end
        else:
            break
    if tokens[at : at + 1] == ["point"]:
        fraction = ""
        end = at + 1
        while end < len(tokens) and (tokens[end] == "oh" or _SMALL.get(tokens[end], 10) < 10):
            fraction += "0" if tokens[end] == "oh" else str(_SMALL[tokens[end]])
            end += 1
        if fraction:
            return NumberRun(start, end, Decimal(f"{whole + section}.{fraction}"))
    return NumberRun(start, at, Decimal(whole + section))


def _up_to_99(tokens: Sequence[str], at: int) -> tuple[int, int]:
    """The number below 100 that begins at ``at``, and the token after it (``at`` itself when there is none)."""
    if at >= len(tokens):
        return 0, at
    if tokens[at] in _TENS:
        if at + 1 < len(tokens) and 0 < _SMALL.get(tokens[at + 1], 0) < 10:
            return _TENS[tokens[at]] + _SMALL[tokens[at + 1]], at + 2
        return _TENS[tokens[at]], at + 1
    if tokens[at] in _SMALL:
        return _SMALL[tokens[at]], at + 1
    return 0, at


def _digits(token: str) -> Decimal | None:
    return Decimal(token.replace(",", "")) if re.fullmatch(r"\d[\d,]*(?:\.\d+)?", token) else None
