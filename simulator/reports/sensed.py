"""Voice and picture in words: what is measured and shown beside the marks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.domain.units import Seconds, Text
from simulator.metrics.reported import Reported
from simulator.reports.wording import WHY_NONE

NAMES: Mapping[str, Text] = {
    "pace": Text("语速", "Pace"),
    "pauses": Text("停顿（1 秒以上）", "Pauses (1 s and longer)"),
    "longest_silence": Text("最长的沉默", "Longest silence"),
    "hesitations": Text("词间的犹豫声", "Hesitations between words"),
    "loudness": Text("响度", "Loudness"),
    "clearness": Text("人声高出噪声", "Voice over noise"),
    "pitch_variation": Text("音高变化", "Pitch variation"),
    "looking": Text("看镜头", "Looking at the camera"),
    "face": Text("人脸在画面里", "Face in the picture"),
    "well_lit": Text("亮度合适", "Well lit"),
    "backlit": Text("逆光", "Against the light"),
    "steady": Text("镜头稳定", "Camera steady"),
    "sharp": Text("画面清晰", "In focus"),
    "frozen": Text("画面卡住", "Picture frozen"),
    "held_up": Text("有东西举到镜头前", "Something held to the camera"),
}
NOTES: Mapping[str, Text] = {
    "pace": Text("30 秒窗口的中位数", "median of 30 s windows"),
    "hesitations": Text("字幕没有写下的，供练习参考", "not in the transcript; for coaching"),
    "loudness": Text("整场，EBU R 128", "whole stream, EBU R 128"),
    "looking": Text("占有人脸的画面", "of the pictures with a face"),
    "held_up": Text(
        "供教师查看，机器不知道是什么", "for the instructor to look at: the machine cannot know what it is"
    ),
}
"""What a figure is, or is not; said with it."""
UNITS: Mapping[str, Text] = {
    "per_min": Text("次／分钟", "per min"),
    "s": Text("秒", "s"),
    "LUFS": Text("LUFS", "LUFS"),
    "dB": Text("dB", "dB"),
    "semitones": Text("半音", "semitones"),
    "zh: characters/min": Text("字／分钟", "characters/min"),
    "en: words/min": Text("词／分钟", "words/min"),
}
PARTS: Mapping[str, Text] = {
    "slowest": Text("最慢 {value}", "slowest {value}"),
    "fastest": Text("最快 {value}", "fastest {value}"),
    "pauses_1_2_s": Text("1–2 秒 {value} 次", "1–2 s: {value}"),
    "pauses_2_4_s": Text("2–4 秒 {value} 次", "2–4 s: {value}"),
    "pauses_4_s": Text("4 秒以上 {value} 次", "4 s and longer: {value}"),
    "range": Text("响度范围 {value} LU", "range {value} LU"),
    "true_peak": Text("真峰值 {value} dBTP", "true peak {value} dBTP"),
    "times": Text("{value} 次", "times: {value}"),
}
WHOLE = frozenset({"slowest", "fastest", "pauses_1_2_s", "pauses_2_4_s", "pauses_4_s", "times"})
"""Parts without decimals."""
VOICE = frozenset({"pace", "pauses", "longest_silence", "hesitations", "loudness", "clearness", "pitch_variation"})


@dataclass(frozen=True, slots=True, kw_only=True)
class SensedRow:
    """A figure as people read it."""

    id: str
    name: str
    value: str
    """A dash where it was not measured."""
    more: str
    """What it is made of, or why there is none."""
    at: tuple[Seconds, ...]
    """Where to look, the most telling first."""


def sensed_rows(measures: tuple[Reported, ...], language: str) -> tuple[SensedRow, ...]:
    """Each figure with its name and unit, in ``language`` ("zh" or "en")."""
    return tuple(
        SensedRow(
            id=each.id,
            name=NAMES[each.id][language],
            value=_value(each, language),
            more=_more(each, language),
            at=tuple(evidence.span.start for evidence in each.measurement.evidence),
        )
        for each in measures
    )


def _value(each: Reported, language: str) -> str:
    value = each.measurement.value
    if value is None:
        return "—"
    if each.unit == "share":
        return f"{100 * value:.0f} %"
    number = f"{value:.0f}" if abs(value) >= 100 else f"{value:.1f}"
    return f"{number} {UNITS[each.unit][language]}"


def _more(each: Reported, language: str) -> str:
    measurement = each.measurement
    if measurement.value is None:
        return WHY_NONE[measurement.why_none][language] if measurement.why_none is not None else ""
    between = "，" if language == "zh" else ", "
    parts = [
        PARTS[id][language].format(value=f"{value:.0f}" if id in WHOLE else f"{value:.1f}") for id, value in each.parts
    ]
    return between.join(([NOTES[each.id][language]] if each.id in NOTES else []) + parts)
