"""What was said, as caption files: the host's words, and in brackets what the system's voice read aloud."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from simulator.domain.events import EchoHeard, HostSpoke
from simulator.domain.language import Language
from simulator.domain.session import SessionLog
from simulator.domain.units import Seconds, Span

WIDEST = {Language.ZH: 20, Language.EN: 42}
"""Characters of a caption that can be read at a glance (subtitling practice: 16 to 20 Chinese, 42 Latin)."""
LONGEST: Seconds = 6.0
SHORTEST: Seconds = 0.5


@dataclass(frozen=True, slots=True)
class Cue:
    """A caption and when it stands."""

    span: Span
    text: str


def cues(log: SessionLog) -> tuple[Cue, ...]:
    """The phrases, long ones cut between words; none before the stream, none over the next."""
    pieces = [
        replace(piece, text=f"[{piece.text}]") if piece.text and isinstance(phrase, EchoHeard) else piece
        for phrase in log.only(HostSpoke, EchoHeard)
        for piece in _pieces(phrase, log.language)
    ]
    pieces = sorted((piece for piece in pieces if piece.text and piece.span.end > 0), key=lambda piece: piece.span)
    shown: list[Cue] = []
    for number, piece in enumerate(pieces):
        start = max(piece.span.start, 0.0)
        end = max(piece.span.end, start + SHORTEST)
        if number + 1 < len(pieces):
            end = min(end, max(pieces[number + 1].span.start, start + 0.001))
        shown.append(Cue(Span(start, end), piece.text))
    return tuple(shown)


def srt(log: SessionLog) -> str:
    """SubRip: numbered captions."""
    blocks = [
        f"{number}\n{_clock(cue.span.start, ',')} --> {_clock(cue.span.end, ',')}\n{cue.text}\n"
        for number, cue in enumerate(cues(log), start=1)
    ]
    return "\n".join(blocks)


def vtt(log: SessionLog) -> str:
    """WebVTT: the same, with what would be markup written out."""
    blocks = [
        f"{_clock(cue.span.start, '.')} --> {_clock(cue.span.end, '.')}\n{_plain(cue.text)}\n" for cue in cues(log)
    ]
    return "\n".join(["WEBVTT\n", *blocks])


def _pieces(phrase: HostSpoke | EchoHeard, language: Language) -> Iterator[Cue]:
    text = _one_line(phrase.text)
    if (len(text) <= WIDEST[language] and phrase.said.length <= LONGEST) or not phrase.words:
        yield Cue(phrase.said, text)
        return
    between = "" if language is Language.ZH else " "
    taken: list[str] = []
    start = end = phrase.words[0].said.start
    for word in phrase.words:
        wording = _one_line(word.text)
        too_wide = len(between.join([*taken, wording])) > WIDEST[language]
        if taken and (too_wide or word.said.end - start > LONGEST):
            yield Cue(Span(start, end), between.join(taken))
            taken, start = [], word.said.start
        if wording:
            taken.append(wording)
        end = word.said.end
    yield Cue(Span(start, end), between.join(taken))


def _one_line(text: str) -> str:
    """An arrow would end a caption's text early, and so would an empty line."""
    return " ".join(text.split()).replace("-->", "→")


def _plain(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _clock(seconds: Seconds, mark: str) -> str:
    thousandths = round(seconds * 1000)
    minutes, rest = divmod(thousandths, 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02d}:{minutes:02d}:{rest // 1000:02d}{mark}{rest % 1000:03d}"
