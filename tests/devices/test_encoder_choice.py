"""The quality of recordings is chosen by what encoding costs here, and the figures are kept with the choice."""

from __future__ import annotations

import json

import pytest

from simulator.devices.encoder_choice import BUDGET, CHOICES, choose_encoding, encoding_of
from simulator.devices.recording_file import Encoding
from simulator.media_port import EncodingChoice, EncodingReason, EncodingTried
from simulator.wiring import EncoderChoice

MEASURED = EncodingChoice(
    (EncodingTried("veryfast", 1280, 720, 0.02), EncodingTried("superfast", 1280, 720, 0.011)),
    EncodingTried("superfast", 1280, 720, 0.011),
    EncodingReason.WITHIN,
    BUDGET,
)


class Kept:
    """The store's setting, as it comes back from JSON."""

    def __init__(self) -> None:
        self.value: object = None

    def keep(self, value: dict[str, object]) -> None:
        self.value = json.loads(json.dumps(value))


@pytest.fixture
def measurements(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How often the machine was measured, and none of the seconds that takes."""
    times: list[int] = []

    def measure() -> EncodingChoice:
        times.append(1)
        return MEASURED

    monkeypatch.setattr("simulator.devices.encoder_choice.choose_encoding", measure)
    return times


def test_a_quick_machine_makes_the_smallest_files_and_tries_nothing_else():
    choice = choose_encoding(pictures=2, budget=100.0)
    assert encoding_of(choice) == CHOICES[0]
    assert [each.preset for each in choice.tried] == ["veryfast"]
    assert choice.why is EncodingReason.WITHIN and choice.chosen.cost <= choice.budget


def test_a_slow_machine_has_tried_all_and_does_the_least_work():
    choice = choose_encoding(pictures=2, budget=0.0)
    assert [(each.preset, each.width) for each in choice.tried] == [(each.preset, each.longest) for each in CHOICES]
    assert choice.why is EncodingReason.LEAST
    assert choice.chosen.cost == min(each.cost for each in choice.tried) > choice.budget


def test_the_figures_are_kept_with_the_choice_and_nothing_is_measured_twice(measurements):
    kept = Kept()
    first = EncoderChoice(None, kept.keep)
    assert first.known() is None
    first.try_out()
    first.try_out()
    assert kept.value is None, "only the store's thread writes"
    assert first.known() == MEASURED and len(measurements) == 1
    again = EncoderChoice(kept.value, kept.keep)
    assert again.known() == MEASURED
    assert again.encoding() == Encoding(preset="superfast")
    assert len(measurements) == 1
    again.try_again()
    assert len(measurements) == 2


@pytest.mark.parametrize(
    "kept", [{"codec": "libx264", "preset": "veryfast", "quality": 23}, "veryfast", {"tried": [], "budget": "x"}]
)
def test_what_an_earlier_version_kept_is_measured_again(measurements, kept):
    choice = EncoderChoice(kept, Kept().keep)
    assert choice.known() is None
    assert choice.encoding() == Encoding(preset="superfast")
    assert len(measurements) == 1
