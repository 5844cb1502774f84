"""A comment read aloud stands in the transcript under its own name, between the host's phrases."""

from __future__ import annotations

from dataclasses import replace

from simulator.domain.events import EchoHeard, HostSpoke
from simulator.domain.units import Span
from simulator.ui.review.passages import passages
from tests.stream import Stream


def test_it_is_a_passage_of_its_own_and_no_finding_is_put_to_it() -> None:
    log = Stream().says("大家好", 5).says("三十九块九", 20, 22).tells("price", 21).log()
    echo = EchoHeard(at=19.0, said=Span(12.0, 14.0), text="多少钱一箱", words=(), engine="whisper", comment="c1")
    at = log.events.index(list(log.only(HostSpoke))[1])
    read = passages(replace(log, events=(*log.events[:at], echo, *log.events[at:])))
    assert [(each.phrase.text, each.read_aloud) for each in read] == [
        ("大家好", False),
        ("多少钱一箱", True),
        ("三十九块九", False),
    ]
    assert [bool(each.facts) for each in read] == [False, False, True]
