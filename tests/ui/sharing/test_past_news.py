"""Toasts on who came in, told of a log, against the live phone that was painted at the same moments."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest

from simulator.domain.crowd import Cause, Followed, Reason, ViewersEntered
from simulator.domain.events import Event, WentLive
from simulator.domain.session import SessionLog
from simulator.metrics.room import RoomFigures
from simulator.ui.cabin.phone_face import PhoneState
from simulator.ui.cabin.toasts import STAYS
from simulator.ui.sharing.past_news import News, PastNews, gathered_news
from tests.ui.scripted import header, shop

CHANCE = Cause(Reason.CHANCE)
TICK = 0.125
"""A step of binary length, so that sums of them are exact."""


@dataclass
class Stage:
    """Nothing but a clock."""

    now: float = 0.0
    unconfirmed: str = ""
    shelf: tuple[()] = ()
    demonstrating_since: None = None


def log_of(*events: Event) -> SessionLog:
    scenario = shop()
    return SessionLog(header=header(scenario, 1), scenario=scenario, events=(WentLive(at=0.0), *events))


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("seed", range(5))
def test_it_says_what_the_live_phone_said(seed: int) -> None:
    chance = np.random.default_rng(seed)
    events: list[Event] = []
    for step in range(int(60 / TICK)):
        if chance.random() < 0.15:
            kind = ViewersEntered if chance.random() < 0.7 else Followed
            events.append(kind(at=step * TICK, count=int(chance.integers(1, 9)), cause=CHANCE))
    log = log_of(*events)
    state, stage, figures = PhoneState(log.scenario), Stage(), RoomFigures(log.scenario).figures()
    past = PastNews(gathered_news(log))
    waiting, told = list(events), set()
    for step in range(int(70 / TICK)):
        stage.now = step * TICK
        while waiting and waiting[0].at <= stage.now:
            state.take(waiting.pop(0))
        live, news = state.face(stage, figures).news, past.at(stage.now)
        assert live == ("" if news is None else state.news_words(entered=news.entered, followed=news.followed))
        told.add(live)
    assert len(told) > 5, "the crowd of this test says something"


def test_those_who_come_while_one_is_read_are_told_together() -> None:
    first, *more = (ViewersEntered(at=at, count=3, cause=CHANCE) for at in (1.0, 1.5, 2.0))
    past = PastNews(gathered_news(log_of(first, *more)))
    assert past.at(0.9) is None
    assert past.at(1.0) == past.at(1.0 + STAYS - 0.01) == News(1.0, entered=3)
    assert past.at(1.0 + STAYS) == News(1.0 + STAYS, entered=6)
    assert past.at(1.0 + 2 * STAYS) is None


def test_nobody_came() -> None:
    assert PastNews(gathered_news(log_of())).at(5.0) is None
