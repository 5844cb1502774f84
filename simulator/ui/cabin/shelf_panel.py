"""The product shelf and the keys of the control desk."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from simulator.live.shelf import ShelfItem
from simulator.ui.amounts import count, money
from simulator.ui.models import ShelfModel
from simulator.ui.theme import Theme, Tone
from simulator.ui.widgets import Button, Label, Panel, Swatch, TabButton, column, row

KEYS = 9
"""Products that can be pinned with a digit."""


class ShelfRow(QWidget):
    """One product: swatch, name, price, stock and clicks, and the button that puts it on show."""

    pin_pressed = Signal(str, bool)
    """Product id, and whether it is to be on show."""

    def __init__(self, theme: Theme, item: ShelfItem, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = item.product.id
        line = row(10)
        if theme.roomy:
            line.addWidget(Swatch(theme, item.product.colour, item.product.link_no, 38))
        self._name = Label(item.product.name, "strong", elide=True)
        self._state = Label(role="small", elide=True)
        words = column(1)
        words.addWidget(self._name)
        words.addWidget(self._state)
        line.addLayout(words, 1)
        self._pin = TabButton("", str(number) if number <= KEYS else "")
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
    coupon_pressed = Signal()
    lucky_bag_pressed = Signal()
    countdown_pressed = Signal()
    price_pressed = Signal()
    sold_out_pressed = Signal()
    restock_pressed = Signal()
    pin_comment_pressed = Signal()
    demonstration_pressed = Signal()
    next_segment_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Shelf · control desk"))
        self._theme = theme
        self.model = ShelfModel(self)
        self.model.modelReset.connect(self._rebuild)
        self.model.dataChanged.connect(self._refresh)
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        self.body.addLayout(self._list)
        self._rows: list[ShelfRow] = []
        self.coupon = Button(self.tr("Coupon"), "C")
        self.lucky_bag = Button(self.tr("Lucky bag"), "B")
        self.countdown = Button(self.tr("Countdown"), "T")
        self.price = Button(self.tr("Price"), "R")
        self.sold_out = Button(self.tr("Sold out"), "X")
        self.restock = Button(self.tr("Restock"), "A")
        self.pin_comment = Button(self.tr("Pin comment"), "P")
        self.demonstration = TabButton(self.tr("Demo"), "D")
        self.demonstration.setAutoExclusive(False)
        self.next_segment = Button(self.tr("Next part"), "N")
        across = 3 if theme.roomy else 2
        grid = QGridLayout()
        grid.setSpacing(6)
        for number, (button, signal) in enumerate(
            (
                (self.coupon, self.coupon_pressed),
                (self.lucky_bag, self.lucky_bag_pressed),
                (self.countdown, self.countdown_pressed),
                (self.price, self.price_pressed),
                (self.sold_out, self.sold_out_pressed),
                (self.restock, self.restock_pressed),
                (self.pin_comment, self.pin_comment_pressed),
                (self.demonstration, self.demonstration_pressed),
                (self.next_segment, self.next_segment_pressed),
            )
        ):
            button.clicked.connect(lambda _checked=False, pressed=signal: pressed.emit())
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            grid.addWidget(button, number // across, number % across)
        self.body.addLayout(grid)
        self.body.addStretch()

    def _rebuild(self) -> None:
        for old in self._rows:
            self._list.removeWidget(old)
            old.deleteLater()
        self._rows = []
        for number, item in enumerate(self.model.rows, start=1):
            made = ShelfRow(self._theme, item, number)
            made.pin_pressed.connect(self.pin_pressed)
            self._list.addWidget(made)
            self._rows.append(made)

    def _refresh(self) -> None:
        for made, item in zip(self._rows, self.model.rows, strict=True):
            made.show_item(item)
