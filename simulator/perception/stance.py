"""How words stand in their sentence: claimed, denied, asked, supposed, or only reported."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from simulator.domain.language import Language
from simulator.perception.wording import Phrase

REACH = {Language.ZH: 40, Language.EN: 110}
"""So many characters before and behind the words are looked at (ours: two or three clauses)."""


class Stance(StrEnum):
    """What a host does with words; all but ASSERTED are, each in its way, no claim of the host's own."""

    ASSERTED = "asserted"
    NEGATED = "negated"
    """不是全网最低, "it isn't the best"."""
    DISCLAIMED = "disclaimed"
    """The host tells that it may not or will not be said: 不能说最好, "I can't say it cures"."""
    REPORTED = "reported"
    """Others say it: 别家都说最低, "some sellers claim"."""
    QUOTED_FROM_VIEWER = "quoted_from_viewer"
    """A comment read out: 有朋友问是不是最低, "Anna asks if it cures"."""
    QUESTIONED = "questioned"
    """Asked and left open: 这是最低价吗. A question that wants a yes (这不是最低吗) asserts."""
    HYPOTHETICAL = "hypothetical"
    """如果…, "if it were …"."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands around words: in their clause, and in their sentence."""

    before: str
    """The sentence up to the words."""
    near: str
    """Their clause up to the words."""
    words: str
    after: str
    """Their clause behind the words."""
    rest: str
    """The sentence behind the words."""
    text: str = ""
    """All that was looked at, other sentences too."""


def stance(phrase: Phrase, start: int, end: int) -> Stance:
    """How the recognised characters ``start`` to ``end`` are meant, judged by the words around them in their sentence.

    Ours: a small grammar of closed word classes, after the trigger-and-scope method of NegEx (Chapman et al. 2001).
    """
    language = Language.ZH if _HAN.search(phrase.plain.text) else Language.EN
    text = phrase.plain.text
    begin, stop = phrase.plain.within(start, end)
    reach = REACH[language]
    low, high = max(0, begin - reach), min(len(text), stop + reach)
    return stance_of(text[low:begin], text[begin:stop], text[stop:high], language)


def stance_of(before: str, words: str, after: str, language: Language) -> Stance:
    """The same for plain text (lower case, simplified, no spaces in Chinese) around the words."""
    return _judged(setting(before, words, after, language), language)


def setting(before: str, words: str, after: str, language: Language) -> Setting:
    """The sentence and the clause around words. "But" begins a clause as a comma does."""
    marks = _MARKS[language]
    sentence = before[_last_end(marks.sentence, before) :]
    near = sentence[_last_end(marks.clause, sentence) :]
    rest_stop = marks.sentence.search(after)
    # A question mark belongs to its sentence.
    rest = after[: rest_stop.end()] if rest_stop else after
    clause_stop = marks.clause.search(rest)
    behind = rest[: clause_stop.start()] if clause_stop else rest
    return Setting(sentence, near, words, behind, rest, before + words + after)


@lru_cache(maxsize=512)
def _judged(place: Setting, language: Language) -> Stance:
    signs = _SIGNS[language]
    if signs.disclaims.search(place.near) or signs.disclaims_after.search(place.rest):
        return Stance.DISCLAIMED
    if (
        signs.offered is not None
        and signs.offered.search(place.before)
        and signs.refused.search(place.words + place.rest)
    ):
        return Stance.DISCLAIMED
    if signs.told is not None and signs.told.search(place.before) and signs.corrected.search(place.words + place.rest):
        return Stance.QUOTED_FROM_VIEWER
    if signs.viewer.search(place.before) and (
        signs.asked.search(place.before)
        or signs.distance.search(place.text)
        or (language is Language.EN and place.rest.endswith("?"))
    ):
        return Stance.QUOTED_FROM_VIEWER
    reported = signs.reports.search(place.before) is not None
    far = signs.distance.search(place.text) is not None
    if language is Language.ZH and reported and far:
        return Stance.DISCLAIMED
    denied_behind = signs.denies_after.search(place.rest) is not None
    denied = denied_behind or _denied(place, signs)
    behind = place.after if language is Language.ZH else place.rest
    asked = bool(signs.asks.search(place.near) or signs.asks_after.search(behind))
    if asked:
        # 这不是全网最低吗, "isn't this the cheapest?" want a yes.
        wants_yes = signs.wants_yes.search(place.near) or signs.tag.search(place.rest)
        denies_before = denied and not denied_behind and language is Language.ZH
        return Stance.ASSERTED if wants_yes or denies_before else Stance.QUESTIONED
    if denied:
        return Stance.NEGATED
    if reported and (far or signs.rivals.search(place.before)):
        return Stance.REPORTED
    if signs.supposes.search(place.near):
        return Stance.HYPOTHETICAL
    return Stance.ASSERTED


