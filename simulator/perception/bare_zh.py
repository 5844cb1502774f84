"""Chinese numbers asked as a price without a unit of money: 能不能九十九, 梨二十七, 六十八拿回家."""

from __future__ import annotations

import re
from decimal import Decimal

from simulator.perception.numbers import MEASURE_WORDS, NumberRun

LEAST, LEAST_ALONE = 6, 10
"""Smaller numbers mostly count; where nothing but their place speaks for them they are no price (ours)."""

_STOPS = re.compile(r"^(?:$|[,，。.!！?？、；;：:）)…~])")
_GOES_ON = re.compile(
    rf"^(?:一[{MEASURE_WORDS}两](?![头来])|[两二三四五六七八九十][{MEASURE_WORDS}]|每|/|包邮|拿走|带走|带回|拿下"
    rf"|到手|就能|就可以"
    r"|就给|不到|左右|出头|上下|以内|还包|还送|送到|发给|顺丰|到家)"
)
_LOOSE_END = re.compile(
    rf"^(?:多(?![{MEASURE_WORDS}])|了|啊|吧|呢|呀|哈|哦|吗|嘛|都|还|就|整|的价|给你|给您|给大家|给到|真不|是真|(?:你"
    rf"|您|谁)?(?:行不行|可不可以|能不能|卖不卖"
    r"|贵不贵|值不值|要不要|行|贵|值|可以)(?:吗|吧|啊|[,，。!！?？]|$)|我(?:就|也|都)|你(?:都|也|还)|您(?:都|也|付|给))"
)
_TRADED = re.compile(
    r"^(?:就|也|都|才)?(?:收|买|卖|拿|换|租|请|雇|做|带|搬|端|拎|抱|牵|取|去(?!年|皮|核|哪)|修|进的|入手|成交|包圆)"
)
"""What is done for the amount, right behind it: 五十收过去, 六十八拿回家."""
_STRONG = re.compile(
    r"(?:(?:就|都|也|还|才|我|得|非)要|报价?|只要|仅要|只需要?|仅需|只卖|才卖|就卖|卖到?|卖你们?|卖的是|价格?是?|价是"
    r"|到手价?是?|售价|拍下|收你们?|收您|收大家|给你们?|给到你?们?|原价|标价|定价|报价|吊牌|开口就?|还价|砍到|券后|减"
    r"|折后|直播价|要价|要你们?|付|花了?|投了?|掏|刷卡|现金|定金|尾款|拿|一起(?:拍|买|带走|拿)?|算下来|合下来|合|得要|要卖|日常价"
    r"|门市价|市场价|超市价|单价|总价|福利价|秒杀价|今天价|活动价|成本价?|借了?|欠了?|赚了?|转了?|出到?)"
    r"(?:就|才|只|是|要|也|得|都|才要|就要|也才|也就|差不多|大概|大约|约|将近|快|近|整整|到|成|不到|还不到|你|您|不用"
    r"|用不了|：|:|，)*$"
)
_WEAK = re.compile(
    r"(?:一共|总共|合计|就是|现在|今天|今晚|才|就|只|直播间|一斤|一个|一盒|一箱|一瓶|一袋|每斤|每个|一份|平均|剩下)(?:就"
    r"|才|只|是|要|也|不到|还不到|大概|差不多|快|将近|到)*$"
)
_TRADE = re.compile(r"带走|带回|拿走|带一|价|卖|块|钱|元|贵|便宜|到手|拍|买|付|花|收|礼物|预算|¥")
_NO_MONEY_AFTER = re.compile(
    rf"^(?:[\d.:%％‰℃°]|[点号楼年月日天折成届期位名岁度级倍分秒周寸种类款样场次遍步道条(（]|[个几多]?(?:小时|分钟"
    rf"|公斤|千克|公里|毫升|厘米|毫米|公分|平方|亩|海里|[尺丈](?!码)|人|斤|克|两(?![{MEASURE_WORDS}])|米|星期|月|季|号|年|天|代|单|件库存)|[a-z]"
    r"|(?:到|至|-|~)[\d一二两三四五六七八九十百])"
)  # fmt: skip
_NO_MONEY_BEFORE = re.compile(
    r"[第双]$|零[上下]$|(?<![一每个学今去明前])[年月周期]$|[一二两三]米$|[号.:：]\d*$|星期$|礼拜$"
)
_LABEL = re.compile(
    r"(?:的人|尿酸|血[压糖脂]|胆固醇|心率|链接|编号|尾号|单号|电话|号码|手机|微信|门牌|编码|房间|航班|高铁|国道|邮编|密码|验证码|频道"
    r"|海拔|身高|体重|腰围|胸围|臀围|衣长|肩宽|袖长|净重|毛重|[长宽高深厚重](?!价)|直径|口径|果径|温度?|湿度|浓度|度数|糖度|酒精|含量|比例|占比"
    r"|年龄|[我你他她您娃](?:们|家)?(?:今年|明年|去年)|虚岁|周岁|年纪|岁数|[爸妈爷奶婆公叔姨舅娃孙爹娘](?:今年|都"
    r"|也)?|(?:儿子|女儿|闺女|老婆|老公|媳妇|师傅|丈夫|孩子|徒弟|主播)(?:今年|都|也)?"
    r"|页|章|集|库存|余量|还剩|只剩|仅剩|最后|在线|人数|粉丝|点赞|赞到|评分|考了?|比分|排名?|排到|页码|人气"
    r"|尺码|码数|鞋码|[大中小加]码|穿|戴|[扣打刷敲抠](?:个|一个|上|一下|一波)?|公屏|评论区?|弹幕|数到?|倒数|倒计时|百分之|乘以?|等于|除以?|加上?"
    r"|亚麻|[棉麻绒毛丝纶](?!衫|布|衣|巾|裤|鞋|帽|手套|被|毯|袜)|莫代尔|涤|蛋白质?|脂肪|热量|卡路里|大卡|泡|煮|蒸|烤|焖|闷|晒|腌|泡了|煮了"
    r"|切成?|分成?|装|放|来了?|走了?|卖了|卖出去?|发了|种了?|养了?|有|见了?|去了?|活到|干了|做了|开了|住了|跑了|走|站|睡|比|一?个?[班排桌队组村户])"
    r"(?:大概|大约|约|差不多|将近|不到|超过|快|是|为|到|达|共|都|就|才|也|只|了|有|整整|：|:)*$"
)
"""What the number is of, where it is no money: a size, an age, a share, a count."""
_TOPIC = re.compile(
    r"(?:开播|烤箱|油温|水温|火候|定时|气温|库存|余量|跌破|多大|几岁|年龄|岁数|身高|多高|多重|体重|几度|多少度|人数"
    r"|多少人|几个人|销量|粉丝|点赞|几点|几分|多少[个斤单件份箱]|尺寸)[^。！？!?]{0,12}$"
)
"""What the sentence is about, where it is not money."""
_YEARS = re.compile(r"去年|前年|往年|涨|跌|降|价|卖|收购")
"""What makes a number of this year a price rather than an age."""
_EACH = re.compile(rf"一[{MEASURE_WORDS}](?![头来])")
_QUANTITY = re.compile(
    rf"(?:[\d一二两三四五六七八九十百半几](?:公斤|千克|毫升|[{MEASURE_WORDS}两])(?:装|的)?|[大中小单双整半全](?:份|号|包|盒|瓶|只|件|个|箱|袋|罐"
    r"|碗|桶|的)|[大中小]的)(?:就|才|只|是|卖|要|也)*$"
)
"""What is bought, right before its price: 红枣两斤二十五, 小份二十三."""
_PER_TIME = re.compile(r"^一(?:天|个月|月|年|晚|个小时|小时|度|学期|季)")
_GOES_ON_OTHERWISE = re.compile(
    rf"{_TRADED.pattern}|{_PER_TIME.pattern}|^(?:[我你您他她咱]|谈|降|涨|砍|跌|杀|讲|掉到|一路|成交|是(?:底价|底线"
    rf"|成本|进价|最低|极限|给|今天|我|真|市场|原价|老价|团购|一口价)|不(?:赚|挣|亏|贵|还价|讲价|能再|包)|已经|起步"
    rf"|一口价|打底|封顶)"
)
_ALONE = re.compile(r"(?:^|[,，。.!！?？、；;：:])(?:就是|那就是|也就是|不是|只|才|就|就要|只要)?$")
_SPENDS = re.compile(r"^(?:立|再|就|可|直|能)?(?:减|返|送|抵|省|包邮)")
_COUNTING = re.compile(r"五四三|三二一|[一二三四五六七八九]{5}")
"""A countdown, a telephone number."""
_NO_NUMBER = re.compile(r"^(?:这种?|的人|那种)")
"""二百五 is a scold."""


