"""Silences between the host's words."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.domain.events import HostSpoke
from simulator.domain.findings import HostWasSilent
from simulator.domain.units import Seconds, Span

NOTED: Seconds = 1.0
"""Gaps between words from this long on are silences (found 9 of 9 on recogniser output; shorter ones are unsure)."""


class SilenceListener:
    """Notes when nobody spoke, from going live to going off air."""

    def __init__(self) -> None:
        self._silent_since: Seconds = 0.0

    def hear(self, spoke: HostSpoke) -> Iterator[HostWasSilent]:
        """Silences before and inside the phrase."""
        spans = [word.said for word in spoke.words if word.text.strip()] or [spoke.said]
        for said in spans:
            yield from self._until(said.start, spoke.at)
            self._silent_since = max(self._silent_since, said.end)

    def ended(self, at: Seconds) -> Iterator[HostWasSilent]:
        """The silence that was left when the stream ended."""
        yield from self._until(at, at)
        self._silent_since = max(self._silent_since, at)

    def _until(self, moment: Seconds, at: Seconds) -> Iterator[HostWasSilent]:
        if moment - self._silent_since >= NOTED:
            yield HostWasSilent(at=at, said=Span(self._silent_since, moment))
