"""Names of the real world that no scenario may carry: shops, brands, people on air, accounts, telephones."""

from __future__ import annotations

import re
from collections.abc import Iterator

_CHINESE = (
    "抖音|快手|淘宝|天猫|京东|拼多多|小红书|唯品会|闲鱼|美团|饿了么|哔哩哔哩|视频号|微信|支付宝|花呗|东方甄选|交个朋友|"
    "三只松鼠|百草味|良品铺子|农夫山泉|蒙牛|伊利|金龙鱼|福临门|海底捞|老干妈|李锦记|海天酱油|茅台|五粮液|褚橙|佳沛|星巴克|"
    "肯德基|麦当劳|沃尔玛|盒马|山姆会员|顺丰|中通快递|圆通|韵达|申通|华为|小米手机|同仁堂|汤臣倍健|"
    "李佳琦|薇娅|辛巴|辛有志|董宇辉|俞敏洪|罗永浩|李子柒|疯狂小杨哥|袁隆平"
)
"""Told anywhere in a text; a word that is also a thing of the farm (苹果, 小米) is left out."""
_LATIN = (
    "tiktok|douyin|taobao|tmall|alibaba|aliexpress|pinduoduo|temu|shein|amazon|ebay|etsy|walmart|costco|shopify|paypal|"
    "alipay|wechat|whatsapp|instagram|facebook|youtube|venmo|klarna|fedex|dhl|hermes parcel|royal mail|usps|"
    "ikea|tefal|pyrex|nestl[eé]|starbucks|mcdonald'?s|lipton|twinings|zespri|nike|adidas|zara|primark|h&m|uniqlo|"
    "li ziqi|viya|mr ?beast|jeffree star|kim kardashian"
)
"""Told as whole words, in any case."""
_NAMES = re.compile(rf"{_CHINESE}|(?<![a-z])(?:{_LATIN})(?![a-z])", re.IGNORECASE)
_ACCOUNT = re.compile(
    r"(?<![\w.])@[A-Za-z][\w.]{2,}"  # a handle; an address of post is told by what stands before the @
    r"|[\w.+-]+@[\w-]+\.[A-Za-z]{2,}"
    r"|https?://|www\."
    r"|(?<![\d.])1[3-9]\d{9}(?!\d)"  # a mobile number of China
)


def real_names(text: str) -> Iterator[str]:
    """Every real name, account, address or telephone number in a text."""
    for pattern in (_NAMES, _ACCOUNT):
        yield from (found.group() for found in pattern.finditer(text))
