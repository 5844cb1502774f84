"""How the machine did, in words: so that nobody is blamed for a weak PC."""

from __future__ import annotations

from collections.abc import Mapping

from simulator.domain.session import SessionLog
from simulator.domain.units import Text
from simulator.metrics.machine import MachineSummary, summed_up
from simulator.reports.figures import clock

HEADINGS: Mapping[str, Text] = {
    "title": Text("电脑状况（每十秒测一次，不计分）", "How the machine did (every ten seconds, not marked)"),
    "busy": Text("繁忙或异常的时间", "Busy or in trouble"),
    "pictures": Text("画面", "Pictures"),
    "fps": Text("最慢时每秒画面", "Pictures a second, at the slowest"),
    "gaps": Text("声音缺口", "Gaps in the sound"),
    "caption": Text("字幕延迟（最差十秒的 95 %）", "Caption delay (95 % of the worst ten seconds)"),
    "behind": Text("识别最多落后", "Recogniser behind, at most"),
    "cpu": Text("处理器（核）", "Processor (cores)"),
    "lateness": Text("窗口迟滞（最差十秒的 95 %）", "Window late (95 % of the worst ten seconds)"),
    "free": Text("磁盘最少剩余", "Free disk, at least"),
    "lowered": Text("画质降低", "Quality lowered"),
}
SAY: Mapping[str, Text] = {
    "of": Text("{part}，共测 {whole}", "{part} of {whole} measured"),
    "dropped": Text("{pictures} 幅，丢 {dropped} 幅", "{pictures}, {dropped} dropped"),
    "cpu": Text("平均 {mean}，最多 {most}", "{mean} on average, {most} at most"),
    "unmeasured": Text("未测", "not measured"),
    "lowered": Text("{time} {was} → {now}", "{time} {was} → {now}"),
}


def machine_rows(log: SessionLog, language: str) -> list[tuple[str, str]]:
    """Names and figures; nothing where the machine was not measured, as in rehearsals from a file."""
    found = summed_up(log)
    if found is None:
        return []
    return [(HEADINGS[id][language], words) for id, words in _figures(found, language)]


def _figures(found: MachineSummary, language: str) -> list[tuple[str, str]]:
    def say(id: str, **facts: object) -> str:
        return SAY[id][language].format(**facts)

    def known(value: float | None, words: str) -> str:
        return say("unmeasured") if value is None else words.format(value)

    cpu = None if found.cpu is None else say("cpu", mean=f"{found.cpu:.2f}", most=f"{found.cpu_most or 0:.2f}")
    lowered = [say("lowered", time=clock(each.at), was=each.was, now=each.now) for each in found.lowered]
    free = None if found.least_free is None else found.least_free / 1e9
    late = None if found.lateness is None else found.lateness * 1000
    return [
        ("busy", say("of", part=clock(found.busy), whole=clock(found.measured))),
        ("pictures", say("dropped", pictures=f"{found.pictures:,}", dropped=found.dropped)),
        ("fps", known(found.slowest_fps, "{:.1f}")),
        ("gaps", f"{found.gaps}"),
        ("caption", known(found.caption_delay, "{:.1f} s")),
        ("behind", f"{found.behind:.1f} s"),
        ("cpu", cpu or say("unmeasured")),
        ("lateness", known(late, "{:.0f} ms")),
        ("free", known(free, "{:.1f} GB")),
        *([("lowered", "; ".join(lowered))] if lowered else []),
    ]
