"""The timeline: zoom and pan by mouse and key, spans dragged over, and what a place on it has to say."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from simulator.assets import assets_folder
from simulator.domain.compliance import Severity
from simulator.domain.crowd import Cause, Reason, ViewersLeft
from simulator.domain.events import SoundMeasured
from simulator.domain.judgement import Note
from simulator.domain.units import Span
from simulator.review import lanes
from simulator.storage.content import FolderLibrary
from simulator.ui.review.scale import SHORTEST, View
from simulator.ui.review.timeline import Timeline
from simulator.ui.theme import Theme
from simulator.ui.translations import ScreenLanguage
from tests.stream import Stream, scenario

LENGTH = 600.0


@pytest.fixture
def line(qtbot: QtBot, theme: Theme) -> Timeline:
    stream = Stream(length=LENGTH).voice((0, 100), (109, 600)).talks(1, 100)
    stream.segment("open", 0).segment("sell_orange", 60)
    for second in range(1, 600):
        stream.counted(second, 50 + second % 7)
        stream.add(
            SoundMeasured(
                at=second, speech_dbfs=-20, noise_dbfs=-50, clipped=0, pitch_hz=(), short_term_lufs=-23.0 + second % 3
            )
        )
    stream.add(ViewersLeft(at=109, count=37, cause=Cause(Reason.SILENCE, since=100)))
    stream.asked("c1", 200.5).asked("c2", 201.5).answers(210, "c2")
    stream.sells("o1", 301, reason=Reason.PRICE_CLEAR).breaks("r1", "absolute", Severity.S3, 400, quote="全网最低")
    made = Timeline(theme, ScreenLanguage.EN)
    qtbot.addWidget(made)
    made.show_session(lanes(stream.log()), scenario(), FolderLibrary(assets_folder()).taxonomy())
    made.name_categories({"absolute": "Superlatives"})
    made.show_notes((Note(at=450.0, text="slower", instructor="Wang", at_utc="2026-11-23T09:00:00+00:00"),))
    made.resize(900, made.sizeHint().height())
    with qtbot.waitExposed(made):
        made.show()
    made.setFocus()
    return made


def middle_of(line: Timeline, name: str) -> float:
    return next(strip.center().y() for lane, strip in line.strips() if lane.name == name)


def told(line: Timeline, name: str, at: float) -> str:
    return line.told_at(QPointF(line.across(at), middle_of(line, name)))


def turn(line: Timeline, at: float, clicks: int, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Turn the wheel with the pointer over a moment."""
    place = QPointF(line.across(at), line.room.center().y())
    event = QWheelEvent(
        place,
        QPointF(line.mapToGlobal(place.toPoint())),
        QPoint(),
        QPoint(0, 120 * clicks),
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(line, event)


def drag(line: Timeline, start: QPointF, end: QPointF, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
    QTest.mousePress(line, button, pos=start.toPoint())
    QTest.mouseMove(line, ((start + end) / 2).toPoint())
    QTest.mouseMove(line, end.toPoint())
    QTest.mouseRelease(line, button, pos=end.toPoint())


def test_every_lane_of_the_session_is_there(line: Timeline) -> None:
    assert line.lane_names == (
        *("Viewers", "Sales", "Run of show", "Explained", "Chat", "Speech", "Pace", "Loudness", "Rules", "Evidence"),
        "Notes",
    )


def test_a_place_tells_what_happened_there_and_why(line: Timeline) -> None:
    line.zoom(6.0, around=109.0)
    assert told(line, "Viewers", 109.0).endswith(" online · 37 left: 9 s of silence")
    line.fit()
    assert told(line, "Sales", 301.0).endswith(": price told")
    assert told(line, "Run of show", 100.0).startswith("01:40 · 讲")
    assert "never answered" in told(line, "Chat", 200.5)
    assert "never answered" not in told(line, "Chat", 300.0)
    assert told(line, "Speech", 105.0).endswith("silent for 9.0 s")
    assert told(line, "Pace", 20.0).endswith("240 characters a minute")
    assert told(line, "Loudness", 99.5).endswith("-22.0 LUFS")
    assert "likely breach · Superlatives · 全网最低" in told(line, "Rules", 400.0)
    assert "slower" in told(line, "Notes", 450.0)


def test_the_wheel_zooms_about_the_pointer_and_pans_with_shift(line: Timeline) -> None:
    x = line.across(200.0)
    turn(line, 200.0, 3)
    assert line.view.zoom > 2.5
    assert line.across(200.0) == pytest.approx(x, abs=1.0), "what was pointed at stays under the pointer"
    before = line.view.span.start
    turn(line, 200.0, -1, Qt.KeyboardModifier.ShiftModifier)
    assert line.view.span.start > before
    turn(line, 200.0, -30)
    assert line.view.is_whole


def test_keys_pan_what_is_shown(qtbot: QtBot, line: Timeline) -> None:
    line.zoom(4.0, around=300.0)
    span = line.view.span
    qtbot.keyClick(line, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert line.view.span.start == pytest.approx(span.start + span.length / 4)
    qtbot.keyClick(line, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert line.view.span.start == pytest.approx(span.start)


def test_dragging_over_the_lanes_chooses_a_span_and_the_axis_pans(qtbot: QtBot, line: Timeline) -> None:
    lane = middle_of(line, "Chat")
    chosen: list[Span | None] = []
    sought: list[float] = []
    line.span_chosen.connect(chosen.append)
    line.sought.connect(sought.append)
    drag(line, QPointF(line.across(200.0), lane), QPointF(line.across(150.0), lane))
    assert chosen[0] is not None
    assert (chosen[0].start, chosen[0].end) == (pytest.approx(150.0, abs=1.0), pytest.approx(200.0, abs=1.0))
    line.show_span(chosen[0])
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert chosen[1] is None
    line.zoom(4.0, around=300.0)
    before, axis = line.view.span.start, line.height() - 4.0
    drag(line, QPointF(line.across(300.0), axis), QPointF(line.across(330.0), axis))
    assert line.view.span.start == pytest.approx(before - 30.0, abs=2.0)
    drag(line, QPointF(500, lane), QPointF(400, lane), Qt.MouseButton.MiddleButton)
    assert line.view.span.start > before - 30.0
    assert len(chosen) == 2, "panning chooses nothing"
    sought.clear()
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPointF(line.across(310.0), axis).toPoint())
    assert sought == [pytest.approx(310.0, abs=1.0)]


def test_what_plays_stays_in_sight_unless_one_looks_elsewhere(line: Timeline) -> None:
    line.zoom(6.0, around=100.0)
    line.follow(100.0)
    line.follow(line.view.span.end + 0.2)
    assert line.view.span.start > 100.0, "it went on with what plays"
    line.pan(200.0)
    shown = line.view.span
    line.follow(140.0)
    line.follow(141.0)
    assert line.view.span == shown, "somebody looks elsewhere"


def test_panning_copies_and_does_not_paint_anew(line: Timeline) -> None:
    line.zoom(8.0, around=300.0)
    line.repaint()
    painted, step = line._still.painted, line.view.span.length / 20
    for _ in range(8):
        line.pan(step)
        line.repaint()
    assert line._still.painted == painted
    line.show_notes(())
    line.repaint()
    assert line._still.painted == painted + 1


def test_a_view_keeps_to_the_session() -> None:
    view = View(100.0)
    view.zoom_by(1000.0, 0.0)
    assert view.span == Span(0.0, SHORTEST)
    view.pan_by(-50.0)
    assert view.span.start == 0.0
    view.pan_by(1000.0)
    assert view.span.end == 100.0
    view.zoom_by(1 / 1000, 50.0)
    assert view.is_whole and view.span == Span(0.0, 100.0)
    view.fit_to(200.0)
    assert view.span == Span(0.0, 200.0), "all of it was shown, and is"
    view.show(Span(50.0, 60.0))
    assert view.span.start < 50.0 < 60.0 < view.span.end
    assert View(2.0).span == Span(0.0, 2.0)
