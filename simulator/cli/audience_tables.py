"""What the commands about the audience print for people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rich.console import Console
from rich.table import Table

from simulator.audience.act_names import kind_of, subject_of
from simulator.audience.reference import UNLIMITED
from simulator.audience.replay import Replayed, Verdict
from simulator.audience.whatif import WhatIf
from simulator.cli.speaking import screen_code
from simulator.domain.events import Event

_WORDS: dict[str, dict[str, str]] = {
    "zh": {
        "counter": "指标", "mean": "平均", "sd": "标准差",
        "played": "{scenario} · {policy} · {minutes:g} 分钟 · {rollouts} 场模拟观众 · 每拍 {tick_s:g} 秒",
        "took": "用时 {wall_s:.1f} 秒",
        "plain": "没有装编译器（numba），用普通引擎，每拍 {tick:g} 秒。", "preparing": "准备引擎，第一次要半分钟……",
        "without": "去掉", "with": "加上", "second": "第 {at:.1f} 秒 {act}",
        "effect": "变化（期望）", "range": "80% 区间", "same": "同一批观众里", "none": "看不出影响",
        "low": "5%", "middle": "50%", "high": "95%", "until": "从第 {at:g} 秒看到第 {until:g} 秒，{pairs} 对观众",
        "model": "效果出自模型，人群规模是教学设定；主播其余言行照原样，不随观众提问改变。",
        "same_bits": "重放与现场逐位相同（{minutes} 分钟指纹一致）。",
        "different": "第 {differs} 分钟起与现场不同（此前 {minutes} 分钟一致）。",
        "no_hashes": "记录里没有指纹可比：不足一分钟，或出自旧版本。",
        "other_model": "这一场出自观众模型 {model}，与本程序不同，没有重放。",
        "entered": "进场", "left": "离开", "comments": "评论", "asked": "提问", "answered": "已回答",
        "gave_up": "放弃等待",
        "likes": "点赞", "follows": "关注", "clicks": "商品点击", "carts": "加购", "orders": "下单", "paid": "付款",
        "cancels": "取消", "gmv": "成交额", "net_gmv": "预计净成交额", "peak": "最高在线", "viewer_seconds": "观看秒数",
        "online": "在线", "waiting": "等待回答", "refused": "没抢到", "stock": "剩余库存",
    },
    "en": {
        "counter": "Counter", "mean": "Mean", "sd": "SD",
        "played": "{scenario} · {policy} · {minutes:g} min · {rollouts} audiences · ticks of {tick_s:g} s",
        "took": "took {wall_s:.1f} s",
        "plain": "The compiler (numba) is not installed: the plain engine plays, in ticks of {tick:g} s.",
        "preparing": "getting the engine ready",
        "without": "without", "with": "with", "second": "{act} at second {at:.1f}",
        "effect": "Change (expected)", "range": "80 % interval", "same": "In the same audience",
        "none": "no detectable effect", "low": "5 %", "middle": "50 %", "high": "95 %",
        "until": "from second {at:g} to second {until:g}, {pairs} pairs of audiences",
        "model": "The effect is the model's and the crowd a teaching choice; the host goes on as in the log.",
        "same_bits": "The replay is the same to the bit ({minutes} minutes of fingerprints agree).",
        "different": "It differs from minute {differs} on ({minutes} minutes before it agree).",
        "no_hashes": "The log has no fingerprint to compare with: shorter than a minute, or of an older version.",
        "other_model": "The session was made with the audience model {model}, not this program's; it was not replayed.",
        "entered": "entered", "left": "left", "comments": "comments", "asked": "asked", "answered": "answered",
        "gave_up": "gave up", "likes": "likes", "follows": "follows", "clicks": "card clicks", "carts": "carts",
        "orders": "orders", "paid": "paid", "cancels": "cancelled", "gmv": "GMV",
        "net_gmv": "net GMV",
        "peak": "peak online", "viewer_seconds": "viewer-seconds", "online": "online", "waiting": "waiting",
        "refused": "found no stock", "stock": "stock left",
    },
}  # fmt: skip


def _console() -> Console:
    return Console(highlight=False, markup=False, soft_wrap=True)


def plain_engine(tick_s: float, screen: str | None) -> str:
    """That no compiler is there, and how long the ticks are."""
    return _WORDS[screen_code(screen)]["plain"].format(tick=tick_s)


def preparing(screen: str | None) -> str:
    """What goes on before the first rollout."""
    return _WORDS[screen_code(screen)]["preparing"]


def print_audience(summary: Mapping[str, Any], screen: str | None) -> None:
    """Means with their spread, and how far luck goes."""
    words = _WORDS[screen_code(screen)]
    table = Table(box=None, pad_edge=False)
    table.add_column(words["counter"])
    for name in ("mean", "sd", "low", "middle", "high"):
        table.add_column(words[name], justify="right")
    for counter, mean in summary["means"].items():
        if counter == "stock" and mean > UNLIMITED / 2:
            continue
        sd = summary["sd"][counter]
        spread = summary["quantiles"].get(counter)
        low, middle, high = (f"{spread[each]:,.1f}" for each in ("0.05", "0.5", "0.95")) if spread else ("", "", "")
        table.add_row(words[counter], f"{mean:,.1f}", "–" if sd is None else f"{sd:,.1f}", low, middle, high)
    console = _console()
    console.print(" · ".join(words[name].format_map(summary) for name in ("played", "took")))
    console.print(table)


def print_what_if(found: WhatIf, screen: str | None) -> None:
    """What the change does, counter by counter."""
    words = _WORDS[screen_code(screen)]
    table = Table(box=None, pad_edge=False)
    table.add_column(words["counter"])
    for name in ("effect", "range", "same"):
        table.add_column(words[name], justify="right")
    for counter in ("net_gmv", "gmv", "orders", "paid", "clicks", "online", "left", "gave_up", "waiting", "comments"):
        each = found.effects[counter]
        effect = f"{each.mean:+,.2f}" if each.detectable else words["none"]
        table.add_row(
            words[counter], effect, f"{each.low80:+,.2f} … {each.high80:+,.2f}", f"{found.same_luck[counter]:+,.2f}"
        )
    console = _console()
    pairs = next(iter(found.effects.values())).pairs
    for name, events in (("without", found.change.drop), ("with", found.change.add)):
        if events:
            console.print(f"{words[name]}: {', '.join(_act(event, words) for event in events)}")
    console.print(words["until"].format(at=found.at, until=found.until, pairs=pairs))
    console.print(table)
    console.print(words["model"])


def _act(event: Event, words: Mapping[str, str]) -> str:
    kind = kind_of(event)
    act = " ".join(filter(None, (kind.value if kind is not None else "", subject_of(event))))
    return words["second"].format(act=act, at=event.at)


def print_replay(found: Replayed, model: str, screen: str | None) -> None:
    """Whether the session came out again."""
    words = _WORDS[screen_code(screen)]
    name = {
        Verdict.SAME: "same_bits", Verdict.DIFFERENT: "different", Verdict.NO_HASHES: "no_hashes",
        Verdict.OTHER_MODEL: "other_model",
    }[found.verdict]  # fmt: skip
    print(words[name].format(minutes=found.minutes, differs=found.differs, model=model))
