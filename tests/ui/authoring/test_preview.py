"""The preview says what a trainee reads, what befalls the stream, and what its audience would do."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from simulator.ui.jobs import Jobs
from tests.ui.authoring.conftest import Open


def said(widget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def test_it_tells_the_plan_and_the_troubles_with_their_times(open_authoring: Open) -> None:
    view = open_authoring()
    view.drafting.begin_from("S05", fresh=True)
    view.editor.preview.click()
    words = said(view.preview)
    scenario = view._studio.library.scenario("S05")
    assert sum(line.endswith(part.name) for part in scenario.run_of_show for line in words) >= len(scenario.run_of_show)
    named = view._studio.library.taxonomy().incidents
    for incident in scenario.incidents:
        assert any(line.endswith(named[incident.kind].name.en) for line in words), incident.kind


def test_four_hosts_come_to_figures(qtbot: QtBot, open_authoring: Open, jobs: Jobs) -> None:
    view = open_authoring()
    view.drafting.begin_from("S01", fresh=True)
    view.editor.preview.click()
    view.preview.play.click()
    assert view.preview.stop.isVisible()
    # Not only until the work is done: a layout shows what is put in it when the loop comes round again.
    qtbot.waitUntil(lambda: {"silent", "novice", "fair", "expert"} <= set(said(view.preview)), timeout=120_000)
    assert sum("–" in line and "(" in line for line in said(view.preview)) == 16
    assert jobs.running == 0


def test_a_play_that_is_stopped_leaves_no_figures(qtbot: QtBot, open_authoring: Open, jobs: Jobs) -> None:
    view = open_authoring()
    view.drafting.begin_from("S01", fresh=True)
    view.editor.preview.click()
    view.preview.play.click()
    view.preview.stop.click()
    qtbot.waitUntil(lambda: jobs.running == 0, timeout=60_000)
    assert view.preview.play.isVisible()
    assert "novice" not in said(view.preview)


def test_a_draft_with_holes_says_so_instead(open_authoring: Open) -> None:
    view = open_authoring()
    view.drafting.begin_from("S01", fresh=True)
    view.drafting.fill(("seller", "name"), None)
    view.editor.preview.click()
    assert not view.preview.isVisible()
