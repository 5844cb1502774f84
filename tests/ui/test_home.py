"""Home: choose, check, go live, look back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from simulator.domain.language import Language
from simulator.domain.machine import Fault
from simulator.domain.session import Ending
from simulator.live.booking import Booking
from simulator.media_port import Health, Level
from simulator.ports import DeviceError, SessionEntry
from simulator.ui.dialogs import Message
from simulator.ui.jobs import Jobs
from simulator.ui.setup.page import HomePage
from simulator.ui.theme import LIGHT, Theme
from simulator.ui.translations import ScreenLanguage
from simulator.ui.widgets import Label
from tests.ui.scripted import ScriptedSession, ScriptedStudio, entry

Open = Callable[..., tuple[HomePage, ScriptedStudio]]


class BookedStudio(ScriptedStudio):
    """Goes live with a scripted session, or fails as told."""

    def __init__(self, sessions: Sequence[SessionEntry] = (), error: DeviceError | None = None) -> None:
        super().__init__(sessions)
        self.booked: list[Booking] = []
        self.error = error

    def go_live(self, booking: Booking) -> ScriptedSession:
        if self.error is not None:
            raise self.error
        self.booked.append(booking)
        return ScriptedSession()


@pytest.fixture
def open_home(qtbot: QtBot, theme: Theme, jobs: Jobs) -> Open:
    def opened(
        sessions: Sequence[SessionEntry] = (), error: DeviceError | None = None, **settings: object
    ) -> tuple[HomePage, BookedStudio]:
        studio = BookedStudio(sessions, error)
        studio.store.settings.update({name.replace("_", "."): value for name, value in settings.items()})
        page = HomePage(studio, theme, jobs, ScreenLanguage.EN)  # type: ignore[arg-type]
        qtbot.addWidget(page)
        page.resize(1366, 720)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        qtbot.waitUntil(lambda: jobs.running == 0 and bool(studio.previewed))
        return page, studio

    return opened


def test_the_first_devices_are_opened(open_home: Open) -> None:
    page, studio = open_home()
    assert page.devices.addresses == ("camera:0", "mic:USB")
    assert studio.previewed == [("camera:0", "mic:USB")]


def test_what_was_chosen_last_is_chosen_again(open_home: Open) -> None:
    page, studio = open_home(ui_camera="camera:1", ui_microphone="none", ui_scenario="S03", ui_trainee="王晓梅")
    assert studio.previewed == [("camera:1", None)]
    assert page.who.scenario is not None and page.who.scenario.id == "S03"
    assert page.who.name == "王晓梅"


def test_a_device_that_is_gone_gives_way_to_the_first(open_home: Open) -> None:
    page, _ = open_home(ui_camera="camera:7")
    assert page.devices.addresses[0] == "camera:0"


def test_a_file_may_stand_for_a_device(qtbot: QtBot, open_home: Open, jobs: Jobs) -> None:
    page, studio = open_home()
    page.devices._on_file(page.devices.microphone, "media/pitch.ogg")
    qtbot.waitUntil(lambda: jobs.running == 0 and len(studio.previewed) == 2)
    assert page.devices.addresses == ("camera:0", "file:media/pitch.ogg")
    assert page.devices.microphone.currentText() == "File: pitch.ogg"


def test_what_is_assumed_about_the_audience_is_said(open_home: Open) -> None:
    page, studio = open_home()
    scenario = page.who.scenario
    assert scenario is not None
    preset = studio.library.presets()[scenario.crowd.preset]
    words = [label.text() for label in page.who.findChildren(Label) if label.isVisibleTo(page)]
    assert any(preset.name["en"] in text and "assumptions" in text for text in words)
    for assumption in preset.assumptions:
        assert any(assumption.text["en"] in text for text in words)


def test_nobody_goes_live_without_a_name(open_home: Open) -> None:
    page, _ = open_home()
    assert not page.start.isEnabled()
    page.who.trainee.setEditText("   ")
    assert not page.start.isEnabled()
    page.who.trainee.setEditText("🍊")
    assert page.start.isEnabled()


def test_the_whole_way_by_keyboard(qtbot: QtBot, open_home: Open) -> None:
    page, studio = open_home()
    page.setFocus()
    qtbot.keyClicks(page.who.trainee.lineEdit(), "Xiao Man")
    qtbot.keyClick(page.who.list, Qt.Key.Key_Down)
    page.seed.setFocus()
    qtbot.keyClicks(page.seed, "7x2")
    with qtbot.waitSignal(page.started):
        qtbot.keyClick(page, Qt.Key.Key_F9)
    assert studio.booked == [
        Booking(scenario="S03", trainee="Xiao Man", camera="camera:0", microphone="mic:USB", seed=72)
    ]
    assert studio.store.settings["ui.trainee"] == "Xiao Man"
    page.close()
    assert studio.previewed[-1] == ("camera:0", "mic:USB"), "devices stay open for the cabin"


def test_no_seed_is_drawn(qtbot: QtBot, open_home: Open) -> None:
    page, studio = open_home(ui_trainee="a")
    with qtbot.waitSignal(page.started):
        page.start.click()
    assert studio.booked[0].seed is None


def test_a_refusal_is_said_and_can_be_mended(qtbot: QtBot, open_home: Open) -> None:
    page, _ = open_home(error=DeviceError(Fault.BUSY, "camera_busy", camera="0"), ui_trainee="a")
    page.start.click()
    qtbot.waitUntil(lambda: page.trouble.isVisible())
    assert page.trouble.whole.startswith("Camera 0 is used by another program")
    assert page.start.isEnabled()


@pytest.mark.parametrize(
    ("level", "words"),
    [
        (Level(-24.0, -9.0), "Good"),
        (Level(-50.0, -40.0), "Too quiet"),
        (Level(-6.0, -0.2), "Clipping"),
        (Level(-120.0, -120.0), "Muted"),
        (None, "Waiting"),
    ],
)
def test_the_meter_says_what_to_make_of_it(qtbot: QtBot, open_home: Open, level: Level | None, words: str) -> None:
    page, studio = open_home()
    studio.loud = level
    page.devices._levels.clear()
    qtbot.waitUntil(lambda: page.devices.verdict.whole.startswith(words))
    assert page.devices.level.whole == ("" if level is None else f"{level.rms_dbfs:.0f} dBFS")


def test_nobody_is_too_quiet_between_two_words(qtbot: QtBot, open_home: Open) -> None:
    page, studio = open_home()
    qtbot.waitUntil(lambda: page.devices.verdict.whole.startswith("Good"))
    studio.loud = Level(-58.0, -50.0)
    judged = page.devices._judged(studio.loud)
    assert judged is not None and judged.rms_dbfs == -24.0


def test_a_lost_microphone_is_named(qtbot: QtBot, open_home: Open) -> None:
    page, studio = open_home()
    studio.loud, studio.state = None, Health(faults=(("microphone", "lost"),))
    qtbot.waitUntil(lambda: page.devices.verdict.whole == "microphone lost")


def test_a_spoken_sentence_is_shown_as_it_was_heard(qtbot: QtBot, open_home: Open, jobs: Jobs) -> None:
    page, studio = open_home()
    page.devices.say.click()
    qtbot.waitUntil(lambda: page.devices.heard.whole == "Speak now …")
    assert studio.listening is Language.ZH
    studio.words = "大家好 <b>"
    qtbot.waitUntil(lambda: page.devices.heard.whole == "Heard: 大家好 <b>")
    qtbot.waitUntil(page.devices.say.isEnabled)
    page.devices.say.click()
    qtbot.waitUntil(lambda: jobs.running == 0)
    assert studio.listening is None


def test_nothing_heard_is_said(qtbot: QtBot, open_home: Open) -> None:
    page, _ = open_home()
    page.devices.say.click()
    qtbot.waitUntil(lambda: page.devices.heard.whole == "Speak now …" and page.devices.say.isEnabled())
    page.devices.say.click()
    assert page.devices.heard.whole.startswith("Nothing was heard")


def past() -> list[SessionEntry]:
    return [
        entry(4, Ending.ON_AIR, None),
        entry(3, Ending.OFF_AIR, None),
        entry(2, Ending.SCORED, 58.2),
        entry(1, Ending.SCORED, 76.4),
    ]


def test_a_session_cut_off_is_offered_first(qtbot: QtBot, open_home: Open) -> None:
    page, _ = open_home(past())
    assert (
        page.past._cut.whole.startswith("1 session(s) ended unexpectedly") or "1 session ended" in page.past._cut.whole
    )
    assert not page.past.review.isEnabled()
    with qtbot.waitSignal(page.finish_asked) as asked:
        page.past.finish.click()
    assert asked.args == [past()[0].header.id]


def test_a_scored_session_is_opened_with_enter(qtbot: QtBot, open_home: Open) -> None:
    page, _ = open_home(past())
    page.past.list.setCurrentIndex(page.past.model.index(2))
    assert not page.past.finish.isVisible()
    page.past.list.setFocus()
    with qtbot.waitSignal(page.review_asked) as asked:
        qtbot.keyClick(page.past.list, Qt.Key.Key_Return)
    assert asked.args == [past()[2].header.id]


def test_erasing_asks_first(open_home: Open) -> None:
    page, studio = open_home(past())
    page.past.erase.click()
    question = page.findChild(Message)
    assert question is not None and studio.store.erased == []
    question.accept()
    assert studio.store.erased == [past()[0].header.id]
    assert page.past.model.rowCount() == 3


def test_states_are_worded(open_home: Open) -> None:
    page, _ = open_home(past())
    model = page.past.model
    assert [model.state_of(row) for row in model.rows] == ["cut off", "not scored yet", "58.2", "76.4, signed"]


def test_language_and_look_can_be_chosen(qtbot: QtBot, open_home: Open) -> None:
    page, _ = open_home()
    boxes = {box.accessibleName(): box for box in page.findChildren(QComboBox)}
    with qtbot.waitSignal(page.language_chosen) as chosen:
        boxes["Language of the screen"].activated.emit(0)
    assert chosen.args == [ScreenLanguage.ZH_CN]
    with qtbot.waitSignal(page.theme_chosen) as chosen:
        boxes["Colours"].activated.emit(1)
    assert chosen.args == [Theme(LIGHT, 1.0)]
    with qtbot.waitSignal(page.theme_chosen) as chosen:
        boxes["Text size"].activated.emit(2)
    assert chosen.args[0].scale == 1.5


def test_leaving_home_lets_go_of_the_devices(qtbot: QtBot, open_home: Open, jobs: Jobs) -> None:
    page, studio = open_home()
    page.close()
    qtbot.waitUntil(lambda: jobs.running == 0)
    assert studio.previewed[-1] == (None, None)
