"""What is measured of voice and picture and shown beside the marks, never marked itself.

The research disagrees on mean pitch and mean loudness, and a picture tells a person more than its numbers do (rubric,
``reported_not_scored``). Smiles and moods are not even measured.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from simulator.domain.events import EchoHeard, HostSpoke, IslandHeard, SoundMeasured
from simulator.domain.findings import HostWasSilent
from simulator.domain.judgement import Evidence, Measurement, WhyNone
from simulator.domain.language import Language
from simulator.domain.session import SessionLog
from simulator.domain.units import Seconds, Span
from simulator.metrics import seen
from simulator.metrics.delivery import paces
from simulator.metrics.metric import measured, not_measured
from simulator.metrics.spans import split_at, without
from simulator.metrics.speaking import DEAD_AIR, heard_time, speaking_time, unheard, voiced, words
from simulator.metrics.technical import clearness, f0_sd_semitones

PAUSE: Seconds = 1.0
"""A gap between words is a pause from here on (9 of 9 found on recognisers' output; shorter ones are unsure)."""
LONG: Seconds = 2.0
CLEAR_ENOUGH_DB = 20.0
"""Below this the sounds between words cannot be told from the room (precision falls to a half at 15 dB)."""
DOUBTFUL = 0.5
"""A word heard with less confidence may be a hesitation written down as a word."""
ENOUGH_SPEECH: Seconds = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """A figure beside the marks."""

    id: str
    unit: str
    """"LUFS", "s", "share" …: an id the screen words."""
    measurement: Measurement
    parts: tuple[tuple[str, float], ...] = ()
    """What it is made of, by id: how many pauses of which length."""


def reported(log: SessionLog) -> tuple[Reported, ...]:
    """Everything that is measured and not marked, in the order it is shown: the voice, then the picture."""
    gaps = pauses(log)
    lengths = {"1_2": (PAUSE, LONG), "2_4": (LONG, DEAD_AIR), "4": (DEAD_AIR, float("inf"))}
    counts = tuple(
        (f"pauses_{id}_s", float(sum(low <= gap.length < high for gap in gaps))) for id, (low, high) in lengths.items()
    )
    rates = [pace.rate for pace in paces(log)]
    pace_unit = "zh: characters/min" if log.language is Language.ZH else "en: words/min"
    return (
        Reported(
            id="pace",
            unit=pace_unit,
            measurement=_pace(log),
            parts=(("slowest", min(rates)), ("fastest", max(rates))) if rates else (),
        ),
        Reported(id="pauses", unit="per_min", measurement=_pause_rate(log, gaps), parts=counts if gaps else ()),
        Reported(id="longest_silence", unit="s", measurement=_longest_silence(log, gaps)),
        Reported(id="hesitations", unit="per_min", measurement=hesitations(log)),
        Reported(
            id="loudness",
            unit="LUFS",
            measurement=_last(log, lambda second: second.integrated_lufs),
            parts=_loudness_parts(log),
        ),
        Reported(id="clearness", unit="dB", measurement=_clearness(log)),
        Reported(id="pitch_variation", unit="semitones", measurement=f0_sd_semitones(log)),
        Reported(id="looking", unit="share", measurement=seen.looking_share(log)),
        Reported(id="face", unit="share", measurement=seen.face_share(log)),
        Reported(id="well_lit", unit="share", measurement=seen.well_lit(log)),
        Reported(id="backlit", unit="share", measurement=seen.backlit(log)),
        Reported(id="steady", unit="share", measurement=seen.steady(log)),
        Reported(id="sharp", unit="share", measurement=seen.sharp(log)),
        Reported(id="frozen", unit="share", measurement=seen.frozen(log)),
        Reported(
            id="held_up",
            unit="s",
            measurement=seen.held_up(log),
            parts=(("times", float(len(shown))),) if (shown := seen.held(log)) else (),
        ),
    )


def pauses(log: SessionLog) -> tuple[Span, ...]:
    """Gaps of a second and more between words, from going live to going off air; by the voice where there are no words.

    A pause of the session, or a lost microphone, is none of the host's.
    """
    if any(phrase.text.strip() for phrase in log.only(HostSpoke)):
        quiet = [silent.said for silent in log.only(HostWasSilent)]
    else:
        quiet = list(without(heard_time(log), voiced(log))) if voiced(log) else []
    there = without(quiet, without([Span(0.0, log.length)], heard_time(log)))
    return tuple(gap for gap in split_at(there, (stop.at for stop in log.pauses)) if gap.length >= PAUSE)


def hesitations(log: SessionLog) -> Measurement:
    """Short voiced sounds set off by silence that carry no word, or one doubtful syllable, per minute of speaking.

    For coaching: careful speakers' hesitations are found nearly all, those run into the words are not (0.21 of them).
    """
    if why := unheard(log):
        return not_measured(why)
    spoken = speaking_time(log)
    if spoken < ENOUGH_SPEECH:
        return not_measured(WhyNone.TOO_SHORT)
    clear = clearness(list(log.only(SoundMeasured)))
    if clear is None:
        return not_measured(WhyNone.NO_SOUND)
    if clear < CLEAR_ENOUGH_DB:
        return not_measured(WhyNone.TOO_NOISY)
    heard = islands(log)
    return measured(60 * len(heard) / spoken, (Evidence(span, "") for span in heard))


def islands(log: SessionLog) -> tuple[Span, ...]:
    """The sounds between words that may be hesitations."""
    spoken = words(log)
    found: list[Span] = []
    at = 0
    echoes = tuple(log.only(EchoHeard))
    for island in sorted(log.only(IslandHeard), key=lambda each: each.said):
        if any(echo.said.overlaps(island.said) for echo in echoes):
            continue
        while at < len(spoken) and spoken[at].said.end <= island.said.start:
            at += 1
        carried = []
        for word in spoken[at:]:
            if word.said.start >= island.said.end:
                break
            if island.said.start <= (word.said.start + word.said.end) / 2 < island.said.end:
                carried.append(word)
        one = carried[0] if len(carried) == 1 else None
        doubtful = one is not None and one.confidence is not None and one.confidence < DOUBTFUL
        if not carried or (doubtful and one is not None and log.language.length(one.text) <= 1):
            found.append(island.said)
    return tuple(found)


def _pace(log: SessionLog) -> Measurement:
    if why := unheard(log):
        return not_measured(why)
    rates = [pace.rate for pace in paces(log)]
    return measured(median(rates)) if rates else not_measured(WhyNone.TOO_SHORT)


def _pause_rate(log: SessionLog, gaps: Sequence[Span]) -> Measurement:
    if not voiced(log):
        return not_measured(unheard(log) or WhyNone.NO_SPEECH)
    heard = sum(span.length for span in heard_time(log))
    if heard < ENOUGH_SPEECH:
        return not_measured(WhyNone.TOO_SHORT)
    return measured(60 * len(gaps) / heard)


def _longest_silence(log: SessionLog, gaps: Sequence[Span]) -> Measurement:
    if not voiced(log):
        return not_measured(unheard(log) or WhyNone.NO_SPEECH)
    if not gaps:
        return measured(0.0)
    longest = max(gaps, key=lambda gap: (gap.length, -gap.start))
    return measured(longest.length, [Evidence(longest, "")])


def _last(log: SessionLog, figure: Callable[[SoundMeasured], float | None]) -> Measurement:
    """A figure of the whole stream: what the meter showed last."""
    values = [value for second in log.only(SoundMeasured) if (value := figure(second)) is not None]
    return measured(values[-1]) if values else not_measured(WhyNone.NO_SOUND)


def _loudness_parts(log: SessionLog) -> tuple[tuple[str, float], ...]:
    parts = (
        ("range", _last(log, lambda second: second.range_lu).value),
        ("true_peak", _last(log, lambda second: second.true_peak_dbtp).value),
    )
    return tuple((id, value) for id, value in parts if value is not None)


def _clearness(log: SessionLog) -> Measurement:
    seconds = list(log.only(SoundMeasured))
    if not seconds:
        return not_measured(WhyNone.NO_SOUND)
    clear = clearness(seconds)
    return not_measured(WhyNone.NO_SPEECH) if clear is None else measured(clear)
