"""What a player does by itself while it plays: it goes round in a span, and leaves silences out."""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtCore import QObject, Qt, Signal

from simulator.domain.units import Seconds, Span
from simulator.ui.review.player import Player

SHORTEST: Seconds = 0.5
"""A span shorter than this cannot be gone round in: a seek takes longer than what is left to hear (ours)."""
WORTH: Seconds = 0.3
"""What is left of a silence is not jumped over from here on: the player itself is only that exact."""


class Repeating(QObject):
    """A span to go round in, set by its two ends or at once, and silences to jump over; either may be off."""

    changed = Signal()

    def __init__(self, player: Player) -> None:
        super().__init__(player)
        self._player = player
        self.span: Span | None = None
        self.looping = False
        self.skipping = False
        self._quiet: tuple[Span, ...] = ()
        self._begins: Seconds | None = None
        """Where the next span begins, once that was said and its end was not."""
        # Later, so that whoever shows the moment is not told of two at once, the newer first.
        player.moved.connect(self._on_moved, Qt.ConnectionType.QueuedConnection)
        player.ended.connect(self._on_ended)

    @property
    def begins(self) -> Seconds | None:
        return self._begins

    @property
    def can_skip(self) -> bool:
        """Whether there is a silence to be left out."""
        return bool(self._quiet)

    def show_quiet(self, quiet: tuple[Span, ...]) -> None:
        """The silences of the session, in order."""
        self._quiet = quiet
        self.skipping = self.skipping and bool(quiet)
        self.changed.emit()

    def begin(self, at: Seconds) -> None:
        """The span begins here; with an end behind it, it is gone round in at once."""
        end = self.span.end if self.span is not None else None
        if end is not None and end - at >= SHORTEST:
            self.set_span(Span(at, end))
            return
        self._begins, self.span, self.looping = at, None, False
        self.changed.emit()

    def end(self, at: Seconds) -> None:
        """The span ends here; it begins where that was said, else where the old one did, else at 0."""
        start = self._begins if self._begins is not None else self.span.start if self.span is not None else 0.0
        self.set_span(Span(min(start, at), max(start, at)))

    def set_span(self, span: Span | None) -> None:
        """Go round in this span from now on; None, or one too short to be heard, is no span."""
        self._begins = None
        self.span = span if span is not None and span.length >= SHORTEST else None
        self.looping = self.span is not None
        self.changed.emit()

    def set_looping(self, looping: bool) -> None:
        """Go round, or play on; the span stays."""
        self.looping = looping and self.span is not None
        self.changed.emit()

    def set_skipping(self, skipping: bool) -> None:
        self.skipping = skipping and self.can_skip
        self.changed.emit()

    # ------------------------------------------------------------------ inside

    def _on_moved(self) -> None:
        at = self._player.at
        to = self._to(at) if self._player.playing else None
        if to is not None:
            self._player.seek(to)

    def _on_ended(self) -> None:
        """The recording may end before the span does."""
        if self.looping and self.span is not None and self._player.at >= self.span.start + SHORTEST:
            self._player.seek(self.span.start)
            self._player.play()

    def _to(self, at: Seconds) -> Seconds | None:
        """Where to go on from this moment; None for on."""
        span = self.span if self.looping else None
        if span is not None and not span.start - SHORTEST <= at < span.end:
            return span.start
        silence = self._silence_at(at) if self.skipping else None
        if silence is None:
            return None
        if span is not None and silence.end >= span.end:
            return span.start
        return silence.end

    def _silence_at(self, at: Seconds) -> Span | None:
        number = bisect_right(self._quiet, at, key=lambda span: span.start) - 1
        return self._quiet[number] if number >= 0 and at < self._quiet[number].end - WORTH else None
