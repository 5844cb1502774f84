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


def chat_of(count: int) -> ChatModel:
    chat = ChatModel()
    chat.add([comment(number, float(number), f"line {number}", asks=number % 2 == 0) for number in range(count)])
    return chat


def test_the_cursor_goes_up_from_the_newest_and_down_out_of_the_chat() -> None:
    chat = chat_of(3)
    moved: list[str | None] = []
    chat.cursor_moved.connect(lambda: moved.append(chat.cursor))
    chat.move_cursor(+1)
    assert chat.chosen is None, "down from nowhere leads nowhere"
    for step in (-1, -1, -1, -1, +1):
        chat.move_cursor(step)
    assert moved == ["c2", "c1", "c0", "c1"], "it stays at the oldest"
    assert chat.chosen is not None and chat.chosen.text == "line 1"
    chat.move_cursor(+1)
    chat.move_cursor(+1)
    assert chat.cursor is None
    ChatModel().move_cursor(-1)


def test_the_chosen_and_the_pinned_comment_stay_while_the_chat_flows() -> None:
    chat = chat_of(10)
    chat.place_cursor("c4")
    chat.pin("c7")
    for number in range(1, 9):
        chat.add([comment(1000 * number + each, 20.0, "x") for each in range(100)])
    assert chat.rowCount() == MOST_LINES
    assert [line.comment.id for line in chat.rows[:2]] == ["c4", "c7"]
    assert chat.chosen is not None and chat.chosen.id == "c4"
    chat.unpin()
    chat.place_cursor(None)
    chat.add([comment(9999, 30.0, "x"), comment(10000, 30.0, "x")])
    assert not {"c4", "c7"} & {line.comment.id for line in chat.rows}


def test_rows_told_to_views_are_the_rows_that_are_there(qtmodeltester) -> None:
    chat = chat_of(MOST_LINES)
    qtmodeltester.check(chat)
    seen = list(range(chat.rowCount()))

    def removed(_parent: object, first: int, last: int) -> None:
        del seen[first : last + 1]

    chat.rowsRemoved.connect(removed)
    chat.rowsInserted.connect(lambda _parent, first, last: seen.extend(range(1000 + first, 1001 + last)))
    chat.place_cursor("c1")
    chat.pin("c3")
    chat.add([comment(5000 + each, 400.0, "x") for each in range(10)])
    assert len(seen) == chat.rowCount() == MOST_LINES
    assert seen[:3] == [1, 3, 12]


def test_what_a_muted_viewer_wrote_is_struck_and_what_is_on_its_way_too() -> None:
    chat = chat_of(2)
    chat.mute("v1")
    later = replace(comment(9, 5.0, "again"), viewer=comment(1, 0.0, "x").viewer)
    chat.add([later])
    assert [line.muted for line in chat.rows] == [False, True, True]
    assert chat.text_of(chat.rows[1]).endswith("(muted)")


def test_an_unpinned_comment_stands_on_top_no_more() -> None:
    chat = chat_of(2)
    chat.pin("c0")
    assert chat.pinned is not None
    assert chat.text_of(chat.rows[0]).endswith("(waiting)")
    chat.unpin()
    assert chat.pinned is None