def _denied(place: Setting, signs: _Signs) -> bool:
    found = signs.denies.search(place.near)
    return found is not None and not signs.denies_not.search(place.near[max(0, found.start() - 4) :] + place.words[:2])


def _last_end(pattern: re.Pattern[str], text: str) -> int:
    return max((found.end() for found in pattern.finditer(text)), default=0)


_HAN = re.compile(r"[㐀-鿿]")


@dataclass(frozen=True, slots=True)
class _Marks:
    sentence: re.Pattern[str]
    clause: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Signs:
    disclaims: re.Pattern[str]
    disclaims_after: re.Pattern[str]
    viewer: re.Pattern[str]
    reports: re.Pattern[str]
    asked: re.Pattern[str]
    """A viewer's question claims nothing; a viewer's statement does where the host lets it stand."""
    rivals: re.Pattern[str]
    """Those whose claims are never the host's own."""
    distance: re.Pattern[str]
    """The host does not make it his own: "but I won't say that"."""
    denies: re.Pattern[str]
    denies_not: re.Pattern[str]
    denies_after: re.Pattern[str]
    asks: re.Pattern[str]
    asks_after: re.Pattern[str]
    wants_yes: re.Pattern[str]
    tag: re.Pattern[str]
    supposes: re.Pattern[str]
    offered: re.Pattern[str] | None = None
    """Somebody offers it or asks the host for it, and the host turns it down."""
    refused: re.Pattern[str] = re.compile("")
    told: re.Pattern[str] | None = None
    """Somebody has said it, and the host sets it right."""
    corrected: re.Pattern[str] = re.compile("")


_MARKS = {
    Language.ZH: _Marks(
        sentence=re.compile(r"[。！？!?;；\n]"),
        clause=re.compile(r"[,，:：。！？!?;；]|但是?|不过|可是|然而|只是|反而|而是"),
    ),
    Language.EN: _Marks(
        sentence=re.compile(r"[.!?;\n](?=\s|$)"),
        clause=re.compile(r"[,:;.!?](?=\s|$)|\s[-–—]\s|\b(?:but|however|though|although|instead|whereas|still,)\b"),
    ),
}

_ANY = re.compile("")
"""Matches everything."""

_ZH_SAY = r"(?:说|讲|承诺|保证|宣传|打包票|写|吹|喊|叫|宣称|声称|夸|许诺|忽悠|用)"
_ZH_WHO = (
    r"(?:广告(?:里)?|电视(?:里|上)?|我(?:奶奶|爷爷|外婆|外公|妈|爸|闺女|儿子)|弹幕|公屏|有人|有些人|有的人|别人|人家|别家|同行|网上|外面|他们|她们|老人|老辈|隔壁|某些|很多人|好多人|不少人|大家都"
    r"|(?:有的|有些|一些|某些|很多|好多|不少|别的|其他|其它)(?:人|主播|商家|店|店铺|卖家|直播间|同行|平台|老师))"
)
_ZH_VIEWER = (
    r"(?:朋友|家人|宝宝|宝贝|宝子|姐姐|姐妹|大姐|大哥|兄弟|粉丝|网友|观众|同学|阿姨|叔叔|弹幕|公屏|评论区?|顾客|客人"
    r"|老铁|亲)"
)
_EN_SAY = r"(?:say|call|claim|promise|guarantee|tell you|swear|advertise|pretend|hear me say|state|suggest)"
_EN_WHO = (
    r"(?:they|people|some(?:one|body)?|others?|everybody|everyone|other (?:sellers|shops|hosts|stores|streams)"
    r"|some (?:people|sellers|shops|hosts|stores|folks)|a lot of (?:people|sellers|folks)|(?:big )?brands|competitors"
    r"|the internet|my (?:grandma|grandmother|grandpa|grandfather|mom|mum|dad|aunt|uncle|wife|husband|neighbou?r"
    r"|brother|sister|cousin|kids?|son|daughter|nan|friends?|brother in law|mother in law))"
)

