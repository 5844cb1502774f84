"""A pitch written as lines with their starts, and said at an even pace."""

from __future__ import annotations

from simulator.domain.events import Word
from simulator.domain.language import Language
from simulator.domain.units import Seconds, Span

PACE = {Language.ZH: 4.2, Language.EN: 2.6}
"""Characters, or words, a second."""

ORANGES: tuple[tuple[Seconds, str], ...] = (
    (1.0, "大家好，欢迎来到直播间，我是合作社的主播，今天卖我们自己山上种的脐橙。"),
    (14.0, "今天留下来的家人可以看我现场切一个，喜欢吃橙子的、家里有老人孩子的都合适，想看的扣个一。"),
    (30.0, "一箱净重五公斤，三十九块九，包邮到家。"),
    (42.0, "放在阴凉的地方可以放二十天。"),
    (50.0, "今天下单，二十四小时之内发货。"),
    (60.0, "收到有坏果，二十四小时之内拍照给客服就赔。"),
    (72.0, "要买的家人点击一号链接下单。"),
    (90.0, "我们的橙子是全网最甜的。"),
    (104.0, "再说一遍，五公斤一箱三十九块九，点一号链接。"),
    (116.0, "谢谢大家，明天同一时间再见。"),
)


def words(lines: tuple[tuple[Seconds, str], ...], language: Language = Language.ZH) -> list[Word]:
    """Each line's characters (or words) with their times."""
    said: list[Word] = []
    for start, line in lines:
        pieces = list(line) if language is Language.ZH else line.split()
        at = start
        for piece in pieces:
            if piece in "，。、？！":
                said[-1] = Word(said[-1].text + piece, said[-1].said, said[-1].confidence)
                at += 0.3
                continue
            said.append(Word(piece, Span(at, at + 1 / PACE[language]), 0.95))
            at += 1 / PACE[language]
    return said


def as_json(said: list[Word]) -> list[dict[str, object]]:
    return [{"text": word.text, "start_s": word.said.start, "end_s": word.said.end} for word in said]
