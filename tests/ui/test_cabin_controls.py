"""Every button of the cabin is used by mouse and keyboard, with an incident open and a product on show."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from simulator.domain.desk import ProductPinned
from simulator.domain.units import Money
from simulator.ports import StoreError
from simulator.ui.cabin.product_dialog import ProductDialog
from simulator.ui.cabin.wrap_up import Closing, WrapUpPage
from simulator.ui.jobs import Jobs
from simulator.ui.theme import Theme
from tests.ui.cabins import Open, at
from tests.ui.controls import used_controls
from tests.ui.scripted import ScriptedStudio, comment
from tests.ui.test_cabin_incidents import stock_out


def test_cabin(open_cabin: Open) -> None:
    script, incidents = stock_out()
    with used_controls("cabin", without=("cabin/wrap_up.py",)) as uses:
        early, waiting, _ = open_cabin()
        at(early, waiting, -1.5)
        uses.press(early.countdown.cancel)
        early.hide()
        question = comment(1, 0.5, "多少钱？", asks=True)
        page, session, _ = open_cabin([question, ProductPinned(at=0.6, product="orange"), *script], incidents=incidents)

        def later() -> None:
            at(page, session, session.now + 0.1)

        at(page, session, 3.0)
        uses.press(page.bar.pause, by_key=True)
        uses.press(page.bar.pause)
        uses.sweep(page, later)
        session.desk.change_price("orange", Money(4590, session.scenario.currency))
        later()
        page.shelf.price.click()
        dialog = next(each for each in page.findChildren(ProductDialog) if each.isVisible())
        uses.press(dialog.undo)


def test_after_the_stream(qtbot: QtBot, theme: Theme, jobs: Jobs) -> None:
    with used_controls("cabin/wrap_up.py") as uses:
        closing = Closing(lambda _job: None, lambda _: (_ for _ in ()).throw(StoreError("disk_full", path="x")))
        page = WrapUpPage(closing, ScriptedStudio(), theme, jobs)  # type: ignore[arg-type]
        qtbot.addWidget(page)
        page.show()
        qtbot.waitUntil(page.again.isVisible)
        uses.press(page.again, by_key=True)
        for button in (page.open_now, page.home):
            button.setEnabled(True)  # what is scored there, test_wrap_up tells
            uses.press(button)