_SIGNS = {
    Language.ZH: _Signs(
        disclaims=re.compile(
            r"(?:不能|不敢|不可以|没法|没办法|不会|不好|不让|不许|不得|不准|不允许|不应该|不该|不想|不愿意|不用|不必"
            r"|绝不|从不|从来不|决不|禁止"
            r"|不作|不做|不跟|不给|不再|别|不要|不|没|没有|没敢)"
            r"(?:随便|乱|瞎|轻易|去|来|再|敢|跟|给|向|你|您|大家|家人们|你们|各位|这么|那么|这样|任何|人|能|会){0,5}"
            + _ZH_SAY
            + r"[^,，]{0,16}$"
            r"|(?:不敢|不能|没法|无法)(?:打包票|保证|承诺)"
            r"|(?:违规|违禁|违法|极限词|虚假宣传)[^,，]{0,8}$"
        ),
        disclaims_after=re.compile(
            r"^[^。！？!?]{0,6}?[,，]?(?:这种|这样的?|那种|之类的?|这类|这些|这|那|等)?(?:话|词|字眼|字样|说法|广告"
            r"|大话|几个字|[两三四五]个字|东西)?"
            r"[,，]?(?:我们?|咱们?|咱|主播|我这边|平台)?(?:是|可|都|也|肯定|一律|从来|现在|绝对)?"
            r"(?:不能|不敢|不会|不让|不许|不可以|不允许|没法|从不|不好)(?:这么|乱|随便|去|再|跟[你您大家]+)?"
            + _ZH_SAY
            + r"|^[^。！？!?,，]{0,4}(?:这种话|这样的话|这话|这几个字|这个词|这些词)[^。！？!?]{0,8}(?:违规|违禁"
            r"|违法|不讲|不说|不吹|不提|不用|不写)"
            r"|^[^。！？!?,，]{0,3}(?:[两三四五几]个字|(?:这|那)(?:个|些)?(?:词|梗|字眼|说法)|这个?问题|那个?问题)"
            r"|^[^。！？!?]{0,12}(?:我|咱|俺)们?(?:家|这边|自己)?(?:一单|从来|向来|可|也|都|太|根本|真|还|一概|现在)*"
            r"(?:没(?:申请|办(?!法)|做过?|拿过?|评|刷过?|说过|讲过|写|吹|得过|参加|资格|那本事|依据|搞过?|买过"
            r"|那个胆|有(?:证|这个|资格|那|办|做))"
            r"|不(?:太?懂|接|说|讲|提|吹|搞|聊|评价|碰|学|做(?!亏)|干|跟着|认|玩|会(?=[，,。]|$)|敢(?!信|相信)))"
            r"|^[^。！？!?]{0,12}别(?:再)?(?:这么|这样|乱|瞎)(?:说|讲|写|传|夸|问)"
            r"|^[^。！？!?,，]{0,6}[,，]?(?:我|咱|谁)们?(?:哪(?:知道|晓得|敢|懂)|图(?:什么|啥)|没底|没数|没开这)"
            r"|^[^。！？!?,，]{0,3}[,，]?(?:咱们?|我们?)?(?:这里|这儿|这边)(?:一概|一律|从来|都|也)?不(?:讲|说|提|吹|搞|做)"
            r"|^[^。！？!?,，]{0,6}(?:别问我|哪有|不是我[说讲]的|得拿到|要(?:有|先|去))"
            r"|^[^。！？!?]{0,30}(?:我说了不算|没看过原文|担不起|当不起|说不(?:好|准)(?=[，,。]|$)|(?:刚才|那句)?[^。，,]{0,4}收回|[讲说]错了|口误|是老话|没法(?:给[您你大]家?)?证明|就当(?:个)?(?:水果|零食|果子|饮料|闲嘴)|没核实|没查证|不能拿来(?:说|讲|用|当)|没(?:有)?根据|不往外说|别往我身上|不敢当|不敢讲|不科学|记不准|没这个活动|没(?:有)?这回事"
            r"|误会|嘴瓢|还没办|没办下来|拿不出来|那是[^。，,！？!?]{0,8}(?:的?说法|的事|的话|那儿)|可别(?=[，,。！]|$))"
        ),
        viewer=re.compile(
            r"(?:(?:有|看到|刚才|那位|这位|这个|那个|几位|位|名|个|些|多|新来的)[^,，。]{0,8}|^)"
            + _ZH_VIEWER
            + r"[^,，。]{0,10}?(?:问|想知道|打字?|发|扣|留言|说|讲|写|质疑)(?:我|道|了|一下|到)?[^。！？!?]{0,24}$"
            r"|(?:人|他|她|老|直|您|你|们|位|谁|来|说|总|又|爱|想|要|再|就)问(?:我|主播|道|到)?[^。！？!?]{0,24}$|(?:弹幕|公屏|评论)[^,，。]{0,6}(?:说|问"
            r"|写)[^。！？!?]{0,24}$"
        ),
        reports=re.compile(
            _ZH_WHO + r"[^。！？!?,，]{0,8}?(?:说|讲|称|宣传|号称|喊|吹|写着|打着|传|标|叫)"
            r"(?:(?!我们家?|咱们?家?|俺们?家?|我家|我这)[^。！？!?]){0,24}$"
            r"|(?:据说|听说|传说|俗话说|老话说|常言道|号称|所谓的?)[^。！？!?,，]{0,16}$"
            r"|(?:别家|别人家|隔壁|同行|人家|竞品|其他家|别的(?:店|直播间|主播))[^。！？!?,，]{0,10}$"
        ),
        asked=re.compile(r"问|想知道|质疑|是不是|能不能|有没有|会不会|吗|多少"),
        rivals=re.compile(
            r"别家|别人|人家|同行|隔壁|对面|外面|他们|她们|竞品|其他|其它|别的|某些|有(?:的|些)(?:主播|商家|店|卖家|直播间)"
            r"|俗话|老话|常言|所谓|(?:网上|网络)(?:传|都传|有人)"
        ),
        distance=re.compile(
            r"不敢(?!相信|信|想)|不能(?!错过|再)|不信|别信|不学|不跟|不(?:这么)?[讲说提吹懂管认](?!完)|不评价|不清楚|不知道|不算数|不当真|不作数"
            r"|没法|没资格|没依据|没有依据|没(?:那么|这么)(?:神|夸张|玄|邪乎|厉害)|管不着|违规|违法|(?<![不没])骗|假的|瞎说|胡说"
            r"|乱说|吹牛|夸张了|过了|听听|我(?:就|都)?笑|笑死|不是(?:的|啊|哈)|没有的事|(?:没有)[，,](?:没有)?|可没"
            r"|害怕|误会|老话|童言|别当真|谣言|哪有|未必|不一定|不见得|玄乎|打住|撤回|违禁|拒绝|拉黑|举报|问(?:医生|大夫)"
            r"|看(?:医生|大夫)|广告|笑死|还这么|各地(?:不同|不一样)|老人家的话|那是(?:他|她|人家|你)|(?:他|她|人家|您|你)(?:自己)?说的|各人|因人而异|治不了|不是药|没有?证据|别(?:传|瞎)|不是我们(?:这|家|的|村)|没看过|不能拿来|没核实|说不准"
        ),
        denies=re.compile(
            r"(?:不是|并不是?|并非|绝非|不算|算不上|称不上|谈不上|不属于|不叫|没有什么|哪有(?!比|谁|人不|这么)(?:什么)?|哪来的?|没有|不含"
            r"|不存在|不具备|不具有|不可能|不会|不能|不敢|无法|代替不了"
            r"|替代不了|没|不|未|无|别|莫|勿|甭)[^,，]{0,5}$"
        ),
        denies_not=re.compile(
            r"不仅|不但|不光|不只|不单|不止|不愧|不亚于|不比|不得不|无非|没有不|不得了|是不是|有没有|能不能|会不会"
            r"|要不要|不管|不论|无论|不错|差不多|别提"
            r"|不要错过|别错过|不能错过|不想错过|没想到|不用(?:担心|怕)|不用说|不要(?:犹豫|怕|走)|没有(?:比|哪|谁"
            r"|任何人)|没(?:谁|人)(?:比|能)|不一样|不输"
            r"|不信|特别|级别|区别|分别|不然|从没|从未|前所未|别家|别的|别人|没得说|没有之一|不同|只不过|怎么不"
            r"|哪能不|不会(?:让|再|有|比)"
        ),
        denies_after=re.compile(
            r"^[^。！？!?,，]{0,6}[,，]?(?:这个|这)?(?:我|咱们?)?(?:谈不上|说不上|算不上|不存在|做不到|是假的"
            r"|是骗人的|都是假的|都是骗人的"
            r"|我不信|不要信|别信|不能信|不可信|是不可能的|没有的事|是没有的|治不了|达不到)"
            r"|^[^。！？!?,，]{0,5}[,，]?(?:我们?|咱们?|俺们?|我家|我这|这儿|这里)?(?:可|也|都|真|从来|根本|压根|目前|暂时)*"
            r"(?:没有的?(?=[,，。哈啊呀了]|$)|不(?:卖(?!关)|推荐|收(?=[,，。哈啊]|$)|沾边|提供)|算不上|称不上|够不上|不能拿来|只在[^。,，]{0,8}[见听]过)"
            r"|^[^。！？!?]{0,16}(?:跟|和|与)(?:我|咱|这|它)[^。,，]{0,8}(?:不沾边|没关系|不相干|无关|两码事|两回事)"
            r"|^的?(?:今天|今晚|这场|这次|现在|目前|暂时)(?:也|都|就|先|真)*[不没](?:发|有(?=[，,。]|$)|抽|送|做|搞|开|办(?!法)|弄|安排)"
            r"|^[^。！？!?,，]{0,6}[,，]?(?:那|这)?(?:可|肯定|是|就)?(?:不行|不可以|不成(?!问题)|不合适|没道理|办不到|行不通|没门)"
            r"|^[^。！？!?,，]{0,3}的?(?:事情?|话|东西|说法|好事|买卖|人|保证)(?:没有|不存在|哪有|我?不敢)|^(?:倒|倒是|这边|目前|暂时|肯定|真的?)没有(?=[,，。]|$)"
        ),
        asks=re.compile(
            r"(?:是不是|是否|难道|能不能|会不会|有没有|算不算|怎么可能|哪里|哪个|哪家|谁(?!再|去|给|要|想|买|拍|来|敢|先|用|吃|喝)|凭什么|为什么"
            r"|要不要)[^,，]{0,14}$"
        ),
        asks_after=re.compile(r"^[^,，]{0,14}(?:吗|(?<!什)么|嘛|不|没有|没|？|\?)[？?。!！]?$"),
        wants_yes=re.compile(r"(?:(?<!问是)(?<!问您是)不是|难道不|难道没|这还不|还不|可不|不就是|能不)[^,，]{0,14}$"),
        tag=re.compile(
            r"(?:对不对|对吧|是吧|是不是|好不好|行不行|懂吗|知道吗|明白吗|对吗|(?:(?<![能是会])不|没|还)[^,，。]{0,6}吗)[？?]?$"
        ),
        supposes=re.compile(
            r"(?:如果说?|要是|假如|假设|假使|倘若|万一|除非|哪怕|就算|即使|与其|等到|想要?成为|争取|希望能?|梦想"
            r"|目标是)[^,，]{0,14}$"
        ),
    ),
    Language.EN: _Signs(
        disclaims=re.compile(
            r"\b(?:can't|cannot|can not|won't|will not|wouldn't|would not|don't|do not|never|not going to|not gonna"
            r"|not allowed to"
            r"|not supposed to|not able to|no one can|nobody can|refuse to|mustn't|must not|shouldn't|should not"
            r"|aren't allowed to"
            r"|am not|i'm not|we're not|not here to|rather not|not legally)\b[^,.;!?]{0,24}\b"
            + _EN_SAY
            + r"(?:ing|ming|ling)?\b[^.;!?]{0,60}$"
            r"|\bwithout (?:saying|claiming|promising|calling|making)\b[^.;!?,]{0,40}$"
            r"|\b(?:not allowed|illegal|against the rules|forbidden) to (?:say|call|claim|promise)\b[^.;!?]{0,50}$"
            r"|\b(?:you(?:'ll| will) (?:never|not)|you won't) (?:ever )?(?:hear|catch|see)\b[^.;!?]{0,60}$"
        ),
        disclaims_after=re.compile(
            r"^[^.!?]{0,30}\b(?:i|we|that) (?:can't|cannot|won't|don't|am not allowed to|are not allowed to"
            r"|would never|will never|never)"
            r"(?: ever)? (?:say|claim|promise|guarantee)\b"
        ),
        viewer=re.compile(
            r"\b(?<!questions )(?:(?:asks?|asking|asked)(?! (?:for|too|price|me to|us to|you to))|wants? to know"
            r"|wondering|typed|wrote|writes|types|commented"
            r"|comments?:"
            r"|question(?: is|:| from))\b[^.!?]{0,60}$"
            r"|\b(?:viewer|chat|comment|someone|somebody|one of you|some of you)\b[^.!?,]{0,20}"
            r"\b(?:says?|said|saying)\b[^.!?]{0,50}$"
        ),
        reports=re.compile(
            r"\b"
            + _EN_WHO
            + r"\b[^.!?,;]{0,24}\b(?:say|says|said|saying|claims?|claimed|claiming|tells?|told|calls?|called"
            r"|advertises?|promised?|promises?|swears?|think|thinks|believe)\b[^.!?;]{0,60}$"
            r"|\b(?:supposedly|allegedly|rumou?r has it|so-called|i(?:'ve)? (?:heard|read)(?: that)?"
            r"|legend has it)\b[^.!?;]{0,40}$"
        ),
        asked=re.compile(
            r"\b(?:asks?|asking|asked|wants? to know|wondering|questions?)\b|\b(?:if|whether)\b[^.!?]{0,40}$"
        ),
        rivals=re.compile(
            r"\b(?:other (?:sellers|shops|hosts|stores|streams|brands|farms)|(?:big )?brands|competitors|they"
            r"|supposedly|allegedly|rumou?r has it|so-called|legend has it)\b"
        ),
        distance=re.compile(
            r"\b(?:but|though|however|we|i|i'd|i'm|so)\b[^.!?]{0,24}\b(?:not|never|no|can't|cannot|won't|don't|wouldn't"
            r"|didn't|couldn't|isn't|rather|doubt|disagree|laugh\w*|sorry)\b"
            r"|(?:^|[.!?,] )(?:it|this|that|they|we|there) (?:doesn't|isn't|don't|aren't|won't)(?=[,.!]| that\b)"
            r"|(?:^|[.!?,] )(?:no|nope|nah|well, no|sorry|please don't|not (?:true|so|really|quite|me|us|my))\b"
            r"|\b(?:not true|a myth|nonsense|rubbish|no idea|no proof|no evidence|see a doctor|ask your doctor"
            r"|isn't so|not so|not my (?:words?|call)|their words?|biased|take that with|who knows|not for me to say)\b"
        ),
        denies=re.compile(
            r"\b(?:not|no|never|none|nothing|neither|nor|isn't|aren't|wasn't|weren't|doesn't|don't|didn't|can't"
            r"|cannot|won't|wouldn't"
            r"|hasn't|haven't|couldn't|ain't|without|hardly|far from|free of|nobody|no one)\b[^,.;!?]{0,22}$"
        ),
        denies_not=re.compile(
            r"\b(?:not only|not just|not merely|no doubt|no question|no wonder|no kidding|never (?:been|seen|had"
            r"|tasted|found|again|miss)|don't miss|nothing (?:beats|better|but)"
            r"|no better|not to mention|can't beat|won't find|can't find|can't get|cannot find|don't forget"
            r"|don't wait|won't believe|can't believe|no other|nobody (?:beats|else)"
            r"|not one of|why not|nothing else|no one (?:else|beats)|can't go wrong|don't worry|no matter"
            r"|don't sleep|no problem|not going to (?:find|see|get))\b"
        ),
        denies_after=re.compile(
            r"^[^.!?,]{0,20},? (?:is|are|would be|that's|it's) (?:a lie|a myth|nonsense|not true|false|rubbish"
            r"|baloney|simply not)\b"
            r"|^[^.!?,]{0,10},? (?:it|this|that) (?:is not|isn't|does not|doesn't)(?:\.|!|$)"
        ),
        asks=re.compile(
            r"^\s*(?:so|and|well|now|okay|um|uh)?,?\s*(?:(?:is|are|does|do|did|can|could|will|would|has|have|isn't"
            r"|aren't|doesn't|don't|wasn't|can't|won't)"
            r" (?:it|this|that|these|those|they|the|we|you|i|he|she|there|any|anyone|anybody|your|my|our|one|apples?"
            r"|honey|tea)|(?:why|how|who|what|where|which)(?:'s)?)\s[^,.;!]{0,50}$"
        ),
        asks_after=re.compile(r"^[^,.;!?]{0,24}\?"),
        wants_yes=re.compile(
            r"^\s*(?:so|and|well|now|okay|um|uh)?,?\s*(?:isn't|aren't|doesn't|don't|wasn't|can't|won't"
            r"|what's not)\s[^,.;!]{0,50}$"
        ),
        tag=re.compile(r",\s*(?:right|isn't it|aren't they|doesn't it|huh|yeah|okay|ok)\s*\?$"),
        supposes=re.compile(
            r"\b(?:if|unless|suppose|imagine|even if|as if|hoping|i wish|pretend|what if|whether|aim to"
            r"|try(?:ing)? to|hope to|want to)\b[^,.;!?]{0,40}$"
        ),
        offered=re.compile(
            r"\b(?:ask(?:s|ed|ing)?|told|tells|telling|wants?|wanted|offer(?:s|ed|ing)?|e-?mail(?:s|ed)?|suggest(?:s|ed)?"
            r"|pitch(?:es|ed)|tried|begged|messaged|call(?:s|ed)|advised|pushed|urged|paid) [^.!?]{0,80}$"
        ),
        refused=re.compile(
            r"\b(?:i|we) (?:said|say|told (?:them|him|her)|answered|wrote back|replied) (?:no|nope|absolutely not"
            r"|not a chance|never)\b|\b(?:and|but|so) (?:i|we) (?:declined|refused|passed|hung up|walked away|laughed"
            r"|blocked|reported|turned (?:it|that|them|him|her) down|threw it)\b|\b(?:no thanks|no way|no thank you)\b"
            r"|, (?:and|but) (?:i'm not (?:going to|gonna|about to)|i (?:won't|will not|wouldn't|didn't|refuse)|we (?:didn't|won't))\b"
            r"|, (?:and|but) (?:no|nope|the answer is no|it's a no|we (?:can't|won't|don't)|i (?:can't|won't|don't))\b"
            r"(?!,? (?:i'm|we're|kidding|joking|lie|one|doubt|question))"
        ),
        told=re.compile(
            r"\b(?:heard|says?|said|saying|claims?|claimed|writes?|wrote|typed|thinks?|thought|believes?|told|tells"
            r"|rumou?r|myth|asks?|asked|read|reads)\b[^.!?]{0,80}$"
        ),
        corrected=re.compile(
            r"\b(?:that|it|which|this|he|she)(?:'s| is| was) (?:wrong|false|nonsense|rubbish"
            r"|a (?:myth|lie|rumou?r|mix-?up|mistake|typo)|not (?:true|right|so|correct|the case|how|what|us))\b"
            r"|\b(?:that|it|this) isn't (?:true|right|so|correct|the case|how|what|us)\b"
        ),
    ),
}
