"""A class at a glance, on real scored sessions: what it shows, where it leads, what it exports."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from simulator.domain.privacy import Act
from simulator.live.studio import Studio
from simulator.ui.compare.class_view import ClassView
from simulator.ui.compare.path_page import PathPage
from simulator.ui.dialogs import Message
from simulator.ui.jobs import Jobs
from simulator.ui.marking_scheme.page import MarkingSchemePage
from simulator.ui.review.instructor import BLIND
from simulator.ui.review.page import ReviewPage
from simulator.ui.theme import Theme
from simulator.ui.translations import ScreenLanguage
from simulator.ui.window import MainWindow
from tests.ui.compare.conftest import TRAINEE, settled


@pytest.fixture
def view(qtbot: QtBot, studio: Studio, theme: Theme, jobs: Jobs) -> Iterator[ClassView]:
    made = ClassView(studio, theme, jobs, ScreenLanguage.EN)
    qtbot.addWidget(made)
    made.resize(1366, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    qtbot.waitUntil(lambda: not made.catching_up._timer.isActive())
    yield made
    made.close()


def class_of(studio: Studio, name: str, *sessions: str) -> str:
    made = studio.store.make_class(name)
    studio.store.put_in_class(made.id, [studio.store.session(each).header.trainee for each in sessions])
    return made.id


def test_the_last_session_of_each_trainee_is_counted(view: ClassView, takes: tuple[str, str, str]) -> None:
    assert (view.overview.sessions, view.overview.trainees) == (2, 2)
    assert {each.session for each in view.found.sessions} == {takes[1], takes[2]}
    assert "2" in view.about.whole
    names = {card.name for card in view.model.rows}
    assert names == {TRAINEE, "阿青"}


def test_arrow_keys_and_enter_ask_for_a_criterion(qtbot: QtBot, view: ClassView) -> None:
    view.chart.setFocus()
    for _ in range(4):
        qtbot.keyClick(view.chart, Qt.Key.Key_Down)
    assert view.chart.criterion == "B1"
    assert view.chart.accessibleDescription().startswith("B1 ")
    qtbot.keyClick(view.chart, Qt.Key.Key_Return)
    assert view.all.isVisible()
    assert [card.weaknesses[0].criterion for card in view.model.rows] == ["B1", "B1"]
    levels = [card.weaknesses[0].mean for card in view.model.rows]
    assert levels == sorted(levels), "the weakest first"
    assert view.evidence.list.moments.rows
    qtbot.mouseClick(view.all, Qt.MouseButton.LeftButton)
    assert not view.all.isVisible()


def test_evidence_is_one_click_from_its_moment(qtbot: QtBot, view: ClassView) -> None:
    row = view.chart.row_room(4).center().toPoint()
    qtbot.mouseClick(view.chart, Qt.MouseButton.LeftButton, pos=QPoint(40, row.y()))
    moments = view.evidence.list.moments.rows
    number = next(n for n, each in enumerate(moments) if each.at is not None)
    index = view.evidence.list.moments.index(number)
    view.evidence.list.scrollTo(index)
    card = view.model.rows[view.list.currentIndex().row()]
    with qtbot.waitSignal(view.moment_asked) as asked:
        at = view.evidence.list.visualRect(index).center()
        qtbot.mouseClick(view.evidence.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert asked.args == [card.weaknesses[0].session, moments[number].at]


def test_a_class_is_chosen_by_name(
    qtbot: QtBot, studio: Studio, theme: Theme, jobs: Jobs, takes: tuple[str, str, str]
) -> None:
    id = class_of(studio, "一班", takes[2])
    view = ClassView(studio, theme, jobs, ScreenLanguage.EN)
    qtbot.addWidget(view)
    view.show()
    view.filters.who.setFocus()
    qtbot.keyClick(view.filters.who, Qt.Key.Key_Down)
    assert view.filters.class_id == id
    assert view.filters.class_name == "一班"
    assert {each.session for each in view.found.sessions} == {takes[2]}
    view.filters.choose_class(class_of(studio, "空班"))  # not offered: it came later
    view.close()


def test_an_empty_class_says_so(qtbot: QtBot, studio: Studio, theme: Theme, jobs: Jobs) -> None:
    class_of(studio, "空班")
    view = ClassView(studio, theme, jobs, ScreenLanguage.EN)
    qtbot.addWidget(view)
    view.show()
    qtbot.keyClick(view.filters.who, Qt.Key.Key_Down)
    assert view.none.isVisible()
    assert not view.export.isEnabled()
    view.close()


def test_what_goes_wrong_leads_to_who_and_where(qtbot: QtBot, view: ClassView) -> None:
    qtbot.mouseClick(view.wrongs_tab, Qt.MouseButton.LeftButton)
    wrongs = view.wrongs.list
    texts = [row.text for row in wrongs.moments.rows]
    assert "Facts missed most often" in texts
    facts = texts.index("Facts missed most often") + 1
    fact = wrongs.moments.index(facts)
    assert view.overview.facts, "the shorter pitch leaves facts out"
    wrongs.setFocus()
    wrongs.setCurrentIndex(fact)
    with qtbot.waitSignal(view.review_asked) as asked:
        qtbot.keyClick(wrongs, Qt.Key.Key_Return)
    assert asked.args == [view.overview.facts[0].session]
    wrongs.setCurrentIndex(wrongs.moments.index(1))
    qtbot.keyClick(wrongs, Qt.Key.Key_Return)
    assert view.pages.currentIndex() == 0
    assert view.all.isVisible()


def written(qtbot: QtBot, view: ClassView, path: Path) -> str:
    """Write the class, and tell what the message says then."""
    view.exports.write(path)
    qtbot.waitUntil(lambda: view.window().findChild(Message) is not None, timeout=60_000)
    told = view.window().findChild(Message)
    assert told is not None
    words = told.sentence.whole
    told.accept()
    qtbot.waitUntil(lambda: view.window().findChild(Message) is None)
    return words


def test_it_is_exported_and_read_back(
    qtbot: QtBot, studio: Studio, view: ClassView, takes: tuple[str, str, str], tmp_path: Path
) -> None:
    for name in ("class.csv", "class.html", "class.pdf"):
        assert name in written(qtbot, view, tmp_path / name)
    assert written(qtbot, view, tmp_path / "no.ending").endswith(
        "no.ending.pdf. It holds names: keep it where nobody else reads it."
    )
    assert (tmp_path / "class.pdf").read_bytes().startswith(b"%PDF")
    noted = {(each.session, each.detail) for each in studio.store.accesses() if each.act is Act.EXPORTED}
    assert noted == {(id, kind) for id in takes[1:] for kind in ("class.csv", "class.html", "class.pdf")}
    rows = list(csv.DictReader(io.StringIO((tmp_path / "class.csv").read_text("utf-8-sig"))))
    whole = next(row for row in rows if row["record"] == "class")
    assert (whole["sessions"], whole["of"]) == ("2", "2")
    assert {row["who"] for row in rows if row["record"] == "trainee"} == {TRAINEE, "阿青"}
    b1 = next(row for row in rows if row["record"] == "criterion" and row["id"] == "B1")
    assert sum(int(b1[f"level_{level}"]) for level in range(1, 6)) == 2
    page = (tmp_path / "class.html").read_text("utf-8")
    assert TRAINEE not in page
    assert "&lt;i&gt;小雨" in page


def test_it_cannot_be_written_where_there_is_no_folder(
    qtbot: QtBot, studio: Studio, view: ClassView, tmp_path: Path
) -> None:
    assert "There is no folder" in written(qtbot, view, tmp_path / "nowhere" / "class.csv")
    assert not (tmp_path / "nowhere").exists()
    assert not studio.store.accesses()


def test_who_marks_blind_sees_signed_sessions_only(
    studio: Studio, view: ClassView, takes: tuple[str, str, str]
) -> None:
    studio.store.keep_setting(BLIND, True)
    view.refresh()
    assert view.none.isVisible()
    studio.store.sign(takes[2], "王老师")
    view.refresh()
    assert {each.session for each in view.found.sessions} == {takes[2]}
    assert "blind" in view.notice.whole


def test_older_sessions_are_taken_in_when_it_is_opened(qtbot: QtBot, studio: Studio, theme: Theme, jobs: Jobs) -> None:
    db = studio.store._db
    with db.atomic():
        db.execute("DELETE FROM standings")
        db.execute("INSERT INTO standings_due SELECT id FROM sessions")
    view = ClassView(studio, theme, jobs, ScreenLanguage.EN)
    qtbot.addWidget(view)
    view.show()
    qtbot.waitUntil(lambda: view.overview.sessions == 2, timeout=20_000)
    view.close()


def test_the_window_opens_it_with_the_marking_scheme(
    qtbot: QtBot, studio: Studio, window: MainWindow, takes: tuple[str, str, str]
) -> None:
    id = class_of(studio, "一班", takes[0])
    window.open_class(id)
    scheme = window.page
    assert isinstance(scheme, MarkingSchemePage)
    view = scheme.view
    assert isinstance(view, ClassView)
    qtbot.waitUntil(lambda: bool(view.model.rows))
    assert view.filters.class_id == id
    qtbot.mouseClick(view.path, Qt.MouseButton.LeftButton)
    path = window.page
    assert isinstance(path, PathPage)
    qtbot.keyClick(path, Qt.Key.Key_Escape)
    scheme = window.page
    assert isinstance(scheme, MarkingSchemePage) and isinstance(scheme.view, ClassView)
    assert scheme.view.filters.class_id == id
    scheme.moment_asked.emit(takes[1], 42.0)
    review = window.page
    assert isinstance(review, ReviewPage)
    qtbot.waitUntil(lambda: review.is_filled and review.player.at == 42.0, timeout=30_000)
    settled(qtbot, window)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_it_fits_the_lab_screen(qtbot: QtBot, studio: Studio, jobs: Jobs, scale: float) -> None:
    view = ClassView(studio, Theme(scale=scale), jobs, ScreenLanguage.EN)
    qtbot.addWidget(view)
    view.show()
    assert view.minimumSizeHint().width() <= 1366
    assert view.minimumSizeHint().height() <= 700
    view.close()
