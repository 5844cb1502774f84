"""Asks which product and what about it: a new price, units, what the counter should show."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from simulator.domain.units import Money
from simulator.live.shelf import ShelfItem
from simulator.ui.amounts import count, money
from simulator.ui.cabin.desk_dialog import DeskDialog
from simulator.ui.cabin.typed import typed_price, typed_units
from simulator.ui.widgets import Button, Label, shown

USUAL_UNITS = 20
FAR = 2
"""A price so many times, or one so many-th of, the list price is asked about once more."""


class Asked(Enum):
    """What is wanted beside the product."""

    NOTHING = auto()
    PRICE = auto()
    UNITS = auto()
    """That came in."""
    COUNTER = auto()
    """What the counter should show."""


class ProductDialog(DeskDialog):
    """Chooses a product of the shelf; the one on show is chosen already."""

    chosen = Signal(str, object)
    """Product id, and its new ``Money``, or the number of units, or None where nothing was asked."""

    def __init__(
        self, title: str, act: str, items: tuple[ShelfItem, ...], parent: QWidget, asked: Asked = Asked.NOTHING
    ) -> None:
        super().__init__(title, act, parent)
        self._items = items
        self._asked = asked
        self._doubted = ""
        self.product = QComboBox()
        for number, item in enumerate(items):
            self.product.addItem(shown(f"{item.product.link_no}. {item.product.name}", 60))
            if item.pinned:
                self.product.setCurrentIndex(number)
        self.add_field(self.tr("Product"), self.product)
        self.amount = self.add_line(
            {
                Asked.PRICE: self.tr("New price"),
                Asked.UNITS: self.tr("Units that came in"),
                Asked.COUNTER: self.tr("The counter should show"),
            }.get(asked, "")
        )
        self.note = Label(role="small", wrap=True)
        self.fields.addRow("", self.note)
        self.fields.setRowVisible(self.note, asked in (Asked.PRICE, Asked.COUNTER))
        self.undo = Button(self.tr("Back to the list price"))
        self.undo.setVisible(asked is Asked.PRICE)
        self.undo.clicked.connect(self._on_undo)
        self.buttons.insertWidget(0, self.undo)
        self.product.currentIndexChanged.connect(self._on_product)
        self.amount.textEdited.connect(lambda: self.complain(""))
        self._on_product()
        if asked is Asked.NOTHING:
            self.product.setFocus()
        else:
            self.amount.setFocus()
            self.amount.selectAll()

    def accept(self) -> None:
        """Hand over what was chosen, or say what is wrong with it and stay."""
        item = self._item
        value: Money | int | None = None
        if self._asked is Asked.PRICE:
            value = self._price(item)
        elif self._asked in (Asked.UNITS, Asked.COUNTER):
            value = typed_units(self.amount.text(), 1 if self._asked is Asked.UNITS else 0)
            if value is None:
                self.complain(self.tr("Type a whole number of units, such as 20."), self.amount)
        if value is None and self._asked is not Asked.NOTHING:
            return
        self.chosen.emit(item.product.id, value)
        super().accept()

    @property
    def _item(self) -> ShelfItem:
        return self._items[self.product.currentIndex()]

    def _price(self, item: ShelfItem) -> Money | None:
        """The price that was typed; None, with a reason, where it is none, or where it should be looked at again."""
        price = typed_price(self.amount.text(), item.price.currency)
        if price is None:
            self.complain(self.tr("Type a price above 0, such as 29.90."), self.amount)
            return None
        before = item.product.price
        far = price.hundredths * FAR < before.hundredths or price.hundredths > before.hundredths * FAR
        if far and self._doubted != self.amount.text():
            self._doubted = self.amount.text()
            words = self.tr("{price} is far from the list price of {before}. Press Enter again if you mean it.")
            self.complain(words.format(price=money(price), before=money(before)), self.amount)
            return None
        return price

    def _on_product(self) -> None:
        item = self._item
        self.complain("")
        match self._asked:
            case Asked.PRICE:
                self.amount.setText(f"{item.price.amount:.2f}")
                self.note.say(self.tr("Now {price}").format(price=money(item.price)))
                self.undo.say(self.tr("Back to the list price, {price}").format(price=money(item.product.price)))
                self.undo.setEnabled(item.price != item.product.price)
            case Asked.UNITS:
                self.amount.setText(str(USUAL_UNITS))
            case Asked.COUNTER:
                self.amount.setText(str(item.stock))
                words = self.tr("The counter shows {counter}, the store room counts {on_hand}.")
                self.note.say(words.format(counter=count(item.stock), on_hand=count(item.on_hand)))
        self.amount.selectAll()

    def _on_undo(self) -> None:
        item = self._item
        self.chosen.emit(item.product.id, item.product.price)
        super().accept()


class CouponDialog(DeskDialog):
    """How long the coupon of the product on show holds."""

    chosen = Signal(float)
    """Seconds."""

    def __init__(self, item: ShelfItem, lasting: float, parent: QWidget) -> None:
        super().__init__(self.tr("Send the coupon"), self.tr("Send"), parent)
        off = item.product.coupon.off if item.product.coupon is not None else None
        words = self.tr("{off} off {product}").format(off=money(off), product=shown(item.product.name, 40))
        self.fields.addRow(Label(words, wrap=True))
        self.length = self.add_lengths(self.tr("It holds for"), (30, 60, 120, 180, 300), lasting)
        self.length.setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        self.chosen.emit(float(self.length.currentData()))
        super().accept()


class BagDialog(DeskDialog):
    """What can be won, and how long one may enter."""

    chosen = Signal(str, float)
    """The prize, and seconds."""

    def __init__(self, prize: str, lasting: float, parent: QWidget) -> None:
        super().__init__(self.tr("Open a lucky bag"), self.tr("Open"), parent)
        self.prize = self.add_line(self.tr("What can be won"))
        self.prize.setMaxLength(40)
        self.prize.setText(prize)
        self.prize.selectAll()
        self.prize.textEdited.connect(lambda: self.complain(""))
        self.length = self.add_lengths(self.tr("Viewers may enter for"), (30, 60, 180, 300, 600), lasting)
        self.prize.setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        prize = " ".join(self.prize.text().split())
        if not prize:
            self.complain(self.tr("Say what can be won, such as one box of oranges."), self.prize)
            return
        self.chosen.emit(prize, float(self.length.currentData()))
        super().accept()
