"""The process around an engine: times, crashes, hangs, ends."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from simulator.devices.recogniser_process import ProcessRecogniser
from simulator.domain.units import Span
from simulator.media_port import SoundBlock
from simulator.ports import DeviceError
from tests.devices.speech.scripted_engine import POISON, TRAP, ScriptedEngine

RATE_HZ = 16_000


def second(at: float, loudness: float, length: float = 1.0) -> SoundBlock:
    return SoundBlock(at, np.full(round(length * RATE_HZ), loudness, dtype=np.float32), RATE_HZ)


def words(heard) -> list[str]:
    return [phrase.text for phrase in heard.phrases]


@pytest.fixture
def recogniser(tmp_path: Path) -> Iterator[ProcessRecogniser]:
    made = ProcessRecogniser(ScriptedEngine(tmp_path / "trap"))
    yield made
    made.close()


@pytest.fixture
def impatient(tmp_path: Path) -> Iterator[ProcessRecogniser]:
    """Takes a child that is silent for 2 s for hung."""
    made = ProcessRecogniser(ScriptedEngine(tmp_path / "trap", patience=2.0))
    yield made
    made.close()


def test_times_are_those_of_the_blocks(recogniser):
    recogniser.feed(second(7.0, 0.10))
    recogniser.feed(second(8.0, 0.20))
    heard = recogniser.settle()
    assert [(phrase.text, phrase.said, phrase.at) for phrase in heard.phrases] == [
        ("10", Span(7.0, 8.0), 8.0),
        ("20", Span(8.0, 9.0), 9.0),
    ]
    assert heard.behind == 0.0
    assert not heard.restarted


def test_after_a_gap_times_go_on_from_the_block_that_came(recogniser):
    recogniser.feed(second(0.0, 0.10))
    recogniser.feed(second(5.0, 0.20))
    assert [phrase.said for phrase in recogniser.settle().phrases] == [
        Span(0.0, 1.0),
        Span(5.0, 6.0),
    ]


def test_a_caption_stands_while_a_phrase_is_unfinished(recogniser):
    recogniser.feed(second(3.0, 0.10, 0.5))
    assert [(caption.text, caption.since) for caption in recogniser.settle().captions] == [("…", 3.0)]
    assert recogniser.heard().captions
    recogniser.feed(second(3.5, 0.10, 0.5))
    assert recogniser.settle().captions == ()


def test_nothing_comes_twice(recogniser):
    recogniser.feed(second(0.0, 0.10))
    assert words(recogniser.settle()) == ["10"]
    assert words(recogniser.heard()) == []


def test_finishing_brings_what_was_unfinished(recogniser):
    recogniser.feed(second(0.0, 0.10))
    recogniser.feed(second(1.0, 0.20, 0.4))
    assert words(recogniser.finish()) == ["10", "end"]
    assert recogniser.pid is None


def test_a_killed_child_is_replaced_and_hears_what_was_not_settled_again(recogniser):
    recogniser.feed(second(0.0, 0.10))
    recogniser.feed(second(1.0, 0.20, 0.5))
    assert words(recogniser.settle()) == ["10"]
    first = recogniser.pid
    os.kill(first, signal.SIGKILL)
    recogniser.feed(second(1.5, 0.20, 0.5))
    heard = recogniser.settle()
    assert words(heard) == ["20"]
    assert heard.phrases[0].said == Span(1.0, 2.0)
    assert heard.restarted
    assert recogniser.pid != first
    assert not recogniser.heard().restarted


def test_a_hung_child_is_replaced_and_nothing_is_lost(impatient):
    impatient.feed(second(0.0, 0.10))
    impatient.feed(second(1.0, TRAP))
    impatient.feed(second(2.0, 0.30))
    heard = impatient.settle()
    assert words(heard) == ["10", "98", "30"]
    assert heard.restarted


def test_a_stopped_child_blocks_nobody_and_is_replaced(impatient):
    impatient.feed(second(0.0, 0.10))
    impatient.settle()
    os.kill(impatient.pid, signal.SIGSTOP)
    for place in range(1, 30):
        impatient.feed(second(float(place), place / 100))
    heard = impatient.settle()
    assert heard.restarted
    assert words(heard) == [str(place) for place in range(1, 30)]


def test_sound_that_kills_every_child_is_left_behind(recogniser):
    recogniser.feed(second(0.0, 0.10))
    recogniser.feed(second(1.0, POISON))
    recogniser.settle()
    recogniser.feed(second(2.0, 0.30))
    heard = recogniser.settle()
    assert words(heard)[-1] == "30"
    assert heard.phrases[-1].said == Span(2.0, 3.0)


def test_a_model_that_cannot_be_loaded_is_told_once(tmp_path):
    recogniser = ProcessRecogniser(ScriptedEngine(tmp_path / "trap", refuses=True))
    recogniser.feed(second(0.0, 0.10))
    with pytest.raises(DeviceError) as raised:
        recogniser.settle()
    assert raised.value.code == "model_damaged"
    assert recogniser.pid is None
    recogniser.feed(second(1.0, 0.10))
    assert recogniser.heard().phrases == ()
    recogniser.close()


def test_a_child_that_never_answers_is_given_up(tmp_path):
    recogniser = ProcessRecogniser(ScriptedEngine(tmp_path / "trap", dies_loading=True))
    recogniser.feed(second(0.0, 0.10))
    with pytest.raises(DeviceError) as raised:
        recogniser.settle()
    assert raised.value.code == "recogniser_lost"
    assert recogniser.finish().phrases == ()


def test_how_far_behind_is_told_while_the_model_loads(recogniser):
    recogniser.feed(second(0.0, 0.10))
    assert recogniser.heard().behind == 1.0
    assert recogniser.settle().behind == 0.0


def test_of_more_than_a_minute_of_waiting_sound_nothing_is_given_up(recogniser):
    os.kill(recogniser.pid, signal.SIGSTOP)  # before it could load
    for place in range(90):
        recogniser.feed(second(float(place), place / 100))
    assert recogniser.heard().behind == 90.0
    os.kill(recogniser.pid, signal.SIGCONT)
    heard = recogniser.settle()
    assert words(heard) == [str(place) for place in range(90)]
    assert heard.phrases[0].said == Span(0.0, 1.0)


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="waiting for a process that is no child needs Linux")
def test_the_child_ends_when_its_parent_is_killed(tmp_path):
    program = textwrap.dedent(
        """
        import sys
        from pathlib import Path
        from simulator.devices.recogniser_process import ProcessRecogniser
        from tests.devices.speech.scripted_engine import ScriptedEngine

        if __name__ == "__main__":
            recogniser = ProcessRecogniser(ScriptedEngine(Path(sys.argv[1])))
            recogniser.settle()
            print(recogniser.pid, flush=True)
            sys.stdin.read()
        """
    )
    script = tmp_path / "parent.py"
    script.write_text(program)
    parent = subprocess.Popen(
        [sys.executable, str(script), str(tmp_path / "trap")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
        cwd=Path(__file__).resolve().parents[3],
    )
    with parent:
        child = os.pidfd_open(int(parent.stdout.readline()))
        try:
            parent.kill()
            assert select.select([child], [], [], 30.0)[0], "the child outlived its parent"
        finally:
            os.close(child)
