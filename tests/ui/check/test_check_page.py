"""The check page: a beginner passes it alone, and no step is a dead end."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from simulator.domain.machine import Fault
from simulator.media_port import EncodingReason, Health
from simulator.perception.given_sentence import sentence_to_say
from simulator.ports import DeviceError
from simulator.ui.check.chosen import COUNTDOWN
from simulator.ui.check.page import CheckPage
from simulator.ui.check.preparation import Prepared
from simulator.ui.check.standing import Kind
from simulator.ui.jobs import Jobs
from simulator.ui.widgets import Label
from tests.ui.check.conftest import EXAM, BookedStudio, Open
from tests.ui.scripted import shop


def kinds(page: CheckPage) -> list[Kind]:
    return [standing.kind for standing in page.standings()]


def focused_by_tab(qtbot: QtBot, page: CheckPage, wanted: QWidget, most: int = 60) -> None:
    """Press Tab until this is in focus."""
    for _ in range(most):
        focus = QApplication.focusWidget()
        if focus is wanted:
            return
        qtbot.keyClick(focus or page, Qt.Key.Key_Tab)
    raise AssertionError(f"{wanted} is not reached by Tab")


def press(qtbot: QtBot, page: CheckPage, button: QWidget, key: Qt.Key = Qt.Key.Key_Return) -> None:
    focused_by_tab(qtbot, page, button)
    qtbot.keyClick(button, key)


def test_a_beginner_passes_alone_by_keyboard(qtbot: QtBot, open_check: Open, jobs: Jobs) -> None:
    page, studio = open_check()
    press(qtbot, page, page.camera.look_into.button)
    assert studio.eye.calibrated == ["王晓梅"]
    studio.calibrated()
    qtbot.waitUntil(lambda: kinds(page)[0] is Kind.FINE)
    press(qtbot, page, page.next)
    qtbot.waitUntil(page.sound.say.isEnabled)
    press(qtbot, page, page.sound.say)
    qtbot.waitUntil(lambda: page.sound.understood.whole == "Speak now …")
    studio.words = sentence_to_say(shop())
    qtbot.waitUntil(lambda: kinds(page)[1] is Kind.FINE and jobs.running == 0)
    assert page.sound.understood.whole == "Understood: 100 %"
    assert studio.listening is None
    press(qtbot, page, page.next)
    assert kinds(page)[2] is Kind.FINE
    press(qtbot, page, page.next)
    press(qtbot, page, page.consent.choices["王晓梅"][0], Qt.Key.Key_Space)
    assert kinds(page)[3] is Kind.FINE
    press(qtbot, page, page.next)
    qtbot.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    assert page.step == 5 and set(kinds(page)) == {Kind.FINE}
    assert page.summary.whole == "All is ready."
    with qtbot.waitSignal(page.started):
        press(qtbot, page, page.start)
    (booking,) = studio.booked
    assert booking.record and booking.consent == studio.store.answers[-1].id
    assert (booking.camera, booking.microphone, booking.lead) == ("camera:0", "mic:USB", COUNTDOWN)
    assert booking.plan is None


def test_without_anything_one_goes_live_all_the_same(qtbot: QtBot, open_check: Open) -> None:
    studio = BookedStudio()
    studio.cameras = studio.microphones = lambda: ()  # type: ignore[method-assign]
    studio.frame = studio.loud = None
    page, _ = open_check(studio)
    for _ in range(3):
        assert page.next.isEnabled()
        page.next.click()
    page.consent.choices["王晓梅"][1].click()
    page.next.click()
    page.next.click()
    camera, sound, *_ = page.standings()
    assert camera.kind is Kind.WITHOUT and "sound only" in camera.consequence
    assert sound.kind is Kind.WITHOUT and "nothing is scored of what you say" in sound.consequence
    qtbot.waitUntil(lambda: any("sound only" in label.whole for label in page.rail.findChildren(Label)))
    with qtbot.waitSignal(page.started):
        qtbot.keyClick(page, Qt.Key.Key_F9)
    (booking,) = studio.booked
    assert (booking.camera, booking.microphone, booking.record) == (None, None, False)


def test_what_is_missing_is_named_before_it_is_passed_by(qtbot: QtBot, open_check: Open) -> None:
    page, _ = open_check()
    qtbot.waitUntil(lambda: page.summary.whole == "Not calibrated: looking at the camera is not measured.")
    assert page.next.accessibleName() == "Go on without"
    page.next.click()
    assert page.standings()[0].kind is Kind.WITHOUT
    page.back.click()
    assert page.standings()[0].kind is Kind.MEND, "opened again, it can be mended"


def test_nobody_is_recorded_unasked(qtbot: QtBot, open_check: Open) -> None:
    page, studio = open_check()
    qtbot.keyClick(page, Qt.Key.Key_F9)
    assert studio.booked == [] and page.step == 3
    assert page.trouble.isVisible()
    page.consent.choices["王晓梅"][1].click()
    assert not page.trouble.isVisible()
    with qtbot.waitSignal(page.started):
        page.start.click()
    assert not studio.booked[0].record
    assert studio.booked[0].consent == studio.store.answers[-1].id


def test_a_refusal_is_said_and_can_be_mended(qtbot: QtBot, open_check: Open) -> None:
    page, _ = open_check(BookedStudio(DeviceError(Fault.BUSY, "camera_busy", camera="0")))
    page.consent.choices["王晓梅"][0].click()
    page.start.click()
    qtbot.waitUntil(lambda: page.trouble.isVisible())
    assert page.trouble.whole.startswith("Camera 0 is used by another program")
    assert page.start.isEnabled()


def test_every_device_and_its_fault_is_named(qtbot: QtBot, open_check: Open) -> None:
    page, studio = open_check()
    assert page.camera.box.currentText() == "USB <i>Camera</i> & more"
    studio.state = Health(faults=(("camera", "lost"), ("microphone", "lost")))
    studio.loud = None
    assert page.standings()[0].words == "camera lost"
    qtbot.waitUntil(lambda: page.sound.verdict.whole == "microphone lost")


def test_a_device_that_is_gone_gives_way_to_the_first(open_check: Open) -> None:
    page, studio = open_check(settings={"ui.camera": "camera:7", "ui.microphone": "none"})
    assert page.addresses == ("camera:0", None)
    assert studio.previewed == [("camera:0", None)]


def test_a_file_may_stand_for_a_device(qtbot: QtBot, open_check: Open, jobs: Jobs) -> None:
    page, studio = open_check()
    page.sound.box.use_file("media/pitch.ogg")
    qtbot.waitUntil(lambda: jobs.running == 0 and len(studio.previewed) == 2)
    assert page.addresses == ("camera:0", "file:media/pitch.ogg")
    assert page.sound.box.currentText() == "File: pitch.ogg"


def test_a_full_disk_is_a_verdict_and_no_wall(qtbot: QtBot, open_check: Open) -> None:
    studio = BookedStudio()
    studio.state = Health(free_bytes=400_000_000)
    page, _ = open_check(studio)
    machine = page.standings()[2]
    assert machine.kind is Kind.MEND and "unrecorded" in machine.consequence
    assert page.machine.disk.whole == "0.4 GB free"
    studio.state = Health(free_bytes=48 * 10**9)
    page.show_step(2)
    page.machine.again.click()
    qtbot.waitUntil(lambda: studio.measured == 1 and page.machine.again.isEnabled())
    assert page.standings()[2].kind is Kind.FINE


def test_the_quality_is_named_with_its_reason(qtbot: QtBot, open_check: Open) -> None:
    page, studio = open_check()
    page.show_step(2)
    assert page.machine.quality.whole == "1280 × 720, superfast"
    assert "9.7 ms" in page.machine.why.whole and "12 ms" in page.machine.why.whole
    assert "1280 × 720, veryfast: 18.4 ms" in page.machine.tried.whole
    assert studio.choice is not None
    studio.choice = replace(studio.choice, why=EncodingReason.LEAST)
    page.machine.again.click()
    qtbot.waitUntil(lambda: "may be dropped" in page.machine.why.whole)
    assert page.standings()[2].kind is Kind.MEND and page.next.isEnabled()


def test_both_hosts_are_asked(qtbot: QtBot, open_check: Open) -> None:
    page, studio = open_check(second="阿强")
    page.consent.choices["王晓梅"][0].click()
    assert not page.consent.complete
    page.consent.choices["阿强"][1].click()
    assert page.consent.complete and not page.consent.recorded
    with qtbot.waitSignal(page.started):
        page.start.click()
    assert not studio.booked[0].record
    assert {answer.trainee for answer in studio.store.answers} == {"t1", "t3"}


def test_an_answer_holds_until_the_question_changes(open_check: Open) -> None:
    page, studio = open_check()
    page.consent.choices["王晓梅"][0].click()
    again, _ = open_check(studio)
    assert again.consent.recorded and len(studio.store.answers) == 1
    longer, _ = open_check(studio, settings={"recordings.keep_days": 365})
    assert not longer.consent.complete
    shorter, _ = open_check(studio, settings={"recordings.keep_days": 30})
    assert shorter.consent.recorded


def test_the_plan_is_booked_where_it_adds_up(qtbot: QtBot, open_check: Open) -> None:
    page, studio = open_check()
    page.consent.choices["王晓梅"][0].click()
    page.show_step(5)
    down = page.planner._grid.itemAtPosition(1, 5).widget()
    qtbot.mouseClick(down, Qt.MouseButton.LeftButton)
    ids = [part.id for part in shop().run_of_show]
    assert [part.id for part in page.planner.parts] == [ids[0], ids[2], ids[1], *ids[3:]]
    with qtbot.waitSignal(page.started):
        page.start.click()
    assert studio.booked[0].plan == page.planner.parts


def test_a_plan_that_does_not_add_up_is_not_used(open_check: Open) -> None:
    page, _ = open_check()
    page.show_step(5)
    length = page.planner._grid.itemAtPosition(0, 3).widget()
    length.setValue(length.value() + 50)  # type: ignore[attr-defined]
    assert page.planner.plan is None and page.standings()[5].kind is Kind.MEND
    assert "50 seconds too long" in page.planner.total.whole
    page.planner.fit.click()
    plan = page.planner.plan
    assert plan is not None and sum(part.length for part in plan) == sum(part.length for part in shop().run_of_show)
    page.planner.reset.click()
    assert page.planner.plan is None and page.standings()[5].kind is Kind.FINE


# ------------------------------------------------------------------ exams


def test_fact_cards_stay_closed_until_the_preparation_begins(qtbot: QtBot, open_check: Open) -> None:
    page, studio = open_check(**EXAM)
    assert not page.study.isVisible()
    page.show_step(4)
    assert not page.study.isVisible() and page.gates[0].closed.isVisible()
    page.consent.choices["王晓梅"][0].click()
    page.start.click()
    assert studio.booked == [], "nobody goes live unprepared"
    page.gates[0].begin.click()
    assert page.study.isVisible()
    page.show_step(5)
    assert page.planner.isVisible(), "one clock for both"
    studio.clock.time += 20 * 60
    qtbot.waitUntil(lambda: not page.planner.isVisible())
    with qtbot.waitSignal(page.started):
        page.start.click()
    assert studio.booked[0].mode == EXAM["mode"] and studio.booked[0].seed == 71


def test_going_back_gains_no_time(open_check: Open) -> None:
    page, studio = open_check(**EXAM)
    page.gates[0].begin.click()
    studio.clock.time += 600
    again, _ = open_check(studio, prepared=page._prepared, **EXAM)
    assert again.preparation is not None and again.preparation.left == 600.0
    fresh, _ = open_check(studio, prepared=Prepared.of(page._chosen, studio.clock.now), **EXAM)
    assert fresh.preparation is not None and fresh.preparation.left == 1200.0


def test_in_an_exam_nobody_is_told_the_temptations(open_check: Open) -> None:
    trap = shop().traps[0].temptation
    practice, _ = open_check()
    exam, _ = open_check(**EXAM)
    assert any(trap in label.whole for label in practice.study.findChildren(Label))
    assert not any(trap in label.whole for label in exam.study.findChildren(Label))


def test_notes_of_an_exam_are_kept_apart(qtbot: QtBot, open_check: Open) -> None:
    page, studio = open_check(settings={"script.t1.S01": "练习时写的"})
    assert page.study.script.toPlainText() == "练习时写的"
    exam, _ = open_check(studio, **EXAM)
    assert exam.study.script.toPlainText() == ""
    exam.gates[0].begin.click()
    exam.show_step(4)
    qtbot.keyClicks(exam.study.script, "only facts")
    exam.consent.choices["王晓梅"][1].click()
    with qtbot.waitSignal(exam.started):
        exam.start.click()
    assert studio.store.settings["script.t1.S01.exam"] == "only facts"
    assert studio.store.settings["script.t1.S01"] == "练习时写的"


@pytest.mark.parametrize("kind", [QRadioButton, QWidget])
def test_everything_that_takes_focus_has_a_name(open_check: Open, kind: type[QWidget]) -> None:
    page, _ = open_check()
    for number in range(len(page.steps)):
        page.show_step(number)
        for each in page.findChildren(kind):
            named = each.accessibleName() or getattr(each, "text", str)()
            if each.isVisibleTo(page) and each.focusPolicy() & Qt.FocusPolicy.TabFocus:
                assert named or not type(each).__module__.startswith("simulator"), each
