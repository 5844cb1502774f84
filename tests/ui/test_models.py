"""The models behind the views."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from simulator.domain.session import Ending
from simulator.ui.models import (
    ROW,
    ChatModel,
    CueModel,
    ScenarioModel,
    SegmentModel,
    SegmentState,
    SessionModel,
    ShelfModel,
    Waiting,
)
from simulator.ui.models.chat import MOST_LINES
from simulator.ui.translations import ScreenLanguage
from tests.ui.scripted import ScriptedSession, comment, entry, library


def test_chat_follows_the_rules_of_models(qtmodeltester) -> None:
    chat = ChatModel()
    chat.add([comment(1, 0.0, "多少钱？", asks=True), comment(2, 1.0, "甜吗")])
    qtmodeltester.check(chat)


def test_shelf_cues_segments_sessions_and_scenarios_follow_the_rules_of_models(qtmodeltester) -> None:
    session = ScriptedSession()
    shelf, cues, segments = ShelfModel(), CueModel(), SegmentModel()
    shelf.replace(session.shelf)
    cues.replace(session.cues)
    segments.follow(session.scenario.run_of_show, session.desk.segment, 10.0)
    sessions, scenarios = SessionModel(), ScenarioModel(ScreenLanguage.EN)
    sessions.replace([entry(1, Ending.SCORED, 76.4)])
    scenarios.replace(library().scenarios())
    for model in (shelf, cues, segments, sessions, scenarios):
        assert model.rowCount() > 0
        qtmodeltester.check(model)


def test_a_question_waits_until_it_is_answered_or_expires() -> None:
    chat = ChatModel()
    chat.add([comment(1, 0.0, "a?", asks=True), comment(2, 0.0, "b?", asks=True), comment(3, 0.0, "c")])
    assert [line.waiting for line in chat.rows] == [Waiting.OPEN, Waiting.OPEN, Waiting.NOTHING]
    assert chat.oldest_open is not None and chat.oldest_open.id == "c1"
    chat.answer(["c1"])
    chat.settle([])
    assert [line.waiting for line in chat.rows] == [Waiting.ANSWERED, Waiting.EXPIRED, Waiting.NOTHING]
    assert chat.oldest_open is None


def test_chat_keeps_the_newest_only() -> None:
    chat = ChatModel()
    for number in range(40):
        chat.add([comment(100 * number + each, 0.0, "x") for each in range(100)])
    assert chat.rowCount() == MOST_LINES
    assert chat.rows[-1].comment.id == "c3999"


def test_chat_arrives_in_one_step(qtbot) -> None:
    chat = ChatModel()
    with qtbot.waitSignal(chat.rowsInserted) as inserted:
        chat.add([comment(number, 0.0, "x") for number in range(5)])
    assert inserted.args[1:] == [0, 4]


def test_only_rows_that_changed_are_told() -> None:
    session = ScriptedSession()
    shelf = ShelfModel()
    shelf.replace(session.shelf)
    changed: list[int] = []
    shelf.dataChanged.connect(lambda first, _last: changed.append(first.row()))
    shelf.replace(session.shelf)
    assert changed == []
    items = session.shelf
    shelf.replace([items[0], replace(items[1], stock=3), items[2]])
    assert changed == [1]


def test_segments_before_the_current_one_are_done() -> None:
    session = ScriptedSession()
    plan = session.scenario.run_of_show
    model = SegmentModel()
    model.follow(plan, (plan[2], 100.0), 131.0)
    assert [line.state for line in model.rows[:4]] == [
        SegmentState.DONE,
        SegmentState.DONE,
        SegmentState.CURRENT,
        SegmentState.COMING,
    ]
    assert model.current is not None and model.current.elapsed == 31
    assert model.following is plan[3]


def test_a_row_is_worded_and_kept_whole() -> None:
    chat = ChatModel()
    evil = comment(1, 0.0, "<b>x</b>", name="<img src=x>")
    chat.add([evil])
    index = chat.index(0)
    assert index.data(Qt.ItemDataRole.DisplayRole) == "<img src=x>: <b>x</b>"
    assert index.data(ROW).comment is evil
