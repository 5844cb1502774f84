"""A long session understood in a process of its own, which may be killed at any time."""

from __future__ import annotations

import multiprocessing
import os
import pickle
from typing import Any

import pytest

from simulator.live.studio import Studio
from simulator.ui.review import apart
from simulator.ui.review.apart import worked_out_apart
from simulator.ui.review.opening import understood
from tests.dying import EndsAtOnce
from tests.ui.review.test_opening import packed, worked

PIPE = 65_536
"""Bytes that a pipe takes while nobody reads: who writes more waits."""


def test_a_long_session_is_understood_in_a_process_of_its_own(
    studio: Studio, session_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "LONG", 0)
    beside: list[str | None] = []
    worked_out_apart = apart.worked_out_apart

    def noted(*asked: Any) -> str | None:
        beside.append(worked_out_apart(*asked))
        return beside[-1]

    monkeypatch.setattr(apart, "worked_out_apart", noted)
    found = packed(studio, session_id)
    by = studio.marking.yardstick(found.head(), rules=found.rule_pack())
    made, here = understood(found, by, None, lambda: False), worked(studio, session_id)
    assert beside == [made.body] and made.body == here.body
    assert tuple(made.session.log.events) == tuple(here.session.log.events)
    assert made.session.marked.scorecard == here.session.marked.scorecard
    assert made.session.moments == here.session.moments and made.session.lanes == here.session.lanes
    with pytest.raises(InterruptedError):
        understood(found, by, None, lambda: True)
    assert not multiprocessing.active_children()


def test_where_the_process_fails_it_is_understood_here(
    studio: Studio, session_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "LONG", 0)
    monkeypatch.setattr(apart, "_work", os.abort)  # which takes no such arguments, and ends at once
    found = packed(studio, session_id)
    by = studio.marking.yardstick(found.head(), rules=found.rule_pack())
    made = understood(found, by, None, lambda: False)
    assert made.body == worked(studio, session_id).body


def test_who_dies_before_he_was_told_what_to_do_is_not_waited_for(
    studio: Studio, session_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "_work", EndsAtOnce())
    found = packed(studio, session_id)
    by = studio.marking.yardstick(found.head(), rules=found.rule_pack())
    assert len(pickle.dumps((found, by))) > PIPE
    assert worked_out_apart(found, by, lambda: False) is None
    assert not multiprocessing.active_children()
