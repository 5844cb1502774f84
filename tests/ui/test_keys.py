"""The table of hot keys: no key twice, nothing beside it, and every key does what it says."""

import re
from collections import Counter
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from simulator.assets import assets_folder
from simulator.domain.crowd import IncidentOpened
from simulator.domain.desk import ProductPinned
from simulator.domain.scenario import Incident
from simulator.ui.cabin.key_sheet import KeySheet
from simulator.ui.cabin.keys import HOTKEYS, Deed, KeyWords, Place, key, keys_in
from simulator.ui.cabin.page import CabinPage
from simulator.ui.cabin.product_dialog import BagDialog, CouponDialog, ProductDialog
from simulator.ui.cabin.vitals_pill import VitalsDetails
from simulator.ui.desk.second_desk import WhoDialog
from simulator.ui.dialogs import Message
from simulator.ui.translations import ScreenLanguage, Translations
from simulator.ui.widgets import Label
from tests.ui.cabins import Open, at
from tests.ui.scripted import ScriptedSession, ScriptedStudio, comment

PAGE = assets_folder().parent / "docs" / "keys.md"
NOT_OF_THE_CABIN = {
    *(Deed.READ_ALOUD, Deed.SCRIPT_UP, Deed.SCRIPT_DOWN, Deed.CALL_OFF),
    *(Deed.FULL_SCREEN, Deed.GIVE_BACK, Deed.TELL_HOST),
}
"""Keys with tests of their own, where their parts are tested."""


def busy(open_cabin: Open) -> tuple[CabinPage, ScriptedSession, ScriptedStudio]:
    """A cabin in which every key has something to do."""
    script = [
        ProductPinned(at=0.5, product="orange"),
        *(comment(number, 1.0, text, asks=number == 2) for number, text in ((1, "你好"), (2, "多少钱"), (3, "骗子"))),
        IncidentOpened(at=1.0, incident="i1", kind="out_of_stock"),
    ]
    page, session, studio = open_cabin(script, incidents=(Incident(id="i1", kind="out_of_stock", at=1.0),))
    at(page, session, 2.0)
    return page, session, studio


def press(qtbot: QtBot, widget: QWidget, name: str) -> None:
    qtbot.keyClick(widget, Qt.Key(QKeySequence(name)[0].key()))


@pytest.mark.parametrize("place", Place)
def test_no_key_twice(place: Place) -> None:
    many = Counter(name for hotkey in keys_in(place) for name in hotkey.keys)
    assert [name for name, times in many.items() if times > 1] == []


def test_every_shortcut_of_the_cabin_and_of_the_desk_stands_in_the_table(open_cabin: Open) -> None:
    page, _, _ = busy(open_cabin)
    page.second._hand_over("t2")
    assert page.second.window is not None
    for window, place in ((page, Place.CABIN), (page.second.window, Place.DESK)):
        given = Counter(shortcut.key().toString() for shortcut in window.findChildren(QShortcut))
        known = {QKeySequence(name).toString() for hotkey in keys_in(place) for name in hotkey.keys}
        assert [name for name, times in given.items() if times > 1] == []
        assert set(given) - known == set()
        own = {"F8", "F11"} if place is Place.CABIN else set()
        digits = set("456789")  # there are three products
        assert known - set(given) - digits <= own
    page.second.close()


def test_all_deeds_are_in_the_table_and_tested() -> None:
    assert sorted(hotkey.deed for hotkey in HOTKEYS) == sorted(Deed)
    assert set(CASES) | NOT_OF_THE_CABIN == set(Deed)


# ------------------------------------------------------------------------------------ every key does what it says


def does(event: str) -> Callable[[CabinPage, ScriptedSession], bool]:
    return lambda _, session: session.done == [event]


def asks(dialog: type[QDialog]) -> Callable[[CabinPage, ScriptedSession], bool]:
    return lambda page, session: page.findChild(dialog) is not None and session.done == []


def chose(text: str) -> Callable[[CabinPage, ScriptedSession], bool]:
    def chosen(page: CabinPage, _session: ScriptedSession) -> bool:
        found = page.keys.cursor.chosen
        return found is not None and found.text == text

    return chosen


