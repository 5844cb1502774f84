"""An instructor writes a scenario from nothing by keys and mouse; a trainee finds it at home, and rehearses it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from simulator.devices.clock import HandClock
from simulator.devices.replayed_recogniser import ReplayedRecogniser
from simulator.domain.findings import FactTold
from simulator.domain.language import Language
from simulator.domain.scenario import MANDATORY_FACTS
from simulator.live.booking import Booking
from simulator.live.rehearsal import rehearse_fast
from simulator.live.studio import Studio
from simulator.storage.content import check
from simulator.ui.authoring.new_dialog import NewDialog
from simulator.ui.authoring.view import AuthoringView
from simulator.ui.marking_scheme.page import MarkingSchemePage
from simulator.ui.setup.page import HomePage
from simulator.ui.window import MainWindow
from tests.journeys.pitch import words
from tests.ui.authoring.conftest import draft_of, go, message, pick, type_into
from tests.ui.windows import at_home

PRODUCT = ("products", 0)
TEXTS: dict[tuple[int | str, ...], str] = {
    ("title", "zh"): "Jam stall",
    ("title", "en"): "Jam stall",
    ("brief", "zh"): "Sell jam.",
    ("brief", "en"): "Sell jam.",
    ("debrief", "zh"): "Facts.",
    ("debrief", "en"): "Facts.",
    ("group",): "XB",
    ("seller", "name"): "Hill Farm",
    ("seller", "heard_as"): "Hill Farm",
    ("seller", "story"): "We cook jam on a hill.",
    ("seller", "connection"): "I work for the farm.",
    (*PRODUCT, "name"): "plum jam",
    (*PRODUCT, "price"): "9.9",
    (*PRODUCT, "unit"): "one jar",
    (*PRODUCT, "shipping"): "0",
    (*PRODUCT, "stock"): "80",
    (*PRODUCT, "counter_stock"): "80",
    (*PRODUCT, "price_history", 0, "price"): "9.9",
    ("run_of_show", 0, "name"): "Opening",
    ("run_of_show", 1, "name"): "Plum jam",
    ("run_of_show", 2, "name"): "End",
    ("length_s",): "120",
    ("run_of_show", 0, "length_s"): "30",
    ("run_of_show", 1, "length_s"): "60",
    ("run_of_show", 2, "length_s"): "30",
}
FACTS = {
    "origin": ("cooked on our hill", "cooked on our hill | from our hill"),
    "size": ("300 grams a jar", "300 grams"),
    "price": ("$9.90 a jar", "nine ninety"),
    "keeping": ("keeps 12 months", "twelve months | 12 months"),
    "shipping": ("sent within 2 days", "sent within | shipped within"),
    "after_sales": ("broken jars are paid back", "broken jars"),
    "use": ("on bread or in yoghurt", "on bread | in yoghurt"),
}
SPOKEN = ((10.0, "hello everybody this is Hill Farm"), (80.0, "this plum jam is cooked on our hill every autumn"))


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, studio: Studio) -> Iterator[MainWindow]:
    made = at_home(qtbot, qapp, studio)
    qtbot.waitUntil(lambda: made.jobs.running == 0)
    yield made
    made.close()


def click(button: QAbstractButton) -> None:
    assert button.isVisible() and button.isEnabled(), button.text()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def opened(window: MainWindow) -> AuthoringView:
    """From home to the scenarios, by mouse."""
    home = window.page
    assert isinstance(home, HomePage)
    click(home.scheme)
    page = window.page
    assert isinstance(page, MarkingSchemePage)
    number = next(n for n, view in enumerate(page.views) if isinstance(view, AuthoringView))
    click(page.tabs[number])
    view = page.views[number]
    assert isinstance(view, AuthoringView) and view.isVisible()
    return view


def fill_in(view: AuthoringView) -> None:
    """All that a new scenario lacks."""
    texts = {**TEXTS}
    for number, kind in enumerate(MANDATORY_FACTS):
        cue, heard = FACTS[kind.value]
        texts[*PRODUCT, "facts", number, "cue"] = cue
        texts[*PRODUCT, "facts", number, "heard_as"] = heard
    for steps, text in texts.items():
        type_into(view, steps, text)
    pick(view, (*PRODUCT, "category"), "ordinary_food")
    slots = go(view, (*PRODUCT, "slots"))
    for name, line in slots.lines.items():  # type: ignore[attr-defined]
        assert isinstance(line, QLineEdit)
        line.setFocus()
        QTest.keyClicks(line, {"price": "9.9", "link_no": "1"}.get(name, name.replace("_", " ")))


@pytest.mark.timeout(600)  # a thousand keys, then two minutes on air
def test_from_nothing_to_a_rehearsal(qtbot: QtBot, window: MainWindow, studio: Studio, content: Path) -> None:
    view = opened(window)
    click(view.shelf.new)
    (dialog,) = [each for each in view.findChildren(NewDialog) if each.isVisible()]
    language = dialog.findChildren(QComboBox)[0]
    language.setFocus()
    QTest.keyClick(language, Qt.Key.Key_Down)
    language.activated.emit(language.currentIndex())
    assert dialog.market == "us"
    click(dialog.agree)
    assert len(view.drafting.flaws) > 25
    assert not view.editor.publish.isEnabled()

    fill_in(view)
    trap = {
        "product": "product1",
        "temptation": "Say it is the best",
        "tests": "undisclosed_connection",
        "acceptable": "We like it a lot.",
    }
    view.drafting.fill((*PRODUCT, "evidence"), ["food_label"])
    view.drafting.reshape(draft_of(view).add(("traps",), trap))
    qtbot.waitUntil(lambda: not view.drafting.flaws)
    id = draft_of(view).text(("id",))
    click(view.editor.publish)
    qtbot.waitUntil(lambda: not view._reading, timeout=60_000)
    click(message(view).yes)
    assert view.drafting.draft is None
    assert [each.mistakes for each in check(content / f"{id}.json")] == [()]
    volume = view.shelf.volume
    assert volume is not None and volume.own and volume.key == id

    page = window.page
    assert isinstance(page, MarkingSchemePage)
    click(page.home)
    home = window.page
    assert isinstance(home, HomePage)
    home.who.choose(id, "Ann")
    assert home.who.scenario is not None and home.who.scenario.title.en == "Jam stall"

    booking = Booking(scenario=id, trainee="Ann", camera=None, microphone=None, seed=7, record=False)
    said = ReplayedRecogniser(words(SPOKEN, Language.EN), Language.EN)
    session, _ = rehearse_fast(studio, booking, HandClock(), replayed=said)
    assert "origin" in {each.fact for each in session.log.only(FactTold)}
    entry = studio.store.session(session.header.id)
    assert entry.header.scenario == id


def test_what_was_typed_is_there_after_a_crash(window: MainWindow, studio: Studio, content: Path) -> None:
    view = opened(window)
    view.drafting.begin_from("S01", fresh=True)
    type_into(view, ("seller", "name"), "Hill Farm")
    del view
    from simulator.storage.content import FolderLibrary
    from simulator.storage.workshop import ScenarioWorkshop

    assert isinstance(studio.library, FolderLibrary)
    after = ScenarioWorkshop(studio.library, content)
    assert after.drafts()[0].text(("seller", "name")) == "Hill Farm"


def test_words_that_break_a_rule_are_told_before_anything_is_published(
    qtbot: QtBot, window: MainWindow, content: Path
) -> None:
    view = opened(window)
    view.drafting.begin_from("S03", fresh=True)
    steps = ("products", 0, "facts", 5, "cue")
    view.drafting.fill(steps, "每天一勺，咳嗽就好了，能治病")
    view.drafting.check()
    assert not view.drafting.flaws
    click(view.editor.publish)
    qtbot.waitUntil(lambda: bool(view.drafting.flaws), timeout=60_000)
    assert [(each.steps, each.code) for each in view.drafting.flaws] == [(steps, "words_break")]
    assert not view.editor.publish.isEnabled() and not list(content.glob("*.json"))
