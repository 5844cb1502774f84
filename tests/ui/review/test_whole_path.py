"""An instructor's whole path on the real window, by keys alone: queue, moments, level, spoken note, signature, next."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from simulator.domain.session import Ending
from simulator.live.studio import Studio
from simulator.ui.check.device_box import MICROPHONE
from simulator.ui.dialogs import Message
from simulator.ui.queue.page import QueuePage
from simulator.ui.review.page import LEAD, ReviewPage
from simulator.ui.window import MainWindow
from tests.media_files import tone, write_sound
from tests.ui.windows import at_home

SECOND = "second"


def press(qtbot: QtBot, key: Qt.Key) -> None:
    """A key, to whatever has the keyboard, once something has it."""
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    QTest.keyClick(QApplication.focusWidget(), key)


def write(words: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), words)


def message() -> Message | None:
    shown = [each for each in QApplication.topLevelWidgets() if isinstance(each, Message) and each.isVisible()]
    return shown[-1] if shown else None


def reviewed(qtbot: QtBot, window: MainWindow, session: str) -> ReviewPage:
    def read() -> bool:
        page = window.page
        return isinstance(page, ReviewPage) and page.entry.header.id == session and page.is_filled

    qtbot.waitUntil(read, timeout=20_000)
    assert isinstance(window.page, ReviewPage)
    return window.page


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, studio: Studio, session_id: str, tmp_path: Path) -> Iterator[MainWindow]:
    store = studio.store
    log = store.log(session_id)
    later = replace(log.header, id=SECOND, trainee=store.trainee("Li Lei").id, began_utc="2026-11-24T09:00:00+00:00")
    store.begin(later, log.scenario)
    store.append(SECOND, log.events)
    store.save_scorecard(replace(studio.marking.again(session_id).scorecard, session=SECOND))
    store.end(SECOND, Ending.SCORED)
    shutil.copy(store.recording_path(session_id), store.recording_path(SECOND))
    store.keep_setting("review.instructor", "王老师")
    sound = write_sound(tmp_path / "said.wav", [tone(1.2, 48_000)], 48_000)
    store.keep_setting(MICROPHONE, f"file:{sound}")
    studio.clock.time = 1000.0  # type: ignore[attr-defined]
    made = at_home(qtbot, qapp, studio)
    yield made
    qtbot.waitUntil(lambda: made.jobs.running == 0, timeout=60_000)
    made.close()


def test_forty_of_these_make_an_evening(qtbot: QtBot, window: MainWindow, studio: Studio) -> None:
    press(qtbot, Qt.Key.Key_F7)
    queue = window.page
    assert isinstance(queue, QueuePage)
    first = queue.chosen
    assert first is not None
    press(qtbot, Qt.Key.Key_Return)
    page = reviewed(qtbot, window, first.session)

    qtbot.waitUntil(lambda: page.weighing.found is not None, timeout=20_000)
    cards = page.weighing.strip.cards
    for key, card in zip((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3), cards, strict=True):
        assert card.moment is not None
        page.player.pause()
        press(qtbot, key)
        qtbot.waitUntil(lambda: page.player.playing, timeout=20_000)
        assert page.player.at == pytest.approx(max(card.moment.span.start - LEAD, 0.0), abs=2.0)
    press(qtbot, Qt.Key.Key_Space)
    assert not page.player.playing

    press(qtbot, Qt.Key.Key_G)
    (row,) = [each for each in page.scorecard.rows.values() if each.is_open]
    press(qtbot, Qt.Key.Key_2)
    assert row.editor.levels[2].isChecked() and row.editor.reason.hasFocus(), "a digit is a level here, not a moment"
    write("told once, and late")
    press(qtbot, Qt.Key.Key_Return)
    (word,) = studio.store.judgement(first.session).overrides
    assert (word.criterion, word.level, word.reason) == (row.criterion.id, 2, "told once, and late")

    press(qtbot, Qt.Key.Key_M)
    assert page.marks.voice.recording

    def heard() -> bool:
        studio.clock.time += 0.5  # type: ignore[attr-defined]
        return bool(page.judgement.notes)

    qtbot.waitUntil(heard, timeout=20_000)
    (note,) = studio.store.judgement(first.session).notes
    assert note.voice_s == pytest.approx(1.2, abs=0.1)
    assert studio.store.voice_path(first.session, note.voice).exists()

    press(qtbot, Qt.Key.Key_F10)
    asked = message()
    assert asked is not None
    asked.activateWindow()  # as a window manager does; the offscreen one forgets it now and then
    qtbot.waitUntil(asked.isActiveWindow)
    press(qtbot, Qt.Key.Key_Tab)
    assert asked.yes.hasFocus(), "Enter alone does not sign"
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: studio.store.judgement(first.session).signed_by == "王老师")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    press(qtbot, Qt.Key.Key_Return)
    other = next(each.header.id for each in studio.store.sessions() if each.header.id != first.session)
    page = reviewed(qtbot, window, other)
    press(qtbot, Qt.Key.Key_F7)
    assert isinstance(window.page, QueuePage) and window.page.list.model().rowCount() == 1
