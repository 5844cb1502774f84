"""What a session heard at the moment it was heard: kept against a crash, and how late it came."""

from __future__ import annotations

import contextlib
from collections import deque
from collections.abc import Callable, Sequence

import numpy as np

from simulator.domain.events import EchoHeard, HostSpoke
from simulator.domain.units import Seconds, Span
from simulator.ports import Caption, Heard, StoreError

KEEP_UNFINISHED_EVERY: Seconds = 0.5
"""How often what is heard of an unfinished phrase is written down, as long as it grows."""
RECENT = 600
"""Delays of unfinished captions that are remembered: about a minute of speech."""

Keep = Callable[[Sequence[HostSpoke], HostSpoke | None], None]


class LiveHearing:
    """Phrases in the order they arrived, before the room reacts to them; ``keep`` writes them down."""

    def __init__(self, keep: Keep | None = None) -> None:
        self._keep = keep
        self._phrases: list[HostSpoke] = []
        self._waiting: list[HostSpoke] = []
        self._delays: list[Seconds] = []
        self._unfinished_delays: deque[Seconds] = deque(maxlen=RECENT)
        self._captions = 0
        self._p95_of_phrases: tuple[int, Seconds | None] = (0, None)
        self._p95_unfinished: tuple[int, Seconds | None] = (0, None)
        self._caption: Caption | None = None
        self._kept: tuple[Seconds, str] = (float("-inf"), "")
        """When an unfinished phrase was kept last, and how it read."""

    def after(self, count: int) -> tuple[HostSpoke, ...]:
        """The phrases that arrived after the first so many."""
        return tuple(self._phrases[count:])

    @property
    def waiting(self) -> Sequence[HostSpoke]:
        """The phrases that the room has not heard yet."""
        return self._waiting

    def reach_the_room(self, said: Span) -> None:
        """The phrase of this span is heard by the room now."""
        self._waiting = [phrase for phrase in self._waiting if phrase.said != said]

    @property
    def delays(self) -> Sequence[Seconds]:
        """Of each phrase: from its last word to its arrival."""
        return self._delays

    @property
    def unfinished_delays(self) -> Sequence[Seconds]:
        """Of captions that were unfinished, the newest: how far the sound they were made of lay behind."""
        return self._unfinished_delays

    @property
    def delay_p95(self) -> Seconds | None:
        """What nineteen of twenty phrases are within; None before there is one."""
        self._p95_of_phrases = self._p95(self._delays, len(self._delays), self._p95_of_phrases)
        return self._p95_of_phrases[1]

    @property
    def unfinished_delay_p95(self) -> Seconds | None:
        """What nineteen of twenty captions of the last minute of speech are within; None before there is one."""
        self._p95_unfinished = self._p95(self._unfinished_delays, self._captions, self._p95_unfinished)
        return self._p95_unfinished[1]

    def take(self, heard: Heard, now: Seconds) -> None:
        """Take in what a recogniser said at ``now``."""
        self._phrases += heard.phrases
        self._waiting += heard.phrases
        self._delays += [max(0.0, now - phrase.said.end) for phrase in heard.phrases]
        caption = heard.captions[-1] if heard.captions else None
        if (
            caption is not None
            and caption.text
            and caption.heard_until is not None
            and (self._caption is None or caption.heard_until != self._caption.heard_until)
        ):
            self._unfinished_delays.append(max(0.0, now - caption.heard_until))
            self._captions += 1
        self._caption = caption
        self._write_down(heard.phrases, caption, now)

    @staticmethod
    def _p95(delays: Sequence[Seconds], count: int, known: tuple[int, Seconds | None]) -> tuple[int, Seconds | None]:
        """Asked for thirty times a second and found out only when there is another delay."""
        return known if known[0] == count else (count, float(np.percentile(delays, 95)))

    def _write_down(self, phrases: Sequence[HostSpoke], caption: Caption | None, now: Seconds) -> None:
        if self._keep is None:
            return
        kept_at, kept_text = self._kept
        text = caption.text if caption is not None else ""
        if not phrases and (not text or text == kept_text or now - kept_at < KEEP_UNFINISHED_EVERY):
            return
        # A folder that cannot be written is told of by the log, which is kept there, too.
        with contextlib.suppress(StoreError):
            self._keep(phrases, self._unfinished(caption, now))
            self._kept = (now, text)

    def _unfinished(self, caption: Caption | None, now: Seconds) -> HostSpoke | None:
        if caption is None or not caption.text:
            return None
        until = max(caption.since, now if caption.heard_until is None else caption.heard_until)
        engine = self._phrases[-1].engine if self._phrases else "live"
        return HostSpoke(at=until, said=Span(caption.since, until), text=caption.text, words=(), engine=engine)


def not_in_log(heard: Sequence[HostSpoke], logged: Sequence[HostSpoke | EchoHeard]) -> tuple[HostSpoke, ...]:
    """What was heard on air and did not come into the log; an unfinished phrase counts unless it was finished.

    A phrase in which a comment read aloud was heard stands in the log in parts.
    """
    known = {(phrase.said, phrase.text) for phrase in logged}
    echoes = [echo.said for echo in logged if isinstance(echo, EchoHeard)]
    missing: list[HostSpoke] = []
    for phrase in heard:
        if any(phrase.said.start <= echo.start and echo.end <= phrase.said.end for echo in echoes):
            continue
        if (phrase.said, phrase.text) not in known and (
            phrase.words or all(other.said.end <= phrase.said.start + 0.05 for other in (*logged, *missing))
        ):
            missing.append(phrase)
    return tuple(missing)
