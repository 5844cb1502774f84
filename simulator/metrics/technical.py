"""E: what the microphone and the camera made of it."""

from __future__ import annotations

from collections import defaultdict
from statistics import fmean, median, quantiles

import numpy as np

from simulator.domain.events import PictureMeasured, SoundMeasured
from simulator.domain.judgement import Evidence, Measurement, WhyNone
from simulator.domain.machine import Device
from simulator.domain.session import SessionLog
from simulator.domain.units import Seconds, Span
from simulator.metrics.metric import measured, metric, not_measured
from simulator.metrics.presenting import demonstrations
from simulator.metrics.speaking import lost, speaking_time

WINDOW: Seconds = 30.0
ENOUGH_SPEECH: Seconds = 180.0
ENOUGH_RECORDED: Seconds = 180.0
ENOUGH_VOICE = 100
"""Voiced 40 ms frames a window must hold: 4 s."""
CLEAR_DB = 15.0
"""Speech this far above the noise can be judged (rubric E3, E4)."""
LOUD_DBFS = (-30.0, -14.0)
CLIPPED = 0.001
MOST = 0.85
"""The share of the time a check must hold (rubric E4)."""
LUMA = (50.0, 205.0)
"""Mean brightness inside the limits of exposure, 0..255; our own default, a fifth from either end."""
WASHED_OUT = 0.35
"""Share of pixels too dark or too bright beyond which a picture is badly exposed; our own default."""


@metric
def f0_sd_semitones(log: SessionLog) -> Measurement:
    """Spread of the voice's pitch in semitones: the median of 30 s windows, octave errors removed.

    Frames outside 0.75 of the lower and 1.5 of the upper quartile are taken for errors (De Looze and Hirst, 2008).
    """
    seconds = list(log.only(SoundMeasured))
    if not seconds:
        return not_measured(WhyNone.NO_SOUND)
    voiced = [hz for second in seconds for hz in second.pitch_hz if hz > 0]
    if len(voiced) < ENOUGH_VOICE:
        return not_measured(WhyNone.NO_SPEECH)
    if speaking_time(log) < ENOUGH_SPEECH:
        return not_measured(WhyNone.TOO_SHORT)
    if (clear := clearness(seconds)) is None or clear < CLEAR_DB:
        return not_measured(WhyNone.TOO_NOISY)
    lower, middle, upper = quantiles(voiced, n=4, method="inclusive")
    windows: dict[int, list[float]] = defaultdict(list)
    for second in seconds:
        windows[int(second.at // WINDOW)].extend(second.pitch_hz)
    spreads: list[tuple[float, Span]] = []
    for number, heard in sorted(windows.items()):
        pitches = np.asarray(heard)
        kept = pitches[(pitches >= 0.75 * lower) & (pitches <= 1.5 * upper)]
        if kept.size >= ENOUGH_VOICE:
            spread = float(np.std(12 * np.log2(kept / middle)))
            spreads.append((spread, Span(WINDOW * number, WINDOW * (number + 1))))
    if not spreads:
        return not_measured(WhyNone.TOO_SHORT)
    flattest, liveliest = min(spreads), max(spreads)
    evidence = (Evidence(span, "") for _, span in (flattest, liveliest))
    return measured(median(spread for spread, _ in spreads), evidence)


@metric
def technical_checks(log: SessionLog) -> Measurement:
    """Checks passed 0..5: speech level, clipping, signal over noise, host or product in frame, exposure."""
    seconds = list(log.only(SoundMeasured))
    pictures = list(log.only(PictureMeasured))
    if not seconds:
        return not_measured(WhyNone.NO_SOUND)
    if len(seconds) < ENOUGH_RECORDED:
        return not_measured(WhyNone.TOO_SHORT)
    speech = [second for second in seconds if second.speech_dbfs is not None]
    clear = clearness(seconds)
    if not speech or clear is None:
        return not_measured(WhyNone.NO_SPEECH)
    shown = demonstrations(log)
    # A demonstration is marked when the goods fill the picture: no face is needed there.
    in_frame = [
        picture.face or any(span.start <= picture.at <= span.end for span in shown)
        for picture in pictures
        if picture.face is not None
    ]
    bad_level = [second.at for second in speech if not _loud_enough(second)]
    bad_light = [picture.at for picture in pictures if not _well_lit(picture)]
    checks = {
        "speech_level": len(speech) - len(bad_level) >= MOST * len(speech),
        "clipping": fmean(second.clipped for second in seconds) < CLIPPED,
        "noise": clear >= CLEAR_DB,
    }
    if pictures:
        checks["exposure"] = len(pictures) - len(bad_light) >= MOST * len(pictures)
    if in_frame:
        checks["in_frame"] = sum(in_frame) >= MOST * len(in_frame)
    detail = [name if passed else f"-{name}" for name, passed in checks.items()]
    if len(checks) < 5 or len(pictures) < ENOUGH_RECORDED:
        return not_measured(WhyNone.NO_PICTURE, detail=detail)
    evidence = [Evidence(span, "") for span in (*lost(log, Device.CAMERA), *lost(log, Device.MICROPHONE))]
    if not checks["speech_level"]:
        evidence += [Evidence(Span(at, at + 1), "") for at in bad_level[:2]]
    if not checks["exposure"]:
        evidence += [Evidence(Span(at, at + 1), "") for at in bad_light[:2]]
    return measured(float(sum(checks.values())), evidence, detail)


def clearness(seconds: list[SoundMeasured]) -> float | None:
    """Decibels between the usual level of speech and the usual noise; None where either was not measured."""
    speech = [second.speech_dbfs for second in seconds if second.speech_dbfs is not None]
    noise = [second.noise_dbfs for second in seconds if second.noise_dbfs is not None]
    return median(speech) - median(noise) if speech and noise else None


def _loud_enough(second: SoundMeasured) -> bool:
    return second.speech_dbfs is not None and LOUD_DBFS[0] <= second.speech_dbfs <= LOUD_DBFS[1]


def _well_lit(picture: PictureMeasured) -> bool:
    return LUMA[0] <= picture.luma <= LUMA[1] and max(picture.too_dark, picture.too_bright) <= WASHED_OUT
