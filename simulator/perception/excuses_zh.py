"""Chinese sentences that claim nothing however their words look: asked about, talked of, of the host's own day."""

from __future__ import annotations

import re

from simulator.domain.language import Language
from simulator.perception.stance import Stance, setting


def excuses(before: str, words: str, after: str) -> tuple[Stance, ...]:
    """The stances by which a sentence of these kinds is taken; none for a sentence of no such kind."""
    if _ASKED_ABOUT[0].search(before) and _ASKED_ABOUT[1].search(after):
        return (Stance.QUOTED_FROM_VIEWER,)
    near = words + after[:_NEAR]
    if _TALKED_OF.search(near) or _ANSWERED.search(near):
        return (Stance.DISCLAIMED,)
    place = setting(before, words, after, Language.ZH)
    sentence = place.before + place.words + place.rest
    clause = place.near + place.words + place.after
    of_own_day = any(
        _OWN_LIFE.search(part) and not _OFFER.search(part) and not (part is clause and _THIS.search(sentence))
        for part in (sentence, clause)
    )
    if of_own_day:
        return tuple(Stance)
    return (Stance.REPORTED, Stance.DISCLAIMED) if _REFUTED.search(sentence) else ()


def told(words: str) -> int:
    """So many of the first characters only tell who speaks (有朋友说)."""
    found = _TOLD.match(words)
    return found.end() if found else 0


_ASKED_ABOUT = (
    re.compile(r"问[^。！？!?,，]{0,6}$"),
    re.compile(r"^[^。！？!?,，]{0,6}的(?:那?[位个])?(?:朋友|家人|宝|姐|哥|老铁|人|同学)"),
)
"""问秒杀的朋友: somebody asked about these words."""
_NEAR = 6
_TALKED_OF = re.compile(
    r"^.{1,20}?(?:[两三四五几]个字|(?:这|那)个?词|(?:这|那)种话|的?说法|那个梗|的词儿|的词(?![汇典]))"
)
"""限时两个字我念不好: the words are talked of, not used."""
_ANSWERED = re.compile(
    r"^(?!还有|谁|哪|上哪|有谁|有没有比|凭)[^。！？!?,，]{1,14}[？?](?:不(?!信|然|错)|没(?!错|问题|毛病)|这个?没|该|就是个|哪有"
    r"|别信|可不|那不|算了|打了|目前)"
)
"""增强免疫力？这个没根据: asked, and answered with a no."""


_OWN_LIFE = re.compile(
    r"(?:^|[,，。：:])(?:哎|唉|哈|救命|那个|说起来|话说|其实|对了|不好意思)?[,，]?[我俺](?:自己|也|都|就|才|刚|最近|今天|今早|昨天|昨晚"
    r"|前天|这两天|上周|小时候|以前|年轻|当年|先|得|去|要|在|买|开播|一天|一年|妈|爸|姐|哥|弟|妹|儿子|闺女|女儿|老公|媳妇|老婆|爷爷|奶奶|姥姥|外婆"
    r"|邻居|同学|同事|朋友|家(?:猫|狗|娃|孩子|老大|老二))|记得我"
)
_OFFER = re.compile(
    r"(?<!大)家人们?|(?<!爱)您|你(?!们好)|大家|宝[宝子贝]|姐妹|老铁|兄弟|它|这(?!条裤|首|辈子|次|两天|几天|周|会儿|个点)|咱|[我俺]们"
    r"|果(?!然|断)|蜜|茶|大?米|蛋|枣|杞|货|单|箱|斤|链接|直播间|拍|口感|味|甜|吃|喝(?!口水)|泡|卖|店|客|粉丝|产品|福利|名额|吹|复查|指标|扔|停了|求|钱|帮"
)
"""A sentence of the host's own day that names neither goods nor listeners (我最近在减肥) claims nothing."""

_THIS = re.compile(
    r"它|求|帮|大家|您|钱|这(?!条裤|首|辈子|次|两天|几天|周|会儿|个点)|靠|喝|泡|吃(?:了|着|上|它|这|我们|咱|完)|咱|[我俺]们|下单|链接|苹果|蜜|茶"
)
_TOLD = re.compile(r"有(?:个|位|些|的)?(?:朋友|人|家人|宝宝|网友|粉丝)[^,，。]{0,4}(?:说|问|讲|传|看见)")
"""Words that a pattern took for its first part ("有") though they only tell who speaks."""
_REFUTED = re.compile(
    r"(?:网上|有人|有的人|外面|外头|别人|弹幕|公屏|评论|村里人?|群里)[^。！？!?,，]{0,6}(?:说|传|讲|写|造谣)[^。！？!?]{0,30}"
    r"(?:不是我们|是假的|谣言|没有的事|误会|瞎说|冤枉|造谣|别信|别传|没有?证据|没这回事)"
)
