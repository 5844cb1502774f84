"""A studio without devices, and a clock moved by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.devices.clock import HandClock
from simulator.live.studio import Studio
from tests.deviceless import studio_in
from tests.virtual_mic import virtual_mic

__all__ = ["virtual_mic"]


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def studio(tmp_path: Path, clock: HandClock) -> Iterator[Studio]:
    made = studio_in(tmp_path / "data", clock)
    yield made
    made.close_devices()
    made.store.close()
