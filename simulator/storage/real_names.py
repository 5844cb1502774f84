"""Names that no invented scenario may use: brands, shops, platforms, persons, accounts, and jokes about regions."""

from __future__ import annotations

import re

BRANDS_ZH = (
    "三只松鼠|良品铺子|百草味|洽洽|娃哈哈|农夫山泉|茅台|五粮液|海底捞|老干妈|金龙鱼|福临门|伊利|蒙牛|褚橙|佳沃|百果园|"
    "盒马|山姆|沃尔玛|家乐福|永辉|淘宝|天猫|京东|拼多多|抖音|快手|小红书|视频号|唯品会|支付宝|微信支付|顺丰|中通快递|"
    "圆通|申通|韵达|东方甄选|交个朋友|李佳琦|薇娅|罗永浩|董宇辉|辛巴|李子柒|袁隆平|马云|刘强东"
)
"""Ambiguous words (小米, 苹果, 中通) are left out: they are also grain, fruit and ordinary speech."""
BRANDS_EN = (
    "walmart|amazon|ebay|etsy|costco|tesco|sainsbury'?s|aldi|lidl|ikea|tiktok|youtube|instagram|facebook|shein|temu|"
    "alibaba|aliexpress|shopify|paypal|venmo|klarna|fedex|nestl[eé]|unilever|coca-cola|pepsi|starbucks|herm[eè]s|gucci|"
    "burberry|oprah|elon musk|jeff bezos|taylor swift|kim kardashian|jamie oliver|gordon ramsay"
)
REGIONS = (
    "偷井盖|地域黑|河南骗子|东北黑社会|江西老表抠|南蛮子|北方侉子|\\b(?:hillbill(?:y|ies)|rednecks?|chinaman|paki)\\b"
)

_BRAND = re.compile(rf"{BRANDS_ZH}|\b(?:{BRANDS_EN})\b", re.IGNORECASE)
_ACCOUNT = re.compile(
    r"(?<![\w.])@\w{2,}|https?://|\bwww\.|\b[\w.]+@[\w-]+\.\w{2,}|(?<!\d)1[3-9]\d{9}(?!\d)|(?:微信|QQ)号?[:：]\s*\w{4,}",
    re.IGNORECASE,
)
_REGION = re.compile(REGIONS, re.IGNORECASE)


def named(text: str) -> tuple[str, str] | None:
    """The first that is wrong in a text: the code of the mistake and the words; None where nothing is."""
    for code, pattern in (("real_name", _BRAND), ("real_account", _ACCOUNT), ("region_joke", _REGION)):
        found = pattern.search(text)
        if found is not None:
            return code, found.group()
    return None
