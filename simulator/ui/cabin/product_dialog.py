"""Asks which product, and for a new price or for units where these are wanted."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDoubleSpinBox, QSpinBox, QVBoxLayout, QWidget

from simulator.domain.units import Money
from simulator.live.shelf import ShelfItem
from simulator.ui.widgets import Button, Label, PrimaryButton, row, shown

HIGHEST_PRICE = 999_999.99
USUAL_UNITS, MOST_UNITS = 20, 99_999


class Asked(Enum):
    """What is wanted beside the product."""

    NOTHING = auto()
    PRICE = auto()
    UNITS = auto()


class ProductDialog(QDialog):
    """Chooses a product of the shelf; the one on show is chosen already."""

    chosen = Signal(str, object)
    """Product id, and its new ``Money``, or the number of units, or None where nothing was asked."""

    def __init__(
        self, title: str, act: str, items: tuple[ShelfItem, ...], parent: QWidget, asked: Asked = Asked.NOTHING
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(380)
        self._items = items
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(Label(title, "title"))
        self.product = QComboBox()
        self.product.setAccessibleName(self.tr("Product"))
        for number, item in enumerate(items):
            self.product.addItem(shown(f"{item.product.link_no}. {item.product.name}", 60))
            if item.pinned:
                self.product.setCurrentIndex(number)
        layout.addWidget(self.product)
        self.price = QDoubleSpinBox()
        self.price.setAccessibleName(self.tr("New price"))
        self.price.setDecimals(2)
        self.price.setRange(0.01, HIGHEST_PRICE)
        self.price.setVisible(asked is Asked.PRICE)
        layout.addWidget(self.price)
        self.units = QSpinBox()
        self.units.setAccessibleName(self.tr("Units that came in"))
        self.units.setRange(1, MOST_UNITS)
        self.units.setPrefix(self.tr("Units: "))
        self.units.setValue(USUAL_UNITS)
        self.units.setVisible(asked is Asked.UNITS)
        layout.addWidget(self.units)
        self._asked = asked
        self.product.currentIndexChanged.connect(self._on_product)
        self._on_product(self.product.currentIndex())
        line = row()
        line.addStretch()
        cancel = Button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        line.addWidget(cancel)
        agree = PrimaryButton(act)
        agree.setDefault(True)
        agree.clicked.connect(self.accept)
        line.addWidget(agree)
        layout.addLayout(line)
        self.accepted.connect(self._on_accepted)
        wanted = {Asked.PRICE: self.price, Asked.UNITS: self.units}.get(asked)
        if wanted is not None:
            wanted.setFocus()
            wanted.selectAll()

    def _on_product(self, number: int) -> None:
        price = self._items[number].price
        self.price.setPrefix(f"{price.currency.sign} ")
        self.price.setValue(float(price.amount))

    def _on_accepted(self) -> None:
        item = self._items[self.product.currentIndex()]
        if self._asked is Asked.PRICE:
            self.chosen.emit(item.product.id, Money.of(Decimal(f"{self.price.value():.2f}"), item.price.currency))
        else:
            self.chosen.emit(item.product.id, self.units.value() if self._asked is Asked.UNITS else None)
