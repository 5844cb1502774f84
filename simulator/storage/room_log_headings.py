"""Headings of room logs: our own, and those of exports; ``docs/calibration.md`` tells which were seen where."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from simulator.domain.room_log import Act, Figure

TIME = "time"
PINNED = "pinned"


@dataclass(frozen=True, slots=True)
class Column:
    """What stands in a column: ``time``, ``pinned``, a figure or an act; ``running`` is a total since the start."""

    name: str
    running: bool = False


_TIME = Column(TIME)
_OWN = {
    "minute": _TIME,
    "time": _TIME,
    "pinned": Column(PINNED),
    **{figure.value: Column(figure) for figure in Figure},
    **{f"{figure.value}_total": Column(figure, running=True) for figure in Figure if figure is not Figure.ONLINE},
    **{act.value: Column(act) for act in Act},
}
_DOUYIN = {
    "时间": _TIME,
    "日期时间": _TIME,
    "分钟": _TIME,
    "统计时间": _TIME,
    "实时在线人数": Column(Figure.ONLINE),
    "在线人数": Column(Figure.ONLINE),
    "平均在线人数": Column(Figure.ONLINE),
    "进入直播间人数": Column(Figure.ENTERED),
    "进入人数": Column(Figure.ENTERED),
    "新增观看人数": Column(Figure.ENTERED),
    "累计观看人数": Column(Figure.ENTERED, running=True),
    "离开直播间人数": Column(Figure.LEFT),
    "直播间离开人数": Column(Figure.LEFT),
    "离开人数": Column(Figure.LEFT),
    "评论次数": Column(Figure.COMMENTS),
    "评论数": Column(Figure.COMMENTS),
    "累计评论次数": Column(Figure.COMMENTS, running=True),
    "提问数": Column(Figure.QUESTIONS),
    "商品点击次数": Column(Figure.CLICKS),
    "直播间商品点击次数": Column(Figure.CLICKS),
    "商品点击人数": Column(Figure.CLICKS),
    "直播间商品点击人数": Column(Figure.CLICKS),
    "创建订单数": Column(Figure.ORDERS),
    "成交订单数": Column(Figure.PAID),
    "直播间成交订单数": Column(Figure.PAID),
    "累计成交订单数": Column(Figure.PAID, running=True),
    "支付订单数": Column(Figure.PAID),
    "成交金额": Column(Figure.GMV),
    "直播间成交金额": Column(Figure.GMV),
    "累计成交金额": Column(Figure.GMV, running=True),
    "讲解商品": Column(PINNED),
}
_KUAISHOU = {
    "时间点": _TIME,
    "在线观众数": Column(Figure.ONLINE),
    "实时在线观众数": Column(Figure.ONLINE),
    "进房人数": Column(Figure.ENTERED),
    "进入直播间次数": Column(Figure.ENTERED),
    "累计进房人数": Column(Figure.ENTERED, running=True),
    "退房人数": Column(Figure.LEFT),
    "评论量": Column(Figure.COMMENTS),
    "商品点击数": Column(Figure.CLICKS),
    "商品点击量": Column(Figure.CLICKS),
    "下单量": Column(Figure.ORDERS),
    "提交订单数": Column(Figure.ORDERS),
    "支付订单量": Column(Figure.PAID),
    "支付金额": Column(Figure.GMV),
}
_TAOBAO = {
    "统计分钟": _TIME,
    "在线观看人数": Column(Figure.ONLINE),
    "观看次数": Column(Figure.ENTERED),
    "直播间浏览次数": Column(Figure.ENTERED),
    "直播间访问人数": Column(Figure.ENTERED),
    "直播间浏览人数": Column(Figure.ENTERED),
    "累计观看次数": Column(Figure.ENTERED, running=True),
    "评论条数": Column(Figure.COMMENTS),
    "种草成交笔数": Column(Figure.PAID),
    "引导成交笔数": Column(Figure.PAID),
    "成交笔数": Column(Figure.PAID),
    "种草成交金额": Column(Figure.GMV),
    "引导成交金额": Column(Figure.GMV),
}
_TIKTOK = {
    "timestamp": _TIME,
    "live time": _TIME,
    "viewers": Column(Figure.ONLINE),
    "current viewers": Column(Figure.ONLINE),
    "concurrent viewers": Column(Figure.ONLINE),
    "views": Column(Figure.ENTERED),
    "new views": Column(Figure.ENTERED),
    "enter room": Column(Figure.ENTERED),
    "total views": Column(Figure.ENTERED, running=True),
    "new comments": Column(Figure.COMMENTS),
    "product clicks": Column(Figure.CLICKS),
    "sku orders": Column(Figure.PAID),
    "attributed sku orders": Column(Figure.PAID),
    "attributed orders": Column(Figure.PAID),
    "orders created": Column(Figure.ORDERS),
    "orders paid": Column(Figure.PAID),
    "gross revenue": Column(Figure.GMV),
    "attributed gmv": Column(Figure.GMV),
    "revenue": Column(Figure.GMV),
}
SOURCES: Mapping[str, Mapping[str, Column]] = {
    "bolian": _OWN,
    "douyin": _DOUYIN,
    "kuaishou": _KUAISHOU,
    "taobao": _TAOBAO,
    "tiktok_shop": _TIKTOK,
}
"""By platform. A figure that has several headings takes the first of them in this order that a file has."""
_UNIT = re.compile(r"[(（\[].*?[)）\]]")


def plain(heading: str) -> str:
    """A heading without its unit in brackets, width, case and spaces: "成交金额（元）" is "成交金额"."""
    text = _UNIT.sub("", unicodedata.normalize("NFKC", heading)).strip().casefold()
    return " ".join(text.replace("_", " ").split())


_KNOWN = {
    plain(heading): (column, source, rank)
    for rank, (source, heading, column) in reversed(
        list(
            enumerate(
                (source, heading, column)
                for source, headings in SOURCES.items()
                for heading, column in headings.items()
            )
        )
    )
}


def known(heading: str) -> tuple[Column, str, int] | None:
    """What a heading stands for, whose it is, and its rank among those of the same meaning."""
    return _KNOWN.get(plain(heading))
