"""The top bar says how the machine is doing; all figures are one key away, at every text size and in both languages."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from simulator.media_port import Health
from simulator.ui.app import dress
from simulator.ui.cabin.top_bar import TopBar
from simulator.ui.theme import Theme
from simulator.ui.translations import ScreenLanguage, Translations
from tests.live.test_vitals import VITALS
from tests.ui.cabins import Open, at

BUSY = Health(
    camera_fps=29.97,
    video_frames=10_500,
    dropped_frames=12,
    audio_gaps=1,
    caption_delay=0.24,
    caption_delay_p95=0.41,
    free_bytes=48 * 10**9,
    quality="veryfast",
    recent=replace(VITALS, dropped=3, cpu=0.64, lateness=0.004),
)
LOST = replace(BUSY, free_bytes=16 * 10**8, faults=(("camera", "frozen"), ("microphone", "muted")))
LAB_PX = 1366


def test_the_key_opens_and_closes_all_figures_and_they_follow(open_cabin: Open, qtbot: QtBot) -> None:
    page, session, studio = open_cabin()
    studio.state = BUSY
    at(page, session, 20.0)
    pill = page.bar.vitals
    assert pill.accessibleName() == "▲ machine busy" and not pill.details.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_F12)
    shown = {name: label.whole for name, label in pill.details.figures.items()}
    assert pill.details.isVisible()
    assert shown["frames"] == "10500" and shown["dropped"] == "⚠ 12" and shown["gaps"] == "1"
    assert shown["fps"] == "30.0" and shown["caption"] == "0.4 s" and shown["cpu"].startswith("0.64 of ")
    assert page.rect().contains(pill.details.geometry())
    studio.state = replace(BUSY, dropped_frames=40, recent=VITALS)
    at(page, session, 20.1)
    assert pill.details.figures["dropped"].whole == "40"
    assert pill.accessibleName() == "● machine fine"
    qtbot.keyClick(page, Qt.Key.Key_F12)
    assert not pill.details.isVisible()


def test_escape_closes_the_figures_and_gives_the_focus_back(open_cabin: Open, qtbot: QtBot) -> None:
    page, session, _ = open_cabin()
    at(page, session, 1.0)
    qtbot.mouseClick(page.bar.vitals, Qt.MouseButton.LeftButton)
    assert page.bar.vitals.details.figures["cpu"].whole == "–", "not measured is a dash"
    qtbot.keyClick(page.bar.vitals.details, Qt.Key.Key_Escape)
    assert not page.bar.vitals.details.isVisible()


def test_a_full_disk_and_a_lost_device_are_seen_without_opening_anything(open_cabin: Open) -> None:
    page, session, studio = open_cabin()
    studio.state = LOST
    at(page, session, 1.0)
    assert page.bar.disk.isVisible() and page.bar.disk.whole == "⚠ disk: 1.6 GB left"
    assert "microphone silent: is it switched off?" in page.bar.faults.whole
    assert page.bar.vitals.accessibleName() == "✕ machine in trouble"
    studio.state = BUSY
    at(page, session, 1.1)
    assert not page.bar.disk.isVisible() and page.bar.fps.isVisible()


@pytest.mark.parametrize("language", [ScreenLanguage.EN, ScreenLanguage.ZH_CN])
@pytest.mark.parametrize("scale", [1.0, 1.1, 1.25, 1.5])
@pytest.mark.parametrize("health", [BUSY, replace(LOST, faults=LOST.faults[:1])])
def test_the_bar_fits_a_lab_screen(
    qapp: QApplication, qtbot: QtBot, translations: Translations, language: ScreenLanguage, scale: float, health: Health
) -> None:
    look = Theme(scale=scale)
    dress(qapp, look)
    translations.use(language)
    bar = TopBar(look, "S08 Selling a wild mountain honey on a long evening")
    qtbot.addWidget(bar)
    bar.follow(3600.0, 7200.0, paused=True)
    bar.show_health(health)
    bar.show()
    assert bar.minimumSizeHint().width() <= LAB_PX


def test_a_stream_whose_recording_stopped_is_live_and_not_recorded(open_cabin: Open) -> None:
    page, session, studio = open_cabin()
    for faults, said in (
        ((), "● REC"),
        ((("recorder", "slow"),), "● REC"),
        ((("recorder", "disk_full"),), "● LIVE"),
    ):
        studio.state = replace(BUSY, faults=faults)
        at(page, session, session.now + 1)
        at(page, session, session.now + 1)
        assert page.bar.clock.whole.startswith(said)
