"""E: how the host speaks."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from operator import attrgetter
from statistics import median

from simulator.domain.events import HostSpoke
from simulator.domain.findings import FillerSaid
from simulator.domain.judgement import Evidence, Measurement, WhyNone
from simulator.domain.session import SessionLog
from simulator.domain.units import Seconds, Span
from simulator.metrics.credit import BREATH
from simulator.metrics.metric import measured, metric, not_measured
from simulator.metrics.spans import inside, joined, total
from simulator.metrics.speaking import speaking_time, text_within, unheard, words

WINDOW: Seconds = 30.0
ENOUGH_SPEECH: Seconds = 180.0
KEEPS_FILLERS = "vosk"
"""In the name of the engine that writes hesitations down."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Speech in one window of 30 s of speaking: where it was, and characters or words per minute."""

    span: Span
    rate: float


@metric
def speech_rate(log: SessionLog) -> Measurement:
    """Characters (zh) or words (en) per minute of speaking, breaths under 2 s kept: the median of 30 s windows."""
    if why := unheard(log):
        return not_measured(why)
    spoken = _spoken(log)
    windows = _paces(log, spoken)
    if not windows or total(spoken) < ENOUGH_SPEECH:
        return not_measured(WhyNone.TOO_SHORT)
    ordered = sorted(windows, key=lambda pace: (pace.rate, pace.span))
    middle = median(pace.rate for pace in ordered)
    # The slowest and the quickest half minute show what the median hides.
    telling = (ordered[-1], ordered[0]) if len(ordered) > 1 else ordered
    return measured(middle, (Evidence(pace.span, text_within(log, pace.span)) for pace in telling))


@metric
def fillers_per_min(log: SessionLog) -> Measurement:
    """Weighted fillers per minute of speaking: hesitation sounds count 1, filler words half.

    None heard is none said only where the recogniser writes hesitations down: Whisper drops them, and whether an
    imported transcript left them out nobody can tell.
    """
    if why := unheard(log):
        return not_measured(why)
    spoken = speaking_time(log)
    if spoken < ENOUGH_SPEECH:
        return not_measured(WhyNone.TOO_SHORT)
    fillers = list(log.only(FillerSaid))
    written_down = all(KEEPS_FILLERS in phrase.engine.lower() for phrase in log.only(HostSpoke))
    if not fillers and not written_down:
        return not_measured(WhyNone.FILLERS_NOT_HEARD)
    often = sorted(fillers, key=lambda filler: (-filler.weight, filler.said))
    rate = 60 * sum(filler.weight for filler in fillers) / spoken
    return measured(rate, (Evidence(filler.said, filler.quote) for filler in often))


@metric
def bars_presence(log: SessionLog) -> Measurement:
    """For the instructor: presence before the camera is for a person to judge."""
    del log
    return not_measured(WhyNone.NEEDS_INSTRUCTOR)


def paces(log: SessionLog) -> tuple[Pace, ...]:
    """The rate in each 30 s of speaking, long pauses cut out; a rest shorter than half a window is left out."""
    return _paces(log, _spoken(log))


def _paces(log: SessionLog, spoken: tuple[Span, ...]) -> tuple[Pace, ...]:
    heard = sorted(words(log), key=attrgetter("said.start", "said.end"))
    lengths = [log.language.length(word.text) for word in heard]
    longest = max((word.said.length for word in heard), default=0.0)
    starts = [word.said.start for word in heard]
    found: list[Pace] = []
    for window in _windows(spoken):
        whole = Span(window[0].start, window[-1].end)
        units = 0.0
        # Only words that reach into the window: an hour has thousands of others.
        for at in range(bisect_left(starts, whole.start - longest), bisect_left(starts, whole.end)):
            word = heard[at]
            if word.said.end <= whole.start:
                continue
            share = 1.0
            if word.said.start < whole.start or word.said.end > whole.end:  # else it lies whole in a stretch of speech
                share = total(inside(window, word.said)) / word.said.length
            units += share * lengths[at]
        found.append(Pace(whole, 60 * units / total(window)))
    return tuple(found)


def _spoken(log: SessionLog) -> tuple[Span, ...]:
    """Stretches of speech by the words, breaths kept."""
    return joined((word.said for word in words(log)), BREATH)


def _windows(spoken: tuple[Span, ...]) -> list[list[Span]]:
    """The speech cut into windows that each hold 30 s of it."""
    windows: list[list[Span]] = [[]]
    room = WINDOW
    for span in spoken:
        start = span.start
        while span.end - start >= room:
            windows[-1].append(Span(start, start + room))
            start += room
            windows.append([])
            room = WINDOW
        if span.end > start:
            windows[-1].append(Span(start, span.end))
            room -= span.end - start
    if total(windows[-1]) < WINDOW / 2:
        windows.pop()
    return windows
