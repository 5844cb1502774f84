"""Where there is nothing, the page says what is missing, what to do, and has a button that does it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from simulator.assets import assets_folder
from simulator.storage.content import FolderLibrary
from simulator.ui.check.chosen import Chosen
from simulator.ui.check.page import CheckPage
from simulator.ui.check.preparation import Prepared
from simulator.ui.dialogs import Message
from simulator.ui.jobs import Jobs
from simulator.ui.setup.page import HomePage
from simulator.ui.theme import Theme
from simulator.ui.translations import ScreenLanguage
from tests.ui.controls import used_controls
from tests.ui.scripted import BareStudio, ScriptedStudio, shop


class Opened(QObject):
    """Takes what would be opened in the file manager."""

    def __init__(self) -> None:
        super().__init__()
        self.places: list[Path] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.places.append(Path(url.toLocalFile()))


@pytest.fixture
def opened() -> Iterator[Opened]:
    taker = Opened()
    QDesktopServices.setUrlHandler("file", taker, "take")
    yield taker
    QDesktopServices.unsetUrlHandler("file")


def home_on(qtbot: QtBot, theme: Theme, studio: ScriptedStudio) -> HomePage:
    page = HomePage(studio, theme, ScreenLanguage.EN)  # type: ignore[arg-type]
    qtbot.addWidget(page)
    page.resize(1366, 720)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


def broken(own: Path, *more: str) -> FolderLibrary:
    """The program's content, with these files of a centre's own."""
    own.mkdir(parents=True, exist_ok=True)
    for name in more:
        (own / name).write_text('{"id": "X1", "title": 3', "utf-8")
    return FolderLibrary(assets_folder(), own)


def message(page: HomePage) -> Message:
    return next(each for each in page.window().findChildren(Message) if each.isVisible())


# ------------------------------------------------------------------ content


def test_a_broken_file_of_ones_own_is_named_with_its_mistake(
    qtbot: QtBot, theme: Theme, tmp_path: Path, opened: Opened
) -> None:
    studio = ScriptedStudio()
    studio.library = broken(tmp_path / "content", "mine.json")
    page = home_on(qtbot, theme, studio)
    trouble = page.who.trouble
    assert trouble.some.whole == "1 content file cannot be used." and trouble.why.isVisible()
    assert page.who.list.isVisible() and not trouble.nothing.isVisible()
    qtbot.keyClick(trouble.why, Qt.Key.Key_Return)
    told = message(page)
    assert "mine.json" in told.lines.toPlainText()
    qtbot.mouseClick(told.yes, Qt.MouseButton.LeftButton)
    assert opened.places == [tmp_path / "content"]


def test_without_any_scenario_home_says_what_to_do(qtbot: QtBot, theme: Theme, tmp_path: Path, opened: Opened) -> None:
    assets = tmp_path / "assets"
    shutil.copytree(assets_folder(), assets, ignore=shutil.ignore_patterns("scenarios", "demo"))
    (assets / "scenarios").mkdir()
    (assets / "scenarios" / "S01.json").write_text("no scenario", "utf-8")
    studio = ScriptedStudio()
    studio.library = FolderLibrary(assets)
    with used_controls("setup/content_trouble.py") as uses:
        page = home_on(qtbot, theme, studio)
        trouble = page.who.trouble
        assert trouble.nothing.isVisible() and not page.who.list.isVisible()
        assert not page.start.isEnabled() and not page.trouble.isVisible()
        uses.press(trouble.all_why, by_key=True)
        assert "S01.json" in message(page).lines.toPlainText()
        message(page).close()
        uses.press(trouble.folder, by_key=True)
        some = ScriptedStudio()
        some.library = broken(tmp_path / "own", "a.json", "b.json")
        page = home_on(qtbot, theme, some)
        uses.press(page.who.trouble.why)
        assert page.who.trouble.some.whole.startswith("2 content files")
        message(page).close()
    assert opened.places == [assets / "scenarios"]


def test_a_missing_content_folder_is_no_dead_end(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    studio = ScriptedStudio()
    studio.library = FolderLibrary(tmp_path / "gone")
    page = home_on(qtbot, theme, studio)
    assert page.who.trouble.nothing.isVisible()
    qtbot.keyClick(page.who.trouble.all_why, Qt.Key.Key_Return)
    assert str(tmp_path / "gone") in message(page).lines.toPlainText()
    message(page).close()
    assert page.past.isVisible() and page.looks.isVisible()


# ------------------------------------------------------------------ past sessions


def test_without_sessions_the_way_to_the_first_is_offered(qtbot: QtBot, theme: Theme) -> None:
    page = home_on(qtbot, theme, ScriptedStudio())
    assert page.past.begin.isVisible()
    assert not page.past.review.isVisible() and not page.past.erase.isVisible()
    page.looks.boxes[0].setFocus()
    qtbot.keyClick(page.past.begin, Qt.Key.Key_Return)
    focus = QApplication.focusWidget()
    assert focus is not None and (focus is page.who.trainee or page.who.trainee.isAncestorOf(focus))


# ------------------------------------------------------------------ devices


@pytest.fixture
def bare(qtbot: QtBot, theme: Theme, jobs: Jobs) -> tuple[CheckPage, BareStudio]:
    studio = BareStudio()
    chosen = Chosen(scenario=shop(), trainee="王晓梅")
    page = CheckPage(studio, chosen, Prepared.of(chosen, studio.clock.now), theme, jobs, ScreenLanguage.EN)  # type: ignore[arg-type]
    qtbot.addWidget(page)
    page.resize(1366, 720)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    qtbot.waitUntil(lambda: jobs.running == 0)
    page.camera.poll(100)
    return page, studio


def test_without_a_camera_one_looks_again_or_goes_on(
    qtbot: QtBot, bare: tuple[CheckPage, BareStudio], jobs: Jobs
) -> None:
    page, studio = bare
    step = page.camera
    assert step.absent.isVisible() and not step.preview.isVisible()
    assert step.absent.title.whole == "No camera was found"
    before = studio.looked
    qtbot.keyClick(step.retry, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: jobs.running == 0)
    assert studio.looked == before + 1
    qtbot.mouseClick(step.without, Qt.MouseButton.LeftButton)
    assert page.step == 1 and step.box.address is None
    page.close()
    qtbot.waitUntil(lambda: jobs.running == 0)


def test_a_camera_that_fails_says_why_and_comes_back(
    qtbot: QtBot, bare: tuple[CheckPage, BareStudio], jobs: Jobs
) -> None:
    page, studio = bare
    page.camera.offer(ScriptedStudio().cameras())
    studio.state = replace(studio.state, faults=(("camera", "busy"),))
    page.camera.poll(100)
    assert page.camera.absent.title.whole == "camera in use elsewhere"
    studio.state = replace(studio.state, faults=())
    studio.frame = ScriptedStudio().frame
    page.camera.poll(100)
    assert page.camera.preview.isVisible() and not page.camera.absent.isVisible()
    page.close()
    qtbot.waitUntil(lambda: jobs.running == 0)


def test_without_a_recogniser_the_commands_are_shown(
    qtbot: QtBot, bare: tuple[CheckPage, BareStudio], jobs: Jobs
) -> None:
    page, _ = bare
    page.show_step(1)
    assert page.sound.install.isVisible()
    qtbot.keyClick(page.sound.install, Qt.Key.Key_Return)
    told = next(each for each in page.window().findChildren(Message) if each.isVisible())
    assert "bolian models install vosk-model-small-cn-0.22" in told.lines.toPlainText()
    assert told.lines.isReadOnly()
    qtbot.keyClick(told, Qt.Key.Key_Escape)
    assert not told.isVisible()
    page.close()
    qtbot.waitUntil(lambda: jobs.running == 0)
