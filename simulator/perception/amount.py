"""An amount of money in a phrase."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.domain.findings import Exactness
from simulator.domain.units import Money


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount, where it was recognised, and what it may be if a syllable was misheard."""

    money: Money
    start: int
    end: int
    doubtful_decimal: bool = False
    """The words after the main unit were lost or are no number: 29块钱 may have been 二十九块九."""
    repaired: Money | None = None
    """With the misheard syllable read as a digit: 29块酒 as 29.90."""
    exactness: Exactness = Exactness.EXACT
    upto: Money | None = None
    """The upper end of a range: 二三十块 is 20 up to 30."""
    named: bool = True
    """Whether a unit of money was said with it."""
    pieces: int = 1
    """How many it buys where that was said with it: "two for thirty"."""

    def admits(self, price: Money) -> bool:
        """Whether a true price lies where a rough amount says: within a quarter on the open side, an eighth about it.

        Ours; 三十多 and 四十不到 are said of what is nearer than the next ten.
        """
        if price.currency is not self.money.currency:
            return False
        said, true = self.money.hundredths, price.hundredths
        if self.upto is not None:
            return said * 0.97 <= true <= self.upto.hundredths * 1.03
        match self.exactness:
            case Exactness.UNDER:
                return 0.75 * said <= true <= said
            case Exactness.OVER:
                return said <= true <= 1.34 * said
            case Exactness.ABOUT:
                return abs(true - said) <= 0.125 * said
            case _:
                return true == said
