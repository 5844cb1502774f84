"""The run of show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from simulator.domain.scenario import Segment
from simulator.domain.units import Seconds
from simulator.ui.amounts import short_clock
from simulator.ui.models.rows import RowsModel


class SegmentState(StrEnum):
    """Where the host is."""

    DONE = "done"
    CURRENT = "current"
    COMING = "coming"


@dataclass(frozen=True, slots=True)
class SegmentLine:
    """A segment with its state; ``elapsed`` in whole seconds while it runs."""

    number: int
    segment: Segment
    state: SegmentState
    elapsed: int | None

    @property
    def time(self) -> str:
        planned = short_clock(self.segment.length)
        return planned if self.elapsed is None else f"{short_clock(self.elapsed)} / {planned}"


class SegmentModel(RowsModel[SegmentLine]):
    """The planned segments; those before the current one are done."""

    def text_of(self, row: SegmentLine) -> str:
        state = {
            SegmentState.DONE: self.tr("done"),
            SegmentState.CURRENT: self.tr("now"),
            SegmentState.COMING: self.tr("coming"),
        }[row.state]
        return f"{row.number}. {row.segment.name}, {row.time}, {state}"

    def follow(self, plan: Sequence[Segment], current: tuple[Segment, Seconds] | None, now: Seconds) -> None:
        """Show where the host is in the plan."""
        here = next((i for i, each in enumerate(plan) if current is not None and each.id == current[0].id), -1)
        self.replace(
            [
                SegmentLine(
                    number=i + 1,
                    segment=segment,
                    state=SegmentState.CURRENT if i == here else SegmentState.DONE if i < here else SegmentState.COMING,
                    elapsed=int(max(0.0, now - current[1])) if i == here and current is not None else None,
                )
                for i, segment in enumerate(plan)
            ]
        )

    @property
    def current(self) -> SegmentLine | None:
        return next((line for line in self._rows if line.state is SegmentState.CURRENT), None)

    @property
    def following(self) -> Segment | None:
        """The segment after the current one."""
        return next((line.segment for line in self._rows if line.state is SegmentState.COMING), None)
