"""Every kind of incident on air: a silent host, the right choice, the right words and the wrong choice part ways."""

from __future__ import annotations

from functools import cache

import pytest

from simulator.audience.replay import Verdict, check
from simulator.domain.crowd import IncidentClosed, IncidentOpened, RoomCounted, StockChanged, Way
from simulator.domain.events import Event
from simulator.domain.session import SessionLog
from simulator.domain.taxonomy import Outcome
from simulator.reports.incidents import incidents
from tests.perception.test_incidents import CHINESE
from tests.staged import MEETS, OPENS, TAXONOMY, chooses, met, says, silent, struck

KINDS = sorted(TAXONOMY.incidents)
WORDS: dict[str, tuple[str, ...]] = {
    **{kind: right for kind, right, _ in CHINESE},
    "troll_wave": ("有不同意见的朋友我们理性讨论",),
    "slur": ("有不同意见的朋友我们理性讨论",),
    "currency_unit": ("这是人民币的价格",),
    "customs_surprise": ("海关可能要收关税", "关税由买家付"),
}
BACK_ON_AIR = OPENS + 22
"""When words reach viewers again after the stream stood still."""


@cache
def logs(kind: str) -> dict[str, SessionLog]:
    end = OPENS + TAXONOMY.incidents[kind].window + 3
    moment = BACK_ON_AIR if kind == "network_drop" else MEETS
    ways = {
        "silence": silent,
        "choice": chooses(kind, Outcome.SOLVES),
        "words": says(WORDS[kind]),
        "wrong": chooses(kind, Outcome.WORSENS),
    }
    return {name: met(struck(kind), how, end, at=moment) for name, how in ways.items()}


def room(log: SessionLog) -> tuple[Event, ...]:
    return tuple(log.only(RoomCounted, StockChanged))


def closing(log: SessionLog) -> IncidentClosed:
    (closed,) = log.only(IncidentClosed)
    return closed


@pytest.mark.parametrize("kind", KINDS)
def test_four_ways_to_meet_it_give_four_rooms(kind: str) -> None:
    rooms = [room(log) for log in logs(kind).values()]
    assert all(one != other for at, one in enumerate(rooms) for other in rooms[:at])


@pytest.mark.parametrize("kind", KINDS)
def test_the_log_tells_how_it_ended_and_how_soon_it_was_taken_up(kind: str) -> None:
    window, found = TAXONOMY.incidents[kind].window, {name: closing(log) for name, log in logs(kind).items()}
    moment = BACK_ON_AIR if kind == "network_drop" else MEETS
    ran_out = found["silence"]
    assert (ran_out.handled, ran_out.by, ran_out.lead) == (False, Way.TIME, None)
    assert ran_out.at == pytest.approx(OPENS + window, abs=0.11)
    chosen = found["choice"]
    assert (chosen.handled, chosen.by) == (True, Way.CHOICE)
    assert chosen.lead == pytest.approx(moment - OPENS, abs=0.11)
    said = found["words"]
    assert said.handled and said.by in (Way.SPEECH, Way.ANSWER)
    assert said.lead is not None and moment - OPENS <= said.lead < 12 + moment - OPENS
    wrong = found["wrong"]
    assert (wrong.handled, wrong.by, wrong.lead) == (False, Way.CHOICE, None)


@pytest.mark.parametrize("kind", KINDS)
def test_trust_ends_highest_where_it_was_dealt_with(kind: str) -> None:
    trust = {name: [*log.only(RoomCounted)][-1].trust for name, log in logs(kind).items()}
    discontent = {name: [*log.only(RoomCounted)][-1].discontent for name, log in logs(kind).items()}
    best = min(trust["choice"] - discontent["choice"], trust["words"] - discontent["words"])
    online = {name: [*log.only(RoomCounted)][-1].online for name, log in logs(kind).items()}
    assert best > trust["wrong"] - discontent["wrong"] or online["wrong"] < online["choice"]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if TAXONOMY.incidents[kind].staged is not None])
def test_played_again_it_is_the_same_room(kind: str) -> None:
    for log in logs(kind).values():
        assert check(log, TAXONOMY).verdict is Verdict.SAME


def test_the_report_and_the_files_list_them() -> None:
    log = logs("price_typo")["words"]
    (line,) = incidents(log)
    (opened,) = log.only(IncidentOpened)
    assert (line.kind, line.span.start, line.handled, line.by) == ("price_typo", opened.at, True, Way.SPEECH)
    assert line.lead == closing(log).lead