def of_one(text: str, run: NumberRun) -> NumberRun:
    """也要五十一斤, 三千一斤: asked as a price it is fifty, or three thousand, for one."""
    if text[run.end - 1] != "一" or run.end - run.start < 2 or not _EACH.match(text[run.end - 1 :]):
        return run
    scale = {"十": 1, "百": 10, "千": 100, "万": 1000}.get(text[run.end - 2])
    if scale is None or (scale == 1 and not re.search(r"(?:要|卖|得|价|才)$", text[: run.start])):
        return run
    return NumberRun(run.start, run.end - 1, run.value - scale)


def asked_as_price(text: str, run: NumberRun, known: frozenset[Decimal], rough: bool) -> bool:
    """Whether the words around a number without a unit ask it as a price; ``known`` prices need fewer of them.

    ``rough``: said as about, under or over.
    """
    before, after = text[max(0, run.start - 14) : run.start], text[run.end :]
    signed = before.endswith(("¥", "￥"))
    if not signed and (_NO_MONEY_AFTER.match(after) or _NO_MONEY_BEFORE.search(before)):
        return False
    if _COUNTING.search(text[run.start : run.end]):
        return False
    decimal = run.value != int(run.value)
    if run.value < (Decimal("0.1") if decimal or signed else 2):
        return False
    if decimal and len(str(run.value).partition(".")[2]) > 2:
        return False
    strong, weak = bool(_STRONG.search(before)), bool(_WEAK.search(before))
    stops, goes_on = bool(_STOPS.match(after)), bool(_GOES_ON.match(after))
    ends = stops or goes_on or bool(_LOOSE_END.match(after))
    sentence = text[max(0, run.start - 24) : run.end + 14]
    cued = (
        signed
        or (strong and (decimal or ends))
        or (weak and (goes_on or (decimal and ends)))
        or (decimal and goes_on)
        or (run.value in known and ends and run.value >= 5)
        or (
            rough
            and ends
            and run.value >= 5
            and not _LABEL.search(before)
            and bool(_TRADE.search(sentence) or run.value >= 100)
        )
        or (run.value >= 5 and bool(_EACH.match(after)) and not re.search(r"[有装剩了共每]$", before))
        or (run.value >= LEAST and (stops or goes_on) and bool(_QUANTITY.search(before)))
        or (run.value >= LEAST and re.match(r"到手(?!价)|带走|拿走|拿下|带回家|包邮", after) is not None)
        or (run.value >= LEAST and stops and bool(_ALONE.search(before)) and bool(_TRADE.search(sentence)))
    )
    if cued:
        return True
    if before.endswith("满"):
        return bool(_SPENDS.match(after))
    if before.endswith("今年") and not _YEARS.search(sentence):
        return False
    if run.value < LEAST or _LABEL.search(before) or _TOPIC.search(before) or _NO_NUMBER.match(after):
        return False
    if (strong or _QUANTITY.search(before)) and not re.match(rf"[{MEASURE_WORDS}]", after):
        return True
    if run.value < LEAST_ALONE:
        return False
    # Nothing counts, measures or numbers here, and the clause is over: what is left for a number is to be a price.
    return ends or bool(_GOES_ON_OTHERWISE.match(after))
