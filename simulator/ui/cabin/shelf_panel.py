"""The product shelf and the keys of the control desk."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from simulator.live.shelf import ShelfItem
from simulator.ui.amounts import count, money
from simulator.ui.cabin.desk_button import DeskButton
from simulator.ui.cabin.key_sheet import KeySheet
from simulator.ui.cabin.keys import Deed, Place, key
from simulator.ui.models import ShelfModel
from simulator.ui.theme import VERY_LARGE, Theme, Tone
from simulator.ui.widgets import ElidedLabel, Label, LinkButton, Panel, Swatch, TabButton, column, row

SWATCH_PX = 34
KEYS = 9
"""Products that can be pinned with a digit."""
SAID_MS = 6000
"""How long the reason stands why a key did nothing."""


class ShelfRow(QWidget):
    """One product: swatch, name, price, stock and clicks, and the button that puts it on show."""

    pin_pressed = Signal(str, bool)
    """Product id, and whether it is to be on show."""

    def __init__(self, theme: Theme, item: ShelfItem, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = item.product.id
        line = row(10)
        if theme.roomy:
            line.addWidget(Swatch(theme, item.product.colour, item.product.link_no, SWATCH_PX))
        self._name = ElidedLabel(item.product.name, "strong")
        self._state = ElidedLabel(role="small")
        words = column(1)
        words.addWidget(self._name)
        words.addWidget(self._state)
        line.addLayout(words, 1)
        self._pin = TabButton("", key(Deed.PIN_PRODUCT, number - 1) if number <= KEYS else "")
        self._pin.setAutoExclusive(False)
        self._pin.clicked.connect(self._on_pin)
        line.addWidget(self._pin)
        self.setLayout(line)
        self.show_item(item)

    def show_item(self, item: ShelfItem) -> None:
        parts = [money(item.price), self.tr("stock {count}").format(count=count(item.stock))]
        if item.clicks:
            parts.append(self.tr("clicks {count}").format(count=count(item.clicks)))
        if item.sold_out:
            parts.insert(0, self.tr("sold out"))
        self._state.say(" · ".join(parts))
        self._state.set_tone(Tone.BAD if item.sold_out or item.stock == 0 else Tone.PLAIN)
        self._pin.setChecked(item.pinned)
        self._pin.say(self.tr("On show") if item.pinned else self.tr("Put on show"))

    def _on_pin(self) -> None:
        wanted = self._pin.isChecked()
        # The button shows what the session says, not what was pressed.
        self._pin.setChecked(not wanted)
        self.pin_pressed.emit(self._id, wanted)


class ShelfPanel(Panel):
    """All products with their pin keys, and what else the desk can do."""

    pin_pressed = Signal(str, bool)

    def __init__(self, theme: Theme, place: Place = Place.CABIN, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Control desk"))
        self.desk_window = LinkButton(
            self.tr("Second person") if place is Place.CABIN else self.tr("Give the desk back"),
            key(Deed.DESK_WINDOW if place is Place.CABIN else Deed.GIVE_BACK),
        )
        self.all_keys = LinkButton(self.tr("All keys"), key(Deed.KEY_SHEET))
        self.all_keys.clicked.connect(self._on_all_keys)
        top = row(6)
        self.body.removeWidget(self.heading)
        top.addWidget(self.heading, 1)
        top.addWidget(self.desk_window)
        top.addWidget(self.all_keys)
        self.body.addLayout(top)
        self._theme = theme
        self._place = place
        self._pins_dead = ""
        self.model = ShelfModel(self)
        self.model.modelReset.connect(self._rebuild)
        self.model.dataChanged.connect(self._refresh)
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self.body.addLayout(self._list)
        self._rows: list[ShelfRow] = []
        self.coupon = DeskButton(self.tr("Coupon"), key(Deed.COUPON))
        self.lucky_bag = DeskButton(self.tr("Lucky bag"), key(Deed.LUCKY_BAG))
        self.countdown = DeskButton(self.tr("Countdown"), key(Deed.COUNTDOWN))
        self.price = DeskButton(self.tr("Price"), key(Deed.PRICE))
        self.sold_out = DeskButton(self.tr("Sold out"), key(Deed.SOLD_OUT))
        self.restock = DeskButton(self.tr("Restock"), key(Deed.RESTOCK))
        self.correct_stock = DeskButton(self.tr("Counter"), key(Deed.CORRECT_STOCK))
        self.pin_comment = DeskButton(self.tr("Pin line"), key(Deed.PIN_COMMENT))
        self.unpin_comment = DeskButton(self.tr("Unpin"), key(Deed.UNPIN_COMMENT))
        self.mute = DeskButton(self.tr("Mute"), key(Deed.MUTE))
        self.demonstration = TabButton(self.tr("Demo"), key(Deed.DEMONSTRATION))
        self.demonstration.setAutoExclusive(False)
        self.demonstration.setProperty("role", "key")
        self.demonstration.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.next_segment = DeskButton(self.tr("Next part"), key(Deed.NEXT_SEGMENT))
        self._grid = QGridLayout()
        self._grid.setSpacing(4)
        across = _across(theme, place)
        buttons: tuple[DeskButton | TabButton, ...] = (
            self.coupon, self.lucky_bag, self.countdown, self.price, self.sold_out, self.restock,
            self.correct_stock, self.demonstration, self.next_segment, self.pin_comment, self.unpin_comment, self.mute,
        )  # fmt: skip
        for number, button in enumerate(buttons):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._grid.addWidget(button, number // across, number % across)
            if isinstance(button, DeskButton):
                button.refused.connect(self.tell)
        self.body.addLayout(self._grid)
        self.said = Label(role="small", tone=Tone.WARN, wrap=True)
        self.said.hide()
        self._silent = QTimer(self, interval=SAID_MS, singleShot=True)
        self._silent.timeout.connect(self.said.hide)
        self.body.addWidget(self.said)
        self.body.addStretch()

    def _on_all_keys(self) -> None:
        """Show the sheet, or close the one that is open."""
        open_now = self.window().findChild(KeySheet)
        if open_now is not None:
            open_now.close()
        else:
            KeySheet(self._place, self.window()).show()

    def tell(self, sentence: str) -> None:
        """Say what came of a key, for a while."""
        self.said.say(sentence)
        self.said.show()
        self._silent.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self.said, QAccessible.Event.Alert))

    def show_owner(self, mine: bool) -> None:
        """Word the key that hands the desk over, or takes it back."""
        if self._place is Place.CABIN:
            self.desk_window.say(self.tr("Second person") if mine else self.tr("Take the desk back"))

    def set_pins_dead(self, reason: str) -> None:
        """Let no product be put on show, and say why; an empty reason lets it."""
        self._pins_dead = reason

    def _on_pin(self, product: str, wanted: bool) -> None:
        if self._pins_dead:
            self.tell(self._pins_dead)
        else:
            self.pin_pressed.emit(product, wanted)

    def _rebuild(self) -> None:
        for old in self._rows:
            self._list.removeWidget(old)
            old.deleteLater()
        self._rows = []
        for number, item in enumerate(self.model.rows, start=1):
            made = ShelfRow(self._theme, item, number)
            made.pin_pressed.connect(self._on_pin)
            self._list.addWidget(made)
            self._rows.append(made)

    def _refresh(self) -> None:
        for made, item in zip(self._rows, self.model.rows, strict=True):
            made.show_item(item)


def _across(theme: Theme, place: Place) -> int:
    """How many keys stand beside each other: a tab of very large text is wider than a column."""
    if theme.roomy:
        return 4
    if place is Place.DESK or not theme.compact:
        return 2
    return 4 if theme.scale < VERY_LARGE else 3