CASES: dict[Deed, tuple[tuple[str, ...], Callable[[CabinPage, ScriptedSession], bool]]] = {
    Deed.PIN_PRODUCT: (("2",), does("ProductPinned")),
    Deed.COUPON: (("C",), asks(CouponDialog)),
    Deed.LUCKY_BAG: (("B",), asks(BagDialog)),
    Deed.COUNTDOWN: (("T",), does("CountdownStarted")),
    Deed.PRICE: (("R",), asks(ProductDialog)),
    Deed.SOLD_OUT: (("X",), asks(ProductDialog)),
    Deed.RESTOCK: (("A",), asks(ProductDialog)),
    Deed.CORRECT_STOCK: (("K",), asks(ProductDialog)),
    Deed.CHAT_UP: (("Up", "Up"), chose("多少钱")),
    Deed.CHAT_DOWN: (("Up", "Up", "Down"), chose("骗子")),
    Deed.PIN_COMMENT: (("P",), does("CommentPinned")),
    Deed.UNPIN_COMMENT: (("P", "U"), lambda _, session: session.done == ["CommentPinned", "CommentUnpinned"]),
    Deed.MUTE: (("Up", "M"), does("ViewerMuted")),
    Deed.CHOICE: (("F3",), does("IncidentDecided")),
    Deed.DEMONSTRATION: (("D",), lambda _, session: session.desk.demonstrating_since == 2.0),
    Deed.NEXT_SEGMENT: (("N",), does("SegmentStarted")),
    Deed.CALIBRATE: (("L",), lambda page, _: page._studio.eye.calibrated == [None]),  # type: ignore[attr-defined]
    Deed.PAUSE: (("Space",), lambda _, session: session.paused),
    Deed.OFF_AIR: (("F10",), asks(Message)),
    Deed.PROMPTER: (("F7",), lambda page, _: page.host.prompter.isVisible()),
    Deed.CURVES: (("G",), lambda page, _: "ui.curves" in page._studio.store.settings),  # type: ignore[attr-defined]
    Deed.MACHINE: (("F12",), lambda page, _: page.findChild(VitalsDetails).isVisible()),  # type: ignore[union-attr]
    Deed.KEY_SHEET: (("H",), asks(KeySheet)),
    Deed.DESK_WINDOW: (("F9",), asks(WhoDialog)),
}


@pytest.mark.parametrize("deed", CASES, ids=str)
def test_a_key_does_what_it_says(qtbot: QtBot, open_cabin: Open, deed: Deed) -> None:
    page, session, _ = busy(open_cabin)
    names, done = CASES[deed]
    assert names[-1] in next(hotkey for hotkey in HOTKEYS if hotkey.deed is deed).keys
    assert not done(page, session)
    for name in names:
        press(qtbot, page, name)
        at(page, session, session.now)
    assert done(page, session)


def test_nothing_chosen_pins_the_oldest_open_question(qtbot: QtBot, open_cabin: Open) -> None:
    page, session, _ = busy(open_cabin)
    press(qtbot, page, "P")
    at(page, session, 3.0)
    assert [line.comment.text for line in page.chat.rows if line.pinned] == ["多少钱"]
    press(qtbot, page, "Up")
    press(qtbot, page, "P")
    at(page, session, 4.0)
    assert [line.comment.text for line in page.chat.rows if line.pinned] == ["骗子"]
    press(qtbot, page, "U")
    at(page, session, 5.0)
    assert not any(line.pinned for line in page.chat.rows)


def test_h_closes_the_sheet_again_and_it_names_every_key(qtbot: QtBot, open_cabin: Open) -> None:
    page, _, _ = open_cabin()
    press(qtbot, page, "H")
    sheet = page.findChild(KeySheet)
    assert sheet is not None
    said = {label.whole for label in sheet.findChildren(Label)}
    words = KeyWords()
    for hotkey in keys_in(Place.CABIN):
        assert {hotkey.printed, words.deed(hotkey.deed)} <= said
    assert key(Deed.GIVE_BACK) == key(Deed.DESK_WINDOW) and words.deed(Deed.GIVE_BACK) not in said
    press(qtbot, page, "H")
    qtbot.waitUntil(lambda: page.findChild(KeySheet) is None)


def test_the_page_of_the_docs_says_the_same(translations: Translations) -> None:
    listed = re.findall(r"^\| (.+?) \| (.+?) \| (.+?) \| (.+?) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)[2:]
    rows = []
    for hotkey in HOTKEYS:
        said = []
        for language in (ScreenLanguage.EN, ScreenLanguage.ZH_CN):
            translations.use(language)
            said.append(KeyWords().deed(hotkey.deed))
        where = ", ".join(place.name.lower() for place in Place if place in hotkey.places)
        rows.append((hotkey.printed, said[0], said[1], where))
    assert listed == rows
