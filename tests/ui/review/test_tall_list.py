"""Lists of any length: only what is in sight is laid out; keys, wheel and clicks go where they should."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication
from pytestqt.qtbot import QtBot

from simulator.ui.review.moments import KEPT_LAYOUTS, MadeMoments, Moment, MomentList
from simulator.ui.theme import Theme

MANY = 200_000


def row(number: int) -> Moment:
    return Moment(at=float(number), text="甜不甜" * (1 + number % 30), name=f"观众{number}", below="x" * (number % 3))


@pytest.fixture
def made() -> list[int]:
    return []


@pytest.fixture
def long(qtbot: QtBot, theme: Theme, made: list[int]) -> MomentList:
    shown = MomentList(theme, "Chat")
    qtbot.addWidget(shown)
    shown.resize(400, 500)
    with qtbot.waitExposed(shown):
        shown.show()

    def make(number: int) -> Moment:
        made.append(number)
        return row(number)

    shown.show_moments(MadeMoments(MANY, make))
    shown.setFocus()
    return shown


def rows_in_sight(shown: MomentList) -> list[int]:
    return [number for number, _ in shown._in_sight()]


def test_only_what_is_in_sight_is_made(long: MomentList, made: list[int]) -> None:
    long.grab()
    assert long.moments.rowCount() == MANY
    assert len(set(made)) < 60, "both ends are looked at, nothing between"


def test_the_rows_lie_below_each_other(long: MomentList) -> None:
    places = [place for _, place in long._in_sight()]
    assert all(above.bottom() + 1 == below.top() for above, below in pairwise(places))
    assert len({place.height() for place in places}) > 1


def test_keys_go_through_and_to_the_ends(qtbot: QtBot, long: MomentList) -> None:
    long.setCurrentIndex(long.moments.index(0))
    qtbot.keyClick(long, Qt.Key.Key_Down)
    assert long.currentIndex().row() == 1
    qtbot.keyClick(long, Qt.Key.Key_End)
    assert long.currentIndex().row() == MANY - 1
    assert rows_in_sight(long)[-1] == MANY - 1
    bar = long.verticalScrollBar()
    assert bar.value() == bar.maximum()
    qtbot.keyClick(long, Qt.Key.Key_PageUp)
    assert long.currentIndex().row() < MANY - 2
    qtbot.keyClick(long, Qt.Key.Key_Home)
    assert rows_in_sight(long)[0] == 0 and bar.value() == 0


def test_the_wheel_scrolls_by_pixels_and_back(long: MomentList) -> None:
    def turn(clicks: int) -> None:
        place = QPointF(50, 50)
        QApplication.sendEvent(
            long.viewport(),
            QWheelEvent(
                place,
                QPointF(long.viewport().mapToGlobal(place.toPoint())),
                QPoint(),
                QPoint(0, -120 * clicks),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            ),
        )

    turn(1)
    top = long.visualRect(long.moments.index(rows_in_sight(long)[0])).top()
    assert top == -60 or rows_in_sight(long)[0] > 0
    for _ in range(20):
        turn(1)
    assert rows_in_sight(long)[0] > 5
    for _ in range(21):
        turn(-1)
    assert long.visualRect(long.moments.index(0)).top() == 0


def test_the_scroll_bar_goes_anywhere(long: MomentList) -> None:
    bar = long.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    assert rows_in_sight(long)[0] == pytest.approx(MANY / 2, rel=0.001)
    bar.setValue(bar.maximum())
    assert rows_in_sight(long)[-1] == MANY - 1
    last = long.visualRect(long.moments.index(MANY - 1))
    assert last.bottom() + 1 == long.viewport().height()


def test_any_row_is_brought_into_sight(long: MomentList) -> None:
    for number in (150_000, 150_001, 3, 199_999):
        long.scrollTo(long.moments.index(number))
        assert number in rows_in_sight(long)
    long.scrollTo(long.moments.index(100_000), QAbstractItemView.ScrollHint.PositionAtCenter)
    place = long.visualRect(long.moments.index(100_000))
    assert abs(place.center().y() - long.viewport().height() / 2) < 40


def test_layouts_are_not_kept_for_ever(long: MomentList) -> None:
    for number in range(0, MANY, 2_000):
        long.scrollTo(long.moments.index(number))
    assert len(long.delegate._laid) <= KEPT_LAYOUTS


def test_a_click_on_a_word_goes_to_that_word(qtbot: QtBot, theme: Theme) -> None:
    shown = MomentList(theme, "Transcript")
    qtbot.addWidget(shown)
    shown.resize(500, 300)
    with qtbot.waitExposed(shown):
        shown.show()
    text = "一箱净重五公斤"
    shown.show_moments([Moment(at=30.0, text=text, words=tuple((n, 30.0 + n) for n in range(len(text))))])
    chosen: list[float] = []
    shown.chosen.connect(chosen.append)
    place = shown.visualRect(shown.moments.index(0))
    main, _ = shown.delegate._layout(shown.moments.rows[0])
    line = main.layout.lineAt(0)
    left = shown.delegate._left(shown.moments.rows[0])
    x = left + (line.cursorToX(4)[0] + line.cursorToX(5)[0]) / 2
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(round(x), place.top() + 12))
    assert chosen == [34.0]
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(10, place.top() + 12))
    assert chosen[-1] == 30.0, "the time beside it is the phrase's"
    shown.setCurrentIndex(shown.moments.index(0))
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert chosen[-1] == 30.0


def test_the_model_of_moments_made_later_follows_the_rules(qtmodeltester, theme: Theme, qtbot: QtBot) -> None:
    shown = MomentList(theme, "Chat")
    qtbot.addWidget(shown)
    shown.show_moments(MadeMoments(5, row))
    qtmodeltester.check(shown.moments)
    assert [each.at for each in shown.moments.rows] == [0.0, 1.0, 2.0, 3.0, 4.0]
    shown.show_moments([row(1)])
    assert shown.moments.rowCount() == 1
