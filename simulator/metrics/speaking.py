"""When the host spoke, when nobody did, and when nobody could have heard."""

from __future__ import annotations

from simulator.domain.events import EchoHeard, HostSpoke, SoundMeasured, VoiceStarted, VoiceStopped, Word
from simulator.domain.judgement import WhyNone
from simulator.domain.language import Language
from simulator.domain.machine import Device, DeviceFailed, DeviceReturned
from simulator.domain.session import SessionLog
from simulator.domain.units import Seconds, Span
from simulator.metrics.credit import BREATH, hollow
from simulator.metrics.spans import inside, joined, split_at, total, without

DEAD_AIR: Seconds = 4.0
"""A silence from here on is dead air (rubric A3)."""

BESIDE: Seconds = 0.5
"""How far a voice detector's edges may lie outside a phrase's words; our own default."""


def on_air(log: SessionLog) -> Span:
    """The stream from going live to going off air."""
    return Span(0.0, max(log.length, 0.0))


def lost(log: SessionLog, device: Device) -> tuple[Span, ...]:
    """While this device was away."""
    spans: list[Span] = []
    since: Seconds | None = None
    for event in log.only(DeviceFailed, DeviceReturned):
        if event.device is not device:
            continue
        if isinstance(event, DeviceFailed):
            since = event.at if since is None else since
        elif since is not None:
            spans.append(Span(since, event.at))
            since = None
    if since is not None:
        spans.append(Span(since, log.length))
    return joined(inside(spans, on_air(log)))


def heard_time(log: SessionLog) -> tuple[Span, ...]:
    """The stream without the stretches where the microphone was away: what can be judged by ear."""
    return without([on_air(log)], lost(log, Device.MICROPHONE))


def voiced(log: SessionLog) -> tuple[Span, ...]:
    """While the host spoke: by the voice detector, by the words where it was not running; no comment read aloud."""
    spans: list[Span] = []
    since: Seconds | None = None
    for event in log.only(VoiceStarted, VoiceStopped, DeviceFailed):
        if isinstance(event, VoiceStarted):
            since = event.at if since is None else since
        elif since is not None and (isinstance(event, VoiceStopped) or event.device is Device.MICROPHONE):
            # A microphone that goes away ends a voice without a word about it.
            spans.append(Span(since, event.at))
            since = None
    if since is not None:
        spans.append(Span(since, log.length))
    if not spans:
        spans = [word.said for word in words(log)]
    spoken = joined(inside(spans, on_air(log)))
    echoes = joined(echo.said for echo in log.only(EchoHeard))
    return tuple(without(spoken, echoes)) if echoes else spoken


def words(log: SessionLog) -> tuple[Word, ...]:
    """All words in order; a phrase without word times counts as one word."""
    return tuple(word for phrase in log.only(HostSpoke) for word in _words_of(phrase))


def _words_of(phrase: HostSpoke) -> list[Word]:
    return [word for word in phrase.words or (Word(phrase.text, phrase.said, None),) if word.text.strip()]


def speaking_time(log: SessionLog) -> Seconds:
    """Seconds of speech, breaths kept."""
    return total(joined(voiced(log), BREATH))


def silences(log: SessionLog) -> tuple[Span, ...] | None:
    """Silences of dead air's length; None where there was no sound to judge by.

    A pause of the session, or a lost microphone, ends a silence: nobody knows what was said meanwhile. Fillers alone
    do not end one: dead air filled with "um, so, you know" is dead air (ours).
    """
    speech = voiced(log)
    if not speech and not any(True for _ in log.only(SoundMeasured)):
        return None
    empty = [phrase.said for phrase in log.only(HostSpoke) if hollow(phrase.text, log.language)]
    speech = without(speech, joined(Span(said.start - BESIDE, said.end + BESIDE) for said in empty))
    quiet = split_at(without(heard_time(log), speech), (pause.at for pause in log.pauses))
    return tuple(span for span in quiet if span.length >= DEAD_AIR)


def unheard(log: SessionLog) -> WhyNone | None:
    """Why nothing can be said about the words; None where there are words."""
    if any(phrase.text.strip() for phrase in log.only(HostSpoke)):
        return None
    return WhyNone.NO_TRANSCRIPT if voiced(log) else WhyNone.NO_SPEECH


def text_within(log: SessionLog, span: Span) -> str:
    """What was said inside the span, word by word."""
    between = "" if log.language is Language.ZH else " "
    return between.join(
        word.text.strip()
        for phrase in log.only(HostSpoke)
        if phrase.said.overlaps(span)
        for word in _words_of(phrase)
        if word.said.overlaps(span)
    )
