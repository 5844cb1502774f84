"""Who moved a covariate: the shares of the latest moments in it, fading as the covariate does.

Only read to name a cause; no number of the room depends on it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from simulator.domain.crowd import Reason
from simulator.domain.units import Seconds

KEPT = 8
"""Sources remembered of one covariate; the weakest gives way."""
_SMALL = 1e-100


@dataclass(slots=True)
class Source:
    """One moment's share; ``reason`` where the covariate alone does not say it."""

    at: Seconds
    share: float
    reason: Reason | None = None


@dataclass(slots=True)
class Ledger:
    """The sources of one covariate; shares are kept divided by ``scale``, so that fading touches one number."""

    sources: list[Source] = field(default_factory=list)
    scale: float = 1.0

    def fade(self, factor: float) -> None:
        """Let every share shrink by ``factor``."""
        self.scale *= factor
        if self.scale < _SMALL:
            for source in self.sources:
                source.share *= self.scale
            self.scale = 1.0

    def add(self, at: Seconds, share: float, reason: Reason | None = None) -> None:
        """Enter what a moment added (or took, when negative); shares with a reason of their own are one source."""
        if share == 0.0:
            return
        share /= self.scale
        for source in self.sources:
            if source.reason is reason and (source.at == at or reason is not None):
                source.share += share
                return
        self.sources.append(Source(at, share, reason))
        if len(self.sources) > KEPT:
            self.sources.remove(min(self.sources, key=lambda source: abs(source.share)))

    def strongest(self, sign: float) -> Source | None:
        """The source with the largest share in this direction; the latest of equals."""
        best: Source | None = None
        for source in self.sources:
            if source.share * sign > 0 and (best is None or source.share * sign >= best.share * sign):
                best = source
        return best
